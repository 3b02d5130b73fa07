"""What decided how a play ended, in one sentence, from the conditions its endings were written with."""

from __future__ import annotations

from game.engine.expression import And, Arithmetic, Compare, Const, Expr, Named, Not, Or, Read
from game.engine.inbox import PLAYS_BIT
from game.engine.model import NONE, Ending, Scenario
from game.engine.play import Play
from game.engine.scores import number
from game.insight.words.causes import quoted
from game.insight.words.conditions import BROKEN, fact, setters
from game.insight.words.figures import capital, days, listed, small
from game.insight.words.people import by_id, first_name
from game.insight.words.quantities import entities, owner_id, suffix

MOST = 2  # facts in the sentence
OPPOSITE = {"<": ">=", ">": "<=", "<=": ">", ">=": "<", "==": "!=", "!=": "=="}
FLIPPED = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "==": "==", "!=": "!="}
BESIDE = {"<": "under {}", ">": "above {}", "<=": "{} at most", ">=": "{} or more", "==": "", "!=": "not {}"}


def decided_by(play: Play, rule: Ending, early: bool) -> str:
    """“Decided by: Web shop was live in week 10, not by week 9.”; "" where nothing can be named.

    An ending below the good one is explained by what the good one asked for and did not get, any other by what it
    asks for itself.
    """
    values = play.state.values
    better = None if early or rule.tone == "good" else _good(play, rule)
    leaves = [] if better is None else _leaves(better.when, values, False)
    leaves = leaves if leaves else _leaves(rule.when, values, True)
    found: list[str] = []
    told: list[str] = []
    for leaf, holds in leaves:
        text, owner = _told(play, leaf, values, holds), _owner(play.scenario, leaf)
        if text and not (owner and owner in told):  # who did not renew has no chance of renewal worth a word
            found.append(text)
            told.append(owner)
    if not found:
        return ""
    running = ", for the third week" if early else ""
    return f"Decided by: {listed(found[:MOST])}{running}."


def _good(play: Play, rule: Ending) -> Ending | None:
    """The easiest good ending of this play that the one reached does not go before."""
    bit = PLAYS_BIT[play.seat]
    good = [e for e in play.scenario.endings if e.tone == "good" and e.seats & bit and e.severity >= rule.severity]
    return max(good, key=lambda each: -each.severity, default=None)


def _leaves(expr: Expr, values: list[int], holding: bool) -> list[tuple[Expr, bool]]:
    """The comparisons that make a condition hold (or fail), each with whether it holds itself."""
    if isinstance(expr, (And, Or)):
        every = isinstance(expr, And) == holding  # all parts of a kept “and” count, and of a failed “or”
        sides = [expr.left, expr.right]
        counting = [side for side in sides if (side.value(values) != 0.0) == holding]
        found: list[tuple[Expr, bool]] = []
        for side in counting if every or not counting else counting[:2]:
            found.extend(_leaves(side, values, holding))
        return found
    if isinstance(expr, Not):
        return _leaves(expr.part, values, not holding)
    return [] if isinstance(expr, Const) else [(expr, holding)]


def _owner(scenario: Scenario, leaf: Expr) -> str:
    """Whose number a comparison is about, "" where there are several."""
    owners = {owner_id(scenario, name): "" for name in leaf.names()}
    return next(iter(owners)) if len(owners) == 1 else ""


def _told(play: Play, leaf: Expr, values: list[int], holds: bool) -> str:
    scenario = play.scenario
    if isinstance(leaf, Compare):
        return _compared(play, leaf, values, holds)
    if isinstance(leaf, Read):
        word = suffix(scenario, leaf.index)
        if word in EVENTS:
            return _event(play, leaf.index, word, values)
        made = [choice for event, choice in setters(scenario, leaf.index, 1.0) if values[event.seen]]
        return f"the answer was {quoted(scenario, made[0].text)}" if holds and len(made) == 1 else ""
    return leaf.label.replace("'", "’") if isinstance(leaf, Named) and holds else ""


EVENTS = ("delivered", "signed", "gone")


def _compared(play: Play, test: Compare, values: list[int], holds: bool) -> str:
    scenario = play.scenario
    left, right, op = test.left, test.right, test.op
    if isinstance(left, Const):
        left, right, op = right, left, FLIPPED[op]
    if isinstance(left, Read) and left.index == scenario.week:
        return ""
    if isinstance(left, Read) and suffix(scenario, left.index) in EVENTS:
        said = _event(play, left.index, suffix(scenario, left.index), values)
        missed = not holds and op in ("<", "<=") and values[left.index] > 0
        return f"{said}, not by week {round(right.value(values))}" if missed else said
    if _leavers(scenario, left):
        count = round(left.value(values))
        return f"{small(count)} {'person' if count == 1 else 'people'} had left"
    found = fact(scenario, test, values)
    bound = fact(scenario, Compare("==", left, right), values).wanted
    beside = BESIDE[op if holds else OPPOSITE[op]].replace("{}", bound)
    if isinstance(left, Read) and suffix(scenario, left.index) == BROKEN:
        amount = days(round(number(scenario, values, left.index), 1))
        broken = f"{amount} of work on {_name(scenario, owner_id(scenario, left.index))} reached the client broken"
        return f"{broken} ({beside})" if beside else broken
    verb = "were" if found.label.endswith("s") and not found.label.endswith(("ss", "us")) else "was"
    if beside and bound == found.now:  # 21.97 is under 22, and reads like it
        return f"{found.label} {verb} just {beside}"
    return f"{found.label} {verb} {found.now}" + (f" ({beside})" if beside else "")


def _leavers(scenario: Scenario, expr: Expr) -> bool:
    """Whether an expression counts the people who left."""
    if isinstance(expr, Read):
        return suffix(scenario, expr.index) == "gone"
    return isinstance(expr, Arithmetic) and _leavers(scenario, expr.left) and _leavers(scenario, expr.right)


def _event(play: Play, quantity: int, word: str, values: list[int]) -> str:
    """What became of a delivery, a signature, a person."""
    scenario, value = play.scenario, values[quantity]
    owner = owner_id(scenario, quantity)
    person = by_id(scenario, owner)
    name = first_name(scenario.people[person]) if person != NONE else _name(scenario, owner)
    if word == "delivered":
        return f"{name} was live in week {value}" if value else f"{name} was not live by week {len(play.weeks)}"
    if word == "signed":
        return (f"{name} had not signed", f"{name} signed again", f"{name} did not renew")[min(2, max(0, value))]
    return f"{name} left" if value else f"{name} stayed"


def _name(scenario: Scenario, owner: str) -> str:
    return next((words for known, words in entities(scenario) if known == owner), capital(owner))
