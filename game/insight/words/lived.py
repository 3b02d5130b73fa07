"""One lived week as one seat sees it, and the things one would tell of it."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.luck import Luck
from game.engine.model import NONE, Scenario, Seat, Task
from game.engine.play import Play
from game.engine.scores import milestone_week, number
from game.engine.view import View, observe
from game.insight.words.amounts import change_of, value_of
from game.insight.words.causes import NAMELESS, CauseWords
from game.insight.words.figures import NEVER
from game.insight.words.ledger import parts_of
from game.insight.words.quantities import trust_of

NOTICED = 0.5  # points from which it is said that trust and satisfaction went two ways
VAGUE = 0.4  # what a cause nobody would name counts beside another


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

    def felt(self, quantity: int) -> bool:
        """Whether this seat sees a number, or where it shows: what clients live through, in how content they are."""
        person = self.scenario.tables.feelings[quantity]
        who = None if person == NONE else self.scenario.people[person]
        return self.sees(who.satisfaction if who is not None and quantity == who.experience else quantity)

    def became(self, quantity: int) -> int:
        """The value a whole number changed to this week, or NONE if it did not change or is not seen."""
        return round(self.value(quantity)) if self.change(quantity) != 0.0 else NONE

    def cause(self, quantity: int, direction: float) -> CauseWords | None:
        """The largest cause that moved a number in this direction; one people would name before one they would not."""
        best: CauseWords | None = None
        size = 0.0
        for part in parts_of(self.play, self.week, quantity, self.view):
            pull = abs(part.grains) * (VAGUE if part.words.key in NAMELESS else 1.0)
            if part.grains * direction > 0.0 and pull > size:
                best, size = part.words, pull
        return best


def torn(lived: Week, person: int) -> str:
    """The kind of headline about a client who trusts us more and is less content, or the other way round; else ""."""
    trust, felt = lived.change(trust_of(person)), lived.change(lived.scenario.people[person].satisfaction)
    if trust * felt >= 0.0 or min(abs(trust), abs(felt)) < NOTICED:
        return ""
    return "less_content" if trust > 0.0 else "less_trusting"


def date_felt(lived: Week, person: int) -> str:
    """What the date is to a client: live (the work is there), past (it should be), or told (it is to come)."""
    for project in lived.scenario.projects:
        if project.account == lived.scenario.people[person].account:
            if lived.play.states[lived.week].values[project.delivered]:
                return "live"
            return "past" if lived.week > project.due else "told"
    return "told"


def undated(lived: Week, forecast: int) -> bool:
    """Whether a date was out of sight on Monday or is on Friday, so that it moved by no number of days."""
    now = lived.value(forecast)
    return max(now, now - lived.change(forecast)) >= NEVER


def milestone_met(lived: Week, task: Task, state: int) -> bool:
    """Whether a milestone was done, or was expected to be, in the week it was planned for."""
    values = lived.play.states[state].values
    when = float(values[task.finished]) or number(lived.scenario, values, task.forecast)
    return when <= milestone_week(task)
