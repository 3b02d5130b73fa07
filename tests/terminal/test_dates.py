"""The plan as text: what is reported done, and who is on what."""

from __future__ import annotations

import pytest

from game.engine.model import Seat
from game.engine.play import Play
from game.engine.scores import number
from game.insight.simulate import bots_for, run
from game.insight.words.plan import plan_of, state_of
from game.scenario.library import find
from game.terminal.blocks import Fact, Facts
from game.terminal.dates import plan


@pytest.fixture(scope="module")
def play() -> Play:
    scenario = find("scope_creep").scenario
    assert scenario is not None
    return run(scenario, 7, Seat.PM, bots_for(scenario, Seat.PM, "balanced")).back_to(5)


def _facts(play: Play) -> dict[str, Fact]:
    shown = plan(play, Seat.PM)
    return {fact.label: fact for block in shown if isinstance(block, Facts) for fact in block.rows}


def test_a_task_shows_the_share_that_is_reported_and_never_what_is_wrong_in_it(play: Play) -> None:
    task = next(t for t in play.scenario.tasks if t.id == "storefront")
    done, hidden, work = (number(play.scenario, play.state.values, q) for q in (task.done, task.hidden, task.work))
    assert hidden > 0.0
    assert _facts(play)[task.name].value == f"{100 * (done + hidden) / work:.0f}\u00a0% done"


def test_the_plan_says_who_is_on_a_task_this_week(play: Play) -> None:
    assert "Priya" in _facts(play)["Catalogue and copy"].line
    assert _facts(play)["Testing the checkout"].line == "Waits for Checkout."


def test_the_plan_says_of_a_task_what_the_window_says(play: Play) -> None:
    for week in range(1, len(play.weeks) + 2):
        then = play.back_to(week)
        told = _facts(then)
        for row in plan_of(then, Seat.PM).rows:
            fact = told[f"{row.name} (milestone)" if row.milestone else row.name]
            said = state_of(row)[2].lower()
            assert fact.value in said
            assert all(part.lower() in said for part in fact.word.split("; "))
            assert (fact.tone == "bad") == row.slips
