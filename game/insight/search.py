"""Looking for a real play that gets somewhere: a seed and decisions after which an event asks, or an ending is reached.

Bots of every kind play, one seed after the other; half of them are bent towards the goal: they prefer the choices that
call it and those that push its condition the right way. What is found can be lived again by anybody.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random

from game.engine.expression import And, Arithmetic, Compare, Const, Expr, IfElse, Named, Not, Or, Pick, Read
from game.engine.inbox import PLAYS_BIT
from game.engine.legality import MOVES_A_WEEK, legal, moves_taken, unlocked
from game.engine.model import Choice, Event, Outcome, Question, Scenario, Seat
from game.engine.options import legal_moves
from game.engine.play import Play
from game.engine.state import Answer, Decisions, SeatDecisions, State
from game.insight.arrivals import why_absent
from game.insight.bots import STYLES, bot_luck, choose
from game.insight.simulate import DEFAULT_BOT

EVENT, ENDING, WEEK = "event", "ending", "week"
PLAIN = (DEFAULT_BOT, "random", *(style for style in STYLES if style != DEFAULT_BOT), "careless", "misreporting")
CALLS = 100.0  # what a choice that calls the goal is worth; a push of one number is worth 1
FADES = 0.5  # of that for each event further back
DEEP = 3  # events followed back from the goal
STRAYS = 0.15  # how often a bent bot takes any choice, so that not every play is the same


@dataclass(frozen=True)
class Goal:
    """Where to start: the week in which event `name` asks, the end of a play with ending `name`, or week `week`."""

    kind: str
    name: str = ""
    week: int = 0


@dataclass(frozen=True)
class Attempt:
    """One play tried: how many so far, with which seed and bot, and, where it got there, the play up to there."""

    plays: int
    seed: int
    bot: str
    found: Play | None
    obstacle: str  # what stood in the way of it this time, in sentences; "" where that cannot be said


def goal_of(scenario: Scenario, text: str) -> Goal | None:
    """What `--at` asks for: `week:4`, an event's id, or an ending's; None for anything else."""
    word, colon, number = text.partition(":")
    if word == "week" and colon and number.isascii() and number.isdigit():
        week = int(number[:6])
        return Goal(WEEK, "", week) if 1 <= week <= scenario.weeks else None
    if text in scenario.event_index:
        return Goal(EVENT, text)
    return Goal(ENDING, text) if any(ending.id == text for ending in scenario.endings) else None


def possible(scenario: Scenario, goal: Goal, seat: Seat) -> bool:
    """Whether a play from this seat can get there at all."""
    if goal.kind == EVENT:
        return scenario.events[scenario.event_index[goal.name]].plays & PLAYS_BIT[seat] != 0
    return goal.kind == WEEK or any(e.id == goal.name and e.seats & PLAYS_BIT[seat] for e in scenario.endings)


def search(
    scenario: Scenario, seat: Seat, goal: Goal, first_seed: int = 1, difficulty: str = "normal"
) -> Iterator[Attempt]:
    """Attempts without end, one play at a time, so that the caller can show progress and decide when it is enough.

    The last attempt is the one that found something. The same arguments give the same attempts.
    """
    pulls = _pulls(scenario, goal)
    plays = 0
    while True:
        for bot in PLAIN:
            seed = first_seed + plays // 2
            bent = plays % 2 == 1
            play = Play(scenario, seed, seat, difficulty)
            there = _play(play, goal, bot, pulls if bent else None)
            plays += 1
            name = f"{bot}, bent towards it" if bent else bot
            yield Attempt(plays, seed, name, play if there else None, "" if there else obstacle(play, goal))
            if there:
                return


def hunt(
    scenario: Scenario, seats: tuple[Seat, ...], goal: Goal, first_seed: int = 1, difficulty: str = "normal"
) -> Iterator[Attempt]:
    """The same from several seats in turn, for whoever does not mind where they sit."""
    searches = [search(scenario, seat, goal, first_seed, difficulty) for seat in seats]
    plays = 0
    while searches:
        for each in searches:
            attempt = next(each)
            plays += 1
            yield replace(attempt, plays=plays)
            if attempt.found is not None:
                return


def _play(play: Play, goal: Goal, bot: str, pulls: Pulls | None) -> bool:
    """Play until the goal is reached or the play ends; whether it was reached."""
    while not _there(play, goal):
        if play.state.reached is not None:
            return False
        play.live(_decide(play, bot, pulls))
    return True


def _there(play: Play, goal: Goal) -> bool:
    state = play.state
    if goal.kind == WEEK:
        return state.reached is None and play.week == goal.week
    if goal.kind == ENDING:
        return state.reached is not None and state.reached.ending == goal.name
    return play.scenario.event_index[goal.name] in state.inbox


def obstacle(play: Play, goal: Goal) -> str:
    """Why an event did not ask, as of the last week in which its weeks allowed it; for an ending, the one reached."""
    if goal.kind == EVENT:
        index = play.scenario.event_index[goal.name]
        last = min(play.scenario.events[index].last_week, len(play.states) - 1)
        return why_absent(play, max(1, last), index)
    reached = play.state.reached
    return f"It ended with `{reached.ending}`." if reached is not None else ""


# ---- how a bot decides, and what bends it ----------------------------------------------------------------------------


@dataclass(frozen=True)
class Pulls:
    """What leads to the goal: numbers with the direction they should go, and events that should be called."""

    numbers: dict[int, float]
    events: dict[int, float]

    def worth(self, outcome: Outcome) -> float:
        """How much an outcome does for the goal, at once or later, on either side of an open result."""
        total = 0.0
        for effect in outcome.effects:
            total += self.numbers.get(effect.quantity, 0.0) * _sign(effect.amount, effect.sets)
        for _weeks, event in outcome.follow:
            total += self.events.get(event, 0.0)
        for later in outcome.later:
            total += self.worth(later.outcome)
        if outcome.branch is not None:
            total += 0.5 * (self.worth(outcome.branch.then) + self.worth(outcome.branch.other))
        return total

    def choice(self, choice: Choice) -> float:
        """The same for a choice, with the best its further question can lead to."""
        taken = self.numbers.get(choice.taken, 0.0) if choice.taken >= 0 else 0.0
        further = max((self.choice(c) for c in choice.scene.choices), default=0.0) if choice.scene else 0.0
        return self.worth(choice.outcome) + taken + further


def _sign(amount: Expr, sets: bool) -> float:
    """Which way an effect moves its number; a flag that is set to 0 is moved down."""
    low, high = amount.bounds()
    if sets:
        return 1.0 if low > 0.0 else -1.0
    return 1.0 if low + high > 0.0 else -1.0 if low + high < 0.0 else 0.0


def _pulls(scenario: Scenario, goal: Goal) -> Pulls:
    pulls = Pulls({}, {})
    if goal.kind == EVENT:
        _towards(scenario, scenario.event_index[goal.name], CALLS, DEEP, pulls)
    for ending in scenario.endings:
        if goal.kind == ENDING and ending.id == goal.name:
            _condition(ending.when, 1.0, pulls)
    return pulls


def _towards(scenario: Scenario, event: int, weight: float, depth: int, pulls: Pulls) -> None:
    """An event is wanted, and so is what its condition asks, and, fainter, the events that can call it."""
    if pulls.events.get(event, 0.0) >= weight:
        return
    pulls.events[event] = weight
    when = scenario.events[event].when
    _condition(when, weight / CALLS, pulls)
    flags = tuple([index for index in when.names() if scenario.quantities[index].unit == "flag"])
    if depth > 0:
        for index, other in enumerate(scenario.events):
            if _leads(other.question, event, flags):
                _towards(scenario, index, weight * FADES, depth - 1, pulls)


def _leads(question: Question, event: int, flags: tuple[int, ...]) -> bool:
    """Whether a choice here calls the event or touches a flag it waits for."""
    for choice in question.choices:
        further = choice.scene is not None and _leads(choice.scene, event, flags)
        if further or choice.taken in flags or _touches(choice.outcome, event, flags):
            return True
    return False


def _touches(outcome: Outcome, event: int, flags: tuple[int, ...]) -> bool:
    inner = [later.outcome for later in outcome.later]
    if outcome.branch is not None:
        inner += [outcome.branch.then, outcome.branch.other]
    here = any(called == event for _weeks, called in outcome.follow)
    here = here or any(effect.quantity in flags for effect in outcome.effects)
    return here or any(_touches(each, event, flags) for each in inner)


def _condition(expr: Expr, way: float, pulls: Pulls) -> None:
    """The numbers a condition reads, each with the direction that helps it to hold (or, `way` below 0, to fail)."""
    if isinstance(expr, (And, Or)):
        _condition(expr.left, way, pulls)
        _condition(expr.right, way, pulls)
    elif isinstance(expr, Not):
        _condition(expr.part, -way, pulls)
    elif isinstance(expr, Compare):
        if expr.op in (">", ">="):
            _number(expr.left, way, pulls)
            _number(expr.right, -way, pulls)
        elif expr.op in ("<", "<="):
            _number(expr.left, -way, pulls)
            _number(expr.right, way, pulls)
        else:
            up = isinstance(expr.right, Const) and expr.right.number > 0.0
            _number(expr.left, way if up == (expr.op == "==") else -way, pulls)
    else:
        _number(expr, way, pulls)


def _number(expr: Expr, way: float, pulls: Pulls) -> None:
    if isinstance(expr, Read):
        pulls.numbers[expr.index] = pulls.numbers.get(expr.index, 0.0) + way
    elif isinstance(expr, Named):
        _condition(expr.formula, way, pulls)
    elif isinstance(expr, Arithmetic):
        _number(expr.left, way, pulls)
        _number(expr.right, -way if expr.op in ("-", "/") else way, pulls)
    elif isinstance(expr, Pick):
        for part in expr.parts:
            _number(part, way, pulls)
    elif isinstance(expr, IfElse):
        _number(expr.then, way, pulls)
        _number(expr.other, way, pulls)
    elif isinstance(expr, (And, Or, Not, Compare)):
        _condition(expr, way, pulls)


def _decide(play: Play, bot: str, pulls: Pulls | None) -> Decisions:
    """The player's bot, bent where there are pulls; the colleague by their own style."""
    if play.seat is Seat.BOTH:
        return Decisions(am=_seat(play, bot, Seat.BOTH, pulls))
    mine = _seat(play, bot, play.seat, pulls)
    other = Seat.PM if play.seat is Seat.AM else Seat.AM
    style = play.scenario.people[play.scenario.rules(other).person].style or DEFAULT_BOT
    theirs = _seat(play, style, other, None)
    return Decisions(mine, theirs) if play.seat is Seat.AM else Decisions(theirs, mine)


def _seat(play: Play, bot: str, seat: Seat, pulls: Pulls | None) -> SeatDecisions:
    luck = bot_luck(play.seed, seat, play.week)
    decided = choose(bot, play.scenario, play.state, seat, luck)
    if pulls is None:
        return decided
    slots = MOVES_A_WEEK[seat]
    answers = []
    for event in legal(play.scenario, play.state, seat).events:
        way = _bent(play.state, event, decided, slots, pulls, luck)
        slots -= moves_taken(way)
        answers.append(Answer(event.id, tuple([choice.id for choice in way])))
    possible = legal_moves(play.scenario, play.state, seat)
    return SeatDecisions(tuple(answers), tuple([move for move in decided.moves if move in possible][: max(0, slots)]))


def _bent(
    state: State, event: Event, decided: SeatDecisions, slots: int, pulls: Pulls, luck: Random
) -> tuple[Choice, ...]:
    """Along the choices that do most for the goal; among equals the bot's own, and now and then any."""
    own = next((answer.path for answer in decided.answers if answer.event == event.id), ())
    way: list[Choice] = []
    question: Question | None = event.question
    while question is not None:
        ways = unlocked(question, state.values)
        affordable = [c for c in ways if c.takes <= slots - moves_taken(tuple(way))] or list(ways)
        if luck.random() < STRAYS:
            choice = affordable[int(luck.random() * len(affordable))]
        else:
            choice = max(affordable, key=lambda c: (pulls.choice(c), c.id in own, luck.random()))
        way.append(choice)
        question = choice.scene
    return tuple(way)
