"""OP501: an event that can never come, in any play, with the reason."""

from __future__ import annotations

from game.engine.model import Event
from game.scenario.blame import why_never
from game.scenario.problems import Report
from game.scenario.spec import EventSpec
from game.scenario.survey import Survey
from game.scenario.tree import Text

ADVICE = "Change its `when`, `weeks` or what leads to it, or take the event out."


def check(survey: Survey, report: Report) -> None:
    """Report every event that nothing can bring about."""
    calls = _calls(survey)
    for index, (name, spec) in enumerate(survey.spec.events.items()):
        if index not in survey.reach.windows:
            event = survey.scenario.events[index]
            if event.follow_up and not calls.get(index):
                message = f"`{name}` can never come: it waits to be called, and nothing calls it."
                report.warn(name, "OP501", message, f"Write `follow: {name}` where it comes from, or give it `weeks`.")
            elif not _impossible_when(survey, report, name, spec, event):
                _other_reason(survey, report, name, event, calls.get(index, []))


def _calls(survey: Survey) -> dict[int, list[Text]]:
    """By event, the ids of what calls it."""
    found: dict[int, list[Text]] = {}
    for done in survey.outcomes:
        for _weeks, event in done.outcome.follow:
            found.setdefault(event, []).append(done.place)
    return found


def _impossible_when(survey: Survey, report: Report, name: Text, spec: EventSpec, event: Event) -> bool:
    """Whether its condition is why; where a comparison was reported already, nothing is added."""
    first = 1 if event.follow_up else event.first_week
    last = survey.scenario.weeks if event.follow_up else min(event.last_week + event.expires - 1, survey.scenario.weeks)
    index = survey.scenario.event_index[event.id]
    if spec.when is None or survey.may_hold(spec.when, survey.reach.at_weeks(index, (first, last))):
        return False
    if not survey.told_never(spec.when):
        blame = why_never(survey, spec.when, survey.reach.at_weeks(index, (first, last)))
        report.warn(spec.when, "OP501", f"`{name}` can never come. {blame.reason}", ADVICE, ahead=blame.ahead)
    return True


def _other_reason(survey: Survey, report: Report, name: Text, event: Event, calls: list[Text]) -> None:
    if event.follow_up:
        callers = ", ".join(f"`{place}`" for place in dict.fromkeys(calls))
        message = f"`{name}` can never come: it is only called by {callers}, which cannot happen in time."
    elif event.first_week > survey.scenario.weeks:
        return  # told while reading
    else:
        message = f"`{name}` can never come: its chance is never above 0%."
    report.warn(name, "OP501", message, ADVICE)
