"""Who works on what, and when it will be done: the same rule for a week that happens and for a forecast."""

from __future__ import annotations

from collections.abc import Sequence

from game.engine.formulas.numeric import total

NEVER = 999.0  # a finish week that means: not with these people
READY = 0.5  # days left of a task for which nobody waits

Workers = Sequence[tuple[tuple[str, ...], float]]


def allocate(
    remaining: list[float],
    after: list[tuple[int, ...]],
    skills: list[str],
    workers: Workers,
) -> tuple[list[float], list[float]]:
    """Spread one week of everybody's days over the tasks that are ready, in file order.

    Takes days remaining per task, the tasks each one waits for, the skill it asks, and each worker's skills and
    productive days this week. Returns days done per task, and days used per worker. A task that is finished within
    the week lets its followers start in the same week with what time is left.
    """
    left = [days for _skills, days in workers]
    done = [0.0] * len(remaining)
    open_tasks = [i for i in range(len(remaining)) if remaining[i] > 1e-9]
    progressed = True
    while progressed:
        progressed = False
        for i in open_tasks:
            need = remaining[i] - done[i]
            if need <= 1e-9 or not _ready(i, remaining, done, after):
                continue
            for w, (known, _days) in enumerate(workers):
                if left[w] > 1e-9 and need > 1e-9 and skills[i] in known:
                    days = left[w] if left[w] < need else need
                    left[w] -= days
                    done[i] += days
                    need -= days
                    progressed = True
    return done, [workers[w][1] - left[w] for w in range(len(workers))]


def _ready(task: int, remaining: list[float], done: list[float], after: list[tuple[int, ...]]) -> bool:
    return all(remaining[before] - done[before] <= READY for before in after[task])


def schedule_tasks(
    remaining: list[float],
    after: list[tuple[int, ...]],
    skills: list[str],
    workers: Workers,
    start: float,
    horizon: int = 60,
    joining: float = NEVER,
    joiners: Workers = (),
) -> list[float]:
    """The week each task will be done if everybody goes on like this; `NEVER` where nobody can do it.

    Weeks count from `start`; a task that needs half of the week's days is done at the half of the week. `joiners`
    come on top from week `joining` on.
    """
    left = remaining.copy()
    finish = [start if days <= 1e-9 else NEVER for days in left]
    for week in range(horizon):
        before = total(left)
        joined = start + week >= joining
        crew = [*workers, *joiners] if joined else workers
        done, _used = allocate(left, after, skills, crew)
        for i, days in enumerate(done):
            if days <= 0.0:
                continue
            left[i] -= days
            if left[i] <= 1e-9:
                finish[i] = start + week + _part_of_week(i, days, skills, crew)
        now = total(left)
        if now <= 1e-9 or (now == before and (joined or joining >= NEVER)):
            break
    return finish


def _part_of_week(task: int, days: float, skills: list[str], workers: Workers) -> float:
    able = total([capacity for known, capacity in workers if skills[task] in known])
    return min(1.0, days / able) if able > 0.0 else 1.0
