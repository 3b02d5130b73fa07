"""A week's moves valued by single swaps: each left out, and the weakest one given to what had no move that week.

One move is worth little, so few replays do: what a single week shows is mostly noise, what a whole play shows of one
responsibility is not.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

from game.engine.legality import MOVES_A_WEEK, decided, legal
from game.engine.model import Seat
from game.engine.moves import AM_RESPONSIBILITIES, PM_RESPONSIBILITIES, responsibility_of
from game.engine.play import Play
from game.engine.state import Decisions, Move, SeatDecisions
from game.engine.view import observe
from game.insight.lookahead import POLICY, moves_of_answers
from game.insight.review.choices import TRIFLE, difference, with_seat
from game.insight.review.futures import Futures, Guesses
from game.insight.simulate import Summary
from game.insight.wants import wanted_moves

REPLAYS = 40  # futures for each swap
# Standard errors from which a single week's move is named. A play tries some fifty swaps: at two, chance alone would
# name one of them in every review, at three hardly ever one.
NAMED = 3.0


@dataclass(frozen=True)
class Made:
    """A move that was made, and the points of the final score it brought over making none in its place."""

    week: int
    move: Move
    serves: str  # the responsibility
    worth: Summary


@dataclass(frozen=True)
class Swap:
    """A move not made, in place of the weakest one made (None: time was left), and what it would have gained."""

    week: int
    made: Move | None
    instead: Move
    serves: str
    gain: Summary

    @property
    def clear(self) -> bool:
        """Whether the gain is beyond the noise, and more than a trifle."""
        return self.gain.mean > max(TRIFLE, NAMED * self.gain.error)


@dataclass(frozen=True)
class Responsibility:
    """One responsibility over a whole play: the moves it was given, what they brought together, the clearest miss."""

    name: str
    made: tuple[Made, ...]
    worth: float
    error: float
    missed: Swap | None


class WeekOfMoves:
    """A lived week whose moves are about to be valued: `total` replays, then `made` and `swaps`."""

    def __init__(self, futures: Futures, week: int, replays: int = REPLAYS) -> None:
        play, seat = futures.play, futures.seat
        self._futures = futures
        self.week = week
        self._state = play.states[week - 1]
        self._lived = play.weeks[week - 1].decisions
        self._mine = decided(self._lived, seat)
        moves = self._mine.moves
        self._dropped = [self._with(moves[:i] + moves[i + 1 :]) for i in range(len(moves))]
        self._free = MOVES_A_WEEK[seat] - moves_of_answers(play.scenario, self._mine) - len(moves) > 0
        slots = [len(moves)] if self._free else list(range(len(moves)))
        self._candidates = _candidates(play, week, seat, self._mine) if slots else []
        # by slot, the week with each candidate in it
        self._swapped = {slot: [self._swap(slot, each) for each in self._candidates] for slot in slots}
        tried = [self._lived, *self._dropped]
        for each in self._swapped.values():
            tried += each
        self._guesses = Guesses(futures, self._state, tried)
        self._replays = replays if slots else 0
        self.total = self._replays * (1 + len(self._dropped) + len(self._candidates))
        self.made: tuple[Made, ...] = ()
        self.swaps: tuple[Swap, ...] = ()

    def judge(self) -> Generator[None, None, None]:
        """Replay, one at a time; after the last one `made` and `swaps` are there."""
        if not self._replays:
            return
        lived: list[float] = []
        dropped: list[list[float]] = [[] for _ in self._dropped]
        yield from self._scores([self._lived, *self._dropped], [lived, *dropped])
        moves, seat = self._mine.moves, self._futures.seat
        worths = [difference(lived, each) for each in dropped]
        self.made = tuple(
            [
                Made(self.week, move, responsibility_of(move.kind, seat), worth)
                for move, worth in zip(moves, worths, strict=True)
            ]
        )
        means = [worth.mean for worth in worths]
        slot = len(moves) if self._free else means.index(min(means))
        swapped: list[list[float]] = [[] for _ in self._candidates]
        yield from self._scores(self._swapped[slot], swapped)
        weakest = None if self._free else moves[slot]
        self.swaps = tuple(
            [
                Swap(self.week, weakest, move, responsibility_of(move.kind, seat), difference(scores, lived))
                for move, scores in zip(self._candidates, swapped, strict=True)
            ]
        )

    def _scores(self, weeks: list[Decisions], into: list[list[float]]) -> Generator[None, None, None]:
        for number in range(self._replays):
            guess = self._guesses.state(number)
            for decisions, scores in zip(weeks, into, strict=True):
                scores.append(self._futures.score(guess, decisions, number))
                yield

    def _with(self, moves: tuple[Move, ...]) -> Decisions:
        return with_seat(self._lived, self._futures.seat, SeatDecisions(self._mine.answers, moves))

    def _swap(self, slot: int, move: Move) -> Decisions:
        moves = self._mine.moves
        return self._with((*moves[:slot], move, *moves[slot + 1 :]))


def _candidates(play: Play, week: int, seat: Seat, mine: SeatDecisions) -> list[Move]:
    """For each responsibility that had no move this week, the one the policy would have wanted most, if any."""
    state = play.states[week - 1]
    served = [responsibility_of(move.kind, seat) for move in mine.moves]
    found: list[Move] = []
    possible = list(legal(play.scenario, state, seat).moves)
    for move in wanted_moves(observe(play.scenario, state, seat), possible, seat, POLICY):
        serves = responsibility_of(move.kind, seat)
        if serves not in served:
            served.append(serves)
            found.append(move)
    return found


def responsibilities(seat: Seat) -> tuple[str, ...]:
    """Those of a seat, in the order of the role description; of both roles in the both seat, with nobody to talk to."""
    if seat is Seat.BOTH:
        return (*[name for name in AM_RESPONSIBILITIES if name != "coordination"], *PM_RESPONSIBILITIES)
    return tuple(AM_RESPONSIBILITIES if seat is Seat.AM else PM_RESPONSIBILITIES)


def over_the_play(seat: Seat, made: tuple[Made, ...], swaps: tuple[Swap, ...]) -> tuple[Responsibility, ...]:
    """One line for each responsibility of the seat."""
    found: list[Responsibility] = []
    for name in responsibilities(seat):
        mine = tuple([each for each in made if each.serves == name])
        missed = [each for each in swaps if each.serves == name and each.clear]
        worth = square = 0.0
        for each in mine:
            worth += each.worth.mean
            square += each.worth.error * each.worth.error
        worst = max(missed, key=lambda swap: swap.gain.mean) if missed else None
        found.append(Responsibility(name, mine, worth, float(square**0.5), worst))
    return tuple(found)
