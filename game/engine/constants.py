"""Every number the laws use, with its unit and where it comes from.

A tag such as [R32] names a published source in the model notes; [D] is our own choice, where the literature gives a
direction but no number; [C] was computed from published equations. Points are on scales of 0 to 100.
"""

from __future__ import annotations

from typing import Final

Table = tuple[tuple[float, float], ...]

# --- Time ---
DAYS_PER_WEEK: Final = 5.0
WEEKS_PER_YEAR: Final = 52
NORMAL_HOURS: Final = 40.0  # hours of a working week; what is beyond them is overtime

# --- Adding people: Madachy's version of Brooks's law [R11] ---
OUTPUT_NEW: Final = 0.8  # person-days a day from a newcomer
OUTPUT_EXPERIENCED: Final = 1.2  # the same from somebody who knows the work
TRAINERS_PER_NEWCOMER: Final = 0.25  # experienced people kept busy by one newcomer
LEARNING_DAYS: Final = 20.0  # working days until a newcomer counts as experienced, on average
OVERHEAD_PER_HEAD_SQUARED: Final = 0.0006  # share of time lost to talking, times the square of the head count
OVERHEAD_CAP: Final = 0.9  # beyond 38 people the published curve would eat everybody whole [D]
WEEKS_TO_LEARN_AT_LEAST: Final = 1.0

# Weinberg's rule is harsher but has no data behind it [R26]; these stay near Wheelwright and Clark's firm [D].
SHARE_BY_PROJECTS: Final = (1.0, 0.95, 0.80, 0.65, 0.50)

# --- Overtime and fatigue ---
# Tiring and recovering take 4.35 weeks [C]: e^(-1/4.35) of the distance is left after one, written out.
FATIGUE_KEPT: Final = 0.7946249334535758
FATIGUE_BY_HOURS: Final[Table] = ((40.0, 0.0), (45.0, 0.06), (50.0, 0.125), (60.0, 0.25), (70.0, 0.38))  # [R19][R22]
# Business Roundtable read week by week [R21]; 45 from the same table, 70 extends its last slope [D].
FATIGUE_SEVERE: Final[Table] = ((40.0, 0.0), (45.0, 0.125), (50.0, 0.25), (60.0, 0.381), (70.0, 0.51))
REST_KEEPS: Final = 0.5  # a full week of rest halves fatigue [D]
TIRED: Final = 0.10  # from here quits double [D]
EXHAUSTED: Final = 0.20  # from here they quadruple [D]

# --- Morale, points a week, all [D] ---
MORALE_AT_REST: Final = 70.0  # where a fairly treated, rested, well-used person settles
MORALE_SETTLES: Final = 0.10  # share of the distance a week: ten weeks to settle
MORALE_PER_FATIGUE: Final = -16.0  # fatigue .125 (fifty hours for ever) settles at 50 points
OVERLOAD_FROM: Final = 0.85  # utilisation where queues, and tempers, begin to grow
MORALE_PER_OVERLOAD: Final = -10.0  # per 1.0 of utilisation above it
OVERLOAD_WORST: Final = -3.0
IDLE_BELOW: Final = 0.50  # utilisation under which people feel unneeded
MORALE_PER_IDLENESS: Final = -4.0  # per 1.0 of utilisation below it
MORALE_RECOGNISED: Final = 4.0  # somebody noticed the work, once this week
MORALE_PER_UNFAIRNESS: Final = -6.0  # at unfairness 1

# --- Quitting ---
QUIT_PER_WEEK: Final = 0.003  # 14 % a year, inside the usual 12 to 20 % [D]
QUIT_TIRED: Final = 2.0  # [D]
QUIT_EXHAUSTED: Final = 4.0  # [D]
QUIT_BY_MORALE: Final[Table] = ((0.0, 3.0), (40.0, 1.6), (70.0, 1.0), (100.0, 0.5))  # multiplier [D]
HIRING_WEEKS: Final = 8  # until a vacant chair is taken, by a newcomer [Abdel-Hamid and Madnick]
REPLACEMENT_COST: Final = 0.21  # of a yearly salary, median of thirty cases [R25]

# --- Work ---
QUALITY_ROUTINE: Final = 0.92  # share done right the first time [D, inside Cooper's ranges]
QUALITY_NORMAL: Final = 0.82
QUALITY_NOVEL: Final = 0.65
QUALITY_LOW: Final = 0.30
QUALITY_HIGH: Final = 0.98
FLAWS_BY_NEWCOMERS: Final = 2.0  # flaws of a team all new, against one all experienced [Abdel-Hamid and Madnick]
FLAWS_BY_HASTE: Final = 1.5  # flaws under the worst pressure, against none [Abdel-Hamid and Madnick]
QUALITY_PER_FATIGUE: Final = 0.5  # -.05 at fatigue .10, -.10 at .20 [D]
QUALITY_FATIGUE_WORST: Final = 0.10  # and no more than that
DISCOVERY_TESTED: Final = 3.0  # weeks until half-hidden rework comes to light [D]
DISCOVERY_NORMAL: Final = 8.0
DISCOVERY_UNTESTED: Final = 16.0
DISCOVERY_PER_REVIEW: Final = 0.65  # a review finds 30 to 60 %, so it shortens discovery by about a third [D]
DISCOVERY_AT_LEAST: Final = 1.0  # weeks: nothing is found before it is looked at
REVIEWS_AT_MOST: Final = 3  # a fourth reviewer reads what the third wrote [D]
LATE_FIX_MOST: Final = 2.0  # integration, not Boehm's hundred: 171 projects found no such law [R30][D]
SCOPE_GROWTH: Final = 0.0046  # share a week: 2 % a month [R53]
SCOPE_CONTROLLED: Final = 0.3  # what real change control leaves of it [D]
SCOPE_WEAK_SPONSOR: Final = 2.0  # [D]
UTILISATION_BOUND: Final = 0.97  # queues are infinite at 1; a week never is [D]

# True work over planned work: lognormal (median 1.15, sigma .25) for 95 %, Pareto (1.5, alpha 1.5) for 5 %, cap 4 [C].
# Meets the surveys: 73 % overrun, 18.7 % by more than half, mean 1.26 [R55][R57].
OVERRUN: Final[Table] = (
    (0.0, 0.50),
    (0.01, 0.65),
    (0.05, 0.77),
    (0.10, 0.84),
    (0.20, 0.94),
    (0.27, 1.00),
    (0.40, 1.09),
    (0.50, 1.17),
    (0.60, 1.25),
    (0.70, 1.35),
    (0.80, 1.48),
    (0.813, 1.50),
    (0.85, 1.57),
    (0.90, 1.69),
    (0.95, 1.95),
    (0.97, 2.27),
    (0.98, 2.78),
    (0.9885, 4.00),
    (1.0, 4.00),
)

# --- Earned value ---
INDEX_MOST: Final = 10.0  # no index is read beyond this: in week 1 they mean nothing [D]
INDEX_LEAST: Final = 0.1  # and no forecast divides by less
TCPI_OUT_OF_REACH: Final = 1.10  # [R10]

# --- Risk ---
MITIGATION_STEP: Final = 0.5  # each step takes this share of what is left [D]
LEVERAGE_MOST: Final = 100.0  # a free measure is worth "as much as you like"

# --- Client ---
LOSS_OVER_GAIN: Final = 2.0  # shortfall counts double [R32]
KAPPA: Final = 0.15  # share of a gap that reaches satisfaction in a week [D]
KAPPA_LOW: Final = 0.10
KAPPA_HIGH: Final = 0.20
EXPECTATION_UP: Final = 0.06  # a week: over-servicing becomes the norm fast [R43][D]
EXPECTATION_DOWN: Final = 0.02  # poor service slowly [D]
PROMISE_POINTS: Final = (
    2.5  # confidence a kept promise of weight 1 is worth: "a little up"; broken: "strongly down" [D]
)
PROMISE_KEPT: Final = 1.0
PROMISE_EXCEEDED: Final = 1.1  # hardly more than kept [R34]
PROMISE_BROKEN: Final = -4.0  # three to six times kept [D]
HIDDEN_PER_WEEK: Final = 0.15  # a broken promise grows by this for each week it was hidden [D]
HIDDEN_WEEKS_MOST: Final = 10.0  # and stops growing here
WARNED_PER_WEEK: Final = 0.13  # a warning k weeks ahead takes this off per week [D]
WARNED_LEAST: Final = 0.35  # but this much always stays
RECOVERY_POINTS: Final = 5.0  # satisfaction after a first failure put right well, "clearly up" [R38][D]
RECOVERY_TIRED: Final = -2.5  # the same apology for the same thing [R39][D]
REPEAT_SIMILAR: Final = 1.5  # the second failure of a kind hurts so much more [R39][D]
INTEGRITY_POINTS: Final = 10.0  # confidence per level between what was true and what was told [D]
INTEGRITY_LEVELS: Final = 2.0  # green told, red true
TRUST_CONFIDENCE: Final = 0.6  # what is read as trust: the fragile stock ... [R36][D]
TRUST_RELATIONSHIP: Final = 0.4  # ... and the slow one
RELATIONSHIP_FOLLOWS: Final = 0.05  # share of the distance to confidence a week: twenty weeks [D]
CONTACT_POINTS: Final = 1.0  # relationship from a call or visit this week [D]
SILENCE_PER_WEEK: Final = 0.5  # relationship lost in the second silent week, twice that in the third ... [D]
SILENCE_WORST: Final = 2.0  # ... up to this a week

# --- Contract ---
CSAT_PER_POINT: Final = 0.04  # CSAT 1 to 5 from satisfaction 0 to 100
PROMOTER_FROM: Final = 85.0  # satisfaction that answers 9 or 10 [D]
DETRACTOR_BELOW: Final = 65.0  # satisfaction that answers 6 or less [D]
RENEWAL_SLOPE: Final = 1.6  # [R45][R46][C]
RENEWAL_MIDDLE: Final = 3.0
SWITCHING_MOST: Final = 1.5  # logits of switching cost, at most [D]
CHAMPION_LOST: Final = -0.8  # logits [D]
PRICE_RISE: Final = -5.0  # logits per 1.0 above the market, -.5 per 10 % [D]
PRICE_RISE_MOST: Final = 0.5  # share above the market that still makes a difference [D]
CONTACTS_LIVE: Final = 0.4  # logits from two or more living contacts [D]
CONTACTS_NEEDED: Final = 2
OPEN_ISSUE: Final = -1.0  # logits of an open severe issue [D]
CHURN_PER_WEEK: Final = 0.0038  # at CSAT 4: 18 % a year [R3]
CHURN_SLOPE: Final = -0.45  # logits, read as the power of e, per point of CSAT [D]
UPSELL_BASE: Final = -1.0  # logits, this and the four below [D]
UPSELL_CSAT: Final = 0.8
UPSELL_FIT: Final = 1.5
UPSELL_ASK: Final = -0.7
UPSELL_ISSUE: Final = -1.2
ASKS_MOST: Final = 8.0
ASK_WEEKS: Final = 8.0  # an ask is remembered so long [D]
