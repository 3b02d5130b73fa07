"""The balance report in the terminal: what to mend first, then the tables."""

from __future__ import annotations

from collections.abc import Callable

from game.engine.model import KPIS, Seat
from game.insight.balance import Balance, EventRow, SeatRow, SpreadRow
from game.insight.estimates import CONFIDENCE, Gap, Rate
from game.insight.words.cards import LABELS
from game.insight.words.people import seat_name
from game.terminal.blocks import Block, Heading, Para, Table, Title


def blocks(report: Balance) -> list[Block]:
    """The whole report."""
    bots = len({row.bot for row in report.bots})
    seats = " and ".join(seat_name(Seat(row.seat)) for row in report.seats)
    sub = f"{report.plays:,} plays by {bots} bots as {seats}, from seed {report.seed}, {report.difficulty}"
    parts: list[Callable[[Balance], list[Block]]] = [
        _never,
        _choices,
        _scores,
        _luck,
        _endings,
        _events,
        _truths,
        _spreads,
        _length,
    ]
    return [Title(f"{report.title} ({report.scenario})", sub), *(block for part in parts for block in part(report))]


def percent(rate: Rate) -> str:
    """A share with half of its interval, as `41 ± 3 %`; small ones to a tenth."""
    if rate.of == 0:
        return "—"
    half = 50.0 * (rate.high - rate.low)
    digits = 1 if half < 1.0 or 0.0 < rate.share < 0.02 else 0
    return f"{100.0 * rate.share:.{digits}f} ± {half:.{digits}f} %"


def interval(gap: Gap, digits: int = 1) -> str:
    """A mean with half of its interval."""
    return f"{gap.mean:.{digits}f} ± {gap.half:.{digits}f}"


def where(line: int) -> str:
    """The line in the scenario's file; "" for what it does not write."""
    return f"line {line}" if line else ""


def _never(report: Balance) -> list[Block]:
    head = Heading("What never came about", "in any of these plays")
    if not report.never:
        return [head, Para("Everything that is written came about at least once.", "good")]
    return [head, Table(("what", "id", "written in"), tuple((k, name, where(line)) for k, name, line in report.never))]


def _choices(report: Balance) -> list[Block]:
    lines = {f"{e.id}/{c.path}": c.line for e in report.events for c in e.choices}
    lost = tuple(
        (
            f"{v.event}/{d.worse}",
            d.better,
            interval(Gap(d.gain.mean, CONFIDENCE * d.gain.error)),
            f"{d.states}",
            where(lines.get(f"{v.event}/{d.worse}", 0)),
        )
        for v in report.verdicts
        for d in v.dominated
    )
    won = tuple(
        (f"{v.event}/{v.winner}", str(v.states), where(lines.get(f"{v.event}/{v.winner}", 0)))
        for v in report.verdicts
        if v.winner
    )
    few = [v.event for v in report.verdicts if not v.judged]
    found: list[Block] = [Heading("Choices that lose in every state met", "by score, each tried under the same luck")]
    if lost:
        found.append(Table(("choice", "loses to", "points", "states", "written in"), lost, (2, 3)))
    else:
        found.append(Para("None: every choice is the better one somewhere.", "good"))
    found.append(Heading("Choices that win in every state met"))
    if won:
        found.append(Table(("choice", "states", "written in"), won, (1,)))
    else:
        found.append(Para("None.", "good"))
    if few:
        found.append(Para(f"Met too seldom to be judged: {', '.join(few)}.", quiet=True))
    return found


def _scores(report: Balance) -> list[Block]:
    rows = tuple(
        (b.seat, b.bot, str(b.plays), interval(b.score), interval(b.relationship), interval(b.delivery))
        for b in report.bots
    )
    head = ("seat", "bot", "plays", "score", "relationship", "delivery")
    found: list[Block] = [Heading("Scores by bot", "mean and 95 % interval, 0 to 100"), Table(head, rows, (2, 3, 4, 5))]
    return found + [Para(_seat_words(row)) for row in report.seats]


def _seat_words(row: SeatRow) -> str:
    best = (
        f"{row.best[0]} is best for both meters"
        if row.best[0] == row.best[1]
        else f"{row.best[0]} is best for the relationship and {row.best[1]} for delivery"
    )
    over = f"chance by {interval(row.over_chance)} and carelessness by {interval(row.over_careless)}"
    words = f"{row.seat}: sense beats {over}; {best}."
    for one, other, r in row.alike:
        words += f" {LABELS[one]} and {LABELS[other]} nearly measure the same ({r:+.2f})."
    for name, low, high in row.stuck:
        share, end = (low, "0") if low > high else (high, "100")
        words += f" {LABELS[name]} stands at {end} points in {share:.0%} of sensible plays."
    return words


def _luck(report: Balance) -> list[Block]:
    rows = tuple(
        (row.seat, *(f"{100.0 * part:.0f} %" for part in (row.shares.play, row.shares.luck, row.shares.together)))
        for row in report.seats
    )
    head = ("seat", "how it was played", "luck alone", "luck that suits one way of playing")
    return [Heading("Luck and play", "where the spread of the scores comes from"), Table(head, rows, (1, 2, 3))]


def _endings(report: Balance) -> list[Block]:
    bots = tuple(bot for bot, _rate in report.endings[0].by_bot) if report.endings else ()
    rows = tuple(
        (e.id, percent(e.reached), *(f"{100.0 * rate.share:.0f}" for _bot, rate in e.by_bot)) for e in report.endings
    )
    head = ("ending", "all", *(_short(bot) for bot in bots))
    return [Heading("Endings", "share of plays, in per cent by bot"), Table(head, rows, tuple(range(1, len(head))))]


def _short(bot: str) -> str:
    """A bot's name cut to fit the head of a narrow column."""
    return "-".join(part[:4] for part in bot.split("-"))


def _events(report: Balance) -> list[Block]:
    rows = tuple(row for event in report.events for row in _event_rows(event))
    head = ("line", "seat", "event and its choices", "share")
    sub = "events: of the plays that may meet them; choices: of the event’s meetings"
    return [Heading("Events and choices", sub), Table(head, rows, (0, 3))]


def _event_rows(event: EventRow) -> list[tuple[str, ...]]:
    choices = [(f"{c.line or ''}", "", f"  {c.path}", percent(c.taken)) for c in event.choices]
    return [(f"{event.line or ''}", event.seat, event.id, percent(event.met)), *choices]


def _truths(report: Balance) -> list[Block]:
    if not report.truths:
        return []
    rows = tuple((where(t.line), t.id, percent(t.held), percent(t.learned)) for t in report.truths)
    return [Heading("Truths"), Table(("written in", "truth", "held", "found out when it held"), rows, (2, 3))]


def _spreads(report: Balance) -> list[Block]:
    rows = tuple((s.seat, label(s.name), *(_figure(s, value) for value in s.quantiles)) for s in report.spreads)
    head = ("seat", "", "5 %", "25 %", "half", "75 %", "95 %")
    sub = "of all bots’ plays, so many per cent lie below"
    return [Heading("How scores and KPIs spread", sub), Table(head, rows, (2, 3, 4, 5, 6))]


def label(name: str) -> str:
    """What a score or KPI is called."""
    return LABELS.get(name, name.capitalize())


def _figure(row: SpreadRow, value: float) -> str:
    points = row.name not in (*KPIS[Seat.AM], *KPIS[Seat.PM]) or row.name == "satisfaction"
    return f"{value:.0f}" if points else f"{value:.2f}"


def _length(report: Balance) -> list[Block]:
    rows = tuple(
        (row.seat, interval(row.words, 0), interval(row.choices, 0), interval(row.minutes, 0)) for row in report.seats
    )
    said = f"The scenario says {report.claimed_minutes} minutes."
    sub = "balanced play; 200 words a minute, 15 seconds a choice, half a minute a week"
    table = Table(("seat", "words read", "choices", "minutes"), rows, (1, 2, 3))
    return [Heading("How long a play is", sub), table, Para(said, quiet=True)]
