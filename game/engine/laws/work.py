"""The work: output of a team, hidden rework, discovery, waiting, and what the plan says now (MODELS 3, 4, 6)."""

from __future__ import annotations

from game.engine.constants import DAYS_PER_WEEK, NORMAL_HOURS
from game.engine.formulas.money import earned_schedule, forecast_duration, spi_time
from game.engine.formulas.numeric import clamp, total
from game.engine.formulas.people import multitasking, person_output, productivity, teaching
from game.engine.formulas.work import discovery_after, late_fix, queue_wait, rework, work_quality
from game.engine.formulas.work import scope_growth as growth_of
from game.engine.laws.tick import Crew, Tick
from game.engine.model import Plan, Project, Task
from game.engine.schedule import NEVER, allocate, handed_out, schedule_tasks, who_can

REVIEW_COST = 0.03  # share of everybody's time, per level of reviews
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
LAST_WEEK_LEAST = 0.2  # share of the week of a delivery that is paid at least: a day
WEAK_SPONSOR = 45.0  # the trust below which a sponsor cannot stop their own people from asking


def crew_of(tick: Tick, project: int) -> Crew:
    """This week's crew of a project; worked out once, since nothing it reads moves until a delivery frees people."""
    crew = tick.crews.get(project)
    if crew is None:
        crew = Crew()
        for person in tick.team:
            share = tick.working_on(person, project)
            if share > 0.0:
                crew.people.append(person)
                crew.shares.append(share)
        _measure(tick, project, crew)
        crew.able = who_can(tick.plans[project].skills, workers(tick, project, crew))
        tick.crews[project] = crew
    return crew


def _measure(tick: Tick, project: int, crew: Crew) -> None:
    """Full-time heads, new and experienced, and everybody's days."""
    ramps = [tick.read(p.ramp) for p in crew.people]
    for i, share in enumerate(crew.shares):
        crew.experienced += share * ramps[i]
    crew.new = total(crew.shares) - crew.experienced
    crew.together = coordination(tick)
    team = teaching(crew.new, crew.experienced)
    reviews = 1.0 - REVIEW_COST * tick.read(tick.scenario.projects[project].reviews)
    for i, person in enumerate(crew.people):
        hours = tick.read(person.hours) / NORMAL_HOURS * DAYS_PER_WEEK
        output = person_output(ramps[i], team) * productivity(tick.read(person.fatigue))
        crew.days.append(hours * crew.shares[i] * output * multitasking(tick.projects_of(person)) * reviews)


def workers(tick: Tick, project: int, crew: Crew) -> list[tuple[tuple[str, ...], float]]:
    """Everybody's skills and productive days, at what hand-overs wait now."""
    waiting = 1.0 - clamp(WAITING_COST * tick.read(tick.scenario.projects[project].waiting), 0.0, WAITING_MOST)
    return [(p.skills, crew.days[i] * waiting * crew.together) for i, p in enumerate(crew.people)]


def coordination(tick: Tick) -> float:
    """What is left of everybody's time when nobody looks after the plan: two do the same thing, a third waits."""
    weeks = tick.neglected("plan", "scope", "resources") - UNCOORDINATED_FROM
    return 1.0 - clamp(UNCOORDINATED * weeks, 0.0, UNCOORDINATED_MOST)


def todo(tick: Tick, task: Task) -> float:
    """Days of a task that are visibly still to do."""
    left = tick.read(task.work) - tick.read(task.done) - tick.read(task.hidden)
    return left if left > 0.0 else 0.0


def todos(tick: Tick, plan: Plan) -> list[float]:
    """`todo` of every task of a plan; read here rather than by `tick.read`, since nothing is read as often."""
    values, per_unit = tick.values, tick.per_unit
    found = []
    for task in plan.tasks:
        left = values[task.work] / per_unit[task.work] - values[task.done] / per_unit[task.done]
        left -= values[task.hidden] / per_unit[task.hidden]
        found.append(left if left > 0.0 else 0.0)
    return found


def reported_share(tick: Tick, project: int) -> float:
    """The share of the work that is reported done: really done, and hidden rework nobody has found."""
    values, per_unit = tick.values, tick.per_unit
    work = reported = 0.0
    for task in tick.plans[project].tasks:
        work += values[task.work] / per_unit[task.work]
        reported += values[task.done] / per_unit[task.done] + values[task.hidden] / per_unit[task.hidden]
    return reported / work if work > 0.0 else 1.0


def under_way(tick: Tick) -> list[tuple[int, Project]]:
    """The projects that are not delivered yet, with their index."""
    return [(i, p) for i, p in enumerate(tick.scenario.projects) if tick.values[p.delivered] == 0]


def scope_growth(tick: Tick) -> None:
    """Requirements grow about 0.46 % a week: less under change control, twice as fast with a weak sponsor."""
    for position, project in under_way(tick):
        open_tasks = [t for t in tick.plans[position].tasks if tick.values[t.finished] == 0]
        controlled = tick.values[project.frozen] > 0
        if open_tasks:
            scope = total([todo(tick, t) for t in open_tasks])
            late = late_fix(reported_share(tick, position))
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
        plan = tick.plans[position]
        crew = crew_of(tick, position)
        hands = workers(tick, position, crew)
        remaining = todos(tick, plan)
        done, used = allocate(remaining, plan.waits, plan.skills, hands, crew.able)
        tired, haste, dilution = _strain(tick, project, crew)
        for i, task in enumerate(plan.tasks):
            if done[i] > 0.0:
                quality = work_quality(task.quality, tired, haste, dilution)
                step = rework(remaining[i], 0.0, done[i], quality, task.discovery_weeks)
                tick.ledger.move(task.done, "law:work", step.done)
                tick.ledger.move(task.hidden, "law:rework", step.hidden_new)
        busy = [used[i] / days if days > 0.0 else 0.0 for i, (_skills, days) in enumerate(hands)]
        if total(remaining) - total(done) > DELIVERABLE:  # the hands that fall idle on the last day are no idleness
            _load(tick, project, crew, busy)
        else:
            tick.last_weeks[position] = _until_done(plan, remaining, hands, crew)


def _until_done(plan: Plan, remaining: list[float], hands: list[tuple[tuple[str, ...], float]], crew: Crew) -> float:
    """The share of its last week that a project takes: until its last task is done, but no less than all of it."""
    able = {worker for i, those in enumerate(crew.able) if remaining[i] > 0.0 for worker in those}
    capacity = total([days for worker, (_skills, days) in enumerate(hands) if worker in able])
    together = total(remaining) / capacity if capacity > 0.0 else 1.0
    last = max(schedule_tasks(remaining, plan.waits, plan.skills, hands, 0.0, 1, able=crew.able))
    return clamp(max(together, last), LAST_WEEK_LEAST, 1.0)


def hands(tick: Tick) -> list[tuple[int, str, float]]:
    """Who would work on what this week if it began now: (task, person, days), as `progress` hands out the days."""
    found: list[tuple[int, str, float]] = []
    for position, project in under_way(tick):
        plan, crew = tick.plans[position], crew_of(tick, position)
        for task, worker, days in handed_out(todos(tick, plan), plan.waits, plan.skills, workers(tick, position, crew)):
            found.append((project.tasks[task], crew.people[worker].id, days))
    return found


def _strain(tick: Tick, project: Project, crew: Crew) -> tuple[float, float, float]:
    """What lowers the quality of a team's work: its fatigue, its haste, and the share of new people in it."""
    heads = len(crew.people)
    tired = total([tick.read(p.fatigue) for p in crew.people]) / heads if heads else 0.0
    haste = clamp((tick.read(project.forecast) - project.due) / HASTE_WEEKS, 0.0, 1.0)
    everybody = crew.new + crew.experienced
    return tired, haste, crew.new / everybody if everybody > 0.0 else 0.0


def _load(tick: Tick, project: Project, crew: Crew, busy: list[float]) -> None:
    """Utilisation: billed hours against a normal week; and how long a hand-over waits at that load."""
    heads = len(crew.people)
    billed = 0.0
    for position, person in enumerate(crew.people):
        billed += busy[position] * tick.read(person.hours) / NORMAL_HOURS * (1.0 - INTERNAL)
    load = billed / heads if heads else 0.0
    before = tick.read(project.utilisation)
    smoothed = before + LOAD_WEIGHT * (load - before) if tick.week > 1 else load
    tick.ledger.put(project.utilisation, "law:load", smoothed)
    tick.ledger.put(project.waiting, "law:queue", queue_wait(load))


def discovery(tick: Tick) -> None:
    """Hidden rework comes to light, faster with reviews; a finished task may open again."""
    for position, project in under_way(tick):
        for task in tick.plans[position].tasks:
            if tick.values[task.hidden] > 0:
                weeks = discovery_after(task.discovery_weeks, tick.values[project.reviews])
                found = rework(0.0, tick.read(task.hidden), 0.0, 1.0, weeks).found
                tick.ledger.move(task.hidden, "law:discovery", -found)


def finishing(tick: Tick) -> None:
    """Tasks finish, open again when enough rework is found, and a project is delivered when nothing is left to do."""
    for position, project in under_way(tick):
        left = 0.0
        remaining = todos(tick, tick.plans[position])
        for i, task in enumerate(tick.plans[position].tasks):
            days = remaining[i]
            left += days
            if tick.values[task.finished] == 0 and days <= DONE:
                tick.ledger.put(task.finished, "law:finished", float(tick.week))
            elif tick.values[task.finished] != 0 and days > REOPENS:
                tick.ledger.put(task.finished, "law:discovery", 0.0)
        if left <= DELIVERABLE:
            _deliver(tick, position, project)


DELIVERABLE = 1.0  # days left that nobody waits for


def _deliver(tick: Tick, position: int, project: Project) -> None:
    """Hand over: what is still hidden escapes to the client, and the team is free."""
    tick.ledger.put(project.delivered, "law:delivered", float(tick.week))
    tick.ledger.put(project.forecast, "law:delivered", float(tick.week))
    for task in tick.plans[position].tasks:
        tick.ledger.move(project.defects, "law:escaped", tick.read(task.hidden))
        if tick.values[task.finished] == 0:
            tick.ledger.put(task.finished, "law:finished", float(tick.week))
    others = [i for i, _project in under_way(tick)]
    for person in tick.team:
        if tick.values[person.project] == position or not others:
            tick.ledger.put(person.project, "law:set_free", float(others[0]) if others else -1.0)
    tick.crews.clear()


def left_unfinished(tick: Tick) -> None:
    """When the story ends, what is still hidden in work that was never handed over is somebody else's to find."""
    for position, project in under_way(tick):
        for task in tick.plans[position].tasks:
            tick.ledger.move(project.defects, "law:unfinished", tick.read(task.hidden))


def forecast(tick: Tick) -> None:
    """When each task and the whole will be done on this pace, from what is reported and what was honestly estimated.

    The plan (who can do what, in which order) counts three parts, the pace so far (earned schedule) one.
    """
    for position, project in under_way(tick):
        plan = tick.plans[position]
        age = tick.values[project.estimated]
        share = HONEST[age] if age < len(HONEST) else STALE
        visible = todos(tick, plan)
        remaining = [visible[i] + share * tick.read(t.hidden) for i, t in enumerate(plan.tasks)]
        able = crew_of(tick, position).able
        crew = workers(tick, position, crew_of(tick, position))
        joining, joiners = _who_joins(tick, position) if _lacks_a_skill(remaining, able) else (NEVER, [])
        weeks = schedule_tasks(remaining, plan.waits, plan.skills, crew, float(tick.week), 60, joining, joiners, able)
        whole = on_this_pace(tick, position, project, max(weeks))
        stretch = _stretch(float(tick.week), max(weeks), whole)
        for i, task in enumerate(plan.tasks):
            ends = tick.week + (weeks[i] - tick.week) * stretch
            if tick.values[task.finished] != 0:  # what is still wrong in it opens it again, once it is found
                done = float(tick.values[task.finished])
                ends = clamp(tick.read(task.forecast), done - 1.0, done)
            tick.ledger.put(task.forecast, "law:forecast", _believable(ends))
        tick.ledger.put(project.forecast, "law:forecast", _believable(whole))
        tick.ledger.move(project.estimated, "law:estimate_ages", 1.0)


def _stretch(now: float, planned: float, whole: float) -> float:
    """How much longer than planned the rest takes on this pace, so that the last task ends when the whole does."""
    if planned <= now or planned >= NEVER:
        return 1.0
    return max(0.0, whole - now) / (planned - now)


def _believable(week: float) -> float:
    return week if week < LATEST else LATEST


def _lacks_a_skill(remaining: list[float], able: list[list[int]]) -> bool:
    for i, those in enumerate(able):  # noqa: SIM110 - asked too often for a generator
        if remaining[i] > 0.0 and not those:
            return True
    return False


def _who_joins(tick: Tick, project: int) -> tuple[float, list[tuple[tuple[str, ...], float]]]:
    """Who lacks a skill waits for the other projects: when they are expected to be done, and whom that sets free."""
    when, free = 0.0, []
    for position, other in under_way(tick):
        if position != project:
            when = max(when, tick.read(other.forecast))
            there = crew_of(tick, position).people
            free += [(p.skills, DAYS_PER_WEEK) for p in there if tick.working_on(p, project) == 0.0]
    return (when, free) if free and when < LATEST else (NEVER, [])


def on_this_pace(tick: Tick, position: int, project: Project, planned: float) -> float:
    """When a plan that says `planned` will be done, once the pace so far counts."""
    done = reported_share(tick, position)
    if done < PACE_FROM or planned >= NEVER:
        return planned
    pace = spi_time(earned_schedule(tick.plans[position].planned, done), float(tick.week))
    at_pace = max(float(tick.week), forecast_duration(float(project.due), pace))
    return SCHEDULE_WEIGHT * planned + (1.0 - SCHEDULE_WEIGHT) * _believable(at_pace)


def status(tick: Tick) -> None:
    """The true status: green, amber or red by the weeks the project will be late, hidden rework included."""
    for position, project in under_way(tick):
        able = total([days for _skills, days in workers(tick, position, crew_of(tick, position))])
        hidden = total([tick.read(t.hidden) for t in tick.plans[position].tasks])
        late = tick.read(project.forecast) + (hidden / able if able > 0.0 else 0.0) - project.due
        tick.ledger.put(project.status, "law:status", 0.0 if late <= AMBER else 1.0 if late <= RED else 2.0)
