"""The left column: how you stand, what was asked of you, what you promised, and the colleague's side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from game.engine.model import Seat
from game.engine.play import Play
from game.engine.view import View
from game.insight.words.cards import KpiRow, Meter, card, heard_date
from game.insight.words.figures import capital, small
from game.insight.words.glossary import meaning
from game.insight.words.moods import mood
from game.insight.words.people import as_known, colleague_of, first_name, last_talk, other_seat
from game.window.kit import (
    Button,
    CardButton,
    Column,
    Divider,
    Emblem,
    Flex,
    Icon,
    Painter,
    Popover,
    Row,
    Spacer,
    Text,
    Widget,
)
from game.window.kit.geometry import Rect
from game.window.kit.widget import Frame
from game.window.panels.faces import face
from game.window.panels.messages import Close, Open

_ENLARGED = 1.15  # text from which the screen scrolls
STATUS_ICONS = {"good": "circle-check", "warn": "triangle-alert", "bad": "circle-x", "plain": "circle-dot"}


def standing_card(meters: Sequence[Meter], shown: Callable[[str, float], float], verdict: str, help: str) -> Widget:
    """The emblem with its two meters. `shown` gives the value on its way to the present one."""
    values = {meter.name: shown(meter.name, meter.value) for meter in meters}
    first, second = values.get("relationship", 0.0), values.get("delivery", 0.0)
    if len(meters) < 2:
        first = second = max(first, second)
    emblem = Emblem(first, second, 54, icons=("handshake", "wrench"))
    numbers = Column([_meter(meter, values[meter.name]) for meter in meters], gap=4)
    said = Text(verdict, 14, "i", "ink2", leading=1.25)
    body = Column([Row([emblem, Flex(numbers, least=84)], gap=20), Flex(Spacer()), said], gap=8)
    told = ", ".join(f"{meter.label} {meter.value:.0f}" for meter in meters)
    return CardButton(body, Open("standing"), id="standing", label=f"{told}. {verdict}", help=help, x=16, y=12)


def _meter(meter: Meter, value: float) -> Widget:
    ink = f"{meter.tone}_text"
    tone = {"up": "good", "down": "bad"}.get(meter.trend, "ink2")
    sign: Widget | None = Icon(meter.trend_icon, 16, tone) if meter.trend_icon else None
    if not meter.live:
        sign = Icon("clock", 14)
    return Column([Text(meter.label, 14, "s", ink), Row([Text(f"{value:.0f}", 26, "b", leading=1.2), sign])], gap=1)


@dataclass(frozen=True)
class Said:
    """A line with a status: what a goal or a promise looks like in the column."""

    text: str
    tone: str
    icon: str
    note: str
    due: str = ""
    more: str = ""


def goals_card(boss: str, goals: Sequence[Said]) -> Widget:
    """What the manager asked for, and whether it looks like happening."""
    rows = [
        Row(
            [
                Icon(goal.icon, 20, goal.tone),
                Flex(Column([Text(goal.text, leading=1.2), Text(goal.note, 13, "s", goal.tone, leading=1.25)], gap=1)),
            ],
            gap=12,
        )
        for goal in goals
    ]
    title = f"What {boss} asked of you" if boss else "What is asked of you"
    label = f"{title}. " + ". ".join(f"{goal.text}: {goal.note}" for goal in goals)
    body = Column([Text(title, 16, "s"), *rows], gap=7)
    help = " ".join(goal.more for goal in goals)
    return CardButton(body, Open("goals"), id="goals", label=label, help=help, x=16, y=12)


def promises_card(title: str, promises: Sequence[Said]) -> Widget:
    """Open promises with their latest estimate, under whose they are; as many as there is room for."""
    rows: list[Widget] = []
    for said in promises:
        ink = "ink2" if said.tone == "plain" else said.tone
        head = Row(
            [Flex(Text(said.text, 15, leading=1.2), least=110), Text(said.due, 15, "s", leading=1.2)],
            gap=8,
            align="start",
        )
        note = Row([Icon(said.icon, 14, ink), Flex(Text(said.note, 13, "s", ink, leading=1.25))], gap=6)
        rows.append(Column([head, note], gap=2))
    told = ". ".join(f"{said.text}, {said.due}. {said.note}" for said in promises)
    rows = rows or [Text(meaning("promise"), 14, "r", "ink2")]
    body = Column([Text(title, 16, "s"), Flex(FirstFew(rows))], gap=6)
    help = meaning("promise") if promises else ""
    return CardButton(body, Open("promises"), id="promises", label=f"{title}. {told}", help=help, x=16, y=12)


@dataclass(eq=False)
class FirstFew(Widget):
    """As many children as there is room for, one below the other, and how many more there are. It asks for one."""

    children: Sequence[Widget]
    gap: float = 13

    def measure(self, p: Painter, width: float) -> float:
        if not self.children:
            return 0.0
        if p.text_scale > _ENLARGED:
            return sum(child.height(p, width) + self.gap for child in self.children) - self.gap
        more = p.line_height(13) if len(self.children) > 1 else 0.0
        return self.children[0].height(p, width) + more

    def natural(self, p: Painter) -> float:
        return max((child.wish(p) for child in self.children), default=0.0)

    def arrange(self, frame: Frame, rect: Rect) -> None:
        y, last = rect.y, len(self.children) - 1
        for number, child in enumerate(self.children):
            tall = child.height(frame.p, rect.w)
            spare = rect.bottom - y - tall - (0 if number == last else self.gap + frame.p.line_height(13))
            if number and spare < -0.5 and not (number == last and rect.bottom - y - tall >= -0.5):
                more = len(self.children) - number
                Text(f"and {small(more)} more", 13, "s", "ink2").arrange(
                    frame, Rect(rect.x, y - 4, rect.w, frame.p.line_height(13))
                )
                return
            if number:
                Divider().arrange(frame, Rect(rect.x, y - self.gap / 2 - 0.5, rect.w, 1))
            child.arrange(frame, Rect(rect.x, y, rect.w, tall))
            y += tall + self.gap


# ---- the colleague ---------------------------------------------------------------------------------------------------


def colleague_card(play: Play, view: View) -> Widget | None:
    """The other side in one line; None for one person in both seats."""
    person = colleague_of(view.scenario, view.seat)
    if person is None:
        return None
    index = view.scenario.people.index(person)
    felt = mood(view, index)
    title = f"{first_name(person)}’s side, {as_known(view.as_of)}"
    talked = last_talk(view.week, view.as_of)
    said = heard_date(play, view.seat) or talked
    words = Column([Text(title, 14, "s", leading=1.25), Text(said, 13, "i", "ink2", leading=1.25)], gap=1)
    row = Row([face(person, felt.face, 44), Flex(words), Icon("chevron-right")], gap=10)
    label, help = f"{title}. {talked}. {heard_date(play, view.seat)}".removesuffix(". "), meaning("rapport")
    return CardButton(row, Open("colleague"), id="colleague", label=label, help=help, x=14, y=8)


def colleague_popover(play: Play, view: View) -> Popover:
    """The other seat's five numbers as they were when the two last talked."""
    person = colleague_of(view.scenario, view.seat)
    assert person is not None
    theirs = card(play, other_seat(view.seat), view.seat)
    index = view.scenario.people.index(person)
    felt = mood(view, index)
    ink = "ink2" if felt.tone == "plain" else felt.tone
    title = Column(
        [
            Text(f"{first_name(person)}’s side", 18, "b", leading=1.25),
            Text(f"{capital(as_known(theirs.as_of))}. {last_talk(view.week, theirs.as_of)}.", 14, "r", "ink2"),
            Row([Icon(felt.icon, 15, ink), Text(felt.word, 14, "s", ink)], gap=6) if felt.word else None,
        ],
        gap=1,
    )
    close = Button("Close", Close(), id="colleague/close", kind="icon", icon="x")
    hint = Text("The move called Sync brings this up to date.", 13, "r", "ink2")
    rows = [_theirs(row) for row in theirs.rows]
    head = Row([face(person, felt.face, 56), Flex(title, least=140), close], gap=14, align="start")
    return Popover(
        Column([head, *rows, Divider(2), hint], gap=6),
        Close(),
        id="colleague-card",
        anchor="colleague",
        width=380,
        padding=18,
    )


def _theirs(row: KpiRow) -> Widget:
    icon = STATUS_ICONS.get(row.tone, "circle-dot")
    ink = "ink2" if row.tone == "plain" else row.tone
    status = Row([Icon(icon, 14, ink), Text(row.status, 13, "s", ink)], gap=5)
    words = Column([Text(row.label, 15, leading=1.2), status], gap=1)
    return Column([Divider(1), Row([Flex(words, least=140), Text(row.value, 16, "s")], gap=10)], gap=5)


def boss_of(view: View) -> str:
    """The first name of whoever set the goals, or ""."""
    rules = view.scenario.rules(Seat.PM if view.seat is Seat.PM else Seat.AM)
    return first_name(view.scenario.people[rules.boss]) if rules.boss >= 0 else ""
