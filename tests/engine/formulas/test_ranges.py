"""No input, however odd, takes a formula out of the range its docstring states; and what should rise, rises."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from game.engine import constants as c
from game.engine.formulas import client, contract, money, numeric, people, risk, work

anything = st.floats()  # infinities and not-a-number included
whole = st.integers(-(10**6), 10**6)
truth = st.booleans()
points = st.floats(0, 100)
share = st.floats(0, 1)
amount = st.floats(0, 1e9)
steady = settings(deadline=None, derandomize=True, max_examples=150)


def output_in_a_team(ramp: float, new: float, experienced: float) -> float:
    return people.person_output(ramp, people.teaching(new, experienced))


RANGES: list[tuple[Any, list[Any], float, float]] = [
    (numeric.logistic, [anything], 0.0, 1.0),
    (numeric.odds, [anything], 0.0067, 148.5),
    (numeric.compounded, [anything, st.integers(-5, 500)], 0.0, 1.0),
    (people.fatigue_target, [anything, truth], 0.0, 0.51),
    (people.fatigue_after, [anything, anything, truth, truth], 0.0, 1.0),
    (people.productivity, [anything], 0.0, 1.0),
    (people.overhead, [anything], 0.0, 0.9),
    (people.ramp_after, [anything, anything], 0.0, 1.0),
    (output_in_a_team, [anything, anything, anything], 0.0, 1.0),
    (people.multitasking, [whole], 0.5, 1.0),
    (people.quit_chance, [anything, anything], 0.0015, 0.036),
    (work.work_quality, [anything, anything, anything, anything], 0.30, 0.98),
    (work.discovery_after, [anything, whole], 1.0, 52.0),
    (work.late_fix, [anything], 1.0, 2.0),
    (work.queue_wait, [anything, anything], 0.0, 129.4),
    (work.queue_wait, [anything], 0.0, 8.09),
    (work.lead_time, [anything], 1.0, 33.4),
    (work.overrun, [anything], 0.5, 4.0),
    (money.spi_time, [anything, anything], 0.0, 10.0),
    (money.tspi, [anything, anything, anything], 0.0, 10.0),
    (risk.leverage, [anything, anything, anything], -100.0, 100.0),
    (risk.mitigate, [anything], 0.0, 1.0),
    (risk.chance_by, [anything, st.integers(-5, 500)], 0.0, 1.0),
    (risk.mitigation_effectiveness, [anything, anything, anything], 0.0, 1.0),
    (risk.brier, [st.lists(st.tuples(anything, truth), max_size=5)], 0.0, 1.0),
    (client.disconfirmation, [anything, anything], -100.0, 100.0),
    (client.satisfaction_gain, [anything, anything], -40.0, 20.0),
    (client.expectation_after, [anything, anything], 0.0, 100.0),
    (client.promise_raises, [anything, anything], 0.0, 100.0),
    (client.warning_factor, [anything], 0.35, 1.0),
    (client.hidden_factor, [anything], 1.0, 2.5),
    (client.recovery, [whole, truth], -2.5, 5.0),
    (client.failure_weight, [whole, truth], 1.0, 1.5),
    (client.integrity, [anything, anything], -50.0, 0.0),
    (client.silence_cost, [anything], 0.0, 2.0),
    (client.relationship_drift, [anything, anything], -5.0, 5.0),
    (client.relationship_after, [anything, anything, truth, anything], 0.0, 100.0),
    (client.trust, [anything, anything], 0.0, 100.0),
    (contract.csat, [anything], 1.0, 5.0),
    (contract.nps_band, [anything], -1, 1),
    (contract.adjustments, [anything, truth, anything, whole, truth], -4.3, 1.9),
    (contract.renewal_chance, [anything, anything], 0.0, 1.0),
    (contract.weekly_churn, [anything], 0.0024, 0.0147),
    (contract.yearly_churn, [anything], 0.0, 1.0),
    (contract.upsell_chance, [anything, anything, anything, truth], 0.0, 1.0),
    (contract.asks_after, [anything], 0.0, 8.0),
    (contract.grr, [anything, anything, anything], 0.0, 1.0),
    (contract.nrr, [anything, anything, anything, anything], 0.0, 10.0),
    (contract.nps, [anything, anything], -100.0, 100.0),
    (contract.nps_error, [anything, anything, whole], 0.0, 100.0),
]


@pytest.mark.parametrize(("formula", "inputs", "low", "high"), RANGES, ids=[r[0].__name__ for r in RANGES])
def test_nothing_leaves_its_range(formula: Any, inputs: list[Any], low: float, high: float) -> None:
    @steady
    @given(st.tuples(*inputs))
    def stays(drawn: tuple[Any, ...]) -> None:
        assert low - 1e-12 <= formula(*drawn) <= high + 1e-12

    stays()


@steady
@given(anything, anything, anything, anything, truth)
def test_each_term_of_morale_stays_in_its_range(
    morale: float, tired: float, load: float, unfair: float, seen: bool
) -> None:
    terms = people.morale_after(morale, tired, load, seen, unfair)
    assert -3 <= terms.settling <= 7
    assert -16 <= terms.tiredness <= 0
    assert -3 <= terms.workload <= 0
    assert terms.recognition in (0, 4)
    assert -6 <= terms.unfairness <= 0


@steady
@given(anything, anything, anything, anything, anything, anything)
def test_the_rework_cycle_never_takes_more_than_there_is(
    todo: float, hidden: float, rate: float, quality: float, weeks: float, dt: float
) -> None:
    step = work.rework(todo, hidden, rate, quality, weeks, dt)
    assert step.done >= 0
    assert step.hidden_new >= 0
    assert step.found >= 0
    assert step.done + step.hidden_new <= numeric.clamp(todo, 0, 1e12) * (1 + 1e-12)
    assert step.found <= numeric.clamp(hidden, 0, 1e12)


@steady
@given(amount, st.floats(0.01, 100), st.floats(0.3, 0.98), st.floats(1, 52), st.integers(1, 60))
def test_the_rework_cycle_loses_no_work(scope: float, rate: float, quality: float, weeks: float, steps: int) -> None:
    """Done, hidden and to do always add up to the scope."""
    todo, hidden, done = scope, 0.0, 0.0
    for _ in range(steps):
        step = work.rework(todo, hidden, rate, quality, weeks)
        todo += step.found - step.done - step.hidden_new
        hidden += step.hidden_new - step.found
        done += step.done
    assert todo + hidden + done == pytest.approx(scope, rel=1e-9, abs=1e-9)
    assert min(todo, hidden, done) >= -1e-9 * max(1.0, scope)


@steady
@given(st.lists(share, min_size=1, max_size=12))
def test_the_parts_of_a_team_add_up_to_the_team(ramps: list[float]) -> None:
    """Whoever is new and whoever is not: the people's output is the team's, in days of an experienced one."""
    experienced = numeric.total(ramps)
    new = len(ramps) - experienced
    parts = numeric.total(output_in_a_team(ramp, new, experienced) for ramp in ramps)
    assert parts == pytest.approx(people.team_output(new, experienced) / c.OUTPUT_EXPERIENCED, rel=1e-9)


def test_an_experienced_lone_worker_gives_a_day_a_day() -> None:
    assert output_in_a_team(1.0, 0.0, 1.0) == pytest.approx(1.0, abs=1e-3)


@steady
@given(anything, anything)
def test_a_team_never_gives_less_than_nothing(new: float, experienced: float) -> None:
    assert people.team_output(new, experienced) >= 0


@steady
@given(st.floats(0, 1e6), st.floats(0, 200))
def test_no_more_are_trained_than_came(new: float, days: float) -> None:
    assert 0 <= people.assimilated(new, days) <= new


@steady
@given(share, st.floats(0, 100), st.floats(0, 100))
def test_longer_weeks_never_tire_less(fatigue: float, hours: float, more: float) -> None:
    assert people.fatigue_after(fatigue, hours + more) >= people.fatigue_after(fatigue, hours)
    assert people.fatigue_after(fatigue, hours, severe=True) >= people.fatigue_after(fatigue, hours)


@steady
@given(share, share, points, points)
def test_tired_and_unhappy_people_leave_sooner(tired: float, more: float, morale: float, less: float) -> None:
    calm = people.quit_chance(tired, max(morale, less))
    assert people.quit_chance(min(1.0, tired + more), min(morale, less)) >= calm


@steady
@given(amount, amount, amount, amount)
def test_no_forecast_is_below_what_is_spent(pv: float, ev: float, ac: float, bac: float) -> None:
    value = money.EarnedValue(pv, ev, ac, bac)
    for forecast in (value.eac_typical(), value.eac_atypical(), value.eac_both()):
        assert forecast >= ac
    for index in (value.cpi(), value.spi(), value.tcpi_bac(), value.tcpi_eac(value.eac_both())):
        assert 0 <= index <= c.INDEX_MOST


@steady
@given(st.lists(st.floats(0, 100), min_size=1, max_size=12), st.floats(0, 2000))
def test_earned_schedule_stays_within_the_plan_and_rises(steps: list[float], ev: float) -> None:
    planned = tuple(numeric.total(steps[: place + 1]) for place in range(len(steps)))
    at = money.earned_schedule(planned, ev)
    assert 0 <= at <= len(planned)
    assert at <= money.earned_schedule(planned, ev + 1)


@steady
@given(st.floats(0, 100), anything)
def test_a_forecast_of_time_stays_within_a_tenth_and_ten_times(planned: float, pace: float) -> None:
    assert planned / 10 <= money.forecast_duration(planned, pace) * (1 + 1e-12) <= planned * 10 * (1 + 2e-12)


@steady
@given(anything, anything)
def test_the_exposure_of_a_risk_is_part_of_its_impact(chance: float, impact: float) -> None:
    assume(abs(impact) < 1e300)
    assert abs(risk.exposure(chance, impact)) <= abs(impact)


@steady
@given(st.floats(0, 10), anything, anything)
def test_a_promise_costs_at_most_ten_times_its_weight(weight: float, hidden: float, warned: float) -> None:
    for status in ("kept", "exceeded", "broken", "open", "renegotiated"):
        assert -10 * weight <= client.promise_trust(status, weight, hidden, warned) <= 1.1 * weight


@steady
@given(st.floats(0, 100))
def test_a_shortfall_counts_double(gap: float) -> None:
    assert client.satisfaction_gain(-gap) == pytest.approx(-2 * client.satisfaction_gain(gap))


@steady
@given(points, points)
def test_good_service_becomes_the_norm_faster_than_bad(expected: float, gap: float) -> None:
    up = client.expectation_after(0.0, gap)
    down = 100.0 - client.expectation_after(100.0, 100.0 - gap)
    assert up >= down
    assert min(expected, gap) <= client.expectation_after(expected, gap) <= max(expected, gap)


@steady
@given(points, points, st.floats(-4, 2))
def test_a_happier_client_stays_sooner_and_leaves_later(one: float, other: float, logits: float) -> None:
    sad, glad = contract.csat(min(one, other)), contract.csat(max(one, other))
    assert contract.renewal_chance(sad, logits) <= contract.renewal_chance(glad, logits)
    assert contract.weekly_churn(sad) >= contract.weekly_churn(glad)
    assert contract.upsell_chance(sad, 0.5, 1.0, False) <= contract.upsell_chance(glad, 0.5, 1.0, False)


@steady
@given(share, share)
def test_luck_draws_overruns_in_order(p: float, q: float) -> None:
    assert work.overrun(min(p, q)) <= work.overrun(max(p, q))


@steady
@given(anything, anything, anything)
def test_clamp_always_lands_inside(x: float, one: float, other: float) -> None:
    assume(one == one and other == other)
    low, high = min(one, other), max(one, other)
    assert low <= numeric.clamp(x, low, high) <= high
