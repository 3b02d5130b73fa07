"""The skills in words: what the answers drew on, how good they were, and what the role asks for."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.model import Seat
from game.engine.play import Play
from game.insight.review.choices import NOISE
from game.insight.skills import CORE, ENOUGH, Observed, Skill
from game.insight.words.causes import entitled
from game.insight.words.debrief.answers import WITHIN, undone_with, way_words
from game.insight.words.figures import capital, decimal, listed, small

NAMED = 3  # answers named by title and week
ROLES = {
    Seat.AM: "An account manager needs",
    Seat.PM: "A project manager needs",
    Seat.BOTH: "The two seats together need",
}
WRITTEN = "Which skills an answer draws on is written in its story, whatever numbers it moves."
TIMES = ("never", "once", "twice")


@dataclass(frozen=True)
class SkillWords:
    """One skill to read.

    `asks` is core, important or useful: what the role asks for. `count` answers drew on it, `fine` of them best or
    good; `lost` is points of the final score an answer, "" where there are too few to tell (`known` is false then).
    `text` says it all in sentences.
    """

    name: str
    label: str
    asks: str
    known: bool
    count: int
    fine: int
    lost: str
    text: str


@dataclass(frozen=True)
class SkillsWords:
    """The seven of them, what the role asks for most first, and a sentence or two on both together."""

    summary: str
    rows: tuple[SkillWords, ...]


def skills_words(
    seat: Seat, found: tuple[Skill, ...], play: Play | None = None, two_people: bool = False
) -> SkillsWords:
    """Skills over one or several plays of a seat; stories are named where there are several.

    Where all answers are of one `play`, it is lived again with the better one, to say what that would have changed.
    """
    stories = {each.scenario.id for skill in found for each in (*skill.exercised, *skill.passed)}
    instead = [_instead(play, seat, skill, two_people) for skill in found]
    rows = tuple([_row(skill, len(stories) > 1, why) for skill, why in zip(found, instead, strict=True)])
    return SkillsWords(_summary(seat, found), rows)


def _summary(seat: Seat, found: tuple[Skill, ...]) -> str:
    core = sorted([skill for skill in found if skill.asks == CORE], key=lambda skill: -len(skill.exercised))
    asked = f"{ROLES[seat]} {listed([skill.name for skill in found if skill.asks == CORE])} most."
    asked = f"{asked} {WRITTEN}"
    most = max(found, key=lambda skill: len(skill.exercised))
    if not most.exercised:
        return f"{asked} No answer with a choice drew on any skill."
    told = [f"{skill.name} {_times(len(skill.exercised))}" for skill in core]
    said = f"{asked} These answers drew on {listed(told)}"
    if len(most.exercised) <= len(core[0].exercised):
        return f"{said}."
    return f"{said}; most often, {_times(len(most.exercised))}, on {most.name}, which the role needs less."


def _times(count: int) -> str:
    return TIMES[count] if count < len(TIMES) else f"{small(count)} times"


def _instead(play: Play | None, seat: Seat, skill: Skill, two_people: bool) -> str:
    """What the best option would have changed in a play where most was missed; "" where there is none to tell."""
    if play is None or not skill.passed:
        return ""
    judged = _missed(skill).decision
    return undone_with(play, seat, judged, judged.best, two_people)


def _missed(skill: Skill) -> Observed:
    """The answer for which the best option, which draws on the skill, was worth most more."""
    return max(skill.passed, key=lambda each: each.lost)


def _row(skill: Skill, several: bool, instead: str) -> SkillWords:
    count = len(skill.exercised)
    told = [_how_good(skill, several) if skill.known else _too_few(skill, several), _passed(skill, several), instead]
    lost = _give_or_take(skill) if skill.known else ""
    text = " ".join([each for each in told if each])
    return SkillWords(skill.name, capital(skill.name), skill.asks, skill.known, count, skill.fine, lost, text)


def _how_good(skill: Skill, several: bool) -> str:
    count, fine = len(skill.exercised), skill.fine
    kinds = "all best or good" if fine == count else f"{small(fine)} of them best or good"
    said = f"{capital(small(count))} answers drew on it, {kinds}."
    if skill.lost.mean == 0.0:
        return f"{said} Each was as good as the best option, {WITHIN}."
    dearest = max(skill.exercised, key=lambda each: each.lost)
    judged = dearest.decision
    quote = way_words(dearest.scenario, judged, judged.chosen)
    return (
        f"{said} They lay {_give_or_take(skill)} points below the best option on average; "
        f"the dearest was {quote} in {_where(dearest, several)}, {decimal(dearest.lost)} points."
    )


def _too_few(skill: Skill, several: bool) -> str:
    if not skill.exercised:
        return "No answer drew on it."
    count = len(skill.exercised)
    drew = f"{capital(small(count))} answer{'s' if count > 1 else ''} drew on it"
    return f"{drew}, too few to judge: that takes {small(ENOUGH)}. In {_wheres(skill.exercised, several)}."


def _passed(skill: Skill, several: bool) -> str:
    """The answers for which the best option would have drawn on it."""
    if not skill.passed:
        return ""
    missed = _missed(skill)
    best = way_words(missed.scenario, missed.decision, missed.decision.best)
    gain = f"{best}, {decimal(missed.lost)} points more"
    if len(skill.passed) == 1:
        return f"A better answer would have drawn on it in {_where(missed, several)}: {gain}."
    often = _times(len(skill.passed)).capitalize()
    return f"{often} a better answer would have drawn on it, most of all in {_where(missed, several)}: {gain}."


def _where(seen: Observed, several: bool) -> str:
    judged, scenario = seen.decision, seen.scenario
    title = entitled(scenario.events[scenario.event_index[judged.event]])
    return f"{title} (week {judged.week}{f' of {scenario.title}' if several else ''})"


def _wheres(seen: tuple[Observed, ...], several: bool) -> str:
    told = [_where(each, several) for each in seen[:NAMED]]
    return listed(told + ([f"{small(len(seen) - NAMED)} more"] if len(seen) > NAMED else []))


def _give_or_take(skill: Skill) -> str:
    half = decimal(NOISE * skill.lost.error)
    return decimal(skill.lost.mean) if half == "0.0" else f"{decimal(skill.lost.mean)} ± {half}"
