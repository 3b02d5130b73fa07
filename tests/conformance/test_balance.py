"""Nothing written is never met and no choice always loses: a glance every day, a long look under `-m bulk`."""

from __future__ import annotations

import functools

import pytest

from game.engine.model import Seat
from game.insight.balance import Balance, story_events
from game.insight.simulate import simulate
from game.insight.ways import written_choices
from game.scenario.load import load_scenario
from game.terminal.balance import effort_for, measure
from tests.gates import FOLDER, FULL, TUTORIAL, scenario_named

GLANCE = 24  # plays of each seat by the bot that tries what it tried least
LONG_LOOK = 5_000


@pytest.mark.parametrize("name", FULL)
def test_nearly_everything_is_met_within_a_few_dozen_plays(name: str) -> None:
    scenario = scenario_named(name)
    written = [ending.id for ending in scenario.endings]
    for event in story_events(scenario, list(Seat)):
        written += [event.id, *(f"{event.id}/{path}" for path, _choice in written_choices(event))]
    seen: set[str] = set()
    for seat in Seat:
        for one in simulate(scenario, seat, "least-used", GLANCE):
            seen.add(one.ending)
            for event_id, path in one.answered:
                parts = [event_id, *path.split("/")]
                seen |= {"/".join(parts[:n]) for n in range(1, len(parts) + 1)}
    unseen = [name for name in written if name not in seen]
    assert len(unseen) <= 0.08 * len(written), unseen


@functools.cache
def report(name: str) -> Balance:
    loaded = load_scenario(FOLDER / f"{name}.yaml")
    assert loaded.scenario is not None
    return measure(loaded.scenario, loaded.text, list(Seat), effort_for(LONG_LOOK, 3), 1)


@pytest.mark.bulk
@pytest.mark.parametrize("name", [*FULL, TUTORIAL])
def test_nothing_is_never_seen(name: str) -> None:
    assert report(name).never == ()


@pytest.mark.bulk
@pytest.mark.parametrize("name", [*FULL, TUTORIAL])
def test_no_choice_loses_and_none_wins_in_every_state_met(name: str) -> None:
    lost = [f"{v.event}/{lead.worse} to {lead.better}" for v in report(name).verdicts for lead in v.dominated]
    won = [f"{v.event}/{v.winner}" for v in report(name).verdicts if v.winner]
    assert (lost, won) == ([], [])
