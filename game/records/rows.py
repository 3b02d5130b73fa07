"""What one stored row is, and how damage in it shows.

Every row carries a CRC-32 over its other columns, because most bit flips in a SQLite file pass its own integrity check.
The weeks of a play form a chain of SHA-256 links, and the play knows how many there are and the last link, so that a
missing, exchanged or older week shows as well.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Sequence
from dataclasses import astuple, dataclass, replace
from typing import Any, TypeVar

from game.engine.state import Decisions
from game.records.codec import Unreadable, load_decisions, load_scores

MODES = ("am", "pm", "both", "two")
OPEN, ENDED = "open", "ended"

PLAY_COLUMNS = (
    "id, scenario, title, text_hash, engine, seed, mode, difficulty, created, parent, parent_week, "
    "status, ending, scores, recorded, lost, weeks, head"
)
WEEK_COLUMNS = "play, n, decisions, digest, prev"
DRAFT_COLUMNS = "play, week, seat, event, body"
TEXT_COLUMNS = "hash, name, body"
JUDGED_COLUMNS = "play, seat, kind, week, basis, body"
NOTE_COLUMNS = "play, seat, body"


@dataclass(frozen=True)
class Play:
    """One play as stored. `mode` is am, pm, both or two (two people at one screen)."""

    id: str
    scenario: str
    title: str
    text_hash: str
    engine: str  # version of the game it was begun with
    seed: int
    mode: str
    difficulty: str
    created: str  # ISO 8601, local time with offset
    parent: str = ""  # the play this one branched from
    parent_week: int = 0  # weeks taken over from it
    status: str = OPEN
    ending: str = ""
    scores: str = "{}"  # JSON: points 0 to 100 by seat
    recorded: int = 1  # 1: a first run through, counts for the results; 0: a branch
    lost: int = 0  # the first week that could not be saved from a damaged file; 0: none
    weeks: int = 0
    head: str = ""


@dataclass(frozen=True)
class Week:
    """One played week. `prev` links to everything before it."""

    play: str
    n: int
    decisions: str
    digest: str
    prev: str


@dataclass(frozen=True)
class Draft:
    """One draft answer (`event` set, body a path) or the draft moves of a seat (`event` empty)."""

    play: str
    week: int
    seat: str
    event: str
    body: str


@dataclass(frozen=True)
class Text:
    """A scenario's text, kept once however many plays use it. `hash` is the SHA-256 of its UTF-8 bytes."""

    hash: str
    name: str
    body: str


@dataclass(frozen=True)
class Judged:
    """One part of a seat's review, kept so that it need not be worked out again; `basis` says what it depends on."""

    play: str
    seat: str
    kind: str
    week: int
    basis: str
    body: str


@dataclass(frozen=True)
class Note:
    """What one seat wrote down when it looked back on a play."""

    play: str
    seat: str
    body: str


Row = Play | Week | Draft | Text | Judged | Note
AnyRow = TypeVar("AnyRow", Play, Week, Draft, Text, Judged, Note)


@dataclass(frozen=True)
class Log:
    """The readable beginning of a play: `trouble` says in one sentence what came after it and could not be read."""

    decisions: tuple[Decisions, ...]
    digests: tuple[str, ...]
    trouble: str = ""


def text_hash(body: str) -> str:
    """What identifies a scenario's text: the SHA-256 of its UTF-8 bytes."""
    return hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest()


def check_sum(values: Sequence[object]) -> int:
    """CRC-32 of a row's columns; never fails, whatever a damaged file hands back as a column."""
    return zlib.crc32(json.dumps(list(values), default=repr).encode())


def with_sum(row: Row) -> tuple[object, ...]:
    """The row's columns with their check sum last."""
    values = astuple(row)
    return (*values, check_sum(values))


def first_link(play: Play) -> str:
    """Where a play's chain begins: it binds the weeks to this play, these rules and this luck."""
    parts = (play.id, play.text_hash, str(play.seed), play.mode, play.difficulty)
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def next_link(week: Week) -> str:
    """The link that follows a week."""
    parts = (week.prev, str(week.n), week.decisions, week.digest)
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def chained(play: Play, weeks: dict[int, Week]) -> tuple[list[Week], str]:
    """The weeks from 1 on that follow from each other, and the link after the last of them."""
    link, good = first_link(play), list[Week]()
    while (week := weeks.get(len(good) + 1)) is not None and week.prev == link and _reads(week):
        good.append(week)
        link = next_link(week)
    return good, link


def read_log(play: Play, weeks: dict[int, Week]) -> Log:
    """The decisions of `play` as far as they can be trusted. `weeks` holds the rows whose check sum was right."""
    good, link = chained(play, {n: week for n, week in weeks.items() if n <= play.weeks})
    trouble = ""
    if len(good) < play.weeks:
        trouble = lost_week(play, len(good) + 1)
    elif link != play.head:
        trouble = f"The last week of “{play.title}” is not the one that was stored last. What can be read is shown."
    return Log(tuple(load_decisions(week.decisions) for week in good), tuple(week.digest for week in good), trouble)


def lost_week(play: Play, week: int) -> str:
    """The sentence for a play that cannot be read to its end."""
    rest = "It can be begun again." if week == 1 else f"It can be continued from the end of week {week - 1}."
    return f"Week {week} of “{play.title}” (begun {play.created[:10]}) is damaged and could not be read. {rest}"


def caught_up(play: Play, weeks: dict[int, Week]) -> Play:
    """The play with its count and head as its weeks say, where the weeks reach further than the play's own row."""
    good, link = chained(play, weeks)
    if len(good) > play.weeks:
        return replace(play, weeks=len(good), head=link)
    return play


def right(kind: type[AnyRow], values: Sequence[Any]) -> AnyRow | None:
    """The row, if its last column is the check sum of the others and it says something this game could have written."""
    if check_sum(values[:-1]) != values[-1]:
        return None
    row = kind(*values[:-1])
    return row if _makes_sense(row) else None


def _makes_sense(row: Row) -> bool:
    if isinstance(row, Text):
        return row.hash == text_hash(row.body)
    if isinstance(row, Play):
        return row.mode in MODES and row.status in (OPEN, ENDED) and _scores_read(row)
    return True


def _scores_read(play: Play) -> bool:
    try:
        load_scores(play.scores)
    except Unreadable:
        return False
    return True


def _reads(week: Week) -> bool:
    try:
        load_decisions(week.decisions)
    except Unreadable:
        return False
    return True
