"""Choices against each other: in states that plays really met, every open way is tried under the same luck.

From each such state a seat's week is decided once for every way through the event, everything else as `balanced`
would, and the play goes on to its end many times. What differs between two ways is then the choice alone.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.model import Scenario, Seat
from game.engine.play import Play
from game.engine.scores import standing
from game.engine.week import luck_for
from game.insight.bots import LEAST_USED, bot_luck, choose
from game.insight.estimates import CONFIDENCE
from game.insight.lookahead import LOOK_AHEAD, POLICY, play_on, ways_now, with_way
from game.insight.simulate import Result, Summary, bots_for, decide, summary
from game.insight.ways import path_of

STATES = 24  # met states tried for each event, at most
REPLAYS = 8  # futures for each way from each state
AT_LEAST = 4  # states tried even where nothing is dominated after fewer
ENOUGH = 8  # states two ways must have been open in together before anything is said of them
WORTH_SAYING = 0.5  # points of the score below which one way is not called better
LUCK_APART = 1_000_003  # keeps the seeds of replays away from those of plays


@dataclass(frozen=True)
class Spot:
    """A play that met an event: enough to play it again."""

    seat: Seat
    bot: str
    seed: int


@dataclass(frozen=True)
class Trial:
    """One met state: the scores of each way, replay by replay, the same luck in the same place."""

    spot: Spot
    week: int
    scores: dict[str, list[float]]


def spots_of(results: dict[tuple[Seat, str], list[Result]], most: int = STATES) -> dict[str, list[Spot]]:
    """For every event, up to `most` of the plays that met it, spread evenly over seats, bots and seeds.

    Plays of bots that remember or look ahead are left out: they cannot be played again quickly.
    """
    found: dict[str, list[Spot]] = {}
    for (seat, bot), played in results.items():
        if bot not in (LEAST_USED, LOOK_AHEAD):
            for one in played:
                for event in dict.fromkeys([name for name, _path in one.answered]):
                    found.setdefault(event, []).append(Spot(seat, bot, one.seed))
    return {event: _spread(spots, most) for event, spots in found.items()}


def _spread(spots: list[Spot], most: int) -> list[Spot]:
    if len(spots) <= most:
        return spots
    return [spots[(2 * number + 1) * len(spots) // (2 * most)] for number in range(most)]


def trials_of(scenario: Scenario, event_id: str, spots: list[Spot], difficulty: str, replays: int) -> list[Trial]:
    """The event tried where these plays met it; given up early once no way can be better than another everywhere."""
    found: list[Trial] = []
    for spot in spots:
        trial = try_ways(scenario, event_id, spot, difficulty, replays)
        if trial is not None:
            found.append(trial)
        if len(found) >= AT_LEAST and not [lead for lead in leads(found) if lead.ahead == lead.states > 0]:
            break
    return found


def try_ways(scenario: Scenario, event_id: str, spot: Spot, difficulty: str, replays: int) -> Trial | None:
    """Every way open to an event where a play met it; None where that play cannot be found again."""
    play = Play(scenario, spot.seed, spot.seat, difficulty)
    bots = bots_for(scenario, spot.seat, spot.bot)
    wanted = scenario.event_index[event_id]
    while wanted not in play.state.inbox:
        play.live(decide(play, bots))
        if play.state.reached is not None:
            return None
    state, seat = play.state, spot.seat
    styles = bots_for(scenario, seat, POLICY)
    mine = choose(POLICY, scenario, state, seat, bot_luck(spot.seed, seat, play.week))
    scores: dict[str, list[float]] = {}
    lucks = [luck_for(scenario, spot.seed + LUCK_APART * (number + 1)) for number in range(replays)]
    for way in ways_now(scenario, state, seat, mine, event_id):
        decided = with_way(scenario, state, seat, mine, event_id, way)
        ends = [play_on(scenario, state, luck, seat, decided, styles, scenario.weeks) for luck in lucks]
        scores[path_of(way)] = [standing(scenario, end.values).score(seat) for end in ends]
    return Trial(spot, play.week, scores)


@dataclass(frozen=True)
class Lead:
    """One way over another in the states where both were open."""

    better: str
    worse: str
    states: int
    ahead: int  # states in which `better` was better on average
    gain: Summary  # points of the score, over states

    @property
    def always(self) -> bool:
        """Better in every state met, and by more than chance and a trifle."""
        beyond = self.gain.mean - CONFIDENCE * self.gain.error > 0.0 and self.gain.mean >= WORTH_SAYING
        return self.states >= ENOUGH and self.ahead == self.states and beyond


def leads(trials: list[Trial]) -> list[Lead]:
    """Every way of an event over every other, in the order they were first met."""
    names: list[str] = []
    for trial in trials:
        names += [name for name in trial.scores if name not in names]
    return [_lead(trials, one, other) for one in names for other in names if one != other]


def _lead(trials: list[Trial], better: str, worse: str) -> Lead:
    gains: list[float] = []
    for trial in trials:
        if better in trial.scores and worse in trial.scores:
            gains.append(summary(trial.scores[better]).mean - summary(trial.scores[worse]).mean)
    return Lead(better, worse, len(gains), len([g for g in gains if g > 0.0]), summary(gains))


@dataclass(frozen=True)
class Verdict:
    """What the duels of one event show. `best` says how often each way was the best one open."""

    event: str
    states: int
    best: tuple[tuple[str, int, int], ...]  # (way, states in which it was best, states in which it was open)
    dominated: tuple[Lead, ...]  # for each way that always loses to another: the largest such lead
    winner: str  # the way that beat every other in every state, or ""
    judged: bool  # false where too few states were met to say that something always loses


def verdict(event: str, trials: list[Trial]) -> Verdict:
    """What the trials of one event show."""
    all_leads = leads(trials)
    ways: list[str] = []
    for lead in all_leads:
        ways += [lead.better] if lead.better not in ways else []
    dominated: list[Lead] = []
    for way in ways:
        over = [lead for lead in all_leads if lead.worse == way and lead.always]
        if over:
            dominated.append(max(over, key=lambda lead: lead.gain.mean))
    winner = ""
    for way in ways:
        rivals = [lead for lead in all_leads if lead.better == way]
        if all(lead.always for lead in rivals):
            winner = way
    best = tuple([_best_of(trials, way) for way in ways])
    open_leads = [lead for lead in all_leads if lead.ahead == lead.states]
    return Verdict(event, len(trials), best, tuple(dominated), winner, len(trials) >= ENOUGH or not open_leads)


def _best_of(trials: list[Trial], way: str) -> tuple[str, int, int]:
    means = [{name: summary(scores).mean for name, scores in t.scores.items()} for t in trials if way in t.scores]
    return way, len([m for m in means if m[way] >= max(m.values())]), len(means)
