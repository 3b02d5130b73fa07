"""Shares, intervals and the taking apart of a spread, on numbers worked out by hand."""

from __future__ import annotations

import pytest

from game.engine.model import Seat
from game.insight.duels import ENOUGH, Spot, Trial, verdict
from game.insight.estimates import gap, luck_and_play, quantiles, rate


def test_a_share_has_an_interval_that_holds_at_its_ends_too() -> None:
    # Wilson: 0 of 10 leaves up to 27.8 %, 5 of 10 between 23.7 % and 76.3 %
    none, half = rate(0, 10), rate(5, 10)
    assert (none.low, round(none.high, 3)) == (0.0, 0.278)
    assert (round(half.low, 3), round(half.high, 3)) == (0.237, 0.763)
    assert rate(0, 0).high == 1.0


def test_the_spread_of_scores_is_taken_apart_into_play_and_luck() -> None:
    only_play = luck_and_play([[10.0, 10.0], [30.0, 30.0]])
    only_luck = luck_and_play([[10.0, 30.0], [10.0, 30.0]])
    only_both = luck_and_play([[10.0, 30.0], [30.0, 10.0]])
    assert (only_play.play, only_luck.luck, only_both.together) == (1.0, 1.0, 1.0)
    mixed = luck_and_play([[1.0, 2.0, 6.0], [3.0, 5.0, 7.0]])  # of squares: 6 between the rows, 28 in all
    assert mixed.play + mixed.luck + mixed.together == pytest.approx(1.0)
    assert mixed.play == pytest.approx(6.0 / 28.0)


def test_quantiles_lie_between_the_values() -> None:
    assert quantiles([0.0, 10.0]) == (0.5, 2.5, 5.0, 7.5, 9.5)
    assert quantiles([]) == (0.0,) * 5


def test_a_paired_difference_knows_no_luck_both_share() -> None:
    found = gap([10.0, 50.0, 90.0], [9.0, 49.0, 89.0])
    assert (found.mean, found.half) == (1.0, 0.0)


SPOT = Spot(Seat.AM, "balanced", 1)


def trials(*states: dict[str, float]) -> list[Trial]:
    return [Trial(SPOT, 1, {way: [score] for way, score in state.items()}) for state in states]


def test_a_choice_that_loses_everywhere_is_dominated_and_one_that_wins_everywhere_wins() -> None:
    found = verdict("e", trials(*[{"a": 60.0 + n, "b": 58.0 + n, "c": 50.0 + 2 * n} for n in range(ENOUGH)]))
    assert [(lead.worse, lead.better) for lead in found.dominated] == [("b", "a"), ("c", "a")]
    assert found.dominated[0].gain.mean == 2.0
    assert found.winner == "a"
    assert found.judged


def test_one_state_in_which_a_choice_is_right_is_enough_to_keep_it() -> None:
    states = [{"a": 60.0, "b": 50.0}] * (ENOUGH - 1) + [{"a": 60.0, "b": 60.5}]
    assert verdict("e", trials(*states)).dominated == ()
    assert verdict("e", trials(*states)).best == (("a", ENOUGH - 1, ENOUGH), ("b", 1, ENOUGH))


def test_a_trifle_and_a_few_states_prove_nothing() -> None:
    assert verdict("e", trials(*[{"a": 60.1, "b": 60.0}] * 12)).dominated == ()
    few = verdict("e", trials(*[{"a": 60.0, "b": 10.0}] * (ENOUGH - 1)))
    assert few.dominated == ()
    assert not few.judged
