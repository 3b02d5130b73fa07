"""The weeks so far: what was decided, why numbers moved, and the way back as a marked branch."""

import pygame
import pytest

from game.engine.model import Seat
from game.insight.words.details import kpi_detail
from game.records.desk import Desk
from game.window.ending import EndingScreen
from game.window.history import HistoryScreen
from game.window.house import House
from game.window.kit import Appearance, Session, Ui
from game.window.pause import PauseScreen
from game.window.routes import GoHistory
from game.window.shell import Shell
from game.window.week import WeekScreen
from tests.window import screenshots as SHOTS  # noqa: N812


@pytest.fixture(scope="module")
def house() -> House:
    return SHOTS.new_house()


@pytest.fixture(scope="module")
def desk(house: House) -> Desk:
    return SHOTS.play_on(SHOTS.desk_of(house), 4)


def opened(house: House, desk: Desk, week: int = 2, text: float = 1.0) -> Session:
    pygame.display.init()
    look = Appearance(text_scale=text)
    return Session(Shell(house, GoHistory(desk, week)), Ui(pygame.Surface((1280, 720))), look)


def ids(playing: Session) -> list[str]:
    return [widget.id for widget in playing.ui.widgets()]


def everything(playing: Session) -> str:
    found = []
    for _ in range(8):
        found += [text for text, _ in playing.ui.texts()]
        playing.ui.command("page_down")
    return " | ".join(dict.fromkeys(found))


def key(playing: Session, code: int) -> None:
    playing.handle(pygame.event.Event(pygame.KEYDOWN, key=code, mod=0))


def test_every_week_stands_in_the_list(house: House, desk: Desk) -> None:
    playing = opened(house, desk)
    assert [id for id in ids(playing) if id.startswith("week/")] == [f"week/{n}" for n in (1, 2, 3, 4)]
    assert playing.ui.focus == "week/2"


def test_a_number_of_a_past_week_says_what_moved_it_then(house: House, desk: Desk) -> None:
    playing = opened(house, desk, 2)
    playing.press("meter/delivery")
    playing.press("meter/quality")
    detail = kpi_detail(desk.play, "quality", Seat.PM, 2)
    assert "Moved in week\xa02" in everything(playing)
    assert detail.points in everything(playing)
    key(playing, pygame.K_ESCAPE)
    key(playing, pygame.K_ESCAPE)
    assert playing.ui.focus == "meter/delivery"


def test_each_decision_of_a_week_is_told_with_its_reply(house: House, desk: Desk) -> None:
    for week in (1, 2, 3, 4):
        told = everything(opened(house, desk, week))
        for answer in desk.history[week - 1].decisions.pm.answers:
            event = desk.scenario.events[desk.scenario.event_index[answer.event]]
            assert event.title in told


def test_a_number_opens_its_ledger_and_closes_again(house: House, desk: Desk) -> None:
    playing = opened(house, desk)
    number = next(id for id in ids(playing) if id.startswith("line/"))
    playing.press(number)
    assert "Together" in everything(playing)
    key(playing, pygame.K_ESCAPE)
    assert "ledger/close" not in ids(playing)
    assert playing.ui.focus == number


def test_the_full_ledger_of_a_past_week_opens(house: House, desk: Desk) -> None:
    playing = opened(house, desk, 3)
    playing.press("full")
    assert "Week 3, line by line" in everything(playing)
    assert playing.ui.audit() == []


def test_stepping_back_asks_first_and_can_be_left(house: House, desk: Desk) -> None:
    before = len(house.store.plays())
    playing = opened(house, desk)
    playing.press("step_back")
    assert playing.ui.focus == "back/no"
    key(playing, pygame.K_RETURN)
    assert isinstance(playing.screen.inner, HistoryScreen)
    assert len(house.store.plays()) == before


def test_stepping_back_makes_a_marked_branch_and_leaves_the_play_alone(house: House, desk: Desk) -> None:
    playing = opened(house, desk)
    playing.press("step_back")
    playing.press("back/yes")
    screen = playing.screen.inner
    assert isinstance(screen, WeekScreen)
    assert screen.desk.week == 2
    assert screen.desk.is_branch
    assert desk.week == 5
    branch = next(play for play in house.store.plays() if play.parent)
    assert (branch.parent, branch.parent_week, branch.recorded) == (desk.record.id, 1, 0)


def test_back_leads_to_the_menu_and_after_the_end_to_the_ending(house: House, desk: Desk) -> None:
    playing = opened(house, desk)
    key(playing, pygame.K_ESCAPE)
    assert isinstance(playing.screen.inner, PauseScreen)
    playing = opened(house, SHOTS.play_on(SHOTS.desk_of(house, "first_monday", "both")))
    key(playing, pygame.K_ESCAPE)
    assert isinstance(playing.screen.inner, EndingScreen)


def test_with_large_text_the_list_becomes_a_strip(house: House, desk: Desk) -> None:
    playing = opened(house, desk, text=2.0)
    assert playing.ui.focus == "week/2"
    playing.press("week/3")
    assert playing.screen.inner.week == 3
    assert playing.ui.audit() == []


def test_two_people_look_through_their_own_eyes(house: House) -> None:
    desk = SHOTS.play_on(SHOTS.desk_of(house, "first_monday", "two"), 1)
    playing = opened(house, desk, 1)
    am = everything(playing)
    playing.press("whose/pm")
    assert everything(playing) != am


def test_before_the_first_week_there_is_nothing_to_show(house: House) -> None:
    assert "No week has been lived yet." in everything(opened(house, SHOTS.desk_of(house)))


def test_a_late_week_is_read_from_its_top_while_the_list_stays_where_it_was(house: House) -> None:
    long = SHOTS.play_on(SHOTS.desk_of(house))
    playing = opened(house, long, 1)
    last = f"week/{len(long.history)}"
    playing.ui.set_focus(last)
    list_at = playing.ui.memory("weeks").offset
    assert list_at > 0
    playing.press(last)
    told = [text for text, _ in playing.ui.texts()]
    assert f"Play on from week {len(long.history)}" in told
    assert playing.screen.inner.told.headline in told
    assert playing.ui.memory("page").offset == 0
    assert playing.ui.memory("weeks").offset == pytest.approx(list_at, abs=20)
    assert playing.ui.focus == last
