"""What luck was about: every row of it names what was drawn, how likely that was, and what went against it."""

from __future__ import annotations

import pytest

from game.engine.legality import questions
from game.engine.model import Seat
from game.engine.play import Play
from game.engine.state import Answer, Decisions, Move, SeatDecisions
from game.insight.simulate import bots_for, decide, run
from game.insight.words.debrief.luck import BEGUN, NAMELESS, about_luck, drawn
from tests.conftest import SHIPPED, shipped

PITCH = Move("pitch", "counter")


def pitched(seed: int) -> Play:
    """First Monday with boxes priced and a tablet pitched in week 2, both left to chance."""
    scenario = shipped("first_monday")
    play, bots = Play(scenario, seed, Seat.AM), bots_for(scenario, Seat.AM, "balanced")
    while play.outcome is None:
        lived = decide(play, bots)
        asked = [event.id for event in questions(scenario, play.state, Seat.AM)]
        if "gift_boxes" in asked:
            mine = SeatDecisions((Answer("gift_boxes", ("quote",)),), (PITCH,))
            lived = Decisions(mine, lived.pm)
        play.live(lived)
    return play


def status(play: Play, week: int) -> int:
    return play.states[week].values[play.scenario.offers[0].status]


@pytest.mark.parametrize(("became", "said"), [(2, "was taken"), (3, "was not taken")])
def test_an_offer_that_was_answered_is_what_luck_was_about(became: int, said: str) -> None:
    play = next(each for each in (pitched(seed) for seed in range(60)) if status(each, 2) == became)
    (answer,) = [each for each in drawn(play, Seat.AM, 2) if "tablet" in each.text]
    assert answer.good == (became == 2)
    assert f"“A tablet for each counter” {said} (5" in answer.text  # the chance the move named: some fifty percent
    forward, against = (about_luck(play, Seat.AM, 2, part) for part in ((10, -10) if became == 2 else (-10, 10)))
    assert "tablet" in forward.partition("against that")[0]
    assert "tablet" in against.partition("against that")[2]


def test_an_answer_left_to_chance_is_told_with_whose_it_was() -> None:
    play = pitched(1)
    mine, theirs = (next(d.text for d in drawn(play, seat, 2) if "boxes" in d.text) for seat in (Seat.AM, Seat.PM))
    assert mine.startswith("your “Price the boxes")
    assert theirs.startswith("Nora’s “Price the boxes")
    assert "(5" in mine


def test_a_contract_is_told_with_the_chance_that_stood_on_the_monday() -> None:
    play = pitched(1)
    chance = play.states[2].values[play.scenario.accounts[0].renewal_chance] / 10_000
    (signed,) = [each for each in drawn(play, Seat.PM, 3) if "sign" in each.text]
    assert f"({100 * chance:.0f}" in signed.text


def test_where_nothing_was_drawn_there_is_nothing_to_explain() -> None:
    play = pitched(1)
    assert about_luck(play, Seat.AM, 1, 0) == ""
    assert about_luck(play, Seat.AM, 1, 1) == ""
    assert about_luck(play, Seat.AM, 1, -9) == f"{NAMELESS[:1].upper()}{NAMELESS[1:]}."
    assert about_luck(play, Seat.AM, 0, 0) == ""


def test_a_start_says_what_happened_to_be_true() -> None:
    """The largest luck of a play may be which of what could be true was."""
    play = pitched(1)
    holds = bool(play.states[0].values[play.scenario.truths[0].holds])
    way = "was true" if holds else "was not"
    assert about_luck(play, Seat.AM, 0, 3) == f"What could be true about the local paper (50\u00a0%) {way}."
    long = run(shipped("resource_crunch"), 3, Seat.PM, bots_for(shipped("resource_crunch"), Seat.PM, "random"))
    told = about_luck(long, Seat.PM, 0, -3)
    assert told.endswith(BEGUN)
    assert "the no-signal estimate (55\u00a0%)" in told
    assert "of what nobody could look into (45\u00a0%)" in told


@pytest.mark.parametrize("name", SHIPPED)
def test_every_draw_of_every_story_is_a_phrase(name: str) -> None:
    for seat, bot in ((Seat.AM, "people-pleaser"), (Seat.PM, "careless"), (Seat.BOTH, "random")):
        play = run(shipped(name), 7, seat, bots_for(shipped(name), seat, bot))
        told = [each.text for lived in play.weeks for each in drawn(play, seat, lived.week)]
        assert told
        assert [text for text in told if text.count("“") != text.count("”") or text.endswith(".")] == []


def test_where_nothing_else_was_drawn_it_is_which_events_came() -> None:
    told: list[str] = []
    for seed in range(1, 5):
        play = run(shipped("scope_creep"), seed, Seat.AM, bots_for(shipped("scope_creep"), Seat.AM, "balanced"))
        told += [about_luck(play, Seat.AM, each.week, 9) for each in play.weeks if not drawn(play, Seat.AM, each.week)]
    assert any(each.startswith("Of all that could have come, “") for each in told)
