"""Whole plays by bots: the same doors as a player, thousands of times."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.engine.legality import decided, seats_of
from game.engine.model import KPIS, Scenario, Seat, Truth
from game.engine.play import Play
from game.engine.scores import kpi
from game.engine.state import Decisions, Move, SeatDecisions
from game.insight.bots import LEAST_USED, Used, bot_luck, count_used
from game.insight.lookahead import as_decisions, decide_as

DEFAULT_BOT = "balanced"


@dataclass(frozen=True)
class Result:
    """One finished play in numbers."""

    seed: int
    ending: str
    week: int
    early: bool
    relationship: float
    delivery: float
    score: float
    kpis: tuple[tuple[str, float | None], ...]
    answered: tuple[tuple[str, str], ...]  # (event, choice path) of the seats simulated, in order
    on_the_day: bool  # every project was delivered by its due week
    digest: str
    truths: tuple[str, ...] = ()  # those that held
    learned: tuple[str, ...] = ()  # those of them that the player's side found out


def decide(play: Play, bots: dict[Seat, str], used: Used | None = None) -> Decisions:
    """What the bots decide in the week now open. A both-seat play needs one bot, under Seat.BOTH."""
    state, week = play.state, play.week
    mine: dict[Seat, SeatDecisions] = {}
    for seat in seats_of(state):
        luck = bot_luck(play.seed, seat, week)
        mine[seat] = decide_as(bots[seat], play.scenario, state, seat, luck, used)
    return as_decisions(mine)


def bots_for(scenario: Scenario, seat: Seat, bot: str) -> dict[Seat, str]:
    """The bot in the player's seat, and the colleague's own style in the other."""
    if seat is Seat.BOTH:
        return {Seat.BOTH: bot}
    other = Seat.PM if seat is Seat.AM else Seat.AM
    style = scenario.people[scenario.rules(other).person].style
    return {seat: bot, other: style or DEFAULT_BOT}


def run(
    scenario: Scenario,
    seed: int,
    seat: Seat,
    bots: dict[Seat, str],
    difficulty: str = "normal",
    used: Used | None = None,
) -> Play:
    """Play to the end. What the bot in `seat` decides is added to `used`, if that is given."""
    play = Play(scenario, seed, seat, difficulty)
    while play.state.reached is None:
        decisions = decide(play, bots, used)
        if used is not None:
            count_used(used, decided(decisions, seat))
        play.live(decisions)
    return play


def run_constant(scenario: Scenario, seed: int, seat: Seat, moves: tuple[Move, ...]) -> Play:
    """Play with `balanced` answers and the same moves every week, where they are legal."""
    play = Play(scenario, seed, seat)
    bots = bots_for(scenario, seat, "constant")
    while play.state.reached is None:
        if seat is Seat.PM:
            play.state.standing_pm = moves
        else:
            play.state.standing_am = moves
        play.live(decide(play, bots))
    return play


def result(play: Play) -> Result:
    """The numbers of a finished play. Raises ValueError for one that is not finished."""
    ended = play.outcome
    if ended is None:
        raise ValueError("the play has not ended")
    values = play.state.values
    kpis = tuple((name, kpi(play.scenario, values, name)) for seat in KPIS for name in KPIS[seat])
    return Result(
        play.seed,
        ended.ending,
        ended.week,
        ended.early,
        ended.standing.relationship,
        ended.standing.delivery,
        ended.score,
        kpis,
        answered(play, play.seat),
        all(0 < values[project.delivered] <= project.due for project in play.scenario.projects),
        play.state.digest(),
        tuple([t.id for t in play.scenario.truths if values[t.holds]]),
        tuple([t.id for t in play.scenario.truths if values[t.holds] and _learned(play, t)]),
    )


def _learned(play: Play, truth: Truth) -> bool:
    values = play.state.values
    return (play.seat is not Seat.PM and values[truth.known_am] != 0) or (
        play.seat is not Seat.AM and values[truth.known_pm] != 0
    )


def answered(play: Play, seat: Seat) -> tuple[tuple[str, str], ...]:
    """The events a seat answered in a play, with the way taken."""
    found: list[tuple[str, str]] = []
    for lived in play.weeks:
        mine = lived.decisions.pm if seat is Seat.PM else lived.decisions.am
        found.extend((answer.event, "/".join(answer.path)) for answer in mine.answers)
    return tuple(found)


def simulate(
    scenario: Scenario, seat: Seat, bot: str, plays: int, seed: int = 1, difficulty: str = "normal"
) -> Iterator[Result]:
    """`plays` results with the seeds from `seed` on, one at a time so that a caller can show progress."""
    bots = bots_for(scenario, seat, bot)
    used: Used | None = {} if bot == LEAST_USED else None
    for number in range(plays):
        yield result(run(scenario, seed + number, seat, bots, difficulty, used))


@dataclass(frozen=True)
class Summary:
    """A mean with its standard error."""

    mean: float
    error: float
    plays: int


def summary(values: list[float]) -> Summary:
    """The mean of a list and the standard error of that mean; 0 for both where there is nothing."""
    count = len(values)
    if count == 0:
        return Summary(0.0, 0.0, 0)
    mean = 0.0
    for value in values:
        mean += value / count
    if count == 1:
        return Summary(mean, 0.0, 1)
    square = 0.0
    for value in values:
        square += (value - mean) * (value - mean)
    return Summary(mean, float((square / (count - 1) / count) ** 0.5), count)


def correlation(left: list[float], right: list[float]) -> float:
    """Pearson's correlation of two equally long lists; 0 where one of them does not vary."""
    a, b = summary(left), summary(right)
    together = first = second = 0.0
    for x, y in zip(left, right, strict=True):
        together += (x - a.mean) * (y - b.mean)
        first += (x - a.mean) * (x - a.mean)
        second += (y - b.mean) * (y - b.mean)
    spread = (first * second) ** 0.5
    return float(together / spread) if spread > 1e-12 else 0.0
