"""What thousands of plays say about a number: shares and means with their intervals, quantiles, luck against play."""

from __future__ import annotations

from dataclasses import dataclass

from game.insight.simulate import summary

CONFIDENCE = 1.96  # standard errors on each side of an estimate for 95 %


@dataclass(frozen=True)
class Rate:
    """How often something happened, with the 95 % interval of its share (Wilson's, which holds near 0 and 1 too)."""

    count: int
    of: int
    share: float
    low: float
    high: float


def rate(count: int, of: int) -> Rate:
    """`count` of `of` times; an unknown share where there was no occasion."""
    if of == 0:
        return Rate(count, 0, 0.0, 0.0, 1.0)
    share, square = count / of, CONFIDENCE * CONFIDENCE
    middle = (share + square / (2.0 * of)) / (1.0 + square / of)
    spread = (share * (1.0 - share) / of + square / (4.0 * of * of)) ** 0.5
    half = float(CONFIDENCE * spread / (1.0 + square / of))
    return Rate(count, of, share, max(0.0, middle - half), min(1.0, middle + half))


@dataclass(frozen=True)
class Gap:
    """A mean, or a mean difference, with half of its 95 % interval."""

    mean: float
    half: float

    def __str__(self) -> str:
        return f"{self.mean:+.1f} ± {self.half:.1f}"


def mean_of(values: list[float]) -> Gap:
    """The mean of a list with its interval."""
    found = summary(values)
    return Gap(found.mean, CONFIDENCE * found.error)


def gap(left: list[float], right: list[float]) -> Gap:
    """The mean paired difference, seed by seed."""
    return mean_of([a - b for a, b in zip(left, right, strict=True)])


QUANTILES = (0.05, 0.25, 0.5, 0.75, 0.95)


def quantiles(values: list[float]) -> tuple[float, ...]:
    """The values below which 5, 25, 50, 75 and 95 % lie; 0.0 five times for an empty list."""
    ordered = sorted(values)
    if not ordered:
        return (0.0,) * len(QUANTILES)
    return tuple([_between(ordered, share * (len(ordered) - 1)) for share in QUANTILES])


def _between(ordered: list[float], place: float) -> float:
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])


@dataclass(frozen=True)
class Shares:
    """Where the spread of a score comes from, as shares of its variance that add up to 1."""

    play: float  # how it was played, whatever the luck
    luck: float  # the luck of the seed, however it was played
    together: float  # luck that helps one way of playing and hurts another


def luck_and_play(scores: list[list[float]]) -> Shares:
    """Take the variance of scores apart; one row for each bot, one column for each seed, none missing."""
    rows = len(scores)
    columns = len(scores[0]) if scores else 0
    if rows < 2 or columns < 2:
        return Shares(0.0, 0.0, 0.0)
    row_means = [summary(row).mean for row in scores]
    column_means = [summary([row[i] for row in scores]).mean for i in range(columns)]
    whole = summary(row_means).mean
    total = play = luck = 0.0
    for row, mean in zip(scores, row_means, strict=True):
        play += columns * (mean - whole) * (mean - whole)
        for value in row:
            total += (value - whole) * (value - whole)
    for mean in column_means:
        luck += rows * (mean - whole) * (mean - whole)
    if total <= 0.0:
        return Shares(0.0, 0.0, 0.0)
    return Shares(play / total, luck / total, max(0.0, 1.0 - (play + luck) / total))
