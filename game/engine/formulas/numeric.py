"""The little arithmetic all formulas share, exact to the last digit on every machine."""

from __future__ import annotations

import math
from collections.abc import Iterable

from game.engine.constants import Table

LOGIT_BOUND = 20.0  # beyond it the chance no longer changes in play
DIGITS = 12  # math.exp may differ in its last digits between machines; twelve digits never do


def clamp(x: float, low: float, high: float) -> float:
    """The nearest number to `x` within `low` to `high`; not-a-number gives `low`."""
    if x > low:
        return x if x < high else high
    return low


def logistic(x: float) -> float:
    """The chance that belongs to `x` logits: 1/(1 + e^-x), rounded to 12 digits.

    Range 0 to 1, open; rises with x. The only exponential of the game. Worked: logistic(1.6) = 0.832018385134.
    """
    return round(1.0 / (1.0 + math.exp(-clamp(x, -LOGIT_BOUND, LOGIT_BOUND))), DIGITS)


def odds(x: float) -> float:
    """e^x, as the odds p/(1 - p) of the rounded logistic, for x held within -5 to 5.

    Range 0.0067 to 148.4. Worked: odds(0.9) = 2.4596.
    """
    chance = logistic(clamp(x, -5.0, 5.0))
    return chance / (1.0 - chance)


def total(xs: Iterable[float]) -> float:
    """The sum, added strictly from left to right (the built-in one changed its rounding in Python 3.12).

    Worked: total([0.1, 0.2, 0.3]) = 0.6000000000000001.
    """
    result = 0.0
    for x in xs:
        result += x
    return result


def compounded(chance: float, times: int) -> float:
    """The chance that something of `chance` a time happens at least once in `times`: 1 - (1 - chance)^times.

    Range 0 to 1; by multiplication. Worked: 3 % a month is 30.6 % a year [C].
    """
    spared, each = 1.0, 1.0 - clamp(chance, 0.0, 1.0)
    fours, rest = divmod(min(max(times, 0), 10_000), 4)
    for _ in range(fours):  # one after the other, four a round: the same digits with less counting
        spared = spared * each * each * each * each
    for _ in range(rest):
        spared *= each
    return 1.0 - spared


def interpolate(table: Table, x: float) -> float:
    """The value at `x` of a piecewise linear curve through `table`, flat beyond its ends.

    `table` holds pairs (x, value) in rising x. Worked: between (0, 0) and (10, 5), x = 4 gives 2.
    """
    left, low = table[0]
    if not x > left:
        return low
    for right, high in table:
        if x < right:
            return low + (high - low) * ((x - left) / (right - left))
        left, low = right, high
    return low


def quantile(table: Table, p: float) -> float:
    """The value that a share `p` of all draws stay below, from a table of pairs (share, value).

    Feed it luck in [0, 1) and it draws from the distribution. Worked: ((0, 1), (1, 3)) at .25 gives 1.5.
    """
    return interpolate(table, clamp(p, 0.0, 1.0))
