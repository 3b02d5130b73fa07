"""A review of a whole play: step by step or in parts it is the same, and it costs the play nothing."""

from __future__ import annotations

import pickle

import pytest

from game.engine.model import Seat
from game.engine.play import Play
from game.insight.review.moves import responsibilities
from game.insight.review.whole import Effort, Review, parts, put_together, review, work_out
from game.insight.simulate import answered, bots_for, run
from tests.conftest import shipped

LITTLE = Effort(options=4, with_truth=2, moves=2, stations=3)


def monday(seat: Seat) -> Play:
    scenario = shipped("first_monday")
    return run(scenario, 2, seat, bots_for(scenario, seat, "random"))


def reviewed(play: Play, seat: Seat) -> Review:
    steps = review(play, seat, effort=LITTLE)
    done = 0
    while True:
        try:
            now, of = next(steps)
        except StopIteration as ended:
            assert done == of
            found: Review = ended.value
            return found
        done += 1
        assert (now, 0 < now <= of) == (done, True)


@pytest.mark.parametrize("seat", Seat)
def test_a_review_judges_every_answer_and_every_responsibility(seat: Seat) -> None:
    play = monday(seat)
    before = [state.digest() for state in play.states]
    found = reviewed(play, seat)
    judged = [(decision.event, decision.taken) for decision in found.decisions]
    given = list(answered(play, seat))
    assert [pair for pair in judged if pair[1]] == [pair for pair in given if pair in judged]
    assert tuple(line.name for line in found.responsibilities) == responsibilities(seat)
    assert found.split.expected[-1] == found.split.result
    assert [state.digest() for state in play.states] == before


def test_in_parts_and_elsewhere_it_comes_out_the_same() -> None:
    """A process that works out a part gets the play by pickle, as the command sends it."""
    play = monday(Seat.PM)
    sent: Play = pickle.loads(pickle.dumps(play))
    found = [work_out(sent, Seat.PM, False, kind, week, LITTLE) for kind, week in reversed(parts(play))]
    assert put_together(Seat.PM, found[::-1]) == reviewed(play, Seat.PM)
