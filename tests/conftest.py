"""What many stories share: the shipped scenarios, read once."""

import functools
import os
from pathlib import Path

import pytest

from game.engine.model import Scenario
from game.scenario.load import load_scenario

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

SCENARIOS = Path(__file__).resolve().parents[1] / "scenarios"
SHIPPED = tuple(sorted(path.stem for path in SCENARIOS.glob("*.yaml")))


@functools.cache
def shipped(name: str) -> Scenario:
    """One of the shipped scenarios; fails with its problems if it cannot be read."""
    loaded = load_scenario(SCENARIOS / f"{name}.yaml")
    assert loaded.scenario is not None, "\n".join(str(problem) for problem in loaded.problems)
    return loaded.scenario


@pytest.fixture
def scope_creep() -> Scenario:
    """The scenario most stories are told with."""
    return shipped("scope_creep")
