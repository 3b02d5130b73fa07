"""Every answer judged at the moment it was given: by what it was worth, not by how it came out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.engine.legality import decided
from game.engine.model import Seat
from game.engine.play import Play
from game.engine.state import Answer
from game.insight.bots import STYLES
from game.insight.lookahead import LOOK_AHEAD
from game.insight.review.choices import (
    COSTLY,
    GRADES,
    IMPRECISE,
    NOISE,
    VERY_COSTLY,
    Decision,
    Week,
    _values,
    difference,
    grade_of,
    spread_of,
    with_seat,
)
from game.insight.review.futures import Futures, Guesses, turn
from game.insight.simulate import bots_for, decide, run
from tests.conftest import shipped

FULL = ("scope_creep", "demanding_client", "upsell_opportunity", "resource_crunch", "dependencies")
BAD = ("costly", "very costly")


def judged(play: Play, week: int, seat: Seat, replays: int, sample: int = 0) -> tuple[Decision, ...]:
    found = Week(Futures(play, seat, sample=sample), week, replays, replays // 4)
    steps = 0
    for _ in found.judge():
        steps += 1
    assert steps == found.total
    return found.decisions


def blundering(name: str, seat: Seat, week: int, event: str, blunder: str, seed: int = 1) -> Play:
    """A sensible play up to a week, and one answer in it that is known to be bad."""
    play = Play(shipped(name), seed, seat)
    bots = bots_for(play.scenario, seat, "balanced")
    while play.week < week:
        play.live(decide(play, bots))
    lived = decide(play, bots)
    mine = decided(lived, seat)
    assert event in [answer.event for answer in mine.answers]
    answers = tuple(Answer(event, tuple(blunder.split("/"))) if a.event == event else a for a in mine.answers)
    play.live(with_seat(lived, seat, replace(mine, answers=answers)))
    return play


def monday(bot: str = "balanced", seat: Seat = Seat.AM, seed: int = 1) -> Play:
    scenario = shipped("first_monday")
    return run(scenario, seed, seat, bots_for(scenario, seat, bot))


def test_the_same_play_has_the_same_review() -> None:
    """And other review luck a slightly different one."""
    one, again, other = (judged(monday(), 2, Seat.AM, 12, sample) for sample in (0, 0, 1))
    assert one
    assert one == again
    assert one != other


def test_judging_moves_nothing_in_the_play() -> None:
    play = monday()
    before = [state.digest() for state in play.states]
    judged(play, 1, Seat.AM, 4)
    assert [state.digest() for state in play.states] == before
    play_luck = [play.luck.stream("event", "anything", week) for week in range(3)]
    futures = Futures(play, Seat.AM)
    assert futures.luck(0).seed != play.seed
    assert [futures.luck(0).stream("event", "anything", week) for week in range(3)] != play_luck


def test_the_best_option_has_no_gap_and_no_error() -> None:
    for seat in Seat:
        for decision in judged(monday(seat=seat), 1, seat, 10):
            assert (decision.best.known.gap, decision.best.known.error) == (0.0, 0.0)
            assert decision.best.known.grade == GRADES[0]
            assert decision.taken in [option.path for option in decision.options]
            assert all(option.known.gap >= 0.0 for option in decision.options)


def test_a_gap_lies_between_the_two_scores_as_they_are_shown() -> None:
    """76.1 and 77.2 lie 1.1 apart, whatever is behind the tenths."""
    for seed in range(1, 6):
        for decision in judged(monday("random", seed=seed), 1, Seat.AM, 7):
            best = float(f"{decision.best.known.score:.1f}")
            for option in decision.options:
                assert f"{best - float(f'{option.known.score:.1f}'):.1f}" == f"{option.known.gap:.1f}"


def test_one_person_in_both_seats_is_told_what_silence_was_worth() -> None:
    decisions = judged(monday(seat=Seat.BOTH), 1, Seat.BOTH, 4)
    assert all("" in [option.path for option in decision.options] for decision in decisions)


@pytest.mark.parametrize(
    ("gap", "error", "grade"),
    [
        (0.0, 0.0, "best"),
        (9.0, 4.6, "best"),
        (0.4, 0.1, "best"),
        (0.6, 0.1, "good"),
        (IMPRECISE + 0.3, 0.1, "imprecise"),
        (COSTLY + 0.3, 0.1, "costly"),
        (COSTLY + 1.0, 0.6, "imprecise"),
        (VERY_COSTLY + 0.3, 0.1, "very costly"),
    ],
)
def test_a_gap_within_the_noise_or_of_a_trifle_is_none(gap: float, error: float, grade: str) -> None:
    assert grade_of(gap, error) == grade


def test_what_shows_the_same_gap_or_a_smaller_one_is_called_no_worse() -> None:
    """80.5 for sure and 80.5 by luck stood beside each other, one good and one best, below 81.3."""
    sure, by_luck, nearer = [80.46, 80.46, 80.46], [75.0, 80.5, 85.9], [80.6, 80.6, 80.6]
    found = _values([[81.3, 81.3, 81.3], sure, by_luck, nearer, [70.0, 70.0, 70.0]])
    assert [f"{each.score:.1f} {each.grade}" for each in found] == [
        "81.3 best",
        "80.5 best",
        "80.5 best",
        "80.6 best",
        "70.0 very costly",
    ]


def test_a_difference_is_taken_future_by_future() -> None:
    found = difference([1.0, 2.0, 3.0], [0.0, 1.0, 2.0])
    assert (found.mean, found.error) == (1.0, 0.0)


def test_what_could_not_be_known_is_drawn_anew_from_its_chance() -> None:
    """Three truths nobody has learned hold in about as many guesses as their chances say; a learned one in all."""
    scenario = shipped("scope_creep")
    play = Play(scenario, 1, Seat.AM)
    guesses = Guesses(Futures(play, Seat.AM), play.state, [])
    assert [truth.id for truth in guesses.open] == [truth.id for truth in scenario.truths]
    for truth in scenario.truths:
        held = sum(guesses.state(number).values[truth.holds] for number in range(200))
        assert abs(held / 200 - truth.chance) < 0.12
    known = play.state.copy()
    learned = scenario.truths[0]
    turn(scenario, known.values, learned, True)
    known.values[learned.known_am] = 1
    assert learned not in Guesses(Futures(play, Seat.AM), known, []).open
    assert learned in Guesses(Futures(play, Seat.PM), known, []).open


# A sensible play with one answer that is bad in that state; found by trying every option of such plays.
BLUNDERS = [
    ("first_monday", Seat.PM, 3, 3, "six_in_the_morning", "tonight"),
    ("scope_creep", Seat.PM, 1, 5, "twelve_asked", "again"),
    ("demanding_client", Seat.PM, 1, 7, "chair_asks", "who_decides/none"),
    ("resource_crunch", Seat.PM, 1, 5, "lofoten", "have_a_good_time"),
    ("dependencies", Seat.PM, 2, 3, "beam_nine", "friday"),
    ("upsell_opportunity", Seat.AM, 4, 9, "the_talk", "wrong_first/two_years"),
]


@pytest.mark.parametrize(("name", "seat", "seed", "week", "event", "blunder"), BLUNDERS)
def test_a_planted_blunder_is_called_costly(
    name: str, seat: Seat, seed: int, week: int, event: str, blunder: str
) -> None:
    decisions = judged(blundering(name, seat, week, event, blunder, seed), week, seat, 24)
    found = next(each for each in decisions if each.event == event)
    assert (found.taken, found.grade in BAD) == (blunder, True), found.options


@pytest.mark.bulk
@pytest.mark.parametrize("seat", [Seat.AM, Seat.PM])
@pytest.mark.parametrize("name", FULL)
def test_whoever_looks_ahead_blunders_seldom(name: str, seat: Seat) -> None:
    play = run(shipped(name), 5, seat, bots_for(shipped(name), seat, LOOK_AHEAD))
    decisions = [each for week in range(1, play.week) for each in judged(play, week, seat, 60)]
    assert len([each for each in decisions if each.grade in BAD]) <= len(decisions) // 6


def agree(one: Decision, other: Decision) -> bool:
    """The same class, or the one beside it where the gap is near an edge between classes."""
    value = one.chosen.known
    sure = value.gap - NOISE * value.error
    near = any(abs(sure - edge) <= NOISE * value.error for edge in (0.0, IMPRECISE, COSTLY, VERY_COSTLY))
    apart = abs(GRADES.index(one.grade) - GRADES.index(other.grade))
    return apart == 0 or (near and apart == 1)


def test_other_review_luck_says_the_same_of_a_week() -> None:
    play = blundering("scope_creep", Seat.PM, 6, "cut_test", "cut_six")
    pairs = zip(*(judged(play, 6, Seat.PM, 20, sample) for sample in (0, 1)), strict=True)
    assert all(agree(one, other) for one, other in pairs)


@pytest.mark.bulk
@pytest.mark.parametrize("bot", [*STYLES, "random", "careless"])
def test_other_review_luck_says_the_same_of_a_play(bot: str) -> None:
    """At least 95 in a hundred decisions get the same class, or the one beside it where the gap is near an edge."""
    same = total = 0
    for name in FULL:
        play = run(shipped(name), 2, Seat.PM, bots_for(shipped(name), Seat.PM, bot))
        for week in range(1, play.week):
            both = zip(*(judged(play, week, Seat.PM, 200, sample) for sample in (0, 1)), strict=True)
            found = [agree(one, other) for one, other in both]
            same, total = same + sum(found), total + len(found)
    assert same >= 0.95 * total, (same, total)


def test_an_options_spread_is_made_of_scores_its_futures_ended_with() -> None:
    assert spread_of([30.0, 10.0, 20.0, 50.0, 40.0]) == (10.0, 20.0, 30.0, 40.0, 50.0)
    assert spread_of([7.0]) == (7.0,) * 5
