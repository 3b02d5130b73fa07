"""Why a number ended where it did, summing by construction, and what a decision did under the same luck."""

from __future__ import annotations

import pytest

from game.engine.model import KPIS, Seat
from game.engine.play import Play
from game.insight.review.why import root, undone, waterfall
from game.insight.simulate import bots_for, run
from tests.conftest import SHIPPED, shipped


def played(name: str, seat: Seat, bot: str, seed: int = 1) -> Play:
    scenario = shipped(name)
    return run(scenario, seed, seat, bots_for(scenario, seat, bot))


@pytest.mark.parametrize("name", SHIPPED)
def test_a_waterfall_ends_where_the_scorecard_does(name: str) -> None:
    play = played(name, Seat.PM, "random")
    for kpi in (*KPIS[Seat.AM], *KPIS[Seat.PM]):
        found = waterfall(play, kpi)
        if found is not None:
            assert found.start + sum(step.amount for step in found.steps) == found.end


@pytest.mark.parametrize("seat", Seat)
def test_the_weeks_of_a_waterfall_follow_one_another(seat: Seat) -> None:
    play = played("scope_creep", seat, "random")
    for kpi in (*KPIS[Seat.AM], *KPIS[Seat.PM]):
        every = waterfall(play, kpi)
        weeks = [waterfall(play, kpi, week) for week in range(1, len(play.weeks) + 1)]
        lived = [each for each in weeks if each is not None]
        assert every is not None
        assert [step for each in lived for step in each.steps] == list(every.steps)
        assert [each.start for each in lived[1:]] == [each.end for each in lived[:-1]]
        assert (lived[0].start, lived[-1].end) == (every.start, every.end)


def test_what_people_lived_through_is_told_by_what_it_was() -> None:
    """“What they lived through” names nobody: the answers and moves of the week do."""
    play = played("demanding_client", Seat.AM, "random")
    found = waterfall(play, "satisfaction")
    assert found is not None
    causes = [step.cause for step in found.steps]
    assert "law:experience" not in causes
    assert any(cause.startswith("choice:") for cause in causes)
    assert any(cause.startswith("move:") for cause in causes)


def test_every_line_of_the_ledger_leads_to_the_last_state() -> None:
    play = played("scope_creep", Seat.AM, "careless")
    values = play.states[0].values.copy()
    for lived in play.weeks:
        for _week, quantity, _cause, grains in lived.changes:
            values[quantity] += grains
    assert values == play.state.values


def test_a_late_consequence_goes_back_to_its_choice() -> None:
    assert root("later:wishlist/absorb@2") == root("choice:wishlist/absorb") == "choice:wishlist/absorb"
    assert root("law:overtime") == "law:overtime"


def test_a_decision_that_is_not_changed_did_nothing() -> None:
    """Playing the taken option again comes out as the play did, week by week."""
    for seat in Seat:
        play = played("first_monday", seat, "careless")
        mine = play.weeks[0].decisions.pm if seat is Seat.PM else play.weeks[0].decisions.am
        answer = mine.answers[0]
        same = undone(play, seat, 1, answer.event, "/".join(answer.path))
        assert [lived.digest for lived in same.other.weeks] == [lived.digest for lived in play.weeks]
        assert same.score == 0.0
        assert all(one == other for _name, one, other in same.kpis)


def test_another_answer_comes_out_otherwise_under_the_same_luck() -> None:
    play = played("first_monday", Seat.AM, "careless")
    answer = play.weeks[0].decisions.am.answers[0]
    event = play.scenario.events[play.scenario.event_index[answer.event]]
    other = next(c.id for c in event.question.choices if c.id not in answer.path and c.scene is None)
    found = undone(play, Seat.AM, 1, answer.event, other)
    assert found.other.luck.seed == play.luck.seed
    assert found.other.state.digest() != play.state.digest()
    assert found.other.outcome is not None
