"""The lines of guidance of a tutorial, and what a sensible person might give a week of a guided play to."""

from __future__ import annotations

from game.engine.model import GuideStep, Seat
from game.engine.state import Move
from game.engine.view import View
from game.insight.wants import wanted_moves
from game.insight.words.moves import move_words

HINTED = 2


def hint(view: View, options: tuple[Move, ...], seat: Seat) -> str:
    """“A sensible person might talk with Leo, or look into the payment provider.”; "" unless the play is guided."""
    if view.difficulty != "guided":
        return ""
    wanted = wanted_moves(view, list(options), seat, "balanced")[:HINTED]
    if not wanted:
        return ""
    named = [_lower(move_words(view, move).label) for move in wanted]
    return f"A sensible person might {', or '.join(named)}."


def guide_steps(view: View) -> list[GuideStep]:
    """The lines of guidance that hold this week."""
    return [step for step in view.scenario.guide if step.when.value(view.values) != 0.0]


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
