"""Risks strike when the week's luck falls under their hazard; mitigation takes part of the blow (MODELS section 7)."""

from __future__ import annotations

from game.engine.laws.tick import Tick
from game.engine.model import Seat


def measure(tick: Tick) -> None:
    """How likely each risk has been at worst while it could strike: what covering it is measured against."""
    for risk in tick.scenario.risks:
        if tick.values[risk.struck] or tick.week > risk.last_week:
            continue
        hazard = risk.hazard.value(tick.values)
        if hazard > tick.read(risk.worst):
            tick.ledger.put(risk.worst, "law:hazard", hazard)


def strikes(tick: Tick) -> None:
    """Each risk that has not struck may strike in its weeks; everybody knows it from then on."""
    for position, risk in enumerate(tick.scenario.risks):
        if tick.values[risk.struck] or not risk.first_week <= tick.week <= risk.last_week:
            continue
        if tick.values[tick.scenario.projects[risk.project].delivered]:
            continue
        spared = 1.0 - tick.read(risk.mitigated)
        # Mitigation takes up to half of the chance, and as much of the size as it covers.
        if tick.luck_of_risk(position) < risk.hazard.value(tick.values) * (0.5 + 0.5 * spared):
            cause = "risk:" + risk.id
            tick.ledger.put(risk.struck, cause, float(tick.week))
            tick.ledger.put(risk.known_am, cause, 1.0)
            tick.ledger.put(risk.known_pm, cause, 1.0)
            tick.stage.apply(risk.outcome, cause, Seat.BOTH, spared)
            tick.crews.clear()  # it may have taken somebody's hours, or somebody
