"""Which moves are possible this week, listed kind by kind in a fixed order. What they do stands in moves.py."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from game.engine.model import Client, Member, Project, Risk, Scenario, Seat, Ties
from game.engine.moves import ASKS, RENEGOTIATE, TRADE_AGAIN
from game.engine.state import Move, State
from game.engine.tables import HOURS

Lister = Callable[[Scenario, State, Seat], list[Move]]
COVERED: Final = 0.85  # share of a risk taken away from which a further step is not worth a week


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
    for position, promise in enumerate(scenario.promises):
        move = scenario.tables.renegotiations[position]
        if move is not None and state.values[promise.status] == 1 and (seat is Seat.BOTH or promise.by is seat):
            found.append(move)
    return found


SYNCS: Final = [Move("sync", "", ask) for ask in ASKS]
SYNCS_OF_THE_PM: Final = [sync for sync in SYNCS if sync.option != "date"]  # only the one with the plan has a date


def _sync(scenario: Scenario, state: State, seat: Seat) -> list[Move]:
    """A talk with the colleague; what is asked in it is done next week, so that the last week has nothing to ask."""
    if seat is Seat.BOTH:
        return []
    if state.values[scenario.week] >= scenario.weeks:
        return SYNCS[:1]
    return SYNCS_OF_THE_PM if seat is Seat.PM else SYNCS


# ---- the account manager's ------------------------------------------------------------------------------------------


def _clients(scenario: Scenario, values: list[int]) -> list[Client]:
    return [c for c in scenario.tables.clients if values[c.account.signed] != 2]


def _ours(scenario: Scenario, values: list[int]) -> list[Ties]:
    """The accounts that have not left."""
    return [t for t in scenario.tables.ties if values[t.account.signed] != 2]


def _call(scenario: Scenario, state: State, seat: Seat) -> list[Move]:
    return [c.call for c in _clients(scenario, state.values)]


def _visit(scenario: Scenario, state: State, seat: Seat) -> list[Move]:
    return [c.visit for c in _clients(scenario, state.values)]


def _learn(scenario: Scenario, state: State, seat: Seat) -> list[Move]:
    return [t.learn for t in _ours(scenario, state.values) if t.contacts]


def _pitch(scenario: Scenario, state: State, seat: Seat) -> list[Move]:
    values = state.values
    found = []
    for position, offer in enumerate(scenario.offers):
        ours = values[offer.status] == 0 and values[scenario.accounts[offer.account].signed] != 2
        if ours and offer.when.value(values) != 0.0:
            found.append(scenario.tables.pitches[position])
    return found


def _prepare_renewal(scenario: Scenario, state: State, seat: Seat) -> list[Move]:
    values = state.values
    found = []
    for ties in scenario.tables.ties:
        if values[ties.account.signed] == 0 and _number(scenario, values, ties.account.prepared) < 0.99:
            found.append(ties.prepare_renewal)
    return found


def _table_free_work(scenario: Scenario, state: State, seat: Seat) -> list[Move]:
    found = []
    for ties in _ours(scenario, state.values):
        if _number(scenario, state.values, ties.account.given) >= 1.0:
            found.append(ties.table_free_work)
    return found


def _repair(scenario: Scenario, state: State, seat: Seat) -> list[Move]:
    """Whoever was let down and has not heard an apology for it."""
    found = []
    for client in _clients(scenario, state.values):
        if state.values[client.person.failures] > state.neglect.get("repaired/" + client.person.id, 0):
            found.append(client.repair)
    return found


# ---- the project manager's ------------------------------------------------------------------------------------------


def _going(scenario: Scenario, values: list[int]) -> list[int]:
    """The projects not yet delivered."""
    return [i for i, p in enumerate(scenario.projects) if values[p.delivered] == 0]


def _team(scenario: Scenario, values: list[int]) -> list[Member]:
    return [m for m in scenario.tables.team if values[m.person.gone] == 0]


def _freeze(scenario: Scenario, state: State, seat: Seat) -> list[Move]:
    values, plans = state.values, scenario.tables.plans
    return [plans[i].freeze for i in _going(scenario, values) if values[scenario.projects[i].frozen] == 0]


def _trade(scenario: Scenario, state: State, seat: Seat) -> list[Move]:
    values = state.values
    if values[scenario.week] - state.neglect.get("trade", -TRADE_AGAIN) < TRADE_AGAIN:
        return []
    going = _going(scenario, values)
    found = []
    for position, task in enumerate(scenario.tasks):
        if task.project in going:
            left = _number(scenario, values, task.work) - _number(scenario, values, task.done)
            if left - _number(scenario, values, task.hidden) > 2.0:  # of what is reported done nobody trades a part
                found.append(scenario.tables.trades[position])
    return found


def _re_estimate(scenario: Scenario, state: State, seat: Seat) -> list[Move]:
    return [scenario.tables.plans[i].re_estimate for i in _going(scenario, state.values)]


def _review(scenario: Scenario, state: State, seat: Seat) -> list[Move]:
    found = []
    for position in _going(scenario, state.values):
        reviews = state.values[scenario.projects[position].reviews]
        if reviews < 2:
            found.append(scenario.tables.plans[position].more_review)
        if reviews > 0:
            found.append(scenario.tables.plans[position].less_review)
    return found


def _assign(scenario: Scenario, state: State, seat: Seat) -> list[Move]:
    values = state.values
    everywhere = len(scenario.projects)
    found: list[Move] = []
    if everywhere < 2:
        return found
    going = _going(scenario, values)
    for member in _team(scenario, values):
        current = values[member.person.project]
        found += [member.assign[i] for i in going if i != current]
        if current != everywhere and len(going) > 1:
            found.append(member.split)
    return found


def _hours(scenario: Scenario, state: State, seat: Seat) -> list[Move]:
    team = _team(scenario, state.values)
    now = [round(_number(scenario, state.values, m.person.hours)) for m in team]
    found: list[Move] = []
    for step, hours in enumerate(HOURS):
        if now.count(hours) < len(now):
            found.append(scenario.tables.whole_team_hours[step])
    for position, member in enumerate(team):
        if now[position] in HOURS:
            found += member.other_hours[HOURS.index(now[position])]
        else:
            found += member.hours
    return found


def _talk(scenario: Scenario, state: State, seat: Seat) -> list[Move]:
    return [m.talk for m in _team(scenario, state.values)]


def _look_into(scenario: Scenario, state: State, seat: Seat) -> list[Move]:
    return [scenario.tables.looks[area] for area in areas(scenario, state.values)]


def may_strike(scenario: Scenario, values: list[int], risk: Risk) -> bool:
    """Whether a risk one knows of can still happen: not yet, its weeks not over, its chance not nil."""
    over = values[scenario.week] > risk.last_week or values[scenario.projects[risk.project].delivered] != 0
    return values[risk.struck] == 0 and not over and risk.hazard.value(values) > 0.0


def _mitigate(scenario: Scenario, state: State, seat: Seat) -> list[Move]:
    values = state.values
    found = []
    for position, risk in enumerate(scenario.risks):
        known = values[risk.known_pm] or (seat is Seat.BOTH and values[risk.known_am])
        if known and may_strike(scenario, values, risk) and _number(scenario, values, risk.mitigated) < COVERED:
            found.append(scenario.tables.mitigations[position])
    return found


def _warn(scenario: Scenario, state: State, seat: Seat) -> list[Move]:
    found = []
    for client in _clients(scenario, state.values):
        if client.project is not None and _worse_than_told(client.project, state.values):
            found.append(client.warn)
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
