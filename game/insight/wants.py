"""Which moves a sensible colleague would make this week, most wanted first."""

from __future__ import annotations

from collections.abc import Callable

from game.engine.model import NONE, Person, Project, Scenario, Seat
from game.engine.moves import main_project
from game.engine.state import Move
from game.engine.view import View

# What a style leans towards, added to a move kind's urgency.
LEANINGS: dict[str, dict[str, float]] = {
    "people-pleaser": {
        "call": 3.0,
        "visit": 3.0,
        "talk": 1.0,
        "repair": 2.0,
        "freeze": -4.0,
        "trade": -4.0,
        "warn": -1.0,
    },
    "by-the-book": {
        "re_estimate": 1.0,
        "mitigate": 0.5,
        "look_into": 0.5,
        "prepare_renewal": 0.5,
        "freeze": 2.0,
        "hours": -1.5,
        "warn": -2.0,
        "call": -2.0,
        "visit": -2.0,
    },
    "firefighter": {"repair": 3.0, "warn": 1.0, "hours": 2.5, "learn": -2.0, "look_into": -2.0, "mitigate": -1.5},
    "balanced": {},
    "misreporting": {"warn": -99.0},
    "greedy-relationship": {
        "call": 3.0,
        "visit": 3.0,
        "repair": 3.0,
        "learn": 1.0,
        "pitch": 1.0,
        "prepare_renewal": 1.0,
        "freeze": -4.0,
        "trade": -4.0,
    },
    "greedy-delivery": {
        "freeze": 2.0,
        "trade": 2.0,
        "review": 1.0,
        "mitigate": 1.0,
        "re_estimate": 1.0,
        "call": -3.0,
        "visit": -3.0,
        "warn": -2.0,
        "pitch": -2.0,
    },
}


ASKED = 10.0  # urgency of what a colleague asked for in the last sync, if they were granted it


def wanted_moves(view: View, options: list[Move], seat: Seat, style: str, most: int = 99) -> list[Move]:
    """The legal moves worth making, at `most` so many, by urgency; equal ones in the order of the list."""
    leaning = LEANINGS.get(style, {})
    asked = view.asked != ""
    scored: list[tuple[float, int, Move]] = []
    for position, move in enumerate(options):
        urgency = _urgency(view, move)
        if asked and _was_asked(view, move):
            urgency += ASKED
        lean = leaning.get(move.kind, 0.0)
        if urgency > 0.0 and urgency + lean > -50.0:
            scored.append((-(urgency + lean), position, move))
    scored.sort()
    wanted: list[Move] = []
    served: list[str] = []
    for _urgent, _position, move in scored:
        if len(wanted) >= most:
            break
        subject = _subject(move)
        if subject not in served:
            served.append(subject)
            wanted.append(move)
    return wanted


def _subject(move: Move) -> str:
    """What is served once: there is one plan, one swap and one sync, and a person wants one visit or call, not both."""
    kind = move.kind
    if kind in ("sync", "hours", "re_estimate", "review", "warn", "trade"):
        return kind
    return ("contact" if kind in ("call", "visit", "repair") else kind) + "/" + move.target


def _was_asked(view: View, move: Move) -> bool:
    """Whether this move does what the colleague asked for: a date from the plan, or company at the client's."""
    if view.asked == "date":
        return move.kind == "re_estimate"
    if view.asked == "come_with_me":
        main = next((a for a in view.scenario.accounts if a.main), None)
        contact = view.scenario.people[main.contacts[0]].id if main is not None and main.contacts else ""
        return move.kind in ("visit", "warn") and move.target == contact
    return False


def _urgency(view: View, move: Move) -> float:
    urgency = URGENCIES.get(move.kind)
    return 0.0 if urgency is None else urgency(view, move)


def _talk_urgency(view: View, move: Move) -> float:
    person = view.scenario.people[view.scenario.tables.position[move.target]]
    unasked = max(0.0, 1.0 * (view.neglected("team") - 1.0))
    return max(0.0, (68.0 - view.known(person.morale)) / 5.0) + unasked


def _mitigate_urgency(view: View, move: Move) -> float:
    scenario = view.scenario
    risk = scenario.risks[scenario.tables.position[move.target]]
    left = 1.0 - view.known(risk.mitigated)
    weight = min(1.4, risk.cost / (0.04 * scenario.projects[risk.project].start_budget))
    return 5.4 * (0.05 + 0.95 * left) * weight if view.week <= risk.last_week else 0.0


def _repair_urgency(view: View, move: Move) -> float:
    person = view.scenario.people[view.scenario.tables.position[move.target]]
    return 6.0 if view.known(person.failures) == 1.0 else 0.0


def _warn_urgency(view: View, move: Move) -> float:
    person = view.scenario.people[view.scenario.tables.position[move.target]]
    project = view.scenario.projects[main_project(view.scenario, person.account)]
    return 4.0 if project.reports else 2.0 * _lateness(view, project) - 1.0


def _contact_urgency(view: View, move: Move) -> float:
    tables = view.scenario.tables
    person = view.scenario.people[tables.position[move.target]]
    account = view.scenario.accounts[person.account]
    silent = view.known(person.silence)
    trust = 0.6 * view.known(person.confidence) + 0.4 * view.known(person.relationship)
    weight = person.influence / 3.0 * (0.55 + account.base_value / max(1.0, tables.base_value))
    if move.kind == "visit":
        return weight * (silent - 1.0 + max(0.0, (62.0 - trust) / 6.0)) if silent >= 2 else 0.0
    return weight * (0.7 * silent + max(0.0, (60.0 - trust) / 10.0)) - 0.3


def _sync_urgency(view: View, move: Move) -> float:
    age = view.week - max(1, view.as_of)
    if move.option == "":
        return 1.2 * age - 1.0
    return 0.0


def _account_urgency(view: View, move: Move) -> float:
    account = view.scenario.accounts[view.scenario.tables.position[move.target]]
    if move.kind == "learn":
        return (55.0 - view.known(account.understanding)) / (10.0 if account.main else 20.0)
    if move.kind == "table_free_work":
        return 0.4 * view.known(account.given) - 1.0
    weeks = account.renewal_week - view.week
    near = 4.5 - 3.0 * view.known(account.prepared) if 0 <= weeks <= 4 else 0.5
    return near if account.main else near * 0.7


def _pitch_urgency(view: View, move: Move) -> float:
    offer = view.scenario.offers[view.scenario.tables.position[move.target]]
    account = view.scenario.accounts[offer.account]
    if view.known(account.issue) > 0.0 or view.known(account.asks) >= 1.2:
        return 0.0
    ready = offer.fit * 3.0 + view.known(account.understanding) / 25.0
    content = 0.0
    for contact in account.contacts[:1]:
        content = (view.known(view.scenario.people[contact].satisfaction) - 62.0) / 8.0
    late = 1.5 if view.week > view.scenario.weeks // 2 else 0.0
    return ready + content + late - 2.0


def _look_urgency(view: View, move: Move) -> float:
    scenario = view.scenario
    for risk in scenario.risks:
        if risk.id == move.target:
            known = view.known(risk.known_pm) + view.known(risk.known_am)
            return 0.0 if known else max(0.5, 4.5 - 0.25 * view.week)
    for truth in scenario.truths:
        if truth.id == move.target:
            known = view.known(truth.known_pm) + view.known(truth.known_am)
            return 0.0 if known else max(0.5, 3.5 - 0.25 * view.week)
    return 1.5


def _renegotiate_urgency(view: View, move: Move) -> float:
    promise = view.scenario.promises[view.scenario.tables.position[move.target]]
    left = view.known(promise.due_week) - view.week
    if promise.kept_when.value(view.values) != 0.0 or view.known(promise.moved) >= 1.0:
        return 0.0
    return 4.0 if 0 <= left <= 1 and _is_late(view, promise.to) else 0.0


def _is_late(view: View, person: int) -> bool:
    scenario = view.scenario
    account = scenario.people[person].account
    position = main_project(scenario, account) if account != NONE else NONE
    if position == NONE:
        return False
    project = scenario.projects[position]
    return view.known(project.forecast) > project.due + 0.5


def _trade_urgency(view: View, move: Move) -> float:
    task = view.scenario.tasks[view.scenario.tables.position[move.target]]
    late = _lateness(view, view.scenario.projects[task.project])
    return 1.0 + 2.0 * late + 0.02 * view.known(task.work) if late > SWAP_FROM and not _nearly_over(view) else 0.0


def _project_urgency(view: View, move: Move) -> float:
    project = view.scenario.projects[view.scenario.tables.position[move.target]]
    late = _lateness(view, project)
    if move.kind == "freeze":
        if _nearly_over(view):
            return 0.0
        return 2.0 + 2.0 * late if late > 0.2 else 0.5 + 0.3 * view.neglected("scope")
    if move.kind == "re_estimate":
        unled = min(view.neglected("plan"), view.neglected("scope"), view.neglected("resources"))
        return 0.4 * view.known(project.estimated) - 0.5 + 1.5 * max(0, unled - 1)
    if move.option == "more":
        return 3.0 - 1.5 * view.known(project.reviews) if view.week <= view.scenario.weeks // 2 else 0.0
    return 0.0


SWAP_FROM = 0.4  # weeks late from which a swap of scope is worth its price
LAST_WEEKS = 1  # with so many weeks to go, guarding the scope no longer pays


def _nearly_over(view: View) -> bool:
    return view.week > view.scenario.weeks - LAST_WEEKS


def _lateness(view: View, project: Project) -> float:
    return view.known(project.forecast) - project.due


def _hours_urgency(view: View, move: Move) -> float:
    if move.target != "team":
        return 0.0
    scenario = view.scenario
    late = max([_lateness(view, p) for p in scenario.projects if view.known(p.delivered) == 0.0], default=0.0)
    tired = max([view.known(p.fatigue) for p in scenario.people if p.fatigue != NONE], default=0.0)
    if move.option == "50":
        return 3.0 + late if late > 1.2 and tired < 0.03 else 0.0
    if move.option == "45":
        return 2.0 + 2.0 * late if late > 0.3 and tired < 0.05 else 0.0
    return 4.0 if late < 0.0 or tired > 0.09 else 0.0


def _assign_urgency(view: View, move: Move) -> float:
    scenario = view.scenario
    person: Person = scenario.people[scenario.tables.position[move.target]]
    current = round(view.known(person.project))
    wanted = all(_has_work(view, person, i) for i in range(len(scenario.projects)))
    if move.option == "split":
        return _split_urgency(view, person, current) if wanted else 0.0
    if wanted and current == len(scenario.projects):
        return 30.0 if len(person.skills) < 2 and move.option == scenario.projects[_sooner(scenario)].id else 0.0
    there = scenario.tables.position[move.option]
    if not _has_work(view, person, there):
        return 0.0
    if current == NONE or current >= len(scenario.projects) or not _has_work(view, person, current):
        return 6.0
    gap = _lateness(view, scenario.projects[there]) - _lateness(view, scenario.projects[current])
    return 2.0 * (gap - 1.0) if gap > 1.5 else 0.0


def _sooner(scenario: Scenario) -> int:
    """The project whose date comes first."""
    return min(range(len(scenario.projects)), key=lambda i: scenario.projects[i].due)


def _split_urgency(view: View, person: Person, current: int) -> float:
    """Somebody of several skills gives half of their time to the date that comes first, when it is in doubt."""
    projects = view.scenario.projects
    if not 0 <= current < len(projects) or len(person.skills) < 2:
        return 0.0
    sooner = _sooner(view.scenario)
    return 7.0 if sooner != current and _lateness(view, projects[sooner]) > -0.5 else 0.0


def _has_work(view: View, person: Person, project: int) -> bool:
    rules = view.scenario.projects[project]
    if view.known(rules.delivered):
        return False
    tasks = [view.scenario.tasks[i] for i in rules.tasks]
    return any(t.skill in person.skills and view.known(t.finished) == 0.0 for t in tasks)


URGENCIES: dict[str, Callable[[View, Move], float]] = {
    "call": _contact_urgency,
    "visit": _contact_urgency,
    "repair": _repair_urgency,
    "warn": _warn_urgency,
    "sync": _sync_urgency,
    "learn": _account_urgency,
    "prepare_renewal": _account_urgency,
    "table_free_work": _account_urgency,
    "pitch": _pitch_urgency,
    "talk": _talk_urgency,
    "look_into": _look_urgency,
    "mitigate": _mitigate_urgency,
    "renegotiate": _renegotiate_urgency,
    "hours": _hours_urgency,
    "assign": _assign_urgency,
    "trade": _trade_urgency,
    "freeze": _project_urgency,
    "re_estimate": _project_urgency,
    "review": _project_urgency,
}
