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
    able: list[list[int]] | None = None,
) -> tuple[list[float], list[float]]:
    """Spread one week of everybody's days over the tasks that are ready, in file order.

    Takes days remaining per task, the tasks each one waits for, the skill it asks, and each worker's skills and
    productive days this week (and `who_can`, where it is known). Returns days done per task, and days used per worker.
    A task that is finished within the week lets its followers start in the same week with what time is left.
    """
    left = [days for _skills, days in workers]
    done = _spend(remaining, after, who_can(skills, workers) if able is None else able, left)
    return done, [days - left[w] for w, (_skills, days) in enumerate(workers)]


def handed_out(
    remaining: list[float],
    after: list[tuple[int, ...]],
    skills: list[str],
    workers: Workers,
) -> list[tuple[int, int, float]]:
    """The same week as `allocate`, told one by one: (task, worker, days), in the order in which it is handed out."""
    log: list[tuple[int, int, float]] = []
    _spend(remaining, after, who_can(skills, workers), [days for _skills, days in workers], log)
    return log


def who_can(skills: list[str], workers: Workers) -> list[list[int]]:
    """For each task, the workers who have its skill."""
    return [[w for w, (known, _days) in enumerate(workers) if skill in known] for skill in skills]


def _spend(
    remaining: list[float],
    after: list[tuple[int, ...]],
    able: list[list[int]],
    left: list[float],
    log: list[tuple[int, int, float]] | None = None,
) -> list[float]:
    """Days done per task; taken from what the workers have `left`, and written to the log, where there is one."""
    done = [0.0] * len(remaining)
    going = [i for i, days in enumerate(remaining) if days > 1e-9]
    again = True
    while again:
        again = blocked = False
        for i in going:
            need = remaining[i] - done[i]
            if need <= 1e-9:
                continue
            if after[i] and not _ready(after[i], remaining, done):
                blocked = True
                continue
            for w in able[i]:
                if left[w] > 1e-9 and need > 1e-9:
                    days = left[w] if left[w] < need else need
                    left[w] -= days
                    done[i] += days
                    need -= days
                    if log is not None:
                        log.append((i, w, days))
                    again = blocked  # only a task that was passed over may have become ready
    return done


def _ready(waits: tuple[int, ...], remaining: list[float], done: list[float]) -> bool:
    for before in waits:  # noqa: SIM110 - asked too often for a generator
        if remaining[before] - done[before] > READY:
            return False
    return True


def schedule_tasks(
    remaining: list[float],
    after: list[tuple[int, ...]],
    skills: list[str],
    workers: Workers,
    start: float,
    horizon: int = 60,
    joining: float = NEVER,
    joiners: Workers = (),
    able: list[list[int]] | None = None,
) -> list[float]:
    """The week each task will be done if everybody goes on like this; `NEVER` where nobody can do it.

    Weeks count from `start`; a task that needs half of the week's days is done at the half of the week. `joiners`
    come on top from week `joining` on.
    """
    left = remaining.copy()
    finish = [start if days <= 1e-9 else NEVER for days in left]
    crew = workers
    able = who_can(skills, workers) if able is None else able
    joined = False
    now = total(left)
    for week in range(horizon):
        if not joined and start + week >= joining:
            joined, crew = True, [*workers, *joiners]
            able = who_can(skills, crew)
        done = _spend(left, after, able, [days for _skills, days in crew])
        for i, days in enumerate(done):
            if days > 0.0:
                left[i] -= days
                if left[i] <= 1e-9:
                    finish[i] = start + week + _part_of_week(days, able[i], crew)
                    for waited in after[i]:  # begun on what was left of the week, it is done no sooner than that
                        if finish[i] < finish[waited] < NEVER:
                            finish[i] = finish[waited]
        before, now = now, total(left)
        if now <= 1e-9 or (now == before and (joined or joining >= NEVER)):
            break
    return finish


def _part_of_week(days: float, able: list[int], workers: Workers) -> float:
    capacity = total([workers[w][1] for w in able])
    return min(1.0, days / capacity) if capacity > 0.0 else 1.0
