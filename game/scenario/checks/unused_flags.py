"""OP512: a flag that is set and never asked for."""

from __future__ import annotations

from game.scenario.problems import Report
from game.scenario.survey import Survey


def check(survey: Survey, report: Report) -> None:
    """Report flags that no condition and no amount reads, where they are first set."""
    for name, (kind, index, place) in survey.context.ids.items():
        if kind == "flag" and survey.context.names.flags[index] not in survey.read:
            message = f"`{name}` is set and never asked for."
            report.warn(
                place, "OP512", message, f"Ask for it in a `when`, `needs` or `if`, or take `sets: {name}` out."
            )
