"""The skills the answers of a play drew on: counted, valued only where there are enough, beside what the role asks."""

from __future__ import annotations

from dataclasses import replace

from game.engine.model import SKILLS, Seat
from game.insight.review.choices import Decision, Option, Value, grade_of
from game.insight.simulate import bots_for, run
from game.insight.skills import CORE, ENOUGH, PROFILES, USEFUL, Lived, Skill, asked_of, skills, skills_of
from game.insight.words.debrief.skills import skills_words
from tests.conftest import shipped

MONDAY = shipped("first_monday")


def decision(event: str, taken: str, gap: float = 0.0, best: str = "", error: float = 0.1) -> Decision:
    """An answer that lay `gap` points below the best option."""

    def value(behind: float) -> Value:
        return Value(60.0 - behind, behind, error if behind else 0.0, grade_of(behind, error if behind else 0.0))

    options = [Option(taken, value(gap), value(gap))]
    options += [Option(best, value(0.0), value(0.0))] if best else []
    return Decision(1, event, taken, tuple(options))


def named(found: tuple[Skill, ...], name: str) -> Skill:
    return next(skill for skill in found if skill.name == name)


EVENT = "forgets_basket"
TAKEN, BETTER = "problem solving", "technical understanding"  # what its choices patch and properly exercise


def test_every_role_asks_something_of_every_skill_and_the_two_ask_differently() -> None:
    for profile in PROFILES.values():
        assert sorted(profile) == sorted(SKILLS)
        assert 2 <= list(profile.values()).count(CORE) <= 3
    assert PROFILES[Seat.AM] != PROFILES[Seat.PM]
    assert asked_of(Seat.BOTH, "sales acumen") == asked_of(Seat.BOTH, "leadership") == CORE
    assert asked_of(Seat.PM, "sales acumen") == USEFUL


def test_an_answer_is_one_observation_of_what_its_way_exercises() -> None:
    assert skills_of(MONDAY, EVENT, "patch") == (TAKEN,)
    assert skills_of(MONDAY, EVENT, "") == ()
    scene = shipped("upsell_opportunity")
    both = skills_of(scene, "the_talk", "wrong_first/two_years")
    assert len(both) == len(set(both)) >= 1


def test_nothing_is_said_of_a_skill_on_fewer_than_five_answers() -> None:
    for count in (ENOUGH - 1, ENOUGH):
        play = Lived(MONDAY, tuple(decision(EVENT, "patch", 3.0, "properly") for _ in range(count)))
        seven = skills(Seat.PM, (play,))
        found = named(seven, TAKEN)
        assert (found.known, len(found.exercised)) == (count == ENOUGH, count)
        row = next(row for row in skills_words(Seat.PM, seven).rows if row.name == TAKEN)
        assert ("Four answers drew on it, too few to judge: that takes five." in row.text) == (count < ENOUGH)
        assert (row.lost == "3.0") == (count == ENOUGH)


def test_what_is_within_the_noise_costs_nothing() -> None:
    near = decision(EVENT, "patch", 3.0, "properly", error=2.0)
    clear = decision(EVENT, "patch", 3.0, "properly")
    found = named(skills(Seat.PM, (Lived(MONDAY, (near, clear, near, clear)),)), TAKEN)
    assert (found.lost.mean, found.fine) == (1.5, 2)


def test_a_skill_passed_by_is_told_and_not_counted() -> None:
    found = skills(Seat.PM, (Lived(MONDAY, (decision(EVENT, "patch", 3.0, "properly"),)),))
    missed = named(found, BETTER)
    assert (len(missed.exercised), len(missed.passed), missed.known) == (0, 1, False)
    (row,) = (row for row in skills_words(Seat.PM, found).rows if row.name == BETTER)
    assert "Have Bo mend it properly" in row.text
    assert "“The basket forgets” (week 1)" in row.text


def test_a_skill_passed_by_says_what_the_better_answer_would_have_changed() -> None:
    """“2.1 points more” alone gives no reason; the very play lived again does."""
    play = run(MONDAY, 1, Seat.PM, bots_for(MONDAY, Seat.PM, "careless"))
    asked = next(lived.week for lived in play.weeks if EVENT in [each.event for each in lived.decisions.pm.answers])
    judged = replace(decision(EVENT, "patch", 3.0, "properly"), week=asked)
    found = skills(Seat.PM, (Lived(MONDAY, (judged,)),))
    (row,) = (row for row in skills_words(Seat.PM, found, play).rows if row.name == BETTER)
    assert "With “Have Bo mend it properly" in row.text
    assert "this very play would have ended at" in row.text


def test_several_plays_are_taken_together_and_told_apart_by_their_story() -> None:
    other = shipped("scope_creep")
    event = next(e for e in other.events if e.asks is Seat.PM and e.question.choices[0].skill == "communication")
    mine = Lived(other, (decision(event.id, event.question.choices[0].id),) * 3)
    found = skills(Seat.PM, (Lived(MONDAY, (decision(EVENT, "tell_agnes"),) * 2), mine))
    assert len(named(found, "communication").exercised) == ENOUGH
    words = skills_words(Seat.PM, found)
    assert words.rows[0].text.startswith("Five answers drew on it, all best or good.")
    one = skills_words(Seat.PM, skills(Seat.PM, (mine,)))
    assert "Just one more thing" not in one.rows[0].text
    assert "communication five times" in words.summary
    assert "Which skills an answer draws on is written in its story" in words.summary
