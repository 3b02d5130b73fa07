"""`overpromise compare` and `overpromise whatif`: which plays and answers are meant, and what is said of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.insight.bots import bot_luck, choose
from game.records.desk import Desk, begin
from game.records.opening import open_store
from game.records.places import find_places
from game.scenario.library import find
from game.terminal import what_if
from game.terminal.session import now
from tests.terminal.conftest import Typed


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(what_if, "FUTURES", 6)


def live(desk: Desk, weeks: int = 99, **otherwise: str) -> str:
    """Play on sensibly but for some answers; the id of the play."""
    while desk.outcome is None and desk.week <= weeks:
        for seat in desk.humans:
            mine = choose("balanced", desk.scenario, desk.state, seat, bot_luck(1, seat, desk.week))
            for answer in mine.answers:
                desk.answer(answer.event, (otherwise[answer.event],) if answer.event in otherwise else answer.path)
            desk.set_moves(seat, mine.moves)
        desk.start_week()
    return desk.record.id


def begun(tmp_path: Path, mode: str = "am", seed: int = 4) -> Desk:
    loaded = find("first_monday")
    assert loaded.scenario is not None
    opened = open_store(find_places(str(tmp_path / "home"), {}).plays, now())
    return begin(opened.store, loaded.scenario, loaded.text, mode, seed, "normal", now)


def branched(tmp_path: Path) -> tuple[str, str]:
    """A play that gave its word, and its branch that gave a range instead."""
    desk = begun(tmp_path)
    return live(desk, the_queue="promise"), live(desk.step_back(1), the_queue="range")


def test_a_branch_is_laid_beside_its_original(typed: Typed, tmp_path: Path) -> None:
    original, branch = branched(tmp_path)
    shown = " ".join(typed("compare", branch, "--plain").split())
    for said in ("They parted in week 1: “The queue has been told” got “Three weeks. You have my word” in the original",
                 "Answers that differ", "The original ended at", "Final score", "Week 3: Original"):  # fmt: skip
        assert said in shown
    assert typed("compare", branch, "--plain") == typed("compare", original, branch, "--plain")
    found = json.loads(typed("compare", branch, "--json"))
    assert found["plays"] == [original, branch]
    assert (found["parted"], found["same_luck"]) == (1, True)
    assert sum(part["worth"] for part in found["parts"]) == pytest.approx(
        found["scores"][1] - found["scores"][0], abs=1e-3
    )


def test_another_attempt_is_called_what_it_is(typed: Typed, tmp_path: Path) -> None:
    first, second = live(begun(tmp_path)), live(begun(tmp_path, seed=9), the_queue="promise")
    shown = " ".join(typed("compare", first[:8], second[:8], "--plain").split())
    assert "Each had luck of its own from the start." in shown
    assert "The first ended at" in shown


def test_what_cannot_be_compared_is_said_in_a_sentence(
    typed: Typed, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    alone = live(begun(tmp_path))
    typed("compare", alone, code=2)
    assert "there is nothing to lay beside it yet" in capsys.readouterr().err
    typed("compare", alone, alone, code=2)
    assert "the same play twice" in capsys.readouterr().err
    other = live(begun(tmp_path, "pm"))
    typed("compare", alone, other, code=2)
    assert "the same scenario and the same seat" in capsys.readouterr().err
    another = live(begun(tmp_path, seed=5))
    typed("compare", alone, code=2)
    said = capsys.readouterr().err
    assert f"`overpromise compare {alone[:8]} {another[:8]}`" in said
    assert other[:8] not in said


def test_without_an_answer_there_is_a_list_to_choose_from(typed: Typed, tmp_path: Path) -> None:
    play = live(begun(tmp_path), the_queue="promise")
    shown = typed("whatif", play, "--plain")
    assert "the_queue/range" in shown
    assert "the_queue/promise" not in shown
    assert f"overpromise whatif {play[:8]} the_queue/range" in shown
    week = json.loads(typed("whatif", play, "--week", "1", "--json"))
    assert [(each["week"], each["event"], each["taken"]) for each in week] == [(1, "the_queue", "promise")]


def test_another_answer_is_tried_and_told_in_frequencies(typed: Typed, tmp_path: Path) -> None:
    play = live(begun(tmp_path), the_queue="promise")
    shown = " ".join(typed("whatif", play, "the_queue/range", "--plain").split())
    for said in ("6 futures", "The final score", "How it ended", "“Three weeks if nothing bites"):
        assert said in shown
    found = json.loads(typed("whatif", play, "the_queue/range", "--json"))
    assert len(found["other"]["scores"]) == len(found["taken"]["scores"]) == 6
    assert (found["play"], found["other"]["path"]) == (play, "range")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("the_quue/range",), "Did you mean the_queue?"),
        (("the_queue/never",), "“the_queue/never” was not open in week 1. There were also the_queue/range"),
        (("the_queue/promise",), "“the_queue/promise” is what was answered."),
        (("the_queue",), "Which answer to “the_queue”?"),
        (("the_queue/range", "--week", "2"), "“the_queue” did not come in week 2. It came in week 1."),
        (("--week", "9"), "Week 9 asked nothing that left a choice."),
    ],
)
def test_what_cannot_be_tried_is_said_in_a_sentence(
    typed: Typed, tmp_path: Path, capsys: pytest.CaptureFixture[str], asked: tuple[str, ...], said: str
) -> None:
    play = live(begun(tmp_path), the_queue="promise")
    typed("whatif", play, *asked, code=2)
    assert said in capsys.readouterr().err


def test_a_play_that_goes_on_is_not_looked_back_on(
    typed: Typed, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its numbers tell what one seat cannot see yet."""
    play = live(begun(tmp_path), weeks=1, the_queue="promise")
    for command in (("whatif", play), ("compare", play, live(begun(tmp_path, seed=5)))):
        typed(*command, code=2)
        assert "has not come to its end" in capsys.readouterr().err
