"""The play file: one play in one text file, from which anybody can live it again.

It is JSON in the one layout the game writes: a line for the play, a line a week, a line for the end, the scenario's
text line by line, and a check sum over everything above it. Play, weeks and end each carry a seal that follows from
them and from the seal before, and the play names the text by its SHA-256; so a file that was damaged or edited can say
where.

A seal is no secret. Whoever can compute one can write a play that nobody played. What a play file shows is that these
decisions, on these rules and with this luck, lead to this result; `proving` shows it by living them again.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass

from game.engine.state import Decisions
from game.records.codec import (
    Unreadable,
    decisions_in,
    decisions_out,
    dump_scores,
    load_scores,
    parse,
)
from game.records.rows import ENDED, MODES, OPEN, Play, text_hash

ENDING = ".opplay"
FORMAT = 1
ABOUT = "A play of Overpromise. `overpromise verify` lives it again and says whether it is what it claims to be."
MAX_BYTES = 8 * 1024 * 1024
MAX_WEEKS = 100
MAX_REFLECTIONS, LONGEST_REFLECTION = 100, 4_000
LARGEST_SEED = 2**63 - 1
_WORD, _TITLE = 300, 20_000  # signs
_PARTS = ("about", "format", "play", "weeks", "end", "text", "sha256")
_WHO = ("id", "engine", "created", "scenario", "title", "text_sha256", "mode", "colleagues", "seed", "difficulty")
_PLAY = (*_WHO, "weeks", "first_run", "branched_from", "branched_after_week", "seal")
_WEEK = ("week", "am", "pm", "digest", "seal")
_END = ("ending", "scores", "reflections", "seal")

NOT_OURS, NEWER, DAMAGED, EDITED, DIFFERS = "not ours", "newer", "damaged", "edited", "differs"
FIRST_LINES = "what its first lines say of the play"
Table = dict[str, object]


@dataclass(frozen=True)
class PlayFile:
    """What a play file holds."""

    record: Play
    colleagues: tuple[tuple[str, str], ...]  # the seats nobody sat in, and the style each was played by
    decisions: tuple[Decisions, ...]
    digests: tuple[str, ...]
    text: str
    reflections: tuple[tuple[int, str], ...] = ()  # (week, words); 0: about the whole play. Only with the player's yes


@dataclass(frozen=True)
class Fault:
    """What is wrong with a play file: one of the kinds above, and a sentence that says what and where."""

    kind: str
    sentence: str


@dataclass(frozen=True)
class Read:
    """What could be read of a play file, and what is wrong with it as a file. `file` is None where too little can."""

    file: PlayFile | None
    fault: Fault | None


# ---- writing ---------------------------------------------------------------------------------------------------------


def written(file: PlayFile) -> bytes:
    """The file, byte for byte the same for the same play. Raises Unreadable where it would be too large to read."""
    head = _sealed(_head(file), "")
    weeks, last = list[Table](), head
    for number, (decisions, digest) in enumerate(zip(file.decisions, file.digests, strict=True), 1):
        last = _sealed({"week": number, **decisions_out(decisions), "digest": digest}, str(last["seal"]))
        weeks.append(last)
    body = _layout(head, weeks, _sealed(_end(file), str(last["seal"])), file.text.split("\n"))
    raw = _summed(body).encode("utf-8")
    if len(raw) > MAX_BYTES:
        raise Unreadable(f"a play file has at most {MAX_BYTES:,} bytes, and this one would have {len(raw):,}")
    return raw


def _head(file: PlayFile) -> Table:
    play = file.record
    return {
        "id": play.id,
        "engine": play.engine,
        "created": play.created,
        "scenario": play.scenario,
        "title": play.title,
        "text_sha256": text_hash(file.text),
        "mode": play.mode,
        "colleagues": dict(file.colleagues),
        "seed": play.seed,
        "difficulty": play.difficulty,
        "weeks": len(file.decisions),
        "first_run": bool(play.recorded),
        "branched_from": play.parent,
        "branched_after_week": play.parent_week,
    }


def _end(file: PlayFile) -> Table:
    told: list[object] = [[week, words] for week, words in file.reflections]
    return {"ending": file.record.ending, "scores": load_scores(file.record.scores), "reflections": told}


def _sealed(part: Table, before: str) -> Table:
    return {**part, "seal": _seal(part, before)}


def _seal(part: Table, before: str) -> str:
    """Sixteen hex digits that follow from a part without its own seal, and from the seal before it."""
    return _hash(before + _json({name: value for name, value in part.items() if name != "seal"}))[:16]


def _layout(head: Table, weeks: list[Table], end: Table, lines: list[str]) -> str:
    rows = ",\n".join(_json(week) for week in weeks)
    text = ",\n".join(_json(line) for line in lines)
    return (
        f'{{\n"about": {_json(ABOUT)},\n"format": {FORMAT},\n"play": {_json(head)},\n"weeks": [\n{rows}\n],\n'
        f'"end": {_json(end)},\n"text": [\n{text}\n],\n'
    )


def _summed(body: str) -> str:
    return f'{body}"sha256": "{_hash(body)}"\n}}\n'


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


# ---- reading ---------------------------------------------------------------------------------------------------------


def read(raw: bytes) -> Read:
    """What a file holds, and the first thing wrong with it. Never raises for what is in it."""
    if len(raw) > MAX_BYTES:
        return Read(None, Fault(NOT_OURS, f"It is larger than any play file ({MAX_BYTES:,} bytes)."))
    try:
        text = raw.decode("utf-8").replace("\r\n", "\n")  # mail and version control convert line ends
        found = parse(text)
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return Read(None, _unreadable(raw, f"Line {line} holds something that is not text."))
    except json.JSONDecodeError as error:
        return Read(None, _unreadable(raw, f"It cannot be read from line {error.lineno} on."))
    except (Unreadable, RecursionError) as error:
        why = str(error) if isinstance(error, Unreadable) else "it is nested too deeply"
        return Read(None, _unreadable(raw, f"It cannot be read: {why}."))
    if not isinstance(found, dict) or not {"format", "play", "weeks"} <= set(found):
        return Read(None, _unreadable(raw, "Its parts are not those of a play file."))
    return _read_parts(found, text)


def _unreadable(raw: bytes, what: str) -> Fault:
    """Damage, where the file begins like one of ours; else it is simply another file."""
    if b"A play of Overpromise" in raw[:200] or b'"text_sha256": "' in raw[:2000]:
        return Fault(DAMAGED, what)
    return Fault(NOT_OURS, "It is not a play file of this game.")


def _read_parts(found: Table, text: str) -> Read:
    number = found["format"]
    if isinstance(number, int) and number > FORMAT:
        what = f"It is written in format {number}; this version of the game reads format {FORMAT}."
        return Read(None, Fault(NEWER, what))
    try:
        head, weeks, end, lines = _parts(found)
        file = _file(head, weeks, end, lines)
    except Unreadable as trouble:
        return Read(None, Fault(DAMAGED, f"It cannot be read: {trouble}."))
    return Read(file, _fault(head, weeks, end, lines, text))


def _fault(head: Table, weeks: list[Table], end: Table, lines: list[str], text: str) -> Fault | None:
    """Whether everything is as it was written: the layout, the check sum, every seal, and the hash of the rules."""
    whole = _summed(_layout(head, weeks, end, lines))
    place = _broken_seal(head, weeks, end)
    if not place and head["text_sha256"] != _hash("\n".join(lines)):
        place = "the scenario’s text"
    if whole != text:
        return Fault(DAMAGED, f"{_upper(place or _first_line_apart(whole, text))} is not as it was written.")
    if place:
        return Fault(EDITED, f"{_upper(place)} was changed, and the check sum made to fit.")
    return None


def _broken_seal(head: Table, weeks: list[Table], end: Table) -> str:
    """The first part whose seal does not follow from it and from the part before."""
    weekly = [f"week {number}" for number in range(1, len(weeks) + 1)]
    before = ""
    for place, part in zip((FIRST_LINES, *weekly, "its ending"), (head, *weeks, end), strict=True):
        if part["seal"] != _seal(part, before):
            return place
        before = str(part["seal"])
    return ""


def _first_line_apart(one: str, other: str) -> str:
    mine, theirs = one.split("\n"), other.split("\n")
    same = 0
    while same < min(len(mine), len(theirs)) and mine[same] == theirs[same]:
        same += 1
    return f"line {same + 1}"


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


# ---- the parts, each checked before anything is built of it ----------------------------------------------------------


def _parts(found: Table) -> tuple[Table, list[Table], Table, list[str]]:
    _table(found, _PARTS, "the file")
    if found["format"] != FORMAT or isinstance(found["format"], bool) or found["about"] != ABOUT:
        raise Unreadable("its first lines are not those of a play file")
    _word(found["sha256"], "the check sum")
    head, end = _table(found["play"], _PLAY, "the play"), _table(found["end"], _END, "the end")
    weeks = _list(found["weeks"], MAX_WEEKS, "weeks")
    tables = [_table(week, _WEEK, f"week {number}") for number, week in enumerate(weeks, 1)]
    lines = _list(found["text"], MAX_BYTES, "lines of text")
    for part in (head, *tables, end):
        _word(part["seal"], "a seal")
    return head, tables, end, [_word(line, "a line of the scenario’s text", MAX_BYTES) for line in lines]


def _file(head: Table, weeks: list[Table], end: Table, lines: list[str]) -> PlayFile:
    decisions = tuple(_decided(week, number) for number, week in enumerate(weeks, 1))
    if head["weeks"] != len(weeks):
        raise Unreadable(f"it tells {len(weeks)} weeks and not as many as it says")
    colleagues = _by_seat(head["colleagues"], "a colleague")
    styles = tuple((seat, _word(style, "a colleague’s style")) for seat, style in colleagues.items())
    digests = tuple(_word(week["digest"], "a digest") for week in weeks)
    return PlayFile(_record(head, end, len(weeks)), styles, decisions, digests, "\n".join(lines), _reflections(end))


def _decided(week: Table, number: int) -> Decisions:
    if week["week"] != number or isinstance(week["week"], bool):
        raise Unreadable(f"week {number} is not where it belongs")
    try:
        return decisions_in({"am": week["am"], "pm": week["pm"]})
    except Unreadable as trouble:
        raise Unreadable(f"in week {number}, {trouble}") from None


def _record(head: Table, end: Table, weeks: int) -> Play:
    mode = _word(head["mode"], "the seat")
    if mode not in MODES:
        raise Unreadable("it names a seat there is not")
    ending = _word(end["ending"], "the ending")
    return Play(
        id=_word(head["id"], "the play’s id"),
        scenario=_word(head["scenario"], "the scenario’s name"),
        title=_word(head["title"], "the title", _TITLE),
        text_hash=_word(head["text_sha256"], "the scenario’s hash"),
        engine=_word(head["engine"], "the version"),
        seed=_whole(head["seed"], LARGEST_SEED, "the seed"),
        mode=mode,
        difficulty=_word(head["difficulty"], "the difficulty"),
        created=_word(head["created"], "the date"),
        parent=_word(head["branched_from"], "the play it branched from"),
        parent_week=_whole(head["branched_after_week"], weeks, "the week it branched after"),
        status=ENDED if ending else OPEN,
        ending=ending,
        scores=dump_scores(_scores(end["scores"])),
        recorded=int(_yes_or_no(head["first_run"])),
        weeks=weeks,
    )


def _scores(found: object) -> dict[str, float]:
    return load_scores(_json(_by_seat(found, "a score")))


def _reflections(end: Table) -> tuple[tuple[int, str], ...]:
    told = []
    for item in _list(end["reflections"], MAX_REFLECTIONS, "reflections"):
        pair = _list(item, 2, "parts of a reflection")
        if len(pair) != 2:
            raise Unreadable("a reflection needs a week and words")
        told.append((_whole(pair[0], MAX_WEEKS, "a week"), _word(pair[1], "a reflection", LONGEST_REFLECTION)))
    return tuple(told)


def _by_seat(found: object, what: str) -> Table:
    if not isinstance(found, dict) or not set(found) <= {"am", "pm", "both"}:
        raise Unreadable(f"{what} belongs to no seat")
    return found


def _table(found: object, names: tuple[str, ...], what: str) -> Table:
    if not isinstance(found, dict) or tuple(found) != names:
        raise Unreadable(f"{what} has not the parts it should have")
    return found


def _list(found: object, most: int, what: str) -> list[object]:
    if not isinstance(found, list) or len(found) > most:
        raise Unreadable(f"there is no list of {what}, or too many of them")
    return found


def _word(found: object, what: str, longest: int = _WORD) -> str:
    if not isinstance(found, str) or len(found) > longest:
        raise Unreadable(f"{what} is not a text, or too long")
    return found


def _whole(found: object, most: int, what: str) -> int:
    if isinstance(found, bool) or not isinstance(found, int) or not 0 <= found <= most:
        raise Unreadable(f"{what} is not a whole number from 0 to {most}")
    return found


def _yes_or_no(found: object) -> bool:
    if not isinstance(found, bool):
        raise Unreadable("whether this was a first run is neither true nor false")
    return found
