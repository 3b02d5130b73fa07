"""Moves valued by single swaps: a responsibility over a play, a single week only where it stands out."""

from __future__ import annotations

from game.engine.legality import check
from game.engine.model import Seat
from game.engine.play import Play
from game.engine.state import Decisions, Move, SeatDecisions
from game.insight.review.choices import with_seat
from game.insight.review.futures import Futures
from game.insight.review.moves import Made, Swap, WeekOfMoves, over_the_play, responsibilities
from game.insight.simulate import Summary, bots_for, decide, run
from tests.conftest import shipped


def valued(play: Play, week: int, seat: Seat, replays: int = 6) -> WeekOfMoves:
    found = WeekOfMoves(Futures(play, seat), week, replays)
    steps = 0
    for _ in found.judge():
        steps += 1
    assert steps == found.total
    return found


def monday(seat: Seat, bot: str) -> Play:
    scenario = shipped("first_monday")
    return run(scenario, 1, seat, bots_for(scenario, seat, bot))


def test_every_move_made_has_a_worth_and_every_swap_serves_something_else() -> None:
    for seat in Seat:
        play = monday(seat, "balanced")
        found = valued(play, 1, seat)
        mine = play.weeks[0].decisions.pm if seat is Seat.PM else play.weeks[0].decisions.am
        assert tuple(each.move for each in found.made) == mine.moves
        served = [each.serves for each in found.made]
        assert found.swaps
        assert not [swap for swap in found.swaps if swap.serves in served]


def test_where_time_was_left_nothing_is_given_up() -> None:
    """A careless play makes no moves."""
    found = valued(monday(Seat.AM, "careless"), 1, Seat.AM)
    assert found.made == ()
    assert {swap.made for swap in found.swaps} == {None}


def test_a_move_that_does_nothing_is_worth_nothing() -> None:
    """To set hours to what they are is not possible; to swap a task in the last week is, and changes one week only."""
    scenario = shipped("scope_creep")
    play = Play(scenario, 1, Seat.PM)
    bots = bots_for(scenario, Seat.PM, "balanced")
    while play.week < scenario.weeks:
        play.live(decide(play, bots))
    lived = decide(play, bots)
    talk = Move("talk", "leo")
    decided: Decisions = with_seat(lived, Seat.PM, SeatDecisions(lived.pm.answers, (talk,)))
    check(scenario, play.state, decided)
    play.live(decided)
    (made,) = valued(play, scenario.weeks, Seat.PM, 10).made
    assert (made.move, made.serves) == (talk, "team")
    assert abs(made.worth.mean) < 1.0


def test_a_responsibility_sums_its_moves_and_names_a_miss_beyond_the_noise_only() -> None:
    call = Move("call", "dana")
    made = (Made(1, call, "relationships", Summary(1.0, 0.3, 9)), Made(2, call, "relationships", Summary(2.0, 0.4, 9)))
    clear = Swap(3, call, Move("learn", "account"), "client_goals", Summary(2.0, 0.5, 9))
    faint = Swap(3, call, Move("pitch", "care"), "selling", Summary(2.0, 0.9, 9))
    lines = {line.name: line for line in over_the_play(Seat.AM, made, (clear, faint))}
    assert tuple(lines) == responsibilities(Seat.AM)
    relations = lines["relationships"]
    assert (len(relations.made), relations.worth, round(relations.error, 6)) == (2, 3.0, 0.5)
    assert lines["client_goals"].missed is clear
    assert lines["selling"].missed is None
