"""OP518: somebody on the team who can do none of the work there is."""

from __future__ import annotations

from game.scenario.plan import project_specs
from game.scenario.problems import Report
from game.scenario.survey import Survey


def check(survey: Survey, report: Report) -> None:
    """Report team members without a skill that some task asks for, where there are tasks."""
    wanted = sorted({task.skill for p in project_specs(survey.spec).values() for task in p.tasks.values()})
    for name, person in survey.spec.people.items():
        if person.side == "team" and wanted and not any(skill in wanted for skill in person.skill):
            can = f"can only do {', '.join(person.skill)}" if person.skill else "has no `skill`"
            message = f"`{name}` is paid for and has nothing to do: {name} {can}, and no task asks for that."
            report.warn(name, "OP518", message, f"The tasks ask for: {', '.join(wanted)}.")
