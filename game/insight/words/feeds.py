"""What fed a law in a week: whose work was ready, what was on offer, what time takes away."""

from __future__ import annotations

from game.engine.constants import NORMAL_HOURS
from game.engine.model import NONE
from game.engine.play import Play
from game.engine.scores import number
from game.engine.view import View
from game.insight.pace import (
    DELIVERED,
    SET_FREE,
    PaceSoFar,
    begun_by,
    delivered_as_expected,
    had_little_to_do,
    pace_so_far,
    project_of_forecast,
)
from game.insight.words.causes import cause_words, softened
from game.insight.words.figures import days, listed, percent, plain, week_of, weeks
from game.insight.words.leaving import why_left
from game.insight.words.people import first_name
from game.insight.words.quantities import suffix

FULL = 0.95  # share of somebody's days from which it is a full week
MOST = 2  # people who work longer than others, as far as one says their names
# who looked at the work besides those who did it, by the level of reviews
CHECKS = ("no reviews looked for them", "reviews had found the rest", "reviews and tests had found the rest")
# what time does to a number that nothing else moved
FADES = {
    "given": "what was free is slowly forgotten",
    "understanding": "what one knows of a client goes out of date",
    "rapport": "each week it drifts a little towards the middle",
    "asks": "they forget, in time, that they were asked to buy",
}


def fed_by(play: Play, week: int, view: View, quantity: int, cause: str, more: bool) -> str:
    """What was behind a law's line of a week, such as "little that was ready for Sunita"; "" for others.

    `more` says whether the law made more of the number: a date later, a cost higher.
    """
    if cause in ("law:week_work", "law:load"):
        return _hands(play, week, view, quantity, more)
    if cause == DELIVERED:
        return whole_week(play, week, quantity)
    if cause == SET_FREE:
        return _came_over(play, week, quantity)
    if cause.startswith("move:hours"):
        return _hours(play, week, quantity, cause, more)
    if cause == "law:pace_so_far":
        return _pace(play, week, quantity)
    if cause.startswith("law:workload"):
        return _load(play, week, quantity)
    if cause == "law:escaped":
        return _missed(play, week, quantity)
    if cause == "law:timeliness":
        return _date_felt(play, week, quantity)
    if cause == "law:pipeline":
        return _on_offer(play, week, quantity)
    if cause == "law:open_issue":
        return _complaint(play, week, view, quantity)
    if cause.startswith("law:resignation"):
        gone = next((p for p in play.scenario.people if quantity == p.gone), None)
        return "" if gone is None else why_left(play, week, view, gone).removesuffix(".")
    if cause == "law:time":
        return _unspoken(play, week, quantity) or FADES.get(suffix(play.scenario, quantity), "")
    return ""


def _pace(play: Play, week: int, quantity: int) -> str:
    """How the weeks behind stand to the plan, against how they stood a week ago: they count for what is to come."""
    position = project_of_forecast(play.scenario, quantity)
    if position == NONE:
        return ""
    pace = pace_so_far(play, week, position)
    stands = f"{percent(min(1.0, pace.done))} of the work is done, {percent(pace.planned)} was planned"
    return f"{stands}; by that alone it would end in {week_of(pace.alone)}, {_what_it_does(pace)}"


def _what_it_does(pace: PaceSoFar) -> str:
    """What the pace so far does to the date now, against what it did to it a week ago."""
    if pace.before == 0.0:
        return "which counts for a quarter from now on"
    if pace.after == 0.0:
        return f"no longer {'later' if pace.before > 0.0 else 'sooner'} than the plan"
    side = "later" if pace.after > 0.0 else "sooner"
    if pace.before * pace.after < 0.0:
        return f"{side} than the plan now"
    return f"{side} than the plan still, by {'more' if abs(pace.after) > abs(pace.before) else 'less'} than last week"


def whole_week(play: Play, week: int, quantity: int) -> str:
    """What a delivery in the week it was expected in counts as late, and what had been foreseen; "" for others."""
    for project in delivered_as_expected(play, week):
        if quantity == project.forecast and week > project.due:
            foreseen = number(play.scenario, play.states[week - 1].values, quantity) - project.due
            late = f"{weeks(week - project.due)} late, where {days(round(5.0 * foreseen, 1))} had been foreseen"
            return f"a delivery counts by its whole week: {late}"
    return ""


def _load(play: Play, week: int, quantity: int) -> str:
    """Whether it was too much to do that wore somebody down, or too little."""
    person = next((each for each in play.scenario.people if quantity in (each.morale, each.fatigue)), None)
    if person is None or person.hours == NONE:
        return ""
    hours = play.states[week].values[person.hours] / play.scenario.quantities[person.hours].per_unit
    if play.states[week - 1].values[person.project] < 0:
        return "no work to do wears people down, too"
    return "too much to do wears people down" if hours > NORMAL_HOURS else "too little to do wears people down, too"


def _missed(play: Play, week: int, quantity: int) -> str:
    """When the mistakes were made that went out with a delivery, and who else had looked at the work."""
    project = next((each for each in play.scenario.projects if each.defects == quantity), None)
    if project is None:
        return ""
    hidden = [play.scenario.tasks[index].hidden for index in project.tasks]
    made: dict[int, int] = {}
    for lived in play.weeks[:week]:
        for _week, moved, cause, grains in lived.changes:
            if moved in hidden and cause == "law:rework":
                made[lived.week] = made.get(lived.week, 0) + grains
    checks = min(len(CHECKS) - 1, max(0, play.states[week].values[project.reviews]))
    worst = max(made, key=lambda each: made[each], default=week)
    return f"mistakes nobody found, most of them made in week {worst}; {CHECKS[checks]}"


def _date_felt(play: Play, week: int, quantity: int) -> str:
    """How the date stands for one of a client's people: what the law of it goes by, in its order."""
    scenario, values = play.scenario, play.states[week].values
    person = next((p for p in scenario.people if quantity in (p.satisfaction, p.experience)), None)
    at = NONE if person is None else scenario.tables.project_of[person.account]
    if at == NONE:
        return ""
    project = scenario.projects[at]
    if values[project.delivered]:
        late = values[project.delivered] > project.due
        return "delivered late, which is not forgotten at once" if late else "delivered in time, and they still like it"
    if week > project.due:
        return "it has passed, and nothing is delivered"
    return "they have been told that it is in doubt" if values[project.told] else "nobody has told them of a delay"


def _complaint(play: Play, week: int, view: View, quantity: int) -> str:
    """What the open complaint of somebody's house is about, and since when it is felt."""
    person = next((p for p in play.scenario.people if quantity in (p.satisfaction, p.experience)), None)
    issue = NONE if person is None else play.scenario.accounts[person.account].issue
    for lived in reversed(play.weeks[:week]):
        for _week, moved, cause, grains in lived.changes:
            if moved == issue and grains > 0:
                about = cause_words(view, cause).text
                return f"about {about}, since week {lived.week}: felt every week until it is settled"
    return ""


def _hands(play: Play, week: int, view: View, quantity: int, more: bool) -> str:
    """Who of the team that a number is about had little that was ready: the plan waits too.

    Nobody who waited makes a date sooner; a load goes both ways.
    """
    scenario = play.scenario
    for position, project in enumerate(scenario.projects):
        task = next((scenario.tasks[i] for i in project.tasks if scenario.tasks[i].forecast == quantity), None)
        of_all = quantity in (project.forecast, project.forecast_cost, project.utilisation)
        if (task is not None or of_all) and view.live(quantity):
            load = quantity == project.utilisation
            idle = had_little_to_do(play, week, position) if load or more else []
            able = [first_name(person) for person in idle if task is None or task.skill in person.skills]
            if able:
                return f"little that was ready for {listed(able)}"
            return _full(play, week, position, more) if load else ""
    return ""


def _hours(play: Play, week: int, quantity: int, cause: str, more: bool) -> str:
    """Why other hours moved a forecast by more than those of one week."""
    position = project_of_forecast(play.scenario, quantity)
    if position == NONE:
        return ""
    if more:  # what is left is stretched by the pace so far, and the more so the shorter the plan of all is
        return "other work is done sooner; the pace so far is spread over less, and delays this"
    return begun_sooner(play, week, position, cause) or "with these hours kept up to the end"


def begun_sooner(play: Play, week: int, position: int, cause: str) -> str:
    """Which tasks of a project a cause brought into a week, as what they wait for is done in it; or ""."""
    begun = listed([task.name for task in begun_by(play, week, position, cause)])
    return f"{begun} began a week sooner" if begun else ""


def _full(play: Play, week: int, position: int, more: bool) -> str:
    """How full a week is in which nobody was idle: by whose was not quite full, or by who works longer than others."""
    values = play.states[week].values
    some = [first_name(person) for person in had_little_to_do(play, week, position, FULL)]
    if some:
        return f"no full week of work that was ready for {listed(some)}"
    if not more:
        return ""
    long: list[str] = []
    for person in play.scenario.people:
        hours = 0.0 if person.hours == NONE else values[person.hours] / play.scenario.quantities[person.hours].per_unit
        if person.side == "team" and hours > NORMAL_HOURS and values[person.project] == position:
            long.append(f"{first_name(person)} works {plain(hours)} hours")
    return listed(long[:MOST]) if long else "a full week for everybody, less the tenth that is never billed"


def _came_over(play: Play, week: int, quantity: int) -> str:
    """Who was set free by a delivery this week and is on the project now that a number is about."""
    free = [moved for _w, moved, cause, _a in play.weeks[week - 1].changes if cause == SET_FREE]
    now, position = play.states[week].values, project_of_forecast(play.scenario, quantity)
    if position == NONE:
        return ""
    came = [person for person in play.scenario.people if person.project in free]
    return listed([first_name(person) for person in came if now[person.project] == position])


def _unspoken(play: Play, week: int, quantity: int) -> str:
    """Who was neither called nor visited for another week; whoever was has waited only since."""
    person = next((each for each in play.scenario.people if quantity == each.silence), None)
    if person is None:
        return ""
    waits = play.states[week].values[quantity] > play.scenario.quantities[quantity].per_unit
    return f"nobody called or visited {first_name(person)} this week" if waits else "a week has gone by since"


def _on_offer(play: Play, week: int, quantity: int) -> str:
    """Which offers of an account were made this week, and which were answered; else that their chances moved."""
    scenario, told = play.scenario, []
    was, now = play.states[week - 1].values, play.states[week].values
    for offer in scenario.offers:
        if scenario.accounts[offer.account].pipeline == quantity and was[offer.status] != now[offer.status]:
            word = {1: "is on offer now", 2: "was taken", 3: "was declined"}.get(now[offer.status], "")
            told += [f"“{softened(offer.name)}” {word}"] if word else []
    return listed(told) or "value times chance, which goes by trust and by what we know of them"
