"""OP505: an ending nobody can reach."""

from __future__ import annotations

from game.scenario.blame import why_never
from game.scenario.problems import Report
from game.scenario.reasoning import Ranges
from game.scenario.spec import EndingSpec
from game.scenario.survey import Survey
from game.scenario.tree import Text


def check(survey: Survey, report: Report) -> None:
    """Report endings whose condition can never hold, and those that another always comes before."""
    scenario = survey.scenario
    last = float(scenario.weeks)
    by_rank = sorted(zip(survey.spec.endings.items(), scenario.endings, strict=False), key=lambda e: _rank(e[1].id, e))
    certain: list[tuple[str, int]] = []
    for (name, spec), ending in by_rank:
        ranges = survey.reach.ranges | {scenario.week: (1.0 if spec.early else last, last)}
        before = next((other for other, plays in certain if ending.seats & ~plays == 0), None)
        if before is not None:
            message = f"`{name}` is never told: `{before}` holds in every play and comes before it."
            report.warn(name, "OP505", message, "Give it a `when` and a higher `severity`, or take one of the two out.")
        elif spec.when is not None and not survey.may_hold(spec.when, ranges):
            _tell(survey, report, name, spec.when, ranges)
        if spec.when is None or not survey.may_fail(spec.when, ranges | {scenario.week: (last, last)}):
            certain.append((str(name), ending.seats))


def _rank(name: str, entry: tuple[tuple[Text, EndingSpec], object]) -> tuple[int, str]:
    """The order in which a play that is over looks for its ending."""
    spec = entry[0][1]
    return (-spec.severity if spec.when is not None else 1, name)


def _tell(survey: Survey, report: Report, name: Text, when: Text, ranges: Ranges) -> None:
    if not survey.told_never(when):
        blame = why_never(survey, when, ranges)
        remedy = "Change its `when`, or take the ending out."
        report.warn(when, "OP505", f"`{name}` can never be reached. {blame.reason}", remedy, ahead=blame.ahead)
