"""What the window costs, without a screen: `python -m tests.benchmarks.window` prints one JSON object.

A process of its own, so that its start and its memory are the game's. SDL's dummy driver gives true pixels; a real
screen adds the flip.
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import sys
import tempfile
import time

import pygame

from game.records.places import find_places
from game.window.house import House, open_house
from game.window.kit import Appearance, Session, Ui
from game.window.routes import GoLibrary, GoWeek
from game.window.shell import Shell
from tests.window.screenshots import desk_of, new_house, play_on

BEGAN = float(os.environ.get("OVERPROMISE_BENCH_BEGAN", "0")) or time.time()
LARGE = (1920, 1080)
FRAMES = 300


def first_frame() -> float:
    """Seconds from the start of the process to the first picture of the library; the stories are read after it."""
    with tempfile.TemporaryDirectory() as folder:
        house = open_house(find_places(folder, {}))
        return _draw_library(house)


def _draw_library(house: House) -> float:
    window = pygame.Window("Overpromise", (1280, 720))
    playing = Session(Shell(house, GoLibrary()), Ui(window.get_surface()), Appearance())
    playing.ui.draw()
    window.flip()
    return time.time() - BEGAN


def milliseconds(work: object, times: int) -> list[float]:
    """How long each of `times` calls of `work` takes, in ascending order."""
    assert callable(work)
    found = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        found.append((time.perf_counter() - began) * 1000.0)
    return sorted(found)


def main() -> None:
    started = first_frame()
    house = new_house()
    desk = play_on(desk_of(house), weeks=3)
    playing = Session(Shell(house, GoWeek(desk)), Ui(pygame.Surface(LARGE)), Appearance())
    for now in range(0, 3_000, 100):
        playing.tick(now)
        playing.ui.draw()
    redraw = milliseconds(playing.ui.draw, FRAMES)

    def press_tab() -> None:
        playing.handle(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_TAB, mod=0, unicode="\t", scancode=43))
        playing.tick(4_000)
        playing.ui.draw()

    pressed = milliseconds(press_tab, FRAMES)
    json.dump(
        {
            "first_frame": started,
            "redraw": [statistics.median(redraw), redraw[int(0.99 * FRAMES)]],
            "press": [statistics.median(pressed), pressed[int(0.99 * FRAMES)]],
            "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        },
        sys.stdout,
    )


if __name__ == "__main__":
    main()
