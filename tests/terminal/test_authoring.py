"""`overpromise new`, `schema` and `graph`: what they write, what they say, and what they never write over."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from game.cli import main
from game.scenario.load import load_scenario
from game.scenario.schema import FILE, MODELINE, schema_text
from tests.scenario.conftest import STORY

Command = Callable[..., tuple[int, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Command:
    """Runs a command with the author's files in tmp_path; its exit code and everything it said."""

    def command(*arguments: str) -> tuple[int, str]:
        code = main([*arguments, "--data-dir", str(tmp_path)])
        said = capsys.readouterr()
        return code, said.out + said.err

    return command


def test_a_new_scenario_lies_in_the_authors_folder_with_the_schema_and_plays_at_once(
    run: Command, tmp_path: Path
) -> None:
    code, said = run("new", "Late Shift")
    path = tmp_path / "scenarios" / "late_shift.yaml"
    assert code == 0
    assert f"Written: {path}" in said
    assert f"`overpromise play {path}` plays it" in said
    loaded = load_scenario(path)
    assert loaded.problems == ()
    assert loaded.scenario is not None
    assert loaded.scenario.title == "Late Shift"
    assert loaded.text.startswith(MODELINE)
    assert (path.parent / FILE).read_text("utf-8") == schema_text()
    assert run("play", "late_shift", "--text", "--bot", "balanced")[0] == 0
    assert "late_shift" in run("list")[1]


def test_a_title_may_have_an_apostrophe(run: Command, tmp_path: Path) -> None:
    assert run("new", "It's late")[0] == 0
    assert (tmp_path / "scenarios" / "it_s_late.yaml").is_file()


def test_the_full_template_goes_wherever_it_is_asked_to(run: Command, tmp_path: Path) -> None:
    path = tmp_path / "night_rooms"
    code, said = run("new", str(path), "--template", "full")
    assert code == 0
    assert f"overpromise check {path}.yaml" in said
    scenario = load_scenario(tmp_path / "night_rooms.yaml").scenario
    assert scenario is not None
    assert scenario.title == "Night rooms"
    assert (tmp_path / FILE).is_file()


def test_a_path_with_a_space_is_shown_in_quotes(run: Command, tmp_path: Path) -> None:
    folder = tmp_path / "my plays"
    folder.mkdir()
    assert f'overpromise check "{folder / "one.yaml"}"' in run("new", str(folder / "one.yaml"))[1]


def test_a_shipped_scenario_can_be_the_beginning(run: Command, tmp_path: Path) -> None:
    assert run("new", "my_bakery", "--from", "first_monday")[0] == 0
    scenario = load_scenario(tmp_path / "scenarios" / "my_bakery.yaml").scenario
    assert scenario is not None
    assert (scenario.title, scenario.people[0].name) == ("My bakery", "Agnes Pell")


def test_nothing_is_ever_written_over(run: Command, tmp_path: Path) -> None:
    assert run("new", "mine")[0] == 0
    path = tmp_path / "scenarios" / "mine.yaml"
    path.write_text("my afternoon", "utf-8")
    code, said = run("new", "mine", "--template", "full")
    assert code == 2
    assert "mine.yaml already; nothing was written." in said
    assert path.read_text("utf-8") == "my afternoon"


def test_an_older_schema_is_renewed_and_a_strangers_is_left(run: Command, tmp_path: Path) -> None:
    assert run("new", "one")[0] == 0
    there = tmp_path / "scenarios" / FILE
    there.write_text(schema_text().replace("scope creep", "scope crept"), "utf-8")
    assert run("new", "two")[0] == 0
    assert there.read_text("utf-8") == schema_text()
    there.write_text('{"mine": true}', "utf-8")
    assert "was left as it is" in run("new", "three")[1]
    assert there.read_text("utf-8") == '{"mine": true}'


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("first_monday",), "A shipped scenario is called first_monday, and yours would hide it."),
        (("…",), "“…” cannot be a scenario's name"),
        (("nowhere/at/all.yaml",), "There is no folder nowhere/at."),
        (("mine", "--from", "nothing_like_it"), "No scenario is called “nothing_like_it”"),
        (("about {dana}",), "cannot be a title; nothing was written."),
        (("mine\x1b",), "cannot be a title; nothing was written."),
    ],
)
def test_what_cannot_be_is_said_and_leaves_no_file(
    run: Command, tmp_path: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    code, said = run("new", *arguments)
    assert code == 2
    assert sentence in said
    assert not list(tmp_path.rglob("*.yaml"))


def test_a_scenario_with_mistakes_is_no_beginning(run: Command, tmp_path: Path) -> None:
    (tmp_path / "broken.yaml").write_text("title: [", "utf-8")
    code, said = run("new", "mine", "--from", str(tmp_path / "broken.yaml"))
    assert code == 2
    assert "cannot be played: it has a mistake." in said


def test_a_title_over_several_lines_is_not_cut_in_two(run: Command, tmp_path: Path) -> None:
    (tmp_path / "long.yaml").write_text(STORY.replace("title: Just", "title: >-\n  Just"), "utf-8")
    code, said = run("new", "mine", "--from", str(tmp_path / "long.yaml"))
    assert code == 2
    assert "nothing was written" in said


def test_the_schema_is_printed_or_put_into_a_folder(run: Command, tmp_path: Path) -> None:
    assert run("schema") == (0, schema_text())
    code, said = run("schema", str(tmp_path))
    assert code == 0
    assert said.endswith(f"{MODELINE}\n")
    assert (tmp_path / FILE).read_text("utf-8") == schema_text()
    assert run("schema", str(tmp_path / "none"))[0] == 2
    (tmp_path / FILE).write_text("{}", "utf-8")
    assert "nothing was written" in run("schema", str(tmp_path))[1]


def test_a_story_is_drawn(run: Command) -> None:
    code, said = run("graph", "first_monday")
    assert code == 0
    assert said.startswith("flowchart LR\n")
    assert 'event_the_queue["The queue has been told<br/>Agnes Pell, week 1"]' in said
