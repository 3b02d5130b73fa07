"""What lies above a screen: dialogs, popovers anchored to a widget, tips."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from game.window.kit.boxes import Card, Column, Flex
from game.window.kit.geometry import Rect
from game.window.kit.leaves import Text
from game.window.kit.paint import Painter
from game.window.kit.scroll import GUTTER, Scroll
from game.window.kit.widget import Frame, Look, Memory, Messages, Overlay, Placed, Widget

_EDGE = 16  # units kept free between an overlay and the edge of the screen
_BELOW = 12  # below the head of a panel
_AWAY = 12  # between a popover and what it belongs to


@dataclass(eq=False)
class Stack(Widget):
    """A screen and what lies above it, in order; None is skipped."""

    base: Widget
    overlays: Sequence[Overlay | None] = ()

    def measure(self, p: Painter, width: float) -> float:
        return self.base.height(p, width)

    def natural(self, p: Painter) -> float:
        return self.base.wish(p)

    def arrange(self, frame: Frame, rect: Rect) -> None:
        self.base.arrange(frame, rect)
        frame.overlays += [overlay for overlay in self.overlays if overlay is not None]


@dataclass(eq=False)
class Panel(Overlay):
    """An overlay that holds a child, `width` units wide at 100 % text; taller than the screen, it scrolls.

    Escape or a click beside it sends `on_close` to the screen, which then leaves it out of its view.
    """

    child: Widget
    on_close: object = None
    width: float = field(default=480, kw_only=True)
    padding: float = field(default=24, kw_only=True)
    head: Widget | None = field(default=None, kw_only=True)  # stays while the child scrolls
    page: str = field(default="", kw_only=True)  # which of several lists it shows: each begins at its own top

    def __post_init__(self) -> None:
        self._scroll = Scroll(self.child, id="/".join([part for part in (self.id, self.page, "scroll") if part]))
        self._card = Card(Column([self.head, Flex(self._scroll)], gap=_BELOW), self.padding, radius=16, lift=1)

    def measure(self, p: Painter, width: float) -> float:
        inner = width - 2 * self.padding
        head = self.head.height(p, inner) + _BELOW if self.head else 0.0
        return head + self.child.height(p, inner) + 2 * self.padding

    def _size(self, frame: Frame) -> tuple[float, float]:
        width = min(frame.p.t(self.width), frame.screen.w - 2 * _EDGE)
        tallest = frame.screen.h - 2 * _EDGE
        height = self.height(frame.p, width)
        if height > tallest and width + GUTTER <= frame.screen.w - 2 * _EDGE:
            width += GUTTER
        return width, min(height, tallest)

    def close(self, memory: Callable[[str], Memory]) -> Messages:
        return [] if self.on_close is None else [self.on_close]


@dataclass(eq=False)
class Modal(Panel):
    """A dialog in the middle of a dimmed screen."""

    def arrange(self, frame: Frame, rect: Rect) -> None:
        width, height = self._size(frame)
        frame.add(self, rect)
        self._card.arrange(frame, Rect(rect.cx - width / 2, rect.cy - height / 2, width, height))

    def paint(self, p: Painter, rect: Rect, look: Look) -> None:
        p.dim(rect)


@dataclass(eq=False)
class Popover(Panel):
    """A panel beside the widget with the id `anchor`, on the first of its `sides` with room; with a tip that points
    at it."""

    anchor: str = field(kw_only=True)
    sides: Sequence[str] = field(default=("right", "left", "below", "above"), kw_only=True)
    tip: bool = field(default=True, kw_only=True)
    aside: bool = field(default=False, kw_only=True)  # to be read beside what it is about, which it must not cover
    on_anchor: object = field(default=None, kw_only=True)
    _points: tuple[tuple[float, float], ...] = field(default=(), init=False, repr=False)

    def arrange(self, frame: Frame, rect: Rect) -> None:
        found = frame.find(self.anchor)
        anchor = found.rect if found else Rect(rect.cx, rect.cy, 0, 0)
        width, height = self._size(frame)
        side, place = beside(anchor, width, height, frame.screen, self.sides, _AWAY if self.tip else 6)
        points = self.tip and found and found.visible.h > 0 and not place.meets(anchor)
        self._points = _pointer(side, anchor, place) if points else ()
        self._card.arrange(frame, place)
        frame.add(self, place)

    def lies_well(self, frame: Frame, anchor: Placed) -> bool:
        """Whether its anchor is seen, and with `aside` all of it, with room beside it."""
        if not self.aside:
            return anchor.visible.h > 0
        width, height = self._size(frame)
        room = spare(anchor.rect, width, height, frame.screen, _AWAY)
        return anchor.visible == anchor.rect and max(room[side] for side in self.sides) >= 0

    def beside(self, frame: Frame, x: float, y: float, memory: Callable[[str], Memory]) -> Messages:
        """With `aside` only a click on what it is about means something: that it was read."""
        if not self.aside:
            return self.close(memory)
        anchor = frame.find(self.anchor)
        return [self.on_anchor] if anchor is not None and anchor.visible.has(x, y) else []

    def paint(self, p: Painter, rect: Rect, look: Look) -> None:
        if self._points:
            p.polygon(self._points, "card")
            p.polyline((self._points[0], self._points[1], self._points[2]), "line", 1)


def beside(
    anchor: Rect, width: float, height: float, screen: Rect, sides: Sequence[str], away: float
) -> tuple[str, Rect]:
    """The first side of the anchor with room for the box (or the one with most), and its place, moved onto the
    screen."""
    room = spare(anchor, width, height, screen, away)
    side = next((name for name in sides if room[name] >= 0), max(sides, key=lambda name: room[name]))
    x = {"right": anchor.right + away, "left": anchor.x - away - width}.get(side, anchor.x)
    y = {"below": anchor.bottom + away, "above": anchor.y - away - height}.get(side, anchor.cy - height / 2)
    x = max(screen.x + _EDGE, min(x, screen.right - _EDGE - width))
    y = max(screen.y + _EDGE, min(y, screen.bottom - _EDGE - height))
    return side, Rect(x, y, width, height)


def spare(anchor: Rect, width: float, height: float, screen: Rect, away: float) -> dict[str, float]:
    """How much room would be left on each side of the anchor with the box there; below zero it does not fit."""
    return {
        "right": screen.right - _EDGE - anchor.right - away - width,
        "left": anchor.x - away - width - screen.x - _EDGE,
        "below": screen.bottom - _EDGE - anchor.bottom - away - height,
        "above": anchor.y - away - height - screen.y - _EDGE,
    }


def _pointer(side: str, anchor: Rect, place: Rect) -> tuple[tuple[float, float], ...]:
    """A small triangle on the side that faces the anchor, as far along as the anchor's middle."""
    across = min(max(anchor.cy, place.y + 24), place.bottom - 24)
    along = min(max(anchor.cx, place.x + 24), place.right - 24)
    return {
        "right": ((place.x + 1, across - 9), (place.x - 9, across), (place.x + 1, across + 9)),
        "left": ((place.right - 1, across - 9), (place.right + 9, across), (place.right - 1, across + 9)),
        "below": ((along - 9, place.y + 1), (along, place.y - 9), (along + 9, place.y + 1)),
        "above": ((along - 9, place.bottom - 1), (along, place.bottom + 9), (along + 9, place.bottom - 1)),
    }[side]


@dataclass(eq=False)
class Tip(Overlay):
    """A widget's help, beside it; it takes neither focus nor clicks."""

    text: str
    anchor: Rect
    sides: Sequence[str]
    traps: ClassVar[bool] = False

    def measure(self, p: Painter, width: float) -> float:
        return Text(self.text, 14).height(p, width - 24) + 16

    def arrange(self, frame: Frame, rect: Rect) -> None:
        text = Text(self.text, 14)
        width = min(text.wish(frame.p) + 24.5, frame.p.t(320), frame.screen.w - 2 * _EDGE)
        height = text.height(frame.p, width - 24) + 16
        _side, place = beside(self.anchor, width, height, frame.screen, self.sides, 10)
        Card(text, 12, 8, radius=8, lift=0.7).arrange(frame, place)
