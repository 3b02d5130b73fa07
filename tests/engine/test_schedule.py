"""Who works on what: one rule for the week that happens and for the forecast."""

import pytest

from game.engine.schedule import NEVER, allocate, handed_out, schedule_tasks

DEVELOPER = (("development",), 5.0)
TESTER = (("testing",), 5.0)


def test_a_task_waits_for_the_one_before_it() -> None:
    done, used = allocate([8.0, 3.0], [(), (0,)], ["development", "testing"], [DEVELOPER, TESTER])
    assert done == [5.0, 0.0]
    assert used == [5.0, 0.0]


def test_a_follower_starts_in_the_week_its_predecessor_ends() -> None:
    done, _used = allocate([2.0, 8.0], [(), (0,)], ["development", "development"], [DEVELOPER])
    assert done == [2.0, 3.0]


def test_two_people_share_a_task_they_both_can_do() -> None:
    done, used = allocate([7.0], [()], ["development"], [DEVELOPER, DEVELOPER])
    assert done == [7.0]
    assert used == [5.0, 2.0]


def test_a_forecast_counts_part_weeks() -> None:
    assert schedule_tasks([7.5], [()], ["development"], [DEVELOPER], 3.0) == [4.5]


def test_work_nobody_can_do_is_never_done() -> None:
    assert schedule_tasks([1.0, 1.0], [(), (0,)], ["magic", "development"], [DEVELOPER], 0.0) == [NEVER, NEVER]


def test_what_is_done_already_is_done_now() -> None:
    assert schedule_tasks([0.0], [()], ["development"], [], 4.0) == [4.0]


def test_what_is_handed_out_one_by_one_is_what_is_spent():
    week = ([2.0, 8.0, 3.0], [(), (0,), ()], ["development", "development", "testing"], [DEVELOPER, TESTER, DEVELOPER])
    done, used = allocate(*week)
    log = handed_out(*week)
    assert [sum(days for task, _worker, days in log if task == i) for i in range(3)] == pytest.approx(done)
    assert [sum(days for _task, worker, days in log if worker == w) for w in range(3)] == pytest.approx(used)
    assert [(task, worker) for task, worker, _days in log] == [(0, 0), (1, 0), (1, 2), (2, 1)]


def test_a_task_that_begins_in_the_week_is_done_no_sooner_than_what_it_waited_for() -> None:
    """Four days of one, then half a day of the other by somebody else: not done on Monday."""
    weeks = schedule_tasks([4.0, 0.5], [(), (0,)], ["build", "test"], [(("build",), 5.0), (("test",), 5.0)], 3.0)
    assert weeks == [3.8, 3.8]
