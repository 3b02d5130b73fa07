"""OP513: a promise that nobody ever makes."""

from __future__ import annotations

from game.scenario.problems import Report
from game.scenario.survey import Survey


def check(survey: Survey, report: Report) -> None:
    """Report promises that do not stand from the start and that no outcome which can happen makes."""
    for index, (name, spec) in enumerate(survey.spec.promises.items()):
        if not spec.open and index not in survey.reach.promised:
            remedy = f"Write `promises: {name}` in a choice, or `open: yes` where it stands from the start."
            report.warn(name, "OP513", f"Nothing that can happen makes the promise `{name}`.", remedy)
