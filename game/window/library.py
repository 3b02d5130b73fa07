"""The library: plays to go on with, the stories, a player's own stories and what is wrong with them, past results."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.insight.words.figures import small
from game.records.desk import Refused
from game.records.reopening import resume
from game.records.results import Result, results
from game.records.rows import ENDED, Play
from game.records.trouble import StoreTrouble
from game.scenario.library import Entry
from game.window import bookshelf
from game.window.chrome import gap, heading, page, top_bar, warning
from game.window.house import House
from game.window.kit import Button, Column, Quit, Row, Text, Ui, Widget
from game.window.routes import GoBriefing, GoEnding, GoHelp, GoLibrary, GoSettings, GoWeek, NewPlay, Route

_FEW = 3  # finished plays shown until asked for more


@dataclass(frozen=True)
class Open:
    """Begin a story."""

    entry: Entry


@dataclass(frozen=True)
class Continue:
    """Take up a play."""

    play: Play


@dataclass(frozen=True)
class Reread:
    """Read all files again."""


@dataclass(frozen=True)
class ShowAll:
    """Show all finished plays."""


@dataclass(frozen=True)
class ShowOpen:
    """Show all plays under way."""


@dataclass(frozen=True)
class PutAway:
    """A notice was read."""

    notice: str


class LibraryScreen:
    """The first screen. Stories are read after the first frame, so that the window is there at once."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.all_shown = self.all_open = False
        self._just_read = False
        self.notes: tuple[str, ...] = ()
        self.plays = self._plays()
        self.results = results(self.plays)

    def _plays(self) -> list[Play]:
        try:
            return self.house.store.plays()
        except StoreTrouble as trouble:
            self.notes += (str(trouble),)
            return []

    # ---- what it shows

    def view(self, ui: Ui) -> Widget:
        if self._just_read:
            ui.forget()  # the focus had gone to the only buttons there were
            self._just_read = False
        bar = top_bar(
            "Overpromise",
            "A flight simulator for client work",
            [
                Button(
                    "Help",
                    GoHelp(GoLibrary()),
                    id="help",
                    kind="quiet",
                    icon="circle-question-mark",
                    hotkey=self.house.key("help"),
                ),
                Button("Settings", GoSettings(GoLibrary()), id="settings", kind="quiet", icon="settings"),
                Button("Quit", Quit(), id="quit", kind="quiet", icon="log-out"),
            ],
        )
        notices = [warning(f"notice/{i}", text, PutAway(text)) for i, text in enumerate(self._notices())]
        if not self.house.entries:
            return page(bar, Column([*notices, Text("Reading the stories …", 17, "r", "ink2")], gap=16))
        parts = [*notices, self._start(), *self._stories(), *self._own(), *self._finished()]
        return page(bar, Column(parts, gap=16))

    def _notices(self) -> tuple[str, ...]:
        return self.house.notices + self.notes

    def _start(self) -> Widget | None:
        """The plays under way, the last one first."""
        underway = self._underway()
        if not underway:
            return None
        card = bookshelf.go_on(underway[0], self._entry(underway[0].scenario), Continue(underway[0]))
        rest = underway[1:] if self.all_open else underway[1 : 1 + _FEW]
        slips = [bookshelf.go_on_small(play, self._weeks(play), Continue(play)) for play in rest]
        more = len(underway) - 1 - len(rest)
        all_of_them = (
            Button(f"Show {small(more)} more under way", ShowOpen(), id="open", kind="quiet") if more > 0 else None
        )
        others = [bookshelf.abreast(slips, 280, 12)] if slips else []
        return Column([card, *others, all_of_them and Row([all_of_them])], gap=12)

    def _stories(self) -> list[Widget]:
        shipped = [entry for entry in self.house.entries if not entry.own]
        cards = [self._card(entry) for entry in shipped if not entry.broken]
        broken = [bookshelf.broken(entry) for entry in shipped if entry.broken]
        return [
            heading("Stories", "One client, one team, and somebody who has already said yes."),
            bookshelf.shelf(cards),
            *broken,
        ]

    def _own(self) -> list[Widget]:
        own = [entry for entry in self.house.entries if entry.own]
        folders = ", ".join(str(folder) for folder in self.house.library)
        if not folders:
            return []
        again = Button("Look into the folder again", Reread(), id="reread", icon="refresh-cw", compact=True)
        cards = [self._card(entry) for entry in own if not entry.broken]
        broken = [bookshelf.broken(entry) for entry in own if entry.broken]
        where = f"Scenario files in this folder stand here: {folders}"
        if not own:
            where = f"None yet. A scenario file put into this folder stands here: {folders}"
        shelf = [bookshelf.shelf(cards)] if cards else []
        return [gap(0), heading("Your own", "", again), Text(where, 14, "r", "ink2"), *shelf, *broken]

    def _finished(self) -> list[Widget]:
        done = [play for play in self.plays if play.status == ENDED]
        if not done:
            return []
        shown = done if self.all_shown else done[:_FEW]
        more = Button("Show all", ShowAll(), id="all", kind="quiet") if len(shown) < len(done) else None
        rows = [bookshelf.finished(play, self._entry(play.scenario), Continue(play)) for play in shown]
        return [gap(0), heading("Played to the end", "", more), bookshelf.abreast(rows, 280, 12)]

    def _card(self, entry: Entry) -> Widget:
        first = entry is self._tutorial()
        here = not self._underway() and (entry is self._last() or (first and self._last() is None))
        return bookshelf.story(entry, self._best(entry), self._open_play(entry), Open(entry), here, first)

    def _last(self) -> Entry | None:
        """The story played last, where nothing is under way: one begins there."""
        if self._underway():
            return None
        done = [play.scenario for play in self.plays if play.status == ENDED]
        shipped = [entry for entry in self.house.entries if not entry.own and not entry.broken]
        return next((entry for entry in shipped if done and entry.id == done[0]), None)

    # ---- what it knows

    def _underway(self) -> list[Play]:
        return [play for play in self.plays if play.status != ENDED]

    def _tutorial(self) -> Entry | None:
        """The guided story that the library begins with, until somebody has played it."""
        for entry in self.house.entries[:1]:
            guided = entry.scenario is not None and entry.scenario.guide
            return entry if guided and not any(play.scenario == entry.id for play in self.plays) else None
        return None

    def _open_play(self, entry: Entry) -> Play | None:
        return next((play for play in self._underway() if play.scenario == entry.id), None)

    def _best(self, entry: Entry) -> Sequence[Result]:
        return [result for result in self.results if result.play.scenario == entry.id]

    def _entry(self, id: str) -> Entry | None:
        found = [entry for entry in self.house.entries if entry.id == id]
        return found[-1] if found else None

    def _weeks(self, play: Play) -> int:
        entry = self._entry(play.scenario)
        return entry.scenario.weeks if entry is not None and entry.scenario is not None else 0

    # ---- what it does

    def on_message(self, message: object) -> Route | Quit | None:
        match message:
            case Open(entry):
                return self._open(entry)
            case Continue(play):
                return self._continue(play)
            case Reread():
                self.house.read_library()
            case ShowAll():
                self.all_shown = True
            case ShowOpen():
                self.all_open = True
            case PutAway(notice):
                self.house.notices = tuple(text for text in self.house.notices if text != notice)
                self.notes = tuple(text for text in self.notes if text != notice)
        return None

    def _open(self, entry: Entry) -> Route:
        read = self.house.read(entry)
        if read is None:
            self.house.read_library()
            raise Refused(
                f"“{entry.title}” can no longer be played. What is wrong with its file stands in the library."
            )
        return GoBriefing(NewPlay(*read))

    def _continue(self, play: Play) -> Route:
        desk = resume(self.house.store, play.id, self.house.clock)
        return GoWeek(desk) if desk.outcome is None else GoEnding(desk)

    def on_tick(self, now_ms: int) -> bool:
        if self.house.entries:
            return False
        self.house.read_library()
        self._just_read = True
        return True
