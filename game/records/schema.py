"""The tables of plays.db, version by version."""

from __future__ import annotations

import sqlite3

PAGE = 4096  # bytes
APPLICATION_ID = 0x4F567072  # "OVpr": tells our file from any other SQLite file

# Migration n (from 0) lifts a file from version n to n + 1. A shipped one is never edited.
_MIGRATIONS = (
    (
        "CREATE TABLE text (hash TEXT PRIMARY KEY, name TEXT NOT NULL, body TEXT NOT NULL, crc INTEGER NOT NULL)",
        "CREATE TABLE play (id TEXT PRIMARY KEY, scenario TEXT NOT NULL, title TEXT NOT NULL, text_hash TEXT NOT NULL,"
        " engine TEXT NOT NULL, seed INTEGER NOT NULL, mode TEXT NOT NULL, difficulty TEXT NOT NULL,"
        " created TEXT NOT NULL, parent TEXT NOT NULL, parent_week INTEGER NOT NULL, status TEXT NOT NULL,"
        " ending TEXT NOT NULL, scores TEXT NOT NULL, recorded INTEGER NOT NULL, lost INTEGER NOT NULL,"
        " weeks INTEGER NOT NULL, head TEXT NOT NULL, crc INTEGER NOT NULL)",
        "CREATE TABLE week (play TEXT NOT NULL, n INTEGER NOT NULL, decisions TEXT NOT NULL, digest TEXT NOT NULL,"
        " prev TEXT NOT NULL, crc INTEGER NOT NULL, PRIMARY KEY (play, n))",
        "CREATE TABLE draft (play TEXT NOT NULL, week INTEGER NOT NULL, seat TEXT NOT NULL, event TEXT NOT NULL,"
        " body TEXT NOT NULL, crc INTEGER NOT NULL, PRIMARY KEY (play, week, seat, event))",
    ),
    (
        "CREATE TABLE judged (play TEXT NOT NULL, seat TEXT NOT NULL, kind TEXT NOT NULL, week INTEGER NOT NULL,"
        " basis TEXT NOT NULL, body TEXT NOT NULL, crc INTEGER NOT NULL, PRIMARY KEY (play, seat, kind, week))",
        "CREATE TABLE note (play TEXT NOT NULL, seat TEXT NOT NULL, body TEXT NOT NULL, crc INTEGER NOT NULL,"
        " PRIMARY KEY (play, seat))",
    ),
)
VERSION = len(_MIGRATIONS)


def configure(connection: sqlite3.Connection) -> None:
    """Set what SQLite forgets between openings: safest writing, patience with other windows, suspicion."""
    tolerate(connection)
    connection.isolation_level = None  # we say BEGIN ourselves
    for pragma in (
        "busy_timeout = 5000",
        f"page_size = {PAGE}",
        "journal_mode = DELETE",  # WAL needs helper files and fails on network homes
        "synchronous = EXTRA",  # also survives a power cut just after the journal is deleted
        "trusted_schema = OFF",
        "cell_size_check = ON",
    ):
        connection.execute(f"PRAGMA {pragma}").fetchall()


def tolerate(connection: sqlite3.Connection) -> None:
    """Let damaged text arrive, so that its check sum can refuse it."""
    connection.text_factory = _text


def version_of(connection: sqlite3.Connection) -> int:
    """The file's version: 0 for an empty one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def schema_of(version: int) -> list[tuple[str, str, str]]:
    """What `sqlite_master` says of a file of a version: type, name and statement of every table, by name."""
    statements = [statement for migration in _MIGRATIONS[:version] for statement in migration]
    return sorted(("table", statement.split()[2], statement) for statement in statements)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring an empty or older file to today's version, in the transaction the caller has open."""
    for number in range(version_of(connection), VERSION):
        for statement in _MIGRATIONS[number]:
            connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {VERSION}")


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "surrogateescape")
