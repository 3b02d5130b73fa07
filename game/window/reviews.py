"""The reviews of the play on the screen: worked out while nobody does anything, so that they are there at its end."""

from __future__ import annotations

from game.engine.model import Seat
from game.insight.review.whole import FULL, Effort
from game.records.desk import Desk
from game.records.reviewing import Reviewing


class Reviews:
    """One for each person who plays. Those of the play shown before are let go; what they found is kept with it."""

    def __init__(self, effort: Effort = FULL) -> None:
        self._effort = effort
        self._desk: Desk | None = None
        self._of: dict[Seat, Reviewing] = {}

    def of(self, desk: Desk, seat: Seat) -> Reviewing:
        """The review of one seat's play as far as it has come."""
        if desk is not self._desk:
            self._desk, self._of = desk, {}
        if seat not in self._of:
            self._of[seat] = Reviewing(desk, seat, self._effort)
        return self._of[seat]

    def work(self, desk: Desk) -> bool:
        """One replay more, for whoever's review is not complete. Whether there is more to do now."""
        return any(self.of(desk, seat).work() for seat in desk.humans)
