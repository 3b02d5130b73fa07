"""The plan: tasks over the weeks, done, planned and slipping, with milestones promised and expected."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from game.engine.model import Scenario, Seat, Task
from game.engine.play import Play
from game.engine.scores import number
from game.engine.view import observe
from game.insight.words.cards import known_values
from game.insight.words.figures import NBSP, NEVER, day_of, days, listed, percent, small, week_number, week_of
from game.insight.words.hands import held_up, on_task
from game.window.kit import Interactive, Messages, Painter, Rect
from game.window.kit.widget import Look, Memory

_HEAD, _LEAST, _MOST = 26, 17, 25  # units: the line of weeks, and the least and most a row takes
_LEGEND = 20  # units: the line with the key, and with what was left out
_PILL = 21
_BELOW = 23  # units: a line below that of weeks, for what has no room in it
_APART = 8  # units between two pills
_SPARE = 3  # units from which the time a task has to spare is drawn
_SHORT = 24  # units the bar of the shortest task has, so that its milestone does not hide it
_LATEST = 6  # weeks after the last that are shown at most
_FEW = 1  # rows it asks for where the screen does not scroll anyway
_AGAIN = 0.5  # days on top of a done task that are told, as they open it again
NOT_BEGUN = "not begun"
_ENLARGED, _SMALL = 1.15, 700  # text from which the screen scrolls anyway, and units of its height below which it does


@dataclass(frozen=True)
class PlanRow:
    """One task. Weeks count from 0 at the opening of week 1, so that 9.0 is the end of week 9."""

    name: str
    start: float
    planned: float  # the end once planned
    expected: float  # the end on this pace
    done: float  # share, as reported
    finished: bool
    milestone: bool
    project: int
    again: float = 0.0  # days that have come on top of a task that was done
    decides: str = ""  # the project whose date hangs on it: no task of it is expected later
    overdue: bool = False  # the week it was to begin in is over, and nothing of it is done
    hands: str = ""  # who works on it this week, and for how long
    held_up: str = ""  # why nobody does, where it was to be under way

    @property
    def slips(self) -> bool:
        """Later by the week that is told: a day later in the same week is as planned."""
        return not self.finished and week_number(self.expected) > week_number(self.planned)

    @property
    def sooner(self) -> bool:
        return not self.finished and week_number(self.expected) < week_number(self.planned)

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
    rows = [_row(scenario, values, task, now, on_task(view, hands, i)) for i, task in enumerate(scenario.tasks)]
    rows = [replace(row, start=_begun(play, task, row, now)) for row, task in zip(rows, scenario.tasks, strict=True)]
    rows = _in_order(scenario, rows)
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


def _begun(play: Play, task: Task, row: PlanRow, now: float) -> float:
    """When a task begins: as planned, or sooner, where somebody was on it before that or is so this week."""
    lived = play.states[: round(now) + 1]
    weeks = (week for week, state in enumerate(lived) if state.values[task.done] + state.values[task.hidden])
    return min(row.start, next(weeks, now + 1.0 if row.hands else row.start + 1.0) - 1.0)


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


def _row(scenario: Scenario, values: list[int], task: Task, now: float, hands: str) -> PlanRow:
    """One task. Its progress is what is reported, which counts mistakes nobody has found."""
    work = number(scenario, values, task.work)
    reported = number(scenario, values, task.done) + number(scenario, values, task.hidden)
    finished = values[task.finished]
    expected = float(finished) if finished else number(scenario, values, task.forecast)
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
        again,
        overdue=overdue,
        hands="" if finished and not again else hands,
    )


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
    return f"week{NBSP}{int(row.start) + 1}"


def state_of(row: PlanRow) -> tuple[str, str, str]:
    """An icon, a tone and a sentence for one task."""
    if row.again:
        return "circle-dot", "warn", f"Done in {week_of(row.expected)}; {days(row.again)} have come on top since"
    if row.finished:
        return "circle-check", "good", f"Done in {week_of(row.expected)}"
    share, planned = f"{percent(row.done)} done" if row.done > 0.0 else "Not begun", "planned for"
    if row.overdue:
        share, planned = f"Not begun, planned from {_begins(row)} on", "to be done in"
        share += f": {row.held_up}" if row.held_up else ""
    if row.slips:
        return "circle-x", "bad", f"{share}; {planned} {week_of(row.planned)}, now {day_of(row.expected)}"
    return "circle-dot", "plain", f"{share}; expected {day_of(row.expected)}, {planned} {week_of(row.planned)}"


Mark = tuple[str, float, Rect]  # what it says, of when, and its pill


@dataclass(eq=False)
class PlanChart(Interactive):
    """The chart, pressed for the same in words. It takes the height it is given: with little of it, it shows what
    matters now and what decides the date (`fitting`)."""

    plan: Plan
    on: object = None
    title: str = "The plan"
    _edges: tuple[float, float] = field(default=(0.0, 0.0), init=False, repr=False)

    def measure(self, p: Painter, width: float) -> float:
        self._edges = self._sides(p, 0.0, width)
        rows = len(self.plan.rows)
        asked = rows if _scrolls_anyway(p) else min(rows, _FEW)
        return self._head(p) + p.t(_LEAST * asked + _LEGEND * self._key_lines(p, width)) + 4

    def _key_lines(self, p: Painter, width: float) -> int:
        return len(key_lines(p, width - self._names(p) - 8))

    def natural(self, p: Painter) -> float:
        return self._names(p) + p.t(26) * self.plan.weeks

    def activate(self, memory: Memory) -> Messages:
        return [self.on] if self.on is not None else []

    def _names(self, p: Painter) -> float:
        widest = max((p.width(row.name, 14) for row in self.plan.rows), default=0.0)
        return max(widest, p.width(self.title, 16, "s")) + p.t(30)

    def _sides(self, p: Painter, left: float, right: float) -> tuple[float, float]:
        """Where the first week begins and the last one ends."""
        return left + self._names(p), right - self._beyond(p)

    def _x(self, week: float) -> float:
        left, right = self._edges
        return left + (right - left) * min(week, float(self.plan.weeks)) / self.plan.weeks

    def paint(self, p: Painter, rect: Rect, look: Look) -> None:
        if look.hovered:
            p.rounded(rect.grow(6, 3), 8, "sunk")
        self._edges = self._sides(p, rect.x, rect.right)
        head, key = self._head(p), p.t(_LEGEND) * self._key_lines(p, rect.w)
        room = rect.h - head - 4 - key
        tasks, left_out = fitting(self.plan.rows, int(room / p.t(_LEAST) + 0.01))
        row = min(p.t(_MOST), room / max(1, len(tasks)))
        top = rect.y + head
        bottom = top + row * len(tasks)
        self._weeks(p, rect, top, bottom)
        for place, task in enumerate(tasks):
            self._task(p, rect, task, top + row * (place + 0.5), row)
        self._lines(p, rect, tasks, top, row)
        for place, task in enumerate(tasks):
            self._milestone(p, task, top + row * (place + 0.5))
        foot = bottom + p.t(_LEGEND) / 2 + 3
        left = rect.x + p.width(left_out, 13) + p.t(_AFTER)
        if left_out and left + key_width(p) > rect.right:  # no room for both on a line
            left_out, left = f"and {small(len(self.plan.rows) - len(tasks))} more", self._edges[0]
        if left_out:
            p.mid(rect.x, foot, left_out, 13, "r", "ink2")
        draw_key(p, max(self._edges[0], left), foot, rect.w - self._names(p) - 8)

    def _beyond(self, p: Painter) -> float:
        """Units right of the last week, so that the mark of work due then does not have to move."""
        last = [p.width(label, 13, "s") + p.t(16) for label, week in self.plan.due if week > self.plan.weeks - 0.5]
        return max(8.0, max(last, default=0.0) / 2 - 8)

    def _weeks(self, p: Painter, rect: Rect, top: float, bottom: float) -> None:
        p.mid(rect.x, rect.y + p.t(_HEAD) / 2, self.title, 16, "s")
        for week in range(self.plan.weeks + 1):
            p.vline(self._x(week), top, bottom - top, "grid")
        for week, cx in enumerate(self._numbers(p), 1):
            p.mid(cx, top - p.t(_HEAD) / 2, str(week), 13, "r", "ink2", "c")

    def _head(self, p: Painter) -> float:
        """The height of the marks and the numbers of the weeks."""
        return p.t(_HEAD + _BELOW * (len(self._marks(p)) - 1))

    def _numbers(self, p: Painter) -> list[float]:
        """The middles of the numbers of the weeks: in the last line of the head, beside its pills."""
        return [
            (self._x(week) + self._x(week + 1)) / 2 if cx is None else cx
            for week, cx in enumerate(self._beside(p, self._marks(p)[-1]))
        ]

    def _beside(self, p: Painter, marks: list[Mark]) -> list[float | None]:
        """Where the numbers of the weeks have room beside these and the lines of what is due; None where they have
        none."""
        lines = [Rect(self._x(week) - 1, 0, 2, 0) for _label, week in self.plan.due]
        taken = [*lines, *(pill for *_mark, pill in marks)]
        halves = [p.width(str(week), 13) / 2 + 4 for week in range(1, self.plan.weeks + 1)]
        return [_in_week(self._x(week), self._x(week + 1), half, taken) for week, half in enumerate(halves)]

    def _marks(self, p: Painter) -> list[list[Mark]]:
        """What is due and now, line by line of the head (their y is left out). Now stands over its own line: below
        what is due where that is in its way; and the numbers below both where they would lose one."""
        due: list[Mark] = []
        left = -1e6
        for label, week in sorted(self.plan.due, key=lambda mark: mark[1]):
            pill = self._pill(p, label, week)
            due.append((label, week, pill._replace(x=max(left, pill.x))))
            left = due[-1][2].right + p.t(_APART)
        found = [due]
        if self.plan.now <= self.plan.weeks:
            now = ("Now", self.plan.now, self._pill(p, "Now", self.plan.now))
            near = now[2].grow(p.t(_APART) - 0.01, 0)
            if any(near.meets(pill) for *_mark, pill in due):
                found.append([now])
            else:
                due.append(now)
        if None in self._beside(p, found[-1]):
            found.append([])
        return found

    def _pill(self, p: Painter, label: str, week: float) -> Rect:
        width = p.width(label, 13, "s") + p.t(16)
        return Rect(self._x(week) - width / 2, 0, width, p.t(_PILL))

    def _task(self, p: Painter, rect: Rect, task: PlanRow, cy: float, row: float) -> None:
        tall = min(p.t(11), row - 5)
        p.mid(rect.x, cy, task.name, 14, "r", "ink2" if task.finished else "ink")
        if task.finished:
            p.icon(self._edges[0] - p.t(22), cy, "check", 15, "good")
        planned, expected = self._x(task.planned), self._x(task.expected)
        end = planned if task.slips else expected
        start = max(self._edges[0], min(self._x(task.start), end - p.t(_SHORT)))
        if task.slips and expected > planned:
            p.hatched(Rect(planned - 4, cy - tall / 2, expected - planned + 4, tall))
        elif not task.finished and planned - expected > _SPARE:
            _spare(p, expected, planned, cy)
        p.rounded(Rect(start, cy - tall / 2, max(6.0, end - start), tall), 4, "dlv_soft", "dlv")
        if task.done > 0.0:
            p.rounded(Rect(start, cy - tall / 2, max(6.0, (end - start) * task.done), tall), 4, "dlv", "dlv")
        if task.overdue:
            self._not_begun(p, start, max(planned, expected), cy)

    def _not_begun(self, p: Painter, start: float, end: float, cy: float) -> None:
        """Said right or left of the bar, or else as near to its end as the lines of now and of what is due leave room;
        on a ground of its own, as the weeks' lines may cross it."""
        wide, gap = p.width(NOT_BEGUN, 13, "s") + 8, p.t(12)
        lines = [self._x(week) for week in (self.plan.now, *(week for _label, week in self.plan.due))]
        left, right = self._edges
        beside = [end + gap, start - gap - wide]
        others = [*(x + 4 for x in lines), *(x - 4 - wide for x in lines), end - gap - wide]
        others.sort(key=lambda x: abs(x - end))
        inside = [x for x in (*beside, *others) if left <= x and x + wide <= right]
        free = (x for x in inside if not any(x - 2 < line < x + wide + 2 for line in lines))
        x = next(free, end - gap - wide)
        p.rounded(Rect(x, cy - p.t(8), wide, p.t(16)), 4, "card")
        p.mid(x + 4, cy, NOT_BEGUN, 13, "s", "ink2")

    def _lines(self, p: Painter, rect: Rect, tasks: list[PlanRow], top: float, row: float) -> None:
        """Now through all rows, each due week through those of its project, and a hairline between projects."""
        for place in range(1, len(tasks)):
            if tasks[place].project != tasks[place - 1].project:
                p.hline(rect.x, top + row * place, rect.w)
        under = rect.y + p.t(_HEAD + _PILL) / 2  # the marks of what is due
        for project, (_label, week) in enumerate(self.plan.due):
            rows = [place for place, task in enumerate(tasks) if task.project == project] or range(len(tasks))
            if rows:
                first = top + row * rows[0] if rows[0] else under
                p.dashed(self._x(week), first, top + row * (rows[-1] + 1) - first)
        for line, marks in enumerate(self._marks(p)):
            for label, week, spot in marks:
                pill, now = spot.shifted(0, rect.y + p.t(_HEAD / 2 + _BELOW * line - _PILL / 2)), label == "Now"
                if now:
                    p.vline(self._x(week), pill.bottom, top + row * len(tasks) + 2 - pill.bottom, "action", 2)
                p.rounded(pill, pill.h / 2, "action" if now else "card", "" if now else "ink2")
                p.mid(pill.cx, pill.cy, label, 13, "s", "on_action" if now else "ink", "c")

    def _milestone(self, p: Painter, task: PlanRow, cy: float) -> None:
        if not task.milestone:
            return
        moved = task.slips or task.sooner
        if moved:
            p.diamond(self._x(task.planned), cy, 8, hollow=True)
        p.diamond(self._x(task.expected), cy, 8, "ink2" if task.finished else "ink")


def _spare(p: Painter, expected: float, planned: float, cy: float) -> None:
    """The time between the end on this pace and the planned one: a line with a stop."""
    p.hline(expected, cy - 0.5, planned - expected, "dlv")
    p.vline(planned - 1, cy - p.t(4), p.t(8), "dlv")


def _scrolls_anyway(p: Painter) -> bool:
    return p.text_scale > _ENLARGED or p.surface.get_height() / p.scale < _SMALL


def _in_week(left: float, right: float, half: float, taken: list[Rect]) -> float | None:
    """The middle of the number of a week: in the middle of the week, or as near to it as the pills leave room."""
    middle = (left + right) / 2
    spots = [middle, *(pill.x - half for pill in taken), *(pill.right + half for pill in taken)]
    free = [
        x
        for x in spots
        if left <= x - half + 3
        and x + half - 3 <= right
        and all(x + half <= pill.x + 0.01 or x - half >= pill.right - 0.01 for pill in taken)
    ]
    return min(free, key=lambda x: abs(x - middle), default=None)


def fitting(rows: tuple[PlanRow, ...], most: int) -> tuple[list[PlanRow], str]:
    """The tasks there is room for, in their order, and a word about those left out. What decides a date comes first,
    then the next milestone, what is or was to be under way or slips, what comes next, and what was done last."""
    if len(rows) <= most:
        return list(rows), ""
    ahead = [place for place, row in enumerate(rows) if row.milestone and not row.finished]
    next_milestone = min(ahead, key=lambda place: (rows[place].expected, place), default=-1)

    def rank(place: int) -> tuple[int, float, bool]:
        row = rows[place]
        if row.finished:
            return (4, -row.expected, False)
        kinds = (bool(row.decides), place == next_milestone, row.slips or row.overdue or row.done > 0.0, True)
        return (kinds.index(True), row.start, not row.slips)

    kept = sorted(range(len(rows)), key=rank)[: max(1, most)]
    left = [row for place, row in enumerate(rows) if place not in kept]
    slip, done = sum(row.slips for row in left), sum(row.finished for row in left)
    later = len(left) - slip - done
    counted = ((slip, "slipping"), (done, "done"), (later, "to come"))
    more = listed([f"{small(n)} {word}" for n, word in counted if n])
    return [rows[place] for place in sorted(kept)], f"and {more}: press for all"


IN_WORDS = (
    "Filled: done. Light: to do, on this pace. A line after it: planned until there. Hatched: later than planned. "
    "A hollow diamond is a milestone as promised, a filled one as expected. "
    "Press for all tasks in words, and for who works on what."
)
KEY = (
    ("done", "done"),
    ("to do", "to do"),
    ("spare", "to spare"),
    ("slips", "late"),
    ("promised", "milestone promised"),
    ("expected", "milestone expected"),
)
_SWATCH, _AFTER = 26, 22  # units


def key_width(p: Painter) -> float:
    """The width of the key on one line."""
    return sum(_mark_width(p, name) for _kind, name in KEY) - p.t(_AFTER)


def _mark_width(p: Painter, name: str) -> float:
    return p.t(_SWATCH + _AFTER) + p.width(name, 13)


def key_lines(p: Painter, room: float) -> list[list[tuple[str, str]]]:
    """The key on as many lines as it needs."""
    lines: list[list[tuple[str, str]]] = [[]]
    used = 0.0
    for kind, name in KEY:
        wide = _mark_width(p, name)
        if lines[-1] and used + wide - p.t(_AFTER) > room:
            lines.append([])
            used = 0.0
        lines[-1].append((kind, name))
        used += wide
    return lines


def draw_key(p: Painter, left: float, cy: float, room: float) -> None:
    """What the marks mean; `cy` is the middle of the first line."""
    for line in key_lines(p, room):
        x = left
        for kind, name in line:
            _draw_mark(p, x, cy, kind)
            p.mid(x + p.t(_SWATCH), cy, name, 13, "r", "ink2")
            x += _mark_width(p, name)
        cy += p.t(_LEGEND)


def _draw_mark(p: Painter, x: float, cy: float, kind: str) -> None:
    box = Rect(x, cy - 5.5, 20, 11)
    if kind == "slips":
        p.hatched(box)
    elif kind == "spare":
        _spare(p, x, x + 20, cy)
    elif kind in ("promised", "expected"):
        p.diamond(x + 12, cy, 7, hollow=kind == "promised")
    else:
        p.rounded(box, 4, "dlv" if kind == "done" else "dlv_soft", "dlv")
