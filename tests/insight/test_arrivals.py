"""Why an event comes, and why another does not: the reason given is the engine's own."""

from __future__ import annotations

from game.engine.inbox import PLAYS_BIT, asker_gone
from game.engine.model import Scenario, Seat
from game.engine.play import Play
from game.insight.arrivals import (
    CALLED,
    CAME,
    CONDITION,
    DROPPED,
    EARLY,
    HERE,
    LATE,
    LUCK,
    QUIET,
    UNCALLED,
    WAITING,
    Arrival,
    arrivals,
    why_absent,
)
from game.insight.simulate import bots_for, decide, run
from game.scenario.load import load_text

STORY = """\
format: 1
title: Arrivals
challenge: scope creep
weeks: 6
account: {client: Brightside, value: 180_000, renewal: week 6}
people:
  dana: {name: Dana Whitfield, side: client, influence: 3, trust: 60, satisfaction: 70}
  aisha: {name: Aisha Okafor, side: team, skill: development, rate: 640}
project: {budget: 120_000, due: week 6, tasks: {checkout: {work: 30 days, skill: development}}}
events:
  first: {asks: pm, weeks: 1, priority: 5, text: One., choices: {
    call: {text: Call it., skill: communication, stance: push, follow: {event: called, in: 2 weeks}},
    again: {text: Again., skill: communication, stance: push, follow: {event: called, in: 2 weeks}}}}
  second: {asks: pm, weeks: 1 to 2, priority: 4, text: Two., choices: {
    a: {text: A., skill: communication, stance: push}, b: {text: B., skill: communication, stance: refuse}}}
  called: {asks: pm, text: Three., choices: {
    a: {text: A., skill: communication, stance: push}, b: {text: B., skill: communication, stance: refuse}}}
  late: {asks: pm, weeks: 5 to 6, text: Four., choices: {
    a: {text: A., skill: communication, stance: push}, b: {text: B., skill: communication, stance: refuse}}}
  never: {asks: pm, when: dana.trust >= 95, text: Five., choices: {
    a: {text: A., skill: communication, stance: push}, b: {text: B., skill: communication, stance: refuse}}}
  rare: {asks: pm, chance: 1%, text: Six., choices: {
    a: {text: A., skill: communication, stance: push}, b: {text: B., skill: communication, stance: refuse}}}
"""


def story() -> Scenario:
    loaded = load_text(STORY, "arrivals.yaml")
    assert loaded.scenario is not None, loaded.problems
    return loaded.scenario


def played(weeks: int) -> Play:
    scenario = story()
    play = Play(scenario, 3, Seat.PM)
    for _ in range(weeks):
        play.live(decide(play, bots_for(scenario, Seat.PM, "first")))
    return play


def at(play: Play, week: int, event: str) -> Arrival:
    return arrivals(play, week)[play.scenario.event_index[event]]


def test_each_event_says_how_it_stands_and_why() -> None:
    play = played(4)
    told = {(event, week): at(play, week, event) for event in ("first", "second", "called") for week in (1, 2, 3, 4)}
    assert told["first", 1].stands == HERE
    assert (told["first", 2].stands, told["first", 2].why) == (CAME, "It came in week 1.")
    assert told["second", 1].stands == WAITING
    assert told["second", 2].why == "It waited since week 1, and now had its turn."
    assert told["called", 1].stands == UNCALLED
    assert told["called", 2].stands == CALLED
    assert told["called", 2].why == "Called by `first/call@1` for week 3."
    assert told["called", 3].why.startswith("Called by `first/call@1`")


def test_what_does_not_come_names_its_weeks_its_false_part_or_its_luck() -> None:
    play = played(4)
    assert (at(play, 1, "late").stands, at(play, 1, "late").why) == (EARLY, "It cannot come before week 5.")
    never = at(play, 2, "never")
    assert never.stands == CONDITION
    assert never.why.startswith("`dana.trust >= 95` does not hold: dana.trust is ")
    rare = at(play, 2, "rare")
    assert rare.stands == LUCK
    assert "is not below its chance of 1\u00a0%" in rare.why
    assert why_absent(play, 2, never.event) == never.why
    assert why_absent(play, 1, at(play, 1, "first").event) == ""


def test_the_reasons_agree_with_the_engine_over_whole_plays(scope_creep: Scenario) -> None:
    for seat in Seat:
        play = run(scope_creep, 11, seat, bots_for(scope_creep, seat, "random"))
        for week in range(1, len(play.states) + 1):
            for told in arrivals(play, week):
                assert agrees(play, week, told), (week, scope_creep.events[told.event].id, told)


def agrees(play: Play, week: int, told: Arrival) -> bool:
    """Whether the engine's own rules say the same of an event."""
    event, state = play.scenario.events[told.event], play.states[week - 1]
    found = state.values.copy()  # conditions ask what was so before this week's events had been seen
    for index in state.inbox:
        seen = play.scenario.events[index].seen
        found[seen] = play.states[week - 2].values[seen] if week > 1 else 0
    if told.stands in (HERE, WAITING):
        return told.event in (*state.inbox, *dict(state.waiting))
    if told.event in state.inbox or told.event in dict(state.waiting):
        return False
    checks = {
        EARLY: week < event.first_week,
        LATE: week > event.last_week,
        CAME: state.values[event.seen] > 0,
        UNCALLED: event.follow_up and not any(due.event == told.event for due in state.due),
        CALLED: any(due.event == told.event for due in state.due),
        CONDITION: event.when.value(found) == 0.0,
        QUIET: event.builtin,
        DROPPED: told.event in dict(play.states[week - 2].waiting),
    }
    if told.stands == LUCK:
        assert event.chance is not None
        return play.luck.stream("event", event.id, week) >= event.chance.value(found)
    if told.stands in checks:
        return checks[told.stands]
    return not event.plays & PLAYS_BIT[play.seat] or asker_gone(play.scenario, event, state.values)
