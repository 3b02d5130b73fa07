"""The five verdicts as five shapes in three colours; the word is always near."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin
from typing import Final

from game.window.kit import Painter, Rect, Widget
from game.window.kit.widget import Look

TONES: Final = {"best": "good", "good": "good", "imprecise": "warn", "costly": "bad", "very costly": "bad"}
GRADES: Final = tuple(TONES)
RADIUS = 7.0  # units of a mark at 100 % text
_MOVES = 7.0  # of the side of the sign that moves have
_RIM = 2.0  # of the ground around it, so that it stands clear of the line
_SHAPES: Final = {
    "best": tuple(
        ((1.3 if i % 2 == 0 else 0.58) * sin(pi * i / 5), -(1.3 if i % 2 == 0 else 0.58) * cos(pi * i / 5))
        for i in range(10)
    ),
    "imprecise": ((0, -1.15), (1.15, 0), (0, 1.15), (-1.15, 0)),
    "costly": ((0, -1.05), (1.12, 0.88), (-1.12, 0.88)),
    "very costly": ((-1, -1), (1, -1), (1, 1), (-1, 1)),
}


def draw_mark(p: Painter, x: float, y: float, grade: str, radius: float = RADIUS, ground: str = "card") -> None:
    """Best a star, good a disc, imprecise a diamond, costly a triangle, very costly a square with a cross."""
    r, tone = p.t(radius), TONES[grade]
    shape = _SHAPES.get(grade)
    if shape is None:
        for reach, colour in ((r + _RIM, ground), (0.95 * r, tone)):
            p.rounded(Rect(x - reach, y - reach, 2 * reach, 2 * reach), reach, colour)
        return
    for reach, colour in ((r + 1.3 * _RIM, ground), (r, tone)):
        p.polygon([(x + dx * reach, y + dy * reach) for dx, dy in shape], colour)
    if grade == "very costly":
        arm = 0.48 * r
        for way in (1, -1):
            p.polyline(((x - arm, y - arm * way), (x + arm, y + arm * way)), ground, p.t(2))


def draw_moves(p: Painter, x: float, y: float) -> None:
    """A small hollow square where a week's moves made a step."""
    side = p.t(_MOVES)
    p.rounded(Rect(x - side / 2, y - side / 2, side, side), 0, "card", "ink2", 1.6)


@dataclass(eq=False)
class VerdictMark(Widget):
    """A verdict's shape in a line of text."""

    grade: str
    radius: float = 6.0
    ground: str = "card"

    def measure(self, p: Painter, width: float) -> float:
        return p.t(2.6 * self.radius)

    def natural(self, p: Painter) -> float:
        return p.t(2.6 * self.radius)

    def paint(self, p: Painter, rect: Rect, look: Look) -> None:
        draw_mark(p, rect.x + p.t(1.3 * self.radius), rect.cy, self.grade, self.radius, self.ground)


@dataclass(eq=False)
class VerdictChip(Widget):
    """A verdict in words on its soft ground."""

    grade: str
    text: str

    def measure(self, p: Painter, width: float) -> float:
        return p.t(32)

    def natural(self, p: Painter) -> float:
        return p.width(self.text, 14, "s") + p.t(44)

    def paint(self, p: Painter, rect: Rect, look: Look) -> None:
        tone, soft = p.theme.tone(TONES[self.grade])
        box = Rect(rect.x, rect.cy - p.t(16), self.natural(p), p.t(32))
        p.rounded(box, p.t(16), soft)
        draw_mark(p, box.x + p.t(20), box.cy, self.grade, 6, soft)
        p.mid(box.x + p.t(32), box.cy, self.text, 14, "s", tone)

    def words(self) -> str:
        return self.text
