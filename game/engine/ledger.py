"""The only way a number changes: round to the grain, write the line, clamp with a line of its own."""

from __future__ import annotations

from game.engine.model import Scenario
from game.engine.state import Change

LIMIT = "law:limit"


class Ledger:
    """Writes one week's changes into a state's values."""

    def __init__(self, scenario: Scenario, values: list[int], week: int) -> None:
        self.values = values
        self.week = week
        self.changes: list[Change] = []
        self._quantities = scenario.quantities
        self._settled = 0  # lines up to here are within range

    def move(self, quantity: int, cause: str, amount: float) -> None:
        """Add `amount` (in the quantity's unit, rounded to its grain); nothing is written for nothing."""
        grains = round(amount * self._quantities[quantity].per_unit)
        if grains != 0:
            self.values[quantity] += grains
            self.changes.append((self.week, quantity, cause, grains))

    def put(self, quantity: int, cause: str, value: float) -> None:
        """Bring a quantity to `value`."""
        grains = round(value * self._quantities[quantity].per_unit) - self.values[quantity]
        if grains != 0:
            self.values[quantity] += grains
            self.changes.append((self.week, quantity, cause, grains))

    def read(self, quantity: int) -> float:
        """The current value, in the quantity's unit."""
        return self.values[quantity] / self._quantities[quantity].per_unit

    def settle(self) -> None:
        """Clamp everything moved since the last time: amounts add first, then clamp once."""
        for position in range(self._settled, len(self.changes)):
            quantity = self.changes[position][1]
            rule = self._quantities[quantity]
            value = self.values[quantity]
            if value < rule.low * rule.per_unit:
                self._clip(quantity, round(rule.low * rule.per_unit))
            elif value > rule.high * rule.per_unit:
                self._clip(quantity, round(rule.high * rule.per_unit))
        self._settled = len(self.changes)

    def _clip(self, quantity: int, within: int) -> None:
        self.changes.append((self.week, quantity, LIMIT, within - self.values[quantity]))
        self.values[quantity] = within
