"""Every move a viewer makes leaves a line in the recap that says what came of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from game.engine.constants import SCOPE_CONTROLLED
from game.engine.laws.contract import DECIDES, _renewal_chance
from game.engine.legality import decided, legal
from game.engine.model import Scenario, Seat
from game.engine.moves import TRADE_SHARE
from game.engine.play import Play
from game.engine.state import Answer, Decisions, Move, SeatDecisions
from game.engine.view import observe
from game.insight.pace import begun_by
from game.insight.simulate import bots_for, decide, run
from game.insight.words.cards import kpi_row
from game.insight.words.causes import cause_words
from game.insight.words.figures import percent, week_of
from game.insight.words.ledger import explain
from game.insight.words.moves import MoveGroup, does, move_groups, move_words
from game.insight.words.promises import promises
from game.insight.words.recap import recap
from game.scenario.load import load_scenario

SCENARIOS = Path(__file__).parents[2] / "scenarios"


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    loaded = load_scenario(SCENARIOS / "scope_creep.yaml")
    assert loaded.scenario is not None
    return loaded.scenario


def _with(play: Play, seat: Seat, move: Move) -> str:
    """What the recap of week 4 says of this one move."""
    then = play.back_to(4)
    bots = decide(then, bots_for(play.scenario, seat, "balanced"))
    mine = replace(decided(bots, seat), moves=(move,))
    then.live(Decisions(am=bots.am, pm=mine) if seat is Seat.PM else Decisions(am=mine, pm=bots.pm))
    told = recap(then, 4, seat).moves
    assert len(told) == 1
    return told[0]


@pytest.fixture(scope="module", params=list(Seat))
def said(request: pytest.FixtureRequest, scenario: Scenario) -> dict[Move, str]:
    seat: Seat = request.param
    play = run(scenario, 5, seat, bots_for(scenario, seat, "balanced"))
    moves = legal(scenario, play.back_to(4).state, seat).moves
    return {move: _with(play, seat, move) for move in moves}


def test_every_legal_move_leaves_one_finished_sentence(said: dict[Move, str]) -> None:
    for move, text in said.items():
        assert text.endswith("."), move
        assert not any(part in text for part in ("[", "_", "  ", "..", "!")), text


def test_what_one_knows_of_a_client_reads_alike_where_it_is_chosen_and_where_it_was_done(scenario: Scenario) -> None:
    """A share of all there is to know, and no “52 of 100” of one knows not what."""
    account = scenario.accounts[0]
    play, move = Play(scenario, 5, Seat.AM), Move("learn", account.id)
    before = percent(observe(scenario, play.state, Seat.AM).known(account.understanding) / 100)
    assert does(observe(scenario, play.state, Seat.AM), move).startswith(f"You know {before} of their business.")
    bots = decide(play, bots_for(scenario, Seat.AM, "balanced"))
    play.live(Decisions(am=replace(bots.am, moves=(move,)), pm=bots.pm))
    now = percent(observe(scenario, play.state, Seat.AM).known(account.understanding) / 100)
    assert recap(play, 1, Seat.AM).moves == (
        f"You read up on {account.name}: you know {now} of their business now, after {before}.",
    )


def test_what_a_move_did_is_told_with_its_amount(said: dict[Move, str]) -> None:
    for move, text in said.items():
        if move.kind == "trade":
            assert "day" in text or "nothing left" in text
        if move.kind == "mitigate":
            assert any(part in text for part in ("half", "Half", "not much left", "struck"))
        if move.kind == "hours":
            assert move.option in text


def test_hours_that_bring_the_next_task_into_a_week_say_so(scenario: Scenario) -> None:
    for seed in range(40):
        play = run(scenario, seed, Seat.PM, bots_for(scenario, Seat.PM, "random"))
        for lived in play.weeks:
            for position in range(len(scenario.projects)):
                begun = begun_by(play, lived.week, position, "move:hours/team")
                if begun and not play.states[lived.week].values[scenario.projects[position].delivered]:
                    told = [row.sub for row in explain(play, lived.week, begun[0].forecast, Seat.PM).rows]
                    assert any("began a week sooner" in sub and begun[0].name in sub for sub in told)
                    return
    raise AssertionError("in forty plays longer hours bring a task forward once")


def test_a_play_tells_as_many_moves_as_were_made(scenario: Scenario) -> None:
    play = run(scenario, 6, Seat.PM, bots_for(scenario, Seat.PM, "balanced"))
    for lived in play.weeks:
        assert len(recap(play, lived.week, Seat.PM).moves) == len(lived.decisions.pm.moves)


def test_working_against_a_risk_promises_no_more_than_it_does(scenario: Scenario) -> None:
    play = Play(scenario, 5, Seat.PM)
    risk = next(each for each in scenario.risks if each.known_pm and play.state.values[each.known_pm])
    move = Move("mitigate", risk.id)
    assert "takes a quarter off its chance" in does(observe(scenario, play.state, Seat.PM), move)
    play.state.values[risk.mitigated] = round(0.5 * scenario.quantities[risk.mitigated].per_unit)
    assert "takes 17 % off its chance" in does(observe(scenario, play.state, Seat.PM), move).replace("\u00a0", " ")


def test_a_risk_covered_as_far_as_it_goes_says_so_where_it_was_worked_against(scenario: Scenario) -> None:
    """It is still listed among the risks, with its chance; what one could do about it is gone from the list."""
    play = Play(scenario, 5, Seat.PM)
    values = play.state.values
    named = {each.id: each for each in scenario.risks}
    certified = named["certification"]  # a risk that nobody knows of at first: its cover is told all the same
    values[certified.known_pm] = 1
    values[certified.mitigated] = round(0.5 * scenario.quantities[certified.mitigated].per_unit)
    assert "takes 17\u00a0% off" in does(observe(scenario, play.state, Seat.PM), Move("mitigate", certified.id))
    values[certified.mitigated] = round(0.875 * scenario.quantities[certified.mitigated].per_unit)
    assert _risks(play).closed == ("“Payment certification”: 88\u00a0% of its damage averted. No more can be.",)
    values[scenario.week] = 10
    assert not [words for words in _risks(play).moves if words.move.kind == "mitigate"]
    assert _risks(play).closed == (
        "Nothing you know of can strike as things stand, so there is nothing to work against.",
    )


def test_risks_are_not_neglected_where_every_place_is_known(scenario: Scenario) -> None:
    play = Play(scenario, 5, Seat.PM)
    values = play.state.values
    values[scenario.week] = 10
    assert _risks(play).neglect == "Never picked so far"
    for known in (*(each.known_pm for each in scenario.risks), *(each.known_pm for each in scenario.truths)):
        values[known] = 1
    for task in scenario.tasks:
        values[task.finished] = 9
    assert _risks(play).moves
    assert not _risks(play).neglect


def test_what_a_move_of_this_week_serves_is_neglected_no_more(scenario: Scenario) -> None:
    play = Play(scenario, 5, Seat.PM)
    play.state.values[scenario.week] = 10
    look, other = _risks(play).moves[:2]
    assert look.move.kind == other.move.kind == "look_into"
    assert _risks(play).neglect == "Never picked so far"
    assert not _risks(play, look.move).neglect
    assert _risks(play, Move("talk", "leo")).neglect == "Never picked so far"


def test_whoever_is_called_this_week_has_not_been_left_without_a_word(scenario: Scenario) -> None:
    play = Play(scenario, 5, Seat.AM)
    view, call, visit = observe(scenario, play.state, Seat.AM), Move("call", "nils"), Move("visit", "nils")
    nils = next(person for person in scenario.people if person.id == "nils")
    play.state.values[nils.silence] = 4 * scenario.quantities[nils.silence].per_unit
    assert move_words(view, visit).neglect.startswith("No time given to them since")
    assert not move_words(view, visit, (call,)).neglect
    assert move_words(view, visit, (Move("call", "rosa"),)).neglect


@pytest.mark.parametrize(("weeks", "said"), [(1, ""), (2, "Silence costs trust: Nils and Rosa")])
def test_the_relationship_says_whom_silence_costs_in_this_week(scenario: Scenario, weeks: int, said: str) -> None:
    play = Play(scenario, 5, Seat.AM)
    for person in (each for each in scenario.people if each.id in ("nils", "rosa")):
        play.state.values[person.silence] = weeks * scenario.quantities[person.silence].per_unit
    moves, view = legal(scenario, play.state, Seat.AM).moves, observe(scenario, play.state, Seat.AM)
    assert move_groups(view, moves)[0].neglect == said
    assert move_groups(view, moves, (Move("call", "nils"),))[0].neglect == said.replace("Nils and ", "")
    lived = play.live(decide(play, bots_for(scenario, Seat.AM, "balanced")))
    costs = {moved for _week, moved, cause, _grains in lived.changes if cause == "law:silence"}
    assert bool(costs) == bool(said)


def _risks(play: Play, *picked: Move) -> MoveGroup:
    moves = legal(play.scenario, play.state, Seat.PM).moves
    found = move_groups(observe(play.scenario, play.state, Seat.PM), moves, picked)
    return next(group for group in found if group.name == "risks")


def test_a_call_does_not_claim_what_an_answer_had_told_already() -> None:
    loaded = load_scenario(SCENARIOS / "dependencies.yaml").scenario
    assert loaded is not None
    stuck = next(truth for truth in loaded.truths if truth.id == "permit_stuck")
    seeds = (seed for seed in range(30) if Play(loaded, seed, Seat.BOTH).state.values[stuck.holds])
    play = Play(loaded, next(seeds), Seat.BOTH)
    asked = SeatDecisions((Answer("closed_road", ("see_it",)),), (Move("call", "philippa"),))
    play.live(Decisions(am=asked))
    told = recap(play, 1, Seat.BOTH)
    assert any("permit to close Dock Street" in each.sentence for each in told.lines)
    assert "worth the call" not in told.moves[0]


def test_what_a_move_says_it_takes_is_what_it_takes(scenario: Scenario) -> None:
    view = observe(scenario, Play(scenario, 5, Seat.PM).state, Seat.PM)
    assert pytest.approx(1 / 12, abs=0.005) == TRADE_SHARE
    assert "About a twelfth" in does(view, Move("trade", scenario.tasks[0].id))
    assert SCOPE_CONTROLLED > 0.0
    assert "hardly anything" in does(view, Move("freeze", scenario.projects[0].id))


def test_what_was_looked_into_says_so_also_under_the_name_of_another_risk_of_the_place(scenario: Scenario) -> None:
    play = Play(scenario, 5, Seat.PM)
    look, other = Move("look_into", "checkout_grows"), Move("look_into", "checkout_thin")
    assert not move_words(observe(scenario, play.state, Seat.PM), look).neglect
    for moves in ((look,), ()):
        bots = decide(play, bots_for(scenario, Seat.PM, "balanced"))
        play.live(Decisions(am=bots.am, pm=replace(bots.pm, moves=moves)))
    view = observe(scenario, play.state, Seat.PM)
    assert {move_words(view, move).neglect for move in (look, other)} == {"Looked into two weeks ago"}
    assert not move_words(view, Move("look_into", "board_early")).neglect


def test_a_look_says_where_nothing_more_can_be_found_or_can_hurt(scenario: Scenario) -> None:
    play = Play(scenario, 5, Seat.PM)
    look, other = Move("look_into", "checkout_grows"), Move("look_into", "board_early")
    assert does(observe(scenario, play.state, Seat.PM), look) == "Find what is there, if anything is."
    bots = decide(play, bots_for(scenario, Seat.PM, "balanced"))
    play.live(Decisions(am=bots.am, pm=replace(bots.pm, moves=(look,))))
    view = observe(scenario, play.state, Seat.PM)
    assert does(view, look) == "You have looked there. There is no more to find."
    assert does(view, other) == "Find what is there, if anything is."
    assert "mistakes" in does(view, Move("look_into", scenario.tasks[0].id))
    for project in scenario.projects:
        play.state.values[project.delivered] = 1
    assert "no danger there can strike" in does(observe(scenario, play.state, Seat.PM), other)


def test_what_can_no_longer_be_done_about_the_scope_stays_on_the_list_with_the_reason(scenario: Scenario) -> None:
    play = Play(scenario, 5, Seat.PM)
    for kind, target in (("trade", "catalogue"), ("freeze", "project")):
        bots = decide(play, bots_for(scenario, Seat.PM, "balanced"))
        play.live(Decisions(am=bots.am, pm=replace(bots.pm, moves=(Move(kind, target),))))
    moves = legal(scenario, play.state, Seat.PM).moves
    scope = next(g for g in move_groups(observe(scenario, play.state, Seat.PM), moves) if g.title == "Scope")
    assert not scope.moves
    assert not scope.neglect
    assert [reason.replace("\u00a0", " ") for reason in scope.closed] == [
        "The scope of Web shop is frozen for two more weeks.",
        "You traded a part away in week 1. The client will not sit down for another before week 7.",
    ]


def _asked_for_a_date(scenario: Scenario) -> Play:
    """A play in whose week 4 the account manager asked when it will be done."""
    play = run(scenario, 5, Seat.AM, bots_for(scenario, Seat.AM, "balanced")).back_to(4)
    bots = decide(play, bots_for(scenario, Seat.AM, "balanced"))
    play.live(Decisions(am=replace(bots.am, moves=(Move("sync", "", "date"),)), pm=bots.pm))
    return play


def test_who_asks_for_a_date_is_told_the_one_all_screens_show_from_then_on(scenario: Scenario) -> None:
    play = _asked_for_a_date(scenario)
    told = recap(play, 4, Seat.AM).moves[0]
    known = observe(scenario, play.state, Seat.AM).known(scenario.projects[0].forecast)
    assert f"plan says {week_of(known)}" in told
    assert kpi_row(scenario, "on_time", play.state.values, None).value.lower() in told
    assert any(week_of(known) in promise.estimate for promise in promises(play, Seat.AM))


def test_the_honest_estimate_one_asked_for_is_heard_of_in_the_week_it_is_made(scenario: Scenario) -> None:
    play = _asked_for_a_date(scenario)
    bots = decide(play, bots_for(scenario, Seat.AM, "balanced"))
    calls, estimate = Move("call", "rosa"), Move("re_estimate", scenario.projects[0].id)
    play.live(Decisions(am=replace(bots.am, moves=(calls,)), pm=replace(bots.pm, moves=(estimate,))))
    again = decide(play, bots_for(scenario, Seat.AM, "balanced"))
    play.live(Decisions(am=replace(again.am, moves=(calls,)), pm=replace(again.pm, moves=(estimate,))))
    asked, unasked = (recap(play, week, Seat.AM).meanwhile for week in (5, 6))
    assert asked is not None
    assert asked.text.endswith("re-estimated Web shop, as you asked. The new date comes with your next talk.")
    assert unasked is not None
    assert "re-estimated" not in unasked.text  # done at one's own desk, and nobody had asked


def test_a_pitch_says_how_likely_it_is_taken_but_where_nobody_can_judge_that(scenario: Scenario) -> None:
    play = run(scenario, 5, Seat.AM, bots_for(scenario, Seat.AM, "balanced")).back_to(2)
    offer = scenario.offers[0]
    chance = observe(scenario, play.state, Seat.AM).offer_chance(offer)
    assert chance is not None
    assert f"{percent(chance)} likely" in does(observe(scenario, play.state, Seat.AM), Move("pitch", offer.id))
    asks = scenario.accounts[offer.account].asks
    assert "had they been asked" not in does(observe(scenario, play.state, Seat.AM), Move("pitch", offer.id))
    play.state.values[asks] = scenario.quantities[asks].per_unit
    told = does(observe(scenario, play.state, Seat.AM), Move("pitch", offer.id))
    assert f"as things stand, and {percent(chance)} had they been asked to buy nothing before" in told
    play.state.values[scenario.accounts[offer.account].issue] = 1
    assert observe(scenario, play.state, Seat.AM).offer_chance(offer) < chance
    assert "with a complaint open" in does(observe(scenario, play.state, Seat.AM), Move("pitch", offer.id))
    assert observe(scenario, play.state, Seat.PM).offer_chance(offer) is None
    play.state.difficulty = "stormy"
    assert "likely" not in does(observe(scenario, play.state, Seat.AM), Move("pitch", offer.id))


def test_preparing_a_renewal_says_what_being_ready_adds_to_its_chance(scenario: Scenario) -> None:
    state, account = Play(scenario, 5, Seat.AM).state, scenario.accounts[0]
    view, move = observe(scenario, state, Seat.AM), Move("prepare_renewal", account.id)
    told, before = does(view, move), view.known(account.renewal_chance)
    state.values[account.prepared] = scenario.quantities[account.prepared].per_unit
    tick = observe(scenario, state, Seat.AM)._tick()
    ready = _renewal_chance(tick, tick.ties[0])
    assert 0.02 < ready - before < 0.3
    assert f": about {100 * (ready - before):.0f} once all is ready." in told
    assert does(view, move) == "100\u00a0% ready. There is nothing left to prepare."
    state.values[account.prepared] = round(0.34 * scenario.quantities[account.prepared].per_unit)
    first = observe(scenario, state, Seat.AM)._tick()
    gain = 100 * (_renewal_chance(first, first.ties[0]) - before)
    assert f"{gain:.0f} percentage points more likely to sign, " in told  # what the recap will say of it
    state.difficulty = "stormy"
    assert does(view, move) == "34\u00a0% ready. Each week given to it adds a third."


def test_an_ask_says_before_whether_it_is_granted(scenario: Scenario) -> None:
    state = Play(scenario, 5, Seat.PM).state
    view, ask = observe(scenario, state, Seat.PM), Move("sync", "", "hold_off")
    assert move_words(view, ask).label == "Sync with Mara · ask her to hold off promising"
    assert does(view, ask) == "For a week Mara promises nothing."
    assert "What you ask besides is granted: your rapport is" in does(view, Move("sync", ""))
    rapport = scenario.people[scenario.rules(Seat.AM).person].rapport
    state.values[rapport] = 30 * scenario.quantities[rapport].per_unit
    assert does(view, ask) == "Not granted: your rapport is 30, and it takes 40."


def test_when_an_offer_is_answered_is_told_as_the_law_has_it(said: dict[Move, str], scenario: Scenario) -> None:
    """Half of all weeks: one that waits four weeks for its answer is no broken promise."""
    assert DECIDES == 0.5
    view = observe(scenario, Play(scenario, 5, Seat.AM).state, Seat.AM)
    pitch = Move("pitch", "subscription")
    told = [does(view, pitch), cause_words(view, "law:offer/subscription").sub, *said.values()]
    assert sum("each week is an even chance" in each or "Each week from now" in each for each in told) >= 2
    assert not any("week or two" in each for each in told)


def test_free_work_on_the_table_says_who_minds_and_what_is_halved(scenario: Scenario) -> None:
    state, account = Play(scenario, 5, Seat.AM).state, scenario.accounts[0]
    state.values[account.given] = 2 * scenario.quantities[account.given].per_unit
    told = does(observe(scenario, state, Seat.AM), Move("table_free_work", account.id))
    assert told.startswith("They remember 2\u00a0days of free work")
    assert "Dana and Gareth expect less and mind a little, and half of the days are forgotten." in told


@pytest.mark.parametrize(("ready", "said"), [(0.5, "is 50\u00a0% readier, 100\u00a0% in all"), (1.0, "")])
def test_an_answer_makes_a_renewal_no_readier_than_ready(scenario: Scenario, ready: float, said: str) -> None:
    play = Play(scenario, 5, Seat.AM)
    bots = bots_for(scenario, Seat.AM, "balanced")
    while not any(event.id == "keswick" for event in legal(scenario, play.state, Seat.AM).events):
        play.live(decide(play, bots))
    prepared = scenario.accounts[0].prepared
    play.state.values[prepared] = round(ready * scenario.quantities[prepared].per_unit)
    theirs = decide(play, bots)
    others = tuple(answer for answer in theirs.am.answers if answer.event != "keswick")
    play.live(Decisions(SeatDecisions((Answer("keswick", ("stay",)), *others), ()), theirs.pm))
    answers = recap(play, play.week - 1, Seat.AM).answers
    assert any(said in line for line in answers) if said else not any("readier" in line for line in answers)
