"""What a choice, a risk that strikes or a late consequence does: effects, promises, follow-ups, branches of luck."""

from __future__ import annotations

from game.engine.ledger import Ledger
from game.engine.luck import Luck
from game.engine.model import NONE, Choice, Event, Outcome, Scenario, Seat
from game.engine.state import Due


class Stage:
    """One stage of a week: amounts are judged on `opening`, lines go to `ledger`, late things to `due`."""

    def __init__(self, scenario: Scenario, opening: list[int], ledger: Ledger, luck: Luck, week: int) -> None:
        self.scenario = scenario
        self.opening = opening
        self.ledger = ledger
        self.luck = luck
        self.week = week
        self.due: list[Due] = []

    def choose(self, event: Event, way: tuple[Choice, ...], seat: Seat) -> None:
        """Everything along the path of one answer."""
        path = event.id
        for choice in way:
            path += "/" + choice.id
            cause = "choice:" + path
            if choice.taken != NONE:
                self.ledger.put(choice.taken, cause, 1.0)
            self.apply(choice.outcome, cause, seat)
            if choice.takes or len(way) > 1:
                self._meet(event.question.who, choice, cause)

    def _meet(self, sender: int, choice: Choice, cause: str) -> None:
        """A talk, or an answer one gives a move to, ends the silence with who asked and who replies."""
        self._in_touch(sender, cause)
        for speaker, _ in replies(choice.outcome, self.opening, self.luck, self.week):
            self._in_touch(speaker, cause)

    def _in_touch(self, person: int, cause: str) -> None:
        if person != NONE and self.scenario.people[person].silence != NONE:
            self.ledger.put(self.scenario.people[person].silence, cause, 0.0)

    def apply(self, outcome: Outcome, cause: str, seat: Seat, scale: float = 1.0) -> None:
        """Write an outcome's lines (times `scale`: a mitigated blow is smaller) and queue what comes later."""
        for effect in outcome.effects:
            amount = effect.amount.value(self.opening)
            if effect.sets:
                self.ledger.put(effect.quantity, cause, amount)
            else:
                self.ledger.move(effect.quantity, cause, amount * scale)
        for made in outcome.promises:
            self._promise(made.promise, NONE if made.due is None else round(made.due.value(self.opening)), cause)
        if outcome.follow or outcome.later:
            self._queue(outcome, cause, seat)
        if outcome.branch is not None:
            taken = branch_taken(outcome, self.opening, self.luck, self.week)
            self.apply(outcome.branch.then if taken else outcome.branch.other, cause, seat, scale)

    def _queue(self, outcome: Outcome, cause: str, seat: Seat) -> None:
        origin = cause if "@" in cause else f"{cause}@{self.week}"
        for weeks, event in outcome.follow:
            self.due.append(Due(self.week + weeks, origin, event, None, seat))
        for later in outcome.later:
            late = "later:" + origin.split(":", 1)[1]
            self.due.append(Due(self.week + later.weeks, late, NONE, later, seat))

    def _promise(self, index: int, due: int, cause: str) -> None:
        promise = self.scenario.promises[index]
        self.ledger.put(promise.status, cause, 1.0)
        self.ledger.put(promise.due_week, cause, float(promise.due if due == NONE else due))
        self.ledger.put(promise.made, cause, float(self.week))


def branch_taken(outcome: Outcome, values: list[int], luck: Luck, week: int) -> bool:
    """Which way an outcome's branch goes in this week's luck."""
    branch = outcome.branch
    if branch is None:
        return False
    number = branch.test.value(values)
    if not branch.is_chance:
        return number != 0.0
    return luck.stream("branch", branch.key, week) < number


def replies(outcome: Outcome, values: list[int], luck: Luck, week: int) -> tuple[tuple[int, str], ...]:
    """What people say at once to a choice: its own reply, then the one of the branch that happened."""
    found = outcome.reply
    if outcome.branch is not None:
        taken = branch_taken(outcome, values, luck, week)
        found += replies(outcome.branch.then if taken else outcome.branch.other, values, luck, week)
    return found
