"""OP521: three weeks running, or more, in which a seat gets nothing but the small built-in events."""

from __future__ import annotations

import math

from game.engine.model import Seat
from game.scenario.problems import Report
from game.scenario.survey import Survey

RUNNING = 3
Coming = tuple[int, int, float]  # first week, last week, how often at most


def check(survey: Survey, report: Report) -> None:
    """Report the first stretch of weeks for which a seat has too few events, however the luck falls."""
    for seat, bit, words in ((Seat.AM, 1, "account manager"), (Seat.PM, 2, "project manager")):
        coming = _coming(survey, seat, bit)
        gap = _gap(coming, survey.scenario.weeks)
        if gap is None:
            continue
        first, last, few = gap
        has = "no event" if few == 0 else "one event" if few == 1 else f"{few:g} events"
        message = f"The {words} has {has} for weeks {first} to {last}, so at least three running stay empty."
        remedy = f"Write an event that `asks: {seat.value}` and may come then, or let one come again with `repeats`."
        report.warn(survey.spec.title, "OP521", message, remedy)


def _coming(survey: Survey, seat: Seat, bit: int) -> list[Coming]:
    """The written events of a seat, with the weeks they may be on the desk."""
    found = []
    for index in range(len(survey.spec.events)):
        event, window = survey.scenario.events[index], survey.reach.windows.get(index)
        if window is not None and event.asks is seat and event.plays & bit and not event.builtin:
            found.append((*window, survey.reach.times(index)))
    return found


def _gap(coming: list[Coming], weeks: int) -> tuple[int, int, float] | None:
    """The shortest, then earliest stretch of 3, 6, 9 ... weeks with fewer events than it has threes."""
    for threes in range(1, weeks // RUNNING + 1):
        length = threes * RUNNING
        for first in range(1, weeks - length + 2):
            last = first + length - 1
            many = 0.0
            for start, end, times in coming:
                if start <= last and first <= end:
                    many += min(times, length)
            if many < threes:
                return first, last, math.floor(many)
    return None
