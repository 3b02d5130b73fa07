"""Eyes and brows. The iris is cut to the lids by arithmetic, because nanosvg has no clip paths."""

from __future__ import annotations

import math
from collections.abc import Mapping
from itertools import pairwise
from typing import Final

from game.window.portraits.face import Face
from game.window.portraits.moods import Mood
from game.window.portraits.palette import EYES, HAIR, INK, SKINS, mix, natural
from game.window.portraits.shapes import Point, fill, n, oval, polygon, stroke

EYE_Y: Final = 98.0
EYE_X: Final = 20.5
BROW_Y: Final = 80.5
IRIS: Final = 6.9

# half width, height of the upper lid, height of the lower lid, rise of the outer corner
_EYE_SHAPES: Final[Mapping[str, tuple[float, float, float, float]]] = {
    "almond": (11.2, 1.0, 1.0, -0.8),
    "round": (10.6, 1.14, 1.12, 0.2),
    "narrow": (11.4, 0.8, 0.82, -1.6),
}
_BROW_WIDTH: Final[Mapping[str, float]] = {"thin": 2.4, "medium": 4.0, "thick": 5.6}


def eyes(face: Face, mood: Mood) -> str:
    """Both eyes with their lids."""
    return "".join(_laughing(face, side) if mood.laughing else _open(face, mood, side) for side in (-1, 1))


def brows(face: Face, mood: Mood) -> str:
    """Both brows, thick at the nose and thin at the temple."""
    return "".join(_brow(face, mood, side) for side in (-1, 1))


def _laughing(face: Face, side: int) -> str:
    x = 100 + side * EYE_X
    arc = f"M{n(x - 11)} {EYE_Y + 3.5} C{n(x - 7)} {EYE_Y - 7.5} {n(x + 7)} {EYE_Y - 7.5} {n(x + 11)} {EYE_Y + 3.5}"
    crease = f"M{n(x - 8)} {EYE_Y + 8} Q{n(x)} {EYE_Y + 4.5} {n(x + 8)} {EYE_Y + 8}"
    return stroke(arc, INK, 4.2) + stroke(crease, SKINS[face.skin].deep, 1.8, 0.45) + _lashes(face, side, EYE_Y + 2.5)


def _open(face: Face, mood: Mood, side: int) -> str:
    half, upper, lower, rise = _EYE_SHAPES[face.eyes]
    x = 100 + side * EYE_X
    outer_y = EYE_Y + mood.outer_corner + rise
    inner, outer = (x - side * half, EYE_Y + 0.8), (x + side * half, outer_y)
    handle = side * half * 0.58
    lid = (inner, (x - handle, EYE_Y - mood.lid_inner * upper), (x + handle, EYE_Y - mood.lid_outer * upper), outer)
    rim = (inner, (x - handle, EYE_Y + mood.lower_lid * lower), (x + handle, EYE_Y + mood.lower_lid * lower), outer)
    skin = SKINS[face.skin]
    parts = [
        _bag(face, mood, x),
        fill(
            f"M{_at(lid[0])} C{_at(lid[1])} {_at(lid[2])} {_at(lid[3])} C{_at(rim[2])} {_at(rim[1])} {_at(rim[0])}Z",
            "#FCF8F4",
        ),
        _iris(face, mood, x, _curve(lid), _curve(rim)),
        _drooping(lid, mood, mix(skin.base, skin.shade, 0.6)),
        _crease(lid, mood, skin.deep),
        stroke(f"M{_at(lid[0])} C{_at(lid[1])} {_at(lid[2])} {_at(lid[3])}", INK, 2.9),
        stroke(f"M{_at(rim[0])} C{_at(rim[1])} {_at(rim[2])} {_at(rim[3])}", skin.deep, 1.3, 0.55),
        _lashes(face, side, outer_y),
    ]
    return "".join(parts)


def _at(point: Point) -> str:
    return f"{n(point[0])} {n(point[1])}"


def _curve(handles: tuple[Point, Point, Point, Point]) -> list[Point]:
    points = []
    for i in range(17):
        t = i / 16
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = handles
        points.append((a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3))
    return sorted(points)


def _height(curve: list[Point], x: float) -> float:
    for (x0, y0), (x1, y1) in pairwise(curve):
        if x <= x1:
            return y0 + (y1 - y0) * max(0.0, x - x0) / (x1 - x0)
    return curve[-1][1]


def _disc(centre: Point, radius: float, lid: list[Point], rim: list[Point]) -> str:
    points = []
    for i in range(28):
        angle = math.tau * i / 28
        x, y = centre[0] + radius * math.cos(angle), centre[1] + radius * math.sin(angle)
        points.append((x, min(max(y, _height(lid, x)), _height(rim, x))))
    return polygon(points)


def _iris(face: Face, mood: Mood, x: float, lid: list[Point], rim: list[Point]) -> str:
    centre = (x + mood.gaze[0], EYE_Y - 1.0 + mood.gaze[1])
    colour = EYES[face.eye_colour]
    radius = IRIS * mood.iris
    disc = fill(_disc(centre, radius, lid, rim), mix(colour, INK, 0.25))
    inner = fill(_disc((centre[0], centre[1] + 0.6), radius * 0.78, lid, rim), mix(colour, "#FFFFFF", 0.1))
    pupil = fill(_disc(centre, radius * 0.52, lid, rim), "#17121A")
    top = _height(lid, centre[0])
    glint_y = max(centre[1] - 2.4, top + 2.6)
    return disc + inner + pupil + oval(centre[0] + 2.3, glint_y, 1.8, 1.8, "#FFFFFF", 0.95)


def _crease(lid: tuple[Point, Point, Point, Point], mood: Mood, colour: str) -> str:
    lift = 3.8
    fallen = (0.0, max(0.0, 10.0 - mood.lid_inner) * 0.9, max(0.0, 10.0 - mood.lid_outer) * 0.9, 0.0)
    up = [(x, y - lift - down) for (x, y), down in zip(lid, fallen, strict=True)]
    ends = [(x, y - lift * 0.45) for x, y in (lid[0], lid[3])]
    return stroke(f"M{_at(ends[0])} C{_at(up[1])} {_at(up[2])} {_at(ends[1])}", colour, 1.5, 0.4)


def _drooping(lid: tuple[Point, Point, Point, Point], mood: Mood, colour: str) -> str:
    fallen = max(0.0, 10.0 - mood.lid_inner) * 0.9, max(0.0, 10.0 - mood.lid_outer) * 0.9
    if not any(fallen):
        return ""
    (x1, y1), (x2, y2) = lid[1], lid[2]
    above = (x1, y1 - fallen[0]), (x2, y2 - fallen[1])
    return fill(
        f"M{_at(lid[0])} C{_at(above[0])} {_at(above[1])} {_at(lid[3])} C{_at(lid[2])} {_at(lid[1])} {_at(lid[0])}Z",
        colour,
    )


def _bag(face: Face, mood: Mood, x: float) -> str:
    skin = SKINS[face.skin]
    aged = {"young": 0.0, "adult": 0.0, "middle-aged": 0.15, "older": 0.35}[face.age]
    strength = max(mood.bags * 0.62, aged)
    if not strength:
        return ""
    y = EYE_Y + 8
    pouch = f"M{n(x - 9.5)} {y} Q{n(x)} {y + 9} {n(x + 9.5)} {y} Q{n(x)} {y + 4} {n(x - 9.5)} {y}Z"
    shadow = fill(pouch, mix(skin.deep, "#5A3A6A", 0.35), 0.5 * mood.bags)
    return shadow + stroke(f"M{n(x - 9)} {y + 1} Q{n(x)} {y + 7.5} {n(x + 9)} {y + 1}", skin.deep, 1.6, strength)


def _lashes(face: Face, side: int, outer_y: float) -> str:
    if face.look != "feminine":
        return ""
    x = 100 + side * (EYE_X + 10.6)
    tip = f"{n(x + side * 4)} {n(outer_y - 4.4)}"
    return stroke(f"M{n(x - side)} {n(outer_y - 0.6)} Q{n(x + side * 2.4)} {n(outer_y - 1.6)} {tip}", INK, 2.2)


def _brow_colour(face: Face) -> str:
    """Brows are a little darker than hair, and never as pale as white hair."""
    hair = HAIR[natural(face.hair_colour)]
    return mix(hair, "#2A1F1C", 0.42 if face.hair_colour in ("white", "silver", "blond") else 0.22)


def _brow(face: Face, mood: Mood, side: int) -> str:
    thick = _BROW_WIDTH[face.brows]
    near, far, peak = 100 + side * (9.5 - mood.frown), 100 + side * 34, 100 + side * 24
    y0, y1, y2 = BROW_Y + mood.inner_brow, BROW_Y + mood.arch, BROW_Y + mood.outer_brow
    d = (
        f"M{n(near)} {n(y0 - thick * 0.3)} Q{n(peak - side * 3)} {n(y1 - thick * 0.45)} {n(far)} {n(y2)} "
        f"Q{n(peak - side * 3)} {n(y1 + thick * 0.65)} {n(near)} {n(y0 + thick * 0.6)}Z"
    )
    colour = _brow_colour(face)
    return fill(d, colour) + stroke(d, colour, 1.5)
