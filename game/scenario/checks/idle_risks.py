"""OP516: a risk that can never strike, or that does nothing when it does."""

from __future__ import annotations

from game.scenario.consequence import NO_CONSEQUENCE, consequence
from game.scenario.problems import Report
from game.scenario.reasoning import bounds
from game.scenario.survey import Survey


def check(survey: Survey, report: Report) -> None:
    """Report risks without a chance and risks without a consequence."""
    for (name, spec), risk in zip(survey.spec.risks.items(), survey.scenario.risks, strict=True):
        weeks = (float(risk.first_week), float(risk.last_week))
        if bounds(risk.hazard, survey.reach.ranges | {survey.scenario.week: weeks})[1] <= 0.0:
            message = f"`{name}` can never strike: its chance is never above 0%."
            report.warn(spec.chance, "OP516", message, "Change its `chance`, or take the risk out.")
        elif not risk.cost and consequence(risk.outcome) is NO_CONSEQUENCE and risk.struck not in survey.read:
            message = f"`{name}` does nothing when it strikes."
            report.warn(name, "OP516", message, "Give it `effects`, a `follow` or a `later`.")
