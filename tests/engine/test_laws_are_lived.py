"""Every law leaves its mark in some play, and every formula of the laws is called by a week."""

import sys
from types import FrameType

from game.engine.laws import LAWS
from game.engine.model import Scenario, Seat
from game.insight.simulate import bots_for, run

FORMULAS_A_WEEK_CALLS = {
    "fatigue_after", "fatigue_target", "productivity", "overhead", "ramp_after", "teaching", "person_output",
    "multitasking", "morale_after", "quit_chance", "rework", "work_quality", "discovery_after", "late_fix",
    "scope_growth",
    "queue_wait", "earned_schedule", "spi_time", "forecast_duration", "eac_typical", "cpi", "exposure", "mitigate",
    "chance_by",
    "mitigation_effectiveness", "disconfirmation", "satisfaction_gain", "expectation_after", "promise_raises",
    "promise_trust", "warning_factor", "hidden_factor", "recovery", "failure_weight", "integrity", "silence_cost",
    "relationship_drift", "trust", "csat", "adjustments", "renewal_chance", "weekly_churn", "yearly_churn",
    "upsell_chance", "asks_after", "logistic",
}  # fmt: skip


def called_in_plays(scenario: Scenario) -> set[str]:
    called: set[str] = set()

    def watch(frame: FrameType, event: str, _argument: object) -> None:
        if event == "call" and "/game/engine/" in frame.f_code.co_filename.replace("\\", "/"):
            called.add(frame.f_code.co_name)

    for seed in range(1, 13):
        for bot, seat in (("random", Seat.AM), ("misreporting", Seat.PM), ("careless", Seat.BOTH)):
            sys.setprofile(watch)
            try:
                assert run(scenario, seed, seat, bots_for(scenario, seat, bot)).outcome is not None
            finally:
                sys.setprofile(None)
    return called


def test_every_law_and_formula_is_called_in_a_play(scope_creep: Scenario) -> None:
    called = called_in_plays(scope_creep)
    assert {law.__name__ for law in LAWS} <= called
    assert called >= FORMULAS_A_WEEK_CALLS, sorted(FORMULAS_A_WEEK_CALLS - called)
