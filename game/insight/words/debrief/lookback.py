"""What a review found at the moments somebody marked as turning points, beside what it would have marked itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.engine.model import Scenario
from game.insight.review.choices import GRADES, Decision
from game.insight.review.whole import Review
from game.insight.words.causes import entitled
from game.insight.words.debrief.came_from import COSTLY, SplitRow
from game.insight.words.debrief.judged import ReviewWords
from game.insight.words.debrief.reviewed import grade_words
from game.insight.words.figures import decimal, listed

NONE = "0.0"  # points that are no part of a sentence
# Beside a verdict, which holds an answer against the best by what could be known, stand points that do neither.
AGAINST = "compared with sensible play, and as things really were"
NO_BETTER = "sensible play would have done no better here"
NO_CHOICE = "Nothing else was open there, so there is nothing to judge."


@dataclass(frozen=True)
class FoundThere:
    """What a review says of a moment: the verdict ("" for a week as a whole), its tone, why, and the verdict said."""

    grade: str
    tone: str
    text: str
    called: str = ""


def found_there(words: ReviewWords, week: int, event: str) -> FoundThere:
    """What the review found at an answer, or in a week as a whole where `event` is empty; the moment marked first."""
    there = [answer for answer in words.answers if answer.week == week]
    if not event:
        told = [f"{answer.title} was {answer.called}" for answer in there]
        return FoundThere("", "plain", _moved(words, week) + (f" Its answers: {listed(told)}." if told else ""))
    for answer in there:
        if answer.event == event:
            around = week_in_all(words.colleague, words.split[week + 1], answer.grade)
            return FoundThere(answer.grade, answer.tone, f"{answer.text} {around}".strip(), answer.called)
    around = week_in_all(words.colleague, words.split[week + 1], "")
    return FoundThere("", "plain", f"{NO_CHOICE} {around}".strip())


def largest_turn(found: Review, words: ReviewWords) -> tuple[int, str]:
    """The week in which the result to expect moved furthest, and a sentence about it; (0, "") where none moved."""
    before, week, furthest = found.split.expected, 0, 0
    for number in range(1, len(before)):
        far = abs(before[number] - before[number - 1])
        if far > furthest:
            week, furthest = number, far
    if not week:
        return 0, ""
    return week, f"By the numbers it turned furthest in week {week}. {_moved(words, week)}"


def _moved(words: ReviewWords, week: int) -> str:
    row, before = words.split[week + 1], words.split[week].then
    why = moved_by(words.colleague, row)
    went = f"stayed at {row.then}" if row.then == before else f"went from {before} to {row.then}"
    return f"The result to expect {went}: {why}." if why else f"The result to expect {went}."


def moved_by(colleague: str, row: SplitRow) -> str:
    """What moved the result to expect in a week: your answers +1.2, your moves −0.3, Dana’s part −0.4, luck +3.0."""
    named = [("your answers", row.answers), ("your moves", row.moves)]
    named += [(f"{colleague}’s part", row.colleague), ("luck", row.luck)]
    return ", ".join([f"{name} {points}" for name, points in named if points not in ("", NONE)])


def week_in_all(colleague: str, row: SplitRow, grade: str) -> str:
    """What a week came to beside one answer of it and its grade: the moves and luck as well.

    Answers far from the best may still have gained on sensible play, which reads as a contradiction where nobody says
    so.
    """
    why = moved_by(colleague, row)
    if grade in COSTLY and row.answers[:1] == "+":
        why = why.replace(row.answers, f"{row.answers} ({NO_BETTER})", 1)
    same = "your answers no different, " if row.answers == NONE else ""
    about = f" Luck: {row.about}" if row.about else ""
    return f"{row.label} in all, {AGAINST}: {same}{why}.{about}" if why else ""


def dearest(decisions: Sequence[Decision], most: int) -> list[Decision]:
    """The costly answers, those that cost most first."""
    found = [each for each in decisions if each.grade in COSTLY]
    return sorted(found, key=lambda each: -each.chosen.known.gap)[:most]


def judged_there(found: Review, week: int, event: str, good: bool) -> str:
    """What a review makes of an answer that the ending names for what it brought or cost; "" where it judged none.

    An answer may cost much and be the best there was, which puzzles where nobody says so.
    """
    for each in found.decisions:
        if (each.week, each.event) == (week, event):
            said = f"{grade_words(each)[:1].lower()}{grade_words(each)[1:]}"
            against = each.grade in GRADES[:2] if not good else each.grade in COSTLY
            return f"{said} all the same, by the review" if against else f"{said}, by the review"
    return ""


def dearest_beside(scenario: Scenario, found: Review, named: Sequence[tuple[int, str]]) -> str:
    """The answer that gave most away, where none of the (week, event) an ending has `named` is it; "" for none."""
    worst = max(found.decisions, key=lambda each: each.chosen.known.lost, default=None)
    if worst is None or worst.grade in GRADES[:2] or (worst.week, worst.event) in named:
        return ""
    title, gap = entitled(scenario.events[scenario.event_index[worst.event]]), decimal(worst.chosen.known.gap)
    return f"The answer that gave most away, by the review: {title}, week {worst.week}, {gap} points below the best."
