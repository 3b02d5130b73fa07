"""Why somebody of the team left: a decision, or the chance there is every week and what raised it."""

from __future__ import annotations

from game.engine.constants import QUIT_PER_WEEK, TIRED
from game.engine.formulas.people import quit_chance
from game.engine.model import Person
from game.engine.play import Play
from game.engine.view import View
from game.insight.words.figures import NBSP, plain

LOW = 60.0  # morale under which leaving is plainly likelier


def why_left(play: Play, week: int, view: View, person: Person) -> str:
    """A sentence on what made it likelier than usual, as far as this seat can see it."""
    if not view.live(person.fatigue) or not view.live(person.morale):
        return "Everybody who stays does the sum."
    values, rules = play.states[week - 1].values, play.scenario.quantities
    fatigue, morale = (values[number] / rules[number].per_unit for number in (person.fatigue, person.morale))
    chance = _a_week(quit_chance(fatigue, morale))
    raised = ["tiredness"] if fatigue > TIRED else []
    raised += [f"a morale of {round(morale)}"] if morale < LOW else []
    if raised:
        return f"A chance of {chance}, where {_a_week(QUIT_PER_WEEK)} is usual: {' and '.join(raised)} made it so."
    return f"Nobody’s doing: a chance of {chance}, as with anybody who is rested and content."


def _a_week(chance: float) -> str:
    return f"{plain(round(100.0 * chance, 1))}{NBSP}% a week"
