"""A week's answers judged: for every option of every event, the final score to expect of it at that moment.

The judged option is taken, all else of that week stays as it was decided, and from the next week on both seats play
on by the published policy. An option that takes a move costs the last one made; one that spares a move leaves time for
what the policy would have done with it.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

from game.engine.legality import MOVES_A_WEEK, compatible, decided, legal, moves_taken, questions
from game.engine.model import Event, Scenario, Seat
from game.engine.play import Play
from game.engine.state import Answer, Decisions, Move, SeatDecisions, State
from game.engine.view import observe
from game.insight.bots import bot_luck, choose
from game.insight.lookahead import POLICY, moves_of_answers, ways_now
from game.insight.review.futures import Futures, Guesses
from game.insight.simulate import Summary, summary
from game.insight.wants import wanted_moves
from game.insight.ways import Way, path_of

REPLAYS = 200  # futures for each option: a difference of one to two points then stands out from the noise
WITH_TRUTH = 60  # futures for the second value, which only has to show where hindsight turns the verdict
NOISE = 2.0  # standard errors within which two values are told to be the same
TRIFLE = 0.5  # points of the final score under which a difference is none to whoever reads it, however sure
# A choice is graded by the part of its gap that is beyond the noise, in points of the final score, so that a class
# never hangs on luck of the review. A play has about a dozen choices, and sensible ones end some 25 points above
# careless ones, which makes two points a choice: to lose them for sure is costly. Five are a fifth of all that
# separates sense from carelessness, in one answer. Under one nobody could have told; and no class is narrower than the
# two standard errors of a gap, or other luck would skip one.
IMPRECISE, COSTLY, VERY_COSTLY = 1.0, 2.0, 5.0
TELLING = 1.0  # points by which hindsight has to move a gap before it is said to turn a verdict
GRADES = ("best", "good", "imprecise", "costly", "very costly")
SPREAD = (0.1, 0.25, 0.5, 0.75, 0.9)  # parts of the futures that end below each value of an option's spread


@dataclass(frozen=True)
class Value:
    """What an option is worth: points of the final score, how far below the best one, and the error of that.

    The gap lies between the two scores as they are shown, to a tenth of a point, so that they add up.
    """

    score: float
    gap: float
    error: float  # standard error of the gap, from the same futures for both
    grade: str
    spread: tuple[float, ...] = ()  # the final scores below which the parts SPREAD of the futures ended

    @property
    def lost(self) -> float:
        """The gap as it counts: what is as good as the best gives nothing away."""
        return 0.0 if self.grade == GRADES[0] else self.gap


@dataclass(frozen=True)
class Option:
    """One way through an event ("steering/insist"; "" left unanswered): by what could be known, and with the truth."""

    path: str
    known: Value
    true: Value


@dataclass(frozen=True)
class Decision:
    """One event answered: what there was to choose from, in the order it was written, and what was taken."""

    week: int
    event: str
    taken: str
    options: tuple[Option, ...]

    @property
    def chosen(self) -> Option:
        """The option taken."""
        return next(each for each in self.options if each.path == self.taken)

    @property
    def best(self) -> Option:
        """The option worth most by what could be known."""
        return max(self.options, key=lambda each: each.known.score)

    @property
    def best_in_truth(self) -> Option:
        """The option worth most as things really were."""
        return max(self.options, key=lambda each: each.true.score)

    @property
    def grade(self) -> str:
        """How good the decision was."""
        return self.chosen.known.grade

    @property
    def turned(self) -> bool:
        """Whether the truth, which could not be known, changes how good it was, and by more than noise."""
        known, true = self.chosen.known, self.chosen.true
        noise = NOISE * (known.error * known.error + true.error * true.error) ** 0.5
        return true.grade != known.grade and abs(true.gap - known.gap) > max(noise, TELLING)


def grade_of(gap: float, error: float) -> str:
    """The word for a gap. Within the noise of the best one, or a trifle below it, it is as good as the best."""
    sure = gap - NOISE * error
    if sure <= 0.0 or gap < TRIFLE:
        return GRADES[0]
    return GRADES[1 + (sure >= IMPRECISE) + (sure >= COSTLY) + (sure >= VERY_COSTLY)]


@dataclass(frozen=True)
class _Tried:
    """One other way through an event, and the week with it."""

    event: str
    path: str
    decided: Decisions


class Week:
    """A lived week about to be judged: `total` replays, then `decisions`."""

    def __init__(self, futures: Futures, week: int, replays: int = REPLAYS, with_truth: int = WITH_TRUTH) -> None:
        self._futures = futures
        self.week = week
        play, seat = futures.play, futures.seat
        self._state: State = play.states[week - 1]
        self._lived = play.weeks[week - 1].decisions
        self._mine = decided(self._lived, seat)
        self._events = questions(play.scenario, self._state, seat)
        self._others = [
            tried for event in self._events for tried in _others(play, self._state, self._lived, seat, event)
        ]
        self._guesses = Guesses(futures, self._state, [self._lived, *[each.decided for each in self._others]])
        self._replays = replays if self._others else 0
        self._with_truth = min(with_truth, self._replays) if self._guesses.open else 0
        again = [n for n in range(self._with_truth) if self._guesses.state(n) is not self._state]
        self.total = (1 + len(self._others)) * (self._replays + len(again))
        self.decisions: tuple[Decision, ...] = ()

    def judge(self) -> Generator[None, None, None]:
        """Replay, one at a time; after the last one `decisions` are there."""
        if not self._others:
            return
        weeks = [self._lived, *[each.decided for each in self._others]]
        known: list[list[float]] = [[] for _ in weeks]
        true: list[list[float]] = [[] for _ in weeks]
        for number in range(self._replays):
            guess = self._guesses.state(number)
            for scores, truly, each in zip(known, true, weeks, strict=True):
                scores.append(self._futures.score(guess, each, number))
                yield
                if number < self._with_truth:
                    if guess is self._state:
                        truly.append(scores[-1])
                    else:
                        truly.append(self._futures.score(self._state, each, number))
                        yield
        self.decisions = self._judged(known, true if self._with_truth else known)

    def _judged(self, known: list[list[float]], true: list[list[float]]) -> tuple[Decision, ...]:
        found: list[Decision] = []
        for event in self._events:
            rows = [1 + i for i, each in enumerate(self._others) if each.event == event.id]
            if rows:
                taken = path_taken(self._mine, event.id)
                ways = [taken, *[self._others[row - 1].path for row in rows]]
                values = _values([known[row] for row in (0, *rows)])
                truly = _values([true[row] for row in (0, *rows)])
                options = [Option(*each) for each in zip(ways, values, truly, strict=True)]
                found.append(Decision(self.week, event.id, taken, _as_written(self, event, options)))
        return tuple(found)

    @property
    def asked(self) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
        """Every event with a choice: its id, the way taken, and the other ways that were open, as they are written."""
        found: list[tuple[str, str, tuple[str, ...]]] = []
        for event in self._events:
            others = tuple([each.path for each in self._others if each.event == event.id])
            if others:
                found.append((event.id, path_taken(self._mine, event.id), others))
        return tuple(found)

    def guess(self, number: int) -> State:
        """What the seat may take for true in one future, the same for every option of the week."""
        return self._guesses.state(number)

    def decided_with(self, event: str, path: str) -> Decisions:
        """The week with one event answered so ("" not at all). Raises LookupError for a way that was not open."""
        if path == path_taken(self._mine, event) and event in [each.id for each in self._events]:
            return self._lived
        for each in self._others:
            if (each.event, each.path) == (event, path):
                return each.decided
        raise LookupError(f"“{path}” was not open in “{event}” in week {self.week}")

    def written(self, event: Event) -> list[str]:
        """The paths open to an event, in the order they are written."""
        ways = ways_now(self._futures.scenario, self._state, self._futures.seat, self._mine, event.id)
        return [path_of(way) for way in ways]


def _as_written(week: Week, event: Event, options: list[Option]) -> tuple[Option, ...]:
    order = week.written(event)
    return tuple(sorted(options, key=lambda each: order.index(each.path) if each.path in order else len(order)))


def _values(scores: list[list[float]]) -> list[Value]:
    means = [summary(each).mean for each in scores]
    highest = max(means)
    best = scores[means.index(highest)]
    gaps = [difference(best, mine) for mine in scores]
    grades = _in_order([apart(highest, mean) for mean in means], [grade_of(gap.mean, gap.error) for gap in gaps])
    return [
        Value(mean, apart(highest, mean), gap.error, grade, spread_of(mine))
        for mean, gap, grade, mine in zip(means, gaps, grades, scores, strict=True)
    ]


def _in_order(gaps: list[float], grades: list[str]) -> list[str]:
    """Each grade at least that of whatever shows a gap as large or larger.

    Some gaps are surer than others, and 0.4 must not be called worse than 0.4, nor than 0.6.
    """
    return [
        min([other for far, other in zip(gaps, grades, strict=True) if far >= gap], key=GRADES.index) for gap in gaps
    ]


def spread_of(scores: list[float]) -> tuple[float, ...]:
    """The scores at the parts SPREAD of all of them, each one that a future really ended with."""
    order = sorted(scores)
    return tuple([order[min(len(order) - 1, int(part * len(order)))] for part in SPREAD])


def apart(higher: float, lower: float) -> float:
    """What lies between two scores as they are shown, to a tenth of a point."""
    return round(round(higher, 1) - round(lower, 1), 1)


def difference(left: list[float], right: list[float]) -> Summary:
    """The mean difference, future by future, with its standard error."""
    return summary([a - b for a, b in zip(left, right, strict=True)])


def below_by_policy(play: Play, seat: Seat, decisions: tuple[Decision, ...]) -> float:
    """How far below the best the policy would have answered the same questions, all together."""
    below = 0.0
    for judged in decisions:
        state = play.states[judged.week - 1]
        usual = choose(POLICY, play.scenario, state, seat, bot_luck(play.seed, seat, judged.week))
        path = path_taken(usual, judged.event)
        lost = [each.known.lost for each in judged.options if each.path == path]
        below += lost[0] if lost else judged.chosen.known.lost  # not to be told apart where it was not open
    return below


def path_taken(mine: SeatDecisions, event: str) -> str:
    """The way an event was answered, "" where it was not."""
    return next(("/".join(answer.path) for answer in mine.answers if answer.event == event), "")


def _others(play: Play, state: State, lived: Decisions, seat: Seat, event: Event) -> list[_Tried]:
    """The week with one event answered in each other way that was open; in the both seat also with none."""
    scenario, mine = play.scenario, decided(lived, seat)
    taken = path_taken(mine, event.id)
    slots = MOVES_A_WEEK[seat] - moves_of_answers(scenario, mine, event.id)
    ways = [way for way in ways_now(scenario, state, seat, mine, event.id) if moves_taken(way) <= slots]
    ways += [()] if legal(scenario, state, seat).may_skip else []
    return [
        _Tried(event.id, path_of(way), with_seat(lived, seat, answered(scenario, state, seat, mine, event.id, way)))
        for way in ways
        if path_of(way) != taken
    ]


def with_seat(lived: Decisions, seat: Seat, mine: SeatDecisions) -> Decisions:
    """The same week with other decisions in one seat."""
    return Decisions(lived.am, mine) if seat is Seat.PM else Decisions(mine, lived.pm)


def answered(scenario: Scenario, state: State, seat: Seat, mine: SeatDecisions, event: str, way: Way) -> SeatDecisions:
    """The same week with one event answered otherwise, or not at all, and moves for the time that leaves."""
    others = tuple([answer for answer in mine.answers if answer.event != event])
    answers = (*others, Answer(event, tuple([choice.id for choice in way]))) if way else others
    return SeatDecisions(answers, moves_beside(scenario, state, seat, mine, answers))


def moves_beside(
    scenario: Scenario, state: State, seat: Seat, mine: SeatDecisions, answers: tuple[Answer, ...]
) -> tuple[Move, ...]:
    """The moves of a week that is answered otherwise: the last ones give way, or the policy fills what was spared."""
    taken = moves_of_answers(scenario, SeatDecisions(answers))
    spared = moves_of_answers(scenario, mine) - taken
    moves = mine.moves[: MOVES_A_WEEK[seat] - taken]
    if spared > 0:
        possible = list(legal(scenario, state, seat).moves)
        wanted = wanted_moves(observe(scenario, state, seat), possible, seat, POLICY)
        moves = compatible((*moves, *wanted), len(moves) + spared)
    return moves
