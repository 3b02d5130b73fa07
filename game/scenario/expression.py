"""Text to `engine.expression` trees: a small, safe language for conditions and amounts, read by recursive descent.

    or, and, not · < <= > >= == != · + - * / · min( ) max( ) if(test, a, b) · names such as dana.trust
    numbers: 40, 9_000, 2.5, 60% (is 0.6), 8 days, 2 weeks, week 6 · yes, no

Names and types are checked while reading. ASCII, at most 300 characters, 20 levels, numbers up to a billion.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from game.engine.expression import And, Arithmetic, Compare, Const, Expr, IfElse, Not, Or, Pick
from game.scenario.meaning import ExpressionError, Lookup, Meaning, Parsed, Remark, UnknownName

MAX_LENGTH = 300
MAX_DEPTH = 20
MAX_NUMBER = 1e9
MAX_RESULT = 1e60  # so that no state can make an expression overflow
NUMBER, YESNO, EITHER = "number", "yes or no", "either"
UNITS = {"day": "days", "days": "days", "week": "weeks", "weeks": "weeks"}
# Units that must not be mixed; counts, hours and plain numbers go with everything.
_STRICT = ("points", "share", "days", "weeks", "money")
_WORDS = {"and", "or", "not", "min", "max", "if", "yes", "no", "true", "false"}
_TOKEN = re.compile(
    r"\s*(?:(?P<number>\d[\d_]*(?:\.\d+)?)(?P<percent>\s?%)?"
    r"|(?P<name>[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)*)"
    r"|(?P<sign><=|>=|==|!=|<|>|\+|-|\*|/|\(|\)|,))",
    re.ASCII,
)


@dataclass(frozen=True)
class _Token:
    kind: str  # number, name, sign, end
    text: str
    position: int
    percent: bool = False


@dataclass(frozen=True)
class _Part:
    """A piece of the tree while reading: `literal` for a written number, `percent` for one with %."""

    expr: Expr
    kind: str
    unit: str
    position: int
    condition: Expr | None = None
    literal: bool = False
    percent: bool = False
    name: str = ""


def parse_condition(text: str, lookup: Lookup) -> Parsed:
    """A yes-or-no expression. Raises ExpressionError."""
    reader = _Reader(text, lookup)
    part = reader.whole()
    return Parsed(reader.truth(part), YESNO, "", reader.reads, reader.remarks, reader.parts)


def parse_number(text: str, lookup: Lookup, *, skip: int = 0) -> Parsed:
    """A number; `skip` leaves out the first characters, which counts in positions. Raises ExpressionError."""
    reader = _Reader(text, lookup, skip)
    part = reader.number(reader.whole())
    return Parsed(part.expr, part.kind, part.unit, reader.reads, reader.remarks)


def _tokens(text: str, skip: int) -> list[_Token]:
    if len(text) > MAX_LENGTH:
        raise ExpressionError(
            0, "OP308", f"This is {len(text)} characters long; the most is {MAX_LENGTH}.", "Shorten it."
        )
    found: list[_Token] = []
    position, end = skip, len(text.rstrip())
    while position < end:
        match = _TOKEN.match(text, position, end)
        if match is None:
            raise _odd_sign(text, position)
        kind = "number" if match.group("number") else "name" if match.group("name") else "sign"
        found.append(_Token(kind, match.group(kind), match.start(kind), bool(match.group("percent"))))
        position = match.end()
    found.append(_Token("end", "", end))
    return found


def _odd_sign(text: str, position: int) -> ExpressionError:
    position += len(text[position:]) - len(text[position:].lstrip())
    sign = text[position]
    meant = {"=": "==", "&": "and", "|": "or", "!": "not", "×": "*", "≥": ">=", "≤": "<=", "–": "-", "−": "-"}.get(
        sign, ""
    )
    remedy = (
        f"Did you mean `{meant}`?" if meant else "Use names, numbers, and or not, comparisons, + - * / and brackets."
    )
    return ExpressionError(position, "OP301", f"`{sign}` has no meaning here.", remedy)


class _Reader:
    def __init__(self, text: str, lookup: Lookup, skip: int = 0) -> None:
        self._tokens = _tokens(text, skip)
        self._next = 0
        self._depth = 0
        self._lookup = lookup
        self.reads: list[tuple[int, Meaning]] = []
        self.remarks: list[Remark] = []
        self.parts: list[tuple[Expr, int, int]] = []

    def whole(self) -> _Part:
        if self._tokens[0].kind == "end":
            raise ExpressionError(0, "OP301", "There is nothing here.", "Write a condition such as `week >= 3`.")
        part = self._or()
        rest = self._tokens[self._next]
        if rest.kind != "end":
            remedy = "Join two conditions with `and` or `or`." if rest.kind != "sign" else ""
            raise ExpressionError(rest.position, "OP301", f"`{_shown(rest)}` is not expected here.", remedy)
        return part

    # grammar, loosest first

    def _or(self) -> _Part:
        left = self._and()
        while self._word("or"):
            right = self._and()
            left = _Part(Or(self.truth(left), self.truth(right)), YESNO, "", left.position)
        return left

    def _and(self) -> _Part:
        left = self._joined()
        while self._word("and"):
            right = self._joined()
            left = _Part(And(self.truth(left), self.truth(right)), YESNO, "", left.position)
        return left

    def _joined(self) -> _Part:
        """What stands on one side of an `and`, noting where."""
        start = self._tokens[self._next].position
        part = self._not()
        expr = part.expr if part.kind == YESNO else part.condition
        if expr is not None:
            self.parts.append((expr, start, self._tokens[self._next].position))
        return part

    def _not(self) -> _Part:
        start = self._tokens[self._next].position
        if self._word("not"):
            self._deeper(start)
            part = self._not()
            self._depth -= 1
            return _Part(Not(self.truth(part)), YESNO, "", start)
        return self._comparison()

    def _comparison(self) -> _Part:
        left = self._sum()
        sign = self._sign("<", "<=", ">", ">=", "==", "!=")
        if sign is None:
            return left
        part = self._compare(sign, left, self._sum())
        again = self._sign("<", "<=", ">", ">=", "==", "!=")
        if again is not None:
            remedy = "Write the two comparisons with `and` between them: `2 <= week and week <= 6`."
            raise ExpressionError(again.position, "OP301", "Only one comparison at a time.", remedy)
        return part

    def _sum(self) -> _Part:
        left = self._product()
        while (sign := self._sign("+", "-")) is not None:
            right = self.number(self._product())
            left = self.number(left)
            unit = self._same_unit(sign, left, right)
            left = _Part(Arithmetic(sign.text, left.expr, right.expr), NUMBER, unit, left.position)
        return left

    def _product(self) -> _Part:
        left = self._unary()
        while (sign := self._sign("*", "/")) is not None:
            right = self.number(self._unary())
            left = self.number(left)
            if sign.text == "/" and right.expr.bounds() == (0.0, 0.0):
                raise ExpressionError(right.position, "OP301", "Nothing can be divided by 0.")
            unit = _product_unit(sign.text, left.unit, right.unit)
            left = _Part(Arithmetic(sign.text, left.expr, right.expr), NUMBER, unit, left.position)
            low, high = left.expr.bounds()
            if not (low > -MAX_RESULT and high < MAX_RESULT):
                raise ExpressionError(sign.position, "OP308", "The result could become far too large.")
        return left

    def _unary(self) -> _Part:
        sign = self._sign("+", "-")
        if sign is None:
            return self._atom()
        self._deeper(sign.position)
        part = self.number(self._unary())
        self._depth -= 1
        if sign.text == "+":
            return part
        if isinstance(part.expr, Const):
            negative = Const(-part.expr.number, part.expr.unit)
            return _Part(negative, NUMBER, part.unit, sign.position, None, part.literal, part.percent)
        return _Part(Arithmetic("-", Const(0.0), part.expr), NUMBER, part.unit, sign.position)

    def _atom(self) -> _Part:
        token = self._tokens[self._next]
        self._next += 1
        if token.kind == "number":
            return self._literal(token)
        if token.kind == "name":
            return self._word_or_name(token)
        if token.text == "(":
            self._deeper(token.position)
            part = self._or()
            self._expect(")")
            self._depth -= 1
            return part
        if token.kind == "end":
            raise ExpressionError(token.position, "OP301", "Something is missing at the end.")
        raise ExpressionError(
            token.position, "OP301", f"`{token.text}` is not expected here.", "A name or number goes here."
        )

    def _literal(self, token: _Token) -> _Part:
        number = float(token.text.replace("_", "")) if len(token.text) < 40 else MAX_NUMBER * 10
        if number > MAX_NUMBER:
            raise ExpressionError(token.position, "OP308", "The number is larger than a billion.")
        if token.percent:
            return _Part(Const(number / 100.0, "share"), NUMBER, "share", token.position, None, True, True)
        after = self._tokens[self._next]
        unit = UNITS.get(after.text, "") if after.kind == "name" else ""
        if unit:
            self._next += 1
        return _Part(Const(number, unit), NUMBER, unit, token.position, None, True)

    def _word_or_name(self, token: _Token) -> _Part:
        word = token.text
        if word in ("yes", "true"):
            return _Part(Const(1.0), YESNO, "", token.position)
        if word in ("no", "false"):
            return _Part(Const(0.0), YESNO, "", token.position)
        if word in ("min", "max", "if"):
            return self._function(token)
        if word in _WORDS:
            raise ExpressionError(
                token.position, "OP301", f"`{word}` is not expected here.", "A name or number goes here."
            )
        after = self._tokens[self._next]
        if word == "week" and after.kind == "number" and not after.percent:
            self._next += 1
            part = self._literal(after)
            return _Part(Const(part.expr.value([]), "weeks"), NUMBER, "weeks", token.position, None, True)
        return self._name(token)

    def _name(self, token: _Token) -> _Part:
        try:
            meaning = self._lookup(token.text)
        except UnknownName as unknown:
            raise ExpressionError(token.position, "OP302", unknown.message, unknown.remedy) from None
        self.reads.append((token.position, meaning))
        kind = NUMBER if meaning.condition is None else EITHER
        return _Part(meaning.expr, kind, meaning.unit, token.position, meaning.condition, name=token.text)

    def _function(self, token: _Token) -> _Part:
        self._deeper(token.position)
        self._expect("(")
        parts = [self._or()]
        while self._sign(",") is not None:
            parts.append(self._or())
        self._expect(")")
        self._depth -= 1
        if token.text == "if":
            return self._if(token, parts)
        if len(parts) < 2:
            remedy = f"Write `{token.text}(a, b)`."
            raise ExpressionError(token.position, "OP301", f"`{token.text}` needs two numbers or more.", remedy)
        numbers = [self.number(part) for part in parts]
        unit = next((part.unit for part in numbers if part.unit), "")
        return _Part(Pick(token.text, tuple(part.expr for part in numbers)), NUMBER, unit, token.position)

    def _if(self, token: _Token, parts: list[_Part]) -> _Part:
        if len(parts) != 3:
            remedy = "Write `if(condition, one number, another)`."
            raise ExpressionError(token.position, "OP301", "`if` needs three things in its brackets.", remedy)
        test, then, other = self.truth(parts[0]), parts[1], parts[2]
        if then.kind == YESNO and other.kind == YESNO:
            return _Part(IfElse(test, then.expr, other.expr), YESNO, "", token.position)
        then, other = self.number(then), self.number(other)
        return _Part(IfElse(test, then.expr, other.expr), NUMBER, then.unit or other.unit, token.position)

    # types and units

    def truth(self, part: _Part) -> Expr:
        """The part where a yes or no is needed."""
        if part.kind == YESNO:
            return part.expr
        if part.condition is not None:
            return part.condition
        remedy = f"Compare it: `{part.name} >= 50`." if part.name else "Compare it with something."
        what = f"`{part.name}` is a number" if part.name else "This is a number"
        raise ExpressionError(part.position, "OP303", f"{what}, and a yes or no is needed here.", remedy)

    def number(self, part: _Part) -> _Part:
        """The part where a number is needed."""
        if part.kind == YESNO:
            remedy = "Use `if(condition, one number, another)`."
            raise ExpressionError(part.position, "OP303", "This is a yes or no, and a number is needed here.", remedy)
        return part

    def _compare(self, sign: _Token, left: _Part, right: _Part) -> _Part:
        if YESNO in (left.kind, right.kind):
            return self._compare_yes_no(sign, left, right)
        self._check_scale(left, right)
        self._check_scale(right, left)
        self._same_unit(sign, left, right)
        expr = Compare(sign.text, left.expr, right.expr)
        low, high = expr.bounds()
        if low == high and not (left.literal and right.literal):
            always = "always" if low else "never"
            remedy = "Check the number against the range of the name."
            self.remarks.append(Remark(left.position, "OP305", f"This comparison is {always} true.", remedy))
        return _Part(expr, YESNO, "", left.position)

    def _compare_yes_no(self, sign: _Token, left: _Part, right: _Part) -> _Part:
        if sign.text not in ("==", "!="):
            raise ExpressionError(sign.position, "OP303", "A yes or no can only be compared with == or !=.")
        return _Part(Compare(sign.text, self.truth(left), self.truth(right)), YESNO, "", left.position)

    def _check_scale(self, literal: _Part, other: _Part) -> None:
        """A percentage for 0 to 100 points, or 60 for a share, is never meant."""
        if not literal.literal or other.literal:
            return
        number = literal.expr.value([])
        if literal.percent and other.unit == "points":
            remedy = f"Write {number * 100:g} instead of {number * 100:g}%."
            raise ExpressionError(literal.position, "OP304", "This is compared with a score of 0 to 100.", remedy)
        if other.unit == "share" and literal.unit == "" and abs(number) > 2.0:
            remedy = f"Write {number:g}%."
            raise ExpressionError(
                literal.position, "OP304", f"This is compared with a share; {number:g} is {number:.0%}.", remedy
            )

    def _same_unit(self, sign: _Token, left: _Part, right: _Part) -> str:
        a, b = left.unit, right.unit
        if a in _STRICT and b in _STRICT and a != b:
            message = f"`{sign.text}` mixes {a} with {b}."
            self.remarks.append(Remark(sign.position, "OP304", message, "Check that this is meant."))
            return ""
        return a or b

    # tokens

    def _sign(self, *signs: str) -> _Token | None:
        token = self._tokens[self._next]
        if token.kind == "sign" and token.text in signs:
            self._next += 1
            return token
        return None

    def _word(self, word: str) -> bool:
        token = self._tokens[self._next]
        if token.kind == "name" and token.text == word:
            self._next += 1
            return True
        return False

    def _expect(self, sign: str) -> None:
        token = self._tokens[self._next]
        if self._sign(sign) is None:
            found = f"but found `{_shown(token)}`" if token.kind != "end" else "but this is the end"
            raise ExpressionError(token.position, "OP301", f"A `{sign}` is needed here, {found}.")

    def _deeper(self, position: int) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise ExpressionError(position, "OP308", f"More than {MAX_DEPTH} levels inside each other.", "Simplify it.")


def _product_unit(sign: str, left: str, right: str) -> str:
    """The unit of a product or quotient; "" where it could be several."""
    if sign == "/":
        return "" if left == right else left if right in ("", "count", "share") else ""
    for one, other in ((left, right), (right, left)):
        if one in ("", "count") or (one == "share" and other in ("money", "days", "weeks", "share")):
            return other
    return ""


def _shown(token: _Token) -> str:
    return f"{token.text}%" if token.percent else token.text
