"""Ledgers to read: the card of one number, and everything that moved in a week."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.engine.model import NONE, Scenario, Seat
from game.engine.play import Play
from game.insight.words.chips import RESTED, TIRED
from game.insight.words.ledger import Explanation, explain
from game.insight.words.ledger import Row as Line
from game.insight.words.people import by_id
from game.insight.words.quantities import owner_id, suffix
from game.insight.words.sentences import Line as Told
from game.window.kit import (
    Alike,
    Button,
    Column,
    Custom,
    Divider,
    Fixed,
    Flex,
    IconTile,
    Modal,
    NumberButton,
    Painter,
    Popover,
    Rect,
    Row,
    Spacer,
    Text,
    TextEntry,
    Widget,
    tabs,
)
from game.window.panels.faces import face
from game.window.panels.messages import Close, Find, Open, ShowTab

WIDTH = 420  # units of a card: it fits beside the lines of a recap
_BAR = 80  # units a bar of causes has, both ways
ICONS = {
    "account": "briefcase",
    "project": "kanban",
    "task": "wrench",
    "risk": "shield",
    "promise": "handshake",
    "truth": "eye",
}


def ledger_card(
    scenario: Scenario, told: Explanation, anchor: str, *, sides: Sequence[str] = ("right", "below", "above", "left")
) -> Popover:
    """What moved one number in a week: rows with bars, and what they come to together."""
    names = Column([Text(told.title, 18, "b", leading=1.25), Text(told.line, 14, "r", "ink2")], gap=1)
    close = Button("Close", Close(), id="ledger/close", kind="icon", icon="x", autofocus=True)
    head = Row([mark(scenario, told, 40), Flex(names, least=160), close], gap=12, align="start")
    return Popover(
        Column([head, *causes(told.read), together(told.text_change, told.tone) if told.text_change else None], gap=6),
        Close(),
        id="ledger",
        anchor=anchor,
        width=WIDTH,
        padding=20,
        sides=sides,
    )


def mark(scenario: Scenario, told: Explanation, size: float) -> Widget:
    """Whose number it is: a face, or an icon."""
    person = by_id(scenario, owner_id(scenario, told.quantity))
    if person == NONE:
        return IconTile(ICONS.get(told.kind, "hash"), 20, "dlv_text", tile=size, fill="dlv_soft", border="")
    return face(scenario.people[person], _mood_of(told), size)


def _mood_of(told: Explanation) -> str:
    return {"good": "cheerful", "bad": "worried"}.get(told.tone, "neutral")


def causes(rows: Sequence[Line]) -> list[Widget]:
    """One row a cause: words, a bar from a common zero, the amount."""
    amounts: list[Widget] = []
    largest = max((abs(row.amount) for row in rows), default=0.0)
    found: list[Widget] = []
    for row in rows:
        words = Column(
            [Text(row.text, 14, "s", leading=1.25), Text(row.sub, 13, "r", "ink2", leading=1.25) if row.sub else None],
            gap=1,
        )
        if not row.text_amount:  # behind a fact there are causes, and no amounts
            found += [Divider(), words]
            continue
        ink = "ink2" if row.tone == "plain" else row.tone
        share = row.amount / largest if largest else 0.0
        amounts.append(Text(row.text_amount, 16, "s", ink, "r"))
        found += [Divider(), Row([Flex(words, least=160), cause_bar(share, ink), Alike(amounts[-1], amounts)], gap=10)]
    return found


def cause_bar(share: float, ink: str) -> Widget:
    """A bar to the left or right of zero; `share` −1 to 1."""

    def draw(p: Painter, rect: Rect) -> None:
        zero, reach = rect.cx, (rect.w / 2 - 2) * max(-1.0, min(1.0, share))
        if abs(reach) >= 1:
            p.rounded(Rect(zero + min(0.0, reach), rect.cy - 4, abs(reach), 8), 2, ink)
        p.vline(zero, rect.cy - 14, 28, "ink2")

    return Custom(draw, 32, _BAR)


def together(change: str, tone: str) -> Widget:
    """The sum of the rows."""
    ink = "ink2" if tone == "plain" else tone

    def rule(p: Painter, rect: Rect) -> None:
        p.hline(rect.x, rect.y, rect.w, "ink", 2)

    words = Row([Flex(Text("Together", 15, "s")), Text(change, 18, "b", ink)], gap=8)
    return Column([Custom(rule, 2), words], gap=8)


# ---- everything of a week --------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Book:
    """The full ledger of a week as it is being read."""

    week: int
    lines: tuple[Explanation, ...]
    by: str = "number"  # or "cause"
    search: str = ""


def book_dialog(scenario: Scenario, book: Book) -> Modal:
    """Every number that moved and why, or every cause and what it moved; with a search."""
    head = Row(
        [
            Flex(Text(f"Week {book.week}, line by line", 22, "b")),
            Button("Close", Close(), id="book/close", kind="icon", icon="x"),
        ]
    )
    names = (("number", "By number"), ("cause", "By cause"))
    tools = Row(
        [
            Fixed(TextEntry("Find", book.search, on_change=Find, id="book/find", clears=True), 260),
            Column([tabs("book", names, book.by, ShowTab)], gap=0),
        ],
        gap=16,
        align="end",
    )
    rows = by_number(scenario, book) if book.by == "number" else by_cause(scenario, book)
    nothing = "Nothing moved that you can see." if not book.lines else f"Nothing here mentions “{book.search}”."
    body = rows or [Text(nothing, 15, "r", "ink2")]
    child = Column(body, gap=10)
    return Modal(child, Close(), id="book", page=book.by, width=860, head=Column([head, tools], gap=10))


def _found(search: str, *words: str) -> bool:
    return not search or any(_typed(search) in _typed(word) for word in words)


def _typed(text: str) -> str:
    """A text as one types it: small, with the apostrophe of a keyboard."""
    return text.lower().replace("’", "'")


def by_number(scenario: Scenario, book: Book) -> list[Widget]:
    """One block a number: from, to, and its causes."""
    blocks: list[Widget] = []
    for told in book.lines:
        if not _found(book.search, told.title, told.line, *(text for row in told.read for text in (row.text, row.sub))):
            continue
        ink = "ink2" if told.tone == "plain" else told.tone
        head = Row(
            [
                mark(scenario, told, 28),
                Flex(Text(told.title, 15, "s"), least=160),
                Text(told.line, 14, "s" if told.fact else "r", ink if told.fact else "ink2"),
                Fixed(Text(told.text_change, 15, "b", ink, "r"), 124) if told.text_change else None,
            ],
            gap=10,
        )
        blocks += [Divider(), head, *(_line(row.text, row.sub, row.text_amount, row.tone) for row in told.read)]
    return blocks


def by_cause(scenario: Scenario, book: Book) -> list[Widget]:
    """One block a cause: every number it moved."""
    moved: dict[str, list[tuple[Explanation, Line]]] = {}
    for told in book.lines:
        for row in told.read:
            if _found(book.search, told.title, told.line, row.text, row.sub):
                moved.setdefault(row.text, []).append((told, row))
    blocks: list[Widget] = []
    for cause, found in moved.items():
        blocks += [Divider(), Text(cause, 15, "s")]
        blocks += [_line(told.title, "", row.text_amount, row.tone) for told, row in found]
    return blocks


def _line(text: str, sub: str, amount: str, tone: str) -> Widget:
    ink = "ink2" if tone == "plain" else tone
    words = Row([Text(text, 14), Text(sub, 13, "r", "ink2") if sub else None], gap=10, line_gap=0)
    return Row([Fixed(Spacer(), 28), Flex(words, least=180), Fixed(Text(amount, 14, "s", ink, "r"), 124)], gap=10)


def line_number(play: Play, week: int, seat: Seat, line: Told) -> Widget | None:
    """The button that opens what stands behind a line of a recap; the amount on it is the one its ledger comes to."""
    told = None if line.quantity == NONE else explain(play, week, line.quantity, seat)
    if told is None:
        return None
    id = f"line/{line.quantity}"
    on = Open("ledger", line.quantity, id)
    if not told.text_change:  # a fact, such as a contract signed
        return Button("Why", on, id=id, after="chevron-right")
    tires = suffix(play.scenario, line.quantity) == "fatigue"
    icon = _battery(told.text_change) if tires else arrow(told.text_change)
    return NumberButton(line.label, told.text_change, on, id=id, tone=told.tone, icon=icon)


def _battery(text: str) -> str:
    """The icon of more tiredness or less, which is no mood."""
    return TIRED if text.startswith("+") else RESTED


def arrow(text: str) -> str:
    """The icon of a change, which says the same as its sign."""
    if text.startswith("+"):
        return "arrow-up"
    return "arrow-down" if text.startswith("−") else "arrow-right"
