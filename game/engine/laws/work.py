"""The work: output of a team, hidden rework, discovery, waiting, and what the plan says now (MODELS 3, 4, 6)."""

from __future__ import annotations

from game.engine.constants import DAYS_PER_WEEK
from game.engine.formulas.money import earned_schedule, forecast_duration, spi_time
from game.engine.formulas.numeric import clamp, total
from game.engine.formulas.people import multitasking, person_output, productivity
from game.engine.formulas.work import discovery_after, late_fix, queue_wait, rework, work_quality
from game.engine.formulas.work import scope_growth as growth_of
from game.engine.laws.tick import Tick
from game.engine.model import Person, Project, Task
from game.engine.schedule import NEVER, allocate, schedule_tasks

REVIEW_COST = 0.06  # share of everybody's time, per level of reviews
INTERNAL = 0.10  # share of a working week nobody bills
DONE = 0.05  # days: less than this left is done
REOPENS = 0.5  # days of rework found that open a finished task again
UNCOORDINATED_FROM = 2  # weeks a plan looks after itself
UNCOORDINATED = 0.025  # share of output lost per week after that
UNCOORDINATED_MOST = 0.15
UNGUARDED_FROM = 3  # weeks after which a scope nobody guards grows faster
UNGUARDED = 0.3  # faster, per week after that
UNGUARDED_MOST = 1.5
WAITING_COST = 0.015  # share of output lost per day that a hand-over waits
WAITING_MOST = 0.12
LOAD_WEIGHT = 0.3  # of this week in the utilisation one speaks of: about a month
HASTE_WEEKS = 3.0  # a forecast so many weeks late is the worst pressure
HONEST = (0.75, 0.5, 0.3)  # share of hidden rework a forecast includes 0, 1 and 2 weeks after an honest estimate
STALE = 0.1  # and later
SCHEDULE_WEIGHT = 0.75  # of the plan against the pace, once a fifth is done
PACE_FROM = 0.2
LATEST = 99.0  # a forecast week nobody believes
AMBER, RED = 0.35, 1.25  # weeks late that make the true status amber, red
WEAK_SPONSOR = 45.0  # the trust below which a sponsor cannot stop their own people from asking


def days_of(tick: Tick, person: Person, project: int, new: float, experienced: float) -> float:
    """Productive days a person gives a project this week."""
    hours = tick.read(person.hours) / 40.0 * DAYS_PER_WEEK
    output = person_output(tick.read(person.ramp), new, experienced) * productivity(tick.read(person.fatigue))
    focus = multitasking(tick.projects_of(person))
    rules = tick.scenario.projects[project]
    reviews = 1.0 - REVIEW_COST * tick.read(rules.reviews)
    waiting = 1.0 - clamp(WAITING_COST * tick.read(rules.waiting), 0.0, WAITING_MOST)
    return hours * tick.working_on(person, project) * output * focus * reviews * waiting * coordination(tick)


def coordination(tick: Tick) -> float:
    """What is left of everybody's time when nobody looks after the plan: two do the same thing, a third waits."""
    weeks = tick.neglected("plan", "scope", "resources") - UNCOORDINATED_FROM
    return 1.0 - clamp(UNCOORDINATED * weeks, 0.0, UNCOORDINATED_MOST)


def people_on(tick: Tick, project: int) -> list[Person]:
    """Everybody who gives a project time this week."""
    return [p for p in tick.team if tick.working_on(p, project) > 0.0]


def newcomers(tick: Tick, on_it: list[Person], project: int) -> tuple[float, float]:
    """How many of a project's people are new and how many experienced, in full-time heads."""
    experienced = total([tick.working_on(p, project) * tick.read(p.ramp) for p in on_it])
    return total([tick.working_on(p, project) for p in on_it]) - experienced, experienced


def workers_of(tick: Tick, project: int) -> list[tuple[tuple[str, ...], float]]:
    """Everybody on a project: skills and productive days this week."""
    on_it = people_on(tick, project)
    new, experienced = newcomers(tick, on_it, project)
    return [(p.skills, days_of(tick, p, project, new, experienced)) for p in on_it]


def todo(tick: Tick, task: Task) -> float:
    """Days of a task that are visibly still to do."""
    return max(0.0, tick.read(task.work) - tick.read(task.done) - tick.read(task.hidden))


def tasks_of(tick: Tick, project: Project) -> list[Task]:
    """A project's tasks, in file order."""
    return [tick.scenario.tasks[i] for i in project.tasks]


def reported_share(tick: Tick, project: Project) -> float:
    """The share of the work that is reported done: really done, and hidden rework nobody has found."""
    tasks = tasks_of(tick, project)
    work = total([tick.read(t.work) for t in tasks])
    return total([tick.read(t.done) + tick.read(t.hidden) for t in tasks]) / work if work > 0.0 else 1.0


def waiting_for(project: Project, tasks: list[Task]) -> list[tuple[int, ...]]:
    """For each task of a project, the positions of the tasks it waits for."""
    return [tuple(project.tasks.index(before) for before in t.after if before in project.tasks) for t in tasks]


def under_way(tick: Tick) -> list[tuple[int, Project]]:
    """The projects that are not delivered yet, with their index."""
    return [(i, p) for i, p in enumerate(tick.scenario.projects) if tick.values[p.delivered] == 0]


def scope_growth(tick: Tick) -> None:
    """Requirements grow about 0.46 % a week: less under change control, twice as fast with a weak sponsor."""
    for position, project in under_way(tick):
        open_tasks = [t for t in tasks_of(tick, project) if tick.values[t.finished] == 0]
        controlled = tick.values[project.frozen] > 0
        if open_tasks:
            scope = total([todo(tick, t) for t in open_tasks])
            late = late_fix(reported_share(tick, project))
            days = growth_of(scope, controlled, _weak_sponsor(tick, project)) * late
            luck = 2.0 * tick.luck_of_project(position, 0)  # between nothing and twice the mean
            unguarded = clamp(UNGUARDED * (tick.neglected("scope") - UNGUARDED_FROM), 0.0, UNGUARDED_MOST)
            tick.ledger.move(open_tasks[-1].work, "law:scope_growth", days * luck * (1.0 + unguarded))
        if controlled:
            tick.ledger.move(project.frozen, "law:freeze_ends", -1.0)


def _weak_sponsor(tick: Tick, project: Project) -> bool:
    contacts = tick.scenario.accounts[project.account].contacts
    return bool(contacts) and tick.read(tick.scenario.people[contacts[0]].confidence) < WEAK_SPONSOR


def progress(tick: Tick) -> None:
    """The team's days go to the tasks that are ready; part of the work is wrong and does not show yet."""
    for position, project in under_way(tick):
        tasks = tasks_of(tick, project)
        on_it = people_on(tick, position)
        new, experienced = newcomers(tick, on_it, position)
        workers = [(p.skills, days_of(tick, p, position, new, experienced)) for p in on_it]
        done, used = allocate(
            [todo(tick, t) for t in tasks], waiting_for(project, tasks), [t.skill for t in tasks], workers
        )
        quality = _quality(tick, project, on_it, new, experienced)
        for task, days in zip(tasks, done, strict=True):
            if days > 0.0:
                step = rework(todo(tick, task), 0.0, days, quality(task.quality), task.discovery_weeks)
                tick.ledger.move(task.done, "law:work", step.done)
                tick.ledger.move(task.hidden, "law:rework", step.hidden_new)
        _load(tick, project, on_it, workers, used)


class _Quality:
    """How much of the work is right the first time, given the team's state."""

    def __init__(self, fatigue: float, haste: float, dilution: float) -> None:
        self.fatigue, self.haste, self.dilution = fatigue, haste, dilution

    def __call__(self, base: float) -> float:
        return work_quality(base, self.fatigue, self.haste, self.dilution)


def _quality(tick: Tick, project: Project, on_it: list[Person], new: float, experienced: float) -> _Quality:
    heads = len(on_it)
    tired = total([tick.read(p.fatigue) for p in on_it]) / heads if heads else 0.0
    haste = clamp((tick.read(project.forecast) - project.due) / HASTE_WEEKS, 0.0, 1.0)
    everybody = new + experienced
    return _Quality(tired, haste, new / everybody if everybody > 0.0 else 0.0)


def _load(
    tick: Tick,
    project: Project,
    on_it: list[Person],
    workers: list[tuple[tuple[str, ...], float]],
    used: list[float],
) -> None:
    """Utilisation: billed hours against a normal week; and how long a hand-over waits at that load."""
    heads = len(on_it)
    billed = 0.0
    for person, (_skills, days), spent in zip(on_it, workers, used, strict=True):
        busy = spent / days if days > 0.0 else 0.0
        billed += busy * tick.read(person.hours) / 40.0 * (1.0 - INTERNAL)
    load = billed / heads if heads else 0.0
    before = tick.read(project.utilisation)
    smoothed = before + LOAD_WEIGHT * (load - before) if tick.week > 1 else load
    tick.ledger.put(project.utilisation, "law:load", smoothed)
    tick.ledger.put(project.waiting, "law:queue", queue_wait(load))


def discovery(tick: Tick) -> None:
    """Hidden rework comes to light, faster with reviews; a finished task may open again."""
    for _position, project in under_way(tick):
        for task in tasks_of(tick, project):
            hidden = tick.read(task.hidden)
            if hidden > 0.0:
                weeks = discovery_after(task.discovery_weeks, tick.values[project.reviews])
                found = rework(0.0, hidden, 0.0, 1.0, weeks).found
                tick.ledger.move(task.hidden, "law:discovery", -found)


def finishing(tick: Tick) -> None:
    """Tasks finish, open again when enough rework is found, and a project is delivered when nothing is left to do."""
    for _position, project in under_way(tick):
        left = 0.0
        for task in tasks_of(tick, project):
            days = todo(tick, task)
            left += days
            if tick.values[task.finished] == 0 and days <= DONE:
                tick.ledger.put(task.finished, "law:finished", float(tick.week))
            elif tick.values[task.finished] != 0 and days > REOPENS:
                tick.ledger.put(task.finished, "law:discovery", 0.0)
        if left <= DELIVERABLE:
            _deliver(tick, project)


DELIVERABLE = 1.0  # days left that nobody waits for


def _deliver(tick: Tick, project: Project) -> None:
    """Hand over: what is still hidden escapes to the client, and the team is free."""
    tick.ledger.put(project.delivered, "law:delivered", float(tick.week))
    for task in tasks_of(tick, project):
        tick.ledger.move(project.defects, "law:escaped", tick.read(task.hidden))
        if tick.values[task.finished] == 0:
            tick.ledger.put(task.finished, "law:finished", float(tick.week))
    position = tick.scenario.projects.index(project)
    others = [i for i, _project in under_way(tick)]
    for person in tick.team:
        if tick.values[person.project] == position or not others:
            tick.ledger.put(person.project, "law:delivered", float(others[0]) if others else -1.0)


def forecast(tick: Tick) -> None:
    """When each task and the whole will be done on this pace, from what is reported and what was honestly estimated.

    The plan (who can do what, in which order) counts three parts, the pace so far (earned schedule) one.
    """
    for position, project in under_way(tick):
        tasks = tasks_of(tick, project)
        age = tick.values[project.estimated]
        share = HONEST[age] if age < len(HONEST) else STALE
        remaining = [todo(tick, t) + share * tick.read(t.hidden) for t in tasks]
        crew = workers_of(tick, position)
        known = [skill for skills, _days in crew for skill in skills]
        missing = any(days > 0.0 and t.skill not in known for t, days in zip(tasks, remaining, strict=True))
        joining, joiners = _who_joins(tick, position) if missing else (NEVER, [])
        weeks = schedule_tasks(
            remaining,
            waiting_for(project, tasks),
            [t.skill for t in tasks],
            crew,
            float(tick.week),
            joining=joining,
            joiners=joiners,
        )
        for task, week in zip(tasks, weeks, strict=True):
            tick.ledger.put(task.forecast, "law:forecast", min(LATEST, week))
        tick.ledger.put(project.forecast, "law:forecast", min(LATEST, _on_this_pace(tick, project, max(weeks))))
        tick.ledger.move(project.estimated, "law:estimate_ages", 1.0)


def _who_joins(tick: Tick, project: int) -> tuple[float, list[tuple[tuple[str, ...], float]]]:
    """Who lacks a skill waits for the other projects: when they are expected to be done, and whom that sets free."""
    when, free = 0.0, []
    for position, other in under_way(tick):
        if position != project:
            when = max(when, tick.read(other.forecast))
            free += [(p.skills, DAYS_PER_WEEK) for p in people_on(tick, position) if tick.working_on(p, project) == 0.0]
    return (when, free) if free and when < LATEST else (NEVER, [])


def _on_this_pace(tick: Tick, project: Project, planned: float) -> float:
    done = reported_share(tick, project)
    if done < PACE_FROM or planned >= NEVER:
        return planned
    pace = spi_time(earned_schedule(project.planned_value[1:], done), float(tick.week))
    at_pace = max(float(tick.week), forecast_duration(float(project.due), pace))
    return SCHEDULE_WEIGHT * planned + (1.0 - SCHEDULE_WEIGHT) * min(LATEST, at_pace)


def status(tick: Tick) -> None:
    """The true status: green, amber or red by the weeks the project will be late, hidden rework included."""
    for position, project in under_way(tick):
        able = total([days for _skills, days in workers_of(tick, position)])
        hidden = total([tick.read(t.hidden) for t in tasks_of(tick, project)])
        late = tick.read(project.forecast) + (hidden / able if able > 0.0 else 0.0) - project.due
        tick.ledger.put(project.status, "law:status", 0.0 if late <= AMBER else 1.0 if late <= RED else 2.0)
