"""What people lived through in a week, taken apart: it empties into their satisfaction in one line of the ledger."""

from __future__ import annotations

from game.engine.model import NONE
from game.engine.play import Play

EXPERIENCE = "law:experience"


def felt_parts(play: Play, week: int, satisfaction: int) -> list[tuple[str, int]]:
    """What each cause of a week made somebody feel, in grains; together they may come to nothing.

    `satisfaction` is the number it reached. Bad weeks count double there: it is for shares, not for amounts.
    """
    experience = next((p.experience for p in play.scenario.people if p.satisfaction == satisfaction), NONE)
    if experience == NONE:
        return []
    found: list[tuple[str, int]] = []
    for _week, moved, cause, grains in play.weeks[week - 1].changes:
        if moved == experience and cause != EXPERIENCE:
            found.append((cause, grains))
    return found
