"""Conditions as people would say them: what is measured, what it is, what it would have to be."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.expression import And, Arithmetic, Compare, Const, Expr, IfElse, Named, Not, Or, Pick, Read
from game.engine.model import NONE, Choice, Event, Outcome, Question, Scenario
from game.insight.words.causes import quoted
from game.insight.words.figures import NBSP, days, decimal, exact_percent, plain
from game.insight.words.quantities import short, suffix, title, unit_text, value_text

FLIPPED = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "==": "==", "!=": "!="}
BOUNDS = {">=": "{}", ">": "more than {}", "<=": "at most {}", "<": "less than {}", "==": "{}", "!=": "anything but {}"}
BROKEN = "defects"  # a number nobody is shown; what it counts, everybody meets
RESULTS = ("struck", "finished", "delivered", "warned", "gone", "done", "open", "kept", "broken", "won", "declined")


@dataclass(frozen=True)
class Fact:
    """One comparison: what is measured, how much it is, what it would have to be, and whether it holds."""

    label: str
    now: str
    wanted: str
    holds: bool
    quantity: int  # the number meant, NONE where several are
    op: str


def fact(scenario: Scenario, test: Compare, values: list[int]) -> Fact:
    """A comparison in words; a number on the left is told as a bound on what stands right."""
    left, right, op = test.left, test.right, test.op
    if isinstance(left, Const) and not isinstance(right, Const):
        left, right, op = right, left, FLIPPED[op]
    left = binding(left, values)
    bound, now = _text(scenario, right, left, values), _text(scenario, left, left, values)
    holds = test.value(values) != 0.0
    if bound == now and not holds:  # 44.8 is not 45, and must not look like it
        value = left.value(values)
        now = exact_percent(value) if _unit(scenario, left)[0] == "share" else decimal(value)
    names = left.names()
    single = names[0] if len(names) == 1 else NONE
    return Fact(label(scenario, left), now, BOUNDS[op].replace("{}", bound), holds, single, op)


def binding(expr: Expr, values: list[int]) -> Expr:
    """The part of min(), max() or if() that decides it now; anything else is itself."""
    while isinstance(expr, (Pick, IfElse)):
        if isinstance(expr, IfElse):
            expr = expr.then if expr.test.value(values) != 0.0 else expr.other
            continue
        best = expr.value(values)
        expr = next((part for part in expr.parts if part.value(values) == best), expr.parts[0])
    return expr


def comparisons(expr: Expr, values: list[int]) -> list[Compare]:
    """The comparisons of a condition, in reading order."""
    if isinstance(expr, Compare):
        return [expr]
    if isinstance(expr, (And, Or)):
        return comparisons(expr.left, values) + comparisons(expr.right, values)
    return comparisons(expr.part, values) if isinstance(expr, Not) else []


def label(scenario: Scenario, expr: Expr) -> str:
    """What an expression measures, as a noun."""
    if isinstance(expr, Named):
        return _titled(expr.label)
    if isinstance(expr, Read):
        owner, colon, what = title(scenario, expr.index).partition(": ")
        if colon and suffix(scenario, expr.index) == BROKEN:
            return f"what reached the client broken in {owner}"
        return _titled(f"{owner}{'’' if owner.endswith('s') else '’s'} {what}" if colon else owner)
    if isinstance(expr, Const):
        return plain(expr.number)
    if isinstance(expr, Arithmetic):
        alike = _alike(scenario, expr)
        if alike:
            return f"{alike}, all together"
        word = {"+": "plus", "-": "less", "*": "times", "/": "over"}.get(expr.op, expr.op)
        return f"{label(scenario, expr.left)} {word} {label(scenario, expr.right)}"
    if isinstance(expr, Pick):
        return f"the {'lowest' if expr.op == 'min' else 'highest'} of them"
    return "this"


def _alike(scenario: Scenario, expr: Expr) -> str:
    """What the parts of a sum all measure, "" where they measure different things."""
    if isinstance(expr, Read):
        return short(scenario, expr.index)
    if isinstance(expr, Arithmetic) and expr.op == "+":
        left = _alike(scenario, expr.left)
        return left if left == _alike(scenario, expr.right) else ""
    return ""


def _titled(text: str) -> str:
    return text.replace("'", "’")


def _text(scenario: Scenario, expr: Expr, like: Expr, values: list[int]) -> str:
    """The value of an expression, in the unit of what it is compared with."""
    number = expr.value(values)
    unit, word, quantity = _unit(scenario, like)
    if word == BROKEN:
        return f"{days(number)} of repair"
    if isinstance(expr, Read):
        return value_text(scenario, expr.index, number)
    if isinstance(expr, Named):
        unit, word = expr.unit, expr.name.rpartition(".")[2]
    return unit_text(scenario, unit, word, number, quantity)


def _unit(scenario: Scenario, expr: Expr) -> tuple[str, str, int]:
    if isinstance(expr, Named):
        return expr.unit, expr.name.rpartition(".")[2], NONE
    if isinstance(expr, Read):
        rule = scenario.quantities[expr.index]
        return rule.unit, rule.name.rpartition(".")[2], expr.index
    if isinstance(expr, Arithmetic):
        return _unit(scenario, expr.right if isinstance(expr.left, Const) else expr.left)
    if isinstance(expr, Pick):
        return _unit(scenario, expr.parts[0])
    if isinstance(expr, IfElse):
        return _unit(scenario, expr.then)
    return (expr.unit if isinstance(expr, Const) else "", "", NONE)


def sentence(scenario: Scenario, part: Expr, values: list[int]) -> str:
    """Why a condition does not hold: "Dana’s trust would have to be 45. It is 38.". Never raises for any tree."""
    if isinstance(part, Compare):
        return _compared(scenario, part, values)
    if isinstance(part, Not):
        return _prevented(scenario, part.part, values)
    if isinstance(part, And):
        return sentence(scenario, part.false_part(values) or part.left, values)
    if isinstance(part, Or):
        return f"It would take {clause(scenario, part.left, values)}, or {clause(scenario, part.right, values)}."
    return f"Only {_after(scenario, part, values)}."


def _compared(scenario: Scenario, test: Compare, values: list[int]) -> str:
    left, right, op = test.left, test.right, test.op
    if isinstance(left, Const):
        left, right, op = right, left, FLIPPED[op]
    number = right.value(values)
    if isinstance(left, Read) and left.index == scenario.week:
        return _by_week(op, number)
    word = _unit(scenario, left)[1]
    if isinstance(left, Read) and word in RESULTS and number == 0.0:
        return f"Only {_after(scenario, left, values)}." if op in (">", "!=") else _prevented(scenario, left, values)
    found = fact(scenario, test, values)
    return f"{_start(found.label)} would have to be {found.wanted}. It is {found.now}."


def _start(text: str) -> str:
    return text[:1].upper() + text[1:]


def _by_week(op: str, number: float) -> str:
    week = f"week{NBSP}{plain(number)}"
    said = {
        ">=": f"Only from {week} on.",
        ">": f"Only after {week}.",
        "<=": f"Only until {week}.",
        "<": f"Only before {week}.",
    }
    return said.get(op, f"Only in {week}." if op == "==" else f"Not in {week}.")


def clause(scenario: Scenario, part: Expr, values: list[int]) -> str:
    """The same as part of a sentence: "Dana’s trust at 45"."""
    if isinstance(part, Compare):
        found = fact(scenario, part, values)
        return f"{found.label} at {found.wanted} (now {found.now})"
    if isinstance(part, Not):
        return "an earlier answer to have been another"
    if isinstance(part, (And, Or)):
        word = "and" if isinstance(part, And) else "or"
        return f"{clause(scenario, part.left, values)} {word} {clause(scenario, part.right, values)}"
    return f"this to come {_after(scenario, part, values)}"


def _after(scenario: Scenario, part: Expr, values: list[int]) -> str:
    """What would have to have happened first, as "after …" or "once …"."""
    if isinstance(part, Named):
        return _once(scenario, part)
    if not isinstance(part, Read):
        return "when something else is so"
    rule = scenario.quantities[part.index]
    owner, _dot, word = rule.name.rpartition(".")
    choice = _choice(scenario, owner, word)
    if choice is not None:
        return f"after {quoted(scenario, choice.text)}" if _seen(scenario, owner, values) else "after something else"
    if word in RESULTS:
        return f"once {_named(scenario, owner)} {_has(word)}"
    made = setters(scenario, part.index, 1.0)
    if len(made) == 1 and values[made[0][0].seen]:
        return f"after {quoted(scenario, made[0][1].text)}"
    return "after an answer that was not given"


def _once(scenario: Scenario, part: Named) -> str:
    owner, _dot, word = part.name.rpartition(".")
    if word == "known":
        for truth in scenario.truths:
            if truth.id == owner:
                return (
                    f"once you know more about {truth.area}" if truth.area else "once you know what you do not know yet"
                )
        for risk in scenario.risks:
            if risk.id == owner:
                return f"once you have looked into {risk.area or risk.name}"
    if word in RESULTS:
        return f"once {_named(scenario, owner)} {_has(word)}"
    return f"once {_titled(part.label)}"


def _has(word: str) -> str:
    verbs = {
        "struck": "has struck",
        "gone": "has left",
        "warned": "has been warned",
        "open": "is open",
        "won": "is won",
    }
    return verbs.get(word, f"is {word}" if word in ("done", "kept", "broken", "declined") else f"has been {word}")


def _named(scenario: Scenario, owner: str) -> str:
    for name, words in [(p.id, f"“{p.text}”") for p in scenario.promises] + [(r.id, r.name) for r in scenario.risks]:
        if name == owner:
            return words
    for kind in (scenario.people, scenario.projects, scenario.tasks, scenario.offers):
        for thing in kind:
            if thing.id == owner:
                return thing.name
    return owner.replace("_", " ")


def _prevented(scenario: Scenario, part: Expr, values: list[int]) -> str:
    """Why something that must not be so closes this."""
    if isinstance(part, Read):
        owner, _dot, word = scenario.quantities[part.index].name.rpartition(".")
        choice = _choice(scenario, owner, word)
        if choice is not None:
            return f"Closed since {quoted(scenario, choice.text)}."
        if word in RESULTS:
            return f"Closed since {_named(scenario, owner)} {_has(word)}."
        made = [pair for pair in setters(scenario, part.index, 1.0) if values[pair[0].seen]]
        if len(made) == 1:
            return f"Closed since {quoted(scenario, made[0][1].text)}."
        return "Closed by an earlier answer."
    if isinstance(part, Named):
        owner, _dot, word = part.name.rpartition(".")
        return (
            f"Closed since {_named(scenario, owner)} {_has(word)}." if word in RESULTS else "Closed by what you know."
        )
    if isinstance(part, Compare):
        found = fact(scenario, part, values)
        return f"Closed while {found.label} is {found.now}."
    return "Closed by how things stand."


def _choice(scenario: Scenario, event: str, choice: str) -> Choice | None:
    position = scenario.event_index.get(event)
    if position is None:
        return None
    return next((c for c in _all_choices(scenario.events[position].question) if c.id == choice), None)


def _seen(scenario: Scenario, event: str, values: list[int]) -> bool:
    return values[scenario.events[scenario.event_index[event]].seen] > 0


def _all_choices(question: Question | None) -> list[Choice]:
    if question is None:
        return []
    found: list[Choice] = []
    for choice in question.choices:
        found.append(choice)
        found.extend(_all_choices(choice.scene))
    return found


def setters(scenario: Scenario, quantity: int, value: float) -> list[tuple[Event, Choice]]:
    """The choices that set a flag to this value, at once or later."""
    found: list[tuple[Event, Choice]] = []
    for event in scenario.events:
        found.extend((event, c) for c in _all_choices(event.question) if _sets(c.outcome, quantity, value))
    return found


def _sets(outcome: Outcome, quantity: int, value: float) -> bool:
    for effect in outcome.effects:
        if effect.quantity == quantity and isinstance(effect.amount, Const) and effect.amount.number == value:
            return True
    if outcome.branch is not None and (
        _sets(outcome.branch.then, quantity, value) or _sets(outcome.branch.other, quantity, value)
    ):
        return True
    return any(_sets(later.outcome, quantity, value) for later in outcome.later)
