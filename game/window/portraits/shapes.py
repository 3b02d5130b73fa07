"""Small builders of SVG text. Only what nanosvg draws faithfully: paths, hex colours, user-space gradients."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from itertools import pairwise

Point = tuple[float, float]


def n(value: float) -> str:
    """Write a number briefly."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def fill(d: str, colour: str, opacity: float = 1.0) -> str:
    """A filled path."""
    return f'<path d="{d}" fill="{colour}"{_faded(opacity)}/>'


def stroke(d: str, colour: str, width: float, opacity: float = 1.0) -> str:
    """A line with round ends."""
    return (
        f'<path d="{d}" fill="none" stroke="{colour}" stroke-width="{n(width)}" stroke-linecap="round"'
        f' stroke-linejoin="round"{_faded(opacity)}/>'
    )


def oval(x: float, y: float, rx: float, ry: float, colour: str, opacity: float = 1.0) -> str:
    """A filled ellipse."""
    return f'<ellipse cx="{n(x)}" cy="{n(y)}" rx="{n(rx)}" ry="{n(ry)}" fill="{colour}"{_faded(opacity)}/>'


def group(content: str, transform: str) -> str:
    """Shapes moved together."""
    return f'<g transform="{transform}">{content}</g>' if content else ""


def ring(x: float, y: float, rx: float, ry: float) -> str:
    """Path data of an ellipse."""
    return f"M{n(x - rx)} {n(y)} a{n(rx)} {n(ry)} 0 1 0 {n(2 * rx)} 0 a{n(rx)} {n(ry)} 0 1 0 {n(-2 * rx)} 0Z"


def mirrored(d: str) -> str:
    """The same path on the other side of the face. Absolute M, L, C, Q and Z only."""
    numbers = iter(range(10**6))

    def flip(match: re.Match[str]) -> str:
        return n(200 - float(match[0])) if next(numbers) % 2 == 0 else match[0]

    return re.sub(r"-?\d+(?:\.\d+)?", flip, d)


def polygon(points: Iterable[Point]) -> str:
    """Path data through points."""
    return "M" + "L".join(f"{n(x)} {n(y)}" for x, y in points) + "Z"


def scallops(centre: Point, radii: Point, degrees: Point, bumps: int, plump: float = 0.56) -> str:
    """Path data of a cloud's edge along part of an ellipse, clockwise from above; without the opening M.

    degrees are measured clockwise from the right; plump is each bump's radius over its width (0.5 is a half circle).
    """
    (cx, cy), (rx, ry), (start, end) = centre, radii, degrees
    edge = []
    for i in range(bumps + 1):
        angle = math.radians(start + (end - start) * i / bumps)
        edge.append((cx + rx * math.cos(angle), cy + ry * math.sin(angle)))
    pieces = [f"{n(edge[0][0])} {n(edge[0][1])}"]
    for (x0, y0), (x1, y1) in pairwise(edge):
        radius = n(math.hypot(x1 - x0, y1 - y0) * plump)
        pieces.append(f"A{radius} {radius} 0 0 1 {n(x1)} {n(y1)}")
    return " ".join(pieces)


def _faded(opacity: float) -> str:
    # Not fill-opacity: nanosvg ignores that on a gradient.
    return "" if opacity >= 1 else f' opacity="{n(opacity)}"'
