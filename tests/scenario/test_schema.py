"""An editor's schema says what our reader says: it is generated from the models, and both accept the same files."""

from __future__ import annotations

import copy
import json
import random
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from ruamel.yaml import YAML, YAMLError

from game.scenario import __main__ as commands
from game.scenario.load import load_text
from game.scenario.schema import FILE, MODELINE, scenario_schema, schema_text
from tests.scenario.conftest import STORY
from tests.scenario.test_guide import GUIDE, whole_story

ROOT = Path(__file__).resolve().parents[2]
COMMITTED = ROOT / "assets" / FILE
SHIPPED = sorted((ROOT / "scenarios").glob("*.yaml"))
BROKEN = sorted((ROOT / "tests" / "scenario" / "broken").glob("*.yaml"))
SCHEMA = scenario_schema()
JUDGE = jsonschema.Draft7Validator(SCHEMA)
STRUCTURE = {f"OP12{n}" for n in range(8)} | {"OP403"}  # fields, kinds, words, ids: what a group alone can show
UNSEEN = {
    "hex_number": "an editor's YAML has made a plain 100 of 0x64 before the schema sees it",
    "merge_key": "an editor's YAML has merged the fields in before the schema sees them",
    "backward_range": "a schema cannot compare the two numbers of `65 to 55`",
}


def as_an_editor_reads(text: str) -> Any:
    return YAML(typ="safe", pure=True).load(text)


def test_the_committed_schema_is_the_generated_one() -> None:
    assert COMMITTED.read_text("utf-8") == schema_text(), "run `python -m game.scenario schema`"


def test_a_command_writes_it_anew(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.main(["schema", str(tmp_path / "x.json")]) == 0
    assert json.loads((tmp_path / "x.json").read_text("utf-8")) == SCHEMA
    assert "x.json" in capsys.readouterr().out


def test_it_is_a_schema_that_old_and_new_editors_read() -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert re.fullmatch(r"# yaml-language-server: \$schema=\S+", MODELINE)


def described() -> Iterator[tuple[str, dict[str, Any]]]:
    for group in (SCHEMA, *SCHEMA["definitions"].values()):
        for name, field in group["properties"].items():
            yield f"{group['title']}.{name}", field


@pytest.mark.parametrize(("name", "field"), [pytest.param(*each, id=each[0]) for each in described()])
def test_every_field_has_a_title_a_description_and_an_example_that_is_right(name: str, field: dict[str, Any]) -> None:
    assert field["title"] == name.rsplit(".", 1)[1]
    assert field["description"]
    judge = jsonschema.Draft7Validator(field | {"definitions": SCHEMA["definitions"]})
    for example in field["examples"]:
        judge.validate(example)


@pytest.mark.parametrize("story", [STORY, whole_story()], ids=["the smallest", "the whole guide"])
def test_small_stories_fit(story: str) -> None:
    JUDGE.validate(as_an_editor_reads(story))


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_a_broken_structure_is_refused_by_both_and_a_broken_meaning_by_the_reader(path: Path) -> None:
    text = path.read_text("utf-8")
    codes = {problem.code for problem in load_text(text, path.name).problems}
    try:
        fits = JUDGE.is_valid(as_an_editor_reads(text))
    except YAMLError:
        assert codes & {f"OP1{n:02}" for n in range(16)}  # nobody's YAML: the layout itself is broken
        return
    if codes & STRUCTURE and path.stem not in UNSEEN:
        assert not fits
    if not codes & STRUCTURE:
        assert fits or codes & {"OP107"}  # a comma in braces shows as a field nobody knows


def test_an_empty_group_is_no_mistake_and_an_empty_text_is_one() -> None:
    for added, right in (("truths:\n", True), ("summary:\n", False), ("people:\n", False), ("currency: ''\n", False)):
        text = (STORY if added != "people:\n" else re.sub(r"people:\n(  .*\n)+", "", STORY)) + added
        assert JUDGE.is_valid(as_an_editor_reads(text)) is right
        assert (load_text(text, "story.yaml").scenario is not None) is right, added


# ---- accidents in the structure: whatever one refuses the other refuses ----------------------------------------------

ODD: tuple[Any, ...] = (True, 7, 0, -5, 1000, 2.5, "some words", "60%", "3 days", "week 4", "2 weeks", "2-5", "yes")
ODD += ("55 to 65", "a_name", "A b", [], {})
NAMES = ("x", "Kind", "chance", "if", "then", "skill", "weeks", "text", "due", "week")


def places(node: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if way:
        yield way
    parts = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for name, part in parts:
        yield from places(part, (*way, name))


def with_an_accident(story: Any, luck: random.Random) -> Any:
    """The story with one field gone, renamed, or holding something else."""
    story = copy.deepcopy(story)
    *way, last = luck.choice(list(places(story)))
    group = story
    for part in way:
        group = group[part]
    kind = luck.random()
    if kind < 0.2 and isinstance(group, dict):
        del group[last]
    elif kind < 0.4 and isinstance(group, dict):
        group[luck.choice(NAMES)] = group.pop(last)
    else:
        group[last] = luck.choice([*ODD, [group[last]], {"text": group[last]}])
    return story


def agree(story: Any) -> bool:
    """Whether schema and reader say the same of a story; what it means is the reader's alone."""
    problems = load_text(json.dumps(story, ensure_ascii=False), "story.yaml").problems
    errors = [problem for problem in problems if problem.severity == "error"]
    codes = {
        error.code for error in errors if " runs from " not in error.message
    }  # an effect, past its quantity's range
    return not codes & STRUCTURE if JUDGE.is_valid(story) else bool(errors)


def accidents(seed: int, count: int) -> None:
    story, luck = as_an_editor_reads(whole_story()), random.Random(seed)
    assert agree(story)
    for number in range(count):
        spoiled = with_an_accident(story, luck)
        assert agree(spoiled), (number, list(JUDGE.iter_errors(spoiled))[:1])


def test_schema_and_reader_agree_about_accidents() -> None:
    accidents(1, 50)


@pytest.mark.bulk
def test_schema_and_reader_agree_about_thousands_of_accidents() -> None:
    accidents(2, 3000)


def test_the_real_checker_takes_every_shipped_scenario_and_marks_a_misspelt_field(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text(STORY.replace("skill: communication", "skil: communication"), "utf-8")
    command = [sys.executable, "-m", "check_jsonschema", "--output-format", "json", "--schemafile", str(COMMITTED)]
    done = subprocess.run([*command, *map(str, SHIPPED), str(wrong)], capture_output=True, text=True, check=False)
    found = json.loads(done.stdout)
    assert done.returncode == 1
    assert {error["filename"] for error in found["errors"]} == {str(wrong)}
    assert "'skil' was unexpected" in str(found["errors"])


def test_the_guide_says_how_an_editor_is_told() -> None:
    assert MODELINE in GUIDE
