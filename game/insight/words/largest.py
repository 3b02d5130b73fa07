"""The number that moved a reader's own meter most in a week, and the entry of the table through which it did."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.model import NONE, Person, Scenario, Seat
from game.engine.scores import DEFECT_SHARE_WORST
from game.insight.words.lived import Week, milestone_met
from game.insight.words.moved import KpiMoved, meter_explained

LEAST = 1.0  # points of a meter from which somebody asks why
OWN = {Seat.AM: ("relationship",), Seat.PM: ("delivery",), Seat.BOTH: ("relationship", "delivery")}
CLIENT_SIDE = ("satisfaction", "retention", "upsell", "revenue", "churn")


@dataclass(frozen=True)
class Largest:
    """A KPI with what it did to its meter. `quantity` is what moved it most: NONE where a formula alone did."""

    moved: KpiMoved
    quantity: int
    owner: str  # whose number that is: a person, an account, a project, a task; "" for nobody's in particular
    person: int = NONE

    @property
    def better(self) -> bool:
        """Whether it was good news."""
        return self.moved.change > 0.0


def largest(lived: Week) -> Largest | None:
    """The KPI that did most to one of the reader's own meters, if it did a point or more."""
    found: list[KpiMoved] = []
    for name in OWN[lived.viewer]:
        opened = meter_explained(lived.play, lived.week, lived.viewer, name)
        if opened is not None and opened.live:
            found += opened.rows
    most = max(found, key=lambda row: abs(row.change), default=None)
    if most is None or abs(most.change) < LEAST:
        return None
    return WAYS[most.name](lived, most)


Way = tuple[float, int, str, int]  # points towards where the KPI went, quantity, owner, person


def _most(moved: KpiMoved, ways: list[Way]) -> Largest:
    """What did most in the direction the KPI went."""
    forward = 1.0 if moved.change > 0.0 else -1.0
    most = max(ways, key=lambda way: way[0] * forward, default=(0.0, NONE, "", NONE))
    if most[0] * forward <= 0.0:
        return Largest(moved, NONE, "")
    return Largest(moved, most[1], most[2], most[3])


def _satisfaction(lived: Week, moved: KpiMoved) -> Largest:
    ways: list[Way] = []
    for index, person in enumerate(lived.scenario.people):
        if person.side == "client":
            weight = person.influence * lived.scenario.accounts[person.account].base_value
            ways.append((weight * lived.change(person.satisfaction), person.satisfaction, person.name, index))
    return _most(moved, ways)


def _retention(lived: Week, moved: KpiMoved) -> Largest:
    accounts = lived.scenario.accounts
    ways = [(a.base_value * lived.change(a.renewal_chance), a.renewal_chance, a.name, NONE) for a in accounts]
    return _most(moved, ways)


def _churn(lived: Week, moved: KpiMoved) -> Largest:
    accounts = lived.scenario.accounts
    return _most(moved, [(-a.base_value * lived.change(a.churn_risk), a.churn_risk, a.name, NONE) for a in accounts])


def _upsell(lived: Week, moved: KpiMoved) -> Largest:
    ways: list[Way] = []
    for account in lived.scenario.accounts:
        sold = lived.change(account.upsell)
        ways.append((sold, account.upsell, account.name, NONE))
        if not sold:  # what was sold was on offer before
            ways.append((lived.change(account.pipeline), account.pipeline, account.name, NONE))
    return _most(moved, ways)


def _revenue(lived: Week, moved: KpiMoved) -> Largest:
    ways: list[Way] = []
    for account in lived.scenario.accounts:
        ways.append((lived.change(account.value), account.value, account.name, NONE))
        ways.append((-lived.change(account.credits), account.credits, account.name, NONE))
        ways.append((0.5 * lived.change(account.upsell), account.upsell, account.name, NONE))
    return _most(moved, ways)


def _on_time(lived: Week, moved: KpiMoved) -> Largest:
    ways: list[Way] = []
    for project in lived.scenario.projects:
        late = lived.change(project.forecast)
        ways.append((-0.5 * late, project.forecast, project.name, NONE))
        for index in project.milestones:
            task = lived.scenario.tasks[index]
            before, now = (milestone_met(lived, task, state) for state in (lived.week - 1, lived.week))
            if before is not now and lived.sees(task.forecast):
                share = 0.5 / len(project.milestones)
                ways.append((share if now else -share, task.forecast, task.name, NONE))
    return _most(moved, ways)


def _budget(lived: Week, moved: KpiMoved) -> Largest:
    projects = lived.scenario.projects
    return _most(moved, [(-lived.change(p.forecast_cost), p.forecast_cost, p.name, NONE) for p in projects])


def _utilisation(lived: Week, moved: KpiMoved) -> Largest:
    """The load that moved most; more of it is better or worse, so only its size counts."""
    projects = lived.scenario.projects
    forward = 1.0 if moved.change > 0.0 else -1.0
    return _most(moved, [(forward * abs(lived.change(p.utilisation)), p.utilisation, p.name, NONE) for p in projects])


def _quality(lived: Week, moved: KpiMoved) -> Largest:
    scenario, ways = lived.scenario, []
    planned = 0.0
    for task in scenario.tasks:
        planned += task.planned_days
    people = _receiving(scenario)
    weight = 0.0
    for _index, person in people:
        weight += person.influence
    for project in scenario.projects:
        share = -0.6 / (DEFECT_SHARE_WORST * planned) if planned > 0.0 else 0.0
        ways.append((share * lived.change(project.defects), project.defects, project.name, NONE))
    for index, person in people:
        share = 0.004 * person.influence / weight
        ways.append((share * lived.change(person.satisfaction), person.satisfaction, person.name, index))
    return _most(moved, ways)


def _receiving(scenario: Scenario) -> list[tuple[int, Person]]:
    """The people of the clients something is delivered to."""
    accounts = [project.account for project in scenario.projects]
    return [(i, p) for i, p in enumerate(scenario.people) if p.side == "client" and p.account in accounts]


def _risk(lived: Week, moved: KpiMoved) -> Largest:
    return Largest(moved, NONE, "")


WAYS = {
    "satisfaction": _satisfaction,
    "retention": _retention,
    "upsell": _upsell,
    "revenue": _revenue,
    "churn": _churn,
    "on_time": _on_time,
    "budget": _budget,
    "utilisation": _utilisation,
    "quality": _quality,
    "risk": _risk,
}
