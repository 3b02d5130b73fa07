"""OP602: wording a player would miss: the summary, a title, what a risk does when it strikes."""

from __future__ import annotations

from game.scenario.problems import Report
from game.scenario.survey import Survey


def check(survey: Survey, report: Report) -> None:
    """Report what is left without words: the story, its briefing, events, speakers and risks."""
    spec = survey.spec
    if spec.summary is None:
        report.warn(spec.title, "OP602", "The story has no `summary`.", "Say in one sentence what it is about.")
    briefing = spec.briefing
    if briefing is None or not all((briefing.am, briefing.pm, briefing.both)):
        missing = [seat for seat in ("am", "pm", "both") if briefing is None or not getattr(briefing, seat)]
        message = f"There is no `briefing` for {', '.join(missing)}."
        report.warn(spec.title, "OP602", message, "Say in a few sentences where each seat stands in week 1.")
    for name, event in spec.events.items():
        if event.title is None:
            report.warn(name, "OP602", f"`{name}` has no `title`.", "Give it a short, odd one.")
    for name, risk in spec.risks.items():
        if risk.tells is None:
            report.warn(name, "OP602", f"`{name}` strikes without a word.", "Add `tells`, one line for the recap.")
    _speakers(survey, report)


def _speakers(survey: Survey, report: Report) -> None:
    """Whoever asks something is introduced."""
    asks = {str(asked.who) for asked in survey.questions if asked.who is not None}
    for name, person in survey.spec.people.items():
        if name in asks and person.title is None:
            report.warn(name, "OP602", f"`{name}` speaks and has no `title`.", "Write what it says on their card.")
