"""The plan drawn: tasks over the weeks. A bar is the time a task takes, so far and still to go, and no measure of what
is done of it, which is told in figures; the thin line below it is the plan."""

from __future__ import annotations

from dataclasses import dataclass, field

from game.insight.words.figures import listed, percent, small
from game.insight.words.plan import Plan, PlanRow
from game.window.kit import Interactive, Messages, Painter, Rect
from game.window.kit.widget import Look, Memory

_HEAD, _LEAST, _MOST = 26, 17, 25  # units: the line of weeks, and the least and most a row takes
_LEGEND = 20  # units: the line with the key, and with what was left out
_PILL = 21
_BELOW = 23  # units: a line below that of weeks, for what has no room in it
_APART = 8  # units between two pills
_BAR, _LINE = 9, 4  # units: the height of a task's bar, and what the line of the plan below it takes
_FEW = 1  # rows it asks for where the screen does not scroll anyway
_ASIDE = 8  # units between what is done of a task and the first week
NOT_BEGUN, DONE = "not begun", "work done"
_ENLARGED, _SMALL = 1.15, 700  # text from which the screen scrolls anyway, and units of its height below which it does


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
        """The width of the names, and of the shares that are done."""
        rows = max((p.width(row.name, 14) for row in self.plan.rows), default=0.0) + p.width(percent(0.88), 13)
        return max(rows, p.width(self.title, 16, "s") + p.width(DONE, 13)) + p.t(24)

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
        if self.plan.now >= 1.0:  # before that nothing is, and the mark of now stands in its place
            p.mid(self._edges[0] - p.t(_ASIDE), top - p.t(_HEAD) / 2, DONE, 13, "r", "ink2", "r")
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
        p.mid(rect.x, cy, task.name, 14, "r", "ink2" if task.finished else "ink")
        aside = self._edges[0] - p.t(_ASIDE)
        if task.finished:
            p.icon(aside - p.t(15), cy, "check", 15, "good")
        elif task.done > 0.0:
            p.mid(aside, cy, percent(task.done), 13, "r", "ink", "r")
        tall = min(p.t(_BAR), row - p.t(_LINE + 4))
        start, end = self._x(task.start), self._x(task.expected)
        start = min(start, max(self._edges[0], end - 8.0))  # what takes no time to speak of ends where it is expected
        bar = Rect(start, cy - (tall + p.t(_LINE)) / 2, max(8.0, end - start), tall)
        p.rounded(bar, 4, "dlv_soft", "dlv")
        if task.done > 0.0:
            until = end if task.finished else self._x(self.plan.now)
            p.rounded(bar._replace(w=max(8.0, until - start)), 4, "dlv", "dlv")
        self._planned(p, task, bar.bottom + p.t(_LINE) / 2 + 1)
        if task.overdue:
            left, right = self._x(min(task.start, task.planned_start)), self._x(max(task.planned, task.expected))
            self._not_begun(p, left, right, cy)

    def _planned(self, p: Painter, task: PlanRow, cy: float) -> None:
        """Where the plan had a task, and from there how late it is."""
        start, end = self._x(task.planned_start), self._x(task.planned)
        p.hline(start, cy - 1, max(4.0, end - start), "ink2", 2)
        if task.slips:
            _late(p, end, self._x(task.expected), cy)

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
        p.diamond(self._x(task.planned), cy, 8, hollow=True)
        p.diamond(self._x(task.expected), cy, 8, "ink2" if task.finished else "ink")


def _late(p: Painter, left: float, right: float, cy: float) -> None:
    """From the planned end to the one that is expected: dashes, so that it does not rest on its colour."""
    while left < right:
        p.hline(left, cy - 1.5, min(5.0, right - left), "bad", 3)
        left += 8


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
    """The tasks there is room for, in their order, and a word about those left out. What is under way and late comes
    first, the latest of all before the others; then what decides a date, the next milestone, what else is or was to be
    under way or slips, what comes next, and what was done last."""
    if len(rows) <= most:
        return list(rows), ""
    ahead = [place for place, row in enumerate(rows) if row.milestone and not row.finished]
    next_milestone = min(ahead, key=lambda place: (rows[place].expected, place), default=-1)

    def rank(place: int) -> tuple[int, float, bool]:
        row = rows[place]
        if row.under_way and row.slips:
            return (0, row.planned - row.expected, False)
        if row.finished and not row.under_way:
            return (5, -row.expected, False)
        kinds = (bool(row.decides), place == next_milestone, row.slips or row.overdue or row.under_way, True)
        return (1 + kinds.index(True), row.start, not row.slips)

    kept = sorted(range(len(rows)), key=rank)[: max(1, most)]
    left = [row for place, row in enumerate(rows) if place not in kept]
    slip, done = sum(row.slips for row in left), sum(row.finished for row in left)
    going = sum(row.done > 0.0 and not (row.slips or row.finished) for row in left)
    counted = ((slip, "slipping"), (going, "under way"), (done, "done"), (len(left) - slip - going - done, "to come"))
    more = listed([f"{small(n)} {word}" for n, word in counted if n])
    return [rows[place] for place in sorted(kept)], f"and {more}: press for all"


IN_WORDS = (
    "Filled: time so far; the share of the work that is done stands after the name. Light: time to go, on this pace. "
    "The thin line below: where the plan had it; dashed: later than that. A hollow diamond is a milestone as promised, "
    "a filled one as expected. Press for all tasks in words, and for who works on what."
)
KEY = (
    ("so far", "time so far"),
    ("to go", "time to go"),
    ("planned", "planned"),
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
        _late(p, x, x + 20, cy)
    elif kind == "planned":
        p.hline(x, cy - 1, 20, "ink2", 2)
    elif kind in ("promised", "expected"):
        p.diamond(x + 12, cy, 7, hollow=kind == "promised")
    else:
        p.rounded(box, 4, "dlv" if kind == "so far" else "dlv_soft", "dlv")
