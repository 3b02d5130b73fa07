"""The rules of one story, ready to play: what `scenario/` builds and the engine reads.

Every number of a play sits in one flat list of integers; entities here hold indices into it (`-1`: does not apply).
Money is in whole units of the scenario's currency once divided by its grain; work is in person-days; shares are 0 to 1;
everything people feel is 0 to 100 points.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from game.engine.expression import Expr

NONE = -1  # an index that does not apply


class Seat(Enum):
    """Where a player sits. BOTH answers for the two roles at once."""

    AM = "am"
    PM = "pm"
    BOTH = "both"

    __hash__ = object.__hash__  # Enum's own is written in Python, and seats are looked up all the time


SEAT_BIT = {Seat.AM: 1, Seat.PM: 2, Seat.BOTH: 3}

SKILLS = (
    "communication",
    "organisation",
    "sales acumen",
    "technical understanding",
    "leadership",
    "problem solving",
    "relationship building",
)
# Stances are closed, because colleagues choose by them.
STANCES = (
    "accommodate",  # give them what they ask
    "negotiate",  # trade, price, set terms
    "refuse",  # hold the line
    "disclose",  # say it openly, early
    "conceal",  # soften, hide, hope
    "delegate",  # let somebody else answer
    "investigate",  # find out first
    "protect",  # shield the team
    "push",  # press people for more
    "invest",  # spend money or time now for later
)
CHALLENGES = (
    "demanding client",
    "client needs and our limits",
    "upsell opportunity",
    "staying informed",
    "churn",
    "scope creep",
    "resource crunch",
    "burnout",
    "dependencies",
    "technical trouble",
)
STYLES = ("people-pleaser", "by-the-book", "firefighter", "balanced")
KPIS = {
    Seat.AM: ("satisfaction", "retention", "upsell", "revenue", "churn"),
    Seat.PM: ("on_time", "budget", "utilisation", "quality", "risk"),
}


@dataclass(frozen=True)
class Quantity:
    """One number of a play. Stored as an integer count of grains: value = stored / per_unit."""

    name: str  # "dana.confidence", as authors write it
    label: str  # "Dana's confidence", as people read it
    unit: str  # points, money, days, share, weeks, hours, count, flag
    low: float
    high: float
    per_unit: int  # grains in one unit: 100 means a grain of 0.01
    seen_by: int  # bits: 1 the AM sees it live, 2 the PM, 0 nobody does
    kind: str  # what it belongs to: client, team, house, account, project, task, risk, truth, promise, story, engine
    start_low: float
    start_high: float  # differs from start_low where the start is drawn from the seed


@dataclass(frozen=True)
class Effect:
    """Moves one quantity by an amount (or sets it), judged on the state at the week's opening."""

    quantity: int
    amount: Expr
    sets: bool = False


@dataclass(frozen=True)
class PromiseMade:
    """A choice gives its word: promise `promise`, due in week `due` (None: the promise's own due week)."""

    promise: int
    due: Expr | None


@dataclass(frozen=True)
class Later:
    """What a choice does some weeks on. `key` names it in the ledger and its luck stream: "wishlist/absorb"."""

    key: str
    weeks: int
    outcome: Outcome


@dataclass(frozen=True)
class Branch:
    """Either a known test on the state (`is_chance` false) or a probability; then one outcome or the other."""

    key: str
    test: Expr
    is_chance: bool
    then: Outcome
    other: Outcome


@dataclass(frozen=True)
class Outcome:
    """Everything one choice, strike of a risk or late consequence does."""

    effects: tuple[Effect, ...] = ()
    reply: tuple[tuple[int, str], ...] = ()  # (person index, or NONE for narration; text), at once
    promises: tuple[PromiseMade, ...] = ()
    follow: tuple[tuple[int, int], ...] = ()  # (weeks from now, at least 1; event index)
    later: tuple[Later, ...] = ()
    tells: str = ""  # one line for the recap when this comes about
    branch: Branch | None = None


NOTHING = Outcome()


@dataclass(frozen=True)
class Choice:
    id: str
    text: str
    skill: str
    stance: str
    needs: Expr | None
    takes: int  # moves it costs: 0 or 1
    outcome: Outcome
    scene: Question | None  # a further question in the same event
    taken: int  # quantity set to 1 when chosen; NONE when nobody reads it


@dataclass(frozen=True)
class Question:
    who: int  # person index or NONE
    text: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Event:
    id: str
    title: str
    asks: Seat  # AM or PM
    plays: int  # bits of the plays it belongs to: 1 am, 2 pm, 4 both
    when: Expr
    first_week: int
    last_week: int
    chance: Expr | None  # per week, once the rest holds
    priority: int  # 0-9, higher first
    expires: int  # weeks it may wait
    repeats: int  # weeks until it may come again; 0 = once
    follow_up: bool  # comes only when another outcome calls it
    builtin: bool
    how: str  # "By e-mail, Friday, as people were leaving"
    note: str  # what the other seat reads
    question: Question
    ignored: Outcome  # both seat only: left unanswered
    seen: int  # quantity: the week it was last delivered; 0 = never


@dataclass(frozen=True)
class Person:
    id: str
    name: str
    title: str
    side: str  # client, team, house
    seat: Seat | None  # a colleague's own seat
    intro: str
    face: tuple[tuple[str, str], ...]
    account: int
    influence: float
    skills: tuple[str, ...]
    rate: float  # cost of one day
    style: str
    # quantities
    satisfaction: int = NONE
    expectation: int = NONE
    experience: int = NONE  # what this week's choices made them feel; emptied by the client law
    confidence: int = NONE
    relationship: int = NONE
    silence: int = NONE  # weeks since anybody contacted them
    warned: int = NONE  # weeks since they were warned; 0 = not warned
    failures: int = NONE  # broken promises and found-out secrets so far
    morale: int = NONE
    fatigue: int = NONE
    hours: int = NONE
    ramp: int = NONE  # share of the codebase they know, 0 new .. 1 experienced
    gone: int = NONE
    project: int = NONE  # quantity: index of the project they work on, -1 = none
    rapport: int = NONE


@dataclass(frozen=True)
class Account:
    id: str
    name: str
    main: bool
    contacts: tuple[int, ...]  # client people, by influence
    base_value: float  # yearly revenue at the start
    renewal_week: int  # may lie after the last week
    switching_cost: float  # logit, MODELS section 10
    upsell_target: float
    value: int
    upsell: int
    pipeline: int
    credits: int
    understanding: int
    given: int  # days worked for free
    asks: int  # pitches in the last eight weeks, fading
    issue: int  # an open severe issue
    prepared: int
    renewal_chance: int
    churn_risk: int
    signed: int  # 0 not yet, 1 renewed, 2 lost


@dataclass(frozen=True)
class Offer:
    id: str
    name: str
    account: int
    value: float
    fit: float  # how well it fits, before understanding, 0..1
    when: Expr
    status: int  # 0 not made, 1 open, 2 won, 3 declined


@dataclass(frozen=True)
class Task:
    id: str
    name: str
    project: int
    skill: str
    after: tuple[int, ...]
    milestone: bool
    quality: float  # share done right the first time, before haste
    discovery_weeks: float
    planned_days: float
    planned_start: float  # weeks, baseline
    planned_end: float
    work: int
    done: int
    hidden: int
    finished: int  # week, 0 = not yet
    forecast: int  # week it will be done on this pace


@dataclass(frozen=True)
class Project:
    id: str
    name: str
    account: int
    due: int
    start_budget: float
    tasks: tuple[int, ...]
    milestones: tuple[int, ...]
    planned_value: tuple[float, ...]  # cumulative share of work planned done by the end of each week, from week 0
    reports: bool  # has a status report
    budget: int
    spent: int
    reviews: int  # 0 none, 1 reviews, 2 reviews and tests
    frozen: int  # weeks scope stays frozen
    defects: int
    waiting: int  # days a hand-over waits
    utilisation: int
    forecast: int  # week, on reported progress
    forecast_cost: int
    estimated: int  # weeks since the last honest estimate
    status: int  # true status 0 green 1 amber 2 red
    reported: int
    told: int
    gap_weeks: int  # weeks the client has been told better than it is
    glossed: int  # levels by which the last report was brighter than what the reporter knew
    delivered: int  # week, 0 = not yet


@dataclass(frozen=True)
class Risk:
    id: str
    name: str
    project: int
    hazard: Expr  # probability per week
    first_week: int
    last_week: int
    cost: float  # loss if it strikes, money, for exposure
    outcome: Outcome
    area: str  # what looking into it is called
    known_am: int
    known_pm: int
    mitigated: int  # share of the loss taken away
    struck: int  # week, 0 = not yet


@dataclass(frozen=True)
class Truth:
    id: str
    chance: float
    tells: str
    area: str  # what can be looked into, "" if nothing
    known_by: tuple[int, ...]  # people who will tell you, if they trust you
    outcome: Outcome  # what it changes at the start
    holds: int
    known_am: int
    known_pm: int


@dataclass(frozen=True)
class Promise:
    """Status: 0 not made, 1 open, 2 kept, 3 exceeded, 4 broken, 5 released."""

    id: str
    by: Seat
    to: int
    text: str
    due: int  # default due week; 0 where the promise is made with one
    kept_when: Expr
    weight: float
    opens: bool  # open from the start
    status: int
    due_week: int
    made: int
    moved: int  # times renegotiated


@dataclass(frozen=True)
class Goal:
    text: str
    good: Expr
    watch: Expr  # holds when it is not lost yet
    says: tuple[str, str, str]  # on track, watch it, at risk; "" for the default words


@dataclass(frozen=True)
class Ending:
    id: str
    title: str
    text: str
    tone: str  # good, mixed, bad
    when: Expr
    early: bool
    severity: int
    seats: int  # bits, plays it belongs to: 1 am, 2 pm, 4 both
    warnings: tuple[str, str]
    warned: int  # quantity


@dataclass(frozen=True)
class Epilogue:
    who: int
    when: Expr
    text: str


@dataclass(frozen=True)
class GuideStep:
    """One line of guidance in a tutorial, shown when `when` holds, pointing at a part of the screen."""

    id: str
    when: Expr
    text: str
    points_at: str


@dataclass(frozen=True)
class SeatRules:
    briefing: str
    boss: int  # person index or NONE
    goals: tuple[Goal, ...]
    person: int  # who sits there
    events: tuple[int, ...]  # indices asking this seat


@dataclass(frozen=True)
class Target:
    """Points run 0 to 100 from floor to target (target may lie below the floor)."""

    floor: float
    target: float
    weight: float


@dataclass(frozen=True)
class Debrief:
    notes: tuple[str, ...]
    questions: tuple[str, ...]


class Plan:
    """A project's tasks side by side, in file order."""

    def __init__(self, scenario: Scenario, project: Project) -> None:
        mine = project.tasks
        self.tasks = [scenario.tasks[i] for i in mine]
        self.skills = [task.skill for task in self.tasks]
        # for each task, the positions of those it waits for
        self.waits = [tuple([mine.index(before) for before in t.after if before in mine]) for t in self.tasks]


class Tables:
    """What every week looks up in the rules, worked out once."""

    def __init__(self, scenario: Scenario) -> None:
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

    def _law_slots(self, scenario: Scenario) -> tuple[int, int, int, int, int]:
        """Where in a week's luck risks, accounts, offers and projects begin (people come first), and its length."""
        risks = len(scenario.people)
        accounts = risks + 2 * len(scenario.risks)
        offers = accounts + 2 * len(scenario.accounts)
        projects = offers + 2 * len(scenario.offers)
        return risks, accounts, offers, projects, projects + 2 * len(scenario.projects) + len(scenario.tasks) + 1

    def _project_of(self, scenario: Scenario, account: int) -> int:
        for position, project in enumerate(scenario.projects):
            if project.account == account:
                return position
        return NONE

    def _feelings(self, scenario: Scenario) -> list[int]:
        """For each quantity, the person whose feelings it is, or NONE."""
        found = [NONE] * len(scenario.quantities)
        for index in range(len(scenario.people) - 1, -1, -1):
            p = scenario.people[index]
            felt = (p.experience, p.confidence, p.relationship, p.satisfaction, p.morale, p.rapport, p.fatigue, p.hours)
            for quantity in felt:
                if quantity != NONE:
                    found[quantity] = index
        return found

    def _coming(self, scenario: Scenario, week: int) -> list[int]:
        """The events that may come by themselves in a week."""
        return [
            index
            for index, event in enumerate(scenario.events)
            if not event.builtin and not event.follow_up and event.first_week <= week <= event.last_week
        ]


@dataclass(frozen=True)
class Scenario:
    """Immutable rules. Everything is in file order; `index` finds ids of every kind in one namespace."""

    id: str
    title: str
    summary: str
    setting: str
    challenge: str
    currency: str
    weeks: int
    minutes: int
    text_hash: str
    status_every: int  # weeks; 0 = no status report
    meters: tuple[str, ...]  # which meters are shown: usually both
    quantities: tuple[Quantity, ...]
    quantity_index: dict[str, int]
    people: tuple[Person, ...]
    accounts: tuple[Account, ...]
    offers: tuple[Offer, ...]
    projects: tuple[Project, ...]
    tasks: tuple[Task, ...]
    risks: tuple[Risk, ...]
    truths: tuple[Truth, ...]
    promises: tuple[Promise, ...]
    events: tuple[Event, ...]
    event_index: dict[str, int]
    endings: tuple[Ending, ...]
    epilogues: tuple[Epilogue, ...]
    am: SeatRules
    pm: SeatRules
    targets: dict[str, Target]  # by KPI
    both_briefing: str
    both_goals: tuple[Goal, ...]
    guide: tuple[GuideStep, ...]
    debrief: Debrief
    week: int  # quantity: the current week
    both: int  # quantity: 1 when one person plays both seats
    flags: tuple[int, ...] = field(default=())
    tables: Tables = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "tables", Tables(self))

    def rules(self, seat: Seat) -> SeatRules:
        """The rules of a single seat."""
        return self.am if seat is Seat.AM else self.pm
