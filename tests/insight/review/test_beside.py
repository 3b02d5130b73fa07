"""Two plays side by side: where they parted, what each decided, and what the difference is made of."""

from __future__ import annotations

import pytest

from game.engine.model import Seat
from game.engine.play import Play
from game.engine.state import Answer, Decisions, SeatDecisions
from game.insight.review.beside import beside
from game.insight.review.choices import with_seat
from game.insight.review.why import undone
from game.insight.simulate import bots_for, run
from game.insight.words.debrief.side_by_side import beside_words, title_words
from tests.conftest import shipped


def monday(seat: Seat = Seat.AM, bot: str = "balanced", seed: int = 2) -> Play:
    scenario = shipped("first_monday")
    return run(scenario, seed, seat, bots_for(scenario, seat, bot))


def test_a_branch_parts_where_it_was_answered_otherwise() -> None:
    play = monday()
    event, taken = play.weeks[1].decisions.am.answers[0].event, play.weeks[1].decisions.am.answers[0].path[0]
    instead = "not_now" if taken != "not_now" else "quote"
    found = beside(play, undone(play, Seat.AM, 2, event, instead).other, Seat.AM)
    assert (found.same_luck, found.parted) == (True, 2)
    met = next(each for each in found.answers if each.event == event)
    assert (met.week_one, met.one, met.week_other, met.other, met.same) == (2, taken, 2, instead, False)
    assert all(each.same for each in found.answers if each.week < 2)
    for line in (*found.meters, *found.kpis):
        assert line.one[:2] == line.other[:2]
    words = beside_words(found, ("the play", "the branch"))
    assert words.headline[0].startswith("They were one play until week 2. Then “Also boxes” got “")
    assert "in the branch." in words.headline[0]


@pytest.mark.parametrize("seat", Seat)
def test_what_lies_between_two_scores_is_shared_among_the_kpis(seat: Seat) -> None:
    one, other = monday(seat), monday(seat, "random", 7)
    found = beside(one, other, seat)
    assert sum(part.worth for part in found.parts) == pytest.approx(found.ahead)
    assert one.outcome is not None
    assert other.outcome is not None
    assert found.scores == pytest.approx((one.outcome.score, other.outcome.score))
    shown = [round(10 * float(row.worth.replace("−", "-"))) for row in beside_words(found).kpis]
    assert sum(shown) == round(10 * round(found.scores[1], 1)) - round(10 * round(found.scores[0], 1))
    score = found.meters[0]
    assert (score.one[-1], score.other[-1]) == found.scores
    assert len(score.one) == len(one.weeks) + 1


def test_a_play_beside_itself_never_parts() -> None:
    found = beside(monday(), monday(), Seat.AM)
    assert (found.parted, found.ahead, found.same_luck) == (0, 0.0, True)
    words = beside_words(found)
    assert words.headline[0] == "They are one and the same play."
    assert title_words(found) == f"Both ended at {words.scores[0]}."  # to the digit that stands below it
    assert all(row.same for row in (*beside_words(found).answers, *beside_words(found).moves))


def test_what_somebody_else_decided_is_not_told_as_yours() -> None:
    """Two people played: on this side nothing differs, on the other a move."""
    one, other = Play(shipped("first_monday"), 2, Seat.AM), Play(shipped("first_monday"), 2, Seat.AM)
    lived = monday().weeks[0].decisions
    one.live(lived)
    assert (
        beside_words(beside(one, other, Seat.AM)).headline[0] == "They are one play so far; the other stands at week 1."
    )
    other.live(with_seat(lived, Seat.PM, SeatDecisions(lived.pm.answers)))
    assert beside_words(beside(one, other, Seat.AM)).headline[0].endswith("was decided in the other seat.")


def test_another_attempt_has_luck_of_its_own() -> None:
    found = beside(monday(), monday(bot="careless", seed=3), Seat.AM)
    said = beside_words(found).headline[0]
    assert not found.same_luck
    assert said.startswith("Each had luck of its own from the start. They first decided differently in week 1")


def test_where_only_moves_differ_they_are_named() -> None:
    play = Play(shipped("first_monday"), 2, Seat.AM)
    twin = play.back_to(1)
    lived = monday().weeks[0].decisions
    play.live(lived)
    twin.live(with_seat(lived, Seat.AM, SeatDecisions(lived.am.answers)))
    words = beside_words(beside(play, twin, Seat.AM))
    assert "in this play you " in words.headline[0]
    assert "; in the other you did not." in words.headline[0]
    assert words.moves[0].other == "no move"
    assert "stands at" in words.headline[1]


def test_an_event_only_one_of_them_met_is_told_so() -> None:
    play = Play(shipped("first_monday"), 2, Seat.BOTH)
    twin = play.back_to(1)
    event = play.scenario.events[play.state.inbox[0]]
    play.live(Decisions(SeatDecisions((Answer(event.id, (event.question.choices[0].id,)),))))
    found = beside(play, twin, Seat.BOTH)
    met = next(each for each in found.answers if each.event == event.id)
    assert (met.week_one, met.week_other, met.shared) == (1, 0, False)
    row = next(each for each in beside_words(found).answers if each.event == event.id)
    assert row.other == "not yet"


def test_plays_of_other_stories_or_seats_are_refused() -> None:
    with pytest.raises(ValueError, match="one scenario"):
        beside(monday(), monday(Seat.PM), Seat.AM)
