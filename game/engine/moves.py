"""The moves: what each responsibility lets a seat do with its week, when it is possible, and what it moves.

Amounts here are our choice (DESIGN section 5); each constant has a unit and a reason.
"""

from __future__ import annotations

from game.engine.formulas.client import recovery
from game.engine.formulas.risk import mitigate
from game.engine.ledger import Ledger
from game.engine.model import NONE, Account, Person, Scenario, Seat
from game.engine.state import Move, State

# responsibility -> move kinds, in the order of the role description
AM_RESPONSIBILITIES = {
    "relationships": ("call", "visit"),
    "client_goals": ("learn",),
    "selling": ("pitch",),
    "coordination": ("sync",),
    "contracts": ("prepare_renewal", "table_free_work"),
    "issues": ("repair",),
}
PM_RESPONSIBILITIES = {
    "scope": ("freeze", "trade"),
    "plan": ("re_estimate", "review"),
    "resources": ("assign", "hours"),
    "team": ("talk",),
    "risks": ("look_into", "mitigate"),
    "stakeholders": ("warn", "sync"),
}
RENEGOTIATE = "renegotiate"
ASKS = ("", "hold_off", "date", "room", "come_with_me")

# points unless said otherwise
CALL_EXPERIENCE = 1.0  # per week since they last heard from us, up to three: nobody is called twice in a row for joy
CALL_RELATIONSHIP = 0.7  # the same way; relationship is slow
CALL_WEEKS = 3
VISIT_EXPERIENCE = 4.0
VISIT_RELATIONSHIP = 2.5
VISIT_CONFIDENCE = 1.0
VISIT_COST = 300.0  # money: a train, a lunch
VISIT_REST = 3  # weeks of silence before another visit is more than a call
TELLS_FROM_TRUST = 40.0  # people tell what they know to those they trust at least so much
TELLS_FROM_MORALE = 35.0
LEARN_SHARE = 0.25  # of what is still unknown about the client's business
LEARN_TELLS = 60.0  # understanding from which research finds what can be found
SYNC_RAPPORT = 1.5
ASK_RAPPORT = -2.0  # an ask costs a little
ASK_GRANTED = 40.0  # rapport from which a colleague grants an ask
FREE_WORK_EXPERIENCE = -2.0  # nobody likes to see the bill for a gift
FREE_WORK_EXPECTATION = 0.4  # points of expectation taken back per day put on the table
FREE_WORK_HALVES = 0.5
FREEZE_WEEKS = 3
PREPARED_STEP = 0.34  # share: three weeks make a renewal ready
FREEZE_EXPERIENCE = -3.0  # the client hears the word "process"
TRADE_SHARE = 0.08  # of a task's work, traded away
TRADE_AGAIN = 6  # weeks until a client sits down for another swap
TRADE_EXPERIENCE = -4.0
LOOK_TASK_FINDS = 0.6  # share of hidden rework a proper look finds
TALK_MORALE = 4.0
TALK_CROWDED = 1.0  # a second talk soon after is worth this
MITIGATE_COST = 0.08  # of the risk's loss, money
WARN_EXPERIENCE = -1.0  # bad news is bad news, early too
WARN_CONFIDENCE = 1.0  # and it is remembered that you said it
MOVE_DATE_CONFIDENCE = -2.5  # a promise moved in time; each further time half as much again
MOVE_DATE_WEEKS = 2


class Lever:
    """A move about to be made: the ledger to write, and the state as it was at the week's opening."""

    def __init__(self, scenario: Scenario, opening: State, ledger: Ledger, seat: Seat, move: Move, cause: str) -> None:
        self.scenario = scenario
        self.opening = opening
        self.ledger = ledger
        self.seat = seat
        self.move = move
        self.cause = cause


def responsibility_of(kind: str, seat: Seat) -> str:
    """The responsibility a move kind serves."""
    tables = (
        (PM_RESPONSIBILITIES, AM_RESPONSIBILITIES) if seat is Seat.PM else (AM_RESPONSIBILITIES, PM_RESPONSIBILITIES)
    )
    for table in tables:
        for name, kinds in table.items():
            if kind in kinds:
                return name
    return "relationships" if seat is Seat.AM else "stakeholders"


def area_name(scenario: Scenario, target: str) -> str:
    """What an area is called in a sentence."""
    for risk in scenario.risks:
        if risk.id == target:
            return risk.area
    for truth in scenario.truths:
        if truth.id == target:
            return truth.area
    return next((t.name for t in scenario.tasks if t.id == target), target)


def main_project(scenario: Scenario, account: int) -> int:
    """The first project of an account, or NONE."""
    return scenario.tables.project_of[account]


# ---- what moves do ------------------------------------------------------------------------------------------------


def make(lever: Lever) -> None:
    """Write what one move does. Legality was checked before."""
    kind = lever.move.kind
    if kind in ("call", "visit"):
        _contact(lever, kind == "visit")
    elif kind == "learn":
        _learn(lever)
    elif kind == "pitch":
        _pitch(lever)
    elif kind == "sync":
        _sync(lever)
    elif kind == "prepare_renewal":
        lever.ledger.move(_account(lever).prepared, lever.cause, PREPARED_STEP)
    elif kind == "table_free_work":
        _table_free_work(lever)
    elif kind == "repair":
        _repair(lever)
    elif kind == RENEGOTIATE:
        _renegotiate(lever)
    elif kind == "talk":
        _talk(lever)
    elif kind == "warn":
        _warn(lever)
    else:
        _delivery_move(lever)


def _delivery_move(lever: Lever) -> None:
    kind, ledger, scenario = lever.move.kind, lever.ledger, lever.scenario
    if kind == "freeze":
        project = scenario.projects[_index(lever)]
        ledger.put(project.frozen, lever.cause, float(FREEZE_WEEKS))
        _feels(lever, project.account, FREEZE_EXPERIENCE)
    elif kind == "trade":
        _trade(lever)
    elif kind == "re_estimate":
        ledger.put(scenario.projects[_index(lever)].estimated, lever.cause, 0.0)
    elif kind == "review":
        ledger.move(scenario.projects[_index(lever)].reviews, lever.cause, 1.0 if lever.move.option == "more" else -1.0)
    elif kind == "assign":
        _assign(lever)
    elif kind == "hours":
        for person in scenario.people:
            if person.hours != NONE and lever.move.target in ("team", person.id):
                ledger.put(person.hours, lever.cause, float(lever.move.option))
    elif kind == "look_into":
        _look_into(lever)
    elif kind == "mitigate":
        risk = next(r for r in scenario.risks if r.id == lever.move.target)
        share = ledger.read(risk.mitigated)
        ledger.move(risk.mitigated, lever.cause, mitigate(share) - share)
        ledger.move(scenario.projects[risk.project].spent, lever.cause, MITIGATE_COST * risk.cost)


def _index(lever: Lever) -> int:
    return next(i for i, p in enumerate(lever.scenario.projects) if p.id == lever.move.target)


def _person(lever: Lever) -> Person:
    return lever.scenario.people[lever.scenario.tables.position[lever.move.target]]


def _account(lever: Lever) -> Account:
    return next(a for a in lever.scenario.accounts if a.id == lever.move.target)


def _feels(lever: Lever, account: int, amount: float) -> None:
    """Everybody at the account who has a voice feels it."""
    for contact in lever.scenario.accounts[account].contacts:
        lever.ledger.move(lever.scenario.people[contact].experience, lever.cause, amount)


def learns(scenario: Scenario, ledger: Ledger, seat: Seat, known_am: int, known_pm: int, cause: str) -> None:
    """A seat comes to know a truth or a risk."""
    if seat is not Seat.PM:
        ledger.put(known_am, cause, 1.0)
    if seat is not Seat.AM:
        ledger.put(known_pm, cause, 1.0)


def _tells(lever: Lever, person: Person, level: float, threshold: float) -> None:
    if level < threshold:
        return
    position = lever.scenario.tables.position[person.id]
    for truth in lever.scenario.truths:
        if position in truth.known_by and lever.opening.values[truth.holds]:
            learns(lever.scenario, lever.ledger, lever.seat, truth.known_am, truth.known_pm, lever.cause)


def _contact(lever: Lever, in_person: bool) -> None:
    person, ledger = _person(lever), lever.ledger
    silent = lever.opening.values[person.silence]
    full_visit = in_person and silent >= VISIT_REST - 1
    weeks = float(min(CALL_WEEKS, max(1, silent)))
    ledger.move(person.experience, lever.cause, VISIT_EXPERIENCE if full_visit else CALL_EXPERIENCE * weeks)
    ledger.move(person.relationship, lever.cause, VISIT_RELATIONSHIP if full_visit else CALL_RELATIONSHIP * weeks)
    if full_visit:
        ledger.move(person.confidence, lever.cause, VISIT_CONFIDENCE)
    account = lever.scenario.accounts[person.account]
    if in_person:
        ledger.move(account.understanding, lever.cause, 4.0)
        ledger.move(account.credits, lever.cause, VISIT_COST)
    ledger.put(person.silence, lever.cause, 0.0)
    level = 0.6 * ledger.read(person.confidence) + 0.4 * ledger.read(person.relationship)
    _tells(lever, person, level + (10.0 if in_person else 0.0), TELLS_FROM_TRUST)


def _learn(lever: Lever) -> None:
    account = _account(lever)
    known = lever.ledger.read(account.understanding)
    lever.ledger.move(account.understanding, lever.cause, LEARN_SHARE * (100.0 - known))
    if lever.ledger.read(account.understanding) < LEARN_TELLS or not account.main:
        return
    for truth in lever.scenario.truths:
        if truth.area and lever.opening.values[truth.holds]:
            learns(lever.scenario, lever.ledger, lever.seat, truth.known_am, truth.known_pm, lever.cause)


def _pitch(lever: Lever) -> None:
    offer = next(o for o in lever.scenario.offers if o.id == lever.move.target)
    lever.ledger.put(offer.status, lever.cause, 1.0)
    lever.ledger.move(lever.scenario.accounts[offer.account].asks, lever.cause, 1.0)


def _sync(lever: Lever) -> None:
    """Both learn the other's truths and risks; numbers are exchanged by `week.advance` (state.known_am, known_pm)."""
    scenario, ledger = lever.scenario, lever.ledger
    for truth in scenario.truths:
        _share(lever, truth.known_am, truth.known_pm)
    for risk in scenario.risks:
        _share(lever, risk.known_am, risk.known_pm)
    colleague = scenario.people[scenario.rules(Seat.PM if lever.seat is Seat.AM else Seat.AM).person]
    me = scenario.people[scenario.rules(lever.seat).person]
    for person in (colleague, me):
        ledger.move(person.rapport, lever.cause, SYNC_RAPPORT)
        if lever.move.option:
            ledger.move(person.rapport, lever.cause + "/ask", ASK_RAPPORT)


def _share(lever: Lever, known_am: int, known_pm: int) -> None:
    values = lever.opening.values
    if values[known_am] or values[known_pm]:
        lever.ledger.put(known_am, lever.cause, 1.0)
        lever.ledger.put(known_pm, lever.cause, 1.0)


def _table_free_work(lever: Lever) -> None:
    account = _account(lever)
    days = lever.ledger.read(account.given) * FREE_WORK_HALVES
    lever.ledger.move(account.given, lever.cause, -days)
    for contact in account.contacts:
        person = lever.scenario.people[contact]
        lever.ledger.move(person.experience, lever.cause, FREE_WORK_EXPERIENCE)
        lever.ledger.move(person.expectation, lever.cause, -FREE_WORK_EXPECTATION * days)


def _repair(lever: Lever) -> None:
    person, ledger = _person(lever), lever.ledger
    gain = recovery(lever.opening.values[person.failures], False)
    ledger.move(person.experience, lever.cause, gain)
    ledger.put(person.silence, lever.cause, 0.0)
    ledger.move(lever.scenario.accounts[person.account].issue, lever.cause, -1.0)


def _renegotiate(lever: Lever) -> None:
    promise = next(p for p in lever.scenario.promises if p.id == lever.move.target)
    moved = lever.opening.values[promise.moved]
    lever.ledger.move(promise.due_week, lever.cause, float(MOVE_DATE_WEEKS))
    lever.ledger.move(promise.moved, lever.cause, 1.0)
    person = lever.scenario.people[promise.to]
    price = MOVE_DATE_CONFIDENCE * (1.0 + 0.5 * moved) * promise.weight
    if person.confidence != NONE:
        lever.ledger.move(person.confidence, lever.cause, price)
    elif person.morale != NONE:
        lever.ledger.move(person.morale, lever.cause, price)


def _talk(lever: Lever) -> None:
    person, ledger = _person(lever), lever.ledger
    recently = lever.opening.values[lever.scenario.week] - lever.opening.neglect.get("talk/" + person.id, -9) <= 2
    ledger.move(person.morale, lever.cause, TALK_CROWDED if recently else TALK_MORALE)
    _tells(lever, person, ledger.read(person.morale), TELLS_FROM_MORALE)


def _warn(lever: Lever) -> None:
    person, ledger, scenario = _person(lever), lever.ledger, lever.scenario
    project = scenario.projects[main_project(scenario, person.account)]
    ledger.put(project.told, lever.cause, float(lever.opening.values[project.status]))
    ledger.put(person.warned, lever.cause, 1.0)
    ledger.put(person.silence, lever.cause, 0.0)
    ledger.move(person.experience, lever.cause, WARN_EXPERIENCE)
    ledger.move(person.confidence, lever.cause, WARN_CONFIDENCE)


def _trade(lever: Lever) -> None:
    task = next(t for t in lever.scenario.tasks if t.id == lever.move.target)
    left = lever.ledger.read(task.work) - lever.ledger.read(task.done) - lever.ledger.read(task.hidden)
    cut = min(left, max(1.0, TRADE_SHARE * lever.ledger.read(task.work)))
    lever.ledger.move(task.work, lever.cause, -max(0.0, cut))
    _feels(lever, lever.scenario.projects[task.project].account, TRADE_EXPERIENCE)


def _assign(lever: Lever) -> None:
    person = _person(lever)
    projects = lever.scenario.projects
    position = next((i for i, p in enumerate(projects) if p.id == lever.move.option), len(projects))
    lever.ledger.put(person.project, lever.cause, float(position))


def _look_into(lever: Lever) -> None:
    scenario, ledger = lever.scenario, lever.ledger
    task = next((t for t in scenario.tasks if t.id == lever.move.target), None)
    if task is not None:
        ledger.move(task.hidden, lever.cause, -LOOK_TASK_FINDS * ledger.read(task.hidden))
        return
    area = area_name(scenario, lever.move.target)
    for risk in scenario.risks:
        if risk.area == area:
            learns(scenario, ledger, lever.seat, risk.known_am, risk.known_pm, lever.cause)
    for truth in scenario.truths:
        if truth.area == area and lever.opening.values[truth.holds]:
            learns(scenario, ledger, lever.seat, truth.known_am, truth.known_pm, lever.cause)
