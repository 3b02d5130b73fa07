"""A desk on another text of its scenario: the play carried over by ids, drafts included, as a branch of its own.

Only author mode, an engine upgrade or the player's request does this. The old play's log is never rewritten.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import game
from game.engine.legality import decided
from game.engine.model import Scenario, Seat
from game.engine.play import Play
from game.engine.state import Answer, SeatDecisions
from game.insight.carry import GONE, Carried, Fate, carry, seat_fates
from game.insight.fit import spelled_move
from game.records.codec import dump_decisions
from game.records.desk import Clock, Desk
from game.records.rows import Play as Record
from game.records.rows import Text
from game.records.store import Store


@dataclass(frozen=True)
class Moved:
    """The desk on the new text, what became of each decision, and what became of the answers not yet lived."""

    desk: Desk
    carried: Carried
    drafts: tuple[Fate, ...]


def carry_over(desk: Desk, scenario: Scenario, text: str, clock: Clock) -> Moved:
    """This desk's play on another text of the same scenario; this desk stays as it is.

    Raises StoreTrouble when it cannot be stored.
    """
    carried = carry(desk.play, scenario, desk.humans)
    record = replace(
        desk.record, id="", title=scenario.title, engine=game.__version__, created=clock().isoformat(timespec="seconds")
    )
    record = replace(record, text_hash=scenario.text_hash, status="open", ending="", scores="{}", lost=0)
    record = replace(record, parent=desk.record.id, parent_week=len(carried.play.weeks), recorded=0)
    moved = desk_of(desk.store, carried.play, record, text, clock)
    return Moved(moved, carried, tuple(_take_drafts(desk, moved)))


def desk_of(store: Store, play: Play, record: Record, text: str, clock: Clock) -> Desk:
    """A desk for a play that was lived elsewhere, every week of it stored. `record` describes it, as yet without an id.

    Raises StoreTrouble when it cannot be stored.
    """
    stored = store.begin(record, record.scenario, text)
    desk = Desk(store, stored, Text(stored.text_hash, record.scenario, text), play, clock)
    ended = play.outcome
    for lived in play.weeks:
        last = ended is not None and lived is play.weeks[-1]
        ending, scores = (ended.ending, desk.scores(ended)) if last and ended else ("", "{}")
        now = clock().isoformat(timespec="seconds")
        desk.record = store.append(desk.record, dump_decisions(lived.decisions), lived.digest, now, ending, scores)
    return desk


def hand_over(store: Store, play: Play, text: str, mode: str, clock: Clock) -> Desk:
    """A desk for a play somebody else has lived so far, such as one that was searched for. It never counts.

    Raises StoreTrouble when it cannot be stored.
    """
    rules, created = play.scenario, clock().isoformat(timespec="seconds")
    known = (rules.id, rules.title, rules.text_hash, game.__version__)
    record = Record("", *known, play.seed, mode, play.difficulty, created, recorded=0)
    return desk_of(store, play, record, text, clock)


def _take_drafts(old: Desk, new: Desk) -> list[Fate]:
    """Draft in the new desk what was drafted or decided for its open week and still fits; what became of each."""
    fates: list[Fate] = []
    if new.outcome is not None or new.week > len(old.history) + (old.outcome is None):
        return fates
    for seat in old.humans:
        was = _decided(old, seat, new.week)
        found = seat_fates(old.play, new.play, new.week, seat, was, whole=False)
        kept = [fate.what for fate in found if fate.fate != GONE]
        for answer in was.answers:
            if "/".join((answer.event, *answer.path)) in kept:
                new.answer(answer.event, answer.path)
        moves = tuple(move for move in was.moves if spelled_move(move) in kept)
        if moves != new.moves(seat):
            new.set_moves(seat, moves[: new.slots(seat)])
        fates += found
    return fates


def _decided(old: Desk, seat: Seat, week: int) -> SeatDecisions:
    """What a seat decided in a lived week, or has drafted for the open one."""
    if week < old.week:
        return decided(old.history[week - 1].decisions, seat)
    answers = [Answer(e.id, old.path(e.id)) for e in old.legal(seat).events if old.path(e.id)]
    return SeatDecisions(tuple(answers), old.moves(seat))
