"""The one object a window or a terminal plays through: a play, this week's drafts, and the store behind them.

Everything the player does is stored before it counts. What the rules do not allow raises Refused, what the disk does
not allow raises StoreTrouble, each with a sentence to show; either way the desk stays as it was.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations

import game
from game.engine.legality import (
    TWICE,
    IllegalDecision,
    Legal,
    compatible,
    excludes,
    legal,
    moves_taken,
    slots_left,
    unlocked,
)
from game.engine.model import Choice, Event, Question, Scenario, Seat
from game.engine.outcomes import replies
from game.engine.play import LivedWeek, Play
from game.engine.scores import Outcome
from game.engine.state import Answer, Decisions, Move, SeatDecisions, State
from game.engine.view import View, observe
from game.insight.bots import bot_luck, choose
from game.insight.preview import hangs_open
from game.insight.simulate import DEFAULT_BOT
from game.records.codec import dump_decisions, dump_moves, dump_path, dump_scores
from game.records.opening import memory_store
from game.records.rows import Draft, Text
from game.records.rows import Play as Record
from game.records.store import Store

Clock = Callable[[], datetime]

# Moves one makes week after week; the others are done once made, and are not preselected again.
LASTING = ("call", "visit", "learn", "prepare_renewal", "talk", "mitigate", "sync")
# Two people at one screen share the rules of a play from the AM's seat; the engine decides both seats in it anyway.
SEAT_OF_MODE = {"am": Seat.AM, "pm": Seat.PM, "both": Seat.BOTH, "two": Seat.AM}
HUMANS_OF_MODE = {"am": (Seat.AM,), "pm": (Seat.PM,), "both": (Seat.BOTH,), "two": (Seat.AM, Seat.PM)}


def _asks(move: Move) -> bool:
    """Whether a talk asks the colleague for something: that is answered once, and asked again only on purpose."""
    return move.kind == "sync" and move.option != ""


class Refused(Exception):
    """The rules do not allow this; the message is a sentence for the player."""


@dataclass(frozen=True)
class Exchange:
    """One question of an event, the choice taken, and what people said to it: (person index or NONE, text)."""

    question: Question
    choice: Choice
    lines: tuple[tuple[int, str], ...]


class Desk:
    """One play with its drafts. Make one with `begin` or `reopening.resume`."""

    def __init__(self, store: Store, record: Record, text: Text, play: Play, clock: Clock) -> None:
        self.store = store
        self.record = record
        self.text = text
        self.play = play
        self._clock = clock
        self._answers: dict[str, tuple[str, ...]] = {}
        self._moves: dict[Seat, tuple[Move, ...]] = {}  # with those there is no room for, at the end
        self._left_over: dict[Seat, tuple[Move, ...]] = {}  # for which last week had no room
        self._notes: list[str] = []

    # -- what there is to see --------------------------------------------------------------------------------------

    @property
    def scenario(self) -> Scenario:
        """The rules this play began with."""
        return self.play.scenario

    @property
    def state(self) -> State:
        """The state now open. Screens read it through `view`."""
        return self.play.state

    @property
    def week(self) -> int:
        """The week now open, from 1; one past the last when the play has ended."""
        return self.play.week

    @property
    def humans(self) -> tuple[Seat, ...]:
        """The seats people sit in: one, or both single seats when two people play."""
        return HUMANS_OF_MODE[self.record.mode]

    @property
    def history(self) -> tuple[LivedWeek, ...]:
        """Every week lived: decisions, changes, digest."""
        return tuple(self.play.weeks)

    @property
    def outcome(self) -> Outcome | None:
        """None while the play goes on."""
        return self.play.outcome

    @property
    def is_branch(self) -> bool:
        """Whether this play never counts for the results, because a week of it was played before."""
        return not self.record.recorded

    def take_notes(self) -> tuple[str, ...]:
        """Sentences the player should be shown; each is handed out once."""
        notes, self._notes = tuple(self._notes), []
        return notes

    def note(self, sentence: str) -> None:
        """Leave a sentence for the player."""
        self._notes.append(sentence)

    def view(self, seat: Seat) -> View:
        """What a seat may know."""
        return observe(self.scenario, self.state, seat)

    def legal(self, seat: Seat) -> Legal:
        """What a seat may decide this week."""
        return legal(self.scenario, self.state, seat)

    # -- drafts ----------------------------------------------------------------------------------------------------

    def path(self, event: str) -> tuple[str, ...]:
        """The choices drafted for an event so far, outermost first; empty while it is unanswered."""
        return self._answers.get(event, ())

    def exchanges(self, event: str) -> tuple[Exchange, ...]:
        """The conversation so far: each question, the choice taken and the reply to it."""
        _, found = self._event(event)
        question: Question | None = found.question
        told = []
        for choice in self._way(found, self.path(event)):
            if question is not None:
                lines = replies(choice.outcome, self.state.values, self.play.luck, self.week)
                told.append(Exchange(question, choice, lines))
            question = choice.scene
        return tuple(told)

    def question(self, event: str) -> Question | None:
        """The question of an event that waits for a choice; None when it is answered to its end."""
        _, found = self._event(event)
        way = self._way(found, self.path(event))
        return way[-1].scene if way else found.question

    def stands(self, event: str) -> bool:
        """Whether the answer so far cannot be taken back, because a result that was open has been seen."""
        _, found = self._event(event)
        return self._seen(found) == len(self.path(event)) > 0

    def answer(self, event: str, path: tuple[str, ...]) -> tuple[tuple[int, str], ...]:
        """Draft an answer, to its end or up to a further question; returns the reply to its last choice.

        Raises Refused for a choice that is locked or takes more moves than are left, and where a seen result stands.
        """
        seat, found = self._event(event)
        seen = self._seen(found)
        if path[:seen] != self.path(event)[:seen]:
            raise Refused(f"You have seen what came of your answer to “{found.title}”, so it stands.")
        way = self._way(found, path)
        others = [self._way(e, self.path(e.id)) for e in self.legal(seat).events if e.id != event]
        taken = moves_taken(way)
        if taken and taken > slots_left(self.state, seat, others):
            raise Refused("That takes a move, and your other answers have taken this week's.")
        self._keep(seat, event, dump_path(path) if path else "")
        self._answers[event] = path
        return self.exchanges(event)[-1].lines if path else ()

    def withdraw(self, event: str) -> None:
        """Take a draft answer back, as far as no result was seen; raises Refused where nothing can be taken back."""
        _, found = self._event(event)
        seen = self._seen(found)
        if seen and seen == len(self.path(event)):
            raise Refused(f"You have seen what came of your answer to “{found.title}”, so it stands.")
        if self.path(event):
            self.answer(event, self.path(event)[:seen])

    def moves(self, seat: Seat) -> tuple[Move, ...]:
        """The moves drafted, as far as there is room; until some are, last week's that are possible."""
        return self._picked(seat)[: self.slots(seat)]

    def put_off(self, seat: Seat) -> tuple[Move, ...]:
        """The moves whose place an answer has taken; they are back as soon as there is room."""
        return self._picked(seat)[self.slots(seat) :]

    def _picked(self, seat: Seat) -> tuple[Move, ...]:
        if seat in self._moves:
            return self._moves[seat]
        standing = [move for move in self.view(seat).standing if move.kind in LASTING and not _asks(move)]
        wanted, possible = [*standing, *self._left_over.get(seat, ())], self.legal(seat).moves
        return compatible([move for move in wanted if move in possible], len(wanted))

    def slots(self, seat: Seat) -> int:
        """How many moves the seat's answers leave it this week."""
        return slots_left(self.state, seat, [self._way(e, self.path(e.id)) for e in self.legal(seat).events])

    def set_moves(self, seat: Seat, moves: tuple[Move, ...]) -> None:
        """Draft a seat's moves; raises Refused for one that is not possible, a repeated one, or one too many."""
        self._check_going_on()
        if seat not in self.humans:
            raise Refused("These are your colleague's moves.")
        possible = self.legal(seat).moves
        if any(move not in possible for move in moves):
            raise Refused("One of these moves is not possible this week.")
        if any(excludes(*pair) for pair in combinations(moves, 2)):
            raise Refused(TWICE)
        if len(moves) > self.slots(seat):
            raise Refused(f"There is room for {_moves(self.slots(seat))} this week.")
        full = len(moves) == self.slots(seat)  # whoever leaves one empty wants nothing else in it
        waiting = self.put_off(seat) if full else ()
        picked = compatible((*moves, *waiting), len(moves) + len(waiting))
        self._keep(seat, "", dump_moves(picked))
        self._moves[seat] = picked

    def missing(self) -> tuple[str, ...]:
        """What stands between now and the week's start, in sentences."""
        if self.outcome is not None:
            return ("This play has ended.",)
        found = []
        for seat in self.humans:
            options = self.legal(seat)
            for event in options.events:
                if self.path(event.id) and self.question(event.id) is not None:
                    found.append(f"“{event.title}” has a further question.")
                elif not self.path(event.id) and not options.may_skip:
                    found.append(f"“{event.title}” still waits for an answer.")
        return tuple(found)

    def ready(self) -> bool:
        """Whether the week can start."""
        return not self.missing()

    # -- the week --------------------------------------------------------------------------------------------------

    def start_week(self) -> LivedWeek:
        """Live the week with the drafts and the colleague's decisions, store it, and open the next.

        Raises Refused while something is missing.
        """
        if missing := self.missing():
            raise Refused(missing[0])
        left_over = {seat: self.put_off(seat) for seat in self.humans}
        try:
            lived = self.play.live(self._decisions())
        except IllegalDecision as trouble:
            raise Refused(str(trouble)) from None
        try:
            ended = self.play.outcome
            ending, scores = (ended.ending, self.scores(ended)) if ended else ("", "{}")
            record = self.store.append(
                self.record, dump_decisions(lived.decisions), lived.digest, self._now(), ending, scores
            )
        except BaseException:
            self.play.states.pop()
            self.play.weeks.pop()
            raise
        self._follow(record)
        self._answers, self._moves, self._left_over = {}, {}, left_over
        return lived

    def step_back(self, week: int) -> Desk:
        """A new desk at the opening of a week already lived: a marked branch. This play stays as it is.

        Raises Refused for a week that was not lived.
        """
        if not 1 <= week <= len(self.play.weeks):
            raise Refused(f"Week {week} has not been played yet.")
        record = self.store.branch(self.record, week - 1, self._now())
        return Desk(self.store, record, self.text, self.play.back_to(week), self._clock)

    def go_on_unsaved(self) -> None:
        """Move this play, drafts and all, into memory: for a disk that will not take any more."""
        store = memory_store()
        record = store.begin(self.record, self.text.name, self.text.body)
        for lived in self.play.weeks:
            record = store.append(record, dump_decisions(lived.decisions), lived.digest, self._now())
        for draft in self._drafts(record):
            store.keep_draft(record, draft, (), self._now())
        self.store, self.record = store, record
        self.note("From here on this play is kept only while the window is open.")

    def restore(self, answers: dict[str, tuple[str, ...]], moves: dict[Seat, tuple[Move, ...]]) -> None:
        """Take up drafts read from the store; what the week does not allow is left out and noted."""
        for event, path in answers.items():
            try:
                _, found = self._event(event)
                self._way(found, path)
            except Refused:
                self.note("A draft no longer fits this week: please look at your answers again.")
            else:
                self._answers[event] = path
        for seat, drafted in moves.items():
            if seat in self.humans and all(move in self.legal(seat).moves for move in drafted):
                self._moves[seat] = drafted

    # -- inside ----------------------------------------------------------------------------------------------------

    def _event(self, event: str) -> tuple[Seat, Event]:
        """An event of this week that asks a human, and the seat that answers it."""
        self._check_going_on()
        for seat in self.humans:
            for found in self.legal(seat).events:
                if found.id == event:
                    return seat, found
        raise Refused("Nobody asks you that this week.")

    def _way(self, event: Event, path: tuple[str, ...]) -> tuple[Choice, ...]:
        """The choices along a path that may stop at a further question; raises Refused where one is not open."""
        question: Question | None = event.question
        way: list[Choice] = []
        for choice_id in path:
            open_ones = unlocked(question, self.state.values) if question is not None else ()
            choice = next((choice for choice in open_ones if choice.id == choice_id), None)
            if choice is None:
                raise Refused(f"That is not open to you in “{event.title}” this week.")
            way.append(choice)
            question = choice.scene
        return tuple(way)

    def _seen(self, event: Event) -> int:
        """How much of the drafted path stands: up to the last choice whose result was open and has been seen."""
        way, view = self._way(event, self.path(event.id)), self.view(self._event(event.id)[0])
        return max((n for n, choice in enumerate(way, 1) if hangs_open(view, choice.outcome)), default=0)

    def _decisions(self) -> Decisions:
        mine = {seat: self._decided(seat) for seat in self.humans}
        if Seat.BOTH in mine:
            return Decisions(am=mine[Seat.BOTH])
        for seat in (Seat.AM, Seat.PM):
            if seat not in mine:
                style = self.scenario.people[self.scenario.rules(seat).person].style or DEFAULT_BOT
                luck = bot_luck(self.play.seed, seat, self.week)
                mine[seat] = choose(style, self.scenario, self.state, seat, luck)
        return Decisions(mine[Seat.AM], mine[Seat.PM])

    def _decided(self, seat: Seat) -> SeatDecisions:
        answers = [Answer(e.id, self.path(e.id)) for e in self.legal(seat).events if self.path(e.id)]
        return SeatDecisions(tuple(answers), self.moves(seat))

    def scores(self, ended: Outcome) -> str:
        """The scores of an ending as they are stored."""
        return scores_of(ended, self.humans)

    def _keep(self, seat: Seat, event: str, body: str) -> None:
        """Store one draft; the play may have to become a branch for it."""
        draft = Draft(self.record.id, self.record.weeks + 1, seat.value, event, body)
        self._follow(self.store.keep_draft(self.record, draft, self._drafts(self.record), self._now()))

    def _drafts(self, record: Record) -> list[Draft]:
        week = record.weeks + 1
        found = []
        for seat in self.humans:
            for event in self.legal(seat).events:
                if path := self.path(event.id):
                    found.append(Draft(record.id, week, seat.value, event.id, dump_path(path)))
            if seat in self._moves:
                found.append(Draft(record.id, week, seat.value, "", dump_moves(self._moves[seat])))
        return found

    def _follow(self, record: Record) -> None:
        if record.id != self.record.id:
            self.note(
                "This play was taken further in another window. "
                f"Yours goes on from week {record.parent_week + 1} as a branch of its own."
            )
        self.record = record

    def _check_going_on(self) -> None:
        if self.outcome is not None:
            raise Refused("This play has ended.")

    def _now(self) -> str:
        return self._clock().isoformat(timespec="seconds")


def begin(store: Store, scenario: Scenario, text: str, mode: str, seed: int, difficulty: str, clock: Clock) -> Desk:
    """A new play, stored at once. `text` is what `scenario` was read from; `mode` is am, pm, both or two.

    Raises StoreTrouble when it cannot be stored.
    """
    created = clock().isoformat(timespec="seconds")
    fresh = Record(
        "", scenario.id, scenario.title, scenario.text_hash, game.__version__, seed, mode, difficulty, created
    )
    record = store.begin(fresh, scenario.id, text)
    play = Play(scenario, seed, SEAT_OF_MODE[mode], difficulty)
    return Desk(store, record, Text(record.text_hash, scenario.id, text), play, clock)


def scores_of(ended: Outcome, seats: tuple[Seat, ...]) -> str:
    """The scores of these seats as they are stored."""
    return dump_scores({seat.value: round(ended.standing.score(seat), 2) for seat in seats})


def _moves(number: int) -> str:
    return {0: "no move", 1: "one move"}.get(number, f"{number} moves")
