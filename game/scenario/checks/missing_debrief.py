"""OP603: a story that ends without anything to think about."""

from __future__ import annotations

from game.scenario.problems import Report
from game.scenario.survey import Survey


def check(survey: Survey, report: Report) -> None:
    """Report a story without notes or without questions for the debrief."""
    debrief = survey.spec.debrief
    missing = [word for word in ("notes", "questions") if debrief is None or not getattr(debrief, word)]
    if missing:
        message = f"The debrief has no {' and no '.join(missing)}."
        remedy = "Add `debrief:` with what is worth noticing, and questions without an answer in the book."
        report.warn(survey.spec.title, "OP603", message, remedy)
