"""The figures of the author's guide, worked out again from the laws."""

from __future__ import annotations

import pytest

from game.engine import constants as c
from game.engine.formulas.client import (
    expectation_after,
    failure_weight,
    integrity,
    promise_trust,
    satisfaction_gain,
    silence_cost,
    warning_factor,
)
from game.engine.formulas.contract import csat, renewal_chance, weekly_churn, yearly_churn
from game.engine.formulas.people import fatigue_after, morale_after, person_output, quit_chance, teaching
from game.engine.formulas.risk import chance_by, mitigate
from game.engine.formulas.work import late_fix
from game.engine.laws import client as client_law
from game.engine.laws import people as people_law
from game.engine.scores import OWN_SHARE
from tests.scenario.test_guide import GUIDE

CHAPTER = " ".join(GUIDE.partition("## What the laws feel like")[2].partition("\n## ")[0].split())


def as_trust(confidence: float) -> float:
    """What is read of something done to the fragile half."""
    return c.TRUST_CONFIDENCE * confidence


def tired(hours: float, weeks: int) -> float:
    fatigue = 0.0
    for _ in range(weeks):
        fatigue = fatigue_after(fatigue, hours)
    return fatigue


def promise(status: str) -> float:
    return as_trust(promise_trust(status, c.PROMISE_POINTS))


def silence(week: int) -> float:
    """Points of trust a silent week costs: half of it in either stock, so as much in what is read."""
    return silence_cost(week) / 2.0


BROKEN = promise_trust("broken", c.PROMISE_POINTS)
ONE_NEW = teaching(1.0, 3.0)
WORN_OUT = quit_chance(c.EXHAUSTED + 0.01, 40.0)
SENTENCES = [
    f"`+6` gives 6, `-6` takes {6 * c.LOSS_OVER_GAIN:.0f}",
    f"`+5` on trust is read as {as_trust(5.0):.1f}",
    f"is worth {promise('kept'):.1f} points of trust, and one exceeded {promise('exceeded'):.2f}",
    f"costs {-promise('broken'):.1f}, and {-BROKEN / 2 * c.LOSS_OVER_GAIN:.0f} points of satisfaction on top",
    f"three weeks ahead, {warning_factor(3):.0%} of the loss remains".replace("%", " %"),
    f"five weeks ahead, {warning_factor(5):.0%}".replace("%", " %"),
    {1.5: "A second broken one weighs half as much again"}[failure_weight(2, True)],
    f"raises what is expected to {client_law.PROMISED:.0f}",
    f"for two weeks, loses {-integrity(2, 2):.0f} points of confidence, which is {-as_trust(integrity(2, 2)):.1f} of "
    "trust",
    {0.25: "The second costs a quarter of a point of trust"}[silence(2)],
    f"the third {silence(3):.1f}, the fourth {silence(4):.2f}, and from the fifth on it is {silence(5):.1f} a week",
    {2: "From the third on the service looks worse as well"}[client_law.SILENT_FROM],
    f"by {client_law.PER_SILENT_WEEK:.0f} points more every week",
    f"ten points better than expected adds {satisfaction_gain(10):.1f} to satisfaction and "
    f"{expectation_after(70, 80) - 70:.1f} to what is expected",
    f"ten points worse takes {-satisfaction_gain(-10):.1f}",
    f"After four weeks people are {tired(50, 4):.1%} slower".replace("%", " %"),
    f"Sixty hours for four weeks make that {tired(60, 4):.0%}".replace("%", " %"),
    f"A tired team ({c.TIRED:.0%}) quits twice as often".replace("%", " %"),
    f"an exhausted one ({c.EXHAUSTED:.0%}) four times".replace("%", " %"),
    f"goes back to {c.MORALE_AT_REST:.0f} by a tenth of the distance",
    f"A talk is worth {morale_after(70, 0, 0.8, True, 0).recognition:.0f} points",
    f"everybody who stays loses {-people_law.RESIGNATION_MORALE:.0f}",
    f"with {quit_chance(0.0, 70.0):.1%} a week; at morale 40 and exhausted with {WORN_OUT:.1%}".replace("%", " %"),
    f"turns {3 * person_output(1.0, teaching(0.0, 3.0)):.2f} days of work into "
    f"{person_output(0.0, ONE_NEW) + 3 * person_output(1.0, ONE_NEW):.2f}",
    f"Of routine work {c.QUALITY_ROUTINE:.0%} is right the first time, of normal work {c.QUALITY_NORMAL:.0%}, "
    f"of novel work {c.QUALITY_NOVEL:.0%}".replace("%", " %"),
    {(3.0, 8.0, 16.0): "over three weeks if `tested: yes`, eight as a rule, sixteen if `tested: no`"}[
        c.DISCOVERY_TESTED, c.DISCOVERY_NORMAL, c.DISCOVERY_UNTESTED
    ],
    f"So 30 days of normal work are {30 / c.QUALITY_NORMAL:.0f} in the end",
    f"work grows by {(1 + c.SCOPE_GROWTH) ** 4.35 - 1:.0%} a month".replace("%", " %"),
    {(1.25, 2.0): "when half is built costs a quarter more, at the end double"}[late_fix(0.5), late_fix(1.0)],
    f"8% a week sounds little; over six weeks it is {chance_by(0.08, 6):.0%}".replace("%", " %"),
    {0.5: "Each measure halves what is left"}[mitigate(0.0)],
    f"at 75 points of satisfaction renews with {renewal_chance(csat(75)):.0%}, "
    f"at 50 with {renewal_chance(csat(50)):.0%}, at 60 with {renewal_chance(csat(60)):.0%}".replace("%", " %"),
    f"an open serious issue makes {renewal_chance(csat(75), c.OPEN_ISSUE):.0%} of the "
    f"{renewal_chance(csat(75)):.0%}".replace("%", " %"),
    f"{yearly_churn(weekly_churn(csat(75))):.0%} of clients at 75 points are lost in a year, of those at 50 points "
    f"{yearly_churn(weekly_churn(csat(50))):.0%}".replace("%", " %"),
    {0.7: "seven parts of your own card and three of the other seat's"}[OWN_SHARE],
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_figure_of_the_guide_is_that_of_the_laws(sentence: str) -> None:
    assert sentence in CHAPTER


def test_one_in_so_many_leaves() -> None:
    assert round(1 / chance_by(WORN_OUT, 8)) == 7
    assert "over eight weeks one in seven" in CHAPTER
