"""What many plays by many bots say of a scenario: what occurs and what never does, what wins, luck against play.

`balance` turns finished plays into a report of plain values; nothing here plays. Screens, pages and files only show it.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.inbox import PLAYS_BIT
from game.engine.model import KPIS, Event, Scenario, Seat
from game.engine.scores import points
from game.insight.bots import GREEDY, LEAST_USED, STYLES
from game.insight.duels import Verdict
from game.insight.estimates import Gap, Rate, Shares, gap, luck_and_play, mean_of, quantiles, rate
from game.insight.gates import Plays, best_styles, correlations, pinned
from game.insight.lookahead import LOOK_AHEAD
from game.insight.reading import Length
from game.insight.simulate import Result
from game.insight.ways import written_choices

FAMILY = ("random", LEAST_USED, *GREEDY, *STYLES, "careless", LOOK_AHEAD)
ALIKE = 0.8  # correlation from which two KPIs of a card measure nearly the same
STUCK = 0.6  # share of plays at 0 or at 100 points from which a KPI tells nothing


@dataclass(frozen=True)
class ChoiceRow:
    """How often a choice was taken where its event was met; `path` is its id with those of the choices before it."""

    path: str
    text: str
    line: int
    taken: Rate


@dataclass(frozen=True)
class EventRow:
    """How often an event was met in the plays it belongs to."""

    id: str
    title: str
    seat: str
    line: int
    met: Rate
    choices: tuple[ChoiceRow, ...]


@dataclass(frozen=True)
class TruthRow:
    """How often a truth held, and how often the player found it out when it did."""

    id: str
    tells: str
    line: int
    held: Rate
    learned: Rate


@dataclass(frozen=True)
class EndingRow:
    """How often a play ended so; by bot, all seats together."""

    id: str
    title: str
    tone: str
    line: int
    reached: Rate
    by_bot: tuple[tuple[str, Rate], ...]


@dataclass(frozen=True)
class BotRow:
    """How one bot fared in one seat."""

    seat: str
    bot: str
    plays: int
    score: Gap
    relationship: Gap
    delivery: Gap


@dataclass(frozen=True)
class SpreadRow:
    """How one number of one seat's plays is spread: the quantiles of `estimates.QUANTILES`, over all bots."""

    seat: str
    name: str
    plays: int
    quantiles: tuple[float, ...]
    bars: tuple[int, ...]  # plays in ten equal parts of the scale from 0 to 100 points


@dataclass(frozen=True)
class SeatRow:
    """What can be said of a seat as a whole."""

    seat: str
    shares: Shares
    over_chance: Gap  # balanced over random
    over_careless: Gap
    best: tuple[str, str]  # the best style for the relationship, and for delivery
    alike: tuple[tuple[str, str, float], ...]  # KPIs of one card that go together
    stuck: tuple[tuple[str, float, float], ...]  # KPIs at 0, and at 100, in most plays of `balanced`
    words: Gap
    choices: Gap
    minutes: Gap


@dataclass(frozen=True)
class Balance:
    """The whole report."""

    scenario: str
    title: str
    plays: int
    seed: int
    difficulty: str
    claimed_minutes: int  # what the scenario says of itself
    seats: tuple[SeatRow, ...]
    bots: tuple[BotRow, ...]
    endings: tuple[EndingRow, ...]
    events: tuple[EventRow, ...]
    truths: tuple[TruthRow, ...]
    spreads: tuple[SpreadRow, ...]
    verdicts: tuple[Verdict, ...]
    never: tuple[tuple[str, str, int], ...]  # (what, id, line) of everything no play met


def balance(
    played: Plays,
    seed: int,
    difficulty: str,
    lengths: dict[Seat, list[Length]],
    verdicts: list[Verdict],
    lines: dict[str, int],
) -> Balance:
    """The report of these plays. `lines` says where in the file things are written, by id ("wishlist/absorb")."""
    scenario = played.scenario
    seats = [seat for seat in Seat if any(key[0] is seat for key in played.results)]
    events = _events(played, seats, lines)
    endings = _endings(played, seats, lines)
    truths = _truths(played, lines)
    return Balance(
        scenario.id,
        scenario.title,
        sum([len(results) for results in played.results.values()]),
        seed,
        difficulty,
        scenario.minutes,
        tuple([_seat(played, seat, lengths.get(seat, [])) for seat in seats]),
        tuple([_bot(seat, bot, results) for (seat, bot), results in played.results.items()]),
        endings,
        events,
        truths,
        tuple([row for seat in seats for row in _spreads(played, seat)]),
        tuple(verdicts),
        _never(events, endings, truths),
    )


def asked_in(event: Event, seat: Seat) -> bool:
    """Whether a play of this seat may put this event to its player."""
    mine = seat is Seat.BOTH or event.asks is seat
    return mine and (event.plays & PLAYS_BIT[seat]) != 0


def story_events(scenario: Scenario, seats: list[Seat]) -> list[Event]:
    """The author's own events that these seats' plays may meet."""
    own = [event for event in scenario.events if not event.id.startswith("common_")]
    return [event for event in own if any(asked_in(event, seat) for seat in seats)]


# ---- what occurs -----------------------------------------------------------------------------------------------------


def _events(played: Plays, seats: list[Seat], lines: dict[str, int]) -> tuple[EventRow, ...]:
    met: dict[str, int] = {}
    taken: dict[str, int] = {}
    for results in played.results.values():
        for one in results:
            _count_answers(one, met, taken)
    plays = _plays_by_seat(played)
    rows = []
    for event in story_events(played.scenario, seats):
        possible = sum([plays[seat] for seat in seats if asked_in(event, seat)])
        choices = [
            ChoiceRow(
                path,
                choice.text,
                lines.get(f"{event.id}/{path}", 0),
                rate(taken.get(f"{event.id}/{path}", 0), met.get(f"{event.id}/*", 0)),
            )
            for path, choice in written_choices(event)
        ]
        in_plays = rate(met.get(event.id, 0), possible)
        rows.append(EventRow(event.id, event.title, event.asks.value, lines.get(event.id, 0), in_plays, tuple(choices)))
    return tuple(rows)


def _count_answers(one: Result, met: dict[str, int], taken: dict[str, int]) -> None:
    """Add one play: plays that met an event, meetings ("wishlist/*": it may repeat), and each choice on the ways."""
    seen: list[str] = []
    for event, path in one.answered:
        if event not in seen:
            seen.append(event)
            met[event] = met.get(event, 0) + 1
        met[f"{event}/*"] = met.get(f"{event}/*", 0) + 1
        way = event
        for choice in path.split("/"):
            way = f"{way}/{choice}"
            taken[way] = taken.get(way, 0) + 1


def _plays_by_seat(played: Plays) -> dict[Seat, int]:
    found: dict[Seat, int] = {}
    for (seat, _bot), results in played.results.items():
        found[seat] = found.get(seat, 0) + len(results)
    return found


def _endings(played: Plays, seats: list[Seat], lines: dict[str, int]) -> tuple[EndingRow, ...]:
    counts: dict[tuple[str, str], int] = {}
    plays: dict[str, int] = {}
    for (_seat_played, bot), results in played.results.items():
        plays[bot] = plays.get(bot, 0) + len(results)
        for one in results:
            counts[one.ending, bot] = counts.get((one.ending, bot), 0) + 1
    rows = []
    for ending in played.scenario.endings:
        if any((ending.seats & PLAYS_BIT[seat]) != 0 for seat in seats):
            by_bot = [(bot, rate(counts.get((ending.id, bot), 0), n)) for bot, n in plays.items()]
            whole = rate(sum([each.count for _bot_name, each in by_bot]), sum(plays.values()))
            rows.append(EndingRow(ending.id, ending.title, ending.tone, lines.get(ending.id, 0), whole, tuple(by_bot)))
    return tuple(rows)


def _truths(played: Plays, lines: dict[str, int]) -> tuple[TruthRow, ...]:
    rows = []
    plays = sum([len(results) for results in played.results.values()])
    for truth in played.scenario.truths:
        held = learned = 0
        for results in played.results.values():
            held += len([one for one in results if truth.id in one.truths])
            learned += len([one for one in results if truth.id in one.learned])
        rows.append(TruthRow(truth.id, truth.tells, lines.get(truth.id, 0), rate(held, plays), rate(learned, held)))
    return tuple(rows)


def _never(
    events: tuple[EventRow, ...], endings: tuple[EndingRow, ...], truths: tuple[TruthRow, ...]
) -> tuple[tuple[str, str, int], ...]:
    """Everything that no play met. Choices of an event nobody met go without saying."""
    found: list[tuple[str, str, int]] = []
    for event in events:
        if event.met.count == 0:
            found.append(("event", event.id, event.line))
        else:
            found += [("choice", f"{event.id}/{c.path}", c.line) for c in event.choices if c.taken.count == 0]
    found += [("ending", ending.id, ending.line) for ending in endings if ending.reached.count == 0]
    for truth in truths:
        if truth.held.count == 0:
            found.append(("truth", truth.id, truth.line))
        elif truth.learned.count == 0:
            found.append(("way to learn", truth.id, truth.line))
    return tuple(found)


# ---- how it comes out ------------------------------------------------------------------------------------------------


def _bot(seat: Seat, bot: str, results: list[Result]) -> BotRow:
    return BotRow(
        seat.value,
        bot,
        len(results),
        mean_of([one.score for one in results]),
        mean_of([one.relationship for one in results]),
        mean_of([one.delivery for one in results]),
    )


def _spreads(played: Plays, seat: Seat) -> list[SpreadRow]:
    """Scores and meters, then the KPIs with their points; over all bots."""
    results = [one for (each, _bot_name), found in played.results.items() if each is seat for one in found]
    rows = []
    scores = [
        ("score", [one.score for one in results]),
        ("relationship", [one.relationship for one in results]),
        ("delivery", [one.delivery for one in results]),
    ]
    for name, values in scores:
        rows.append(SpreadRow(seat.value, name, len(values), quantiles(values), _bars(values)))
    for number, name in enumerate((*KPIS[Seat.AM], *KPIS[Seat.PM])):
        known = [value for value in [one.kpis[number][1] for one in results] if value is not None]
        scored = [points(played.scenario, name, value) for value in known]
        rows.append(SpreadRow(seat.value, name, len(known), quantiles(known), _bars(scored)))
    return rows


def _bars(values: list[float]) -> tuple[int, ...]:
    found = [0] * 10
    for value in values:
        found[min(9, max(0, int(value / 10.0)))] += 1
    return tuple(found)


def _seat(played: Plays, seat: Seat, lengths: list[Length]) -> SeatRow:
    equal = [bot for bot in FAMILY if bot != LOOK_AHEAD]
    return SeatRow(
        seat.value,
        luck_and_play([played.scores(seat, bot) for bot in equal]),
        gap(played.scores(seat, "balanced"), played.scores(seat, "random")),
        gap(played.scores(seat, "balanced"), played.scores(seat, "careless")),
        best_styles(played, seat),
        tuple([each for each in correlations(played, seat, equal) if abs(each[2]) > ALIKE]),
        tuple([(name, low, high) for name, (low, high) in pinned(played, seat).items() if max(low, high) >= STUCK]),
        mean_of([float(each.words) for each in lengths]),
        mean_of([float(each.choices) for each in lengths]),
        mean_of([each.minutes for each in lengths]),
    )
