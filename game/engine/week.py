"""One turn. `start` opens week 1; `advance` lives a week and opens the next. Pure: values in, values out."""

from __future__ import annotations

from game.engine.endings import reach, warn
from game.engine.inbox import open_week
from game.engine.laws import apply_laws, contract, money, risks, work
from game.engine.laws.tick import Tick
from game.engine.ledger import Ledger
from game.engine.legality import check, chosen, decided, seats_of
from game.engine.luck import Luck
from game.engine.model import NONE, NOTHING, Event, Scenario, Seat
from game.engine.moves import ASK_GRANTED, Lever, area_name, make, responsibility_of
from game.engine.outcomes import Stage
from game.engine.state import Answer, Change, Decisions, SeatDecisions, State

DIFFICULTIES = ("guided", "normal", "stormy")
SLACK = {"guided": 0.06, "normal": 0.0, "stormy": -0.05}  # share of budget more or less, of work less or more


def luck_for(scenario: Scenario, seed: int) -> Luck:
    """The luck of a seed for this scenario."""
    return Luck(seed, scenario.weeks + 1, scenario.tables.slots[4])


def start(scenario: Scenario, luck: Luck, seat: Seat, difficulty: str = "normal") -> State:
    """The state at the opening of week 1, truths drawn and the inbox delivered."""
    values = scenario.tables.start.copy()
    for index in scenario.tables.drawn:
        quantity = scenario.quantities[index]
        share = luck.stream("start", quantity.name, 0)
        value = quantity.start_low + (quantity.start_high - quantity.start_low) * share
        values[index] = round(value * quantity.per_unit)
    state = State(seat, difficulty, values)
    values[scenario.both] = 1 if seat is Seat.BOTH else 0
    ledger = Ledger(scenario, values, 0)
    stage = Stage(scenario, values.copy(), ledger, luck, 0)
    for truth in scenario.truths:
        if luck.stream("truth", truth.id, 0) < truth.chance:
            ledger.put(truth.holds, "truth:" + truth.id, 1.0)
            stage.apply(truth.outcome, "truth:" + truth.id, seat)
    for project in scenario.projects:
        ledger.move(project.budget, "law:slack", SLACK[difficulty] * project.start_budget)
    for task in scenario.tasks:
        ledger.move(task.work, "law:slack", -SLACK[difficulty] * task.planned_days)
    for promise in scenario.promises:
        if promise.opens:
            ledger.put(promise.status, "law:start", 1.0)
            ledger.put(promise.due_week, "law:start", float(promise.due))
    ledger.put(scenario.week, "law:week", 1.0)
    ledger.settle()
    _first_forecast(scenario, state, stage)
    state.due = tuple(stage.due)
    state.known_am = state.known_pm = (0, values.copy())
    _deliver(scenario, state, luck, [])
    return state


def _first_forecast(scenario: Scenario, state: State, stage: Stage) -> None:
    """What the numbers one watches say before anything has happened."""
    tick = Tick(scenario, state, stage)
    contract.opening(tick)
    work.forecast(tick)
    money.forecast_cost(tick)
    risks.measure(tick)
    for project in scenario.projects:
        stage.ledger.put(project.estimated, "law:start", 0.0)
    stage.ledger.settle()


def advance(scenario: Scenario, state: State, decisions: Decisions, luck: Luck) -> tuple[State, list[Change]]:
    """Live the open week: answers, moves, late effects, laws; then endings; then open the next week.

    Raises IllegalDecision, in a sentence, for anything `legal` does not list. The state given is not changed.
    """
    check(scenario, state, decisions)
    after = state.copy()
    week = state.values[scenario.week]
    ledger = Ledger(scenario, after.values, week)
    stage = Stage(scenario, state.values, ledger, luck, week)
    _answers(scenario, state, decisions, stage)
    _moves(scenario, state, after, decisions, ledger)
    for due in state.due:
        if due.week == week and due.later is not None:
            stage.apply(due.later.outcome, due.cause, due.seat)
    ledger.settle()
    apply_laws(scenario, after, stage)
    after.due = tuple([d for d in state.due if d.week > week] + stage.due)
    warn(scenario, after, ledger)
    after.reached = reach(scenario, after, week)
    ledger.move(scenario.week, "law:week", 1.0)
    if after.reached is None:
        _deliver(scenario, after, luck, ledger.changes)
    else:
        after.inbox = ()
        work.left_unfinished(Tick(scenario, after, stage))
    return after, ledger.changes


def _answers(scenario: Scenario, state: State, decisions: Decisions, stage: Stage) -> None:
    events = [scenario.events[i] for i in state.inbox]
    for role in (Seat.AM, Seat.PM):
        mine = decided(decisions, Seat.BOTH if state.seat is Seat.BOTH else role)
        for event in events:
            if event.asks is role:
                answer = _answer_to(event, mine)
                if answer is not None and answer.path:
                    learner = Seat.BOTH if state.seat is Seat.BOTH else role
                    stage.choose(event, chosen(event, answer, state.values), learner)
                else:
                    _unanswered(scenario, event, stage)


def _answer_to(event: Event, mine: SeatDecisions) -> Answer | None:
    for answer in mine.answers:
        if answer.event == event.id:
            return answer
    return None


IGNORED_EXPERIENCE = -4.0  # points: somebody asked, nobody answered
IGNORED_MORALE = -3.0


def _unanswered(scenario: Scenario, event: Event, stage: Stage) -> None:
    cause = "ignored:" + event.id
    if event.ignored is not NOTHING:
        stage.apply(event.ignored, cause, Seat.BOTH)
        return
    if event.question.who == NONE:
        return
    person = scenario.people[event.question.who]
    if person.experience != NONE:
        stage.ledger.move(person.experience, cause, IGNORED_EXPERIENCE)
    elif person.morale != NONE:
        stage.ledger.move(person.morale, cause, IGNORED_MORALE)


def _grants(scenario: Scenario, state: State, seat: Seat) -> bool:
    """Whether the colleague in `seat` likes you enough to do what you ask."""
    rapport = scenario.people[scenario.rules(seat).person].rapport
    return state.values[rapport] >= ASK_GRANTED * scenario.quantities[rapport].per_unit


def _failures_of(scenario: Scenario, state: State, person: str) -> int:
    """How often somebody has been let down so far."""
    return next(state.values[p.failures] for p in scenario.people if p.id == person)


def _moves(scenario: Scenario, state: State, after: State, decisions: Decisions, ledger: Ledger) -> None:
    week = state.values[scenario.week]
    asked = {Seat.AM: "", Seat.PM: ""}
    for seat in seats_of(state):
        moves = decided(decisions, seat).moves
        for move in moves:
            cause = f"move:{move.kind}/{move.target}" if move.target else f"move:{move.kind}"
            make(Lever(scenario, state, ledger, seat, move, cause))
            after.neglect[responsibility_of(move.kind, seat)] = week
            if move.kind == "talk":
                after.neglect["talk/" + move.target] = week
            if move.kind == "look_into":
                after.neglect["look/" + area_name(scenario, move.target)] = week
            if move.kind == "repair":
                after.neglect["repaired/" + move.target] = _failures_of(scenario, state, move.target)
            if move.kind == "trade":
                after.neglect["trade"] = week
            if move.kind == "sync":
                after.known_am = after.known_pm = (week, after.values)  # as they stand when the week is over
                other = Seat.PM if seat is Seat.AM else Seat.AM
                asked[other] = move.option if _grants(scenario, state, other) else ""
        if seat is Seat.PM:
            after.standing_pm = moves
        else:
            after.standing_am = moves
    after.asked_am, after.asked_pm = asked[Seat.AM], asked[Seat.PM]


def _deliver(scenario: Scenario, state: State, luck: Luck, changes: list[Change]) -> None:
    """Open the week's inbox and note when each event was last delivered."""
    open_week(scenario, state, luck)
    week = state.values[scenario.week]
    ledger = Ledger(scenario, state.values, week)
    for index in state.inbox:
        event = scenario.events[index]
        ledger.put(event.seen, "event:" + event.id, float(week))
    changes.extend(ledger.changes)
