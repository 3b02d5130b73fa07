"""The one ask of a sync binds an AI colleague for a week, if they like you enough."""

import pytest

from game.engine.model import Scenario, Seat
from game.engine.play import Play
from game.engine.state import Decisions, Move, SeatDecisions
from game.insight.simulate import bots_for, decide


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
