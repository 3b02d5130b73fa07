"""Disks that are full, read-only, missing or failing: one clear sentence, nothing half-written, nothing lost."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

import game
from game.records.opening import backup_of, open_store
from game.records.rows import Draft, Play
from game.records.store import Store
from game.records.trouble import StoreTrouble

NOW = datetime(2026, 11, 23, 15, 2, 12)
DAY = "2026-11-23T15:02:12+00:00"
FRESH = Play("", "more", "Just one more thing", "", "0.1.0", 7, "pm", "normal", DAY)
WEEK = '{"am":[[],[]],"pm":[[["wishlist","absorb"]],[["talk","leo",""]]]}'
ROOT = Path(game.__file__).parent.parent


class FailingConnection(sqlite3.Connection):
    """A connection whose statement number `fails_at` (counted from when it is set) meets a bad disk."""

    fails_at = 0
    code = sqlite3.SQLITE_IOERR

    def execute(self, sql: str, parameters: object = (), /) -> sqlite3.Cursor:  # type: ignore[override]
        if self.fails_at:
            self.fails_at -= 1
            if self.fails_at == 0:
                error = sqlite3.OperationalError("disk I/O error")
                error.sqlite_errorcode = self.code
                raise error
        return super().execute(sql, parameters)  # type: ignore[arg-type]


def failing(path: str) -> sqlite3.Connection:
    return sqlite3.connect(path, factory=FailingConnection)


def begin(store: Store, play: Play) -> Play:
    return store.begin(FRESH, "more.yaml", "text")


def append(store: Store, play: Play) -> Play:
    return store.append(play, WEEK, "digest", DAY, "delivered", '{"pm":70.0}')


def branch(store: Store, play: Play) -> Play:
    return store.branch(play, 2, DAY)


def keep_draft(store: Store, play: Play) -> Play:
    return store.keep_draft(play, Draft(play.id, 3, "pm", "one", '["a"]'), (), DAY)


def content(path: Path) -> list[str]:
    raw = sqlite3.connect(path)
    lines = list(raw.iterdump())
    raw.close()
    return lines


@pytest.mark.parametrize("code", [sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY])
@pytest.mark.parametrize("write", [begin, append, branch, keep_draft])
def test_a_disk_failing_at_any_statement_leaves_all_or_nothing(
    tmp_path: Path, write: Callable[[Store, Play], Play], code: int
) -> None:
    path = tmp_path / "plays.db"
    store = open_store(path, NOW, failing).store
    connection = store._connection
    assert isinstance(connection, FailingConnection)
    play = begin(store, FRESH)
    for _ in range(2):
        play = store.append(play, WEEK, "digest", DAY)
    before = content(path)
    failures = 0
    while True:
        failures += 1
        connection.fails_at, connection.code = failures, code
        try:
            write(store, play)
        except StoreTrouble as trouble:
            sentence = str(trouble)
        else:
            break
        connection.fails_at = 0
        assert sentence.startswith("This was not saved, because the ")
        assert sentence.endswith(f"({path}).")
        assert content(path) == before
    connection.fails_at = 0
    assert failures > 3
    assert open_store(path, NOW).notes == ()


def test_a_week_whose_commit_failed_after_all_is_not_stored_twice(tmp_path: Path) -> None:
    """The one case in doubt: the disk fails when the week is down already."""
    store = open_store(tmp_path / "plays.db", NOW).store
    play = begin(store, FRESH)
    assert append(store, play) == append(store, play)
    assert len(store.plays()) == 1


def play_until_full(store: Store, play: Play) -> int:
    """Weeks that could be kept."""
    for kept in range(1000):
        try:
            play = store.append(play, WEEK.replace("absorb", "a" * 190), f"{kept}", DAY)
        except StoreTrouble as trouble:
            return kept if "the disk is full" in str(trouble) else -1
    return -1


def test_a_full_file_says_so_and_everything_before_is_readable(tmp_path: Path) -> None:
    path = tmp_path / "plays.db"
    store = open_store(path, NOW).store
    play = begin(store, FRESH)
    store._connection.execute("PRAGMA max_page_count = 20").fetchall()
    kept = play_until_full(store, play)
    store.close()
    opened = open_store(path, NOW)
    assert opened.notes == ()
    assert len(opened.store.log(opened.store.play(play.id)).decisions) == kept > 5


LIMITED = """
import resource, signal, sys
from datetime import datetime
from pathlib import Path
sys.path.insert(0, {root!r})
from game.records.opening import open_store
from game.records.rows import Play
from game.records.trouble import StoreTrouble
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
opened = open_store(Path(sys.argv[1]), datetime(2026, 11, 23))
play = opened.store.begin(Play("", "more", "More", "", "0", 7, "pm", "normal", "2026"), "m", "t")
resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))
kept = 0
try:
    while kept < 500:
        play = opened.store.append(play, {week!r}.replace("absorb", "a" * 190), str(kept), "2026")
        kept += 1
except StoreTrouble as trouble:
    print(kept, trouble)
again = open_store(Path(sys.argv[1]), datetime(2026, 11, 23))
print(len(again.store.log(again.store.play(play.id)).decisions), again.notes)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs RLIMIT_FSIZE")
def test_a_real_write_error_keeps_every_week_before_it(tmp_path: Path) -> None:
    script = LIMITED.format(root=str(ROOT), week=WEEK)
    command = [sys.executable, "-c", script, str(tmp_path / "plays.db")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    first, second = done.stdout.splitlines()
    kept, _, sentence = first.partition(" ")
    assert sentence.startswith("This was not saved, because the disk")
    assert second.startswith(f"{kept} (")
    assert "kept only while the window is open" in second or "No backup" in second or second == f"{kept} ()"


def as_nobody(task: Callable[[], None]) -> int:
    """Run a task in a child without rights, because root may write anywhere; its exit code."""
    child = os.fork()
    if child == 0:
        try:
            if os.getuid() == 0:
                os.setuid(65534)
            task()
        except BaseException as error:
            os.write(2, repr(error).encode())
            os._exit(1)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """A folder a user without rights can reach; pytest's own is private."""
    top = Path(tempfile.gettempdir()).resolve()
    for folder in (tmp_path, *tmp_path.parents):
        if folder.resolve() == top:
            break
        folder.chmod(0o755)
    return tmp_path


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_in_a_read_only_folder_the_game_plays_from_memory_and_shows_the_old_plays(shared: Path) -> None:
    path = shared / "plays.db"
    store = open_store(path, NOW).store
    old = append(store, begin(store, FRESH))
    store.close()
    path.chmod(0o444)
    shared.chmod(0o555)

    def play() -> None:
        opened = open_store(path, NOW)
        assert opened.notes[0].startswith("Nothing can be saved here because ")
        assert opened.notes[0].endswith(
            "this play is kept only while the window is open. Use --data-dir to choose another folder."
        )
        assert len(opened.notes) == 1
        assert not opened.store.keeps
        assert opened.store.play(old.id) == old
        assert append(opened.store, begin(opened.store, FRESH)).weeks == 1

    code = as_nobody(play)
    shared.chmod(0o755)
    assert code == 0


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_folder_that_turns_read_only_while_playing_is_a_sentence(shared: Path) -> None:
    def play() -> None:
        folder = shared / "mine"
        store = open_store(folder / "plays.db", NOW).store
        begun = begin(store, FRESH)
        folder.chmod(0o555)
        with pytest.raises(StoreTrouble, match="not saved, because"):
            append(store, begun)
        folder.chmod(0o755)
        assert append(store, begun).weeks == 1

    shared.chmod(0o777)
    assert as_nobody(play) == 0


def test_a_missing_folder_is_made(tmp_path: Path) -> None:
    opened = open_store(tmp_path / "new" / "deep" / "plays.db", NOW)
    assert opened.notes == ()
    assert opened.store.keeps


def test_a_file_in_place_of_the_folder_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    opened = open_store(tmp_path / "data" / "plays.db", NOW)
    assert "a part of the path is a file" in opened.notes[0]
    assert append(opened.store, begin(opened.store, FRESH)).weeks == 1


def test_a_folder_deleted_while_playing_is_a_sentence(tmp_path: Path) -> None:
    store = open_store(tmp_path / "data" / "plays.db", NOW).store
    play = begin(store, FRESH)
    for item in (tmp_path / "data").iterdir():
        item.unlink()
    (tmp_path / "data").rmdir()
    with pytest.raises(StoreTrouble, match="moved, deleted or replaced"):
        append(store, play)


@pytest.mark.parametrize("number", range(1, 40))
def test_a_disk_failing_while_the_file_is_opened_still_gives_a_game(tmp_path: Path, number: int) -> None:
    def fails_on_opening(path: str) -> sqlite3.Connection:
        connection = failing(path)
        assert isinstance(connection, FailingConnection)
        connection.fails_at = number
        return connection

    opened = open_store(tmp_path / "plays.db", NOW, fails_on_opening)
    if opened.notes:
        assert "the disk reported an error" in opened.notes[0]
        assert append(opened.store, begin(opened.store, FRESH)).weeks == 1
    assert open_store(tmp_path / "plays.db", NOW).store.keeps


def test_no_room_for_a_backup_is_a_sentence_and_the_play_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "plays.db"
    store = open_store(path, NOW).store
    play = begin(store, FRESH)
    store.close()

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", fail)
        opened = open_store(path, NOW)
    assert opened.notes == ("No backup of your plays could be made, because the disk is full.",)
    assert append(opened.store, play).weeks == 1
    assert not backup_of(path).exists()


def test_a_damaged_file_that_cannot_be_mended_is_left_and_read_into_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "plays.db"
    store = open_store(path, NOW).store
    old = append(store, append(store, begin(store, FRESH)))
    store.close()
    with sqlite3.connect(path) as raw:
        raw.execute("UPDATE week SET digest = 'x' WHERE n = 2")
    raw.close()

    def fail(*_: object) -> None:
        raise OSError(30, "Read-only file system")

    before = path.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", fail)
        opened = open_store(path, NOW)
    assert "can only be read" in opened.notes[0]
    assert any("Week 2" in note for note in opened.notes)
    assert len(opened.store.log(opened.store.play(old.id)).decisions) == 1
    assert path.read_bytes() == before
