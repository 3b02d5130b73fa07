"""The risk KPI taken apart: what each risk takes from it, in shares that add up to what the card shows."""

from __future__ import annotations

from game.engine.formulas.numeric import clamp
from game.engine.formulas.risk import chance_by, exposure
from game.engine.model import Risk, Scenario
from game.engine.scores import WENT_BY, kpi, number
from game.insight.words.figures import apportion, capital, money, percent, small, week_of

UNFOUND = "Risks that nobody has found, which count in full"  # no number of them, which nobody could know yet
REALISED = 0.5  # of a loss that came about, as the KPI counts it


def risk_rows(
    scenario: Scenario, values: list[int], before: list[int] | None, over: bool = False
) -> list[tuple[str, str]]:
    """One row a known risk, one for all others, and the sum. `before` (a week ago) tells what a row counted then;
    once it is `over`, how many the others were.

    Shares are whole per cents of all that might have been lost; they sum to what is missing from the KPI.
    """
    now = shares(scenario, values)
    then = now if before is None else shares(scenario, before)
    rows: list[tuple[str, str]] = []
    unfound_then = 0
    for risk, took, took_then in zip(scenario.risks, now, then, strict=True):
        if _known(risk, values):
            rows.append((f"{risk.name}: {_facts(scenario, values, risk)}", _against(took, took_then)))
        else:
            unfound_then += took_then
    count, unfound = never_found(scenario, values)
    if unfound or unfound_then:
        rows.append((_found_by_nobody(count) if over and count else UNFOUND, _against(unfound, unfound_then)))
    left = kpi(scenario, values, "risk")
    if rows and left is not None:
        told = f"{_against(sum(now), sum(then))}: {percent(left)} covered"
        rows.append(("Together, of all that might be lost", told))
    return rows


def shares(scenario: Scenario, values: list[int]) -> list[int]:
    """Per cents of the whole exposure that each risk takes from the KPI, in the order of the scenario."""
    whole = 0.0
    for risk in scenario.risks:
        whole += _exposure(risk, number(scenario, values, risk.worst))
    if whole <= 0.0:
        return [0] * len(scenario.risks)
    exact = [100.0 * _lost(scenario, values, risk) / whole for risk in scenario.risks]
    total = 0.0
    for share in exact:
        total += share
    return apportion(exact, 100 - round(100.0 - total))


def never_found(scenario: Scenario, values: list[int]) -> tuple[int, int]:
    """How many risks nobody has found, and the per cents they take from the KPI; one done away with takes none."""
    took = shares(scenario, values)
    unfound = [share for risk, share in zip(scenario.risks, took, strict=True) if share and not _known(risk, values)]
    return len(unfound), sum(unfound)


def _found_by_nobody(count: int) -> str:
    return f"{capital(small(count))} {'risk' if count == 1 else 'risks'} that nobody found, counted as uncovered"


def _known(risk: Risk, values: list[int]) -> bool:
    return values[risk.known_am] != 0 or values[risk.known_pm] != 0


def _exposure(risk: Risk, hazard: float) -> float:
    """What a risk is worth over all its weeks at a chance a week."""
    return exposure(chance_by(hazard, risk.last_week - risk.first_week + 1), risk.cost)


def _lost(scenario: Scenario, values: list[int], risk: Risk) -> float:
    """What a risk counts for in money, as game.engine.scores.risk counts it; a test holds the two together."""
    spared = number(scenario, values, risk.mitigated)
    if values[risk.struck]:
        return risk.cost * (1.0 - spared) * REALISED
    spared = spared if _known(risk, values) else 0.0
    hazard, span = risk.hazard.value(values), risk.last_week - risk.first_week + 1
    weeks_left = max(0, risk.last_week - max(values[scenario.week], risk.first_week) + 1)
    ahead = exposure(chance_by(hazard * (1.0 - spared), weeks_left), risk.cost * (1.0 - 0.5 * spared))
    return ahead + WENT_BY * _exposure(risk, hazard) * (1.0 - weeks_left / span) * (1.0 - spared)


def _facts(scenario: Scenario, values: list[int], risk: Risk) -> str:
    """Chance, loss and cover: "4 % a week, weighed at £3,000, 50 % of its damage averted"."""
    spared = number(scenario, values, risk.mitigated)
    covered = f"{percent(spared)} of its damage averted" if spared > 0.0 else "nothing done against it"
    loss = money(scenario.currency, risk.cost)
    if values[risk.struck]:
        return f"struck in {week_of(values[risk.struck])}, weighed at {loss}, {covered}"
    if values[scenario.week] > risk.last_week:
        return f"went by without coming, weighed at {loss}, {covered}"
    if values[risk.worst] and risk.hazard.value(values) <= 0.0:
        return f"cannot come any more, weighed at {loss}"
    chance = chance_left(risk, values, spared)
    begins = f" from {week_of(risk.first_week)}" if values[scenario.week] < risk.first_week else ""
    return f"{percent(chance)} a week{begins}, weighed at {loss}, {covered}"


def chance_left(risk: Risk, values: list[int], spared: float) -> float:
    """The chance a week of a risk of which so much is covered: a whole cover takes half of it."""
    return clamp(risk.hazard.value(values) * (0.5 + 0.5 * (1.0 - spared)), 0.0, 1.0)


def _against(now: int, then: int) -> str:
    """What a row counts against the seat, and what it counted a week ago where that was another."""
    told = percent(now / 100.0)
    return f"{told} against you" if now == then else f"{told} against you, was {percent(then / 100.0)}"
