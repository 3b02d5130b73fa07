"""What an open promise says of itself: what keeps it, and by when."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.engine.model import Promise, Scenario, Seat
from game.engine.play import Play
from game.engine.state import State
from game.engine.view import observe
from game.insight.words.goals import goals
from game.insight.words.kept import kept_when
from game.insight.words.promises import PromiseWords, promises, promises_in
from game.scenario.load import load_scenario

SCENARIOS = Path(__file__).parents[2] / "scenarios"
KEPT = {
    ("scope_creep", "go_live"): "Kept when Web shop is delivered by the end of week 9.",
    ("scope_creep", "board_shop"): "Kept when Storefront is 85 % done by the end of week 7.",
    ("scope_creep", "fjell_menu"): "Kept when an answer of yours sees to it by the end of week 5.",
    ("scope_creep", "no_surprises"): "Kept if no answer goes against it until the end of week 10.",
    ("first_monday", "no_sunday"): "Kept when Bo’s tiredness is less than 3 % at the end of week 3.",
    ("demanding_client", "intake_nine"): "Kept when Client intake is done by the end of week 9.",
    ("demanding_client", "nadia_stays"): (
        "Kept if Nadia is still here and no answer goes against it until the end of week 11."
    ),
    ("resource_crunch", "merrow_first"): (
        "Kept when Merrow driver app is delivered or Tomasz works on Merrow driver app at the end of week 6."
    ),
}


def shipped(name: str) -> Scenario:
    loaded = load_scenario(SCENARIOS / f"{name}.yaml")
    assert loaded.scenario is not None
    return loaded.scenario


def said(scenario: Scenario, promise: str, seat: Seat | None = None) -> str:
    found = next(each for each in scenario.promises if each.id == promise)
    view = observe(scenario, Play(scenario, 1, seat or found.by).state, seat or found.by)
    return kept_when(view, found).replace("\u00a0", " ")


@pytest.mark.parametrize(("story", "promise"), KEPT)
def test_a_promise_says_what_keeps_it_and_by_when(story: str, promise: str) -> None:
    assert said(shipped(story), promise) == KEPT[story, promise]


def test_every_promise_of_the_stories_says_what_keeps_it() -> None:
    for path in SCENARIOS.glob("*.yaml"):
        scenario = shipped(path.stem)
        assert all(said(scenario, each.id).startswith("Kept ") for each in scenario.promises)


def test_a_promise_of_the_colleague_is_kept_by_the_colleague() -> None:
    assert said(shipped("scope_creep"), "fjell_menu", Seat.PM) == "Kept when Mara sees to it by the end of week 5."


def test_a_promise_expected_in_the_week_it_is_due_says_how_many_days_it_has_to_spare() -> None:
    scenario = shipped("scope_creep")
    told = {}
    for tenths in (78, 84, 88, 90, 92, 990):
        play = Play(scenario, 1, Seat.PM)
        play.state.values[scenario.projects[0].forecast] = tenths
        told[tenths] = promises(play, Seat.PM)[0].estimate.replace("\u00a0", " ")
    assert told == {
        78: "Fits: week 8",
        84: "Fits by three days: Tuesday of week 9",
        88: "Fits by one day: Thursday of week 9",
        90: "Just fits: Friday of week 9",
        92: "Now week 10, by Friday’s estimate",
        990: "No date in sight, by Friday’s estimate",
    }


def test_what_is_only_foreseen_is_amber_in_a_goal_and_in_a_promise_and_red_is_for_what_is_over() -> None:
    scenario = shipped("scope_creep")
    play = Play(scenario, 1, Seat.PM)
    project, values = scenario.projects[0], play.state.values
    for tenths in (92, 140):  # a week late, and much more than that
        values[project.forecast] = tenths
        goal, promise = goals(play, Seat.PM)[0], promises(play, Seat.PM)[0]
        assert (goal.tone, goal.icon) == (promise.tone, promise.icon) == ("warn", "triangle-alert")
    values[scenario.week] = 11
    assert (goals(play, Seat.PM)[0].word, goals(play, Seat.PM)[0].tone) == ("Missed", "bad")


def test_what_the_other_side_said_before_anybody_talked_is_the_first_plan() -> None:
    play = Play(shipped("scope_creep"), 1, Seat.AM)
    play.state.values[play.scenario.week] = 3
    assert promises(play, Seat.AM)[0].estimate.startswith("By the first plan: week")
    play.state.known_am = (2, play.state.known_am[1])
    assert promises(play, Seat.AM)[0].estimate.endswith(", last week")


def test_the_list_of_open_promises_says_it_with_the_week_that_was_agreed_last() -> None:
    play = Play(shipped("scope_creep"), 1, Seat.PM)
    live = next(each for each in play.scenario.promises if each.id == "go_live")
    play.state.values[live.due_week] = 11
    assert promises(play, Seat.PM)[0].keeps.endswith("by the end of week\u00a011.")


def test_a_promise_not_to_do_something_holds_until_it_is_done_and_then_no_more() -> None:
    shop = shipped("scope_creep")
    state = Play(shop, 1, Seat.AM).state
    promise = next(each for each in shop.promises if each.id == "no_surprises")
    state.values[promise.status], state.values[promise.due_week] = 1, promise.due
    for week in (3, 10):  # in the very week it is due as well
        state.values[shop.week] = week
        assert estimate(shop, state, promise) == "Holding so far"
    state.values[shop.quantity_index["surprise_bill"]] = 1
    state.values[shop.week] = 4
    assert estimate(shop, state, promise) == "Not any more, as things stand"
    assert words(shop, state, promise).tone == "bad"


def estimate(scenario: Scenario, state: State, promise: Promise) -> str:
    return words(scenario, state, promise).estimate


def words(scenario: Scenario, state: State, promise: Promise) -> PromiseWords:
    found = promises_in(observe(scenario, state, Seat.AM))
    return next(each for each in found if scenario.promises[each.index] is promise)
