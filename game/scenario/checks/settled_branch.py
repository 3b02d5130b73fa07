"""OP504: an outcome whose `if` or `chance` always goes the same way, so that `then` or `else` never happens."""

from __future__ import annotations

from game.engine.model import NONE, Branch
from game.scenario.blame import why_never
from game.scenario.problems import Report
from game.scenario.reasoning import Ranges, bounds
from game.scenario.survey import Done, Survey
from game.scenario.tree import Text


def check(survey: Survey, report: Report) -> None:
    """Report branches with one way only."""
    for done in survey.outcomes:
        branch = done.outcome.branch
        if branch is None or not (done.event == NONE or done.event in survey.reach.windows):
            continue
        ranges = _ranges(survey, done)
        if done.spec.test is not None:
            _judge_test(survey, report, done, done.spec.test, ranges)
        elif done.spec.chance is not None:
            _judge_chance(report, branch, done.spec.chance, ranges)


def _ranges(survey: Survey, done: Done) -> Ranges:
    """What is known when an outcome is decided: at once, that its event is on the desk; later, only in which weeks."""
    reach, last = survey.reach, survey.scenario.weeks
    if done.event == NONE:
        return reach.ranges | {survey.scenario.week: (1.0, float(last))}
    if done.delay == 0:
        return reach.at(done.event)
    first = min(reach.windows[done.event][0] + done.delay, last)
    return reach.ranges | {survey.scenario.week: (float(first), float(last))}


def _judge_test(survey: Survey, report: Report, done: Done, test: Text, ranges: Ranges) -> None:
    if survey.told_never(test):
        return
    if not survey.may_hold(test, ranges):
        blame = why_never(survey, test, ranges)
        message = f"This never holds. {blame.reason}"
        report.warn(test, "OP504", message, "Change the condition, or keep only what `else` says.", ahead=blame.ahead)
    elif not survey.may_fail(test, ranges):
        message = f"`{' '.join(test.split())}` always holds."
        report.warn(test, "OP504", message, "Change the condition, or keep only what `then` says.")


def _judge_chance(report: Report, branch: Branch, chance: Text, ranges: Ranges) -> None:
    low, high = bounds(branch.test, ranges)
    if high <= 0.0:
        report.warn(chance, "OP504", "This chance is never above 0%.", "Keep only what `else` says.")
    elif low >= 1.0:
        report.warn(chance, "OP504", "This chance is never below 100%.", "Keep only what `then` says.")
