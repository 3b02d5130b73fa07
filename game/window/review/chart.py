"""The score the decisions were heading for, as a line that steps where they were taken; luck in a strip of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import pygame

from game.window.kit import Custom, Painter, Rect, Widget
from game.window.kit.widget import Frame, Interactive, Look, Memory, Messages
from game.window.review.marks import GRADES, RADIUS, TONES, draw_mark

LEFT, RIGHT = 44.0, 8.0  # units beside the plot
_ABOVE = 22.0  # above it, where marks may reach
_PLOT = 150.0  # the least it is tall
_STEPS = (5, 10, 20, 25)
_TARGET = 24.0
_LINE = 18.0  # units of a line of verdicts at 100 % text

_TALLEST = 22.0  # of its bars
_NEAR = 3.0  # units kept between a text and what it must not touch

Point = tuple[float, float]


@dataclass(frozen=True)
class Mark:
    """A decision on the chart; `cost` stands beside it where there is room."""

    week: int
    grade: str
    says: str
    cost: str = ""


@dataclass(frozen=True)
class Step:
    """What a week's decisions added to the score to expect: yours, then your colleague's."""

    mine: float
    theirs: float = 0.0


@dataclass(eq=False)
class DecisionPoint(Interactive):
    """One decision of the chart. Left and right go on to the next one."""

    on: object = field(default=None, kw_only=True)
    before: object = field(default=None, kw_only=True)
    after: object = field(default=None, kw_only=True)
    opened: bool = field(default=False, kw_only=True)

    def measure(self, p: Painter, width: float) -> float:
        return 0.0

    def value(self, memory: Memory) -> str:
        return "open" if self.opened else ""

    def paint(self, p: Painter, rect: Rect, look: Look) -> None:
        if look.hovered or look.pressed:
            p.rounded(rect.grow(-2), 8, "plain_soft")

    def activate(self, memory: Memory) -> Messages:
        return [self.on]

    def key(self, memory: Memory, key: int, mods: int) -> Messages | None:
        to = {pygame.K_LEFT: self.before, pygame.K_RIGHT: self.after}.get(key)
        return None if to is None else [to]


@dataclass(eq=False)
class DecisionChart(Widget):
    """`steps` are the weeks', from `start`; `marks` in the order they were taken. `on(index)` is the message of a
    press, `to(index)` that of going on to a neighbour. `turned` are weeks the player calls turning points."""

    start: float
    steps: Sequence[Step]
    marks: Sequence[Mark]
    opened: int
    on: Callable[[int], object]
    to: Callable[[int], object]
    turned: Sequence[int] = ()

    @property
    def levels(self) -> list[float]:
        """The score to expect at the start, and after each step in turn."""
        found = [self.start]
        for step in self.steps:
            found += [found[-1] + step.mine, found[-1] + step.mine + step.theirs]
        return found

    # ---- places

    def _worded(self, p: Painter, width: float) -> bool:
        """Whether every verdict has room for its word under its week."""
        room = self._column(p, width) - 3
        return all(p.width(mark.grade, 13, "s") <= room for mark in self.marks)

    def _column(self, p: Painter, width: float) -> float:
        return max(10.0, width - p.t(LEFT) - RIGHT) / max(1, len(self.steps))

    def _in_week(self, week: int) -> list[int]:
        return [i for i, mark in enumerate(self.marks) if mark.week == week]

    def _below(self, p: Painter, width: float) -> float:
        """What stands below the plot: the weeks, and the verdicts or what their shapes mean."""
        most = max((len(self._in_week(week + 1)) for week in range(len(self.steps))), default=0)
        rows = most if self._worded(p, width) else len(self._legend(p, width))
        return p.t(26) + rows * p.t(_LINE) + p.t(6)

    def measure(self, p: Painter, width: float) -> float:
        return p.t(_ABOVE) + p.t(_PLOT) + self._below(p, width)

    def natural(self, p: Painter) -> float:
        return p.t(520)

    def _plot(self, p: Painter, rect: Rect) -> Rect:
        top, left = p.t(_ABOVE), p.t(LEFT)
        tall = max(p.t(_PLOT), rect.h - top - self._below(p, rect.w))
        return Rect(rect.x + left, rect.y + top, max(10.0, rect.w - left - RIGHT), tall)

    def _scale(self) -> tuple[float, float, float]:
        """Lowest, highest and the step between two lines of the grid."""
        low, high = min(self.levels), max(self.levels)
        step = next((s for s in _STEPS if (high - low) / s <= 4), 25)
        low = step * ((low - step * 0.3) // step)
        high = -step * ((-high - step * 0.3) // step)
        return max(0.0, low), max(low + 2 * step, high), step

    def _y(self, plot: Rect, level: float) -> float:
        low, high, _step = self._scale()
        return plot.bottom - plot.h * (level - low) / (high - low)

    def _x(self, plot: Rect, week: int) -> float:
        return plot.x + plot.w / len(self.steps) * (week - 0.5)

    def _place(self, p: Painter, rect: Rect, index: int) -> tuple[float, int, float]:
        """The middle of a mark, its row in its week (0 on the line), and the room it has in width."""
        plot, week = self._plot(p, rect), self.marks[index].week
        column, mates = plot.w / len(self.steps), self._in_week(week)
        side = max(_TARGET, p.t(2.4 * RADIUS))
        fit = max(1, int(column // side))
        row, place = divmod(mates.index(index), fit)
        in_row = min(fit, len(mates) - row * fit)
        wide = max(side, column / min(fit, len(mates)))
        return self._x(plot, week) + wide * (place - (in_row - 1) / 2), row, wide

    def _at(self, p: Painter, rect: Rect, index: int) -> Point:
        """Where the mark of a decision stands: on the line after its week's step, or in a row of its own off it."""
        plot = self._plot(p, rect)
        x, row, _wide = self._place(p, rect, index)
        y = self._y(plot, self.levels[2 * self.marks[index].week - 1])
        away = row * max(_TARGET, p.t(2.4 * RADIUS))
        return x, y + away if y < plot.cy else y - away

    def _target(self, p: Painter, rect: Rect, index: int) -> Rect:
        """What can be pressed: the column of a week, its part above the weeks where there are several, or the mark."""
        plot, mates = self._plot(p, rect), self._in_week(self.marks[index].week)
        x, _row, wide = self._place(p, rect, index)
        if any(self._place(p, rect, mate)[1] for mate in mates):
            y, tall = self._at(p, rect, index)[1], max(_TARGET, p.t(2.4 * RADIUS))
            return Rect(x - wide / 2, y - tall / 2, wide, tall)
        bottom = rect.bottom if len(mates) == 1 and self._worded(p, rect.w) else plot.bottom
        return Rect(x - wide / 2, rect.y, wide, bottom - rect.y)

    def arrange(self, frame: Frame, rect: Rect) -> None:
        frame.add(Custom(self._ground, 0), rect)
        for index, mark in enumerate(self.marks):
            own = " A turning point of yours." if mark.week in self.turned else ""
            point = DecisionPoint(
                id=f"decision/{index}",
                label=f"Week {mark.week}. {mark.says}{own}",
                on=self.on(index),
                before=self.to(index - 1) if index else None,
                after=self.to(index + 1) if index + 1 < len(self.marks) else None,
                opened=index == self.opened,
                autofocus=index == self.opened,
            )
            frame.add(point, self._target(frame.p, rect, index))
        frame.add(self, rect)

    def _ground(self, p: Painter, rect: Rect) -> None:
        """The week that is open."""
        if self.marks:
            plot, column = self._plot(p, rect), self._column(p, rect.w)
            x = self._x(plot, self.marks[self.opened].week)
            bottom = rect.bottom if self._worded(p, rect.w) else plot.bottom + p.t(26)
            p.rounded(Rect(x - column / 2 + 1, rect.y, column - 2, bottom - rect.y), 8, "sunk", "line")

    # ---- drawing

    def paint(self, p: Painter, rect: Rect, look: Look) -> None:
        plot = self._plot(p, rect)
        self._grid(p, plot)
        self._line(p, rect, plot)
        for index, mark in enumerate(self.marks):
            x, y = self._at(p, rect, index)
            if index == self.opened:
                reach = p.t(RADIUS) + 7
                p.rounded(Rect(x - reach, y - reach, 2 * reach, 2 * reach), reach, "card", "action", 2)
            draw_mark(p, x, y, mark.grade)
        self._costs(p, rect, plot)
        self._weeks(p, rect, plot)

    def _grid(self, p: Painter, plot: Rect) -> None:
        low, high, step = self._scale()
        level = low
        while level <= high + 0.01:
            y = self._y(plot, level)
            p.hline(plot.x, y, plot.w)
            p.mid(plot.x - 12, y, f"{level:.0f}", 13, "r", "ink2", "r")
            level += step

    def _steps(self, p: Painter, rect: Rect, plot: Rect) -> Iterator[tuple[Point, Point, bool]]:
        """The pieces of the line, and whether a piece is the colleague's."""
        levels, column = self.levels, plot.w / len(self.steps)
        x, y = plot.x, self._y(plot, levels[0])
        for number, step in enumerate(self.steps):
            first = next(iter(self._in_week(number + 1)), None)
            at = self._x(plot, number + 1) if first is None else self._at(p, rect, first)[0]
            mine, theirs = (self._y(plot, level) for level in levels[2 * number + 1 : 2 * number + 3])
            edge = plot.x + column * (number + 1)
            yield (x, y), (at, y), False
            yield (at, y), (at, mine), False
            yield (at, mine), (edge, mine), False
            if step.theirs:
                yield (edge, mine), (edge, theirs), True
            x, y = edge, theirs

    def _line(self, p: Painter, rect: Rect, plot: Rect) -> None:
        for (x, y), (to_x, to_y), theirs in self._steps(p, rect, plot):
            if y == to_y:
                p.hline(min(x, to_x) - 1, y - 1, abs(to_x - x) + 2, "ink2", 2)
            elif theirs:
                p.dashed(x, min(y, to_y), abs(to_y - y), "ink2", 2)
            else:
                p.vline(x, min(y, to_y) - 1, abs(to_y - y) + 2, "ink2", 2)

    def _costs(self, p: Painter, rect: Rect, plot: Rect) -> None:
        """The dear decisions in words, each where it touches neither line nor mark, or nowhere."""
        taken = [_around(*piece[:2]) for piece in self._steps(p, rect, plot)]
        reach = p.t(RADIUS) + 5
        for index in range(len(self.marks)):
            x, y = self._at(p, rect, index)
            taken.append(Rect(x - reach, y - reach, 2 * reach, 2 * reach))
        if self.marks:
            x, half = self._x(plot, self.marks[self.opened].week), plot.w / len(self.steps) / 2
            taken += [Rect(edge - 1, plot.y, 2, plot.h) for edge in (x - half, x + half)]
        for index, mark in enumerate(self.marks):
            if not mark.cost:
                continue
            wide, tall = p.width(mark.cost, 13, "s"), p.t(16)
            x, y = self._at(p, rect, index)
            for left, top in _beside(x, y, wide, tall, reach):
                box = Rect(min(max(left, plot.x + 4), plot.right - wide), top, wide, tall)
                if plot.grow(0, -2).holds(box) and not any(box.grow(_NEAR).meets(other) for other in taken):
                    p.mid(box.x, box.cy, mark.cost, 13, "s", TONES[mark.grade])
                    taken.append(box)
                    break

    def _weeks(self, p: Painter, rect: Rect, plot: Rect) -> None:
        """The numbers of the weeks, flags on turning points, and the verdicts in words."""
        y, column = plot.bottom + p.t(14), plot.w / len(self.steps)
        narrow = column < p.width("88", 15, "s") + 6
        p.mid(plot.x - 12, y, "Week", 13, "r", "ink2", "r")
        for week in range(1, len(self.steps) + 1):
            x = self._x(plot, week)
            if not narrow or week % 2:
                p.mid(x, y, str(week), 15, "s", "ink", "c")
            if week in self.turned:
                p.icon(x + p.width(str(week), 15, "s") / 2 + p.t(3), y, "flag", 13, "action")
        if self._worded(p, rect.w):
            self._words(p, plot)
        else:
            for row, items in enumerate(self._legend(p, rect.w)):
                for x, grade in items:
                    cy = plot.bottom + p.t(26) + p.t(_LINE) * (row + 0.5)
                    draw_mark(p, plot.x + x + p.t(8), cy, grade, 6)
                    p.mid(plot.x + x + p.t(20), cy, grade, 13, "s", TONES[grade])

    def _words(self, p: Painter, plot: Rect) -> None:
        for week in range(1, len(self.steps) + 1):
            for row, index in enumerate(self._in_week(week)):
                grade = self.marks[index].grade
                cy = plot.bottom + p.t(26) + p.t(_LINE) * (row + 0.5)
                p.mid(self._x(plot, week), cy, grade, 13, "s", TONES[grade], "c")

    def _legend(self, p: Painter, width: float) -> list[list[tuple[float, str]]]:
        """Where each shape is explained, line by line."""
        room, rows, x = width - p.t(LEFT) - RIGHT, [[]], 0.0  # type: ignore[var-annotated]
        for grade in GRADES:
            if any(mark.grade == grade for mark in self.marks):
                wide = p.t(20) + p.width(grade, 13, "s") + p.t(18)
                if rows[-1] and x + wide - p.t(18) > room:
                    rows.append([])
                    x = 0.0
                rows[-1].append((x, grade))
                x += wide
        return rows


def _around(start: Point, end: Point) -> Rect:
    left, top = min(start[0], end[0]), min(start[1], end[1])
    return Rect(left - 1, top - 1, abs(end[0] - start[0]) + 2, abs(end[1] - start[1]) + 2)


def _beside(x: float, y: float, wide: float, tall: float, reach: float) -> Iterator[Point]:
    """Places for a text around a mark, the best first."""
    for away in (1.0, 1.5, 2.2):
        for left in (x + reach, x - wide / 2, x - reach - wide):
            yield left, y + away * reach - 2
            yield left, y - away * reach - tall + 2


# ---- luck


def luck_strip(start: int, weeks: Sequence[int], p: Painter, rect: Rect) -> None:
    """Outlined grey bars up and down from a line, each with its number: nobody's doing."""
    left = p.t(LEFT)
    plot = Rect(rect.x + left, rect.y, max(10.0, rect.w - left - RIGHT), rect.h)
    most = max([1, *(abs(each) for each in (start, *weeks))])
    unit, column = min(7.0, _TALLEST / most), plot.w / max(1, len(weeks))
    cy = rect.y + p.t(18) + _TALLEST
    p.hline(rect.x, cy, rect.w - RIGHT, "ink2")
    places = [(plot.x - left / 2 - 2, start), *((plot.x + column * (i + 0.5), each) for i, each in enumerate(weeks))]
    for x, amount in places:
        _luck(p, x, cy, amount, unit, min(20.0, column / 2))
    p.mid(places[0][0], cy + p.t(11 if start >= 0 else -11), "start", 13, "r", "ink2", "c")


def _luck(p: Painter, x: float, cy: float, amount: int, unit: float, wide: float) -> None:
    tall = abs(amount) * unit
    up = amount >= 0
    if amount:
        p.rounded(Rect(x - wide / 2, cy - tall if up else cy + 1, wide, max(4.0, tall)), 0, "track", "ink2", 1.2)
    text = f"+{amount}" if amount > 0 else f"−{-amount}" if amount < 0 else "0"
    p.mid(x, cy - tall - p.t(9) if up else cy + tall + p.t(10), text, 13, "s", "ink2", "c")


def luck_tall(p: Painter, width: float) -> float:
    """The height of a strip of luck."""
    return 2 * _TALLEST + p.t(18 + 20)
