"""The shell: the one screen the kit knows. It holds the screen one is on, and goes where that screen says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Protocol

from game.engine.model import Seat
from game.records.desk import Desk, Refused
from game.records.trouble import StoreTrouble
from game.window.beside import BesideScreen
from game.window.briefing import BriefingScreen
from game.window.debrief.screen import DebriefScreen
from game.window.ending import EndingScreen
from game.window.handover import HandoverScreen
from game.window.help import HelpScreen
from game.window.history import HistoryScreen
from game.window.house import Heard, House
from game.window.kit import Button, Column, Modal, Quit, Restyle, Row, Stack, Text, Ui, Widget
from game.window.kit.widget import Overlay
from game.window.library import LibraryScreen
from game.window.pause import PauseScreen
from game.window.recap import RecapScreen
from game.window.review import ReviewScreen
from game.window.routes import (
    GoBeside,
    GoBriefing,
    GoDebrief,
    GoEnding,
    GoHandover,
    GoHelp,
    GoHistory,
    GoLibrary,
    GoPause,
    GoRecap,
    GoReview,
    GoSettings,
    GoWeek,
    Route,
)
from game.window.settings import SettingsScreen
from game.window.toast import Toast
from game.window.week import WeekScreen

CAPTION_STAYS: Final = 2_500  # milliseconds

Answer = Route | Quit | Restyle | None


class Inner(Protocol):
    """A screen inside the shell: like the kit's, but it answers with a route."""

    def view(self, ui: Ui) -> Widget:
        """The tree for the model as it stands."""

    def on_message(self, message: object) -> Answer:
        """Changes the model, and says where to go."""

    def on_tick(self, now_ms: int) -> bool:
        """Time passes. Whether the view changed."""


@dataclass(frozen=True)
class Trouble:
    """Something was refused or could not be stored; `message` is what the player had pressed."""

    says: str
    message: object
    desk: Desk | None  # set where one can go on without storing


@dataclass(frozen=True)
class Again:
    """Try once more what went wrong."""


@dataclass(frozen=True)
class Unsaved:
    """Go on without storing."""


@dataclass(frozen=True)
class Understood:
    """Close the dialog."""


class Shell:
    """Shows one inner screen after another."""

    def __init__(self, house: House, route: Route) -> None:
        self.house = house
        self.trouble: Trouble | None = None
        self.notes: tuple[str, ...] = ()
        self.inner: Inner = build(house, route)
        self.route = route
        self._fresh = True
        self._caption, self._until = "", 0

    # ---- what it shows

    def view(self, ui: Ui) -> Widget:
        if self._fresh:
            ui.forget()
            self._fresh = False
        base = self.inner.view(ui)
        above: list[Overlay | None] = [Toast(self._caption, id="caption") if self._caption else None]
        if self.trouble:
            above.append(_trouble(self.trouble))
        elif self.notes:
            above.append(_notes(self.notes))
        return Stack(base, above) if any(above) else base

    # ---- what it does

    def on_message(self, message: object) -> Quit | Restyle | None:
        match message:
            case Understood():
                self.trouble, self.notes = None, ()
            case Again():
                return self._again()
            case Unsaved():
                if self.trouble and self.trouble.desk:
                    self.trouble.desk.go_on_unsaved()
                return self._again()
            case _:
                return self._carry_out(message)
        return None

    def _again(self) -> Quit | Restyle | None:
        trouble, self.trouble = self.trouble, None
        return self._carry_out(trouble.message) if trouble else None

    def _carry_out(self, message: object) -> Quit | Restyle | None:
        """What a message leads to; what the rules or the disk refuse is said in a dialog, and nothing is lost."""
        try:
            answer = message if isinstance(message, Route | Quit) else self.inner.on_message(message)
            if isinstance(answer, Route):
                self.go(answer)
                return None
        except Refused as refused:
            self.trouble = Trouble(str(refused), message, None)
            return None
        except StoreTrouble as trouble:
            self.trouble = Trouble(str(trouble), message, self._desk())
            return None
        self._collect_notes()
        return answer

    def go(self, route: Route) -> None:
        """To another screen."""
        self.inner = build(self.house, route)
        self.route = route
        self._fresh = True
        self._collect_notes()

    def _desk(self) -> Desk | None:
        desk = getattr(self.inner, "desk", None)
        return desk if isinstance(desk, Desk) and desk.store.keeps else None

    def _collect_notes(self) -> None:
        desk = getattr(self.inner, "desk", None)
        if isinstance(desk, Desk):
            self.notes += desk.take_notes()

    # ---- time

    def spare(self) -> bool:
        """A little work while nobody does anything: the review of the play on the screen. Whether there is more."""
        desk = getattr(self.inner, "desk", None)
        return isinstance(desk, Desk) and self.house.reviews.work(desk)

    def on_tick(self, now_ms: int) -> bool:
        changed = self.inner.on_tick(now_ms)
        return self._tick_caption(now_ms) or changed

    def _tick_caption(self, now_ms: int) -> bool:
        sounds = self.house.sounds
        heard = sounds.caption if isinstance(sounds, Heard) else ""
        if heard:
            sounds.caption = ""  # type: ignore[attr-defined]
            if self.house.settings.captions:
                self._caption, self._until = heard, now_ms + CAPTION_STAYS
                return True
        if self._caption and now_ms >= self._until:
            self._caption = ""
            return True
        return False


def build(house: House, route: Route) -> Inner:
    """The screen a route leads to."""
    match route:
        case GoLibrary():
            return LibraryScreen(house)
        case GoBriefing(of, back):
            return BriefingScreen(house, of, back if isinstance(back, Route) else None)
        case GoWeek(desk, seat):
            return _week(house, desk, seat)
        case GoRecap(desk, week, seat):
            return RecapScreen(house, desk, week, seat)
        case GoEnding(desk):
            return EndingScreen(house, desk)
        case GoDebrief(desk, seat, step):
            return DebriefScreen(house, desk, seat, step)
        case GoHistory(desk, week, back):
            return HistoryScreen(house, desk, week, back if isinstance(back, Route) else None)
        case GoReview():
            return ReviewScreen(house, route)
        case GoBeside():
            return BesideScreen(house, route)
        case GoSettings(back):
            return SettingsScreen(house, back)
        case GoHelp(back, term):
            return HelpScreen(house, back, term)
        case GoHandover(desk, seat, then):
            return HandoverScreen(house, desk, seat, then if isinstance(then, Route) else None)
        case GoPause(desk, back):
            return PauseScreen(house, desk, back if isinstance(back, Route) else None)


def _week(house: House, desk: Desk, seat: Seat | None) -> Inner:
    """The week; with two people at the screen, nothing shows before the right one is there."""
    if desk.outcome is not None:
        return EndingScreen(house, desk)
    if seat is None and len(desk.humans) > 1:
        return HandoverScreen(house, desk, desk.humans[0])
    return WeekScreen(house, desk, seat)


def _trouble(trouble: Trouble) -> Modal:
    buttons: list[Widget] = [Button("Try again", Again(), id="trouble/again", kind="primary", autofocus=True)]
    if trouble.desk is not None:
        buttons.append(Button("Go on without saving", Unsaved(), id="trouble/unsaved"))
    buttons.append(Button("Leave it", Understood(), id="trouble/leave"))
    words: list[Widget] = [Text("This did not work", 22, "b"), Text(trouble.says, 16)]
    if trouble.desk is not None:
        hint = "Without saving, the play is kept only while this window is open."
        words.append(Text(hint, 14, "r", "ink2"))
    return Modal(Column([*words, Row(buttons, gap=12)], gap=16), Understood(), id="trouble", width=520)


def _notes(notes: tuple[str, ...]) -> Modal:
    close = Button("I have read this", Understood(), id="notes/close", kind="primary", autofocus=True)
    words = [Text(note, 16) for note in dict.fromkeys(notes)]
    body = Column([Text("A word about this play", 22, "b"), *words, Row([close])], gap=16)
    return Modal(body, Understood(), id="notes", width=520)
