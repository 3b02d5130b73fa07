"""The plan as a seat knows it: when each task was planned, when it began or will, when it is expected, what is done."""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.engine.model import Scenario, Seat, Task
from game.engine.play import Play
from game.engine.scores import number
from game.engine.view import observe
from game.insight.pace import hands_in
from game.insight.words.cards import known_values
from game.insight.words.figures import NBSP, NEVER, day_of, days, listed, percent, week_number, week_of
from game.insight.words.hands import Hands, begins, held_up, on_task

_LATEST = 6  # weeks after the last that are shown at most
_AGAIN = 0.5  # days on top of a done task that are told, as they open it again


@dataclass(frozen=True)
class PlanRow:
    """One task. Weeks count from 0 at the opening of week 1, so that 9.0 is the end of week 9."""

    name: str
    planned_start: float
    planned: float  # the end once planned
    expected: float  # the end on this pace; as it was, where it is done
    done: float  # share, as reported
    finished: bool
    milestone: bool
    project: int
    start: float = 0.0  # when it was begun, or is expected to be
    again: float = 0.0  # days that have come on top of a task that was done
    decides: str = ""  # the project whose date hangs on it: no task of it is expected later
    overdue: bool = False  # the week it was to begin in is over, and nothing of it is done
    hands: str = ""  # who works on it this week, and for how long
    held_up: str = ""  # why nobody does, where it was to be under way

    @property
    def under_way(self) -> bool:
        """Begun and not done, or about to be: somebody is on it this week."""
        return bool(self.hands) or (self.done > 0.0 and not self.finished)

    @property
    def slips(self) -> bool:
        """Later by the week that is told: a day later in the same week is as planned."""
        return not self.finished and week_number(self.expected) > week_number(self.planned)

    @property
    def never(self) -> bool:
        return not self.finished and self.expected >= NEVER


@dataclass(frozen=True)
class Plan:
    """What the chart shows: all tasks of all projects a seat knows of, in file order."""

    rows: tuple[PlanRow, ...]
    weeks: int  # columns
    now: float
    due: tuple[tuple[str, float], ...]  # what its mark says, and when; one for each project


def plan_of(play: Play, viewer: Seat) -> Plan:
    """The plan as a seat knows it: live, or as of the last talk."""
    scenario = play.scenario
    _week, values = known_values(play, viewer, Seat.PM)
    now = values[scenario.week] - 1.0
    view = observe(scenario, play.state, viewer)
    hands = view.hands()
    rows = [_row(play, values, task, now, on_task(view, hands, i)) for i, task in enumerate(scenario.tasks)]
    rows = _in_order(scenario, rows)
    rows = [
        replace(row, start=_start(play, i, row, now, hands, [rows[j] for j in scenario.tasks[i].after]))
        for i, row in enumerate(rows)
    ]
    for i, row in enumerate(rows):
        if row.overdue and not row.hands:
            rows[i] = replace(row, held_up=held_up(view, hands, scenario.tasks[i]))
    for position, project in enumerate(scenario.projects):
        open_ones = [i for i, row in enumerate(rows) if row.project == position and not row.finished]
        if open_ones:
            last = max(open_ones, key=lambda i: (rows[i].expected, i))
            rows[last] = replace(rows[last], decides=project.name)
    projects = scenario.projects
    due = tuple((f"{p.name.split()[0]} due" if len(projects) > 1 else "Due", float(p.due)) for p in projects)
    late = max((row.expected for row in rows if not row.never), default=0.0)
    latest = max((week for _label, week in due), default=0.0)
    far = int(min(max(late, latest, float(scenario.weeks)), scenario.weeks + _LATEST) + 0.999)
    return Plan(tuple(rows), max(far, 1), play.state.values[scenario.week] - 1.0, due)


def _start(play: Play, place: int, row: PlanRow, now: float, hands: Hands, before: list[PlanRow]) -> float:
    """When a task began, with the first who came to it; or, not begun, when it is expected to: after what it waits for,
    and as long before its end as the plan gave it. Where nobody is on it this week, it begins in the next one at the
    earliest."""
    task, lived = play.scenario.tasks[place], play.states[: round(now) + 1]
    began = next((week for week, state in enumerate(lived) if state.values[task.done] + state.values[task.hidden]), -1)
    if began >= 0:
        share = begins(hands_in(play, began), place) if began else 0.0
        return max(0.0, min(began - 1.0 + share, began - 0.1, row.expected))
    if row.hands:
        return min(now + begins(hands, place), row.expected)
    soonest = max([now + 1.0, *(each.expected for each in before if not each.never)])
    if not row.never:
        soonest = max(soonest, row.expected - (row.planned - row.planned_start))
    return min(soonest, row.expected)


def _in_order(scenario: Scenario, rows: list[PlanRow]) -> list[PlanRow]:
    """The same rows, none of them ending before what it waits for: the work of a week is handed out as a whole, so
    that the days told of two of its tasks may cross."""
    found = list(rows)
    for _again in rows:  # a task may be written before what it waits for
        for i, task in enumerate(scenario.tasks):
            row, before = found[i], [found[j] for j in task.after]
            planned = max([row.planned, *(each.planned for each in before)])
            expected = row.expected if row.finished else max([row.expected, *(each.expected for each in before)])
            found[i] = replace(row, planned=planned, expected=expected)
    return found


def _row(play: Play, values: list[int], task: Task, now: float, hands: str) -> PlanRow:
    """One task. Its progress is what is reported, which counts mistakes nobody has found."""
    scenario = play.scenario
    work = number(scenario, values, task.work)
    reported = number(scenario, values, task.done) + number(scenario, values, task.hidden)
    finished = values[task.finished]
    expected = _ended(play, task, finished) if finished else number(scenario, values, task.forecast)
    share = 1.0 if finished or work <= 0.0 else min(1.0, max(0.0, reported / work))
    end = expected if expected else task.planned_end
    left = round(work - reported, 1)
    again = left if finished and left > _AGAIN else 0.0
    overdue = not finished and share <= 0.0 and int(task.planned_start) + 1 <= now
    return PlanRow(
        task.name,
        task.planned_start,
        task.planned_end,
        end,
        share,
        finished != 0,
        task.milestone,
        task.project,
        again=again,
        overdue=overdue,
        hands="" if finished and not again else hands,
    )


def _ended(play: Play, task: Task, week: int) -> float:
    """When a task was done: the day is not kept, so that it is the one expected as its last week opened, held to it."""
    expected = number(play.scenario, play.states[week - 1].values, task.forecast)
    return min(float(week), max(week - 0.9, expected))


def spoken(plan: Plan) -> str:
    """The plan in one sentence, for those who cannot see it."""
    late = [
        f"{row.name}, planned for {week_of(row.planned)}, now {week_of(row.expected)}" for row in plan.rows if row.slips
    ]
    done = sum(row.finished for row in plan.rows)
    slips = f"Later than planned: {listed(late)}." if late else "Nothing is later than planned."
    waiting = listed([f"{row.name}, from {_begins(row)} on" for row in plan.rows if row.overdue])
    begun = f" Planned to be under way, and not begun: {waiting}." if waiting else ""
    return f"The plan. {done} of {len(plan.rows)} tasks done. {slips}{begun}"


def _begins(row: PlanRow) -> str:
    return f"week{NBSP}{int(row.planned_start) + 1}"


def share_of(row: PlanRow) -> str:
    """How far a task is: "40 % done"."""
    return "done" if row.finished else f"{percent(row.done)} done" if row.done > 0.0 else "not begun"


def dates_of(row: PlanRow) -> str:
    """When a task that is not done was planned for, and when it is expected."""
    planned = f"{'to be done in' if row.overdue else 'planned for'} {week_of(row.planned)}"
    expected = day_of(row.expected)
    return f"{planned}, now {expected}" if row.slips else f"expected {expected}, {planned}"


def late_start_of(row: PlanRow) -> str:
    """From when on a task was to be under way that is not begun, and what holds it up; "" where it is not late."""
    if not row.overdue:
        return ""
    return f"planned from {_begins(row)} on" + (f": {row.held_up}" if row.held_up else "")


def came_on_top(row: PlanRow) -> str:
    """What has come on top of a task since it was done."""
    again = days(row.again)
    return f"{again} {'have' if again.endswith('s') else 'has'} come on top since"


def state_of(row: PlanRow) -> tuple[str, str, str]:
    """An icon, a tone and a sentence for one task."""
    if row.again:
        return "circle-dot", "warn", f"Done in {week_of(row.expected)}; {came_on_top(row)}"
    if row.finished:
        return "circle-check", "good", f"Done in {week_of(row.expected)}"
    share = ", ".join(part for part in (share_of(row).capitalize(), late_start_of(row)) if part)
    icon, tone = ("circle-x", "bad") if row.slips else ("circle-dot", "plain")
    return icon, tone, f"{share}; {dates_of(row)}"
