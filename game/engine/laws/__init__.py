"""What moves by itself, every week, in a fixed order. One file per subject; one short function per law.

A law reads the state, calls the formulas and writes one ledger line per term. `LAWS` is the order of a week; without a
team or a project their laws have nothing to do and are left out.
"""

from __future__ import annotations

from collections.abc import Callable

from game.engine.laws import client, contract, money, people, risks, work
from game.engine.laws.tick import Tick
from game.engine.model import Scenario
from game.engine.outcomes import Stage
from game.engine.state import State

Law = Callable[[Tick], None]

TEAM: tuple[Law, ...] = (
    people.fatigue,
    people.learning,
    people.morale,
    people.resignations,
)
PROJECTS: tuple[Law, ...] = (
    work.scope_growth,
    work.progress,
    money.costs,  # before anybody is set free by a delivery
    work.finishing,
    work.discovery,
    risks.measure,
    risks.strikes,  # before the plan is drawn anew, which counts what they brought
    work.forecast,
    work.status,
    money.forecast_cost,
)
CLIENTS: tuple[Law, ...] = (
    client.promises,
    client.integrity,
    client.satisfaction,
    client.expectations,
    client.relationships,
    contract.offers,
    contract.understanding,
    contract.renewal,
    contract.churn,
)
LAWS: tuple[Law, ...] = (*TEAM, *PROJECTS, *CLIENTS)


def apply_laws(scenario: Scenario, state: State, stage: Stage) -> None:
    """Run every law on the state, settling ranges after each."""
    tick = Tick(scenario, state, stage)
    if tick.team:
        _apply(TEAM, tick)
    if scenario.projects:
        _apply(PROJECTS, tick)
    _apply(CLIENTS, tick)


def _apply(laws: tuple[Law, ...], tick: Tick) -> None:
    for law in laws:
        law(tick)
        tick.ledger.settle()
