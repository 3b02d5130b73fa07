"""Widgets to look at: text, icons, pictures, chips, bars, dots, the emblem, and anything drawn by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from game.window.kit.geometry import Rect
from game.window.kit.paint import LEADING, Painter
from game.window.kit.theme import Tone
from game.window.kit.typeset import Content, Line, Part, Segment, Weight, plain
from game.window.kit.widget import Look, Widget

_ENDLESS = 1e6


@dataclass(eq=False)
class Text(Widget):
    """Words, broken to the width there is. `content` may mix parts of several styles; `most` lines are shown at most,
    the last one with an ellipsis (0: all of them)."""

    content: Content
    size: float = 15
    weight: Weight = "r"
    colour: str = "ink"
    align: str = "l"
    leading: float = LEADING
    most: int = 0

    def _tallest(self) -> float:
        parts = [self.content] if isinstance(self.content, (str, Part)) else self.content
        return max([self.size, *(part.size for part in parts if isinstance(part, Part))])

    def _lines(self, p: Painter, width: float) -> tuple[Line, ...]:
        lines = p.lines(self.content, width, self.size, self.weight, self.colour)
        return lines[: self.most] if self.most else lines

    def measure(self, p: Painter, width: float) -> float:
        return len(self._lines(p, width)) * p.line_height(self._tallest(), self.leading)

    def natural(self, p: Painter) -> float:
        return max((line.width for line in self._lines(p, _ENDLESS)), default=0.0)

    def paint(self, p: Painter, rect: Rect, look: Look) -> None:
        lines = self._lines(p, rect.w)
        if self.most and len(p.lines(self.content, rect.w, self.size, self.weight, self.colour)) > self.most:
            lines = (*lines[:-1], self._cut(p, lines[-1], rect.w))
        p.written(rect.x, rect.y, rect.w, lines, p.line_height(self._tallest(), self.leading), self.align)

    def _cut(self, p: Painter, line: Line, width: float) -> Line:
        x, text, weight, colour, size = line.segments[-1]
        while text and x + p.width(text + "…", size, weight) > width:
            text = text[:-1]
        return Line(line.width, (*line.segments[:-1], Segment(x, text.rstrip() + "…", weight, colour, size)))

    def words(self) -> str:
        return plain(self.content)


@dataclass(eq=False)
class Icon(Widget):
    """A Lucide icon; it says nothing to a screen reader, so a word stands beside it. Beside a text of several
    lines it stands in the middle of the first where it is told their size (`beside`)."""

    name: str
    size: float = 16
    colour: str = "ink2"
    beside: float = field(default=0.0, kw_only=True)

    def measure(self, p: Painter, width: float) -> float:
        return max(p.t(self.size), p.line_height(self.beside))

    def natural(self, p: Painter) -> float:
        return p.t(self.size)

    def paint(self, p: Painter, rect: Rect, look: Look) -> None:
        p.icon(rect.x, rect.cy, self.name, self.size, self.colour)


@dataclass(eq=False)
class IconTile(Icon):
    """An icon on a small rounded tile, as tall and wide as `tile`. Like a picture it does not grow with the text, but
    its icon does, and is never crowded."""

    tile: float = 36
    fill: str = "card"
    border: str = "line"

    def measure(self, p: Painter, width: float) -> float:
        return max(self.tile, p.t(self.size) + 4)

    def natural(self, p: Painter) -> float:
        return max(self.tile, p.t(self.size) + 4)

    def paint(self, p: Painter, rect: Rect, look: Look) -> None:
        side = max(self.tile, p.t(self.size) + 4)
        p.rounded(Rect(rect.x, rect.cy - side / 2, side, side), side / 4, self.fill, self.border)
        p.icon(rect.x + (side - p.t(self.size)) / 2, rect.cy, self.name, self.size, self.colour)


@dataclass(eq=False)
class Picture(Widget):
    """A square SVG text with rounded corners."""

    svg: str
    size: float = 48
    radius: float | None = None

    def measure(self, p: Painter, width: float) -> float:
        return self.size

    def natural(self, p: Painter) -> float:
        return self.size

    def paint(self, p: Painter, rect: Rect, look: Look) -> None:
        p.picture(Rect(rect.x, rect.cy - self.size / 2, self.size, self.size), self.svg, self.radius)


@dataclass(eq=False)
class Chip(Widget):
    """A short word on a soft ground, with an icon where its tone means something."""

    label: str
    tone: Tone = "plain"
    icon: str = ""

    def measure(self, p: Painter, width: float) -> float:
        return p.t(22)

    def natural(self, p: Painter) -> float:
        return p.chip_width(self.label, self.icon)

    def paint(self, p: Painter, rect: Rect, look: Look) -> None:
        if self.natural(p) <= rect.w + 0.5:
            p.chip(rect.x, rect.cy - p.t(11), self.label, self.tone, self.icon)
        else:
            self._narrow(p, rect)

    def _narrow(self, p: Painter, rect: Rect) -> None:
        ink, soft = p.theme.tone(self.tone)
        p.rounded(rect, p.t(11), soft)
        p.mid(rect.x + p.t(10), rect.cy, self.label, 13, "s", ink, room=rect.w - p.t(20))

    def words(self) -> str:
        return self.label


@dataclass(eq=False)
class Bar(Widget):
    """A bar from zero; `share` 0 to 1.  Its label stands beside it."""

    share: float
    colour: str = "rel"
    wide: float = 64
    tall: float = 6
    most: float = 0  # units at 100 % text; without it, as wide as its place

    def measure(self, p: Painter, width: float) -> float:
        return self.tall

    def natural(self, p: Painter) -> float:
        return self.wide

    def paint(self, p: Painter, rect: Rect, look: Look) -> None:
        wide = min(rect.w, p.t(self.most)) if self.most else rect.w
        p.bar(rect.x, rect.cy, wide, self.share, self.colour, self.tall)


@dataclass(eq=False)
class ProgressDots(Widget):
    """Steps: `done` are filled, the one under way is long, those to come are hollow."""

    done: int
    total: int

    def measure(self, p: Painter, width: float) -> float:
        return 8

    def natural(self, p: Painter) -> float:
        return 14 * self.total - 6 + (16 if self.done < self.total else 0)

    def paint(self, p: Painter, rect: Rect, look: Look) -> None:
        x = rect.x
        for step in range(self.total):
            width = 24 if step == self.done else 8
            hollow = step > self.done
            fill = "card" if hollow else "action" if step == self.done else "ink2"
            p.rounded(Rect(x, rect.cy - 4, width, 8), 4, fill, "ink2" if hollow else "")
            x += width + 6


@dataclass(eq=False)
class Emblem(Widget):
    """Two interlocked halves that stand as `first` : `second` (0..100 each), and a ring that shows each level."""

    first: float
    second: float
    radius: float = 54
    ring: bool = True
    icons: tuple[str, str] = ("", "")
    ground: str = "card"

    def measure(self, p: Painter, width: float) -> float:
        return 2 * self.radius

    def natural(self, p: Painter) -> float:
        return 2 * self.radius

    def paint(self, p: Painter, rect: Rect, look: Look) -> None:
        centre = rect.x + self.radius, rect.cy
        p.emblem(*centre, self.radius, self.first, self.second, self.ring, self.icons, self.ground)


@dataclass(eq=False)
class Keycap(Widget):
    """The name of a key, as on a keyboard."""

    label: str
    ground: str = "sunk"

    def measure(self, p: Painter, width: float) -> float:
        return p.t(24)

    def natural(self, p: Painter) -> float:
        return p.keycap_width(self.label)

    def paint(self, p: Painter, rect: Rect, look: Look) -> None:
        p.keycap(rect.x, rect.cy - p.t(12), self.label, self.ground)

    def words(self) -> str:
        return self.label


@dataclass(eq=False)
class Custom(Widget):
    """Drawn by hand: `draw(painter, rect)` in units.  `tall` is its height, or a function of painter and width."""

    draw: Callable[[Painter, Rect], None]
    tall: float | Callable[[Painter, float], float]
    wide: float = 0

    def measure(self, p: Painter, width: float) -> float:
        return self.tall(p, width) if callable(self.tall) else self.tall

    def natural(self, p: Painter) -> float:
        return self.wide

    def paint(self, p: Painter, rect: Rect, look: Look) -> None:
        self.draw(p, rect)
