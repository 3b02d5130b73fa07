"""Which of the seven skills a player's answers drew on, and how good those answers were.

What is counted is answers, never a person. One answer is one observation of every skill its choices name, whatever
the number of choices along its way. It costs what the review says it costs: the points between it and the best option
that was open, and nothing where the two are within the noise of each other, since that difference is not one.

A skill the best option would have drawn on, where the answer taken was imprecise or worse, was passed by. That is
told beside the observations and does not count as one: it says what was left lying, not how well something was done.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.model import SKILLS, Choice, Question, Scenario, Seat
from game.insight.review.choices import GRADES, Decision
from game.insight.simulate import Summary, summary

ENOUGH = 5  # observations under which nothing is said of a skill: one lucky answer would be a fifth of the verdict
FINE = GRADES[:2]  # grades of an answer nobody could clearly have bettered
CORE, IMPORTANT, USEFUL = "core", "important", "useful"
# What each role asks for: our choice, from what its KPIs hang on. An account manager's five move with what clients
# feel, are told and buy; a project manager's five with the plan, the people and what everybody is told about both.
# Trouble comes to either desk, so solving it is important in both. What is left helps, and the other seat has it.
PROFILES: dict[Seat, dict[str, str]] = {
    Seat.AM: {
        "communication": CORE,
        "organisation": IMPORTANT,
        "sales acumen": CORE,
        "technical understanding": USEFUL,
        "leadership": USEFUL,
        "problem solving": IMPORTANT,
        "relationship building": CORE,
    },
    Seat.PM: {
        "communication": CORE,
        "organisation": CORE,
        "sales acumen": USEFUL,
        "technical understanding": IMPORTANT,
        "leadership": CORE,
        "problem solving": IMPORTANT,
        "relationship building": USEFUL,
    },
}


@dataclass(frozen=True)
class Lived:
    """The judged answers of one play, and the story they belong to.

    Give a branch only the answers made after it parted: weeks taken over would count twice.
    """

    scenario: Scenario
    decisions: tuple[Decision, ...]


@dataclass(frozen=True)
class Observed:
    """One answer seen as an exercise of a skill. `lost` is in points of the final score, 0 within the noise."""

    scenario: Scenario
    decision: Decision
    lost: float


@dataclass(frozen=True)
class Skill:
    """One skill over some plays.

    `asks` is core, important or useful: what the role asks for. `exercised` holds the answers that drew on it,
    `passed` those that were clearly worse for not doing so. `lost` is the mean of points lost an answer, with its
    standard error over the answers.
    """

    name: str
    asks: str
    exercised: tuple[Observed, ...]
    passed: tuple[Observed, ...]
    lost: Summary

    @property
    def known(self) -> bool:
        """Whether there is enough to say how good the answers were."""
        return len(self.exercised) >= ENOUGH

    @property
    def fine(self) -> int:
        """How many of the answers were best or good."""
        return len([each for each in self.exercised if each.decision.grade in FINE])


def skills(seat: Seat, plays: tuple[Lived, ...]) -> tuple[Skill, ...]:
    """All seven over the plays of one seat: what the role asks for most first, then in the order of the vocabulary."""
    exercised: dict[str, list[Observed]] = {name: [] for name in SKILLS}
    passed: dict[str, list[Observed]] = {name: [] for name in SKILLS}
    for lived in plays:
        for decision in lived.decisions:
            seen = Observed(lived.scenario, decision, decision.chosen.known.lost)
            drawn_on = skills_of(lived.scenario, decision.event, decision.taken)
            for name in drawn_on:
                exercised[name].append(seen)
            if decision.grade not in FINE:
                for name in skills_of(lived.scenario, decision.event, decision.best.path):
                    if name not in drawn_on:
                        passed[name].append(seen)
    found = [
        Skill(name, asked_of(seat, name), tuple(exercised[name]), tuple(passed[name]), _lost(exercised[name]))
        for name in SKILLS
    ]
    order = (CORE, IMPORTANT, USEFUL)
    return tuple([skill for asks in order for skill in found if skill.asks == asks])


def asked_of(seat: Seat, skill: str) -> str:
    """What a role asks of a skill; who sits in both seats needs it as much as the seat that needs it more."""
    if seat is not Seat.BOTH:
        return PROFILES[seat][skill]
    both = (PROFILES[Seat.AM][skill], PROFILES[Seat.PM][skill])
    return CORE if CORE in both else IMPORTANT if IMPORTANT in both else USEFUL


def skills_of(scenario: Scenario, event: str, path: str) -> tuple[str, ...]:
    """The skills along a way through an event, each once; none for no answer at all."""
    question: Question | None = scenario.events[scenario.event_index[event]].question
    found: list[str] = []
    for part in path.split("/"):
        choice: Choice | None = None
        if question is not None:
            choice = next((each for each in question.choices if each.id == part), None)
        if choice is None:
            break
        if choice.skill in SKILLS and choice.skill not in found:
            found.append(choice.skill)
        question = choice.scene
    return tuple(found)


def _lost(seen: list[Observed]) -> Summary:
    return summary([each.lost for each in seen])
