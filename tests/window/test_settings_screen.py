"""The settings: every change shows at once and is stored at once; no key does two things."""

from pathlib import Path

import pygame
import pytest

from game.records.places import Places
from game.records.settings import load_settings
from game.window.house import House, open_house
from game.window.kit import DARK, HIGH_CONTRAST, LIGHT, Appearance, Bar, Session, Ui
from game.window.library import LibraryScreen
from game.window.routes import GoLibrary, GoSettings
from game.window.shell import Shell


def opened(house: House, tab: str = "look") -> Session:
    pygame.display.init()
    playing = Session(Shell(house, GoSettings(GoLibrary())), Ui(pygame.Surface((1280, 720))), house.appearance())
    playing.press(f"tab/{tab}")
    return playing


def key(playing: Session, code: int) -> None:
    playing.handle(pygame.event.Event(pygame.KEYDOWN, key=code, mod=0))


def words(playing: Session) -> str:
    return " | ".join(text for text, _ in playing.ui.texts())


def value(playing: Session, id: str) -> str:
    return next(widget.value for widget in playing.ui.widgets() if widget.id == id)


@pytest.fixture
def house(tmp_path: Path) -> House:
    return open_house(Places(tmp_path, tmp_path))


def stored(house: House):
    settings, notes = load_settings(house.settings_file)
    assert notes == []
    return settings


def test_colours_change_at_once_and_stay(house: House) -> None:
    playing = opened(house)
    playing.press("theme")
    playing.press("theme/dark")
    assert playing.appearance.theme is DARK
    assert stored(house).theme == "dark"
    playing.press("theme")
    playing.press("theme/high contrast")
    assert playing.appearance.theme is HIGH_CONTRAST


def test_text_and_everything_grow_step_by_step(house: House) -> None:
    playing = opened(house)
    playing.press("text_scale/125")
    assert playing.appearance.text_scale == 1.25
    assert stored(house).text_scale == 1.25
    assert playing.ui.focus == "text_scale/125"
    playing.press("text_scale/200")
    playing.press("ui_scale/150")
    assert (stored(house).text_scale, stored(house).ui_scale) == (2.0, 1.5)
    assert playing.ui.audit() == []


@pytest.mark.parametrize("text", [1.0, 2.0])
def test_the_two_bars_of_the_preview_begin_at_one_place(house: House, text: float) -> None:
    tall = Ui(pygame.Surface((1280, 1440)))
    playing = Session(Shell(house, GoSettings(GoLibrary())), tall, Appearance(LIGHT, 1.0, text))
    playing.tick(0)
    bars = [item.rect.x for item in playing.ui.frame.items if isinstance(item.widget, Bar)]
    assert len(bars) == 2
    assert bars[0] == pytest.approx(bars[1])


def test_motion_sound_and_captions_are_kept(house: House) -> None:
    playing = opened(house)
    playing.press("reduced_motion")
    playing.press("tab/sound")
    playing.press("captions")
    playing.ui.set_focus("sound")
    key(playing, pygame.K_HOME)
    kept = stored(house)
    assert (kept.reduced_motion, kept.captions, kept.sound) == (True, True, 0.0)
    assert house.sounds.volume == 0.0
    assert playing.appearance.reduced_motion


def test_a_key_is_taken_by_pressing_it(house: House) -> None:
    playing = opened(house, "keys")
    playing.press("key/ledger")
    key(playing, pygame.K_y)
    assert house.key("ledger") == "y"
    assert value(playing, "key/ledger") == "Y"
    assert stored(house).keys == {"ledger": "y"}


def test_escape_keeps_the_old_key(house: House) -> None:
    playing = opened(house, "keys")
    playing.press("key/ledger")
    key(playing, pygame.K_ESCAPE)
    assert house.key("ledger") == "l"
    assert not isinstance(playing.screen.inner, LibraryScreen)


def test_a_key_that_does_something_already_is_refused(house: House) -> None:
    playing = opened(house, "keys")
    playing.press("key/ledger")
    key(playing, pygame.K_h)
    assert house.key("ledger") == "l"
    assert "H already does something else: The weeks so far." in words(playing)
    playing.press("key/ledger")
    key(playing, pygame.K_TAB)
    assert house.key("ledger") == "l"


def test_letters_do_not_move_the_focus(house: House) -> None:
    playing = opened(house, "keys")
    playing.press("key/down")
    key(playing, pygame.K_j)
    assert "writes something" in words(playing)
    assert house.settings.keys == {}


def test_a_new_key_for_a_command_works_at_once(house: House) -> None:
    playing = opened(house, "keys")
    playing.press("key/next")
    key(playing, pygame.K_F6)
    before = playing.ui.focus
    key(playing, pygame.K_F6)
    assert playing.ui.focus != before
    key(playing, pygame.K_TAB)
    assert playing.ui.focus != before
    playing.press("usual")
    assert house.settings.keys == {}


def test_keys_can_be_told_apart_after_swapping_them(house: House) -> None:
    playing = opened(house, "keys")
    for action, code in (("choice_a", pygame.K_1), ("choice_b", pygame.K_a), ("choice_a", pygame.K_b)):
        playing.press(f"key/{action}")
        key(playing, code)
    assert (house.key("choice_a"), house.key("choice_b")) == ("b", "a")


def test_the_difficulty_of_new_plays_is_kept(house: House) -> None:
    playing = opened(house, "play")
    playing.press("difficulty")
    playing.press("difficulty/guided")
    assert stored(house).difficulty == "guided"
    assert str(house.store.path) in words(playing)


def test_settings_that_cannot_be_kept_still_work_and_say_so(house: House, tmp_path: Path) -> None:
    house.settings_file = tmp_path / "a file" / "config.toml"
    (tmp_path / "a file").write_text("in the way")
    playing = opened(house)
    playing.press("reduced_motion")
    assert house.settings.reduced_motion
    assert "The settings were not saved" in words(playing)


def test_settings_out_of_the_windows_reach_are_brought_into_it(house: House) -> None:
    house.change(ui_scale=3.0, text_scale=0.75)
    look = house.appearance()
    assert (look.ui_scale, look.text_scale) == (2.0, 1.0)
    assert opened(house).ui.audit() == []
