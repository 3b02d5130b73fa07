"""Why a choice is locked: the false part of its condition, as a sentence."""

from __future__ import annotations

from game.engine.model import Choice
from game.engine.view import View
from game.insight.words.conditions import sentence


def why_locked(view: View, choice: Choice) -> str:
    """The sentence for a locked choice, "" for one that is open. Reads only what `needs` may read."""
    if choice.needs is None:
        return ""
    part = choice.needs.false_part(view.values)
    return "" if part is None else sentence(view.scenario, part, view.values)
