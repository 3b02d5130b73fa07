"""The author's bench: every save shows at once, the author stands where they stood, and nothing changes unsaid."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pygame
import pytest

from game.engine.model import Seat
from game.records.desk import Desk, begin
from game.records.opening import memory_store
from game.scenario.check import check_text
from game.scenario.load import load_text
from game.scenario.problems import WARNING
from game.window.bench import POLL, Bench, Tried
from game.window.house import House
from game.window.inspector import Find
from game.window.kit import Appearance, Session, Ui
from game.window.routes import GoBriefing, GoHelp, GoHistory, GoPause, GoWeek, NewPlay, Route
from game.window.week import WeekScreen

STORY = (Path(__file__).parents[1] / "records" / "small_play.yaml").read_text(encoding="utf-8")
BROKEN = STORY.replace("challenge: scope creep", "challenge: scope crepe")


class Author:
    """Somebody who writes in one window and plays in another."""

    def __init__(self, folder: Path, weeks: int, route: Callable[[Desk], Route] | None = None) -> None:
        pygame.display.init()
        self.path, self.saves, self.now = folder / "small.yaml", 0, 0
        self.write(STORY)
        scenario = load_text(STORY, "small.yaml").scenario
        assert scenario is not None
        self.house = House(memory_store(), clock=lambda: datetime(2026, 11, 23, 15, 2, 12, tzinfo=UTC))
        desk = begin(self.house.store, scenario, STORY, "pm", 7, "normal", self.house.clock)
        for _ in range(weeks):
            answer_all(desk)
            desk.start_week()
        way = (route or GoWeek)(desk)
        self.bench = Bench(self.house, Tried(self.path, scenario, STORY), way)
        self.session = Session(self.bench, Ui(pygame.Surface((1280, 720))), Appearance())
        self.wait()

    def write(self, text: str) -> None:
        self.saves += 1
        self.path.write_text(text, encoding="utf-8")
        os.utime(self.path, ns=(self.saves * 10**9, self.saves * 10**9))

    def wait(self) -> None:
        for _ in range(3):
            self.now += POLL
            self.session.tick(self.now)

    def save(self, text: str) -> None:
        self.write(text)
        self.wait()

    def edit(self, old: str, new: str) -> None:
        assert old in STORY
        self.save(STORY.replace(old, new))

    @property
    def words(self) -> str:
        return " | ".join(text for text, _ in self.session.ui.texts())

    @property
    def desk(self) -> Desk:
        screen = self.bench.inner
        assert isinstance(screen, WeekScreen)
        return screen.desk

    def press(self, id: str) -> None:
        assert id in [widget.id for widget in self.session.ui.widgets()], id
        self.session.press(id)

    def key(self, code: int) -> None:
        self.session.handle(pygame.event.Event(pygame.KEYDOWN, key=code, mod=0))


def answer_all(desk: Desk) -> None:
    for event in desk.legal(Seat.PM).events:
        while (question := desk.question(event.id)) is not None:
            desk.answer(event.id, (*desk.path(event.id), question.choices[0].id))


@pytest.fixture
def author(tmp_path: Path) -> Author:
    return Author(tmp_path, 1)


def test_a_save_shows_at_once_and_the_author_stays_in_their_week(author: Author) -> None:
    before = author.desk
    author.edit("title: Small", "title: Smaller still")
    assert "Smaller still" in author.words
    assert "decisions carried over" in author.words
    assert author.desk is not before
    assert author.desk.week == before.week == 2


def test_focus_and_the_event_that_was_shown_stay(tmp_path: Path) -> None:
    author = Author(tmp_path, 0)
    author.press("event/1")
    shown = author.desk.legal(Seat.PM).events[1].question.text
    author.session.ui.set_focus("choice/pass_on")
    author.edit("text: Ask for more time.", "text: Ask for a little more time.")
    assert author.session.ui.focus == "choice/pass_on"
    assert shown in author.words
    assert "Ask for a little more time." in author.words


def test_mistakes_leave_the_last_good_version_in_play_and_are_listed_over_it(author: Author) -> None:
    before = author.desk
    author.save(BROKEN)
    assert "1 mistake in small.yaml" in author.words
    assert "OP124" in author.words
    assert "challenge: scope crepe" in author.words
    assert author.desk is before
    author.press("findings/close")
    assert "In play is the last version without mistakes." in author.words
    author.save(STORY + "\n")
    assert "without mistakes" not in author.words
    assert all(finding.severity == WARNING for finding in author.bench.tried.findings)


def test_what_is_odd_about_the_story_is_counted_soon_after_a_save(author: Author) -> None:
    author.save(STORY + "\n")
    codes = {finding.code for finding in author.bench.tried.findings}
    assert codes == {problem.code for problem in check_text(author.path.read_text(encoding="utf-8"), "small.yaml")}
    assert codes


def test_the_list_of_mistakes_closes_by_itself_when_they_are_mended(author: Author) -> None:
    author.save(BROKEN)
    author.save(STORY.replace("title: Small", "title: Mended"))
    assert "OP124" not in author.words
    assert "Mended" in author.words


def test_a_play_that_no_longer_fits_says_which_decision_and_offers_the_last_week_that_does(author: Author) -> None:
    before = author.desk
    author.edit("      yes_do:", "      do_it:")
    assert "Week 1 no longer fits" in author.words
    assert "plain/yes_do" in author.words
    assert author.desk is before
    author.press("misfit/stay")
    assert "week 1 does not fit what was saved" in author.words
    author.press("bench/misfit")
    author.press("misfit/adopt")
    assert author.desk.week == 1
    assert author.desk.legal(Seat.PM).events[0].question.choices[0].id == "do_it"


def test_putting_back_what_did_not_fit_gives_the_position_back(author: Author) -> None:
    author.edit("      yes_do:", "      do_it:")
    author.save(STORY + "\n# as it was\n")
    assert "no longer fits" not in author.words
    assert author.desk.week == 2


def test_what_turned_out_differently_is_told_and_listed(author: Author) -> None:
    author.edit("build.work: +1 days", "build.work: +3 days")
    assert "turned out differently" in author.words
    author.press("bench/report")
    assert "build.work +1, now +3" in author.words


def test_other_screens_are_carried_along(tmp_path: Path) -> None:
    author = Author(tmp_path, 1, lambda desk: GoHistory(desk, 1, GoPause(desk)))
    author.edit("title: Small", "title: Otherwise")
    assert "Otherwise" in author.words
    author.press("back")
    assert "Otherwise" in author.words


def test_a_play_about_to_begin_keeps_what_was_chosen_for_it(tmp_path: Path) -> None:
    scenario = load_text(STORY, "small.yaml").scenario
    assert scenario is not None
    author = Author(tmp_path, 0, lambda _desk: GoBriefing(NewPlay(scenario, STORY)))
    author.press("seat/pm")
    author.edit("pm: You build.,", "pm: You build it all.,")
    assert "You build it all." in author.words


def test_help_over_a_briefing_leads_back_to_the_new_text(tmp_path: Path) -> None:
    scenario = load_text(STORY, "small.yaml").scenario
    assert scenario is not None
    author = Author(tmp_path, 0, lambda _desk: GoHelp(GoBriefing(NewPlay(scenario, STORY))))
    author.edit("title: Small", "title: Otherwise")
    author.press("back")
    assert "Otherwise" in author.words


def test_the_way_to_the_library_leads_to_the_briefing(author: Author) -> None:
    author.press("menu")
    author.press("library")
    assert "Small" in author.words
    assert type(author.bench.inner).__name__ == "BriefingScreen"


# ---- the inspector


def test_one_key_opens_the_inspector_and_closes_it(author: Author) -> None:
    author.key(pygame.K_F9)
    assert "Opening of week 2" in author.words
    author.key(pygame.K_F9)
    assert isinstance(author.bench.inner, WeekScreen)
    assert "Opening of week 2" not in author.words
    author.key(pygame.K_F9)
    author.key(pygame.K_ESCAPE)
    assert "Opening of week 2" not in author.words


def test_the_inspector_shows_a_number_with_its_ledger(author: Author) -> None:
    author.press("bench/inspect")
    author.press("number/build.work")
    assert "choice:plain/yes_do" in author.words
    author.key(pygame.K_ESCAPE)
    assert "choice:plain/yes_do" not in author.words
    assert author.bench.inspector is not None


def test_the_inspector_says_why_an_event_did_not_come_and_what_luck_there_is(author: Author) -> None:
    author.press("bench/inspect")
    author.press("inspector/events")
    assert "It came in week 1." in author.words
    author.press("inspector/luck")
    assert "Seed 7" in author.words
    author.press("inspector/earlier")
    author.press("inspector/choices")
    assert "lucky/bet" in author.words
    author.bench.inspector.on_message(Find("no such thing"))
    assert author.bench.inspector._choices()[0].words() == "No choice has this in it."


def test_the_inspector_follows_a_save(author: Author) -> None:
    author.press("bench/inspect")
    author.press("number/build.work")
    author.edit("build.work: +1 days", "build.work: +3 days")
    assert "choice:plain/yes_do" in author.words
    assert "+3" in author.words
