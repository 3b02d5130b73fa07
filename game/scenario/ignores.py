"""`# op: ignore OP123 reason`: a finding the author knows of and wants no more of, with the reason beside it.

It counts for its own line, or, on a line of its own, for the next line that says something. Only warnings can be
ignored: what is an error cannot be played.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from game.scenario.problems import CODES, ERROR, Problem, Report, Spot, did_you_mean, short

_IGNORE = re.compile(r"(?:^|\s)#\s*op:\s*ignore\b[ \t]*(?P<code>[^\s#]*)[ \t]*(?P<reason>.*)")
_BARE = re.compile(r"\s*(#|$)")


@dataclass(frozen=True)
class Ignore:
    """One such comment: where it stands, the line it is about, the code it names, why."""

    line: int
    column: int
    about: int
    code: str
    reason: str


def ignores_in(text: str) -> list[Ignore]:
    """Every ignore comment of a file."""
    if "op:" not in text:
        return []
    found = []
    lines = re.split("\r\n|\r|\n", text)
    about = len(lines) + 1
    for number in range(len(lines), 0, -1):
        line = lines[number - 1]
        if not _BARE.match(line):
            about = number
        match = _IGNORE.search(line)
        if match is not None:
            column = line.index("#", match.start()) + 1
            found.append(Ignore(number, column, about, match.group("code"), match.group("reason").strip()))
    return found[::-1]


def without_ignored(problems: list[Problem], text: str, report: Report, *, file: str, whole: bool) -> list[Problem]:
    """The findings that stay; what is wrong with the comments themselves goes to the report.

    `whole`: every check ran, so that a comment which matches nothing is one too many.
    """
    ignores = ignores_in(text)
    wanted = {(ignore.about, ignore.code) for ignore in ignores}
    ignored = {(p.line, p.code) for p in problems if p.severity != ERROR} & wanted
    errors = {(p.line, p.code) for p in problems if p.severity == ERROR} & wanted
    for ignore in ignores:
        about = (ignore.about, ignore.code)
        _judge(ignore, Spot(file, ignore.line, ignore.column), about in ignored, about in errors, report, whole)
    return [p for p in problems if p.severity == ERROR or (p.line, p.code) not in ignored]


def _judge(ignore: Ignore, place: Spot, matched: bool, is_error: bool, report: Report, whole: bool) -> None:
    if ignore.code not in CODES:
        remedy = did_you_mean(ignore.code, CODES, "Write it like `# op: ignore OP531 and why`.")
        report.warn(place, "OP703", f"There is no finding `{short(ignore.code)}` to ignore.", remedy)
    elif is_error:
        message = f"{ignore.code} is an error, and errors cannot be ignored."
        report.warn(place, "OP701", message, "Mend the line, and delete the comment.")
    elif not matched and whole:
        message = f"There is no {ignore.code} in line {ignore.about} to ignore."
        report.warn(place, "OP701", message, "Delete the comment, or put it right above the line it is about.")
    elif not ignore.reason:
        message = f"Nobody will know why {ignore.code} is ignored here."
        report.warn(place, "OP702", message, f"Write the reason: `# op: ignore {ignore.code} because ...`.")
