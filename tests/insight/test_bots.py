"""The bots of the balance run: each keeps to its habit, and none knows more than a player could."""

from __future__ import annotations

from random import Random

import pytest

from game.engine.legality import check, legal, seats_of
from game.engine.model import Scenario, Seat
from game.engine.play import Play
from game.engine.state import SeatDecisions
from game.insight.bots import Used, choose, count_used
from game.insight.lookahead import as_decisions, decide_as, imagined, ways_now, with_way
from game.insight.simulate import bots_for, decide, run
from game.insight.ways import path_of, written_choices
from tests.conformance.test_shipped_scenarios import scenario_of


@pytest.fixture(scope="module")
def monday() -> Scenario:
    return scenario_of("first_monday")


def test_the_least_used_bot_tries_every_choice_in_turn(monday: Scenario) -> None:
    used: Used = {}
    for seed in range(1, 4):
        run(monday, seed, Seat.AM, bots_for(monday, Seat.AM, "least-used"), used=used)
    taken = {path: used.get(f"the_queue/{path}", 0) for path, _choice in written_choices(monday.events[0])}
    assert taken == {"promise": 1, "range": 1, "ask_first": 1}


def test_choosing_reads_the_counts_and_changes_none(monday: Scenario) -> None:
    state = Play(monday, 1, Seat.PM).state
    used: Used = {"start_now/start": 3, "start_now/pair": 3}
    before = used.copy()
    decided = choose("least-used", monday, state, Seat.PM, Random(1), used)
    assert decided.answers[0].path == ("wait",)
    assert used == before
    count_used(used, decided)
    assert used["start_now/wait"] == 1


def test_each_greedy_bot_is_the_better_one_on_its_own_card() -> None:
    bot, other = "greedy-relationship", "greedy-delivery"
    creep = scenario_of("scope_creep")
    ends = {
        name: [run(creep, seed, Seat.BOTH, bots_for(creep, Seat.BOTH, name)) for seed in range(6)]
        for name in (bot, other)
    }
    standing = {name: [play.outcome.standing for play in plays if play.outcome] for name, plays in ends.items()}
    assert sum(s.relationship for s in standing[bot]) > sum(s.relationship for s in standing[other]) + 60
    assert sum(s.delivery for s in standing[other]) > sum(s.delivery for s in standing[bot]) + 60


def test_looking_ahead_gives_the_same_answer_whatever_cannot_be_known() -> None:
    """A truth that nobody told the seat, rework nobody found and the colleague's own numbers change nothing."""
    creep = scenario_of("scope_creep")
    play = Play(creep, 4, Seat.AM)
    for _ in range(3):
        play.live(decide(play, bots_for(creep, Seat.AM, "balanced")))
    other = play.state.copy()
    for truth in creep.truths:
        if not other.values[truth.known_am]:
            other.values[truth.holds] = 1 - other.values[truth.holds]
    for index, rule in enumerate(creep.quantities):
        if rule.seen_by == 2 and rule.kind == "team" and rule.unit == "points":
            other.values[index] = 0
    assert imagined(creep, play.state, Seat.AM, Random(1)).values == imagined(creep, other, Seat.AM, Random(1)).values
    mine = decide_as("look-ahead", creep, play.state, Seat.AM, Random(7))
    assert mine == decide_as("look-ahead", creep, other, Seat.AM, Random(7))


def test_every_way_through_an_event_is_accepted_by_the_rules() -> None:
    """Also one that takes a move: the last move gives way."""
    creep = scenario_of("scope_creep")
    for seat in Seat:
        play = Play(creep, 2, seat)
        bots = bots_for(creep, seat, "balanced")
        while play.outcome is None:
            for event in legal(creep, play.state, seat).events:
                mine = choose("balanced", creep, play.state, seat, Random(1))
                ways = ways_now(creep, play.state, seat, mine, event.id)
                assert len({path_of(way) for way in ways}) == len(ways) >= 1
                for way in ways:
                    decided = with_way(creep, play.state, seat, mine, event.id, way)
                    assert sum(c.takes for c in way) + len(decided.moves) <= 3
                    _accepted(play, seat, decided)
            play.live(decide(play, bots))


def _accepted(play: Play, seat: Seat, decided: SeatDecisions) -> None:
    by_seat = {each: choose("balanced", play.scenario, play.state, each, Random(1)) for each in seats_of(play.state)}
    by_seat[seat] = decided
    check(play.scenario, play.state, as_decisions(by_seat))
