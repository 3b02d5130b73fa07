"""OP604: a character the game's typeface does not have, which would show as an empty box."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from pydantic import BaseModel

from game.scenario.problems import Report
from game.scenario.survey import Survey
from game.scenario.tree import Text
from game.scenario.typeface import has


def check(survey: Survey, report: Report) -> None:
    """Report the first such character of each wording."""
    for text in _texts(survey.spec):
        if text.isascii():
            continue
        for position, sign in enumerate(text):
            if not has(sign):
                name = unicodedata.name(sign, "a sign without a name").lower()
                message = f"The typeface has no `{sign}` (U+{ord(sign):04X}, {name})."
                report.warn(
                    text, "OP604", message, "Say it in words, or with another sign.", ahead=text.offset(position)
                )
                break


def _texts(thing: object) -> Iterator[Text]:
    """Every text in a spec, in order."""
    if isinstance(thing, Text):
        yield thing
    elif isinstance(thing, BaseModel):
        for value in thing.__dict__.values():
            yield from _texts(value)
    elif isinstance(thing, dict):
        for value in thing.values():
            yield from _texts(value)
    elif isinstance(thing, list):
        for value in thing:
            yield from _texts(value)
