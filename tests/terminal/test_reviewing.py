"""`overpromise review`: which play is meant, and what is said of it."""

from __future__ import annotations

import errno
import json
import re
from pathlib import Path

import pytest

from game.engine.model import Seat
from game.insight.bots import bot_luck, choose
from game.insight.review.whole import Effort
from game.records.desk import begin
from game.records.opening import open_store
from game.records.places import find_places
from game.records.reflections import Reflection, keep_reflection
from game.scenario.library import find
from game.terminal import reviewing
from game.terminal.session import now
from tests.terminal.conftest import Typed


@pytest.fixture(autouse=True)
def little(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reviewing, "EFFORT", Effort(options=6, with_truth=3, moves=3, stations=4))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def finished(home: Path, mode: str, seed: int, weeks: int = 99) -> str:
    """A stored play of the first Monday by a bot that answers anything; its id."""
    loaded = find("first_monday")
    assert loaded.scenario is not None
    opened = open_store(find_places(str(home), {}).plays, now())
    desk = begin(opened.store, loaded.scenario, loaded.text, mode, seed, "normal", now)
    while desk.outcome is None and desk.week <= weeks:
        for seat in desk.humans:
            mine = choose("random", desk.scenario, desk.state, seat, bot_luck(seed, seat, desk.week))
            for answer in mine.answers:
                desk.answer(answer.event, answer.path)
            desk.set_moves(seat, mine.moves)
        desk.start_week()
    opened.store.close()
    return desk.record.id


def test_without_a_play_they_are_listed(typed: Typed, home: Path) -> None:
    finished(home, "am", 4)
    last = finished(home, "both", 5)
    shown = typed("review", "--plain")
    assert shown.count("Your first Monday") == 2
    assert f"overpromise review {last[:8]}" in shown


def test_a_play_is_meant_by_its_scenario_or_its_id(typed: Typed, home: Path) -> None:
    first = finished(home, "am", 4)
    assert json.loads(typed("review", "first_monday", "--json"))["play"] == first
    last = finished(home, "pm", 5)
    assert json.loads(typed("review", last[:8], "--json"))["play"] == last


def test_what_cannot_be_reviewed_is_said_in_a_sentence(
    typed: Typed, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    finished(home, "am", 4, weeks=1)
    typed("review", "first_monday", code=2)
    assert "No play has come to its end yet" in capsys.readouterr().err
    finished(home, "am", 4)
    typed("review", "scope_creep", code=2)
    assert "Name one by its id below." in capsys.readouterr().err
    typed("review", "first_monday", "--seat", "pm", code=2)
    assert "played as account manager" in capsys.readouterr().err


def test_the_review_names_weeks_people_and_numbers(typed: Typed, home: Path) -> None:
    finished(home, "am", 4)
    shown = " ".join(typed("review", "first_monday", "--plain").split())
    for said in ("Played sensibly on both sides", "Your answers", "Week 1", "led to", "Where the points came from"):
        assert said in shown
    assert re.search(r"`overpromise review \w{8} --week [123]` looks at the dearest answer", shown)
    found = json.loads(typed("review", "first_monday", "--json"))
    split = found["split"]
    parts = [week[part] for week in split["weeks"] for part in ("player", "colleague", "luck")]
    assert split["average"] + split["start"] + sum(parts) == split["result"] == round(10 * found["score"])
    assert typed("review", "first_monday", "--json") == typed("review", "first_monday", "--json")


def test_one_week_can_be_looked_at_closely(typed: Typed, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    finished(home, "am", 4)
    shown = " ".join(typed("review", "first_monday", "--week", "1", "--plain").split())
    for said in ("The queue has been told, your answer was", "leads to: ", "What you knew", "Agnes was", "Otherwise"):
        assert said in shown
    typed("review", "first_monday", "--week", "9", code=2)
    assert "Week 9 asked nothing that left a choice. There were such answers in week 1" in capsys.readouterr().err


def test_the_skills_stand_beside_what_the_role_asks(typed: Typed, home: Path) -> None:
    finished(home, "am", 4)
    shown = " ".join(typed("review", "first_monday", "--plain").split())
    assert "An account manager needs communication, sales acumen and relationship building most." in shown
    assert "too few to judge: that takes five." in shown
    found = json.loads(typed("review", "first_monday", "--json"))["skills"]
    assert len(found) == 7
    assert all(each["lost"] is None for each in found if each["answers"] < 5)


def test_each_of_two_people_has_a_review(typed: Typed, home: Path) -> None:
    finished(home, "two", 6)
    asked = {
        seat: json.loads(typed("review", "first_monday", "--json", "--seat", seat.value)) for seat in (Seat.AM, Seat.PM)
    }
    assert [asked[seat]["seat"] for seat in asked] == ["am", "pm"]
    assert asked[Seat.AM]["decisions"] != asked[Seat.PM]["decisions"]


def test_the_debrief_goes_into_a_page_and_one_sentence_says_where(typed: Typed, home: Path, tmp_path: Path) -> None:
    play, page = finished(home, "am", 4), tmp_path / "monday.html"
    store = open_store(find_places(str(home), {}).plays, now()).store
    record = next(each for each in store.plays() if each.id == play)
    keep_reflection(store, record, Seat.AM, Reflection(keep="Asking <b>Agnes</b> first."))
    store.close()
    assert typed("review", play, "--html", str(page)) == f"Written: {page}\n"
    written = page.read_text("utf-8")
    assert written.startswith("<!doctype html>")
    assert "Asking &lt;b&gt;Agnes&lt;/b&gt; first." in written
    assert "6 times from that moment" in written
    assert [each.name for each in tmp_path.iterdir() if "monday" in each.name] == ["monday.html"]
    page.write_text("an older page")
    assert json.loads(typed("review", play, "--html", str(page), "--json"))["play"] == play
    assert page.read_text("utf-8") == written


def test_a_page_that_cannot_be_written_is_said_in_a_sentence_and_leaves_nothing(
    typed: Typed, home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    play, page = finished(home, "am", 4), tmp_path / "monday.html"
    for target, why in ((str(tmp_path), "it is a folder"), (str(tmp_path / "no" / "x.html"), "does not exist")):
        typed("review", play, "--html", target, code=2)
        assert why in capsys.readouterr().err
    page.write_text("an older page")

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "no space")

    monkeypatch.setattr("game.records.files.os.fsync", full)
    typed("review", play, "--html", str(page), code=2)
    assert "monday.html was not written, because the disk is full." in capsys.readouterr().err
    assert page.read_text() == "an older page"
    assert [each.name for each in tmp_path.iterdir() if "monday" in each.name] == ["monday.html"]
