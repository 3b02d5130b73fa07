"""What cost or brought the points of a KPI at the end, where its value and what was wanted do not say it themselves."""

from __future__ import annotations

from collections.abc import Callable

from game.engine.model import Project, Scenario, Task
from game.engine.scores import kpi, milestone_week, number
from game.insight.words.causes import softened
from game.insight.words.figures import NEVER, days, listed, money, percent, small, week_of
from game.insight.words.risks import never_found

MOST = 2  # things named in one note
LEAST = 0.5  # days of faults that are worth a word


def score_note(scenario: Scenario, values: list[int], name: str) -> str:
    """“1 of 2 milestones missed, which are half of it: Checkout (week 8, planned for 7)”; "" for nothing to add."""
    note = NOTES.get(name)
    return "" if note is None else note(scenario, values)


def _upsell(scenario: Scenario, values: list[int]) -> str:
    waiting = 0.0
    for offer in scenario.offers:
        waiting += offer.value if values[offer.status] == 1 else 0.0
    if waiting == 0.0:
        return ""
    return f"{money(scenario.currency, waiting)} still offered counts by its chance"


def _revenue(scenario: Scenario, values: list[int]) -> str:
    lost = [account.name for account in scenario.accounts if values[account.signed] == 2]
    given = 0.0
    for account in scenario.accounts:
        given += number(scenario, values, account.credits)
    told = [f"lost: {listed(lost)}, counted as they last paid"] if lost else []
    told += [f"{money(scenario.currency, given)} given away, visits included"] if given > 0.0 else []
    return "; ".join(told)


def _on_time(scenario: Scenario, values: list[int]) -> str:
    missed = [
        _milestone(scenario, values, scenario.tasks[index])
        for project in scenario.projects
        for index in project.milestones
        if _reached(scenario, values, scenario.tasks[index]) > milestone_week(scenario.tasks[index])
    ]
    late = [_late(scenario, values, project) for project in scenario.projects] if len(scenario.projects) > 1 else []
    count = 0
    for project in scenario.projects:
        count += len(project.milestones)
    told = [f"{len(missed)} of {count} milestones missed, which are half of it: {_some(missed)}"] if missed else []
    if missed and count == 1:
        told = [f"the milestone missed, which is half of it: {_some(missed)}"]
    return "; ".join([*told, *[each for each in late if each]])


def _milestone(scenario: Scenario, values: list[int], task: Task) -> str:
    planned, reached = milestone_week(task), _reached(scenario, values, task)
    when = week_of(reached) if values[task.finished] else "never reached" if reached >= NEVER else "not yet reached"
    return f"{task.name} ({when}, planned for {week_of(planned)})"


def _reached(scenario: Scenario, values: list[int], task: Task) -> float:
    return float(values[task.finished]) or number(scenario, values, task.forecast)


def _late(scenario: Scenario, values: list[int], project: Project) -> str:
    """Which of several projects was late."""
    delivered = values[project.delivered]
    if not delivered:
        return f"{project.name} was not live"
    return f"{project.name} live in {week_of(delivered)}, due {week_of(project.due)}" if delivered > project.due else ""


def _budget(scenario: Scenario, values: list[int]) -> str:
    """The share of the budget, in which what is wanted is told."""
    over = percent(abs(kpi(scenario, values, "budget") or 0.0))
    way = "over" if (kpi(scenario, values, "budget") or 0.0) > 0.0 else "under"
    return "" if over == percent(0.0) else f"{over} {way} the budget"


def _quality(scenario: Scenario, values: list[int]) -> str:
    reached = left = 0.0  # what was never handed over has reached nobody
    for project in scenario.projects:
        faults = number(scenario, values, project.defects)
        reached += faults if values[project.delivered] else 0.0
        left += 0.0 if values[project.delivered] else faults
    told = [f"{days(reached)} of work reached them broken"] if reached >= LEAST else []
    return "; ".join([*told, *([f"{days(left)} of work left behind broken"] if left >= LEAST else [])])


def _risk(scenario: Scenario, values: list[int]) -> str:
    struck = [f"“{softened(risk.name)}”" for risk in scenario.risks if values[risk.struck]]
    unfound, took = never_found(scenario, values)
    told = [f"it happened: {_some(struck)}"] if struck else []
    told += [f"never found: {small(unfound)}, {percent(took / 100.0)} against you"] if unfound else []
    return "; ".join(told)


def _some(names: list[str]) -> str:
    more = [f"{small(len(names) - MOST)} more"] if len(names) > MOST else []
    return listed([*names[:MOST], *more])


NOTES: dict[str, Callable[[Scenario, list[int]], str]] = {
    "upsell": _upsell,
    "revenue": _revenue,
    "on_time": _on_time,
    "budget": _budget,
    "quality": _quality,
    "risk": _risk,
}
