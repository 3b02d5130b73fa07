"""What a recap tells of somebody is what happened to them: the promise they had, the larger of two moods."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.engine.model import Scenario, Seat
from game.engine.play import Play
from game.engine.state import Decisions, Move, SeatDecisions
from game.insight.words.beats import beats
from game.insight.words.recap import recap
from game.scenario.load import load_scenario

SCENARIOS = Path(__file__).parents[2] / "scenarios"


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    loaded = load_scenario(SCENARIOS / "scope_creep.yaml")
    assert loaded.scenario is not None
    return loaded.scenario


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
