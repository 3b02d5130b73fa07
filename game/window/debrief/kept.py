"""The last two steps: one thing to keep and one to change, and a sentence to take to work."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from game.insight.review.whole import Review
from game.insight.words.debrief.judged import ReviewWords
from game.insight.words.debrief.lookback import FoundThere, dearest, found_there, largest_turn
from game.insight.words.debrief.timeline import WeekLived
from game.insight.words.figures import capital
from game.insight.words.fill import substitute
from game.records.desk import Desk
from game.records.reflections import LONGEST, Reflection, TurningPoint
from game.window.chart import disc
from game.window.chrome import icon_line
from game.window.debrief.happened import named
from game.window.debrief.steps import Wrote
from game.window.kit import Card, Column, Flex, Row, Text, TextArea, TextEntry, Widget
from game.window.review.marks import VerdictChip

DEAR = 2  # answers that cost most, held out beside the player's own


def kept(
    desk: Desk,
    reflection: Reflection,
    weeks: Sequence[WeekLived],
    review: Review | None,
    words: ReviewWords | None,
) -> Widget:
    """Their turning points beside what the review found there (None: not yet); and two things to write."""
    others = _others(reflection, review, words) if review is not None and words is not None else []
    left: list[Widget | None] = [
        _card(
            "Your turning points",
            [_turned(place, point, weeks, review, words) for place, point in enumerate(reflection.turning)],
        ),
        _card("As the review has it", others),
        _card(
            "Before you write",
            [
                icon_line("message-circle-question-mark", _said(desk, q), "ink", 15)
                for q in desk.scenario.debrief.questions
            ],
        ),
    ]
    again, otherwise = "What you would do again, and where it helped.", "What you would do instead, and in which week."
    keep = _area("One thing to keep", "keep", reflection.keep, again, lambda text: replace(reflection, keep=text), True)
    change = _area(
        "One thing to change", "change", reflection.change, otherwise, lambda text: replace(reflection, change=text)
    )
    right = Card(Column([Text("Keep and change", 18, "b", leading=1.25), keep, change], gap=12), 20, 16)
    return Row([Flex(Column(left, gap=12), 616, 380), Flex(right, 616, 380)], gap=16, align="start")


def taken(reflection: Reflection, onward: Widget) -> Widget:
    """One sentence, and when it will first be used; beside it where one goes from here."""
    as_said = "As you would say it to a colleague."
    rule = _area(
        "One sentence to take to work",
        "rule",
        reflection.rule,
        as_said,
        lambda text: replace(reflection, rule=text),
        True,
    )
    first = TextEntry(
        "When will you first use it?",
        reflection.first_use,
        id="first_use",
        hint="A day, a meeting, a client.",
        longest=LONGEST,
        on_change=lambda text: Wrote(replace(reflection, first_use=text)),
    )
    said = [("What you keep", reflection.keep), ("What you change", reflection.change)]
    own = [Column([Text(head, 14, "s", "ink2"), Text(text, 15)], gap=0) for head, text in said if text]
    left = Card(Column([Text("Take it to work", 18, "b", leading=1.25), *own, rule, first], gap=12), 20, 16)
    return Row([Flex(left, 616, 380), Flex(onward, 616, 380)], gap=16, align="start")


def _area(
    label: str, id: str, text: str, hint: str, written: Callable[[str], Reflection], first: bool = False
) -> Widget:
    """Room to write; `written` makes the reflection with it, and the `first` one of a step has the focus."""

    def wrote(text: str) -> Wrote:
        return Wrote(written(text))

    return TextArea(label, text, id=id, hint=hint, longest=LONGEST, on_change=wrote, autofocus=first)


def _card(title: str, rows: Sequence[Widget]) -> Widget | None:
    return Card(Column([Text(title, 16, "s"), *rows], gap=10), 20, 14) if rows else None


def _said(desk: Desk, question: str) -> str:
    return substitute(question, desk.scenario, len(desk.play.weeks))


def _turned(
    place: int, point: TurningPoint, weeks: Sequence[WeekLived], review: Review | None, words: ReviewWords | None
) -> Widget:
    """What the player said, and under it what the review found."""
    lines: list[Widget] = [Text(named(point, weeks), 15, "s", leading=1.25)]
    lines += [Text(f"You wrote: {point.why}", 14, "i", leading=1.3)] if point.why else []
    if review is not None and words is not None:
        lines.append(_found(found_there(words, point.week, point.event)))
    return Row([disc(place + 1), Flex(Column(lines, gap=3), least=200)], gap=12, align="start")


def _found(found: FoundThere) -> Widget:
    chip = Row([VerdictChip(found.grade, capital(found.called))]) if found.grade else None
    return Column([chip, Text(found.text, 14, "r", "ink2", leading=1.3)], gap=3)


def _others(reflection: Reflection, review: Review, words: ReviewWords) -> list[Widget]:
    """Where the numbers turned furthest, and the dearest answers, as far as the player has not named them."""
    marked = [(point.week, point.event) for point in reflection.turning]
    week, turned = largest_turn(review, words)
    rows: list[Widget] = (
        [Text(turned, 15, leading=1.3)] if turned and week not in [each for each, _event in marked] else []
    )
    dear = [(each.week, each.event) for each in dearest(review.decisions, DEAR)]
    for answer in words.answers:
        if (answer.week, answer.event) in dear and (answer.week, answer.event) not in marked:
            title = Text(f"Week {answer.week}: {answer.title}", 15, "s", leading=1.25)
            rows.append(Column([title, _found(found_there(words, answer.week, answer.event))], gap=2))
    return rows
