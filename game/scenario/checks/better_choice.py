"""OP533: a choice that is worse on every count than one beside it, so that nobody sensible takes it."""

from __future__ import annotations

from game.engine.expression import Const
from game.engine.model import NONE, Choice, Outcome, Quantity
from game.scenario.problems import Report
from game.scenario.survey import Asked, Option, Survey

# Which way is good, by kind and name. What is not here (hours, staffing, flags) is not judged.
GOOD = {
    "client": ("satisfaction", "confidence", "relationship", "experience"),
    "team": ("morale", "ramp"),
    "house": ("rapport",),
    "account": ("value", "upsell", "understanding", "prepared"),
    "project": ("budget",),
    "risk": ("mitigated",),
}
BAD = {
    "client": ("expectation", "failures"),
    "team": ("fatigue",),
    "account": ("credits", "given", "issue"),
    "project": ("spent", "defects", "waiting"),
    "task": ("work", "hidden"),
}
Gains = dict[int, float]
MOST = 40  # choices of one question that are compared; nobody reads so many


def check(survey: Survey, report: Report) -> None:
    """Report choices for which another of the same question is better or equal in everything that is moved."""
    for asked in survey.questions:
        _compare(survey, report, asked)


def _compare(survey: Survey, report: Report, asked: Asked) -> None:
    options = asked.options[:MOST]
    gains = [_gains(survey, option.choice) for option in options]
    for option, mine in zip(options, gains, strict=True):
        for other, theirs in zip(options, gains, strict=True):
            if mine is None or theirs is None or other is option or not _as_open(other, option):
                continue
            if _better(theirs, mine):
                message = f"`{option.name}` is worse on every count than `{other.name}`."
                report.warn(option.name, "OP533", message, f"Let `{other.name}` cost something that this one spares.")
                break


def _as_open(other: Option, option: Option) -> bool:
    """Whether the other choice can be taken whenever this one can, for no more time."""
    needs = other.choice.needs is None or other.choice.needs == option.choice.needs
    return needs and other.choice.takes <= option.choice.takes


def _gains(survey: Survey, choice: Choice) -> Gains | None:
    """What a choice moves, counted so that more is better; None where it does more than move constant amounts."""
    if choice.scene is not None or choice.taken != NONE or not _is_plain(choice.outcome):
        return None
    gains: Gains = {}
    for effect in choice.outcome.effects:
        sign = _sign(survey.scenario.quantities[effect.quantity])
        if effect.sets or not isinstance(effect.amount, Const) or sign == 0:
            return None
        gains[effect.quantity] = gains.get(effect.quantity, 0.0) + sign * effect.amount.number
    return gains


def _is_plain(outcome: Outcome) -> bool:
    return not (outcome.promises or outcome.follow or outcome.later or outcome.branch)


def _sign(quantity: Quantity) -> int:
    field = quantity.name.partition(".")[2]
    return (field in GOOD.get(quantity.kind, ())) - (field in BAD.get(quantity.kind, ()))


def _better(theirs: Gains, mine: Gains) -> bool:
    gaps = [theirs.get(quantity, 0.0) - mine.get(quantity, 0.0) for quantity in theirs | mine]
    return all(gap >= 0.0 for gap in gaps) and any(gap > 0.0 for gap in gaps)
