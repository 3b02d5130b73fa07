"""Containers: columns, rows that restack when they do not fit, grids, cards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import ceil

from game.window.kit.geometry import Rect
from game.window.kit.paint import Painter
from game.window.kit.widget import Frame, Look, Widget

_TWO_WORDS = 80  # units at 100 % text
_ENLARGED = 1.15  # text from which a page scrolls
Align = str  # "start", "center", "end", "stretch"


@dataclass(eq=False)
class Spacer(Widget):
    """Nothing, of a size."""

    size: float = 0

    def measure(self, p: Painter, width: float) -> float:
        return self.size

    def natural(self, p: Painter) -> float:
        return self.size


@dataclass(eq=False)
class Around(Widget):
    """One child and nothing else: the base of widgets that only change how a child is placed."""

    child: Widget

    def measure(self, p: Painter, width: float) -> float:
        return self.child.height(p, width)

    def natural(self, p: Painter) -> float:
        return self.child.wish(p)

    def arrange(self, frame: Frame, rect: Rect) -> None:
        self.child.arrange(frame, rect)


@dataclass(eq=False)
class Tallest(Widget):
    """Widgets that may take each other's place; never drawn, only measured, and kept from view to view."""

    children: Sequence[Widget] = ()
    _known: dict[tuple[object, float], float] = field(default_factory=dict, init=False, repr=False)

    def measure(self, p: Painter, width: float) -> float:
        """With and without a scroll bar a page is measured in turn: both heights are remembered."""
        found = self._known.get((p.epoch, width))
        if found is None:
            found = self._known[p.epoch, width] = max((each.height(p, width) for each in self.children), default=0.0)
        return found


@dataclass(eq=False)
class AsTallAs(Around):
    """A child that asks for the height of the tallest of `others`, so that nothing jumps when one of them takes its
    place. Enlarged text, where a page scrolls anyway, is kept short instead."""

    others: Tallest

    def measure(self, p: Painter, width: float) -> float:
        own = self.child.height(p, width)
        return own if p.text_scale > _ENLARGED else max(own, self.others.height(p, width))


@dataclass(eq=False)
class Roomy(Around):
    """A child of a column that takes what is to spare before `Flex` children do: as much as the tallest of `others`
    needs, but no more than `most` units in all. A page that would have to scroll for it leaves it out."""

    others: Tallest
    most: float

    def more(self, p: Painter, width: float) -> float:
        """What it would like beyond its own height."""
        if p.text_scale > _ENLARGED:
            return 0.0
        return max(0.0, min(self.others.height(p, width), self.most) - self.height(p, width))


@dataclass(eq=False)
class Flex(Around):
    """A child that takes what its row or column has left, shared by `weight`; at 100 % text at least `least` units."""

    weight: float = 1
    least: float = 0

    def natural(self, p: Painter) -> float:
        return max(self.child.wish(p), p.t(self.least))

    def floor(self, p: Painter) -> float:
        """The width below which a row rather breaks; unless told, room for about two words."""
        return p.t(self.least) if self.least else min(self.child.wish(p), p.t(_TWO_WORDS))


@dataclass(eq=False)
class Spare(Around):
    """A child of a `Flex` that asks for nothing, and is only there where what is left over is enough for it with
    `above` units over it."""

    above: float = 0

    def measure(self, p: Painter, width: float) -> float:
        return 0.0

    def arrange(self, frame: Frame, rect: Rect) -> None:
        place = Rect(rect.x, rect.y + self.above, rect.w, rect.h - self.above)
        if place.h >= self.child.height(frame.p, rect.w):
            self.child.arrange(frame, place)


@dataclass(eq=False)
class Fixed(Around):
    """A child of a fixed width in a row (units at 100 % text; it grows with the text). In a broken row it fills its
    line."""

    width: float

    def natural(self, p: Painter) -> float:
        return p.t(self.width)


@dataclass(eq=False)
class Alike(Around):
    """A child as wide as the widest of `group`, so that buttons one below the other make a column. The group may still
    grow while a screen is put together. In a broken row it fills its line."""

    group: Sequence[Widget]

    def natural(self, p: Painter) -> float:
        return max((each.wish(p) for each in self.group), default=0.0)


@dataclass(eq=False)
class Pad(Around):
    """Room around a child: left and right `x`, above and below `y` (or `x`)."""

    x: float
    y: float = -1

    def _room(self) -> tuple[float, float]:
        return self.x, self.x if self.y < 0 else self.y

    def measure(self, p: Painter, width: float) -> float:
        x, y = self._room()
        return self.child.height(p, width - 2 * x) + 2 * y

    def natural(self, p: Painter) -> float:
        return self.child.wish(p) + 2 * self._room()[0]

    def arrange(self, frame: Frame, rect: Rect) -> None:
        x, y = self._room()
        self.child.arrange(frame, rect.grow(-x, -y))


@dataclass(eq=False)
class Card(Pad):
    """A child on a card.  `fill` "sunk" lies in the ground; `lift` 0 rests, 1 floats, below 0 casts no shadow."""

    x: float = 16
    radius: float = 12
    fill: str = "card"
    border: str = "line"
    lift: float = 0

    def arrange(self, frame: Frame, rect: Rect) -> None:
        frame.add(self, rect)
        with frame.inside(card=rect):
            super().arrange(frame, rect)

    def paint(self, p: Painter, rect: Rect, look: Look) -> None:
        if self.lift >= 0 and self.fill != "sunk":
            p.shadow(rect, self.radius, self.lift)
        p.rounded(rect, self.radius, self.fill, self.border)


def _kept(children: Sequence[Widget | None]) -> list[Widget]:
    return [child for child in children if child is not None]


def _shared(extra: float, weights: Sequence[float]) -> list[float]:
    whole = sum(weights)
    return [extra * weight / whole if whole else 0.0 for weight in weights]


def _weight(child: Widget) -> float:
    return child.weight if isinstance(child, Flex) else 0.0


def _floor(p: Painter, child: Widget) -> float:
    return child.floor(p) if isinstance(child, Flex) else child.wish(p)


@dataclass(eq=False)
class Column(Widget):
    """Children one below the other; None among them is skipped. Room to spare goes to `Flex` children, or where
    `justify` says: start, center, end, between."""

    children: Sequence[Widget | None]
    gap: float = 8
    align: Align = "stretch"
    justify: str = "start"
    _kept: list[Widget] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._kept = _kept(self.children)

    def _width(self, p: Painter, child: Widget, width: float) -> float:
        return width if self.align == "stretch" or isinstance(child, Flex) else min(width, child.wish(p))

    def _heights(self, p: Painter, width: float) -> list[float]:
        return [child.height(p, self._width(p, child, width)) for child in self._kept]

    def measure(self, p: Painter, width: float) -> float:
        return sum(self._heights(p, width)) + self.gap * max(0, len(self._kept) - 1)

    def natural(self, p: Painter) -> float:
        return max((child.wish(p) for child in self._kept), default=0.0)

    def arrange(self, frame: Frame, rect: Rect) -> None:
        heights = self._heights(frame.p, rect.w)
        extra = rect.h - sum(heights) - self.gap * max(0, len(heights) - 1)
        for place, child in enumerate(self._kept):
            if isinstance(child, Roomy):
                more = min(child.more(frame.p, rect.w), max(0.0, extra))
                heights[place], extra = heights[place] + more, extra - more
        weights = [_weight(child) for child in self._kept]
        gap, y = self.gap, rect.y
        if any(weights):
            heights = [max(0.0, h + more) for h, more in zip(heights, _shared(extra, weights), strict=True)]
        elif extra > 0:
            y += extra * {"center": 0.5, "end": 1.0}.get(self.justify, 0.0)
            gap += extra / (len(heights) - 1) if self.justify == "between" and len(heights) > 1 else 0.0
        for child, height in zip(self._kept, heights, strict=True):
            width = self._width(frame.p, child, rect.w)
            left = rect.x + (rect.w - width) * {"center": 0.5, "end": 1.0}.get(self.align, 0.0)
            child.arrange(frame, Rect(left, y, width, height))
            y += height + gap


@dataclass(eq=False)
class Row(Widget):
    """Children side by side. What does not fit goes to the next line (unless `wrap` is off); in a row that broke,
    `Fixed`, `Alike` and `Flex` children fill their line. `align` places children in their line, `justify` lines in the
    row."""

    children: Sequence[Widget | None]
    gap: float = 8
    align: Align = "center"
    justify: str = "start"
    wrap: bool = True
    line_gap: float = -1  # between lines; the gap unless told
    divided: bool = False  # thin upright lines between neighbours
    _kept: list[Widget] = field(init=False, repr=False)
    _broken: tuple[object, float, list[list[tuple[Widget, float]]]] | None = field(default=None, init=False, repr=False)

    def __post_init__(self) -> None:
        self._kept = _kept(self.children)

    def natural(self, p: Painter) -> float:
        return sum(child.wish(p) for child in self._kept) + self.gap * max(0, len(self._kept) - 1)

    def lines(self, p: Painter, width: float) -> list[list[tuple[Widget, float]]]:
        """The children of each line with their widths; remembered until scale, theme or width change."""
        if self._broken is None or self._broken[0] is not p.epoch or self._broken[1] != width:
            self._broken = (p.epoch, width, self._break(p, width))
        return self._broken[2]

    def _break(self, p: Painter, width: float) -> list[list[tuple[Widget, float]]]:
        lines: list[list[Widget]] = [[]]
        used = 0.0
        for child in self._kept:
            wish = _floor(p, child)
            if self.wrap and lines[-1] and used + self.gap + wish > width + 0.5:
                lines.append([])
                used = 0.0
            used += wish + (self.gap if lines[-1] else 0.0)
            lines[-1].append(child)
        return [self._widths(p, line, width, len(lines) > 1) for line in lines if line]

    def _widths(self, p: Painter, line: list[Widget], width: float, broken: bool) -> list[tuple[Widget, float]]:
        room = width - self.gap * (len(line) - 1)
        widths = [min(_floor(p, child), width) for child in line]
        weights = [_weight(child) for child in line]
        if broken and not any(weights):
            weights = [child.wish(p) if isinstance(child, (Fixed, Alike)) else 0.0 for child in line]
            widths = [0.0 if weight else w for w, weight in zip(widths, weights, strict=True)]
        if any(weights):
            widths = self._flexed(room, widths, weights)
        elif sum(widths) > room:
            widths = [max(0.0, w + more) for w, more in zip(widths, _shared(room - sum(widths), widths), strict=True)]
        return list(zip(line, widths, strict=True))

    @staticmethod
    def _flexed(room: float, widths: list[float], weights: list[float]) -> list[float]:
        """Shares by weight, but nobody below the width it needs."""
        bound = {i for i, weight in enumerate(weights) if not weight}
        while True:
            left = room - sum(w for i, w in enumerate(widths) if i in bound)
            shares = _shared(left, [0.0 if i in bound else weight for i, weight in enumerate(weights)])
            short = [i for i, share in enumerate(shares) if i not in bound and share < widths[i] - 0.01]
            if not short:
                return [widths[i] if i in bound else max(0.0, share) for i, share in enumerate(shares)]
            bound.update(short)

    def _line_gap(self) -> float:
        return self.gap if self.line_gap < 0 else self.line_gap

    def _tall(self, p: Painter, line: list[tuple[Widget, float]]) -> float:
        return max(child.height(p, width) for child, width in line)

    def measure(self, p: Painter, width: float) -> float:
        heights = [self._tall(p, line) for line in self.lines(p, width)]
        return sum(heights) + self._line_gap() * max(0, len(heights) - 1)

    def arrange(self, frame: Frame, rect: Rect) -> None:
        frame.add(self, rect) if self.divided else None
        lines = self.lines(frame.p, rect.w)
        y = rect.y
        for line in lines:
            height = rect.h if len(lines) == 1 else self._tall(frame.p, line)
            self._place(frame, line, Rect(rect.x, y, rect.w, height))
            y += height + self._line_gap()

    def _place(self, frame: Frame, line: list[tuple[Widget, float]], rect: Rect) -> None:
        spare = max(0.0, rect.w - sum(width for _, width in line) - self.gap * (len(line) - 1))
        x = rect.x + spare * {"center": 0.5, "end": 1.0}.get(self.justify, 0.0)
        gap = self.gap + (spare / (len(line) - 1) if self.justify == "between" and len(line) > 1 else 0.0)
        for child, width in line:
            height = rect.h if self.align == "stretch" else min(rect.h, child.height(frame.p, width))
            top = rect.y + (rect.h - height) * {"center": 0.5, "end": 1.0}.get(self.align, 0.0)
            child.arrange(frame, Rect(x, top, width, height))
            x += width + gap

    def paint(self, p: Painter, rect: Rect, look: Look) -> None:
        lines = self.lines(p, rect.w)
        x = rect.x
        for _child, width in lines[0][:-1] if len(lines) == 1 else []:
            x += width + self.gap
            p.vline(x - self.gap / 2, rect.y + 2, rect.h - 4)


@dataclass(eq=False)
class Grid(Widget):
    """Cells of equal width in rows of equal height: `columns` of them, or as many as keep `least` units each (at 100
    % text)."""

    children: Sequence[Widget | None]
    columns: int
    least: float = 0
    gap: float = 8
    divided: bool = False  # thin lines between the cells
    _kept: list[Widget] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._kept = _kept(self.children)

    def natural(self, p: Painter) -> float:
        cell = max((child.wish(p) for child in self._kept), default=0.0)
        return (cell + self.gap) * self.columns - self.gap

    def _columns(self, p: Painter, width: float) -> int:
        fit = int((width + self.gap) // (p.t(self.least) + self.gap)) if self.least else self.columns
        columns = max(1, min(self.columns, fit, len(self._kept)))
        if not self.least or not self._kept:
            return columns
        rows = ceil(len(self._kept) / columns)
        return ceil(len(self._kept) / rows)  # three and two rather than four and one

    def _rows(self, p: Painter, width: float) -> tuple[float, list[tuple[list[Widget], float]]]:
        """The width of a cell; each row's children and height."""
        columns = self._columns(p, width)
        cell = (width - self.gap * (columns - 1)) / columns
        rows = [self._kept[i : i + columns] for i in range(0, len(self._kept), columns)]
        return cell, [(row, max(child.height(p, cell) for child in row)) for row in rows]

    def measure(self, p: Painter, width: float) -> float:
        _, rows = self._rows(p, width)
        return sum(height for _, height in rows) + self.gap * max(0, len(rows) - 1)

    def _extra(self, rows: list[tuple[list[Widget], float]], rect: Rect) -> float:
        needed = sum(height for _, height in rows) + self.gap * max(0, len(rows) - 1)
        return max(0.0, rect.h - needed) / max(1, len(rows))

    def arrange(self, frame: Frame, rect: Rect) -> None:
        frame.add(self, rect) if self.divided else None
        cell, rows = self._rows(frame.p, rect.w)
        extra, y = self._extra(rows, rect), rect.y
        for row, height in rows:
            for i, child in enumerate(row):
                child.arrange(frame, Rect(rect.x + i * (cell + self.gap), y, cell, height + extra))
            y += height + extra + self.gap

    def paint(self, p: Painter, rect: Rect, look: Look) -> None:
        cell, rows = self._rows(p, rect.w)
        extra, y = self._extra(rows, rect), rect.y
        for number, (row, height) in enumerate(rows):
            if number:
                p.hline(rect.x, y - self.gap / 2, rect.w)
            for i in range(1, len(row)):
                p.vline(rect.x + i * (cell + self.gap) - self.gap / 2, y + 2, height + extra - 4)
            y += height + extra + self.gap


@dataclass(eq=False)
class Divider(Widget):
    """A hairline across."""

    space: float = 0  # above and below

    def measure(self, p: Painter, width: float) -> float:
        return 1 + 2 * self.space

    def paint(self, p: Painter, rect: Rect, look: Look) -> None:
        p.hline(rect.x, rect.cy - 0.5, rect.w)
