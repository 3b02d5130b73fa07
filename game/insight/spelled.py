"""Conditions in the words their author wrote them in, with what the names in them stand at now."""

from __future__ import annotations

from game.engine.expression import And, Arithmetic, Compare, Const, Expr, IfElse, Named, Not, Or, Pick, Read
from game.engine.model import Scenario
from game.insight.words.figures import plain

_BINDS = {"Or": 1, "And": 2, "Not": 3, "Compare": 4, "+": 5, "-": 5, "*": 6, "/": 6}
_LOOSE, _TIGHT = 0, 9


def spelled(scenario: Scenario, expr: Expr) -> str:
    """A condition or amount as a scenario file would have it: `dana.trust >= 45 and not wishlist.absorb`."""
    return _spelled(scenario, expr, _LOOSE)


def _spelled(scenario: Scenario, expr: Expr, around: int) -> str:
    if isinstance(expr, Const):
        return _constant(expr)
    if isinstance(expr, Read):
        return scenario.quantities[expr.index].name
    if isinstance(expr, Named):
        return expr.name
    if isinstance(expr, Pick):
        return f"{expr.op}({', '.join([_spelled(scenario, part, _LOOSE) for part in expr.parts])})"
    if isinstance(expr, IfElse):
        parts = [_spelled(scenario, part, _LOOSE) for part in (expr.test, expr.then, expr.other)]
        return f"if({', '.join(parts)})"
    binds, text = _joined(scenario, expr)
    return f"({text})" if binds < around else text


def _joined(scenario: Scenario, expr: Expr) -> tuple[int, str]:
    """How tightly an operation binds, and its text."""
    if isinstance(expr, Not):
        return _BINDS["Not"], f"not {_spelled(scenario, expr.part, _BINDS['Not'])}"
    if isinstance(expr, (And, Or)):
        word = "and" if isinstance(expr, And) else "or"
        return _sides(scenario, expr.left, word, expr.right, _BINDS["And" if word == "and" else "Or"])
    if isinstance(expr, Compare):
        return _sides(scenario, expr.left, expr.op, expr.right, _BINDS["Compare"])
    if isinstance(expr, Arithmetic):
        return _sides(scenario, expr.left, expr.op, expr.right, _BINDS[expr.op])
    return _TIGHT, "something else"


def _sides(scenario: Scenario, left: Expr, word: str, right: Expr, binds: int) -> tuple[int, str]:
    closer = binds + 1 if word in ("-", "/") else binds
    return binds, f"{_spelled(scenario, left, binds)} {word} {_spelled(scenario, right, closer)}"


def _constant(const: Const) -> str:
    number = f"{const.number:g}"
    if const.unit == "share":
        return f"{100.0 * const.number:g}%"
    if const.unit == "money" and abs(const.number) >= 1000.0 and const.number == int(const.number):
        return f"{int(const.number):_}"
    return f"{number} {const.unit}" if const.unit in ("days", "weeks") else number


def readings(scenario: Scenario, expr: Expr, values: list[int]) -> tuple[tuple[str, str], ...]:
    """The names a condition reads, once each, with what they stand at: `dana.trust`, 38.2."""
    found: dict[str, str] = {}
    _read(scenario, expr, values, found)
    return tuple(found.items())


def _read(scenario: Scenario, expr: Expr, values: list[int], found: dict[str, str]) -> None:
    if isinstance(expr, Read):
        rule = scenario.quantities[expr.index]
        found[rule.name] = figure(rule.unit, expr.value(values))
    elif isinstance(expr, Named):
        found[expr.name] = figure(expr.unit, expr.value(values))
    elif isinstance(expr, Not):
        _read(scenario, expr.part, values, found)
    elif isinstance(expr, (And, Or, Compare, Arithmetic)):
        _read(scenario, expr.left, values, found)
        _read(scenario, expr.right, values, found)
    elif isinstance(expr, Pick):
        for part in expr.parts:
            _read(scenario, part, values, found)
    elif isinstance(expr, IfElse):
        for part in (expr.test, expr.then, expr.other):
            _read(scenario, part, values, found)


def failing(scenario: Scenario, expr: Expr, values: list[int]) -> str:
    """Why a condition does not hold: "`dana.trust >= 45` does not hold: dana.trust is 38.2."; "" where it does."""
    part = expr.false_part(values)
    if part is None:
        return ""
    if isinstance(part, (Read, Named)):
        return f"`{spelled(scenario, part)}` does not hold."
    now = ", ".join([f"{name} is {text}" for name, text in readings(scenario, part, values)])
    return f"`{spelled(scenario, part)}` does not hold" + (f": {now}." if now else ".")


def figure(unit: str, number: float) -> str:
    """A number as a scenario file would have it: 38.25, 60%, 12_000, yes."""
    if unit == "flag":
        return "yes" if number else "no"
    if unit == "share":
        return f"{round(100.0 * number, 2):g}%"
    if unit == "money":
        return f"{round(number):_}"
    return f"{round(number, 2):g}"


def drawn(number: float) -> str:
    """A number of luck, as a percentage that can be held against a chance."""
    return f"{plain(100.0 * number)}\u00a0%"
