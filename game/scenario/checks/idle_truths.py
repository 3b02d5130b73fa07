"""OP514 and OP515: a truth that changes nothing, or that nobody can find out."""

from __future__ import annotations

from game.engine.model import NOTHING
from game.scenario.problems import Report
from game.scenario.survey import Survey


def check(survey: Survey, report: Report) -> None:
    """Report truths without consequence and truths without a way to them."""
    revealed = {str(name) for done in survey.outcomes for name in done.spec.reveals}
    for (name, spec), truth in zip(survey.spec.truths.items(), survey.scenario.truths, strict=True):
        if truth.holds not in survey.read and truth.outcome == NOTHING:
            message = f"`{name}` changes nothing: no condition asks for it, and it has no effects."
            report.warn(name, "OP514", message, f"Let it flip an outcome: `if: {name}`, then `then:` and `else:`.")
        elif not spec.area and not spec.known_by and str(name) not in revealed:
            message = f"Nobody can find out about `{name}` before the debrief."
            report.warn(
                name, "OP515", message, f"Give it an `area` or `known_by`, or let a choice say `reveals: {name}`."
            )
