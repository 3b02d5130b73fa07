"""What if: another option and the one taken, in the same futures as the review, told in plain frequencies."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from game.engine.model import Seat
from game.engine.play import Play
from game.insight.review.choices import REPLAYS, Decision, Week
from game.insight.review.futures import Futures
from game.insight.review.whatif import BINS, Trying, what_if
from game.insight.simulate import bots_for, run, summary
from game.insight.words.debrief.outlook import whatif_words
from tests.conftest import shipped

FEW = 12


def monday(seat: Seat = Seat.AM, bot: str = "careless") -> Play:
    scenario = shipped("first_monday")
    return run(scenario, 2, seat, bots_for(scenario, seat, bot))


def judged(play: Play, week: int, seat: Seat) -> tuple[Decision, ...]:
    found = Week(Futures(play, seat), week, FEW, 0)
    for _step in found.judge():
        pass
    return found.decisions


@pytest.mark.parametrize("seat", Seat)
def test_it_says_the_same_as_the_review_of_the_same_options(seat: Seat) -> None:
    play = monday(seat)
    for decision in judged(play, 1, seat):
        for option in decision.options:
            found = what_if(Futures(play, seat), 1, decision.event, option.path, FEW)
            assert found.taken.mean.mean == decision.chosen.known.score
            assert found.other.mean.mean == option.known.score
            assert found.other.spread == option.known.spread


def test_every_future_is_counted_once_in_everything() -> None:
    play = monday()
    found = what_if(Futures(play, Seat.AM), 1, "the_queue", "range", FEW)
    for outlook in (found.taken, found.other):
        assert len(outlook.histogram) == BINS
        assert sum(outlook.histogram) == sum(count for _ending, count in outlook.endings) == FEW
        assert list(outlook.spread) == sorted(outlook.spread)
        assert all(0.0 <= kpi.points <= 100.0 and kpi.futures <= FEW for kpi in outlook.kpis)
    assert found.better + found.worse <= found.futures == FEW
    assert found.gain.mean == pytest.approx(found.other.mean.mean - found.taken.mean.mean)


def test_it_can_be_pumped_step_by_step_and_comes_out_the_same() -> None:
    play = monday()
    before = [state.digest() for state in play.states]
    trying = Trying(Futures(play, Seat.AM), 1, "the_queue", "range", FEW)
    steps = trying.judge()
    assert trying.found is None
    assert len(list(steps)) == trying.total == 2 * FEW
    assert trying.found == what_if(Futures(play, Seat.AM), 1, "the_queue", "range", FEW)
    assert [state.digest() for state in play.states] == before
    assert Trying(Futures(play, Seat.AM), 1, "the_queue", "range").total == 2 * REPLAYS


def test_what_was_not_open_cannot_be_tried() -> None:
    futures = Futures(monday(), Seat.AM)
    for event, path in (("the_queue", "nowhere"), ("start_now", "wait"), ("the_queue", "")):
        with pytest.raises(LookupError, match="was not open"):
            Trying(futures, 1, event, path, FEW)


def test_it_is_told_in_frequencies_that_add_up() -> None:
    play = monday()
    taken = next(each for each in play.weeks[2].decisions.am.answers if each.event == "the_paper")
    other = "holding_page" if taken.path[0] == "thursday" else "thursday"
    found = what_if(Futures(play, Seat.AM), 3, taken.event, other, FEW)
    words = whatif_words(play, found)
    counted = [
        int(count)
        for count in re.findall(
            r"(\d+)(?: of 12 futures| futures)? (?:end |higher|lower|the same)", words.headline.partition(". On")[0]
        )
    ]
    assert sum(counted) == FEW
    assert sum(row.taken for row in words.endings) == sum(row.other for row in words.endings) == FEW
    assert sum(row.taken for row in words.bars) == sum(row.other for row in words.bars) == FEW
    same = whatif_words(play, what_if(Futures(play, Seat.AM), 3, taken.event, taken.path[0], FEW))
    assert ", all 12 futures end the same. On average both end at " in same.headline


def answers(taken: tuple[float, ...], other: tuple[float, ...]) -> str:
    """What is said of two answers that ended so."""
    play = monday()
    given = next(each for each in play.weeks[2].decisions.am.answers if each.event == "the_paper")
    found = what_if(Futures(play, Seat.AM), 3, given.event, given.path[0], FEW)
    gains = [two - one for one, two in zip(taken, other, strict=True)]
    found = replace(
        found,
        taken=replace(found.taken, scores=taken, mean=summary(list(taken))),
        other=replace(found.other, scores=other, mean=summary(list(other))),
        gain=summary(gains),
        better=len([1 for gain in gains if gain > 0]),
        worse=len([1 for gain in gains if gain < 0]),
    )
    return whatif_words(play, found).headline.partition("”, ")[2]


def test_what_ends_a_little_higher_nearly_always_is_said_to_end_higher() -> None:
    """It averaged more, and was told to end higher in no future and lower in two."""
    taken, other = (81.0,) * 200, (*[81.1] * 198, 80.4, 80.4)
    assert answers(taken, other) == (
        "198 of 200 futures end higher and 2 lower. On average it ends 0.1 higher, at 81.1 instead of 81.0."
    )


def test_few_futures_that_outweigh_many_say_by_how_much() -> None:
    taken, other = (80.0,) * 20, (*[80.5] * 12, *[74.0] * 8)
    assert answers(taken, other) == (
        "12 of 20 futures end higher (by 0.5) and 8 lower (by 6.0). "
        "On average it ends 2.1 ± 1.5 lower, at 77.9 instead of 80.0."
    )


def test_what_may_be_chance_is_not_told_as_a_difference() -> None:
    said = answers((80.0, 80.0, 80.0), (81.0, 80.0, 79.1))
    assert said == "1 of 3 futures end higher, 1 lower and 1 the same. On average both end at 80.0."
    said = answers((80.0, 80.0, 80.0), (84.0, 80.0, 79.0))
    assert said.endswith("On average it ends at 81.0 instead of 80.0, which may be chance.")
