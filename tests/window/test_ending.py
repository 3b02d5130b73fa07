"""The ending: two scorecards that add up, reasons that lead back, truths laid open, and the story as a chart."""

from itertools import pairwise
from math import hypot
from pathlib import Path

import pygame
import pytest

from game.engine.model import KPIS, Seat
from game.insight.words.debrief.carried import carried_kpi
from game.insight.words.details import kpi_detail
from game.insight.words.ending import ending
from game.insight.words.goals import goals
from game.insight.words.story import story
from game.records.desk import Desk, begin
from game.records.reflections import Reflection, TurningPoint, keep_reflection
from game.scenario.load import load_text
from game.window.briefing import BriefingScreen
from game.window.chart import dashes, spread
from game.window.ending import EndingScreen
from game.window.history import HistoryScreen
from game.window.house import House
from game.window.kit import Appearance, Session, Ui
from game.window.library import LibraryScreen
from game.window.pause import PauseScreen
from game.window.routes import GoBeside, GoEnding
from game.window.shell import Shell
from tests.window import screenshots as SHOTS  # noqa: N812

SMALL = Path(__file__).parents[1] / "records" / "small_play.yaml"
EARLY = """
  walked: {title: They walked, when: week >= 1, early: yes, severity: 9, tone: bad, warnings: [One., Two.], text: Gone.}
truths:
  late: {chance: 100%, tells: The board looks early., known_by: [dana]}
  calm: {chance: 0%, tells: Nobody looks at all., known_by: [dana]}
"""


@pytest.fixture(scope="module")
def house() -> House:
    return SHOTS.new_house()


@pytest.fixture(scope="module")
def done(house: House) -> Desk:
    return SHOTS.play_on(SHOTS.desk_of(house))


def opened(house: House, desk: Desk) -> Session:
    pygame.display.init()
    playing = Session(Shell(house, GoEnding(desk)), Ui(pygame.Surface((1280, 720))), Appearance())
    playing.tick(0)
    return playing


def explained(house: House, desk: Desk) -> Session:
    """The ending, with the game's own reading of it."""
    playing = opened(house, desk)
    if "why/tell" in ids(playing):
        playing.press("why/tell")
    return playing


def ids(playing: Session) -> list[str]:
    return [widget.id for widget in playing.ui.widgets()]


def everything(playing: Session) -> str:
    """All words, also those below."""
    found = []
    for _ in range(12):
        found += [text for text, _ in playing.ui.texts()]
        playing.ui.command("page_down")
    return " | ".join(dict.fromkeys(found))


def early_desk(house: House) -> Desk:
    text = SMALL.read_text(encoding="utf-8") + EARLY
    loaded = load_text(text, "early")
    assert loaded.scenario is not None, [str(problem) for problem in loaded.problems]
    desk = begin(house.store, loaded.scenario, text, "pm", 3, "normal", house.clock)
    return SHOTS.play_on(desk)


def test_both_scorecards_show_their_five_numbers(house: House, done: Desk) -> None:
    playing = opened(house, done)
    for name in (*KPIS[Seat.AM], *KPIS[Seat.PM]):
        row = next(widget for widget in playing.ui.widgets() if widget.id == f"kpi/{name}")
        assert "wanted" in row.label
        assert "points" in row.label
        assert row.help


def test_the_score_and_its_formula_agree_with_the_rules(house: House, done: Desk) -> None:
    told = everything(opened(house, done))
    assert done.outcome is not None
    score = done.outcome.standing.score(Seat.PM)
    assert f"{score:.1f}" in told.split(" | ")  # at the head, with the digits of the sum
    assert f"= {score:.1f}." in told


def test_the_goals_of_the_manager_are_told_as_met_or_missed(house: House, done: Desk) -> None:
    told = everything(opened(house, done))
    assert "asked of you" in told
    for goal in goals(done.play, Seat.PM):
        assert goal.text in told
        assert goal.word.startswith(("Met", "Missed"))


def test_a_number_opens_with_what_it_was_at_the_start_beside_it(house: House, done: Desk) -> None:
    playing = opened(house, done)
    assert "at the start" in everything(playing)
    playing.press("kpi/quality")
    assert "of 100 points, because 90 is wanted" in everything(playing)
    playing.press("kpi/close")
    assert playing.ui.focus == "kpi/quality"


def test_an_opened_number_tells_what_moved_it_over_the_whole_play(house: House, done: Desk) -> None:
    """The row says how far it went since the start; what is opened explains that, also of the other card."""
    for name in ("quality", "satisfaction"):
        told_of = carried_kpi(done.play, Seat.PM, name, most=5)
        assert told_of is not None
        playing = opened(house, done)
        playing.press(f"kpi/{name}")
        told = everything(playing)
        assert f"In points of score: {told_of.line}" in told
        for row in told_of.rows:
            assert row.text in told
            assert row.text_amount in told


def test_the_weeks_lead_back_to_the_ending(house: House, done: Desk) -> None:
    playing = opened(house, done)
    playing.press("weeks")
    playing.press("week/2")
    playing.press("back")
    assert isinstance(playing.screen.inner, EndingScreen)


def test_escape_opens_the_menu_as_in_a_week_and_leads_back_from_it(house: House, done: Desk) -> None:
    """Who only meant to close something has not left the ending."""
    playing = opened(house, done)
    playing.press("kpi/quality")
    for screen in (EndingScreen, PauseScreen, EndingScreen):
        playing.handle(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_ESCAPE, mod=0, unicode=""))
        assert isinstance(playing.screen.inner, screen)
    assert next(widget for widget in playing.ui.widgets() if widget.id == "menu").hotkey == "escape"
    playing.press("menu")
    assert "Back to the ending" in everything(playing)


def test_the_game_says_where_it_turned_once_the_player_has_or_when_asked(house: House) -> None:
    desk = SHOTS.play_on(SHOTS.desk_of(house, "first_monday", "am"))
    playing = opened(house, desk)
    assert not [id for id in ids(playing) if id.startswith(("cause/", "mark/"))]
    playing.press("why/tell")
    assert [id for id in ids(playing) if id.startswith(("cause/", "mark/"))]
    house.seen.clear()
    keep_reflection(desk.store, desk.record, Seat.AM, Reflection((TurningPoint(1),)))
    assert "why/tell" not in ids(opened(house, desk))


def test_every_cause_leads_to_its_week(house: House, done: Desk) -> None:
    playing = explained(house, done)
    causes = [id for id in ids(playing) if id.startswith("cause/")]
    assert 1 <= len(causes) <= 3
    playing.press(causes[0])
    assert isinstance(playing.screen.inner, HistoryScreen)


def test_every_week_of_the_chart_can_be_reached_and_says_its_numbers(house: House, done: Desk) -> None:
    playing = opened(house, done)
    points = [widget for widget in playing.ui.widgets() if widget.id.startswith("chart/")]
    assert len(points) == len(done.history)
    assert all("Relationship" in point.help and "Delivery" in point.help for point in points)
    playing.press("chart/4")
    assert playing.screen.inner.week == 4


def test_people_and_truths_are_told_at_the_end(house: House, done: Desk) -> None:
    told = everything(opened(house, done))
    assert "What became of them" in told
    assert "What was true all along" in told
    for truth in done.scenario.truths:
        assert truth.tells[:20] in told


def test_an_early_ending_offers_the_week_where_it_tipped(house: House) -> None:
    desk = early_desk(house)
    assert desk.outcome is not None
    assert desk.outcome.early
    playing = explained(house, desk)
    told = everything(playing)
    assert "before its time" in told
    assert "True, and" in told
    assert "Not so in this play. In another one it may be." in told
    if "tipped" in ids(playing):
        playing.press("tipped")
        assert isinstance(playing.screen.inner, HistoryScreen)
    assert playing.ui.audit() == []


def test_one_can_play_again_take_the_other_seat_or_leave(house: House, done: Desk) -> None:
    for button, mode in (("again", "pm"), ("other", "am")):
        playing = opened(house, done)
        playing.press(button)
        screen = playing.screen.inner
        assert isinstance(screen, BriefingScreen)
        assert screen.mode == mode
    playing = opened(house, done)
    playing.press("library")
    assert isinstance(playing.screen.inner, LibraryScreen)


def test_two_people_each_read_their_own_score(house: House) -> None:
    playing = opened(house, SHOTS.play_on(SHOTS.desk_of(house, "first_monday", "two")))
    am = everything(playing)
    playing.press("whose/pm")
    assert everything(playing) != am


def test_the_ending_sounds_once(house: House, done: Desk) -> None:
    playing = opened(house, done)
    assert house.sounds.caption in ("", "The play ends")
    house.sounds.caption = ""
    playing.tick(100)
    playing.tick(200)
    assert house.sounds.caption == ""


def test_a_dashed_line_is_as_long_as_its_dashes_and_spaces() -> None:
    corner = ((0.0, 0.0), (30.0, 0.0), (30.0, 40.0))
    drawn = sum(hypot(b[0] - a[0], b[1] - a[1]) for piece in dashes(corner) for a, b in pairwise(piece))
    assert drawn == pytest.approx(70 * 9 / 14, abs=9)
    assert any(len(piece) == 3 for piece in dashes(((0.0, 0.0), (4.0, 0.0), (4.0, 40.0))))


def test_names_at_the_line_ends_do_not_overlap() -> None:
    assert spread([50.0, 52.0], 20) == [41.0, 61.0]
    assert spread([52.0, 50.0], 20) == [61.0, 41.0]
    assert spread([10.0, 90.0], 20) == [10.0, 90.0]


def test_the_rows_of_both_scorecards_are_of_one_height(house: House, done: Desk) -> None:
    early = SHOTS.early_end(house)
    for desk in (done, early):
        told = ending(desk.play, desk.humans[0])
        assert told is not None
        noted = [f"kpi/{row.name}" for card in told.cards for row in card.rows if row.note]
        rows = [each for each in opened(house, desk).ui.widgets() if each.id.startswith("kpi/")]
        assert len({round(row.rect.h) for row in rows if row.id not in noted}) == 1  # a note takes a line of its own


def test_the_largest_fall_of_a_play_is_marked_with_its_reason(house: House) -> None:
    desk = SHOTS.early_end(house)
    told = story(desk.play, Seat.BOTH)
    falls = {week: told.delivery[week] - told.delivery[week - 1] for week in range(1, len(told.delivery))}
    worst = min(falls, key=lambda week: falls[week])
    assert falls[worst] <= -8
    mark = next(mark for mark in told.marks if mark.week == worst and "mostly by" in mark.text)
    assert mark.delivery == pytest.approx(falls[worst], abs=1.01)
    assert mark.text in everything(explained(house, desk))
    assert len(told.marks) <= 6


def test_no_index_of_pace_is_worked_out_of_what_is_delivered(done: Desk) -> None:
    def parts(week: int) -> str:
        found = (kpi_detail(done.play, name, Seat.PM, week).parts for name in ("budget", "on_time"))
        return " ".join(what for each in found for what, _value in each)

    assert "TCPI" in parts(3)
    over = parts(len(done.play.weeks))
    assert not any(word in over for word in ("TCPI", "CPI", "SPI", "(EV)"))
    assert "Spent" in over


def test_a_branch_is_compared_with_the_play_it_parted_from(house: House, done: Desk) -> None:
    branch = SHOTS.play_on(done.step_back(9), style="careless")
    playing = opened(house, branch)
    playing.press("beside")
    to = playing.screen.route
    assert isinstance(to, GoBeside)
    assert (to.one.record.id, to.other.record.id) == (done.record.id, branch.record.id)
    playing.press("back")
    assert isinstance(playing.screen.inner, EndingScreen)
    assert "beside" not in ids(opened(house, done))
