"""What `overpromise new` begins with: templates that are clean, play to their end, and show what the format can do."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from game.engine.model import Scenario, Seat
from game.insight.simulate import bots_for, result, run
from game.options import TEMPLATES
from game.scenario.check import check
from game.scenario.load import Loaded, load_text
from game.scenario.new import retitled, template, title_of
from game.scenario.reference import groups
from game.scenario.schema import MODELINE
from game.scenario.typography import typographic
from tests.scenario.conftest import STORY


def read(name: str) -> Loaded:
    return load_text(retitled(template(name), "Late shift"), f"{name}.yaml")


def rules(name: str) -> Scenario:
    scenario = read(name).scenario
    assert scenario is not None
    return scenario


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_checks_clean(name: str, tmp_path: Path) -> None:
    path = tmp_path / f"{name}.yaml"
    path.write_text(retitled(template(name), "Late shift"), "utf-8")
    assert check([path]) == []
    assert rules(name).title == "Late shift"


@pytest.mark.parametrize("name", TEMPLATES)
def test_twenty_random_plays_of_a_template_end(name: str) -> None:
    scenario, seats = rules(name), list(Seat)
    for seed in range(20):
        seat = seats[seed % 3]
        assert result(run(scenario, seed, seat, bots_for(scenario, seat, "random"))).ending


def test_the_smallest_template_is_small_and_explains_itself() -> None:
    lines = template("minimal").splitlines()
    assert len([line for line in lines if not line.startswith("#")]) <= 34  # 25 play; the rest keeps `check` silent
    assert any("overpromise check" in line for line in lines)


def test_the_full_template_shows_every_field() -> None:
    text = template("full")
    shown = set(re.findall(r"([a-z_]+)(?=:)", text))
    known = {field.alias or name for group in groups() for name, field in group.model_fields.items()}
    assert known - shown == set()


def test_the_full_template_is_a_story_with_more_than_one_way_to_end() -> None:
    scenario = rules("full")
    met = {result(run(scenario, seed, Seat.AM, bots_for(scenario, Seat.AM, "random"))).ending for seed in range(30)}
    assert len(met) >= 3


@pytest.mark.parametrize(
    ("name", "title"),
    [("late_shift", "Late shift"), ("Late Shift", "Late Shift"), ("  two   words ", "Two words"), ("x1", "X1")],
)
def test_a_name_becomes_a_title(name: str, title: str) -> None:
    assert title_of(name) == title


@pytest.mark.parametrize(
    "title",
    ["Plain", "No: the other one", '"Quoted" and #1', "Ünder 50 %", "*", "yes", "{dana}", "- one", "it's \\ so"],
)
def test_any_wording_can_be_a_title(title: str, read: Callable[[str], Loaded]) -> None:
    text = retitled(STORY, title)
    assert text.startswith(f"{MODELINE}\n")
    if "{" not in title:  # a brace in wording is a placeholder, and there is none of that name
        scenario = read(text).scenario
        assert scenario is not None
        assert scenario.title == typographic(title)


def test_a_copy_has_one_comment_for_editors() -> None:
    twice = retitled(retitled(STORY, "One").replace("scenario.schema.json", "../old.json"), "Two")
    assert twice.count("yaml-language-server") == 1
    assert twice.count("title: ") == 1
