"""Every shipped story on the week and recap screens: nothing clipped, crowded or faint, whatever is open."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pygame
import pytest

from game.window.kit import DARK, HIGH_CONTRAST, LIGHT, Appearance, Session, Ui
from game.window.panels.messages import Close
from game.window.recap import RecapScreen
from game.window.routes import GoBriefing, NewPlay
from game.window.week import WeekScreen
from tests.window import screenshots as SHOTS  # noqa: N812

STORIES = sorted(path.stem for path in (Path(__file__).parents[2] / "scenarios").glob("*.yaml"))
MODES = ["am", "pm", "both"]
Look = tuple[tuple[int, int], Appearance, float]  # size of the window, looks, least contrast
LOOKS = (((1280, 720), Appearance(LIGHT), 4.5), ((1280, 720), Appearance(DARK, 1.0, 2.0), 4.5))
ALL = (*LOOKS, ((1920, 1080), Appearance(HIGH_CONTRAST), 7.0))


def shown(screen, size, look) -> Session:
    pygame.display.init()
    session = Session(screen, Ui(pygame.Surface(size)), look)
    for now in (0, 1_000, 2_000):
        session.tick(now)
    return session


def findings(session: Session, contrast: float, what: str) -> list[str]:
    return [f"{what}: {finding}" for finding in session.ui.audit(contrast)]


def week_shown(desk, look: Look) -> Session:
    screen = WeekScreen(SHOTS.new_house(), desk)
    screen.week.guide_end()
    return shown(screen, *look[:2])


def through_the_weeks(story: str, mode: str, looks: Callable[[int], Sequence[Look]]) -> list[str]:
    """What is wrong in weeks one, four and nine, each in the looks `looks` gives for its place."""
    desk = SHOTS.desk_of(SHOTS.new_house(), story, mode)
    found = []
    for place, week in enumerate((1, 4, 9)):
        SHOTS.play_on(desk, week - desk.week)
        if desk.outcome is not None:
            break
        if week_shown(desk, LOOKS[0]).ui.memory("page").extent > 12:
            found.append(f"week {week}: scrolls in the smallest window")
        for look in looks(place):
            found += findings(week_shown(desk, look), look[2], f"week {week}")
    return found


@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("mode", MODES)
def test_weeks_one_four_and_nine(story: str, mode: str):
    """Each week in one look; which one goes round, so that all meet all."""
    turn = STORIES.index(story) + MODES.index(mode)
    assert through_the_weeks(story, mode, lambda place: [ALL[(turn + place) % len(ALL)]]) == []


@pytest.mark.bulk
@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("mode", MODES)
def test_weeks_one_four_and_nine_in_every_look(story: str, mode: str):
    assert through_the_weeks(story, mode, lambda _place: ALL) == []


def everything_that_opens(mode: str, look: Look) -> list[str]:
    desk = SHOTS.play_on(SHOTS.desk_of(SHOTS.new_house(), "scope_creep", mode), 4)
    session = shown(WeekScreen(SHOTS.new_house(), desk), *look[:2])
    found = []
    for id in [widget.id for widget in session.ui.widgets()]:
        if id.startswith(("kpi/", "person/", "move/")) or id in ("standing", "goals", "promises", "colleague", "plan"):
            session.press(id)
            found += findings(session, look[2], id)
            session.answer(session.screen.on_message(Close()))
    return found


def answered_and_lived(mode: str, look: Look) -> list[str]:
    desk = SHOTS.play_on(SHOTS.desk_of(SHOTS.new_house(), "demanding_client", mode), 3)
    SHOTS.answer_all(desk)
    found = findings(shown(WeekScreen(SHOTS.new_house(), desk), *look[:2]), look[2], "answered")
    session = shown(RecapScreen(SHOTS.new_house(), desk, desk.start_week().week), *look[:2])
    found += findings(session, look[2], "recap")
    for id in [*[widget.id for widget in session.ui.widgets() if widget.id.startswith("line/")][:2], "full"]:
        session.press(id)
        found += findings(session, look[2], id)
        session.answer(session.screen.on_message(Close()))
    return found


@pytest.mark.parametrize(("mode", "look"), [("am", 1), ("pm", 0), ("both", 0)])
def test_everything_that_opens(mode: str, look: int):
    assert everything_that_opens(mode, LOOKS[look]) == []


@pytest.mark.parametrize(("mode", "look"), [("am", 0), ("pm", 1), ("both", 0)])
def test_after_the_answers_and_in_the_recap(mode: str, look: int):
    assert answered_and_lived(mode, LOOKS[look]) == []


@pytest.mark.bulk
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("look", LOOKS, ids=["light", "dark at 200 %"])
def test_every_seat_in_both_looks(mode: str, look: Look):
    assert everything_that_opens(mode, look) == []
    assert answered_and_lived(mode, look) == []


def test_every_line_of_guidance():
    desk = SHOTS.desk_of(SHOTS.new_house(), "first_monday", "am")
    session = shown(WeekScreen(SHOTS.new_house(), desk), *LOOKS[0][:2])
    found = []
    while session.screen.week.step() is not None:
        found += findings(session, 4.5, session.screen.week.step().id)
        session.press("guide/next")
    assert found == []


@pytest.mark.parametrize("story", STORIES)
def test_a_briefing_is_read_without_scrolling_in_the_smallest_window(story: str):
    loaded = SHOTS.read(story)
    for mode in MODES:
        route = GoBriefing(NewPlay(loaded.scenario, loaded.text, mode))
        ui = SHOTS.session(SHOTS.new_house(), route, *LOOKS[0][:2]).ui
        assert ui.focus
        assert ui.memory("page").extent < 12, mode
