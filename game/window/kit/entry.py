"""Widgets to choose and to type: drop-down lists, a line of text, a key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pygame

from game.window.kit.boxes import Column
from game.window.kit.controls import Button
from game.window.kit.geometry import Rect
from game.window.kit.keys import key_name
from game.window.kit.overlays import Popover
from game.window.kit.paint import Painter
from game.window.kit.typeset import clean
from game.window.kit.widget import Frame, Interactive, Look, Memory, Messages

_BOX = 40  # units: a box to choose or type in, at 100 % text


def _box_height(p: Painter) -> float:
    return max(_BOX, p.line_height(15) + 18)


def _labelled(p: Painter, rect: Rect, label: str, enabled: bool) -> Rect:
    """Writes the label above and returns the box below it, outlined by the caller."""
    lines = p.lines(label, rect.w, 14, "s", "ink" if enabled else "ink2")
    p.written(rect.x, rect.y, rect.w, lines, p.line_height(14))
    return _below(p, rect, label)


def _below(p: Painter, rect: Rect, label: str) -> Rect:
    """The box under a label."""
    top = rect.y + len(p.lines(label, rect.w, 14, "s")) * p.line_height(14) + 4
    return Rect(rect.x, top, rect.w, rect.bottom - top)


def _labelled_height(p: Painter, width: float, label: str) -> float:
    return len(p.lines(label, width, 14, "s")) * p.line_height(14) + 4 + _box_height(p)


@dataclass(eq=False)
class Select(Interactive):
    """One of several: shows the chosen option, opens the list. `options` are (key, name); `on(key)` makes the
    message."""

    label: str
    options: Sequence[tuple[str, str]]
    chosen: str
    on: Callable[[str], object]

    @property
    def role(self) -> str:
        return "list"

    def _name(self) -> str:
        return next((name for key, name in self.options if key == self.chosen), "")

    def measure(self, p: Painter, width: float) -> float:
        return _labelled_height(p, width, self.label)

    def natural(self, p: Painter) -> float:
        widest = max((p.width(name) for _key, name in self.options), default=0.0)
        return max(widest + p.t(24) + 32, p.width(self.label, 14, "s") + 1)

    def arrange(self, frame: Frame, rect: Rect) -> None:
        frame.add(self, rect)
        if frame.memory(self.id).open:
            width = max(rect.w, self.wish(frame.p) + 32) / frame.p.text_scale
            frame.overlays.append(
                OptionList(
                    Column([self._option(key, name) for key, name in self.options], gap=2),
                    id=f"{self.id}/list",
                    anchor=self.id,
                    width=width,
                    padding=8,
                    select=self.id,
                )
            )

    def _option(self, key: str, name: str) -> Option:
        chosen = key == self.chosen
        return Option(
            name,
            self.on(key),
            id=f"{self.id}/{key}",
            kind="quiet",
            align="l",
            icon="check" if chosen else "",
            chosen=chosen,
            autofocus=chosen,
            closes=self.id,
        )

    def paint(self, p: Painter, rect: Rect, look: Look) -> None:
        box = _labelled(p, rect, self.label, self.enabled)
        touched = look.hovered and self.enabled
        p.rounded(box, 8, "plain_soft" if touched else "card" if self.enabled else "sunk", "edge")
        ink = "ink" if self.enabled else "ink2"
        p.mid(box.x + 12, box.cy, self._name(), 15, "r", ink, room=box.w - p.t(24) - 20)
        p.icon(box.right - p.t(16) - 10, box.cy, "chevron-down", 16)

    def ringed(self, p: Painter, rect: Rect) -> Rect:
        return _below(p, rect, self.label)

    def words(self) -> str:
        return self.label

    def value(self, memory: Memory) -> str:
        return self._name()

    def activate(self, memory: Memory) -> Messages:
        memory.open = self.enabled
        return []


@dataclass(eq=False)
class Option(Button):
    """One line of an open list."""

    @property
    def role(self) -> str:
        return "option"

    def natural(self, p: Painter) -> float:
        return super().natural(p) + (0 if self.icon else p.t(24))

    def _words(self, p: Painter, rect: Rect) -> None:
        indent = 0 if self.icon else p.t(24)  # so that all names begin under each other
        super()._words(p, Rect(rect.x + indent, rect.y, rect.w - indent, rect.h))


@dataclass(eq=False)
class OptionList(Popover):
    """The open list of a select."""

    select: str = field(kw_only=True)
    sides: Sequence[str] = field(default=("below", "above"), kw_only=True)
    tip: bool = field(default=False, kw_only=True)

    def close(self, memory: Callable[[str], Memory]) -> Messages:
        memory(self.select).open = False
        return []


@dataclass(eq=False)
class TextEntry(Interactive):
    """One line to type in. `on_change(text)` makes a message for every change, `on_submit(text)` for Enter; what is
    being typed lives in the kit until the screen gives another `text`."""

    label: str
    text: str = ""
    on_change: Callable[[str], object] | None = field(default=None, kw_only=True)
    on_submit: Callable[[str], object] | None = field(default=None, kw_only=True)
    hint: str = field(default="", kw_only=True)
    longest: int = field(default=80, kw_only=True)
    clears: bool = field(
        default=False, kw_only=True
    )  # Escape empties it first: for what is looked for, not for letters
    _met: bool = field(default=False, init=False, repr=False)
    typing = True
    repeats = True

    @property
    def role(self) -> str:
        return "text field"

    def _current(self, memory: Memory) -> str:
        if not self._met:
            self._met = True
            if self.text != (memory.text if self.on_change else memory.seen):
                memory.text, memory.caret = self.text, len(self.text)
            memory.seen = self.text
        memory.caret = min(memory.caret, len(memory.text))
        return memory.text

    def measure(self, p: Painter, width: float) -> float:
        return _labelled_height(p, width, self.label)

    def natural(self, p: Painter) -> float:
        return max(p.t(240), p.width(self.label, 14, "s") + 1)

    def paint(self, p: Painter, rect: Rect, look: Look) -> None:
        box = _labelled(p, rect, self.label, self.enabled)
        p.rounded(box, 8, "card" if self.enabled else "sunk", "action" if look.focused else "edge", 1)
        text, inner, outside = self._current(look.memory), box.grow(-12, -4), p.surface.get_clip()
        look.memory.marked = look.memory.marked and look.focused
        before = p.width(text[: look.memory.caret]) if look.memory.caret else 0.0
        look.memory.shift = max(before - inner.w + 2, min(look.memory.shift, before), 0.0)
        p.surface.set_clip(p.box(inner).inflate(4, 0).clip(outside))
        if text:
            if look.memory.marked:
                p.rounded(Rect(inner.x - look.memory.shift, box.cy - p.t(10), p.width(text), p.t(20)), 3, "track")
            p.mid(inner.x - look.memory.shift, box.cy, text)
        elif self.hint:
            p.mid(inner.x, box.cy, self.hint, 15, "i", "ink2", room=inner.w)
        if look.focused:
            p.vline(inner.x + before - look.memory.shift + 1, box.cy - p.t(10), p.t(20), "action", 2)
        p.surface.set_clip(outside)

    def ringed(self, p: Painter, rect: Rect) -> Rect:
        return _below(p, rect, self.label)

    def words(self) -> str:
        return self.label

    def value(self, memory: Memory) -> str:
        return self._current(memory)

    def _changed(self, memory: Memory, text: str, caret: int) -> Messages:
        text, memory.marked = text[: self.longest], False
        if not self.enabled:
            return []
        changed, memory.text, memory.caret = text != memory.text, text, min(caret, len(text))
        return [self.on_change(text)] if changed and self.on_change else []

    def type(self, memory: Memory, text: str) -> Messages:
        old, at = ("", 0) if self._marked(memory) else (self._current(memory), memory.caret)
        new = clean(text).replace("\n", " ")
        return self._changed(memory, old[:at] + new + old[at:], at + len(new))

    def _marked(self, memory: Memory) -> bool:
        return bool(self._current(memory)) and memory.marked

    def activate(self, memory: Memory) -> Messages:
        return [self.on_submit(self._current(memory))] if self.enabled and self.on_submit else []

    def key(self, memory: Memory, key: int, mods: int) -> Messages | None:
        text, at = self._current(memory), memory.caret
        if key == pygame.K_a and mods & (pygame.KMOD_CTRL | pygame.KMOD_META):
            memory.marked, memory.caret = True, len(text)
            return []
        if text and key == pygame.K_ESCAPE and self.clears:
            return self._changed(memory, "", 0)
        if self._marked(memory) and key in (pygame.K_BACKSPACE, pygame.K_DELETE):
            return self._changed(memory, "", 0)
        left, right = (word_left(text, at), word_right(text, at)) if mods & pygame.KMOD_CTRL else (at - 1, at + 1)
        moves = {pygame.K_LEFT: left, pygame.K_RIGHT: right, pygame.K_HOME: 0, pygame.K_END: len(text)}
        if key in moves:
            memory.marked, memory.caret = False, min(len(text), max(0, moves[key]))
            return []
        if key == pygame.K_BACKSPACE:
            start = max(0, left)
            return self._changed(memory, text[:start] + text[at:], start)
        if key == pygame.K_DELETE:
            return self._changed(memory, text[:at] + text[min(len(text), right) :], at)
        return None


@dataclass(eq=False)
class TextArea(TextEntry):
    """Room to write a sentence or two, seen whole: it is `rows` lines tall and grows with what is written."""

    rows: int = field(default=2, kw_only=True)

    def measure(self, p: Painter, width: float) -> float:
        # what is being typed lives in the kit; a screen that keeps up with it by `on_change` gives it back as `text`
        count = max(self.rows, len(wrapped(self.text, width - 24, p.width)))
        return len(p.lines(self.label, width, 14, "s")) * p.line_height(14) + 4 + count * p.line_height(15) + 16

    def paint(self, p: Painter, rect: Rect, look: Look) -> None:
        box = _labelled(p, rect, self.label, self.enabled)
        p.rounded(box, 8, "card" if self.enabled else "sunk", "action" if look.focused else "edge", 1)
        text, height = self._current(look.memory), p.line_height(15)
        look.memory.marked = look.memory.marked and look.focused
        spans = wrapped(text, box.w - 24, p.width)
        for number, (start, end) in enumerate(spans):
            cy = box.y + 8 + (number + 0.5) * height
            if look.memory.marked:
                p.rounded(Rect(box.x + 12, cy - p.t(10), p.width(text[start:end]), p.t(20)), 3, "track")
            p.mid(box.x + 12, cy, text[start:end])
        if not text and self.hint:
            p.mid(box.x + 12, box.y + 8 + height / 2, self.hint, 15, "i", "ink2", room=box.w - 24)
        look.memory.lines = spans
        if look.focused:
            line = line_of(spans, look.memory.caret)
            before = p.width(text[spans[line][0] : look.memory.caret]) if look.memory.caret > spans[line][0] else 0.0
            p.vline(box.x + 13 + before, box.y + 8 + (line + 0.5) * height - p.t(10), p.t(20), "action", 2)

    def key(self, memory: Memory, key: int, mods: int) -> Messages | None:
        if key not in (pygame.K_UP, pygame.K_DOWN):
            return super().key(memory, key, mods)
        spans = memory.lines
        line = line_of(spans, memory.caret)
        to = line + (1 if key == pygame.K_DOWN else -1)
        if not 0 <= to < len(spans):
            return None  # on to the next widget
        memory.marked = False
        memory.caret = min(spans[to][0] + memory.caret - spans[line][0], spans[to][1])
        return []


def wrapped(text: str, room: float, width: Callable[[str], float]) -> list[tuple[int, int]]:
    """Where each line of a text begins and ends when none may be wider than `room`; always at least one."""
    spans: list[tuple[int, int]] = []
    start = 0
    while start < len(text) and width(text[start:]) > room:
        end = start + 1
        while end < len(text) and width(text[start : end + 1]) <= room:
            end += 1
        space = text.rfind(" ", start, end + 1)
        end = space + 1 if space > start else end  # a word as long as a line is broken
        spans.append((start, end))
        start = end
    return [*spans, (start, len(text))]


def line_of(spans: Sequence[tuple[int, int]], at: int) -> int:
    """The line a place in the text is on."""
    return max([number for number, (start, _end) in enumerate(spans) if start <= at], default=0)


def word_left(text: str, at: int) -> int:
    """Where the word before the caret begins."""
    return text[:at].rstrip(" ").rfind(" ") + 1


def word_right(text: str, at: int) -> int:
    """Where the word after the caret begins."""
    space = text.find(" ", at)
    return len(text) if space < 0 else space + 1


@dataclass(eq=False)
class KeyCapture(Interactive):
    """Shows which key does something; pressed, it waits for another, and `on(key code)` makes the message. Escape
    keeps the old one."""

    label: str
    code: int
    on: Callable[[int], object]
    waiting: str = field(default="Press a key", kw_only=True)

    @property
    def role(self) -> str:
        return "key"

    def _shown(self, memory: Memory) -> str:
        return self.waiting if memory.open else key_name(self.code)

    def measure(self, p: Painter, width: float) -> float:
        return max(40, len(p.lines(self.label, self._room(p, width))) * p.line_height(15) + 12)

    def _room(self, p: Painter, width: float) -> float:
        return width - max(p.width(self.waiting, 13, "s"), p.keycap_width(key_name(self.code))) - p.t(12) - 16

    def natural(self, p: Painter) -> float:
        return p.t(280)

    def paint(self, p: Painter, rect: Rect, look: Look) -> None:
        lines = p.lines(self.label, self._room(p, rect.w))
        p.written(rect.x, rect.cy - len(lines) * p.line_height(15) / 2, rect.w, lines, p.line_height(15))
        shown = self._shown(look.memory)
        width = p.keycap_width(shown)
        p.keycap(rect.right - width, rect.cy - p.t(12), shown, "card" if look.hovered else "sunk")
        if look.memory.open:
            p.hline(rect.right - width, rect.cy + p.t(14), width, "action", 2)

    def words(self) -> str:
        return self.label

    def value(self, memory: Memory) -> str:
        return self._shown(memory)

    def activate(self, memory: Memory) -> Messages:
        memory.open = self.enabled
        return []

    def key(self, memory: Memory, key: int, mods: int) -> Messages | None:
        if not memory.open:
            return None
        memory.open = False
        return [] if key == pygame.K_ESCAPE else [self.on(key)]
