"""The ten KPIs, the two scorecards, the meters and the score: values of a state, so that they live every week.

| KPI          | formula                                                                    | unit          | better |
|--------------|----------------------------------------------------------------------------|---------------|--------|
| satisfaction | influence- and revenue-weighted mean of client people                      | points 0-100  | up     |
| retention    | renewal probability at the due date, revenue-weighted; signed 1, lost 0    | share         | up     |
| upsell       | (signed + probability x pipeline) / target                                 | share         | up     |
| revenue      | (yearly value + signed - credits) / start; who left as they last paid      | share         | up     |
| churn        | expected share of revenue lost in the next twelve months                   | share         | down   |
| on_time      | half milestones met, half forecast finish against due                      | share         | up     |
| budget       | (forecast cost - budget) / budget                                          | share         | down   |
| utilisation  | distance of mean utilisation from the band 0.70-0.80                       | share         | down   |
| quality      | escaped defects per planned day, and satisfaction of who received it       | share         | up     |
| risk         | 1 - (residual + realised loss) / worst exposure, unidentified in full      | share         | up     |

Points run 0 to 100 between a KPI's floor and target. A card is the weighted mean of its KPIs' points; a seat's score
is 70 % its own card and 30 % the other's, and half of each in the both seat.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.formulas.numeric import clamp
from game.engine.formulas.risk import chance_by, exposure, mitigation_effectiveness
from game.engine.model import KPIS, Project, Scenario, Seat, Task
from game.engine.state import Reached, State

OWN_SHARE = 0.7
UTILISATION_BAND = (0.70, 0.80)
WEEKS_LATE_WORST = 1.0  # weeks late that leave nothing of the forecast half of on_time
WENT_BY = 0.5  # of an exposure that passed without a blow and without a measure: that was luck, not management
DEFECT_SHARE_WORST = 0.18  # escaped rework per planned day that leaves nothing of the defect half of quality


def number(scenario: Scenario, values: list[int], quantity: int) -> float:
    """A quantity's value in its unit."""
    return values[quantity] / scenario.quantities[quantity].per_unit


def satisfaction(scenario: Scenario, values: list[int]) -> float | None:
    """Weighted by influence and by what each account was worth at the start; who left thinks what they last thought."""
    weight = points = 0.0
    for account in scenario.accounts:
        for contact in account.contacts:
            person = scenario.people[contact]
            share = person.influence * account.base_value
            points += share * number(scenario, values, person.satisfaction)
            weight += share
    return points / weight if weight > 0.0 else None


def retention(scenario: Scenario, values: list[int]) -> float | None:
    """The revenue-weighted chance to renew."""
    return _by_revenue(scenario, values, [number(scenario, values, a.renewal_chance) for a in scenario.accounts])


def churn(scenario: Scenario, values: list[int]) -> float | None:
    """The revenue-weighted yearly loss to expect between renewals; one lost at its renewal is retention's."""
    return _by_revenue(scenario, values, [number(scenario, values, a.churn_risk) for a in scenario.accounts])


def _by_revenue(scenario: Scenario, values: list[int], shares: list[float]) -> float | None:
    weight = points = 0.0
    for account, share in zip(scenario.accounts, shares, strict=True):
        points += account.base_value * share
        weight += account.base_value
    return points / weight if weight > 0.0 else None


def upsell(scenario: Scenario, values: list[int]) -> float | None:
    """Signed and probable extra business against the target; None where there is no target."""
    target = sold = 0.0
    for account in scenario.accounts:
        target += account.upsell_target
        sold += number(scenario, values, account.upsell) + number(scenario, values, account.pipeline)
    return sold / target if target > 0.0 else None


def revenue(scenario: Scenario, values: list[int]) -> float | None:
    """Yearly revenue per account after changes and concessions, against the start.

    Who left counts as they last paid: that they left is for retention and churn to say, and makes nobody pay more.
    """
    start = now = 0.0
    for account in scenario.accounts:
        start += account.base_value
        now += number(scenario, values, account.value) - number(scenario, values, account.credits)
        if values[account.signed] != 2:  # half of what is sold comes again next year, from who stays
            now += 0.5 * number(scenario, values, account.upsell)
    return now / start if start > 0.0 else 0.0


def on_time(scenario: Scenario, values: list[int]) -> float | None:
    """Milestones met, and the forecast against the due week; the mean of all projects."""
    if not scenario.projects:
        return None
    share = 0.0
    for project in scenario.projects:
        share += _on_time(scenario, values, project)
    return share / len(scenario.projects)


def _on_time(scenario: Scenario, values: list[int], project: Project) -> float:
    delivered = values[project.delivered]
    finish = float(delivered) if delivered else number(scenario, values, project.forecast)
    forecast = 1.0 - clamp((finish - project.due) / WEEKS_LATE_WORST, 0.0, 1.0)
    met = due = 0
    for index in project.milestones:
        task = scenario.tasks[index]
        due += 1
        met += 1 if _in_time(scenario, values, task) else 0
    return 0.5 * forecast + 0.5 * (met / due if due else forecast)


def milestone_week(task: Task) -> int:
    """The week the plan said a task would be done in: planned for 4.6 weeks means in week 5."""
    return int(task.planned_end) + (0 if task.planned_end == int(task.planned_end) else 1)


def _in_time(scenario: Scenario, values: list[int], task: Task) -> bool:
    finished = values[task.finished]
    when = float(finished) if finished else number(scenario, values, task.forecast)
    return when <= milestone_week(task)


def budget(scenario: Scenario, values: list[int]) -> float | None:
    """The share by which the forecast cost exceeds the budget; below 0 when under it."""
    budgeted = cost = 0.0
    for project in scenario.projects:
        budgeted += number(scenario, values, project.budget)
        cost += number(scenario, values, project.forecast_cost)
    return (cost - budgeted) / budgeted if budgeted > 0.0 else None


def utilisation(scenario: Scenario, values: list[int]) -> float | None:
    """How far utilisation lies outside the band; 0 inside it. None before anybody worked."""
    low, high = UTILISATION_BAND
    share = 0.0
    count = 0
    for project in scenario.projects:
        if values[project.spent]:
            share += number(scenario, values, project.utilisation)
            count += 1
    if not count:
        return None
    share /= count
    return max(0.0, low - share, share - high)


def quality(scenario: Scenario, values: list[int]) -> float | None:
    """Escaped rework per planned day, and how content those are who receive the work."""
    if not scenario.projects:
        return None
    defects = planned = 0.0
    for project in scenario.projects:
        defects += number(scenario, values, project.defects)
        for index in project.tasks:
            planned += scenario.tasks[index].planned_days
    escaped = 1.0 - clamp(defects / (DEFECT_SHARE_WORST * planned), 0.0, 1.0) if planned > 0.0 else 1.0
    content = weight = 0.0
    for project in scenario.projects:
        for contact in scenario.accounts[project.account].contacts:
            person = scenario.people[contact]
            content += person.influence * number(scenario, values, person.satisfaction) / 100.0
            weight += person.influence
    return 0.6 * escaped + 0.4 * (content / weight if weight > 0.0 else 0.7)


def risk(scenario: Scenario, values: list[int]) -> float | None:
    """How much of the exposure was kept from happening; a loss nobody identified counts in full."""
    if not scenario.risks:
        return None
    initial = residual = realised = 0.0
    week = values[scenario.week]
    for each in scenario.risks:
        hazard = each.hazard.value(values)
        span = each.last_week - each.first_week + 1
        whole = exposure(chance_by(hazard, span), each.cost)
        # Against the worst it has been: a danger done away with for good is one covered, not one that never was.
        initial += exposure(chance_by(number(scenario, values, each.worst), span), each.cost)
        known = values[each.known_am] or values[each.known_pm]
        spared = number(scenario, values, each.mitigated)
        if values[each.struck]:
            realised += each.cost * (1.0 - spared) * 0.5
            continue
        weeks_left = max(0, each.last_week - max(week, each.first_week) + 1)
        left = exposure(chance_by(hazard * (1.0 - spared), weeks_left), each.cost * (1.0 - 0.5 * spared))
        left = left if known else exposure(chance_by(hazard, weeks_left), each.cost)
        went_by = whole * (1.0 - weeks_left / span) * (1.0 - spared if known else 1.0)
        residual += left + WENT_BY * went_by
    return mitigation_effectiveness(initial, residual, realised)


def kpi(scenario: Scenario, values: list[int], name: str) -> float | None:
    """One KPI by name; None where there is no data yet."""
    return FORMULAS[name](scenario, values)


FORMULAS = {
    "satisfaction": satisfaction,
    "retention": retention,
    "upsell": upsell,
    "revenue": revenue,
    "churn": churn,
    "on_time": on_time,
    "budget": budget,
    "utilisation": utilisation,
    "quality": quality,
    "risk": risk,
}


def points(scenario: Scenario, name: str, value: float) -> float:
    """0 at the floor, 100 at the target, linear between, clamped."""
    target = scenario.targets[name]
    span = target.target - target.floor
    return clamp(100.0 * (value - target.floor) / span, 0.0, 100.0) if span != 0.0 else 100.0


def card(scenario: Scenario, values: list[int], seat: Seat) -> float:
    """A scorecard's 0-100: the weighted mean of its KPIs' points, those without data left out."""
    weighted = weight = 0.0
    for name in KPIS[seat]:
        value = kpi(scenario, values, name)
        if value is not None:
            weighted += scenario.targets[name].weight * points(scenario, name, value)
            weight += scenario.targets[name].weight
    return weighted / weight if weight > 0.0 else 50.0


@dataclass(frozen=True)
class Standing:
    """The two meters, and what each seat's score would be if the play ended now."""

    relationship: float
    delivery: float

    def score(self, seat: Seat) -> float:
        """0-100: 70 % the own card and 30 % the other; half of each in the both seat."""
        if seat is Seat.BOTH:
            return 0.5 * self.relationship + 0.5 * self.delivery
        own, other = self.relationship, self.delivery
        if seat is Seat.PM:
            own, other = other, own
        return OWN_SHARE * own + (1.0 - OWN_SHARE) * other


def standing(scenario: Scenario, values: list[int]) -> Standing:
    """The two cards of a state."""
    return Standing(card(scenario, values, Seat.AM), card(scenario, values, Seat.PM))


@dataclass(frozen=True)
class Outcome:
    """How a play ended, and the scores."""

    ending: str
    week: int
    early: bool
    standing: Standing
    score: float


def outcome(scenario: Scenario, state: State) -> Outcome | None:
    """None while the play goes on."""
    reached: Reached | None = state.reached
    if reached is None:
        return None
    at_end = standing(scenario, state.values)
    return Outcome(reached.ending, reached.week, reached.early, at_end, at_end.score(state.seat))
