"""Looking for a play that gets somewhere: it is a real one, anybody can live it again, and a vain search says so."""

from __future__ import annotations

import functools
from itertools import islice

import pytest

from game.engine.model import Scenario, Seat
from game.engine.play import Play, replay
from game.insight.search import ENDING, EVENT, WEEK, Attempt, Goal, goal_of, hunt, possible, search
from game.scenario.load import load_text

STORY = """\
format: 1
title: A long way round
challenge: scope creep
weeks: 6
account: {client: Brightside, value: 180_000, renewal: week 6}
people:
  dana: {name: Dana Whitfield, side: client, influence: 3, trust: 60, satisfaction: 70}
  aisha: {name: Aisha Okafor, side: team, skill: development, rate: 640}
project: {budget: 120_000, due: week 6, tasks: {checkout: {work: 30 days, skill: development}}}
events:
  door:
    asks: pm
    weeks: 1
    priority: 8
    text: Five doors.
    choices:
      one: {text: One., skill: communication, stance: refuse}
      two: {text: Two., skill: communication, stance: refuse}
      three: {text: Three., skill: communication, stance: refuse}
      four: {text: Four., skill: communication, stance: refuse}
      right: {text: The right one., skill: communication, stance: conceal, sets: [knocked]}
  stairs:
    asks: pm
    when: knocked
    priority: 8
    text: Three stairs.
    choices:
      up: {text: Up., skill: communication, stance: conceal, follow: [roof]}
      down: {text: Down., skill: communication, stance: refuse}
      left: {text: Left., skill: communication, stance: refuse}
  roof:
    asks: pm
    priority: 8
    text: The roof.
    choices:
      look: {text: Look., skill: communication, stance: investigate}
      jump: {text: Leave., skill: communication, stance: refuse}
  never:
    asks: pm
    when: dana.trust >= 30 and not dana.trust >= 30
    text: Nobody ever asks this.
    choices:
      a: {text: A., skill: communication, stance: refuse}
      b: {text: B., skill: communication, stance: push}
endings:
  quiet: {title: Quiet, text: It was quiet., tone: mixed}
  high: {title: High, text: You saw the roof., tone: good, severity: 5, when: roof.look}
"""


@functools.cache
def story() -> Scenario:
    loaded = load_text(STORY, "long_way.yaml")
    assert loaded.scenario is not None, loaded.problems
    return loaded.scenario


def last(goal: Goal, seat: Seat = Seat.PM, most: int = 200) -> Attempt:
    return list(islice(search(story(), seat, goal), most))[-1]


def found(goal: Goal) -> Play:
    play = last(goal).found
    assert play is not None
    return play


def test_an_event_behind_two_choices_is_found_and_the_play_stands_at_its_opening() -> None:
    play = found(Goal(EVENT, "roof"))
    assert story().event_index["roof"] in play.state.inbox
    paths = [answer.path for lived in play.weeks for answer in lived.decisions.pm.answers]
    assert ("right",) in paths
    assert ("up",) in paths


def test_what_is_found_is_a_real_play_that_can_be_lived_again() -> None:
    play = found(Goal(ENDING, "high"))
    assert play.state.reached is not None
    assert play.state.reached.ending == "high"
    log = [(lived.decisions, lived.digest) for lived in play.weeks]
    again = replay(story(), play.seed, play.seat, play.difficulty, log)
    assert (again.differs_in, again.play.state.digest()) == (0, play.state.digest())


def test_a_week_is_its_opening() -> None:
    play = found(Goal(WEEK, "", 4))
    assert (play.week, play.state.reached) == (4, None)


def test_bending_finds_what_chance_would_take_long_for() -> None:
    assert last(Goal(EVENT, "roof")).plays <= 12


def test_a_vain_search_goes_on_until_it_is_stopped_and_says_what_stood_in_the_way() -> None:
    attempt = last(Goal(EVENT, "never"), most=30)
    assert (attempt.plays, attempt.found) == (30, None)
    assert "does not hold" in attempt.obstacle


def test_the_same_search_finds_the_same_play() -> None:
    assert last(Goal(EVENT, "roof")).seed == last(Goal(EVENT, "roof")).seed
    assert found(Goal(EVENT, "roof")).state.digest() == found(Goal(EVENT, "roof")).state.digest()


def test_several_seats_are_tried_in_turn() -> None:
    attempts = list(islice(hunt(story(), (Seat.AM, Seat.PM), Goal(EVENT, "never")), 4))
    assert [attempt.plays for attempt in attempts] == [1, 2, 3, 4]
    assert [attempt.seed for attempt in attempts] == [1, 1, 1, 1]


@pytest.mark.parametrize(
    ("text", "goal"),
    [
        ("roof", Goal(EVENT, "roof")),
        ("high", Goal(ENDING, "high")),
        ("week:3", Goal(WEEK, "", 3)),
        ("week:7", None),
        ("week:0", None),
        ("cellar", None),
    ],
)
def test_a_place_is_an_event_an_ending_or_a_week_of_the_play(text: str, goal: Goal | None) -> None:
    assert goal_of(story(), text) == goal


def test_an_event_of_another_seat_is_no_place_to_come_to(scope_creep: Scenario) -> None:
    only_both = next(event for event in scope_creep.events if event.plays == 4)
    assert not possible(scope_creep, Goal(EVENT, only_both.id), Seat.PM)
    assert possible(scope_creep, Goal(EVENT, only_both.id), Seat.BOTH)
