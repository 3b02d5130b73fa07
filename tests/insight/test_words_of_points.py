"""Why the points of a number moved in a week: causes that add up, and no more than a seat may hear of."""

from __future__ import annotations

import pytest

from game.engine.model import KPIS, Seat, Task
from game.engine.play import Play
from game.engine.scores import number
from game.engine.view import observe
from game.insight.pace import forecast_parts
from game.insight.review.why import root
from game.insight.simulate import bots_for, run
from game.insight.words.cards import KpiRow, card
from game.insight.words.causes import cause_words
from game.insight.words.figures import decimal, whole
from game.insight.words.lived import Week, milestone_met
from game.insight.words.moved import meter_explained, meter_moved, told_of
from game.insight.words.points import BEGINS, BELOW, BEYOND, behind, points_moved
from tests.conftest import shipped

NAMES = ("first_monday", "scope_creep", "demanding_client", "resource_crunch")


@pytest.fixture(scope="module")
def plays() -> list[Play]:
    found = []
    for seed, name in enumerate(NAMES, 3):
        scenario = shipped(name)
        found += [run(scenario, seed, seat, bots_for(scenario, seat, "random")) for seat in Seat]
    return found


def _weeks(play: Play) -> list[tuple[int, KpiRow, KpiRow]]:
    """Every week of every number of a seat's own card, as it was and as it was after."""
    found = []
    for seat in (Seat.AM, Seat.PM) if play.seat is Seat.BOTH else (play.seat,):
        cards = [card(play, seat, play.seat, week).rows for week in range(len(play.states))]
        for week in range(1, len(cards)):
            found += [(week, was, now) for was, now in zip(cards[week - 1], cards[week], strict=True)]
    return found


def _week(value: str) -> str:
    """What is done in the week it was expected in has not moved."""
    return value.replace("Live, w", "W")


def test_every_number_that_moved_says_by_what_and_the_causes_add_up(plays: list[Play]) -> None:
    """In points where the score followed; else, as when a budget has room to spare, the number behind it does."""
    for play in plays:
        for week, was, now in _weeks(play):
            told = points_moved(play, week, now.name, play.seat)
            if was.points is None:
                assert now.points is None or (told is not None and told.line == BEGINS)
            elif now.points is not None and whole(was.points) != whole(now.points):
                assert told is not None
                assert sum(row.amount for row in told.rows) == pytest.approx(now.points - was.points, abs=0.0011)
                assert sum(row.shown for row in told.read) == pytest.approx(float(told.now) - float(told.was))
                assert (told.was, told.now) == (decimal(was.points), decimal(now.points))
            elif _week(was.value) != _week(now.value):
                moved = behind(play, week, now.name, play.seat)
                assert told is not None or moved, (play.scenario.title, week, now.label, was.value, now.value)
                for each in moved:
                    assert each.fact or sum(row.amount for row in each.rows) == pytest.approx(each.change)


def test_what_counts_for_no_score_is_told_with_what_did_it(plays: list[Play]) -> None:
    """A measure against a risk that brought no point is a measure all the same."""
    told = [points_moved(play, week, now.name, play.seat) for play in plays for week, _was, now in _weeks(play)]
    still = [each for each in told if each is not None and not each.fact and each.was == each.now]
    cut = [each for each in still if each.rows[-1].text.endswith(BELOW[0])]
    assert any(each.rows[0].text.startswith("You worked against the risk") for each in cut)
    for each in cut:
        assert each.line == f"{each.now}, as before"
        assert sum(row.shown for row in each.rows[:-1]) == pytest.approx(-each.rows[-1].shown)


def test_where_no_points_begin_and_where_all_are_reached_is_told_in_the_measure_of_the_number(
    plays: list[Play],
) -> None:
    """With what it means for what moved there: a gain is taken off what the causes come to, a loss is given back."""
    moved = [
        (now.name, points_moved(play, week, now.name, play.seat)) for play in plays for week, _was, now in _weeks(play)
    ]
    rows = [(name, row) for name, each in moved if each is not None for row in each.rows if row.key == BEYOND]
    told = {(name, row.text, row.sub, row.amount < 0.0) for name, row in rows}
    assert ("risk", "20\u00a0% or worse is worth 0 points", "gains there bring none", True) in told
    assert ("budget", "10\u00a0% under budget or better is worth 100 points", "losses there cost none", False) in told
    for _name, _text, sub, less in told:
        assert sub.startswith("gains" if less else "losses")


def test_no_seat_hears_why_a_number_of_the_other_moved(plays: list[Play]) -> None:
    for play in plays:
        for seat in (Seat.AM, Seat.PM):
            if play.seat is not Seat.BOTH and seat is not play.seat:
                assert not [name for name in KPIS[seat] if points_moved(play, 2, name, play.seat)]


def test_quality_moves_with_people_whose_minds_only_the_other_seat_knows(plays: list[Play]) -> None:
    """What oneself did to them is named, what the other did is one row, and together they are all of it."""
    texts = set()
    for play in [each for each in plays if each.seat is Seat.PM]:
        for week in range(1, len(play.states)):
            view = observe(play.scenario, play.states[week], Seat.PM)
            seen = {root(cause) for _week, moved, cause, _grains in play.weeks[week - 1].changes if view.live(moved)}
            told = points_moved(play, week, "quality", Seat.PM)
            for row in told.rows if told else ():
                texts.add("your answer" if row.sub.startswith("your answer") else row.text)
                words = cause_words(view, row.key)
                assert words.seat is not Seat.AM or row.key in seen, row
    assert "your answer" in texts
    assert "How content they are" in texts


def test_a_milestone_is_named_once_in_a_list_of_causes(plays: list[Play]) -> None:
    named = 0
    for play in [each for each in plays if each.seat is not Seat.AM]:
        for week in range(1, len(play.states)):
            told = points_moved(play, week, "on_time", play.seat)
            said = [row.sub.partition(",")[0] for row in told.rows if "the milestone " in row.sub] if told else []
            assert len(said) == len(set(said)), said
            named += len(said)
    assert named


def test_what_testing_missed_says_when_it_was_made_and_who_had_looked() -> None:
    monday = shipped("first_monday")
    play = run(monday, 3, Seat.PM, bots_for(monday, Seat.PM, "balanced"))
    found = points_moved(play, 3, "quality", Seat.PM)
    assert found is not None
    missed = next(row for row in found.rows if row.key == "law:escaped")
    assert missed.sub == "mistakes nobody found, most of them made in week 1; no reviews looked for them"


def test_a_delivery_in_its_week_is_counted_late_by_the_whole_week_and_says_so() -> None:
    """Foreseen in the middle of the week, it counts at its end: the day of a delivery is not kept."""
    play, week = _late_in_its_week()
    project = play.scenario.projects[0]
    assert [cause for cause, _grains in forecast_parts(play, week, project.forecast)] == ["law:delivered"]
    told = points_moved(play, week, "on_time", Seat.PM)
    assert told is not None
    assert told.change < 0.0
    handed_over = next(row for row in told.rows if row.text == "Handed over")
    assert "a delivery counts by its whole week: one week late, where" in handed_over.sub
    opened = meter_explained(play, week, Seat.PM, "delivery")
    assert opened is not None
    assert any(handed_over.sub in told_of(play, week, Seat.PM, row) for row in opened.rows)


def _late_in_its_week() -> tuple[Play, int]:
    scenario = shipped("demanding_client")
    project = scenario.projects[0]
    for seed in range(20):
        play = run(scenario, seed, Seat.PM, bots_for(scenario, Seat.PM, "balanced"))
        week = play.state.values[project.delivered]
        foreseen = number(scenario, play.states[week - 1].values, project.forecast) if week else 0.0
        if project.due < foreseen < project.due + 1 == week:
            return play, week
    raise AssertionError("no play is delivered a week late, as expected")


def test_a_milestone_lost_is_named_with_on_time_wherever_a_meter_names_that(plays: list[Play]) -> None:
    """A date that came nearer while a milestone fell out of its week read as a gain that cost points."""
    named = 0
    for play in plays:
        if play.seat is Seat.PM:
            for week in range(1, len(play.states)):
                said = meter_moved(play, week, Seat.PM, "delivery")
                _mostly, _then, after = said.partition("; then On time: ")
                lost = [t.name for t in play.scenario.tasks if t.milestone and _fell_out(Week(play, week, Seat.PM), t)]
                assert not after or all(name in after for name in lost), said
                named += bool(after and lost)
    assert named


def _fell_out(lived: Week, task: Task) -> bool:
    return milestone_met(lived, task, lived.week - 1) and not milestone_met(lived, task, lived.week)
