"""What a story is made of: its quantities, people, contracts, plan, events and endings. Read it through model.py.

Every number of a play sits in one flat list of integers; entities here hold indices into it (`-1`: does not apply).
Money is in whole units of the scenario's currency once divided by its grain; work is in person-days; shares are 0 to 1;
everything people feel is 0 to 100 points.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from game.engine.events import Event, Outcome
from game.engine.expression import Expr
from game.engine.vocabulary import NONE, Seat


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
    worst: int  # the greatest probability per week it ever had while it could strike
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


@dataclass(frozen=True)
class Rules:
    """Everything a story says, in file order. Immutable."""

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

    def rules(self, seat: Seat) -> SeatRules:
        """The rules of a single seat."""
        return self.am if seat is Seat.AM else self.pm
