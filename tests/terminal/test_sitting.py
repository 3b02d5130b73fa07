"""Disks that fill up, terminals that are real, and processes that are killed."""

from __future__ import annotations

import io
import os
import re
import select
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

import pytest

import game
from game.records.desk import Desk, begin
from game.records.opening import memory_store
from game.records.places import Places
from game.records.trouble import StoreTrouble
from game.scenario.library import find
from game.terminal.plain import PlainPaper
from game.terminal.session import Leave, Session

Typed = Callable[..., str]
ROOT = Path(game.__file__).parent.parent
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX terminal and signals")


def flat(text: str) -> str:
    """The text on one line: where lines break is not what these stories are about."""
    return re.sub(r"\s+", " ", text)


def session_typing(lines: str, tmp_path: Path) -> tuple[Session, io.StringIO]:
    out = io.StringIO()
    paper = PlainPaper(out, io.StringIO(lines), True)
    return Session(paper, memory_store(), Places(tmp_path, tmp_path)), out


def a_desk() -> Desk:
    loaded = find("first_monday")
    assert loaded.scenario is not None
    return begin(
        memory_store(), loaded.scenario, loaded.text, "pm", 1, "normal", lambda: datetime(2026, 11, 23, tzinfo=UTC)
    )


def test_a_full_disk_is_asked_about_and_the_play_goes_on(tmp_path: Path) -> None:
    session, out = session_typing("\nu\n", tmp_path)
    desk, tries = a_desk(), []

    def store() -> str:
        tries.append(desk.store)
        if desk.store is tries[0]:
            raise StoreTrouble("This was not saved, because the disk is full.")
        return "kept"

    assert session.keep(desk, store) == "kept"
    assert len(tries) == 3
    assert "the disk is full" in out.getvalue()
    assert "kept only while" in out.getvalue()


def test_one_may_leave_instead(tmp_path: Path) -> None:
    session, _out = session_typing("q\n", tmp_path)

    def store() -> None:
        raise StoreTrouble("This was not saved, because the disk is full.")

    with pytest.raises(Leave):
        session.keep(a_desk(), store)


def environment(tmp_path: Path, **more: str) -> dict[str, str]:
    gone = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER", "NO_COLOR", "COLUMNS", "OVERPROMISE_HOME")
    kept = {name: value for name, value in os.environ.items() if name not in gone}
    return kept | {"OVERPROMISE_HOME": str(tmp_path), "PYTHONPATH": str(ROOT), "TERM": "xterm-256color"} | more


class Terminal:
    """The game in a real (pseudo) terminal."""

    def __init__(self, tmp_path: Path, *arguments: str, **more: str) -> None:
        here, there = os.openpty()
        self.fd, self.shown = here, ""
        self.process = subprocess.Popen(
            [sys.executable, "-m", "game", *arguments],
            stdin=there,
            stdout=there,
            stderr=there,
            env=environment(tmp_path, **more),
        )
        os.close(there)

    def until(self, text: str) -> str:
        """Everything shown, up to where `text` appears after what was waited for before."""
        while text not in self.shown:
            ready, _, _ = select.select([self.fd], [], [], 30)
            assert ready, f"{text!r} did not come; there was {self.shown!r}"
            try:
                read = os.read(self.fd, 65536)
            except OSError:
                read = b""
            assert read, f"it ended before {text!r} came; there was {self.shown!r}"
            self.shown += read.decode()
        before, found, self.shown = self.shown.partition(text)
        return before + found

    def type(self, line: str) -> None:
        os.write(self.fd, (line + "\n").encode())

    def end(self) -> int:
        code = self.process.wait(30)
        os.close(self.fd)
        return code


@POSIX
def test_a_real_terminal_gets_boxes_and_colour(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, "play", "first_monday", "--seat", "pm", "--seed", "9", "--text")
    first = terminal.until("Your answer")
    assert "╭─" in first
    assert "\x1b[" in first
    terminal.type("a")
    terminal.until("Mostly, then.")
    terminal.type("q")
    terminal.until("stored")
    assert terminal.end() == 0


@POSIX
@pytest.mark.parametrize("more", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_a_terminal_that_wants_it_plain_gets_it_plain(tmp_path: Path, more: dict[str, str]) -> None:
    terminal = Terminal(tmp_path, "play", "first_monday", "--seat", "pm", "--seed", "9", "--text", **more)
    assert not re.search("[\x1b\u2500-\u259f]", terminal.until("Your answer"))
    os.write(terminal.fd, b"\x04")
    terminal.until("stored")
    assert terminal.end() == 0


@POSIX
def test_without_a_screen_a_terminal_takes_over(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path)
    assert "No screen was found" in terminal.until("terminal form of the game.")
    terminal.until("A number chooses")
    terminal.type("q")
    terminal.until("Goodbye.")
    assert terminal.end() == 0


@POSIX
def test_ctrl_c_says_that_everything_is_stored(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, "play", "first_monday", "--seat", "pm", "--text")
    terminal.until("Your answer")
    terminal.process.send_signal(signal.SIGINT)  # what Ctrl-C does in a terminal of one's own
    terminal.until("Everything answered so far is stored.")
    assert terminal.end() == 130


@POSIX
def test_a_killed_play_goes_on_with_the_answer_that_was_replied_to(
    tmp_path: Path, typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    command = [sys.executable, "-m", "game", "play", "first_monday", "--seat", "pm", "--seed", "9", "--text"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment(home), bufsize=0
    ) as process:
        out = cast("io.FileIO", process.stdout)
        cast("io.FileIO", process.stdin).write(b"c\n")
        shown = b""
        while b"Move 1 of 1" not in shown:
            read = out.read(65536)
            assert read, shown
            shown += read
        process.kill()
    assert process.returncode == -signal.SIGKILL
    again = flat(typed("play", "first_monday", "--text", lines="\n\n\n\n"))
    assert "Bo could start Answered: Put the two of them at one table for the three days." in again
    assert "Week 1, as it turned out" in again
