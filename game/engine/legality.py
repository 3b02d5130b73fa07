"""What may be decided this week. Written once: `advance` refuses what is not listed, buttons and bots use the list."""

from __future__ import annotations

from collections.abc import Iterable

from game.engine.model import Choice, Event, Question, Scenario, Seat
from game.engine.options import is_legal, legal_moves
from game.engine.state import Answer, Decisions, Move, SeatDecisions, State

ONCE = ("trade", "sync")  # kinds of moves a week has room for once, whatever the target
TEAM = "team"  # the target of a move about everybody
TWICE = "Two of these moves do the same thing, or undo each other: a week has room for one of them."
MOVES_A_WEEK = {Seat.AM: 2, Seat.PM: 2, Seat.BOTH: 3}


class IllegalDecision(Exception):
    """A decision that is not on the list; the message says which and why, in one sentence."""


class Legal:
    """Everything one seat may decide: its events (unlocked choices are found with `unlocked`), moves and slots."""

    def __init__(self, scenario: Scenario, state: State, seat: Seat) -> None:
        self._scenario = scenario
        self._state = state
        self._seat = seat
        self.events = questions(scenario, state, seat)
        self.slots = MOVES_A_WEEK[seat]
        self.may_skip = seat is Seat.BOTH  # the both seat may leave an event unanswered

    @property
    def moves(self) -> tuple[Move, ...]:
        """Every possible move, listed when asked: whoever only answers events need not wait for it."""
        return legal_moves(self._scenario, self._state, self._seat)


def legal(scenario: Scenario, state: State, seat: Seat) -> Legal:
    """What `seat` may decide in the week now open."""
    return Legal(scenario, state, seat)


def questions(scenario: Scenario, state: State, seat: Seat) -> tuple[Event, ...]:
    """The events that ask `seat` this week, in inbox order."""
    events = scenario.events
    return tuple([events[i] for i in state.inbox if seat is Seat.BOTH or events[i].asks is seat])


def unlocked(question: Question, values: list[int]) -> tuple[Choice, ...]:
    """The choices whose condition holds; if none does, the last one is always open."""
    if not question.locks:
        return question.choices
    found = [c for c in question.choices if c.needs is None or c.needs.value(values) != 0.0]
    return tuple(found) if found else question.choices[-1:]


def chosen(event: Event, answer: Answer, values: list[int]) -> tuple[Choice, ...]:
    """The choices along an answer's path. Raises IllegalDecision where the path leaves the list."""
    question: Question | None = event.question
    way: list[Choice] = []
    for choice_id in answer.path:
        if question is None:
            raise IllegalDecision(f"The answer to “{event.title}” goes on after its last question.")
        choice = _named(choice_id, unlocked(question, values))
        if choice is None:
            raise IllegalDecision(f"“{choice_id}” is not open in “{event.title}” this week.")
        way.append(choice)
        question = choice.scene
    if way and question is not None:
        raise IllegalDecision(f"“{event.title}” is not answered to its end: a further question waits.")
    return tuple(way)


def _named(choice_id: str, choices: tuple[Choice, ...]) -> Choice | None:
    for choice in choices:
        if choice.id == choice_id:
            return choice
    return None


def seats_of(state: State) -> tuple[Seat, ...]:
    """The seats that decide in this play: BOTH alone, or AM and PM."""
    return (Seat.BOTH,) if state.seat is Seat.BOTH else (Seat.AM, Seat.PM)


def decided(decisions: Decisions, seat: Seat) -> SeatDecisions:
    """The part of a week's decisions that belongs to a seat (a both-seat play keeps everything in `am`)."""
    return decisions.pm if seat is Seat.PM else decisions.am


def check(scenario: Scenario, state: State, decisions: Decisions) -> None:
    """Raise IllegalDecision for the first thing that is not on the list."""
    if state.reached is not None:
        raise IllegalDecision("This play has ended.")
    for seat in seats_of(state):
        _check_seat(scenario, state, seat, decided(decisions, seat))


def _check_seat(scenario: Scenario, state: State, seat: Seat, mine: SeatDecisions) -> None:
    answers = {answer.event: answer for answer in mine.answers}
    if len(answers) != len(mine.answers):
        raise IllegalDecision("One event is answered twice.")
    known = 0
    slots = MOVES_A_WEEK[seat]
    for event in questions(scenario, state, seat):
        answer = answers.get(event.id)
        if answer is None or not answer.path:
            if seat is not Seat.BOTH:
                raise IllegalDecision(f"“{event.title}” still waits for an answer.")
        else:
            slots -= moves_taken(chosen(event, answer, state.values))
        known += 0 if answer is None else 1
    if known != len(answers):
        raise IllegalDecision("An answer names an event that is not in this week's inbox.")
    if slots < 0:
        raise IllegalDecision("The chosen answers take more moves than the week has.")
    if len(mine.moves) > slots:
        raise IllegalDecision(f"There is room for {slots} moves this week, not {len(mine.moves)}.")
    for position, move in enumerate(mine.moves):
        if not is_legal(scenario, state, seat, move):
            raise IllegalDecision(f"The move “{move.kind} {move.target} {move.option}” is not possible this week.")
        if any(excludes(move, other) for other in mine.moves[:position]):
            raise IllegalDecision(TWICE)


def excludes(one: Move, other: Move) -> bool:
    """Whether two moves cannot be made in one week: the same thing twice, even differently, or a second swap."""
    if one.kind != other.kind:
        return False
    everybody = one.kind == "hours" and TEAM in (one.target, other.target)  # the one would overrule the other
    return one.target == other.target or one.kind in ONCE or everybody


def compatible(moves: Iterable[Move], most: int) -> tuple[Move, ...]:
    """The first `most` moves that can be made together in one week."""
    found: list[Move] = []
    for move in moves:
        if len(found) < most and not [other for other in found if excludes(move, other)]:
            found.append(move)
    return tuple(found)


def moves_taken(way: tuple[Choice, ...]) -> int:
    """How many of the week's moves these choices take."""
    taken = 0
    for choice in way:
        taken += choice.takes
    return taken


def slots_left(state: State, seat: Seat, way_of_answers: list[tuple[Choice, ...]]) -> int:
    """Moves left in the week once the answers have taken theirs; never below zero."""
    slots = MOVES_A_WEEK[seat]
    for way in way_of_answers:
        slots -= moves_taken(way)
    return slots if slots > 0 else 0
