"""What a recap tells of somebody is what happened to them: the promise they had, the larger of two moods."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.engine.model import NONE, Scenario, Seat
from game.engine.play import Play
from game.engine.state import Answer, Decisions, Move, SeatDecisions
from game.engine.view import observe
from game.insight.simulate import bots_for, run
from game.insight.words.beats import _of_largest, beats
from game.insight.words.causes import cause_words
from game.insight.words.largest import Largest
from game.insight.words.ledger import explain
from game.insight.words.lived import Week
from game.insight.words.moved import KpiMoved
from game.insight.words.recap import recap
from game.insight.words.sentences import Spoken, line
from game.insight.words.topic import Situation, on_topic
from game.insight.words.traces import CALLED_COOLLY
from game.insight.words.whys import _telling_rows
from tests.conftest import shipped


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    return shipped("scope_creep")


def test_a_promise_kept_by_its_first_date_is_told_as_that_whatever_was_asked_in_that_week(scenario: Scenario) -> None:
    play = Play(scenario, 1, Seat.BOTH)
    promise = next(each for each in scenario.promises if each.id == "go_live")
    play.state.values[promise.due_week] = 1
    play.state.values[scenario.projects[0].delivered] = 1
    play.live(Decisions(am=SeatDecisions((), (Move("renegotiate", "go_live"),))))
    assert "kept" in [beat.kind for beat in beats(play, 1, Seat.BOTH)]
    assert recap(play, 1, Seat.BOTH).moves == (
        "You asked for more time on “The shop live by week 9”. It was not needed: Dana has it.",
    )


def test_a_line_about_the_churn_risk_says_it_of_the_client_whose_number_opens(scenario: Scenario) -> None:
    play = run(scenario, 1, Seat.AM, bots_for(scenario, Seat.AM, "balanced"))
    account = scenario.accounts[0]
    lived, told = Week(play, 6, Seat.AM), KpiMoved("churn", "Churn risk", "27 %", "24 %", 60.0, 65.0, 2.0)
    beat = _of_largest(lived, Largest(told, account.churn_risk, account.name))
    text = line(lived, beat, Spoken([], [])).sentence.replace("\u00a0", " ")
    now = lived.value(account.churn_risk)
    assert text.startswith(f"{account.name} is {100.0 * now:.0f} % likely to go within a year")


def test_that_a_small_client_left_is_greater_news_than_a_load(scenario: Scenario) -> None:
    play = Play(scenario, 1, Seat.BOTH)
    for _week in range(3):
        play.live(Decisions())
    lived = Week(play, 3, Seat.BOTH)
    load = KpiMoved("utilisation", "Utilisation", "90 %", "82 %", 40.0, 80.0, 6.0)
    ways = [Situation("load_better", 18.5, {}), Situation("left", 34.0, {"name": "Fjell Coffee"})]
    told = on_topic(lived, Largest(load, scenario.projects[0].utilisation, "Web shop"), ways)
    assert max(told, key=lambda way: way.weight).kind == "left"


def test_a_kept_promise_does_not_hide_that_somebody_is_much_less_content(scenario: Scenario) -> None:
    """Nor does the call of that week read as a friendly one."""
    play = Play(scenario, 1, Seat.BOTH)
    promise = next(each for each in scenario.promises if each.id == "go_live")
    dana = scenario.people[promise.to]
    play.state.values[promise.due_week] = 1
    play.state.values[scenario.projects[0].delivered] = 1
    play.state.values[dana.experience] = -12 * scenario.quantities[dana.experience].per_unit
    for truth in scenario.truths:  # of which there is nothing left to hear
        play.state.values[truth.known_am] = play.state.values[truth.known_pm] = 1
    play.live(Decisions(am=SeatDecisions((), (Move("call", dana.id),))))
    told = recap(play, 1, Seat.BOTH)
    row = next(each for each in told.lines if each.person == promise.to)
    assert "The shop live by week 9" in row.sentence
    assert row.sentence.endswith("Satisfaction fell all the same.")
    assert (row.label, row.delta[:1], row.tone) == ("Satisfaction", "−", "bad")
    assert told.moves[0].removeprefix("You called Dana. ") in [each.replace("[They]", "She") for each in CALLED_COOLLY]


def test_as_many_causes_are_named_as_leave_a_rest_that_is_not_the_largest(scenario: Scenario) -> None:
    named = []
    for seed in range(1, 6):
        play = run(scenario, seed, Seat.PM, bots_for(scenario, Seat.PM, "random"))
        for lived in play.weeks:
            found = explain(play, lived.week, scenario.projects[0].forecast_cost, Seat.PM)
            rows = [] if found is None else _telling_rows(found)
            if found is not None and rows:
                rest = sum(row.shown for row in found.read if row not in rows)
                named.append(len(rows))
                assert len(rows) == 3 or abs(rest) <= max(abs(row.shown) for row in rows)
    assert max(named) == 3


def test_a_line_the_author_wrote_has_no_number_that_something_else_moved_more(scenario: Scenario) -> None:
    """“The study says that…” had Gareth’s trust +10.1 beside it, of which the study was +1.2."""
    told = [0, 0]
    for seed in range(1, 7):
        play = run(scenario, seed, Seat.BOTH, bots_for(scenario, Seat.BOTH, "balanced"))
        for lived in play.weeks:
            week = Week(play, lived.week, Seat.BOTH)
            for beat in beats(play, lived.week, Seat.BOTH):
                if beat.kind == "tells" and beat.cause is not None:
                    told[beat.quantity != NONE] += 1
                    most = week.cause(beat.quantity, beat.change) if beat.quantity != NONE else None
                    assert most is None or most.key == beat.cause.key
    assert min(told) > 0


def test_that_the_team_was_left_alone_is_told_of_the_move_and_not_of_everybody_who_sat_down(scenario: Scenario) -> None:
    """An answer may have taken somebody for a coffee in that very week."""
    told = cause_words(observe(scenario, Play(scenario, 1, Seat.PM).state, Seat.PM), "law:nobody_asked")
    assert told.text == "No Talk move for weeks"


def test_who_came_with_a_matter_of_their_own_does_not_wonder_why_nobody_rang(scenario: Scenario) -> None:
    gareth = next(each for each in scenario.people if each.id == "gareth")
    event = next(each for each in scenario.events if each.question.who == scenario.people.index(gareth))
    told = {}
    for answers in ((), (Answer(event.id, ()),)):
        play = Play(scenario, 1, Seat.BOTH)
        for truth in scenario.truths:
            play.state.values[truth.known_am] = play.state.values[truth.known_pm] = 1
        play.state.values[gareth.silence] = 5 * scenario.quantities[gareth.silence].per_unit
        play.live(Decisions(am=SeatDecisions((), (Move("call", "gareth"),))))
        play.weeks[0] = replace(
            play.weeks[0], decisions=Decisions(am=SeatDecisions(answers, (Move("call", "gareth"),)))
        )
        told[answers] = recap(play, 1, Seat.BOTH).moves[0]
    said = list(told.values())
    assert said[0].startswith("You called Gareth, after five weeks.")
    assert said[1].startswith("You called Gareth. ")


def test_calls_of_a_play_say_the_same_only_once_all_others_were_said(scenario: Scenario) -> None:
    play = Play(scenario, 1, Seat.BOTH)
    said = []
    for truth in scenario.truths:
        play.state.values[truth.known_am] = play.state.values[truth.known_pm] = 1
    for week in range(1, 8):
        play.live(Decisions(am=SeatDecisions((), (Move("call", "gareth"),))))
        said.append(recap(play, week, Seat.BOTH).moves[0])
    assert len(set(said[1:])) == 6
