"""A meter opened: what its numbers did to it."""

from __future__ import annotations

from game.engine.model import Seat
from game.engine.play import Play
from game.insight.words.cards import Meter
from game.insight.words.figures import ago, signed, whole
from game.insight.words.moved import SHOWN, KpiMoved, MeterMoved, meter_explained
from game.insight.words.people import colleague_of, first_name
from game.window.kit import Button, Column, Divider, Fixed, Flex, Popover, Row, Text, Widget
from game.window.panels.messages import Close


def meter_rows(opened: MeterMoved) -> list[Widget]:
    """One row a KPI: its points, what it did to the meter where that is known, and from what to what it went."""
    return [_row(row, opened.live) for row in opened.rows]


def _row(row: KpiMoved, live: bool) -> Widget:
    moved = abs(row.change) >= SHOWN and live
    words = Column(
        [Text(row.label, 14, leading=1.25), Text(row.told, 13, "r", "ink2", leading=1.25) if moved else None], gap=0
    )
    ink = "ink2" if not moved else "good" if row.change > 0.0 else "bad"
    change = Text(signed(row.change) if moved else "", 14, "s", ink, "r")
    points = Text(f"{whole(row.now_points)} points", 14, "r", "ink2", "r")
    return Row([Flex(words, least=130), Fixed(change, 44), Fixed(points, 82)], gap=8)


def meter_card(play: Play, week: int, seat: Seat, name: str) -> Popover | None:
    """A meter after a lived week, beside its button."""
    opened = meter_explained(play, week, seat, name)
    if opened is None:
        return None
    meter = opened.meter
    close = Button("Close", Close(), id="meter/close", kind="icon", icon="x", autofocus=True)
    title = Text(meter.label, 18, "b", f"{meter.tone}_text")
    head = Row([Flex(title, least=120), Text(whole(meter.value), 22, "b"), close], gap=10)
    age = [] if meter.live else [Text(_age(play, week, seat, meter), 14, "s", "ink2")]
    rows: list[Widget] = [head, *age, Text(opened.meaning, 14, "r", "ink2"), Divider(2), *meter_rows(opened)]
    return Popover(
        Column(rows, gap=6), Close(), id="meter", anchor=f"meter/{name}", width=420, padding=18, sides=("below", "left")
    )


def _age(play: Play, week: int, seat: Seat, meter: Meter) -> str:
    """Why a meter of the other side does not say what this week did to it."""
    person = colleague_of(play.scenario, seat)
    whom = first_name(person) if person else "the other side"
    return f"As of week {meter.as_of}, {ago(week - meter.as_of)}: what is newer, {whom} has not told you yet."
