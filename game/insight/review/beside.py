"""Two plays of one story laid side by side: where they parted, what each decided, and where each of them ended."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.legality import decided, questions
from game.engine.model import KPIS, Scenario, Seat
from game.engine.play import Play
from game.engine.scores import OWN_SHARE, kpi, points, standing
from game.engine.state import Move
from game.insight.review.choices import path_taken

METERS = ("score", "relationship", "delivery")


@dataclass(frozen=True)
class Met:
    """One event and what each play answered: a path ("steering/insist"), "" for no answer.

    `week_one` and `week_other` say when it came to each play, 0 where it never did. An event that came several times
    is paired first with first, second with second.
    """

    event: str
    week_one: int
    one: str
    week_other: int
    other: str

    @property
    def week(self) -> int:
        """The week it first came to either."""
        weeks = [week for week in (self.week_one, self.week_other) if week]
        return min(weeks)

    @property
    def shared(self) -> bool:
        """Whether both plays met it."""
        return self.week_one > 0 and self.week_other > 0

    @property
    def same(self) -> bool:
        """Whether both met it and answered alike."""
        return self.shared and self.one == self.other


@dataclass(frozen=True)
class Moved:
    """One week's moves in each play; None once a play is over."""

    week: int
    one: tuple[Move, ...] | None
    other: tuple[Move, ...] | None


@dataclass(frozen=True)
class Line:
    """A number over the weeks, 0 to 100 points: [0] at the start, [w] after week w; None without data.

    `name` is a KPI, or one of METERS. A play that ended early has a shorter line.
    """

    name: str
    one: tuple[float | None, ...]
    other: tuple[float | None, ...]


@dataclass(frozen=True)
class Part:
    """A KPI at the end, 0 to 100 points, None without data.

    `worth` is how much the other play is ahead through it, in points of the seat's score: all parts sum to `ahead`.
    """

    name: str
    one: float | None
    other: float | None
    worth: float


@dataclass(frozen=True)
class Beside:
    """Two plays of one scenario and seat. `parted` is the first week decided otherwise by the seat, 0 if none was.

    `same_luck` says whether they began alike: same rules, seed and difficulty.
    """

    seat: Seat
    one: Play
    other: Play
    same_luck: bool
    parted: int
    answers: tuple[Met, ...]  # by the week they first came
    moves: tuple[Moved, ...]
    meters: tuple[Line, ...]
    kpis: tuple[Line, ...]
    parts: tuple[Part, ...]

    @property
    def scores(self) -> tuple[float, float]:
        """Where each stands for this seat, 0 to 100: its final score, if it has ended."""
        return (_score(self.one, self.seat), _score(self.other, self.seat))

    @property
    def ahead(self) -> float:
        """Points of the score by which the other play is ahead."""
        one, other = self.scores
        return other - one


def beside(one: Play, other: Play, seat: Seat) -> Beside:
    """Lay two plays side by side. Raises ValueError where they are not of one scenario and seat."""
    if one.scenario.id != other.scenario.id or one.seat is not other.seat:
        raise ValueError("two plays side by side have to be of one scenario and one seat")
    rules = one.scenario.text_hash == other.scenario.text_hash
    alike = rules and (one.seed, one.difficulty) == (other.seed, other.difficulty)
    names = (*KPIS[Seat.AM], *KPIS[Seat.PM])
    return Beside(
        seat,
        one,
        other,
        alike,
        _parted(one, other, seat),
        _answers(one, other, seat),
        tuple([Moved(week, _moves(one, week, seat), _moves(other, week, seat)) for week in _weeks(one, other)]),
        tuple([Line(name, _meter(one, seat, name), _meter(other, seat, name)) for name in METERS]),
        tuple([Line(name, _over_weeks(one, name), _over_weeks(other, name)) for name in names]),
        tuple([_part(one, other, seat, name) for name in names]),
    )


def _weeks(one: Play, other: Play) -> range:
    return range(1, max(len(one.weeks), len(other.weeks)) + 1)


def _parted(one: Play, other: Play, seat: Seat) -> int:
    """The first week whose answers or moves differ; the order they were given in does not matter."""
    for left, right in zip(one.weeks, other.weeks, strict=False):
        mine, theirs = decided(left.decisions, seat), decided(right.decisions, seat)
        if sorted([(a.event, a.path) for a in mine.answers]) != sorted([(a.event, a.path) for a in theirs.answers]):
            return left.week
        if sorted(mine.moves) != sorted(theirs.moves):
            return left.week
    return 0


def _answers(one: Play, other: Play, seat: Seat) -> tuple[Met, ...]:
    left, right = _came(one, seat), _came(other, seat)
    found = [Met(event, week, path, 0, "") for event, _nth, week, path in left]
    places = {(event, nth): place for place, (event, nth, _week, _path) in enumerate(left)}
    for event, nth, week, path in right:
        place = places.get((event, nth), -1)
        if place < 0:
            found.append(Met(event, 0, "", week, path))
        else:
            mine = found[place]
            found[place] = Met(event, mine.week_one, mine.one, week, path)
    return tuple(sorted(found, key=lambda met: met.week))


def _came(play: Play, seat: Seat) -> list[tuple[str, int, int, str]]:
    """Every event that asked this seat: its id, for which time, the week, and the answer."""
    times: dict[str, int] = {}
    found: list[tuple[str, int, int, str]] = []
    for lived in play.weeks:
        mine = decided(lived.decisions, seat)
        for event in questions(play.scenario, play.states[lived.week - 1], seat):
            times[event.id] = times.get(event.id, 0) + 1
            found.append((event.id, times[event.id], lived.week, path_taken(mine, event.id)))
    return found


def _moves(play: Play, week: int, seat: Seat) -> tuple[Move, ...] | None:
    return decided(play.weeks[week - 1].decisions, seat).moves if week <= len(play.weeks) else None


def _score(play: Play, seat: Seat) -> float:
    return standing(play.scenario, play.state.values).score(seat)


def _meter(play: Play, seat: Seat, name: str) -> tuple[float | None, ...]:
    found: list[float | None] = []
    for state in play.states:
        now = standing(play.scenario, state.values)
        found.append(
            now.score(seat) if name == "score" else now.relationship if name == "relationship" else now.delivery
        )
    return tuple(found)


def _over_weeks(play: Play, name: str) -> tuple[float | None, ...]:
    return tuple([_points(play.scenario, state.values, name) for state in play.states])


def _points(scenario: Scenario, values: list[int], name: str) -> float | None:
    value = kpi(scenario, values, name)
    return None if value is None else points(scenario, name, value)


def _part(one: Play, other: Play, seat: Seat, name: str) -> Part:
    left, right = _points(one.scenario, one.state.values, name), _points(other.scenario, other.state.values, name)
    return Part(name, left, right, _worth(other, seat, name, right) - _worth(one, seat, name, left))


def _worth(play: Play, seat: Seat, name: str, earned: float | None) -> float:
    """What a KPI puts into the seat's score, in points of it: its share of its card, and the card's of the score."""
    card = Seat.AM if name in KPIS[Seat.AM] else Seat.PM
    share = 0.5 if seat is Seat.BOTH else OWN_SHARE if seat is card else 1.0 - OWN_SHARE
    weight = 0.0
    for each in KPIS[card]:
        if kpi(play.scenario, play.state.values, each) is not None:
            weight += play.scenario.targets[each].weight
    if earned is None or weight <= 0.0:
        return 0.0
    return share * play.scenario.targets[name].weight * earned / weight
