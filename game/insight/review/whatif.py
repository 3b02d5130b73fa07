"""What if: another option at a decision, and how the rest of the play could have gone with it and with the one taken.

Both are lived on in the same futures as in `choices.py`, so means and gaps are those of the review for as many of them.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

from game.engine.model import KPIS, Seat
from game.engine.scores import kpi, points, standing
from game.engine.state import State
from game.insight.review.choices import REPLAYS, Week, apart, difference, path_taken, spread_of
from game.insight.review.futures import Futures
from game.insight.simulate import Summary, summary

BIN = 5  # points of the final score in one bar of a histogram
BINS = 100 // BIN


@dataclass(frozen=True)
class KpiMean:
    """A KPI at the end of the futures: its mean points, 0 to 100, over those of them in which it had data."""

    name: str
    points: float
    futures: int


@dataclass(frozen=True)
class Outlook:
    """What an option could lead to, over all futures.

    `scores` are the final ones, future by future; `histogram` counts them in BINS bars of BIN points from 0 (100 falls
    into the last); `spread` gives the scores below which the parts SPREAD of them ended. `endings` are (id, how many
    futures ended so), the most frequent first; `early` is how many ended before the last week.
    """

    path: str
    scores: tuple[float, ...]
    mean: Summary
    spread: tuple[float, ...]
    histogram: tuple[int, ...]
    endings: tuple[tuple[str, int], ...]
    early: int
    kpis: tuple[KpiMean, ...]

    def ended(self, ending: str) -> int:
        """In how many futures it came to this ending."""
        return next((count for each, count in self.endings if each == ending), 0)


@dataclass(frozen=True)
class WhatIf:
    """The option taken and another one, in the same futures.

    `gain` is the mean difference of the final score, other minus taken, with its standard error. `better` and `worse`
    count the futures in which the other ends higher and lower as scores are shown, to a tenth; the rest end the same.
    """

    seat: Seat
    week: int
    event: str
    taken: Outlook
    other: Outlook
    gain: Summary
    better: int
    worse: int

    @property
    def futures(self) -> int:
        """How many there were."""
        return len(self.taken.scores)


class Trying:
    """Another option about to be tried at a decision of a play: `total` replays, then `found`.

    Raises LookupError for an event or a way that was not open in that week.
    """

    def __init__(self, futures: Futures, week: int, event: str, path: str, replays: int = REPLAYS) -> None:
        self._futures = futures
        self._week = Week(futures, week, replays, 0)
        mine = futures.play.weeks[week - 1].decisions
        taken = path_taken(mine.pm if futures.seat is Seat.PM else mine.am, event)
        self._where = (week, event)
        self._paths = (taken, path)
        self._decided = [self._week.decided_with(event, each) for each in self._paths]
        self._replays = replays
        self.total = 2 * replays
        self.found: WhatIf | None = None

    def judge(self) -> Generator[None, None, None]:
        """Replay, one at a time; after the last one `found` is there."""
        ends: list[list[State]] = [[], []]
        for number in range(self._replays):
            guess = self._week.guess(number)
            for mine, each in zip(ends, self._decided, strict=True):
                mine.append(self._futures.end(guess, each, number))
                yield
        taken, other = [self._outlook(path, mine) for path, mine in zip(self._paths, ends, strict=True)]
        pairs = list(zip(taken.scores, other.scores, strict=True))
        week, event = self._where
        self.found = WhatIf(
            self._futures.seat,
            week,
            event,
            taken,
            other,
            difference(list(other.scores), list(taken.scores)),
            len([1 for one, two in pairs if apart(two, one) > 0.0]),
            len([1 for one, two in pairs if apart(one, two) > 0.0]),
        )

    def _outlook(self, path: str, ends: list[State]) -> Outlook:
        scenario, seat = self._futures.scenario, self._futures.seat
        scores = [standing(scenario, state.values).score(seat) for state in ends]
        bars = [0] * BINS
        endings: dict[str, int] = {}
        early = 0
        for score, state in zip(scores, ends, strict=True):
            bars[min(BINS - 1, int(score / BIN))] += 1
            if state.reached is not None:
                endings[state.reached.ending] = endings.get(state.reached.ending, 0) + 1
                early += 1 if state.reached.early else 0
        order = sorted(endings.items(), key=lambda each: (-each[1], each[0]))
        kpis = [self._kpi(name, ends) for name in (*KPIS[Seat.AM], *KPIS[Seat.PM])]
        return Outlook(
            path, tuple(scores), summary(scores), spread_of(scores), tuple(bars), tuple(order), early, tuple(kpis)
        )

    def _kpi(self, name: str, ends: list[State]) -> KpiMean:
        scenario = self._futures.scenario
        earned: list[float] = []
        for state in ends:
            value = kpi(scenario, state.values, name)
            if value is not None:
                earned.append(points(scenario, name, value))
        return KpiMean(name, summary(earned).mean, len(earned))


def what_if(futures: Futures, week: int, event: str, path: str, replays: int = REPLAYS) -> WhatIf:
    """Try another option at once. Raises LookupError for an event or a way that was not open in that week."""
    trying = Trying(futures, week, event, path, replays)
    for _step in trying.judge():
        pass
    if trying.found is None:
        raise ValueError("an option is tried in one future at least")
    return trying.found
