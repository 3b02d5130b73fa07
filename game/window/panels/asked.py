"""The goals of a manager when a play is over: met or missed."""

from __future__ import annotations

from game.engine.model import Seat
from game.insight.words.goals import GoalWords, goals
from game.insight.words.people import first_name
from game.records.desk import Desk
from game.window.chrome import boss_of
from game.window.kit import Card, Column, Flex, Grid, Icon, Row, Text, Widget


def asked(desk: Desk, seat: Seat) -> Widget | None:
    """A card with each goal and what became of it; None where nothing was asked."""
    found = goals(desk.play, seat)
    if not found:
        return None
    boss = boss_of(desk.scenario, seat)
    title = f"What {first_name(boss)} asked of you" if boss else "What was asked of you"
    return Card(Column([Text(title, 16, "s"), Grid([_goal(each) for each in found], 3, 300, 24)], gap=10), 20, 14)


def _goal(goal: GoalWords) -> Widget:
    """What was asked, whether it came about, and how it stands."""
    said = Column(
        [
            Text(goal.text, 15, leading=1.25),
            Text(goal.word, 14, "s", goal.tone, leading=1.3),
            Text(goal.detail, 13, "r", "ink2", leading=1.3) if goal.detail else None,
        ],
        gap=1,
    )
    return Row([Icon(goal.icon, 20, goal.tone), Flex(said, least=180)], gap=12, align="start")
