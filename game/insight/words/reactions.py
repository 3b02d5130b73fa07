"""What a reply does to a face at once: meters wait for the week, people do not.

It is the look of a moment. What the whole week leaves of it, Monday's mood says (moods.py).
"""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.luck import Luck
from game.engine.model import NONE, Choice, Outcome, Person
from game.engine.outcomes import branch_taken
from game.engine.view import View
from game.insight.words.moods import Mood

# (points from which, face, word, icon, tone), best first
_BETTER = (
    (8.0, "delighted", "delighted", "laugh", "good"),
    (3.5, "cheerful", "pleased", "smile", "good"),
    (0.5, "cheerful", "a little easier", "smile", "good"),
)
_WORSE = (
    (8.0, "annoyed", "angry", "angry", "bad"),
    (3.5, "annoyed", "put out", "annoyed", "bad"),
    (0.5, "worried", "less sure", "meh", "warn"),
)
_LOWER = (
    (8.0, "sad", "hurt", "frown", "bad"),
    (3.5, "sad", "low", "frown", "bad"),
    (0.5, "worried", "less sure", "meh", "warn"),
)


@dataclass(frozen=True)
class Reaction:
    """The face a reply is given with, and the change in a word; `word` is "" where nothing changed."""

    face: str
    word: str
    icon: str
    tone: str
    points: float


def reaction(view: View, luck: Luck, choice: Choice, person: Person, before: Mood) -> Reaction:
    """How somebody looks while replying to a choice."""
    points = _points(view, luck, choice.outcome, person)
    table = _BETTER if points > 0.0 else _LOWER if person.side == "team" else _WORSE
    for least, face, word, icon, tone in table:
        if abs(points) >= least:
            eased = points > 0.0 and before.face in ("worried", "annoyed", "sad")
            return Reaction(face, "relieved" if eased and least < 8.0 else word, icon, tone, points)
    return Reaction(before.face, "", before.icon, before.tone, points)


def _points(view: View, luck: Luck, outcome: Outcome, person: Person) -> float:
    felt = (person.experience, person.confidence, person.relationship, person.morale, person.rapport)
    points = 0.0
    for effect in outcome.effects:
        if effect.quantity == NONE or effect.sets:
            continue
        if effect.quantity in felt:
            points += effect.amount.value(view.values)
        elif effect.quantity == person.fatigue:
            points -= 100.0 * effect.amount.value(view.values)
    if outcome.branch is not None:
        taken = branch_taken(outcome, view.values, luck, view.week)
        points += _points(view, luck, outcome.branch.then if taken else outcome.branch.other, person)
    return points
