"""OP601: a choice that nobody answers."""

from __future__ import annotations

from game.scenario.fields import OutcomeSpec
from game.scenario.problems import Report
from game.scenario.survey import Survey


def check(survey: Survey, report: Report) -> None:
    """Report choices without a reply, neither their own nor one in `then` or `else`, that lead to no scene."""
    for option in survey.options:
        if option.spec.scene is None and not _answers(option.spec):
            message = f"Nobody says anything to `{option.name}`."
            report.warn(option.name, "OP601", message, "Add a `reply`: somebody's words, or a line of narration.")


def _answers(spec: OutcomeSpec) -> bool:
    """Whether something is said at once, whichever way the outcome goes."""
    if spec.reply:
        return True
    return spec.then is not None and spec.otherwise is not None and _answers(spec.then) and _answers(spec.otherwise)
