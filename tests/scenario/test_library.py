"""Stories are found in a checkout, in an installed package and in a player's own folder."""

from pathlib import Path

import pytest

import game.data
from game.data import shipped
from game.scenario.check import EXIT_FINE, EXIT_NOTHING, EXIT_PROBLEMS, check, exit_code
from game.scenario.library import NotFound, find, library
from game.scenario.load import load_scenario, load_text, story_id, text_hash


def test_shipped_stories_are_found_by_their_id() -> None:
    entries = library()
    assert entries
    assert all(entry.place.startswith("shipped/") and not entry.own for entry in entries)
    assert find(entries[0].id).name == entries[0].id


def test_only_known_kinds_are_shipped() -> None:
    with pytest.raises(ValueError, match="scenarios, assets"):
        shipped("passwords")


def test_missing_files_are_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(game.data, "__file__", str(tmp_path / "game" / "data.py"))
    with pytest.raises(FileNotFoundError, match="install the game again"):
        shipped("scenarios")


def test_a_player_may_have_stories_and_broken_ones(tmp_path: Path, story: str) -> None:
    (tmp_path / "mine.yaml").write_text(story, encoding="utf-8")
    (tmp_path / "torn.yaml").write_text(story.replace("asks: pm", "asks: nobody"), encoding="utf-8")
    own = [entry for entry in library([tmp_path, tmp_path / "not there"]) if entry.own]
    assert [(entry.id, entry.broken) for entry in own] == [("mine", False), ("torn", True)]
    assert own[1].problems[0].code == "OP124"
    assert find("mine", [tmp_path]).scenario is not None
    assert find(str(tmp_path / "mine.yaml")).scenario is not None


def test_an_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(NotFound, match="Shipped: "):
        find("no_such_story")


def test_exit_codes(tmp_path: Path, story: str) -> None:
    assert exit_code([tmp_path], check([tmp_path])) == EXIT_NOTHING
    (tmp_path / "a.yaml").write_text(story, encoding="utf-8")
    assert exit_code([tmp_path], check([tmp_path])) == EXIT_FINE
    wordy = story.replace("Take them all on.", "really " * 20)
    (tmp_path / "a.yaml").write_text(wordy, encoding="utf-8")
    assert {problem.severity for problem in check([tmp_path])} == {"warning"}
    assert exit_code([tmp_path], check([tmp_path])) == EXIT_FINE
    assert exit_code([tmp_path], check([tmp_path]), strict=True) == EXIT_PROBLEMS
    (tmp_path / "b.yaml").write_text("format: 1\n", encoding="utf-8")
    assert exit_code([tmp_path], check([tmp_path])) == EXIT_PROBLEMS


def test_a_story_is_known_by_its_text(tmp_path: Path, story: str) -> None:
    path = tmp_path / "One More.yaml"
    path.write_text(story, encoding="utf-8", newline="\n")
    loaded = load_scenario(path)
    assert loaded.scenario is not None
    assert loaded.scenario.text_hash == text_hash(loaded.text) == text_hash(story)
    assert loaded.name == loaded.scenario.id == story_id("folder/One More.yaml") == "one_more"
    assert load_text(story, "one_more.yaml").scenario == loaded.scenario
