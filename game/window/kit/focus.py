"""Where the focus goes: around in reading order, or to the nearest widget in a direction."""

from __future__ import annotations

from collections.abc import Sequence

from game.window.kit.geometry import Rect
from game.window.kit.widget import Interactive, Placed

_ASIDE = 2.0  # how much dearer a step aside is than a step ahead
_OVERLAP = 4.0  # units two neighbours may overlap and still count as beside each other


def along(items: Sequence[Placed], id: str, step: int) -> str:
    """The next (1) or previous (-1) widget in reading order, round and round."""
    ids = [item.id for item in items]
    if not ids:
        return ""
    if id not in ids:
        return ids[0 if step > 0 else -1]
    return ids[(ids.index(id) + step) % len(ids)]


def towards(items: Sequence[Placed], here: Rect, id: str, dx: int, dy: int) -> Placed | None:
    """The nearest widget to the left, right, above or below; None if there is none."""
    ahead = [(cost, item) for item in items if item.id != id and (cost := _cost(here, item.rect, dx, dy)) is not None]
    return min(ahead, key=lambda pair: pair[0])[1] if ahead else None


def _cost(here: Rect, there: Rect, dx: int, dy: int) -> float | None:
    if dx:
        gap = there.x - here.right if dx > 0 else here.x - there.right
        onward = (there.cx - here.cx) * dx
        aside, drift = _between(here.y, here.bottom, there.y, there.bottom), abs(there.cy - here.cy)
    else:
        gap = there.y - here.bottom if dy > 0 else here.y - there.bottom
        onward = (there.cy - here.cy) * dy
        aside, drift = _between(here.x, here.right, there.x, there.right), abs(there.cx - here.cx)
    if gap < -_OVERLAP or onward <= 0:
        return None
    return max(0.0, gap) + _ASIDE * aside + 0.1 * drift


def _between(a: float, b: float, c: float, d: float) -> float:
    """The gap between two stretches; 0 where they overlap."""
    return max(0.0, c - b, a - d)


def first(items: Sequence[Placed]) -> str:
    """Where the focus starts: on what asks for it, else on the first widget."""
    wanted = (item.id for item in items if isinstance(item.widget, Interactive) and item.widget.autofocus)
    return next(wanted, items[0].id if items else "")


def nearest(items: Sequence[Placed], to: Rect) -> str:
    """The widget whose middle is closest; where the focus goes when its widget has gone."""
    return min(items, key=lambda i: (i.rect.cx - to.cx) ** 2 + (i.rect.cy - to.cy) ** 2).id if items else ""
