"""A small story for the scenario tests, and the two ways they read one."""

from collections.abc import Callable

import pytest

from game.engine.model import Scenario
from game.scenario.load import Loaded, load_text

STORY = """\
format: 1
title: Just one more thing
challenge: scope creep
weeks: 10
account: {client: Brightside Outdoor, value: 180_000, renewal: week 10}
people:
  dana: {name: Dana Whitfield, side: client, influence: 3, trust: 60, satisfaction: 70}
  aisha: {name: Aisha Okafor, side: team, skill: development, rate: 640}
project:
  budget: 120_000
  due: week 9
  tasks:
    checkout: {work: 30 days, skill: development}
events:
  wishlist:
    asks: pm
    from: dana
    text: Eleven tiny changes. The price is fixed.
    choices:
      absorb: {text: Take them all on., skill: communication, stance: accommodate}
      refuse: {text: Not for this money., skill: communication, stance: refuse}
"""


@pytest.fixture
def story() -> str:
    """Twenty lines that can be played."""
    return STORY


@pytest.fixture
def read() -> Callable[[str], Loaded]:
    """Reads a text as `story.yaml`."""
    return lambda text: load_text(text, "story.yaml")


@pytest.fixture
def build() -> Callable[[str], Scenario]:
    """Reads a text that must be playable."""

    def playable(text: str) -> Scenario:
        loaded = load_text(text, "story.yaml")
        assert loaded.scenario is not None, "\n".join(map(str, loaded.problems))
        return loaded.scenario

    return playable


@pytest.fixture
def codes() -> Callable[[str], list[str]]:
    """The codes of everything found in a text, in file order."""
    return lambda text: [problem.code for problem in load_text(text, "story.yaml").problems]


@pytest.fixture
def with_event(story: str) -> Callable[[str], str]:
    """The story with more lines inside its first choice, written as a block."""

    def extended(lines: str) -> str:
        block = "\n".join(f"        {line}" for line in lines.strip("\n").split("\n"))
        short = "      absorb: {text: Take them all on., skill: communication, stance: accommodate}\n"
        return story.replace(
            short,
            "      absorb:\n        text: Take them all on.\n        skill: communication\n"
            f"        stance: accommodate\n{block}\n",
        )

    return extended
