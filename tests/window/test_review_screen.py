"""The review: a headline that adds up, every decision on the chart and open to look at, and the ways on from there."""

import re
from itertools import combinations

import pygame
import pytest

from game.engine.legality import decided
from game.engine.model import Event, Seat
from game.engine.play import Play
from game.insight.review.choices import Decision, Option, Value, path_taken
from game.insight.review.split import GRAIN
from game.insight.review.whole import Effort
from game.insight.ways import open_ways, path_of
from game.insight.words.debrief.came_from import split_rows
from game.insight.words.debrief.judged import MOVES, MOVES_AGAINST, NUMBERS, NUMBERS_AS_LIVED
from game.insight.words.debrief.reviewed import decision_title, head_words, option_words
from game.records.desk import Desk, begin
from game.scenario.load import load_text
from game.window.ending import EndingScreen
from game.window.house import House
from game.window.kit import Appearance, Session, Ui
from game.window.review import ReviewScreen
from game.window.review.chart import DecisionChart
from game.window.review.places import Mark, Step
from game.window.routes import GoBeside, GoHistory, GoLibrary, GoReview, Route
from game.window.shell import Shell
from game.window.week import WeekScreen
from tests.window import screenshots as SHOTS  # noqa: N812

EFFORT = Effort(options=12, with_truth=4, moves=2, stations=8)


@pytest.fixture(scope="module")
def house() -> House:
    return SHOTS.new_house()


@pytest.fixture(scope="module")
def careless(house: House) -> GoReview:
    """A short play with both seats, in which a week asks up to three times."""
    desk = SHOTS.play_on(SHOTS.desk_of(house, "first_monday", "both"), style="careless")
    return GoReview(desk, Seat.BOTH, SHOTS.reviewed(desk, EFFORT), turned=(2,))


def opened(house: House, to: Route) -> Session:
    pygame.display.init()
    playing = Session(Shell(house, to), Ui(pygame.Surface((1280, 720))), Appearance())
    playing.tick(0)
    return playing


def screen(playing: Session) -> ReviewScreen:
    assert isinstance(playing.screen, Shell)
    assert isinstance(playing.screen.inner, ReviewScreen)
    return playing.screen.inner


def labels(playing: Session) -> dict[str, str]:
    return {widget.id: widget.label for widget in playing.ui.widgets()}


def said(ui: Ui) -> list[str]:
    return [text for text, _place in ui.texts()]


def key(playing: Session, name: int) -> None:
    playing.handle(pygame.event.Event(pygame.KEYDOWN, key=name, mod=0))
    playing.tick(0)


def test_the_headline_the_strip_of_luck_and_the_points_tell_one_story(house: House, careless: GoReview) -> None:
    """The same numbers in the headline, the strip and the table of points, down to the score the play ended with."""
    split, outcome = careless.review.split, careless.desk.play.outcome
    assert outcome is not None
    title = head_words(careless.desk.play, careless.review).title
    assert title.endswith(f"Luck made it {outcome.score:.1f}." if split.luck else "Luck left it there.")
    strip = [split.start, *[week.luck for week in split.weeks]]
    assert title.startswith(f"Decisions worth {(split.result - sum(strip)) / GRAIN:.1f}.")
    shown = said(opened(house, careless).ui)
    table = split_rows(careless.review)
    assert [float(row.luck.replace("−", "-")) for row in table[1:]] == [part / GRAIN for part in strip]
    assert [row.luck for row in table[1:] if row.luck not in shown] == []
    assert table[-1].then == f"{outcome.score:.1f}"


def test_it_opens_at_the_decision_that_cost_most(house: House, careless: GoReview) -> None:
    playing = opened(house, careless)
    decisions = careless.review.decisions
    dearest = max(decisions, key=lambda each: each.chosen.known.lost)
    assert decisions[screen(playing).opened] is dearest
    assert decision_title(careless.desk.scenario, dearest) in said(playing.ui)
    assert playing.ui.focus == f"decision/{decisions.index(dearest)}"


def test_every_decision_is_a_mark_of_its_own(house: House, careless: GoReview) -> None:
    playing = opened(house, careless)
    marks = [playing.ui.frame.find(f"decision/{i}") for i in range(len(careless.review.decisions))]
    assert all(mark is not None for mark in marks)
    for one, other in combinations(marks, 2):
        assert not one.rect.grow(-1).meets(other.rect.grow(-1))
    for mark, judged in zip(marks, careless.review.decisions, strict=True):
        assert f"Week {judged.week}" in mark.widget.label
        assert judged.grade in mark.widget.label
        assert ("turning point" in mark.widget.label) == (judged.week == 2)


def test_the_bars_of_a_decision_stand_as_far_apart_as_its_verdict_says(house: House, careless: GoReview) -> None:
    """Beside “1.2 below the best” no bars say 77 and 75."""
    playing = opened(house, careless)
    judged = careless.review.decisions[screen(playing).opened]
    bars = [float(text) for text in said(playing.ui) if re.fullmatch(r"\d+\.\d", text)]
    best, mine = judged.best.known.score, judged.chosen.known.score
    assert judged.chosen.known.gap > 0.0
    assert {round(best, 1), round(mine, 1)} <= set(bars)
    assert round(round(best, 1) - round(mine, 1), 1) == judged.chosen.known.gap


def test_left_and_right_turn_to_the_neighbours(house: House, careless: GoReview) -> None:
    playing = opened(house, GoReview(careless.desk, careless.seat, careless.review, opened=1))
    key(playing, pygame.K_RIGHT)
    assert screen(playing).opened == 2
    assert playing.ui.focus == "decision/2"
    for _ in range(3):
        key(playing, pygame.K_LEFT)
    assert screen(playing).opened == 0
    assert playing.ui.focus == "decision/0"


def judged(play: Play, week: int, event: Event) -> Decision:
    """A decision as if all its options had been worth the same."""
    value = Value(60.0, 0.0, 0.0, "best")
    mine = decided(play.weeks[week - 1].decisions, play.seat)
    paths = [path_of(way) for way in open_ways(event, play.states[week - 1].values, 9)]
    return Decision(week, event.id, path_taken(mine, event.id), tuple(Option(path, value, value) for path in paths))


def test_what_was_locked_says_why(house: House) -> None:
    """Beside the options that could be taken stands the one that could not, with its reason in place of a value."""
    story = SHOTS.read("first_monday")
    text = story.text.replace("      ask_first:\n", "      ask_first:\n        needs: agnes.trust >= 99\n", 1)
    loaded = load_text(text, "first_monday")
    assert loaded.scenario is not None
    desk = SHOTS.play_on(begin(house.store, loaded.scenario, text, "am", 7, "normal", house.clock))
    event = next(event for event in desk.scenario.events if "ask_first" in [c.id for c in event.question.choices])
    told = option_words(desk.play, Seat.AM, judged(desk.play, 1, event))
    assert {each.path for each in told} == {choice.id for choice in event.question.choices}
    locked = [each for each in told if each.locked]
    assert [each.path for each in locked] == ["ask_first"]
    assert "Agnes" in locked[0].locked
    assert not locked[0].grade


def test_going_back_makes_a_branch(house: House, careless: GoReview) -> None:
    playing = opened(house, careless)
    week = careless.review.decisions[screen(playing).opened].week
    playing.press("play_on")
    inner = playing.screen.inner
    assert isinstance(inner, WeekScreen)
    assert inner.desk.is_branch
    assert inner.desk.week == week
    assert careless.desk.outcome is not None


def test_another_option_shows_its_odds(house: House, careless: GoReview, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ReviewScreen, "futures", 6)
    playing = opened(house, careless)
    other = next(id for id, label in labels(playing).items() if id.startswith("option/") and "your choice" not in label)
    playing.press(other)
    assert any("of 12 times" in text for text in said(playing.ui))
    for now in range(40):
        playing.tick(now)
    assert any("Out of 6 futures" in text for text in said(playing.ui))
    playing.press("what_if/close")
    assert "what_if/close" not in labels(playing)


def test_the_other_parts_add_up_too(house: House, careless: GoReview) -> None:
    playing = opened(house, careless)
    for part, says in (
        ("moves", "What your moves brought"),
        ("numbers", "What carried your numbers"),
        ("skills", "What your answers drew on"),
        ("points", "Where the points came from"),
    ):
        playing.press(f"part/{part}")
        playing.tick(0)
        assert says in said(playing.ui)
    assert f"{careless.review.split.result / GRAIN:.1f}" in said(playing.ui)


def test_moves_and_numbers_say_why_they_differ(house: House, careless: GoReview) -> None:
    """A pitch that brought 40 points of Upsell may be worth nothing of the score: either page says what it counts."""
    playing = opened(house, careless)
    for part, note, other in (("moves", MOVES_AGAINST, NUMBERS), ("numbers", NUMBERS_AS_LIVED, MOVES)):
        playing.press(f"part/{part}")
        playing.tick(0)
        shown = " ".join(said(playing.ui))
        assert note in shown
        assert "made up for" in note or "make up for" in note
        assert f"“{other}”" in note


def test_the_ways_on(house: House, careless: GoReview) -> None:
    desk: Desk = careless.desk
    playing = opened(house, careless)
    assert "onward" not in labels(playing)
    playing.press("back")
    assert isinstance(playing.screen.inner, EndingScreen)
    to = GoReview(
        desk, Seat.BOTH, careless.review, back=GoHistory(desk, 1), onward=GoLibrary(), onward_label="Keep one"
    )
    playing = opened(house, to)
    assert labels(playing)["onward"] == "Keep one"
    playing.press("onward")
    assert playing.screen.route == GoLibrary()


def test_help_leads_back_to_the_same_decision(house: House, careless: GoReview) -> None:
    playing = opened(house, careless)
    playing.press("decision/0")
    playing.press("help")
    playing.press("back")
    assert screen(playing).opened == 0


def test_where_words_have_no_room_their_shapes_are_explained() -> None:
    """Thirty weeks, three decisions each: marks can still be pressed, and every shape is told once."""
    grades = ("best", "imprecise", "very costly")
    marks = [Mark(week, grade, "x") for week in range(1, 31) for grade in grades]
    chart = DecisionChart(60.0, [Step(-1.0)] * 30, marks, 0, lambda i: i, lambda i: i)
    ui = Ui(pygame.Surface((1280, 720)))
    ui.show(chart)
    ui.draw()
    assert [text for text in said(ui) if text in grades] == list(grades)
    assert not [finding for finding in ui.audit() if finding.kind == "target"]


def test_the_dearest_answer_has_its_cost_beside_it_before_a_cheaper_one() -> None:
    """Where a title has no room between its neighbours, the points alone have."""
    marks = [Mark(week, "best", "x") for week in range(1, 13)]
    marks[3] = Mark(4, "costly", "x", "“A title that is longer than most of them are”: −2.1", "−2.1")
    marks[4] = Mark(5, "very costly", "x", "“Another title that is as long as that one is”: −5.9", "−5.9")
    chart = DecisionChart(60.0, [Step(-0.4, 0.0, 0.4)] * 12, marks, 4, lambda i: i, lambda i: i)
    ui = Ui(pygame.Surface((1280, 720)))
    ui.show(chart)
    ui.draw()
    costs = [text for text in said(ui) if "−" in text]
    assert any("−5.9" in text for text in costs)


def test_a_branch_is_laid_beside_the_play_it_parted_from(house: House, careless: GoReview) -> None:
    """The original comes first, whichever of the two one looks back on, and one comes back to where one was."""
    branch = SHOTS.play_on(careless.desk.step_back(2))
    playing = opened(house, careless)
    playing.press("part/beside")
    assert any(" March at " in text for text in said(playing.ui))  # the day as the library says it
    playing.press(f"beside/{branch.record.id}")
    to = playing.screen.route
    assert isinstance(to, GoBeside)
    assert (to.one.record.id, to.other.record.id) == (careless.desk.record.id, branch.record.id)
    told = " ".join(said(playing.ui))
    assert "The original" in told
    assert "week 2" in told
    playing.press("back")
    assert screen(playing).part == "beside"


def test_a_play_that_is_still_open_ends_its_line_where_it_stands(house: House, careless: GoReview) -> None:
    branch = SHOTS.play_on(careless.desk.step_back(2), 1)
    playing = opened(house, GoBeside(careless.desk, branch, Seat.BOTH, careless))
    weeks = [widget.id for widget in playing.ui.widgets() if widget.id.startswith("chart/")]
    assert weeks == ["chart/1", "chart/2", "chart/3"]
    assert "branch" in labels(playing)["chart/2"]
    assert "branch" not in labels(playing)["chart/3"]
    assert "Still open, in week 3" in said(playing.ui)
