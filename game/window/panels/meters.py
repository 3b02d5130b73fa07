"""The meters opened: what their numbers did to them."""

from __future__ import annotations

from collections.abc import Sequence

from game.engine.model import Seat
from game.engine.play import Play
from game.engine.scores import OWN_SHARE
from game.insight.words.cards import Meter, meters
from game.insight.words.figures import MINUS, ago, capital, decimal, percent, whole
from game.insight.words.moved import KpiMoved, MeterMoved, meter_explained
from game.insight.words.people import as_known, colleague_of, first_name
from game.window.kit import (
    Alike,
    Button,
    CardButton,
    Column,
    Divider,
    Emblem,
    Fixed,
    Flex,
    Icon,
    Part,
    Popover,
    Row,
    Text,
    Widget,
)
from game.window.panels.messages import Close, Open

BOTH = "both"  # what the emblem opens
_HOW = "What the two meters are made of"


def meter_buttons(meters: Sequence[Meter], share: float = 1.0) -> Widget:
    """The meters after a week with what it did to them, and the emblem; each opens. `share` is how far they have come
    from their values before. A seat sees the one of its own side move."""
    columns: tuple[list[Widget], ...] = ([], [], [])
    rows = Column([_button(meter, share, columns) for meter in meters], gap=6, align="end")
    values = {meter.name: meter.value for meter in meters}
    if len(values) < 2:
        return rows
    emblem = Emblem(values["relationship"], values["delivery"], 42, icons=("handshake", "wrench"), ground="bg")
    told = ", ".join(f"{meter.label} {meter.shown}" for meter in meters)
    on, id = Open("meter", name=BOTH), f"meter/{BOTH}"
    both = CardButton(emblem, on, id=id, label=told, help=_HOW, style="flat", x=4, y=4, corner=46)
    return Row([rows, both], gap=12)


def _button(meter: Meter, share: float, columns: tuple[list[Widget], ...]) -> Widget:
    """Its name, its value, and what the week did to it; of the other side only how old the number is. `columns` are
    the parts of all rows, which stand one below the other."""
    value = meter.before + meter.change * share
    tone = {"+": "good", MINUS: "bad"}.get(meter.moved[:1], "ink2")
    moved = Text(meter.moved, 15, "s", tone)
    if not meter.live:
        value, moved = meter.value, Text(as_known(meter.as_of), 13, "r", "ink2")
    name, amount = (
        Text(meter.label, 14, "s", f"{meter.tone}_text"),
        Text(decimal(value), 20, "b", "ink", "r"),
    )
    for column, part in zip(columns, (name, amount, moved), strict=True):
        column.append(part)
    parts = [Alike(column[-1], column) for column in columns]
    row = Row([*parts, Icon("chevron-right", 14)], gap=12, wrap=False)
    label = f"{meter.label} {meter.shown}, {meter.moved if meter.live else as_known(meter.as_of)}"
    on = Open("meter", name=meter.name)
    return CardButton(row, on, id=f"meter/{meter.name}", label=label, x=12, y=3, corner=10)


def meter_rows(opened: MeterMoved) -> list[Widget]:
    """One row a KPI: its points, what it did to the meter where that is known, and from what to what it went. Each
    opens the number itself."""
    return [_pressed(row, opened.moves) for row in opened.rows]


def _pressed(row: KpiMoved, live: bool) -> Widget:
    id = f"meter/{row.name}"
    label = f"{row.label}: {row.now}, {whole(row.now_points)} points"
    on = Open("kpi", name=row.name, anchor=id)
    return CardButton(_row(row, live), on, id=id, label=label, style="flat", x=6, y=2.5, corner=6)


def _row(row: KpiMoved, live: bool) -> Widget:
    moved = row.amount if live else ""
    below = ", ".join(part for part in (row.told if row.visible and live else "", row.counts) if part)
    words = Column(
        [
            Text([row.label, Part("" if row.now in below else f"  {row.now}", "r", "ink2")], 14, leading=1.25),
            Text(below, 13, "r", "ink2", leading=1.25) if below else None,
        ],
        gap=0,
    )
    ink = "ink2" if not moved else "good" if row.change > 0.0 else "bad"
    change = Text(moved, 14, "s", ink, "r")
    points = Text(f"{whole(row.now_points)} points", 14, "r", "ink2", "r")
    return Row([Flex(words, least=120), Fixed(change, 44), Fixed(points, 80), Icon("chevron-right", 14)], gap=8)


def meter_card(play: Play, week: int, seat: Seat, name: str) -> Popover | None:
    """A meter after a lived week, beside its button."""
    opened = meter_explained(play, week, seat, name)
    if opened is None:
        return None
    meter = opened.meter
    close = Button("Close", Close(), id="meter/close", kind="icon", icon="x", autofocus=True)
    title = Text(meter.label, 18, "b", f"{meter.tone}_text")
    head = Row([Flex(title, least=120), Text(meter.shown, 22, "b"), close], gap=16)
    age = [] if meter.live else [Text(_age(play, week, seat, meter), 14, "s", "ink2")]
    told = f"{opened.exact} {opened.meaning}".strip()
    rows: list[Widget] = [head, *age, Text(told, 14, "r", "ink2"), Divider(2), *meter_rows(opened)]
    sides = ("below", "left")
    return Popover(Column(rows, gap=4), Close(), id="meter", anchor=f"meter/{name}", width=440, padding=18, sides=sides)


def _age(play: Play, week: int, seat: Seat, meter: Meter) -> str:
    """Why a meter of the other side does not say what this week did to it."""
    person = colleague_of(play.scenario, seat)
    whom = first_name(person) if person else "the other side"
    if week == meter.as_of:
        return f"{capital(as_known(meter.as_of))}, when you talked."
    since = f", {ago(week - meter.as_of)}" if meter.as_of else ""
    return f"{capital(as_known(meter.as_of))}{since}: what is newer, {whom} has not told you yet."


def standing_card(play: Play, lived: int, seat: Seat, anchor: str, now: int, *, side: str = "right") -> Popover:
    """What both meters are made of, and what the last of `lived` weeks did to them; `now` is the week one reads in."""
    close = Button("Close", Close(), id="standing-card/close", kind="icon", icon="x")
    rows: list[Widget] = [Row([Flex(Text("How you stand", 18, "b"), least=160), close], gap=10)]
    for meter in meters(play, seat, lived):
        opened = meter_explained(play, lived, seat, meter.name)
        rows += [Divider(2), _meter(meter, now)]
        rows += meter_rows(opened) if opened else []
    rows += [Divider(2), Text(_formula(seat), 14, "r", "ink2")]
    return Popover(
        Column(rows, gap=1),
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
    return Row([Flex(name, least=120), Text(meter.shown, 22, "b")], gap=10)


_CARDS = (
    "A meter is the mean of its numbers. Each is worth 0 to 100 points, all 100 once it is as good as is wanted: open "
    "it to read what is wanted. One that has no data yet is left out."
)


def _formula(seat: Seat) -> str:
    if seat is Seat.BOTH:
        return f"{_CARDS} Your score is half of the one and half of the other."
    own = "Relationship" if seat is Seat.AM else "Delivery"
    other = "Delivery" if seat is Seat.AM else "Relationship"
    return f"{_CARDS} Your score is {percent(OWN_SHARE)} {own} and {percent(1 - OWN_SHARE)} {other}."
