"""What a week brought that nobody ordered: risks that struck, things found out, late consequences that came about."""

from __future__ import annotations

from game.engine.model import NONE, Choice, Outcome, Risk, Scenario, Seat, Truth
from game.engine.outcomes import branch_taken
from game.engine.state import Answer
from game.insight.words.causes import CauseWords, cause_words, choices_on, softened
from game.insight.words.figures import percent
from game.insight.words.fill import substitute
from game.insight.words.lived import Beat, Week
from game.insight.words.people import first_name
from game.insight.words.quantities import owner_id, trust_of
from game.insight.words.risks import chance_left

MUCH = {"points": 4.0, "days": 3.0, "share": 0.04, "money": 3000.0}  # what people would call much
ANYBODY = -9  # no person is named yet


def surprises(lived: Week, found: list[Beat]) -> None:
    told: list[str] = []
    for truth in lived.scenario.truths:
        learnt = _learnt(lived, truth.known_am, truth.known_pm)
        if learnt is not None and lived.play.states[lived.week].values[truth.holds]:
            told.append(truth.area)
            text = substitute(truth.tells, lived.scenario, lived.week)
            group = "account" if lived.viewer is Seat.AM else "project"
            heard = _told_by_who_asked(lived, learnt, truth)
            kind, weight = ("truth_told", 9.0) if heard else ("truth", 27.0)
            found.append(Beat(kind, group, weight, softened(truth.area), NONE, NONE, 1.0, learnt, text))
    for risk in lived.scenario.risks:
        name = f"“{softened(risk.name)}”"
        struck = any(cause == "risk:" + risk.id for _w, _q, cause, _a in lived.changes)
        if struck:
            text = substitute(risk.outcome.tells, lived.scenario, lived.week)
            spared = lived.value(risk.mitigated) if lived.sees(risk.mitigated) else 0.0
            quantity, change = _most_moved(lived, "risk:" + risk.id)
            found.append(Beat("struck", "project", 30.0, name, NONE, quantity, change, None, text, spared))
            continue
        learnt = _learnt(lived, risk.known_am, risk.known_pm)
        same = risk.area in told  # a truth found in the same place says it, and more
        if learnt is not None and not same and not lived.play.states[lived.week - 1].values[risk.struck]:
            talked = learnt.key == "move:sync"
            weight = 4.0 if "risk" in told else 8.0 if talked else 15.0
            told.append("risk")
            harmless = risk.hazard.value(lived.play.states[lived.week].values) <= 0.0
            kind = "risk_harmless" if harmless else "risk_told" if talked else "risk_found"
            weight = min(weight, 6.0) if harmless else weight
            found.append(Beat(kind, "project", weight, name, NONE, NONE, 1.0, learnt, _may_come(lived, risk)))


def _told_by_who_asked(lived: Week, learnt: CauseWords, truth: Truth) -> bool:
    """Whether a question to the reader told it already: every answer to that leaves one knowing."""
    event, way = choices_on(lived.scenario, learnt.key.partition(":")[2])
    if event is None or not way or lived.viewer not in (event.asks, Seat.BOTH):
        return False
    known = (truth.known_am, truth.known_pm)
    return all(any(effect.quantity in known for effect in choice.outcome.effects) for choice in event.question.choices)


def _may_come(lived: Week, risk: Risk) -> str:
    """When a danger may come, and how likely, for who has just come to know of it: a name alone says neither."""
    values = lived.play.states[lived.week].values
    first, chance = max(risk.first_week, lived.week + 1), chance_left(risk, values, lived.view.known(risk.mitigated))
    if first > risk.last_week or chance <= 0.0:
        return ""
    until = f" to {risk.last_week}" if first < risk.last_week else ""
    return f"It may come in week{'s' if until else ''} {first}{until}: {percent(chance)} a week"


def _learnt(lived: Week, known_am: int, known_pm: int) -> CauseWords | None:
    """How this seat came to know something this week, or None; who sits in both seats learns it once."""
    before = lived.play.states[lived.week - 1].values
    if any(lived.sees(known) and before[known] for known in (known_am, known_pm)):
        return None
    for _week, quantity, cause, amount in lived.changes:
        if quantity in (known_am, known_pm) and amount > 0 and lived.sees(quantity):
            return cause_words(lived.view, cause)
    return None


def _most_moved(lived: Week, cause: str, named: int = ANYBODY) -> tuple[int, float]:
    """The visible number a cause moved most, measured in what people would call much.

    `named` leaves out the moods of everybody else: of all people, where nobody is named.
    """
    best, size, change = NONE, 0.0, 0.0
    own = [p.rapport for p in lived.scenario.people if p.seat is not None and lived.viewer in (p.seat, Seat.BOTH)]
    for _week, quantity, line, grains in lived.changes:
        rule = lived.scenario.quantities[quantity]
        if line != cause or rule.unit not in MUCH or not lived.sees(quantity) or quantity in own:
            continue
        if (
            named != ANYBODY
            and rule.kind in ("client", "team", "house")
            and not _is_of(lived.scenario, named, quantity)
        ):
            continue
        amount = grains / rule.per_unit
        if abs(amount) / MUCH[rule.unit] > size:
            best, size, change = quantity, abs(amount) / MUCH[rule.unit], amount
    for index, person in enumerate(lived.scenario.people):
        if best != NONE and best in (person.confidence, person.relationship):
            return trust_of(index), change
    return best, change


def _is_of(scenario: Scenario, person: int, quantity: int) -> bool:
    return person != NONE and owner_id(scenario, quantity) == scenario.people[person].id


def tells(lived: Week, found: list[Beat]) -> None:
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


def _mostly_by(lived: Week, quantity: int, change: float, words: CauseWords) -> bool:
    """Whether nothing moved a number more than this cause, and it went the way this cause pulled."""
    most = lived.cause(quantity, change) if lived.change(quantity) * change > 0.0 else None
    return most is not None and (most.key, most.origin) == (words.key, words.origin)


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
    heard = _most_moved(lived, cause)[0] != NONE
    words = cause_words(lived.view, cause)
    told: Outcome | None = outcome
    while told is not None and (mine or heard):
        if told.tells:
            text = substitute(told.tells, lived.scenario, lived.week)
            named = mentioned(lived.scenario, text)
            quantity, change = _most_moved(lived, cause, named)
            if quantity != NONE and not _mostly_by(lived, quantity, change, words):  # the chip is somebody else’s doing
                quantity, change = NONE, 0.0
            group, weight = _group(lived, named, quantity), 21.0 if words.origin else 17.0
            found.append(Beat("tells", group, weight, "", named, quantity, change, words, text))
        taken = branch_taken(told, values, lived.luck, lived.week)
        told = None if told.branch is None else told.branch.then if taken else told.branch.other


def mentioned(scenario: Scenario, text: str) -> int:
    """The first person a sentence names, or NONE."""
    best, found = len(text), NONE
    for index, person in enumerate(scenario.people):
        for name in (first_name(person), person.name.split()[-1]):  # Arun, or Mr Pillai
            place = _place_of(text, name)
            if 0 <= place < best:
                best, found = place, index
    return found


def _place_of(text: str, name: str) -> int:
    """Where a name stands as a word of its own, or -1."""
    place = text.find(name)
    while place >= 0:
        after = text[place + len(name) : place + len(name) + 1]
        if not after.isalnum() and not text[:place][-1:].isalnum():
            return place
        place = text.find(name, place + 1)
    return -1


def _group(lived: Week, named: int, quantity: int) -> str:
    """Whoever is named decides; else what moved, unless it is somebody’s mood; else the side that reads."""
    if named != NONE:
        return "client" if lived.scenario.people[named].side == "client" else "team"
    kind = "" if quantity < 0 else lived.scenario.quantities[quantity].kind
    if kind == "account":
        return "account"
    if kind in ("project", "task", "risk"):
        return "project"
    return "account" if lived.viewer is Seat.AM else "project"
