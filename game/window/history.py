"""The weeks so far: what you decided in each, what came of it, and the way back to it as a branch."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.legality import decided
from game.engine.model import NONE, Choice, Question, Seat
from game.engine.outcomes import replies
from game.engine.state import Answer, SeatDecisions
from game.engine.view import observe
from game.insight.words.cards import meters
from game.insight.words.fill import substitute
from game.insight.words.headlines import headlines
from game.insight.words.ledger import lines
from game.insight.words.moods import mood
from game.insight.words.moves import move_words
from game.insight.words.people import first_name
from game.insight.words.recap import Recap, recap
from game.insight.words.sentences import Line
from game.records.desk import Desk
from game.window.chrome import SEATS, page, top_bar
from game.window.house import House
from game.window.kit import (
    Alike,
    Back,
    Button,
    Card,
    CardButton,
    Chip,
    Column,
    Divider,
    Flex,
    Icon,
    IconTile,
    Modal,
    Pad,
    Row,
    Scroll,
    Spacer,
    Stack,
    Text,
    Ui,
    Widget,
    bold,
    tabs,
)
from game.window.kit.widget import Overlay
from game.window.ledger_view import Book, book_dialog, line_number
from game.window.panels.faces import face
from game.window.panels.gamble import verdict
from game.window.panels.lived import over_week
from game.window.panels.messages import Close, Find, Open, ShowTab
from game.window.panels.meters import meter_buttons
from game.window.routes import GoEnding, GoHelp, GoHistory, GoPause, GoWeek, Route

_WEEK = "page"  # the scroll a week is read in
_TWO_COLUMNS = 900  # units at 100 % text: narrower, the list of weeks becomes a strip


@dataclass(frozen=True)
class Turn:
    """Look at this week."""

    week: int


@dataclass(frozen=True)
class ShowSeat:
    """Look through this seat's eyes, where two people play."""

    seat: str


@dataclass(frozen=True)
class AskBack:
    """Asked to step back: ask whether that is meant."""


@dataclass(frozen=True)
class StepBack:
    """Really: a branch at the opening of the week shown."""


class HistoryScreen:
    """One week at a time, with the list of all at its side."""

    def __init__(self, house: House, desk: Desk, week: int, back: Route | None = None) -> None:
        self.house, self.desk = house, desk
        self.back: Route = back or (GoPause(desk) if desk.outcome is None else GoEnding(desk))
        self.seat = desk.humans[0]
        self.week = min(max(1, week), max(1, len(desk.history)))
        self.opened: list[Open] = []  # what is open above the page, the last one on top
        self.book: Book | None = None
        self.asking = False
        self.heads: list[str] = []
        self.told: Recap | None = None
        self._turned = False
        self._look(self.seat, self.week)

    def _look(self, seat: Seat, week: int) -> None:
        """Read what this seat may know of that week."""
        play = self.desk.play
        if seat is not self.seat or not self.heads:
            self.heads = headlines(play, len(self.desk.history), seat)
        self.seat, self.week, self.opened = seat, week, []
        self._turned = True  # another week is read from its top
        if self.desk.history:
            self.told = recap(play, week, seat, len(self.desk.humans) > 1)

    # ---- what it shows

    def view(self, ui: Ui) -> Widget:
        bar = top_bar(
            "The weeks so far",
            self.desk.scenario.title,
            [
                Button(
                    "Help",
                    GoHelp(self._here()),
                    id="help",
                    kind="quiet",
                    icon="circle-question-mark",
                    hotkey=self.house.key("help"),
                ),
                Button("Back", Back(), id="back", kind="quiet", icon="arrow-left"),
            ],
        )
        if not self.desk.history:
            return page(bar, Text("No week has been lived yet.", 17, "r", "ink2"))
        narrow = ui.screen.w < _TWO_COLUMNS * ui.painter.text_scale
        if self._turned:
            ui.memory(_WEEK).offset = 0
            self._turned = False
        if narrow:
            base = page(bar, Column([self._strip(), self._shown()], gap=16))
        else:
            weeks = Flex(Scroll(Pad(self._list(), 16), id="weeks"), 312, 246)
            week = Flex(Scroll(Pad(self._shown(), 16), id=_WEEK), 968, 480)
            base = Column([bar, Flex(Row([weeks, week], gap=0, align="stretch"))], gap=0)
        return Stack(base, self._above())

    def _here(self) -> Route:
        return GoHistory(self.desk, self.week, self.back)

    def _above(self) -> list[Overlay | None]:
        if self.asking:
            return [self._dialog()]
        if self.book:
            return [book_dialog(self.desk.scenario, self.book)]
        return [over_week(self.desk.play, self.week, self.seat, each) for each in self.opened]

    def _whose(self) -> list[Widget]:
        if len(self.desk.humans) < 2:
            return []
        names = [(seat.value, SEATS[seat.value].name) for seat in self.desk.humans]
        return [tabs("whose", names, self.seat.value, ShowSeat)]

    def _list(self) -> Widget:
        return Column([*self._whose(), *(self._entry(lived.week) for lived in self.desk.history)], gap=8)

    def _strip(self) -> Widget:
        """The weeks where there is no room for a list of them."""
        numbers = [self._number(lived.week) for lived in self.desk.history]
        weeks = [Alike(number, numbers) for number in numbers]
        strip = Row([Text("Week", 15, "s", "ink2"), *weeks], gap=4)
        return Column([*self._whose(), strip], gap=8)

    def _number(self, week: int) -> Widget:
        here = week == self.week
        label = str(week)
        return Button(label, Turn(week), id=f"week/{week}", kind="tab", chosen=here, autofocus=here)

    def _entry(self, week: int) -> Widget:
        says = self.heads[week - 1]
        here = week == self.week
        moved = [
            Text(f"{meter.label} {meter.moved}", 13, "s", f"{meter.tone}_text", leading=1.25)
            for meter in meters(self.desk.play, self.seat, week)
            if meter.live
        ]
        body = Column(
            [Text(f"Week {week}", 15, "s", leading=1.25), Text(says, 13, "r", "ink2", leading=1.3), *moved], gap=2
        )
        label = f"Week {week}. {says}"
        return CardButton(
            body, Turn(week), id=f"week/{week}", label=label, state="taken" if here else "open", autofocus=here, y=9
        )

    def _shown(self) -> Widget:
        told = self.told
        assert told is not None, "there is a week to show"
        words = Column([Text(f"Week {self.week}", 14, "s", "ink2"), Text(told.headline, 26, "b", leading=1.2)], gap=0)
        back = Button(f"Play on from week {self.week}", AskBack(), id="step_back", icon="git-branch")
        head = Column([words, Row([meter_buttons(told.meters), Flex(Spacer()), back], gap=16)], gap=8)
        return Column([head, self._decided(), self._came(told), self._other(told)], gap=16)

    # ---- what was decided

    def _decided(self) -> Widget:
        mine = decided(self.desk.history[self.week - 1].decisions, self.seat)
        rows: list[Widget] = [Text("What you decided", 16, "s")]
        for answer in mine.answers:
            rows += [self._answer(answer), Divider(2)]
        if not mine.answers:
            rows += [Text("Nobody asked you anything that you answered.", 15, "r", "ink2"), Divider(2)]
        return Card(Column([*rows, self._moves(mine)], gap=10), 20, 16)

    def _answer(self, answer: Answer) -> Widget:
        scenario = self.desk.scenario
        event = scenario.events[scenario.event_index[answer.event]]
        who = event.question.who
        words: list[Widget] = [Text(event.title, 15, "s", leading=1.25)]
        question: Question | None = event.question
        for choice_id in answer.path:
            choice = next((c for c in question.choices if c.id == choice_id), None) if question else None
            if choice is None:
                break
            words.append(Text([bold("You: "), substitute(choice.text, scenario, self.week)], 15))
            words += self._replies(choice)
            question = choice.scene
        mark: Widget = IconTile("inbox", 20, "ink", tile=44, fill="sunk")
        if who != NONE:
            mark = face(scenario.people[who], self._mood(who), 44)
        return Row([mark, Flex(Column(words, gap=3), least=260)], gap=14, align="start")

    def _replies(self, choice: Choice) -> list[Widget]:
        play = self.desk.play
        said = replies(choice.outcome, play.states[self.week - 1].values, play.luck, self.week)
        view = observe(play.scenario, play.states[self.week - 1], self.seat)
        found: list[Widget] = [each for each in [verdict(view, play.luck, choice)] if each is not None]
        for person, line in said:
            words = substitute(line, play.scenario, self.week)
            name = f"{first_name(play.scenario.people[person])}: " if person != NONE else ""
            found.append(Text(f"{name}{words}", 15, "i", "ink2"))
        return found

    def _mood(self, person: int) -> str:
        view = observe(self.desk.scenario, self.desk.play.states[self.week - 1], self.seat)
        return mood(view, person).face

    def _moves(self, mine: SeatDecisions) -> Widget:
        view = observe(self.desk.scenario, self.desk.play.states[self.week - 1], self.seat)
        words = [move_words(view, move) for move in mine.moves]
        chips: list[Widget] = [Chip(f"{w.verb} {w.target}", "plain", w.icon) for w in words]
        label = Text("Your moves", 14, "s", "ink2")
        return Row([label, *(chips or [Text("none", 14, "r", "ink2")])], gap=8, line_gap=6)

    # ---- what came of it

    def _came(self, told: Recap) -> Widget:
        book = Button("The full ledger", Open("book"), id="full", icon="scroll-text", compact=True)
        numbers: list[Widget] = []  # all of them as wide as the widest
        rows: list[Widget] = [Row([Flex(Text("What came of it", 16, "s"), least=140), book])]
        for _title, found in told.groups():
            rows += [self._line(line, numbers) for line in found]
        if not told.lines:
            rows.append(Text("Nothing that anybody would mention.", 15, "r", "ink2"))
        return Card(Column(rows, gap=10), 20, 16)

    def _line(self, line: Line, numbers: list[Widget]) -> Widget:
        scenario = self.desk.scenario
        side = "rel" if line.group in ("client", "account") else "dlv"
        mark: Widget = IconTile(line.icon, 20, f"{side}_text", tile=44, fill=f"{side}_soft", border="")
        if line.person != NONE:
            view = observe(scenario, self.desk.play.states[self.week], self.seat)
            mark = face(scenario.people[line.person], mood(view, line.person).face, 44)
        words: list[Widget] = [Text([bold(f"{line.lead} "), line.rest] if line.lead else line.rest, 16, leading=1.3)]
        if line.why:
            why = Text(substitute(line.why, scenario, self.week), 14, "r", "ink2", leading=1.3)
            words.append(Row([Icon("history", 14), Flex(why)], gap=6) if line.origin else why)
        words += [Text(line.aside, 14, "r", "ink2", leading=1.3)] if line.aside else []
        number = line_number(self.desk.play, self.week, self.seat, line) or Spacer()
        numbers.append(number)
        return Row([mark, Flex(Column(words, gap=2), least=260), Alike(number, numbers)], gap=14)

    def _other(self, told: Recap) -> Widget | None:
        if told.meanwhile is None:
            return None
        person = self.desk.scenario.people[told.meanwhile.person]
        words = Column([Text("Meanwhile", 14, "s"), Text(told.meanwhile.text, 15, "r", "ink2")], gap=1)
        return Card(Row([face(person, "neutral", 44), Flex(words, least=200)], gap=14), 20, 12)

    def _dialog(self) -> Overlay:
        text = (
            f"A branch of this play begins at the opening of week {self.week}, with the same people and the same luck. "
            "This play stays as it is, and so does its result: a branch never counts."
        )
        go = Button(f"Begin again at week {self.week}", StepBack(), id="back/yes", kind="primary", icon="git-branch")
        stay = Button("Stay here", Close(), id="back/no", autofocus=True)
        words = [Text(f"Play on from week {self.week}?", 22, "b"), Text(text, 16), Row([go, stay], gap=12)]
        return Modal(Column(words, gap=16), Close(), id="back_dialog", width=520)

    # ---- what it does

    def on_message(self, message: object) -> Route | None:
        match message:
            case Turn(week):
                self._look(self.seat, week)
            case ShowSeat(seat):
                self._look(Seat(seat), self.week)
            case AskBack():
                self.asking = True
            case StepBack():
                return GoWeek(self.house.step_back(self.desk, self.week))
            case Back():
                return self.back
            case _:
                self._ledger(message)
        return None

    def _ledger(self, message: object) -> None:
        book = self.book
        match message:
            case Open(kind="book"):
                self.book, self.opened = Book(self.week, lines(self.desk.play, self.week, self.seat)), []
            case Open():
                self.opened = [*self.opened, message]
            case Close() if self.book or self.asking:
                self.book, self.asking = None, False
            case Close():
                self.opened = self.opened[:-1]
            case Find(text) if book:
                self.book = Book(book.week, book.lines, book.by, text)
            case ShowTab(by) if book:
                self.book = Book(book.week, book.lines, by, book.search)

    def on_tick(self, now_ms: int) -> bool:
        return False
