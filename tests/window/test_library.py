"""The library: where one begins, what one goes on with, and what is wrong with one's own files."""

from pathlib import Path

import pygame
import pytest

from game.records.desk import Desk
from game.scenario.library import find
from game.window.bookshelf import shelf
from game.window.briefing import BriefingScreen
from game.window.ending import EndingScreen
from game.window.handover import HandoverScreen
from game.window.help import HelpScreen
from game.window.house import House
from game.window.kit import Appearance, CardButton, Pad, Session, Text, Ui
from game.window.library import LibraryScreen
from game.window.routes import GoBriefing, GoLibrary, NewPlay, Route
from game.window.shell import Shell
from game.window.week import WeekScreen
from tests.window import screenshots as SHOTS  # noqa: N812


def opened(house: House, route: Route | None = None) -> Session:
    pygame.display.init()
    playing = Session(Shell(house, route or GoLibrary()), Ui(pygame.Surface((1280, 720))), Appearance())
    playing.tick(0)
    return playing


def ids(playing: Session) -> list[str]:
    return [widget.id for widget in playing.ui.widgets()]


def words(playing: Session) -> str:
    return " | ".join(text for text, _ in playing.ui.texts())


def key(playing: Session, code: int) -> None:
    playing.handle(pygame.event.Event(pygame.KEYDOWN, key=code, mod=0))


def inner(playing: Session) -> object:
    return playing.screen.inner


def labels(playing: Session) -> str:
    return " | ".join(widget.label for widget in playing.ui.widgets())


def test_the_window_shows_before_the_stories_are_read(tmp_path: Path) -> None:
    playing = Session(Shell(SHOTS.new_house(tmp_path), GoLibrary()), Ui(pygame.Surface((1280, 720))), Appearance())
    assert "Reading the stories" in words(playing)
    assert playing.ui.focus == "help"
    assert playing.tick(0)
    assert "story/scope_creep" in ids(playing)
    assert playing.ui.focus == "story/first_monday"


def test_asking_what_something_is_opens_the_help() -> None:
    playing = opened(SHOTS.new_house())
    key(playing, pygame.K_F1)
    assert isinstance(inner(playing), HelpScreen)
    assert inner(playing).back == GoLibrary()


def test_the_first_week_is_three_key_presses_away() -> None:
    playing = opened(SHOTS.new_house())
    assert playing.ui.focus == "story/first_monday"
    key(playing, pygame.K_RETURN)
    assert isinstance(inner(playing), BriefingScreen)
    key(playing, pygame.K_RETURN)
    assert isinstance(inner(playing), WeekScreen)


def test_the_tutorial_says_start_here_until_it_was_played_and_no_story_ever_changes_its_place() -> None:
    house = SHOTS.new_house()
    assert "Start here" in words(opened(house))
    assert words(opened(house)).count("Your first Monday") == 1
    before = stories(house)
    assert before[0] == "story/first_monday"
    for story in ("first_monday", "upsell_opportunity", "scope_creep"):
        SHOTS.play_on(SHOTS.desk_of(house, story, "am"))
        assert stories(house) == before
    SHOTS.play_on(SHOTS.desk_of(house, "dependencies", "am"), 1)
    assert stories(house) == before
    assert "Start here" not in words(opened(house))


def stories(house: House) -> list[str]:
    return [id for id in ids(opened(house)) if id.startswith("story/")]


def test_a_play_goes_on_where_it_was(tmp_path: Path) -> None:
    house = SHOTS.new_house()
    SHOTS.play_on(SHOTS.desk_of(house), 2)
    playing = opened(house)
    assert "Week 3 of 10" in words(playing)
    key(playing, pygame.K_RETURN)
    screen = inner(playing)
    assert isinstance(screen, WeekScreen)
    assert screen.desk.week == 3


def test_two_people_begin_and_go_on_with_nothing_shown_to_the_wrong_one() -> None:
    house = SHOTS.new_house()
    loaded = find("scope_creep")
    playing = opened(house, GoBriefing(NewPlay(loaded.scenario, loaded.text)))
    playing.press("seat/two")
    playing.press("start")
    assert isinstance(inner(playing), HandoverScreen)
    playing = opened(house)
    playing.press("continue")
    assert isinstance(inner(playing), HandoverScreen)


def test_the_best_result_of_each_seat_stands_on_its_card() -> None:
    house = SHOTS.new_house()
    SHOTS.play_on(SHOTS.desk_of(house, mode="am"))
    score = house.store.plays()[0].scores
    playing = opened(house)
    card = next(widget for widget in playing.ui.widgets() if widget.id == "story/scope_creep")
    assert "best as account manager" in card.label, (card.label, score)


def test_a_finished_play_shows_its_ending_again() -> None:
    house = SHOTS.new_house()
    SHOTS.play_on(SHOTS.desk_of(house))
    playing = opened(house)
    playing.press(next(id for id in ids(playing) if id.startswith("done/")))
    assert isinstance(inner(playing), EndingScreen)


def test_a_broken_file_of_ones_own_says_what_to_do_about_it(tmp_path: Path) -> None:
    (tmp_path / "lift.yaml").write_text(SHOTS.BROKEN, encoding="utf-8")
    playing = opened(SHOTS.new_house(tmp_path))
    told = next(widget.label for widget in playing.ui.widgets() if widget.id == "broken/own/lift")
    assert "sumary" in told
    assert "lift.yaml:3:" in told
    assert str(tmp_path) in words_everywhere(playing)


def words_everywhere(playing: Session) -> str:
    """Also what has to be scrolled to."""
    found = []
    for _ in range(8):
        found.append(words(playing))
        playing.ui.command("page_down")
    return " | ".join(found)


def test_a_file_mended_meanwhile_is_found_when_asked(tmp_path: Path) -> None:
    house = SHOTS.new_house(tmp_path)
    playing = opened(house)
    assert "None yet" in words_everywhere(playing)
    text = find("first_monday").text.replace("title: Your first Monday", "title: My second Tuesday")
    (tmp_path / "tuesday.yaml").write_text(text, encoding="utf-8")
    playing.press("reread")
    assert "story/own/tuesday" in ids(playing)
    playing.press("story/own/tuesday")
    assert isinstance(inner(playing), BriefingScreen)


def test_a_file_that_breaks_while_the_library_is_open_is_not_begun(tmp_path: Path) -> None:
    (tmp_path / "tuesday.yaml").write_text(find("first_monday").text, encoding="utf-8")
    playing = opened(SHOTS.new_house(tmp_path))
    (tmp_path / "tuesday.yaml").write_text(SHOTS.BROKEN, encoding="utf-8")
    playing.press("story/own/tuesday")
    assert isinstance(inner(playing), LibraryScreen)
    assert "can no longer be played" in words(playing)


def test_notices_stand_until_they_are_read() -> None:
    house = SHOTS.new_house()
    house.notices = ("The disk is full.",)
    playing = opened(house)
    assert "The disk is full." in words(playing)
    playing.press("notice/0")
    assert "The disk is full." not in words(playing)


# ---- the briefing


def briefing(house: House | None = None) -> Session:
    loaded = find("scope_creep")
    return opened(house or SHOTS.new_house(), GoBriefing(NewPlay(loaded.scenario, loaded.text)))


@pytest.mark.parametrize(("mode", "said"), [("am", "Mara Lind"), ("pm", "Joss"), ("both", "You stand in for")])
def test_the_briefing_says_who_one_would_be(mode: str, said: str) -> None:
    playing = briefing()
    playing.press(f"seat/{mode}")
    assert said in words(playing)
    assert "Helena asks of you" in words(playing)


def test_seat_difficulty_and_seed_go_into_the_play() -> None:
    house = SHOTS.new_house()
    playing = briefing(house)
    playing.press("seat/both")
    playing.press("level/stormy")
    playing.ui.set_focus("seed")
    for event in (pygame.event.Event(pygame.TEXTINPUT, text=sign) for sign in "4x2"):
        playing.handle(event)
    playing.press("start")
    record = house.store.plays()[0]
    assert (record.mode, record.difficulty, record.seed) == ("both", "stormy", 42)


def test_the_briefing_offers_the_seat_not_played_yet() -> None:
    house = SHOTS.new_house()
    SHOTS.play_on(SHOTS.desk_of(house, mode="am"))
    playing = briefing(house)
    assert inner(playing).mode == "pm"


def test_a_seed_named_on_the_way_in_stands_in_its_field() -> None:
    loaded = find("scope_creep")
    playing = opened(SHOTS.new_house(), GoBriefing(NewPlay(loaded.scenario, loaded.text, "am", "guided", 12)))
    screen = inner(playing)
    assert (screen.mode, screen.difficulty, screen.seed) == ("am", "guided", "12")


def test_a_briefing_left_begins_nothing() -> None:
    house = SHOTS.new_house()
    playing = briefing(house)
    key(playing, pygame.K_ESCAPE)
    assert isinstance(inner(playing), LibraryScreen)
    assert house.store.plays() == []


def test_the_briefing_can_be_read_again_during_the_play() -> None:
    desk = SHOTS.desk_of(SHOTS.new_house())
    assert isinstance(desk, Desk)
    playing = opened(SHOTS.new_house(), GoBriefing(desk))
    assert not any(id.startswith("seat/") for id in ids(playing))
    key(playing, pygame.K_ESCAPE)
    assert isinstance(inner(playing), WeekScreen)


def test_a_story_begun_is_not_called_unplayed_and_a_finished_play_shows_its_score() -> None:
    house = SHOTS.new_house()
    done = SHOTS.play_on(SHOTS.desk_of(house, "first_monday", "am"))
    SHOTS.play_on(SHOTS.desk_of(house, "scope_creep", "pm"), 2)
    playing = opened(house)
    assert "Not finished yet" in words(playing)
    finished = next(widget for widget in playing.ui.widgets() if widget.id.startswith("done/"))
    assert done.outcome is not None
    assert f"score {done.outcome.standing.score(done.humans[0]):.0f}" in finished.label


@pytest.mark.parametrize("story", ["first_monday", "upsell_opportunity"])
def test_after_an_ending_the_focus_is_on_the_story_just_played(story) -> None:
    house = SHOTS.new_house()
    SHOTS.play_on(SHOTS.desk_of(house, "scope_creep", "pm"))
    SHOTS.play_on(SHOTS.desk_of(house, story, "am"))
    assert opened(house).ui.focus == f"story/{story}"


@pytest.mark.parametrize(("many", "text", "rows"), [(3, 1.0, 1), (4, 1.0, 1), (4, 1.5, 2), (5, 1.0, 2), (6, 1.0, 2)])
def test_stories_stand_in_even_rows(many: int, text: float, rows: int) -> None:
    cards = [CardButton(Text("A story"), id=f"story/{number}", label="A story") for number in range(many)]
    ui = Ui(pygame.Surface((1280, 720)), 1.0, text)
    ui.show(Pad(shelf(cards), 16))
    assert len({item.rect.y for item in ui.frame.items if item.id}) == rows


def test_help_before_the_first_week_leads_back_to_what_was_chosen() -> None:
    loaded = find("scope_creep")
    playing = opened(SHOTS.new_house(), GoBriefing(NewPlay(loaded.scenario, loaded.text, "am", "guided", 12)))
    playing.press("seat/both")
    playing.press("help")
    key(playing, pygame.K_ESCAPE)
    screen = inner(playing)
    assert (screen.mode, screen.difficulty, screen.seed) == ("both", "guided", "12")
