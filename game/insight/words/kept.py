"""What keeps a promise: what would have to be so, and by when, as the rules read it."""

from __future__ import annotations

from game.engine.expression import And, Compare, Const, Expr, Named, Not, Or, Read
from game.engine.model import Promise, Seat
from game.engine.view import View
from game.insight.words.conditions import fact, setters
from game.insight.words.figures import percent, week_of
from game.insight.words.people import by_id, colleague_of, first_name
from game.insight.words.quantities import owner_id, project_text, suffix

STANDS = "no answer goes against it"


def kept_when(view: View, promise: Promise) -> str:
    """What has to be so for a promise to be kept: "Kept when Checkout is done by the end of week 9."."""
    said = clause(view, promise.kept_when)
    if not said:
        return ""
    due = week_of(round(view.known(promise.due_week)) or promise.due)
    if said.endswith(STANDS):
        return f"Kept if {said} until the end of {due}."
    return f"Kept when {said} {'at' if view.scenario.week in promise.kept_when.names() else 'by'} the end of {due}."


def clause(view: View, part: Expr) -> str:
    """A condition as the rest of a sentence; "" for what the calendar alone brings about."""
    if isinstance(part, And):
        return " and ".join(filter(None, (clause(view, part.left), clause(view, part.right))))
    if isinstance(part, Or):
        return _either(view, part)
    if isinstance(part, Compare):
        return _measured(view, part)
    if isinstance(part, Named):
        return part.label.replace("'", "’")
    if isinstance(part, Not):
        return STANDS
    return _answered(view, part.index) if isinstance(part, Read) else ""


def _either(view: View, part: Or) -> str:
    """Both ways, or the one that is no matter of answers: those would give the story away."""
    ways = [side for side in (part.left, part.right) if not isinstance(side, Read)] or [part.left]
    return " or ".join(filter(None, (clause(view, way) for way in ways)))


def _answered(view: View, flag: int) -> str:
    seats = [event.asks for event, _choice in setters(view.scenario, flag, 1.0)]
    colleague = colleague_of(view.scenario, view.seat)
    if colleague is None or view.seat in seats or Seat.BOTH in seats:
        return "an answer of yours sees to it"
    return f"{first_name(colleague)} sees to it"


def _measured(view: View, test: Compare) -> str:
    scenario = view.scenario
    left, right = test.left, test.right
    if isinstance(left, Named) and left.name.endswith(".progress") and isinstance(right, Const):
        return f"{left.label.partition(':')[0]} is {percent(right.number)} done"
    if isinstance(left, Read):
        if left.index == scenario.week:
            return ""
        word, owner = suffix(scenario, left.index), owner_id(scenario, left.index)
        if word == "delivered" and test.op == ">":
            return f"{next(project.name for project in scenario.projects if project.id == owner)} is delivered"
        if word == "gone" and test.op == "==":
            return f"{first_name(scenario.people[by_id(scenario, owner)])} is still here"
        if word == "project":
            where = project_text(scenario, right.value(view.values))
            return f"{first_name(scenario.people[by_id(scenario, owner)])} works on {where}"
    found = fact(scenario, test, view.values)
    return f"{found.label} is {found.wanted}"
