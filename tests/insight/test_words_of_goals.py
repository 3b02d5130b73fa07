"""What a goal says of itself: in words of what it is about, and never against its own number."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.engine.model import Scenario, Seat
from game.engine.play import Play
from game.insight.simulate import bots_for, run
from game.insight.words.goals import goals, measured
from game.scenario.load import load_scenario

SCENARIOS = Path(__file__).parents[2] / "scenarios"


def _load(name: str) -> Scenario:
    loaded = load_scenario(SCENARIOS / f"{name}.yaml")
    assert loaded.scenario is not None
    return loaded.scenario


@pytest.fixture(scope="module")
def crunch() -> Scenario:
    return _load("resource_crunch")


def _detail(play: Play, seat: Seat, text: str) -> str:
    return next(goal.detail for goal in goals(play, seat) if goal.text.startswith(text))


def test_a_date_names_its_project_whether_or_not_it_is_delivered_yet(crunch: Scenario) -> None:
    play = Play(crunch, 3, Seat.PM)
    assert _detail(play, Seat.PM, "Merrow live").startswith("Merrow driver app: ")
    assert _detail(play, Seat.PM, "Merrow live").endswith("wanted by week\u00a07. As planned.")
    merrow = crunch.projects[0]
    play.state.values[merrow.delivered] = 6
    assert _detail(play, Seat.PM, "Merrow live") == (
        "Merrow driver app: delivered in week\u00a06, wanted by week\u00a07."
    )


def test_what_was_delivered_in_time_is_not_missed_by_an_old_forecast() -> None:
    scenario = _load("scope_creep")
    play = Play(scenario, 3, Seat.PM)
    project = scenario.projects[0]
    play.state.values[project.delivered] = project.due
    play.state.values[project.forecast] = 10 * project.due + 4
    assert goals(play, Seat.PM)[0].level == "good"


def test_a_cost_says_what_is_allowed_and_how_far_it_is_from_the_budget(crunch: Scenario) -> None:
    play = Play(crunch, 3, Seat.PM)
    merrow = crunch.projects[0]
    play.state.values[merrow.forecast_cost] = play.state.values[merrow.budget] + 1_200_000
    goal = goals(play, Seat.PM)[1]
    assert "€12,000 over" in goal.line
    assert "allowed" in goal.detail


def test_somebody_who_has_left_has_left(crunch: Scenario) -> None:
    play = Play(crunch, 3, Seat.PM)
    tomasz = next(p for p in crunch.people if p.id == "tomasz")
    assert _detail(play, Seat.PM, "Tomasz").startswith("Tomasz’s morale: ")
    play.state.values[tomasz.gone] = 1
    assert _detail(play, Seat.PM, "Tomasz") == "Tomasz has left."


def test_a_goal_that_the_lowest_of_several_decides_says_that_it_is_the_lowest(crunch: Scenario) -> None:
    """Somebody else could be under the mark next week, so that lifting this one alone is not enough."""
    shop = Play(_load("scope_creep"), 3, Seat.PM)
    leo = next(p for p in shop.scenario.people if p.id == "leo")
    shop.state.values[leo.morale] = 5_000
    assert goals(shop, Seat.PM)[2].line == "Watch it: Leo’s morale 50, the lowest of the team"
    assert goals(shop, Seat.PM)[2].detail == "Leo’s morale, the lowest of the team: 50, wanted at least 55."
    assert goals(shop, Seat.AM)[2].line == "On track: Rosa’s satisfaction 64, the lower of two"
    play = Play(crunch, 3, Seat.PM)
    fell = crunch.projects[1]
    play.state.values[fell.forecast_cost] = play.state.values[fell.budget] + 1_200_000
    assert goals(play, Seat.PM)[1].line.endswith("Fell reporting portal €12,000 over, the worse of two")
    assert goals(play, Seat.PM)[1].detail.startswith("Fell reporting portal, the worse of two: €")
    assert goals(play, Seat.PM)[2].line == "On track: Tomasz’s morale 67"


def test_a_goal_about_a_promise_tells_of_the_promise() -> None:
    play = Play(_load("first_monday"), 1, Seat.AM)
    named = "“Open for orders by the end of week 3”"
    goal = "No promise of yours"
    assert _detail(play, Seat.AM, goal) == f"None is given so far: {named} has not been promised."
    promise = next(each for each in play.scenario.promises if each.id == "saturday")
    for status, said in ((1, "is promised"), (4, "was broken")):
        play.state.values[promise.status] = status
        assert _detail(play, Seat.AM, goal) == f"{named} {said}."


@pytest.mark.parametrize("name", ["first_monday", "scope_creep", "resource_crunch", "upsell_opportunity"])
def test_at_the_end_nothing_is_an_estimate_any_more(name: str) -> None:
    scenario = _load(name)
    for seat in Seat:
        play = run(scenario, 5, seat, bots_for(scenario, seat, "balanced"))
        for goal in goals(play, seat):
            assert "stimate" not in goal.detail
            assert "this pace" not in goal.detail
            assert not goal.detail.startswith(goal.word)


def test_a_goal_past_having_says_what_part_of_it_is_left_and_then_what_it_came_to() -> None:
    scenario = _load("scope_creep")
    play = Play(scenario, 3, Seat.PM)
    project, values = scenario.projects[0], play.state.values
    stood = []
    for week in (9, 10, 11):
        values[scenario.week], values[project.forecast] = week, 10 * max(week, 10)
        stood.append(goals(play, Seat.PM)[0])
    assert [goal.word for goal in stood] == ["Watch it", "Only partly now", "Missed"]
    assert stood[1].detail.endswith(" Up to week\u00a010 counts in part.")
    values[project.delivered] = 10
    assert goals(play, Seat.PM)[0].line == "Partly met: week\u00a010"
    values[project.delivered] = 9
    assert goals(play, Seat.PM)[0].line == "Met: week\u00a09"


def test_a_cost_of_what_is_delivered_is_a_result_and_says_what_of_it_is_partly_met() -> None:
    """Nothing is left to watch but a late bill: the past tense and "Watch it" do not go together."""
    scenario = _load("scope_creep")
    play = Play(scenario, 3, Seat.PM)
    project, values = scenario.projects[0], play.state.values
    values[project.delivered] = 9
    stood = []
    for share in (100, 104, 106):
        values[project.forecast_cost] = values[project.budget] * share // 100
        stood.append(goals(play, Seat.PM)[1])
    assert [goal.word for goal in stood] == ["Met so far", "Partly met so far", "Missed so far"]
    limit = f"£{values[project.budget] * 1.05 / 100:,.0f}"
    assert stood[1].detail.endswith(f" was wanted. Up to {limit} counts in part.")
    assert not [goal for goal in stood if "in part" in goal.detail and goal is not stood[1]]


@pytest.mark.parametrize("name", ["demanding_client", "dependencies", "resource_crunch", "upsell_opportunity"])
def test_what_is_partly_met_says_where_that_begins(name: str) -> None:
    scenario = _load(name)
    for seed in range(1, 4):
        for seat in Seat:
            play = run(scenario, seed, seat, bots_for(scenario, seat, "careless"))
            for goal in goals(play, seat):
                assert (goal.word == "Partly met") == goal.detail.endswith(" counts in part.")


def test_a_goal_about_somebody_who_has_left_is_missed_and_not_at_risk(crunch: Scenario) -> None:
    play = Play(crunch, 3, Seat.PM)
    tomasz = next(person for person in crunch.people if person.id == "tomasz")
    play.state.values[tomasz.gone] = 1
    assert goals(play, Seat.PM)[2].word == "Missed"


def test_the_briefing_lists_what_is_measured_and_how_often_it_counts() -> None:
    scenario = load_scenario(SCENARIOS / "dependencies.yaml").scenario
    assert scenario is not None
    assert "Upsell ×3 (full points from £14,940), Revenue per account and Churn risk." in measured(scenario, Seat.AM)
    assert "Budget ×2" in measured(scenario, Seat.PM)
    assert all("besides the goals and on scales of their own:" in measured(scenario, seat) for seat in Seat)
    told = measured(scenario, Seat.BOTH)
    assert "Risk covered ×3" in told
    assert "Quality" not in told  # which counts once, like most
