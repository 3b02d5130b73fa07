"""Why a number ended where it did: a KPI followed through every line of the ledger, and a decision undone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.engine.legality import MOVES_A_WEEK, compatible, decided, questions, seats_of
from game.engine.model import KPIS, Scenario, Seat
from game.engine.options import is_legal
from game.engine.play import Play
from game.engine.scores import kpi, points, standing
from game.engine.state import SeatDecisions
from game.insight.bots import bot_luck, choose
from game.insight.lookahead import POLICY, as_decisions, moves_of_answers, ways_now, with_way
from game.insight.pace import DONE, Steps, forecast_steps, parts_along
from game.insight.review.choices import answered, apart, with_seat
from game.insight.simulate import bots_for
from game.insight.ties import tie_parts
from game.insight.traced import shared_out, traced
from game.insight.ways import path_of

FORECAST = ("on_time", "budget")
WORKED_OUT = (*FORECAST, "retention", "churn")
GRAIN = 1000  # steps of a waterfall in one point of a KPI
Ways = dict[str, dict[tuple[str, int], int]]  # by root, what each cause did through each number


@dataclass(frozen=True)
class Step:
    """What one cause did to a KPI in one week, in thousandths of a point."""

    cause: str  # as the ledger writes it: "choice:wishlist/absorb"
    week: int
    amount: int
    quantity: int  # the number through which it reached the KPI most


@dataclass(frozen=True)
class Waterfall:
    """A KPI from its first value to its last, 0 to 100 in thousandths of a point: `start` + all steps = `end`."""

    kpi: str
    start: int
    end: int
    steps: tuple[Step, ...]  # week by week, in the order of the ledger
    since: int = 0  # the week after which it first had a value, 0 where it had one from the start


@dataclass(frozen=True)
class Count:
    """How the points of a KPI are counted: those of the score, or without its bounds."""

    scenario: Scenario
    name: str
    bounded: bool = True

    def points(self, values: list[int]) -> int | None:
        """Thousandths of a point; None where there is no value."""
        value = kpi(self.scenario, values, self.name)
        if value is None:
            return None
        target = self.scenario.targets[self.name]
        span = target.target - target.floor
        if self.bounded or span == 0.0:
            return round(points(self.scenario, self.name, value) * GRAIN)
        return round(100.0 * (value - target.floor) / span * GRAIN)


def waterfall(play: Play, name: str, week: int | None = None, bounded: bool = True) -> Waterfall | None:
    """Follow a KPI through the ledger of a play, or of one `week` of it; None where it never had a value.

    Without `bounded` also through what makes no difference to its score, below no points and beyond a hundred.

    It is worked out anew after every line, so that a line is charged with what it did at its place among the others.
    What a law works out from everything at once has one line; it is shared out among what moved it, and what a law only
    passes on goes back to what is behind it.
    """
    opening, last = (0, len(play.weeks)) if week is None else (week - 1, week)
    count = Count(play.scenario, name, bounded)
    begun = now = count.points(play.states[opening].values)
    steps: list[Step] = []
    since = 0
    for each in range(opening + 1, last + 1):
        if begun is None or now is None:  # the week that gives it a value is where it begins, as the next one shows it
            begun = now = count.points(play.states[each].values)
            since = each
            continue
        now, ways = (_worked_out if name in WORKED_OUT else _line_by_line)(play, each, count, now)
        steps += [_step(each, through) for through in ways.values()]
    return None if begun is None or now is None else Waterfall(name, begun, now, tuple(steps), since)


def _line_by_line(play: Play, week: int, count: Count, now: int) -> tuple[int, Ways]:
    """A KPI of which every line of the ledger can be charged with what it did: its value after a week, and by what."""
    values, ways = play.states[week - 1].values.copy(), Ways()
    for _week, quantity, cause, grains in play.weeks[week - 1].changes:
        values[quantity] += grains
        before, after = now, count.points(values)
        if after is None or after == before:  # a number once there is kept until there is another
            continue
        now = after
        for each in traced(play, week, cause, quantity, now - before):
            _add(ways, *each)
    return now, ways


def _worked_out(play: Play, week: int, count: Count, now: int) -> tuple[int, Ways]:
    """A KPI that is counted from forecasts, which projects and their milestones have, or from chances of accounts."""
    values, ways, anew = play.states[week - 1].values.copy(), Ways(), Steps()
    for quantity, others in _counted_from(play.scenario, count.name):
        was = values[quantity]
        for number in (quantity, *others):
            values[number] = play.states[week].values[number]
        before, now = now, count.points(values) or 0
        if now == before:
            continue
        if count.name in FORECAST:
            anew = anew or forecast_steps(play, week)
        parts = parts_along(anew, quantity, was) if anew else tie_parts(play, week, quantity)
        cliff = count.name == "on_time" or (count.name == "budget" and count.bounded)  # a score's bound is one too
        for cause, amount in _shared_out(parts, now - before, cliff):
            for each in traced(play, week, cause, quantity, amount):
                _add(ways, *each)
    return now, ways


def _counted_from(scenario: Scenario, name: str) -> Iterator[tuple[int, tuple[int, ...]]]:
    """The numbers behind a KPI that laws work out, each with what stands in for it later or beside it."""
    for account in scenario.accounts if name not in FORECAST else ():
        yield account.renewal_chance if name == "retention" else account.churn_risk, ()
    for project in scenario.projects if name in FORECAST else ():
        if name == "budget":
            yield project.forecast_cost, ()
            yield project.budget, ()
            continue
        yield project.forecast, (project.delivered,)
        for task in [scenario.tasks[index] for index in project.milestones]:
            yield task.forecast, (task.finished,)


def _shared_out(parts: list[tuple[str, int]], amount: int, cliff: bool) -> Iterator[tuple[str, int]]:
    """An amount among the causes that moved a number; at a `cliff` all who pushed share the fall, and nobody else."""
    whole = 0
    for _cause, part in parts:
        whole += part
    pushed = [(cause, part) for cause, part in parts if part * whole > 0 or (whole and not cliff)] or [(DONE, 1)]
    shares = shared_out(amount, [part for _cause, part in pushed])
    for (cause, _part), share in zip(pushed, shares, strict=True):
        if share:
            yield cause, share


def _add(ways: Ways, cause: str, quantity: int, amount: int) -> None:
    through = ways.setdefault(root(cause), {})
    through[cause, quantity] = through.get((cause, quantity), 0) + amount


def _step(week: int, through: dict[tuple[str, int], int]) -> Step:
    amount = 0
    for part in through.values():
        amount += part
    forward = 1 if amount > 0 else -1
    cause, quantity = max(through, key=lambda way: through[way] * forward)
    return Step(cause, week, amount, quantity)


def root(cause: str) -> str:
    """What a cause goes back to: a late consequence to its choice, whatever the week."""
    kind, _colon, rest = cause.partition(":")
    path = rest.partition("@")[0]
    return f"choice:{path}" if kind == "later" else f"{kind}:{path}"


def on_card(play: Play, seat: Seat) -> list[tuple[Step, float]]:
    """Every step of every KPI on a seat's card, with what it did to the card in points; in the both seat, to both."""
    found: list[tuple[Step, float]] = []
    for card in KPIS if seat is Seat.BOTH else (seat,):
        whole = 0.0
        counted = [each for each in (waterfall(play, name) for name in KPIS[card]) if each is not None]
        for each in counted:
            whole += play.scenario.targets[each.kpi].weight
        for each in counted:
            share = play.scenario.targets[each.kpi].weight / whole if whole else 0.0
            share *= 0.5 if seat is Seat.BOTH else 1.0
            found += [(step, share * step.amount / GRAIN) for step in each.steps]
    return found


@dataclass(frozen=True)
class Undone:
    """What a decision did in this play, late effects included: the play, and the same luck with another answer."""

    seat: Seat
    week: int
    event: str
    instead: str
    play: Play
    other: Play

    @property
    def score(self) -> float:
        """Points of the final score the decision brought, or cost, between the two scores as they are shown."""
        return apart(self._final(self.play), self._final(self.other))

    @property
    def other_score(self) -> float:
        """The score the play would have ended with."""
        return self._final(self.other)

    def _final(self, play: Play) -> float:
        return standing(play.scenario, play.state.values).score(self.seat)

    @property
    def kpis(self) -> tuple[tuple[str, int, int], ...]:
        """Every KPI that has a value in both: its points in thousandths as it was, and as it would have been."""
        found: list[tuple[str, int, int]] = []
        for name in (*KPIS[Seat.AM], *KPIS[Seat.PM]):
            count = Count(self.play.scenario, name)
            one, other = count.points(self.play.state.values), count.points(self.other.state.values)
            if one is not None and other is not None:
                found.append((name, one, other))
        return tuple(found)


def undone(play: Play, seat: Seat, week: int, event: str, instead: str, two_people: bool = False) -> Undone:
    """Live the play again with `event` answered by the path `instead` ("" not at all); all else as far as it can be.

    People answer as they did whatever asks them again, and make the moves they made; what is new to them they decide by
    the policy. An AI colleague goes on in their own style. Raises StopIteration for a way that was not open.
    """
    scenario, state = play.scenario, play.states[week - 1]
    lived = play.weeks[week - 1].decisions
    mine = decided(lived, seat)
    ways = [*ways_now(scenario, state, seat, mine, event), ()]
    way = next(each for each in ways if path_of(each) == instead)
    other = play.back_to(week)
    other.live(with_seat(lived, seat, answered(scenario, state, seat, mine, event, way)))
    styles = {} if two_people else bots_for(scenario, seat, POLICY)
    while other.state.reached is None:
        by_seat: dict[Seat, SeatDecisions] = {}
        for each in seats_of(other.state):
            own = choose(styles.get(each, POLICY), scenario, other.state, each, bot_luck(play.seed, each, other.week))
            person = two_people or each is seat
            by_seat[each] = _as_before(play, other, each, own) if person else own
        other.live(as_decisions(by_seat))
    return Undone(seat, week, event, instead, play, other)


def _as_before(play: Play, other: Play, seat: Seat, own: SeatDecisions) -> SeatDecisions:
    """What was decided in this week of the play wherever it is possible again; `own` is what the policy decides."""
    scenario, state = other.scenario, other.state
    if other.week > len(play.weeks):
        return own
    before = decided(play.weeks[other.week - 1].decisions, seat)
    silent = [e.id for e in questions(scenario, play.states[other.week - 1], seat)]
    silent = [event for event in silent if event not in [answer.event for answer in before.answers]]
    mine = SeatDecisions(tuple([answer for answer in own.answers if answer.event not in silent]))
    for answer in before.answers:
        if answer.event in [each.event for each in mine.answers]:
            for way in ways_now(scenario, state, seat, mine, answer.event):
                if path_of(way) == "/".join(answer.path):
                    mine = with_way(scenario, state, seat, mine, answer.event, way)
    room = min(len(before.moves), MOVES_A_WEEK[seat] - moves_of_answers(scenario, mine))
    wanted = [move for move in (*before.moves, *own.moves) if is_legal(scenario, state, seat, move)]
    return SeatDecisions(mine.answers, compatible(wanted, max(0, room)))
