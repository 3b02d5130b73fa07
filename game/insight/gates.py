"""What makes a scenario fair and worth replaying, as numbers: sense against chance and habit, honesty, variety."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from game.engine.model import KPIS, Scenario, Seat
from game.engine.scores import points
from game.engine.state import Move
from game.insight.bots import STYLES
from game.insight.estimates import Gap, gap
from game.insight.simulate import Result, correlation, summary

SINGLE = (Seat.AM, Seat.PM)
Pair = tuple[Move, ...]


@dataclass
class Plays:
    """Everything played of one scenario: results by (seat, bot), in the order of the seeds."""

    scenario: Scenario
    plays: int
    results: dict[tuple[Seat, str], list[Result]] = field(default_factory=dict)
    pairs: dict[Seat, list[tuple[Pair, float]]] = field(default_factory=dict)  # constant pairs, best mean score first

    def of(self, seat: Seat, bot: str) -> list[Result]:
        """The results of one bot in one seat."""
        return self.results[seat, bot]

    def scores(self, seat: Seat, bot: str) -> list[float]:
        """Their scores."""
        return [r.score for r in self.of(seat, bot)]


def reacting_beats_luck(played: Plays, seat: Seat) -> Gap:
    """Gate 1: balanced over random; at least 10 points."""
    return gap(played.scores(seat, "balanced"), played.scores(seat, "random"))


def best_styles(played: Plays, seat: Seat) -> tuple[str, str]:
    """Gate 2: the best style for the relationship, and for delivery; not the same one."""
    relationship = {s: summary([r.relationship for r in played.of(seat, s)]).mean for s in STYLES}
    delivery = {s: summary([r.delivery for r in played.of(seat, s)]).mean for s in STYLES}
    return max(STYLES, key=lambda s: relationship[s]), max(STYLES, key=lambda s: delivery[s])


def reacting_beats_habit(played: Plays, seat: Seat) -> float:
    """Gate 3: balanced over the best constant pair of moves; at least 5 points."""
    return summary(played.scores(seat, "balanced")).mean - played.pairs[seat][0][1]


def lying_gains(played: Plays, seat: Seat) -> Gap:
    """Gate 4: misreporting over the same bot reporting honestly; not above 0."""
    return gap(played.scores(seat, "misreporting"), played.scores(seat, "balanced"))


def correlations(played: Plays, seat: Seat, bots: Sequence[str]) -> list[tuple[str, str, float]]:
    """Gate 5: the pairs of KPIs of one card, over plays of all sorts, most alike first; none above .8."""
    found: list[tuple[str, str, float]] = []
    pooled = [dict(r.kpis) for bot in bots for r in played.of(seat, bot)]
    for names in (KPIS[Seat.AM], KPIS[Seat.PM]):
        for i, a in enumerate(names):
            for b in names[i + 1 :]:
                both = [(k[a], k[b]) for k in pooled]
                known = [(x, y) for x, y in both if x is not None and y is not None]
                found.append((a, b, correlation([x for x, _ in known], [y for _, y in known])))
    return sorted(found, key=lambda item: -abs(item[2]))


def met(one: Result) -> list[str]:
    """The story events of a play, without the built-in ones."""
    return [event for event, _path in one.answered if not event.startswith("common_")]


@dataclass(frozen=True)
class Variety:
    """Gate 6: events a play answers (8 to 11), what two seeds share (70 %), and what an AM and a PM play do."""

    events: float
    inside: float  # share of plays with 8 to 11
    shared: float
    below: float  # share of pairs of seeds that share at most 70 %
    texts: float  # shared by an AM and a PM play of one seed


def variety(played: Plays, seat: Seat) -> Variety:
    """Gate 6 for one seat, balanced."""
    plays = [met(r) for r in played.of(seat, "balanced")]
    counts = [len(events) for events in plays]
    shares = [_shared(plays[i], plays[i + 1]) for i in range(len(plays) - 1)]
    am, pm = ([met(r) for r in played.of(s, "balanced")] for s in SINGLE)
    texts = summary([_shared(one, other) for one, other in zip(am, pm, strict=True)]).mean
    inside = len([n for n in counts if 8 <= n <= 11]) / len(counts)
    below = len([share for share in shares if share <= 0.7]) / max(1, len(shares))
    return Variety(summary([float(n) for n in counts]).mean, inside, summary(shares).mean, below, texts)


def _shared(one: list[str], other: list[str]) -> float:
    common = [event for event in one if event in other]
    return 2 * len(common) / max(1, len(one) + len(other))


def endings(played: Plays) -> dict[str, int]:
    """Gate 7: how often each ending was reached, all seats and bots together."""
    found = {ending.id: 0 for ending in played.scenario.endings}
    for results in played.results.values():
        for one in results:
            found[one.ending] += 1
    return found


def pinned(played: Plays, seat: Seat, bot: str = "balanced") -> dict[str, tuple[float, float]]:
    """Gate 7: for each KPI, the share of plays at 0 and at 100 points; below 60 % each."""
    found: dict[str, tuple[float, float]] = {}
    for names in (KPIS[Seat.AM], KPIS[Seat.PM]):
        for name in names:
            values = [dict(r.kpis)[name] for r in played.of(seat, bot)]
            scored = [points(played.scenario, name, value) for value in values if value is not None]
            at = [len([p for p in scored if p == end]) / max(1, len(scored)) for end in (0.0, 100.0)]
            found[name] = (at[0], at[1])
    return found


def habit_costs(played: Plays, seat: Seat, bot: str) -> Gap:
    """Gate 8: always accommodating, or always refusing, against balanced; below 0."""
    return gap(played.scores(seat, bot), played.scores(seat, "balanced"))
