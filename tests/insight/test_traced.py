"""What a law only passes on goes back to what is behind it, and nothing is lost on the way."""

from __future__ import annotations

import re

import pytest

from game.engine.model import NONE, Seat
from game.engine.play import Play
from game.engine.state import Decisions, Move, SeatDecisions
from game.engine.view import observe
from game.insight.review.why import on_card
from game.insight.simulate import bots_for, decide, run
from game.insight.traced import traced
from game.insight.words.causes import cause_words
from game.insight.words.ending import ending, pointed_at
from tests.conftest import SHIPPED, shipped


@pytest.mark.parametrize("name", SHIPPED)
def test_the_shares_of_what_is_behind_a_line_sum_to_it(name: str) -> None:
    play = run(shipped(name), 5, Seat.BOTH, bots_for(shipped(name), Seat.BOTH, "random"))
    passed_on = 0
    felt = [person.satisfaction for person in play.scenario.people if person.satisfaction != NONE]
    for lived in play.weeks:
        for _week, quantity, cause, grains in lived.changes:
            found = traced(play, lived.week, cause, quantity, grains)
            assert sum(share for _cause, _quantity, share in found) == grains
            passed_on += found != [(cause, quantity, grains)]
            assert not [each for each in found if each[0] == "law:experience" and each[1] in felt]
    assert passed_on


def pitched_in_week(week: int, seed: int) -> Play:
    scenario = shipped("first_monday")
    play, bots = Play(scenario, seed, Seat.AM), bots_for(scenario, Seat.AM, "balanced")
    while play.outcome is None:
        lived = decide(play, bots)
        moves = (Move("pitch", "counter"),) if play.week == week else ()
        play.live(Decisions(SeatDecisions(lived.am.answers, moves), lived.pm))
    return play


def test_a_signature_on_an_offer_goes_back_to_the_move_that_pitched_it() -> None:
    """Whoever sold the thing finds the pitch among what moved their numbers most, with the week it was made in."""
    plays = [pitched_in_week(2, seed) for seed in range(40)]
    late = next(
        p
        for p in plays
        if p.states[2].values[p.scenario.offers[0].status] == 1 and p.state.values[p.scenario.offers[0].status] == 2
    )
    told = ending(late, Seat.AM)
    assert told is not None
    assert told.causes[0].text == "You pitched “A tablet for each counter” to Pell Street Bakery"
    assert (told.causes[0].week, told.causes[0].good) == (2, True)


def test_an_ending_names_the_mistakes_that_reached_the_client_where_they_cost_most() -> None:
    """Two answers of the colleague were named, and what cost more than either was not."""
    play = run(shipped("scope_creep"), 1, Seat.AM, bots_for(shipped("scope_creep"), Seat.AM, "careless"))
    told = ending(play, Seat.AM)
    assert told is not None
    broken = next(each for each in told.causes if each.text == "What they found broken")
    assert (broken.sub, broken.good) == ("each day of rework that reached them", False)


def test_an_ending_names_what_the_review_says_moved_the_numbers_most() -> None:
    """The causes of an ending and the steps of the numbers are one reckoning, by size, for better or worse."""
    play = run(shipped("scope_creep"), 7, Seat.PM, bots_for(shipped("scope_creep"), Seat.PM, "balanced"))
    sizes: dict[str, float] = {}
    for step, size in on_card(play, Seat.PM):
        sizes[step.cause] = sizes.get(step.cause, 0.0) + size
    told = ending(play, Seat.PM)
    assert told is not None
    view = observe(play.scenario, play.state, Seat.PM)
    named = {cause: cause_words(view, cause) for cause in sizes}
    large = sorted([cause for cause in sizes if pointed_at(named[cause])], key=lambda cause: -abs(sizes[cause]))[:3]
    said = [re.sub(r"^From week \d+[:,] ", "", named[cause].text) for cause in large]
    assert [each.text for each in told.causes] == said
    assert [each.good for each in told.causes] == [sizes[cause] > 0.0 for cause in large]
    assert told.tone == "good"
    assert not told.causes[0].good  # a good ending, and what moved it most was no help
