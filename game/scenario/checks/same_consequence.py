"""OP532: two choices of one question that do exactly the same."""

from __future__ import annotations

from collections.abc import Hashable

from game.scenario.consequence import NO_CONSEQUENCE, consequence, is_open_ended
from game.scenario.problems import Report
from game.scenario.survey import Survey


def check(survey: Survey, report: Report) -> None:
    """Report the second of two choices whose consequences and cost are equal, whatever their wording."""
    for asked in survey.questions:
        known: dict[Hashable, str] = {}
        for option in asked.options:
            does = consequence(option.choice.outcome)
            if does is NO_CONSEQUENCE or is_open_ended(option.choice):
                continue
            first = known.setdefault((does, option.choice.takes), str(option.name))
            if first != option.name:
                message = f"`{option.name}` does exactly what `{first}` does."
                report.warn(option.name, "OP532", message, "Let them differ in what they cost, or keep one.")
