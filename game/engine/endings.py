"""How a play ends: early endings after two warnings, the most severe first."""

from __future__ import annotations

from game.engine.inbox import PLAYS_BIT
from game.engine.ledger import Ledger
from game.engine.model import Ending, Scenario
from game.engine.state import Reached, State

WARNINGS = 2


def warn(scenario: Scenario, state: State, ledger: Ledger) -> None:
    """Count the weeks an early ending's condition has held; the count is what the recap warns of."""
    for ending in scenario.endings:
        if ending.early and _belongs(ending, state):
            holds = ending.when.value(state.values) != 0.0
            count = state.values[ending.warned]
            if holds and count <= WARNINGS:
                ledger.move(ending.warned, "ending:" + ending.id, 1.0)
            elif not holds and count > 0:
                ledger.move(ending.warned, "ending:" + ending.id, -1.0)


def reach(scenario: Scenario, state: State, week: int) -> Reached | None:
    """The ending this week leads to, if any: severity first, then id."""
    last = week >= scenario.weeks
    best: Ending | None = None
    for ending in scenario.endings:
        if not _belongs(ending, state):
            continue
        early = ending.early and state.values[ending.warned] > WARNINGS
        if not early and not (last and ending.when.value(state.values) != 0.0):
            continue
        if best is None or (-ending.severity, ending.id) < (-best.severity, best.id):
            best = ending
    if best is None:
        return None
    return Reached(best.id, week, not last)


def _belongs(ending: Ending, state: State) -> bool:
    return (ending.seats & PLAYS_BIT[state.seat]) != 0
