"""The five numbers of a seat as one row; each opens what it means and what moved it."""

from __future__ import annotations

from collections.abc import Sequence

from game.engine.model import Seat
from game.engine.play import Play
from game.engine.view import View
from game.insight.words.cards import KpiRow, card
from game.insight.words.debrief.carried import carried_kpi
from game.insight.words.details import KpiDetail, kpi_detail
from game.insight.words.figures import capital, signed
from game.insight.words.ledger import Explanation
from game.insight.words.people import as_known
from game.insight.words.points import behind, points_moved
from game.window.kit import Button, CardButton, Column, Divider, Flex, Grid, Icon, Pad, Part, Popover, Row, Text, Widget
from game.window.ledger_view import causes, together
from game.window.panels.messages import Close, Open
from game.window.panels.standing import STATUS_ICONS

_CAUSES = 5  # of a number over a whole play: as many as a panel has room for


def kpi_cards(play: Play, view: View) -> tuple[KpiRow, ...]:
    """The rows of a seat's own card; of both cards in the both seat."""
    seats = (Seat.AM, Seat.PM) if view.seat is Seat.BOTH else (view.seat,)
    return tuple(row for seat in seats for row in card(play, seat, view.seat).rows)


def kpi_row(rows: Sequence[KpiRow]) -> Widget:
    """Five cells."""
    return Pad(Grid([_cell(row) for row in rows], 5, least=130, gap=8, divided=True), 8, 4)


def _cell(row: KpiRow) -> Widget:
    ink = "ink2" if row.trend_tone == "plain" else row.trend_tone
    trend = Icon(row.trend_icon, 15, ink) if row.trend_icon else None
    named: list[str | Part] = [row.label, Part(f" {row.mark}", "s")] if row.mark else [row.label]
    body = Column(
        [Text(named, 13, "r", "ink2", leading=1.2), Row([Text(row.value, 17, "s", leading=1.2), trend], gap=8)],
        gap=1,
    )
    return CardButton(
        body,
        Open("kpi", name=row.name),
        id=f"kpi/{row.name}",
        label=". ".join(part for part in (f"{row.label}: {row.value}", row.status, capital(row.counts)) if part),
        help=f"{row.meaning} It {row.counts}." if row.counts else row.meaning,
        style="flat",
        x=8,
        y=2,
        corner=8,
    )


def kpi_popover(play: Play, view: View, name: str, *, anchor: str = "", when: str = "last week") -> Popover:
    """What a number means, how it is worked out, what it is made of, and what moved it in the week before `view`; it
    opens at its cell, or beside its row in what lies below, which is the `anchor`."""
    detail = kpi_detail(play, name, view.seat, view.week - 1)
    moved = [Text(f"Moved {when}", 14, "s"), *_what_moved(play, view, name)] if detail.live and view.week > 1 else []
    return _popover(detail, moved, anchor)


def kpi_at_the_end(play: Play, seat: Seat, name: str) -> Popover:
    """A number of either card once the play is over: what moved it over all its weeks, told to the seat that played."""
    told = carried_kpi(play, seat, name, _CAUSES)
    moved: list[Widget] = [Text("What moved it over the whole play", 14, "s")]
    if told is None or not told.rows:
        moved.append(Text("Nothing moved it.", 14, "r", "ink2"))
    else:
        tone = "good" if told.change > 0.0 else "bad" if told.change < 0.0 else "plain"
        moved.append(Text(f"In points of score: {told.line}", 14, "r", "ink2"))
        moved += [*causes(told.rows), together(signed(told.change), tone)]
    return _popover(kpi_detail(play, name, Seat.BOTH), moved, "")


def _popover(detail: KpiDetail, moved: Sequence[Widget], anchor: str) -> Popover:
    name, row = detail.row.name, detail.row
    ink = "ink2" if row.tone == "plain" else row.tone
    close = Button("Close", Close(), id="kpi/close", kind="icon", icon="x")
    status = Row([Icon(STATUS_ICONS[row.tone], 15, ink), Text(row.status, 14, "s", ink)], gap=6)
    title = Column([Text(row.label, 18, "b", leading=1.25), status], gap=1)
    rows: list[Widget] = [
        Row([Flex(title, least=140), Text(row.value, 22, "b"), close], gap=16),
        Text(detail.points, 15),
        Text(row.meaning, 14, "r", "ink2"),
    ]
    if not detail.live:
        rows.insert(1, Text(capital(as_known(detail.as_of)), 14, "s", "ink2"))
    if moved:
        rows += [Divider(1), *moved]
    rows += [Divider(1), Text("How it is worked out", 14, "s"), Text(capital(detail.formula), 13, "r", "ink2")]
    for what, value in detail.parts:
        rows += [Divider(1), Row([Flex(Text(what, 14, "r", "ink2"), least=120), Text(value, 14, "s")], gap=12)]
    rows += [Divider(1), Text(detail.note, 13, "r", "ink2")] if detail.note else []
    sides = ("right", "left", "below", "above") if anchor else ("above", "below")
    child = Column(rows, gap=5)
    return Popover(child, Close(), id="kpi", anchor=anchor or f"kpi/{name}", width=440, padding=18, sides=sides)


def _what_moved(play: Play, view: View, name: str) -> list[Widget]:
    """The numbers behind it that moved, each of which opens, and what that did to its points, cause by cause."""
    week = view.week - 1
    rows: list[Widget] = [_moved(each) for each in behind(play, week, name, view.seat)]
    told = points_moved(play, week, name, view.seat)
    if told is not None and told.fact:
        rows = rows or [Text(told.fact, 14, "r", "ink2")]
    elif told is not None and told.read:
        rows += [
            Text(f"In points of score: {told.line}", 14, "r", "ink2"),
            *causes(told.read),
            together(told.text_change, told.tone),
        ]
    return rows or [Text("Nothing moved it.", 14, "r", "ink2")]


def _moved(change: Explanation) -> Widget:
    ink = "ink2" if change.tone == "plain" else change.tone
    told = change.text_change or change.fact
    child = Row(
        [Flex(Text(change.title, 14), least=120), Text(told, 14, "s", ink), Icon("chevron-right", 14)],
        gap=8,
    )
    on = Open("ledger", change.quantity)
    label = f"{change.title}, {told}"
    return CardButton(child, on, id=f"number/{change.quantity}", label=label, style="flat", x=8, y=4, corner=8)
