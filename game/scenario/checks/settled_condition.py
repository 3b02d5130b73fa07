"""OP506: an offer, epilogue, goal or line of guidance that waits for something that cannot be."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.blame import why_never
from game.scenario.problems import Report
from game.scenario.survey import Survey
from game.scenario.tree import Text


def check(survey: Survey, report: Report) -> None:
    """Report conditions that never hold, and epilogues that stand behind one that always does."""
    ranges = survey.reach.ranges
    for what, text in _conditions(survey):
        if not survey.may_hold(text, ranges) and not survey.told_never(text):
            blame = why_never(survey, text, ranges)
            remedy = "Change the condition, or take it out together with what waits for it."
            report.warn(text, "OP506", f"{what}. {blame.reason}", remedy, ahead=blame.ahead)
    _hidden_epilogues(survey, report)


def _conditions(survey: Survey) -> Iterator[tuple[str, Text]]:
    spec = survey.spec
    for name, offer in spec.offers.items():
        if offer.when is not None:
            yield f"`{name}` can never be pitched", offer.when
    for name, promise in spec.promises.items():
        yield f"`{name}` can never be kept", promise.kept_when
    for epilogue in spec.epilogues:
        if epilogue.when is not None:
            yield f"This epilogue of `{epilogue.who}` is never told", epilogue.when
    for step in spec.guide:
        if step.when is not None:
            yield f"`{step.id}` is never shown", step.when
    if spec.goals is not None:
        for goal in (*spec.goals.am, *spec.goals.pm, *spec.goals.both):
            yield "This goal is never on track", goal.good


def _hidden_epilogues(survey: Survey, report: Report) -> None:
    always: dict[str, int] = {}
    for epilogue in survey.spec.epilogues:
        if epilogue.who in always:
            message = (
                f"This epilogue of `{epilogue.who}` is never told: the one in line {always[epilogue.who]} always is."
            )
            report.warn(epilogue.who, "OP506", message, "Put the one without `when` last.")
        elif epilogue.when is None:
            always[str(epilogue.who)] = epilogue.who.line
