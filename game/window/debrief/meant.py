"""First step: what was supposed to happen, and what became of it. Facts only."""

from __future__ import annotations

from game.engine.model import Scenario, Seat
from game.insight.words.ending import EndingWords
from game.insight.words.figures import decimal, weeks
from game.insight.words.fill import substitute
from game.records.desk import Desk
from game.window.kit import Card, Column, Flex, Row, Text, Widget
from game.window.panels.asked import asked


def meant(desk: Desk, seat: Seat, told: EndingWords) -> Widget:
    """The briefing on one side, the ending on the other, and under both the goals and what became of each."""
    left, right = Card(_briefing(desk.scenario, seat), 20, 16), Card(_ending(told), 20, 16)
    halves = Row([Flex(left, 616, 380), Flex(right, 616, 380)], gap=16, align="stretch")
    return Column([halves, asked(desk, seat)], gap=16)


def _briefing(story: Scenario, seat: Seat) -> Widget:
    briefing = story.both_briefing if seat is Seat.BOTH else story.rules(seat).briefing
    return Column(
        [Text("What was meant to happen", 18, "b", leading=1.25), Text(substitute(briefing, story, 1), 16)], gap=8
    )


def _ending(told: EndingWords) -> Widget:
    head = Text("What became of it", 18, "b", leading=1.25)
    when = Text(f"After {weeks(told.week)}: {told.title}", 16, "s")
    score = Text(f"Your score: {decimal(told.score)} of 100.", 15, "s")
    return Column([head, when, Text(told.text, 16), score], gap=8)
