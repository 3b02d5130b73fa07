"""Players that play by themselves: colleagues with a style, and the plain bots simulations need.

Each chooses through `legal` and a `View`, as a person would, and says why in one line. A bot's own luck is a stream of
its own, so that it moves nobody else's.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from game.engine.formulas.numeric import clamp
from game.engine.legality import MOVES_A_WEEK, Legal, compatible, excludes, legal, moves_taken, unlocked
from game.engine.model import NONE, Choice, Event, Question, Scenario, Seat
from game.engine.state import Answer, Move, SeatDecisions, State
from game.engine.view import View, observe
from game.insight.preview import Chip, foreseen
from game.insight.wants import wanted_moves


@dataclass(frozen=True)
class Style:
    """What a style weighs. Weights are per point, per 1 % of the budget, per day of work."""

    client: float
    team: float
    money: float
    days: float
    stances: dict[str, float]
    says: str


STYLES = {
    "people-pleaser": Style(
        1.9,
        0.5,
        0.2,
        1.3,
        {"accommodate": 4.0, "conceal": 2.0, "delegate": 1.0, "refuse": -6.0, "push": -2.0, "disclose": -1.0},
        "I wanted them to hear a yes.",
    ),
    "by-the-book": Style(
        0.25,
        0.6,
        1.5,
        2.8,
        {"negotiate": 2.0, "refuse": 2.0, "disclose": 2.5, "investigate": 2.0, "conceal": -6.0, "accommodate": -3.0},
        "It is what the contract says.",
    ),
    "firefighter": Style(
        0.85,
        0.3,
        0.5,
        1.0,
        {"push": 3.0, "escalate": 2.0, "invest": 1.0, "investigate": -2.0, "protect": -2.0, "delegate": -1.0},
        "That one was burning, so I took it.",
    ),
    "balanced": Style(
        0.9,
        0.5,
        1.2,
        2.0,
        {
            "negotiate": 2.0,
            "refuse": 1.0,
            "disclose": 1.5,
            "investigate": 2.0,
            "invest": 1.0,
            "protect": 0.5,
            "accommodate": -2.5,
            "conceal": -4.0,
        },
        "It seemed the fairest price for it.",
    ),
}
# Greedy bots weigh one card alone, and nothing of how an answer sounds.
GREEDY = {
    "greedy-relationship": Style(3.0, 0.0, 0.6, 0.0, {}, "It looked best for the account."),
    "greedy-delivery": Style(0.0, 0.4, 1.2, 3.0, {}, "It looked best for the plan."),
}
LEAST_USED = "least-used"
LOSSES = 1.6  # clients count a loss about double; a colleague who knows it counts it nearly so
# What a seat has before its eyes all day weighs more: clients, and work and team.
EMPHASIS = {Seat.AM: (1.25, 0.6), Seat.PM: (0.8, 1.4), Seat.BOTH: (1.0, 1.0)}
PLAIN_BOTS = ("random", LEAST_USED, "careless", "first", "misreporting", "constant", "accommodating", "refusing")
BOTS = (*STYLES, *PLAIN_BOTS, *GREEDY)


def bot_luck(seed: int, seat: Seat, week: int) -> Random:
    """The luck a bot draws from in one week: its own stream."""
    return Random(f"{seed}/bot/{seat.value}/{week}")


def choose(
    name: str, scenario: Scenario, state: State, seat: Seat, luck: Random, used: Used | None = None
) -> SeatDecisions:
    """What the bot `name` decides in the week now open for `seat` (both roles' events in the both seat).

    `used` says how often everything was decided before, for the bot that tries what was tried least; it is only read.
    Raises KeyError for a name that is not in BOTS.
    """
    view = observe(scenario, state, seat)
    picker = _picker(name, {} if used is None else used)
    answers: list[Answer] = []
    slots = MOVES_A_WEEK[seat]
    options = legal(scenario, state, seat)
    for event in options.events:
        way = _walk(view, event, picker, luck, slots)
        slots -= moves_taken(way)
        answers.append(Answer(event.id, tuple([choice.id for choice in way])))
    moves = _moves(name, view, options, seat, slots, luck, {} if used is None else used)
    return SeatDecisions(tuple(answers), moves)


Used = dict[str, int]  # how often each answer ("wishlist/absorb") and move ("move/talk/leo/") was decided


def count_used(used: Used, decided: SeatDecisions) -> None:
    """Add one week's decisions to the counts."""
    for answer in decided.answers:
        for choice in answer.path:
            _one_more(used, f"{answer.event}/{choice}")
    for move in decided.moves:
        _one_more(used, _move_key(move))


def _one_more(used: Used, key: str) -> None:
    used[key] = used.get(key, 0) + 1


def _move_key(move: Move) -> str:
    return f"move/{move.kind}/{move.target}/{move.option}"


def _picker(name: str, used: Used) -> Picker:
    if name == LEAST_USED:
        return _least_used(used)
    if name in _PICKERS:
        return _PICKERS[name]
    return _weighing(GREEDY[name]) if name in GREEDY else _styled(STYLES[name])


Picker = Callable[[View, Event, tuple[Choice, ...], Random], Choice]


def _walk(view: View, event: Event, picker: Picker, luck: Random, slots: int) -> tuple[Choice, ...]:
    way: list[Choice] = []
    left = slots
    question: Question | None = event.question
    while question is not None:
        open_ones = unlocked(question, view.values)
        affordable = tuple([c for c in open_ones if c.takes <= left])
        choice = picker(view, event, affordable if affordable else open_ones, luck)
        way.append(choice)
        left -= choice.takes
        question = choice.scene
    return tuple(way)


def worth(view: View, style: Style, choice: Choice) -> float:
    """What a style makes of a choice's preview, in its own points."""
    total = style.stances.get(choice.stance, 0.0)
    work = EMPHASIS[view.seat][1]
    for chip in foreseen(view, choice):
        kind, amount = chip.kind, chip.amount
        if kind == "person":
            total += amount * _weight(view, style, chip) * need(view, chip.person) * (1.0 if chip.sure else 0.7)
        elif kind == "money":
            total += style.money * 100.0 * amount / _budget(view.scenario)
        elif kind == "days":
            total -= work * style.days * amount
        elif kind == "move":
            total -= 2.0
        elif kind == "promise":
            total -= style.days * amount
            total -= ASKED if view.asked == "hold_off" else 0.0
    if view.asked == "room" and choice.stance in ("accommodate", "push"):
        total -= ASKED
    return total


def _weight(view: View, style: Style, chip: Chip) -> float:
    """What a point of somebody's feelings counts."""
    clients, work = EMPHASIS[view.seat]
    if chip.person != NONE and view.scenario.people[chip.person].side == "client":
        return clients * style.client * (LOSSES if chip.amount < 0.0 else 1.0)
    return work * style.team


def _budget(scenario: Scenario) -> float:
    return max(1.0, scenario.projects[0].start_budget) if scenario.projects else 100_000.0


ASKED = 12.0  # points by which a colleague goes out of their way for what you asked of them in a sync


def need(view: View, person: int) -> float:
    """How much a person's next point matters: 0.6 for somebody content, up to 1.6 for somebody near the edge."""
    who = view.scenario.people[person]
    level = 60.0
    for quantity in (who.confidence, who.morale, who.rapport):
        if quantity != NONE:
            level = view.known(quantity)
            break
    return clamp(1.6 - level / 80.0, 0.6, 1.6)


def _weighing(style: Style) -> Picker:
    """The choice worth most to a style, nearly equal ones by luck."""

    def pick(view: View, event: Event, choices: tuple[Choice, ...], luck: Random) -> Choice:
        best, best_worth = choices[0], -1e9
        for choice in choices:
            value = worth(view, style, choice) + luck.random()
            if value > best_worth:
                best, best_worth = choice, value
        return best

    return pick


def _styled(style: Style) -> Picker:
    weighing = _weighing(style)

    def pick(view: View, event: Event, choices: tuple[Choice, ...], luck: Random) -> Choice:
        return _ordered(view, event, choices, weighing(view, event, choices, luck))

    return pick


def _least_used(used: Used) -> Picker:
    """The choice taken least often so far, equal ones by luck."""

    def pick(view: View, event: Event, choices: tuple[Choice, ...], luck: Random) -> Choice:
        ranked = [(used.get(f"{event.id}/{c.id}", 0), luck.random(), place) for place, c in enumerate(choices)]
        return choices[min(ranked)[2]]

    return pick


def _ordered(view: View, event: Event, choices: tuple[Choice, ...], best: Choice) -> Choice:
    """Status reports are told as they are, whatever one feels."""
    honest = honest_choice(view, event, choices)
    return best if honest is None else honest


def honest_choice(view: View, event: Event, choices: tuple[Choice, ...]) -> Choice | None:
    """The true answer to a status report, or None if the event is none."""
    if event.id.startswith("common_status_report"):
        project = next((p for p in view.scenario.projects if p.reports), view.scenario.projects[0])
        status = round(view.known(project.status))
        wanted = ("green", "amber", "red")[min(2, max(0, status))]
        return next((c for c in choices if c.id == wanted), None)
    if event.id.startswith("common_what_they_hear"):
        return next((c for c in choices if c.id == "as_is"), None)
    return None


def _random(view: View, event: Event, choices: tuple[Choice, ...], luck: Random) -> Choice:
    return choices[int(luck.random() * len(choices))]


def _first(view: View, event: Event, choices: tuple[Choice, ...], luck: Random) -> Choice:
    return choices[0]


def _careless(view: View, event: Event, choices: tuple[Choice, ...], luck: Random) -> Choice:
    """Says yes, hides the rest, and looks at nothing."""
    easy = [c for c in choices if c.stance in ("accommodate", "conceal", "delegate")]
    return easy[0] if easy else choices[-1]


def _misreporting(view: View, event: Event, choices: tuple[Choice, ...], luck: Random) -> Choice:
    """Like balanced, but every report is green and every bad word softened."""
    for wanted in ("green", "softened"):
        found = next((c for c in choices if c.id == wanted and event.id.startswith("common_")), None)
        if found is not None:
            return found
    return _styled(STYLES["balanced"])(view, event, choices, luck)


def _always(*stances: str) -> Picker:
    """The first of these stances on offer, whatever it costs; otherwise as balanced."""

    def pick(view: View, event: Event, choices: tuple[Choice, ...], luck: Random) -> Choice:
        for stance in stances:
            found = next((c for c in choices if c.stance == stance), None)
            if found is not None:
                return found
        return _styled(STYLES["balanced"])(view, event, choices, luck)

    return pick


_PICKERS: dict[str, Picker] = {
    "random": _random,
    "first": _first,
    "careless": _careless,
    "misreporting": _misreporting,
    "constant": _styled(STYLES["balanced"]),
    "accommodating": _always("accommodate"),
    "refusing": _always("refuse", "push"),
}


def _moves(name: str, view: View, options: Legal, seat: Seat, slots: int, luck: Random, used: Used) -> tuple[Move, ...]:
    if name == "random":
        picked: list[Move] = []
        left = list(options.moves)
        while left and len(picked) < slots:
            picked.append(left[int(luck.random() * len(left))])
            left = [move for move in left if not excludes(move, picked[-1])]
        return tuple(picked)
    if name in ("careless", "first"):
        return ()
    if name == LEAST_USED:
        ranked = [(used.get(_move_key(move), 0), luck.random(), move) for move in options.moves]
        return compatible([move for _count, _draw, move in sorted(ranked)], slots)
    possible = list(options.moves)
    if name == "constant":
        return tuple([m for m in view.standing if m in possible])[:slots]
    return tuple(wanted_moves(view, possible, seat, name, slots))
