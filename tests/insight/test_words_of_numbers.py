"""A number opened: what it is made of says what its value says, and its ledger says the same."""

from __future__ import annotations

import re

import pytest

from game.engine.model import Seat
from game.engine.play import Play
from game.insight.simulate import bots_for, run, run_constant
from game.insight.words.details import kpi_detail
from game.insight.words.figures import DAYS, half_day_of
from game.insight.words.ledger import Explanation, lines
from tests.conftest import shipped


@pytest.fixture(scope="module")
def monday() -> Play:
    """Three weeks of the first story in which nobody makes a move."""
    return run_constant(shipped("first_monday"), 7, Seat.PM, ())


@pytest.fixture(scope="module")
def ledgers() -> list[Explanation]:
    """Everything that moved in a play of each of three stories."""
    names = (("first_monday", 7), ("dependencies", 9), ("resource_crunch", 5))
    plays = [run(shipped(name), seed, Seat.BOTH, bots_for(shipped(name), Seat.BOTH, "random")) for name, seed in names]
    return [told for play in plays for lived in play.weeks for told in lines(play, lived.week, Seat.BOTH)]


def test_milestones_are_expected_in_time_until_they_are_met(monday: Play) -> None:
    told = [dict(kpi_detail(monday, "on_time", Seat.PM, week).parts)["Milestones in time"] for week in range(4)]
    assert told == ["1 expected of 1"] * 3 + ["1 met of 1"]


def test_the_age_of_an_estimate_is_one_age(monday: Play) -> None:
    told = [dict(kpi_detail(monday, "on_time", Seat.PM, week).parts) for week in range(3)]
    assert [each["Last honest estimate"] for each in told] == ["this week", "last week", "two weeks ago"]
    ages = [
        each.line for week in (1, 2) for each in lines(monday, week, Seat.PM) if each.short == "Age of the estimate"
    ]
    assert ages == ["from 0 weeks to 1 week", "from 1 week to 2 weeks"]


def _half_days(text: str) -> int:
    """Half days from the first Monday to a moment such as Tuesday noon of week 10."""
    day, half, week = re.fullmatch(r"(\w+) (noon|evening) of week.(\d+)", text).groups()  # type: ignore[union-attr]
    return 10 * (int(week) - 1) + 2 * DAYS.index(day) + (1 if half == "noon" else 2)


def test_half_days_are_as_fine_as_a_forecast_is_kept() -> None:
    assert [half_day_of(week / 10) for week in (1, 2, 10, 11)] == [
        "Monday noon of week\u00a01",
        "Monday evening of week\u00a01",
        "Friday evening of week\u00a01",
        "Monday noon of week\u00a02",
    ]


def test_a_date_that_moved_shows_from_where_to_where(ledgers: list[Explanation]) -> None:
    moved = 0
    for told in ledgers:
        if told.short in ("Finish", "Go-live") and not told.fact and "no date" not in told.line:
            moved += 1
            assert _half_days(told.now) - _half_days(told.was) == round(2 * 5 * told.change)
    assert moved > 30


def test_nothing_that_moved_reads_as_before(ledgers: list[Explanation]) -> None:
    assert not [told.line for told in ledgers if told.change and "as before" in told.line]
