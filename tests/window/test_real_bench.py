"""A real window under Xvfb while its scenario is being written: the new words appear, and the answer given stays."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.window.test_real_window import PATIENCE, Player, display, needs_a_screen

__all__ = ["display"]
pytestmark = pytest.mark.real_window
STORY = (Path(__file__).parents[1] / "records" / "small_play.yaml").read_text(encoding="utf-8")


class Author(Player):
    """Somebody who tries out the file they are writing."""

    @property
    def file(self) -> Path:
        return self.home / "small.yaml"

    def command(self) -> list[str]:
        return [sys.executable, "-m", "game", "try", str(self.file), "--seat", "pm", "--data-dir", str(self.home)]

    def save(self, text: str) -> None:
        """As many editors do: a new file takes the place of the old one."""
        new = self.file.with_suffix(".new")
        new.write_text(text, encoding="utf-8")
        new.replace(self.file)

    def says(self, id: str, part: str) -> bool:
        return any(widget["id"] == id and part in widget["label"] for widget in self.seen()["widgets"])


@pytest.fixture
def author(display: str, tmp_path: Path) -> Iterator[Author]:
    (tmp_path / "small.yaml").write_text(STORY, encoding="utf-8")
    writing = Author(display, tmp_path)
    yield writing
    writing.end()


@needs_a_screen
def test_a_save_shows_in_the_window_and_the_author_stands_where_they_stood(author: Author) -> None:
    author.screen("WeekScreen")
    author.press("choice/yes_do")
    author.until(lambda: author.widget("choice/yes_do")["value"] == "chosen", "the answer")
    author.save(STORY.replace("text: Do it.", "text: Do it at once."))
    author.until(lambda: author.says("choice/yes_do", "Do it at once."), "the new words")
    assert author.seen()["screen"] == "WeekScreen"
    assert author.widget("choice/yes_do")["value"] == "chosen"
    author.save(STORY.replace("challenge: scope creep", "challenge: scope crepe"))
    author.until(lambda: author.seen()["dialog"] == ["findings"], "the mistakes")
    author.save(STORY)
    author.until(lambda: author.seen()["dialog"] == [], "the mended file")
    author.go_to("bench/leave")
    author.tool("key", "Return")
    assert author.app.wait(PATIENCE) == 0
