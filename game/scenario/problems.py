"""A mistake in a scenario is a value: where, what, and what to do about it. All are collected, none is raised."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

ERROR, WARNING = "error", "warning"
MAX_GUESSES = 100


class Place(Protocol):
    """Anything that knows where in a file it stands. Lines and columns count from 1."""

    @property
    def file(self) -> str: ...
    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


@dataclass(frozen=True)
class Spot:
    """A bare place."""

    file: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True)
class Problem:
    """One finding. `code` is stable (see CODES); `severity` is "error" (the file cannot be played) or "warning"."""

    file: str
    line: int
    column: int
    code: str
    message: str
    remedy: str = ""
    severity: str = ERROR

    def __str__(self) -> str:
        kind = "warning " if self.severity == WARNING else ""
        first = f"{self.file}:{self.line}:{self.column}: {kind}{self.code} {self.message}"
        return f"{first}\n    {self.remedy}" if self.remedy else first


def order(problem: Problem) -> tuple[str, int, int, str, str]:
    """The key problems are sorted by: file, line, column, code."""
    return (problem.file, problem.line, problem.column, problem.code, problem.message)


class Report:
    """Collects the problems of one file."""

    def __init__(self) -> None:
        self.found: list[Problem] = []
        self.enough_said: list[int] = []  # lines that were patched: what follows from the patch is not told

    def error(self, place: Place, code: str, message: str, remedy: str = "", ahead: int = 0) -> None:
        """Something that makes the file unplayable; `ahead` columns to the right of `place`."""
        self._add(place, code, message, remedy, ERROR, ahead)

    def warn(self, place: Place, code: str, message: str, remedy: str = "", ahead: int = 0) -> None:
        """Something the author will want to know, which does not stop a play."""
        self._add(place, code, message, remedy, WARNING, ahead)

    def _add(self, place: Place, code: str, message: str, remedy: str, severity: str, ahead: int) -> None:
        if place.line in self.enough_said:
            return
        self.found.append(
            Problem(place.file, place.line, place.column + ahead, code, plain(message), plain(remedy), severity)
        )

    @property
    def failed(self) -> bool:
        """Whether anything found is an error."""
        return any(problem.severity == ERROR for problem in self.found)

    def sorted(self) -> tuple[Problem, ...]:
        """Everything found, once each, in file order."""
        return tuple(sorted(set(self.found), key=order))


def plain(text: str) -> str:
    """Text that is safe on any terminal: one line, control characters as `\\x1b`, nothing that turns it round."""
    return "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in text)


def short(text: str, limit: int = 40) -> str:
    """A quotation of what was found, cut to one short line."""
    flat = " ".join(text.split())
    return flat if len(flat) <= limit else flat[: limit - 1] + "…"


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word an author probably meant, or ""."""
    if len(word) > 80:
        return ""
    names = list(known)
    close = difflib.get_close_matches(word.lower(), names, n=1, cutoff=0.6)
    if close:
        return close[0]
    parts = word.lower().split("_")
    return next((name for name in names if name in parts), "")


def did_you_mean(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """A remedy that offers the nearest right name, or a few that exist."""
    names = list(known)
    close = nearest(word, names)
    if close:
        return f"Did you mean `{close}`?"
    if otherwise:
        return otherwise
    return one_of(names)


class Guesses:
    """Nearest names among many: remembers what it found, and gives up after a hundred different words."""

    def __init__(self) -> None:
        self._found: dict[str, str] = {}

    def remedy(self, word: str, known: Iterable[str], otherwise: str = "", kind: str = "") -> str:
        """Like `did_you_mean`, for lists of a kind that grow with the file."""
        key = f"{kind} {word}"
        if key not in self._found:
            if len(self._found) >= MAX_GUESSES:
                return otherwise
            self._found[key] = did_you_mean(word, known, otherwise)
        return self._found[key]


def one_of(names: list[str]) -> str:
    """A remedy that lists what is possible, at most twelve of them."""
    if not names:
        return ""
    more = f" and {len(names) - 12} more" if len(names) > 12 else ""
    return f"Possible here: {', '.join(names[:12])}{more}."


# What each code means, for the reference. A test checks that every code in this package is listed here.
CODES = {
    "OP100": "The file cannot be opened, is too large, or is not UTF-8 text.",
    "OP101": "The layout of the file is broken here.",
    "OP102": "A colon and a space inside wording that is not in quotes.",
    "OP103": "Wording starts with a quotation mark and goes on after the closing one, or the mark is never closed.",
    "OP104": "Wording starts with a sign that has a meaning of its own, such as * & ! % @ or `.",
    "OP105": "A tab where spaces are needed.",
    "OP106": "Wording starts with a brace or bracket.",
    "OP107": "A comma inside braces cut the wording in two.",
    "OP108": "A # inside wording cut off the rest of the line.",
    "OP109": "Indentation does not line up.",
    "OP110": "The same field or id is written twice.",
    "OP111": "Anchors, aliases, tags and merge keys are not part of the format.",
    "OP112": "Characters that cannot be seen, or that turn text round.",
    "OP113": "The file is nested too deeply, has too many values, or a text is too long.",
    "OP114": "More than one document in one file, or none.",
    "OP115": "A name must be followed by a colon and a space.",
    "OP120": "A field the format does not know.",
    "OP121": "A field that is needed is missing.",
    "OP122": "Text where a group or list is needed, or the other way round.",
    "OP123": "A value of the wrong kind, or outside its range.",
    "OP124": "A word that is not one of the possible ones.",
    "OP125": "An id that is not made of lower-case letters, digits and underscores, or a reserved word.",
    "OP126": "Fields that exclude or need each other.",
    "OP127": "This version of the game cannot read this format.",
    "OP199": "The file cannot be read for a reason we did not foresee.",
    "OP201": "Two things share one id.",
    "OP202": "A person, event, task or other thing that does not exist.",
    "OP203": "A thing of the wrong kind: a team member where a client is needed, for example.",
    "OP204": "Tasks wait for each other in a circle.",
    "OP205": "A week outside the play.",
    "OP206": "A task asks for a skill nobody has.",
    "OP207": "A seat or account without its people.",
    "OP208": "A promise without a week it is due.",
    "OP301": "A condition or amount that cannot be read.",
    "OP302": "A name a condition may not use.",
    "OP303": "A number where a yes or no is needed, or the other way round.",
    "OP304": "Units that do not fit: a percentage for a score of 0 to 100, days for money.",
    "OP305": "A comparison that is always true or never true.",
    "OP306": "A quantity that an effect cannot change.",
    "OP307": "A condition that reads what this seat cannot know.",
    "OP308": "A condition or amount that is too long, too deep, or has too large a number.",
    "OP401": "A placeholder in braces that does not exist.",
    "OP402": "A text longer than its budget.",
    "OP403": "A choice or event without its wording.",
    "OP501": "An event that can never come.",
    "OP502": "A choice that can never be chosen.",
    "OP503": "A choice that can always be chosen, in spite of its `needs`.",
    "OP504": "An `if` or a `chance` that always goes the same way.",
    "OP505": "An ending that can never be reached.",
    "OP506": "An offer, promise, epilogue, goal or line of guidance that waits for what cannot be.",
    "OP507": "A late consequence that comes due after the last week.",
    "OP511": "A person who plays no part.",
    "OP512": "A flag that is set and never asked for.",
    "OP513": "A promise that nobody makes.",
    "OP514": "A truth that changes nothing.",
    "OP515": "A truth that nobody can find out.",
    "OP516": "A risk that never strikes, or does nothing.",
    "OP517": "A task without work.",
    "OP518": "A team member who can do none of the work.",
    "OP521": "A seat without a written event for three weeks running.",
    "OP531": "A choice without a consequence.",
    "OP532": "Two choices with the same consequence.",
    "OP533": "A choice that is worse on every count than another.",
    "OP601": "A choice that nobody answers.",
    "OP602": "Wording that is missing.",
    "OP603": "A debrief without notes or questions.",
    "OP604": "A character the typeface does not have.",
    "OP605": "Weights that do not add up.",
    "OP606": "Names a player cannot tell apart.",
    "OP701": "A comment that ignores a finding which is not there, or cannot be ignored.",
    "OP702": "A comment that ignores a finding without saying why.",
    "OP703": "A comment that ignores a finding which does not exist.",
}
