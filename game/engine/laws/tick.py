"""What every law of one week is handed."""

from __future__ import annotations

from game.engine.ledger import Ledger
from game.engine.luck import Luck
from game.engine.model import Person, Scenario
from game.engine.outcomes import Stage
from game.engine.state import State


class Crew:
    """Who works on a project in a week: people, the shares of their week they give, full-time heads, and their days."""

    def __init__(self) -> None:
        self.people: list[Person] = []
        self.shares: list[float] = []
        self.new = self.experienced = 0.0
        self.days: list[float] = []  # productive ones, but for what waiting and ...
        self.together = 1.0  # ... working uncoordinated cost
        self.able: list[list[int]] = []  # for each task, who of them has its skill


class Perception:
    """What a client sees in a week: (cause, points above or below a neutral service), and where all of it leads."""

    def __init__(self, terms: list[tuple[str, float]], felt: float) -> None:
        self.terms = terms
        self.felt = felt


class Tick:
    """The scenario, the state being lived, the ledger, the week's luck, and a few readings laws share."""

    def __init__(self, scenario: Scenario, state: State, stage: Stage) -> None:
        self.scenario = scenario
        self.state = state
        self.values = state.values
        self.tables = scenario.tables
        self.per_unit = scenario.tables.per_unit
        self.plans = scenario.tables.plans
        self.ties = scenario.tables.ties
        self.everywhere = len(scenario.projects)  # the project of somebody who is split between all of them
        self.ledger: Ledger = stage.ledger
        self.luck: Luck = stage.luck
        self.stage = stage
        self.week = stage.week
        values = state.values
        self.team = [m.person for m in scenario.tables.team if values[m.person.gone] == 0]
        self.crews: dict[int, Crew] = {}  # by project; kept by the laws of work
        self.last_weeks: dict[int, float] = {}  # by project that gets done: the share of the week until then
        self.perceptions: list[Perception] = []  # filled by the client's laws
        self.clients = [c for c in scenario.tables.clients if values[c.account.signed] != 2]

    def read(self, quantity: int) -> float:
        """A quantity's value now, in its unit."""
        return self.values[quantity] / self.per_unit[quantity]

    def neglected(self, *responsibilities: str) -> int:
        """Weeks since the last move for any of these; a start counts as one."""
        last = 0
        for name in responsibilities:
            served = self.state.neglect.get(name, 0)
            if served > last:
                last = served
        return self.week - last

    def project_of(self, account: int) -> int:
        """The first project of an account, or NONE."""
        return self.tables.project_of[account]

    def working_on(self, person: Person, project: int) -> float:
        """The share of a person's week that goes to a project: 0, 1, or a part where they are split."""
        at = self.values[person.project]
        if at == project:
            return 1.0
        if at == self.everywhere:
            going = self.going()
            return 1.0 / going if going and self.values[self.scenario.projects[project].delivered] == 0 else 0.0
        return 0.0

    def projects_of(self, person: Person) -> int:
        """How many projects a person is switching between."""
        at = self.values[person.project]
        if 0 <= at < self.everywhere:
            return 1
        return self.going() if at == self.everywhere else 0

    def going(self) -> int:
        """How many projects are under way."""
        count = 0
        for project in self.scenario.projects:
            count += 1 if self.values[project.delivered] == 0 else 0
        return count

    # ---- luck: one slot of the fixed block each --------------------------------------------------------------
    def luck_of_person(self, person: Person) -> float:
        return self.luck.law(self.week, self.tables.position[person.id])

    def luck_of_risk(self, risk: int) -> float:
        return self.luck.law(self.week, self.tables.slots[0] + 2 * risk)

    def luck_of_account(self, account: int, which: int) -> float:
        return self.luck.law(self.week, self.tables.slots[1] + 2 * account + which)

    def luck_of_offer(self, offer: int, which: int) -> float:
        return self.luck.law(self.week, self.tables.slots[2] + 2 * offer + which)

    def luck_of_project(self, project: int, which: int) -> float:
        return self.luck.law(self.week, self.tables.slots[3] + 2 * project + which)
