"""What is wrong with a screen as it stands: found by looking at where text, cards and targets really lie."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from game.window.kit.geometry import Rect
from game.window.kit.paint import MIN_TEXT, Drawn, Painter, Pictured
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


class _Seen(NamedTuple):
    """What of a text or an icon can be seen, and on which layer."""

    what: str
    area: Rect
    layer: int


def _seen(frame: Frame, drawn: Sequence[Drawn] | Sequence[Pictured]) -> list[_Seen]:
    """In the order of their upper edges, so that what lies far below need not be compared."""
    found = []
    for each in drawn:
        lies = frame.items[each.owner]
        area = each.area.overlap(lies.clip).grow(-1)
        if area.w > 0 and area.h > 0:
            found.append(_Seen(each.text if isinstance(each, Drawn) else each.name, area, lies.layer))
    return sorted(found, key=lambda one: one.area.y)


def _overlaps(frame: Frame, drawn: Sequence[Drawn]) -> Iterator[Finding]:
    seen = _seen(frame, drawn)
    for i, one in enumerate(seen):
        for other in seen[i + 1 :]:
            if other.area.y >= one.area.bottom:
                break
            if one.layer == other.layer and one.area.meets(other.area):
                yield Finding("overlaps", one.what, f"and {other.what!r}")


def _under_icons(frame: Frame, painted: Painter) -> Iterator[Finding]:
    """Text that runs into an icon."""
    texts = _seen(frame, painted.drawn)
    for icon in _seen(frame, painted.pictured):
        for text in texts:
            if text.area.y >= icon.area.bottom:
                break
            if text.layer == icon.layer and text.area.meets(icon.area):
                yield Finding("overlaps", text.what, f"and the icon {icon.what!r}")


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
