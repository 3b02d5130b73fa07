"""What carried a number from first to last: causes that add up, named by what they are and not by how they are kept."""

from __future__ import annotations

import re

import pytest

from game.engine.model import KPIS, Seat
from game.insight.review.why import waterfall
from game.insight.simulate import bots_for, run
from game.insight.words.cards import card
from game.insight.words.debrief.carried import carried, carried_kpi
from tests.conftest import shipped


@pytest.mark.parametrize("seat", Seat)
def test_the_causes_of_a_number_add_up_as_they_are_shown(seat: Seat) -> None:
    """To the tenth, from the first value to the last, and a cause's weeks to the cause."""
    scenario = shipped("first_monday")
    play = run(scenario, 2, seat, bots_for(scenario, seat, "random"))
    found = carried(play, seat)
    assert {each.name for each in found} <= {name for seats in KPIS.values() for name in seats}
    for each in found:
        assert 0.0 <= each.start <= 100.0
        assert 0.0 <= each.end <= 100.0
        assert tenths(each.start) + sum(tenths(cause.amount) for cause in each.causes) == tenths(each.end)
        for cause in each.causes:
            weeks = [
                float(part.replace("−", "-")) for part in re.findall(r"([+−][\d.]+) in (?:week|other)", cause.when)
            ]
            assert not weeks or sum(map(tenths, weeks)) == tenths(cause.amount)


def tenths(points: float) -> int:
    return round(10 * points)


def test_a_single_other_week_is_named_and_not_called_other_weeks() -> None:
    scenario = shipped("first_monday")
    told: list[str] = []
    for seed in range(1, 5):
        play = run(scenario, seed, Seat.AM, bots_for(scenario, Seat.AM, "random"))
        told += [cause.when for each in carried(play, Seat.AM) for cause in each.causes]
    assert any("in week 1" in when and "in week 2" in when and "in week 3" in when for when in told)
    assert not [when for when in told if "other weeks" in when]  # of three there are never two more


def test_what_only_the_count_of_a_number_moves_is_called_by_what_it_means() -> None:
    """Nobody's pay puts a team to work, and no week as such makes a risk smaller."""
    scenario = shipped("resource_crunch")
    play = run(scenario, 4, Seat.PM, bots_for(scenario, Seat.PM, "careless"))
    told = {each.name: [cause.text for cause in each.causes] for each in carried(play, Seat.PM)}
    assert "Risks whose weeks went by" in told["risk"]
    assert not [text for texts in told.values() for text in texts if text.endswith("’s pay") or text == "A new week"]


def test_a_number_that_a_week_first_gave_a_value_begins_after_it() -> None:
    """Before anybody has worked nobody was idle or busy: the scorecard has a dash there, and no hundred points."""
    scenario = shipped("scope_creep")
    play = run(scenario, 3, Seat.PM, bots_for(scenario, Seat.PM, "balanced"))
    found = next(each for each in carried(play, Seat.PM) if each.name == "utilisation")
    row = next(row for row in card(play, Seat.PM, Seat.PM, 1).rows if row.name == "utilisation")
    assert found.begun == "After week 1"
    assert row.points is not None
    assert abs(found.start - row.points) < 0.1
    assert next(row for row in card(play, Seat.PM, Seat.PM, 0).rows if row.name == "utilisation").points is None


def test_what_a_law_only_passes_on_goes_back_to_who_did_it() -> None:
    """Satisfaction moves by what people lived through, renewals through their trust: somebody did that to them."""
    told: dict[str, list[str]] = {}
    for seed in range(1, 9):
        scenario = shipped("first_monday")
        play = run(scenario, seed, Seat.AM, bots_for(scenario, Seat.AM, "random"))
        for each in carried(play, Seat.AM):
            told.setdefault(each.name, []).extend([cause.text for cause in each.causes])
    assert "“Say yes. It is only a ribbon”" in told["satisfaction"]
    assert "You pitched “A tablet for each counter” to Pell Street Bakery" in told["upsell"]
    assert any(text.startswith("Idris’s “") for text in told["satisfaction"])
    passed_on = ("What they lived through", "Their answer", "Through ", "Where things stand", "They ")
    said = [text for texts in told.values() for text in texts if text != "They left"]  # and took what was on offer
    assert not [text for text in said if text.startswith(passed_on)]


def test_what_somebody_paid_for_is_told_apart_from_the_pace_of_the_work() -> None:
    """A purchase of thousands must not hide in a forecast that was worked out anew."""
    scenario = shipped("scope_creep")
    play = run(scenario, 54, Seat.PM, bots_for(scenario, Seat.PM, "random"))
    budget = next(each for each in carried(play, Seat.PM) if each.name == "budget")
    hired = next(cause for cause in budget.causes if "freelancer" in cause.text)
    assert hired.amount < -10.0
    assert "week" in hired.when


def test_a_budget_that_was_cut_is_no_dearer_work() -> None:
    """Nor is what saved some in a week that cost more: in the week itself either has its due."""
    scenario = shipped("scope_creep")
    cut, saved = [], []
    for seed in range(1, 7):
        play = run(scenario, seed, Seat.PM, bots_for(scenario, Seat.PM, "random"))
        budget = waterfall(play, "budget", bounded=False)
        assert budget is not None
        cut += [step for step in budget.steps if step.cause == "choice:air/take_it_out"]
        saved += [step for step in budget.steps if step.cause.startswith("move:trade") and step.amount > 0]
    assert cut
    assert all((step.amount < -5_000, step.quantity) == (True, scenario.projects[0].budget) for step in cut)
    assert saved


def test_a_milestone_that_fell_is_shared_out_among_all_who_pushed() -> None:
    """The last straw alone did not break it: who added most of the work carries most of the loss."""
    scenario = shipped("scope_creep")
    shared = 0
    for seed in range(1, 9):
        play = run(scenario, seed, Seat.PM, bots_for(scenario, Seat.PM, "people-pleaser"))
        found = waterfall(play, "on_time")
        assert found is not None
        fell = {step.cause: step.amount for step in found.steps if step.week == 2 and step.amount < 0}
        everything = next((cause for cause in fell if cause.startswith("choice:eleven/")), "")
        if everything:
            shared += len(fell) > 1
            assert fell[everything] == min(amount for cause, amount in fell.items() if not cause.startswith("law:"))
    assert shared > 3


def test_what_the_colleague_did_is_told_as_theirs_on_either_card() -> None:
    """At the ending the other card lies open as well; that does not make its reader the one who called."""
    scenario = shipped("scope_creep")
    play = run(scenario, 3, Seat.PM, bots_for(scenario, Seat.PM, "balanced"))
    name = scenario.people[scenario.rules(Seat.AM).person].name.split()[0]
    told: list[str] = []
    for kpi in KPIS[Seat.AM]:
        found = carried_kpi(play, Seat.PM, kpi, most=20)
        assert found is not None
        assert abs(sum(row.shown for row in found.rows) - found.change) < 0.01
        told += [row.text for row in found.rows]
    assert [text for text in told if text.startswith((f"{name} called", f"{name} visited", f"{name}’s “"))]
    assert not [text for text in told if text.startswith(("You called", "You visited", "You pitched"))]
