"""Work gets done, partly wrong; the plan knows what is reported, and the client what they are told."""

import pytest

from game.engine.laws import PROJECTS, money, work


def test_days_done_are_right_or_hidden_and_never_more_than_the_people_have(company):
    lines = company.live(work.progress)
    done, hidden = lines["build.days_done", "law:work"], lines["build.hidden", "law:rework"]
    assert 0 < hidden < done
    assert done + hidden <= 10.0


def test_adding_somebody_new_slows_the_others(company):
    before = company.live(work.progress)["build.days_done", "law:work"]
    company.set(build__days_done=0, build__hidden=0, leo__ramp=0.0)
    assert company.live(work.progress)["build.days_done", "law:work"] < before


def test_a_tired_team_makes_more_mistakes(company):
    fresh = company.live(work.progress)
    company.set(build__days_done=0, build__hidden=0, aisha__fatigue=0.2, leo__fatigue=0.2)
    tired = company.live(work.progress)

    def share(lines):
        return lines["build.hidden", "law:rework"] / lines["build.days_done", "law:work"]

    assert share(tired) > share(fresh)


def test_reviews_find_hidden_work_sooner(company):
    slow = company.set(build__hidden=8).live(work.discovery)["build.hidden", "law:discovery"]
    fast = company.set(build__hidden=8, project__reviews=2).live(work.discovery)["build.hidden", "law:discovery"]
    assert fast < slow < 0


def test_what_is_hidden_at_delivery_escapes_to_the_client(company):
    company.set(build__days_done=28, build__hidden=2, polish__days_done=10)
    lines = company.live(work.finishing, week=5)
    assert lines["project.delivered", "law:delivered"] == 5
    assert lines["project.defects", "law:escaped"] == pytest.approx(2.0)


def test_what_is_never_handed_over_hides_its_faults_from_nobody(company):
    company.set(build__days_done=12, build__hidden=3)
    assert company.live(work.left_unfinished)["project.defects", "law:unfinished"] == pytest.approx(3.0)


def test_a_forecast_after_an_honest_estimate_knows_more_of_what_is_hidden(company):
    company.set(build__days_done=10, build__hidden=10, project__estimated=6)
    company.live(work.forecast, week=3)
    stale = company.get("project.forecast")
    company.set(project__estimated=0)
    company.live(work.forecast, week=3)
    assert company.get("project.forecast") > stale


def test_a_late_plan_is_red_whatever_anybody_reports(company):
    company.set(project__forecast=9).live(work.status, week=3)
    assert company.get("project.status") == 2
    company.set(project__forecast=5.5).live(work.status, week=3)
    assert company.get("project.status") == 0


def test_everybody_is_paid_for_their_hours(company):
    lines = company.set(aisha__hours=50).live(money.costs)
    assert lines["project.spent", "law:pay/aisha"] >= 6.25 * 600  # overtime is never cheaper
    assert lines["project.spent", "law:pay/leo"] == pytest.approx(5 * 500)


def test_scope_grows_less_when_it_is_frozen(company):
    free = company.live(work.scope_growth)["polish.work", "law:scope_growth"]
    frozen = company.set(project__frozen=3).live(work.scope_growth)["polish.work", "law:scope_growth"]
    assert frozen < free * 0.5


def test_the_week_of_the_delivery_is_paid_up_to_the_delivery(company):
    """Five days left for two people: about half a week, and so much of everybody's pay."""
    company.set(build__days_done=30, build__finished=4, polish__days_done=5)
    company.set(aisha__fatigue=0, leo__fatigue=0)

    def week(tick):
        for law in PROJECTS:
            if law in (work.progress, work.finishing, money.costs):
                law(tick)
                tick.ledger.settle()

    lines = company.live(week, week=5)
    assert lines["project.delivered", "law:delivered"] == 5
    days = lines["project.spent", "law:pay/aisha"] / 600
    assert 2.0 < days < 4.0
    assert lines["project.spent", "law:pay/leo"] == pytest.approx(days * 500)


def test_hands_that_fall_idle_on_the_last_day_are_no_idleness(company):
    company.set(build__days_done=30, build__finished=4, polish__days_done=7, project__utilisation=0.88)
    company.live(work.progress, week=5)
    assert company.get("project.utilisation") == pytest.approx(0.88)


def test_the_last_task_is_expected_when_the_whole_is(company):
    company.set(build__days_done=14, build__hidden=4)
    company.live(work.forecast, week=4)
    assert company.get("polish.forecast") == pytest.approx(company.get("project.forecast"), abs=0.11)
    assert company.get("build.forecast") < company.get("polish.forecast")
