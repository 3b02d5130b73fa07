"""Second step: the weeks as they were, and where the player says it turned. The game says nothing yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from game.insight.words.debrief.timeline import Answered, WeekLived
from game.insight.words.story import Story
from game.records.reflections import LONGEST, MOST_TURNING, Reflection, TurningPoint
from game.window.chart import StoryChart, disc, meter_lines
from game.window.debrief.steps import Mark, Wrote
from game.window.kit import Card, CardButton, Column, Flex, Icon, Row, Text, TextArea, Widget


def happened(weeks: Sequence[WeekLived], story: Story, reflection: Reflection, wide: bool) -> tuple[Widget, Widget]:
    """The curves with what the player wrote under them, and the weeks to choose from.

    One begins with the first week where both can be seen at once (`wide`), else at the top.
    """
    marks = [point.week for point in reflection.turning]
    chart = StoryChart(meter_lines(story), marks, lambda week: weeks[week - 1].headline, Mark, tall=150)
    head = Text("Where did it turn?", 18, "b", leading=1.25)
    hint = "Choose one to three moments, before the game says what it thinks. A week, or an answer in it."
    own = [_own(place, reflection, weeks) for place in range(len(reflection.turning))]
    as_it_was = story.as_it_was("Hollow:")
    note = Text(as_it_was, 13, "r", "ink2", leading=1.3) if as_it_was else None
    left = [Column([head, Text(hint, 15, "r", "ink2")], gap=2), Card(Column([chart, note], gap=8), 20, 12), *own]
    full = len(reflection.turning) >= MOST_TURNING
    right = [_week(week, reflection, full, wide and week.week == 1) for week in weeks]
    return Column(left, gap=12), Column(right, gap=8)


def named(point: TurningPoint, weeks: Sequence[WeekLived]) -> str:
    """A turning point in a few words: its week and what it was about."""
    return f"Week {point.week}: {about(point, weeks)}"


def about(point: TurningPoint, weeks: Sequence[WeekLived]) -> str:
    """What a turning point was about: the title of what was answered, or the headline of its week."""
    week = weeks[point.week - 1]
    answer = next((each for each in week.answers if each.event == point.event), None)
    return answer.title if answer else week.headline.removesuffix(".")


def _own(place: int, reflection: Reflection, weeks: Sequence[WeekLived]) -> Widget:
    point, before, after = reflection.turning[place], reflection.turning[:place], reflection.turning[place + 1 :]

    def wrote(text: str) -> Wrote:
        return Wrote(replace(reflection, turning=(*before, replace(point, why=text), *after)))

    why = TextArea(
        "Why there? In your own words, if you like.",
        point.why,
        id=f"why/{point.week}/{point.event}",
        longest=LONGEST,
        on_change=wrote,
    )
    head = Row([disc(place + 1), Flex(Text(named(point, weeks), 15, "s", leading=1.25))], gap=10, align="start")
    return Card(Column([head, why], gap=8), 16, 12)


def _week(week: WeekLived, reflection: Reflection, full: bool, first: bool) -> Widget:
    head = Text([f"Week {week.week}"], 14, "s", "ink2")
    rows: list[Widget] = [head, _moment(week, None, reflection, full, first)]
    rows += [_moment(week, answer, reflection, full) for answer in week.answers]
    return Column(rows, gap=4)


def _moment(
    week: WeekLived, answer: Answered | None, reflection: Reflection, full: bool, first: bool = False
) -> Widget:
    """Something that can be called a turning point: a week, or an answer in it."""
    event = answer.event if answer else ""
    place = next((n for n, p in enumerate(reflection.turning) if (p.week, p.event) == (week.week, event)), None)
    title, said = (answer.title, f"You: {answer.said}") if answer else (week.headline, week.moved)
    below = Text(said, 14, "r", "ink2", leading=1.3) if said else None
    words = Column([Text(title, 15, "s" if answer else "r", leading=1.25), below], gap=1)
    mark: Widget = Icon("circle", 18, "ink2") if place is None else disc(place + 1)
    chosen = "" if place is None else f" Your turning point {place + 1}."
    return CardButton(
        Row([mark, Flex(words, least=160)], gap=10, align="start"),
        Mark(week.week, event),
        id=f"mark/{week.week}/{event}",
        label=f"Week {week.week}. {title} {said}{chosen}",
        state="open" if place is None else "taken",
        enabled=place is not None or not full,
        help="Three are chosen already. Press one of them to take it back." if full and place is None else "",
        autofocus=first,
        y=8,
    )
