"""The contract: renewing, leaving, buying more, and the shares a portfolio is judged by."""

from __future__ import annotations

import math

from game.engine import constants as c
from game.engine.formulas.numeric import clamp, compounded, logistic, odds

PROMOTER, PASSIVE, DETRACTOR = 1, 0, -1


def csat(satisfaction_points: float) -> float:
    """Satisfaction as a survey reads it, 1 to 5: 1 + points/25. Worked: 75 points give 4.0."""
    return 1.0 + c.CSAT_PER_POINT * clamp(satisfaction_points, 0.0, 100.0)


def nps_band(satisfaction_points: float) -> int:
    """How somebody would answer 0 to 10: +1 promoter (9, 10) from 85 points, -1 detractor (0 to 6) below 65, else 0.

    Source: our choice: a tenth of the points, rounded. Worked: 70 gives 0.
    """
    if satisfaction_points >= c.PROMOTER_FROM:
        return PROMOTER
    return DETRACTOR if satisfaction_points < c.DETRACTOR_BELOW else PASSIVE


def adjustments(switching_cost: float, champion_lost: bool, price_rise: float, contacts: int, issue: bool) -> float:
    """What besides satisfaction moves a renewal, in logits.

    + switching cost (0 to 1.5) - .8 champion lost - .5 per 10 % of price rise above the market (a share, counted up to
    .5) + .4 with two or more living contacts - 1.0 with an open severe issue. Range -4.3 to 1.9. Source: our choice.
    Worked: switching .5, champion lost, 10 % dearer, two contacts, no issue: .5 - .8 - .5 + .4 = -.4.
    """
    logits = clamp(switching_cost, 0.0, c.SWITCHING_MOST) + c.PRICE_RISE * clamp(price_rise, 0.0, c.PRICE_RISE_MOST)
    if champion_lost:
        logits += c.CHAMPION_LOST
    if contacts >= c.CONTACTS_NEEDED:
        logits += c.CONTACTS_LIVE
    return logits + c.OPEN_ISSUE if issue else logits


def renewal_chance(csat: float, adjustments: float = 0.0) -> float:
    """The chance of a renewal on its due date: logistic(1.6 (CSAT - 3) + adjustments).

    CSAT 1 to 5, adjustments in logits (held within -5 to 5). Range 0 to 1, open. Source: fits Xerox [R45] and the 15 to
    40 % of satisfied customers who leave [R46]. Worked: CSAT 4 gives .832, CSAT 5 .961.
    """
    mood = c.RENEWAL_SLOPE * (clamp(csat, 1.0, 5.0) - c.RENEWAL_MIDDLE)
    return logistic(mood + clamp(adjustments, -5.0, 5.0))


def weekly_churn(csat: float) -> float:
    """The chance that an account leaves in a week between renewals: .0038 e^(-.45 (CSAT - 4)).

    Range .0024 to .0147 for CSAT 1 to 5. Source: 18 % a year at CSAT 4 [R3], slope our choice: steeper, and churn says
    nothing that satisfaction has not said. Worked: CSAT 3: .00596.
    """
    return c.CHURN_PER_WEEK * odds(c.CHURN_SLOPE * (clamp(csat, 1.0, 5.0) - 4.0))


def yearly_churn(weekly: float) -> float:
    """The same over a year: 1 - (1 - weekly)^52. Range 0 to 1. Worked: .00381 a week is 18 % a year [C]."""
    return compounded(weekly, c.WEEKS_PER_YEAR)


def upsell_chance(csat: float, fit: float, asks: float, issue: bool) -> float:
    """The chance that one offer is taken: logistic(-1 + .8 (CSAT - 3) + 1.5 fit - .7 asks - 1.2 if an issue is open).

    `fit` is a share, `asks` those still remembered (see asks_after, counted up to 8). Range 0 to 1, open. Source: our
    choice. Worked: CSAT 4, fit .6, no asks, no issue gives .668.
    """
    logits = c.UPSELL_BASE + c.UPSELL_CSAT * (clamp(csat, 1.0, 5.0) - 3.0) + c.UPSELL_FIT * clamp(fit, 0.0, 1.0)
    logits += c.UPSELL_ASK * clamp(asks, 0.0, c.ASKS_MOST)
    return logistic(logits + c.UPSELL_ISSUE if issue else logits)


def asks_after(asks: float) -> float:
    """The asks a client still remembers a week later: an eighth is forgotten. Range 0 to 8. Worked: 2 give 1.75."""
    return clamp(asks, 0.0, c.ASKS_MOST) * (1.0 - 1.0 / c.ASK_WEEKS)


def grr(start: float, churned: float, contraction: float) -> float:
    """Gross revenue retention: (start - churned - contraction)/start, in money. Range 0 to 1; 1 without a start.

    Worked: 100 less 6 churned less 3 smaller gives .91.
    """
    if not start > 0.0:
        return 1.0
    return clamp((start - max(0.0, churned) - max(0.0, contraction)) / start, 0.0, 1.0)


def nrr(start: float, churned: float, contraction: float, expansion: float) -> float:
    """Net revenue retention: gross plus expansion/start. Range 0 to 10; 1 without a start. Worked: .91 + .11 = 1.02."""
    if not start > 0.0:
        return 1.0
    return clamp(grr(start, churned, contraction) + max(0.0, expansion) / start, 0.0, c.INDEX_MOST)


def nps(promoters: float, detractors: float) -> float:
    """Net promoter score from the two shares: 100 (p - d). Range -100 to 100. Worked: .5 and .2 give 30."""
    return 100.0 * (clamp(promoters, 0.0, 1.0) - clamp(detractors, 0.0, 1.0))


def nps_error(p: float, d: float, n: int) -> float:
    """The standard error of a net promoter score from `n` answers, in points: 100 √((p + d - (p - d)²)/n).

    Range 0 to 100; 100 without answers. Under thirty answers show an interval, never the bare score. Worked: .5, .2
    and 10 answers give 24.7.
    """
    if n < 1:
        return 100.0
    good, bad = clamp(p, 0.0, 1.0), clamp(d, 0.0, 1.0)
    lean = good - bad
    return 100.0 * math.sqrt(clamp(good + bad - lean * lean, 0.0, 1.0) / n)
