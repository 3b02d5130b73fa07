"""What an editor may know of a scalar before our reader sees it: the JSON Schema of each way to write one.

Our reader takes every scalar as text; an editor has already turned 3 into a number and yes, perhaps, into a truth
value. So each shape allows the number and the text, and holds the text to the form the reader wants. How large a
number with a unit may be (`300 weeks`) stays the reader's business.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

Shape = dict[str, Any]

LIMITLESS = 10_000.0  # a bound nobody meets is not told
ID_PATTERN = r"[a-z][a-z0-9_]*"
_ANYTHING: Shape = {"type": ["string", "number", "boolean"], "pattern": r"\S"}
TEXT: Shape = {"$comment": "wording"} | _ANYTHING
NAME: Shape = {"$comment": "a name"} | _ANYTHING
FORMULA: Shape = {"$comment": "a condition or an amount"} | _ANYTHING
REFERENCE: Shape = {"$comment": "an id", "type": "string", "pattern": rf"^\s*{ID_PATTERN}\s*$"}
YES_NO: Shape = {"$comment": "yes or no", "enum": ["yes", "no", True, False]}
WINDOW: Shape = {
    "$comment": "one week, or two with a dash",
    "type": ["integer", "string"],
    "minimum": 1,
    "pattern": r"^\s*(weeks?\s+)?\d{1,4}(\s*(-|–|to)\s*\d{1,4})?\s*$",
}
EVERY: Shape = {
    "$comment": "every so many weeks, or no",
    "type": ["integer", "string"],
    "minimum": 1,
    "maximum": 52,
    "pattern": r"^\s*(no|never|every week|(every )?\d+( weeks?)?)\s*$",
}


def identifier(reserved: Iterable[str], *more: str) -> Shape:
    """A new id that is none of the reserved words, nor anything the patterns in `more` match."""
    taken = "|".join([*sorted(reserved), *more])
    pattern = rf"^(?!(?:{taken})$){ID_PATTERN}$"
    return {"$comment": "an id", "type": "string", "pattern": pattern, "maxLength": 60}


def number(low: float, high: float, units: Iterable[str] = (), share: bool = False) -> Shape:
    """A number within bounds, alone or with its unit; a share as 60% too."""
    unit = next(iter(units), "")
    said = _bounds(low, high, share) + (f", {unit} behind it or not" if unit else "")
    return {"$comment": said, "type": ["number", "string"], "minimum": low, "maximum": high} | {
        "pattern": _form(low, units, share)
    }


def whole(low: int, high: int, units: Iterable[str] = ()) -> Shape:
    """A whole number within bounds."""
    pattern = _form(low, units, False).replace(r"(\.\d+)?", r"(\.0+)?")
    unit = next(iter(units), "")
    said = f"a whole number{_bounds(low, high, False).removeprefix('a number')}" + (
        f", {unit} behind it or not" if unit else ""
    )
    return {"$comment": said, "type": ["integer", "string"], "minimum": low, "maximum": high, "pattern": pattern}


def week(highest: int) -> Shape:
    """A week of the play: 6, or `week 6`."""
    pattern = r"^\s*(week\s+)?\d{1,4}\s*$"
    said = f"a week, 1 to {highest}"
    return {"$comment": said, "type": ["integer", "string"], "minimum": 1, "maximum": highest, "pattern": pattern}


def spread(of: Shape) -> Shape:
    """A number, or two with `to` between them."""
    one = of["pattern"].removeprefix(r"^\s*").removesuffix(r"\s*$")
    return of | {"$comment": f"{of['$comment']}, or `a to b`", "pattern": rf"^\s*{one}(\s+to\s+{one})?\s*$"}


def _form(low: float, units: Iterable[str], share: bool) -> str:
    """The text of a number: digits with _ between them, a sign where there may be one, a unit."""
    unit = "".join(f"|{word}" for word in units)
    behind = "%?" if share else f"( ({unit[1:]}))?" if unit else ""
    return rf"^\s*[+{'-' if low < 0 else ''}]?\d[\d_]*(\.\d+)?{behind}\s*$"


def _bounds(low: float, high: float, share: bool) -> str:
    if share:
        return "a percentage" if low == 0 else "a number or a percentage"
    if high >= LIMITLESS:
        return "a number" if low < 0 else "a number, 0 or more"
    return f"a number, {low:g} to {high:g}"


def words(choices: Iterable[str]) -> Shape:
    """One word of a closed list."""
    return {"$comment": "one of the words", "type": "string", "enum": list(choices)}
