"""A result taken apart into the average play, the start, you, your colleague and luck: each tenth has its place."""

from __future__ import annotations

from collections import deque
from dataclasses import replace

import pytest

from game.engine.legality import decided
from game.engine.model import Seat
from game.engine.play import Play
from game.engine.state import SeatDecisions
from game.insight.review.choices import Week, with_seat
from game.insight.review.futures import Futures
from game.insight.review.split import GRAIN, Split, Splitting
from game.insight.simulate import bots_for, decide, run
from tests.conftest import shipped


def played(name: str, seat: Seat, bot: str, seed: int) -> Play:
    scenario = shipped(name)
    return run(scenario, seed, seat, bots_for(scenario, seat, bot))


def split_of(play: Play, replays: int) -> Split:
    found = Splitting(Futures(play, play.seat), replays)
    steps = 0
    for _ in found.judge():
        steps += 1
    assert steps == found.total
    assert found.split is not None
    return found.split


@pytest.mark.parametrize("seat", Seat)
@pytest.mark.parametrize("bot", ["balanced", "random", "careless"])
def test_the_parts_sum_to_the_result_exactly(seat: Seat, bot: str) -> None:
    play = played("first_monday", seat, bot, 3)
    split = split_of(play, 3)
    assert split.average + split.luck + split.player + split.colleague == split.result
    assert split.expected[-1] == split.result
    assert len(split.weeks) == len(play.weeks)
    assert play.outcome is not None
    assert f"{split.result / GRAIN:.1f}" == f"{play.outcome.score:.1f}"
    if seat is Seat.BOTH:
        assert split.colleague == 0


@pytest.mark.parametrize("seat", Seat)
def test_answers_and_moves_are_told_apart(seat: Seat) -> None:
    """Whoever answers as the policy does and makes no move loses by the moves, not by the answers."""
    scenario = shipped("first_monday")
    play, bots = Play(scenario, 4, seat), bots_for(scenario, seat, "balanced")
    while play.outcome is None:
        lived = decide(play, bots)
        play.live(with_seat(lived, seat, SeatDecisions(decided(lived, seat).answers, ())))
    split = split_of(play, 12)
    assert split.player - split.answers < -GRAIN / 2
    assert split.answers > -GRAIN


@pytest.mark.parametrize(("seat", "seed"), [(Seat.AM, 1), (Seat.AM, 2), (Seat.PM, 1), (Seat.PM, 2)])
def test_where_nothing_is_hidden_an_answer_moves_no_more_than_its_options_lie_apart(seat: Seat, seed: int) -> None:
    """The split and the verdict of an answer hold it beside the same moves and the same colleague."""
    scenario = replace(shipped("scope_creep"), truths=())
    play = run(scenario, seed, seat, bots_for(scenario, seat, "careless"))
    futures, checked = Futures(play, seat, two_people=True), 0
    splitting = Splitting(futures, 12)
    deque(splitting.judge(), 0)
    assert splitting.split is not None
    for part in splitting.split.weeks:
        week = Week(futures, part.week, 12, 0)
        deque(week.judge(), 0)
        if len(week.decisions) == 1:
            mine, gaps = week.decisions[0].chosen.known.gap, [o.known.gap for o in week.decisions[0].options]
            assert -mine - 0.2 <= part.answers / GRAIN <= max(gaps) - mine + 0.2
            checked += 1
    assert checked > 2


def test_a_play_by_the_policy_owes_little_to_itself() -> None:
    split = split_of(played("first_monday", Seat.AM, "balanced", 8), 20)
    assert abs(split.player) < 4 * GRAIN


@pytest.mark.parametrize(
    ("name", "seat", "careless", "sensible", "replays"),
    [("first_monday", Seat.AM, 51, 46, 20), ("dependencies", Seat.PM, 4, 21, 6)],
)
def test_a_lucky_careless_play_is_told_from_an_unlucky_sensible_one(
    name: str, seat: Seat, careless: int, sensible: int, replays: int
) -> None:
    """The careless play ends higher, and the split says that it owes this to luck and not to itself."""
    lucky = split_of(played(name, seat, "careless", careless), replays)
    unlucky = split_of(played(name, seat, "balanced", sensible), replays)
    assert lucky.result > unlucky.result + 10 * GRAIN
    assert lucky.luck > 2 * GRAIN > 0 > -5 * GRAIN > unlucky.luck
    assert lucky.player < -4 * GRAIN
    assert lucky.player < unlucky.player - 5 * GRAIN


def test_an_open_play_has_no_result_to_take_apart() -> None:
    with pytest.raises(ValueError, match="not ended"):
        Splitting(Futures(Play(shipped("first_monday"), 1, Seat.AM), Seat.AM))
