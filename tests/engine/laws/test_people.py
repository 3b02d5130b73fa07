"""The team gets tired, learns, minds, and leaves."""

from game.engine.formulas.people import fatigue_after
from game.engine.laws import people


def test_overtime_tires_and_rest_recovers(company):
    lines = company.set(aisha__hours=50).live(people.fatigue)
    assert lines["aisha.fatigue", "law:overtime"] == round(fatigue_after(0.0, 50.0), 4)
    company.set(aisha__hours=40)
    assert company.live(people.fatigue)["aisha.fatigue", "law:rest"] < 0


def test_whoever_has_no_project_rests_whatever_hours_were_set(company):
    company.set(aisha__hours=50, aisha__fatigue=0.1, aisha__project=-1)
    assert company.live(people.fatigue)["aisha.fatigue", "law:rest"] < 0


def test_a_new_person_learns_and_an_old_one_has_nothing_left_to_learn(company):
    lines = company.set(leo__ramp=0.0).live(people.learning)
    assert lines == {("leo.ramp", "law:learning"): 0.25}


def test_nobody_minds_a_week_without_a_talk_but_a_month(company):
    assert ("aisha.morale", "law:nobody_asked") not in company.live(people.morale, week=2)
    assert company.live(people.morale, week=6)["aisha.morale", "law:nobody_asked"] < 0


def test_somebody_who_leaves_costs_money_and_the_others_morale(company):
    company.set(aisha__fatigue=0.5, aisha__morale=0)
    for week in range(1, 9):
        for seed in range(60):
            company.play.luck = type(company.play.luck)(seed, 9, 40)
            lines = company.live(people.resignations, week)
            if ("aisha.gone", "law:resignation/aisha") in lines:
                assert lines["leo.morale", "law:resignation/aisha"] < 0
                assert lines["project.spent", "law:resignation/aisha"] > 0
                return
    raise AssertionError("in 480 weeks of exhaustion somebody leaves")
