"""What a seat may know: live numbers of its own side, the other's as of their last talk, hidden ones never."""

from __future__ import annotations

from game.engine.constants import ASKS_MOST
from game.engine.laws.contract import chance_of_offer
from game.engine.laws.tick import Tick
from game.engine.laws.work import hands
from game.engine.ledger import Ledger
from game.engine.luck import Luck
from game.engine.model import SEAT_BIT, Event, Offer, Scenario, Seat, Task
from game.engine.outcomes import Stage
from game.engine.state import Change, Move, State


class View:
    """A window onto a state for one seat; it copies nothing. Screens, bots and `needs` get this and nothing else."""

    def __init__(self, scenario: Scenario, state: State, seat: Seat, over: bool) -> None:
        self.scenario = scenario
        self.seat = seat
        self._state = state
        self._sees = Seat.BOTH if over else seat
        self._bit = SEAT_BIT[self._sees]
        self._seen_by, self._per_unit = scenario.tables.seen_by, scenario.tables.per_unit
        self._known = state.known_am if seat is Seat.AM else state.known_pm

    @property
    def week(self) -> int:
        """The week now open, from 1."""
        return self._state.values[self.scenario.week]

    @property
    def difficulty(self) -> str:
        """guided, normal or stormy: how much is foreseen and hinted, never other rules."""
        return self._state.difficulty

    @property
    def as_of(self) -> int:
        """The week this seat last heard of the other side; 0 for what both knew at the start."""
        return self.week if self._sees is Seat.BOTH else self._known[0]

    def live(self, quantity: int) -> bool:
        """Whether this seat sees the quantity move week by week."""
        return (self._seen_by[quantity] & self._bit) != 0

    def value(self, quantity: int) -> float | None:
        """The number as this seat knows it, in its unit; None for what nobody may see."""
        return self.known(quantity) if self._seen_by[quantity] else None

    def known(self, quantity: int) -> float:
        """Like `value` for a number known to be visible; 0.0 if it is not."""
        seen_by = self._seen_by[quantity]
        if seen_by & self._bit:
            return self._state.values[quantity] / self._per_unit[quantity]
        return self._known[1][quantity] / self._per_unit[quantity] if seen_by else 0.0

    @property
    def values(self) -> list[int]:
        """The raw table, for evaluating expressions whose names were checked to be visible to this seat."""
        return self._state.values

    def inbox(self) -> tuple[Event, ...]:
        """This week's events for this seat, in order."""
        events = [self.scenario.events[i] for i in self._state.inbox]
        return tuple([e for e in events if self.seat is Seat.BOTH or e.asks is self.seat])

    def notes(self) -> tuple[Event, ...]:
        """Events of the other seat of which this one reads the note."""
        events = [self.scenario.events[i] for i in self._state.inbox]
        return tuple(e for e in events if e.note and self.seat is not Seat.BOTH and e.asks is not self.seat)

    def visible(self, changes: list[Change]) -> list[Change]:
        """The ledger lines this seat may read."""
        return [change for change in changes if self._seen_by[change[1]] & self._bit]

    def reported(self, task: Task) -> float:
        """The share of a task that is reported done, mistakes nobody has found included; 0 for who does not see it."""
        values = self._state.values
        work, done = values[task.work], values[task.done] + values[task.hidden]
        return min(1.0, max(0.0, done / work)) if work > 0 and self.live(task.work) else 0.0

    def hands(self) -> list[tuple[int, str, float]]:
        """Who works on what this week, as things stand: (task, person, days); nothing for who does not see the work."""
        return [] if self.seat is Seat.AM else hands(self._tick())

    def offer_chance(self, offer: Offer, fresh: bool = False) -> float | None:
        """The chance that an offer nobody has pitched yet is taken, as things stand; None for who does not sell.

        `fresh` is as if they had been asked to buy nothing before.
        """
        return None if self.seat is Seat.PM else chance_of_offer(self._tick(), offer, ASKS_MOST if fresh else 0.0)

    def _tick(self) -> Tick:
        """What the laws would read if the week began now. It is only read from."""
        values = self._state.values.copy()
        stage = Stage(self.scenario, values, Ledger(self.scenario, values, self.week), Luck(0, 0, 0), self.week)
        return Tick(self.scenario, self._state, stage)

    def neglected(self, responsibility: str) -> int:
        """Weeks since this responsibility was last given a move."""
        return self.week - self._state.neglect.get(responsibility, 0) - 1

    @property
    def asked(self) -> str:
        """What the colleague asked for in the last sync, or ""."""
        return self._state.asked_am if self.seat is Seat.AM else self._state.asked_pm

    @property
    def standing(self) -> tuple[Move, ...]:
        """Last week's moves."""
        return self._state.standing_am if self.seat is not Seat.PM else self._state.standing_pm


def observe(scenario: Scenario, state: State, seat: Seat, over: bool = False) -> View:
    """The view `seat` has of `state`; once the play is `over` also what the other seat saw, told to the same reader."""
    return View(scenario, state, seat, over)
