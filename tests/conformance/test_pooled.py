"""V18 to V20 of the reference numbers, over the shipped scenarios together; what does not hold says by how much.

A few dozen plays in the everyday run, a thousand for each policy under `-m bulk`.
"""

from __future__ import annotations

import functools

import pytest

from game.engine.model import Seat
from game.insight.simulate import bots_for, run
from tests.conformance.pooled import (
    BOTS,
    Figures,
    churn_and_use,
    figures,
    median_policy,
    overruns,
    pooled,
    score_of,
    winners,
)
from tests.gates import FULL, scenario_named

EACH = 250  # plays of each scenario: a thousand runs of each policy


@functools.cache
def many() -> dict[tuple[Seat, str], list[Figures]]:
    return pooled(EACH, (Seat.AM, Seat.PM))


def few(seat: Seat, bot: str, plays: int = 4) -> list[Figures]:
    found = []
    for name in FULL:
        scenario = scenario_named(name)
        for seed in range(1, plays + 1):
            found.append(figures(run(scenario, seed, seat, bots_for(scenario, seat, bot)), name))
    return found


def test_sensible_play_keeps_people_busy_and_most_clients() -> None:
    churn, used = churn_and_use(few(Seat.AM, "balanced"))
    assert 0.65 <= used <= 0.85
    assert 0.12 <= churn <= 0.25


def test_who_pleases_keeps_the_client_and_who_goes_by_the_book_keeps_the_plan() -> None:
    pleaser, bookish = few(Seat.PM, "people-pleaser"), few(Seat.PM, "by-the-book")
    assert overruns(pleaser)[0] > overruns(bookish)[0] + 0.2
    content = [sum(each.result.relationship for each in found) for found in (pleaser, bookish)]
    assert content[0] > content[1]
    assert score_of(bookish) > score_of(pleaser)


@pytest.mark.bulk
def test_v18_the_median_policy_overruns_as_projects_do() -> None:
    late, overrun = overruns(many()[Seat.PM, median_policy(many(), Seat.PM)])
    assert 0.60 <= late <= 0.80  # 79 % when last measured
    assert 0.20 <= overrun <= 0.45  # 20.4 %


@pytest.mark.bulk
def test_v19_sensible_play_keeps_people_busy_and_most_clients() -> None:
    churn, used = churn_and_use(many()[Seat.AM, "balanced"])
    assert 0.65 <= used <= 0.85
    assert 0.12 <= churn <= 0.25


@pytest.mark.bulk
@pytest.mark.parametrize("seat", [Seat.AM, Seat.PM], ids=lambda seat: seat.value)
def test_v20_no_policy_dominates(seat: Seat) -> None:
    won = list(winners(many(), seat).values())
    assert len(set(won)) >= 3
    assert max(won.count(bot) for bot in BOTS) <= 6
