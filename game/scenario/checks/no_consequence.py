"""OP531: a choice that changes nothing but the words."""

from __future__ import annotations

from game.scenario.consequence import NO_CONSEQUENCE, consequence, is_open_ended
from game.scenario.problems import Report
from game.scenario.survey import Survey


def check(survey: Survey, report: Report) -> None:
    """Report choices without an effect, a cost or anything that follows from them."""
    for option in survey.options:
        if option.choice.takes or is_open_ended(option.choice):
            continue
        if consequence(option.choice.outcome) is NO_CONSEQUENCE:
            message = f"`{option.name}` has no consequence: nothing moves, is set or follows."
            report.warn(option.name, "OP531", message, "Give it a price: `effects`, `sets`, `later` or `follow`.")
