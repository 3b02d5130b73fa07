"""What every week looks up in the rules, worked out once, when a story is read."""

from __future__ import annotations

from game.engine.entities import Account, Person, Project, Promise, Rules
from game.engine.expression import And, Compare, Expr
from game.engine.vocabulary import NONE, Move

HOURS = (40, 45, 50)  # what a week may be set to


class Plan:
    """A project's tasks side by side, in file order."""

    def __init__(self, rules: Rules, project: Project) -> None:
        mine = project.tasks
        self.tasks = [rules.tasks[i] for i in mine]
        self.skills = [task.skill for task in self.tasks]
        self.planned = project.planned_value[1:]  # share planned done by the end of each week
        # for each task, the positions of those it waits for
        self.waits = [tuple([mine.index(before) for before in t.after if before in mine]) for t in self.tasks]
        self.freeze, self.re_estimate = Move("freeze", project.id), Move("re_estimate", project.id)
        self.more_review, self.less_review = Move("review", project.id, "more"), Move("review", project.id, "less")


class Member:
    """Somebody of the team, with the moves that are about them."""

    def __init__(self, rules: Rules, person: Person) -> None:
        self.person = person
        self.talk = Move("talk", person.id)
        self.hours = [Move("hours", person.id, str(hours)) for hours in HOURS]
        self.other_hours = [[move for move in self.hours if move.option != str(hours)] for hours in HOURS]
        self.assign = [Move("assign", person.id, project.id) for project in rules.projects]
        self.split = Move("assign", person.id, "split")


class Client:
    """Somebody at a client's, with their account, what we do for it, and the moves that are about them."""

    def __init__(self, person: Person, account: Account, project: Project | None) -> None:
        self.person = person
        self.account = account
        self.project = project  # the account's first
        self.call, self.visit = Move("call", person.id), Move("visit", person.id)
        self.repair, self.warn = Move("repair", person.id), Move("warn", person.id)


class Ties:
    """An account with the people we know there."""

    def __init__(self, rules: Rules, index: int) -> None:
        self.index = index
        self.account = rules.accounts[index]
        self.contacts = [rules.people[i] for i in self.account.contacts]
        self.influence = 0.0
        for person in self.contacts:
            self.influence += person.influence
        self.decides = 0  # the position of the one who signs: the most influential contact, the first of equals
        for position, person in enumerate(self.contacts):
            if person.influence > self.contacts[self.decides].influence:
                self.decides = position
        self.offers = [offer for offer in rules.offers if offer.account == index]
        self.learn = Move("learn", self.account.id)
        self.prepare_renewal = Move("prepare_renewal", self.account.id)
        self.table_free_work = Move("table_free_work", self.account.id)


class Tables:
    """What every week looks up in the rules."""

    def __init__(self, rules: Rules) -> None:
        quantities = rules.quantities
        self.per_unit = [q.per_unit for q in quantities]
        self.grains = [float(q.per_unit) for q in quantities]  # the same, for multiplying
        self.low = [round(q.low * q.per_unit) for q in quantities]  # in grains
        self.high = [round(q.high * q.per_unit) for q in quantities]
        self.start = [round(q.start_low * q.per_unit) for q in quantities]
        self.drawn = [i for i, q in enumerate(quantities) if q.start_high != q.start_low]
        self.seen_by = [q.seen_by for q in quantities]
        self.last_word = [q.name.rsplit(".", 1)[-1] for q in quantities]  # "satisfaction" of "dana.satisfaction"
        self.position = _positions(rules)
        # by account, the first project; one more at the end, for people of no account (NONE)
        self.project_of = [_project_of(rules, account) for account in range(len(rules.accounts))] + [NONE]
        self.plans = [Plan(rules, project) for project in rules.projects]
        self.team = [Member(rules, p) for p in rules.people if p.side == "team"]
        self.clients = [self._client(rules, p) for p in rules.people if p.side == "client" and p.account != NONE]
        self.rapports = [p.rapport for p in rules.people if p.rapport != NONE]
        self.base_value = 0.0
        for account in rules.accounts:
            self.base_value += account.base_value
        self.ties = [Ties(rules, index) for index in range(len(rules.accounts))]
        # by seat that plays (in the order of its bit: am, pm, both), then by week
        self.coming = [[_coming(rules, bit, week) for week in range(rules.weeks + 2)] for bit in (1, 2, 4)]
        self.quiet = [i for i, event in enumerate(rules.events) if event.builtin]
        self.slots = _law_slots(rules)
        self.feelings = _feelings(rules)
        self.whole_team_hours = [Move("hours", "team", str(hours)) for hours in HOURS]
        self.pitches = [Move("pitch", offer.id) for offer in rules.offers]
        self.trades = [Move("trade", task.id) for task in rules.tasks]
        self.mitigations = [Move("mitigate", risk.id) for risk in rules.risks]
        self.renegotiations = [_renegotiation(rules, promise) for promise in rules.promises]
        seen_into = [t.id for t in rules.tasks] + [r.id for r in rules.risks] + [t.id for t in rules.truths]
        self.looks = {area: Move("look_into", area) for area in seen_into}

    def _client(self, rules: Rules, person: Person) -> Client:
        at = self.project_of[person.account]
        return Client(person, rules.accounts[person.account], rules.projects[at] if at != NONE else None)


def _renegotiation(rules: Rules, promise: Promise) -> Move | None:
    """To ask for more time; None for what must hold until a week, where more time is only longer to hold it."""
    return None if _holds_until_a_week(promise.kept_when, rules.week) else Move("renegotiate", promise.id)


def _holds_until_a_week(kept_when: Expr, week: int) -> bool:
    """Whether a condition can only come true from some week on: `week >= 10 and not surprise_bill`."""
    if isinstance(kept_when, And):
        return _holds_until_a_week(kept_when.left, week) or _holds_until_a_week(kept_when.right, week)
    return isinstance(kept_when, Compare) and kept_when.op == ">=" and kept_when.left.names() == (week,)


def _positions(rules: Rules) -> dict[str, int]:
    """Where each id stands among those of its kind; no two things share an id."""
    kinds = (
        [each.id for each in rules.people],
        [each.id for each in rules.accounts],
        [each.id for each in rules.offers],
        [each.id for each in rules.projects],
        [each.id for each in rules.tasks],
        [each.id for each in rules.risks],
        [each.id for each in rules.truths],
        [each.id for each in rules.promises],
    )
    return {name: position for names in kinds for position, name in enumerate(names)}


def _law_slots(rules: Rules) -> tuple[int, int, int, int, int]:
    """Where in a week's luck risks, accounts, offers and projects begin (people come first), and its length."""
    risks = len(rules.people)
    accounts = risks + 2 * len(rules.risks)
    offers = accounts + 2 * len(rules.accounts)
    projects = offers + 2 * len(rules.offers)
    return risks, accounts, offers, projects, projects + 2 * len(rules.projects) + len(rules.tasks) + 1


def _project_of(rules: Rules, account: int) -> int:
    for position, project in enumerate(rules.projects):
        if project.account == account:
            return position
    return NONE


def _feelings(rules: Rules) -> list[int]:
    """For each quantity, the person whose feelings it is, or NONE."""
    found = [NONE] * len(rules.quantities)
    for index in range(len(rules.people) - 1, -1, -1):
        p = rules.people[index]
        felt = (p.experience, p.confidence, p.relationship, p.satisfaction, p.morale, p.rapport, p.fatigue, p.hours)
        for quantity in felt:
            if quantity != NONE:
                found[quantity] = index
    return found


def _coming(rules: Rules, plays: int, week: int) -> list[int]:
    """The events that may come by themselves in a week of a play."""
    return [
        index
        for index, event in enumerate(rules.events)
        if not event.builtin
        and not event.follow_up
        and event.plays & plays
        and event.first_week <= week <= event.last_week
    ]
