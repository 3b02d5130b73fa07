"""How large a number of the table is, and how much it changed in a week: exactly, and as it is shown."""

from __future__ import annotations

from game.engine.model import NONE, Scenario
from game.engine.play import Play
from game.insight.words.quantities import CONFIDENCE_PART, RELATIONSHIP_PART, trusting


def grains(play: Play, state: int, quantity: int) -> int:
    """A quantity in grains at the opening of week `state` + 1; trust is rounded to hundredths of a point."""
    values = play.states[state].values
    person = trusting(quantity)
    if person == NONE:
        return values[quantity]
    who = play.scenario.people[person]
    return (CONFIDENCE_PART * values[who.confidence] + RELATIONSHIP_PART * values[who.relationship] + 5) // 10


def change_of(play: Play, week: int, quantity: int) -> float:
    """How much a number changed in a week, in its unit."""
    return (grains(play, week, quantity) - grains(play, week - 1, quantity)) / per_unit_of(play.scenario, quantity)


def value_of(play: Play, state: int, quantity: int) -> float:
    """A number at the opening of week `state` + 1, in its unit."""
    return grains(play, state, quantity) / per_unit_of(play.scenario, quantity)


def per_unit_of(scenario: Scenario, quantity: int) -> int:
    """Grains in one unit."""
    return 100 if trusting(quantity) != NONE else scenario.quantities[quantity].per_unit


def shown_change(play: Play, week: int, quantity: int) -> float:
    """How much a number changed as one reads it: the difference of the two values as they are shown, in its unit.

    Whatever tells a change tells this one, so that no week says +4.8 here and +4.9 there.
    """
    step = step_of(play.scenario, quantity)
    before, after = (shown_grains(grains(play, state, quantity), step) for state in (week - 1, week))
    return (after - before) * step / per_unit_of(play.scenario, quantity)


def step_of(scenario: Scenario, quantity: int) -> int:
    """Grains in the smallest amount that is shown: a tenth of a point, a tenth of a per cent, whole money."""
    if trusting(quantity) != NONE:
        return 10
    rule = scenario.quantities[quantity]
    if rule.unit == "money":
        return rule.per_unit
    if rule.unit == "share":
        return max(1, rule.per_unit // 1000)
    return max(1, rule.per_unit // 10) if rule.unit != "weeks" else 1


def shown_grains(grain: int, step: int) -> int:
    """A number in steps of what is shown."""
    return (2 * grain + step) // (2 * step)
