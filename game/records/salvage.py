"""Reading what is still right in a damaged file, and saying in sentences what was kept and lost."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from game.records.rows import (
    DRAFT_COLUMNS,
    JUDGED_COLUMNS,
    NOTE_COLUMNS,
    PLAY_COLUMNS,
    TEXT_COLUMNS,
    WEEK_COLUMNS,
    AnyRow,
    Draft,
    Judged,
    Note,
    Play,
    Row,
    Text,
    Week,
    caught_up,
    chained,
    lost_week,
    right,
    with_sum,
)
from game.records.schema import PAGE, tolerate
from game.records.trouble import SQLITE_RAISES

_MOST_MISSES = 1_000  # row numbers tried in a row inside a damaged stretch; a page holds fewer than a hundred rows
_HEADER = {  # sqlite.org/fileformat.html section 1.3: what never changes in our files, by offset
    0: b"SQLite format 3\0" + PAGE.to_bytes(2, "big") + bytes((1, 1, 0, 64, 32, 32)),
    44: bytes((0, 0, 0, 4)),
    52: bytes(4) + bytes((0, 0, 0, 1)),
    64: bytes(4),
}
_LEAST_PAGES = 16  # the root pages of all tables and indexes; SQLite reads none of them if one is beyond the end
_HOPELESS = (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR)  # no database at all; no such table


@dataclass
class Rows:
    """Everything readable of one file, by key, and how many rows of each table were not."""

    texts: dict[str, Text] = field(default_factory=dict)
    plays: dict[str, Play] = field(default_factory=dict)
    weeks: dict[str, dict[int, Week]] = field(default_factory=dict)  # by play, then by number
    drafts: dict[tuple[str, int, str, str], Draft] = field(default_factory=dict)
    judged: dict[tuple[str, str, str, int], Judged] = field(default_factory=dict)
    notes: dict[tuple[str, str], Note] = field(default_factory=dict)
    bad: dict[str, int] = field(default_factory=dict)

    def weeks_of(self, play: Play) -> dict[int, Week]:
        """The weeks of one play by number."""
        return self.weeks.get(play.id, {})

    def strays(self) -> list[str]:
        """Ids of plays that have weeks but are not here themselves."""
        return [owner for owner in self.weeks if owner not in self.plays]


def open_damaged(content: bytes) -> sqlite3.Connection:
    """A connection to a damaged file's bytes in memory, its header put right as far as our header is always the same.

    Without this one wrong byte among the first hundred, or a missing end, would hide every row.
    """
    pages = max(-(-len(content) // PAGE), _LEAST_PAGES)
    file = bytearray(content).ljust(pages * PAGE, b"\0")
    for at, right_bytes in _HEADER.items():
        file[at : at + len(right_bytes)] = right_bytes
    file[28:32] = pages.to_bytes(4, "big")  # pages there really are ...
    file[92:96] = file[24:28]  # ... which SQLite believes when these two agree
    connection = sqlite3.connect(":memory:")
    tolerate(connection)
    connection.deserialize(bytes(file))
    return connection


def read_rows(connection: sqlite3.Connection) -> Rows:
    """Every row of a file whose check sum is right; never raises for a damaged file."""
    rows = Rows()
    for text in _table(connection, rows, Text, TEXT_COLUMNS, "text"):
        rows.texts[text.hash] = text
    for play in _table(connection, rows, Play, PLAY_COLUMNS, "play"):
        rows.plays[play.id] = play
    for week in _table(connection, rows, Week, WEEK_COLUMNS, "week"):
        rows.weeks.setdefault(week.play, {})[week.n] = week
    for draft in _table(connection, rows, Draft, DRAFT_COLUMNS, "draft"):
        rows.drafts[draft.play, draft.week, draft.seat, draft.event] = draft
    for part in _table(connection, rows, Judged, JUDGED_COLUMNS, "judged"):
        rows.judged[part.play, part.seat, part.kind, part.week] = part
    for note in _table(connection, rows, Note, NOTE_COLUMNS, "note"):
        rows.notes[note.play, note.seat] = note
    return rows


def merged(damaged: Rows, backup: Rows) -> Rows:
    """The damaged file's rows, completed from the backup: where both have a row, the damaged file's is the newer."""
    owners = {**backup.weeks, **damaged.weeks}
    rows = Rows(
        {**backup.texts, **damaged.texts},
        {**backup.plays, **damaged.plays},
        {owner: {**backup.weeks.get(owner, {}), **damaged.weeks.get(owner, {})} for owner in owners},
        {**backup.drafts, **damaged.drafts},
        {**backup.judged, **damaged.judged},
        {**backup.notes, **damaged.notes},
        damaged.bad,
    )
    for play in list(rows.plays.values()):
        rows.plays[play.id] = caught_up(play, rows.weeks_of(play))
    rows.drafts = {key: draft for key, draft in rows.drafts.items() if _current(draft, rows.plays)}
    return rows


def faults_in(rows: Rows) -> list[str]:
    """What does not fit together in the rows of a file, beyond what was named in an earlier repair."""
    found = [f"{count} damaged rows in “{table}”" for table, count in rows.bad.items() if count]
    found += [f"“{play.title}” is not complete" for play in rows.plays.values() if not play.lost and _loss(play, rows)]
    return found + (["weeks without a play"] if rows.strays() else [])


def settle(rows: Rows) -> list[str]:
    """Mark the plays that lost weeks, drop what belongs to no play, and say what could not be kept."""
    report = []
    for play in list(rows.plays.values()):
        lost = _loss(play, rows)
        if lost != play.lost:
            rows.plays[play.id] = replace(play, lost=lost)
            if lost:
                report.append(_told(play, lost, rows))
    strays = rows.strays()
    if strays:
        weeks = 0
        for owner in strays:
            weeks += len(rows.weeks.pop(owner))
        report.append(f"{_count(len(strays), 'play')} with {_count(weeks, 'week')} could not be kept.")
    if rows.bad.get("draft"):
        report.append(f"{_count(rows.bad['draft'], 'drafted answer')} could not be read and must be given again.")
    if rows.bad.get("note"):
        report.append(f"What you wrote looking back on {_count(rows.bad['note'], 'play')} could not be read.")
    if rows.bad.get("judged"):
        report.append(f"{_count(rows.bad['judged'], 'part')} of a review will be worked out again.")
    kept = f"Kept: {_count(len(rows.plays), 'play')} with {_count(sum(map(len, rows.weeks.values())), 'week')}."
    return [kept, *(report or ["Nothing else was found missing."])]


def write_rows(connection: sqlite3.Connection, rows: Rows) -> None:
    """Store rows in a new file, in the transaction the caller has open."""
    for table, columns, kept in (
        ("text", TEXT_COLUMNS, list[Row](rows.texts.values())),
        ("play", PLAY_COLUMNS, list(rows.plays.values())),
        ("week", WEEK_COLUMNS, [week for weeks in rows.weeks.values() for week in weeks.values()]),
        ("draft", DRAFT_COLUMNS, list(rows.drafts.values())),
        ("judged", JUDGED_COLUMNS, list(rows.judged.values())),
        ("note", NOTE_COLUMNS, list(rows.notes.values())),
    ):
        for row in kept:
            values = with_sum(row)
            places = ", ".join("?" * len(values))
            connection.execute(f"INSERT INTO {table} ({columns}, crc) VALUES ({places})", values)


def _table(
    connection: sqlite3.Connection, rows: Rows, kind: type[AnyRow], columns: str, table: str
) -> Iterator[AnyRow]:
    bad = set()
    for number, values in _walk(connection, columns, table):
        row = right(kind, values)
        if row is None:
            bad.add(number)
        else:
            yield row
    rows.bad[table] = len(bad)


def _walk(connection: sqlite3.Connection, columns: str, table: str) -> Iterator[tuple[object, tuple[object, ...]]]:
    """Rows by row number, stepping over damaged stretches; after damage once more from the end (rows may repeat)."""
    query = f"SELECT rowid, {columns}, crc FROM {table} NOT INDEXED WHERE rowid > ? ORDER BY rowid"
    at, misses = -1, 0
    while misses < _MOST_MISSES:
        try:
            for number, *values in connection.execute(query, (at,)):
                at, misses = max(at, number), 0
                yield number, tuple(values)
            break
        except SQLITE_RAISES as error:
            if getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) in _HOPELESS:
                return
            at, misses = at + 1, misses + 1
    if at < 0 or misses:
        yield from _from_the_end(connection, query.replace("ORDER BY rowid", "ORDER BY rowid DESC"))


def _from_the_end(connection: sqlite3.Connection, query: str) -> Iterator[tuple[object, tuple[object, ...]]]:
    try:
        for number, *values in connection.execute(query, (-1,)):
            yield number, tuple(values)
    except SQLITE_RAISES:
        return


def _loss(play: Play, rows: Rows) -> int:
    """The first week of a play that is lost, 1 also when its rules are; 0 when it is whole."""
    if play.text_hash not in rows.texts:
        return 1
    good, link = chained(play, rows.weeks_of(play))
    if len(good) == play.weeks:
        return 0 if link == play.head else max(play.weeks, 1)
    return min(len(good), play.weeks) + 1


def _told(play: Play, lost: int, rows: Rows) -> str:
    if play.text_hash not in rows.texts:
        return f"The rules of “{play.title}” (begun {play.created[:10]}) are damaged: only its result is kept."
    return lost_week(play, lost)


def _current(draft: Draft, plays: dict[str, Play]) -> bool:
    """Whether a draft is for the week its play stands in; the backup may hold older ones."""
    play = plays.get(draft.play)
    return play is not None and draft.week == play.weeks + 1


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
