"""The language server behind VS Code's and Neovim's YAML knows the scenario format from the one comment at the top."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.engine.model import CHALLENGES, STANCES
from game.scenario.schema import FILE, MODELINE
from tests.editors.tools import ROOT, Editor, editor, needs_node
from tests.scenario.conftest import STORY

pytestmark = needs_node
SHIPPED = sorted((ROOT / "scenarios").glob("*.yaml"))
TOP = f"{MODELINE}\n{STORY}"
MARK = "‸"  # where the author's cursor is


@pytest.fixture(scope="module")
def vim() -> Iterator[Editor]:
    with editor() as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An author's folder, with a space in its name as on many machines, and the schema beside the story."""
    folder = tmp_path / "my scenarios"
    folder.mkdir()
    (folder / FILE).write_bytes((ROOT / "assets" / FILE).read_bytes())
    return folder


def cursor(text: str) -> tuple[str, int, int]:
    line = text[: text.index(MARK)].count("\n")
    return text.replace(MARK, ""), line, text.split("\n")[line].index(MARK)


def offered(vim: Editor, path: Path, text: str) -> list[str]:
    written, line, column = cursor(text)
    vim.open(path, written)
    return list(vim.offered(path, line, column))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_shipped_scenario_is_clean(vim: Editor, folder: Path, path: Path) -> None:
    assert vim.open(folder / path.name, f"{MODELINE}\n{path.read_text('utf-8')}") == []


def test_mistakes_are_marked_on_their_lines(vim: Editor, folder: Path) -> None:
    wrong = TOP.replace("weeks: 10", "weks: 10").replace("side: client", "side: klient").replace("    asks: pm\n", "")
    marked = vim.open(folder / "wrong.yaml", wrong)
    assert "5: Property weks is not allowed." in marked
    assert '8: Value is not accepted. Valid values: "client", "team", "house".' in marked
    assert any('Missing property "asks"' in mark for mark in marked)
    assert vim.open(folder / "wrong.yaml", TOP) == []


def test_without_the_comment_nothing_is_known(vim: Editor, folder: Path) -> None:
    assert vim.open(folder / "plain.yaml", STORY.replace("weeks", "weks")) == []


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        pytest.param(TOP.replace("events:", f"{MARK}\nevents:"), {"truths", "risks", "endings", "goals"}, id="top"),
        pytest.param(f"{TOP}    {MARK}\n", {"weeks", "when", "priority", "in"}, id="event"),
        pytest.param(
            f"{TOP}      ask:\n        text: x\n        {MARK}\n", {"stance", "effects", "later", "else"}, id="choice"
        ),
        pytest.param(
            f"{TOP}      ask:\n        text: x\n        later:\n          {MARK}\n",
            {"in", "effects", "tells"},
            id="later",
        ),
        pytest.param(TOP.replace("project:", f"  leo:\n    {MARK}\nproject:"), {"name", "side", "skill"}, id="person"),
        pytest.param(
            TOP.replace("project:", f"targets:\n  {MARK}\nproject:"), {"satisfaction", "on_time"}, id="targets"
        ),
    ],
)
def test_completion_offers_the_fields_of_the_place(vim: Editor, folder: Path, text: str, fields: set[str]) -> None:
    found = offered(vim, folder / "story.yaml", text)
    assert fields <= set(found)
    assert "format" not in found


def test_completion_offers_the_words_of_closed_lists(vim: Editor, folder: Path) -> None:
    path = folder / "story.yaml"
    assert offered(vim, path, f"{TOP}      ask:\n        text: x\n        stance: {MARK}\n") == list(STANCES)
    assert offered(vim, path, TOP.replace("challenge: scope creep", f"challenge: {MARK}")) == list(CHALLENGES)


def test_an_example_completes_a_field(vim: Editor, folder: Path) -> None:
    text, line, column = cursor(TOP.replace("project:", f"{MARK}\nproject:"))
    vim.open(folder / "story.yaml", text)
    assert vim.offered(folder / "story.yaml", line, column)["boss"]["insertText"] == "boss: ${1:helena}"


def test_hovering_tells_what_a_field_is_and_shows_one(vim: Editor, folder: Path) -> None:
    path = folder / "story.yaml"
    vim.open(path, TOP)
    lines = TOP.split("\n")

    def told(start: str, word: str) -> str:
        line = next(number for number, text in enumerate(lines) if text.startswith(start))
        return vim.told(path, line, lines[line].index(word) + 1).replace("\\", "")

    assert "How many weeks." in told("weeks", "weeks")
    stance = told("      absorb", "stance")
    assert "colleagues choose by it" in stance
    assert "* `negotiate`" in stance
    assert "Clients: how much their word counts." in told("  dana", "influence")
    assert "client: Brightside" in told("account", "account")
    assert "A situation that asks for a choice." in told("  wishlist", "wishlist")
