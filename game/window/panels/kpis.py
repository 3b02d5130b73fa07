"""The five numbers of a seat as one row; each opens what it means and what moved it."""

from __future__ import annotations

from collections.abc import Sequence

from game.engine.model import NONE, Seat
from game.engine.play import Play
from game.engine.view import View
from game.insight.words.cards import KpiRow, card
from game.insight.words.details import kpi_detail
from game.insight.words.figures import capital
from game.insight.words.ledger import Explanation, worth_a_line
from game.window.kit import Button, CardButton, Column, Divider, Flex, Grid, Icon, Pad, Part, Popover, Row, Text, Widget
from game.window.panels.messages import Close, Open
from game.window.panels.people import last_change
from game.window.panels.standing import STATUS_ICONS


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


def kpi_popover(play: Play, view: View, name: str) -> Popover:
    """What a number means, how it is worked out, what it is made of, and what moved it last week."""
    detail = kpi_detail(play, name, view.seat)
    row = detail.row
    ink = "ink2" if row.tone == "plain" else row.tone
    close = Button("Close", Close(), id="kpi/close", kind="icon", icon="x")
    status = Row([Icon(STATUS_ICONS[row.tone], 15, ink), Text(row.status, 14, "s", ink)], gap=6)
    title = Column([Text(row.label, 18, "b", leading=1.25), status], gap=1)
    rows: list[Widget] = [
        Row([Flex(title, least=140), Text(row.value, 22, "b"), close], gap=16),
        Text(detail.points, 15),
        Text(row.meaning, 14, "r", "ink2"),
    ]
    for what, value in detail.parts:
        rows += [Divider(1), Row([Flex(Text(what, 14, "r", "ink2"), least=120), Text(value, 14, "s")], gap=12)]
    rows += [Divider(1), Text(capital(detail.formula), 13, "r", "ink2")]
    changes = [change for quantity in feeds(view, name) if (change := last_change(play, view, quantity))]
    moved = [change for change in changes if worth_a_line(play, view.week - 1, change)]
    if moved:
        rows += [Divider(1), Text("Moved last week", 14, "s"), *(_moved(change) for change in moved)]
    return Popover(
        Column(rows, gap=5), Close(), id="kpi", anchor=f"kpi/{name}", width=440, padding=18, sides=("above", "below")
    )


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


def feeds(view: View, name: str) -> list[int]:
    """The quantities of the table a KPI is worked out from, as far as this seat sees them."""
    scenario = view.scenario
    of_account = {"retention": "renewal_chance", "churn": "churn_risk"}
    of_project = {"on_time": "forecast", "budget": "forecast_cost", "utilisation": "utilisation", "quality": "defects"}
    found: list[int] = []
    if name == "satisfaction":
        found = [p.satisfaction for p in scenario.people if p.side == "client"]
    elif name in of_account:
        found = [getattr(account, of_account[name]) for account in scenario.accounts]
    elif name == "upsell":
        found = [quantity for account in scenario.accounts for quantity in (account.upsell, account.pipeline)]
    elif name == "revenue":
        found = [quantity for account in scenario.accounts for quantity in (account.value, account.credits)]
    elif name in of_project:
        found = [getattr(project, of_project[name]) for project in scenario.projects]
        if name == "on_time":  # half of which are milestones
            found += [scenario.tasks[i].forecast for project in scenario.projects for i in project.milestones]
    elif name == "risk":
        found = [quantity for risk in scenario.risks for quantity in (risk.mitigated, risk.struck)]
    return [quantity for quantity in found if quantity != NONE and view.live(quantity)]
