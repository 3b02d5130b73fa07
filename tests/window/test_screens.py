"""Every screen at the sizes and in the colours people use: nothing clipped, crowded, faint or unreachable."""

from pathlib import Path
from runpy import run_path
from types import SimpleNamespace

import pygame
import pytest

from game.window.kit import DARK, HIGH_CONTRAST, LIGHT, Appearance

SHOTS = SimpleNamespace(**run_path(str(Path(__file__).with_name("screenshots.py"))))
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


def test_the_focus_is_always_in_view(screens: list) -> None:
    for name, house, route, presses in screens:
        ui = SHOTS.session(house, route, (1280, 720), Appearance(LIGHT, 1.0, 1.5), presses).ui
        for _ in range(len(ui.widgets())):
            item = ui.frame.find(ui.focus)
            tall = min(item.rect.h, 200)
            assert item.visible.h >= tall - 1, (name, ui.focus)
            ui.command("next")


def test_every_widget_says_what_it_is(plain: list) -> None:
    for name, playing in plain:
        for widget in playing.ui.widgets():
            assert widget.label.strip(), (name, widget.id)
            assert widget.role, (name, widget.id)
