"""The bar at the top: which story, which week, whose seat, and the ways out."""

from __future__ import annotations

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
    Icon,
    Keycap,
    Part,
    ProgressDots,
    Row,
    Spacer,
    Text,
    Widget,
    key_label,
)
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
    """`done`: the week is over and being looked at; `guide`: there is guidance to be shown again."""
    name = [Part(scenario.title, "b", "", 18), Part(f"   {client_of(scenario)}", "r", "ink2")]
    text = f"Week {week} of {scenario.weeks}" + (", done" if done else "")
    where = Row([Text(text, 15, "s"), ProgressDots(week - 1, scenario.weeks)], gap=16)
    ways = [
        way("ledger", "scroll-text", "The full ledger of last week", house.key("ledger"), Open("book")),
        way("history", "history", "The weeks so far", house.key("history"), History()),
        way("help", "circle-question-mark", "Help", house.key("help"), Help()),
    ]
    if guide:
        ways.insert(0, way("tip", "graduation-cap", "The guide", house.key("tip"), GuideAgain()))
    menu = Button("Menu", Menu(), id="menu", kind="quiet", icon="menu", help="Esc")
    right = Row([*ways, seat_badge(seat), menu], gap=4, wrap=True)
    row = Row([Row([Emblem(50, 50, 14, ring=False), Text(name)], gap=10), where, right], gap=16, justify="between")
    return Column([Card(row, 16, 3, radius=0, border="", lift=-1), Divider(), Spacer(1)], gap=0)


def way(id: str, icon: str, label: str, key: str, on: object) -> Widget:
    """A small button that shows its key."""
    child = Row([Icon(icon, 17, "ink"), Keycap(key_label(key))], gap=5)
    return CardButton(child, on, id=id, label=label, help=label, hotkey=key, style="flat", x=7, y=7, corner=8)


def seat_badge(seat: Seat) -> Widget:
    """Whose seat it is, in its colour."""
    tone, ink, icon = TONES[seat]
    name = capital(seat_name(seat))
    return CardButton(
        Row([Icon(icon, 16, ink), Text(name, 14, "s", ink)], gap=6),
        id="seat",
        label=f"{name}, your seat",
        help=_WHAT[seat],
        style="soft",
        tone=tone,
        x=10,
        y=4,
        corner=14,
    )
