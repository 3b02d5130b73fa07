"""Projects and tasks, and the baseline plan the house believed in when it signed."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.constants import (
    DISCOVERY_NORMAL,
    DISCOVERY_TESTED,
    DISCOVERY_UNTESTED,
    QUALITY_NORMAL,
    QUALITY_NOVEL,
    QUALITY_ROUTINE,
)
from game.engine.expression import Arithmetic, Compare, Const, Expr, Pick
from game.engine.model import NONE, Person, Project, Task
from game.engine.schedule import NEVER, schedule_tasks
from game.scenario.cast import Start, store_all
from game.scenario.context import Context
from game.scenario.names import BOTH, PM, PROJECT, TASK, plus
from game.scenario.spec import ProjectSpec, ScenarioSpec, TaskSpec
from game.scenario.tree import Text, text_at

QUALITY = {"routine": QUALITY_ROUTINE, "normal": QUALITY_NORMAL, "novel": QUALITY_NOVEL}
DISCOVERY = {True: DISCOVERY_TESTED, None: DISCOVERY_NORMAL, False: DISCOVERY_UNTESTED}  # was it tested


@dataclass(frozen=True)
class Line:
    """One task as written, with the places of its project and of what it waits for (both among all projects)."""

    name: Text
    spec: TaskSpec
    project: int
    after: tuple[int, ...]


def project_specs(spec: ScenarioSpec) -> dict[Text, ProjectSpec]:
    """The projects by id; the first is the story's."""
    if spec.projects:
        return dict(spec.projects)
    if spec.project is not None:
        return {text_at("project", next(iter(spec.project.tasks), spec.title)): spec.project}
    return {}


def project_label(name: Text, spec: ProjectSpec) -> str:
    """What a project is called in a sentence."""
    if spec.name is not None:
        return " ".join(spec.name.split())
    return "the project" if name == "project" else name.replace("_", " ")


def build_projects(
    context: Context, spec: ScenarioSpec, people: tuple[Person, ...]
) -> tuple[tuple[Project, ...], tuple[Task, ...]]:
    """All projects and all tasks. Ids must have been declared, people built."""
    specs = project_specs(spec)
    lines = _lines(context, specs)
    workers = _workers(context, spec, people)
    reporting = next((i for i, project in enumerate(specs.values()) if project.status_report), NONE)
    tasks: list[Task] = []
    projects: list[Project] = []
    for number, (name, project) in enumerate(specs.items()):
        mine = [i for i, line in enumerate(lines) if line.project == number]
        _check_skills(context, [lines[i] for i in mine], people)
        ends = _baseline(lines, mine, workers[number] or [w for crew in workers for w in crew], project.due)
        made = [_task(context, i, lines, ends, project.due) for i in mine]
        tasks += made
        projects.append(_project(context, number, name, project, mine, made, spec.weeks, number == reporting))
    return tuple(projects), tuple(tasks)


def _lines(context: Context, specs: dict[Text, ProjectSpec]) -> list[Line]:
    lines: list[Line] = []
    for number, project in enumerate(specs.values()):
        for name, task in project.tasks.items():
            after = [_awaited(context, ref, name, project) for ref in task.after]
            lines.append(Line(name, task, number, tuple(i for i in after if i != NONE)))
    circle = _circle(lines)
    if circle:
        first = lines[circle[0]]
        way = " waits for ".join(f"`{lines[i].name}`" for i in [*circle, circle[0]])
        context.report.error(first.name, "OP204", f"Tasks wait in a circle: {way}.", "Take one of the `after` out.")
        return [Line(line.name, line.spec, line.project, ()) for line in lines]
    return lines


def _awaited(context: Context, ref: Text, name: Text, project: ProjectSpec) -> int:
    found = context.find(ref, "task")
    if found != NONE and ref not in project.tasks:
        message = f"`{name}` waits for `{ref}`, a task of another project."
        context.report.error(ref, "OP203", message, "Put both into one project.")
        return NONE
    return found


def _circle(lines: list[Line]) -> list[int]:
    """The tasks of one circle, in the order they wait; [] for none."""
    done = [False] * len(lines)
    for start in range(len(lines)):
        path: list[int] = []
        on_path = set()
        stack = [(start, 0)]
        while stack:
            task, step = stack.pop()
            if step == 0:
                if task in on_path:
                    return path[path.index(task) :]
                if done[task]:
                    continue
                path.append(task)
                on_path.add(task)
            if step < len(lines[task].after):
                stack.append((task, step + 1))
                stack.append((lines[task].after[step], 0))
            else:
                done[task] = True
                on_path.discard(path.pop())
    return []


def _workers(
    context: Context, spec: ScenarioSpec, people: tuple[Person, ...]
) -> list[list[tuple[tuple[str, ...], float]]]:
    """For each project, who starts on it: skills and days a week at their hours."""
    crews: list[list[tuple[tuple[str, ...], float]]] = [[] for _ in project_specs(spec)]
    for person in people:
        if person.side == "team":
            start = context.names.quantities[person.project].start_low
            hours = context.names.quantities[person.hours].start_low
            if 0 <= int(start) < len(crews):
                crews[int(start)].append((person.skills, hours / 8.0))
    return crews


def _check_skills(context: Context, lines: list[Line], people: tuple[Person, ...]) -> None:
    known = sorted({skill for person in people if person.side == "team" for skill in person.skills})
    for line in lines:
        if line.spec.skill not in known:
            message = f"`{line.name}` asks for {line.spec.skill}, which nobody on the team can do."
            remedy = f"Give somebody `skill: {line.spec.skill}`, or ask for one of: {', '.join(known) or 'none yet'}."
            context.report.error(line.name, "OP206", message, remedy)


def _baseline(
    lines: list[Line], mine: list[int], workers: list[tuple[tuple[str, ...], float]], due: int
) -> list[float]:
    """The planned end of each task of a project, stretched so that the last one ends when it is due."""
    if not mine:
        return []
    place = {i: n for n, i in enumerate(mine)}
    after = [tuple(place[j] for j in lines[i].after if j in place) for i in mine]
    days = [lines[i].spec.work for i in mine]
    ends = schedule_tasks(days, after, [lines[i].spec.skill for i in mine], workers, 0.0, 300)
    possible = [end for end in ends if end < NEVER]
    last = max(possible, default=0.0)
    if last <= 0.0:
        return [float(due)] * len(mine)
    return [due * (end / last if end < NEVER else 1.0) for end in ends]


def _task(context: Context, index: int, lines: list[Line], ends: list[float], due: int) -> Task:
    line = lines[index]
    first = next(i for i, other in enumerate(lines) if other.project == line.project)
    end = ends[index - first]
    start = max((ends[i - first] for i in line.after if lines[i].project == line.project), default=0.0)
    label = context.wording(line.spec.name) or line.name.replace("_", " ").capitalize()
    starts: dict[str, Start] = {"work": (line.spec.work, line.spec.work), "forecast": (end, end)}
    stored = store_all(context, line.name, f"{label}: ", TASK, "task", starts)
    _task_names(context, line.name, label, stored)
    return Task(
        id=str(line.name),
        name=label,
        project=line.project,
        skill=line.spec.skill,
        after=line.after,
        milestone=line.spec.milestone,
        quality=QUALITY[line.spec.novelty],
        discovery_weeks=DISCOVERY[line.spec.tested],
        planned_days=line.spec.work,
        planned_start=start,
        planned_end=end,
        work=stored["work"],
        done=stored["days_done"],
        hidden=stored["hidden"],
        finished=stored["finished"],
        forecast=stored["forecast"],
    )


def _task_names(context: Context, name: str, label: str, stored: dict[str, int]) -> None:
    names = context.names
    done, hidden = names.read(stored["days_done"]), names.read(stored["hidden"])
    progress = _share(Arithmetic("+", done, hidden), names.read(stored["work"]))
    names.derive(f"{name}.progress", f"{label}: progress", "share", progress, PM)
    finished = Compare(">", names.read(stored["finished"]), Const(0.0))
    names.derive(f"{name}.done", f"{label} is done", "flag", finished, PM, True)


def _share(part: Expr, whole: Expr) -> Expr:
    """A quotient that can only lie between 0 and 1."""
    return Pick("max", (Const(0.0), Pick("min", (Const(1.0), Arithmetic("/", part, whole)))))


def _project(
    context: Context,
    number: int,
    name: Text,
    spec: ProjectSpec,
    mine: list[int],
    tasks: list[Task],
    weeks: int,
    reports: bool,
) -> Project:
    label = project_label(name, spec)
    starts: dict[str, Start] = {
        "budget": (spec.budget, spec.budget),
        "forecast": (float(spec.due), float(spec.due)),
        "forecast_cost": (spec.budget, spec.budget),
        "utilisation": (0.8, 0.8),
    }
    stored = store_all(context, name, f"{label}: ", PROJECT, "project", starts)
    names = context.names
    names.mean(str(name), Const(float(number), "project"), "project", BOTH)
    names.derive(f"{name}.due", f"{label}: due week", "weeks", Const(float(spec.due), "weeks"), PM)
    done: list[Expr] = [names.read(q) for task in tasks for q in (task.done, task.hidden)]
    progress = _share(plus(done), plus([names.read(task.work) for task in tasks]))
    names.derive(f"{name}.progress", f"{label}: progress", "share", progress, PM)
    ends = {task.id for task in tasks} - {tasks[i - mine[0]].id for task in tasks for i in task.after if i in mine}
    flagged = [i for i, task in zip(mine, tasks, strict=True) if task.milestone]
    last = [i for i, task in zip(mine, tasks, strict=True) if task.id in ends]
    return Project(
        id=str(name),
        name=label,
        account=context.find(spec.account, "account") if spec.account else 0 if _has_account(context) else NONE,
        due=spec.due,
        start_budget=spec.budget,
        tasks=tuple(mine),
        milestones=tuple(flagged or last),
        planned_value=_planned_value(tasks, max(weeks, spec.due)),
        reports=reports,
        **stored,
    )


def _has_account(context: Context) -> bool:
    return any(kind == "account" for kind, _index, _place in context.ids.values())


def _planned_value(tasks: list[Task], weeks: int) -> tuple[float, ...]:
    """The share of the work planned to be done by the end of each week, from week 0."""
    everything = 0.0
    for task in tasks:
        everything += task.planned_days
    values = []
    for week in range(weeks + 1):
        done = 0.0
        for task in tasks:
            span = task.planned_end - task.planned_start
            part = 1.0 if week >= task.planned_end else (week - task.planned_start) / span if span > 0.0 else 0.0
            done += task.planned_days * max(0.0, part)
        values.append(min(1.0, done / everything) if everything > 0.0 else 1.0)
    return tuple(values)
