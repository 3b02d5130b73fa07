"""The recipes of the author's guide go into the first story as they stand, check clean, and come about when played."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from game.engine.model import Scenario, Seat
from game.insight.simulate import bots_for, result, run
from game.scenario.check import check_text
from game.scenario.new import template
from tests.scenario.test_guide import BIGGER, GUIDE, SNIPPETS, indented, without
from tests.scenario.weaving import weave

APART = {"first", "expectations", "block"}  # told below, or in tests/terminal/test_first_story.py
RECIPES = [name for name in SNIPPETS if name not in BIGGER | APART]
PLURAL = {"accounts": "account", "projects": "project"}


def first_story_with(piece: str) -> str:
    """The story of `overpromise new` with a piece of the guide in it."""
    singular = [one for many, one in PLURAL.items() if f"{many}:" in piece.split("\n")]
    return weave(piece, without(template("minimal"), *singular))


@pytest.mark.parametrize("name", RECIPES)
def test_a_recipe_checks_clean(name: str) -> None:
    assert [str(problem) for problem in check_text(first_story_with(SNIPPETS[name]), "story.yaml")] == []


@pytest.mark.parametrize("name", RECIPES)
def test_what_a_recipe_shows_comes_about(name: str, build: Callable[[str], Scenario]) -> None:
    scenario = build(first_story_with(SNIPPETS[name]))
    shown = set(re.findall(r"^  (\w+):$", SNIPPETS[name].partition("events:")[2], re.M))
    met: set[str] = set()
    for seed in range(30):
        for seat in Seat:
            one = result(run(scenario, seed, seat, bots_for(scenario, seat, "random")))
            met |= {event for event, _path in one.answered}
    assert shown <= met


def test_there_are_a_dozen_recipes_each_in_its_chapter() -> None:
    chapter = GUIDE.partition("## Recipes")[2].partition("\n## ")[0]
    assert len(re.findall(r"^```yaml", chapter, re.M)) == 12 == len(RECIPES) - 1  # and the dilemma


def test_a_block_keeps_every_sign(build: Callable[[str], Scenario]) -> None:
    story = template("minimal")
    line = next(line for line in story.split("\n") if "It also does invoices" in line)
    scenario = build(story.replace(f"{line}\n", indented(SNIPPETS["block"], 4)))
    assert any("#11 is the one" in event.question.text for event in scenario.events)
