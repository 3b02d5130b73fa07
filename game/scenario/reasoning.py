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
Known = dict[int | str, Range]  # what is learnt, by quantity or by the name of a derived number

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
    return _span(expr, ranges, {})


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
    known: Known = {}
    for literal in literals:
        if wanted.setdefault(literal.expr, literal.wanted) != literal.wanted:
            return False
    rounds = 2 if len(literals) > 1 and not all(_is_alone(literal.expr) for literal in literals) else 1
    for _ in range(rounds):  # the second time with what the first has learnt
        for literal in literals:
            if not _allow(literal, ranges, known):
                return False
    return True


def _is_alone(expr: Expr) -> bool:
    """Whether an expression is about one number only, so that nothing learnt later says more about it."""
    if isinstance(expr, Compare):
        return isinstance(expr.right, Const) and isinstance(expr.left, (Read, Named))
    return isinstance(expr, Read)


def _allow(literal: Literal, ranges: Ranges, known: Known) -> bool:
    """Narrow what is known by one literal; False where that leaves nothing."""
    expr = literal.expr
    if not isinstance(expr, Compare):
        span = _span(expr, ranges, known)
        return _narrow(expr, span, "!=" if literal.wanted else "==", (0.0, 0.0), known)
    op = expr.op if literal.wanted else NEGATED[expr.op]
    left, right = _span(expr.left, ranges, known), _span(expr.right, ranges, known)
    if not _may_be(op, left, right):
        return False
    if not _narrow(expr.left, left, op, right, known):
        return False
    return _narrow(expr.right, right, FLIPPED[op], left, known)


def _may_be(op: str, left: Range, right: Range) -> bool:
    """Whether a comparison can be true, with what is lost in adding overlooked as the comparison itself does."""
    low, high = round(left[0] - right[1], 6), round(left[1] - right[0], 6)
    return Compare(op, Span(low, high), Const(0.0)).bounds()[1] > 0.0


def _narrow(side: Expr, span: Range, op: str, other: Range, known: Known) -> bool:
    """Note what `side op other` says about `side`, where that is a single number; False where nothing is left."""
    low, high = span
    least, most = other
    grains = side.per_unit if isinstance(side, Read) else 0
    if op in (">=", ">", "=="):
        low = max(low, _above(least, grains, op == ">"))
    if op in ("<=", "<", "=="):
        high = min(high, -_above(-most, grains, op == "<"))
    if op == "!=" and least == most:
        low = _above(low, grains, True) if low == least else low
        high = -_above(-high, grains, True) if high == most else high
    if isinstance(side, Read):
        known[side.index] = (low, high)
    elif isinstance(side, Named):
        known[side.name] = (low, high)
    return low <= high + 1e-9


def _above(number: float, per_unit: int, strictly: bool) -> float:
    """The lowest value that a number with so many grains in a unit (0: any) can have from `number` on."""
    if per_unit == 0 or abs(number) > 1e12:
        return number + (HAIR if strictly else 0.0)
    steps = math.floor(number * per_unit + HAIR) + 1 if strictly else math.ceil(number * per_unit - HAIR)
    return steps / per_unit


class Span(Expr):
    """Stands for a part of an expression of which only the range matters."""

    def __init__(self, low: float, high: float) -> None:
        self.low, self.high = low, high

    def bounds(self) -> Range:
        return (self.low, self.high)


def _span(expr: Expr, ranges: Ranges, known: Known) -> Range:
    """The range of an expression with every number's range as narrow as it is known to be."""
    if isinstance(expr, Const):
        return expr.number, expr.number
    if isinstance(expr, Read):
        return _meet(ranges.get(expr.index, (expr.low, expr.high)), known.get(expr.index))
    if isinstance(expr, Named):
        return _meet(_span(expr.formula, ranges, known), known.get(expr.name))
    if isinstance(expr, Compare):
        left, right = _span(expr.left, ranges, known), _span(expr.right, ranges, known)
        return float(not _may_be(NEGATED[expr.op], left, right)), float(_may_be(expr.op, left, right))
    return _with_spans(expr, ranges, known).bounds()


def _meet(one: Range, other: Range | None) -> Range:
    return one if other is None else (max(one[0], other[0]), min(one[1], other[1]))


def _with_spans(expr: Expr, ranges: Ranges, known: Known) -> Expr:
    """The expression with a span for each of its parts."""

    def span(part: Expr) -> Span:
        return Span(*_span(part, ranges, known))

    if isinstance(expr, Arithmetic):
        return Arithmetic(expr.op, span(expr.left), span(expr.right))
    if isinstance(expr, Pick):
        return Pick(expr.op, tuple(span(part) for part in expr.parts))
    if isinstance(expr, Not):
        return Not(span(expr.part))
    if isinstance(expr, And):
        return And(span(expr.left), span(expr.right))
    if isinstance(expr, Or):
        return Or(span(expr.left), span(expr.right))
    if isinstance(expr, IfElse):
        return IfElse(span(expr.test), span(expr.then), span(expr.other))
    return expr
