"""What every widget is, and the frame in which a tree of them finds its places.

A tree is laid out in one pass (`arrange`) into a flat list in painting order; painting, hit testing, focus, narration
and the audit all read that list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import ClassVar, NamedTuple

from game.window.kit.geometry import NOWHERE, Rect
from game.window.kit.paint import Painter

Messages = list[object]


@dataclass(slots=True)
class Memory:
    """What the kit remembers for one widget id while trees come and go."""

    offset: float = 0.0  # scrolled by, units
    extent: float = 0.0  # how far it could be scrolled, units
    view: Rect = NOWHERE  # a scroll's window, units
    text: str = ""  # being typed
    seen: str | None = None  # the value the screen last gave; another one replaces what is being typed
    caret: int = 0
    marked: bool = False  # all of what is being typed is: the next letter takes its place
    shift: float = 0.0  # a text entry's first visible unit
    lines: Sequence[tuple[int, int]] = ()  # where the lines of what is being typed begin and end, as painted last
    open: bool = False  # a list is shown, or a key is awaited


@dataclass(frozen=True, slots=True)
class Look:
    """How a widget is to be painted just now."""

    focused: bool
    hovered: bool
    pressed: bool
    memory: Memory


@dataclass(eq=False, kw_only=True)
class Widget:
    """A part of a screen. Subclasses say how tall they are for a width, how wide they like to be, and how they look."""

    _height: tuple[object, float, float] | None = field(default=None, init=False, repr=False)
    _natural: tuple[object, float] | None = field(default=None, init=False, repr=False)

    def measure(self, p: Painter, width: float) -> float:
        """Height in units when it is `width` wide."""
        raise NotImplementedError

    def natural(self, p: Painter) -> float:
        """The width in units it would take if it could."""
        return 0.0

    def arrange(self, frame: Frame, rect: Rect) -> None:
        """Takes its place, and gives its children theirs."""
        frame.add(self, rect)

    def paint(self, p: Painter, rect: Rect, look: Look) -> None:
        """Draws itself without its children."""

    def words(self) -> str:
        """What it writes on the screen; empty if only the painter knows."""
        return ""

    def height(self, p: Painter, width: float) -> float:
        """`measure`, remembered until scale or theme change."""
        width = max(0.0, width)
        if self._height is None or self._height[0] is not p.epoch or self._height[1] != width:
            self._height = (p.epoch, width, self.measure(p, width))
        return self._height[2]

    def wish(self, p: Painter) -> float:
        """`natural`, remembered until scale or theme change."""
        if self._natural is None or self._natural[0] is not p.epoch:
            self._natural = (p.epoch, self.natural(p))
        return self._natural[1]


@dataclass(eq=False, kw_only=True)
class Interactive(Widget):
    """A widget that can have the focus.

    `id` is stable across rebuilds and unique on the screen; `label` is what a screen reader would say; `help` is
    shown on hover, on focus and on request, where `more` takes its place. A widget that is not `enabled` keeps its
    place in the focus order, so that it can be read, but does nothing. `hotkey` is pygame's name of a key
    ("a", "f2", "return").
    """

    id: str
    label: str
    help: str = ""
    more: str = ""
    tip_sides: Sequence[str] = ("below", "above", "right", "left")  # where its help stands: the first with room
    hotkey: str = ""
    enabled: bool = True
    autofocus: bool = False
    follows: str = ""  # the id of what is to be read before it: seen with it where the focus begins here
    closes: str = ""  # the id of the open list it belongs to
    typing: ClassVar[bool] = False  # takes letters, so hotkeys rest while it has the focus
    repeats: ClassVar[bool] = False  # a held key may repeat
    drags: ClassVar[bool] = False  # follows the pointer

    @property
    def role(self) -> str:
        return "button"

    def tip(self) -> str:
        """What is shown beside it on hover, focus or request."""
        return self.help

    def rounding(self) -> float:
        """Corner radius in units, for the focus ring."""
        return 8

    def ringed(self, p: Painter, rect: Rect) -> Rect:
        """The part of it that the focus ring goes around."""
        return rect

    def value(self, memory: Memory) -> str:
        """What it stands at, as text: "on", "70 %", a chosen option."""
        return ""

    def activate(self, memory: Memory) -> Messages:
        """Enter, Space, or a click that ends where it began."""
        return []

    def key(self, memory: Memory, key: int, mods: int) -> Messages | None:
        """A key while focused; None if it means nothing here."""
        return None

    def type(self, memory: Memory, text: str) -> Messages:
        """Text from the keyboard, an input method or the clipboard."""
        return []

    def drag(self, memory: Memory, rect: Rect, x: float, y: float) -> Messages:
        """The pointer moved here with the button held down; also the press itself."""
        return []


class Placed(NamedTuple):
    """A widget in its place.

    `clip` is what may be seen and `visible` what is; `card` the card around it, `scrolls` the scrolls it moves with.
    """

    widget: Widget
    rect: Rect
    clip: Rect
    visible: Rect
    id: str  # empty for what cannot have the focus
    layer: int
    scrolls: tuple[str, ...]
    card: Rect | None


@dataclass
class Frame:
    """One layout of one tree: what lies where, and on which layer."""

    p: Painter
    screen: Rect
    memory: Callable[[str], Memory]
    items: list[Placed] = field(default_factory=list)
    overlays: list[Overlay] = field(default_factory=list)  # asked for, in order; arranged above all that came before
    traps: list[tuple[int, Overlay]] = field(default_factory=list)  # layers that keep the focus, lowest first
    layer: int = 0
    clip: Rect = NOWHERE
    card: Rect | None = None
    scrolls: tuple[str, ...] = ()

    def add(self, widget: Widget, rect: Rect) -> None:
        id = widget.id if isinstance(widget, Interactive) else ""
        seen = rect.overlap(self.clip)
        self.items.append(Placed(widget, rect, self.clip, seen, id, self.layer, self.scrolls, self.card))

    @contextmanager
    def inside(self, *, clip: Rect | None = None, card: Rect | None = None, scroll: str = "") -> Iterator[None]:
        """What is added meanwhile lies within these."""
        before = self.clip, self.card, self.scrolls
        self.clip = self.clip if clip is None else self.clip.overlap(clip)
        self.card = card or self.card
        self.scrolls = (*self.scrolls, scroll) if scroll else self.scrolls
        yield
        self.clip, self.card, self.scrolls = before

    def arrange(self, root: Widget) -> None:
        """Places the tree, then its overlays, each on a layer of its own."""
        self.clip = self.screen
        root.arrange(self, self.screen)
        while self.overlays:
            overlay = self.overlays.pop(0)
            self.layer += 1
            if overlay.traps:
                self.traps.append((self.layer, overlay))
            overlay.arrange(self, self.screen)

    @property
    def top(self) -> int:
        """The layer that has the focus."""
        return self.traps[-1][0] if self.traps else 0

    def find(self, id: str) -> Placed | None:
        return next((item for item in reversed(self.items) if id and item.id == id), None)

    def reachable(self) -> list[Placed]:
        """The widgets that can have the focus now, in reading order."""
        return [item for item in self.items if item.layer >= self.top and item.id]


@dataclass(eq=False, kw_only=True)
class Overlay(Widget):
    """Something above the screen.  One that `traps` keeps focus and clicks to itself until it is closed."""

    id: str
    traps: ClassVar[bool] = True

    def close(self, memory: Callable[[str], Memory]) -> Messages:
        """Escape; and a click beside it, unless it says otherwise."""
        return []

    def beside(self, frame: Frame, x: float, y: float, memory: Callable[[str], Memory]) -> Messages:
        """A click there, beside it."""
        return self.close(memory)
