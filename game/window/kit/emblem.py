"""The emblem: two interlocked halves whose balance follows two values."""

from __future__ import annotations

import math
from dataclasses import dataclass

import pygame

from game.window.kit.sprites import FINE, arc_points, fine
from game.window.kit.theme import Theme

_TURN = -0.42  # radians: the axis the two heads lie on leans a little
_RING = 10  # units the ring takes from the radius
_GAP = 0.09  # radians: half the gap between the ring's two arcs


@dataclass(frozen=True)
class Halves:
    """Geometry in units around the centre.  The heads' diameters stand in the ratio first : second; then the two
    areas do exactly, too (with t the first's share: half + (t*t - (1-t)*(1-t)) / 2 = t)."""

    radius: float
    share: float  # of the first half, 0.08 to 0.92: a head smaller than that could not be seen

    @classmethod
    def of(cls, radius: float, first: float, second: float) -> Halves:
        whole = max(0.0, first) + max(0.0, second)
        share = max(0.0, first) / whole if whole > 0 else 0.5
        return cls(radius, min(0.92, max(0.08, share)))

    @property
    def heads(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """For each head its centre along the axis (0 is the middle) and its radius."""
        first, second = self.radius * self.share, self.radius * (1 - self.share)
        return (first - self.radius, first), (self.radius - second, second)

    @property
    def eyes(self) -> tuple[tuple[float, float, float], tuple[float, float, float]]:
        """For each head the eye's x, y and radius."""
        (one, r_one), (two, r_two) = self.heads
        ux, uy = axis()
        smallest = self.radius * 0.11
        return (
            (ux * one, uy * one, max(smallest, r_one * 0.42)),
            (ux * two, uy * two, max(smallest, r_two * 0.42)),
        )


def axis() -> tuple[float, float]:
    return math.cos(math.pi / 2 + _TURN), math.sin(math.pi / 2 + _TURN)


def emblem(
    pixels: int, scale: float, first: float, second: float, ring: bool, theme: Theme, ground: str
) -> pygame.Surface:
    """The emblem `pixels` wide (premultiplied).  Values 0..100; the ring shows each level from the bottom up."""
    zoom = scale * FINE
    outer = pixels / 2 / scale - 1
    halves = Halves.of(outer - _RING if ring else outer, first, second)

    def draw(large: pygame.Surface) -> None:
        pen = _Pen(large, zoom)
        if ring:
            _ring(pen, outer, first, second, theme)
        _disc(pen, halves, theme)
        _seam(pen, halves, ground)
        for x, y, radius in halves.eyes:
            pen.dot(x, y, radius, ground)

    return fine((pixels, pixels), draw)


class _Pen:
    """Draws on the large surface in units around its middle."""

    def __init__(self, large: pygame.Surface, zoom: float) -> None:
        self._large, self._zoom, self._middle = large, zoom, large.get_width() / 2

    def at(self, x: float, y: float) -> tuple[float, float]:
        return self._middle + x * self._zoom, self._middle + y * self._zoom

    def dot(self, x: float, y: float, radius: float, colour: str) -> None:
        pygame.draw.circle(self._large, colour, self.at(x, y), radius * self._zoom)

    def shape(self, points: list[tuple[float, float]], colour: str) -> None:
        pygame.draw.polygon(self._large, colour, [self.at(x, y) for x, y in points])


def _ring(pen: _Pen, outer: float, first: float, second: float, theme: Theme) -> None:
    for sign, value, colour in ((-1, first, theme.rel), (1, second, theme.dlv)):
        start = math.pi / 2 - sign * _GAP
        for share, ink in ((1.0, theme.track), (min(100.0, max(0.0, value)) / 100, colour)):
            end = math.pi / 2 - sign * (_GAP + share * (math.pi - 2 * _GAP))
            for x, y in arc_points(outer - 2.5, start, end, 120):
                pen.dot(x, y, 2.5, ink)


def _disc(pen: _Pen, halves: Halves, theme: Theme) -> None:
    ux, uy = axis()
    base = math.pi / 2 + _TURN
    (one, r_one), (two, r_two) = halves.heads
    pen.dot(0, 0, halves.radius, theme.dlv)
    pen.shape(arc_points(halves.radius, base, base + math.pi, 120), theme.rel)
    pen.dot(ux * one, uy * one, r_one, theme.rel)
    pen.dot(ux * two, uy * two, r_two, theme.dlv)


def _seam(pen: _Pen, halves: Halves, ground: str) -> None:
    """A quiet gap along the S, tapered so that the tails stay sharp, and a clean rim."""
    ux, uy = axis()
    base = math.pi / 2 + _TURN
    width = min(1.5, halves.radius * 0.034)
    for (along, radius), start in zip(halves.heads, (base + math.pi, base), strict=True):
        for i, (x, y) in enumerate(arc_points(radius, start, start + math.pi, 180)):
            pen.dot(ux * along + x, uy * along + y, width * min(1, (i + 6) / 48), ground)
    for x, y in arc_points(halves.radius + 1, 0, 2 * math.pi, 252):
        pen.dot(x, y, 1.2, ground)
