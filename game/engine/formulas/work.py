"""Work: the rework cycle, quality, scope, queues and overruns."""

from __future__ import annotations

from typing import NamedTuple

from game.engine import constants as c
from game.engine.formulas.numeric import clamp, quantile

AMOUNT_MOST = 1e12  # days, money: no play comes near it


class Rework(NamedTuple):
    """One step of the rework cycle, in days of work. To do falls by done + hidden_new and rises by found."""

    done: float  # really done
    hidden_new: float  # looks done, is not
    found: float  # looked done until now, comes back


def rework(todo: float, hidden: float, rate: float, quality: float, discovery_weeks: float, dt: float = 1.0) -> Rework:
    """One step of the rework cycle: how much gets done, how much only seems so, how much comes back.

    worked = min(rate·dt, todo); done = q·worked; hidden_new = (1 - q)·worked; found = hidden·dt/τ. Days of work;
    `rate` in days a week, `discovery_weeks` τ and `dt` in weeks. Never negative; done + hidden_new is at most `todo`,
    found at most `hidden`. What is reported is (done + hidden)/scope. Source: Cooper [R17]; Lyneis & Ford [R16].
    Worked: 100 to do, 12 hidden, 10 a week, q .8, τ 8: done 8, hidden_new 2, found 1.5.
    """
    step = clamp(dt, 0.0, c.WEEKS_PER_YEAR)
    worked = min(clamp(rate, 0.0, AMOUNT_MOST) * step, clamp(todo, 0.0, AMOUNT_MOST))
    done = clamp(quality, 0.0, 1.0) * worked
    share_found = step / discovery_weeks if discovery_weeks > step else 1.0
    return Rework(done, worked - done, clamp(hidden, 0.0, AMOUNT_MOST) * share_found)


def work_quality(base: float, fatigue: float, haste: float, dilution: float) -> float:
    """The share of work done right the first time.

    1 - (1 - base)(1 + dilution)(1 + .5 haste) - min(.10, .5 fatigue): flaws double in a team all new (dilution 1),
    grow by half under the worst pressure (haste 1), and fatigue takes .05 at .10 and .10 from .20 on. Range .30 to
    .98. Source: Abdel-Hamid & Madnick's workforce mix and pressure; fatigue is our choice. Worked: .82, fatigue .10,
    haste .5, dilution .2 gives 1 - .18·1.2·1.25 - .05 = .68.
    """
    newcomers = 1.0 + (c.FLAWS_BY_NEWCOMERS - 1.0) * clamp(dilution, 0.0, 1.0)
    pressure = 1.0 + (c.FLAWS_BY_HASTE - 1.0) * clamp(haste, 0.0, 1.0)
    tiredness = clamp(c.QUALITY_PER_FATIGUE * fatigue, 0.0, c.QUALITY_FATIGUE_WORST)
    flaws = (1.0 - clamp(base, 0.0, 1.0)) * newcomers * pressure
    return clamp(1.0 - flaws - tiredness, c.QUALITY_LOW, c.QUALITY_HIGH)


def discovery_after(base_weeks: float, reviews: int) -> float:
    """The weeks until hidden rework comes to light, with so many reviews in place: base · .65 for each.

    Range 1 week to `base_weeks` (at most 52); a fourth review adds nothing. Source: our choice; a review finds 30 to
    60 %. Worked: 8 weeks, 2 reviews give 3.38.
    """
    weeks = clamp(base_weeks, c.DISCOVERY_AT_LEAST, c.WEEKS_PER_YEAR)
    for _ in range(min(reviews, c.REVIEWS_AT_MOST)):
        weeks *= c.DISCOVERY_PER_REVIEW
    return clamp(weeks, c.DISCOVERY_AT_LEAST, c.WEEKS_PER_YEAR)


def late_fix(share_done: float) -> float:
    """How much more a change costs when so much is already built: 1 + share².

    Range 1 to 2. Source: our choice; Boehm's hundredfold is not a law [R30], the shape is that of [R18]. Worked: half
    done gives 1.25.
    """
    share = clamp(share_done, 0.0, 1.0)
    return 1.0 + (c.LATE_FIX_MOST - 1.0) * share * share


def scope_growth(scope: float, controlled: bool, weak_sponsor: bool) -> float:
    """The days of work that creep into `scope` days this week: .46 %, × .3 under change control, × 2 weakly sponsored.

    Source: Jones, 2 % a month [R53]; both multipliers are our choice. Worked: 100 days, uncontrolled: .46.
    """
    growth = c.SCOPE_GROWTH * clamp(scope, 0.0, AMOUNT_MOST)
    if controlled:
        growth *= c.SCOPE_CONTROLLED
    return growth * c.SCOPE_WEAK_SPONSOR if weak_sponsor else growth


def queue_wait(utilisation: float, cv: float = 0.5) -> float:
    """How long a piece of work waits before anybody touches it, in multiples of its own duration.

    ρ/(1 - ρ) · (ca² + cs²)/2 with both variations `cv` (held within 0 to 2), ρ held at .97. Range 0 to 129.3; 8.08 for
    cv ½. Source: Kingman [C]. Worked: ρ .8, cv ½ gives 1.0.
    """
    busy = clamp(utilisation, 0.0, c.UTILISATION_BOUND)
    variation = clamp(cv, 0.0, 2.0)
    return busy / (1.0 - busy) * variation * variation


def lead_time(utilisation: float) -> float:
    """Waiting and doing together, in multiples of the doing, when work comes at random: 1/(1 - ρ).

    Range 1 to 33.3 (ρ held at .97). Source: M/M/1. Worked: ρ .8 gives 5, ρ .95 gives 20.
    """
    return 1.0 / (1.0 - clamp(utilisation, 0.0, c.UTILISATION_BOUND))


def overrun(p: float) -> float:
    """True work over planned work for luck `p` in [0, 1]: the quantile table of the overrun surveys.

    Range .5 to 4; median 1.17, mean 1.26, 73 % above 1, 18.7 % above 1.5. Source: [R55][R57], table [C], cap our
    choice. Worked: p .9 gives 1.69.
    """
    return quantile(c.OVERRUN, p)
