"""What a review costs: `python -m tests.benchmarks.reviewing` prints one JSON object.

A whole review in the spare time of a window's real loop that nobody touches (SDL's dummy driver), with how long each
turn of the loop worked before it slept again. What it takes at once is a row of `plays.py`.
"""

from __future__ import annotations

import json
import sys
import time

import pygame

from game.engine.model import Seat
from game.records.desk import Desk
from game.window.kit import Ui, Widget, run
from game.window.routes import GoEnding
from game.window.shell import Shell
from tests.window.screenshots import desk_of, new_house, play_on

STORY, SEAT = "demanding_client", "am"


class Watched:
    """A shell that notes how long each turn of the loop works, and closes the window when the review is complete."""

    def __init__(self, desk: Desk) -> None:
        house = new_house()
        house.store = desk.store
        self.shell, self.reviewing = Shell(house, GoEnding(desk)), house.reviews.of(desk, Seat(SEAT))
        self.worked: list[float] = []
        self.pieces = 0

    def view(self, ui: Ui) -> Widget:
        return self.shell.view(ui)

    def on_message(self, message: object) -> None:
        return None

    def on_tick(self, now_ms: int) -> bool:
        self.worked.append(0.0)
        if self.reviewing.review is not None:
            pygame.event.post(pygame.event.Event(pygame.QUIT))
        return self.shell.on_tick(now_ms)

    def spare(self) -> bool:
        began = time.perf_counter()
        more = self.shell.spare()
        self.worked[-1] += time.perf_counter() - began
        self.pieces += 1
        return more


def main() -> None:
    desk = play_on(desk_of(new_house(), STORY, SEAT))
    pygame.display.init()
    watched = Watched(desk)
    began, processor = time.perf_counter(), time.process_time()
    run(watched, title="Measured", spare=watched.spare)
    took, processor = time.perf_counter() - began, time.process_time() - processor
    turns = sorted(each * 1000.0 for each in watched.worked if each)
    found = {
        "weeks": len(desk.history),
        "whole": [watched.pieces, took, processor],
        "turn": [turns[len(turns) // 2], turns[int(0.99 * len(turns))], turns[-1]],
        "in_frame": sum(each <= 16.0 for each in turns) / len(turns),
    }
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
