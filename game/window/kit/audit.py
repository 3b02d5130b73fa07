"""What is wrong with a screen as it stands: found by looking at where text, cards and targets really lie."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from game.window.kit.geometry import Rect
from game.window.kit.paint import MIN_TEXT, Drawn, Painter
from game.window.kit.widget import Frame, Interactive, Overlay, Placed

CONTRAST = 4.5
TARGET = 24  # units: the smallest thing to point at
_CARD_MARGIN = 3  # units between a text and the edge of its card
_SLACK = 1.0  # units forgiven to rounding


class Finding(NamedTuple):
    """`kind` is one of: clipped, overlaps, leaves its card, off screen, too small, contrast, target, squeezed, no
    label, id twice, no icon."""

    kind: str
    what: str
    detail: str = ""

    def __str__(self) -> str:
        return f"{self.kind}: {self.what!r} {self.detail}".rstrip()


def inspect(frame: Frame, painted: Painter, contrast: float) -> Iterator[Finding]:
    """All findings of one painted frame.  `contrast` is the least ratio for text."""
    for text in painted.drawn:
        yield from _text(frame, text, contrast)
    yield from _overlaps(frame, painted.drawn)
    yield from _under_icons(frame, painted)
    yield from _squeezed(frame)
    yield from _targets(frame)
    yield from (Finding("no icon", name) for name in painted.missing_icons)


def _text(frame: Frame, drawn: Drawn, contrast: float) -> Iterator[Finding]:
    item = frame.items[drawn.owner]
    if drawn.shortened:
        yield Finding("clipped", drawn.text, "shortened")
    if drawn.size < MIN_TEXT:
        yield Finding("too small", drawn.text, f"{drawn.size:g}")
    if 0 < drawn.contrast < contrast:
        yield Finding("contrast", drawn.text, f"{drawn.contrast:.2f}")
    yield from _place(frame, drawn, item)


def _place(frame: Frame, drawn: Drawn, item: Placed) -> Iterator[Finding]:
    area = drawn.area
    sideways = Rect(area.x, item.clip.y, area.w, min(1.0, item.clip.h))
    if not frame.screen.holds(sideways if item.scrolls else area, _SLACK):
        yield Finding("off screen", drawn.text)
    elif not item.clip.holds(sideways if item.scrolls else area, _SLACK):
        yield Finding("clipped", drawn.text)
    if item.card and not item.card.grow(-_CARD_MARGIN).holds(area, 0.5):
        yield Finding("leaves its card", drawn.text)
    elif not item.rect.grow(0, 2).holds(area, _SLACK + 0.5):
        yield Finding("clipped", drawn.text, "wider or taller than its widget")


def _overlaps(frame: Frame, drawn: Sequence[Drawn]) -> Iterator[Finding]:
    seen = [(d, d.area.overlap(frame.items[d.owner].clip).grow(-1), frame.items[d.owner].layer) for d in drawn]
    seen = [entry for entry in seen if entry[1].w > 0 and entry[1].h > 0]
    for i, (one, area, layer) in enumerate(seen):
        for other, there, other_layer in seen[i + 1 :]:
            if layer == other_layer and area.meets(there):
                yield Finding("overlaps", one.text, f"and {other.text!r}")


def _under_icons(frame: Frame, painted: Painter) -> Iterator[Finding]:
    """Text that runs into an icon."""
    for icon in painted.pictured:
        lies = frame.items[icon.owner]
        seen = icon.area.overlap(lies.clip).grow(-_SLACK)
        for text in painted.drawn:
            over = frame.items[text.owner]
            both = seen.overlap(text.area.overlap(over.clip))
            if over.layer == lies.layer and both.w > 0 and both.h > 0:
                yield Finding("overlaps", text.text, f"and the icon {icon.name!r}")


def _squeezed(frame: Frame) -> Iterator[Finding]:
    """Widgets that got less room than they need; a dialog scrolls."""
    for item in frame.items:
        if isinstance(item.widget, Overlay):
            continue
        needed = item.widget.height(frame.p, item.rect.w)
        if needed > item.rect.h + _SLACK:
            name = item.id or item.widget.words() or type(item.widget).__name__
            yield Finding("squeezed", name, f"{needed:.0f} into {item.rect.h:.0f}")


def _targets(frame: Frame) -> Iterator[Finding]:
    counted = Counter(item.id for item in frame.items if item.id)
    yield from (Finding("id twice", id) for id, times in counted.items() if times > 1)
    for item in frame.items:
        if not isinstance(item.widget, Interactive):
            continue
        if item.rect.w < TARGET or item.rect.h < TARGET:
            yield Finding("target", item.id, f"{item.rect.w:.0f} x {item.rect.h:.0f}")
        if not item.widget.label.strip():
            yield Finding("no label", item.id)
        if not item.scrolls and not frame.screen.holds(item.rect, _SLACK):
            yield Finding("off screen", item.id)
