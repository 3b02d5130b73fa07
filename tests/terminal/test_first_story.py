"""The first chapters of the author's guide, followed to the letter: every command run, every answer compared."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.cli import main
from game.scenario.cases import CaseSpec, ExpectSpec
from tests.scenario.test_guide import GUIDE, SNIPPETS
from tests.scenario.weaving import weave

STORY = "late_shift"
CHAPTERS = GUIDE.partition("## Recipes")[0]
MISSPELT, MEANT = "shop.wrok", "shop.work"
ANSWERS = re.findall(r"```console\n\$ overpromise (.+)\n((?:.*\n)+?)```", CHAPTERS)
LEFT_OUT = "…"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An author's folder with the story of the guide in it."""
    monkeypatch.setenv("OVERPROMISE_HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    assert main(["new", STORY]) == 0
    return tmp_path / "scenarios"


def put(home: Path, name: str) -> None:
    """Write a snippet into the story, as the guide says."""
    file = home / f"{STORY}.yaml"
    file.write_text(weave(SNIPPETS[name], file.read_text("utf-8")), "utf-8")


def answer(home: Path, capsys: pytest.CaptureFixture[str], command: str) -> str:
    """What a command prints, with the file's name alone for its path."""
    capsys.readouterr()
    main(command.split())
    return capsys.readouterr().out.replace(f"{home}/", "")


def as_shown(shown: str, printed: str) -> bool:
    """Whether it was printed so; an ellipsis on a line of its own stands for whatever was left out.

    Where something is left out it is a report, and its numbers may be a little different: the laws are tuned at times.
    """
    parts = [re.escape(part.strip("\n")) for part in f"\n{shown}".split(f"\n{LEFT_OUT}\n")]
    if len(parts) > 1:
        parts = [re.sub(r"(\\ )+", r"\\s+", re.sub(r"\d+", r"\\d+", part)) for part in parts]
    return re.search(r"[\s\S]*".join(parts), printed) is not None


def test_the_first_ten_minutes_go_as_told(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (wrong, found), (right, nothing) = ANSWERS[:2]
    put(home, "first")
    assert as_shown(found, answer(home, capsys, wrong))
    file = home / f"{STORY}.yaml"
    file.write_text(file.read_text("utf-8").replace(MISSPELT, MEANT), "utf-8")
    assert as_shown(nothing, answer(home, capsys, right))
    assert "the_nephew" in answer(home, capsys, f"graph {STORY}")
    assert "He has a laptop" in answer(home, capsys, f"play {STORY} --text --bot balanced --seat pm")
    assert "Mean and 95 % interval" in answer(home, capsys, f"simulate {STORY} --plays 4")


@pytest.mark.parametrize(("place", "mended"), [(2, False), (3, True)])
def test_the_balance_report_says_what_the_guide_shows(
    place: int, mended: bool, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command, shown = ANSWERS[place]
    if mended:
        put(home, "dilemma")
    assert as_shown(shown, answer(home, capsys, command))


def test_what_the_guide_expects_of_its_story_holds(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(home, "dilemma")
    (home / f"{STORY}.test.yaml").write_text(SNIPPETS["expectations"], "utf-8")
    assert "all hold" in answer(home, capsys, f"test {STORY}")


def test_every_answer_shown_is_compared() -> None:
    assert len(ANSWERS) == 4 == GUIDE.count("```console")


@pytest.mark.parametrize("model", [CaseSpec, ExpectSpec])
def test_the_guide_tells_everything_a_test_may_expect(model: type[CaseSpec] | type[ExpectSpec]) -> None:
    told = CHAPTERS.partition("## Reading the balance report")[2]
    for name in model.model_fields:
        assert f"`{name}`" in told or f"{name}:" in told, name


def test_check_finds_an_authors_story_by_its_name(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "no mistakes" in answer(home, capsys, f"check {STORY}")
    assert main(["check", "nowhere"]) == 2
