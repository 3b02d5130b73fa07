"""What feeds a number that a law works out anew each week, such as a chance of renewal or a forecast."""

from __future__ import annotations

from game.engine.model import NONE, Project, Scenario
from game.engine.play import Play
from game.engine.view import View
from game.insight.pace import had_little_to_do
from game.insight.words.causes import cause_words, softened
from game.insight.words.figures import days, listed, money, plain
from game.insight.words.people import first_name
from game.insight.words.quantities import suffix

DECIDED = ("choice", "later", "move")  # kinds of causes that somebody decided
NEARLY_ALL = 0.9  # share of a change from which it is told as one cause's doing
NAMED = (*DECIDED, "risk")  # kinds that are named behind a task that grew or shrank
NORMAL_HOURS, FULL = 40.0, 0.95  # hours a week, and the share of somebody's days from which it is a full one
MOST = 2  # causes behind a forecast: each is a long one
# what time does to a number that nothing else moved
FADES = {
    "given": "what was free is slowly forgotten",
    "understanding": "what one knows of a client goes out of date",
    "rapport": "with nothing new between you, it drifts to the middle",
    "asks": "they forget, in time, that they were asked to buy",
}


def fed_by(play: Play, week: int, view: View, quantity: int, cause: str) -> str:
    """What moved behind a recomputed number, such as "Dana’s trust +2.1, renewal better prepared"; "" for others."""
    if cause == "law:forecast":
        for project in play.scenario.projects:
            if quantity in (project.forecast, project.forecast_cost):
                direction = moved(play, week, quantity)
                causes = _work(play, week, view, project)
                causes += _bought(play, week, view, project) if quantity == project.forecast_cost else []
                found = _telling(causes, direction)[:MOST]
                dated = quantity == project.forecast_cost and moved(play, week, project.forecast) * direction > 0.0
                return listed(found) or ("the date moved, and the pay with it" if dated else "")
    if cause in ("law:week_work", "law:load"):
        return _hands(play, week, view, quantity)
    if cause == "law:pipeline":
        return _on_offer(play, week, quantity)
    if cause == "law:time":
        return FADES.get(suffix(play.scenario, quantity), "")
    return ""


def _hands(play: Play, week: int, view: View, quantity: int) -> str:
    """Who came to the work that a number is about, or who of its team had little that was ready: the plan waits too."""
    scenario = play.scenario
    for position, project in enumerate(scenario.projects):
        own = [scenario.tasks[index].forecast for index in project.tasks]
        own += [project.forecast, project.forecast_cost, project.utilisation]
        if quantity in own and view.live(quantity):
            came = _came_over(play, week, position)
            if came:
                return f"{listed(came)} came over from what is done"
            idle = [first_name(person) for person in had_little_to_do(play, week, position)]
            if idle:
                return f"little that was ready for {listed(idle)}"
            return _full(play, week, position) if quantity == project.utilisation else ""
    return ""


def _full(play: Play, week: int, position: int) -> str:
    """How full a week is in which nobody was idle: by whose was not quite full, or by who works longer than others."""
    values = play.states[week].values
    some = [first_name(person) for person in had_little_to_do(play, week, position, FULL)]
    if some:
        return f"no full week of work that was ready for {listed(some)}"
    long: list[str] = []
    for person in play.scenario.people:
        hours = 0.0 if person.hours == NONE else values[person.hours] / play.scenario.quantities[person.hours].per_unit
        if person.side == "team" and hours > NORMAL_HOURS and values[person.project] == position:
            long.append(f"{first_name(person)} works {plain(hours)} hours")
    return listed(long[:MOST]) if long else "enough that was ready for everybody"


def _came_over(play: Play, week: int, position: int) -> list[str]:
    """Who was set free by a delivery this week and went to a project."""
    free = [quantity for _w, quantity, cause, _a in play.weeks[week - 1].changes if cause == "law:delivered"]
    now = play.states[week].values
    return [first_name(p) for p in play.scenario.people if p.project in free and now[p.project] == position]


def _on_offer(play: Play, week: int, quantity: int) -> str:
    """Which offers of an account were made this week, and which were answered; else that their chances moved."""
    scenario, told = play.scenario, []
    was, now = play.states[week - 1].values, play.states[week].values
    for offer in scenario.offers:
        if scenario.accounts[offer.account].pipeline == quantity and was[offer.status] != now[offer.status]:
            word = {1: "is on offer now", 2: "was taken", 3: "was declined"}.get(now[offer.status], "")
            told += [f"“{softened(offer.name)}” {word}"] if word else []
    return listed(told) or "value times chance, which goes by trust and by what we know of them"


def moved(play: Play, week: int, quantity: int) -> float:
    """How much one number of the table changed in a week, in its unit."""
    if quantity == NONE:
        return 0.0
    grains = play.states[week].values[quantity] - play.states[week - 1].values[quantity]
    return grains / play.scenario.quantities[quantity].per_unit


def _bought(play: Play, week: int, view: View, project: Project) -> list[tuple[float, str]]:
    """What was paid for that week besides people's time, each with the days of somebody's pay it comes to."""
    if not view.live(project.spent):
        return []
    paid: dict[str, float] = {}
    for _week, index, cause, grains in play.weeks[week - 1].changes:
        kind = cause.partition(":")[0]
        if index == project.spent and grains > 0 and kind in DECIDED:
            text = cause_words(view, cause).text
            reason = f"because {text[:1].lower()}{text[1:]}" if kind == "move" else f"for {text}"
            paid[reason] = paid.get(reason, 0.0) + grains / play.scenario.quantities[index].per_unit
    day = _day_of_pay(play.scenario)
    return [(amount / day, f"{money(play.scenario.currency, amount)} {reason}") for reason, amount in paid.items()]


def _day_of_pay(scenario: Scenario) -> float:
    """What a day of somebody on the team costs, on average."""
    rates = [person.rate for person in scenario.people if person.side == "team" and person.rate > 0.0]
    total = 0.0
    for rate in rates:
        total += rate
    return total / len(rates) if rates else 1.0


def _behind(play: Play, week: int, view: View, quantity: int, change: float) -> str:
    """The decision or the risk that did most of a change, in brackets, with its part; "" where it was neither."""
    found: dict[str, int] = {}
    for _week, index, cause, grains in play.weeks[week - 1].changes:
        if index == quantity and grains * change > 0.0:
            found[cause] = found.get(cause, 0) + abs(grains)
    most = max(found, key=lambda cause: found[cause], default="")
    if most.partition(":")[0] not in NAMED:
        return ""
    part = found[most] / play.scenario.quantities[quantity].per_unit
    some = f"{plain(round(part, 1))} of them " if part < NEARLY_ALL * abs(change) else ""
    text = cause_words(view, most).text
    return f" ({some}{text[:1].lower()}{text[1:]})"  # “from week 2: …” goes on in brackets


def _added(name: str, work: float) -> str:
    """Work that came to a task, or fell away: more of it and fewer hands for it are one thing to a plan."""
    return f"{days(abs(work))} of work {'added to' if work > 0.0 else 'taken off'} {name}"


def _telling(found: list[tuple[float, str]], direction: float) -> list[str]:
    found.sort(key=lambda pair: -abs(pair[0]))
    return [words for weight, words in found if weight * direction >= 0.0]


def _work(play: Play, week: int, view: View, project: Project) -> list[tuple[float, str]]:
    """What changed in the work and the people, each with the days it adds (negative: saves), roughly."""
    scenario = play.scenario
    found: list[tuple[float, str]] = []
    for index in project.tasks:
        task = scenario.tasks[index]
        if not view.live(task.work):
            continue
        work = moved(play, week, task.work)
        if abs(work) >= 0.5:
            by = _behind(play, week, view, task.work, work)
            found.append((work, f"{_added(task.name, work)}{by}"))
        if moved(play, week, task.finished) < 0.0:
            found.append((3.0, f"{task.name} is open again"))
    for person in scenario.people:
        if person.side == "team" and view.live(person.gone) and moved(play, week, person.gone) > 0.0:
            found.append((20.0, f"{first_name(person)} is gone"))
        hours = moved(play, week, person.hours) if person.hours != NONE and view.live(person.hours) else 0.0
        if hours:
            now = play.states[week].values[person.hours] / play.scenario.quantities[person.hours].per_unit
            found.append((-0.5 * hours, f"{first_name(person)} works {plain(now)} hours"))
    if view.live(project.estimated) and play.states[week].values[project.estimated] == 1 and week > 1:
        found.append((4.0, "an honest estimate came in"))
    return found
