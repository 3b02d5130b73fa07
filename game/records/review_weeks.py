"""The weeks of a play on its page: where its decisions were heading, what luck did, and both in numbers."""

from __future__ import annotations

from game.engine.play import Play
from game.insight.review.choices import Decision
from game.insight.review.split import GRAIN
from game.insight.review.whole import Review
from game.insight.words.debrief.came_from import SPLIT, SPLIT_AGAINST, YARDSTICK_HEADS, YARDSTICKS, part_words
from game.insight.words.debrief.judged import ReviewWords
from game.insight.words.debrief.reviewed import decision_says, decision_title, head_words
from game.insight.words.figures import decimal, signed
from game.records.page import Markup, Row, element, section, table
from game.records.review_charts import TONES, Column, Mark, legend, luck_strip, sign, weeks_chart
from game.records.review_decisions import anchor

START = "Start"


def columns_of(play: Play, found: Review) -> tuple[float, list[Column]]:
    """The average play, and for its start and each week where decisions led and what luck did."""
    split = found.split
    level = split.average
    columns = [Column(START, level / GRAIN, level / GRAIN, split.start / GRAIN)]
    for week in split.weeks:
        mine = level + week.player
        level = mine + week.colleague
        marks = [_mark(play, each) for each in found.decisions if each.week == week.week]
        columns.append(Column(str(week.week), mine / GRAIN, level / GRAIN, week.luck / GRAIN, tuple(marks)))
    return split.average / GRAIN, columns


def _mark(play: Play, judged: Decision) -> Mark:
    name, says = decision_title(play.scenario, judged), decision_says(play.scenario, judged)
    return Mark(judged.grade, name, f"Week {judged.week}, {says}", anchor(judged), judged.chosen.known.gap)


def weeks_section(play: Play, found: Review, words: ReviewWords) -> Markup:
    """The chart of the weeks with luck in a strip of its own, and both as a table."""
    average, columns = columns_of(play, found)
    whose = f"A dashed step is {words.colleague}’s. " if words.colleague else ""
    note = (
        f"From an average play at {decimal(average)}: each step is what your week moved the final score to expect by, "
        f"answers and moves together, luck left out. {whose}Under a sign: the points that answer gave away against the "
        "best, by what could be known."
    )
    together = part_words(found.split.luck)
    name = element("h3", "The score your decisions were heading for")
    chart = weeks_chart("The score your decisions were heading for, week by week", average, columns)
    strip = luck_strip("What luck added or took, week by week", columns)
    said = element("p", f"What chance added or took, whatever you had chosen. Together {together}.", class_="quiet")
    whose_step = (f"after {words.colleague}",) if words.colleague else ()
    columns_head = ("week", "your answers", "after you", *whose_step, "luck")
    rows = [Row(_cells(each, bool(whose_step))) for each in columns]
    data = table("", columns_head, rows, tuple(range(2, len(columns_head))), 1)
    folded = element("details", element("summary", "Both charts as a table"), data, open="open")
    figures = [
        element("figure", name, chart, legend()),
        element("figure", element("h3", "Luck, kept apart"), said, strip),
    ]
    head = head_words(play, found)
    top = [element("p", head.above, class_="eyebrow"), element("h2", head.title)]
    summary = [element("p", each) for each in words.summary]
    return element("section", *top, *summary, element("p", note, class_="quiet small"), *figures, folded)


def _cells(column: Column, two: bool) -> tuple[str, ...]:
    theirs = (decimal(column.theirs),) if two else ()
    return (
        element("span", column.label, class_="nowrap"),
        _answers(column),
        decimal(column.mine),
        *theirs,
        signed(column.luck),
    )


def _answers(column: Column) -> Markup:
    """Each answer of a week with its verdict, leading to where it is told."""
    parts = [
        element("div", element("span", sign(mark.grade), class_=f"t-{TONES[mark.grade]}"), _to(mark))
        for mark in column.marks
    ]
    return Markup("".join(parts) or "—")


def _to(mark: Mark) -> Markup:
    return element("a", f"{mark.name}: {mark.grade}", href=f"#{mark.anchor}")


def split_section(words: ReviewWords) -> Markup:
    """The result taken apart, week by week, in rows that add up."""
    whose = (words.colleague,) if words.colleague else ()
    head = ("after", "your answers", "your moves", *whose, "luck", "result to expect")
    rows = [
        Row((row.label, row.answers, row.moves, *((row.colleague,) if whose else ()), row.luck, row.then))
        for row in words.split
    ]
    sticks = [Row((each.label, each.yours, each.usual, each.between)) for each in words.yardsticks]
    also = [element("h3", "And the verdicts"), table("", YARDSTICK_HEADS, sticks, (1, 2, 3))] if sticks else []
    also += [element("p", YARDSTICKS, class_="quiet small")] if sticks else []
    note = f"{SPLIT} {SPLIT_AGAINST}"
    luck = [
        element("li", element("b", f"{row.label}, luck {row.luck}: "), row.about) for row in words.split if row.about
    ]
    told = [element("ul", *luck, class_="plain small")] if luck else []
    return section(
        "Where the points came from", table("", head, rows, tuple(range(1, len(head)))), *told, *also, note=note
    )
