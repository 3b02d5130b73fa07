"""OP502 and OP503: a choice whose `needs` can never hold, or always holds, when its event is on the desk."""

from __future__ import annotations

from game.scenario.blame import why_never
from game.scenario.problems import Report
from game.scenario.reasoning import alternatives, both, possible
from game.scenario.survey import Option, Survey


def check(survey: Survey, report: Report) -> None:
    """Report every `needs` whose answer is known beforehand; choices of events that never come are left out."""
    for option in survey.options:
        if option.spec.needs is not None and option.event in survey.reach.windows:
            _judge(survey, report, option)


def _judge(survey: Survey, report: Report, option: Option) -> None:
    needs = option.spec.needs
    parsed = survey.parsed(needs) if needs is not None else None
    if needs is None or parsed is None or survey.told_never(needs):
        return
    ranges = survey.reach.at(option.event)
    if not survey.reach.may_choose(option.event, option.choice):
        given = list(survey.spec.events.values())[option.event].when
        blame = why_never(survey, needs, ranges, given)
        remedy = "Change the condition, or take the choice out: nobody will ever see it open."
        report.warn(needs, "OP502", f"`{option.name}` can never be chosen. {blame.reason}", remedy, ahead=blame.ahead)
        return
    unmet = both(survey.reach.when(option.event), alternatives(parsed.expr, wanted=False))
    if not possible(unmet, ranges):
        message = f"`{option.name}` can always be chosen: `{' '.join(needs.split())}` holds whenever this is asked."
        report.warn(needs, "OP503", message, "Take `needs` out, or ask for something that may be missing.")
