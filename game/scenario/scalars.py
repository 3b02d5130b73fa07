"""How the texts of a file become numbers, words and ids: every scalar is text until its field says what it is.

Each reader takes what stood in the file and returns a value, or raises a pydantic error whose type is our problem code
and whose context carries the message and the remedy.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Annotated, Any

from pydantic import PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from game.scenario import shapes
from game.scenario.problems import did_you_mean, short
from game.scenario.tree import List, Map, Text, list_at, map_at, text_at

MAX_MONEY = 1e9
MAX_WEEK = 200
RESERVED = frozenset(
    [
        "week",
        "weeks",
        "day",
        "days",
        "points",
        "both",
        "team",
        "client",
        "and",
        "or",
        "not",
        "min",
        "max",
        "if",
        "yes",
        "no",
        "true",
        "false",
        "none",
    ]
)
CHOICE_RESERVED = frozenset(("then", "else", "ignored", "seen"))
_ID = re.compile(r"[a-z][a-z0-9_]*")
_LATER = re.compile(r"later\d+")
_NUMBER = re.compile(r"([+-]?)(\d[\d_]*(?:\.\d+)?)", re.ASCII)
_SPREAD = re.compile(r"(.+?)\s+to\s+(.+)")
_WINDOW = re.compile(r"(?:weeks?\s+)?(\d{1,4})(?:\s*(?:-|–|to)\s*(\d{1,4}))?", re.ASCII)


def wrong(code: str, message: str, remedy: str = "") -> PydanticCustomError:
    """The error that becomes a Problem with this code, message and remedy."""
    # pydantic types its codes and templates as literals; ours come from the table in problems.py
    make: Any = PydanticCustomError
    error: PydanticCustomError = make(code, "{message}", {"message": message, "remedy": remedy})
    return error


def as_text(value: Any, what: str = "text") -> Text:
    """The scalar that stands here; a group, a list or nothing is an error."""
    if isinstance(value, Text):
        if not value.strip():
            raise wrong("OP123", f"There is nothing here; {what} is needed.", "Fill it in, or delete the field.")
        return value
    if isinstance(value, Map):
        remedy = "Write it on one line, without fields below it."
        if value.braces:
            remedy = "Wording that starts with a brace, such as {dana.first}, needs quotes."
        raise wrong("OP122", f"A group of fields stands where {what} is needed.", remedy)
    raise wrong("OP122", f"A list stands where {what} is needed.", "Write one, without brackets or a dash.")


def words(value: Any) -> Text:
    """Wording people read; a `#` behind it on its line is suspected to belong to it."""
    cut = value.cut if isinstance(value, Text) else ""
    if cut and (not cut.startswith("# ") or not value.strip()):
        message = f"`{short(cut)}` is left out: after a space, # starts a comment."
        raise wrong("OP108", message, "Put the whole wording in quotes.")
    return as_text(value)


def trade(value: Any) -> str:
    """A working skill such as `development`, in small letters."""
    return " ".join(words(value).lower().split())


def identifier(value: Any) -> Text:
    """A new id: lower-case letters, digits, underscores; not a word the format uses itself."""
    text = _identifier(value)
    if text in RESERVED or text.startswith("common_"):
        raise wrong("OP125", f"`{text}` is a word the game uses itself.", f"Choose another id, such as `{text}_1`.")
    return text


def choice_identifier(value: Any) -> Text:
    """The id of a choice, which only its event has to keep apart."""
    text = _identifier(value)
    if text in CHOICE_RESERVED or _LATER.fullmatch(text):
        raise wrong("OP125", f"`{text}` is a word the game uses itself.", f"Choose another id, such as `{text}_it`.")
    return text


def _identifier(value: Any) -> Text:
    text = as_text(value, "an id")
    if not _ID.fullmatch(text) or len(text) > 60:
        tidy = re.sub(r"[^a-z0-9]+", "_", text.lower()).strip("_")[:40]
        if tidy[:1].isdigit() or not tidy:
            tidy = f"x_{tidy}".rstrip("_")
        remedy = f"Write `{tidy}`: lower-case letters, digits and underscores, a letter first."
        raise wrong("OP125", f"`{short(text)}` cannot be an id.", remedy)
    return text


def reference(value: Any) -> Text:
    """The id of something that exists elsewhere; whether it does is checked later."""
    text = as_text(value, "an id")
    if not _ID.fullmatch(text.strip()):
        raise wrong("OP125", f"`{short(text)}` cannot be an id.", "Ids are lower-case letters, digits and underscores.")
    return text


def formula(value: Any) -> Text:
    """A condition or an amount, read later."""
    return as_text(value, "a condition or a number")


def yes_no(value: Any) -> bool:
    """`yes` or `no`."""
    text = as_text(value, "yes or no").strip().lower()
    if text in ("yes", "true"):
        return True
    if text in ("no", "false", "none"):
        return False
    raise wrong("OP123", f"`{short(text)}` is not yes or no.", "Write yes or no.")


def _plain(text: str, what: str, remedy: str) -> float:
    match = _NUMBER.fullmatch(text.strip())
    if match is None or len(text) > 40:
        raise wrong("OP123", f"`{short(text)}` is not {what}.", _comma(text) or remedy)
    number = float(match.group(2).replace("_", ""))
    return -number if match.group(1) == "-" else number


def _comma(text: str) -> str:
    grouped = re.fullmatch(r"\D{0,2}(\d{1,3}(?:[,.' ]\d{3})+)\D{0,2}", text.strip())
    return f"Write {re.sub(r'[^0-9]', '_', grouped.group(1))}: digits, with _ between thousands." if grouped else ""


def _within(number: float, low: float, high: float, what: str) -> float:
    if not low <= number <= high:
        raise wrong(
            "OP123", f"{number:,.10g} is out of range for {what}.", f"The range is {low:,.10g} to {high:,.10g}."
        )
    return number


def number(
    low: float, high: float, what: str, *, units: tuple[str, ...] = (), share: bool = False
) -> Callable[[Any], float]:
    """A reader of numbers between `low` and `high`; the unit words are optional; `share` reads 60% as 0.6."""

    def read(value: Any) -> float:
        text = as_text(value, what).strip()
        if share and text.endswith("%"):
            return _within(_plain(text[:-1], what, "Write it like 60%.") / 100.0, low, high, what)
        for unit in units:
            if text.endswith(f" {unit}"):
                text = text[: -len(unit) - 1]
                break
        remedy = "Write it like 60%." if share else f"Write it like `8 {units[0]}`." if units else "Write digits only."
        found = _plain(text, what, remedy)
        if share and found > max(high, 1.0):
            raise wrong("OP123", f"{found:g} is more than {high:.0%}.", f"Write {found:g}%.")
        return _within(found, low, high, what)

    return read


def whole(low: int, high: int, what: str, *, units: tuple[str, ...] = ()) -> Callable[[Any], int]:
    """A reader of whole numbers."""
    read = number(low, high, what, units=units)

    def read_whole(value: Any) -> int:
        found = read(value)
        if found != int(found):
            raise wrong("OP123", f"{found:g} is not a whole number.", f"Write {int(found)} or {int(found) + 1}.")
        return int(found)

    return read_whole


def week_number(value: Any) -> int:
    """`week 6` or `6`."""
    text = as_text(value, "a week").strip()
    match = re.fullmatch(r"(?:week\s+)?(\d{1,4})", text, re.ASCII)
    if match is None:
        raise wrong("OP123", f"`{short(text)}` is not a week.", "Write it like `week 6`.")
    return int(_within(int(match.group(1)), 1, MAX_WEEK, "a week"))


def window(value: Any) -> tuple[int, int]:
    """`2-6`, or `3` for one week."""
    text = as_text(value, "weeks").strip()
    match = _WINDOW.fullmatch(text)
    if match is None:
        raise wrong("OP123", f"`{short(text)}` is not a span of weeks.", "Write it like `2-6`, or `3` for one week.")
    first = int(match.group(1))
    last = int(match.group(2)) if match.group(2) else first
    if first < 1 or last < first:
        raise wrong(
            "OP205", f"The weeks {short(text)} run backwards or start before week 1.", "Write the smaller first."
        )
    return first, last


def every(value: Any) -> int:
    """`every 3 weeks`, `3`, or `no` (0)."""
    text = as_text(value, "a number of weeks").strip()
    if text in ("no", "never"):
        return 0
    if text in ("every week", "every 1 week"):
        return 1
    return whole(1, 52, "a number of weeks", units=("weeks", "week"))(text_at(text.removeprefix("every "), value))


def spread(read: Callable[[Any], float]) -> Callable[[Any], tuple[float, float]]:
    """A reader of `60`, or `55 to 65` for a start drawn from the seed, in the terms of `read`."""

    def read_spread(value: Any) -> tuple[float, float]:
        text = as_text(value, "a number")
        match = _SPREAD.fullmatch(text.strip())
        if match is None:
            found = read(text)
            return found, found
        low, high = read(text_at(match.group(1), text)), read(text_at(match.group(2), text))
        if low > high:
            raise wrong("OP123", f"`{short(text)}` runs backwards.", f"Write `{match.group(2)} to {match.group(1)}`.")
        return low, high

    return read_spread


def word_of(choices: tuple[str, ...], what: str) -> Callable[[Any], str]:
    """A reader of one of a closed list of words."""

    def read(value: Any) -> str:
        text = as_text(value, what).strip()
        if text in choices:
            return text
        lower = text.lower()
        if lower in choices:
            raise wrong("OP124", f"`{short(text)}` must be written in small letters.", f"Write `{lower}`.")
        raise wrong("OP124", f"`{short(text)}` is not {what}.", did_you_mean(text, choices))

    return read


def many(value: Any) -> Any:
    """One thing written without a list becomes a list of one."""
    if isinstance(value, List):
        return value
    return list_at([value], value) if isinstance(value, Text | Map) else value


def some(value: Any) -> Any:
    """A group left empty (`truths:`) is a group with nothing in it."""
    return map_at({}, value) if isinstance(value, Text) and not value.strip() else value


def wrapped(name: str) -> Callable[[Any], Any]:
    """A text written for a group becomes the group with this one field."""

    def wrap(value: Any) -> Any:
        return map_at({text_at(name, value): value}, value) if isinstance(value, Text) else value

    return wrap


def narration(value: Any) -> Any:
    """A plain reply is said by nobody: the speaker is ""."""
    return map_at({text_at("", value): value}, value) if isinstance(value, Text) else value


def speaker(value: Any) -> Text:
    """A person's id, or "" for narration."""
    return value if isinstance(value, Text) and not value else reference(value)


_SCORE = shapes.number(0, 100)
_SHARE = shapes.number(0, 1, share=True)
_NEW_ID = WithJsonSchema(shapes.identifier(RESERVED, "common_.*"))
_CHOICE_ID = WithJsonSchema(shapes.identifier(CHOICE_RESERVED, r"later\d+"))
Words = Annotated[Text, PlainValidator(words), WithJsonSchema(shapes.TEXT)]
Trade = Annotated[str, PlainValidator(trade), WithJsonSchema(shapes.NAME)]
Id = Annotated[Text, PlainValidator(identifier), _NEW_ID]
ChoiceId = Annotated[Text, PlainValidator(choice_identifier), _CHOICE_ID]
Ref = Annotated[Text, PlainValidator(reference), WithJsonSchema(shapes.REFERENCE)]
Flag = Annotated[Text, PlainValidator(reference), WithJsonSchema(shapes.identifier(RESERVED))]
Path = Annotated[Text, PlainValidator(as_text), WithJsonSchema(shapes.NAME)]
Speaker = Annotated[Text, PlainValidator(speaker), WithJsonSchema(shapes.REFERENCE)]
Formula = Annotated[Text, PlainValidator(formula), WithJsonSchema(shapes.FORMULA)]
YesNo = Annotated[bool, PlainValidator(yes_no), WithJsonSchema(shapes.YES_NO)]
Week = Annotated[int, PlainValidator(week_number), WithJsonSchema(shapes.week(MAX_WEEK))]
Window = Annotated[tuple[int, int], PlainValidator(window), WithJsonSchema(shapes.WINDOW)]
Every = Annotated[int, PlainValidator(every), WithJsonSchema(shapes.EVERY)]
Money = Annotated[
    float,
    PlainValidator(number(0, MAX_MONEY, "an amount of money")),
    WithJsonSchema(shapes.number(0, MAX_MONEY)),
]
Days = Annotated[
    float,
    PlainValidator(number(0, 100_000, "a number of days", units=("days", "day"))),
    WithJsonSchema(shapes.number(0, 100_000, ("days", "day"))),
]
Share = Annotated[float, PlainValidator(number(0, 1, "a share", share=True)), WithJsonSchema(_SHARE)]
AnyNumber = Annotated[
    float,
    PlainValidator(number(-MAX_MONEY, MAX_MONEY, "a number", share=True)),
    WithJsonSchema(shapes.number(-MAX_MONEY, MAX_MONEY, share=True)),
]
Factor = Annotated[float, PlainValidator(number(-10, 10, "a number")), WithJsonSchema(shapes.number(-10, 10))]
Weight = Annotated[float, PlainValidator(number(0, 100, "a weight")), WithJsonSchema(shapes.number(0, 100))]
Spread = tuple[float, float]
PointsSpread = Annotated[
    Spread, PlainValidator(spread(number(0, 100, "a score from 0 to 100"))), WithJsonSchema(shapes.spread(_SCORE))
]
ShareSpread = Annotated[
    Spread, PlainValidator(spread(number(0, 1, "a share", share=True))), WithJsonSchema(shapes.spread(_SHARE))
]
HoursSpread = Annotated[
    Spread,
    PlainValidator(spread(number(0, 80, "hours a week", units=("hours",)))),
    WithJsonSchema(shapes.spread(shapes.number(0, 80, ("hours",)))),
]
WeekCount = Annotated[
    int,
    PlainValidator(whole(1, 60, "a number of weeks", units=("weeks", "week"))),
    WithJsonSchema(shapes.whole(1, 60, ("weeks", "week"))),
]
