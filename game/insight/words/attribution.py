"""Roughly how many points of each scorecard a number is worth, so that causes can be compared across numbers.

A straight line through curved formulas: good enough to say what mattered most, never shown as a number.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.model import KPIS, Scenario, Seat
from game.engine.play import Play
from game.engine.view import View
from game.insight.pitches import back
from game.insight.traced import net
from game.insight.words.causes import CauseWords, cause_words

SLOPE = 0.2  # p(1 - p) of a renewal that is neither sure nor lost
ROUTINE = (
    "law:experience",
    "law:expectation",
    "law:pay/",
    "law:limit",
    "law:follows",
    "law:settling",
    "law:learning",
    "law:week",
    "law:time",
    "law:slack",
)
WEEKS_FELT = 4.0  # weeks that tiredness, or an empty chair, is felt


@dataclass
class Sway:
    """What one cause did to the two cards, in points."""

    words: CauseWords
    am: float = 0.0
    pm: float = 0.0

    def on(self, seat: Seat) -> float:
        """Points on a seat's own card; the mean of the two in the both seat."""
        return self.am if seat is Seat.AM else self.pm if seat is Seat.PM else 0.5 * (self.am + self.pm)


class Weights:
    """Points of each card per unit of each quantity, indexed like the table of quantities."""

    def __init__(self, scenario: Scenario) -> None:
        self.am = [0.0] * len(scenario.quantities)
        self.pm = [0.0] * len(scenario.quantities)
        self.losses: list[int] = []  # experience: bad ones count double
        self._client(scenario)
        self._team(scenario)
        self._work(scenario)

    def _client(self, scenario: Scenario) -> None:
        whole = 0.0
        for account in scenario.accounts:
            whole += account.base_value
        for account in scenario.accounts:
            part = account.base_value / whole if whole > 0.0 else 0.0
            influence = 0.0
            for contact in account.contacts:
                influence += scenario.people[contact].influence
            for contact in account.contacts:
                person = scenario.people[contact]
                share = part * person.influence / influence if influence > 0.0 else 0.0
                felt = share * (
                    per_unit(scenario, "satisfaction") + 1.6 * 0.04 * SLOPE * per_unit(scenario, "retention")
                )
                self.am[person.satisfaction] = felt
                self.am[person.experience] = felt
                self.losses.append(person.experience)
                trust = share * 0.02 * SLOPE * per_unit(scenario, "retention")
                self.am[person.confidence] = 0.6 * trust
                self.am[person.relationship] = 0.4 * trust
            self.am[account.prepared] = part * 0.9 * SLOPE * per_unit(scenario, "retention")
            self.am[account.issue] = -part * SLOPE * per_unit(scenario, "retention")
            self.am[account.value] = _over(per_unit(scenario, "revenue"), whole)
            self.am[account.credits] = -self.am[account.value]
            target = 0.0
            for each in scenario.accounts:
                target += each.upsell_target
            self.am[account.upsell] = _over(per_unit(scenario, "upsell"), target) + 0.5 * self.am[account.value]
            self.am[account.signed] = 0.0

    def _team(self, scenario: Scenario) -> None:
        day = self._day(scenario)
        for person in scenario.people:
            if person.side == "team":
                self.pm[person.fatigue] = 5.0 * WEEKS_FELT * day
                self.pm[person.gone] = 5.0 * WEEKS_FELT * day
                self.pm[person.morale] = 0.05  # no KPI counts it, everybody's next week does

    def _work(self, scenario: Scenario) -> None:
        day = self._day(scenario)
        budgets = planned = 0.0
        for project in scenario.projects:
            budgets += project.start_budget
        for task in scenario.tasks:
            self.pm[task.work] = day
            planned += task.planned_days
        for project in scenario.projects:
            self.pm[project.spent] = _over(per_unit(scenario, "budget"), budgets)
            self.pm[project.budget] = -self.pm[project.spent]
            self.pm[project.defects] = _over(-0.6 * per_unit(scenario, "quality"), 0.25 * planned)
        for risk in scenario.risks:
            self.pm[risk.mitigated] = 0.5 * per_unit(scenario, "risk") / len(scenario.risks)

    def _day(self, scenario: Scenario) -> float:
        """Points of the PM's card that one more day of work costs: a later date, and the pay."""
        team = [p for p in scenario.people if p.side == "team"]
        budgets = rates = 0.0
        for project in scenario.projects:
            budgets += project.start_budget
        for person in team:
            rates += person.rate / len(team)
        late = _over(-per_unit(scenario, "on_time") * 0.5 / 4.0, 5.0 * max(1, len(team)))
        return late + _over(per_unit(scenario, "budget") * rates, budgets)


def _over(amount: float, whole: float) -> float:
    return amount / whole if whole > 0.0 else 0.0


def per_unit(scenario: Scenario, kpi: str) -> float:
    """Points of its card that one unit of a KPI is worth, negative where less is better."""
    target = scenario.targets[kpi]
    card = KPIS[Seat.AM] if kpi in KPIS[Seat.AM] else KPIS[Seat.PM]
    weight = 0.0
    for name in card:
        weight += scenario.targets[name].weight
    span = target.target - target.floor
    return 100.0 * target.weight / weight / span if span != 0.0 and weight > 0.0 else 0.0


def sways(play: Play, week: int, view: View, weights: Weights) -> list[Sway]:
    """What each cause of a week did to the two cards, in the order the causes appear.

    Counts what the view shows, and what people lived through, which reaches satisfaction the same week.
    """
    scenario = play.scenario
    found: dict[str, Sway] = {}
    for _week, quantity, cause, grains in net(play.weeks[week - 1].changes):
        am, pm = weights.am[quantity], weights.pm[quantity]
        if (am == 0.0 and pm == 0.0) or cause.startswith(ROUTINE):
            continue
        lived = scenario.quantities[quantity].seen_by == 0 and am != 0.0
        if not (view.live(quantity) or (lived and view.seat is not Seat.PM)):
            continue
        units = grains / scenario.quantities[quantity].per_unit
        if quantity in weights.losses and units < 0.0:
            units *= 2.0
        words = cause_words(view, back(play, week, cause))
        sway = found.setdefault(words.key, Sway(words))
        sway.am += am * units
        sway.pm += pm * units
    return list(found.values())
