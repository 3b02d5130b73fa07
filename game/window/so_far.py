"""The meters over the weeks lived so far, as one seat knew them."""

from __future__ import annotations

from collections.abc import Callable

from game.engine.model import Seat
from game.engine.play import Play
from game.insight.words.cards import meters
from game.insight.words.headlines import headlines
from game.window.chart import Series, StoryChart
from game.window.kit import Card, Column, Flex, Row, Text, Widget

_LEAST = 84  # units the lines need to be worth a look
_LOOKS = {"relationship": ("rel", "rel_text", False), "delivery": ("dlv", "dlv_text", True)}


class SoFar:
    """Worked out once, drawn often. `on(week)` is what a press on a week says."""

    def __init__(self, play: Play, week: int, seat: Seat, on: Callable[[int], object]) -> None:
        known = [meters(play, seat, lived) for lived in range(week + 1)]
        self._series = [
            Series(meter.label, tuple(each[place].value for each in known), *_LOOKS[meter.name])
            for place, meter in enumerate(known[-1])
        ]
        self._headlines = headlines(play, week, seat)
        self._weeks, self._on = play.scenario.weeks, on

    def view(self) -> Widget | None:
        """The chart on a card, as tall as its place; None where the scenario shows no meter."""
        if not self._series:
            return None
        chart = StoryChart(self._series, (), self._says, self._on, tall=_LEAST, weeks_in_all=self._weeks)
        head = Row([Text("The weeks so far", 16, "s"), Text("Press a week to read it again.", 14, "r", "ink2")], gap=12)
        return Card(Column([head, Flex(chart)], gap=8), 24, 14)

    def _says(self, week: int) -> str:
        at = ", ".join(f"{line.name} {line.values[week]:.0f}" for line in self._series)
        return f"{self._headlines[week - 1]} {at}."
