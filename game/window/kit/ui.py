"""The ui of a window: a stage that takes pygame input and turns it into messages."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pygame

from game.window.kit import focus as focusing
from game.window.kit.keys import STANDARD, Keys
from game.window.kit.scroll import ScrollBar
from game.window.kit.stage import Stage, name_of, told
from game.window.kit.theme import LIGHT, Theme
from game.window.kit.widget import Interactive, Messages, Placed

TIP_DELAY = 600  # milliseconds of rest before help shows by itself
_NOTCH = 64  # units a wheel notch scrolls
_PAGE = 0.85  # of what is seen
WHOLE_HELP = "help"  # the id of what explains a whole screen
_STEPS = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}
_HELD = pygame.KMOD_CTRL | pygame.KMOD_ALT | pygame.KMOD_META


class Back(NamedTuple):
    """The message for Escape when nothing is open."""


class Ui(Stage):
    """A stage that listens.

    `handle` takes pygame input and returns messages for the screen; nothing else ever reaches it.  `ratio` is surface
    pixels per window unit, for the pointer.  `clipboard` gives the text to paste.
    """

    def __init__(
        self,
        surface: pygame.Surface,
        scale: float = 1.0,
        text_scale: float = 1.0,
        theme: Theme = LIGHT,
        *,
        keys: Keys = STANDARD,
        clipboard: Callable[[], str] = lambda: "",
    ) -> None:
        super().__init__(surface, scale, text_scale, theme)
        self.keys = keys
        self.ratio = 1.0
        self._clipboard = clipboard
        self._grabbed: Placed | None = None  # a slider or a scroll bar that follows the pointer
        self._pointer = (0.0, 0.0)
        self._now = self._since = 0
        self._waiting = ""  # the widget whose help will show after a rest

    # ---- input

    def handle(self, event: pygame.event.Event) -> Messages:
        """What one pygame event means to the screen."""
        if event.type == pygame.KEYDOWN:
            return self._key(event.key, event.mod)
        if event.type == pygame.TEXTINPUT:
            return self._text(event.text)
        if event.type == pygame.MOUSEMOTION:
            return self._moved(*self._at(event.pos))
        if event.type == pygame.MOUSEBUTTONDOWN and event.button == 1:
            return self._down(*self._at(event.pos))
        if event.type == pygame.MOUSEBUTTONUP and event.button == 1:
            return self._up(*self._at(event.pos))
        if event.type == pygame.MOUSEWHEEL:
            self.wheel(-getattr(event, "precise_y", event.y) * _NOTCH)
        if event.type == pygame.WINDOWLEAVE:
            self._hover("")
        return []

    def _at(self, pos: tuple[int, int]) -> tuple[float, float]:
        share = self.ratio / self.painter.scale
        return pos[0] * share, pos[1] * share

    def _text(self, text: str) -> Messages:
        item = self._focused()
        if item and isinstance(item.widget, Interactive) and item.widget.typing:
            self._stale()
            return item.widget.type(self.memory(item.id), text)
        return []

    def _key(self, key: int, mods: int) -> Messages:
        item = self._focused()
        widget = item.widget if item else None
        if isinstance(widget, Interactive):
            memory = self.memory(widget.id)
            if widget.typing and key == pygame.K_v and mods & (pygame.KMOD_CTRL | pygame.KMOD_META):
                return self._text(self._clipboard())
            answer = widget.key(memory, key, mods)
            if answer is not None:
                self._stale()
                return answer
            if widget.typing and (key == pygame.K_SPACE or len(pygame.key.name(key)) == 1):
                return []  # it is being typed; a command may sit on a letter
        command = self.keys.command(key, mods)
        if command and not mods & _HELD:
            return self.command(command)
        return self._hotkey(key, mods, isinstance(widget, Interactive) and widget.typing)

    def _hotkey(self, key: int, mods: int, typing: bool) -> Messages:
        name = pygame.key.name(key)
        if mods & _HELD or (typing and len(name) == 1) or not name:
            return []
        for item in self.frame.reachable():
            widget = item.widget
            if isinstance(widget, Interactive) and widget.hotkey == name:
                self.set_focus(widget.id)
                return self._activate(item)
        return []

    def command(self, name: str) -> Messages:
        """What a command means now, by any device: next, previous, up, down, left, right, activate, back, help,
        page_up, page_down, home, end."""
        if name in ("next", "previous"):
            self._go(focusing.along(self.frame.reachable(), self.focus, 1 if name == "next" else -1))
        elif name in _STEPS:
            self._step(*_STEPS[name])
        elif name == "help":
            return self._toggle_help()
        elif name == "back":
            return self._back()
        elif name == "activate":
            item = self._focused()
            return self._activate(item) if item else []
        else:
            self._page(name)
        return []

    def press(self, id: str) -> Messages:
        """What activating a widget by its id means, wherever the focus was; nothing if it cannot be reached."""
        item = next((item for item in self.frame.reachable() if item.id == id), None)
        if item is None:
            return []
        self.set_focus(id)
        return self._activate(item)

    def _activate(self, item: Placed) -> Messages:
        widget = item.widget
        assert isinstance(widget, Interactive)
        messages = widget.activate(self.memory(widget.id))
        if widget.closes:
            self.memory(widget.closes).open = False
        self._await_tip("")
        self._stale()
        return messages

    def _back(self) -> Messages:
        if self._tip:
            self._await_tip("")
            return []
        if self.frame.traps:
            return self._close_top()
        return [Back()]

    def _close_top(self) -> Messages:
        overlay = self.frame.traps[-1][1]
        self._stale()
        return overlay.close(self.memory)

    def _step(self, dx: int, dy: int) -> None:
        here = self._focused()
        items = self.frame.reachable()
        if here is None:
            return
        there = focusing.towards(items, here.rect, here.id, dx, dy)
        scroll = here.scrolls[-1] if here.scrolls else ""
        by = dy * self.memory(scroll).view.h * 0.6 if scroll else 0.0
        if by and self._far(there, scroll) and self._scroll(scroll, by):
            return
        if there is None and (dy or len({item.rect.y for item in items}) == 1):
            self._go(focusing.along(items, here.id, dx + dy))
        elif there is not None:
            self._go(there.id)

    def _go(self, id: str) -> None:
        self.set_focus(id)
        self._await_tip(id)

    def _far(self, there: Placed | None, scroll: str) -> bool:
        """Whether there is text to read before the next widget comes into view."""
        view = self.memory(scroll).view
        if there is None or scroll not in there.scrolls:
            return True
        return not view.grow(0, view.h * 0.6).meets(there.rect)

    def _scroll(self, id: str, by: float) -> bool:
        memory = self.memory(id)
        before, memory.offset = memory.offset, min(memory.extent, max(0.0, memory.offset + by))
        moved = abs(memory.offset - before) > 0.01
        if moved:
            self._await_tip("")  # it would stay where what it speaks of has gone from
            self._stale()
        return moved

    def _page(self, name: str) -> None:
        here = self._focused()
        scrolls = here.scrolls if here else ()
        if not scrolls:
            bars = [i.widget for i in self.frame.items if isinstance(i.widget, ScrollBar) and i.layer >= self.frame.top]
            scrolls = tuple(bar.scroll for bar in bars)[:1]
        for id in reversed(scrolls):
            memory = self.memory(id)
            page, far = memory.view.h * _PAGE, memory.extent + 1
            if self._scroll(id, {"page_up": -page, "page_down": page, "home": -far, "end": far}.get(name, 0.0)):
                return

    # ---- pointer

    def _under(self, x: float, y: float) -> Placed | None:
        for item in reversed(self.frame.items):
            if item.layer < self.frame.top:
                return None
            if isinstance(item.widget, (Interactive, ScrollBar)) and item.visible.has(x, y):
                return item
        return None

    def _moved(self, x: float, y: float) -> Messages:
        self._pointer = (x, y)
        if self._grabbed:
            return self._drag(x, y)
        item = self._under(x, y)
        self._hover(name_of(item) if item else "")
        return []

    def _hover(self, name: str) -> None:
        if name != self._hovered:
            self._hovered, self.dirty = name, True
            self._await_tip(name)

    def _down(self, x: float, y: float) -> Messages:
        item = self._under(x, y)
        if item is None:
            return self._beside(x, y)
        self._pressed, self.dirty = name_of(item), True
        self._await_tip("")
        if isinstance(item.widget, ScrollBar) and self._turned_page(item, item.widget.scroll, y):
            return []
        if isinstance(item.widget, ScrollBar) or (isinstance(item.widget, Interactive) and item.widget.drags):
            self._grabbed = item
        if item.id:
            self.set_focus(item.id)
        return self._drag(x, y) if self._grabbed else []

    def _turned_page(self, bar: Placed, scroll: str, y: float) -> bool:
        """The arrow at the foot of a bar turns one page."""
        memory = self.memory(scroll)
        return ScrollBar.on_arrow(bar.rect, memory, y) and self._scroll(scroll, memory.view.h * _PAGE)

    def _beside(self, x: float, y: float) -> Messages:
        """A click on nothing closes what is open, unless it hit the panel itself or what is open says otherwise."""
        if not self.frame.traps:
            return []
        layer = self.frame.top
        inside = any(item.layer == layer and item.card is not None and item.card.has(x, y) for item in self.frame.items)
        if inside:
            return []
        messages = self.frame.traps[-1][1].beside(self.frame, x, y, self.memory)
        self._stale()
        return messages

    def _drag(self, x: float, y: float) -> Messages:
        grabbed = self._grabbed
        assert grabbed is not None
        if isinstance(grabbed.widget, ScrollBar):
            memory = self.memory(grabbed.widget.scroll)
            memory.offset = ScrollBar.offset_at(grabbed.rect, memory, y)
            self._stale()
            return []
        item = self.frame.find(grabbed.id)
        if item is None or not isinstance(item.widget, Interactive):
            return []
        self._stale()
        return item.widget.drag(self.memory(item.id), item.rect, x, y)

    def _up(self, x: float, y: float) -> Messages:
        item, pressed, grabbed = self._under(x, y), self._pressed, self._grabbed
        self._pressed, self._grabbed, self.dirty = "", None, True
        self._hover(name_of(item) if item else "")
        if item and item.id and item.id == pressed and not grabbed:
            return self._activate(item)
        return []

    def wheel(self, by: float) -> None:
        """Scrolls by `by` units the innermost scroll under the pointer that can still move.

        Where none is under it, as over the bars above and below a page, the page scrolls if there is only one.
        """
        x, y = self._pointer
        bars = [i for i in self.frame.items if isinstance(i.widget, ScrollBar) and i.layer >= self.frame.top]
        under = [item for item in bars if self.memory(_scroll_of(item)).view.has(x, y)]
        pages = [item for item in bars if not item.scrolls]
        beside = pages if len(pages) == 1 else []
        for item in sorted(under, key=lambda i: -len(i.scrolls)) or beside:
            if self._scroll(_scroll_of(item), by):
                return

    # ---- help

    def tick(self, now_ms: int) -> bool:
        """Time passes: help shows after a rest on a widget.  Returns whether something must be drawn."""
        self._now = now_ms
        if self._waiting and now_ms - self._since >= TIP_DELAY:
            self._show_tip(self._waiting)
            self._waiting = ""
        return self.dirty

    def _await_tip(self, id: str) -> None:
        """Hides the help that is shown; that of `id` shows after a rest."""
        self._waiting, self._since = id, self._now
        if self._tip:
            self._tip = ""
            self._stale()

    def _show_tip(self, id: str, asked: bool = False) -> bool:
        item = self.frame.find(id)
        if item is None or not isinstance(item.widget, Interactive) or not told(item.widget, asked):
            return False
        self._tip, self._asked = id, asked
        self._stale()
        return True

    def _toggle_help(self) -> Messages:
        """The help of what has the focus, or that of the whole screen where it has none, or no more than what showed
        by itself; what showed by itself and has more to say says it, and what was asked for goes."""
        shown = self.frame.find(self._tip)
        asked, read = shown is not None and self._asked, "" if shown is None else shown.id
        if shown is not None and not asked and isinstance(shown.widget, Interactive) and shown.widget.more:
            self._show_tip(read, asked=True)
            return []
        self._await_tip("")
        if asked or (self.focus != read and self._show_tip(self.focus, asked=True)):
            return []
        whole = next((item for item in self.frame.reachable() if item.id == WHOLE_HELP), None)
        return self._activate(whole) if whole else []


def _scroll_of(bar: Placed) -> str:
    """The scroll a bar belongs to."""
    assert isinstance(bar.widget, ScrollBar)
    return bar.widget.scroll
