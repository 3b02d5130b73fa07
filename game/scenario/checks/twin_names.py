"""OP606: two people, events, tasks, offers or endings that a player cannot tell apart by name."""

from __future__ import annotations

from collections.abc import Iterable

from game.scenario.context import first_name
from game.scenario.plan import project_specs
from game.scenario.problems import Report
from game.scenario.survey import Survey
from game.scenario.tree import Text


def check(survey: Survey, report: Report) -> None:
    """Report the second of two equal names; of people, equal first names count too."""
    spec = survey.spec
    tasks = [task.name for project in project_specs(spec).values() for task in project.tasks.values()]
    _full(report, "Two people are", [person.name for person in spec.people.values()])
    _first_names(report, [person.name for person in spec.people.values()])
    for play in ("am", "pm", "both"):
        met = [event.title for event in spec.events.values() if event.plays is None or play in event.plays]
        _full(report, "Two events are", met)
    _full(report, "Two tasks are", tasks)
    _full(report, "Two offers are", [offer.name for offer in spec.offers.values()])
    _full(report, "Two endings are", [ending.title for ending in spec.endings.values()])


def _full(report: Report, what: str, names: Iterable[Text | None]) -> None:
    known: dict[str, Text] = {}
    for name in names:
        if name is None:
            continue
        first = known.setdefault(" ".join(name.split()).lower(), name)
        if first is not name:
            message = f"{what} called `{' '.join(name.split())}`: here and in line {first.line}."
            report.warn(name, "OP606", message, "Give one of them another name.")


def _first_names(report: Report, names: list[Text]) -> None:
    known: dict[str, Text] = {}
    for name in names:
        other = known.setdefault(first_name(name), name)
        if other is not name and " ".join(other.split()).lower() != " ".join(name.split()).lower():
            message = f"Two people are called {first_name(name)}: here and in line {other.line}."
            report.warn(name, "OP606", message, "Give one of them another first name; people are spoken of by it.")
