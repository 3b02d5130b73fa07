"""What moved, told as people tell it: facts, meters, faces, groups, causes, and a colleague who does not repeat."""

from __future__ import annotations

import functools
import itertools
import re
from pathlib import Path

import pytest

from game.engine.model import NONE, STANCES, Choice, Scenario, Seat
from game.engine.play import Play
from game.engine.view import observe
from game.insight.simulate import bots_for, run
from game.insight.words.asides import SAYS
from game.insight.words.beats import beats
from game.insight.words.cards import card
from game.insight.words.ending import EVENTFUL, TOLD, ending
from game.insight.words.facts import is_fact
from game.insight.words.headline_words import HEADLINES
from game.insight.words.headlines import CHEERFUL, headline
from game.insight.words.ledger import explain, lines
from game.insight.words.lived import Week
from game.insight.words.losses import losses
from game.insight.words.moods import mood
from game.insight.words.moved import meter_explained, meter_moved
from game.insight.words.quantities import delta_text
from game.insight.words.reactions import reaction
from game.insight.words.recap import recap as told_recap
from game.insight.words.surprises import mentioned
from game.scenario.load import load_scenario
from tests.conftest import shipped

recap = functools.cache(told_recap)  # the same weeks are read by many tests

SCENARIOS = Path(__file__).parents[2] / "scenarios"
NAMES = ("first_monday", "scope_creep", "resource_crunch")


def _load(name: str) -> Scenario:
    loaded = load_scenario(SCENARIOS / f"{name}.yaml")
    assert loaded.scenario is not None
    return loaded.scenario


@pytest.fixture(scope="module")
def plays() -> list[Play]:
    found = []
    for number, name in enumerate(NAMES):
        scenario = _load(name)
        for seat in Seat:
            for bot in ("balanced", "careless"):
                found.append(run(scenario, 8 + number, seat, bots_for(scenario, seat, bot)))
    return found


def test_the_full_ledger_lists_no_amount_of_what_is_no_amount(plays: list[Play]) -> None:
    for play in plays:
        for lived in play.weeks:
            for told in lines(play, lived.week, play.seat):
                assert told.title[:1] == told.title[:1].upper()
                if told.fact or is_fact(play.scenario, told.quantity):
                    assert (told.text_change, told.line) == ("", told.fact)
                    assert told.fact
                    assert all(row.text_amount == "" for row in told.rows)
                else:
                    assert told.text_change[:1] in ("+", "−"), told
                    owner = told.title.partition("’s ")[0].lower()
                    assert f"{owner}'s" not in told.title.lower(), told.title


def test_a_finished_task_and_a_promise_read_as_facts(plays: list[Play]) -> None:
    facts = [t.line for play in plays for w in play.weeks for t in lines(play, w.week, play.seat) if t.fact]
    assert any(fact.startswith("Finished in week") for fact in facts)
    assert any(fact.startswith("Promised, due week") for fact in facts)
    assert any(fact.startswith("You know now: ") for fact in facts)


def test_a_meter_names_the_number_that_moved_it_most(plays: list[Play]) -> None:
    for play in plays:
        for lived in play.weeks:
            for meter in recap(play, lived.week, play.seat).meters:
                assert meter.why == meter_moved(play, lived.week, play.seat, meter.name)
                if not meter.live:  # what a talk showed anew, or nothing
                    assert not meter.why or meter.why.startswith(f"{meter.label} was ")
                elif meter.why:
                    way = "up" if meter.shown_change > 0 else "down" if meter.shown_change < 0 else "about as before:"
                    assert meter.why.startswith(f"{meter.label} {way} ")
                    opened = meter_explained(play, lived.week, play.seat, meter.name)
                    assert opened is not None
                    assert sum(row.change for row in opened.rows) == pytest.approx(meter.change, abs=0.11)


def test_a_number_that_is_new_does_not_stand_alone_for_what_others_did_too() -> None:
    """In the first week the load begins to count, and the bill grew: both are why Delivery fell."""
    crossed, alone = _load("scope_creep"), _load("first_monday")
    play = run(crossed, 3, Seat.BOTH, bots_for(crossed, Seat.BOTH, "random"))
    told = meter_moved(play, 1, Seat.BOTH, "delivery")
    assert re.match(r"Delivery down [\d.]+, mostly because Utilisation counts from now on: 101", told)
    assert "; then Budget: £17,080 under, now £4,500 over." in told
    play = run(alone, 3, Seat.PM, bots_for(alone, Seat.PM, "balanced"))
    told = meter_moved(play, 1, Seat.PM, "delivery")
    assert re.fullmatch(r"Delivery up [\d.]+, because Utilisation counts from now on: 72[^;]+ is wanted\.", told)


def test_a_meter_the_scenario_does_not_have_cannot_be_opened(plays: list[Play]) -> None:
    assert meter_explained(plays[0], 1, plays[0].seat, "charm") is None
    assert meter_moved(plays[0], 0, plays[0].seat, "delivery") == ""


def test_a_reply_shows_on_a_face_only_where_it_did_something() -> None:
    scenario = _load("scope_creep")
    play = Play(scenario, 3, Seat.PM)
    felt = []
    for event in scenario.events:
        for choice in event.question.choices:
            felt += [_felt(play, choice, index) for index, _person in enumerate(scenario.people)]
    assert "" in felt
    assert {"pleased", "put out"} <= set(felt)


def _felt(play: Play, choice: Choice, index: int) -> str:
    view = observe(play.scenario, play.state, Seat.PM)
    return reaction(view, play.luck, choice, play.scenario.people[index], mood(view, index)).word


def test_people_are_known_by_either_name() -> None:
    scenario = _load("demanding_client")
    arun = next(i for i, p in enumerate(scenario.people) if p.name == "Arun Pillai")
    nadia = next(i for i, p in enumerate(scenario.people) if p.id == "nadia")
    assert mentioned(scenario, "The log is read by Mr Pillai, and written by Nadia.") == arun
    assert mentioned(scenario, "Nadia’s log is read by Mr Pillai.") == nadia
    assert mentioned(scenario, "Nadiarama is not a person.") == NONE


def test_a_late_line_stands_with_whom_it_names_and_shows_nobody_elses_mood(plays: list[Play]) -> None:
    for play in plays:
        people = play.scenario.people
        for lived in play.weeks:
            for line in recap(play, lived.week, play.seat).lines:
                named = mentioned(play.scenario, line.sentence)
                if not line.origin or line.icon != "history" or named == NONE:
                    continue
                assert line.group == ("client" if people[named].side == "client" else "team")
                for index, person in enumerate(people):
                    owner = f"{person.name.split()[0]}’s "
                    assert index == named or not line.label.startswith(owner), line


def test_a_colleague_says_nothing_twice_in_a_play(plays: list[Play]) -> None:
    for play in plays:
        if play.seat is Seat.BOTH:
            continue
        told = [recap(play, lived.week, play.seat).meanwhile for lived in play.weeks]
        said = [each.says for each in told if each is not None and each.says]
        assert len(said) == len(set(said))


def test_every_style_has_a_dozen_things_to_say() -> None:
    for table in SAYS.values():
        every = [line for lines_of in table.values() for line in lines_of]
        assert len(every) >= 12
        assert len(every) == len(set(every))
        assert all(len(table[stance]) >= 3 for stance in STANCES)  # two stories may have the same style in one seat


def test_causes_of_an_ending_can_be_pointed_at(plays: list[Play]) -> None:
    assert "law" not in TOLD
    for play in plays:
        told = ending(play, play.seat)
        assert told is not None
        for cause in told.causes:
            assert cause.text not in ("You noticed their work", "Time", "The load")
            assert cause.week >= 1
    assert "law:recognition" not in EVENTFUL


def test_who_noticed_whose_work_is_said_where_it_did_somebody_good(plays: list[Play]) -> None:
    noticed = [
        (play.seat, told.title, row.text)
        for play in plays
        for lived in play.weeks
        for told in lines(play, lived.week, play.seat)
        for row in told.rows
        if row.key == "law:recognition"
    ]
    assert noticed
    for seat, title, text in noticed:
        assert seat is not Seat.AM  # who does not see how the team feels
        assert title.endswith("’s morale")
        assert text == "You noticed their work"


def test_a_headline_about_an_old_answer_stands_over_a_week_in_which_one_of_the_reader_s_came_back(
    plays: list[Play],
) -> None:
    came = 0
    for play in plays:
        for lived in play.weeks:
            if _says(("late_bill",), headline(play, lived.week, play.seat)):
                came += 1
                told = [beat.cause for beat in beats(play, lived.week, play.seat) if beat.kind == "tells"]
                assert any(
                    cause is not None
                    and cause.origin
                    and cause.seat is not None
                    and play.seat in (cause.seat, Seat.BOTH)
                    for cause in told
                )
    assert came


def test_headlines_begin_with_a_capital(plays: list[Play]) -> None:
    for play in plays:
        for lived in play.weeks:
            said = headline(play, lived.week, play.seat)
            assert said[:1] == said[:1].upper()


def _says(kinds: tuple[str, ...], text: str) -> bool:
    """Whether a headline is one of these kinds, whatever its slots say."""
    templates = [template for kind in kinds for template in HEADLINES[kind]]
    return any(re.fullmatch(re.sub(r"\\\[\w+\\\]", ".+", re.escape(each)), text) for each in templates)


def test_no_headline_is_cheerful_over_a_week_in_which_something_fell(plays: list[Play]) -> None:
    fell = 0
    for play in plays:
        for lived in play.weeks:
            if losses(Week(play, lived.week, play.seat)):
                fell += 1
                assert not _says(CHEERFUL, headline(play, lived.week, play.seat))
    assert fell > 20


def test_a_headline_about_the_plan_has_its_line_below(plays: list[Play]) -> None:
    for play in plays:
        for lived in play.weeks:
            told = recap(play, lived.week, play.seat)
            if _says(("slip", "gain"), told.headline):
                numbers = [line.icon for line in told.lines]
                assert "calendar-days" in numbers, (told.headline, told.lines)


def test_a_trend_follows_the_date_that_is_shown(plays: list[Play]) -> None:
    """Where one week is read after another, the arrow between them is right, whatever the points say."""
    shown = 0
    for play in plays:
        dates = [_date(play, week) for week in range(len(play.states))]
        for (was, _trend), (now, trend) in itertools.pairwise(dates):
            if was and now and was != now:
                shown += 1
                assert trend == ("up" if now > was else "down"), (was, now)
    assert shown


def _date(play: Play, week: int) -> tuple[int, str]:
    row = next(row for row in card(play, Seat.PM, Seat.PM, week).rows if row.name == "on_time")
    digits = "".join(sign for sign in row.value if sign.isdigit())
    return int(digits) if digits else 0, row.trend


def test_a_date_lost_or_found_again_is_no_number_of_days(plays: list[Play]) -> None:
    scenario = plays[0].scenario
    forecast = scenario.projects[0].forecast
    assert delta_text(scenario, forecast, 88.0) == "no date"
    assert delta_text(scenario, forecast, -88.0) == "a date again"
    assert delta_text(scenario, forecast, 0.4) == "+2\u00a0days"


def test_a_forecast_names_the_decisions_behind_it() -> None:
    """Whose answer made a task bigger and what was bought that week have rows of their own."""
    scenario = shipped("scope_creep")
    project = scenario.projects[0]
    play = run(scenario, 5, Seat.PM, bots_for(scenario, Seat.PM, "careless"))
    later = explain(play, 4, project.forecast, Seat.PM)
    assert later is not None
    assert later.rows[0].text == "“Plan three rounds for nine people, and book the days”"
    assert sum(row.text_amount.startswith("+") for row in later.rows) > 2
    play = run(scenario, 7, Seat.PM, bots_for(scenario, Seat.PM, "people-pleaser"))
    bought = explain(play, 4, project.forecast_cost, Seat.PM)
    assert bought is not None
    assert "“Get Helena to give him £1,800 now, unasked”" in [row.text for row in bought.rows]


def test_a_week_of_the_forecast_is_told_once_even_where_nobody_decided_anything() -> None:
    """The pace so far begins to count once a fifth is done: that is a cause of its own."""
    scenario = shipped("scope_creep")
    play = run(scenario, 7, Seat.PM, bots_for(scenario, Seat.PM, "people-pleaser"))
    found = explain(play, 2, scenario.projects[0].forecast, Seat.PM)
    assert found is not None
    assert found.rows[0].text == "The pace so far"
    assert " was planned; by that alone it would end in week" in found.rows[0].sub
    assert found.rows[0].sub.endswith(", which counts for a quarter from now on")


def test_a_price_that_was_paid_is_the_price_that_was_named() -> None:
    """What four hundred spent do to a forecast by pace is the pace's doing, and not four hundred and sixty-five."""
    scenario = shipped("scope_creep")
    play = run(scenario, 7, Seat.PM, bots_for(scenario, Seat.PM, "balanced"))
    paid = 0
    for week in range(1, len(play.weeks) + 1):
        found = explain(play, week, scenario.projects[0].forecast_cost, Seat.PM)
        for row in () if found is None else found.rows:
            if row.key.startswith("move:mitigate"):
                paid += 1
                assert row.sub == f"{row.text_amount.removeprefix('+')} spent"
    assert paid > 2
