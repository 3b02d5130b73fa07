"""What happened in a week that one would mention, as facts: whom it concerns, how much, why. Sentences come later."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.luck import Luck
from game.engine.model import NONE, Choice, Outcome, Person, Scenario, Seat
from game.engine.outcomes import branch_taken
from game.engine.play import Play
from game.engine.state import Answer
from game.engine.view import View, observe
from game.insight.words.causes import CauseWords, cause_words, choices_on
from game.insight.words.feeds import work_moved
from game.insight.words.fill import substitute
from game.insight.words.ledger import change_of, parts_of, value_of
from game.insight.words.people import first_name
from game.insight.words.quantities import trust_of, trusting

OPEN, KEPT, EXCEEDED, BROKEN, RELEASED = 1, 2, 3, 4, 5


@dataclass(frozen=True)
class Beat:
    """One thing to tell. `quantity` opens its explanation (NONE: nothing to open); `weight` is how much it matters."""

    kind: str
    group: str  # client, team, project, account
    weight: float
    subject: str
    person: int = NONE
    quantity: int = NONE
    change: float = 0.0
    cause: CauseWords | None = None
    detail: str = ""
    value: float = 0.0


class Week:
    """One lived week as one seat sees it."""

    def __init__(self, play: Play, week: int, viewer: Seat) -> None:
        self.play = play
        self.scenario: Scenario = play.scenario
        self.week = week
        self.viewer = viewer
        self.view: View = observe(play.scenario, play.states[week], viewer)
        self.changes = play.weeks[week - 1].changes
        self.luck: Luck = play.luck

    def change(self, quantity: int) -> float:
        """How much a number changed, 0 where this seat does not see it."""
        return change_of(self.play, self.week, quantity) if self.sees(quantity) else 0.0

    def value(self, quantity: int) -> float:
        """A number after the week."""
        return value_of(self.play, self.week, quantity)

    def sees(self, quantity: int) -> bool:
        """Whether this seat sees a number live (trust: everybody does)."""
        return quantity <= trust_of(0) or (quantity != NONE and self.view.live(quantity))

    def became(self, quantity: int) -> int:
        """The value a whole number changed to this week, or NONE if it did not change or is not seen."""
        return round(self.value(quantity)) if self.change(quantity) != 0.0 else NONE

    def cause(self, quantity: int, direction: float) -> CauseWords | None:
        """The largest cause that moved a number in this direction."""
        for part in parts_of(self.play, self.week, quantity, self.view):
            if part.grains * direction > 0.0:
                return part.words
        return None


def beats(play: Play, week: int, viewer: Seat) -> list[Beat]:
    """Everything worth a mention in a lived week, most important first."""
    lived = Week(play, week, viewer)
    found: list[Beat] = []
    _people(lived, found)
    _accounts(lived, found)
    _offers(lived, found)
    _promises(lived, found)
    _projects(lived, found)
    _surprises(lived, found)
    _tells(lived, found)
    found.sort(key=lambda beat: -beat.weight)
    return found


def _people(lived: Week, found: list[Beat]) -> None:
    for index, person in enumerate(lived.scenario.people):
        if person.side == "client":
            _client(lived, index, person, found)
        elif person.side == "team":
            _team(lived, index, person, found)
        elif person.rapport != NONE and person.seat is not lived.viewer and lived.viewer is not Seat.BOTH:
            change = lived.change(person.rapport)
            if abs(change) >= 1.5:
                cause = lived.cause(person.rapport, change)
                name = first_name(person)
                found.append(Beat("colleague", "team", abs(change), name, index, person.rapport, change, cause))


def _client(lived: Week, index: int, person: Person, found: list[Beat]) -> None:
    account = lived.scenario.accounts[person.account]
    if round(lived.value(account.signed)) == 2:
        return
    trust = trust_of(index)
    quantity, change = trust, lived.change(trust)
    felt = lived.change(person.satisfaction)
    if abs(felt) > abs(change):
        quantity, change = person.satisfaction, felt
    if abs(change) >= 0.7:
        weight = abs(change) * (0.6 + 0.2 * person.influence) * (1.0 if account.main else 0.7)
        cause = lived.cause(quantity, change)
        silent = lived.value(person.silence)
        name = first_name(person)
        found.append(Beat("client", "client", weight, name, index, quantity, change, cause, account.name, silent))


def _team(lived: Week, index: int, person: Person, found: list[Beat]) -> None:
    name = first_name(person)
    if lived.became(person.gone) == 1:
        found.append(Beat("resigned", "team", 45.0, name, index, NONE, -1.0, lived.cause(person.gone, 1.0)))
        return
    if lived.value(person.gone) or not lived.sees(person.morale):
        return
    change, tired = lived.change(person.morale), 100.0 * lived.change(person.fatigue)
    if abs(change) >= 1.0 and abs(change) >= abs(tired):
        cause = lived.cause(person.morale, change)
        hours = lived.value(person.hours)
        found.append(Beat("team", "team", abs(change), name, index, person.morale, change, cause, "", hours))
    elif abs(tired) >= 1.2:
        cause = lived.cause(person.fatigue, tired)
        weight = abs(tired) if tired > 0.0 else 0.5 * abs(tired)
        hours = lived.value(person.hours)
        found.append(Beat("tired", "team", weight, name, index, person.fatigue, tired, cause, "", hours))


def _accounts(lived: Week, found: list[Beat]) -> None:
    for account in lived.scenario.accounts:
        signed = lived.became(account.signed)
        lost_kind = "lost" if account.main else "left"
        if signed in (1, 2):
            kind = "renewed" if signed == 1 else lost_kind
            weight = 50.0 if account.main else 34.0
            found.append(Beat(kind, "account", weight, account.name, NONE, account.renewal_chance, float(signed)))
            continue
        change = 100.0 * lived.change(account.renewal_chance)
        if abs(change) >= 1.5 and round(lived.value(account.signed)) == 0:
            weight = 0.6 * abs(change) * (1.0 if account.main else 0.5)
            value = lived.value(account.renewal_chance)
            found.append(
                Beat("renewal", "account", weight, account.name, NONE, account.renewal_chance, change, None, "", value)
            )
        sold = lived.change(account.upsell)
        if sold and not _offer_won(lived, account.upsell):
            cause = lived.cause(account.upsell, sold)
            found.append(Beat("sold", "account", 12.0, account.name, NONE, account.upsell, sold, cause))
        given = lived.change(account.credits)
        if given >= 0.005 * account.base_value:
            cause = lived.cause(account.credits, given)
            found.append(Beat("credit", "account", 9.0, account.name, NONE, account.credits, given, cause))
        issue = lived.change(account.issue)
        if issue:
            kind = "complaint" if issue > 0.0 else "settled"
            cause = lived.cause(account.issue, issue)
            found.append(Beat(kind, "account", 16.0, account.name, NONE, account.issue, issue, cause))


def _offer_won(lived: Week, upsell: int) -> bool:
    return any(q == upsell and cause.startswith("law:offer/") for _w, q, cause, _a in lived.changes)


def _offers(lived: Week, found: list[Beat]) -> None:
    for offer in lived.scenario.offers:
        status = lived.became(offer.status)
        account = lived.scenario.accounts[offer.account]
        if status == 2:
            quantity, text = account.upsell, f"{offer.value}"
            found.append(Beat("won", "account", 26.0, offer.name, NONE, quantity, offer.value, None, text, offer.value))
        elif status == 3:
            found.append(Beat("declined", "account", 13.0, offer.name, NONE, account.pipeline, 0.0, None, account.name))


def _promises(lived: Week, found: list[Beat]) -> None:
    kinds = {OPEN: ("made", 7.0), KEPT: ("kept", 22.0), EXCEEDED: ("exceeded", 23.0), BROKEN: ("broken", 32.0)}
    for promise in lived.scenario.promises:
        person = lived.scenario.people[promise.to]
        name, text = first_name(person), substitute(promise.text, lived.scenario).removesuffix(".")
        quantity = trust_of(promise.to) if person.side == "client" else person.morale
        status = lived.became(promise.status)
        change = lived.change(quantity) if quantity != NONE else 0.0
        due = lived.value(promise.due_week)
        group = "client" if person.side == "client" else "team"
        if status in kinds:
            kind, weight = kinds[status]
        elif status == RELEASED:
            kind, weight = "released", 7.0
        elif lived.change(promise.moved) > 0.0:
            kind, weight = "moved", 9.0
        else:
            continue
        words = cause_words(lived.view, "promise:" + promise.id)
        found.append(Beat(kind, group, weight, name, promise.to, quantity, change, words, text, due))


def _projects(lived: Week, found: list[Beat]) -> None:
    for project in lived.scenario.projects:
        delivered = lived.became(project.delivered)
        if delivered > 0:
            late = float(delivered - project.due)
            kind = "delivered_late" if late > 0.0 else "delivered"
            quantity = project.forecast if lived.sees(project.forecast) else NONE
            found.append(Beat(kind, "project", 42.0, project.name, NONE, quantity, late, None, "", float(delivered)))
        told = lived.change(project.told)
        if told and any(cause.startswith("law:found_out") for _w, q, cause, _a in lived.changes if q == project.told):
            level = ("green", "amber", "red")[min(2, max(0, round(lived.value(project.told))))]
            found.append(Beat("found_out", "client", 34.0, project.name, NONE, NONE, told, None, level))
        if lived.sees(project.forecast) and round(lived.value(project.delivered)) == 0:
            _forecast(lived, project.forecast, project.name, float(project.due), found)
            over = lived.value(project.forecast_cost) - lived.value(project.budget)
            change = lived.change(project.forecast_cost) - lived.change(project.budget)
            if abs(change) >= 0.025 * project.start_budget and lived.week > 1:
                weight = 60.0 * abs(change) / project.start_budget
                quantity = project.forecast_cost
                found.append(Beat("cost", "project", weight, project.name, NONE, quantity, change, None, "", over))
    for task in lived.scenario.tasks:
        finished = lived.became(task.finished)
        if finished > 0 and round(lived.value(lived.scenario.projects[task.project].delivered)) != lived.week:
            weight = 6.0 if task.milestone else 3.0
            late = finished - task.planned_end
            found.append(Beat("task_done", "project", weight, task.name, NONE, NONE, late))
        elif finished == 0:
            found.append(Beat("reopened", "project", 8.0, task.name, NONE, task.forecast, -1.0))


def _forecast(lived: Week, quantity: int, name: str, due: float, found: list[Beat]) -> None:
    days = 5.0 * lived.change(quantity)
    finish = lived.value(quantity)
    weight = 1.1 * abs(days) if lived.week > 1 else 0.4 * abs(days)  # the first week's estimate is only calibration
    weight = min(20.0, weight) if abs(days) >= 1.0 else 0.2
    project = next(p for p in lived.scenario.projects if p.forecast == quantity)
    why = work_moved(lived.play, lived.week, lived.view, project, days)
    detail = why[0] if why else ""
    found.append(Beat("forecast", "project", weight, name, NONE, quantity, days, None, detail, finish - due))


def _surprises(lived: Week, found: list[Beat]) -> None:
    told: list[str] = []
    for truth in lived.scenario.truths:
        learnt = _learnt(lived, truth.known_am, truth.known_pm)
        if learnt is not None and lived.play.states[lived.week].values[truth.holds]:
            told.append(truth.area)
            text = substitute(truth.tells, lived.scenario, lived.week)
            found.append(
                Beat(
                    "truth",
                    "account" if lived.viewer is Seat.AM else "project",
                    27.0,
                    "",
                    NONE,
                    NONE,
                    1.0,
                    learnt,
                    text,
                )
            )
    for risk in lived.scenario.risks:
        struck = any(cause == "risk:" + risk.id for _w, _q, cause, _a in lived.changes)
        if struck:
            text = substitute(risk.outcome.tells, lived.scenario, lived.week)
            spared = lived.value(risk.mitigated) if lived.sees(risk.mitigated) else 0.0
            quantity, change = _most_moved(lived, "risk:" + risk.id)
            found.append(Beat("struck", "project", 30.0, risk.name, NONE, quantity, change, None, text, spared))
            continue
        learnt = _learnt(lived, risk.known_am, risk.known_pm)
        if learnt is not None and not lived.play.states[lived.week - 1].values[risk.struck]:
            weight = 5.0 if risk.area in told else 15.0
            found.append(Beat("risk_found", "project", weight, risk.name, NONE, NONE, 1.0, learnt, risk.area))


def _learnt(lived: Week, known_am: int, known_pm: int) -> CauseWords | None:
    """How this seat came to know something this week, or None."""
    for _week, quantity, cause, amount in lived.changes:
        if quantity in (known_am, known_pm) and amount > 0 and lived.sees(quantity):
            return cause_words(lived.view, cause)
    return None


def _most_moved(lived: Week, cause: str) -> tuple[int, float]:
    """The visible number a cause moved most, measured in what people would call much."""
    best, size, change = NONE, 0.0, 0.0
    much = {"points": 4.0, "days": 3.0, "share": 0.04, "money": 3000.0}
    for _week, quantity, line, grains in lived.changes:
        rule = lived.scenario.quantities[quantity]
        if line != cause or rule.unit not in much or not lived.sees(quantity):
            continue
        amount = grains / rule.per_unit
        if abs(amount) / much[rule.unit] > size:
            best, size, change = quantity, abs(amount) / much[rule.unit], amount
    for index, person in enumerate(lived.scenario.people):
        if best != NONE and best in (person.confidence, person.relationship):
            return trust_of(index), change
    return best, change


def _tells(lived: Week, found: list[Beat]) -> None:
    """Lines the author wrote for answers and for late consequences that came about this week."""
    before = lived.play.states[lived.week - 1]
    for due in before.due:
        if due.week != lived.week or due.later is None:
            continue
        mine = lived.viewer is Seat.BOTH or due.seat in (lived.viewer, Seat.BOTH)
        _tell(lived, due.later.outcome, due.cause, mine, found)
    decisions = lived.play.weeks[lived.week - 1].decisions
    for seat, answers in ((Seat.AM, decisions.am.answers), (Seat.PM, decisions.pm.answers)):
        mine = lived.viewer in (seat, Seat.BOTH)
        for answer in answers:
            for path, choice in _steps(lived.scenario, answer):
                _tell(lived, choice.outcome, "choice:" + path, mine, found)


def _steps(scenario: Scenario, answer: Answer) -> list[tuple[str, Choice]]:
    path = answer.event
    steps: list[tuple[str, Choice]] = []
    for choice in choices_on(scenario, "/".join((answer.event, *answer.path)))[1]:
        path += "/" + choice.id
        steps.append((path, choice))
    return steps


def _tell(lived: Week, outcome: Outcome, cause: str, mine: bool, found: list[Beat]) -> None:
    """What others set going is told only where this seat sees it move something."""
    values = lived.play.states[lived.week - 1].values
    quantity, change = _most_moved(lived, cause)
    heard = quantity != NONE
    if heard and lived.change(quantity) * change <= 0.0:  # something else moved it further the other way
        quantity, change = NONE, 0.0
    words = cause_words(lived.view, cause)
    told: Outcome | None = outcome
    while told is not None and (mine or heard):
        if told.tells:
            text = substitute(told.tells, lived.scenario, lived.week)
            group = _group(lived.scenario, quantity)
            weight = 21.0 if words.origin else 17.0
            found.append(
                Beat("tells", group, weight, "", _person(lived.scenario, quantity), quantity, change, words, text)
            )
        taken = branch_taken(told, values, lived.luck, lived.week)
        told = None if told.branch is None else told.branch.then if taken else told.branch.other


def _group(scenario: Scenario, quantity: int) -> str:
    if quantity <= trust_of(0):
        return "client"
    if quantity == NONE:
        return "account"
    kind = scenario.quantities[quantity].kind
    return kind if kind in ("client", "team", "account") else "team" if kind == "house" else "project"


def _person(scenario: Scenario, quantity: int) -> int:
    if quantity <= trust_of(0):
        return trusting(quantity)
    for index, person in enumerate(scenario.people):
        if quantity != NONE and quantity in (person.satisfaction, person.morale, person.fatigue, person.rapport):
            return index
    return NONE
