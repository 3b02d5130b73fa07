"""What a look back says of a week: how far the result to expect moved, who moved it, and whether its answers did."""

from __future__ import annotations

from dataclasses import replace

from game.engine.model import Seat
from game.insight.review.choices import Decision, Option, Value
from game.insight.review.split import Split, WeekSplit
from game.insight.review.whole import Review
from game.insight.words.debrief.answers import AnswerWords
from game.insight.words.debrief.came_from import SplitRow, split_rows
from game.insight.words.debrief.judged import ReviewWords
from game.insight.words.debrief.lookback import (
    dearest,
    dearest_beside,
    found_there,
    judged_there,
    largest_turn,
    week_in_all,
)
from tests.conftest import shipped


def answered(week: int, event: str, gap: float, grade: str) -> Decision:
    mine, best = Value(60.0 - gap, gap, 0.1, grade), Value(60.0, 0.0, 0.0, "best")
    return Decision(week, event, "mine", (Option("mine", mine, mine), Option("other", best, best)))


def reviewed(*decisions: Decision, answers: int = -60) -> tuple[Review, ReviewWords]:
    weeks = (WeekSplit(1, 10, 0, -30, 10), WeekSplit(2, -60, 2, 0, answers), WeekSplit(3, 0, 0, 0))
    found = Review(Seat.AM, decisions, (), (), Split(700, 0, weeks, 622))
    return found, ReviewWords((), "Joss", split_rows(found), (), (), (), ())


def test_the_furthest_turn_names_who_moved_it() -> None:
    week, said = largest_turn(*reviewed(answered(2, "asked", 5.5, "very costly")))
    assert week == 2
    assert said.endswith("The result to expect went from 68.0 to 62.2: your answers −6.0, Joss’s part +0.2.")


def test_where_the_answers_did_not_cost_it_the_moves_are_named() -> None:
    _week, said = largest_turn(*reviewed(answered(2, "asked", 0.4, "best"), answers=-5))
    assert said.endswith("your answers −0.5, your moves −5.5, Joss’s part +0.2.")


def test_a_week_in_which_nothing_moved_is_told_as_such() -> None:
    _found, words = reviewed()
    assert found_there(words, 3, "").text == "The result to expect stayed at 62.2."
    assert found_there(words, 1, "").text.endswith("70.0 to 68.0: your answers +1.0, luck −3.0.")


def test_the_dearest_come_first_and_the_good_not_at_all() -> None:
    given = [answered(1, "a", 2.5, "costly"), answered(2, "b", 0.0, "best"), answered(3, "c", 6.0, "very costly")]
    assert [each.event for each in dearest(given, 3)] == ["c", "a"]


def test_an_ending_says_of_its_causes_what_the_review_makes_of_them() -> None:
    scenario = shipped("first_monday")
    event = scenario.events[0].id
    found, _words = reviewed(answered(1, event, 0.0, "best"), answered(2, event, 2.5, "costly"))
    assert judged_there(found, 1, event, good=True) == "best, by the review"
    assert judged_there(found, 1, event, good=False) == "best all the same, by the review"
    assert judged_there(found, 2, event, good=False) == "costly, 2.5 below the best, by the review"
    assert judged_there(found, 2, event, good=True) == "costly, 2.5 below the best all the same, by the review"
    assert judged_there(found, 3, event, good=True) == ""
    assert "week 2, 2.5 points below the best" in dearest_beside(scenario, found, [(1, event)])
    assert dearest_beside(scenario, found, [(2, event)]) == ""  # the ending names it already
    found, _words = reviewed(answered(1, event, 4.0, "best"), answered(2, event, 2.5, "costly"))
    assert "week 2, 2.5 points below the best" in dearest_beside(scenario, found, [])  # 4.0 within the noise are none


def test_the_moment_that_was_marked_is_answered_first_and_then_its_week() -> None:
    given = (answered(1, "asked", 0.0, "best"), answered(2, "asked", 2.5, "costly"))
    _found, words = reviewed(*given)
    told = tuple(
        [AnswerWords(d.week, d.event, "“The queue”", d.grade, "plain", f"Answer {d.week}.", d.grade) for d in given]
    )
    words = replace(words, answers=told)
    assert found_there(words, 1, "").text.endswith("luck −3.0. Its answers: “The queue” was best.")
    marked = found_there(words, 2, "asked")
    assert marked.grade == "costly"
    assert (
        marked.text == "Answer 2. Week 2 in all, compared with sensible play, and as things really were: "
        "your answers −6.0, Joss’s part +0.2."
    )


def test_a_costly_answer_that_gained_on_sensible_play_says_that_this_would_have_done_no_better() -> None:
    """“Very costly” and then “your answers +0.4” are held against two things, and read as one contradiction."""
    row = SplitRow("Week 10", "+0.4", "+0.3", "", "−1.4", "46.3")
    said = week_in_all("Joss", row, "very costly")
    assert "your answers +0.4 (sensible play would have done no better here), your moves +0.3" in said
    assert "no better" not in week_in_all("Joss", row, "fair")
    assert "no better" not in week_in_all("Joss", replace(row, answers="−0.4"), "very costly")
