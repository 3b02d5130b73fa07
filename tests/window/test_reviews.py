"""The review of a play is worked out in the window's spare time, and is there when the play ends."""

from __future__ import annotations

from game.engine.model import Seat
from game.insight.review.whole import Effort
from game.window.reviews import Reviews
from game.window.routes import GoEnding, GoLibrary, GoWeek
from game.window.shell import Shell
from tests.window.test_shell import SHOTS

LITTLE = Effort(options=3, with_truth=1, moves=2, stations=2)


def work(shell: Shell) -> int:
    done = 0
    while shell.spare():
        done += 1
    return done


def test_each_lived_week_is_judged_while_the_next_is_read() -> None:
    house = SHOTS.new_house()
    house.reviews = Reviews(LITTLE)
    desk = SHOTS.desk_of(house, "first_monday", "am")
    shell = Shell(house, GoWeek(desk))
    assert work(shell) == 0
    SHOTS.play_on(desk, 1)
    assert work(shell) > 0
    assert house.reviews.of(desk, Seat.AM).progress == 1.0
    SHOTS.play_on(desk)
    shell.go(GoEnding(desk))
    assert house.reviews.of(desk, Seat.AM).review is None
    work(shell)
    found = house.reviews.of(desk, Seat.AM).review
    assert found is not None
    assert [each.week for each in found.decisions] == sorted(each.week for each in found.decisions)


def test_two_people_are_both_reviewed_and_the_library_has_nothing_to_review() -> None:
    house = SHOTS.new_house()
    house.reviews = Reviews(LITTLE)
    desk = SHOTS.play_on(SHOTS.desk_of(house, "first_monday", "two"))
    shell = Shell(house, GoEnding(desk))
    work(shell)
    assert all(house.reviews.of(desk, seat).review for seat in (Seat.AM, Seat.PM))
    shell.go(GoLibrary())
    assert work(shell) == 0
