"""Whole plays at the terminal, driven by what is typed."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

Typed = Callable[..., str]
PLAY = ("play", "first_monday", "--text", "--seed", "9")
ANYTHING = "a\n\nb\n\nc\n\n" * 60  # answers and Enter until it is over


def flat(text: str) -> str:
    """The text on one line: where lines break is not what these stories are about."""
    return re.sub(r"\s+", " ", text)


@pytest.mark.parametrize("mode", ["am", "pm", "both", "two"])
def test_a_play_reaches_its_ending_from_every_seat(typed: Typed, mode: str) -> None:
    shown = typed(*PLAY, "--seat", mode, lines=ANYTHING)
    assert shown.count("as it turned out") == (6 if mode == "two" else 3)
    for part in ("What led there", "What became of them", "The story of the weeks", "To think about"):
        assert part in shown
    assert "Scorecard of the account manager" in shown
    assert "Scorecard of the project manager" in shown
    assert typed("results").count("Your first Monday") == (2 if mode == "two" else 1)


def test_everything_can_be_asked_in_a_week(typed: Typed) -> None:
    asking = "?\n? churn\n? chrun\n? words\ns\np\nk\ni\nr\nl\nh\nback 1\nback x\nskip\nnonsense\nz\n2\n"
    shown = flat(typed(*PLAY, "--seat", "pm", lines=asking))
    for part in (
        "What you can type",
        "Churn: Clients, or revenue, lost in a year",
        "Near it: churn" if "Near it" in shown else "Churn:",
        "How you stand",
        "Scorecard: Delivery",
        "The plan",
        "Nora’s side",
        "Inbox",
        "Nothing has moved yet",
        "No week has been lived yet",
        "Week 1 has not been played yet",
        "Which week?",
        "“nonsense” is nothing one can answer here",
        "There is no event 2",
    ):
        assert part in shown
    assert "Everything you answered is stored" in shown


def test_the_ledger_tells_why_a_number_moved(typed: Typed) -> None:
    shown = flat(typed(*PLAY, "--seat", "am", lines="a\n\n\n\nl\nl 1\nl agnes\nl renewal\nl relationship\nl purple\n"))
    assert "What moved in week 1" in shown
    assert "Agnes’s satisfaction, 68.0 before" in shown
    assert re.search(r"\+[\d.]+: “Three weeks. You have my word”\. Your answer to “The queue has been told”", shown)
    assert "together." in shown
    assert "Formula: chance of renewal at the due date" in shown
    assert "The mean of its numbers" in shown
    assert "No number called “purple” moved last week" in shown


def test_an_answer_may_change_until_the_week_starts(typed: Typed) -> None:
    shown = flat(typed(*PLAY, "--seat", "am", lines="a\n\n\n1\nc\nb\n\n"))
    assert "You: “Three weeks. You have my word.”" in shown
    assert "Type c to change this answer" in shown
    assert "You: “Three weeks if nothing bites, four if something does.”" in shown


def test_an_answer_that_takes_a_move_says_which_one_it_puts_off(typed: Typed) -> None:
    shown = flat(typed(*PLAY, "--seat", "am", lines="a\ncall agnes\ncall rufus\n1\nc\nc\n"))
    assert "Your moves: Call Agnes; Call Rufus." in shown
    assert "Put off by your answer: Call Rufus." in shown


def test_moves_are_found_by_number_and_by_words(typed: Typed) -> None:
    shown = flat(typed(*PLAY, "--seat", "am", lines="a\n1.2\n1\n1\nm\n-\n9.9\nxyz\n\n\n"))
    assert "Your moves: Call Rufus." in shown
    assert "Your moves: Call Rufus; Call Agnes." in shown
    assert "Your moves: Call Agnes. There is time for one more." in shown
    assert "No move is called “xyz”" in shown


def test_the_list_of_moves_asks_no_more_for_what_a_move_of_this_week_serves(typed: Typed) -> None:
    third_week = "a\n\n\n\n\na\n\n\n\n\na\nb\n"
    shown = flat(typed(*PLAY, "--seat", "pm", lines=f"{third_week}1\n1\n\nm\n"))
    before, after = shown.rsplit("Moves, time for two this week:", 1)
    assert "1. Scope (3 moves) Never picked so far. 2. The plan (2 moves) Never picked so far." in before
    assert "1. Scope (3 moves) 2. The plan (2 moves) Never picked so far." in after


def test_one_person_in_both_seats_may_leave_an_event(typed: Typed) -> None:
    shown = flat(typed(*PLAY, "--seat", "both", lines="d\nd\n\n\n\n1\nd\n\n"))
    assert "Leave it unanswered." in shown
    assert "Its number takes you back to it" in shown
    assert "went unanswered" in shown
    assert "Your two roles" in shown


def test_stepping_back_makes_a_marked_branch(typed: Typed) -> None:
    shown = flat(typed(*PLAY, "--seat", "pm", lines="a\n\n\n\nback 1\nn\nback 1\ny\nb\n\n\n\nh\nh 1\n"))
    assert "Nothing was changed." in shown
    assert "This is a branch that stands at the opening of week 1." in shown
    assert "What you decided in week 1: Bo could start: Wait for the sketch." in shown
    assert "a branch" in flat(typed("--text", lines="q\n"))


def test_an_unfinished_play_goes_on_where_it_was_left(typed: Typed) -> None:
    typed(*PLAY, "--seat", "pm", lines="a\n\n\n\n\na\n")
    shown = flat(typed("play", "first_monday", "--text", lines="\n"))
    assert "You have begun this: Your first Monday: week 2, project manager" in shown
    assert "The basket forgets Answered: Have Bo mend it properly." in shown
    anew = flat(typed("play", "first_monday", "--text", lines="n\nam\n"))
    assert "Which seat?" in anew
    assert "Week 1 of 3, account manager" in anew


def test_the_library_leads_into_a_play(typed: Typed) -> None:
    shown = flat(typed("--text", lines="77\n1\n9\npm\na\nq\n"))
    assert "Type a number from 1 to 6, or q." in shown
    assert "Your first Monday. A bakery" in shown
    assert "Type a number from 1 to 4." in shown
    assert "`overpromise play first_monday --text` goes on there" in shown
    assert "1. Your first Monday: week 1, project manager" in flat(typed("--text", lines="1\nq\n"))


def test_a_seed_is_said_and_repeats_the_luck(typed: Typed) -> None:
    arguments = ("play", "scope_creep", "--bot", "random", "--seat", "both", "--seed", "5")
    assert typed(*arguments) == typed(*arguments)
    assert "with seed 5" in flat(typed(*arguments))


@pytest.mark.parametrize("seat", ["am", "pm", "both"])
def test_a_bot_tells_a_whole_scenario(typed: Typed, seat: str) -> None:
    shown = typed("play", "scope_creep", "--text", "--bot", "balanced", "--seat", seat, "--seed", "3")
    assert shown.count("as it turned out") == len(re.findall(r"^Week \d+ of 10$", shown, re.M)) >= 5
    assert "Your score" in shown
    assert "No play has come to its end yet" in flat(typed("results"))


def test_a_folder_that_cannot_hold_anything_is_said_and_the_play_goes_on(typed: Typed, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    shown = flat(typed(*PLAY, "--seat", "pm", "--data-dir", str(tmp_path / "file" / "sub"), lines="a\nq\n"))
    assert "Nothing can be saved here because a part of the path is a file, not a folder" in shown
    assert "Bo: “Mostly, then.”" in shown
    assert "Nothing of this could be kept." in shown
