"""Conditions and amounts as a small typed tree: value, the false part, bounds, names.

`scenario/` parses text into it; the engine only evaluates. Booleans are 1.0 and 0.0. A number read from the table of
quantities is `values[index] / per_unit`.
"""

from __future__ import annotations

from dataclasses import dataclass


class Expr:
    """One node. Nodes never raise for any values: a division by zero gives 0."""

    def value(self, values: list[int]) -> float:
        """The number (or 1.0/0.0) this node has in a state's `values`."""
        raise NotImplementedError

    def bounds(self) -> tuple[float, float]:
        """The lowest and the highest value this node can ever have."""
        raise NotImplementedError

    def names(self) -> tuple[int, ...]:
        """Indices of every quantity this node reads, in reading order (repeats possible)."""
        raise NotImplementedError

    def false_part(self, values: list[int]) -> Expr | None:
        """The smallest part that makes a condition false, or None when it holds."""
        return None if self.value(values) != 0.0 else self


@dataclass(frozen=True)
class Const(Expr):
    """A literal number; `unit` is kept for wording: "", "share", "days", "weeks", "money"."""

    number: float
    unit: str = ""

    def value(self, values: list[int]) -> float:
        return self.number

    def bounds(self) -> tuple[float, float]:
        return (self.number, self.number)

    def names(self) -> tuple[int, ...]:
        return ()


@dataclass(frozen=True)
class Read(Expr):
    """The value of one quantity, in its unit."""

    index: int
    per_unit: int
    low: float
    high: float

    def value(self, values: list[int]) -> float:
        return values[self.index] / self.per_unit

    def bounds(self) -> tuple[float, float]:
        return (self.low, self.high)

    def names(self) -> tuple[int, ...]:
        return (self.index,)


@dataclass(frozen=True)
class Named(Expr):
    """A derived name, such as `dana.trust`: reads as one word, evaluates as its formula."""

    name: str
    label: str
    unit: str
    formula: Expr

    def value(self, values: list[int]) -> float:
        return self.formula.value(values)

    def bounds(self) -> tuple[float, float]:
        return self.formula.bounds()

    def names(self) -> tuple[int, ...]:
        return self.formula.names()


@dataclass(frozen=True)
class Not(Expr):
    part: Expr

    def value(self, values: list[int]) -> float:
        return 0.0 if self.part.value(values) != 0.0 else 1.0

    def bounds(self) -> tuple[float, float]:
        low, high = self.part.bounds()
        if low == 0.0 and high == 0.0:
            return (1.0, 1.0)
        if low > 0.0 or high < 0.0:
            return (0.0, 0.0)
        return (0.0, 1.0)

    def names(self) -> tuple[int, ...]:
        return self.part.names()


@dataclass(frozen=True)
class And(Expr):
    left: Expr
    right: Expr

    def value(self, values: list[int]) -> float:
        return 1.0 if self.left.value(values) != 0.0 and self.right.value(values) != 0.0 else 0.0

    def bounds(self) -> tuple[float, float]:
        (a, b), (c, d) = self.left.bounds(), self.right.bounds()
        if (a == 0.0 and b == 0.0) or (c == 0.0 and d == 0.0):
            return (0.0, 0.0)
        if (a > 0.0 or b < 0.0) and (c > 0.0 or d < 0.0):
            return (1.0, 1.0)
        return (0.0, 1.0)

    def names(self) -> tuple[int, ...]:
        return self.left.names() + self.right.names()

    def false_part(self, values: list[int]) -> Expr | None:
        part = self.left.false_part(values)
        return part if part is not None else self.right.false_part(values)


@dataclass(frozen=True)
class Or(Expr):
    left: Expr
    right: Expr

    def value(self, values: list[int]) -> float:
        return 1.0 if self.left.value(values) != 0.0 or self.right.value(values) != 0.0 else 0.0

    def bounds(self) -> tuple[float, float]:
        (a, b), (c, d) = self.left.bounds(), self.right.bounds()
        if a > 0.0 or b < 0.0 or c > 0.0 or d < 0.0:
            return (1.0, 1.0)
        return (0.0, 0.0) if a == b == c == d == 0.0 else (0.0, 1.0)

    def names(self) -> tuple[int, ...]:
        return self.left.names() + self.right.names()


@dataclass(frozen=True)
class Compare(Expr):
    """One of `<`, `<=`, `>`, `>=`, `==`, `!=` between two numbers."""

    op: str
    left: Expr
    right: Expr

    def value(self, values: list[int]) -> float:
        # Grains are decimal fractions, so a sum of floats may miss a threshold by 1e-12: compare with a margin.
        gap = self.left.value(values) - self.right.value(values)
        op = self.op
        if op == ">=":
            return 1.0 if gap >= -1e-9 else 0.0
        if op == "<=":
            return 1.0 if gap <= 1e-9 else 0.0
        if op == ">":
            return 1.0 if gap > 1e-9 else 0.0
        if op == "<":
            return 1.0 if gap < -1e-9 else 0.0
        equal = -1e-9 <= gap <= 1e-9
        return 1.0 if equal == (op == "==") else 0.0

    def bounds(self) -> tuple[float, float]:
        (a, b), (c, d) = self.left.bounds(), self.right.bounds()
        low, high = a - d, b - c  # of the gap
        op = self.op
        if op in (">=", ">"):
            never, always = (high < 0.0, low >= 0.0) if op == ">=" else (high <= 0.0, low > 0.0)
        elif op in ("<=", "<"):
            never, always = (low > 0.0, high <= 0.0) if op == "<=" else (low >= 0.0, high < 0.0)
        else:
            apart, same = low > 0.0 or high < 0.0, low == 0.0 and high == 0.0
            never, always = (apart, same) if op == "==" else (same, apart)
        return (0.0, 0.0) if never else (1.0, 1.0) if always else (0.0, 1.0)

    def names(self) -> tuple[int, ...]:
        return self.left.names() + self.right.names()


@dataclass(frozen=True)
class Arithmetic(Expr):
    """One of `+`, `-`, `*`, `/`."""

    op: str
    left: Expr
    right: Expr

    def value(self, values: list[int]) -> float:
        a, b = self.left.value(values), self.right.value(values)
        if self.op == "+":
            return a + b
        if self.op == "-":
            return a - b
        if self.op == "*":
            return a * b
        return a / b if b != 0.0 else 0.0

    def bounds(self) -> tuple[float, float]:
        (a, b), (c, d) = self.left.bounds(), self.right.bounds()
        if self.op == "+":
            return (a + c, b + d)
        if self.op == "-":
            return (a - d, b - c)
        if self.op == "*":
            corners = (a * c, a * d, b * c, b * d)
            return (min(corners), max(corners))
        if c <= 0.0 <= d:
            return (-1e18, 1e18)
        corners = (a / c, a / d, b / c, b / d)
        return (min(corners), max(corners))

    def names(self) -> tuple[int, ...]:
        return self.left.names() + self.right.names()


@dataclass(frozen=True)
class Pick(Expr):
    """`min(...)` or `max(...)` of two or more numbers."""

    op: str
    parts: tuple[Expr, ...]

    def value(self, values: list[int]) -> float:
        best = self.parts[0].value(values)
        for part in self.parts[1:]:
            number = part.value(values)
            if (number < best) == (self.op == "min") and number != best:
                best = number
        return best

    def bounds(self) -> tuple[float, float]:
        lows = [part.bounds()[0] for part in self.parts]
        highs = [part.bounds()[1] for part in self.parts]
        return (min(lows), min(highs)) if self.op == "min" else (max(lows), max(highs))

    def names(self) -> tuple[int, ...]:
        found: tuple[int, ...] = ()
        for part in self.parts:
            found += part.names()
        return found


@dataclass(frozen=True)
class IfElse(Expr):
    """`if(condition, a, b)`."""

    test: Expr
    then: Expr
    other: Expr

    def value(self, values: list[int]) -> float:
        return self.then.value(values) if self.test.value(values) != 0.0 else self.other.value(values)

    def bounds(self) -> tuple[float, float]:
        (a, b), (c, d) = self.then.bounds(), self.other.bounds()
        return (min(a, c), max(b, d))

    def names(self) -> tuple[int, ...]:
        return self.test.names() + self.then.names() + self.other.names()


TRUE = Const(1.0)
