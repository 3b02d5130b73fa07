"""What the window costs, without a screen: `python -m tests.benchmarks.window` prints one JSON object.

A process of its own, so that its start and its memory are the game's. SDL's dummy driver gives true pixels; a real
screen adds the flip.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import statistics
import sys
import tempfile
import time
from pathlib import Path

import pygame

from game.records.places import find_places
from game.scenario.library import find
from game.window.bench import POLL, Bench, Tried
from game.window.house import House, open_house
from game.window.kit import Appearance, Session, Ui
from game.window.routes import GoLibrary, GoWeek
from game.window.shell import Shell
from tests.window.screenshots import STORY, desk_of, new_house, play_on

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


SAVES = 20


def save_to_frame() -> list[float]:
    """Milliseconds from a saved file to the new frame, in ascending order: read, check, carry six weeks over, draw.

    The wait until the next look at the file comes on top: up to `bench.POLL` where the window has the input focus.
    """
    story = find(STORY)
    assert story.scenario is not None
    house = new_house()
    desk = play_on(desk_of(house), weeks=6)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "story.yaml"
        path.write_text(story.text, encoding="utf-8")
        bench = Bench(house, Tried(path, story.scenario, story.text), GoWeek(desk))
        playing = Session(bench, Ui(pygame.Surface(LARGE)), Appearance())
        playing.ui.draw()
        gc.freeze()  # as the command does
        found = []
        for number in range(1, SAVES + 1):
            path.write_text(story.text.replace("title: Just one more thing", f"title: Take {number}"), encoding="utf-8")
            began = time.perf_counter()
            changed = playing.tick(number * 1_000)
            playing.ui.draw()
            found.append((time.perf_counter() - began) * 1000.0)
            title, week = bench.tried.scenario.title, bench.inner.desk.week  # type: ignore[attr-defined]
            assert (changed, title, week) == (True, f"Take {number}", 7)
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
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    saved = save_to_frame()
    json.dump(
        {
            "first_frame": started,
            "redraw": [statistics.median(redraw), redraw[int(0.99 * FRAMES)]],
            "press": [statistics.median(pressed), pressed[int(0.99 * FRAMES)]],
            "memory": memory,
            "saved": [statistics.median(saved), saved[-1]],
            "poll": POLL,
        },
        sys.stdout,
    )


if __name__ == "__main__":
    main()
