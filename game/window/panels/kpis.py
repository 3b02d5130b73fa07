"""The five numbers of a seat as one row; each opens what it means and what moved it."""

from __future__ import annotations

from collections.abc import Sequence

from game.engine.play import Play
from game.engine.view import View
from game.insight.words.cards import KpiRow, card
from game.engine.model import Seat
from game.window.kit import Button, CardButton, Column, Flex, Grid, Icon, Pad, Popover, Row, Text, Widget
from game.window.panels.messages import Close, Open


def kpi_cards(play: Play, view: View) -> tuple[KpiRow, ...]:
    """The rows of a seat's own card; of both cards in the both seat."""
    seats = (Seat.AM, Seat.PM) if view.seat is Seat.BOTH else (view.seat,)
    return tuple(row for seat in seats for row in card(play, seat, view.seat).rows)


def kpi_row(rows: Sequence[KpiRow]) -> Widget:
    """Five cells."""
    return Pad(Grid([_cell(row) for row in rows], 5, least=130, gap=8, divided=True), 8, 5)


def _cell(row: KpiRow) -> Widget:
    ink = "ink2" if row.trend_tone == "plain" else row.trend_tone
    trend = Icon(row.trend_icon, 15, ink) if row.trend_icon else None
    body = Column(
        [Text(row.label, 13, "r", "ink2", leading=1.2), Row([Text(row.value, 17, "s", leading=1.2), trend], gap=8)], gap=1
    )
    return CardButton(
        body,
        Open("kpi", name=row.name),
        id=f"kpi/{row.name}",
        label=f"{row.label}: {row.value}. {row.status}",
        help=row.meaning,
        style="flat",
        x=8,
        y=3,
        corner=8,
    )


def kpi_popover(play: Play, view: View, name: str) -> Popover:
    """What a number means, how it is worked out, and what moved it."""
    row = next(row for row in kpi_cards(play, view) if row.name == name)
    close = Button("Close", Close(), id="kpi/close", kind="icon", icon="x")
    head = Row([Flex(Column([Text(row.label, 18, "b"), Text(row.meaning, 14, "r", "ink2")]), least=160), close], gap=10, align="start")
    return Popover(Column([head, Text(row.value, 22, "b")]), Close(), id="kpi", anchor=f"kpi/{name}", width=420, padding=18, sides=("above", "below"))
