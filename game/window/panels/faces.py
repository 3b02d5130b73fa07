"""Portraits of the people of a scenario as widgets."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from game.engine.model import Person
from game.window.kit import Painter, Picture, Rect
from game.window.kit.boxes import Around
from game.window.kit.widget import Frame, Look
from game.window.portraits import face_from_parts, portrait_svg


@lru_cache(maxsize=256)
def _drawn(parts: tuple[tuple[str, str], ...], name: str, mood: str) -> str:
    return portrait_svg(face_from_parts(dict(parts), name), mood)


def face(person: Person, mood: str, size: float = 48, radius: float | None = None) -> Picture:
    """A person in one of the moods of `engine.faces`; `size` in units."""
    return Picture(_drawn(person.face, person.name, mood), size, radius)


@dataclass(eq=False)
class Arriving(Around):
    """A portrait on its way in: a little smaller until `shown` is 1. It takes its whole room from the start."""

    child: Picture
    shown: float = 1.0

    def arrange(self, frame: Frame, rect: Rect) -> None:
        frame.add(self, rect)

    def paint(self, p: Painter, rect: Rect, look: Look) -> None:
        side = self.child.size
        small = side * (1.0 - 0.16 * (1.0 - self.shown))
        corner = small / 4 if self.child.radius is None else self.child.radius
        p.picture(Rect(rect.x + (side - small) / 2, rect.cy - small / 2, small, small), self.child.svg, corner)
