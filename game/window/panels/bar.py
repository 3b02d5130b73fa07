"""The bar at the top: which story, which week, whose seat, and the ways out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.engine.model import Scenario, Seat
from game.insight.words.figures import capital
from game.insight.words.people import seat_name
from game.window.house import House
from game.window.kit import (
    Button,
    Card,
    CardButton,
    Column,
    Divider,
    Emblem,
    Flex,
    Icon,
    Keycap,
    Painter,
    Part,
    ProgressDots,
    Rect,
    Row,
    Spacer,
    Text,
    Widget,
    key_label,
)
from game.window.kit.widget import Frame
from game.window.panels.messages import GuideAgain, Help, History, Menu, Open

TONES = {
    Seat.AM: ("rel", "rel_text", "handshake"),
    Seat.PM: ("dlv", "dlv_text", "wrench"),
    Seat.BOTH: ("plain", "ink2", "blend"),
}
_WHAT = {
    Seat.AM: "You look after the client: what they want, what they were promised, whether they stay.",
    Seat.PM: "You look after the work: the plan, the people, the money, the risks.",
    Seat.BOTH: "Both seats are yours, and so is the conflict between them.",
}


def client_of(scenario: Scenario) -> str:
    """The main account's name."""
    return next((account.name for account in scenario.accounts if account.main), "")


def top_bar(
    house: House, scenario: Scenario, seat: Seat, week: int, *, done: bool = False, guide: bool = False
) -> Widget:
    """`done`: the week is over and being looked at; `guide`: there is guidance to be shown again. What has no room on
    one line goes in turn: the keys and the client, the dots, the name of the seat."""
    text = f"Week {week} of {scenario.weeks}" + (", done" if done else "")
    week_text = Text(text, 15, "s")
    where = Row([week_text, ProgressDots(week - 1, scenario.weeks)], gap=16)
    long = [Part(scenario.title, "b", "", 18), Part(f"   {client_of(scenario)}", "r", "ink2")]
    short = [Part(scenario.title, "b", "", 18)]
    rows = [
        _bar(long, where, _ways(house, guide, keys=True), seat_badge(seat)),
        _bar(short, where, _ways(house, guide, keys=False), seat_badge(seat)),
        _bar(short, week_text, _ways(house, guide, keys=False), seat_badge(seat)),
        _bar(short, week_text, _ways(house, guide, keys=False), seat_badge(seat, named=False)),
    ]
    return Column([Card(FirstThatFits(rows), 16, 3, radius=0, border="", lift=-1), Divider(), Spacer(1)], gap=0)


def _bar(name: Sequence[Part], where: Widget, ways: Sequence[Widget], badge: Widget) -> Widget:
    title = Row([Emblem(50, 50, 14, ring=False), Flex(Text(name), least=100)], gap=10)
    menu = Button("Menu", Menu(), id="menu", kind="quiet", icon="menu", help="Esc")
    return Row([title, where, Row([*ways, badge, menu], gap=4, wrap=True)], gap=16, justify="between")


def _ways(house: House, guide: bool, keys: bool) -> list[Widget]:
    ways = [
        way("ledger", "scroll-text", "The full ledger of last week", house.key("ledger"), Open("book"), keys),
        way("history", "history", "The weeks so far", house.key("history"), History(), keys),
        way("help", "circle-question-mark", "Help", house.key("help"), Help(), keys),
    ]
    if guide:
        ways.insert(0, way("tip", "graduation-cap", "The guide", house.key("tip"), GuideAgain(), keys))
    return ways


@dataclass(eq=False)
class FirstThatFits(Widget):
    """Shows the first of its children that has room on one line, else the last."""

    children: Sequence[Widget]

    def _chosen(self, p: Painter, width: float) -> Widget:
        return next((child for child in self.children if child.wish(p) <= width), self.children[-1])

    def measure(self, p: Painter, width: float) -> float:
        return self._chosen(p, width).height(p, width)

    def natural(self, p: Painter) -> float:
        return self.children[0].wish(p)

    def arrange(self, frame: Frame, rect: Rect) -> None:
        self._chosen(frame.p, rect.w).arrange(frame, rect)


def way(id: str, icon: str, label: str, key: str, on: object, show_key: bool = True) -> Widget:
    """A small button that shows its key."""
    cap = Keycap(key_label(key)) if show_key else None
    help = label if show_key else f"{label} ({key_label(key)})"
    child = Row([Icon(icon, 17, "ink"), cap], gap=5)
    return CardButton(child, on, id=id, label=label, help=help, hotkey=key, style="flat", x=7, y=7, corner=8)


def seat_badge(seat: Seat, named: bool = True) -> Widget:
    """Whose seat it is, in its colour."""
    tone, ink, icon = TONES[seat]
    name = capital(seat_name(seat))
    return CardButton(
        Row([Icon(icon, 16, ink), Text(name, 14, "s", ink) if named else None], gap=6),
        id="seat",
        label=f"{name}, your seat",
        help=_WHAT[seat] if named else f"{name}. {_WHAT[seat]}",
        style="soft",
        tone=tone,
        x=10,
        y=4,
        corner=14,
    )
