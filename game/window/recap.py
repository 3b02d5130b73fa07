"""The recap of a week: a headline, what happened to whom and why, and what the colleague did meanwhile."""

from __future__ import annotations

from typing import NamedTuple

from game.engine.model import NONE, Seat
from game.insight.words.fill import substitute
from game.insight.words.ledger import lines
from game.insight.words.moods import mood
from game.insight.words.pulls import pull
from game.insight.words.recap import Recap, recap
from game.insight.words.sentences import Line
from game.records.desk import Desk
from game.window.chrome import footer
from game.window.house import House
from game.window.kit import (
    Alike,
    Back,
    Button,
    Card,
    Column,
    Divider,
    Flex,
    Glide,
    Icon,
    IconTile,
    Modal,
    Pad,
    Rect,
    Row,
    Scroll,
    Spacer,
    Spare,
    Stack,
    Text,
    Ui,
    Widget,
    bold,
)
from game.window.kit.widget import Overlay
from game.window.ledger_view import Book, book_dialog, line_number
from game.window.panels.bar import top_bar
from game.window.panels.faces import face
from game.window.panels.lived import over_week
from game.window.panels.messages import Close, Find, Help, History, Menu, Open, ShowTab, Start
from game.window.panels.meters import meter_buttons
from game.window.routes import GoEnding, GoHandover, GoHelp, GoHistory, GoPause, GoRecap, GoWeek, Route
from game.window.so_far import SoFar

_COUNT_MS = 700
_AIR = {5: 26, 4: 30, 3: 42}  # units between two lines; fewer of them have more
_WIDE_AIR = 54
_NEXT = "On to week {}"


class Setting(NamedTuple):
    """How a page is set: units between two lines, and the sizes of its headline and of its lines."""

    air: float
    headline: float = 34
    line: float = 17


_CLOSER = (Setting(20), Setting(14), Setting(14, 28), Setting(12, 28, 16))  # where a page then fits


class RecapScreen:
    """One lived week, as one seat may read it."""

    def __init__(self, house: House, desk: Desk, week: int, seat: Seat | None = None) -> None:
        self.house, self.desk, self.week = house, desk, week
        self.seat = seat or desk.humans[0]
        self.told: Recap = recap(desk.play, week, self.seat, len(desk.humans) > 1)
        self._so_far = SoFar(desk.play, week, self.seat, self._past)
        self.opened: list[Open] = []  # what is open above the page, the last one on top
        self.book: Book | None = None
        self._fits: tuple[object, Rect, Setting] | None = None  # painter's epoch, window, and how the page fits it
        self._count: Glide | None = None
        self._now = 0

    def _past(self, week: int) -> GoHistory:
        return GoHistory(self.desk, week, GoRecap(self.desk, self.week, self.seat))

    # ---- the screen

    def view(self, ui: Ui) -> Widget:
        bar = top_bar(self.house, self.desk.scenario, self.seat, self.week, done=True)
        foot = self._foot()
        base = Column([bar, Flex(Scroll(self._fitting_page(ui, bar, foot))), foot], gap=0)
        return Stack(base, [*self._above(), self._book()])

    def _fitting_page(self, ui: Ui, bar: Widget, foot: Widget) -> Widget:
        """The usual page, or a closer one where that saves scrolling. Looked for once, as long as the window is as it
        is."""
        p, screen = ui.painter, ui.screen
        if self._fits is None or self._fits[:2] != (p.epoch, screen):
            room = screen.h - bar.height(p, screen.w) - foot.height(p, screen.w)
            ways = (Setting(_AIR.get(len(self.told.lines), _WIDE_AIR)), *_CLOSER)
            fits = (way for way in ways if self._page(way).height(p, screen.w) <= room)
            self._fits = (p.epoch, screen, next(fits, ways[0]))
        return self._page(self._fits[2])

    def _page(self, how: Setting) -> Widget:
        so_far = self._so_far.view()
        told = Column([self._lines(how), Flex(Spare(so_far, above=16)) if so_far else None], gap=0)
        body = Row([Flex(told, weight=2, least=480), Flex(self._side(), weight=1, least=300)], gap=16, align="stretch")
        return Pad(Column([self._head(how.headline), Flex(body)], gap=16), 16, 12)

    def _above(self) -> list[Overlay | None]:
        return [over_week(self.desk.play, self.week, self.seat, each) for each in self.opened]

    def _book(self) -> Modal | None:
        return book_dialog(self.desk.scenario, self.book) if self.book else None

    def _head(self, headline: float) -> Widget:
        words = Column(
            [
                Text(f"Week {self.week}, as it turned out", 14, "s", "ink2"),
                Text(self.told.headline, headline, "b", leading=1.2),
                *(Text(meter.why, 14, "r", "ink2") for meter in self.told.meters if meter.why),
            ],
            gap=2,
        )
        return Row([Flex(Pad(words, 8, 0), least=420), meter_buttons(self.told.meters, self._share())], gap=24)

    def _lines(self, how: Setting) -> Widget:
        rows: list[Widget] = []
        numbers: list[Widget] = []  # all of them as wide as the widest
        for title, found in self.told.groups():
            told = Column([self._line(line, numbers, how.line) for line in found], gap=how.air)
            rows += [Divider()] if rows else []
            rows.append(Pad(Column([Text(title, 13, "s", "ink2"), told], gap=8), 24, 0))
        if not rows:
            rows.append(Pad(Text("Nothing that anybody would mention.", 15, "r", "ink2"), 24, 0))
        return Card(Column(rows, gap=how.air / 2), 0, max(14, how.air / 2))

    def _line(self, line: Line, numbers: list[Widget], size: float) -> Widget:
        scenario = self.desk.scenario
        mark: Widget = IconTile(line.icon, 20, "dlv_text", tile=48, fill="dlv_soft", border="")
        if line.person != NONE:
            mark = face(scenario.people[line.person], _mood_after(line, self._mood(line.person)), 48)
        elif line.group in ("client", "account"):
            mark = IconTile(line.icon, 20, "rel_text", tile=48, fill="rel_soft", border="")
        words = Column(
            [
                Text([bold(f"{line.lead} "), line.rest] if line.lead else line.rest, size, leading=1.3),
                self._why(line),
                Text(line.aside, 15, "r", "ink2", leading=1.3) if line.aside else None,
            ],
            gap=3,
        )
        number = line_number(self.desk.play, self.week, self.seat, line) or Spacer()
        numbers.append(number)
        return Row([mark, Flex(words, least=260), Alike(number, numbers)], gap=20)

    def _mood(self, person: int) -> str:
        return mood(self.desk.view(self.seat), person).face

    def _why(self, line: Line) -> Widget | None:
        if not line.why:
            return None
        why = Text(substitute(line.why, self.desk.scenario, self.week), 15, "r", "ink2", leading=1.3)
        return Row([Icon("history", 15), Flex(why)], gap=6) if line.origin else why

    def _side(self) -> Widget:
        cards = [self._meanwhile(), *self._warnings(), self._own_moves(), self._pull()]
        return Column([card for card in cards if card is not None], gap=16)

    def _meanwhile(self) -> Widget | None:
        meanwhile = self.told.meanwhile
        if meanwhile is None:
            return None
        person = self.desk.scenario.people[meanwhile.person]
        says = Text(f"“{meanwhile.says}”", 16, leading=1.32) if meanwhile.says else None
        words = Column(
            [Text("Meanwhile", 16, "s"), Text(f"{person.name}, {person.title}", 14, "r", "ink2"), says], gap=3
        )
        portrait = face(person, self._mood(meanwhile.person), 56)
        did = Row([Icon("eye", 18, beside=15), Flex(Text(meanwhile.text, 15, "r", "ink2"))], gap=12, align="start")
        return Card(
            Column([Row([portrait, Flex(words, least=180)], gap=16, align="start"), Divider(2), did], gap=8), 16, 14
        )

    def _own_moves(self) -> Widget | None:
        """What came of the moves made, one line each, and of answers what has no line of its own."""
        rows: list[Widget] = []
        for title, told in (("Your moves", self.told.moves), ("Your answers", self.told.answers)):
            rows += [Text(title, 16, "s")] if told else []
            rows += [Text(line, 15, "r", "ink2", leading=1.3) for line in told]
        return Card(Column(rows, gap=5), 16, 14) if rows else None

    def _warnings(self) -> list[Widget]:
        found: list[Widget] = []
        for text in self.told.warnings:
            words = Column([Text("A warning", 14, "s", "bad"), Text(text, 15)], gap=2)
            found.append(Card(Row([Icon("triangle-alert", 20, "bad"), Flex(words)], gap=12, align="start"), 16, 12))
        return found

    def _pull(self) -> Widget | None:
        if self.seat is not Seat.BOTH:
            return None
        words = Column(
            [Text("Between your two chairs", 16, "s"), Text(pull(self.desk.play, self.week), 15, "r", "ink2")], gap=3
        )
        return Card(Row([Icon("git-compare-arrows", 20), Flex(words)], gap=12, align="start"), 16, 14)

    def _foot(self) -> Widget:
        label, _route = self.onward()
        go = Button(label, Start(), id="onward", kind="primary", after="arrow-right", autofocus=True)
        book = Button(
            "The full ledger",
            Open("book"),
            id="full",
            icon="scroll-text",
            hotkey=self.house.key("ledger"),
            show_key=True,
        )
        hint = Text("Every number opens.", 14, "r", "ink2")
        return footer([go, book, hint])

    # ---- what it leads to

    def onward(self) -> tuple[str, Route]:
        """The primary button: its words, and where it goes."""
        desk = self.desk
        here = desk.humans.index(self.seat)
        if len(desk.humans) > 1 and here == len(desk.humans) - 1:
            other = desk.humans[0]
            person = desk.scenario.people[desk.scenario.rules(other).person]
            return f"Hand over to {person.name}", GoHandover(desk, other, GoRecap(desk, self.week, other))
        if desk.outcome is not None:
            return "To the ending", GoEnding(desk)
        return _NEXT.format(desk.week), GoWeek(desk, self.seat)

    def on_message(self, message: object) -> Route | None:
        match message:
            case Start():
                return self.onward()[1]
            case Open(kind="book"):
                self.book = Book(self.week, lines(self.desk.play, self.week, self.seat))
                self.opened = []
            case Open():
                self.opened = [*self.opened, message]
            case Close() if self.book:
                self.book = None
            case Close():
                self.opened = self.opened[:-1]
            case Find(text):
                self.book = self.book and Book(self.book.week, self.book.lines, self.book.by, text)
            case _:
                return self._away(message)
        return None

    def _away(self, message: object) -> Route | None:
        here = GoRecap(self.desk, self.week, self.seat)
        match message:
            case Menu() | Back():
                return GoPause(self.desk, here)
            case History():
                return self._past(self.week)
            case Help(term):
                return GoHelp(here, term)
            case ("book", by) if self.book:
                self.book = Book(self.book.week, self.book.lines, str(by), self.book.search)
            case ShowTab(by) if self.book:
                self.book = Book(self.book.week, self.book.lines, by, self.book.search)
        return None

    # ---- time

    def _share(self) -> float:
        return 1.0 if self._count is None else self._count.at(self._now)

    def on_tick(self, now_ms: int) -> bool:
        before, self._now = self._share(), now_ms
        if self._count is None:
            self._count = Glide(0.0, 1.0, now_ms, _COUNT_MS, self.house.settings.reduced_motion)
            return not self._count.done(now_ms)
        return self._share() != before


def _mood_after(line: Line, now: str) -> str:
    """The face of somebody a line is about: as they look now, or as the line says."""
    if line.tone == "bad" and now in ("cheerful", "delighted", "neutral"):
        return "worried"
    return now
