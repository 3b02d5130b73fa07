"""The two scorecards of an ending: five numbers each, what was wanted, and the points they made."""

from __future__ import annotations

from game.engine.model import Seat
from game.engine.play import Play
from game.insight.words.details import kpi_detail
from game.insight.words.ending import EndingWords, ScoreCard, ScoreRow
from game.insight.words.figures import decimal, signed, whole
from game.insight.words.worth import wanted
from game.window.chrome import SEATS
from game.window.kit import (
    Alike,
    Bar,
    Card,
    CardButton,
    Column,
    Divider,
    Fixed,
    Flex,
    Grid,
    Icon,
    Pad,
    Row,
    Spacer,
    Text,
    Widget,
)
from game.window.panels.messages import Open

Columns = tuple[list[Widget], list[Widget]]  # the cells of the values and of the points

_NAMES = 122  # units: the longest label and what was wanted of it
_BAR = 44
_SIDES = {Seat.AM: ("Relationship", "rel", "rel_text"), Seat.PM: ("Delivery", "dlv", "dlv_text")}


def scorecards(play: Play, told: EndingWords) -> Widget:
    """Both cards side by side."""
    return Grid([_card(play, card) for card in told.cards], 2, 330, 16)


def _card(play: Play, card: ScoreCard) -> Widget:
    name, _colour, ink = _SIDES[card.seat]
    words = SEATS[card.seat.value]
    title = Column([Text(name, 16, "s", ink), Text(words.name, 13, "r", "ink2")], gap=0)
    head = Row(
        [Icon(words.icon, 20, ink), Flex(title, least=100), Text(decimal(card.score), 26, "b", leading=1.2)], gap=10
    )
    columns: Columns = ([], [])
    rows: list[Widget] = [head, Divider(3), _heads(columns)]
    rows += [_row(play, card.seat, row, columns) for row in card.rows]
    return Card(Column(rows, gap=1), 16, 12)


def _heads(columns: Columns) -> Widget:
    """What stands in the columns: now above, then below it."""
    return Pad(
        _line(Spacer(), _two("At the end", "at the start", 13), Spacer(), _two("Points", "gained", 13), columns), 6, 0
    )


def _two(above: str, below: str, size: float, weight: str = "s", tone: str = "ink2") -> Widget:
    """What is now over what was then, or what came of it; always two lines, so that rows are of one height."""
    words = [
        Text(above, size, weight, "ink", "r", leading=1.25),
        Text(below, 13, "s" if tone != "ink2" else "r", tone, "r"),
    ]
    return Column(words, gap=0)


def _line(names: Widget, value: Widget, bar: Widget, points: Widget, columns: Columns) -> Widget:
    """The cells of a row; values and points stand in columns."""
    for column, cell in zip(columns, (value, points), strict=True):
        column.append(cell)
    values, scores = (Alike(column[-1], column) for column in columns)
    return Row([Flex(names, least=_NAMES), values, Fixed(bar, _BAR), scores], gap=8)


def _row(play: Play, seat: Seat, row: ScoreRow, columns: Columns) -> Widget:
    """A number, what was wanted, and its points as a bar, with how both were at the start; opened, its detail."""
    detail, start = kpi_detail(play, row.name, Seat.BOTH), kpi_detail(play, row.name, Seat.BOTH, 0)
    colour = _SIDES[seat][1]
    share = (detail.row.points or 0.0) / 100
    names = Column(
        [Text(row.label, 14, "s", leading=1.25), Text(f"wanted: {wanted(play.scenario, row.name)}", 13, "r", "ink2")],
        gap=0,
    )
    gained = _gained(start.row.points, detail.row.points)
    before = start.row.value if start.row.points is not None else "—"
    value = _two(row.value, before, 15, "r")
    tone = "good" if gained > 0 else "bad" if gained < 0 else "ink2"
    points = _two(row.points, "—" if start.row.points is None else signed(gained, 0), 15, "b", tone)
    line = _line(names, value, Bar(share, colour, _BAR), points, columns)
    note = Text(row.note, 13, "r", "ink2", leading=1.25) if row.note else None
    since = f", {before} at the start" if start.row.points is not None else ""
    return CardButton(
        Column([line, note], gap=1),
        Open("kpi", name=row.name),
        id=f"kpi/{row.name}",
        label=f"{row.label}: {row.value}{since}, wanted {wanted(play.scenario, row.name)}, {row.points} points"
        + (f". {row.note}" if row.note else ""),
        help=f"{detail.row.meaning} {detail.points}",
        style="flat",
        x=6,
        y=3,
        corner=8,
    )


def _gained(start: float | None, end: float | None) -> int:
    """Points won or lost since the start, as the two are shown; 0 where one of them does not count."""
    return 0 if start is None or end is None else int(whole(end)) - int(whole(start))
