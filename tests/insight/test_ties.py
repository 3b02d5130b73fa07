"""What keeps a client, taken apart: amounts that add up, and each of them the doing of what it is called after."""

from __future__ import annotations

import pytest

from game.engine.model import Seat
from game.engine.play import Play
from game.engine.state import Decisions, Move, SeatDecisions
from game.insight.simulate import bots_for, run
from game.insight.ties import tie_parts
from game.insight.words.ledger import explain
from tests.conftest import shipped


@pytest.mark.parametrize("name", ["first_monday", "scope_creep", "demanding_client"])
def test_what_moved_a_renewal_and_a_risk_of_loss_sums_to_it(name: str) -> None:
    signed = 0
    for bot in ("balanced", "careless"):
        play = run(shipped(name), 8, Seat.AM, bots_for(shipped(name), Seat.AM, bot))
        for lived in play.weeks:
            was, now = play.states[lived.week - 1].values, lived.after.values
            for account in play.scenario.accounts:
                for number in (account.renewal_chance, account.churn_risk):
                    parts = dict(tie_parts(play, lived.week, number))
                    assert sum(parts.values()) == now[number] - was[number]
                    assert "law:renewal" not in parts, "something moves it that is no tie"
                    signed += f"law:signed/{account.id}" in parts
    assert signed


def _week(*moves: Move) -> Play:
    play = Play(shipped("first_monday"), 7, Seat.BOTH)
    play.live(Decisions(am=SeatDecisions(moves=moves)))
    return play


def test_a_renewal_opened_says_what_preparing_it_and_what_each_person_did() -> None:
    play = _week(Move("prepare_renewal", "account"))
    told = explain(play, 1, play.scenario.accounts[0].renewal_chance, Seat.BOTH)
    assert told is not None
    rows = {row.text: row for row in told.rows}
    idle = _week()
    difference = play.state.values[told.quantity] - idle.state.values[told.quantity]
    assert rows["Preparing the renewal"].amount == pytest.approx(difference / 10_000)
    assert rows["Preparing the renewal"].sub == "0\u00a0% ready before, 34\u00a0% ready now"
    assert (
        rows["Through Agnes’s satisfaction"].sub == "68.0 before, 60.5 now; “The queue has been told” went unanswered"
    )


def test_a_risk_of_loss_falls_for_no_preparation_and_rises_for_a_client_nobody_calls() -> None:
    play = _week(Move("prepare_renewal", "account"))
    risk = play.scenario.accounts[0].churn_risk
    assert "law:prepared" not in dict(tie_parts(play, 1, risk))
    for _ in range(2):
        play.live(Decisions())
    assert [cause for cause, _grains in tie_parts(play, 3, risk) if cause.startswith("law:uncalled/")]


def test_a_row_of_what_keeps_a_client_has_one_amount_and_it_is_that_of_the_number_opened() -> None:
    for name in ("scope_creep", "demanding_client"):
        play = run(shipped(name), 3, Seat.BOTH, bots_for(shipped(name), Seat.BOTH, "balanced"))
        for lived in play.weeks:
            for account in play.scenario.accounts:
                for number in (account.renewal_chance, account.churn_risk):
                    told = explain(play, lived.week, number, Seat.BOTH)
                    assert told is not None
                    assert not [row.sub for row in told.rows if row.sub[:1] in ("+", "−")]
