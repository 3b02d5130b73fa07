"""The inspector's tables: numbers with ledgers that add up, locked choices with their false part, the luck."""

from __future__ import annotations

import functools

import pytest

from game.engine.legality import unlocked
from game.engine.model import Scenario, Seat
from game.engine.play import Play
from game.insight.chances import laws, options, risks, starts, truths
from game.insight.inspection import groups, ledger_of
from game.insight.simulate import bots_for, run
from game.insight.spelled import failing, figure, readings, spelled
from tests.conftest import shipped


@functools.cache
def played() -> Play:
    scenario = shipped("scope_creep")
    return run(scenario, 7, Seat.PM, bots_for(scenario, Seat.PM, "random"))


def test_every_number_stands_in_one_group_and_only_there() -> None:
    names = [figure.name for group in groups(played(), 5) for figure in group.figures]
    assert sorted(names) == sorted(rule.name for rule in played().scenario.quantities)


def test_a_search_finds_numbers_by_name_or_by_whose_they_are() -> None:
    found = groups(played(), 5, "leo.mor")
    assert [figure.name for group in found for figure in group.figures] == ["leo.morale"]
    assert {group.key for group in groups(played(), 5, "Gareth Pike")} == {"gareth"}


def test_a_ledger_adds_up_to_what_the_number_stands_at() -> None:
    play, week = played(), 6
    for group in groups(play, week):
        for each in group.figures:
            assert ledger_of(play, each.index, week)[-1].after == each.now, each.name


def test_the_lines_of_a_ledger_name_their_cause_as_the_file_does() -> None:
    play = played()
    index = play.scenario.quantity_index["dana.experience"]
    causes = [entry.cause for entry in ledger_of(play, index, len(play.states))]
    taken = [f"choice:{a.event}/{a.path[0]}" for lived in play.weeks for a in lived.decisions.pm.answers if a.path]
    assert set(causes) & set(taken)


def test_choices_are_open_or_locked_as_the_rules_have_it() -> None:
    scenario = shipped("upsell_opportunity")
    play = run(scenario, 3, Seat.AM, bots_for(scenario, Seat.AM, "random"))
    locked = []
    for week in range(1, len(play.states)):
        told = {option.path: option for option in options(play, week)}
        for index in play.states[week - 1].inbox:
            event = scenario.events[index]
            ways = unlocked(event.question, play.states[week - 1].values)
            assert [told[f"{event.id}/{c.id}"].open for c in event.question.choices] == [
                choice in ways for choice in event.question.choices
            ]
        locked += [option for option in told.values() if not option.open]
    assert [option.why for option in locked if option.path == "hundred_days/hall_one"] == [
        "`not sold_full` does not hold: sold_full is yes."
    ]


def test_what_an_open_result_will_be_is_what_it_was() -> None:
    play = played()
    for week, lived in enumerate(play.weeks, 1):
        told = {option.path: option for option in options(play, week)}
        for answer in lived.decisions.pm.answers:
            option = told["/".join((answer.event, *answer.path[:1]))]
            event = play.scenario.events[play.scenario.event_index[answer.event]]
            choice = next(c for c in event.question.choices if c.id == answer.path[0])
            assert bool(option.result) == (choice.outcome.branch is not None)


def test_truths_starts_risks_and_laws_tell_what_luck_decided(scope_creep: Scenario) -> None:
    play, week = played(), 4
    values = play.states[week - 1].values
    for truth, told in zip(scope_creep.truths, truths(play, week), strict=True):
        assert told.holds == (values[truth.holds] == 1)
        assert truth.tells in told.detail
    assert [draw.what for draw in starts(play)] == [scope_creep.quantities[i].name for i in scope_creep.tables.drawn]
    assert len(risks(play, week)) == len(scope_creep.risks)
    assert any(draw.what == "leo leaves" for draw in laws(play, week))


@pytest.mark.parametrize(
    ("unit", "number", "text"),
    [("share", 0.625, "62.5%"), ("money", 12_000.0, "12_000"), ("flag", 1.0, "yes"), ("points", 38.25, "38.25")],
)
def test_numbers_are_written_as_a_file_has_them(unit: str, number: float, text: str) -> None:
    assert figure(unit, number) == text


def test_every_condition_of_the_shipped_stories_is_spelled_with_the_names_it_reads(scope_creep: Scenario) -> None:
    values = played().states[0].values
    for event in scope_creep.events:
        text = spelled(scope_creep, event.when)
        for name, _now in readings(scope_creep, event.when, values):
            assert name in text
        why = failing(scope_creep, event.when, values)
        assert bool(why) == (event.when.value(values) == 0.0)
