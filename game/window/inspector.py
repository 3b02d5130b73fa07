"""The inspector of the author's bench: every number, event, choice and draw of luck of a play, hidden ones included."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from game.engine.play import Play
from game.insight.arrivals import (
    CALLED,
    CAME,
    CONDITION,
    DROPPED,
    HERE,
    LUCK,
    WAITING,
    Arrival,
    arrivals,
)
from game.insight.chances import Draw, Option, laws, options, risks, starts, truths
from game.insight.inspection import Figure, groups, ledger_of
from game.window.bench_panels import marked
from game.window.chrome import heading
from game.window.kit import (
    Button,
    Card,
    CardButton,
    Chip,
    Column,
    Divider,
    Fixed,
    Flex,
    Grid,
    Modal,
    Pad,
    Row,
    Scroll,
    Select,
    Spacer,
    Stack,
    Text,
    TextEntry,
    Ui,
    Widget,
    tabs,
)

TABS: Final = (("numbers", "Numbers"), ("events", "Events"), ("choices", "Choices"), ("luck", "Luck and truths"))
MOVED: Final = "moved"
_MANY = 120  # numbers shown at once
_TONES: Final = {HERE: "good", WAITING: "warn", CALLED: "warn", DROPPED: "bad", CONDITION: "plain", LUCK: "plain"}
_ICONS: Final = {HERE: "inbox", WAITING: "hourglass", CALLED: "clock", DROPPED: "x", LUCK: "dices", CAME: "check"}
_ORDER: Final = (HERE, WAITING, CALLED, DROPPED, CONDITION, LUCK)


@dataclass(frozen=True)
class Turn:
    """Another tab."""

    tab: str


@dataclass(frozen=True)
class Week:
    """Another week."""

    week: int


@dataclass(frozen=True)
class Whose:
    """The numbers of this thing."""

    key: str


@dataclass(frozen=True)
class Find:
    """What is looked for."""

    text: str


@dataclass(frozen=True)
class Ledger:
    """Open the ledger of one number."""

    index: int


@dataclass(frozen=True)
class CloseLedger:
    """Close it."""


class InspectorScreen:
    """Looks at one play, at the opening of one of its weeks; the open one unless turned to another."""

    def __init__(self, play: Play) -> None:
        self.play = play
        self.tab, self.search, self.whose = "numbers", "", MOVED
        self.turned = 0  # the week turned to; 0: the open one
        self.ledger = ""  # the name of the number whose ledger is open

    @property
    def week(self) -> int:
        """The week looked at; the last state of a play that has ended counts as one."""
        last = len(self.play.states)
        return min(self.turned, last) if self.turned else last

    # ---- what it shows

    def view(self, ui: Ui) -> Widget:
        body = {
            "numbers": self._numbers,
            "events": self._events,
            "choices": self._choices,
            "luck": self._luck,
        }[self.tab]()
        scroll = Scroll(Pad(Column(body, gap=8), 16, 12), id=f"inspector/{self.tab}", label="More of this play")
        head = Card(self._head(), 16, 8, radius=0, border="", lift=-1)
        return Stack(Column([head, Divider(), Flex(scroll)], gap=0), [self._dialog()])

    def _head(self) -> Widget:
        week, last = self.week, len(self.play.states)
        ended = week == last and self.play.state.reached is not None
        name = "The end" if ended else f"Opening of week {week} of {self.play.scenario.weeks}"
        turn = Row(
            [
                _arrow("earlier", "Week before", "chevron-left", week - 1, week > 1),
                Text(name, 16, "s"),
                _arrow("later", "Week after", "chevron-right", week + 1, week < last),
            ],
            gap=6,
        )
        find: list[Widget] = []
        if self.tab == "numbers":
            find.append(Fixed(Select("Whose numbers", self._whose(), self.whose, Whose, id="inspector/whose"), 260))
        find.append(Fixed(TextEntry("Find", self.search, on_change=Find, id="inspector/find", clears=True), 220))
        row = Row([turn, tabs("inspector", TABS, self.tab, Turn)], gap=20, line_gap=4)
        return Row([Flex(row, least=300), *find], gap=12, align="end", line_gap=6)

    def _whose(self) -> list[tuple[str, str]]:
        return [(MOVED, "What moved last week"), *((g.key, g.title) for g in groups(self.play, self.week))]

    # ---- numbers

    def _numbers(self) -> list[Widget]:
        found: list[Widget] = []
        left = _MANY
        for group in groups(self.play, self.week, self.search):
            if self.search or self.whose in (MOVED, group.key):
                figures = [f for f in group.figures if self.search or self.whose != MOVED or f.change]
                if figures and left > 0:
                    found += [heading(group.title), _two_abreast([_figure(f) for f in figures[:left]])]
                    left -= len(figures)
        if left <= 0:
            found.append(Text("There are more. Look for a name to see them.", 15, "r", "ink2"))
        nothing = "No number has this in its name." if self.search else "Nothing has moved yet: choose whose numbers."
        return found or [Text(nothing, 16, "r", "ink2")]

    def _dialog(self) -> Modal | None:
        index = self.play.scenario.quantity_index.get(self.ledger, -1)
        if index < 0:
            return None
        rule = self.play.scenario.quantities[index]
        rows: list[Widget] = []
        for entry in reversed(ledger_of(self.play, index, self.week)):
            when = f"Week {entry.week}" if entry.week else "Start"
            words = Column([Text(entry.words, 15), Text(entry.cause, 13, "r", "ink2")], gap=0)
            amounts = [
                Fixed(Text(entry.amount, 15, "s", "ink", "r"), 92),
                Fixed(Text(entry.after, 15, "b", "ink", "r"), 92),
            ]
            row = Row([Fixed(Text(when, 14, "s", "ink2"), 64), Flex(words, least=220), *amounts], gap=10, line_gap=2)
            rows += [Divider(), row]
        close = Button("Close", CloseLedger(), id="ledger/close", kind="icon", icon="x", autofocus=True)
        about = _about(rule.label.replace("'", "’"), rule.seen_by, rule.unit)
        name = Column([Text(rule.name, 20, "b"), Text(about, 14, "r", "ink2")], gap=0)
        head = Row([Flex(name, least=200), close], gap=12, align="start")
        return Modal(Column(rows, gap=6), CloseLedger(), id="ledger", width=720, head=head)

    # ---- events

    def _events(self) -> list[Widget]:
        told = [each for each in arrivals(self.play, self.week) if self._wanted(each)]
        if not told:
            ended = "The play has ended: nobody asks any more." if not self.search else "No event has this in its name."
            return [Text(ended, 16, "r", "ink2")]
        order = {stands: place for place, stands in enumerate(_ORDER)}
        return [self._event(each) for each in sorted(told, key=lambda each: order.get(each.stands, len(order)))]

    def _wanted(self, each: Arrival) -> bool:
        event = self.play.scenario.events[each.event]
        return self._found(event.id, event.title, each.stands)

    def _found(self, *texts: str) -> bool:
        """Whether one of the texts has in it what is looked for."""
        return any(self.search.lower() in text.lower() for text in texts)

    def _event(self, each: Arrival) -> Widget:
        event = self.play.scenario.events[each.event]
        name = Row([Text(event.id, 15, "b"), Text(f"{event.title}, asks {event.asks.value}", 14, "r", "ink2")], gap=10)
        chip = Fixed(Chip(each.stands, _TONES.get(each.stands, "plain"), _ICONS.get(each.stands, "circle-dot")), 190)
        return _fact(chip, [name, Text(marked(each.why), 15)])

    # ---- choices

    def _choices(self) -> list[Widget]:
        found: list[Widget] = []
        event = ""
        for option in (each for each in options(self.play, self.week) if self._found(each.path, each.text)):
            owner = option.path.partition("/")[0]
            if owner != event:
                event = owner
                found.append(heading(event, self.play.scenario.events[self.play.scenario.event_index[event]].title))
            found.append(_option(option))
        nothing = "No choice has this in it." if self.search else "Nobody asks anything here."
        return found or [Text(nothing, 16, "r", "ink2")]

    # ---- luck

    def _luck(self) -> list[Widget]:
        play, week = self.play, self.week
        seat = f"seat {play.seat.value}, {play.difficulty}"
        found: list[Widget] = [heading(f"Seed {play.seed}", seat)]
        found += self._draws("Truths", "drawn from the seed when the play began", truths(play, week))
        found += self._draws("Starts", "numbers whose start was drawn", starts(play))
        if play.states[week - 1].reached is None:
            found += self._draws("Risks", f"what is held against what in week {week}", risks(play, week))
            found += self._draws("Laws", f"the luck the laws of week {week} read", laws(play, week))
        return found

    def _draws(self, title: str, note: str, drawn: Sequence[Draw]) -> list[Widget]:
        cards = [_draw(each) for each in drawn if self._found(each.what, each.came, each.detail)]
        return [heading(title, note), _two_abreast(cards)] if cards else []

    # ---- what it does

    def on_message(self, message: object) -> None:
        match message:
            case Turn(tab):
                self.tab, self.search = tab, ""
            case Week(week):
                self.turned = 0 if week >= len(self.play.states) else max(1, week)
            case Whose(key):
                self.whose, self.search = key, ""
            case Find(text):
                self.search = text
            case Ledger(index):
                self.ledger = self.play.scenario.quantities[index].name
            case CloseLedger():
                self.ledger = ""


def _arrow(id: str, label: str, icon: str, week: int, enabled: bool) -> Widget:
    return Button(label, Week(week), id=f"inspector/{id}", kind="icon", icon=icon, enabled=enabled)


def _about(label: str, seen_by: int, unit: str) -> str:
    seen = {0: "nobody sees it", 1: "the AM sees it", 2: "the PM sees it", 3: "both see it"}[seen_by]
    return f"{label}; in {unit}; {seen}"


def _figure(each: Figure) -> Widget:
    words = Column([Text(each.name, 15, "s", leading=1.25), Text(each.label, 13, "r", "ink2", leading=1.25)], gap=0)
    numbers = Row([Text(each.change, 14, "s", "ink2") if each.change else None, Text(each.now, 16, "b")], gap=12)
    row = Row([Flex(words, least=180), numbers], gap=10)
    changed = f", {each.change} last week" if each.change else ""
    label = f"{each.name}, {each.now}{changed}"
    return CardButton(row, Ledger(each.index), id=f"number/{each.name}", label=label, x=12, y=6, corner=8)


def _option(option: Option) -> Widget:
    chip = Chip(
        "open" if option.open else "locked", "good" if option.open else "bad", "lock-open" if option.open else "lock"
    )
    words: list[Widget] = [Row([Text(option.path, 15, "b"), Text(option.text, 15)], gap=10)]
    words += [Text(marked(text), 15, "r", "ink2") for text in (option.why, option.result) if text]
    return _fact(Fixed(chip, 100), words)


def _draw(each: Draw) -> Widget:
    name = Row([Text(each.what, 15, "b"), Text(each.came, 15, "s", "good" if each.holds else "ink2")], gap=12)
    return Card(Column([name, Text(each.detail, 15, "r", "ink2")], gap=2), 14, 8, radius=8)


def _two_abreast(cards: Sequence[Widget]) -> Widget:
    """Also one alone is only half as wide as the page."""
    return Grid(cards if len(cards) > 1 else [*cards, Spacer()], 2, 420, gap=6)


def _fact(mark: Widget, words: Sequence[Widget]) -> Widget:
    return Card(Row([mark, Flex(Column(words, gap=2), least=240)], gap=12, align="start", line_gap=4), 14, 8, radius=8)
