"""Plays, drafts and results in one SQLite file: every method that writes is one transaction, kept once it returns.

A failed write raises StoreTrouble and leaves the file as it was. Two windows may have the same play open: each write
first checks that the play still stands where this window left it, and otherwise goes on in a branch of its own.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

from game.records.rows import (
    DRAFT_COLUMNS,
    ENDED,
    JUDGED_COLUMNS,
    NOTE_COLUMNS,
    PLAY_COLUMNS,
    TEXT_COLUMNS,
    WEEK_COLUMNS,
    AnyRow,
    Draft,
    Judged,
    Log,
    Note,
    Play,
    Row,
    Text,
    Week,
    chained,
    first_link,
    next_link,
    read_log,
    right,
    text_hash,
    with_sum,
)
from game.records.trouble import SQLITE_RAISES, StoreTrouble, reason

Connect = Callable[[str], sqlite3.Connection]
FAILURES = (OSError, *SQLITE_RAISES)


class Store:
    """The open file. Use `opening.open_store` to get one that is known to be sound."""

    def __init__(self, connection: sqlite3.Connection, path: Path | None) -> None:
        """`path` None: the connection is to memory, and nothing outlives it."""
        self._connection = connection
        self.path = path
        self._identity = identity(path)

    @property
    def keeps(self) -> bool:
        """Whether anything outlives the window."""
        return self.path is not None

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    # -- writing ---------------------------------------------------------------------------------------------------

    def begin(self, play: Play, name: str, body: str) -> Play:
        """Keep a new play and the scenario text it runs on; returns it with its id. `play.seed` fits 63 bits."""
        text = Text(text_hash(body), name, body)
        fresh = replace(play, id=play.id or str(uuid4()), text_hash=text.hash, weeks=0, head="")
        fresh = replace(fresh, head=first_link(fresh))
        with self._writing():
            self._put("REPLACE INTO text", TEXT_COLUMNS, text)  # replacing mends one that was damaged
            self._put("INSERT INTO play", PLAY_COLUMNS, fresh)
        return fresh

    def keep_text(self, play: Play, body: str) -> Play:
        """Give a play back the text it began with, lost with a damaged file; raises ValueError for any other text."""
        text = Text(text_hash(body), play.scenario, body)
        if text.hash != play.text_hash:
            raise ValueError("not the text this play began with")
        mended = replace(play, lost=0)
        with self._writing():
            self._put("REPLACE INTO text", TEXT_COLUMNS, text)
            self._put("REPLACE INTO play", PLAY_COLUMNS, mended)
        return mended

    def append(self, play: Play, decisions: str, digest: str, now: str, ending: str = "", scores: str = "{}") -> Play:
        """Keep the next week and drop its drafts; a non-empty `ending` closes the play with its scores.

        Returns the play as it now stands. Its id is a new one when another window has already taken this play
        further in another way: then the week went into a branch. `now` dates such a branch.
        """
        with self._writing():
            if (done := self._already(play, decisions, digest)) is not None:
                return done
            mine = self._mine(play, now)
            week = Week(mine.id, mine.weeks + 1, decisions, digest, mine.head)
            grown = replace(mine, weeks=week.n, head=next_link(week))
            if ending:
                grown = replace(grown, status=ENDED, ending=ending, scores=scores)
            self._put("INSERT INTO week", WEEK_COLUMNS, week)
            self._put("REPLACE INTO play", PLAY_COLUMNS, grown)
            self._connection.execute("DELETE FROM draft WHERE play = ? AND week <= ?", (grown.id, week.n))
        return grown

    def branch(self, play: Play, week: int, now: str) -> Play:
        """A marked branch of `play` that shares its first `week` weeks. It never counts for the results."""
        with self._writing():
            return self._branch(play, week, now)

    def keep_draft(self, play: Play, draft: Draft, others: Sequence[Draft], now: str) -> Play:
        """Keep one draft answer or the draft moves of a seat; an empty body takes it back.

        `others` are this window's other drafts of the week: they go along if the play must become a branch.
        """
        with self._writing():
            mine = self._mine(play, now)
            moved = [replace(other, play=mine.id) for other in others] if mine.id != play.id else []
            for item in (*moved, replace(draft, play=mine.id)):
                self._put_draft(item)
        return mine

    def keep_judged(self, part: Judged) -> None:
        """Keep a part of a review, in place of an earlier one."""
        with self._writing():
            self._put("REPLACE INTO judged", JUDGED_COLUMNS, part)

    def keep_note(self, note: Note) -> None:
        """Keep what a seat wrote looking back, in place of what it wrote before."""
        with self._writing():
            self._put("REPLACE INTO note", NOTE_COLUMNS, note)

    # -- reading ---------------------------------------------------------------------------------------------------

    def plays(self) -> list[Play]:
        """Every readable play, the newest first."""
        with self._reading():
            return [play for play in self._rows(Play, PLAY_COLUMNS, "play", "1", ()) if play is not None][::-1]

    def play(self, play_id: str) -> Play:
        """One play; StoreTrouble when it is not there or damaged."""
        with self._reading():
            found = list(self._rows(Play, PLAY_COLUMNS, "play", "id = ?", (play_id,)))
        if not found or found[0] is None:
            raise StoreTrouble("This play is damaged or no longer there." if found else "This play is not there.")
        return found[0]

    def text(self, play: Play) -> Text:
        """The scenario text a play began with; StoreTrouble when it is not there or damaged."""
        with self._reading():
            found = list(self._rows(Text, TEXT_COLUMNS, "text", "hash = ?", (play.text_hash,)))
        if not found or found[0] is None:
            raise StoreTrouble(f"The rules of “{play.title}” are damaged, so the play cannot be opened.")
        return found[0]

    def log(self, play: Play) -> Log:
        """The decisions of a play, as far as they can be trusted; what cannot is named, never half-read."""
        with self._reading():
            weeks = list(self._rows(Week, WEEK_COLUMNS, "week", "play = ?", (play.id,)))
        return read_log(play, {week.n: week for week in weeks if week is not None})

    def drafts(self, play: Play) -> tuple[list[Draft], list[str]]:
        """The drafts of the week a play stands in, and a sentence for each that is damaged."""
        with self._reading():
            found = list(self._rows(Draft, DRAFT_COLUMNS, "draft", "play = ? AND week = ?", (play.id, play.weeks + 1)))
        lost = (
            f"An answer you had drafted for week {play.weeks + 1} of “{play.title}” is damaged and must be given again."
        )
        return [draft for draft in found if draft is not None], [lost for draft in found if draft is None]

    def judged(self, play: Play, seat: str) -> list[Judged]:
        """The parts of a seat's review that were worked out already; a damaged one is worked out again."""
        with self._reading():
            found = list(self._rows(Judged, JUDGED_COLUMNS, "judged", "play = ? AND seat = ?", (play.id, seat)))
        return [part for part in found if part is not None]

    def note(self, play: Play, seat: str) -> Note | None:
        """What a seat wrote looking back; None where it wrote nothing, or where that is damaged."""
        with self._reading():
            found = list(self._rows(Note, NOTE_COLUMNS, "note", "play = ? AND seat = ?", (play.id, seat)))
        return found[0] if found else None

    # -- inside one transaction ------------------------------------------------------------------------------------

    def _mine(self, play: Play, now: str) -> Play:
        """The play itself, or a branch of it when another window has moved it on."""
        stored = list(self._rows(Play, PLAY_COLUMNS, "play", "id = ?", (play.id,)))
        if not stored or stored[0] is None:
            raise StoreTrouble(f"“{play.title}” is damaged or no longer in the file, so nothing was saved.")
        if (stored[0].weeks, stored[0].head) == (play.weeks, play.head):
            return play
        return self._branch(play, play.weeks, now)

    def _already(self, play: Play, decisions: str, digest: str) -> Play | None:
        """The play one week on, if exactly this week is stored already: a retry must not make a branch."""
        week = Week(play.id, play.weeks + 1, decisions, digest, play.head)
        if week not in list(self._rows(Week, WEEK_COLUMNS, "week", "play = ? AND n = ?", (play.id, week.n))):
            return None
        stored = next(self._rows(Play, PLAY_COLUMNS, "play", "id = ?", (play.id,)), None)
        if stored is None:
            return None
        return replace(stored, weeks=week.n, head=next_link(week))

    def _branch(self, play: Play, week: int, now: str) -> Play:
        rows = self._rows(Week, WEEK_COLUMNS, "week", "play = ? AND n <= ?", (play.id, week))
        shared, _ = chained(play, {row.n: row for row in rows if row is not None})
        if len(shared) < week:
            raise StoreTrouble(f"“{play.title}” cannot be read up to week {week}, so no branch was made.")
        fresh = replace(play, id=str(uuid4()), parent=play.id, parent_week=week, created=now, weeks=week)
        fresh = replace(fresh, status="open", ending="", scores="{}", recorded=0, lost=0)
        link = first_link(fresh)
        for row in shared:
            copy = replace(row, play=fresh.id, prev=link)
            self._put("INSERT INTO week", WEEK_COLUMNS, copy)
            link = next_link(copy)
        fresh = replace(fresh, head=link)
        self._put("INSERT INTO play", PLAY_COLUMNS, fresh)
        for part in self._rows(Judged, JUDGED_COLUMNS, "judged", "play = ? AND week BETWEEN 1 AND ?", (play.id, week)):
            if part is not None:
                self._put("INSERT INTO judged", JUDGED_COLUMNS, replace(part, play=fresh.id))
        return fresh

    def _put_draft(self, draft: Draft) -> None:
        if draft.body:
            self._put("REPLACE INTO draft", DRAFT_COLUMNS, draft)
            return
        place = (draft.play, draft.week, draft.seat, draft.event)
        self._connection.execute("DELETE FROM draft WHERE play = ? AND week = ? AND seat = ? AND event = ?", place)

    def _put(self, verb: str, columns: str, row: Row) -> None:
        values = with_sum(row)
        places = ", ".join("?" * len(values))
        self._connection.execute(f"{verb} ({columns}, crc) VALUES ({places})", values)

    def _rows(
        self, kind: type[AnyRow], columns: str, table: str, where: str, values: Sequence[object]
    ) -> Iterator[AnyRow | None]:
        """Rows in the order they were stored; None for one whose check sum is wrong."""
        query = f"SELECT {columns}, crc FROM {table} WHERE {where} ORDER BY rowid"
        for values_and_sum in self._connection.execute(query, values):
            yield right(kind, values_and_sum)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """One transaction: all of it, or StoreTrouble and nothing of it."""
        try:
            self._check_place()
            if self._connection.in_transaction:  # a rollback that failed with the disk
                self._connection.execute("ROLLBACK")
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                with suppress(*SQLITE_RAISES):
                    self._connection.execute("ROLLBACK")
                raise
        except FAILURES as error:
            raise StoreTrouble(f"This was not saved, because {reason(error)} ({self._place()}).") from error

    @contextmanager
    def _reading(self) -> Iterator[None]:
        try:
            yield
        except FAILURES as error:
            hint = " Start the game again: it will save what can be read." if "damaged" in reason(error) else ""
            raise StoreTrouble(f"This could not be read, because {reason(error)} ({self._place()}).{hint}") from error

    def _check_place(self) -> None:
        """A file moved or deleted under an open window would take everything written from now on with it."""
        if self._identity != identity(self.path):
            raise StoreTrouble(
                f"This was not saved, because {self._place()} was moved, deleted or replaced while it was open. "
                "Start the game again."
            )

    def _place(self) -> str:
        return str(self.path) if self.path else "memory"


def identity(path: Path | None) -> tuple[int, int] | None:
    """What stays the same while a path leads to the same file."""
    if path is None:
        return None
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
