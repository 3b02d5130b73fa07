"""Trying a scenario out from the terminal: where it starts, what a save did, and what it says when it cannot."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from game.cli import main
from game.engine.model import Seat
from game.insight.search import EVENT, Goal, goal_of
from game.records.opening import memory_store
from game.records.places import find_places
from game.terminal.following import follow
from game.terminal.trouble import CannotRun
from game.terminal.trying import Story, Wish, in_words, read, seek, start

STORY = (Path(__file__).parents[1] / "records" / "small_play.yaml").read_text(encoding="utf-8")


@pytest.fixture
def story(tmp_path: Path) -> Story:
    (tmp_path / "small.yaml").write_text(STORY, encoding="utf-8")
    found = read(str(tmp_path / "small.yaml"), find_places(str(tmp_path), {}))
    assert found is not None
    return found


def saving(*steps: Callable[[], None]) -> Callable[[float], None]:
    """A sleep in which the author does one thing after the other, and then stops."""
    left = list(steps)

    def sleep(_seconds: float) -> None:
        if not left:
            raise KeyboardInterrupt
        left.pop(0)()

    return sleep


def test_without_a_place_or_a_seat_the_author_chooses(story: Story) -> None:
    assert start(story, Wish(), memory_store()) is None


def test_a_seat_begins_at_week_one(story: Story) -> None:
    desk = start(story, Wish(mode="am", seed=5), memory_store())
    assert desk is not None
    assert (desk.week, desk.record.seed, desk.humans) == (1, 5, (Seat.AM,))


def test_a_place_is_reached_by_a_real_play_whose_decisions_are_told(story: Story) -> None:
    desk = start(story, Wish(at="week:3"), memory_store())
    assert desk is not None
    assert (desk.week, desk.is_branch) == (3, True)
    notes = desk.take_notes()
    assert notes[0].startswith("A play that comes to “week:3”, found after 1 play")
    assert f"seed {desk.record.seed}" in notes[0]
    assert list(notes[1:]) == in_words(desk.play)
    assert notes[1].startswith("Week 1: ")


def test_an_event_is_looked_for_from_the_seat_it_asks(story: Story) -> None:
    desk = start(story, Wish(at="sale"), memory_store())
    assert desk is not None
    assert desk.humans == (Seat.AM,)
    assert [event.id for event in desk.legal(Seat.AM).events] == ["sale"]


@pytest.mark.parametrize(
    ("at", "said"),
    [("week:9", "it has week:1 to week:4"), ("lukcy", "Did you mean `lucky`?"), ("zzz", "Give an event’s id")],
)
def test_a_place_that_does_not_exist_is_answered_with_what_does(story: Story, at: str, said: str) -> None:
    with pytest.raises(CannotRun, match=said):
        start(story, Wish(at=at), memory_store())


def test_a_vain_search_says_how_hard_it_tried_and_what_stood_in_the_way(story: Story) -> None:
    never = STORY.replace(
        "  sale:\n    asks: am\n    weeks: 1\n", "  sale:\n    asks: am\n    when: dana.failures > 90\n"
    )
    story.path.write_text(never, encoding="utf-8")
    again = read(str(story.path), find_places(str(story.path.parent), {}))
    assert again is not None
    ticks = count()
    with pytest.raises(CannotRun) as vain:
        seek(again.scenario, (Seat.AM,), Goal(EVENT, "sale"), 1, "", seconds=10, clock=lambda: float(next(ticks)))
    assert "Tried: 10 plays in 10.0 s (account manager;" in str(vain.value)
    assert "In 10 of them: `dana.failures > 90` does not hold." in str(vain.value)
    assert goal_of(again.scenario, "sale") is not None


def test_a_save_is_told_with_what_became_of_the_play(story: Story, capsys: pytest.CaptureFixture[str]) -> None:
    def edit(old: str, new: str) -> Callable[[], None]:
        return lambda: story.path.write_text(STORY.replace(old, new), encoding="utf-8") and None

    desk = start(story, Wish(at="week:2", mode="pm"), memory_store())
    steps = (
        edit("text: Do it.", "text: Do it at once."),
        edit("challenge: scope creep", "challenge: scope crepe"),
        edit("  plain:\n", "  plain_and_simple:\n"),
    )
    follow(story, desk, Wish(), sleep=saving(*steps))
    said = capsys.readouterr().out
    assert "small.yaml is in play: seed 1, pm, week 2." in said
    assert "In play: seed 1, pm, week 2." in said
    assert "1 mistake; the last version without any stays in play." in said
    assert "There is no event `plain` any more. Its wording now stands under `plain_and_simple`" in said
    assert "The version before stays in play; it fits up to the opening of week 1." in said


def test_without_a_seat_a_bot_plays_to_the_end_and_that_is_followed(
    story: Story, capsys: pytest.CaptureFixture[str]
) -> None:
    follow(story, None, Wish(), sleep=saving())
    assert "to its ending `over`" in capsys.readouterr().out


def test_a_file_with_mistakes_is_told_and_not_tried(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text(STORY.replace("scope creep", "scope crepe"), encoding="utf-8")
    assert read(str(path), find_places(str(tmp_path), {})) is None
    said = capsys.readouterr().out
    assert "OP124" in said
    assert "A scenario can be tried once it has no mistakes." in said


def test_a_file_that_is_not_there_is_answered_with_the_nearest_name(tmp_path: Path) -> None:
    with pytest.raises(CannotRun, match=r"There is no file first_mondy.*Did you mean first_monday\?"):
        read("first_mondy", find_places(str(tmp_path), {}))


def test_a_shipped_scenario_can_be_tried_by_its_name(tmp_path: Path) -> None:
    found = read("first_monday", find_places(str(tmp_path), {}))
    assert found is not None
    assert found.path.is_file()


def test_trying_in_the_window_needs_a_screen_and_says_what_does_without(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER", "SDL_VIDEO_DRIVER"):
        monkeypatch.delenv(name, raising=False)
    assert main(["try", "first_monday"]) == 2
    assert "`overpromise try first_monday --text` reads the file at every save" in capsys.readouterr().err
