"""A window onto something taller than itself."""

from __future__ import annotations

from dataclasses import dataclass

from game.window.kit.boxes import Around
from game.window.kit.geometry import Rect
from game.window.kit.paint import Painter
from game.window.kit.widget import Frame, Interactive, Look, Memory, Widget

GUTTER = 14  # units kept free for the bar
_MARGIN = 6  # units beside the content that are not cut off: focus rings and shadows live there
_ARROW = 14  # units at the foot of the bar, for the sign that there is more below
_BRINK = 12  # units at the lower edge that darken then
_LEAST = 96  # units at 100 % text: less is no use to read in


@dataclass(eq=False)
class Scroll(Around):
    """Shows as much of its child as there is room for. Wheel, Page Up and Down, Home and End, the arrows and the bar
    move it; the focus is always brought into view. It asks for what its child needs, up to `tallest` units at 100 %
    text (without it, for very little: put it into a `Flex` and it takes what is left). A child without anything to
    press gets the focus itself, so that it can be read with the keyboard."""

    id: str = "page"
    tallest: float = 0
    label: str = "More to read"

    def measure(self, p: Painter, width: float) -> float:
        full = self.child.height(p, width)
        return min(full, p.t(self.tallest or _LEAST))

    def arrange(self, frame: Frame, rect: Rect) -> None:
        memory, width = frame.memory(self.id), rect.w
        full = self.child.height(frame.p, width)
        if full > rect.h + 0.5:
            width -= GUTTER
            full = self.child.height(frame.p, width)
        memory.view, memory.extent = rect, max(0.0, full - rect.h)
        memory.offset = min(max(0.0, memory.offset), memory.extent)
        offset = round(memory.offset * frame.p.scale) / frame.p.scale
        start = len(frame.items)
        content = Rect(rect.x, rect.y - offset, width, max(full, rect.h))
        card = frame.card and Rect(frame.card.x, content.y - _MARGIN, frame.card.w, content.h + 2 * _MARGIN)
        with frame.inside(clip=rect.grow(_MARGIN, 0), card=card, scroll=self.id):
            self.child.arrange(frame, content)
        if memory.extent > 0:
            self._place_bar(frame, rect, any(item.id for item in frame.items[start:]))

    def _place_bar(self, frame: Frame, rect: Rect, others: bool) -> None:
        if not others:
            with frame.inside(scroll=self.id):
                frame.add(Reader(id=f"{self.id}/reader", label=self.label), rect)
        frame.add(ScrollBar(self.id), Rect(rect.right - GUTTER + 2, rect.y, GUTTER, rect.h))


@dataclass(eq=False)
class Reader(Interactive):
    """The focus of a scroll with nothing to press in it."""

    @property
    def role(self) -> str:
        return "text"

    def measure(self, p: Painter, width: float) -> float:
        return 0.0

    def ringed(self, p: Painter, rect: Rect) -> Rect:
        return rect.grow(-4)  # within what is scrolled: around it there may be no room


@dataclass(eq=False)
class ScrollBar(Widget):
    """The bar of the scroll `scroll`; the pointer drags it, the keyboard does not need it."""

    scroll: str

    def measure(self, p: Painter, width: float) -> float:
        return 0.0

    @staticmethod
    def thumb(rect: Rect, memory: Memory) -> Rect:
        """Where the handle is within the bar's place."""
        share = rect.h / (rect.h + memory.extent)
        length = max(24.0, rect.h * share)
        moved = (rect.h - length) * (memory.offset / memory.extent if memory.extent else 0.0)
        return Rect(rect.x, rect.y + moved, rect.w, length)

    @staticmethod
    def offset_at(rect: Rect, memory: Memory, y: float) -> float:
        """The offset that brings the middle of the handle to `y`."""
        length = ScrollBar.thumb(rect, memory).h
        return memory.extent * min(1.0, max(0.0, (y - rect.y - length / 2) / max(1.0, rect.h - length)))

    @staticmethod
    def more_below(rect: Rect, memory: Memory) -> bool:
        return ScrollBar.thumb(rect, memory).bottom < rect.bottom - _ARROW

    @staticmethod
    def on_arrow(rect: Rect, memory: Memory, y: float) -> bool:
        """Whether `y` is on the sign that there is more below."""
        return y >= rect.bottom - _ARROW and ScrollBar.more_below(rect, memory)

    def paint(self, p: Painter, rect: Rect, look: Look) -> None:
        thumb = self.thumb(rect, look.memory)
        width = 8 if look.hovered or look.pressed else 6
        p.rounded(Rect(rect.cx - width / 2, thumb.y + 2, width, thumb.h - 4), width / 2, "edge")
        if self.more_below(rect, look.memory):
            view = look.memory.view
            p.brink(Rect(view.x - _MARGIN, view.bottom - _BRINK, view.w + 2 * _MARGIN, _BRINK))
            size = _ARROW / p.text_scale  # the bar does not grow with the text either
            p.icon(rect.cx - _ARROW / 2, rect.bottom - _ARROW / 2 - 1, "chevron-down", size, "ink")


def bring_to_top(memory: Memory, first: Rect, last: Rect, margin: float = 12) -> bool:
    """Scrolls so that `first` is at the top, unless both are seen (they lie as they do now). Whether both are seen
    then."""
    view, after = memory.view, memory.extent - memory.offset
    if first.y < view.y or last.bottom > view.bottom:
        by = min(max(first.y - margin - view.y, -memory.offset), after)
        memory.offset += by
        last = last.shifted(0, -by)
    return last.bottom <= view.bottom


def bring_into_view(memory: Memory, rect: Rect, margin: float = 12) -> bool:
    """Scrolls so that `rect` (as it lies now) is seen, its top first.  Returns whether anything moved."""
    view, before = memory.view, memory.offset
    if rect.bottom + margin > view.bottom:
        memory.offset += rect.bottom + margin - view.bottom
    if rect.y - margin < view.y + memory.offset - before:
        memory.offset = before - (view.y - rect.y + margin)
    memory.offset = min(max(0.0, memory.offset), memory.extent)
    return abs(memory.offset - before) > 0.01
