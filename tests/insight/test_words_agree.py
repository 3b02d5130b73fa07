"""What one sentence of a screen says, no other sentence or number of it denies."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.engine.model import Scenario, Seat
from game.engine.play import Play
from game.insight.simulate import bots_for, run
from game.insight.words.beats import beats
from game.insight.words.lived import Week
from game.insight.words.quantities import trust_of
from game.insight.words.sentences import MOODS, Spoken, line
from game.scenario.load import load_scenario

SCENARIOS = Path(__file__).parents[2] / "scenarios"


def shipped(name: str) -> Scenario:
    loaded = load_scenario(SCENARIOS / f"{name}.yaml")
    assert loaded.scenario is not None
    return loaded.scenario


@pytest.fixture(scope="module")
def plays() -> list[Play]:
    names = (("first_monday", 7), ("scope_creep", 8), ("dependencies", 9))
    ways = [(shipped(name), seed, seat, bot) for name, seed in names for seat in Seat for bot in ("balanced", "random")]
    return [run(scenario, seed, seat, bots_for(scenario, seat, bot)) for scenario, seed, seat, bot in ways]


@pytest.fixture(scope="module")
def weeks(plays: list[Play]) -> list[Week]:
    return [Week(play, lived.week, play.seat) for play in plays for lived in play.weeks]


def test_who_trusts_us_more_and_is_less_content_is_not_called_happier(weeks: list[Week]) -> None:
    checked = 0
    for lived in weeks:
        for beat in beats(lived.play, lived.week, lived.viewer):
            person = lived.scenario.people[beat.person] if beat.kind == "client" else None
            if person is None or beat.quantity != trust_of(beat.person):
                continue
            if lived.change(person.satisfaction) * beat.change < 0.0:
                checked += 1
                assert not any(word in line(lived, beat, Spoken([], [])).rest for word in MOODS)
    assert checked > 5
