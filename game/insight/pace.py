"""Whose doing it was that a forecast moved: worked out anew after each cause of a week.

The ledger has one line for a forecast, since a law works it out from everything at once. Here it is taken apart: how
the plan was looked after, how old its estimate is, the week's work, what the pace so far adds to the plan, the mistakes
an honest estimate reckons with, and then all that has a name: what was decided, what struck, what came to light, what
the team's condition did.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from game.engine.formulas.money import earned_schedule, forecast_duration, spi_time
from game.engine.laws import money, work
from game.engine.laws.tick import Tick
from game.engine.ledger import Ledger
from game.engine.model import NONE, Person, Project, Scenario, Task
from game.engine.outcomes import Stage
from game.engine.play import Play
from game.engine.schedule import allocate
from game.engine.scores import number
from game.engine.state import Change, State

UPKEEP, AGES, DONE, PACE = "law:upkeep", "law:estimate_ages", "law:week_work", "law:pace_so_far"
RECKONED = "law:reckoned"  # mistakes of the week that an honest estimate reckons with before anybody finds them
DELIVERED = "law:delivered"  # a delivery counts by its whole week, whatever part of it was foreseen
DISCOVERY, QUEUE, SET_FREE = "law:discovery", "law:queue", "law:set_free"
# who comes over from a delivery, what comes to light and what strikes find the week's work done
AFTER_WORK = (SET_FREE, DISCOVERY, "risk:")
IDLE = 0.5  # share of somebody's days
# the laws of the week's work itself; every other law is a cause of its own
OF_THE_WORK = (
    "law:work", "law:rework", "law:load", "law:finished", DELIVERED, "law:pay", "law:forecast",
    "law:final_cost", AGES, "law:status", "law:limit", "law:escaped", "law:week",
)  # fmt: skip


def forecasts_of(scenario: Scenario) -> list[int]:
    """The numbers this takes apart: the date and the cost of every project, the date of every task."""
    found = [task.forecast for task in scenario.tasks]
    for project in scenario.projects:
        found += [project.forecast, project.forecast_cost]
    return found


def project_of_forecast(scenario: Scenario, quantity: int) -> int:
    """The position of the project that a date or a cost of `forecasts_of` is about; NONE for other numbers."""
    for position, project in enumerate(scenario.projects):
        dates = [scenario.tasks[index].forecast for index in project.tasks]
        if quantity in (project.forecast, project.forecast_cost, *dates):
            return position
    return NONE


def forecast_parts(play: Play, week: int, quantity: int) -> list[tuple[str, int]]:
    """The causes that moved a forecast in a lived week, in grains: they sum to the change exactly.

    `quantity` is the date or the cost of a project, or the date of a task.
    """
    return parts_along(forecast_steps(play, week), quantity, play.states[week - 1].values[quantity])


Steps = list[tuple[str, list[int]]]  # a cause, and the table as it was with it and all before it


def parts_along(steps: Steps, quantity: int, last: int) -> list[tuple[str, int]]:
    """What each cause did to a number that was `last`, in grains: they sum to what the last table has of it."""
    found: dict[str, int] = {}
    for cause, values in steps:
        if values[quantity] != last:
            found[cause] = found.get(cause, 0) + values[quantity] - last
            last = values[quantity]
    return [(cause, grains) for cause, grains in found.items() if grains]


def forecast_steps(play: Play, week: int) -> Steps:
    """The table after each cause of a week in turn, its forecasts worked out anew; the last is how the week ended.

    What is delivered in the week it was expected in is dated at its end from the first: nothing else moved that date.
    """
    found = _steps(play, week)
    dates = [project.forecast for project in delivered_as_expected(play, week)]
    if not dates:
        return found
    opened = play.states[week - 1].values.copy()
    found.insert(0, (DELIVERED, opened))
    for _cause, values in found:
        for date in dates:
            values[date] = play.states[week].values[date]
    return found


def delivered_as_expected(play: Play, week: int) -> list[Project]:
    """The projects delivered in a lived week in which they were expected as it opened, and earlier in it."""
    was, now = play.states[week - 1].values, play.states[week].values
    done = [project for project in play.scenario.projects if now[project.delivered] == week]
    return [each for each in done if week - 1 < number(play.scenario, was, each.forecast) < week]


def _steps(play: Play, week: int) -> Steps:
    """The causes of a week in turn, as `forecast_steps` has them before a delivery is dated.

    The week's work comes first, and everything that has a name on top of it: what it did is what would not be so
    without it.
    """
    closed = play.states[week]
    kept_up = {name: served - 1 for name, served in closed.neglect.items()}  # as of this week, seen from the last
    opened = play.states[week - 1].values
    seen_to = _worked_out(play, week - 1, _younger(play.scenario, opened), kept_up)
    aged = _worked_out(play, week - 1, opened, kept_up)
    named: list[Change] = []
    faultless, done = _lived_anew(play, week, named, faultless=True), _lived_anew(play, week, named)
    found = [(UPKEEP, seen_to), (AGES, aged), (DONE, _without_pace(play, week, aged, faultless)), (PACE, faultless)]
    found.append((RECKONED, done))
    for cause, changes in _by_cause(play.weeks[week - 1].changes):
        telling = _telling(play, cause, changes)
        if telling:
            named += telling
            found += _bought(play, cause, telling, found[-1][1], _lived_anew(play, week, named))
    return [*found, (DONE, closed.values)]


def _bought(play: Play, cause: str, telling: list[Change], before: list[int], after: list[int]) -> Steps:
    """A cause as a step; where it only cost money, that alone, and what the pace makes of it in the forecast apart."""
    costs = {project.spent: project.forecast_cost for project in play.scenario.projects}
    if not all(quantity in costs for _week, quantity, _cause, _grains in telling):
        return [(cause, after)]
    paid = before.copy()
    for _week, quantity, _cause, grains in telling:
        paid[costs[quantity]] += grains
    return [(cause, paid), (PACE, after)]


def _lived_anew(play: Play, week: int, named: list[Change], faultless: bool = False) -> list[int]:
    """The table of a week in which nothing happened but the team's work and what is `named`.

    In a `faultless` one nothing that was done is wrong.
    """
    opened = play.states[week - 1]
    state = State(play.seat, play.difficulty, opened.values.copy())
    state.neglect = play.states[week].neglect
    after = [change for change in named if change[2].startswith(AFTER_WORK)]
    waits = any(change[2] == QUEUE for change in named)
    _put(state.values, [change for change in named if change[2] != QUEUE and change not in after])
    for project in play.scenario.projects:
        state.values[project.estimated] = max(0, state.values[project.estimated])
    tick = tick_of(play, state, week)
    for law in (work.progress, money.costs):
        law(tick)
        tick.ledger.settle()
    for project in [] if waits else play.scenario.projects:
        state.values[project.waiting] = opened.values[project.waiting]
    for task in play.scenario.tasks if faultless else ():
        state.values[task.done] += state.values[task.hidden] - opened.values[task.hidden]
        state.values[task.hidden] = opened.values[task.hidden]
    _put(state.values, after)
    _crews_anew(play, week, tick, any(change[2] == SET_FREE for change in after))
    return _forecast(tick)


def _crews_anew(play: Play, week: int, tick: Tick, set_free: bool) -> None:
    """Every project's crew once the week's work is done; one that is delivered in that week keeps who delivered it."""
    done = [p.delivered for p in play.scenario.projects if play.states[week].values[p.delivered] == week]
    if set_free:
        for delivered in done:
            tick.values[delivered] = week
    for position, project in enumerate(play.scenario.projects):
        if project.delivered not in done:
            tick.crews.pop(position, None)
            work.crew_of(tick, position)
    if set_free:
        for delivered in done:
            tick.values[delivered] = 0


def _younger(scenario: Scenario, opened: list[int]) -> list[int]:
    """The table as it was when the last forecast was made, with its estimates a week younger."""
    values = opened.copy()
    for project in scenario.projects:
        values[project.estimated] -= 1 if values[project.estimated] else 0
    return values


def _put(values: list[int], changes: list[Change]) -> None:
    for _week, quantity, _cause, grains in changes:
        values[quantity] += grains


def _by_cause(changes: Iterable[Change]) -> list[tuple[str, list[Change]]]:
    found: dict[str, list[Change]] = {}
    for change in changes:
        found.setdefault(change[2], []).append(change)
    return list(found.items())


def _telling(play: Play, cause: str, changes: list[Change]) -> list[Change]:
    """What of a cause a forecast is worked out from; what nobody sees is nobody's to name, until it comes to light."""
    if cause.startswith(OF_THE_WORK):
        return []
    kinds = play.scenario.quantities
    moods = [person.morale for person in play.scenario.people]
    moved = [change for change in changes if kinds[change[1]].kind in ("project", "task", "team")]
    moved = [change for change in moved if change[1] not in moods]
    return [change for change in moved if kinds[change[1]].seen_by or cause == DISCOVERY]


def _worked_out(play: Play, week: int, values: list[int], neglect: dict[str, int]) -> list[int]:
    """The table with its forecasts worked out anew, as of the end of a week."""
    state = State(play.seat, play.difficulty, values.copy())
    state.neglect = neglect
    for project in play.scenario.projects:
        state.values[project.estimated] = max(0, state.values[project.estimated])
    return _forecast(tick_of(play, state, week))


def _forecast(tick: Tick) -> list[int]:
    for law in (work.forecast, money.forecast_cost):
        law(tick)
        tick.ledger.settle()
    return tick.values


def tick_of(play: Play, state: State, week: int) -> Tick:
    """What the laws of a week would be handed, to ask them anew; they write into `state` alone."""
    ledger = Ledger(play.scenario, state.values, week)
    return Tick(play.scenario, state, Stage(play.scenario, state.values, ledger, play.luck, week))


def _without_pace(play: Play, week: int, before: list[int], after: list[int]) -> list[int]:
    """The table after the week's work, with the pace so far adding to the plan what it did before it."""
    then, now = State(play.seat, play.difficulty, before), State(play.seat, play.difficulty, after.copy())
    old, new = tick_of(play, then, week - 1), tick_of(play, now, week)
    for position, project in work.under_way(new):
        more = _added_by_pace(new, position) - _added_by_pace(old, position)
        left = new.read(project.forecast) - week
        for task in new.plans[position].tasks:  # the law stretches what is left of the plan to the whole
            ahead = new.read(task.forecast) - week
            if left > 0.0 and ahead > 0.0:
                new.ledger.move(task.forecast, PACE, -more * ahead / left)
        new.ledger.move(project.forecast, PACE, -more)
    new.ledger.settle()
    money.forecast_cost(new)
    new.ledger.settle()
    return now.values


@dataclass(frozen=True)
class PaceSoFar:
    """How the weeks behind stand to a project's plan, and what that adds to its date.

    `before` and `after` the work of a lived week, weeks by which the date is later than the plan alone has it; and the
    shares of all work that were reported `done` and `planned` to be, at its end; and the week that alone would mean.
    """

    before: float
    after: float
    done: float
    planned: float
    alone: float


def pace_so_far(play: Play, week: int, position: int) -> PaceSoFar:
    """How a project's pace stood after the work of a lived week."""
    _upkeep, (_ages, opened), _done, (_pace, closed), *_others = _steps(play, week)
    then = tick_of(play, State(play.seat, play.difficulty, opened), week - 1)
    now = tick_of(play, State(play.seat, play.difficulty, closed), week)
    planned, due = now.plans[position].planned, play.scenario.projects[position].due
    done = work.reported_share(tick_of(play, play.states[week], week), position)  # as every screen has it
    return PaceSoFar(
        _added_by_pace(then, position),
        _added_by_pace(now, position),
        done,
        planned[min(week, len(planned)) - 1],
        forecast_duration(float(due), spi_time(earned_schedule(planned, done), float(week))),
    )


def _added_by_pace(tick: Tick, position: int) -> float:
    """Weeks by which the pace so far makes a forecast later than the plan alone."""
    project = tick.scenario.projects[position]
    whole = tick.read(project.forecast)
    share = work.on_this_pace(tick, position, project, 0.0)  # of the pace alone; 0 where it does not count yet
    if share <= 0.0 or whole >= work.LATEST:
        return 0.0
    return whole - (whole - share) / work.SCHEDULE_WEIGHT


def begun_by(play: Play, week: int, position: int, cause: str) -> list[Task]:
    """The tasks of a project that were begun in a lived week and would not have been without a cause."""
    found: list[Task] = []
    for (_cause, before), (named, after) in pairwise(forecast_steps(play, week)):
        for task in play.scenario.tasks if named == cause else ():
            done = [values[task.done] + values[task.hidden] for values in (before, after)]
            if task.project == position and done[0] == 0 < done[1] and task not in found:
                found.append(task)
    return found


def hands_in(play: Play, week: int) -> list[tuple[int, str, float]]:
    """Who worked on what in a lived week: (task, person, days), in the order in which the days were handed out."""
    return work.hands(_before_work(play, week))


def had_little_to_do(play: Play, week: int, position: int, share: float = IDLE) -> list[Person]:
    """Who of a project's team had work that was ready for less than a share of a lived week, half of it at first."""
    tick = _before_work(play, week)
    crew, plan = work.crew_of(tick, position), tick.plans[position]
    hands = work.workers(tick, position, crew)
    _done, used = allocate(work.todos(tick, plan), plan.waits, plan.skills, hands, crew.able)
    return [who for i, who in enumerate(crew.people) if used[i] < share * hands[i][1]]


def _before_work(play: Play, week: int) -> Tick:
    """What the week's work was done with: all that had moved in a lived week but the work and what came after it."""
    values = play.states[week - 1].values.copy()
    for _week, quantity, cause, grains in play.weeks[week - 1].changes:
        if not cause.startswith((*OF_THE_WORK, *AFTER_WORK, QUEUE)):
            values[quantity] += grains
    state = State(play.seat, play.difficulty, values)
    state.neglect = play.states[week].neglect
    return tick_of(play, state, week)
