"""A number opened: what it is made of says what its value says, and its ledger says the same."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from game.engine.model import KPIS, Seat
from game.engine.play import Play
from game.engine.scores import WENT_BY
from game.engine.state import Decisions, Move, SeatDecisions
from game.engine.view import observe
from game.insight.pace import SET_FREE, forecast_parts
from game.insight.simulate import bots_for, decide, run, run_constant
from game.insight.words.cards import Meter, card
from game.insight.words.causes import choices_on
from game.insight.words.chips import choice_chips
from game.insight.words.details import kpi_detail
from game.insight.words.feeds import fed_by
from game.insight.words.figures import DAYS, half_day_of
from game.insight.words.ledger import Explanation, explain, lines
from game.insight.words.moved import MeterMoved, meter_moved
from game.insight.words.points import points_moved
from game.insight.words.risks import REALISED
from game.insight.words.score_notes import score_note
from game.insight.words.worth import worth
from game.scenario.load import load_text
from tests.conftest import shipped
from tests.scenario.conftest import STORY


@pytest.fixture(scope="module")
def monday() -> Play:
    """Three weeks of the first story in which nobody makes a move."""
    return run_constant(shipped("first_monday"), 7, Seat.PM, ())


@pytest.fixture(scope="module")
def ledgers() -> list[Explanation]:
    """Everything that moved in a play of each of four stories."""
    names = (("first_monday", 7), ("dependencies", 9), ("resource_crunch", 3), ("upsell_opportunity", 1))
    plays = [run(shipped(name), seed, Seat.BOTH, bots_for(shipped(name), Seat.BOTH, "random")) for name, seed in names]
    return [told for play in plays for lived in play.weeks for told in lines(play, lived.week, Seat.BOTH)]


def test_milestones_are_expected_in_time_until_they_are_met(monday: Play) -> None:
    told = [dict(kpi_detail(monday, "on_time", Seat.PM, week).parts)["Milestones in time"] for week in range(4)]
    assert told == ["1 expected of 1"] * 3 + ["1 met of 1"]


def test_regular_checks_are_there_since_the_week_in_which_they_were_asked_for() -> None:
    monday = shipped("first_monday")
    play = Play(monday, 7, Seat.BOTH)
    play.live(Decisions(am=SeatDecisions(moves=(Move("review", monday.projects[0].id, "more"),))))
    checks = [value for what, value in kpi_detail(play, "quality", Seat.BOTH).parts if what.endswith("regular checks")]
    assert checks == ["reviews, since week\u00a01"]


def test_how_far_a_renewal_is_prepared_is_told_as_ready() -> None:
    play = Play(shipped("first_monday"), 7, Seat.BOTH)
    play.live(Decisions(am=SeatDecisions(moves=(Move("prepare_renewal", "account"),))))
    told = [each for each in lines(play, 1, Seat.BOTH) if each.short == "Prepared"]
    assert [(each.line, each.text_change) for each in told] == [
        ("0\u00a0% ready before, 34\u00a0% ready now", "+34\u00a0%")
    ]


@pytest.mark.parametrize("name", ["first_monday", "resource_crunch"])
def test_nothing_a_number_opens_with_lets_a_per_cent_sign_fall_to_the_next_line(name: str) -> None:
    play = run(shipped(name), 7, Seat.BOTH, bots_for(shipped(name), Seat.BOTH, "random"))
    for week in range(1, len(play.states)):
        for kpi in KPIS[Seat.AM] + KPIS[Seat.PM]:
            opened, moved = kpi_detail(play, kpi, Seat.BOTH, week), points_moved(play, week, kpi, Seat.BOTH)
            rows = [text for row in moved.rows for text in (row.text, row.sub)] if moved else []
            parts = [text for part in opened.parts for text in part]
            assert not [text for text in (opened.formula, opened.points, opened.note, *parts, *rows) if " %" in text]


def test_a_load_that_is_one_off_is_off_by_a_point_and_not_by_points(monday: Play) -> None:
    values, project = list(monday.state.values), monday.scenario.projects[0]
    told = []
    for percent in (69, 68):
        values[project.utilisation] = monday.scenario.quantities[project.utilisation].per_unit * percent // 100
        told.append(worth(monday.scenario, "utilisation", values, f"{percent} %").partition(" the ")[0])
    assert told == ["69 % is 1 percentage point off", "68 % is 2 percentage points off"]


def test_the_age_of_an_estimate_is_one_age(monday: Play) -> None:
    told = [dict(kpi_detail(monday, "on_time", Seat.PM, week).parts) for week in range(3)]
    assert [each["Last honest estimate"] for each in told] == ["this week", "last week", "two weeks ago"]
    ages = [
        each.line for week in (1, 2) for each in lines(monday, week, Seat.PM) if each.short == "Age of the estimate"
    ]
    assert ages == ["from 0\u00a0weeks to 1\u00a0week", "from 1\u00a0week to 2\u00a0weeks"]


def _half_days(text: str) -> int:
    """Half days from the first Monday to a moment such as Tuesday noon of week 10."""
    day, half, week = re.fullmatch(r"(\w+) (noon|evening) of week.(\d+)", text).groups()  # type: ignore[union-attr]
    return 10 * (int(week) - 1) + 2 * DAYS.index(day) + (1 if half == "noon" else 2)


def test_half_days_are_as_fine_as_a_forecast_is_kept() -> None:
    assert [half_day_of(week / 10) for week in (1, 2, 10, 11)] == [
        "Monday noon of week\u00a01",
        "Monday evening of week\u00a01",
        "Friday evening of week\u00a01",
        "Monday noon of week\u00a02",
    ]


def test_a_date_that_moved_shows_from_where_to_where(ledgers: list[Explanation]) -> None:
    moved = 0
    for told in ledgers:
        if told.short in ("Finish", "Go-live") and not told.fact and "no date" not in told.line:
            moved += 1
            assert _half_days(told.now) - _half_days(told.was) == round(2 * 5 * told.change)
    assert moved > 30


def test_nothing_that_moved_reads_as_before(ledgers: list[Explanation]) -> None:
    assert not [told.line for told in ledgers if told.change and "as before" in told.line]


def _opened(play: Play, name: str, week: int) -> dict[str, str]:
    return dict(kpi_detail(play, name, play.seat, week).parts)


def test_the_parts_of_quality_add_up_to_it(monday: Play) -> None:
    for week in range(4):
        found = _opened(monday, "quality", week)
        made = [int(text.partition(" of ")[0]) for text in found.values() if re.match(r"\d+ of \d+", text)]
        assert len(made) == 2
        assert sum(made) == int(kpi_detail(monday, "quality", Seat.PM, week).row.value)
    assert _opened(monday, "quality", 0)["For how content those who receive it are"] == "27 of 40"


def test_the_ledger_says_how_the_numbers_of_one_person_hang_together() -> None:
    """Only trust is on the screen of a week; whoever reads on meets the two stocks it is made of."""
    play = run(shipped("scope_creep"), 3, Seat.AM, bots_for(shipped("scope_creep"), Seat.AM, "balanced"))
    told = {each.title.replace("\u00a0", " ") for lived in play.weeks for each in lines(play, lived.week, Seat.AM)}
    assert {
        "Dana’s trust",
        "Dana’s confidence, 60 % of trust",
        "Dana’s relationship, 40 % of trust",
        "Dana’s expectation, what a week is measured against",
    } <= told


def test_what_is_not_delivered_has_reached_nobody_broken() -> None:
    play = Play(shipped("scope_creep"), 3, Seat.PM)
    project, values = play.scenario.projects[0], play.state.values
    values[project.defects] = 2 * play.scenario.quantities[project.defects].per_unit
    for delivered, said in ((0, "broken in what the client sees so far"), (9, "reached the client broken")):
        values[project.delivered] = delivered
        assert dict(kpi_detail(play, "quality", Seat.PM).parts)[f"Web shop: {said}"] == "2\u00a0days"
        assert ("reached them" in score_note(play.scenario, values, "quality")) == bool(delivered)


def test_what_a_risk_counts_for_is_said_in_plain_words() -> None:
    """One that went by without coming still counts, and a weight in money is no bill: both are said once."""
    play = Play(shipped("scope_creep"), 3, Seat.PM)
    play.state.values[play.scenario.week] = 10
    told = kpi_detail(play, "risk", Seat.PM)
    assert any("went by without coming, weighed at" in what for what, _value in told.parts)
    assert WENT_BY == REALISED == 0.5
    assert "went by counts half of what was not covered" in told.note
    assert "no bill" in told.note


def test_before_a_week_was_worked_there_is_no_load_to_be_read_or_to_fall(monday: Play) -> None:
    assert kpi_detail(monday, "utilisation", Seat.PM, 0).row.value == "—"
    assert _opened(monday, "utilisation", 0)["Pre-order page"] == "no week worked yet"
    first, second = (next(e for e in lines(monday, w, Seat.PM) if e.short == "Utilisation") for w in (1, 2))
    assert first.line == f"{_opened(monday, 'utilisation', 1)['Pre-order page']}, which counts from now on"
    assert not first.text_change
    assert second.text_change


def test_a_score_of_two_people_who_agree_is_not_certain() -> None:
    play = Play(shipped("first_monday"), 7, Seat.AM)
    assert _opened(play, "satisfaction", 0)["NPS, from so few a guess"] == "0 ± 28"


def test_an_arrow_goes_where_the_number_beside_it_went() -> None:
    turned = 0
    for name in ("first_monday", "scope_creep", "resource_crunch"):
        play = run(shipped(name), 8, Seat.BOTH, bots_for(shipped(name), Seat.BOTH, "random"))
        for week in range(1, len(play.weeks) + 1):
            for seat in (Seat.AM, Seat.PM):
                rows = zip(
                    card(play, seat, Seat.BOTH, week - 1).rows, card(play, seat, Seat.BOTH, week).rows, strict=True
                )
                for was, now in rows:
                    if re.fullmatch(r"\d+(.%)?", now.value) and was.value[:1].isdigit():
                        turned += 1
                        before, after = (int(each.value.rstrip("%")) for each in (was, now))
                        assert now.trend == ("flat" if after == before else "up" if after > before else "down"), now
    assert turned > 100


def test_the_pace_is_said_to_be_what_it_did(ledgers: list[Explanation]) -> None:
    worse = re.compile("later than the plan (now|still, by more)|sooner than the plan still, by less|no longer sooner")
    told = [row for each in ledgers for row in each.rows if row.key == "law:pace_so_far"]
    for row in told:
        first = row.sub.endswith("from now on")
        assert first or bool(worse.search(row.sub)) is (row.amount > 0.0), row
    assert len({row.sub for row in told}) > 3


def test_nobody_who_had_nothing_to_do_made_a_date_sooner(ledgers: list[Explanation]) -> None:
    told = [row for each in ledgers for row in each.rows if row.key == "law:week_work"]
    assert any(row.sub.startswith("little that was ready") for row in told)
    assert all(row.amount > 0.0 for row in told if row.sub.startswith("little that was ready"))


def test_what_is_done_in_the_week_it_was_expected_in_does_not_move(monday: Play) -> None:
    told = lines(monday, 1, Seat.PM)
    assert [each.line for each in told if each.title == "The sketch"] == ["Finished in week\u00a01"]
    assert "The sketch: finish" not in [each.title for each in told]
    live = lines(monday, 3, Seat.PM)
    assert "Pre-order page: go-live" not in [each.title for each in live]
    assert "Handed over in week\u00a03" in [each.line for each in live]


def test_what_a_decision_costs_says_the_money_and_the_days_it_came_by(ledgers: list[Explanation]) -> None:
    said = [
        row for each in ledgers if each.short == "Budget needed" for row in each.rows if not row.key.startswith("law:")
    ]
    with_days = [row for row in said if re.search(r"days?, ", row.sub)]
    assert len(with_days) > 10
    for row in with_days:
        later = re.search(r"([+−])[\d.]+.days?, ", row.sub)
        assert later, row
        assert ("pay with it" in row.sub) is ((later[1] == "+") is (row.amount > 0.0)), row
    assert any("spent" in row.sub for row in said)


def test_an_open_complaint_says_what_it_is_about_and_a_person_who_left_what_made_it_likelier(
    ledgers: list[Explanation],
) -> None:
    felt = [row.sub for each in ledgers for row in each.rows if row.key == "law:open_issue"]
    assert felt
    assert all(re.match(r"about “.+”, since week \d+: felt", sub) for sub in felt)
    left = [row.sub for each in ledgers if each.fact == "Has left" for row in each.rows]
    assert left
    assert all("a week" in sub for sub in left)


def test_a_meter_shows_with_its_change_the_very_number_it_opens_with() -> None:
    meter = Meter("relationship", "Relationship", 66.6, 0.3, True, 3, "up", "", "rel")
    assert (meter.shown, meter.moved, meter.way) == ("66.6", "+0.3", "up 0.3")
    assert MeterMoved(meter, "", True, ()).exact == "66.3 before, 66.6 now."
    still = replace(meter, value=56.46, change=0.01)
    assert (still.shown, still.moved, still.way) == ("56.5", "0.0", "")


@pytest.mark.parametrize(
    ("seat", "told"),
    [
        (Seat.PM, ["the part of what was sold that is for the work, the rest is margin"]),
        (
            Seat.BOTH,
            [
                "£3,500 of it is for the work, the rest is margin",
                "the part of £5,100 that is for the work, the rest is margin",
            ],
        ),
    ],
)
def test_a_sale_that_raises_a_budget_says_what_of_it_is_margin(seat: Seat, told: list[str]) -> None:
    sale = "effects: {account.upsell: +5_100, project.budget: +3_500}"
    loaded = load_text(
        STORY.replace("weeks: 10\n", "weeks: 10\ncurrency: £\n").replace("accommodate}", f"accommodate, {sale}}}"),
        "sale.yaml",
    )
    assert loaded.scenario is not None, loaded.problems
    play = Play(loaded.scenario, 1, seat)
    play.live(decide(play, bots_for(loaded.scenario, seat, "first")))
    rows = [row for each in lines(play, 1, seat) for row in each.rows if row.text == "“Take them all on”"]
    assert [row.sub.partition("; ")[2] for row in rows if "margin" in row.sub] == told


def test_what_a_visit_cost_is_called_given_away_wherever_it_counts() -> None:
    play = Play(shipped("first_monday"), 7, Seat.BOTH)
    play.live(Decisions(am=SeatDecisions(moves=(Move("visit", "agnes"),))))
    opened = kpi_detail(play, "revenue", Seat.BOTH)
    assert "− given away)" in opened.formula
    assert "less £300 given away" in opened.parts[0][1]
    assert score_note(play.scenario, play.state.values, "revenue") == "£300 given away, visits included"


def moved_by_upsell(name: str, seat: Seat, bot: str, seed: int, week: int) -> str:
    play = run(shipped(name), seed, seat, bots_for(shipped(name), seat, bot))
    return meter_moved(play, week, seat, "relationship").replace("\u00a0", " ")


def test_what_is_still_on_offer_is_told_as_an_amount_beside_what_is_signed() -> None:
    told = moved_by_upsell("demanding_client", Seat.AM, "balanced", 1, 3)
    assert re.search(r"CHF 0 signed, now CHF 22,000 signed, and CHF [\d,]+ to expect from open offers", told)


def test_a_sale_that_is_named_is_not_credited_with_what_was_sold_beside_it() -> None:
    told = moved_by_upsell("demanding_client", Seat.PM, "random", 1, 4)
    assert "now CHF 30,200 signed (“Tax statements” CHF 22,000 and CHF 8,200 of other sales)" in told
    alone = moved_by_upsell("demanding_client", Seat.PM, "balanced", 1, 4)
    assert "now CHF 22,000 signed (“Tax statements”)" in alone


def test_who_comes_over_from_a_delivery_is_named_for_the_bill_they_bring() -> None:
    """A delivery sets its team free for the other project, which pays them from then on."""
    story = shipped("resource_crunch")
    play = run(story, 11, Seat.PM, bots_for(story, Seat.PM, "balanced"))
    merrow, fell = story.projects
    week = play.state.values[merrow.delivered]
    by_cause = dict(forecast_parts(play, week, fell.forecast_cost))
    assert max(by_cause, key=lambda cause: by_cause[cause]) == SET_FREE
    assert SET_FREE not in dict(forecast_parts(play, week, merrow.forecast_cost))
    told = fed_by(play, week, observe(story, play.states[week], Seat.PM), fell.forecast_cost, SET_FREE, True)
    assert told == "Tomasz, Sami and Beatriz"


def test_what_silence_costs_names_whom_nobody_called() -> None:
    play = run_constant(shipped("first_monday"), 7, Seat.AM, (Move("call", "agnes"),))
    told = points_moved(play, 3, "churn", Seat.AM)
    assert told is not None
    assert "nobody called or visited Rufus this week" in [row.sub for row in told.rows]
    agnes = next(each for each in play.scenario.people if each.id == "agnes")
    spoken_with = explain(play, 3, agnes.silence, Seat.AM)
    assert spoken_with is not None
    assert "a week has gone by since" in [row.sub for row in spoken_with.rows]


def test_a_sale_is_labelled_for_each_seat_by_what_reaches_it() -> None:
    """Of £5,100 for a list of wishes, £3,500 are for the work: the rest never reaches who manages it."""
    play = Play(shipped("scope_creep"), 3, Seat.BOTH)
    priced = choices_on(play.scenario, "eleven/quote")[1][-1]
    for seat, brought in ((Seat.AM, "£5,100 in"), (Seat.PM, "£3,500 in")):
        assert brought in [chip.text for chip in choice_chips(observe(play.scenario, play.state, seat), priced)]
