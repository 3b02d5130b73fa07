"""A bot that looks ahead: for every answer it plays a few weeks on in its head, and takes what came out best.

What it imagines it knows no better than a player: numbers of the other side are those of the last talk, truths and
rework nobody has found are drawn anew from their chances, the colleague's inbox is empty, and all luck is its own.
"""

from __future__ import annotations

from dataclasses import replace
from random import Random

from game.engine.legality import MOVES_A_WEEK, legal, moves_taken, seats_of
from game.engine.luck import Luck
from game.engine.model import SEAT_BIT, Scenario, Seat
from game.engine.scores import standing
from game.engine.state import Answer, Decisions, SeatDecisions, State
from game.engine.week import advance, luck_for
from game.insight.bots import Used, bot_luck, choose
from game.insight.ways import Way, open_ways

LOOK_AHEAD = "look-ahead"
WEEKS_AHEAD = 4  # far enough for most late consequences
IMAGINED = 3  # futures for each answer, the same ones for all
POLICY = "balanced"  # how everybody goes on in an imagined future
Future = tuple[State, Luck]


def decide_as(
    name: str, scenario: Scenario, state: State, seat: Seat, luck: Random, used: Used | None = None
) -> SeatDecisions:
    """What any bot decides, this one included."""
    if name == LOOK_AHEAD:
        return look_ahead(scenario, state, seat, luck)
    return choose(name, scenario, state, seat, luck, used)


def look_ahead(scenario: Scenario, state: State, seat: Seat, luck: Random) -> SeatDecisions:
    """The policy's decisions, with each event in turn answered by what promises most."""
    best = choose(POLICY, scenario, state, seat, luck)
    futures = [_future(scenario, state, seat, luck) for _ in range(IMAGINED)]
    for event in legal(scenario, state, seat).events:
        tried = [
            with_way(scenario, state, seat, best, event.id, way)
            for way in ways_now(scenario, state, seat, best, event.id)
        ]
        if len(tried) > 1:
            hopes = [_hope(scenario, seat, futures, each) for each in tried]
            best = tried[hopes.index(max(hopes))]
    return best


def ways_now(scenario: Scenario, state: State, seat: Seat, mine: SeatDecisions, event_id: str) -> list[Way]:
    """The ways through one event of this week's inbox, given what the other answers take."""
    event = scenario.events[scenario.event_index[event_id]]
    return open_ways(event, state.values, MOVES_A_WEEK[seat] - moves_of_answers(scenario, mine, event_id))


def with_way(
    scenario: Scenario, state: State, seat: Seat, mine: SeatDecisions, event_id: str, way: Way
) -> SeatDecisions:
    """The same week with one event answered otherwise; the last moves give way where the answer takes one."""
    path = tuple([choice.id for choice in way])
    answers = tuple([replace(a, path=path) if a.event == event_id else a for a in mine.answers])
    room = max(0, MOVES_A_WEEK[seat] - moves_of_answers(scenario, mine, event_id) - moves_taken(way))
    return SeatDecisions(answers, mine.moves[:room])


def moves_of_answers(scenario: Scenario, mine: SeatDecisions, but: str = "") -> int:
    """How many moves the answers take, one left out."""
    return sum([_moves_of(scenario, answer) for answer in mine.answers if answer.event != but])


def _moves_of(scenario: Scenario, answer: Answer) -> int:
    taken = 0
    choices = scenario.events[scenario.event_index[answer.event]].question.choices
    for name in answer.path:
        choice = next(c for c in choices if c.id == name)
        taken += choice.takes
        choices = choice.scene.choices if choice.scene is not None else ()
    return taken


def _hope(scenario: Scenario, seat: Seat, futures: list[Future], mine: SeatDecisions) -> float:
    """The mean score some weeks on, over the imagined futures."""
    total = 0.0
    for state, luck in futures:
        after = play_on(scenario, state, luck, seat, mine, {}, WEEKS_AHEAD)
        total += standing(scenario, after.values).score(seat)
    return total / len(futures)


def play_on(
    scenario: Scenario, state: State, luck: Luck, seat: Seat, mine: SeatDecisions, styles: dict[Seat, str], weeks: int
) -> State:
    """The state some weeks after deciding `mine`, `seat` going on by the policy and a colleague by their style."""
    if state.reached is not None or weeks < 1:
        return state
    by_seat = decided_by_style(scenario, state, luck, styles)
    by_seat[seat] = mine
    state, _changes = advance(scenario, state, as_decisions(by_seat), luck)
    return go_on(scenario, state, luck, styles, weeks - 1)


def go_on(scenario: Scenario, state: State, luck: Luck, styles: dict[Seat, str], weeks: int) -> State:
    """The state some weeks later, every seat deciding by its style, or by the policy where it has none."""
    for _week in range(weeks):
        if state.reached is not None:
            break
        decided = as_decisions(decided_by_style(scenario, state, luck, styles))
        state, _changes = advance(scenario, state, decided, luck)
    return state


def decided_by_style(
    scenario: Scenario, state: State, luck: Luck, styles: dict[Seat, str]
) -> dict[Seat, SeatDecisions]:
    """What each seat decides in the week now open."""
    found: dict[Seat, SeatDecisions] = {}
    for seat in seats_of(state):
        own = bot_luck(luck.seed, seat, state.values[scenario.week])
        found[seat] = choose(styles.get(seat, POLICY), scenario, state, seat, own)
    return found


def as_decisions(by_seat: dict[Seat, SeatDecisions]) -> Decisions:
    """What the seats of a play decided, as the engine takes it."""
    if Seat.BOTH in by_seat:
        return Decisions(am=by_seat[Seat.BOTH])
    return Decisions(am=by_seat[Seat.AM], pm=by_seat[Seat.PM])


# ---- what can be known -----------------------------------------------------------------------------------------------


def _future(scenario: Scenario, state: State, seat: Seat, luck: Random) -> Future:
    seed = int(luck.random() * 2**31)
    return imagined(scenario, state, seat, luck), luck_for(scenario, seed)


def imagined(scenario: Scenario, state: State, seat: Seat, luck: Random) -> State:
    """A state that agrees with all `seat` can know of this one; the rest is guessed with `luck`."""
    twin = state.copy()
    bit = SEAT_BIT[seat]
    heard = state.known_am[1] if seat is Seat.AM else state.known_pm[1]
    for index, rule in enumerate(scenario.quantities):
        if rule.seen_by and not rule.seen_by & bit:
            twin.values[index] = heard[index]
    _guess_truths(scenario, twin.values, bit, luck)
    _guess_rework(scenario, twin.values)
    events = scenario.events
    twin.inbox = tuple([i for i in state.inbox if seat is Seat.BOTH or events[i].asks is seat])
    twin.waiting = ()
    twin.due = tuple([due for due in state.due if due.seat is seat or due.seat is Seat.BOTH])
    return twin


def _guess_truths(scenario: Scenario, values: list[int], bit: int, luck: Random) -> None:
    """Draw every truth the seat has not learned anew, with the flags it raises."""
    for truth in scenario.truths:
        draw = luck.random()
        if (bit & 1 and values[truth.known_am]) or (bit & 2 and values[truth.known_pm]):
            continue
        holds = 1 if draw < truth.chance else 0
        values[truth.holds] = holds
        for effect in truth.outcome.effects:
            if effect.sets:
                values[effect.quantity] = holds


def _guess_rework(scenario: Scenario, values: list[int]) -> None:
    """Of what is reported as done, half of what was not right the first time has not been found yet."""
    for task in scenario.tasks:
        reported = values[task.done] + values[task.hidden]
        hidden = round(0.5 * (1.0 - task.quality) * reported)
        values[task.done], values[task.hidden] = reported - hidden, hidden
