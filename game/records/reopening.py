"""Taking up a stored play: its decisions are lived again and every week's digest compared."""

from __future__ import annotations

from collections.abc import Iterable

from game.engine.model import Scenario, Seat
from game.engine.play import replay
from game.engine.state import Move
from game.records.codec import Unreadable, load_moves, load_path
from game.records.desk import SEAT_OF_MODE, Clock, Desk, Refused
from game.records.rows import Draft, Play, Text, text_hash
from game.records.store import Store
from game.records.trouble import StoreTrouble
from game.scenario.load import load_text


def resume(store: Store, play_id: str, clock: Clock, spare: Iterable[str] = ()) -> Desk:
    """The play where it was left, drafts included, on the rules it began with.

    Where a week is damaged or comes out differently, it is named in the desk's notes, and the desk holds a branch
    that stands at the end of the week before. `spare` are scenario texts at hand (the library's), read only if the
    store's own was damaged; the right one is known by its hash.

    Raises StoreTrouble or Refused when the play cannot be opened at all.
    """
    record = store.play(play_id)
    record, text = text_of(store, record, spare)
    scenario = scenario_of(record, text)
    log = store.log(record)
    weeks = list(zip(log.decisions, log.digests, strict=True))
    replayed = replay(scenario, record.seed, SEAT_OF_MODE[record.mode], record.difficulty, weeks)
    notes = [log.trouble] if log.trouble else []
    if replayed.differs_in:
        notes = [_differs(record, replayed.differs_in, replayed.why)]
    if notes:
        record = _branch(store, record, len(replayed.play.weeks), clock)
        notes.append(f"This is a branch of it that stands at the opening of week {record.weeks + 1}.")
    desk = Desk(store, record, text, replayed.play, clock)
    drafts, lost = store.drafts(record)
    for sentence in notes + lost + _restore(desk, drafts):
        desk.note(sentence)
    return desk


def text_of(store: Store, record: Play, spare: Iterable[str]) -> tuple[Play, Text]:
    """The text a play began with, from the store or, where that was damaged, from `spare`; and the play, mended then.

    Raises StoreTrouble when it is nowhere.
    """
    try:
        return record, store.text(record)
    except StoreTrouble:
        for body in spare:
            if text_hash(body) == record.text_hash:
                mended = store.keep_text(record, body)
                return mended, store.text(mended)
        raise


def scenario_of(record: Play, text: Text) -> Scenario:
    """The rules a play began with; raises Refused where this version cannot read them."""
    loaded = load_text(text.body, record.scenario)
    if loaded.scenario is None:
        raise Refused(f"“{record.title}” was written for another version of the game, which cannot read its rules.")
    return loaded.scenario


def _differs(record: Play, week: int, why: str) -> str:
    return f"Week {week} of “{record.title}” does not come out as it was stored ({why})."


def _branch(store: Store, record: Play, weeks: int, clock: Clock) -> Play:
    """A branch to go on in: one made at an earlier opening and not played since serves again."""
    for play in store.plays():
        if (play.parent, play.parent_week, play.weeks) == (record.id, weeks, weeks):
            return play
    return store.branch(record, weeks, clock().isoformat(timespec="seconds"))


def _restore(desk: Desk, drafts: list[Draft]) -> list[str]:
    answers: dict[str, tuple[str, ...]] = {}
    moves: dict[Seat, tuple[Move, ...]] = {}
    notes = []
    for draft in drafts:
        try:
            if draft.event:
                answers[draft.event] = load_path(draft.body)
            else:
                moves[Seat(draft.seat)] = load_moves(draft.body)
        except (Unreadable, ValueError):
            notes.append(f"A draft for week {draft.week} cannot be read: please look at your answers again.")
    desk.restore(answers, moves)
    return notes
