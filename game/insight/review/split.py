"""A play's result taken apart: from the average play through its start, then week by week you, your colleague, luck.

Each station is the final score to expect there if both seats play on by the published policy, the mean of the same
futures at every station. What lies between two stations is a part:

    the average play    any start, the policy in both seats
    start               the play's own start, the policy in both seats
    colleague, week 1   your colleague's decisions of the week; you by the policy
    you, week 1         your moves as well, with the policy's answers; then your answers, as their verdicts hold them
    luck, week 1        the week as it came out
    colleague, week 2   and so on; the last station is the result

Stations are whole tenths of a point, as they are shown, so the parts sum to the score a play ended with exactly.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

from game.engine.legality import decided
from game.engine.luck import Luck
from game.engine.model import Seat
from game.engine.scores import standing
from game.engine.state import Decisions, SeatDecisions, State
from game.engine.week import advance, start
from game.insight.lookahead import decided_by_style, go_on
from game.insight.review.choices import moves_beside, with_seat
from game.insight.review.futures import Futures
from game.insight.simulate import summary

REPLAYS = 100  # futures at each station: a part of a week is then known to a few tenths of a point
GRAIN = 10  # steps of a station in one point of the score: what is shown is what is summed
POLICY_EVERYWHERE: dict[Seat, str] = {}
NOTHING, MOVES, ALL = "nothing", "moves", "all"  # kept of what a seat decided in a week


@dataclass(frozen=True)
class WeekSplit:
    """What one week added to the result, in tenths of a point; nobody is the colleague in the both seat.

    `answers` is the part of `player` that the answers alone added.
    """

    week: int
    player: int
    colleague: int
    luck: int
    answers: int = 0

    @property
    def moves(self) -> int:
        """The part of the player's that the moves added."""
        return self.player - self.answers


@dataclass(frozen=True)
class Split:
    """The parts of a result, in tenths of a point: `average` + `start` + all weeks = `result`."""

    average: int
    start: int
    weeks: tuple[WeekSplit, ...]
    result: int

    @property
    def player(self) -> int:
        """What the player's decisions added to the average play."""
        return _sum([week.player for week in self.weeks])

    @property
    def answers(self) -> int:
        """The part of it that the answers alone added."""
        return _sum([week.answers for week in self.weeks])

    @property
    def moves(self) -> int:
        """The part of it that the moves added."""
        return self.player - self.answers

    @property
    def colleague(self) -> int:
        """What the colleague's decisions added."""
        return _sum([week.colleague for week in self.weeks])

    @property
    def luck(self) -> int:
        """What luck added, the start included."""
        return self.start + _sum([week.luck for week in self.weeks])

    @property
    def expected(self) -> tuple[int, ...]:
        """The result to expect at the opening of week 1, then after each week; the last one is the result."""
        found = [self.average + self.start]
        for week in self.weeks:
            found.append(found[-1] + week.player + week.colleague + week.luck)
        return tuple(found)


class Splitting:
    """A finished play about to be taken apart: `total` replays, then `split`. Raises ValueError for an open play."""

    def __init__(self, futures: Futures, replays: int = REPLAYS) -> None:
        play = futures.play
        ended = play.outcome
        if ended is None:
            raise ValueError("the play has not ended")
        self._futures = futures
        self._replays = replays
        self._result = _grains(ended.standing.score(futures.seat))
        stations = 1 + (3 if play.seat is Seat.BOTH else 4) * len(play.weeks)
        self.total = replays * stations
        self.split: Split | None = None

    def judge(self) -> Generator[None, None, None]:
        """Replay, one at a time; after the last one `split` is there."""
        play = self._futures.play
        average = yield from self._mean(None, None)
        now = yield from self._mean(play.states[0], None)
        begun = now - average
        found: list[WeekSplit] = []
        for lived in play.weeks:
            opening, theirs = play.states[lived.week - 1], now
            if play.seat is not Seat.BOTH:
                theirs = yield from self._mean(opening, lived.decisions, NOTHING)
            moved = yield from self._mean(opening, lived.decisions, MOVES)
            whole = yield from self._mean(opening, lived.decisions)
            then = self._result
            if lived.week < len(play.weeks):
                then = yield from self._mean(play.states[lived.week], None)
            found.append(WeekSplit(lived.week, whole - theirs, theirs - now, then - whole, whole - moved))
            now = then
        self.split = Split(average, begun, tuple(found), self._result)

    def _mean(self, state: State | None, lived: Decisions | None, own: str = ALL) -> Generator[None, None, int]:
        """The score to expect from a state (None: from a start of each future's own), in tenths.

        The first week is decided as `lived` says, by the policy where it is None; of what the seat itself decided,
        `own` is kept.
        """
        scores: list[float] = []
        for number in range(self._replays):
            scores.append(self._score(state, lived, own, number))
            yield
        return _grains(summary(scores).mean)

    def _score(self, state: State | None, lived: Decisions | None, own: str, number: int) -> float:
        scenario, play, luck = self._futures.scenario, self._futures.play, self._futures.luck(number)
        if state is None:
            state = start(scenario, luck, play.seat, play.difficulty)
        if lived is not None:
            week = lived if own == ALL else self._without(state, lived, own, luck)
            state, _changes = advance(scenario, state, week, luck)
        state = go_on(scenario, state, luck, POLICY_EVERYWHERE, scenario.weeks)
        return standing(scenario, state.values).score(self._futures.seat)

    def _without(self, state: State, lived: Decisions, own: str, luck: Luck) -> Decisions:
        """A week as it was lived, but for what the policy decides in place of the seat."""
        scenario, seat = self._futures.scenario, self._futures.seat
        instead = decided_by_style(scenario, state, luck, POLICY_EVERYWHERE)[seat]
        if own == MOVES:
            moves = moves_beside(scenario, state, seat, decided(lived, seat), instead.answers)
            instead = SeatDecisions(instead.answers, moves)
        return with_seat(lived, seat, instead)


def _grains(score: float) -> int:
    """As it is shown: rounded once, and not a second time from something rounded."""
    return round(round(score, 1) * GRAIN)


def _sum(parts: list[int]) -> int:
    total = 0
    for part in parts:
        total += part
    return total
