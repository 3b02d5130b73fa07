"""A bounded memory for things that are dear to make."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from itertools import islice
from typing import Generic, TypeVar

V = TypeVar("V")


class Cache(Generic[V]):
    """Keeps what `get` made, and forgets the oldest quarter when the weights add up to more than `limit`."""

    def __init__(self, limit: int, weigh: Callable[[V], int] = lambda _value: 1) -> None:
        self._limit, self._weigh = limit, weigh
        self._kept: dict[Hashable, V] = {}
        self.weight = 0

    def __len__(self) -> int:
        return len(self._kept)

    def get(self, key: Hashable, make: Callable[[], V]) -> V:
        """The value kept under `key`, made now if there is none."""
        try:
            return self._kept[key]
        except KeyError:
            value = self._kept[key] = make()
        self.weight += self._weigh(value)
        if self.weight > self._limit:
            self._forget_oldest()
        return value

    def _forget_oldest(self) -> None:
        for key in list(islice(self._kept, max(1, len(self._kept) // 4))):
            self.weight -= self._weigh(self._kept.pop(key))
        if self.weight > self._limit and self._kept:
            self._forget_oldest()

    def clear(self) -> None:
        self._kept.clear()
        self.weight = 0
