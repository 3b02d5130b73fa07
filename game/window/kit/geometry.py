"""Rectangles in logical units (floats; the smallest screen is 1280 x 720 of them)."""

from __future__ import annotations

from typing import NamedTuple


class Rect(NamedTuple):
    """Left, top, width and height in units."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        return self.x + self.w

    @property
    def bottom(self) -> float:
        return self.y + self.h

    @property
    def cx(self) -> float:
        return self.x + self.w / 2

    @property
    def cy(self) -> float:
        return self.y + self.h / 2

    def grow(self, dx: float, dy: float | None = None) -> Rect:
        """The same middle, `dx` wider on each side and `dy` (or `dx`) taller; negative numbers shrink, down to
        nothing."""
        dy = dx if dy is None else dy
        dx, dy = max(dx, -self.w / 2), max(dy, -self.h / 2)
        return Rect(self.x - dx, self.y - dy, self.w + 2 * dx, self.h + 2 * dy)

    def shifted(self, dx: float, dy: float) -> Rect:
        return Rect(self.x + dx, self.y + dy, self.w, self.h)

    def overlap(self, other: Rect) -> Rect:
        """What both cover; width and height are 0 where they do not meet."""
        x, y = max(self.x, other.x), max(self.y, other.y)
        return Rect(x, y, max(0.0, min(self.right, other.right) - x), max(0.0, min(self.bottom, other.bottom) - y))

    def meets(self, other: Rect) -> bool:
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom

    def holds(self, other: Rect, slack: float = 0.0) -> bool:
        """Whether `other` lies inside, give or take `slack`."""
        return (
            other.x >= self.x - slack
            and other.y >= self.y - slack
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )

    def has(self, x: float, y: float) -> bool:
        """Whether the point lies inside; the right and lower edges do not."""
        return self.x <= x < self.right and self.y <= y < self.bottom


NOWHERE = Rect(0, 0, 0, 0)
