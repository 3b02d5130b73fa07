"""The review of a whole play: its answers, its moves and its result, as parts that can be worked out in any order.

A window works them out a few replays at a time (`review`); a command shares the parts among processes (`parts`,
`work_out`, `put_together`). It comes to the same: a part depends on the play and its own luck only.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

from game.engine.model import Seat
from game.engine.play import Play
from game.insight.review import choices, moves, split
from game.insight.review.choices import Decision, Week
from game.insight.review.futures import Futures
from game.insight.review.moves import Made, Responsibility, Swap, WeekOfMoves, over_the_play
from game.insight.review.split import Split, Splitting


@dataclass(frozen=True)
class Effort:
    """How many futures each kind of replay gets."""

    options: int = choices.REPLAYS
    with_truth: int = choices.WITH_TRUTH
    moves: int = moves.REPLAYS
    stations: int = split.REPLAYS


FULL = Effort()


@dataclass(frozen=True)
class Reviewed:
    """What one part came to."""

    decisions: tuple[Decision, ...] = ()
    made: tuple[Made, ...] = ()
    swaps: tuple[Swap, ...] = ()
    split: Split | None = None


@dataclass(frozen=True)
class Review:
    """One seat's review: its answers in order, its responsibilities, moves that were missed, where the points went."""

    seat: Seat
    decisions: tuple[Decision, ...]
    responsibilities: tuple[Responsibility, ...]
    missed: tuple[Swap, ...]
    split: Split


class Part:
    """A part about to be worked out: the answers or the moves of one week, or what the result is made of (week 0)."""

    def __init__(self, futures: Futures, kind: str, week: int, effort: Effort = FULL) -> None:
        self._answers = Week(futures, week, effort.options, effort.with_truth) if kind == "answers" else None
        self._moves = WeekOfMoves(futures, week, effort.moves) if kind == "moves" else None
        self._split = Splitting(futures, effort.stations) if kind == "split" else None

    @property
    def total(self) -> int:
        """How many replays it takes."""
        total = 0 if self._answers is None else self._answers.total
        total += 0 if self._moves is None else self._moves.total
        return total + (0 if self._split is None else self._split.total)

    def judge(self) -> Generator[None, None, Reviewed]:
        """Replay, one at a time."""
        if self._answers is not None:
            yield from self._answers.judge()
            return Reviewed(decisions=self._answers.decisions)
        if self._moves is not None:
            yield from self._moves.judge()
            return Reviewed(made=self._moves.made, swaps=self._moves.swaps)
        if self._split is not None:
            yield from self._split.judge()
            return Reviewed(split=self._split.split)
        return Reviewed()


def parts(play: Play) -> tuple[tuple[str, int], ...]:
    """Kind and week of every part of a finished play's review: answers first, since they matter most."""
    weeks = [lived.week for lived in play.weeks]
    return (*[("answers", week) for week in weeks], ("split", 0), *[("moves", week) for week in weeks])


def put_together(seat: Seat, found: list[Reviewed]) -> Review:
    """The review, from what all its parts came to. Raises ValueError where the split is missing."""
    decisions: list[Decision] = []
    made: list[Made] = []
    swaps: list[Swap] = []
    whole: Split | None = None
    for each in found:
        decisions += each.decisions
        made += each.made
        swaps += each.swaps
        whole = each.split if each.split is not None else whole
    if whole is None:
        raise ValueError("a review needs the split of its play")
    lines = over_the_play(seat, tuple(made), tuple(swaps))
    return Review(seat, tuple(decisions), lines, tuple([swap for swap in swaps if swap.clear]), whole)


def review(
    play: Play, seat: Seat, two_people: bool = False, effort: Effort = FULL, sample: int = 0
) -> Generator[tuple[int, int], None, Review]:
    """Work a whole review out: yields (done, of) after each replay and returns the review.

    Nothing of the play is changed, and the same play always has the same review. Raises ValueError for an open play.
    """
    futures = Futures(play, seat, two_people, sample)
    work = [Part(futures, kind, week, effort) for kind, week in parts(play)]
    done = of = 0
    for part in work:
        of += part.total
    found: list[Reviewed] = []
    for part in work:
        steps = part.judge()
        while True:
            try:
                next(steps)
            except StopIteration as ended:
                found.append(ended.value)
                break
            done += 1
            yield done, of
    return put_together(seat, found)


def work_out(play: Play, seat: Seat, two_people: bool, kind: str, week: int, effort: Effort = FULL) -> Reviewed:
    """One part at once."""
    steps = Part(Futures(play, seat, two_people), kind, week, effort).judge()
    while True:
        try:
            next(steps)
        except StopIteration as ended:
            found: Reviewed = ended.value
            return found
