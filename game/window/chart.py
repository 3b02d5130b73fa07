"""The story of the weeks as a line chart: two lines told apart by colour, dashes and a label at their end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import hypot

from game.insight.words.story import Story
from game.window.kit import Custom, Fixed, Painter, Rect, Widget
from game.window.kit.widget import Frame, Interactive, Look, Memory, Messages

_LANE, _NO_MARKS = 34, 10  # units above the plot where decisions are marked, and where none are
_AXIS = 26  # below the plot, for the weeks
_LEFT = 34  # beside the plot, for the points
_PLOT = 196
_DASH, _SPACE = 9.0, 5.0
_GRID, _COARSE = (0, 25, 50, 75, 100), (0, 50, 100)
_FINE = 140  # units of a plot tall enough for the finer grid
_DOT = 9  # radius of a mark

Point = tuple[float, float]


@dataclass(frozen=True)
class Series:
    """One line: its value at the opening of week 1 and after every week, 0 to 100."""

    name: str
    values: tuple[float, ...]
    colour: str
    ink: str
    dashed: bool
    seen: tuple[float, ...] = ()  # what was shown of it then, drawn hollow where it was another


def meter_lines(told: Story) -> list[Series]:
    """The two meters of a play, told apart by colour and by dashes."""
    return [
        Series("Relationship", told.relationship, "rel", "rel_text", False, told.seen.get("relationship", ())),
        Series("Delivery", told.delivery, "dlv", "dlv_text", True, told.seen.get("delivery", ())),
    ]


@dataclass(eq=False)
class WeekPoint(Interactive):
    """One week of the chart: something to point at and to read."""

    on: object = field(default=None, kw_only=True)

    def measure(self, p: Painter, width: float) -> float:
        return 0.0

    def paint(self, p: Painter, rect: Rect, look: Look) -> None:
        if look.focused or look.hovered:
            p.rounded(rect, 8, "sunk", "line")

    def activate(self, memory: Memory) -> Messages:
        return [] if self.on is None else [self.on]


@dataclass(eq=False)
class StoryChart(Widget):
    """`marks` are the weeks of marked decisions, in the order of their numbers. `says(week)` is read out and shown as
    help, `on(week)` is the message of a press; week 0 is the beginning. The plot is `tall` or takes what there is; of
    `weeks_in_all` those not lived yet stay empty."""

    series: Sequence[Series]
    marks: Sequence[int]
    says: Callable[[int], str]
    on: Callable[[int], object]
    tall: float = field(default=_PLOT, kw_only=True)
    weeks_in_all: int = field(default=0, kw_only=True)

    @property
    def lived(self) -> int:
        return max(len(line.values) for line in self.series) - 1

    @property
    def weeks(self) -> int:
        return max(1, self.lived, self.weeks_in_all)

    def _lane(self, p: Painter) -> float:
        return p.t(_LANE if self.marks else _NO_MARKS)

    def measure(self, p: Painter, width: float) -> float:
        return self._lane(p) + p.t(_AXIS) + self.tall

    def natural(self, p: Painter) -> float:
        return p.t(560)

    def arrange(self, frame: Frame, rect: Rect) -> None:
        plot = self._plot(frame.p, rect)
        step = plot.w / self.weeks
        half = max(12.0, min(step / 2, 40.0))
        for week in range(1, self.lived + 1):
            middle = plot.x + step * week
            right = min(middle + half, plot.right + 13)
            column = Rect(middle - half, rect.y, right - middle + half, rect.h)
            label = f"Week {week}. {self.says(week)}"
            frame.add(
                WeekPoint(id=f"chart/{week}", label=label, help=self.says(week), on=self.on(week)),
                column if step >= 24 else Rect(middle - 12, rect.y, 24, rect.h),
            )
        frame.add(self, rect)

    def _plot(self, p: Painter, rect: Rect) -> Rect:
        """Where the lines run; on the right, room for their names."""
        names = max(p.width(f"{line.name} 100", 14, "s") for line in self.series)
        left, right = p.t(_LEFT), names + 24
        tall = max(self.tall, rect.h - self._lane(p) - p.t(_AXIS))
        return Rect(rect.x + left, rect.y + self._lane(p), max(40.0, rect.w - left - right), tall)

    def paint(self, p: Painter, rect: Rect, look: Look) -> None:
        plot = self._plot(p, rect)
        self._axes(p, plot)
        for line in self.series:
            draw(p, self._points(plot, line.values), line)
            seen = zip(self._points(plot, line.seen), line.seen, line.values, strict=False)
            hollow(p, [point for point, shown, value in seen if round(shown) != round(value)], line)
        self._names(p, plot)
        self._marks(p, plot)

    def _axes(self, p: Painter, plot: Rect) -> None:
        for level in _GRID if plot.h >= _FINE else _COARSE:
            y = plot.bottom - plot.h * level / 100
            p.hline(plot.x, y, plot.w, "edge" if level == 0 else "line")
            p.mid(plot.x - 8, y, str(level), 13, "r", "ink2", "r")
        step = plot.w / self.weeks
        every = 1 if step >= p.width("Week 88", 13) * 0.5 else 2
        for week in range(every, self.weeks + 1, every):
            p.mid(plot.x + step * week, plot.bottom + p.t(_AXIS) / 2, str(week), 13, "s", "ink2", "c")
        p.mid(plot.x, plot.bottom + p.t(_AXIS) / 2, "Week", 13, "r", "ink2", "c" if step > p.t(40) else "r")

    def _points(self, plot: Rect, values: Sequence[float]) -> list[Point]:
        step = plot.w / self.weeks
        return [(plot.x + step * i, plot.bottom - plot.h * value / 100) for i, value in enumerate(values)]

    def _names(self, p: Painter, plot: Rect) -> None:
        """At the end of each line its name and value; moved apart where the lines end together."""
        ends = [plot.bottom - plot.h * line.values[-1] / 100 for line in self.series]
        apart, step = p.line_height(14), plot.w / self.weeks
        for (y, line), place in zip(zip(ends, self.series, strict=True), spread(ends, apart), strict=True):
            end = plot.x + step * (len(line.values) - 1)
            p.polyline(((end + 4, y), (end + 14, place)), line.colour, 1.5)
            if len(line.values) <= self.lived:  # the other line may run on behind it
                wide = p.width(f"{line.name} 100", 14, "s")
                p.rounded(Rect(end + 15, place - apart / 2, wide + 6, apart), 4, "card")
            name = p.mid(end + 18, place, f"{line.name} ", 14, "s", line.ink)
            p.mid(end + 18 + name, place, f"{line.values[-1]:.0f}", 14, "b", line.ink)

    def _marks(self, p: Painter, plot: Rect) -> None:
        """Numbered decisions above the weeks they were taken in."""
        step, radius = plot.w / self.weeks, p.t(_DOT)
        for week in sorted(set(self.marks)):
            numbers = [n + 1 for n, marked in enumerate(self.marks) if marked == week]
            x, cy = plot.x + step * week, plot.y - p.t(_LANE) / 2
            p.dashed(x, cy + radius + 2, plot.bottom - cy - radius - 2, "edge", 1)
            if len(numbers) * radius * 2.2 > step:
                badge(p, x, cy, f"{numbers[0]}–{numbers[-1]}" if len(numbers) > 1 else str(numbers[0]))
                continue
            first = x - radius * 1.1 * (len(numbers) - 1)
            for place, number in enumerate(numbers):
                badge(p, first + place * radius * 2.2, cy, str(number))


def badge(p: Painter, x: float, cy: float, number: str) -> None:
    """A number in a disc, as it stands on the chart and in the list beside it."""
    radius = p.t(_DOT)
    half = max(radius, (p.width(number, 13, "b") + p.t(8)) / 2)
    p.rounded(Rect(x - half, cy - radius, 2 * half, 2 * radius), radius, "action")
    p.mid(x, cy, number, 13, "b", "on_action", "c")


def disc(number: int) -> Widget:
    """The same badge in front of a line of text."""

    def paint(p: Painter, rect: Rect) -> None:
        badge(p, rect.x + p.t(9), rect.cy, str(number))

    return Fixed(Custom(paint, lambda p, _width: p.t(20)), 18)


def draw(p: Painter, points: Sequence[Point], line: Series) -> None:
    """A line through its points, with a mark at each: a disc on the whole line, a diamond on the dashed one."""
    if line.dashed:
        for piece in dashes(points):
            p.polyline(piece, line.colour, 2.5)
    else:
        p.polyline(points, line.colour, 2.5)
    for x, y in points:
        if line.dashed:
            p.polygon(((x - 6, y), (x, y - 6), (x + 6, y), (x, y + 6)), line.colour)
        else:
            p.rounded(Rect(x - 4.5, y - 4.5, 9, 9), 4.5, line.colour)


def hollow(p: Painter, points: Sequence[Point], line: Series) -> None:
    """Where a line was believed to be: its marks without filling."""
    for x, y in points:
        if line.dashed:
            p.polygon(((x - 6, y), (x, y - 6), (x + 6, y), (x, y + 6)), line.colour)
            p.polygon(((x - 3, y), (x, y - 3), (x + 3, y), (x, y + 3)), "card")
        else:
            p.rounded(Rect(x - 4.5, y - 4.5, 9, 9), 4.5, "card", line.colour, 2)


def dashes(points: Sequence[Point]) -> list[tuple[Point, ...]]:
    """The pieces of a dashed line that runs on around its corners."""
    pieces: list[tuple[Point, ...]] = []
    piece: list[Point] = [points[0]]
    drawing, left = True, _DASH
    for start, end in pairwise(points):
        here, length = start, hypot(end[0] - start[0], end[1] - start[1])
        while length > left:
            share = left / length
            here = (here[0] + (end[0] - here[0]) * share, here[1] + (end[1] - here[1]) * share)
            length -= left
            if drawing:
                pieces.append((*piece, here))
            drawing = not drawing
            piece, left = [here], _DASH if drawing else _SPACE
        left -= length
        if drawing:
            piece.append(end)
    if drawing and len(piece) > 1:
        pieces.append(tuple(piece))
    return pieces


def spread(places: Sequence[float], apart: float) -> list[float]:
    """The same places in the same order, moved as little as needed to stand `apart`. For two of them."""
    if len(places) < 2 or abs(places[0] - places[1]) >= apart:
        return list(places)
    middle = (places[0] + places[1]) / 2
    up, down = middle - apart / 2, middle + apart / 2
    return [up, down] if places[0] <= places[1] else [down, up]
