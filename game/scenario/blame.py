"""Which part of a condition is to blame when it can never hold, and why."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

from game.engine.expression import And, Expr
from game.scenario.reasoning import Ranges, alternatives, both, possible
from game.scenario.survey import Survey
from game.scenario.tree import Text


@dataclass(frozen=True)
class Blame:
    """The reason in words, and how far into the text the part stands that is to blame."""

    reason: str
    ahead: int


def conjuncts(expr: Expr) -> list[Expr]:
    """What a condition joins by `and`."""
    return [*conjuncts(expr.left), *conjuncts(expr.right)] if isinstance(expr, And) else [expr]


def why_never(survey: Survey, text: Text, ranges: Ranges, given: Text | None = None) -> Blame:
    """Why the condition in `text` cannot hold within these ranges, nor together with the condition `given`."""
    parsed = survey.parsed(text)
    parts = conjuncts(parsed.expr) if parsed is not None else []
    for part in parts:
        if not possible(alternatives(part), ranges):
            words, start = survey.quote(text, part)
            return Blame(f"`{words}` cannot be: {_because(survey, part, ranges)}.", text.offset(start))
    for one, other in combinations(parts, 2):
        if not possible(both(alternatives(one), alternatives(other)), ranges):
            first, (second, start) = survey.quote(text, one)[0], survey.quote(text, other)
            return Blame(f"`{first}` and `{second}` exclude each other.", text.offset(start))
    before = survey.parsed(given) if given is not None else None
    if given is None or before is None:
        return Blame("Its parts cannot all hold at once.", 0)
    for part in parts:
        for known in conjuncts(before.expr):
            if not possible(both(alternatives(known), alternatives(part)), ranges):
                words, start = survey.quote(text, part)
                when = survey.quote(given, known)[0]
                return Blame(f"The event only comes when `{when}`, which excludes `{words}`.", text.offset(start))
    return Blame("It does not go together with the event's `when`.", 0)


def _because(survey: Survey, part: Expr, ranges: Ranges) -> str:
    """What is known of the numbers a part reads, in words."""
    scenario = survey.scenario
    for index in part.names():
        quantity = scenario.quantities[index]
        low, high = ranges.get(index, (quantity.low, quantity.high))
        if index == scenario.week:
            weeks = f"week {low:g}" if low == high else f"weeks {low:g} to {min(high, scenario.weeks):g}"
            return f"this is asked in {weeks} only"
        if (low, high) == (quantity.low, quantity.high):
            continue
        owner, _dot, field = quantity.name.partition(".")
        if high <= 0.0:
            return _nothing(survey, index, quantity.name, owner, field)
        if low == high and quantity.unit == "flag":
            return f"`{quantity.name}` is always true here"
        return f"`{quantity.name}` lies between {low:,.10g} and {high:,.10g}"
    return "the numbers it reads do not go so far"


def _nothing(survey: Survey, index: int, name: str, owner: str, field: str) -> str:
    scenario = survey.scenario
    if index == scenario.both:
        return "the event does not belong to the play of both seats"
    if field == "gone":
        return f"`{owner}` is the one who asks, and has not left"
    if field == "status":
        return f"nothing that can happen makes the promise `{owner}`"
    if field == "struck":
        return f"the risk `{owner}` never strikes"
    if field == "seen":
        return f"the event `{owner}` never comes"
    if field == "signed":
        return f"`{name}` stays 0, as the renewal lies after the last week"
    if owner in scenario.event_index:
        return f"the choice `{name}` can never be taken"
    if index in scenario.flags:
        return f"nothing that can happen sets `{name}`"
    return f"nothing that can happen raises `{name}` above 0"
