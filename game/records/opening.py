"""Opening plays.db: checked, backed up, mended when damaged, and in memory when nothing can be written.

A clean file is backed up at every start (one backup is kept). A damaged one is put aside under a name with the time,
its good rows and the backup's are brought together in a new file, and every loss is named.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from game.records.files import replace_file, sync_folder
from game.records.salvage import Rows, faults_in, merged, open_damaged, read_rows, settle, write_rows
from game.records.schema import APPLICATION_ID, VERSION, configure, migrate, schema_of, version_of
from game.records.store import Connect, Store, identity
from game.records.trouble import SQLITE_RAISES, StoreTrouble, is_damage, reason


@dataclass(frozen=True)
class Opened:
    """A store to play with, and what the player should be told about it, one sentence each."""

    store: Store
    notes: tuple[str, ...]


def open_store(path: Path, now: datetime, connect: Connect = sqlite3.connect) -> Opened:
    """Open the file of plays at `path`, whatever state it and its folder are in; never raises for any of them."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        notes = _made_sound(path, now)
        connection = connect(str(path))
        try:
            configure(connection)
            notes += _back_up_and_migrate(connection, path)
        except BaseException:
            connection.close()
            raise
        return Opened(Store(connection, path), tuple(notes))
    except (OSError, *SQLITE_RAISES, StoreTrouble) as error:
        return _in_memory(path, error)


def backup_of(path: Path) -> Path:
    """Where the backup of a file of plays lies."""
    return path.with_name(f"{path.stem}.backup{path.suffix}")


def _made_sound(path: Path, now: datetime) -> list[str]:
    """Check the file at `path` and mend it if need be; the sentences of the report. Raises where it cannot write."""
    backup_there = backup_of(path).exists()
    if not path.exists():
        return _mend(path, now, "was missing") if backup_there else []
    if path.stat().st_size == 0:
        return _mend(path, now, "was empty") if backup_there else [f"{path} was empty; a new one was begun."]
    try:
        with closing(sqlite3.connect(path)) as connection:
            configure(connection)
            damaged = bool(_faults(connection))
    except SQLITE_RAISES as error:
        if not is_damage(error):
            raise
        damaged = True
    return _mend(path, now, "was damaged") if damaged else []


def _faults(connection: sqlite3.Connection) -> list[str]:
    """What is wrong with an open file; raises StoreTrouble for one that only a newer game can read."""
    said = "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY name"
    tables = connection.execute(said)
    found = tables.fetchall()
    version = version_of(connection)
    if not found and version == 0:
        return []  # the game was stopped between creating the file and its first write
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID or version < 1:
        return ["not a file of this game"]
    if version > VERSION:
        raise StoreTrouble("the plays here were stored by a newer version of the game, which is needed to open them")
    if found != schema_of(version):
        return ["tables are missing or not as they were made"]
    # not quick_check: it does not compare the indexes, through which plays are read, with their tables
    if connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
        return ["SQLite finds it damaged"]
    return faults_in(read_rows(connection))


def _back_up_and_migrate(connection: sqlite3.Connection, path: Path) -> list[str]:
    """Keep a copy of a sound file, then write to it: that also finds out now, not later, whether it can be written."""
    notes = []
    connection.execute("BEGIN IMMEDIATE")  # a second window starting now waits here
    if version_of(connection) > 0:
        try:
            _copy(path, backup_of(path))
        except (OSError, *SQLITE_RAISES) as error:
            notes.append(f"No backup of your plays could be made, because {reason(error)}.")
    migrate(connection)
    connection.execute("COMMIT")
    return notes


def _copy(path: Path, target: Path) -> None:
    with _new_file(target) as new:
        # a connection of its own: one that has begun to write cannot be copied from
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(new)) as copy:
            source.backup(copy)
        replace_file(new, target)


@contextmanager
def _new_file(target: Path) -> Iterator[Path]:
    """A name beside `target` to build its replacement under; nothing stays there."""
    new = target.with_name(f"{target.stem}.new{target.suffix}")
    journal = new.with_name(new.name + "-journal")
    for leftover in (new, journal):
        leftover.unlink(missing_ok=True)
    try:
        yield new
    finally:
        for leftover in (new, journal):
            with suppress(OSError):
                leftover.unlink(missing_ok=True)


def _mend(path: Path, now: datetime, what: str) -> list[str]:
    """Put a sound file in the place of a missing or damaged one, and tell what happened."""
    before = identity(path)
    rows = merged(_rows_at(path), _rows_at(backup_of(path)))
    report = settle(rows)
    with _new_file(path) as new:
        with closing(sqlite3.connect(new)) as connection:
            _fill(connection, rows)
        told = [f"The file with your plays ({path}) {what}."]
        if before is not None and what == "was damaged":
            told.append(f"It was put aside as {_put_aside(path, now)}.")
        if identity(path) != before:
            raise StoreTrouble("another window is mending the file at this moment; start the game again")
        _drop_journal(path)
        replace_file(new, path)
    if backup_of(path).exists():
        told.append("The backup made at the last start was used as well.")
    return [*told, *report]


def _fill(connection: sqlite3.Connection, rows: Rows) -> None:
    configure(connection)
    connection.execute("BEGIN IMMEDIATE")
    migrate(connection)
    write_rows(connection, rows)
    connection.execute("COMMIT")


def _rows_at(path: Path) -> Rows:
    """The good rows of the file at `path`; none if there is no such file or it is past reading."""
    try:
        with closing(open_damaged(path.read_bytes())) as connection:
            return read_rows(connection)
    except (OSError, *SQLITE_RAISES):
        return Rows()


def _put_aside(path: Path, now: datetime) -> str:
    """Give the damaged file a second name; returns that name. The first is freed by the file that replaces it."""
    name = f"{path.stem}.damaged-{now:%Y%m%d-%H%M%S}"
    aside, number = path.with_name(name + path.suffix), 2
    while aside.exists():
        aside, number = path.with_name(f"{name}-{number}{path.suffix}"), number + 1
    try:
        os.link(path, aside)
    except OSError:  # not every file system has links
        shutil.copyfile(path, aside)
    sync_folder(path.parent)
    return aside.name


def _drop_journal(path: Path) -> None:
    """A damaged file's journal must not be played into the file that replaces it."""
    path.with_name(path.name + "-journal").unlink(missing_ok=True)


def _in_memory(path: Path, error: BaseException) -> Opened:
    """A store that lives as long as the window, with what can be read of the old plays, and the sentence saying so."""
    notes = [
        f"Nothing can be saved here because {reason(error)} ({path.parent}): this play is kept only while the window "
        "is open. Use --data-dir to choose another folder."
    ]
    rows = Rows()
    if not isinstance(error, StoreTrouble):
        rows = merged(_rows_at(path), _rows_at(backup_of(path)))
        if faults_in(rows):
            notes += ["The file with your plays is damaged as well.", *settle(rows)]
    return Opened(memory_store(rows), tuple(notes))


def memory_store(rows: Rows | None = None) -> Store:
    """A store nothing of which outlives the window, holding `rows` if any are given."""
    connection = sqlite3.connect(":memory:")
    _fill(connection, rows or Rows())
    return Store(connection, None)
