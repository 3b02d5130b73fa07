"""Luck in a strip of its own: outlined grey bars, since it is nobody's doing."""

from __future__ import annotations

from collections.abc import Sequence

from game.insight.words.figures import signed
from game.window.kit import Painter, Rect
from game.window.review.places import LEFT, RIGHT

_TALLEST = 22.0  # units of a bar
_UNIT = 7.0  # of a point, where there is room
_NUMBER = 19.0  # above and below the bars, for their numbers


def luck_tall(p: Painter, width: float) -> float:
    """How tall a strip is."""
    return 2 * (_TALLEST + p.t(_NUMBER))


def luck_strip(p: Painter, rect: Rect, start: float, weeks: Sequence[float]) -> None:
    """A bar for the start and for each week, up or down from a line under the weeks of the chart."""
    left = p.t(LEFT)
    column = max(10.0, rect.w - left - RIGHT) / max(1, len(weeks))
    unit = min(_UNIT, _TALLEST / max([1.0, *(abs(each) for each in (start, *weeks))]))
    cy, first = rect.y + p.t(_NUMBER) + _TALLEST, rect.x + left / 2 - 2
    p.hline(rect.x, cy, rect.w - RIGHT, "ink2")
    _bar(p, first, cy, start, unit, 20.0)
    p.mid(first, cy + p.t(11 if start >= 0 else -11), "start", 13, "r", "ink2", "c")
    crowded = column < p.width("−8.8", 13, "s") + 4
    for number, amount in enumerate(weeks):
        _bar(p, rect.x + left + column * (number + 0.5), cy, amount, unit, min(20.0, column / 2), not crowded)


def _bar(p: Painter, x: float, cy: float, amount: float, unit: float, wide: float, told: bool = True) -> None:
    tall = max(4.0, abs(amount) * unit) if amount else 0.0
    if amount:
        p.rounded(Rect(x - wide / 2, cy - tall if amount > 0 else cy + 1, wide, tall), 0, "track", "ink2", 1.2)
    if told:
        p.mid(x, cy + (tall + p.t(10) if amount < 0 else -tall - p.t(9)), signed(amount), 13, "s", "ink2", "c")
