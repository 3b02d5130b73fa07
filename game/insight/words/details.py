"""A KPI opened: its formula, floor and target, the points it makes, and what it is made of in the trade's own terms."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.formulas.contract import csat, nps, nps_band, nps_error
from game.engine.formulas.money import EarnedValue, earned_schedule, spi_time
from game.engine.formulas.numeric import clamp
from game.engine.model import KPIS, Account, Project, Scenario, Seat
from game.engine.play import Play
from game.engine.scores import DEFECT_SHARE_WORST, kpi, milestone_week, number
from game.insight.words.cards import KpiRow, finish_of, known_values, kpi_row
from game.insight.words.figures import (
    ago,
    apportion,
    day_of,
    days,
    decimal,
    exact_percent,
    listed,
    money,
    percent,
    signed,
    week_of,
    whole,
)
from game.insight.words.people import first_name
from game.insight.words.risks import risk_rows
from game.insight.words.worth import BAND, worth

FORMULAS = {
    "satisfaction": "mean of the client’s people, weighted by influence and by what their account is worth",
    "retention": "chance of renewal at the due date, weighted by revenue; "
    f"signed counts {percent(1.0)}, lost {percent(0.0)}",
    "upsell": "(signed + value of open offers × their chance) ÷ target",
    "revenue": "(yearly value + half of sales on top − given away) ÷ value at the start; who left, as they last paid",
    "churn": "chance to go within a year, renewals aside, by contentment, weeks uncalled and what you know of them",
    "on_time": "½ milestones in time + ½ (1 − weeks late), mean of the projects",
    "budget": "(budget needed − budget) ÷ budget",
    "utilisation": f"distance of billed hours from the band of {BAND}",
    "quality": "0.6 × (1 − escaped defects) + 0.4 × satisfaction of those who receive it",
    "risk": "1 − (what may still happen + what did) ÷ what might have; what nobody identified counts in full",
}
# what the rows of a card do not say of themselves
NOTES = {
    "risk": (
        "Each risk weighs what it was thought to cost if it came, times its chance to come. That is no bill: what it "
        "truly costs shows in days, money and tempers. One whose weeks went by counts half of what was not covered, "
        "because that was luck. One that came counts half of its cost, less what was covered, chance or no chance."
    ),
}
SOUND = 60  # of a hundred of quality, for what is not broken; the rest for how content those who receive it are
SHARES = ("retention", "upsell", "revenue", "churn", "on_time", "budget", "utilisation", "quality", "risk")


@dataclass(frozen=True)
class KpiDetail:
    """Everything behind one KPI. `parts` are (what, value) pairs; `points` says how the score comes about,
    `note` what the parts do not say of themselves, "" for nothing."""

    row: KpiRow
    formula: str
    floor: str
    target: str
    points: str
    parts: tuple[tuple[str, str], ...]
    as_of: int
    live: bool
    note: str = ""


def kpi_detail(play: Play, name: str, viewer: Seat, week: int | None = None) -> KpiDetail:
    """A KPI opened, as `viewer` knows it. Raises KeyError for a name that is none of the ten."""
    scenario = play.scenario
    seat = Seat.AM if name in KPIS[Seat.AM] else Seat.PM
    as_of, values = known_values(play, viewer, seat, week)
    live = viewer in (Seat.BOTH, seat)
    lived = len(play.states) - 1 if week is None else week
    before = known_values(play, viewer, seat, lived - 1)[1] if live and lived > 0 else None
    row = kpi_row(scenario, name, values, before)
    goal = scenario.targets[name]
    floor, target = _value(name, goal.floor), _value(name, goal.target)
    said = worth(scenario, name, values, row.value)
    parts = tuple(PARTS[name](Known(play, values, before, as_of)))
    return KpiDetail(row, FORMULAS[name], floor, target, said, parts, as_of, live, NOTES.get(name, "") if parts else "")


def _value(name: str, value: float) -> str:
    return percent(value) if name in SHARES else whole(value)


Parts = list[tuple[str, str]]


@dataclass(frozen=True)
class Known:
    """What a card is worked out from: values as of the opening of `week`, and those a week before where it is live."""

    play: Play
    values: list[int]
    before: list[int] | None
    week: int


def _satisfaction(known: Known) -> Parts:
    scenario, values = known.play.scenario, known.values
    found: Parts = []
    promoters = detractors = 0
    people = [p for p in scenario.people if p.side == "client"]
    for person in people:
        level = number(scenario, values, person.satisfaction)
        band = nps_band(level)
        promoters += 1 if band > 0 else 0
        detractors += 1 if band < 0 else 0
        found.append(
            (
                f"{first_name(person)}, influence {whole(person.influence)}",
                f"{decimal(level)} (CSAT {decimal(csat(level))})",
            )
        )
    if people:
        said = nps(promoters / len(people), detractors / len(people))
        found.append(
            ("NPS, from so few a guess", f"{signed(said, 0)} ± {whole(_guessed(promoters, detractors, len(people)))}")
        )
    return found


def _guessed(promoters: int, detractors: int, people: int) -> float:
    """How far off a score of so few may be, as if one more of each kind had answered: two who agree prove little."""
    asked = people + 3
    return nps_error((promoters + 1) / asked, (detractors + 1) / asked, asked)


def _retention(known: Known) -> Parts:
    scenario, values = known.play.scenario, known.values
    words = ("", "signed", "lost")
    return [
        (
            a.name,
            words[values[a.signed]]
            or f"{exact_percent(number(scenario, values, a.renewal_chance))}, due {week_of(a.renewal_week)}",
        )
        for a in scenario.accounts
    ]


def _upsell(known: Known) -> Parts:
    scenario, values = known.play.scenario, known.values
    found: Parts = []
    for account in scenario.accounts:
        signed_now = money(scenario.currency, number(scenario, values, account.upsell))
        open_now = money(scenario.currency, _offered(scenario, values, account))
        target = money(scenario.currency, account.upsell_target)
        found.append((account.name, f"signed {signed_now}, open {open_now}, wanted {target}"))
    return found


def _offered(scenario: Scenario, values: list[int], account: Account) -> float:
    """What the offers that wait for an answer would bring, all of them taken."""
    amount = 0.0
    for offer in scenario.offers:
        if offer.account == scenario.accounts.index(account) and values[offer.status] == 1:
            amount += offer.value
    return amount


def _revenue(known: Known) -> Parts:
    scenario, values = known.play.scenario, known.values
    found: Parts = []
    for account in scenario.accounts:
        now = money(scenario.currency, number(scenario, values, account.value))
        given = number(scenario, values, account.credits)
        less = f", less {money(scenario.currency, given)} given away" if given > 0.0 else ""
        gone = values[account.signed] == 2
        sold = 0.0 if gone else number(scenario, values, account.upsell)
        more = f" and half of {money(scenario.currency, sold)} sold on top" if sold > 0.0 else ""
        stood = ", as it stood when they went" if gone else ""
        start = money(scenario.currency, account.base_value)
        found.append((account.name, f"{now} a year{more}{less}, from {start}{stood}"))
    return found


def _churn(known: Known) -> Parts:
    scenario, values = known.play.scenario, known.values
    found: Parts = []
    for account in scenario.accounts:
        gone = ", as it stood when they went" if values[account.signed] == 2 else ""
        found.append((account.name, f"{exact_percent(number(scenario, values, account.churn_risk))}{gone}"))
    return found


def earned_value(scenario: Scenario, values: list[int], project: Project, week: int) -> EarnedValue:
    """A project's earned value from what is reported done, at the opening of `week`."""
    work = done = 0.0
    for index in project.tasks:
        task = scenario.tasks[index]
        work += number(scenario, values, task.work)
        done += number(scenario, values, task.done) + number(scenario, values, task.hidden)
    planned = project.planned_value[min(max(0, week - 1), len(project.planned_value) - 1)]
    share = done / work if work > 0.0 else 1.0
    spent = number(scenario, values, project.spent)
    return EarnedValue(planned * project.start_budget, share * project.start_budget, spent, project.start_budget)


def _on_time(known: Known) -> Parts:
    scenario, values = known.play.scenario, known.values
    found: Parts = []
    week = known.week
    for project in scenario.projects:
        live = values[project.delivered]
        finish = f"live in {week_of(live)}" if live else day_of(finish_of(scenario, values, project))
        found.append((project.name, f"{finish}, due {week_of(project.due)}"))
        found += _milestones(scenario, values, project)
        if week > 1 and not values[project.delivered]:
            value = earned_value(scenario, values, project, week)
            at = float(week - 1)
            share = value.ev / value.bac if value.bac > 0.0 else 1.0
            pace = spi_time(earned_schedule(project.planned_value[1:], share), at)
            found.append(("Schedule performance SPI", decimal(value.spi(), 2)))
            found.append(("The same in time, SPI(t)", decimal(pace, 2)))
        if not values[project.delivered]:
            found.append(("Last honest estimate", ago(values[project.estimated])))
    return found


def _milestones(scenario: Scenario, values: list[int], project: Project) -> Parts:
    """How many were met and how many are expected to be, and each that was not or is not."""
    met = expected = 0
    late: Parts = []
    for task in [scenario.tasks[index] for index in project.milestones]:
        done, planned = values[task.finished], milestone_week(task)
        when = float(done) or number(scenario, values, task.forecast)
        if when > planned:
            late.append((f"Milestone: {task.name}", f"{week_of(when)}, planned for {week_of(planned)}"))
        elif done:
            met += 1
        else:
            expected += 1
    told = [f"{met} met"] if met else []
    told += [f"{expected} expected"] if expected else []
    return [("Milestones in time", f"{listed(told) or 'none'} of {len(project.milestones)}"), *late]


def _budget(known: Known) -> Parts:
    scenario, values = known.play.scenario, known.values
    found: Parts = []
    for project in scenario.projects:
        value = earned_value(scenario, values, project, known.week)
        cost = number(scenario, values, project.forecast_cost)
        found.append((f"{project.name}: budget", money(scenario.currency, number(scenario, values, project.budget))))
        found.append(("Spent (AC)", money(scenario.currency, value.ac)))
        if not values[project.delivered]:
            found.append(("Earned (EV)", money(scenario.currency, value.ev)))
        found.append(("Budget needed (EAC)", money(scenario.currency, cost)))
        if value.ac > 0.0 and not values[project.delivered]:  # of what is delivered an index says nothing any more
            found.append(("Cost performance CPI", decimal(value.cpi(), 2)))
            found.append(("Needed to end on budget, TCPI", decimal(value.tcpi_bac(), 2)))
    return found


def _utilisation(known: Known) -> Parts:
    scenario, values = known.play.scenario, known.values
    found: Parts = [("The band", BAND)]
    for project in scenario.projects:
        if not values[project.spent]:
            found.append((project.name, "no week worked yet"))
            continue
        found.append((project.name, exact_percent(number(scenario, values, project.utilisation))))
        found.append((f"{project.name}: a hand-over waits", days(number(scenario, values, project.waiting))))
    return found


def _quality(known: Known) -> Parts:
    scenario, values = known.play.scenario, known.values
    found: Parts = []
    checked: Parts = []
    for project in scenario.projects:
        found.append((f"{project.name}: {_broken(known, project)}", days(number(scenario, values, project.defects))))
        level = ("none", "reviews", "reviews and tests")[min(2, max(0, values[project.reviews]))]
        since = _last_moved(known, project.reviews)
        checked.append((f"{project.name}: regular checks", f"{level}, since {week_of(since)}" if since else level))
    if not found:
        return found
    sound, content = _halves(scenario, values)
    sound_then, content_then = _halves(scenario, values if known.before is None else known.before)
    worst = days(round(DEFECT_SHARE_WORST * _planned_days(scenario), 1))
    found.append((f"For how little is broken ({worst} or more leave none)", _of(sound, sound_then, SOUND)))
    found.append(("For how content those who receive it are", _of(content, content_then, 100 - SOUND)))
    return found + checked


def _broken(known: Known, project: Project) -> str:
    """Where the broken work is: what is not delivered has reached nobody, though the client may see it as it grows."""
    if known.values[project.delivered]:
        return "reached the client broken"
    return "left behind broken" if known.play.outcome is not None else "broken in what the client sees so far"


def _planned_days(scenario: Scenario) -> float:
    planned = 0.0
    for project in scenario.projects:
        for index in project.tasks:
            planned += scenario.tasks[index].planned_days
    return planned


def _halves(scenario: Scenario, values: list[int]) -> tuple[int, int]:
    """What of a hundred of quality is there for what is not broken, and for how content they are; they sum to it."""
    broken = 0.0
    for project in scenario.projects:
        broken += number(scenario, values, project.defects)
    worst = DEFECT_SHARE_WORST * _planned_days(scenario)
    sound = SOUND * (1.0 - clamp(broken / worst, 0.0, 1.0)) if worst > 0.0 else float(SOUND)
    both = 100.0 * (kpi(scenario, values, "quality") or 0.0)
    unbroken, content = apportion([sound, both - sound], round(both))
    return unbroken, content


def _of(now: int, then: int, most: int) -> str:
    """A part of a whole, and what it was a week ago where that was another."""
    return f"{now} of {most}" if now == then else f"{now} of {most}, was {then}"


def _last_moved(known: Known, quantity: int) -> int:
    """The week in which a number was last changed, 0 for the start."""
    weeks = [w for w in known.play.weeks if w.week < known.week and any(c[1] == quantity for c in w.changes)]
    return weeks[-1].week if weeks else 0


def _risk(known: Known) -> Parts:
    over = known.play.outcome is not None and known.week == len(known.play.states)
    return risk_rows(known.play.scenario, known.values, known.before, over)


PARTS = {
    "satisfaction": _satisfaction,
    "retention": _retention,
    "upsell": _upsell,
    "revenue": _revenue,
    "churn": _churn,
    "on_time": _on_time,
    "budget": _budget,
    "utilisation": _utilisation,
    "quality": _quality,
    "risk": _risk,
}
