"""A review in words: what is shown adds up, and every line speaks of this play."""

from __future__ import annotations

import re

import pytest

from game.engine.model import Seat, Truth
from game.engine.play import Play
from game.insight.pitches import DECLINED, TAKEN
from game.insight.review.choices import Decision, Option, Value
from game.insight.review.moves import over_the_play
from game.insight.review.split import Split, WeekSplit
from game.insight.review.whole import Effort, Review, parts, put_together, work_out
from game.insight.review.why import Undone
from game.insight.simulate import bots_for, run
from game.insight.words.debrief.answers import undone_with
from game.insight.words.debrief.judged import review_words
from game.insight.words.debrief.reviewed import grade_words
from tests.conftest import shipped

LITTLE = Effort(options=5, with_truth=3, moves=3, stations=3)


def played(seat: Seat, bot: str = "random", seed: int = 2) -> Play:
    scenario = shipped("first_monday")
    return run(scenario, seed, seat, bots_for(scenario, seat, bot))


def number(shown: str) -> int:
    """Tenths, from a number as it is written."""
    return round(10 * float(shown.replace("−", "-").replace("+", ""))) if shown else 0


@pytest.mark.parametrize("seat", Seat)
def test_every_row_of_the_split_adds_up_as_it_is_shown(seat: Seat) -> None:
    play = played(seat)
    found = put_together(seat, [work_out(play, seat, False, kind, week, LITTLE) for kind, week in parts(play)])
    words = review_words(play, found)
    before = 0
    for row in words.split[1:]:
        before = number(words.split[0].then) if row is words.split[1] else before
        assert before + number(row.answers) + number(row.moves) + number(row.colleague) + number(row.luck) == number(
            row.then
        )
        before = number(row.then)
    average, *moved = (number(told) for told in re.findall(r"(?:ends at|by) ([−+]?\d+\.\d)", words.summary[0]))
    assert average + sum(moved) == before
    # the verdicts and the worth of the moves lead to the same two parts, with what sensible play gives away named
    verdicts, unknown, answered, made = words.yardsticks
    below, policy, apart = number(verdicts.yours), number(verdicts.usual), number(verdicts.between)
    brought, usual, moves = number(made.yours), number(made.usual), number(made.between)
    answers = number(answered.between)
    assert (answers, moves) == (moved[0], moved[1])
    assert below - policy == apart
    given_away = [re.search(r"([\d.]+) below the best", grade_words(each)) for each in found.decisions]
    assert below == -sum(number(each[1]) for each in given_away if each)  # it is the sum of what single answers show
    assert apart + number(unknown.between) == answers
    assert brought - usual == moves
    assert play.outcome is not None
    assert abs(before / 10 - play.outcome.score) <= 0.05 + 1e-9
    assert (words.colleague == "") == (seat is Seat.BOTH)


@pytest.mark.parametrize("seat", Seat)
def test_every_answer_is_told_in_the_words_of_its_options(seat: Seat) -> None:
    play = played(seat)
    found = put_together(seat, [work_out(play, seat, False, kind, week, LITTLE) for kind, week in parts(play)])
    words = review_words(play, found)
    assert len(words.answers) == len(found.decisions)
    for told in words.answers:
        assert "led to" in told.text
        assert told.text.count("“") == told.text.count("”")
    assert len({told.text for told in words.answers}) == len(words.answers)
    assert not [line for line in words.moves if not line.text.endswith(".")]
    assert not [line for line in words.kpis if " points at first" not in line.text and line.label != "Utilisation"]
    assert not [line for line in words.kpis if " points after week 1" not in line.text and line.label == "Utilisation"]


def reviewed(seat: Seat, split: Split, *decisions: Decision) -> Review:
    return Review(seat, decisions, over_the_play(seat, (), ()), (), split)


def split(player: int, luck: int) -> Split:
    """An average play at 70, a week of one's own and its luck, in tenths."""
    return Split(700, 0, (WeekSplit(1, player, 0, luck),), 700 + player + luck)


@pytest.mark.parametrize(
    ("player", "luck", "said"),
    [
        (-200, 150, "Luck was kinder than the decisions: with an average share of it they would have ended at 50.0."),
        (
            50,
            -150,
            "The decisions were better than what came of them: with average luck they would have ended at 75.0.",
        ),
        (2, -150, "It was not the decisions that cost most"),
    ],
)
def test_luck_and_judgement_are_told_apart(player: int, luck: int, said: str) -> None:
    words = review_words(played(Seat.AM), reviewed(Seat.AM, split(player, luck)))
    assert said in words.summary[0]


def test_an_upsell_that_another_answer_would_change_names_the_offer(monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer about something else altogether may sell or lose an offer, and a bare number does not say how."""
    play, other = played(Seat.AM, "balanced"), played(Seat.AM, "balanced")
    offer, account = play.scenario.offers[0], play.scenario.accounts[0]
    for each, status, sold in ((play, TAKEN, 900_000), (other, DECLINED, 0)):
        each.state.values[offer.status], each.state.values[account.upsell] = status, sold
    monkeypatch.setattr(
        "game.insight.words.debrief.answers.undone", lambda *_: Undone(Seat.AM, 1, "the_queue", "honest", play, other)
    )
    level = Value(60.0, 0.0, 0.0, "best")
    mine, rival = (Option(path, level, level) for path in ("promise", ""))
    said = undone_with(play, Seat.AM, Decision(1, "the_queue", "promise", (mine, rival)), rival)
    assert f" (“{offer.name}” not taken)" in said


def test_where_there_was_no_move_to_make_a_complaint_is_not_passed_over() -> None:
    """A complaint that a move cannot mend is no trouble one could have done something about, but it was there."""
    play = played(Seat.AM)
    told = review_words(play, reviewed(Seat.AM, split(0, 0))).moves[-1]
    assert told.text == "There was no move to make here: nobody had been let down."
    play.states[1].values[play.scenario.accounts[0].issue] = 1
    told = review_words(play, reviewed(Seat.AM, split(0, 0))).moves[-1]
    assert told.text.endswith("The complaint open in week 2 was about something else.")


def judged(play: Play, taken: str, known: dict[str, float], true: dict[str, float]) -> Decision:
    """The first answer of week 1, valued by hand; grades as gaps of 5 points make them."""

    def value(of: dict[str, float], path: str) -> Value:
        gap = max(of.values()) - of[path]
        return Value(of[path], gap, 0.1, "costly" if gap else "best")

    event = play.weeks[0].decisions.am.answers[0].event
    return Decision(1, event, taken, tuple(Option(path, value(known, path), value(true, path)) for path in known))


def test_where_the_truth_turns_a_verdict_it_is_said_what_nobody_had_told() -> None:
    play = next(p for p in (played(Seat.AM, seed=seed) for seed in range(1, 20)) if p.state.values[truth(p).holds])
    decision = judged(play, "promise", {"promise": 60.0, "range": 65.0}, {"promise": 65.0, "range": 60.0})
    (told,) = review_words(play, reviewed(Seat.AM, split(0, 0), decision)).answers
    assert (decision.turned, told.grade) == (True, "costly")
    assert f"Nobody had told you: {truth(play).tells} So it was as good an answer as any." in told.text


def test_only_what_leads_to_the_most_is_called_best_and_what_lies_within_chance_as_good() -> None:
    """59.3 stood as “Best” beside two options of 59.7."""
    play = played(Seat.AM)
    event = play.weeks[0].decisions.am.answers[0].event
    ways = {"promise": Value(59.3, 0.4, 0.28, "best"), "range": Value(59.7, 0.0, 0.0, "best")}
    options = tuple(Option(path, value, value) for path, value in ways.items())
    near, best = (Decision(1, event, path, options) for path in ways)
    assert (grade_words(near), grade_words(best)) == ("As good as the best", "Best")
    words = review_words(play, reviewed(Seat.AM, split(0, 0), near, best))
    assert words.summary[1] == "Of two answers with a choice, two were best or as good."
    assert [each.called for each in words.answers] == ["as good as the best", "best"]
    assert "led to 59.3 on average. All else that was open was as good, within chance or half a point." in (
        words.answers[0].text
    )


def truth(play: Play) -> Truth:
    return play.scenario.truths[0]
