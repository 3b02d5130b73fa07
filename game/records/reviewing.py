"""A review in the making: worked out a replay at a time while a play goes on, and kept with it part by part."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import suppress

import game
from game.engine.model import Seat
from game.insight.review.futures import Futures
from game.insight.review.split import GRAIN
from game.insight.review.whole import FULL, Effort, Part, Review, Reviewed, parts, put_together
from game.records.codec import Unreadable
from game.records.desk import Desk
from game.records.plain import dump_record, load_record
from game.records.rows import Judged
from game.records.trouble import StoreTrouble

Name = tuple[str, int]  # kind and week of a part


class Reviewing:
    """One seat's review of the play on a desk. Whoever has time to spare calls `work`, as often as there is time.

    Answers and moves of a week can be judged as soon as it was lived, what the result is made of at the end. A part
    depends on the play up to its week and on nothing else, so it does not matter when, or how often interrupted, it
    is worked out. The desk must not be given another play.
    """

    def __init__(self, desk: Desk, seat: Seat, effort: Effort = FULL) -> None:
        self.desk = desk
        self.seat = seat
        self._effort = effort
        self._futures = Futures(desk.play, seat, two_people=desk.record.mode == "two")
        self._found: dict[Name, Reviewed] = {}
        self._open: Name | None = None
        self._steps: Generator[None, None, Reviewed] | None = None
        self._replays = self._done = 0  # of the part that is open
        self._review: Review | None = None
        self._take_up()

    @property
    def review(self) -> Review | None:
        """The whole review, once the play has ended and every part is there."""
        if self._review is None and self.desk.outcome is not None and not self.missing():
            self._review = put_together(self.seat, [self._found[name] for name in parts(self.desk.play)])
        return self._review

    @property
    def progress(self) -> float:
        """How much of what can be worked out now is there, 0 to 1, counted in parts."""
        there, missing = len(self._found), len(self.missing())
        share = self._done / self._replays if self._replays else 0.0
        return (there + share) / (there + missing) if missing else 1.0

    def work(self) -> bool:
        """One replay more. Whether there is anything left to do now."""
        if self._steps is None and not self._begin():
            return False
        assert self._steps is not None
        try:
            next(self._steps)
            self._done += 1
        except StopIteration as ended:
            self._keep(ended.value)
        return True

    def finish(self) -> Review:
        """Work out all that is left. Raises ValueError for a play that has not ended."""
        while self.work():
            pass
        if self.review is None:
            raise ValueError("the play has not ended")
        return self.review

    def add(self, name: Name, found: Reviewed) -> None:
        """Take up a part somebody else worked out, and keep it."""
        self._found[name] = found
        row = Judged(self.desk.record.id, self.seat.value, *name, self._basis(name), dump_record(found))
        with suppress(StoreTrouble):  # it can be worked out again
            self.desk.store.keep_judged(row)

    def missing(self) -> list[Name]:
        """The parts that can be worked out now and are not there, in the order they are wanted."""
        ended = self.desk.outcome is not None
        return [name for name in parts(self.desk.play) if name not in self._found and (ended or name[0] != "split")]

    def _begin(self) -> bool:
        missing = self.missing()
        if missing:
            self._open = missing[0]
            part = Part(self._futures, *missing[0], self._effort)
            self._steps, self._replays, self._done = part.judge(), part.total, 0
        return bool(missing)

    def _keep(self, found: Reviewed) -> None:
        assert self._open is not None
        name, self._open, self._steps = self._open, None, None
        self._replays = self._done = 0
        self.add(name, found)

    def _take_up(self) -> None:
        """What was worked out before, as far as it is of this very play, by this version and with the same effort."""
        with suppress(StoreTrouble):
            for row in self.desk.store.judged(self.desk.record, self.seat.value):
                name = (row.kind, row.week)
                if name in parts(self.desk.play) and row.basis == self._basis(name):
                    with suppress(Unreadable):
                        self._found[name] = load_record(Reviewed, row.body)

    def _basis(self, name: Name) -> str:
        """What a part depends on: the version, the effort, and the play up to its week or its end."""
        kind, week = name
        effort = self._effort
        tries = {
            "answers": f"{effort.options}.{effort.with_truth}",
            "moves": str(effort.moves),
            "split": f"{effort.stations}/{GRAIN}",
        }
        lived = self.desk.play.weeks[week - 1]
        return f"{game.__version__} {tries[kind]} {lived.digest}"
