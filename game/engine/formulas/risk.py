"""Risk: what it is worth in money, what lowering it is worth, and how well chances were judged."""

from __future__ import annotations

from collections.abc import Sequence

from game.engine import constants as c
from game.engine.formulas.numeric import clamp, compounded


def exposure(probability: float, impact: float) -> float:
    """What a risk costs on average: P·I, in the unit of `impact`. P held within 0 to 1. Worked: .4 of 100 is 40."""
    return clamp(probability, 0.0, 1.0) * impact


def leverage(before: float, after: float, cost: float) -> float:
    """What a measure saves for what it costs: (exposure before - after)/cost. Above 1 it pays.

    Range -100 to 100; a measure without cost reads 100, or 0 where it saves nothing. Source: [R28]. Worked: 40 to 10
    at a cost of 10 gives 3.0.
    """
    saved = before - after
    if cost > 0.0:
        return clamp(saved / cost, -c.LEVERAGE_MOST, c.LEVERAGE_MOST)
    return c.LEVERAGE_MOST if saved > 0.0 else 0.0


def mitigate(share: float) -> float:
    """The share of a risk taken away after one more step: each takes half of what is left.

    Range 0 to 1. Source: our choice of a curve with diminishing returns. Worked: 0, .5, .75, .875.
    """
    before = clamp(share, 0.0, 1.0)
    return before + (1.0 - before) * c.MITIGATION_STEP


def chance_by(hazard: float, weeks: int) -> float:
    """The chance that a risk of `hazard` a week strikes within `weeks`: 1 - (1 - h)^n. Range 0 to 1.

    Worked: 8 % a week over 6 weeks is 39.4 %.
    """
    return compounded(hazard, weeks)


def mitigation_effectiveness(initial: float, residual: float, realised: float) -> float:
    """How much of the exposure was kept from happening: 1 - (residual + realised)/initial, all in money.

    Range 0 to 1; 1 where there was nothing to lose and nothing was lost. `initial` counts identified risks; a loss
    nobody identified belongs in `realised`. Source: our choice. Worked: 100 down to 20, 30 lost, gives .5.
    """
    lost = max(0.0, residual) + max(0.0, realised)
    if initial > 0.0:
        return clamp(1.0 - lost / initial, 0.0, 1.0)
    return 0.0 if lost > 0.0 else 1.0


def brier(stated: Sequence[tuple[float, bool]]) -> float:
    """How well chances were judged: the mean of (stated chance - outcome)², 0 perfect, .25 what a coin says.

    Range 0 to 1; needs many pairs (stated chance, whether it happened) to mean anything; .25 without any. Worked: .8 of
    what happened and .3 of what did not give .065.
    """
    if not stated:
        return 0.25
    squares = 0.0
    for chance, happened in stated:
        miss = clamp(chance, 0.0, 1.0) - (1.0 if happened else 0.0)
        squares += miss * miss
    return squares / len(stated)
