"""OP507: a late consequence that comes due only after the last week, so that nobody lives to see it."""

from __future__ import annotations

from game.engine.model import NONE
from game.scenario.problems import Report
from game.scenario.survey import Done, Survey


def check(survey: Survey, report: Report) -> None:
    """Report `later` and `follow` for which even the earliest week is too late."""
    last = survey.scenario.weeks
    for done in survey.outcomes:
        first = _earliest(survey, done)
        if first is None:
            continue
        for late in done.spec.later:
            if first <= last < first + late.weeks:
                _tell(report, done, f"`later: {{in: {late.weeks} weeks}}`", first + late.weeks, last)
        for called in done.spec.follow:
            comes = survey.scenario.event_index.get(str(called.event)) in survey.reach.windows  # if not, told there
            if comes and first <= last < first + called.weeks:
                _tell(report, done, f"the call for `{called.event}`", first + called.weeks, last)


def _earliest(survey: Survey, done: Done) -> int | None:
    """The first week an outcome may come about; None for events that never come."""
    if done.event == NONE:
        return 1 + done.delay
    window = survey.reach.windows.get(done.event)
    return None if window is None else window[0] + done.delay


def _tell(report: Report, done: Done, what: str, week: int, last: int) -> None:
    message = f"In `{done.place}`, {what} comes due in week {week} at the earliest; the story has {last}."
    report.warn(done.place, "OP507", message, "Let it come sooner, or bring its event forward.")
