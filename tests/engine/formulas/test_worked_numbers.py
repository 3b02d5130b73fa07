"""Each formula's docstring names one worked number; these are those numbers, formula by formula."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest

from game.engine import constants as c
from game.engine.formulas import client, contract, money, numeric, people, risk, work

Worked = tuple[Callable[..., float], tuple[object, ...], float]

WORKED: list[Worked] = [
    (numeric.logistic, (1.6,), 0.832018385134),
    (numeric.odds, (0.9,), 2.4596),
    (numeric.total, ([0.1, 0.2, 0.3],), 0.6000000000000001),
    (numeric.compounded, (0.03, 12), 0.306),
    (numeric.interpolate, (((0.0, 0.0), (10.0, 5.0)), 4.0), 2.0),
    (numeric.quantile, (((0.0, 1.0), (1.0, 3.0)), 0.25), 1.5),
    (people.fatigue_target, (50.0,), 0.125),
    (people.fatigue_target, (60.0, True), 0.381),
    (people.fatigue_after, (0.0, 50.0), 0.0257),
    (people.fatigue_after, (0.2, 60.0, True), 0.1),
    (people.productivity, (0.125,), 0.875),
    (people.overhead, (20,), 0.24),
    (people.assimilated, (8.0, 5.0), 2.0),
    (people.ramp_after, (0.0, 4.0), 0.25),
    (people.team_output, (0.0, 20.0), 18.24),
    (people.teaching, (1.0, 3.0), (0.9904, 0.9167, 0.6667)),
    (people.person_output, (0.0, people.teaching(1.0, 3.0)), 0.6603),
    (people.person_output, (1.0, people.teaching(1.0, 3.0)), 0.9079),
    (people.multitasking, (3,), 0.80),
    (people.quit_chance, (0.15, 40.0), 0.0096),
    (work.work_quality, (0.82, 0.10, 0.5, 0.2), 0.68),
    (work.discovery_after, (8.0, 2), 3.38),
    (work.late_fix, (0.5,), 1.25),
    (work.scope_growth, (100.0, False, False), 0.46),
    (work.scope_growth, (100.0, True, True), 0.276),
    (work.queue_wait, (0.8,), 1.0),
    (work.lead_time, (0.95,), 20.0),
    (work.overrun, (0.9,), 1.69),
    (money.earned_schedule, ((5.0, 12.0, 22.0, 35.0, 50.0, 65.0), 52.0), 5.1333),
    (money.spi_time, (5.1333, 6.0), 0.8556),
    (money.forecast_duration, (10.0, 0.85556), 11.688),
    (money.tspi, (10.0, 5.1333, 6.0), 1.2167),
    (risk.exposure, (0.4, 100.0), 40.0),
    (risk.leverage, (40.0, 10.0, 10.0), 3.0),
    (risk.mitigate, (0.75,), 0.875),
    (risk.chance_by, (0.08, 6), 0.394),
    (risk.mitigation_effectiveness, (100.0, 20.0, 30.0), 0.5),
    (risk.brier, ([(0.8, True), (0.3, False)],), 0.065),
    (client.disconfirmation, (60.0, 70.0), -10.0),
    (client.satisfaction_gain, (10.0,), 1.5),
    (client.satisfaction_gain, (-10.0,), -3.0),
    (client.expectation_after, (70.0, 80.0), 70.6),
    (client.expectation_after, (70.0, 60.0), 69.8),
    (client.promise_raises, (70.0, 85.0), 85.0),
    (client.warning_factor, (3.0,), 0.61),
    (client.hidden_factor, (2.0,), 1.3),
    (client.promise_trust, ("exceeded", 1.0), 1.1),
    (client.promise_trust, ("broken", 1.0, 2.0), -5.2),
    (client.promise_trust, ("broken", 1.0, 0.0, 3.0), -2.44),
    (client.promise_trust, ("renegotiated", 1.0), 0.0),
    (client.recovery, (1, False), 5.0),
    (client.recovery, (2, True), -2.5),
    (client.recovery, (0, False), 0.0),
    (client.failure_weight, (2, True), 1.5),
    (client.integrity, (1.0, 2.0), -13.0),
    (client.silence_cost, (3.0,), 1.0),
    (client.relationship_drift, (60.0, 80.0), 1.0),
    (client.relationship_after, (60.0, 80.0, True, 0.0), 62.0),
    (client.relationship_after, (60.0, 80.0, False, 3.0), 60.0),
    (client.trust, (50.0, 70.0), 58.0),
    (contract.csat, (75.0,), 4.0),
    (contract.nps_band, (70.0,), 0),
    (contract.nps_band, (85.0,), 1),
    (contract.nps_band, (64.9,), -1),
    (contract.adjustments, (0.5, True, 0.10, 2, False), -0.4),
    (contract.renewal_chance, (4.0,), 0.832),
    (contract.weekly_churn, (3.0,), 0.00596),
    (contract.yearly_churn, (0.00381,), 0.18),
    (contract.upsell_chance, (4.0, 0.6, 0.0, False), 0.668),
    (contract.asks_after, (2.0,), 1.75),
    (contract.grr, (100.0, 6.0, 3.0), 0.91),
    (contract.nrr, (100.0, 6.0, 3.0, 11.0), 1.02),
    (contract.nps, (0.5, 0.2), 30.0),
    (contract.nps_error, (0.5, 0.2, 10), 24.7),
]


@pytest.mark.parametrize(("formula", "given", "worked"), WORKED, ids=[f"{w[0].__name__}{w[1]}" for w in WORKED])
def test_the_docstring_tells_the_truth(formula: Callable[..., float], given: tuple[object, ...], worked: float) -> None:
    assert formula(*given) == pytest.approx(worked, rel=2e-3)


def test_the_worked_step_of_the_rework_cycle() -> None:
    assert work.rework(100.0, 12.0, 10.0, 0.8, 8.0) == work.Rework(8.0, 2.0, 1.5)


def test_the_worked_week_of_morale() -> None:
    terms = people.morale_after(70.0, 0.125, 0.95, True, 0.0)
    assert (terms.settling, terms.tiredness, terms.recognition, terms.unfairness) == (0.0, -2.0, 4.0, 0.0)
    assert terms.workload == pytest.approx(-1.0)
    assert terms.total() == pytest.approx(1.0)


def test_a_week_of_tiring_is_exact() -> None:
    assert pytest.approx(math.exp(-1 / 4.35), rel=1e-15) == c.FATIGUE_KEPT


def test_logistic_stays_within_play() -> None:
    """Far out the chance is still not certain, and no input makes it fail."""
    assert 0 < numeric.logistic(-1e308) < 1e-8
    assert 1 - 1e-8 < numeric.logistic(1e308) < 1


def test_weekly_learning_is_the_same_for_a_head_and_for_a_crowd() -> None:
    """Four weeks to learn are twenty days."""
    assert people.ramp_after(0.0, 4.0) == people.assimilated(1.0, c.DAYS_PER_WEEK)


def test_an_unknown_end_of_a_promise_is_refused() -> None:
    with pytest.raises(ValueError, match="forgotten"):
        client.promise_trust("forgotten", 1.0)


def test_indices_without_data_say_nothing_alarming() -> None:
    opening = money.EarnedValue(pv=0.0, ev=0.0, ac=0.0, bac=100.0)
    assert (opening.cpi(), opening.spi(), opening.eac_typical(), opening.tcpi_bac()) == (1.0, 1.0, 100.0, 1.0)
    assert money.spi_time(0.0, 0.0) == 1.0


def test_a_spent_budget_leaves_completion_out_of_reach() -> None:
    broke = money.EarnedValue(pv=80.0, ev=60.0, ac=100.0, bac=100.0)
    assert broke.tcpi_bac() == c.INDEX_MOST > c.TCPI_OUT_OF_REACH
    assert money.EarnedValue(pv=100.0, ev=100.0, ac=120.0, bac=100.0).tcpi_bac() == 0.0


def test_a_plan_that_ends_early_earns_no_schedule_after_its_end() -> None:
    """Weeks after the last planned piece of work are no plan: the schedule earned stops at two."""
    assert money.earned_schedule((50.0, 100.0, 100.0, 100.0), 100.0) == 2.0
    assert money.earned_schedule((), 10.0) == 0.0


def test_brier_without_statements_is_a_coin() -> None:
    assert risk.brier([]) == 0.25


def test_nothing_to_lose_and_nothing_lost_is_well_managed() -> None:
    assert risk.mitigation_effectiveness(0.0, 0.0, 0.0) == 1.0
    assert risk.mitigation_effectiveness(0.0, 0.0, 5.0) == 0.0


def test_free_measures_are_worth_as_much_as_you_like() -> None:
    assert risk.leverage(10.0, 5.0, 0.0) == c.LEVERAGE_MOST
    assert risk.leverage(5.0, 5.0, 0.0) == 0.0


def test_shares_without_a_start_or_answers() -> None:
    assert contract.grr(0.0, 5.0, 0.0) == contract.nrr(0.0, 5.0, 0.0, 5.0) == 1.0
    assert contract.nps_error(0.5, 0.2, 0) == 100.0
