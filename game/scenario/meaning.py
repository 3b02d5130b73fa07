"""What the readers of expressions and the table of names tell each other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from game.engine.expression import Expr


class ExpressionError(Exception):
    """Why an expression cannot be read, and the position (from 0) in its text. Never leaves this package."""

    def __init__(self, position: int, code: str, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.position, self.code, self.message, self.remedy = position, code, message, remedy


class UnknownName(Exception):
    """Raised by a lookup for a name nobody may use here."""

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.message, self.remedy = message, remedy


@dataclass(frozen=True)
class Meaning:
    """What a name stands for. `condition` is what it means where a yes or no is needed; None: it is only a number."""

    name: str
    expr: Expr
    unit: str
    seen_by: int
    condition: Expr | None = None


Lookup = Callable[[str], Meaning]


@dataclass(frozen=True)
class Remark:
    """Something odd that does not make an expression unreadable."""

    position: int
    code: str
    message: str
    remedy: str


@dataclass
class Parsed:
    """An expression that was read: its tree, what it is, and the names it read with their positions."""

    expr: Expr
    kind: str
    unit: str
    reads: list[tuple[int, Meaning]] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    parts: list[tuple[Expr, int, int]] = field(default_factory=list)  # what `and` and `or` join: start, end in the text
