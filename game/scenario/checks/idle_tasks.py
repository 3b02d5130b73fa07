"""OP517: a task without work, which nobody will ever do anything for."""

from __future__ import annotations

from game.scenario.plan import project_specs
from game.scenario.problems import Report
from game.scenario.survey import Survey


def check(survey: Survey, report: Report) -> None:
    """Report tasks that begin with no work and that no outcome adds work to."""
    truths = [truth.outcome for truth in survey.scenario.truths]
    outcomes = [done.outcome for done in survey.outcomes] + truths
    grown = {effect.quantity for outcome in outcomes for effect in outcome.effects}
    index = survey.context.names.index
    for project in project_specs(survey.spec).values():
        for name, task in project.tasks.items():
            if task.work == 0.0 and index[f"{name}.work"] not in grown:
                message = f"`{name}` has no work in it, and nothing adds any."
                report.warn(name, "OP517", message, "Write its `work` in days, or take the task out.")
