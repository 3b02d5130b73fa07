"""A file somebody is writing: every way an editor saves it counts once."""

import os
from pathlib import Path

from game.records.watched import Watched


def written(path: Path, text: str, at: int) -> None:
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(at, at))


def test_a_save_counts_once(tmp_path: Path) -> None:
    path = tmp_path / "story.yaml"
    written(path, "one", 1_000)
    watched = Watched(path)
    assert not watched.saved()
    written(path, "two", 2_000)
    assert watched.saved()
    assert not watched.saved()


def test_a_new_file_in_the_place_of_the_old_one_counts_though_time_and_size_are_the_same(tmp_path: Path) -> None:
    path, other = tmp_path / "story.yaml", tmp_path / "story.yaml.tmp"
    written(path, "one", 1_000)
    watched = Watched(path)
    written(other, "two", 1_000)
    other.replace(path)
    assert watched.saved()


def test_a_file_that_is_away_or_empty_for_a_moment_is_still_being_saved(tmp_path: Path) -> None:
    path = tmp_path / "story.yaml"
    written(path, "one", 1_000)
    watched = Watched(path)
    path.unlink()
    assert not watched.saved()
    written(path, "", 2_000)
    assert not watched.saved()
    written(path, "two", 3_000)
    assert watched.saved()


def test_a_file_that_stays_empty_was_emptied(tmp_path: Path) -> None:
    path = tmp_path / "story.yaml"
    written(path, "one", 1_000)
    watched = Watched(path)
    written(path, "", 2_000)
    assert [watched.saved(), watched.saved(), watched.saved()] == [False, True, False]
