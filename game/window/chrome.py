"""What the screens around a play share: the bar on top, headings, the words for seats, and faces in a row."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final, NamedTuple

from game.engine.model import NONE, Person, Scenario, Seat
from game.records.rows import Play
from game.window.kit import (
    Button,
    Card,
    Chip,
    Column,
    Divider,
    Emblem,
    Flex,
    Icon,
    Pad,
    Part,
    Row,
    Scroll,
    Spacer,
    Text,
    Widget,
)
from game.window.panels.faces import face

WIDEST = 1248  # units: beyond, lines get too long to read


class SeatWords(NamedTuple):
    """How a mode of play is shown."""

    name: str
    icon: str
    tone: str
    says: str


SEATS: Final = {
    "am": SeatWords("Account manager", "handshake", "rel", "You promise. The client calls you."),
    "pm": SeatWords("Project manager", "wrench", "dlv", "You deliver. The team looks at you."),
    "both": SeatWords("Both seats", "blend", "plain", "You promise, and you deliver it."),
    "two": SeatWords("Two people", "users", "plain", "One seat each, at this screen."),
}
MODES: Final = tuple(SEATS)
MODE_OF: Final = {Seat.AM: "am", Seat.PM: "pm", Seat.BOTH: "both"}


def top_bar(title: str, subtitle: str, buttons: Sequence[Widget], middle: Widget | None = None) -> Widget:
    """Emblem and title on the left, what one can go to on the right."""
    name = [Part(title, "b", "", 18), Part(f"   {subtitle}" if subtitle else "", "r", "ink2")]
    left = Row([Emblem(50, 50, 14, ring=False), Flex(Text(name), least=160)], gap=10)
    parts: list[Widget] = [Flex(left, least=200)]
    parts += [middle] if middle else []
    bar = Card(Row([*parts, Row(buttons, gap=4)], gap=16, justify="between"), 16, 4, radius=0, border="", lift=-1)
    return Column([bar, Divider()], gap=0)


def page(bar: Widget, body: Widget, foot: Widget | None = None) -> Widget:
    """A screen: the bar, a body that scrolls, and a foot that stays."""
    return Column([bar, Flex(Scroll(Pad(body, 16))), foot], gap=0)


def footer(buttons: Sequence[Widget | None]) -> Widget:
    """A strip of buttons that stays at the bottom of a screen."""
    return Column([Divider(), Card(Row(buttons, gap=12), 16, 10, radius=0, border="", lift=-1)], gap=0)


def heading(text: str, note: str = "", right: Widget | None = None) -> Widget:
    """A title over a part of a page."""
    words: list[Widget] = [Text(text, 18, "b", leading=1.25)]
    words += [Text(note, 14, "r", "ink2")] if note else []
    return Row([Flex(Row(words, gap=12, line_gap=2), least=200), right], gap=16)


def icon_line(icon: str, text: str, tone: str = "ink2", size: float = 14, weight: str = "r") -> Widget:
    """An icon and what it stands for, as long as it likes."""
    mark = Icon(icon, size + 2, tone, beside=size)
    return Row([mark, Flex(Text(text, size, weight, tone))], gap=8, align="start")


def faces(scenario: Scenario, most: int, size: float = 44) -> Widget:
    """Some of the people of a story, the clients first."""
    shown = [p for side in ("client", "team", "house") for p in scenario.people if p.side == side]
    mixed = _mixed(shown)[:most]
    return Row([face(person, "neutral", size) for person in mixed], gap=6, wrap=False)


def _mixed(people: Sequence[Person]) -> list[Person]:
    """A client, a colleague, one of the team, and on from there: so that a few faces stand for all sides."""
    sides = {side: [p for p in people if p.side == side] for side in ("client", "team", "house")}
    order: list[Person] = []
    while any(sides.values()):
        order += [left.pop(0) for left in sides.values() if left]
    return order


def seat_chip(mode: str) -> Widget:
    """The seat of a play, in its colour."""
    words = SEATS[mode]
    return Chip(words.name, words.tone, words.icon)


def length(scenario: Scenario) -> str:
    """How long a story is: 10 weeks, about 30 minutes."""
    return f"{scenario.weeks} weeks, about {scenario.minutes} minutes"


def day_begun(play: Play) -> str:
    """The day a play was begun, as people say it; as it was stored where it is no date."""
    try:
        begun = datetime.fromisoformat(play.created)
    except ValueError:
        return play.created
    return f"{begun.day} {begun:%B}"


def boss_of(scenario: Scenario, seat: Seat) -> Person | None:
    """The manager who sets a seat's goals."""
    boss = scenario.am.boss if seat is not Seat.PM else scenario.pm.boss
    return None if boss == NONE else scenario.people[boss]


def warning(id: str, text: str, on_close: object) -> Widget:
    """A sentence the player must see, until it is put away."""
    words = Row([Icon("info", 18, "warn", beside=15), Flex(Text(text, 15), least=240)], gap=12, align="start")
    close = Button("I have read this", on_close, id=id, kind="quiet", icon="check")
    return Card(Row([Flex(words, least=300), close], gap=16), 16, 10, fill="warn_soft", border="warn", lift=-1)


def gap(size: float = 8) -> Widget:
    """Room between two groups."""
    return Spacer(size)
