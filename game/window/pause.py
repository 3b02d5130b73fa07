"""The menu over a play. Nothing has to be saved here: every answer was stored when it was given."""

from __future__ import annotations

from game.records.desk import Desk
from game.window.chrome import icon_line, seat_chip
from game.window.house import House
from game.window.kit import Back, Button, Card, Chip, Column, Divider, Emblem, Flex, Row, Spacer, Text, Ui, Widget
from game.window.routes import (
    GoBriefing,
    GoEnding,
    GoHelp,
    GoHistory,
    GoLibrary,
    GoPause,
    GoSettings,
    GoWeek,
    Route,
)


class PauseScreen:
    """Where the play stands, and where one can go from it."""

    def __init__(self, house: House, desk: Desk) -> None:
        self.house, self.desk = house, desk

    def _on(self) -> Route:
        return GoWeek(self.desk) if self.desk.outcome is None else GoEnding(self.desk)

    def _stored(self) -> Widget:
        if self.desk.store.keeps:
            return icon_line(
                "circle-check", "Everything up to here is stored. You can close the window at any time.", "good"
            )
        return icon_line("triangle-alert", "This play is kept only while the window is open.", "warn")

    def _where(self) -> Widget:
        desk = self.desk
        week = f"Week {desk.week} of {desk.scenario.weeks}" if desk.outcome is None else "Played to the end"
        chips: list[Widget] = [seat_chip(desk.record.mode)]
        chips += [Chip("Branch", "plain", "git-branch")] if desk.is_branch else []
        return Column(
            [
                Text(desk.scenario.title, 26, "b", leading=1.2),
                Row([Text(week, 16, "s"), *chips], gap=12, line_gap=4),
                Text(f"Number of the play: {desk.record.seed}", 14, "r", "ink2"),
            ],
            gap=6,
        )

    def view(self, ui: Ui) -> Widget:
        desk, here = self.desk, GoPause(self.desk)
        lived = len(desk.history)
        past = "The weeks so far" if lived else "The weeks so far (none yet)"
        ways = [
            Button("Continue", self._on(), id="continue", kind="primary", icon="play", autofocus=True),
            Button(past, GoHistory(desk, lived), id="history", icon="history", enabled=lived > 0),
            Button("The briefing again", GoBriefing(desk), id="briefing", icon="book-open"),
            Button("Settings", GoSettings(here), id="settings", icon="settings"),
            Button("Help", GoHelp(here), id="help", icon="circle-question-mark"),
            Button("Leave to the library", GoLibrary(), id="library", icon="library-big"),
        ]
        card = Card(Column([self._where(), Divider(4), *ways, Divider(4), self._stored()], gap=10), 32, 28, radius=16)
        middle = Row([Flex(Spacer()), Flex(card, 460, 400), Flex(Spacer())], gap=0, align="center")
        head = Row([Emblem(50, 50, 28, ring=False, ground="bg")], justify="center")
        return Column([Spacer(24), Flex(Spacer()), head, middle, Flex(Spacer()), Spacer(24)], gap=16)

    def on_message(self, message: object) -> Route | None:
        return self._on() if isinstance(message, Back) else None

    def on_tick(self, now_ms: int) -> bool:
        return False
