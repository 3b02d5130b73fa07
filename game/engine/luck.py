"""Luck is looked up, not drawn: two things never share a number, and no decision moves another's luck."""

from __future__ import annotations

from random import Random


class Luck:
    """The luck of one seed. `law` reads a fixed block; every event, truth and branch has a stream of its own."""

    def __init__(self, seed: int, weeks: int, slots: int) -> None:
        """`slots` numbers a week for the laws, weeks 0 to `weeks` inclusive."""
        self.seed = seed
        self._slots = slots
        draw = Random(seed).random
        self._block = [draw() for _ in range((weeks + 1) * slots)]
        self._streams: dict[str, list[float]] = {}
        self._weeks = weeks

    def law(self, week: int, slot: int) -> float:
        """The number in [0, 1) the laws find in `slot` of `week`."""
        return self._block[week * self._slots + slot]

    def stream(self, kind: str, name: str, week: int) -> float:
        """The number in [0, 1) that belongs to one thing ("event", "truth", "branch", "start") in one week."""
        key = f"{kind}/{name}"
        numbers = self._streams.get(key)
        if numbers is None:
            draw = Random(f"{self.seed}/{key}").random
            numbers = [draw() for _ in range(self._weeks + 1)]
            self._streams[key] = numbers
        return numbers[week]
