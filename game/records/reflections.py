"""What a player makes of a finished play, in their own words, stored with it and shown to nobody unless exported."""

from __future__ import annotations

import re
from dataclasses import dataclass

from game.engine.model import Seat
from game.records.codec import Unreadable
from game.records.plain import dump_record, load_record
from game.records.rows import Note, Play
from game.records.store import Store

MOST_TURNING = 3
LONGEST = 400  # signs of each thing written
_CONTROL = re.compile(r"\x1b\[[0-9;?]*[ -/]*[@-~]|\x1b.")  # what arrow keys and the like leave in a line


@dataclass(frozen=True)
class TurningPoint:
    """A moment the player says it turned at: an event answered in a week ("": the week as a whole), and why."""

    week: int
    event: str = ""
    why: str = ""


@dataclass(frozen=True)
class Reflection:
    """One seat's look back: up to three turning points, what to keep, what to change, a sentence to take to work."""

    turning: tuple[TurningPoint, ...] = ()
    keep: str = ""
    change: str = ""
    rule: str = ""
    first_use: str = ""  # when or where the sentence will first be used, as the player wrote it


def reflection_of(store: Store, play: Play, seat: Seat) -> Reflection:
    """What the seat has written so far; an empty one where it has not, or where what it wrote cannot be read."""
    note = store.note(play, seat.value)
    try:
        return Reflection() if note is None else load_record(Reflection, note.body)
    except Unreadable:
        return Reflection()


def keep_reflection(store: Store, play: Play, seat: Seat, reflection: Reflection) -> None:
    """Store it. Raises StoreTrouble where that is not possible."""
    store.keep_note(Note(play.id, seat.value, dump_record(reflection)))


def tidy(words: str, longest: int = LONGEST) -> str:
    """What was typed as it is kept: one line, without signs nobody sees, and where too long cut between two words."""
    shown = "".join(c if c.isprintable() else " " if c.isspace() else "" for c in _CONTROL.sub("", words))
    line = " ".join(shown.split())
    if len(line) <= longest:
        return line
    cut = line[: longest + 1].rpartition(" ")[0]
    return cut if cut else line[:longest]
