"""One small company, and a way to live one law of its week."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from game.engine.laws.tick import Tick
from game.engine.ledger import Ledger
from game.engine.model import Scenario, Seat
from game.engine.outcomes import Stage
from game.engine.play import Play
from game.scenario.load import load_text

STORY = """
format: 1
title: A small company
summary: For the laws.
setting: digital agency
challenge: scope creep
weeks: 8
seats: {am: mara, pm: joss}
briefing: {am: Go., pm: Go., both: Go.}
account: {client: Brightside, value: 100_000, renewal: week 8, upsell_target: 10_000}
people:
  dana: {name: Dana Whitfield, title: Head, side: client, influence: 3, trust: 60, satisfaction: 70, expectation: 70}
  aisha: {name: Aisha Okafor, title: Lead, side: team, skill: development, rate: 600, morale: 70}
  leo: {name: Leo Brandt, title: Developer, side: team, skill: development, rate: 500, morale: 70}
  mara: {name: Mara Lind, title: Account manager, side: house, style: balanced}
  joss: {name: Joss Adeyemi, title: Project manager, side: house, style: balanced}
project:
  budget: 60_000
  due: week 6
  tasks:
    build: {work: 30 days, skill: development}
    polish: {work: 10 days, skill: development, after: [build]}
offers:
  extra: {name: More of it, value: 8_000, fit: 60%}
risks:
  outage:
    name: Outage
    area: the server
    chance: if(spare_line, 0%, 100%)
    weeks: 2-8
    cost: 4_000
    effects: {build.work: +4 days}
events:
  tea:
    title: Tea
    asks: pm
    weeks: 8
    text: Tea or coffee.
    choices:
      tea: {text: Tea., skill: communication, stance: negotiate}
      coffee: {text: Coffee., skill: communication, stance: refuse, sets: spare_line}
promises:
  soon: {by: am, to: dana, text: Soon, due: week 3, kept_when: project.delivered > 0, open: yes}
"""


class Company:
    """The state of the small company, a ledger, and names instead of indices."""

    def __init__(self, scenario: Scenario, seed: int = 1) -> None:
        self.play = Play(scenario, seed, Seat.PM)
        self.scenario = scenario
        self.state = self.play.state.copy()

    def set(self, **values: float) -> Company:
        for name, value in values.items():
            index = self.scenario.quantity_index[name.replace("__", ".")]
            self.state.values[index] = round(value * self.scenario.quantities[index].per_unit)
        return self

    def get(self, name: str) -> float:
        index = self.scenario.quantity_index[name]
        return self.state.values[index] / self.scenario.quantities[index].per_unit

    def live(self, law: Callable[[Tick], None], week: int = 1) -> dict[tuple[str, str], float]:
        """Apply one law in `week`; returns {(quantity name, cause): amount}."""
        self.set(week=week)
        ledger = Ledger(self.scenario, self.state.values, week)
        stage = Stage(self.scenario, self.state.values.copy(), ledger, self.play.luck, week)
        law(Tick(self.scenario, self.state, stage))
        ledger.settle()
        found: dict[tuple[str, str], float] = {}
        for _week, quantity, cause, grains in ledger.changes:
            rule = self.scenario.quantities[quantity]
            key = (rule.name, cause)
            found[key] = found.get(key, 0.0) + grains / rule.per_unit
        return found


@pytest.fixture(scope="session")
def small_company() -> Scenario:
    loaded = load_text(STORY, "company.yaml")
    assert loaded.scenario is not None, "\n".join(map(str, loaded.problems))
    return loaded.scenario


@pytest.fixture
def company(small_company: Scenario) -> Company:
    return Company(small_company)
