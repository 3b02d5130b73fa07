"""Whether a condition can hold when numbers stay within known ranges: sound and modest.

A number may have any value of its range, together with any value of every other number. So "never" is proved, and what
is not proved is taken to be possible. `or` splits a condition into alternatives; each is a list of literals that must
all be true at once.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from game.engine.expression import And, Arithmetic, Compare, Const, Expr, IfElse, Named, Not, Or, Pick, Read

Range = tuple[float, float]
Ranges = dict[int, Range]  # by quantity; those left out may have their whole range
Key = int | str  # a quantity, or the name of a derived number

MOST_ALTERNATIVES = 48
HAIR = 1e-6  # what a number that has no grain must exceed a strict bound by
FLIPPED = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "==": "==", "!=": "!="}
NEGATED = {"<": ">=", ">": "<=", "<=": ">", ">=": "<", "==": "!=", "!=": "=="}


@dataclass(frozen=True)
class Literal:
    """Something without `and` or `or` that is wanted true or false. `origin`: the part of the condition it is from."""

    expr: Expr
    wanted: bool
    origin: Expr


Alternative = list[Literal]


def bounds(expr: Expr, ranges: Ranges) -> Range:
    """The lowest and the highest value of an expression while the numbers stay within their ranges."""
    return _within(expr, ranges, {}).bounds()


def possible(alternatives: list[Alternative], ranges: Ranges) -> bool:
    """Whether at least one alternative may hold."""
    return any(consistent(literals, ranges) for literals in alternatives)


def alternatives(condition: Expr, wanted: bool = True, origin: Expr | None = None) -> list[Alternative]:
    """The ways in which a condition can be true (or, `wanted` false, untrue)."""
    expr = condition
    if isinstance(expr, Not):
        return alternatives(expr.part, not wanted, origin)
    if isinstance(expr, Named) and isinstance(expr.formula, (And, Or, Not, Compare)):
        return alternatives(expr.formula, wanted, origin or expr)
    if isinstance(expr, (And, Or)):
        left, right = alternatives(expr.left, wanted, origin), alternatives(expr.right, wanted, origin)
        if isinstance(expr, And) is not wanted:
            return left + right
        if len(left) * len(right) <= MOST_ALTERNATIVES:
            return [a + b for a in left for b in right]
    return [[Literal(expr, wanted, origin or expr)]]


def both(first: list[Alternative], second: list[Alternative]) -> list[Alternative]:
    """The ways in which two conditions hold at once; the first alone where there would be too many."""
    if len(first) * len(second) > MOST_ALTERNATIVES**2:
        return first
    return [a + b for a in first for b in second]


def consistent(literals: Alternative, ranges: Ranges) -> bool:
    """Whether all literals may be true at once."""
    wanted: dict[Expr, bool] = {}
    known: dict[Key, Range] = {}
    for literal in literals:
        if wanted.setdefault(literal.expr, literal.wanted) != literal.wanted:
            return False
    for _ in range(2):  # the second time with what the first has learnt
        for literal in literals:
            if not _allow(literal, ranges, known):
                return False
    return True


def _allow(literal: Literal, ranges: Ranges, known: dict[Key, Range]) -> bool:
    """Narrow what is known by one literal; False where that leaves nothing."""
    low, high = _within(literal.expr, ranges, known).bounds()
    if (high <= 0.0 <= low) if literal.wanted else (low > 0.0 or high < 0.0):
        return False
    expr = literal.expr
    if isinstance(expr, Compare):
        op = expr.op if literal.wanted else NEGATED[expr.op]
        one = _narrow(expr.left, op, expr.right, ranges, known)
        return one and _narrow(expr.right, FLIPPED[op], expr.left, ranges, known)
    return _narrow(expr, "!=" if literal.wanted else "==", Const(0.0), ranges, known)


def _narrow(side: Expr, op: str, other: Expr, ranges: Ranges, known: dict[Key, Range]) -> bool:
    """Note what `side op other` says about `side`, where that is a single number; False where nothing is left."""
    if not isinstance(side, (Read, Named)):
        return True
    grains = side.per_unit if isinstance(side, Read) else 0
    low, high = _within(side, ranges, known).bounds()
    least, most = _within(other, ranges, known).bounds()
    if op in (">=", ">", "=="):
        low = max(low, _above(least, grains, op == ">"))
    if op in ("<=", "<", "=="):
        high = min(high, -_above(-most, grains, op == "<"))
    if op == "!=" and least == most:
        low = _above(low, grains, True) if low == least else low
        high = -_above(-high, grains, True) if high == most else high
    known[side.index if isinstance(side, Read) else side.name] = (low, high)
    return low <= high + 1e-9


def _above(number: float, per_unit: int, strictly: bool) -> float:
    """The lowest value that a number with so many grains in a unit (0: any) can have from `number` on."""
    if per_unit == 0 or abs(number) > 1e12:
        return number + (HAIR if strictly else 0.0)
    steps = math.floor(number * per_unit + HAIR) + 1 if strictly else math.ceil(number * per_unit - HAIR)
    return steps / per_unit


def _within(expr: Expr, ranges: Ranges, known: dict[Key, Range]) -> Expr:
    """The expression with every number's range as narrow as it is known to be."""
    if isinstance(expr, Read):
        low, high = ranges.get(expr.index, (expr.low, expr.high))
        least, most = known.get(expr.index, (low, high))
        return Read(expr.index, expr.per_unit, max(low, least), min(high, most))
    if isinstance(expr, Named):
        low, high = _within(expr.formula, ranges, known).bounds()
        least, most = known.get(expr.name, (low, high))
        return Read(-1, 1, max(low, least), min(high, most))
    if isinstance(expr, Not):
        return Not(_within(expr.part, ranges, known))
    if isinstance(expr, And):
        return And(_within(expr.left, ranges, known), _within(expr.right, ranges, known))
    if isinstance(expr, Or):
        return Or(_within(expr.left, ranges, known), _within(expr.right, ranges, known))
    if isinstance(expr, Compare):
        gap = Arithmetic("-", _within(expr.left, ranges, known), _within(expr.right, ranges, known))
        low, high = gap.bounds()  # rounded, as the comparison itself overlooks what is lost in adding
        return Compare(expr.op, Read(-1, 1, round(low, 6), round(high, 6)), Const(0.0))
    if isinstance(expr, Arithmetic):
        return Arithmetic(expr.op, _within(expr.left, ranges, known), _within(expr.right, ranges, known))
    if isinstance(expr, Pick):
        return Pick(expr.op, tuple(_within(part, ranges, known) for part in expr.parts))
    if isinstance(expr, IfElse):
        parts = [_within(part, ranges, known) for part in (expr.test, expr.then, expr.other)]
        return IfElse(parts[0], parts[1], parts[2])
    return expr
