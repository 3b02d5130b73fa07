"""People: joining, tiring, liking it here, leaving."""

from __future__ import annotations

from typing import NamedTuple

from game.engine import constants as c
from game.engine.formulas.numeric import clamp, interpolate

HEADS_MOST = 10_000.0


def fatigue_target(hours: float, severe: bool = False) -> float:
    """The fatigue that `hours` a week lead to if kept up for ever, as a share of productivity lost.

    Piecewise linear, 0 up to 40 hours, flat beyond 70. Range 0 to .38 (`severe`: .51). Source: Thomas & Raynar [R19] at
    50 hours, Pencavel's ceiling [R22]; `severe` is the Business Roundtable read weekly [R21]. Worked: 50 hours .125.
    """
    return interpolate(c.FATIGUE_SEVERE if severe else c.FATIGUE_BY_HOURS, hours)


def fatigue_after(fatigue: float, hours: float, rested: bool = False, severe: bool = False) -> float:
    """Fatigue after one week of `hours`, as a share of productivity lost.

    F' = F* + (F - F*) e^(-1/4.35): the exact week of dF/dt = (F* - F)/4.35, so recovery takes as long as tiring; a
    week of rest halves it instead. Range 0 to 1. Source [C], rest is our choice. Worked: 0 at 50 hours gives .0257.
    """
    before = clamp(fatigue, 0.0, 1.0)
    if rested:
        return before * c.REST_KEEPS
    target = fatigue_target(hours, severe)
    return clamp(target + (before - target) * c.FATIGUE_KEPT, 0.0, 1.0)


def productivity(fatigue: float) -> float:
    """What an hour is worth to a tired person: 1 - F, every hour affected. Range 0 to 1. Worked: .125 gives .875."""
    return 1.0 - clamp(fatigue, 0.0, 1.0)


def overhead(n: float) -> float:
    """The share of a team of `n` that goes into talking to each other: 0.06 n² %.

    Range 0 to .9. Source: Abdel-Hamid & Madnick's table, by Madachy [R11]; the cap is our choice. Worked: 20 give .24.
    """
    heads = clamp(n, 0.0, HEADS_MOST)
    return clamp(c.OVERHEAD_PER_HEAD_SQUARED * heads * heads, 0.0, c.OVERHEAD_CAP)


def assimilated(new: float, days: float) -> float:
    """How many of `new` people become experienced within `days` working days: new · days/20.

    Never more than there are. Source: Madachy [R11]; a step of five days gives the same completion day as a step of
    one hour. Worked: 8 newcomers, 5 days give 2.
    """
    return clamp(new, 0.0, HEADS_MOST) * clamp(days / c.LEARNING_DAYS, 0.0, 1.0)


def ramp_after(ramp: float, weeks_to_learn: float) -> float:
    """How well one person knows the work after another week on it: r' = r + (1 - r)/weeks, at least one week.

    Range 0 (new) to 1 (experienced). The same learning as `assimilated`, for one head: 4 weeks are 20 days.
    Worked: 0 with 4 weeks to learn gives .25.
    """
    before = clamp(ramp, 0.0, 1.0)
    weeks = weeks_to_learn if weeks_to_learn > c.WEEKS_TO_LEARN_AT_LEAST else c.WEEKS_TO_LEARN_AT_LEAST
    return clamp(before + (1.0 - before) / weeks, 0.0, 1.0)


def team_output(new: float, experienced: float) -> float:
    """What a team gets done, in person-days a day: (1 - overhead)(0.8 new + 1.2 (experienced - 0.25 new)).

    Range 0 and up; with every newcomer a quarter of an experienced person turns trainer. Source: Madachy [R11].
    Worked: 20 experienced give 18.24.
    """
    fresh = clamp(new, 0.0, HEADS_MOST)
    old = clamp(experienced, 0.0, HEADS_MOST)
    working = c.OUTPUT_NEW * fresh + c.OUTPUT_EXPERIENCED * (old - c.TRAINERS_PER_NEWCOMER * fresh)
    return (1.0 - overhead(fresh + old)) * working


def teaching(new: float, experienced: float) -> tuple[float, float, float]:
    """What being a team leaves of everybody's day, see `person_output`.

    (share left after talking to each other, part of it an experienced one keeps, part a newcomer brings), each 0 to 1.
    Worked: one newcomer beside three experienced: (.9904, .9167, .6667).
    """
    fresh = clamp(new, 0.0, HEADS_MOST)
    old = clamp(experienced, 0.0, HEADS_MOST)
    lessons = c.TRAINERS_PER_NEWCOMER * fresh
    taught_away = lessons / old if lessons < old else 1.0
    alone = (lessons - old) / fresh if lessons > old and fresh > 0.0 else 0.0
    kept = 1.0 - taught_away if old > 0.0 else 0.0
    return 1.0 - overhead(fresh + old), kept, c.OUTPUT_NEW / c.OUTPUT_EXPERIENCED - alone


def person_output(ramp: float, team: tuple[float, float, float]) -> float:
    """One person's part of the team's output, in days of an experienced lone worker a day.

    `team` is what `teaching` says of the sum of (1 - ramp) and the sum of ramp over the team, this person included.
    Newcomers bring .8/1.2 of a day each; their teaching is taken from the experienced in proportion to what they know,
    and where too few of those are left, from the newcomers, who then find out alone. The parts add up to
    team_output / 1.2 exactly. Range 0 to 1. Source: Madachy [R11], shared out by our choice. Worked: one newcomer
    (ramp 0) beside three experienced: the newcomer gives .6603, each of the others .9078.
    """
    known = clamp(ramp, 0.0, 1.0)
    left, kept, brought = team
    return clamp(left * (known * kept + (1.0 - known) * brought), 0.0, 1.0)


def multitasking(projects: int) -> float:
    """The productive share of somebody on so many projects at once: 1, .95, .80, .65, .50.

    Range .5 to 1. Source: our choice, near Wheelwright & Clark and softer than Weinberg [R26][R27]. Worked: 3 give .80.
    """
    place = min(max(projects, 1), len(c.SHARE_BY_PROJECTS)) - 1
    return c.SHARE_BY_PROJECTS[place]


class MoraleTerms(NamedTuple):
    """What moves one person's morale this week, in points; each term is a ledger line."""

    settling: float  # time, towards 70: range -3 to +7
    tiredness: float  # range -16 to 0
    workload: float  # too much, or too little to do: range -3 to 0
    recognition: float  # 0 or +4
    unfairness: float  # range -6 to 0

    def total(self) -> float:
        """The whole of it, in points."""
        return self.settling + self.tiredness + self.workload + self.recognition + self.unfairness


def morale_after(morale: float, fatigue: float, utilisation: float, recognised: bool, unfairness: float) -> MoraleTerms:
    """The terms that move morale this week, in points on 0 to 100; add them to `morale` and clamp once.

    .1 (70 - morale) - 16 fatigue - 10 (utilisation over .85, at most 3 points) - 4 (utilisation under .50)
    + 4 if recognised - 6 unfairness, with unfairness 0 to 1. Source: our choice. Worked: morale 70, fatigue .125,
    utilisation .95, recognised, unfairness 0: 0 - 2 - 1 + 4 - 0 = +1.
    """
    busy = clamp(utilisation, 0.0, 2.0)
    overload = clamp(c.MORALE_PER_OVERLOAD * (busy - c.OVERLOAD_FROM), c.OVERLOAD_WORST, 0.0)
    idleness = clamp(c.MORALE_PER_IDLENESS * (c.IDLE_BELOW - busy), c.OVERLOAD_WORST, 0.0)
    settling = c.MORALE_SETTLES * (c.MORALE_AT_REST - clamp(morale, 0.0, 100.0))
    tiredness = c.MORALE_PER_FATIGUE * clamp(fatigue, 0.0, 1.0)
    recognition = c.MORALE_RECOGNISED if recognised else 0.0
    unfair = c.MORALE_PER_UNFAIRNESS * clamp(unfairness, 0.0, 1.0)
    return MoraleTerms(settling, tiredness, overload + idleness, recognition, unfair)


def quit_chance(fatigue: float, morale: float) -> float:
    """The chance that somebody hands in their notice this week.

    .003, twice that above fatigue .10, four times above .20, times 3 at morale 0, 1 at 70, .5 at 100 (linear between).
    Range .0015 to .036. Source: our choice; 14 % a year at rest. Worked: fatigue .15, morale 40 gives .0096.
    """
    strain = 1.0
    if fatigue > c.EXHAUSTED:
        strain = c.QUIT_EXHAUSTED
    elif fatigue > c.TIRED:
        strain = c.QUIT_TIRED
    return c.QUIT_PER_WEEK * strain * interpolate(c.QUIT_BY_MORALE, morale)
