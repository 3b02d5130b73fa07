"""The balance report as one page for a browser: what to mend first, then charts, each beside its table."""

from __future__ import annotations

from collections.abc import Sequence

from game.engine.model import Seat
from game.insight.balance import Balance, EventRow, SeatRow
from game.insight.estimates import CONFIDENCE, Gap, Rate
from game.insight.words.cards import LABELS
from game.insight.words.people import seat_name
from game.records.charts import Dot, dots, histogram, stacked
from game.records.page import Markup, Row, element, page, section, table

PARTS = ("how it was played", "luck alone", "luck that suits one way of playing")


def balance_page(report: Balance) -> str:
    """The whole page."""
    sub = f"{report.plays:,} plays by bots, from seed {report.seed}, {report.difficulty}. Intervals are of 95 %."
    sections = [
        _never(report),
        _choices(report),
        _scores(report),
        _luck(report),
        _endings(report),
        _events(report),
        _truths(report),
        _spreads(report),
        _length(report),
    ]
    title = f"{report.title}: how it plays"
    return page(title, [element("h1", title), element("p", sub, class_="quiet")], sections)


def _share(rate: Rate) -> str:
    if rate.of == 0:
        return "—"
    return f"{100 * rate.share:.1f} % ({100 * rate.low:.1f} to {100 * rate.high:.1f})"


def _mean(gap: Gap, digits: int = 1) -> str:
    return f"{gap.mean:.{digits}f} ± {gap.half:.{digits}f}"


def _name(seat: str) -> str:
    return seat_name(Seat(seat))


def _line(number: int) -> str:
    return str(number) if number else ""


def _never(report: Balance) -> Markup:
    if not report.never:
        return section("What never came about", element("p", "Everything that is written came about at least once."))
    rows = [Row((kind, name, _line(line))) for kind, name, line in report.never]
    return section("What never came about", table("In any of these plays", ("what", "id", "line"), rows, (2,)))


def _choices(report: Balance) -> Markup:
    lines = {f"{e.id}/{c.path}": c.line for e in report.events for c in e.choices}
    lost, won = [], []
    for found in report.verdicts:
        for lead in found.dominated:
            choice = f"{found.event}/{lead.worse}"
            points = _mean(Gap(lead.gain.mean, CONFIDENCE * lead.gain.error))
            lost.append(Row((choice, lead.better, points, str(lead.states), _line(lines.get(choice, 0)))))
        if found.winner:
            choice = f"{found.event}/{found.winner}"
            won.append(Row((choice, str(found.states), _line(lines.get(choice, 0)))))
    head = ("choice", "loses to", "points of the score", "states", "line")
    parts = [table("Choices that lose in every state met", head, lost, (2, 3, 4))] if lost else []
    parts += [table("Choices that win in every state met", ("choice", "states", "line"), won, (1, 2))] if won else []
    if not parts:
        parts = [element("p", "Every choice is the better one somewhere, and none is so everywhere.")]
    few = [each.event for each in report.verdicts if not each.judged]
    if few:
        parts.append(element("p", f"Met too seldom to be judged: {', '.join(few)}.", class_="quiet"))
    note = "Each was tried in states that plays met, against the others under the same luck."
    return section("Choices against each other", *parts, note=note)


def _scores(report: Balance) -> Markup:
    parts = []
    for seat in report.seats:
        rows = [row for row in report.bots if row.seat == seat.seat]
        what = f"Mean scores, {_name(seat.seat)}"
        parts.append(element("h3", _name(seat.seat).capitalize()))
        parts.append(dots(what, [Dot(row.bot, row.score.mean, row.score.half) for row in rows]))
        cells = [Row((r.bot, str(r.plays), _mean(r.score), _mean(r.relationship), _mean(r.delivery))) for r in rows]
        parts.append(table(what, ("bot", "plays", "score", "relationship", "delivery"), cells, (1, 2, 3, 4)))
        parts += [element("p", words) for words in _of_the_seat(seat)]
    return section("Scores by bot", *parts, note="0 to 100")


def _of_the_seat(row: SeatRow) -> list[str]:
    found = [
        f"Sense beats chance by {_mean(row.over_chance)} points and carelessness by {_mean(row.over_careless)}.",
        f"Best for the relationship: {row.best[0]}. Best for delivery: {row.best[1]}.",
    ]
    found += [f"{LABELS[a]} and {LABELS[b]} nearly measure the same ({r:+.2f})." for a, b, r in row.alike]
    for name, low, high in row.stuck:
        share, end = (low, "0") if low > high else (high, "100")
        found.append(f"{LABELS[name]} stands at {end} points in {share:.0%} of sensible plays.")
    return found


def _luck(report: Balance) -> Markup:
    shares = [(_name(r.seat), (r.shares.play, r.shares.luck, r.shares.together)) for r in report.seats]
    rows = [Row((name, *(f"{100 * part:.0f} %" for part in parts))) for name, parts in shares]
    what = "Where the spread of the scores comes from"
    chart = stacked(what, shares, PARTS)
    return section("Luck and play", chart, table(what, ("seat", *PARTS), rows, (1, 2, 3)))


def _endings(report: Balance) -> Markup:
    whole = [Row((_line(e.line), e.id, e.title, e.tone, _share(e.reached))) for e in report.endings]
    bots = [bot for bot, _rate in report.endings[0].by_bot] if report.endings else []
    by_bot = [Row((bot, *(_share(e.by_bot[number][1]) for e in report.endings))) for number, bot in enumerate(bots)]
    chart = dots("Endings, share of all plays", [_ending_dot(e.id, e.reached) for e in report.endings])
    head = ("line", "ending", "title", "tone", "share of plays")
    parts = [chart, table("All bots and seats", head, whole, (0, 4), 1)]
    names = ("bot", *(e.id for e in report.endings))
    parts.append(table("By bot", names, by_bot, range(1, len(names))))
    return section("Endings", *parts)


def _ending_dot(name: str, rate: Rate) -> Dot:
    return Dot(name, 100 * rate.share, 50 * (rate.high - rate.low))


def _events(report: Balance) -> Markup:
    rows = [row for event in report.events for row in _event_rows(event)]
    head = ("line", "seat", "event and its choices", "title or wording", "share")
    note = "Events: of the plays that may meet them. Choices: of the times the event was met."
    return section("Events and choices", table("In the order of the file", head, rows, (0, 4), 2), note=note)


def _event_rows(event: EventRow) -> list[Row]:
    first = Row((_line(event.line), event.seat, event.id, event.title, _share(event.met)))
    return [first, *(Row((_line(c.line), "", c.path, c.text, _share(c.taken)), True) for c in event.choices)]


def _truths(report: Balance) -> Markup:
    rows = [Row((_line(t.line), t.id, t.tells, _share(t.held), _share(t.learned))) for t in report.truths]
    head = ("line", "truth", "what it says", "held", "found out when it held")
    return section("Truths", table("Hidden facts", head, rows, (0, 3, 4), 1))


def _spreads(report: Balance) -> Markup:
    parts: list[Markup] = []
    for seat in report.seats:
        mine = [row for row in report.spreads if row.seat == seat.seat]
        parts.append(element("h3", _name(seat.seat).capitalize()))
        parts += [_histogram(row.name, row.bars, seat.seat) for row in mine[:3]]
        rows = [Row((_label(r.name), str(r.plays), *(f"{v:.2f}" for v in r.quantiles))) for r in mine]
        head = ("", "plays", "5 % below", "25 %", "half", "75 %", "95 %")
        parts.append(table("Quantiles, all bots", head, rows, range(1, 7)))
        tenths = [Row((_label(r.name), *(str(n) for n in r.bars))) for r in mine]
        names = ("points", *(f"{10 * n} to {10 * n + 10}" for n in range(10)))
        parts.append(table("Plays by points, 0 at the floor and 100 at the target", names, tenths, range(1, 11)))
    return section("How scores and KPIs spread", *parts)


def _histogram(name: str, bars: Sequence[int], seat: str) -> Markup:
    what = f"{_label(name)}, {_name(seat)}: plays in each tenth from 0 to 100"
    return element("figure", element("figcaption", _label(name)), histogram(what, bars))


def _label(name: str) -> str:
    return LABELS.get(name, name.capitalize())


def _length(report: Balance) -> Markup:
    rows = [Row((_name(r.seat), _mean(r.words, 0), _mean(r.choices, 0), _mean(r.minutes, 0))) for r in report.seats]
    note = (
        f"Balanced play: 200 words a minute, 15 seconds a choice, half a minute a week. "
        f"The scenario says {report.claimed_minutes} minutes."
    )
    return section("How long a play is", table("", ("seat", "words", "choices", "minutes"), rows, (1, 2, 3)), note=note)
