"""Why somebody of the team left: a decision, or the chance there is every week and what raised it."""

from __future__ import annotations

from game.engine.constants import QUIT_PER_WEEK, TIRED
from game.engine.formulas.people import quit_chance
from game.engine.model import Person
from game.insight.words.figures import NBSP, plain
from game.insight.words.lived import Beat, Week

LOW = 60.0  # morale under which leaving is plainly likelier


def why_left(lived: Week, beat: Beat) -> str:
    """A sentence on what was behind it, as far as this seat can see it."""
    person = lived.scenario.people[beat.person]
    if beat.cause is not None and beat.cause.kind != "law":
        return f"{beat.cause.text}."
    if not lived.sees(person.fatigue) or not lived.sees(person.morale):
        return "Everybody who stays does the sum."
    fatigue, morale = _before(lived, person)
    chance = _a_week(quit_chance(fatigue, morale))
    raised = ["tiredness"] if fatigue > TIRED else []
    raised += [f"a morale of {round(morale)}"] if morale < LOW else []
    if raised:
        return f"A chance of {chance}, where {_a_week(QUIT_PER_WEEK)} is usual: {' and '.join(raised)} made it so."
    return f"Nobody’s doing: a chance of {chance}, as with anybody who is rested and content."


def _before(lived: Week, person: Person) -> tuple[float, float]:
    """Tiredness (a share) and morale (points) of the week before."""
    values, rules = lived.play.states[lived.week - 1].values, lived.scenario.quantities
    fatigue, morale = (values[number] / rules[number].per_unit for number in (person.fatigue, person.morale))
    return fatigue, morale


def _a_week(chance: float) -> str:
    return f"{plain(round(100.0 * chance, 1))}{NBSP}% a week"
