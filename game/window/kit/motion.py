"""Movement of one number, eased; none at all for those who asked for less."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Glide:
    """A value on its way: from `start` at `since` (ms) to `end` within `lasts` ms, slowing down. `still` is there at
    once."""

    start: float
    end: float
    since: int
    lasts: int = 300
    still: bool = False

    def at(self, now: int) -> float:
        """The value at a moment; the end is reached exactly and kept."""
        if self.done(now):
            return self.end
        left = 1 - max(0, now - self.since) / self.lasts
        return self.end + (self.start - self.end) * left**3

    def done(self, now: int) -> bool:
        return self.still or now - self.since >= self.lasts

    def to(self, end: float, now: int) -> Glide:
        """On to another end from wherever it is."""
        return Glide(self.at(now), end, now, self.lasts, self.still)
