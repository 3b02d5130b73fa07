"""The client: what they expected, what they saw, and whether they believe the next word. All on 0 to 100 points."""

from __future__ import annotations

from game.engine import constants as c
from game.engine.formulas.numeric import clamp


def disconfirmation(perceived: float, expected: float) -> float:
    """By how much things were better (or worse) than expected: P - E. Range -100 to 100. Source: Anderson & Sullivan.

    Worked: 60 where 70 was expected gives -10.
    """
    return clamp(perceived, 0.0, 100.0) - clamp(expected, 0.0, 100.0)


def satisfaction_gain(gap: float, kappa: float = c.KAPPA) -> float:
    """What a week's gap does to satisfaction, in points: κ·gap, and twice that when it is negative.

    κ is held within .10 to .20 (lower for old customers). Range -40 to 20. Source: Anderson & Sullivan [R32]; λ = 2 of
    1.5 to 2.5. Worked: +10 gives 1.5, -10 gives -3.0.
    """
    share = clamp(kappa, c.KAPPA_LOW, c.KAPPA_HIGH)
    held = clamp(gap, -100.0, 100.0)
    return share * held if held >= 0.0 else share * c.LOSS_OVER_GAIN * held


def expectation_after(expected: float, perceived: float) -> float:
    """What they will expect next week: E + .06 (P - E) upwards, .02 downwards. Range 0 to 100.

    Over-servicing becomes the norm faster than poor service does. Source: [R43] for the direction, sizes our choice.
    Worked: 70 after 80 gives 70.6; 70 after 60 gives 69.8.
    """
    before = clamp(expected, 0.0, 100.0)
    gap = clamp(perceived, 0.0, 100.0) - before
    return clamp(before + (c.EXPECTATION_UP if gap > 0.0 else c.EXPECTATION_DOWN) * gap, 0.0, 100.0)


def promise_raises(expected: float, promised: float) -> float:
    """What they expect once something was promised: the higher of the two. Range 0 to 100. Worked: 70, 85 give 85."""
    return max(clamp(expected, 0.0, 100.0), clamp(promised, 0.0, 100.0))


def warning_factor(weeks_warned: float) -> float:
    """What is left of a loss when it was announced so many weeks before: max(.35, 1 - .13 k).

    Range .35 to 1. Source: our choice. Worked: 3 weeks give .61.
    """
    return clamp(1.0 - c.WARNED_PER_WEEK * max(0.0, weeks_warned), c.WARNED_LEAST, 1.0)


def hidden_factor(weeks_hidden: float) -> float:
    """By how much hiding bad news for so many weeks multiplies it: 1 + .15 k, growing for ten weeks.

    Range 1 to 2.5. Source: Kim et al. for the direction [R40], size our choice. Worked: 2 weeks give 1.3.
    """
    return 1.0 + c.HIDDEN_PER_WEEK * clamp(weeks_hidden, 0.0, c.HIDDEN_WEEKS_MOST)


def promise_trust(status: str, weight: float, weeks_hidden: float = 0.0, weeks_warned: float = 0.0) -> float:
    """What the end of a promise does to confidence, in the unit of `weight`: what keeping it is worth.

    kept +w · exceeded +1.1 w · broken -4 w (1 + .15 weeks hidden) max(.35, 1 - .13 weeks warned) · open and
    renegotiated 0. Range -10 w to 1.1 w. Raises ValueError for any other status. Source: Gneezy & Epley [R34]; the
    ratio 4 is our choice. Worked: weight 1, broken and hidden 2 weeks gives -5.2; warned 3 weeks ahead -2.44.
    """
    worth = max(0.0, weight)
    if status == "kept":
        return c.PROMISE_KEPT * worth
    if status == "exceeded":
        return c.PROMISE_EXCEEDED * worth
    if status == "broken":
        return c.PROMISE_BROKEN * worth * hidden_factor(weeks_hidden) * warning_factor(weeks_warned)
    if status in ("open", "renegotiated"):
        return 0.0
    raise ValueError(f"a promise is open, kept, exceeded, broken or renegotiated, not {status!r}")


def recovery(failures: int, similar: bool) -> float:
    """The satisfaction, in points, that putting a failure right well brings; never trust or renewal.

    `failures` counts those this client has seen, this one included. +5 after the first, 0 after any later one, -2.5
    when that one is similar: they have heard it before. Range -2.5 to 5. Source: de Matos [R38]; Maxham & Netemeyer
    [R39]; sizes our choice. Worked: first 5, second similar -2.5.
    """
    if failures == 1:
        return c.RECOVERY_POINTS
    return c.RECOVERY_TIRED if failures > 1 and similar else 0.0


def failure_weight(failures: int, similar: bool) -> float:
    """By how much a failure weighs more than a first one: 1.5 when it is similar to an earlier one, else 1.

    Source: Maxham & Netemeyer [R39]; size our choice. Worked: second, similar gives 1.5.
    """
    return c.REPEAT_SIMILAR if failures > 1 and similar else 1.0


def integrity(gap_levels: float, weeks_hidden: float) -> float:
    """What it does to confidence, in points, when a client finds that the truth was `gap_levels` worse than told.

    -10 a level (green told, red true: 2) · (1 + .15 weeks hidden); no early warning and no apology shortens it. Range
    -50 to 0. Source: Kim et al. [R40]; sizes our choice. Worked: 1 level hidden 2 weeks gives -13.
    """
    return -c.INTEGRITY_POINTS * clamp(gap_levels, 0.0, c.INTEGRITY_LEVELS) * hidden_factor(weeks_hidden)


def silence_cost(weeks: float) -> float:
    """What another week of silence costs the relationship, in points: 0 in the first, then .5 more every week.

    Range 0 to 2. Source: our choice. Worked: the third silent week costs 1.0.
    """
    return clamp(c.SILENCE_PER_WEEK * (weeks - 1.0), 0.0, c.SILENCE_WORST)


def relationship_drift(relationship: float, confidence: float) -> float:
    """By how many points the relationship follows confidence this week: a twentieth of the way.

    Range -5 to 5. Source: two stocks after Poortinga & Pidgeon [R36], pace our choice. Worked: 60 beside 80 gives +1.
    """
    return c.RELATIONSHIP_FOLLOWS * (clamp(confidence, 0.0, 100.0) - clamp(relationship, 0.0, 100.0))


def relationship_after(relationship: float, confidence: float, contacted: bool, weeks_silent: float) -> float:
    """The relationship a week on: it follows confidence slowly, gains 1 by contact, or pays for silence.

    Range 0 to 100; at most 8 points a week, so it buffers trust. Source: our choice. Worked: 60 beside confidence 80,
    contacted, gives 62; silent for the third week, 60.
    """
    kept = clamp(relationship, 0.0, 100.0) + relationship_drift(relationship, confidence)
    return clamp(kept + (c.CONTACT_POINTS if contacted else -silence_cost(weeks_silent)), 0.0, 100.0)


def trust(confidence: float, relationship: float) -> float:
    """What is read as trust: .6 confidence + .4 relationship.

    Range 0 to 100. Source: our choice, two stocks after [R36]. Worked: confidence 50, relationship 70 give 58.
    """
    fragile = c.TRUST_CONFIDENCE * clamp(confidence, 0.0, 100.0)
    return fragile + c.TRUST_RELATIONSHIP * clamp(relationship, 0.0, 100.0)
