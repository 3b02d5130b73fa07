"""What every week looks up in the rules, worked out once."""

from __future__ import annotations

from game.engine.entities import Project, Rules
from game.engine.vocabulary import NONE


class Plan:
    """A project's tasks side by side, in file order."""

    def __init__(self, scenario: Rules, project: Project) -> None:
        mine = project.tasks
        self.tasks = [scenario.tasks[i] for i in mine]
        self.skills = [task.skill for task in self.tasks]
        # for each task, the positions of those it waits for
        self.waits = [tuple([mine.index(before) for before in t.after if before in mine]) for t in self.tasks]


class Tables:
    """What every week looks up in the rules, worked out once."""

    def __init__(self, scenario: Rules) -> None:
        self.per_unit = [q.per_unit for q in scenario.quantities]
        self.low = [round(q.low * q.per_unit) for q in scenario.quantities]  # in grains
        self.high = [round(q.high * q.per_unit) for q in scenario.quantities]
        self.plans = [Plan(scenario, project) for project in scenario.projects]
        self.clients = [p for p in scenario.people if p.side == "client"]
        self.team = [p for p in scenario.people if p.side == "team"]
        self.weeks = [self._coming(scenario, week) for week in range(scenario.weeks + 2)]
        self.slots = self._law_slots(scenario)
        self.position = {person.id: position for position, person in enumerate(scenario.people)}
        # by account, the first project; one more at the end, for people of no account (NONE)
        self.project_of = [self._project_of(scenario, account) for account in range(len(scenario.accounts))] + [NONE]
        self.feelings = self._feelings(scenario)
        self.start = [round(q.start_low * q.per_unit) for q in scenario.quantities]  # in grains
        self.drawn = [i for i, q in enumerate(scenario.quantities) if q.start_high != q.start_low]
        self.quiet = [i for i, event in enumerate(scenario.events) if event.builtin]

    def _law_slots(self, scenario: Rules) -> tuple[int, int, int, int, int]:
        """Where in a week's luck risks, accounts, offers and projects begin (people come first), and its length."""
        risks = len(scenario.people)
        accounts = risks + 2 * len(scenario.risks)
        offers = accounts + 2 * len(scenario.accounts)
        projects = offers + 2 * len(scenario.offers)
        return risks, accounts, offers, projects, projects + 2 * len(scenario.projects) + len(scenario.tasks) + 1

    def _project_of(self, scenario: Rules, account: int) -> int:
        for position, project in enumerate(scenario.projects):
            if project.account == account:
                return position
        return NONE

    def _feelings(self, scenario: Rules) -> list[int]:
        """For each quantity, the person whose feelings it is, or NONE."""
        found = [NONE] * len(scenario.quantities)
        for index in range(len(scenario.people) - 1, -1, -1):
            p = scenario.people[index]
            felt = (p.experience, p.confidence, p.relationship, p.satisfaction, p.morale, p.rapport, p.fatigue, p.hours)
            for quantity in felt:
                if quantity != NONE:
                    found[quantity] = index
        return found

    def _coming(self, scenario: Rules, week: int) -> list[int]:
        """The events that may come by themselves in a week."""
        return [
            index
            for index, event in enumerate(scenario.events)
            if not event.builtin and not event.follow_up and event.first_week <= week <= event.last_week
        ]
