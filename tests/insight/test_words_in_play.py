"""Whole plays of the shipped scenarios, read as a player would read them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.engine.model import KPIS, NONE, Scenario, Seat
from game.engine.play import Play
from game.engine.scores import kpi
from game.engine.view import observe
from game.insight.review.why import on_card
from game.insight.simulate import bots_for, run
from game.insight.words import tellings
from game.insight.words.amounts import change_of, grains
from game.insight.words.beats import beats
from game.insight.words.cards import card, meters
from game.insight.words.causes import LAWS, cause_words, choices_on, quoted
from game.insight.words.chips import choice_chips
from game.insight.words.choosing import MOST_LINES
from game.insight.words.details import kpi_detail
from game.insight.words.ending import ending
from game.insight.words.figures import POINTS, whole
from game.insight.words.goals import goals
from game.insight.words.happenings import THINGS
from game.insight.words.headline_words import HEADLINES
from game.insight.words.ledger import explain, lines
from game.insight.words.lived import Week
from game.insight.words.moved import KpiMoved, meter_explained
from game.insight.words.promises import promises
from game.insight.words.quantities import trust_of, trusting
from game.insight.words.recap import Recap, recap
from game.insight.words.risks import shares
from game.insight.words.sentences import Spoken, phrase
from game.insight.words.story import story
from game.insight.words.variety import freshest, unlike
from game.insight.words.verdict import verdict
from game.scenario.library import find
from game.scenario.load import load_scenario
from tests.conftest import shipped

SCENARIOS = Path(__file__).parents[2] / "scenarios"
NAMES = ("first_monday", "scope_creep")


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
            for bot in ("random", "balanced", "careless"):
                found.append(run(scenario, 3 + number, seat, bots_for(scenario, seat, bot)))
    return found


@pytest.fixture(scope="module")
def recaps(plays: list[Play]) -> list[tuple[Play, Recap]]:
    return [(play, recap(play, lived.week, play.seat)) for play in plays for lived in play.weeks]


def test_every_cause_a_play_writes_has_words(plays: list[Play]) -> None:
    for play in plays:
        view = observe(play.scenario, play.state, play.seat)
        for lived in play.weeks:
            for _week, _quantity, cause, _grains in lived.changes:
                words = cause_words(view, cause)
                assert words.text
                assert words.text != cause.partition(":")[2], cause


def test_every_law_the_engine_names_has_words() -> None:
    engine = SCENARIOS.parent / "game" / "engine"
    named = set()
    for file in engine.rglob("*.py"):
        for part in file.read_text(encoding="utf-8").split('"law:')[1:]:
            named.add(part.split('"')[0].partition("/")[0])
    assert named - set(LAWS) == set()


def test_rows_of_an_explanation_sum_to_the_change_exactly(plays: list[Play]) -> None:
    for play in plays:
        for lived in play.weeks:
            for found in lines(play, lived.week, play.seat):
                if found.fact:
                    continue
                per_unit = (
                    100 if trusting(found.quantity) != NONE else play.scenario.quantities[found.quantity].per_unit
                )
                rows = sum(round(row.amount * per_unit) for row in found.rows)
                assert rows == round(found.change * per_unit), (found.title, found.rows)


def test_what_rows_show_sums_to_what_the_change_shows(plays: list[Play]) -> None:
    for play in plays:
        for lived in play.weeks:
            for found in lines(play, lived.week, play.seat):
                if found.kind == "client" and trusting(found.quantity) != NONE:
                    shown = sum(_tenths(row.text_amount) for row in found.rows)
                    assert shown == _tenths(found.text_change) == _tenths(found.now) - _tenths(found.was)


def test_a_change_reads_the_same_in_a_line_in_a_reason_and_at_the_head_of_its_ledger(
    recaps: list[tuple[Play, Recap]],
) -> None:
    in_reasons = 0
    for play, told in recaps:
        for line in told.lines:
            found = explain(play, told.week, line.quantity, play.seat) if line.quantity != NONE else None
            if found is not None and found.text_change and line.label != "Sold on top":
                assert line.delta == found.text_change
            rows = {row.text: row.text_amount for row in found.rows} if found is not None else {}
            for cause, amount in re.findall(r"(Through \w+’s (?:satisfaction|trust)) ([^·]+\w)", line.why):
                in_reasons += 1
                assert rows[cause] == amount.removesuffix(POINTS) + POINTS, line.why
    assert in_reasons > 10


def _tenths(text: str) -> int:
    return round(10 * float(text.replace("−", "-").replace("+", "")))


def test_trust_is_six_parts_confidence_and_four_parts_relationship(plays: list[Play]) -> None:
    play = plays[-1]
    for index, person in enumerate(play.scenario.people):
        if person.side == "client":
            for week in range(1, len(play.weeks) + 1):
                exact = 0.6 * change_of(play, week, person.confidence) + 0.4 * change_of(
                    play, week, person.relationship
                )
                assert change_of(play, week, trust_of(index)) == pytest.approx(exact, abs=0.011)
                assert 0 <= grains(play, week, trust_of(index)) <= 10_000


def test_nobody_reads_a_ledger_line_of_the_other_side(plays: list[Play]) -> None:
    for play in plays:
        view = observe(play.scenario, play.state, play.seat)
        for lived in play.weeks:
            for found in lines(play, lived.week, play.seat):
                assert trusting(found.quantity) != NONE or view.live(found.quantity)
    hidden = next(t.hidden for t in plays[-1].scenario.tasks)
    assert explain(plays[-1], 1, hidden, Seat.BOTH) is None


def test_a_recap_fits_its_page_and_leaves_no_hole_in_a_sentence(recaps: list[tuple[Play, Recap]]) -> None:
    for _play, told in recaps:
        assert told.headline
        assert len(told.lines) <= MOST_LINES
        texts = [told.headline, told.pull, *told.warnings]
        texts += [part for line in told.lines for part in (line.sentence, line.why, line.label, line.delta)]
        if told.meanwhile is not None:
            texts += [told.meanwhile.text, told.meanwhile.says]
        for text in texts:
            assert "[" not in text, text
            assert "  " not in text, text
            assert ".." not in text, text


def test_numbers_behind_a_line_can_be_opened_by_the_seat_that_reads_it(recaps: list[tuple[Play, Recap]]) -> None:
    for play, told in recaps:
        for line in told.lines:
            if line.quantity != NONE:
                assert explain(play, told.week, line.quantity, play.seat) is not None


def test_no_headline_comes_twice_in_a_play(recaps: list[tuple[Play, Recap]]) -> None:
    said: dict[int, list[str]] = {}
    for play, told in recaps:
        said.setdefault(id(play), []).append(told.headline)
    for headlines in said.values():
        assert len(headlines) == len(set(headlines))


def test_a_line_never_quotes_what_another_line_of_the_week_quoted(recaps: list[tuple[Play, Recap]]) -> None:
    for _play, told in recaps:
        rests = [line.rest for line in told.lines]
        assert len(rests) == len(set(rests))


def test_the_same_week_is_told_the_same_way_twice(plays: list[Play]) -> None:
    play = plays[-1]
    assert recap(play, 2, play.seat) == recap(play, 2, play.seat)


def test_one_person_in_both_seats_hears_of_no_colleague(recaps: list[tuple[Play, Recap]]) -> None:
    for play, told in recaps:
        assert (told.meanwhile is None) == (play.seat is Seat.BOTH)
        assert (told.pull != "") == (play.seat is Seat.BOTH)


def test_a_human_colleague_speaks_for_themselves(plays: list[Play]) -> None:
    play = next(p for p in plays if p.seat is Seat.PM)
    told = recap(play, 1, Seat.PM, human_colleague=True)
    assert told.meanwhile is not None
    assert told.meanwhile.says == ""


def test_the_other_side_of_the_card_is_as_old_as_the_last_talk(plays: list[Play]) -> None:
    for play in plays:
        if play.seat is Seat.BOTH:
            continue
        other = Seat.PM if play.seat is Seat.AM else Seat.AM
        known = play.state.known_am if play.seat is Seat.AM else play.state.known_pm
        theirs = card(play, other, play.seat)
        assert not theirs.live
        assert theirs.as_of == known[0]
        assert all(row.trend == "none" for row in theirs.rows)


def test_every_kpi_opens_and_says_how_its_points_come_about(plays: list[Play]) -> None:
    for play in plays[::3]:
        for seat in KPIS:
            for name in KPIS[seat]:
                found = kpi_detail(play, name, play.seat)
                assert found.formula
                assert found.row.points is None or f" {whole(found.row.points)} of 100" in found.points.replace(
                    "all 100", "100 of 100"
                )
                assert found.row.counts in found.points


def test_what_each_risk_takes_adds_up_to_what_is_missing_from_the_kpi(plays: list[Play]) -> None:
    for play in plays:
        for state in play.states:
            covered = kpi(play.scenario, state.values, "risk")
            if covered is not None:
                missing = sum(shares(play.scenario, state.values))
                assert min(100, missing) == pytest.approx(100.0 - 100.0 * covered, abs=0.51)


def test_a_risk_that_struck_stays_in_its_kpi_with_what_it_took(plays: list[Play]) -> None:
    for play in plays:
        parts = kpi_detail(play, "risk", Seat.PM if play.seat is Seat.AM else play.seat).parts
        told = [what for what, value in parts if "against you" in value]
        for risk in play.scenario.risks:
            if play.state.values[risk.struck]:
                assert any(what.startswith(risk.name) and "struck" in what for what in told)


def test_goals_promises_meters_and_verdict_read_at_every_opening(plays: list[Play]) -> None:
    for play in plays:
        for week in range(1, len(play.weeks) + 1):
            then = play.back_to(week) if week == 2 else play
            assert all(goal.line and goal.icon for goal in goals(then, play.seat))
            assert all(0.0 <= meter.value <= 100.0 for meter in meters(then, play.seat))
            assert "[" not in verdict(then, play.seat)
            for promise in promises(then, play.seat, settled=True):
                assert promise.estimate or promise.level == "over"


def test_the_last_week_warns_of_no_more_weeks_like_it() -> None:
    scenario = find("dependencies").scenario
    assert scenario is not None
    play = run(scenario, 6, Seat.PM, bots_for(scenario, Seat.PM, "careless"))
    last = play.states[scenario.weeks].values
    assert any(ending.early and last[ending.warned] for ending in scenario.endings)
    assert recap(play, scenario.weeks, Seat.PM).headline not in HEADLINES["ending"]


def test_an_ending_names_causes_people_and_the_sum_of_its_score(plays: list[Play]) -> None:
    for play in plays:
        told = ending(play, play.seat)
        assert told is not None
        assert len(told.causes) <= 3
        assert told.title
        assert len({who for who, _text in told.epilogues}) == len(told.epilogues)
        assert f"{told.score:.1f}" in told.formula
        assert bool(told.tipped) <= told.early
        assert told.decided.startswith("Decided by: ")
        assert told.decided.endswith(".")


def test_a_number_that_lost_points_on_its_day_says_what_it_lost_them_by() -> None:
    """“Live, week 9; wanted: week 9” and a quarter of the points gone: a milestone was missed on the way."""
    scenario = shipped("scope_creep")
    play = run(scenario, 7, Seat.PM, bots_for(scenario, Seat.PM, "people-pleaser"))
    told = ending(play, Seat.PM)
    assert told is not None
    rows = {row.name: row for card in told.cards for row in card.rows}
    assert rows["on_time"].value == "Live, week\xa09"
    assert rows["on_time"].note.startswith("1 of 2 milestones missed, which are half of it: Checkout (week\xa08")
    assert rows["utilisation"].note == ""


def test_faults_decide_an_ending_in_words_that_a_seat_knows() -> None:
    """No seat has a number called defects on its table; that work reached the client broken it can see."""
    scenario = shipped("first_monday")
    decided = []
    for seed in range(1, 9):
        told = ending(run(scenario, seed, Seat.BOTH, bots_for(scenario, Seat.BOTH, "careless")), Seat.BOTH)
        assert told is not None
        decided.append(told.decided)
    said = "of work on Pre-order page reached the client broken (1.8\u00a0days of repair or more)"
    assert any(said in each for each in decided)
    assert not any("defects" in each for each in decided)


def test_what_a_purchase_averted_counts_for_it_in_the_ending() -> None:
    """The certificate that the express slot brings covers more than £3,600 of budget are worth."""
    scenario = shipped("scope_creep")
    for seed in range(1, 30):
        play = run(scenario, seed, Seat.PM, bots_for(scenario, Seat.PM, "random"))
        bought = [size for step, size in on_card(play, Seat.PM) if "express" in step.cause]
        if bought:
            break
    assert sum(bought) > 0.0


def test_a_play_that_goes_on_has_no_ending(plays: list[Play]) -> None:
    assert ending(plays[-1].back_to(2), plays[-1].seat) is None


def test_the_story_has_a_point_for_every_opening_and_marks_own_weeks(plays: list[Play]) -> None:
    for play in plays[::2]:
        told = story(play, play.seat)
        assert len(told.relationship) == len(told.delivery) == len(play.states)
        assert len(told.headlines) == len(play.weeks)
        assert all(1 <= mark.week <= len(play.weeks) for mark in told.marks)


def test_only_who_asked_is_told_to_have_been_answered(plays: list[Play]) -> None:
    rows = [tellings.CLIENT_UP, tellings.CLIENT_DOWN, tellings.TEAM_UP, tellings.TEAM_DOWN]
    answered = {text for row in rows for text in (*row["answer"], *row.get("answer_strong", ()))}
    seen = 0
    for play in plays:
        for week in range(1, len(play.weeks) + 1):
            lived = Week(play, week, play.seat)
            for beat in beats(play, week, play.seat):
                if beat.kind in ("client", "team") and beat.cause is not None and beat.cause.kind == "choice":
                    spoken = Spoken([], [])
                    phrase(lived, beat, spoken)
                    event, _way = choices_on(play.scenario, beat.cause.key.partition(":")[2])
                    asked = event is not None and event.question.who == beat.person
                    assert asked or spoken.templates[0] not in answered
                    seen += asked
    assert seen > 10


def test_a_play_says_a_sentence_again_only_when_its_sisters_were_said() -> None:
    said: list[str] = []
    for _time in range(7):
        said.append(freshest(("one", "two", "three"), said, "play"))
    assert sorted(said[:3]) == ["one", "three", "two"]
    assert said[3:6] == said[:3]
    assert freshest(("one", "two"), ["two", "one"], "another") == "two"


def test_amounts_behind_a_line_sum_to_the_change_it_shows(recaps: list[tuple[Play, Recap]]) -> None:
    summed = 0
    for play, told in recaps:
        for line in told.lines:
            parts = [part.rsplit(" ", 1)[-1] for part in line.why.split(" · ")]
            points = line.label in ("Trust", "Satisfaction", "Morale", "Rapport")
            if points and line.quantity != NONE and all(re.fullmatch(r"[+−][\d.]+", part) for part in parts):
                assert sum(_tenths(part) for part in parts) == _tenths(line.delta), (play.scenario.id, line)
                summed += 1
    assert summed > 20


def test_who_trusts_us_more_and_is_less_content_for_it_is_told_both(recaps: list[tuple[Play, Recap]]) -> None:
    """In a sentence of its own: at the end of what moved trust, it read as a part of that."""
    both = [line for _play, told in recaps for line in told.lines if line.aside]
    for line in both:
        assert "atisfaction" not in line.why, line
        assert line.label == "Trust"
        told = re.fullmatch(
            r"Satisfaction went the other way: ([+−])[\d.]+\. .+? ([+−])[\d.]+( · the rest .+)?\.", line.aside
        )
        assert told, line  # with what did it most
        assert told[1] == told[2] != line.delta[0], line
        assert not any(word in line.rest.split() for word in ("liked", "glad", "pleased")), line
    assert both


def test_an_answer_of_the_colleague_among_the_causes_says_whose_it_was(recaps: list[tuple[Play, Recap]]) -> None:
    named = 0
    for play, told in recaps:
        lived = play.weeks[told.week - 1]
        theirs = lived.decisions.pm if play.seat is Seat.AM else lived.decisions.am
        for line in told.lines:
            for answer in () if play.seat is Seat.BOTH else theirs.answers:
                _event, way = choices_on(play.scenario, "/".join((answer.event, *answer.path)))
                said = quoted(play.scenario, way[-1].text, told.week) if way else "-"
                if said in line.why and " · " in line.why:
                    assert f": {said}" in line.why
                    named += 1
    assert named > 3


def test_a_project_manager_hears_that_the_client_signed_or_left_and_no_chance_of_it() -> None:
    scenario, told = _load("scope_creep"), 0
    for seed in range(4):
        play = run(scenario, seed, Seat.PM, bots_for(scenario, Seat.PM, "balanced"))
        main = next(account for account in scenario.accounts if account.main)
        for lived in play.weeks:
            was, now = (play.states[week].values[main.signed] for week in (lived.week - 1, lived.week))
            if was != now:
                heard = [line for line in recap(play, lived.week, Seat.PM).lines if line.lead == main.name]
                assert [line.label for line in heard] == [""]
                told += 1
    assert told


def test_an_open_offer_is_no_money_on_the_card_and_stands_beside_it_when_opened() -> None:
    play = Play(_load("scope_creep"), 3, Seat.AM)
    offer = play.scenario.offers[0]
    account = play.scenario.accounts[offer.account]
    values = play.state.values
    values[offer.status] = 1
    values[account.pipeline] = round(offer.value) * play.scenario.quantities[account.pipeline].per_unit // 2
    row = next(row for row in card(play, Seat.AM, Seat.AM).rows if row.name == "upsell")
    assert row.value == "£0 signed"
    told = dict(kpi_detail(play, "upsell", Seat.AM).parts)[account.name]
    assert f"signed £0, open £{offer.value:,.0f}" in told


def test_a_number_that_counts_for_the_first_time_is_told_as_no_loss(plays: list[Play]) -> None:
    play = next(p for p in plays if p.seat is Seat.PM)
    told = [recap(play, 1, Seat.PM).meters[1].why, *(row.told for row in _rows_of_week_one(play))]
    assert any("counts from now on" in text for text in told)
    assert not any("mostly by" in text and "counts from now on" in text for text in told)


def _rows_of_week_one(play: Play) -> tuple[KpiMoved, ...]:
    opened = meter_explained(play, 1, Seat.PM, "delivery")
    return () if opened is None else opened.rows


def test_a_gamble_whose_odds_nobody_knows_says_that_it_may_fail() -> None:
    scenario = _load("first_monday")
    event = scenario.events[scenario.event_index["six_in_the_morning"]]
    choice = next(each for each in event.question.choices if each.id == "tonight")
    view = observe(scenario, Play(scenario, 1, event.asks).state, event.asks)
    assert "May not work" in [chip.text for chip in choice_chips(view, choice)]


def test_what_was_found_out_is_news_only_once(recaps: list[tuple[Play, Recap]]) -> None:
    news: dict[int, list[str]] = {}
    for play, told in recaps:
        news.setdefault(id(play), []).extend(line.rest for line in told.lines if line.lead == "You know now:")
    assert any(news.values())
    for found in news.values():
        assert len(found) == len(set(found))


def test_no_row_repeats_the_joke_of_the_headline_above_it() -> None:
    """“The pen was theirs, the coffee was ours” has no “signed. The pen was theirs” below it."""
    scenario, heads = shipped("first_monday"), set()
    for seed in range(1, 13):
        play = run(scenario, seed, Seat.AM, bots_for(scenario, Seat.AM, "balanced"))
        told = recap(play, 3, Seat.AM)
        heads.add(told.headline)
        assert f"{told.headline} {' '.join(each.rest for each in told.lines)}".count("The pen was theirs") < 2
    assert "Pell Street Bakery stays. The pen was theirs, the coffee was ours." in heads


@pytest.mark.parametrize("kind", sorted(HEADLINES.keys() & THINGS.keys()))
def test_every_headline_leaves_a_row_that_says_it_in_other_words(kind: str) -> None:
    for head in HEADLINES[kind]:
        other = unlike(THINGS[kind], [head])
        assert all(unlike((each, ""), [head])[0] == each for each in other), (head, other)


def test_a_date_that_is_lost_or_found_again_moves_by_no_number_of_days() -> None:
    """Where the only tester leaves, “421 days later: no date in sight” and “done on no date in sight” say nothing."""
    scenario = shipped("resource_crunch")
    told = []
    for seed, seat, bot in ((8, Seat.BOTH, "random"), (3, Seat.PM, "random")):
        play = run(scenario, seed, seat, bots_for(scenario, seat, bot))
        found = [recap(play, lived.week, seat) for lived in play.weeks[7:]]
        told += [f"{row.lead} {row.rest} {row.why}" for each in found for row in each.lines]
        told += [each.headline for each in found]
    sights = [said for said in told if "in sight" in said]
    assert any("Go-live: no date in sight" in said for said in sights)
    assert any("back in sight: " in said for said in sights)
    assert any("has no date in sight any more" in said or "has none in sight now" in said for said in sights)
    assert any(said.endswith(" Beatriz left.") for said in sights)  # what lost it, and not the half day beside it
    assert not any("days later" in said or " on no date" in said or " to no date" in said for said in sights)
