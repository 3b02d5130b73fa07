"""Looking back on a play: the player says where it turned before the game does, writes, and goes back to try again."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pygame
import pytest

from game.engine.model import Seat
from game.insight.review.whole import Effort
from game.insight.words.debrief.timeline import timeline
from game.records.desk import Desk
from game.records.opening import open_store
from game.records.proving import prove
from game.records.reflections import Reflection, TurningPoint, keep_reflection, reflection_of
from game.records.trouble import StoreTrouble
from game.window.debrief import screen as debrief_screen
from game.window.debrief.screen import REST, DebriefScreen
from game.window.debrief.steps import HAPPENED, KEPT, TAKEN, WORTH
from game.window.house import House
from game.window.kit import Appearance, Card, Session, Ui
from game.window.review import ReviewScreen
from game.window.reviews import Reviews
from game.window.routes import GoDebrief, GoEnding
from game.window.shell import Shell
from game.window.week import WeekScreen
from tests.window import screenshots as SHOTS  # noqa: N812

LITTLE = Effort(options=3, with_truth=1, moves=2, stations=2)


@pytest.fixture
def house() -> House:
    house = SHOTS.new_house()
    house.reviews = Reviews(LITTLE)
    return house


@pytest.fixture
def done(house: House) -> Desk:
    return SHOTS.play_on(SHOTS.desk_of(house, "first_monday", "am"))


def opened(house: House, desk: Desk, step: int = 0) -> Session:
    pygame.display.init()
    playing = Session(Shell(house, GoDebrief(desk, Seat.AM, step)), Ui(pygame.Surface((1280, 720))), Appearance())
    playing.tick(0)
    return playing


def ids(playing: Session) -> list[str]:
    return [widget.id for widget in playing.ui.widgets()]


def words(playing: Session) -> str:
    return " | ".join(text for text, _ in playing.ui.texts())


def write(playing: Session, id: str, text: str) -> None:
    playing.ui.set_focus(id)
    playing.handle(pygame.event.Event(pygame.TEXTINPUT, text=text))


def key(playing: Session, code: int) -> None:
    playing.handle(pygame.event.Event(pygame.KEYDOWN, key=code, mod=0, unicode=""))


def review_now(playing: Session) -> None:
    while playing.screen.spare():
        pass


def kept(desk: Desk) -> Reflection:
    return reflection_of(desk.store, desk.record, Seat.AM)


def test_it_begins_with_what_was_meant_and_says_nothing_of_worth_before_the_player_has_spoken(
    house: House, done: Desk
) -> None:
    playing = opened(house, done)
    assert "What was meant to happen" in words(playing)
    review_now(playing)
    playing.press("onward")
    assert "Where did it turn?" in words(playing)
    assert not any(grade in words(playing) for grade in ("costly", "imprecise", "best"))
    onward = next(widget for widget in playing.ui.widgets() if widget.id == "onward")
    assert not onward.enabled
    playing.press("mark/2/")
    playing.press("onward")
    assert isinstance(playing.screen.inner._review, ReviewScreen)


def test_no_step_can_be_reached_before_a_turning_point_is_named(house: House, done: Desk) -> None:
    for step in (WORTH, KEPT, TAKEN):
        assert "Where did it turn?" in words(opened(house, done, step))


def test_up_to_three_moments_are_chosen_and_can_be_taken_back(house: House, done: Desk) -> None:
    playing = opened(house, done, HAPPENED)
    marks = [id for id in ids(playing) if id.startswith("mark/")]
    for id in marks[:4]:
        playing.press(id)
    assert len(kept(done).turning) == 3
    playing.press(marks[0])
    assert [f"mark/{p.week}/{p.event}" for p in kept(done).turning] == marks[1:3]


def test_a_week_can_be_chosen_on_the_curves(house: House, done: Desk) -> None:
    playing = opened(house, done, HAPPENED)
    playing.press("chart/3")
    assert kept(done).turning == (TurningPoint(3),)


def test_what_is_written_is_stored_after_a_short_rest_and_when_one_leaves(house: House, done: Desk) -> None:
    playing = opened(house, done, HAPPENED)
    playing.press("mark/2/")
    write(playing, "why/2/", "I let the café wait.")
    assert kept(done).turning[0].why == ""
    playing.tick(REST + 10)
    assert kept(done).turning[0].why == "I let the café wait."
    write(playing, "why/2/", " Twice.")
    playing.press("help")
    assert kept(done).turning[0].why == "I let the café wait. Twice."


def test_a_disk_that_takes_nothing_is_named_and_tried_again(
    house: House, done: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_reflection(done.store, done.record, Seat.AM, Reflection((TurningPoint(1),)))
    playing = opened(house, done, TAKEN)
    full = True

    def keep(*what: object) -> None:
        if full:
            raise StoreTrouble("This was not saved, because the disk is full.")
        keep_reflection(*what)  # type: ignore[arg-type]

    monkeypatch.setattr(debrief_screen, "keep_reflection", keep)
    write(playing, "rule", "Say it early.")
    playing.tick(REST + 10)
    assert "the disk is full" in words(playing)
    full = False
    playing.tick(3 * REST)
    assert kept(done).rule == "Say it early."
    assert "the disk is full" not in words(playing)


def test_the_review_is_waited_for_with_its_progress(house: House, done: Desk) -> None:
    keep_reflection(done.store, done.record, Seat.AM, Reflection((TurningPoint(1),)))
    playing = opened(house, done, WORTH)
    assert "0 %" in words(playing)
    waiting = next(item.rect for item in playing.ui.frame.items if isinstance(item.widget, Card))
    assert waiting.cx == pytest.approx(playing.ui.screen.w / 2)
    for _ in range(30):
        playing.screen.spare()
    playing.tick(100)
    assert " 0 %" not in words(playing)
    review_now(playing)
    playing.tick(200)
    assert any(id.startswith("decision/") for id in ids(playing))
    playing.press("onward")
    assert playing.screen.inner.step == KEPT


def test_the_players_words_stand_beside_what_the_review_found(house: House, done: Desk) -> None:
    event = done.history[0].decisions.am.answers[0].event
    wrote = Reflection((TurningPoint(1, event, "Here I said yes."),))
    keep_reflection(done.store, done.record, Seat.AM, wrote)
    playing = opened(house, done, KEPT)
    review_now(playing)
    playing.tick(100)
    playing.answer(None)
    assert "You wrote: Here I said yes." in words(playing)
    assert " on average" in words(playing)


def test_one_plays_on_from_a_turning_point_in_a_branch_and_the_play_stays(house: House, done: Desk) -> None:
    keep_reflection(done.store, done.record, Seat.AM, Reflection((TurningPoint(2),)))
    playing = opened(house, done, TAKEN)
    playing.press("play_on/2")
    assert isinstance(playing.screen.inner, WeekScreen)
    branch = playing.screen.inner.desk
    assert (branch.week, branch.record.parent, branch.is_branch) == (2, done.record.id, True)
    assert done.outcome is not None


def test_a_week_to_play_on_from_says_apart_what_it_was_and_why_it_is_offered(house: House, done: Desk) -> None:
    """A headline with “, your turning point” at its end is no sentence."""
    keep_reflection(done.store, done.record, Seat.AM, Reflection((TurningPoint(2),)))
    shown = [text for text, _place in opened(house, done, TAKEN).ui.texts()]
    headline = timeline(done.play, Seat.AM)[1].headline.removesuffix(".")
    assert headline in shown
    assert "Your turning point" in shown


def test_keys_alone_lead_through_it(house: House, done: Desk) -> None:
    review_now(opened(house, done))
    playing = opened(house, done)
    key(playing, pygame.K_RETURN)  # on to what happened
    key(playing, pygame.K_RETURN)  # the first week is a turning point
    assert kept(done).turning == (TurningPoint(1),)
    while playing.ui.focus != "onward":
        key(playing, pygame.K_TAB)
    key(playing, pygame.K_RETURN)
    assert playing.screen.inner.step == WORTH
    while playing.ui.focus != "onward":
        key(playing, pygame.K_TAB)
    key(playing, pygame.K_RETURN)
    playing.handle(pygame.event.Event(pygame.TEXTINPUT, text="Ask first."))
    while playing.ui.focus != "onward":
        key(playing, pygame.K_TAB)
    key(playing, pygame.K_RETURN)
    playing.handle(pygame.event.Event(pygame.TEXTINPUT, text="No date without a look."))
    key(playing, pygame.K_ESCAPE)
    assert (kept(done).keep, kept(done).rule) == ("Ask first.", "No date without a look.")
    assert playing.screen.inner.step == KEPT


def test_the_ending_leads_to_it_and_it_leads_back(house: House, done: Desk) -> None:
    playing = Session(Shell(house, GoEnding(done)), Ui(pygame.Surface((1280, 720))), Appearance())
    playing.press("look_back")
    assert isinstance(playing.screen.inner, DebriefScreen)
    playing.press("back")
    assert type(playing.screen.inner).__name__ == "EndingScreen"


@pytest.fixture
def at_home(tmp_path: Path) -> tuple[House, Desk]:
    """A finished play in a folder of its own, with something written about it."""
    house = SHOTS.new_house()
    house.store, house.reviews = open_store(tmp_path / "plays.db", datetime(2026, 3, 2, 9, 0)).store, Reviews(LITTLE)
    desk = SHOTS.play_on(SHOTS.desk_of(house, "first_monday", "am"))
    wrote = Reflection((TurningPoint(1),), keep="Asking “which date?” <first>.")
    keep_reflection(desk.store, desk.record, Seat.AM, wrote)
    return house, desk


def test_the_page_and_the_play_are_saved_beside_the_plays_and_told_where(
    at_home: tuple[House, Desk], tmp_path: Path
) -> None:
    house, desk = at_home
    playing = opened(house, desk, TAKEN)
    assert not next(widget for widget in playing.ui.widgets() if widget.id == "save/page").enabled
    review_now(playing)
    playing.answer(None)
    playing.press("save/page")
    playing.press("save/play")
    page, play = sorted((tmp_path / "saved").iterdir())
    assert play.name in words(playing)
    assert not prove(play.read_bytes()).faults
    assert "which date" not in page.read_text("utf-8") + play.read_text("utf-8")


def test_the_saved_page_is_opened_where_pages_are_read(
    at_home: tuple[House, Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    house, desk = at_home
    playing = opened(house, desk, TAKEN)
    review_now(playing)
    playing.answer(None)
    shown: list[str] = []
    monkeypatch.setattr(debrief_screen.webbrowser, "open", shown.append)
    assert "save/show" not in ids(playing)
    playing.press("save/page")
    playing.press("save/show")
    assert len(shown) == 1
    assert shown[0].startswith("file://")
    assert shown[0].endswith("-am.html")


def test_what_was_written_goes_along_only_when_that_is_wanted(at_home: tuple[House, Desk], tmp_path: Path) -> None:
    house, desk = at_home
    playing = opened(house, desk, TAKEN)
    review_now(playing)
    playing.answer(None)
    playing.press("own_words")
    playing.press("save/page")
    playing.press("save/play")
    page, play = sorted((tmp_path / "saved").iterdir())
    assert "Asking “which date?” &lt;first&gt;." in page.read_text("utf-8")
    proof = prove(play.read_bytes())
    assert proof.file is not None
    assert any("which date?" in told for _week, told in proof.file.reflections)


def test_a_play_that_is_only_in_memory_has_no_folder_to_be_saved_in(house: House, done: Desk) -> None:
    keep_reflection(done.store, done.record, Seat.AM, Reflection((TurningPoint(1),)))
    playing = opened(house, done, TAKEN)
    playing.press("save/play")
    assert "no folder to save it in" in words(playing)
