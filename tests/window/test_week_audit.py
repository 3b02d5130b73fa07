"""Every shipped story on the week and recap screens: nothing clipped, crowded or faint, whatever is open."""

from pathlib import Path
from runpy import run_path
from types import SimpleNamespace

import pygame
import pytest

from game.window.kit import DARK, HIGH_CONTRAST, LIGHT, Appearance, Session, Ui
from game.window.panels.messages import Close
from game.window.recap import RecapScreen
from game.window.week import WeekScreen

SHOTS = SimpleNamespace(**run_path(str(Path(__file__).with_name("screenshots.py"))))
STORIES = sorted(path.stem for path in (Path(__file__).parents[2] / "scenarios").glob("*.yaml"))
LOOKS = (((1280, 720), Appearance(LIGHT), 4.5), ((1280, 720), Appearance(DARK, 1.0, 2.0), 4.5))
FAINT = ((1920, 1080), Appearance(HIGH_CONTRAST), 7.0)


def shown(screen, size, look) -> Session:
    pygame.display.init()
    session = Session(screen, Ui(pygame.Surface(size)), look)
    for now in (0, 1_000, 2_000):
        session.tick(now)
    return session


def findings(session: Session, contrast: float, what: str) -> list[str]:
    return [f"{what}: {finding}" for finding in session.ui.audit(contrast)]


@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("mode", ["am", "pm", "both"])
def test_weeks_one_four_and_nine(story: str, mode: str):
    desk = SHOTS.desk_of(SHOTS.new_house(), story, mode)
    found = []
    for week in (1, 4, 9):
        SHOTS.play_on(desk, week - desk.week)
        if desk.outcome is not None:
            break
        for size, look, contrast in (*LOOKS, FAINT):
            house = SHOTS.new_house()
            screen = WeekScreen(house, desk)
            screen.week.guide_end()
            session = shown(screen, size, look)
            if look is LOOKS[0][1] and session.ui.memory("page").extent > 12:
                found.append(f"week {week}: scrolls in the smallest window")
            found += findings(session, contrast, f"week {week}")
    assert found == []


@pytest.mark.parametrize("mode", ["am", "pm", "both"])
def test_everything_that_opens(mode: str):
    desk = SHOTS.play_on(SHOTS.desk_of(SHOTS.new_house(), "scope_creep", mode), 4)
    found = []
    for size, look, contrast in LOOKS:
        session = shown(WeekScreen(SHOTS.new_house(), desk), size, look)
        for id in [widget.id for widget in session.ui.widgets()]:
            if id.startswith(("kpi/", "person/", "move/")) or id in (
                "standing",
                "goals",
                "promises",
                "colleague",
                "plan",
            ):
                session.press(id)
                found += findings(session, contrast, id)
                session.answer(session.screen.on_message(Close()))
    assert found == []


@pytest.mark.parametrize("mode", ["am", "pm", "both"])
def test_after_the_answers_and_in_the_recap(mode: str):
    desk = SHOTS.play_on(SHOTS.desk_of(SHOTS.new_house(), "demanding_client", mode), 3)
    SHOTS.answer_all(desk)
    found = []
    for size, look, contrast in LOOKS:
        found += findings(shown(WeekScreen(SHOTS.new_house(), desk), size, look), contrast, "answered")
    week = desk.start_week().week
    for size, look, contrast in LOOKS:
        session = shown(RecapScreen(SHOTS.new_house(), desk, week), size, look)
        found += findings(session, contrast, "recap")
        for id in [*[widget.id for widget in session.ui.widgets() if widget.id.startswith("line/")][:2], "full"]:
            session.press(id)
            found += findings(session, contrast, id)
            session.answer(session.screen.on_message(Close()))
    assert found == []


def test_every_line_of_guidance():
    desk = SHOTS.desk_of(SHOTS.new_house(), "first_monday", "am")
    session = shown(WeekScreen(SHOTS.new_house(), desk), *LOOKS[0][:2])
    found = []
    while session.screen.week.step() is not None:
        found += findings(session, 4.5, session.screen.week.step().id)
        session.press("guide/next")
    assert found == []
