"""How people took the reader's own answers, where the number behind the face is not the reader's to see.

A choice foretells a mood, and the reply showed a face: what came of it is owed, though no number may go with it.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.model import NONE, Person, Seat
from game.insight.words.causes import CauseWords, cause_words
from game.insight.words.lived import Week


@dataclass(frozen=True)
class Taken:
    """By how many points somebody took the answers well or badly, and the answer that mattered most for it."""

    points: float
    cause: CauseWords


def taken(lived: Week, person: Person) -> Taken | None:
    """What the reader's answers of the week made somebody feel; None where the reader sees the number itself."""
    shown, felt = _mood_of(person)
    if felt == NONE or lived.sees(shown):
        return None
    answers: list[tuple[float, CauseWords]] = []
    for _week, quantity, cause, grains in lived.changes:
        if quantity == felt and cause.startswith("choice:"):
            words = cause_words(lived.view, cause)
            if lived.viewer in (words.seat, Seat.BOTH):
                answers.append((grains / lived.scenario.quantities[felt].per_unit, words))
    points = 0.0
    for moved, _words in answers:
        points += moved
    if not points:
        return None
    return Taken(points, max(answers, key=lambda answer: answer[0] * points)[1])


def _mood_of(person: Person) -> tuple[int, int]:
    """The number that shows a mood, and the one that an answer moves."""
    if person.side == "client":
        return person.satisfaction, person.experience
    return person.morale, person.morale
