"""The author's guide shows what works: every snippet is read, and every field is described."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from pydantic import BaseModel

from game.engine.model import CHALLENGES, SKILLS, STANCES, STYLES, Scenario
from game.scenario import fields, spec
from game.scenario.reference import BEGIN, groups, with_reference

GUIDE = (Path(__file__).parents[2] / "scenarios" / "README.md").read_text(encoding="utf-8")
SNIPPETS = dict(re.findall(r"```yaml\n# (\w+)\n(.*?)```", GUIDE, re.S))
BIGGER = {"story", "top", "people", "money", "plural", "events", "hidden", "end"}  # the others: test_recipes.py
PARTS = ("account", "project", "people", "events")


def indented(text: str, by: int = 2) -> str:
    return "".join(f"{' ' * by}{line}\n" if line else "\n" for line in text.rstrip().split("\n"))


def without(text: str, *names: str) -> str:
    """The story without some of its top fields."""
    for name in names:
        text = re.sub(rf"^{name}:.*\n(?:[ ].*\n)*", "", text, flags=re.M)
    return text


def whole_story() -> str:
    """Every snippet of the guide in one story."""
    story = without(SNIPPETS["story"], *PARTS)
    story += SNIPPETS["top"] + "people:\n" + indented(SNIPPETS["people"])
    story = story.replace("skill: [development, testing]", "skill: [development, testing, design]")
    return (
        story
        + "".join(SNIPPETS[part] for part in ("money", "hidden", "end"))
        + "events:\n"
        + indented(SNIPPETS["events"])
    )


def test_the_whole_guide_makes_one_story(build: Callable[[str], Scenario]) -> None:
    scenario = build(whole_story())
    assert {e.id for e in scenario.events} >= {"wishlist", "even_more"}
    assert [e.id for e in scenario.endings] == ["walked", "delivered", "over"]


def test_the_smallest_story_is_whole(build: Callable[[str], Scenario]) -> None:
    assert SNIPPETS["story"].count("\n") <= 25
    assert build(SNIPPETS["story"]).weeks == 10


def test_several_clients_are_as_shown(build: Callable[[str], Scenario]) -> None:
    plural = SNIPPETS["plural"]
    accounts, people = plural[: plural.index("people:")], plural[plural.index("people:\n") + 8 :]
    scenario = build(without(SNIPPETS["story"], "account").replace("people:\n", f"{accounts}people:\n{people}"))
    assert [account.id for account in scenario.accounts] == ["brightside", "fjell"]


def test_every_snippet_is_named_once() -> None:
    assert set(SNIPPETS) >= BIGGER
    assert GUIDE.count("```yaml") == len(SNIPPETS)


@pytest.mark.parametrize("word", [*CHALLENGES, *SKILLS, *STANCES, *STYLES])
def test_the_guide_lists_every_word_of_the_closed_lists(word: str) -> None:
    assert word in " ".join(GUIDE.split())


def specs() -> list[type[BaseModel]]:
    found = {thing for module in (fields, spec) for thing in vars(module).values() if isinstance(thing, type)}
    return sorted((s for s in found if issubclass(s, fields.Spec)), key=lambda s: s.__name__)


@pytest.mark.parametrize("model", specs(), ids=lambda model: model.__name__)
def test_every_field_says_what_it_is_and_shows_one(model: type[BaseModel]) -> None:
    assert model.__doc__
    for name, field in model.model_fields.items():
        assert field.description, f"{model.__name__}.{name}"
        assert field.examples, f"{model.__name__}.{name}"


def test_every_field_of_a_story_is_in_the_guide() -> None:
    taught = GUIDE.partition(BEGIN)[0]
    shown = set(re.findall(r"[a-z_]+(?=:)", taught)) | set(re.findall(r"`([a-z_]+)`", taught))
    known = {field.alias or name for model in specs() for name, field in model.model_fields.items()}
    assert known - shown <= {"guide", "id", "points_at", "meters", "contacts", "main", "event", "promise", "open"}


def test_the_list_of_fields_in_the_guide_is_that_of_the_models() -> None:
    assert with_reference(GUIDE) == GUIDE, "run `python -m game.scenario reference`"
    assert set(groups()) == {model for model in specs() if model not in (fields.Spec, spec.CommonSpec)}


def test_the_list_of_fields_names_every_one_and_leaves_the_rest_of_the_guide_alone() -> None:
    taught, _, listed = GUIDE.partition(BEGIN)
    for model in groups():
        for name, field in model.model_fields.items():
            assert f"| `{field.alias or name}` | {field.description} |" in listed
    renewed = with_reference(GUIDE.replace("| `title` | The story", "| `title` | An old story", 1))
    assert renewed == GUIDE
    assert renewed.startswith(taught)


@pytest.mark.parametrize("word", ["needed", "yes or no", "client, team or house", "an id and *event*, for each"])
def test_the_list_of_fields_says_how_each_is_written(word: str) -> None:
    assert word in GUIDE.partition(BEGIN)[2]
