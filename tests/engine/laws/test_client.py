"""Clients compare with what they expected, keep a promise in mind, and dislike finding out."""

import pytest

from game.engine.laws import client, contract, risks


def test_a_disappointment_weighs_twice_what_a_nice_surprise_does(company):
    company.set(dana__expectation=72, dana__experience=4)
    up = company.live(client.expectations)["dana.satisfaction", "law:experience"]
    company.set(dana__experience=-4)
    down = company.live(client.expectations)["dana.satisfaction", "law:experience"]
    assert down == pytest.approx(-2 * up)


def test_what_was_a_favour_becomes_the_norm(company):
    before = company.get("dana.expectation")
    company.set(dana__experience=10).live(client.expectations)
    assert company.get("dana.expectation") > before


def test_silence_costs_trust(company):
    lines = company.set(dana__silence=5).live(client.relationships)
    assert lines["dana.confidence", "law:silence"] < 0
    assert lines["dana.relationship", "law:silence"] < 0


def test_a_warning_makes_a_broken_promise_cheaper(company):
    surprised = company.live(client.promises, week=3)["dana.confidence", "promise:soon"]
    company.set(soon__status=1, dana__failures=0, dana__warned=3)
    warned = company.live(client.promises, week=3)["dana.confidence", "promise:soon"]
    assert surprised < warned < 0


def test_a_promise_kept_early_is_exceeded_and_hardly_worth_more(company):
    company.set(project__delivered=2)
    early = company.live(client.promises, week=2)["dana.confidence", "promise:soon"]
    company.set(soon__status=1)
    in_time = company.live(client.promises, week=3)["dana.confidence", "promise:soon"]
    assert in_time < early <= 1.2 * in_time


def test_a_client_told_green_finds_out_at_the_latest_when_the_date_has_passed(company):
    company.set(project__status=2, project__told=0, project__reported=0, project__gap_weeks=4)
    lines = company.live(client.integrity, week=6)
    assert lines["dana.confidence", "law:found_out/project"] < -5
    assert company.get("project.told") == 2


def test_a_report_that_was_known_to_be_too_bright_costs_more_than_an_honest_mistake(company):
    company.set(project__status=1, project__told=0, project__reported=0, project__gap_weeks=1)
    mistake = company.live(client.integrity, week=6)["dana.confidence", "law:found_out/project"]
    company.set(project__status=1, project__told=0, project__reported=0, project__gap_weeks=1, project__glossed=1)
    lie = company.live(client.integrity, week=6)["dana.confidence", "law:found_out/project"]
    assert lie < 2 * mistake < 0


def test_nobody_can_find_out_what_nobody_has_been_told(company):
    company.set(project__status=2, project__told=0, project__reported=0)
    assert company.live(client.integrity, week=2) == {}


def test_an_honest_client_relation_has_no_gap_to_find(company):
    company.set(project__status=2, project__told=2, project__reported=2)
    assert company.live(client.integrity, week=6) == {}


def test_an_offer_amid_trouble_costs_trust(company):
    company.set(extra__status=1, account__issue=1)
    assert company.live(contract.offers)["dana.confidence", "law:offer/extra"] < 0


def test_a_renewal_is_decided_on_its_week_and_never_again(company):
    company.live(contract.renewal, week=8)
    signed = company.get("account.signed")
    assert signed in (1, 2)
    assert company.get("account.renewal_chance") == (1 if signed == 1 else 0)
    company.live(contract.renewal, week=8)
    assert company.get("account.signed") == signed


def test_a_risk_strikes_once_and_mitigation_takes_part_of_the_blow(company):
    lines = company.set(outage__mitigated=0.5).live(risks.strikes, week=2)
    if ("outage.struck", "risk:outage") not in lines:  # mitigation may have spared us
        lines = company.set(outage__mitigated=0.0).live(risks.strikes, week=2)
        assert lines["build.work", "risk:outage"] == pytest.approx(4.0)
    else:
        assert lines["build.work", "risk:outage"] == pytest.approx(2.0)
    assert company.live(risks.strikes, week=3) == {}
