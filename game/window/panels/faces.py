"""Portraits of the people of a scenario as widgets."""

from __future__ import annotations

from functools import lru_cache

from game.engine.model import Person
from game.window.kit import Picture
from game.window.portraits import face_from_parts, portrait_svg


@lru_cache(maxsize=256)
def _drawn(parts: tuple[tuple[str, str], ...], name: str, mood: str) -> str:
    return portrait_svg(face_from_parts(dict(parts), name), mood)


def face(person: Person, mood: str, size: float = 48, radius: float | None = None) -> Picture:
    """A person in one of the moods of `engine.faces`; `size` in units."""
    return Picture(_drawn(person.face, person.name, mood), size, radius)
