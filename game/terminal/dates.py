"""The plan and the calendar as text."""

from __future__ import annotations

from game.engine.model import NONE, Account, Project, Seat
from game.engine.play import Play
from game.engine.view import View, observe
from game.insight.words.figures import NEVER, day_of, listed, money, percent, week_of
from game.insight.words.fill import substitute
from game.insight.words.hands import rule
from game.insight.words.people import first_name, status_report
from game.insight.words.plan import PlanRow, came_on_top, dates_of, late_start_of, plan_of, share_of
from game.terminal.blocks import Block, Fact, Facts, Heading, Para, Title
from game.terminal.safe import sentences

OPEN = 1


def dates(play: Play, seat: Seat) -> tuple[Block, ...]:
    """The plan for the PM, the calendar for the AM, both for one person in both seats."""
    work = () if seat is Seat.AM else plan(play, seat)
    return work if seat is Seat.PM else (*work, *calendar(observe(play.scenario, play.state, seat)))


# ---- the plan --------------------------------------------------------------------------------------------------------


def plan(play: Play, seat: Seat) -> tuple[Block, ...]:
    """Every task: what is done, when it was planned, when it is expected."""
    view, rows = observe(play.scenario, play.state, seat), plan_of(play, seat).rows
    found: list[Block] = [Title("The plan", f"week {view.week}")]
    for project in view.scenario.projects:
        found.append(Heading(project.name, f"due {week_of(project.due)}"))
        found.append(Facts(tuple(_task(view, index, rows[index]) for index in project.tasks)))
        found.append(Para(_outlook(view, project), indent=1))
    if not view.scenario.projects:
        found.append(Para("There is no project in this scenario."))
    else:
        found.append(Para(rule(view)))
    return tuple(found)


def _task(view: View, index: int, row: PlanRow) -> Fact:
    """One task, with why it is late to begin, or who is on it this week."""
    task = view.scenario.tasks[index]
    name = f"{row.name} (milestone)" if row.milestone else row.name
    hands = f"This week: {row.hands}" if row.hands else ""
    if row.again:
        return Fact(
            name,
            "done",
            f"in {week_of(row.expected)}; {came_on_top(row)}",
            "warn",
            sentences(hands),
        )
    if row.finished:
        return Fact(name, "done", f"in {week_of(row.expected)}", "good")
    waits = [view.scenario.tasks[i].name for i in task.after if not view.known(view.scenario.tasks[i].finished)]
    why = late_start_of(row) or (f"waits for {listed(waits)}" if waits else "")
    return Fact(
        name, share_of(row), dates_of(row), "bad" if row.slips else "plain", sentences(why[:1].upper() + why[1:], hands)
    )


def _outlook(view: View, project: Project) -> str:
    currency = view.scenario.currency
    delivered = view.known(project.delivered)
    cost = f"cost {money(currency, view.known(project.forecast_cost))} of {money(currency, view.known(project.budget))}"
    if delivered:
        return f"Delivered in {week_of(delivered)}; {cost}."
    forecast = view.known(project.forecast)
    when = day_of(forecast) if forecast < NEVER else "no date in sight"
    return f"On this pace: {when}; {cost}."


# ---- the calendar ----------------------------------------------------------------------------------------------------


def calendar(view: View) -> tuple[Block, ...]:
    """Every account with the dates this seat knows of."""
    found: list[Block] = [Title("The calendar", f"week {view.week} of {view.scenario.weeks}")]
    for account in view.scenario.accounts:
        contact = first_name(view.scenario.people[account.contacts[0]]) if account.contacts else ""
        found.append(Heading(account.name, "your main account" if account.main else contact))
        entries = sorted(_entries(view, account), key=lambda entry: entry[0])
        rows = tuple(Fact(week_of(week).capitalize(), text) for week, text in entries)
        found.append(Facts(rows) if rows else Para("Nothing is due.", indent=1))
    return tuple(found)


def _entries(view: View, account: Account) -> list[tuple[int, str]]:
    return [*_work(view, account), *_promised(view, account), *_offers(view, account), *_renewal(view, account)]


def _work(view: View, account: Account) -> list[tuple[int, str]]:
    found = []
    every = view.scenario.status_every
    for project in view.scenario.projects:
        if view.scenario.accounts[project.account] is not account or view.known(project.delivered):
            continue
        found.append((project.due, f"{project.name} is due"))
        if project.reports and every:
            coming = next(week for week in range(view.week, view.week + every) if week % every == 0)
            found += [(coming, status_report(view.scenario, view.seat))] if coming <= view.scenario.weeks else []
    return found


def _promised(view: View, account: Account) -> list[tuple[int, str]]:
    found = []
    for promise in view.scenario.promises:
        to = view.scenario.people[promise.to]
        mine = promise.by is Seat.AM or view.seat is Seat.BOTH
        here = to.account != NONE and view.scenario.accounts[to.account] is account
        if mine and here and round(view.known(promise.status)) == OPEN:
            text = substitute(promise.text, view.scenario).removesuffix(".")
            found.append((round(view.known(promise.due_week)), f"Promised to {first_name(to)}: {text}"))
    return found


def _offers(view: View, account: Account) -> list[tuple[int, str]]:
    mine = [offer for offer in view.scenario.offers if view.scenario.accounts[offer.account] is account]
    return [
        (view.week, f"They may answer your offer “{offer.name}”: each week is an even chance")
        for offer in mine
        if round(view.known(offer.status)) == OPEN
    ]


def _renewal(view: View, account: Account) -> list[tuple[int, str]]:
    signed = round(view.known(account.signed))
    if signed:
        return [(account.renewal_week, "They have signed again" if signed == 1 else "They have left")]
    after = ", after the last week you are measured by" if account.renewal_week > view.scenario.weeks else ""
    return [(account.renewal_week, f"Renewal{after}; {percent(view.known(account.renewal_chance))} likely")]
