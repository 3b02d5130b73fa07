"""Widgets to press: buttons, cards that are buttons, numbers that open, switches, sliders.

Activation returns messages for the screen; no widget changes anything but the kit's own memory.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pygame

from game.window.kit.boxes import Around, Row
from game.window.kit.geometry import Rect
from game.window.kit.keys import key_label
from game.window.kit.paint import Painter
from game.window.kit.theme import Tone
from game.window.kit.typeset import Line
from game.window.kit.widget import Frame, Interactive, Look, Memory, Messages, Widget

_ENDLESS = 1e6
_EDGE = 2  # units of a track around its buttons


@dataclass(eq=False)
class Button(Interactive):
    """Press it and the screen gets `on`.

    `kind`: primary (one a screen), secondary, quiet (no ground until touched), danger, icon (no words: the label is
    its tip), tab. `icon` stands before the words, `after` behind them; `chosen` marks the current tab or option;
    `show_key` shows the hotkey; `compact` is 40 units tall instead of 48.
    """

    label: str
    on: object = None
    kind: str = field(default="secondary", kw_only=True)
    icon: str = field(default="", kw_only=True)
    after: str = field(default="", kw_only=True)
    chosen: bool = field(default=False, kw_only=True)
    compact: bool = field(default=False, kw_only=True)
    show_key: bool = field(default=False, kw_only=True)
    align: str = field(default="c", kw_only=True)

    def _sides(self, p: Painter) -> float:
        key = p.keycap_width(self._key()) + p.t(8) if self._key() else 0
        return sum(p.t(24) for icon in (self.icon, self.after) if icon) + key

    def _key(self) -> str:
        return key_label(self.hotkey) if self.show_key and self.hotkey else ""

    def _edge(self) -> float:
        return 10 if self.kind == "quiet" else 16

    def _lines(self, p: Painter, width: float) -> tuple[Line, ...]:
        room = width - 2 * self._edge() - self._sides(p)
        return p.lines(self.label, max(room, 16), 15, "s", self._ink())

    def measure(self, p: Painter, width: float) -> float:
        least = 40 if self.compact or self.kind in ("quiet", "tab", "icon") else 48
        if self.kind == "icon":
            return max(least, p.t(32))
        return max(least, len(self._lines(p, width)) * p.line_height(15) + 2 * 10)

    def natural(self, p: Painter) -> float:
        if self.kind == "icon":
            return max(40, p.t(32))
        return self._lines(p, _ENDLESS)[0].width + 2 * self._edge() + self._sides(p)

    def _ink(self) -> str:
        if not self.enabled:
            return "ink2"
        if self.kind == "danger":
            return "bad"
        return "on_action" if self.kind == "primary" or (self.kind == "tab" and self.chosen) else "ink"

    def _ground(self, look: Look) -> tuple[str, str]:
        """Fill and border."""
        if self.kind == "danger" and self.enabled:
            return "bad_soft", "bad"
        if not self.enabled:
            return ("", "") if self.kind in ("quiet", "icon") else ("sunk", "line")
        if self._ink() == "on_action":
            return "action", ""
        touched = look.hovered or look.pressed
        if self.kind in ("quiet", "icon", "tab"):
            return ("plain_soft", "") if touched or self.chosen else ("", "")
        return ("plain_soft" if touched else "card"), "line"

    def paint(self, p: Painter, rect: Rect, look: Look) -> None:
        fill, border = self._ground(look)
        rect = rect.shifted(0, 1) if look.pressed and self.enabled else rect
        p.rounded(rect, self.rounding(), fill, border)
        if look.hovered and self.enabled and fill == "action":
            p.rounded(rect.grow(-3), 5, "", "on_action", 1)
        if self.kind == "icon":
            p.icon(rect.cx - p.t(9), rect.cy, self.icon, 18, self._ink())
        else:
            self._words(p, rect)

    def _words(self, p: Painter, rect: Rect) -> None:
        lines, ink, height = self._lines(p, rect.w), self._ink(), p.line_height(15)
        wide = max(line.width for line in lines)
        left = rect.x + (rect.w - wide - self._sides(p)) / 2 if self.align == "c" else rect.x + self._edge()
        if self.icon:
            p.icon(left, rect.cy, self.icon, 16, ink)
            left += p.t(24)
        p.written(left, rect.cy - height * len(lines) / 2, wide, lines, height, self.align)
        left += wide + p.t(8)
        if self.after:
            p.icon(left, rect.cy, self.after, 16, ink)
            left += p.t(24)
        if self._key():
            p.keycap(left, rect.cy - p.t(12), self._key())

    def words(self) -> str:
        return "" if self.kind == "icon" else self.label

    def tip(self) -> str:
        return self.help or (self.label if self.kind == "icon" else "")

    def value(self, memory: Memory) -> str:
        return "chosen" if self.chosen else ""

    def activate(self, memory: Memory) -> Messages:
        return [self.on] if self.enabled and self.on is not None else []


def tabs(id: str, names: Sequence[tuple[str, str]], chosen: str, on: Callable[[str], object]) -> Track:
    """Tabs in their track, from (key, name) pairs; `on(key)` makes the message."""
    buttons = [
        Tab(name, on(key), id=f"{id}/{key}", kind="tab", chosen=key == chosen, autofocus=False) for key, name in names
    ]
    return Track(Row(buttons, gap=4))


@dataclass(eq=False)
class Track(Around):
    """The sunk ground several buttons share, no wider than they are: it shows that the others can be pressed too."""

    def measure(self, p: Painter, width: float) -> float:
        return self.child.height(p, width - 2 * _EDGE) + 2 * _EDGE

    def natural(self, p: Painter) -> float:
        return self.child.wish(p) + 2 * _EDGE

    def arrange(self, frame: Frame, rect: Rect) -> None:
        place = Rect(rect.x, rect.y, min(rect.w, self.wish(frame.p)), rect.h)
        frame.add(self, place)
        self.child.arrange(frame, place.grow(-_EDGE))

    def paint(self, p: Painter, rect: Rect, look: Look) -> None:
        p.rounded(rect, 10, "sunk", "line")


@dataclass(eq=False)
class Tab(Button):
    @property
    def role(self) -> str:
        return "tab"


@dataclass(eq=False)
class CardButton(Interactive):
    """A whole card that is one button, with any child that has nothing to press itself.

    `state`: open, taken (chosen), left (not chosen), locked. `style`: card, flat (no ground until touched), soft (the
    soft ground of `tone`), sunk. Without `on` it is a place to stop and read: its `help` says more.
    """

    child: Widget
    on: object = None
    state: str = field(default="open", kw_only=True)
    style: str = field(default="card", kw_only=True)
    tone: Tone = field(default="plain", kw_only=True)
    x: float = field(default=14, kw_only=True)
    y: float = field(default=12, kw_only=True)
    corner: float = field(default=12, kw_only=True)

    def rounding(self) -> float:
        return self.corner

    @property
    def role(self) -> str:
        return "text" if self.on is None and self.enabled else "button"

    def measure(self, p: Painter, width: float) -> float:
        return self.child.height(p, width - 2 * self.x) + 2 * self.y

    def natural(self, p: Painter) -> float:
        return self.child.wish(p) + 2 * self.x

    def arrange(self, frame: Frame, rect: Rect) -> None:
        frame.add(self, rect)
        with frame.inside(card=rect):
            self.child.arrange(frame, rect.grow(-self.x, -self.y))

    def paint(self, p: Painter, rect: Rect, look: Look) -> None:
        touched = (look.hovered or look.pressed) and self.enabled and self.on is not None
        if self.style == "soft":
            p.rounded(rect, self.corner, p.theme.tone(self.tone)[1], "edge" if touched else "")
        elif self.style == "flat":
            p.rounded(rect, self.corner, "plain_soft" if touched else "")
        elif self.style == "sunk" or self.state in ("left", "locked"):
            p.rounded(rect, self.corner, "sunk", "edge" if touched else "line")
        else:
            self._card(p, rect, touched)

    def _card(self, p: Painter, rect: Rect, touched: bool) -> None:
        p.shadow(rect, self.corner, 0.35 if touched else 0)
        if self.state == "taken":
            p.rounded(rect, self.corner, "card", "action", 2)
        else:
            p.rounded(rect, self.corner, "card", "edge" if touched else "line")

    def value(self, memory: Memory) -> str:
        return {"taken": "chosen", "locked": "locked"}.get(self.state, "")

    def activate(self, memory: Memory) -> Messages:
        return [self.on] if self.enabled and self.state != "locked" and self.on is not None else []


@dataclass(eq=False)
class NumberButton(Interactive):
    """A number that opens what moved it: a small label, the amount, an arrow."""

    label: str
    amount: str
    on: object = None
    tone: Tone = field(default="plain", kw_only=True)
    icon: str = field(default="", kw_only=True)

    def rounding(self) -> float:
        return 10

    def measure(self, p: Painter, width: float) -> float:
        return p.line_height(13) + p.line_height(17) + 8

    def natural(self, p: Painter) -> float:
        amount = p.width(self.amount, 17, "b") + (p.t(28) if self.icon else 0)
        return max(p.t(112), p.width(self.label, 13) + 24, amount + 24)

    def paint(self, p: Painter, rect: Rect, look: Look) -> None:
        ink, soft = p.theme.tone(self.tone)
        p.rounded(rect, self.rounding(), soft, ink if look.hovered or look.pressed else "")
        middle = rect.cy + (p.line_height(13) - p.line_height(17)) / 2
        p.mid(rect.x + 12, middle - p.line_height(13) / 2, self.label, 13, "r", ink)
        p.mid(rect.x + 12, middle + p.line_height(17) / 2, self.amount, 17, "b", ink)
        if self.icon:
            p.icon(rect.right - 12 - p.t(16), middle + p.line_height(17) / 2, self.icon, 16, ink)

    def value(self, memory: Memory) -> str:
        return self.amount

    def words(self) -> str:
        return f"{self.label} {self.amount}"

    def activate(self, memory: Memory) -> Messages:
        return [self.on] if self.enabled and self.on is not None else []


@dataclass(eq=False)
class Toggle(Interactive):
    """A switch with its label; `on(new state)` makes the message.  On is position, tick and word, not only colour."""

    label: str
    state: bool
    on: Callable[[bool], object]
    names: tuple[str, str] = field(default=("Off", "On"), kw_only=True)

    @property
    def role(self) -> str:
        return "switch"

    def _switch(self, p: Painter) -> float:
        return p.t(44) + p.t(8) + max(p.width(name, 14, "s") for name in self.names)

    def measure(self, p: Painter, width: float) -> float:
        lines = p.lines(self.label, width - self._switch(p) - 16)
        return max(40, len(lines) * p.line_height(15) + 12)

    def natural(self, p: Painter) -> float:
        return p.width(self.label) + 16 + self._switch(p) + 0.5

    def paint(self, p: Painter, rect: Rect, look: Look) -> None:
        ink = "ink" if self.enabled else "ink2"
        lines = p.lines(self.label, rect.w - self._switch(p) - 16, 15, "r", ink)
        p.written(rect.x, rect.cy - len(lines) * p.line_height(15) / 2, rect.w, lines, p.line_height(15))
        wide, tall, knob = p.t(44), p.t(24), p.t(16)
        track = Rect(rect.right - wide, rect.cy - tall / 2, wide, tall)
        p.mid(track.x - p.t(8), rect.cy, self.names[self.state], 14, "s", ink, "r")
        p.rounded(track, tall / 2, "action" if self.state else "card", "action" if self.state else "edge", 2)
        left = track.right - knob - p.t(4) if self.state else track.x + p.t(4)
        p.rounded(Rect(left, rect.cy - knob / 2, knob, knob), knob / 2, "on_action" if self.state else "edge")
        if self.state:
            p.icon(left + p.t(2), rect.cy, "check", 12, "action")

    def words(self) -> str:
        return self.label

    def value(self, memory: Memory) -> str:
        return self.names[self.state].lower()

    def activate(self, memory: Memory) -> Messages:
        return [self.on(not self.state)] if self.enabled else []


@dataclass(eq=False)
class Slider(Interactive):
    """A value between `low` and `high` in steps; `on(new value)` makes the message, `show` its text."""

    label: str
    at: float
    on: Callable[[float], object]
    low: float = field(default=0, kw_only=True)
    high: float = field(default=100, kw_only=True)
    step: float = field(default=5, kw_only=True)
    show: Callable[[float], str] = field(default=lambda value: f"{value:g}", kw_only=True)
    repeats = True
    drags = True

    @property
    def role(self) -> str:
        return "slider"

    def _top(self, p: Painter, width: float) -> float:
        lines = p.lines(self.label, width - p.width(self.show(self.at), 15, "s") - 16)
        return len(lines) * p.line_height(15)

    def measure(self, p: Painter, width: float) -> float:
        return self._top(p, width) + p.t(24) + 4

    def natural(self, p: Painter) -> float:
        return max(p.t(160), p.width(self.label) + p.width(self.show(self.at), 15, "s") + 17)

    def _share(self) -> float:
        return min(1.0, max(0.0, (self.at - self.low) / (self.high - self.low)))

    def paint(self, p: Painter, rect: Rect, look: Look) -> None:
        ink, shown = "ink" if self.enabled else "ink2", self.show(self.at)
        lines = p.lines(self.label, rect.w - p.width(shown, 15, "s") - 16, 15, "r", ink)
        p.written(rect.x, rect.y, rect.w, lines, p.line_height(15))
        p.mid(rect.right, rect.y + p.line_height(15) / 2, shown, 15, "s", ink, "r")
        cy, knob = rect.bottom - 2 - p.t(12), p.t(20)
        p.rounded(Rect(rect.x, cy - 3, rect.w, 6), 3, "track", "edge")
        left = rect.x + (rect.w - knob) * self._share()
        p.rounded(Rect(rect.x, cy - 3, left - rect.x + knob / 2, 6), 3, "action")
        p.rounded(Rect(left, cy - knob / 2, knob, knob), knob / 2, "card", "action", 4 if look.hovered else 3)

    def words(self) -> str:
        return self.label

    def value(self, memory: Memory) -> str:
        return self.show(self.at)

    def _to(self, value: float) -> Messages:
        steps = round((min(self.high, max(self.low, value)) - self.low) / self.step)
        new = min(self.high, self.low + steps * self.step)
        return [self.on(new)] if self.enabled and abs(new - self.at) > 1e-9 else []

    def key(self, memory: Memory, key: int, mods: int) -> Messages | None:
        goals = {
            pygame.K_LEFT: self.at - self.step,
            pygame.K_RIGHT: self.at + self.step,
            pygame.K_HOME: self.low,
            pygame.K_END: self.high,
        }
        return self._to(goals[key]) if key in goals else None

    def drag(self, memory: Memory, rect: Rect, x: float, y: float) -> Messages:
        return self._to(self.low + (self.high - self.low) * (x - rect.x - 10) / max(1.0, rect.w - 20))
