"""Two people at one screen: nothing of the play shows until the next one is there."""

from __future__ import annotations

from game.engine.model import Seat
from game.insight.words.figures import capital
from game.insight.words.people import seat_name
from game.records.desk import Desk
from game.window.house import House
from game.window.kit import Back, Button, Card, Column, Emblem, Flex, Row, Spacer, Text, Ui, Widget
from game.window.panels.bar import TONES
from game.window.panels.faces import face
from game.window.panels.messages import Menu, Start
from game.window.routes import GoHandover, GoPause, GoWeek, Route


class HandoverScreen:
    """Waits for `seat`, then goes on to `then` (the week, unless told)."""

    def __init__(self, house: House, desk: Desk, seat: Seat, then: Route | None = None) -> None:
        self.house, self.desk, self.seat = house, desk, seat
        self.then: Route = then or GoWeek(desk, seat)

    def view(self, ui: Ui) -> Widget:
        person = self.desk.scenario.people[self.desk.scenario.rules(self.seat).person]
        role = capital(seat_name(self.seat))
        ink = TONES[self.seat][1]
        go = Button(f"I am {person.name}", Start(), id="here", kind="primary", after="arrow-right", autofocus=True)
        card = Card(
            Column(
                [
                    face(person, "neutral", 120),
                    Text(f"Over to {person.name}", 22, "b"),
                    Text(role, 15, "s", ink),
                    Spacer(4),
                    Text(
                        "The other side of the desk, please look away. Nothing shows until you press.",
                        15,
                        "r",
                        "ink2",
                        "c",
                    ),
                    Spacer(8),
                    go,
                ],
                gap=8,
                align="center",
            ),
            40,
            32,
        )
        row = Row([card], justify="center")
        return Column(
            [Flex(Spacer()), Emblem(50, 50, 28, ring=False, ground="bg"), row, Flex(Spacer(), weight=1.4)],
            gap=24,
            align="center",
        )

    def on_message(self, message: object) -> Route | None:
        if isinstance(message, Start):
            return self.then
        here = GoHandover(self.desk, self.seat, self.then)
        return GoPause(self.desk, here) if isinstance(message, (Back, Menu)) else None

    def on_tick(self, now_ms: int) -> bool:
        return False
