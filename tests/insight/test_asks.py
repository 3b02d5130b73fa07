"""The one ask of a sync binds an AI colleague for a week, if they like you enough."""

import pytest

from game.engine.model import Scenario, Seat
from game.engine.options import legal_moves
from game.engine.play import Play
from game.engine.state import Decisions, Move, SeatDecisions
from game.engine.view import observe
from game.insight.simulate import bots_for, decide
from game.insight.words.moves import does


def after_asking(scenario: Scenario, option: str, rapport: float) -> Play:
    """A PM's play in which week 1 was a sync with this ask."""
    play = Play(scenario, 4, Seat.PM)
    colleague = scenario.people[scenario.am.person].rapport
    play.state.values[colleague] = round(rapport * scenario.quantities[colleague].per_unit)
    mine = decide(play, bots_for(scenario, Seat.PM, "balanced"))
    asks = SeatDecisions(mine.pm.answers, (Move("sync", "", option),))
    play.live(Decisions(mine.am, asks))
    return play


def test_a_colleague_who_likes_you_comes_along(scope_creep: Scenario) -> None:
    play = after_asking(scope_creep, "come_with_me", 70)
    theirs = decide(play, bots_for(scope_creep, Seat.PM, "balanced")).am
    main = scope_creep.accounts[0].contacts[0]
    assert Move("visit", scope_creep.people[main].id) in theirs.moves


@pytest.mark.parametrize(("rapport", "bound"), [(70.0, "hold_off"), (20.0, "")])
def test_only_a_colleague_who_likes_you_is_bound(scope_creep: Scenario, rapport: float, bound: str) -> None:
    assert after_asking(scope_creep, "hold_off", rapport).state.asked_am == bound


def test_an_ask_lasts_one_week(scope_creep: Scenario) -> None:
    play = after_asking(scope_creep, "hold_off", 70)
    mine = decide(play, bots_for(scope_creep, Seat.PM, "balanced"))
    play.live(Decisions(mine.am, SeatDecisions(mine.pm.answers, ())))
    assert play.state.asked_am == ""


@pytest.mark.parametrize("seat", [Seat.AM, Seat.PM])
def test_the_last_week_has_nothing_to_ask_of_the_week_after(scope_creep: Scenario, seat: Seat) -> None:
    state = Play(scope_creep, 4, seat).state
    state.values[scope_creep.week] = scope_creep.weeks - 1
    assert len([move for move in legal_moves(scope_creep, state, seat) if move.kind == "sync"]) > 1
    state.values[scope_creep.week] = scope_creep.weeks
    assert [move for move in legal_moves(scope_creep, state, seat) if move.kind == "sync"] == [Move("sync")]
    assert does(observe(scope_creep, state, seat), Move("sync")).endswith("what each of you knows.")
