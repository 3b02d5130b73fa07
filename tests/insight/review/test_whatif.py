"""What if: another option and the one taken, in the same futures as the review, told in plain frequencies."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.engine.model import Seat
from game.engine.play import Play
from game.insight.review.choices import REPLAYS, Decision, Week
from game.insight.review.futures import Futures
from game.insight.review.whatif import BINS, Trying, what_if
from game.insight.simulate import Summary, bots_for, run
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
    assert words.headline.startswith(("In all 12 futures ", f"In {found.better or 'none'} of 12 futures "))
    assert sum(row.taken for row in words.endings) == sum(row.other for row in words.endings) == FEW
    assert sum(row.taken for row in words.bars) == sum(row.other for row in words.bars) == FEW
    same = whatif_words(play, what_if(Futures(play, Seat.AM), 3, taken.event, taken.path[0], FEW))
    assert "ends within half a point of the answer given." in same.headline


def test_few_futures_that_outweigh_many_are_said_to_do_so() -> None:
    """Higher in 22 of 200, lower in 106, and hardly any difference on average: the reader is told how that goes."""
    play = monday()
    taken = next(each for each in play.weeks[2].decisions.am.answers if each.event == "the_paper")
    other = "holding_page" if taken.path[0] == "thursday" else "thursday"
    found = what_if(Futures(play, Seat.AM), 3, taken.event, other, FEW)
    few = replace(found, better=2, worse=6, gain=Summary(0.3, 0.1, FEW))
    assert "; by more in the fewer, so on average less than half a point lies" in whatif_words(play, few).headline
    level = replace(found, better=6, worse=2, gain=Summary(0.3, 0.1, FEW))
    assert "; on average less than half a point lies" in whatif_words(play, level).headline
