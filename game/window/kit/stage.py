"""The stage: the tree a screen gave, its layout, its focus, its painting, and what can be said about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import pygame

from game.window.kit import focus as focusing
from game.window.kit.audit import CONTRAST, Finding, inspect
from game.window.kit.boxes import Spacer
from game.window.kit.geometry import Rect
from game.window.kit.overlays import Popover, Tip
from game.window.kit.paint import Painter
from game.window.kit.scroll import Reader, Scroll, ScrollBar, bring_into_view, bring_to_top
from game.window.kit.theme import LIGHT, Theme
from game.window.kit.widget import Frame, Interactive, Look, Memory, Placed, Widget

_RING = 4  # units from a widget to the outer edge of its ring


class WidgetInfo(NamedTuple):
    """What narration says of a widget: label, role, value, `nth` of `total`; and where it is, in units."""

    id: str
    role: str
    label: str
    value: str
    enabled: bool
    help: str
    hotkey: str
    rect: Rect
    nth: int
    total: int


class Stage:
    """One surface and the tree of widgets on it, without input.

    `show` gives it a tree, as often as the screen's model changes: focus, scroll offsets, open lists and typed text
    stay with their ids. `draw` paints everything.
    """

    def __init__(
        self, surface: pygame.Surface, scale: float = 1.0, text_scale: float = 1.0, theme: Theme = LIGHT
    ) -> None:
        self.painter = Painter(surface, scale, text_scale, theme)
        self.dirty = True
        self._tree: Widget = Spacer()
        self._frame: Frame | None = None
        self._memories: dict[str, Memory] = {}
        self._focus: dict[tuple[str, ...], str] = {}  # per stack of open overlays, so that closing one gives it back
        self._last: dict[tuple[str, ...], Rect] = {}
        self._traps: tuple[str, ...] = ()
        self._reveal = self._begins = True
        self._hovered = self._pressed = ""
        self._tip = ""  # the widget whose help is shown
        self._asked = False  # on request, so that it may say more

    # ---- what is shown

    def configure(self, surface: pygame.Surface, scale: float, text_scale: float, theme: Theme) -> None:
        """Another size, scale or theme; the focus is brought into view again."""
        self.painter.configure(surface, scale, text_scale, theme)
        self._reveal = True
        self._stale()

    def show(self, tree: Widget) -> None:
        """Replaces the tree."""
        self._tree = tree
        self._stale()

    def forget(self) -> None:
        """Another screen comes: nothing of the old one's focus, offsets or text is kept."""
        self._memories.clear()
        self._focus.clear()
        self._last.clear()
        self._hovered = self._pressed = self._tip = ""
        self._reveal = self._begins = True

    def _stale(self) -> None:
        self._frame, self.dirty = None, True

    def memory(self, id: str) -> Memory:
        """What is remembered for a widget id."""
        if id not in self._memories:
            self._memories[id] = Memory()
        return self._memories[id]

    @property
    def screen(self) -> Rect:
        width, height = self.painter.surface.get_size()
        return Rect(0, 0, width / self.painter.scale, height / self.painter.scale)

    @property
    def frame(self) -> Frame:
        """The layout of the tree as it is now."""
        if self._frame is None:
            self._frame = self._arranged()
            self._settle_focus()
            if self._reveal and self._bring_into_view():
                self._frame = self._arranged()
            self._reveal = self._begins = False
        return self._frame

    def _arranged(self) -> Frame:
        frame = Frame(self.painter, self.screen, self.memory)
        screen = self.screen
        fits = self._tree.height(self.painter, screen.w) <= screen.h + 0.5
        frame.arrange(self._tree if fits else Scroll(self._tree, id="whole-screen"))
        tip = frame.find(self._tip)
        if tip and isinstance(tip.widget, Interactive):
            said, sides = told(tip.widget, self._asked), tip.widget.tip_sides
            frame.overlays.append(Tip(said, tip.visible, sides, id="tip"))
            frame.arrange(Spacer())
        return frame

    # ---- focus

    @property
    def focus(self) -> str:
        """The id of the widget that has the focus; empty if there is none to have it."""
        _frame = self.frame
        return self._focus.get(self._traps, "")

    def set_focus(self, id: str) -> None:
        """Moves the focus and brings it into view; an id that is not on the screen is ignored."""
        item = self.frame.find(id)
        if item:
            self._focus[self._traps], self._last[self._traps] = id, item.rect
            self.dirty = True
            if self._bring_focus_into_view():
                self._stale()

    def begin_at(self, id: str) -> None:
        """Moves the focus as where a screen begins: to this widget and what it follows, or to that where both cannot
        be seen at once."""
        if self.frame.find(id):
            self._focus[self._traps] = id
            self._reveal = self._begins = True
            self._stale()

    def _settle_focus(self) -> None:
        assert self._frame is not None
        traps = tuple(overlay.id for _layer, overlay in self._frame.traps)
        closed = len(traps) < len(self._traps)
        if traps != self._traps[: len(traps)]:
            self._focus.pop(traps, None)
            self._reveal = True
        self._traps = traps
        items = self._frame.reachable()
        id = self._focus.get(traps, "")
        if not any(item.id == id for item in items):
            last = self._last.get(traps)
            id = focusing.nearest(items, last) if last and id else focusing.first(items)
            self._focus[traps] = id
            self._reveal = self._begins = True
        found = self._frame.find(id)
        if found:
            self._last[traps] = found.rect
            if closed and found.visible.h <= 0:  # what lay above had scrolled the page
                self._reveal = self._begins = True

    def _bring_into_view(self) -> bool:
        """Shows what an overlay is about, and what has the focus. Whether anything moved."""
        moved = self._bring_anchor_into_view()
        return self._bring_focus_into_view() or moved

    def _bring_anchor_into_view(self) -> bool:
        assert self._frame is not None
        overlay = self._frame.traps[-1][1] if self._frame.traps else None
        anchor = self._frame.find(overlay.anchor) if isinstance(overlay, Popover) else None
        if not isinstance(overlay, Popover) or anchor is None or not anchor.scrolls:
            return False
        if overlay.lies_well(self._frame, anchor):
            return False
        memory = self.memory(anchor.scrolls[-1])
        offset = memory.offset
        bring_to_top(memory, anchor.rect, anchor.rect.shifted(0, memory.view.h))
        return memory.offset != offset

    def _bring_focus_into_view(self) -> bool:
        assert self._frame is not None
        item = self._frame.find(self._focus.get(self._traps, ""))
        if item is None or isinstance(item.widget, Reader):
            return False
        before = self._read_before(item) if self._begins else None
        if before is not None:
            return self._begin_with(before, item)
        moved = [bring_into_view(self.memory(scroll), item.rect) for scroll in reversed(item.scrolls)]
        return any(moved)

    def _read_before(self, item: Placed) -> Placed | None:
        """What is to be read before a widget, where it scrolls with it."""
        assert self._frame is not None
        before = self._frame.find(item.widget.follows) if isinstance(item.widget, Interactive) else None
        return before if before is not None and item.scrolls and before.scrolls == item.scrolls else None

    def _begin_with(self, before: Placed, item: Placed) -> bool:
        memory = self.memory(item.scrolls[-1])
        offset = memory.offset
        if not bring_to_top(memory, before.card or before.rect, item.rect):
            self._focus[self._traps], self._last[self._traps] = before.id, before.rect
        return memory.offset != offset

    def _focused(self) -> Placed | None:
        return self.frame.find(self.focus)

    # ---- painting

    def draw(self) -> None:
        """Paints everything."""
        frame, p = self.frame, self.painter
        focus = self._focus.get(self._traps, "")
        plain, clip = Look(False, False, False, Memory()), None
        p.drawn, p.pictured, p.missing_icons = [], [], []
        p.clip(None)
        p.fill(frame.screen, "bg")
        above = next((place for place, item in enumerate(frame.items) if item.layer > frame.top), len(frame.items))
        for p.owner, item in enumerate(frame.items):
            if p.owner == above:  # a tip lies over the ring of what it may be about
                self._draw_ring(frame.find(focus))
                clip = None
            if p.probing or (item.visible.w > 0 and item.visible.h > 0):
                if item.clip is not clip:
                    clip = item.clip
                    p.clip(clip)
                item.widget.paint(p, item.rect, self._look(item, focus) if name_of(item) else plain)
        if above == len(frame.items):
            self._draw_ring(frame.find(focus))
        p.clip(None)
        self.dirty = False

    def _draw_ring(self, item: Placed | None) -> None:
        if item and isinstance(item.widget, Interactive):
            self.painter.clip(item.clip.grow(5) if item.scrolls else None)
            rect = item.widget.ringed(self.painter, item.rect)
            seen = rect.grow(_RING).overlap(self.screen.grow(-2))  # at the edge of the window it draws in
            self.painter.ring(seen.grow(-_RING), item.widget.rounding())

    def _look(self, item: Placed, focus: str) -> Look:
        name = name_of(item)
        memory = self.memory(item.widget.scroll if isinstance(item.widget, ScrollBar) else name)
        return Look(name == focus, name == self._hovered, name == self._pressed, memory)

    # ---- what is on it

    def widgets(self) -> list[WidgetInfo]:
        """Everything that can have the focus now, in reading order."""
        items = self.frame.reachable()
        return [self._info(item, i + 1, len(items)) for i, item in enumerate(items)]

    def focused(self) -> WidgetInfo | None:
        """What has the focus, for narration."""
        return next((info for info in self.widgets() if info.id == self.focus), None)

    def _info(self, item: Placed, nth: int, total: int) -> WidgetInfo:
        w = item.widget
        assert isinstance(w, Interactive)
        value = w.value(self.memory(w.id))
        return WidgetInfo(w.id, w.role, w.label, value, w.enabled, w.help, w.hotkey, item.rect, nth, total)

    def texts(self) -> list[tuple[str, Rect]]:
        """Every text that can be seen now, with its rectangle in units, in reading order."""
        self.draw()
        by_hand: dict[int, list[tuple[str, Rect]]] = {}
        for drawn in self.painter.drawn:
            by_hand.setdefault(drawn.owner, []).append((drawn.text, drawn.area))
        found: list[tuple[str, Rect]] = []
        for number, item in enumerate(self.frame.items):
            words, seen = item.widget.words(), item.visible
            if words and seen.w > 0 and seen.h > 0:
                found.append((words, seen))
            elif not words:
                found += by_hand.get(number, [])
        return found

    def audit(self, contrast: float = CONTRAST) -> list[Finding]:
        """What is wrong with the screen: see `audit.Finding`.  Looks at every page of everything that scrolls."""
        offsets = {id: memory.offset for id, memory in self._memories.items()}
        found: dict[Finding, None] = {}
        self._scroll_all(lambda memory: 0.0)
        while True:
            self.painter.probing = True
            self._stale()
            self.draw()
            self.painter.probing = False
            found.update(dict.fromkeys(inspect(self.frame, self.painter, contrast)))
            if not self._scroll_all(lambda memory: min(memory.extent, memory.offset + memory.view.h * 0.8)):
                break
        self._scroll_all(lambda memory: 0.0)
        for id, offset in offsets.items():
            self.memory(id).offset = offset
        self._stale()
        return list(found)

    def _scroll_all(self, to: Callable[[Memory], float]) -> bool:
        moved = False
        for memory in self._memories.values():
            before, memory.offset = memory.offset, to(memory)
            moved = moved or memory.offset != before
        self._stale()
        return moved


def told(widget: Interactive, asked: bool) -> str:
    """What the help of a widget says, by itself or on request."""
    return (asked and widget.more) or widget.tip()


def name_of(item: Placed) -> str:
    """What hover and press remember it by: its id, or that of the scroll a bar belongs to."""
    return item.id or (f"{item.widget.scroll}/bar" if isinstance(item.widget, ScrollBar) else "")


def find_text(texts: Sequence[tuple[str, Rect]], part: str) -> list[Rect]:
    """Where a text that contains `part` is."""
    return [rect for text, rect in texts if part in text]
