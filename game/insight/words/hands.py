"""Who works on what this week, and why a task that was planned to be under way has not begun."""

from __future__ import annotations

from game.engine.formulas.numeric import total
from game.engine.model import Person, Task
from game.engine.view import View
from game.insight.words.figures import days, listed
from game.insight.words.people import by_id, first_name

TOLD = 0.25  # days in a week from which it is told that somebody works on something
Hands = list[tuple[int, str, float]]  # task, person, days


def rule(view: View) -> str:
    """How work is given out, and what of it can be changed."""
    given = "Everybody takes the tasks of their project from top to bottom, where they have the skill."
    if len(view.scenario.projects) > 1:
        return f"{given} “Move” brings somebody to another project; no move puts somebody on a task."
    waits = "What waits for another task is passed over until the week in which that is done"
    return f"{given} {waits}; no move puts somebody on a task."


def on_task(view: View, hands: Hands, task: int) -> str:
    """Those who are on a task: "Aisha 4.3 days, Leo 2.8 days"; "" where nobody is. And of work that waits for other
    work of the same week, whether it begins beside that or after it."""
    scenario = view.scenario
    said = ", ".join(
        f"{first_name(scenario.people[by_id(scenario, person)])} {days(spent)}"
        for at, person, spent in _together(hands)
        if at == task
    )
    before = [scenario.tasks[i].name for i in scenario.tasks[task].after if not view.known(scenario.tasks[i].finished)]
    if not said or not before or view.known(scenario.tasks[task].done):
        return said
    return f"{said}, {'after' if begins(hands, task) else 'alongside'} {listed(before)}"


def begins(hands: Hands, task: int) -> float:
    """The share of the week that is gone when the first person comes to a task: what they spend on others before it.

    Who has nothing else to do begins with the week, also where the task waits for another of that week.
    """
    shares = []
    for place, (at, who, _spent) in enumerate(hands):
        if at == task:
            mine = [(i, spent) for i, (_task, person, spent) in enumerate(hands) if person == who]
            shares.append(total([spent for i, spent in mine if i < place]) / total([spent for _i, spent in mine]))
    return min(shares, default=0.0)


def of_person(view: View, hands: Hands, person: Person) -> str:
    """What somebody is on: "This week: Storefront 2.8 days."; "" for who is not on the team, or not seen at work."""
    if person.side != "team" or not view.live(person.project):
        return ""
    tasks = view.scenario.tasks
    found = [
        f"{'mending ' if view.known(tasks[task].finished) else ''}{tasks[task].name} {days(spent)}"
        for task, who, spent in _together(hands)
        if who == person.id
    ]
    return f"This week: {', '.join(found)}." if found else f"This week: nothing in the plan asks for {_skills(person)}."


def _skills(person: Person) -> str:
    return " or ".join(person.skills) or "them"


def _together(hands: Hands) -> Hands:
    """The days of one person on one task in one, without those nobody would tell."""
    days_of: dict[tuple[int, str], float] = {}
    for task, person, spent in hands:
        days_of[task, person] = days_of.get((task, person), 0.0) + spent
    return [(task, person, spent) for (task, person), spent in days_of.items() if spent >= TOLD]


def held_up(view: View, hands: Hands, task: Task) -> str:
    """Why nobody works on a task this week: what it waits for, or where those are who could."""
    scenario = view.scenario
    before = [scenario.tasks[i].name for i in task.after if not view.known(scenario.tasks[i].finished)]
    if before:
        return f"waits for {listed(before)}"
    able = [p for p in scenario.people if task.skill in p.skills and p.side == "team" and not view.known(p.gone)]
    if not able:
        return f"nobody here can do {task.skill}"
    names = {p.id: first_name(p) for p in able}
    busy = [(scenario.tasks[at].name, names[who]) for at, who, _spent in _together(hands) if who in names]
    who = list(dict.fromkeys(name for _task, name in busy))
    what = list(dict.fromkeys(name for name, _who in busy))
    return f"{listed(who)} {'is' if len(who) == 1 else 'are'} on {listed(what)} first" if busy else ""
