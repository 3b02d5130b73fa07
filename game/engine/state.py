"""One moment of a play, what a seat decides in a week, and what a week changed."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from game.engine.model import Later, Seat
from game.engine.vocabulary import Move as Move

# One ledger line: (week, quantity index, cause, amount in grains). A cause is "kind:detail", or "kind:detail@week"
# where a late effect comes from an earlier week: "choice:wishlist/absorb", "later:wishlist/absorb@2",
# "move:talk/leo", "law:overtime", "law:limit", "risk:outage", "promise:go_live", "truth:board_date",
# "event:wishlist", "ignored:wishlist".
Change = tuple[int, int, str, int]


@dataclass(frozen=True)
class Answer:
    """The way taken through an event's question and its scenes: choice ids, outermost first. Empty: left unanswered."""

    event: str
    path: tuple[str, ...]


@dataclass(frozen=True)
class SeatDecisions:
    """One seat's week. In the both seat one value of this type answers for the two roles."""

    answers: tuple[Answer, ...] = ()
    moves: tuple[Move, ...] = ()


NO_DECISIONS = SeatDecisions()


@dataclass(frozen=True)
class Decisions:
    """Everything decided in one week. A both-seat play puts all of it in `am`."""

    am: SeatDecisions = NO_DECISIONS
    pm: SeatDecisions = NO_DECISIONS


@dataclass(frozen=True)
class Due:
    """Something that falls due in a week: an event to deliver, or a late consequence."""

    week: int
    cause: str
    event: int  # event index to deliver, or -1
    later: Later | None
    seat: Seat  # whose decision it comes from: what it reveals, that seat learns


@dataclass(frozen=True)
class Reached:
    """How a play ended: the ending, the week, and whether it came early."""

    ending: str
    week: int
    early: bool


class State:
    """A play at the opening of a week (inbox delivered). Copied once a week by `advance`; nobody else changes it."""

    def __init__(self, seat: Seat, difficulty: str, values: list[int]) -> None:
        self.seat = seat  # the player's seat: AM, PM or BOTH
        self.difficulty = difficulty
        self.values = values
        self.inbox: tuple[int, ...] = ()  # event indices this week, both roles, in order
        self.waiting: tuple[tuple[int, int], ...] = ()  # (event index, week since), undelivered
        self.due: tuple[Due, ...] = ()
        self.known_am: tuple[int, list[int]] = (0, values)  # what the AM last heard of the PM's side: (week, values)
        self.known_pm: tuple[int, list[int]] = (0, values)
        self.standing_am: tuple[Move, ...] = ()  # last week's moves, preselected
        self.standing_pm: tuple[Move, ...] = ()
        self.neglect: dict[str, int] = {}  # responsibility, talk, look -> week it was last served; failures repaired
        self.asked_am: str = ""  # what the PM asked of the AM in the last sync: binds an AI colleague for a week
        self.asked_pm: str = ""
        self.reached: Reached | None = None

    def copy(self) -> State:
        """A state that shares only what is never changed in place."""
        twin = State(self.seat, self.difficulty, self.values.copy())
        twin.inbox, twin.waiting, twin.due = self.inbox, self.waiting, self.due
        twin.known_am, twin.known_pm = self.known_am, self.known_pm
        twin.standing_am, twin.standing_pm = self.standing_am, self.standing_pm
        twin.neglect = self.neglect.copy()
        twin.asked_am, twin.asked_pm = self.asked_am, self.asked_pm
        twin.reached = self.reached
        return twin

    def digest(self) -> str:
        """Sixteen hex digits that two equal states share on every Python and machine."""
        parts = (
            self.values,
            self.inbox,
            self.waiting,
            [(d.week, d.cause, d.event) for d in self.due],
            self.known_am,
            self.known_pm,
            sorted(self.neglect.items()),
            self.asked_am,
            self.asked_pm,
            "" if self.reached is None else self.reached.ending,
        )
        return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]
