"""Which moves are possible this week, listed kind by kind in a fixed order. What they do stands in moves.py."""

from __future__ import annotations

from collections.abc import Callable

from game.engine.model import NONE, Person, Project, Scenario, Seat
from game.engine.moves import ASKS, RENEGOTIATE, TRADE_AGAIN, main_project
from game.engine.state import Move, State

Lister = Callable[[Scenario, State, Seat], list[Move]]


def legal_moves(scenario: Scenario, state: State, seat: Seat) -> tuple[Move, ...]:
    """Every move possible in the week now open, in a fixed order."""
    found: list[Move] = []
    if seat is not Seat.PM:
        for lister in AM_LISTERS.values():
            found += lister(scenario, state, seat)
    if seat is not Seat.AM:
        for lister in PM_LISTERS.values():
            found += lister(scenario, state, seat)
    found += _renegotiate(scenario, state, seat)
    return tuple(found)


def is_legal(scenario: Scenario, state: State, seat: Seat, move: Move) -> bool:
    """Whether a move is on the list; only its own kind is listed."""
    if move.kind == RENEGOTIATE:
        return move in _renegotiate(scenario, state, seat)
    lister = AM_LISTERS.get(move.kind) if seat is not Seat.PM else None
    if lister is None and seat is not Seat.AM:
        lister = PM_LISTERS.get(move.kind)
    return lister is not None and move in lister(scenario, state, seat)


def _renegotiate(scenario: Scenario, state: State, seat: Seat) -> list[Move]:
    found = []
    for promise in scenario.promises:
        if state.values[promise.status] == 1 and (seat is Seat.BOTH or promise.by is seat):
            found.append(Move(RENEGOTIATE, promise.id))
    return found


def _sync(scenario: Scenario, state: State, seat: Seat) -> list[Move]:
    return [] if seat is Seat.BOTH else [Move("sync", "", ask) for ask in ASKS]


# ---- the account manager's ------------------------------------------------------------------------------------------


def _clients(scenario: Scenario, values: list[int]) -> list[Person]:
    return [c.person for c in scenario.tables.clients if values[c.account.signed] != 2]


def _call(scenario: Scenario, state: State, seat: Seat) -> list[Move]:
    return [Move("call", p.id) for p in _clients(scenario, state.values)]


def _visit(scenario: Scenario, state: State, seat: Seat) -> list[Move]:
    return [Move("visit", p.id) for p in _clients(scenario, state.values)]


def _learn(scenario: Scenario, state: State, seat: Seat) -> list[Move]:
    values = state.values
    return [Move("learn", a.id) for a in scenario.accounts if a.contacts and values[a.signed] != 2]


def _pitch(scenario: Scenario, state: State, seat: Seat) -> list[Move]:
    values = state.values
    found = []
    for offer in scenario.offers:
        ours = values[scenario.accounts[offer.account].signed] != 2
        if ours and values[offer.status] == 0 and offer.when.value(values) != 0.0:
            found.append(Move("pitch", offer.id))
    return found


def _prepare_renewal(scenario: Scenario, state: State, seat: Seat) -> list[Move]:
    values = state.values
    found = []
    for account in scenario.accounts:
        if values[account.signed] == 0 and _number(scenario, values, account.prepared) < 0.99:
            found.append(Move("prepare_renewal", account.id))
    return found


def _table_free_work(scenario: Scenario, state: State, seat: Seat) -> list[Move]:
    values = state.values
    found = []
    for account in scenario.accounts:
        if values[account.signed] != 2 and _number(scenario, values, account.given) >= 1.0:
            found.append(Move("table_free_work", account.id))
    return found


def _repair(scenario: Scenario, state: State, seat: Seat) -> list[Move]:
    values = state.values
    return [Move("repair", p.id) for p in _clients(scenario, values) if values[p.failures] > 0]


# ---- the project manager's ------------------------------------------------------------------------------------------


def _going(scenario: Scenario, values: list[int]) -> list[int]:
    """The projects not yet delivered."""
    return [i for i, p in enumerate(scenario.projects) if values[p.delivered] == 0]


def _team(scenario: Scenario, values: list[int]) -> list[Person]:
    return [p for p in scenario.tables.team if values[p.gone] == 0]


def _freeze(scenario: Scenario, state: State, seat: Seat) -> list[Move]:
    values = state.values
    return [Move("freeze", p.id) for p in scenario.projects if values[p.delivered] == 0 and values[p.frozen] == 0]


def _trade(scenario: Scenario, state: State, seat: Seat) -> list[Move]:
    values = state.values
    if values[scenario.week] - state.neglect.get("trade", -TRADE_AGAIN) < TRADE_AGAIN:
        return []
    going = _going(scenario, values)
    found = []
    for task in scenario.tasks:
        left = _number(scenario, values, task.work) - _number(scenario, values, task.done)
        if task.project in going and left > 2.0:
            found.append(Move("trade", task.id))
    return found


def _re_estimate(scenario: Scenario, state: State, seat: Seat) -> list[Move]:
    return [Move("re_estimate", p.id) for p in scenario.projects if state.values[p.delivered] == 0]


def _review(scenario: Scenario, state: State, seat: Seat) -> list[Move]:
    found = []
    for project in scenario.projects:
        if state.values[project.delivered] == 0:
            if state.values[project.reviews] < 2:
                found.append(Move("review", project.id, "more"))
            if state.values[project.reviews] > 0:
                found.append(Move("review", project.id, "less"))
    return found


def _assign(scenario: Scenario, state: State, seat: Seat) -> list[Move]:
    values = state.values
    everywhere = len(scenario.projects)
    found: list[Move] = []
    if everywhere < 2:
        return found
    going = _going(scenario, values)
    for person in _team(scenario, values):
        current = values[person.project]
        found += [Move("assign", person.id, scenario.projects[i].id) for i in going if i != current]
        if current != everywhere and len(going) > 1:
            found.append(Move("assign", person.id, "split"))
    return found


def _hours(scenario: Scenario, state: State, seat: Seat) -> list[Move]:
    team = _team(scenario, state.values)
    now = [round(_number(scenario, state.values, p.hours)) for p in team]
    found = []
    for hours in (40, 45, 50):
        if now.count(hours) < len(now):
            found.append(Move("hours", "team", str(hours)))
    for person, current in zip(team, now, strict=True):
        for hours in (40, 45, 50):
            if hours != current:
                found.append(Move("hours", person.id, str(hours)))
    return found


def _talk(scenario: Scenario, state: State, seat: Seat) -> list[Move]:
    return [Move("talk", p.id) for p in _team(scenario, state.values)]


def _look_into(scenario: Scenario, state: State, seat: Seat) -> list[Move]:
    return [Move("look_into", area) for area in areas(scenario, state.values)]


def _mitigate(scenario: Scenario, state: State, seat: Seat) -> list[Move]:
    values = state.values
    found = []
    for risk in scenario.risks:
        known = values[risk.known_pm] or (seat is Seat.BOTH and values[risk.known_am])
        if known and values[risk.struck] == 0 and _number(scenario, values, risk.mitigated) < 0.85:
            found.append(Move("mitigate", risk.id))
    return found


def _warn(scenario: Scenario, state: State, seat: Seat) -> list[Move]:
    values = state.values
    found = []
    for person in _clients(scenario, values):
        position = main_project(scenario, person.account)
        if position != NONE and _worse_than_told(scenario.projects[position], values):
            found.append(Move("warn", person.id))
    return found


AM_LISTERS: dict[str, Lister] = {
    "call": _call,
    "visit": _visit,
    "learn": _learn,
    "pitch": _pitch,
    "sync": _sync,
    "prepare_renewal": _prepare_renewal,
    "table_free_work": _table_free_work,
    "repair": _repair,
}
PM_LISTERS: dict[str, Lister] = {
    "freeze": _freeze,
    "trade": _trade,
    "re_estimate": _re_estimate,
    "review": _review,
    "assign": _assign,
    "hours": _hours,
    "talk": _talk,
    "look_into": _look_into,
    "mitigate": _mitigate,
    "warn": _warn,
    "sync": _sync,
}


def areas(scenario: Scenario, values: list[int]) -> tuple[str, ...]:
    """What can be looked into: ids of tasks under way, then of one risk or truth for each area of the story.

    An area stays on the list whether or not there is anything (left) to find, so that the list gives nothing away.
    """
    found = [t.id for t in scenario.tasks if values[t.finished] == 0 and values[t.done] > 0]
    named: list[str] = []
    for risk in scenario.risks:
        if risk.area and risk.area not in named and values[risk.struck] == 0:
            named.append(risk.area)
            found.append(risk.id)
    for truth in scenario.truths:
        if truth.area and truth.area not in named:
            named.append(truth.area)
            found.append(truth.id)
    return tuple(found)


def _worse_than_told(project: Project, values: list[int]) -> bool:
    return values[project.delivered] == 0 and values[project.status] > max(0, values[project.told])


def _number(scenario: Scenario, values: list[int], quantity: int) -> float:
    return values[quantity] / scenario.tables.per_unit[quantity]
