"""A review is worked out while the play goes on, kept with it, and comes to the same however often it was left off."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.engine.model import Seat
from game.insight.review.whole import Effort, Review, review
from game.records.opening import memory_store, open_store
from game.records.reflections import Reflection, TurningPoint, keep_reflection, reflection_of
from game.records.reopening import resume
from game.records.reviewing import Reviewing
from game.records.store import Store
from tests.records.played import NOW, begun, clock, play_week, played

LITTLE = Effort(options=4, with_truth=2, moves=2, stations=3)


def steps(reviewing: Reviewing) -> int:
    done = 0
    while reviewing.work():
        done += 1
    return done


def all_at_once(store: Store, mode: str = "am") -> Review:
    desk = played(store, mode)
    work = review(desk.play, desk.humans[0], mode == "two", LITTLE)
    while True:
        try:
            next(work)
        except StopIteration as ended:
            found: Review = ended.value
            return found


def test_it_begins_with_the_first_decision_and_is_complete_soon_after_the_last() -> None:
    store = memory_store()
    desk = begun(store, "am")
    reviewing = Reviewing(desk, Seat.AM, LITTLE)
    assert (steps(reviewing), reviewing.progress) == (0, 1.0)  # nothing decided, nothing to judge
    while desk.outcome is None:
        play_week(desk)
        assert reviewing.progress < 1.0
        assert steps(reviewing) > 0
        assert (reviewing.review is not None) == (desk.outcome is not None)
    assert reviewing.review == all_at_once(memory_store())


def test_what_was_worked_out_is_taken_up_again_and_nothing_of_it_done_twice(tmp_path: Path) -> None:
    store = open_store(tmp_path / "plays.db", NOW).store
    desk = played(store, "am")
    first = Reviewing(desk, Seat.AM, LITTLE)
    for _ in range(40):
        first.work()
    left = len(first.missing())
    store.close()
    again = open_store(tmp_path / "plays.db", NOW).store
    second = Reviewing(resume(again, desk.record.id, clock), Seat.AM, LITTLE)
    assert len(second.missing()) == left
    assert second.finish() == all_at_once(memory_store())
    assert steps(Reviewing(second.desk, Seat.AM, LITTLE)) == 0


def test_a_review_of_less_effort_is_not_taken_for_a_full_one() -> None:
    desk = played(memory_store(), "am")
    Reviewing(desk, Seat.AM, LITTLE).finish()
    more = Effort(options=5, with_truth=2, moves=2, stations=3)
    assert all(kind == "answers" for kind, _week in Reviewing(desk, Seat.AM, more).missing())


def test_a_branch_keeps_what_is_known_of_the_weeks_it_shares() -> None:
    desk = played(memory_store(), "am")
    Reviewing(desk, Seat.AM, LITTLE).finish()
    branch = desk.step_back(3)
    assert Reviewing(branch, Seat.AM, LITTLE).missing() == []
    play_week(branch, luck=8)
    missing = Reviewing(branch, Seat.AM, LITTLE).missing()
    assert ("answers", 3) in missing
    assert ("answers", 2) not in missing


def test_two_people_have_a_review_each() -> None:
    desk = played(memory_store(), "two")
    mine, theirs = Reviewing(desk, Seat.AM, LITTLE).finish(), Reviewing(desk, Seat.PM, LITTLE).finish()
    assert (mine.seat, theirs.seat) == (Seat.AM, Seat.PM)
    assert Reviewing(desk, Seat.PM, LITTLE).review == theirs


@pytest.mark.parametrize("body", ["", "{}", '{"decisions":[]}', '{"decisions":1,"made":[],"swaps":[],"split":null}'])
def test_a_part_that_cannot_be_read_is_worked_out_again(body: str) -> None:
    store = memory_store()
    desk = played(store, "am")
    whole = Reviewing(desk, Seat.AM, LITTLE).finish()
    store._connection.execute("DELETE FROM judged WHERE kind = 'split'")
    (row,) = [row for row in store.judged(desk.record, "am") if (row.kind, row.week) == ("moves", 1)]
    store.keep_judged(type(row)(row.play, row.seat, row.kind, row.week, row.basis, body))
    again = Reviewing(desk, Seat.AM, LITTLE)
    assert again.missing() == [("split", 0), ("moves", 1)]
    assert again.finish() == whole


def test_what_a_player_wrote_looking_back_is_kept_word_for_word(tmp_path: Path) -> None:
    store = open_store(tmp_path / "plays.db", NOW).store
    desk = played(store, "am")
    assert reflection_of(store, desk.record, Seat.AM) == Reflection()
    wrote = Reflection((TurningPoint(2, "", "I “knew” it <b>"),), keep="calling first", rule="Ask before promising.")
    keep_reflection(store, desk.record, Seat.AM, wrote)
    store.close()
    again = open_store(tmp_path / "plays.db", NOW).store
    assert reflection_of(again, desk.record, Seat.AM) == wrote
    assert reflection_of(again, desk.record, Seat.PM) == Reflection()
