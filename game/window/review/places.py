"""Where everything on the chart of decisions lies: the plot, the line with its steps, the marks and what they cost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from game.window.kit import Painter, Rect
from game.window.review.marks import GRADES, RADIUS

LEFT, RIGHT = 40.0, 4.0  # units beside the plot
ABOVE = 22.0  # above it, where marks may reach
PLOT = 150.0  # the least it is tall
WEEKS = 26.0  # below it, for the numbers of the weeks
LINE = 18.0  # of a line of verdicts in words
CLOSE = 0.78  # of it, from one word of a verdict to its next
TALL = 16.0  # of what stands beside a mark
_TARGET = 24.0  # the least to point at
_RASTER = (5, 10, 20, 25)  # points between two lines of the grid
_APART = 2.0  # between two verdicts beside each other
_LATE, _LATEST = 0.15, 12.0  # of a week, and units at most, that are left after the step of its moves
_SHOWN = 0.05  # points of a step that shows
_NEAR = 3.0  # kept between a text and what it must not touch

Point = tuple[float, float]


@dataclass(frozen=True)
class Mark:
    """A decision on the chart; `cost` stands beside it where there is room, else `short`."""

    week: int
    grade: str
    says: str
    cost: str = ""
    short: str = ""


@dataclass(frozen=True)
class Step:
    """What a week's decisions added to the score to expect: your answers, your moves, then your colleague's."""

    answers: float
    moves: float = 0.0
    theirs: float = 0.0


class Piece(NamedTuple):
    """A straight stretch of the line; `theirs` where it is the colleague's step."""

    start: Point
    end: Point
    theirs: bool


class Foot:
    """What stands below the plot: the verdict of every mark under its week, or what each shape means. `words` are the
    lines of each verdict."""

    def __init__(self, p: Painter, width: float, weeks: int, marks: Sequence[Mark]) -> None:
        room = max(10.0, width - p.t(LEFT) - RIGHT)
        grades = [grade for grade in GRADES if any(mark.grade == grade for mark in marks)]
        fits = {grade: p.width(grade, 13, "s") <= room / weeks - _APART for grade in grades}
        self.words = {grade: [grade] if fits[grade] else grade.split() for grade in grades}
        longest = max((p.width(word, 13, "s") for words in self.words.values() for word in words), default=0.0)
        self.worded = longest <= room / weeks - _APART
        self.legend: list[list[tuple[float, str]]] = [] if self.worded else _legend(p, room, grades)
        told = [sum(self.lines(mark.grade) for mark in marks if mark.week == week + 1) for week in range(weeks)]
        self.tall = p.t(WEEKS) + (max(told) if self.worded else len(self.legend)) * p.t(LINE) + p.t(6)

    def lines(self, grade: str) -> float:
        """How many lines a verdict takes; the words of one stand closer than two verdicts."""
        return 1 + CLOSE * (len(self.words[grade]) - 1)


def _legend(p: Painter, room: float, grades: Sequence[str]) -> list[list[tuple[float, str]]]:
    """Where each shape is explained, line by line."""
    rows: list[list[tuple[float, str]]] = [[]]
    x = 0.0
    for grade in grades:
        wide = p.t(20) + p.width(grade, 13, "s")
        if rows[-1] and x + wide > room:
            rows.append([])
            x = 0.0
        rows[-1].append((x, grade))
        x += wide + p.t(18)
    return rows


class Scale:
    """The scores from the lowest line of the grid to the highest."""

    def __init__(self, levels: Sequence[float]) -> None:
        low, high = min(levels), max(levels)
        self.step = next((step for step in _RASTER if (high - low) / step <= 4), _RASTER[-1])
        margin = 0.3 * self.step
        self.low = max(0.0, self.step * ((low - margin) // self.step))
        self.high = max(self.low + 2 * self.step, -self.step * ((-high - margin) // self.step))

    def lines(self) -> list[float]:
        """The lines of the grid."""
        return [self.low + self.step * i for i in range(round((self.high - self.low) / self.step) + 1)]


class Places:
    """A chart laid out in a place: `at` has the middle of each mark, `targets` what can be pressed, `pieces` the
    line, `moves` the end of each step that moves made, `costs` a place and a text for each cost that has room."""

    def __init__(
        self, p: Painter, rect: Rect, start: float, steps: Sequence[Step], marks: Sequence[Mark], opened: int
    ) -> None:
        self.rect = rect
        self._start, self._steps, self._marks = start, steps, marks
        self.foot = Foot(p, rect.w, len(steps), marks)
        left, top = p.t(LEFT), p.t(ABOVE)
        tall = max(p.t(PLOT), rect.h - top - self.foot.tall)
        self.plot = Rect(rect.x + left, rect.y + top, max(10.0, rect.w - left - RIGHT), tall)
        self.column = self.plot.w / len(steps)
        self.levels = _levels(start, steps)
        self.scale = Scale(self.levels)
        self.weeks = {week: [i for i, m in enumerate(marks) if m.week == week] for week in range(1, len(steps) + 1)}
        self._side = max(_TARGET, p.t(2.4 * RADIUS))
        self.at: list[Point] = []
        self.targets: list[Rect] = []
        self.moves: list[Point] = []
        self._place_marks()
        self.pieces = list(self._line())
        self.costs = self._find_costs(p, opened)

    def x(self, week: int) -> float:
        """The middle of a week."""
        return self.plot.x + self.column * (week - 0.5)

    def y(self, level: float) -> float:
        """How high a score is."""
        return self.plot.bottom - self.plot.h * (level - self.scale.low) / (self.scale.high - self.scale.low)

    def _place_marks(self) -> None:
        """Marks stand on the line after their week's answers, side by side; those without room in a row off it."""
        fit = max(1, int(self.column // self._side))
        for index, mark in enumerate(self._marks):
            mates = self.weeks[mark.week]
            row, place = divmod(mates.index(index), fit)
            in_row = min(fit, len(mates) - row * fit)
            wide = max(self._side, self.column / min(fit, len(mates)))
            x, y = self.x(mark.week) + wide * (place - (in_row - 1) / 2), self.y(self.levels[3 * mark.week - 2])
            away = row * self._side
            self.at.append((x, y + away if y < self.plot.cy else y - away))
            self.targets.append(self._target(*self.at[-1], wide, len(mates), fit))

    def _target(self, x: float, y: float, wide: float, mates: int, fit: int) -> Rect:
        """What can be pressed: the column of a week, its part above the weeks where there are several, or the mark."""
        if mates > fit:
            return Rect(x - wide / 2, y - self._side / 2, wide, self._side)
        bottom = self.rect.bottom if mates == 1 and self.foot.worded else self.plot.bottom
        return Rect(x - wide / 2, self.rect.y, wide, bottom - self.rect.y)

    def _line(self) -> Iterator[Piece]:
        """Flat until a decision moves it, so that the step stands where it was decided; that of the moves towards the
        end of the week, the colleague's between two weeks."""
        x, y = self.plot.x, self.y(self._start)
        for number, step in enumerate(self._steps, 1):
            answers, mine, theirs = (self.y(level) for level in self.levels[3 * number - 2 : 3 * number + 1])
            first = self.weeks[number][:1]
            at = self.at[first[0]][0] if first else self.x(number)
            edge = self.plot.x + self.column * number
            yield Piece((x, y), (at, y), False)
            yield Piece((at, y), (at, answers), False)
            late = edge - min(_LATE * self.column, _LATEST)
            yield Piece((at, answers), (late, answers), False)
            if abs(step.moves) >= _SHOWN:
                yield Piece((late, answers), (late, mine), False)
                self.moves.append((late, mine))
            yield Piece((late, mine), (edge, mine), False)
            if step.theirs:
                yield Piece((edge, mine), (edge, theirs), True)
            x, y = edge, theirs

    def _find_costs(self, p: Painter, opened: int) -> dict[int, tuple[Rect, str]]:
        """For each cost a place beside its mark that touches neither line nor mark nor the edges of the week that is
        open, if there is one."""
        reach = p.t(RADIUS) + 5
        taken = [_around(piece.start, piece.end) for piece in self.pieces]
        taken += [Rect(x - reach, y - reach, 2 * reach, 2 * reach) for x, y in self.at]
        if self._marks:
            middle = self.x(self._marks[opened].week)
            sides = (middle - self.column / 2, middle + self.column / 2)
            taken += [Rect(side - 1, self.plot.y, 2, self.plot.h) for side in sides]
            focused = self.targets[opened]  # its ring stands a little outside
            taken += [Rect(side - 4, self.plot.y, 8, self.plot.h) for side in (focused.x, focused.right)]
        found: dict[int, tuple[Rect, str]] = {}
        worst_first = sorted(range(len(self._marks)), key=lambda index: -GRADES.index(self._marks[index].grade))
        for index in worst_first:
            mark = self._marks[index]
            tries = [
                (box, text) for text in (mark.cost, mark.short) if text for box in self._beside(p, index, text, reach)
            ]
            free = ((box, text) for box, text in tries if not any(box.grow(_NEAR).meets(other) for other in taken))
            placed = next(free, None)
            if placed is not None:
                found[index] = placed
                taken.append(placed[0])
        return found

    def _beside(self, p: Painter, index: int, text: str, reach: float) -> list[Rect]:
        """Places for a text around a mark and within the plot, the best first."""
        (x, y), wide, tall = self.at[index], p.width(text, 13, "s"), p.t(TALL)
        found: list[Rect] = []
        for away in (1.0, 1.5, 2.2):
            for left in (x + reach, x - wide / 2, x - reach - wide):
                left = min(max(left, self.plot.x + 4), self.plot.right - wide)
                found.append(Rect(left, y + away * reach - 2, wide, tall))
                found.append(Rect(left, y - away * reach - tall + 2, wide, tall))
        return [box for box in found if self.plot.holds(box)]


def _levels(start: float, steps: Sequence[Step]) -> list[float]:
    """The score to expect at the start, and after each step in turn."""
    found = [start]
    for step in steps:
        for part in (step.answers, step.moves, step.theirs):
            found.append(found[-1] + part)
    return found


def _around(start: Point, end: Point) -> Rect:
    left, top = min(start[0], end[0]), min(start[1], end[1])
    return Rect(left - 1, top - 1, abs(end[0] - start[0]) + 2, abs(end[1] - start[1]) + 2)
