"""The shell: goes where screens say, says what was refused or not stored, and loses nothing."""

from pathlib import Path

import pygame
import pytest

from game.engine.model import Seat
from game.records.desk import Refused
from game.records.opening import open_store
from game.records.trouble import StoreTrouble
from game.window.help import HelpScreen
from game.window.house import House
from game.window.kit import Appearance, Session, Text, Ui, Widget
from game.window.library import LibraryScreen
from game.window.pause import PauseScreen
from game.window.routes import (
    GoEnding,
    GoHandover,
    GoHelp,
    GoHistory,
    GoLibrary,
    GoPause,
    GoRecap,
    GoSettings,
    GoWeek,
    Route,
)
from game.window.shell import Shell
from game.window.system import is_dark
from game.window.week import WeekScreen
from tests.window import screenshots as SHOTS  # noqa: N812


def opened(house: House, route: Route) -> Session:
    pygame.display.init()
    playing = Session(Shell(house, route), Ui(pygame.Surface((1280, 720))), Appearance())
    playing.tick(0)
    return playing


def words(playing: Session) -> str:
    return " | ".join(text for text, _ in playing.ui.texts())


def ids(playing: Session) -> list[str]:
    return [widget.id for widget in playing.ui.widgets()]


def key(playing: Session, code: int) -> None:
    playing.handle(pygame.event.Event(pygame.KEYDOWN, key=code, mod=0))


class Stubborn:
    """A screen whose one button raises what it is given until it has nothing left."""

    def __init__(self, *raises: Exception, desk: object = None) -> None:
        self.raises, self.done, self.desk = list(raises), False, desk

    def view(self, ui: Ui) -> Widget:
        return Text("Done" if self.done else "Waiting")

    def on_message(self, message: object) -> Route | None:
        if self.raises:
            raise self.raises.pop(0)
        self.done = True
        return None

    def on_tick(self, now_ms: int) -> bool:
        return False


def stubborn(*raises: Exception, desk: object = None) -> Session:
    playing = opened(SHOTS.new_house(), GoLibrary())
    playing.screen.inner = Stubborn(*raises, desk=desk)
    playing.answer(playing.screen.on_message("go"))
    return playing


@pytest.fixture(scope="module")
def house() -> House:
    return SHOTS.new_house()


@pytest.fixture(scope="module")
def underway(house: House):
    return SHOTS.play_on(SHOTS.desk_of(house), 2)


def test_every_route_leads_to_its_screen(house: House, underway) -> None:
    done = SHOTS.play_on(SHOTS.desk_of(house, "first_monday", "am"))
    routes = {
        GoLibrary(): "LibraryScreen",
        GoWeek(underway): "WeekScreen",
        GoRecap(underway, 2): "RecapScreen",
        GoHistory(underway, 1): "HistoryScreen",
        GoEnding(done): "EndingScreen",
        GoPause(underway): "PauseScreen",
        GoSettings(GoLibrary()): "SettingsScreen",
        GoHelp(GoLibrary()): "HelpScreen",
        GoHandover(underway, Seat.PM): "HandoverScreen",
        GoWeek(done): "EndingScreen",
    }
    for route, name in routes.items():
        assert type(Shell(house, route).inner).__name__ == name


def test_a_new_screen_begins_with_its_own_focus(house: House, underway) -> None:
    playing = opened(house, GoPause(underway))
    playing.press("settings")
    assert playing.ui.focus == "done"
    key(playing, pygame.K_ESCAPE)
    assert isinstance(playing.screen.inner, PauseScreen)
    assert playing.ui.focus == "continue"


def test_the_menu_leads_back_to_the_recap_it_was_opened_from(house: House, underway) -> None:
    playing = opened(house, GoRecap(underway, 2))
    told = playing.screen.inner.told.headline
    for way in ("continue", "briefing"):
        key(playing, pygame.K_ESCAPE)
        assert "Week 2, as it turned out" in words(playing)
        assert told not in words(playing)
        playing.press(way)
        if way == "briefing":
            playing.press("start")
        assert told in words(playing)


def test_what_is_refused_is_said_and_nothing_changes() -> None:
    playing = stubborn(Refused("There is room for one move this week."))
    assert "There is room for one move this week." in words(playing)
    key(playing, pygame.K_ESCAPE)
    assert "Waiting" in words(playing)
    assert "trouble/again" not in ids(playing)


def test_what_was_not_stored_can_be_tried_again() -> None:
    full = StoreTrouble("This was not saved, because the disk is full (plays.db).")
    playing = stubborn(full, full)
    assert "the disk is full" in words(playing)
    playing.press("trouble/again")
    assert "the disk is full" in words(playing)
    playing.press("trouble/again")
    assert "Done" in words(playing)


def test_a_play_can_go_on_without_a_disk(tmp_path: Path) -> None:
    house = SHOTS.new_house()
    house.store = open_store(tmp_path / "plays.db", house.clock()).store
    desk = SHOTS.play_on(SHOTS.desk_of(house), 1)
    playing = stubborn(StoreTrouble("This was not saved, because the disk is full (plays.db)."), desk=desk)
    playing.press("trouble/unsaved")
    assert not desk.store.keeps
    assert "Done" in words(playing) or "only while the window is open" in words(playing)
    house.store.close()


def test_notes_of_a_play_are_shown_once(house: House, underway) -> None:
    underway.note("A draft no longer fits this week.")
    playing = opened(house, GoLibrary())
    playing.screen.go(GoWeek(underway))
    playing.answer(None)
    assert "A draft no longer fits this week." in words(playing)
    playing.press("notes/close")
    assert isinstance(playing.screen.inner, WeekScreen)
    assert "A draft no longer fits this week." not in words(playing)


def test_captions_show_for_a_moment_and_only_when_wanted() -> None:
    house = SHOTS.new_house()
    playing = opened(house, GoLibrary())
    house.sounds.play("week")
    playing.tick(100)
    assert "A week goes by" not in words(playing)
    house.change(captions=True)
    house.sounds.play("week")
    playing.tick(200)
    assert "A week goes by" in words(playing)
    assert playing.ui.audit() == []
    playing.tick(200 + 3_000)
    assert "A week goes by" not in words(playing)


def test_the_menu_says_that_everything_is_stored(tmp_path: Path, house: House, underway) -> None:
    playing = opened(house, GoPause(underway))
    assert "only while the window is open" in words(playing)
    key(playing, pygame.K_ESCAPE)
    assert isinstance(playing.screen.inner, WeekScreen)
    playing.screen.go(GoPause(underway))
    playing.answer(None)
    playing.press("library")
    assert isinstance(playing.screen.inner, LibraryScreen)


def test_quit_closes() -> None:
    playing = opened(SHOTS.new_house(), GoLibrary())
    playing.press("quit")
    assert not playing.running


def test_a_system_nobody_can_ask_is_not_dark() -> None:
    assert not is_dark("plan9")


def test_words_of_the_glossary_open_at_their_place(house: House) -> None:
    playing = opened(house, GoHelp(GoLibrary(), "churn"))
    told = words(playing)
    assert "Clients, or revenue, lost in a year" in told
    assert "Baseline" not in told
    playing.ui.set_focus("search")
    for sign in "zzz":
        playing.handle(pygame.event.Event(pygame.TEXTINPUT, text=sign))
    assert "There is no entry" in words(playing)


def test_the_tabs_of_the_help_stay_while_its_words_scroll(house: House) -> None:
    playing = opened(house, GoHelp(GoLibrary()))
    before = {widget.id: widget.rect for widget in playing.ui.widgets()}
    playing.press("tab/words")
    after = {widget.id: widget.rect for widget in playing.ui.widgets()}
    assert before["tab/week"] == after["tab/week"]
    for _ in range(20):
        playing.ui.command("page_down")
    assert "Utilisation" in words(playing)
    assert {"tab/week", "tab/words", "search"} <= {widget.id for widget in playing.ui.widgets() if widget.rect.y > 0}


def test_the_help_says_how_the_two_cards_count_from_one_seat_and_from_both(house: House) -> None:
    told = words(opened(house, GoHelp(GoLibrary())))
    assert "70 % of it is your own card" in told
    assert "With both jobs it is half and half." in told


def test_help_has_its_key_in_the_menu_too(house: House, underway) -> None:
    playing = opened(house, GoPause(underway))
    key(playing, pygame.K_F2)
    assert isinstance(playing.screen.inner, HelpScreen)
