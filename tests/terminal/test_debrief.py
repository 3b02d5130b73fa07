"""The debrief at the terminal: the player's own reading first, then the game's, then what to take along."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.engine.model import Seat
from game.insight.review.whole import Effort
from game.records.opening import open_store
from game.records.places import find_places
from game.records.reflections import LONGEST, Reflection, TurningPoint, keep_reflection, reflection_of
from game.records.store import Store
from game.terminal import reviewing
from game.terminal.session import now
from tests.terminal.conftest import Typed
from tests.terminal.test_reviewing import finished

PLAY = ("debrief", "first_monday", "--plain")
TO_THE_REVIEW = "\nskip\n"
SILENT = "\n" * 6  # through the review and everything one may write, to the end


@pytest.fixture(autouse=True)
def little(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reviewing, "EFFORT", Effort(options=4, with_truth=2, moves=2, stations=2))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def flat(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def opened(home: Path) -> Store:
    return open_store(find_places(str(home), {}).plays, now()).store


def written(home: Path, play: str, seat: Seat = Seat.PM) -> Reflection:
    store = opened(home)
    try:
        return reflection_of(store, store.play(play), seat)
    finally:
        store.close()


def missing(text: str, *parts: str) -> str:
    """The first of these parts that does not come after the one before it; "" where all do."""
    place = 0
    for part in parts:
        place = text.find(part, place)
        if place < 0:
            return part
    return ""


def test_the_player_says_where_it_turned_before_the_game_does(typed: Typed, home: Path) -> None:
    play = finished(home, "pm", 4)
    said = "\n1\nI had not asked\nw2\n\n\n1\n\nAsk first\nPromise later\nAsk who pays\nFriday\n\n"
    shown = flat(typed(*PLAY, lines=said))
    assert not missing(
        shown,
        "What was supposed to happen",
        "What was asked of you",
        "Where it turned part 2",
        "Why there, in your words? Enter leaves it open. > I had not asked",
        "Marked: 1 and w2. There is room for one more.",
        "The review part 3",
        "Played sensibly on both sides",
        "The course of it",
        "You wrote: “I had not asked”.",
        "Week 2 as a whole. The result to expect",
        "By the numbers it turned furthest in week",
        "What could be answered",
        "Keep one thing, change one thing",
        "To think about",
        "One sentence to take to work",
        "Back to a decision",
        "your mark",
        "What you wrote is kept with the play.",
    )
    before = shown[: shown.index("The review part 3")]
    assert not re.search(r"best|good|imprecise|costly|led to \d", before[before.index("Where it turned") :])
    found = written(home, play)
    assert [(point.week, bool(point.event), point.why) for point in found.turning] == [
        (1, True, "I had not asked"),
        (2, False, ""),
    ]
    assert found == Reflection(found.turning, "Ask first", "Promise later", "Ask who pays", "Friday")


def test_a_debrief_goes_on_where_it_was_left(typed: Typed, home: Path) -> None:
    play = finished(home, "pm", 4)
    first = flat(typed(*PLAY, lines="\n1\nwhy\n\n\nCall first\nq\n"))
    assert first.endswith(f"`overpromise debrief {play[:8]}` returns to it. Goodbye. ")
    again = flat(typed(*PLAY, lines="\n\nSay no on Mondays\n\n\n"))
    assert not missing(again, "begun before", "Week 1, “", "“why”", "Keep. “Call first”", "Enter goes on with 5")
    assert "The review part 3" not in again
    kept = flat(typed(*PLAY, lines="4\n\n-\n\n\n\n"))
    assert "You wrote: “Call first” Enter keeps it, - takes it away." in kept
    assert (written(home, play).keep, written(home, play).change) == ("Call first", "")


def test_marking_is_asked_for_and_may_be_left_out(typed: Typed, home: Path) -> None:
    play = finished(home, "pm", 4)
    shown = flat(typed(*PLAY, lines="\n\n99\nw9\n-\nskip\n" + SILENT))
    assert "Nothing is marked yet. skip goes on without." in shown
    for odd in ("99", "w9", "-"):
        assert f"“{odd}” is no moment of this play." in shown
    assert "You marked nothing." in shown
    assert written(home, play) == Reflection()


def test_three_marks_are_the_most_and_the_last_can_be_taken_away(typed: Typed, home: Path) -> None:
    play = finished(home, "pm", 4)
    shown = flat(typed(*PLAY, lines="\nw1\n\nw2\n\nw3\n\n1\n-\nw2\nsecond thoughts\n\nq\n"))
    assert "Three are marked." in shown
    assert written(home, play).turning == (TurningPoint(1), TurningPoint(2, "", "second thoughts"))


def test_what_is_typed_is_kept_readable_and_short(typed: Typed, home: Path) -> None:
    play = finished(home, "pm", 4)
    long = "word " * 100
    hostile = "\x1b[D\x1b]0;title\x07Ask\u202e \ud800Anna\x1b[A"
    shown = typed(*PLAY, lines=f"{TO_THE_REVIEW}\n{hostile}\n{long}\n\nq\n")
    assert f"At most {LONGEST} signs are kept of it." in flat(shown)
    assert not re.search("[\x00-\x09\x0b-\x1f\u202e\ud800]", shown)
    found = written(home, play)
    assert found.keep.endswith("Ask Anna")
    assert found.keep.isprintable()
    assert len(found.change) <= LONGEST
    assert found.change.endswith("word")


@pytest.mark.parametrize("lines", ["", "\n", "\nskip\n", "\nw1\n", "\nskip\n\n", "\nskip\n\nKeep\n"])
def test_the_input_may_end_anywhere(typed: Typed, home: Path, lines: str) -> None:
    finished(home, "pm", 4)
    assert typed(*PLAY, lines=lines).endswith("Goodbye.\n")


def test_from_the_debrief_one_plays_on_in_a_branch(typed: Typed, home: Path) -> None:
    play = finished(home, "pm", 4)
    shown = flat(typed(*PLAY, lines=TO_THE_REVIEW + "\n\n\n\n9\n2\nq\n"))
    assert "Type a week from 1 to 3, or Enter." in shown
    assert not missing(shown, "This is a branch that stands at the opening of week 2.", "Week 2 of 3, project manager")
    store = opened(home)
    branch = store.plays()[0]
    store.close()
    assert (branch.parent, branch.weeks, branch.recorded) == (play, 1, 0)


def test_the_end_of_a_play_offers_it(typed: Typed, home: Path) -> None:
    finished(home, "pm", 4, weeks=2)
    shown = flat(typed("play", "first_monday", "--plain", lines="\na\n\n\n\n\nx\nd\n\nskip\nq\n"))
    assert not missing(shown, "d leads through the debrief.", "What was supposed to happen", "Where it turned part 2")


def test_each_of_two_people_has_a_debrief(typed: Typed, home: Path) -> None:
    play = finished(home, "two", 6)
    asked = flat(typed(*PLAY, lines="5\npm\n" + "\nw1\nPM here\nq\n"))
    assert not missing(asked, "Whose debrief?", "Type 1 or 2.", "project manager. ")
    typed(*PLAY, "--seat", "am", lines="\nw2\nAM here\nq\n")
    assert [written(home, play, seat).turning[0].why for seat in (Seat.AM, Seat.PM)] == ["AM here", "PM here"]


def test_what_cannot_be_debriefed_is_said_in_a_sentence(
    typed: Typed, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    typed("debrief", code=2)
    assert "No play has come to its end yet, so there is nothing to look back on." in capsys.readouterr().err
    typed(*PLAY, code=2)
    assert "No play is stored here yet." in capsys.readouterr().err
    finished(home, "pm", 4, weeks=1)
    typed(*PLAY, code=2)
    assert "has not come to its end: it stands in week 2." in capsys.readouterr().err
    finished(home, "pm", 5)
    typed(*PLAY, "--seat", "am", code=2)
    assert "This play was played as project manager." in capsys.readouterr().err


def test_without_a_name_one_chooses_among_finished_plays(typed: Typed, home: Path) -> None:
    finished(home, "am", 4)
    finished(home, "pm", 5)
    finished(home, "pm", 6, weeks=1)
    shown = flat(typed("debrief", "--plain", lines="3\n2\nq\n"))
    assert not missing(shown, "Which play?", "Type a number from 1 to 2, or q.", "Your first Monday, account manager. ")


def test_an_interrupted_review_keeps_what_it_found(
    typed: Typed, home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    play = finished(home, "pm", 4)
    done, real = list[str](), reviewing.one_part

    def stopped(job: reviewing.Job) -> reviewing.Reviewed:
        if len(done) == 2:
            raise KeyboardInterrupt
        done.append(job[3])
        return real(job)

    monkeypatch.setattr(reviewing, "one_part", stopped)
    shown = flat(typed(*PLAY, lines=TO_THE_REVIEW, code=130))
    assert "returns to it." in shown
    assert "Stopped." in capsys.readouterr().err
    store = opened(home)
    assert len(store.judged(store.play(play), "pm")) == 2
    store.close()


def test_marks_of_weeks_there_are_not_are_passed_over(typed: Typed, home: Path) -> None:
    play = finished(home, "pm", 4)
    store = opened(home)
    odd = (TurningPoint(77, "nothing", "x"), TurningPoint(2, "gone", "\x1b[2Jy"))
    keep_reflection(store, store.play(play), Seat.PM, Reflection(odd))
    store.close()
    shown = typed(*PLAY, lines="\n" + SILENT)
    assert "Week 2 as a whole" in shown
    assert "Week 77" not in shown
    assert "\x1b" not in shown


def test_what_was_written_leaves_only_when_asked(typed: Typed, home: Path, tmp_path: Path) -> None:
    finished(home, "pm", 4)
    typed(*PLAY, lines="\n1\nI had not asked\n\n\nCall Anna\n\nSay the price\nMonday\n\n")
    quiet, told = tmp_path / "quiet.opplay", tmp_path / "told.opplay"
    typed("export", "first_monday", str(quiet))
    assert b"Call Anna" not in quiet.read_bytes()
    shown = typed("export", "first_monday", str(told), "--with-reflections")
    assert "With what was written in the debrief: 4 entries." in shown
    verified = flat(typed("verify", str(told)))
    assert "verified" in verified
    assert not missing(
        verified, "Written of week 1: Turning point, “", "”: I had not asked", "Written: Keep: Call Anna"
    )
    assert "Written: First used: Monday." in verified


def test_nothing_written_is_said_to_be_nothing(typed: Typed, home: Path, tmp_path: Path) -> None:
    finished(home, "pm", 4)
    shown = typed("export", "first_monday", str(tmp_path / "a.opplay"), "--with-reflections")
    assert "Nothing was written in a debrief of this play" in shown
