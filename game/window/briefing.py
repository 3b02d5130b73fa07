"""The briefing: who you are, what your manager wants, whom you will meet; and, before a play, which seat you take."""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.engine.model import Goal, Person, Scenario, Seat
from game.insight.words.fill import substitute
from game.insight.words.goals import measured
from game.insight.words.people import colleague_of, first_name, role
from game.insight.words.variety import pick
from game.records.desk import SEAT_OF_MODE, Desk, begin
from game.records.results import results
from game.records.trouble import StoreTrouble
from game.window.chrome import MODES, SEATS, boss_of, footer, length, page, top_bar
from game.window.house import House
from game.window.kit import (
    Back,
    Button,
    Card,
    CardButton,
    Column,
    Divider,
    Fixed,
    Flex,
    Grid,
    Icon,
    IconTile,
    Pad,
    Row,
    Text,
    TextEntry,
    Ui,
    Widget,
    tabs,
)
from game.window.panels.faces import face
from game.window.routes import GoBriefing, GoHandover, GoHelp, GoLibrary, GoRecap, GoSettings, GoWeek, NewPlay, Route

STYLE_HINTS = {
    "people-pleaser": (
        "Says yes first and finds out what it costs afterwards.",
        "Cannot bear a face that has just heard no.",
    ),
    "by-the-book": (
        "Goes by what was agreed, and knows on which page.",
        "Wants it in writing, and has read what is in writing.",
    ),
    "firefighter": (
        "Wonderful on a bad day. Has a good many of them.",
        "Sees to whatever is loudest, and sees to it well.",
    ),
    "balanced": (
        "Listens, weighs it up, and mostly keeps to it.",
        "Looks at both sides of a thing, and at the price of each.",
    ),
}
DIFFICULTIES = (
    ("guided", "Guided", "More slack in the plan, fuller previews, and hints."),
    ("normal", "Normal", "The plan is tight, and can be met."),
    ("stormy", "Stormy", "Less slack, and previews that promise less."),
)
_LONGEST_SEED = 9
_LONG = 540  # characters from which a briefing is set a little smaller


@dataclass(frozen=True)
class TakeSeat:
    """Look at the play from this seat."""

    mode: str


@dataclass(frozen=True)
class Difficulty:
    """Play at this difficulty."""

    name: str


@dataclass(frozen=True)
class Seed:
    """What stands in the field for the seed."""

    text: str


@dataclass(frozen=True)
class Begin:
    """Begin the play."""


class BriefingScreen:
    """Before week 1; or again later, to read what it was about."""

    def __init__(self, house: House, of: Desk | NewPlay, back: Route | None = None) -> None:
        self.house = house
        self.desk = of if isinstance(of, Desk) else None
        self.back = back
        self.new = of if isinstance(of, NewPlay) else NewPlay(of.scenario, of.text.body)
        self.scenario: Scenario = of.scenario
        self.mode = of.record.mode if isinstance(of, Desk) else of.mode or self._fresh_seat()
        chosen = self.new.difficulty or house.settings.difficulty
        self.difficulty = self.desk.record.difficulty if self.desk else chosen
        self.seed = "" if self.new.seed is None else str(self.new.seed)

    def _fresh_seat(self) -> str:
        """The first seat not played yet."""
        try:
            played = [r.seat for r in results(self.house.store.plays()) if r.play.scenario == self.scenario.id]
        except StoreTrouble:
            played = []
        return next((mode for mode in ("am", "pm", "both") if mode not in played), "am")

    def _chosen(self) -> NewPlay:
        """The play as it is chosen so far, to come back to."""
        seed = int(self.seed) if self.seed else None
        return replace(self.new, mode=self.mode, difficulty=self.difficulty, seed=seed)

    # ---- what it shows

    def view(self, ui: Ui) -> Widget:
        story = self.scenario
        here = GoBriefing(self.desk or self._chosen(), self.back)
        bar = top_bar(
            story.title,
            story.accounts[0].name if story.accounts else "",
            [
                Button(
                    "Help",
                    GoHelp(here),
                    id="help",
                    kind="quiet",
                    icon="circle-question-mark",
                    hotkey=self.house.key("help"),
                ),
                Button("Settings", GoSettings(here), id="settings", kind="quiet", icon="settings"),
                Button("Library", GoLibrary(), id="library", kind="quiet", icon="library-big"),
            ],
        )
        seats = self._seats() if self.desk is None else None
        left = Column([self._you(), self._terms()], gap=12)
        halves = Row([Flex(left, 704, 420), Flex(self._people(), 528, 340)], gap=16, align="start")
        body = Column([seats, halves], gap=12)
        return page(bar, body, self._foot())

    def _seats(self) -> Widget:
        return Grid([self._seat(mode) for mode in MODES], 4, 200, 16)

    def _seat(self, mode: str) -> Widget:
        words, taken = SEATS[mode], mode == self.mode
        ink = "action" if words.tone == "plain" else f"{words.tone}_text"
        body = Column(
            [
                Row([Icon(words.icon, 18, ink), Flex(Text(words.name, 15, "s", leading=1.25))], gap=8),
                Text(words.says, 14, "r", "ink2", leading=1.25),
            ],
            gap=4,
        )
        return CardButton(
            body,
            TakeSeat(mode),
            id=f"seat/{mode}",
            label=f"{words.name}. {words.says}",
            state="taken" if taken else "open",
            x=14,
            y=8,
        )

    def _you(self) -> Widget:
        blocks: list[Widget | None] = []
        for seat in self._human_seats():
            blocks += [Divider(6)] if blocks else []
            blocks.append(self._who_you_are(seat))
            said = self._briefing(seat)
            blocks.append(Text(said, 17 if len(said) < _LONG else 16))
            blocks.append(self._goals(seat))
        return Card(Column(blocks, gap=10), 16)

    def _human_seats(self) -> tuple[Seat, ...]:
        return (Seat.AM, Seat.PM) if self.mode == "two" else (SEAT_OF_MODE[self.mode],)

    def _who_you_are(self, seat: Seat) -> Widget:
        story = self.scenario
        if seat is Seat.BOTH:
            pair = [story.people[story.rules(each).person] for each in (Seat.AM, Seat.PM)]
            pictures: Widget = Row([face(person, "neutral", 56) for person in pair], gap=6, wrap=False)
            name = " and ".join(first_name(person) for person in pair)
            title = "You take both their chairs."
        else:
            person = story.people[story.rules(seat).person]
            pictures, name = face(person, "neutral", 56), person.name
            title = person.title or SEATS[seat.value].name
        eyebrow = "You are" if seat is not Seat.BOTH else "You stand in for"
        words = Column(
            [Text(eyebrow, 14, "s", "ink2"), Text(name, 22, "b", leading=1.2), Text(title, 14, "r", "ink2")], gap=0
        )
        return Row([pictures, Flex(words, least=200)], gap=16)

    def _briefing(self, seat: Seat) -> str:
        story = self.scenario
        text = story.both_briefing if seat is Seat.BOTH else story.rules(seat).briefing
        return substitute(text, story, 1)

    def _goals(self, seat: Seat) -> Widget:
        story = self.scenario
        boss = boss_of(story, seat)
        goals = story.both_goals if seat is Seat.BOTH else story.rules(seat).goals
        title = f"What {first_name(boss)} asks of you" if boss else "What is asked of you"
        rows = [self._goal(number + 1, goal) for number, goal in enumerate(goals)]
        numbers = Text(measured(story, seat), 13, "r", "ink2")
        words = Column([Text(title, 16, "s"), *rows], gap=6)
        picture = face(boss, "neutral", 48) if boss else IconTile("flag", 20, "ink")
        beside = Row([Flex(words, 3, 230), Flex(numbers, 2, 180)], gap=20, align="start")
        return Card(Row([picture, Flex(beside, least=260)], gap=16, align="start"), 16, 12, fill="sunk")

    def _goal(self, number: int, goal: Goal) -> Widget:
        text = substitute(goal.text, self.scenario, 1)
        return Row(
            [Icon("flag", 16, "action", beside=15), Flex(Text(text, 15, "r", "ink", leading=1.25))],
            gap=8,
            align="start",
        )

    def _people(self) -> Widget:
        story = self.scenario
        mine = [story.rules(seat).person for seat in (Seat.AM, Seat.PM)]
        mine += [story.rules(seat).boss for seat in (Seat.AM, Seat.PM)]  # the boss stands beside the goals
        groups = [
            ("The client", [p for p in story.people if p.side == "client"]),
            ("The team", [p for p in story.people if p.side == "team"]),
            ("Also in the house", [p for i, p in enumerate(story.people) if p.side == "house" and i not in mine]),
        ]
        parts: list[Widget | None] = [Text("People you will meet", 16, "s")]
        parts += [self._colleague()]
        for name, people in groups:
            if people:
                parts += [
                    Divider(4),
                    Text(name, 13, "s", "ink2"),
                    Grid([_person(story, p) for p in people], 2, 180, 10),
                ]
        return Card(Column(parts, gap=8), 16)

    def _colleague(self) -> Widget | None:
        if self.mode in ("both", "two"):
            return None
        person = colleague_of(self.scenario, SEAT_OF_MODE[self.mode])
        if person is None:
            return None
        words: list[Widget] = [Text(person.name, 15, "s", leading=1.25)]
        words += [Text(f"{person.title or 'Your colleague'}, in the other seat", 13, "r", "ink2", leading=1.3)]
        hints = STYLE_HINTS.get(person.style)
        words += [Text(pick(hints, person.name, 0), 14, "i", "ink2")] if hints else []
        return Row([face(person, "neutral", 56), Flex(Column(words, gap=1), least=180)], gap=12)

    def _terms(self) -> Widget | None:
        """How hard, and with which luck."""
        if self.desk is not None:
            return None
        says = next(says for name, _label, says in DIFFICULTIES if name == self.difficulty)
        group = tabs("level", [(name, label) for name, label, _says in DIFFICULTIES], self.difficulty, Difficulty)
        level = Column([Text("Difficulty", 14, "s"), group], gap=0)
        seed = TextEntry(
            "Play number",
            self.seed,
            id="seed",
            hint="chosen for you",
            longest=_LONGEST_SEED,
            on_change=Seed,
            help="The same number gives the same hidden facts and the same luck. Empty: a new one.",
        )
        return Card(
            Row(
                [level, Flex(Pad(Text(says, 13, "r", "ink2"), 0, 11), least=110), Fixed(seed, 170)], gap=12, align="end"
            ),
            16,
        )

    def _foot(self) -> Widget:
        about = Text(length(self.scenario), 14, "r", "ink2")
        if self.desk is not None:
            label = "Back to the recap" if isinstance(self.back, GoRecap) else "Back to the week"
            label = label if self.back or self.desk.history else "Start week 1"
            go = Button(label, Back(), id="start", kind="primary", after="arrow-right", autofocus=True)
            return footer([go, about])
        go = Button("Start week 1", Begin(), id="start", kind="primary", after="arrow-right", autofocus=True)
        return footer([go, about])

    # ---- what it does

    def on_message(self, message: object) -> Route | None:
        match message:
            case TakeSeat(mode):
                self.mode = mode
            case Difficulty(name):
                self.difficulty = name
            case Seed(text):
                self.seed = "".join(sign for sign in text if sign.isdecimal())
            case Begin():
                return self._begin()
            case Back():
                if self.desk is None:
                    return GoLibrary()
                return self.back or self._week(self.desk)
        return None

    def _begin(self) -> Route:
        seed = int(self.seed) if self.seed else self.house.seed()
        self.house.sounds.play("confirm")
        desk = begin(self.house.store, self.scenario, self.new.text, self.mode, seed, self.difficulty, self.house.clock)
        return self._week(desk)

    def _week(self, desk: Desk) -> Route:
        return GoHandover(desk, Seat.AM) if self.mode == "two" and self.desk is None else GoWeek(desk)

    def on_tick(self, now_ms: int) -> bool:
        return False


def _person(story: Scenario, person: Person) -> Widget:
    title = role(story, person)
    words = Column(
        [
            Text(person.name, 14, "s", leading=1.25),
            Text(title, 13, "r", "ink2", leading=1.25) if title else None,
        ],
        gap=0,
    )
    return Row([face(person, "neutral", 40), Flex(words, least=110)], gap=10)
