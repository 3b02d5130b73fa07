"""The money: what a week costs, and what the whole will cost (MODELS section 2)."""

from __future__ import annotations

from game.engine.constants import DAYS_PER_WEEK, NORMAL_HOURS
from game.engine.formulas.money import EarnedValue
from game.engine.laws.tick import Tick
from game.engine.laws.work import crew_of, reported_share, under_way
from game.engine.model import Person, Project

OVERTIME_PAID = 2.0  # of the rate, for hours beyond forty


def paid_days(tick: Tick, person: Person) -> float:
    """The days' pay a week costs: hours/40 times five, and the double for the hours beyond forty.

    Worked: fifty hours are 5 + 1.25 · 2 = 7.5 days' pay.
    """
    hours = tick.read(person.hours)
    over = max(0.0, hours - NORMAL_HOURS)
    return (hours - over + OVERTIME_PAID * over) / NORMAL_HOURS * DAYS_PER_WEEK


def costs(tick: Tick) -> None:
    """Everybody on a project is paid for their hours until it is done, whether or not there was something to do."""
    for position, project in under_way(tick):
        crew = crew_of(tick, position)
        part = tick.last_weeks.get(position, 1.0)
        for i, person in enumerate(crew.people):
            paid = paid_days(tick, person) * crew.shares[i] * part
            tick.ledger.move(project.spent, "law:pay/" + person.id, paid * person.rate)


def earned_value(tick: Tick, position: int, project: Project) -> EarnedValue:
    """A project's earned value at the end of this week, credited from reported progress."""
    planned = project.planned_value
    share_planned = planned[min(tick.week, len(planned) - 1)]
    bac = project.start_budget
    return EarnedValue(share_planned * bac, reported_share(tick, position) * bac, tick.read(project.spent), bac)


def weekly_burn(tick: Tick, position: int) -> float:
    """What another week like this costs."""
    burn = 0.0
    crew = crew_of(tick, position)
    for i, person in enumerate(crew.people):
        burn += paid_days(tick, person) * crew.shares[i] * person.rate
    return burn


def forecast_cost(tick: Tick) -> None:
    """What it will cost: the pay until the forecast week, and, as the work proceeds, what the pace so far says."""
    for project in tick.scenario.projects:
        if tick.values[project.delivered] != 0:
            tick.ledger.put(project.forecast_cost, "law:final_cost", tick.read(project.spent))
    for position, project in under_way(tick):
        value = earned_value(tick, position, project)
        weeks_left = max(0.0, tick.read(project.forecast) - tick.week)
        by_burn = value.ac + weekly_burn(tick, position) * min(weeks_left, float(tick.scenario.weeks))
        done = min(1.0, value.ev / value.bac) if value.bac > 0.0 else 1.0
        by_pace = value.eac_typical() if done > 0.2 else by_burn
        weight = 0.3 * done  # the pace says little early on
        tick.ledger.put(project.forecast_cost, "law:forecast", (1.0 - weight) * by_burn + weight * by_pace)
