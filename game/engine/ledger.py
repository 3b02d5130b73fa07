"""The only way a number changes: round to the grain, write the line, clamp with a line of its own."""

from __future__ import annotations

from game.engine.model import Scenario
from game.engine.state import Change

LIMIT = "law:limit"


class Ledger:
    """Writes one week's changes into a state's values."""

    def __init__(self, scenario: Scenario, values: list[int], week: int) -> None:
        tables = scenario.tables
        self.values = values
        self.week = week
        self.changes: list[Change] = []
        self._grains, self._per_unit, self._low, self._high = tables.grains, tables.per_unit, tables.low, tables.high
        self._settled = 0  # lines up to here are within range
        self._strayed = False  # something moved out of its range since

    def move(self, quantity: int, cause: str, amount: float) -> None:
        """Add `amount` (in the quantity's unit, rounded to its grain); nothing is written for nothing."""
        grains = (amount * self._grains[quantity]).__round__()  # a third of what `round` costs, and asked most of all
        if grains:  # and the same in `put`: a call for every line would cost as much as the line
            self.values[quantity] = now = self.values[quantity] + grains
            self.changes.append((self.week, quantity, cause, grains))
            if now < self._low[quantity] or now > self._high[quantity]:
                self._strayed = True

    def put(self, quantity: int, cause: str, value: float) -> None:
        """Bring a quantity to `value`."""
        grains = (value * self._grains[quantity]).__round__() - self.values[quantity]
        if grains:
            self.values[quantity] = now = self.values[quantity] + grains
            self.changes.append((self.week, quantity, cause, grains))
            if now < self._low[quantity] or now > self._high[quantity]:
                self._strayed = True

    def read(self, quantity: int) -> float:
        """The current value, in the quantity's unit."""
        return self.values[quantity] / self._per_unit[quantity]

    def settle(self) -> None:
        """Clamp everything moved since the last time: amounts add first, then clamp once."""
        if self._strayed:
            for position in range(self._settled, len(self.changes)):
                self._clip(self.changes[position][1])
            self._strayed = False
        self._settled = len(self.changes)

    def _clip(self, quantity: int) -> None:
        value = self.values[quantity]
        within = min(max(value, self._low[quantity]), self._high[quantity])
        if within != value:
            self.changes.append((self.week, quantity, LIMIT, within - value))
            self.values[quantity] = within
