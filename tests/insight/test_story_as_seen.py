"""The story of the weeks shows both sides as they really were, and beside them what one saw of the other side then."""

from __future__ import annotations

from game.engine.model import Seat
from game.engine.play import Play
from game.engine.state import Decisions, Move, SeatDecisions
from game.insight.simulate import bots_for, decide
from game.insight.words.cards import meters
from game.insight.words.story import story
from tests.conftest import shipped


def played(seat: Seat, synced: int) -> Play:
    """First Monday with a Sync in one week (0: in none)."""
    scenario = shipped("first_monday")
    play, bots = Play(scenario, 7, seat), bots_for(scenario, seat, "balanced")
    while play.outcome is None:
        lived = decide(play, bots)
        moves = (Move("sync"),) if play.week == synced else ()
        if seat is Seat.AM:
            lived = Decisions(SeatDecisions(lived.am.answers, moves), lived.pm)
        play.live(lived)
    return play


def test_what_was_shown_of_the_other_side_stands_beside_what_was_so() -> None:
    play = played(Seat.AM, 2)
    told = story(play, Seat.AM)
    assert list(told.seen) == ["delivery"]
    for week in range(len(play.states)):
        shown = next(meter for meter in meters(play, Seat.AM, week) if meter.name == "delivery")
        assert told.seen["delivery"][week] == shown.value
        differs = round(shown.value) != round(told.delivery[week])
        assert told.saw(week) == (f"you saw {shown.value:.0f}" if differs else "")
    assert any(told.saw(week) for week in range(len(play.states)))
    assert "Hollow: Delivery as you saw it then" in told.as_it_was("Hollow:")


def test_who_sits_in_both_seats_saw_everything() -> None:
    told = story(played(Seat.BOTH, 0), Seat.BOTH)
    assert told.seen == {}
    assert told.as_it_was("Hollow:") == ""
