"""What every part of the builder shares: the report, the names, the ids, and how conditions and wording are read."""

from __future__ import annotations

import re
from collections.abc import Callable

from game.engine.expression import TRUE, Const, Expr
from game.engine.model import NONE, Seat
from game.scenario.expression import parse_condition, parse_number
from game.scenario.meaning import ExpressionError, Meaning, Parsed
from game.scenario.names import AM, BOTH, PM, Names
from game.scenario.problems import Report, nearest, one_of, short
from game.scenario.tree import Text
from game.scenario.typography import typographic

_HOLE = re.compile(r"\{([^{}]*)\}")
_TITLES = {"dr", "dr.", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "prof", "prof.", "sir", "dame"}
SEAT_BITS = {"am": AM, "pm": PM}
SEATS = {"am": Seat.AM, "pm": Seat.PM, "both": Seat.BOTH}
PLAY_BITS = {"am": 1, "pm": 2, "both": 4}


class Context:
    """Collects ids and problems while one scenario is built."""

    def __init__(self, report: Report, title: Text) -> None:
        self.report = report
        self.title = title  # where to point when nothing closer has a place
        self.promise_due: list[bool] = []  # which promises have a due week of their own
        self.read: dict[tuple[str, int, int], Parsed] = {}  # every condition and amount that could be read
        self.names = Names()
        self.ids: dict[str, tuple[str, int, Text]] = {}  # id -> kind, index among its kind, where it was written
        self._said: dict[str, str] = {"week": "{week}"}  # what a placeholder says; the week is filled in while playing
        self._aliases: dict[str, str] = {}

    # ids

    def declare(self, name: Text, kind: str, index: int) -> None:
        """Note an id; reports one that is taken."""
        if name in self.ids:
            other, _index, place = self.ids[name]
            message = f"`{name}` is the id of a {kind} here, and of a {other} in line {place.line}."
            self.report.error(name, "OP201", message, "Ids share one namespace: give one of the two another id.")
            return
        self.ids[name] = (kind, index, name)

    def alias(self, word: str, name: str) -> None:
        """Let `word` mean the thing called `name`, in conditions, references and wording."""
        if word in self.ids:
            return
        self._aliases[word] = name
        self.names.alias(word, name)

    def find(self, ref: Text | None, kind: str) -> int:
        """The index of a thing of this kind, NONE after reporting that there is none (or for no reference)."""
        if ref is None:
            return NONE
        name = self._aliases.get(ref.strip(), ref.strip())
        found = self.ids.get(name)
        if found is not None and found[0] == kind:
            return found[1]
        if found is not None:
            article = "an" if found[0][0] in "aeiou" else "a"
            message = f"`{name}` is {article} {found[0]}, and a {kind} is needed here."
            self.report.error(ref, "OP203", message, one_of(self._all(kind)) or f"Add one under `{kind}s`.")
        else:
            known = self._all(kind)
            otherwise = "A flag exists once something `sets` it." if kind == "flag" else f"Add it under `{kind}s`."
            remedy = self.names.guesses.remedy(name, known, one_of(known) or otherwise, kind)
            self.report.error(ref, "OP202", f"No {kind} is called `{short(name)}`.", remedy)
        return NONE

    def _all(self, kind: str) -> list[str]:
        return [name for name, (what, _index, _place) in self.ids.items() if what == kind]

    # conditions and amounts

    def lookup(self, seat: int) -> Callable[[str], Meaning]:
        """What names mean to a seat (bits)."""
        return lambda name: self.names.meaning(name, seat)

    def condition(self, text: Text | None, seat: int = BOTH, *, live: bool = False) -> Expr:
        """A condition, TRUE for none. `live`: it may only read what the seat sees week by week."""
        if text is None:
            return TRUE
        return self._tree(text, lambda: parse_condition(text, self.lookup(seat)), seat, live)

    def number(self, text: Text, seat: int = BOTH, *, skip: int = 0) -> Parsed:
        """An amount; 0 after reporting that it cannot be read."""
        try:
            parsed = parse_number(text, self.lookup(seat), skip=skip)
        except ExpressionError as error:
            self.complain(text, error)
            return Parsed(Const(0.0), "", "")
        self._note(text, parsed)
        return parsed

    def probability(self, text: Text, seat: int = BOTH) -> Expr:
        """A probability from 0 to 1."""
        parsed = self.number(text, seat)
        low, high = parsed.expr.bounds()
        if isinstance(parsed.expr, Const) and not 0.0 <= low <= 1.0:
            remedy = f"Write {low:g}%." if 1.0 < low <= 100.0 else "Write a percentage from 0% to 100%."
            self.report.error(text, "OP304", f"`{short(text)}` is not a probability.", remedy)
        elif parsed.kind and (high < 0.0 or low > 1.0):
            self.report.error(text, "OP304", f"`{short(text)}` is never between 0% and 100%.", "Check its units.")
        return parsed.expr

    def complain(self, text: Text, error: ExpressionError) -> None:
        """Report an expression that cannot be read, at its column."""
        remedy = error.remedy or "Conditions and amounts know names, numbers, and, or, not, comparisons, + - * /."
        self.report.error(text, error.code, error.message, remedy, ahead=text.offset(error.position))

    def _tree(self, text: Text, parse: Callable[[], Parsed], seat: int, live: bool) -> Expr:
        try:
            parsed = parse()
        except ExpressionError as error:
            self.complain(text, error)
            return TRUE
        self._note(text, parsed)
        if live:
            self._check_seen(text, parsed, seat)
        return parsed.expr

    def _note(self, text: Text, parsed: Parsed) -> None:
        self.read[place_of(text)] = parsed
        for remark in parsed.remarks:
            ahead = text.offset(remark.position)
            self.report.warn(text, remark.code, remark.message, remark.remedy, ahead=ahead)

    def _check_seen(self, text: Text, parsed: Parsed, seat: int) -> None:
        for position, meaning in parsed.reads:
            if meaning.seen_by & seat:
                continue
            who = {AM: "The account manager", PM: "The project manager"}.get(seat, "The player")
            if self.ids.get(meaning.name, ("",))[0] == "truth":
                remedy = f"Use `{meaning.name}.known`."
            else:
                remedy = "Use something this seat sees every week; see the table of names in the author's guide."
            message = f"{who} cannot see `{meaning.name}`, so it cannot decide this."
            self.report.error(text, "OP307", message, remedy, ahead=text.offset(position))

    # wording

    def say(self, placeholder: str, words: str) -> None:
        """Let `{placeholder}` in wording stand for these words."""
        self._said[placeholder] = words

    def wording(self, text: Text | None, budget: int = 0, what: str = "") -> str:
        """Wording with its placeholders filled in ("" for none); warns beyond `budget` words."""
        if text is None:
            return ""
        flat = " ".join(text.split())
        if budget and flat.count(" ") >= budget:
            found = flat.count(" ") + 1
            message = f"{what} has {found} words; the budget is {budget}."
            self.report.warn(text, "OP402", message, "Cut it: people read less than they play.")
        if "{" in flat:
            flat = _HOLE.sub(lambda match: self._fill(text, match.group(1)), flat)
        return typographic(flat)

    def _fill(self, text: Text, hole: str) -> str:
        owner, _dot, field = hole.strip().partition(".")
        said = self._said.get(f"{self._aliases.get(owner, owner)}.{field}" if field else owner)
        if said is not None:
            return said
        close = nearest(hole, self._said)
        remedy = (
            f"Did you mean {{{close}}}?"
            if close
            else "Possible: {dana.name}, {dana.first}, {account.client}, {project.name}, {week}."
        )
        position = text.find("{" + hole + "}")
        self.report.error(
            text,
            "OP401",
            f"The placeholder {{{short(hole)}}} does not exist.",
            remedy,
            ahead=text.offset(max(position, 0)),
        )
        return ""


def place_of(text: Text) -> tuple[str, int, int]:
    """File, line and column of a text, by which what was read from it is found again."""
    return text.file, text.line, text.column


def first_name(name: str) -> str:
    """What people call somebody: `Dr. Ana Ruiz` is Ana."""
    parts = name.split()
    return next((part for part in parts if part.lower() not in _TITLES), name)


def play_bits(plays: list[str] | None) -> int:
    """Bits of the plays something belongs to; all of them for none given."""
    bits = 0
    for play in plays or PLAY_BITS:
        bits |= PLAY_BITS[play]
    return bits
