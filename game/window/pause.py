"""The menu over a play. Nothing has to be saved here: every answer was stored when it was given."""

from __future__ import annotations

from game.records.desk import Desk
from game.window.chrome import icon_line, seat_chip
from game.window.house import House
from game.window.kit import (
    Back,
    Button,
    Card,
    Chip,
    Column,
    Divider,
    Emblem,
    Fixed,
    Flex,
    Row,
    Spacer,
    Text,
    Ui,
    Widget,
)
from game.window.routes import (
    GoBriefing,
    GoEnding,
    GoHelp,
    GoHistory,
    GoLibrary,
    GoPause,
    GoRecap,
    GoSettings,
    GoWeek,
    Route,
)


class PauseScreen:
    """Where the play stands, and where one can go from it."""

    def __init__(self, house: House, desk: Desk, back: Route | None = None) -> None:
        self.house, self.desk = house, desk
        self.back: Route = back or (GoWeek(desk) if desk.outcome is None else GoEnding(desk))

    def _stored(self) -> Widget:
        if self.desk.store.keeps:
            return icon_line(
                "circle-check", "Everything up to here is stored. You can close the window at any time.", "good"
            )
        return icon_line("triangle-alert", "This play is kept only while the window is open.", "warn")

    def _where(self) -> Widget:
        desk = self.desk
        week = f"Week {desk.week} of {desk.scenario.weeks}" if desk.outcome is None else "Played to the end"
        if isinstance(self.back, GoRecap):
            week = f"Week {self.back.week}, as it turned out"
        chips: list[Widget] = [seat_chip(desk.record.mode)]
        chips += [Chip("Branch", "plain", "git-branch")] if desk.is_branch else []
        return Column(
            [
                Text(desk.scenario.title, 26, "b", leading=1.2),
                Row([Text(week, 16, "s"), *chips], gap=12, line_gap=4),
                Text(f"Play number: {desk.record.seed}", 14, "r", "ink2"),
            ],
            gap=6,
        )

    def view(self, ui: Ui) -> Widget:
        desk, here = self.desk, GoPause(self.desk, self.back)
        lived = len(desk.history)
        ways = [
            ("history", "The weeks so far", GoHistory(desk, lived, here), "history", lived > 0),
            ("briefing", "The briefing again", GoBriefing(desk, self.back), "book-open", True),
            ("settings", "Settings", GoSettings(here), "settings", True),
            ("help", "Help", GoHelp(here), "circle-question-mark", True),
            ("library", "Leave to the library", GoLibrary(), "library-big", True),
        ]
        on, icon = ("Back to the ending", "arrow-left") if isinstance(self.back, GoEnding) else ("Continue", "play")
        go = Button(on, self.back, id="continue", kind="primary", icon=icon, autofocus=True)
        keys = {"history": self.house.key("history"), "help": self.house.key("help")}
        others = [
            Button(label, to, id=id, icon=icon, enabled=possible, compact=True, align="l", hotkey=keys.get(id, ""))
            for id, label, to, icon, possible in ways
        ]
        card = Card(
            Column([self._where(), Divider(2), go, *others, Divider(2), self._stored()], gap=10), 32, 26, radius=16
        )
        head = Row([Emblem(50, 50, 24, ring=False, ground="bg")], justify="center")
        middle = Row([Fixed(card, 460)], justify="center")
        return Column([Spacer(8), Flex(Spacer()), head, middle, Flex(Spacer()), Spacer(8)], gap=16)

    def on_message(self, message: object) -> Route | None:
        return self.back if isinstance(message, Back) else None

    def on_tick(self, now_ms: int) -> bool:
        return False
