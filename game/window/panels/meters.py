"""The meters opened: what their numbers did to them."""

from __future__ import annotations

from game.engine.model import Seat
from game.engine.play import Play
from game.engine.scores import OWN_SHARE
from game.insight.words.cards import Meter, meters
from game.insight.words.figures import ago, capital, percent, signed, whole
from game.insight.words.moved import SHOWN, KpiMoved, MeterMoved, meter_explained
from game.insight.words.people import as_known, colleague_of, first_name
from game.window.kit import Button, CardButton, Column, Divider, Fixed, Flex, Part, Popover, Row, Text, Widget
from game.window.panels.messages import Close, Open


def meter_rows(opened: MeterMoved, presses: bool = False) -> list[Widget]:
    """One row a KPI: its points, what it did to the meter where that is known, and from what to what it went. One that
    `presses` opens the number itself."""
    rows = [_row(row, opened.live) for row in opened.rows]
    return [_pressed(*pair) for pair in zip(opened.rows, rows, strict=True)] if presses else rows


def _pressed(row: KpiMoved, child: Widget) -> Widget:
    label = f"{row.label}: {row.now}, {whole(row.now_points)} points"
    on = Open("kpi", name=row.name)
    return CardButton(child, on, id=f"meter/{row.name}", label=label, style="flat", x=6, y=2.5, corner=6)


def _row(row: KpiMoved, live: bool) -> Widget:
    moved = abs(row.change) >= SHOWN and live
    below = ", ".join(part for part in (row.told if row.visible and live else "", row.counts) if part)
    words = Column(
        [
            Text([row.label, Part("" if row.now in below else f"  {row.now}", "r", "ink2")], 14, leading=1.25),
            Text(below, 13, "r", "ink2", leading=1.25) if below else None,
        ],
        gap=0,
    )
    ink = "ink2" if not moved else "good" if row.change > 0.0 else "bad"
    change = Text(signed(row.change) if moved else "", 14, "s", ink, "r")
    points = Text(f"{whole(row.now_points)} points", 14, "r", "ink2", "r")
    return Row([Flex(words, least=130), Fixed(change, 44), Fixed(points, 88)], gap=8)


def meter_card(play: Play, week: int, seat: Seat, name: str) -> Popover | None:
    """A meter after a lived week, beside its button."""
    opened = meter_explained(play, week, seat, name)
    if opened is None:
        return None
    meter = opened.meter
    close = Button("Close", Close(), id="meter/close", kind="icon", icon="x", autofocus=True)
    title = Text(meter.label, 18, "b", f"{meter.tone}_text")
    head = Row([Flex(title, least=120), Text(whole(meter.value), 22, "b"), close], gap=16)
    age = [] if meter.live else [Text(_age(play, week, seat, meter), 14, "s", "ink2")]
    told = f"{opened.exact} {opened.meaning}".strip()
    rows: list[Widget] = [head, *age, Text(told, 14, "r", "ink2"), Divider(2), *meter_rows(opened)]
    return Popover(
        Column(rows, gap=6), Close(), id="meter", anchor=f"meter/{name}", width=420, padding=18, sides=("below", "left")
    )


def _age(play: Play, week: int, seat: Seat, meter: Meter) -> str:
    """Why a meter of the other side does not say what this week did to it."""
    person = colleague_of(play.scenario, seat)
    whom = first_name(person) if person else "the other side"
    since = f", {ago(week - meter.as_of)}" if meter.as_of else ""
    return f"{capital(as_known(meter.as_of))}{since}: what is newer, {whom} has not told you yet."


def standing_card(
    play: Play, lived: int, seat: Seat, anchor: str, now: int, *, side: str = "right", presses: bool = False
) -> Popover:
    """What both meters are made of, and what the last of `lived` weeks did to them; `now` is the week one reads in."""
    close = Button("Close", Close(), id="standing-card/close", kind="icon", icon="x")
    rows: list[Widget] = [Row([Flex(Text("How you stand", 18, "b"), least=160), close], gap=10)]
    for meter in meters(play, seat, lived):
        opened = meter_explained(play, lived, seat, meter.name)
        rows += [Divider(2), _meter(meter, now)]
        rows += meter_rows(opened, presses) if opened else []
    rows += [Divider(2), Text(_formula(seat), 14, "r", "ink2")]
    return Popover(
        Column(rows, gap=1 if presses else 4),
        Close(),
        id="standing-card",
        anchor=anchor,
        width=460,
        padding=18,
        sides=(side, "left"),
    )


def _meter(meter: Meter, week: int) -> Widget:
    since = f", {ago(week - meter.as_of)}" if meter.as_of else ""
    when = "" if meter.live else f"{as_known(meter.as_of)}{since}"
    name = Column(
        [Text(meter.label, 16, "s", f"{meter.tone}_text"), Text(when, 13, "r", "ink2") if when else None], gap=0
    )
    return Row([Flex(name, least=120), Text(f"{meter.value:.0f}", 22, "b")], gap=10)


_CARDS = (
    "A meter is the mean of its numbers, each worth up to 100 points: 100 is what is wanted of it, and opened it says "
    "so. One that has no data yet is left out."
)


def _formula(seat: Seat) -> str:
    if seat is Seat.BOTH:
        return f"{_CARDS} Your score is half of the one and half of the other."
    own = "Relationship" if seat is Seat.AM else "Delivery"
    other = "Delivery" if seat is Seat.AM else "Relationship"
    return f"{_CARDS} Your score is {percent(OWN_SHARE)} {own} and {percent(1 - OWN_SHARE)} {other}."
