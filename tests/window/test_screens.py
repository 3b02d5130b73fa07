"""Every screen at the sizes and in the colours people use: nothing clipped, crowded, faint or unreachable."""

import pygame
import pytest

from game.window.kit import DARK, HIGH_CONTRAST, LIGHT, Appearance
from tests.window import screenshots as SHOTS  # noqa: N812

LOOKS = {
    "light": ((1280, 720), Appearance(LIGHT), 4.5),
    "dark at 200 %": ((1280, 720), Appearance(DARK, 1.0, 2.0), 4.5),
    "high contrast at 150 %": ((1920, 1080), Appearance(HIGH_CONTRAST, 1.0, 1.5), 7.0),
    "everything twice as large": ((1280, 720), Appearance(LIGHT, 2.0, 1.0), 4.5),
}


@pytest.fixture(scope="module")
def screens(tmp_path_factory: pytest.TempPathFactory) -> list:
    pygame.display.init()
    return list(SHOTS.screens(tmp_path_factory.mktemp("own")))


@pytest.fixture(scope="module")
def plain(screens: list) -> list:
    """Each screen laid out once, as most people see it."""
    return [
        (name, SHOTS.session(house, route, (1280, 720), Appearance(), presses))
        for name, house, route, presses in screens
    ]


def audited(screen: tuple, look: str) -> list[str]:
    name, house, route, presses = screen
    size, appearance, contrast = LOOKS[look]
    playing = SHOTS.session(house, route, size, appearance, presses)
    return [f"{name}, {look}: {finding}" for finding in playing.ui.audit(contrast)]


def test_the_audit_finds_nothing(plain: list) -> None:
    assert [f"{name}: {finding}" for name, playing in plain for finding in playing.ui.audit()] == []


def test_nor_does_it_in_other_looks(screens: list) -> None:
    """Each screen in one of them; in all of them, it takes a minute."""
    others = list(LOOKS)[1:]
    found = [audited(screen, others[place % len(others)]) for place, screen in enumerate(screens)]
    assert [finding for each in found for finding in each] == []


@pytest.mark.bulk
@pytest.mark.parametrize("look", LOOKS)
def test_the_audit_finds_nothing_in_any_look(screens: list, look: str) -> None:
    assert [finding for screen in screens for finding in audited(screen, look)] == []


def test_tab_reaches_every_widget_and_comes_round(plain: list) -> None:
    for name, playing in plain:
        ui = playing.ui
        all_of_them = {widget.id for widget in ui.widgets()}
        met, start = set(), ui.focus
        for _ in range(len(all_of_them)):
            met.add(ui.focus)
            ui.command("next")
        assert met == all_of_them, name
        assert ui.focus == start, name


def one_of_each(screens: list) -> list:
    """The first of each kind: library, week, recap, ..."""
    return list({screen[0].partition("_")[0]: screen for screen in reversed(screens)}.values())


def out_of_view(screen: tuple) -> list[str]:
    """Where the focus is not to be seen on a tour with Tab through enlarged text."""
    name, house, route, presses = screen
    ui = SHOTS.session(house, route, (1280, 720), Appearance(LIGHT, 1.0, 1.5), presses).ui
    found = []
    for _ in range(len(ui.widgets())):
        item = ui.frame.find(ui.focus)
        if item.visible.h < min(item.rect.h, 200) - 1:
            found.append(f"{name}: {ui.focus}")
        ui.command("next")
    return found


def test_the_focus_is_always_in_view(screens: list) -> None:
    assert [found for screen in one_of_each(screens) for found in out_of_view(screen)] == []


@pytest.mark.bulk
def test_the_focus_is_in_view_on_all_of_them(screens: list) -> None:
    assert [found for screen in screens for found in out_of_view(screen)] == []


def test_every_widget_says_what_it_is(plain: list) -> None:
    for name, playing in plain:
        for widget in playing.ui.widgets():
            assert widget.label.strip(), (name, widget.id)
            assert widget.role, (name, widget.id)
