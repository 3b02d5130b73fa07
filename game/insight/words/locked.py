"""Why a choice is locked: the false part of its condition, as a sentence."""

from __future__ import annotations

from game.engine.model import Choice
from game.engine.view import View
from game.insight.preview import foreseen
from game.insight.words.conditions import sentence
from game.insight.words.figures import percent


def why_locked(view: View, choice: Choice) -> str:
    """The sentence for a locked choice, with its chance if it has one; "" for one that is open.

    Reads only what `needs` may read.
    """
    if choice.needs is None:
        return ""
    part = choice.needs.false_part(view.values)
    if part is None:
        return ""
    chance = next((chip for chip in foreseen(view, choice) if chip.kind == "chance" and chip.sure), None)
    gamble = f" Even then it works only {percent(chance.amount)} of the time." if chance is not None else ""
    return sentence(view.scenario, part, view.values) + gamble
