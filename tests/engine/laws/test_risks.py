"""Risks strike or are done away with, and what was spared is measured against the worst it might have been."""

from game.engine.laws import risks
from game.engine.model import Seat
from game.engine.play import Play
from game.engine.scores import kpi
from game.engine.state import Decisions
from game.insight.pace import forecast_parts, forecast_steps


def covered(company) -> float:
    return kpi(company.scenario, company.state.values, "risk")


def test_a_danger_done_away_with_counts_as_covered(company):
    company.set(week=1, outage__known_pm=1)
    before = covered(company)
    company.set(spare_line=1).live(risks.measure)
    assert before < 0.1
    assert covered(company) == 1.0
    company.set(week=6)
    assert covered(company) == 1.0  # no luck is needed for what cannot come


def test_a_danger_that_an_answer_brings_counts_from_then_on(company):
    company.set(spare_line=1, outage__worst=0)
    assert covered(company) == 1.0
    company.set(spare_line=0)
    assert company.live(risks.measure) == {("outage.worst", "law:hazard"): 1.0}
    assert covered(company) < 0.1


def test_what_grows_likely_after_its_weeks_is_no_danger(company):
    company.set(spare_line=0, outage__worst=0)
    assert company.live(risks.measure, week=9) == {}


def test_a_risk_strikes_in_its_weeks_only_and_everybody_knows_it_then(company):
    assert company.live(risks.strikes, week=1) == {}
    lines = company.live(risks.strikes, week=2)
    assert lines["outage.struck", "risk:outage"] == 2.0
    assert lines["outage.known_am", "risk:outage"] == lines["outage.known_pm", "risk:outage"] == 1.0
    assert lines["build.work", "risk:outage"] == 4.0


def test_the_date_counts_what_a_strike_brought_in_the_week_it_struck(company):
    """Four more days for two people: the plan that is drawn after the blow has them, and the blow is their name."""
    play = Play(company.scenario, 1, Seat.BOTH)  # where an event may be left unanswered
    play.live(Decisions())
    play.live(Decisions())
    date = company.scenario.quantity_index["project.forecast"]
    *_before, (last, drawn), _closed = forecast_steps(play, 2)
    parts = dict(forecast_parts(play, 2, date))
    assert play.state.values[company.scenario.quantity_index["outage.struck"]] == 2
    assert last == "risk:outage"
    assert drawn[date] == play.states[2].values[date]
    assert sum(parts.values()) == play.states[2].values[date] - play.states[1].values[date]
    assert 3 <= parts["risk:outage"] <= 10  # tenths of a week
