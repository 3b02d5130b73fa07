"""Opening the window: never an invisible one, with its emblem, at the size it had last."""

from __future__ import annotations

import contextlib
import json
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pygame

from game.records.files import write_file
from game.window.house import House
from game.window.kit import LIGHT, Ui, Widget, display_problem, run
from game.window.kit.app import SMALLEST, Answer
from game.window.kit.emblem import emblem
from game.window.routes import GoLibrary, Route
from game.window.shell import Shell

TITLE: Final = "Overpromise"
LOG_VARIABLE: Final = "OVERPROMISE_TEST_LOG"
_ICON = 64  # pixels
_LARGEST = 16_384  # pixels: beyond, a stored size is nonsense


def open_window(house: House, route: Route | None = None) -> int:
    """Play in a window until it is closed. The exit code: 0, or 1 where nobody could see a window.

    The problem is then written to standard error; the terminal form of the game needs no window.
    """
    return open_shell(lambda: Shell(house, route or GoLibrary()), house)


def open_shell(shell: Callable[[], Shell], house: House) -> int:
    """The same for any shell, made once it is known that somebody can see it."""
    problem = display_problem()
    if problem:
        if sys.stderr is not None:
            print(problem, file=sys.stderr)
        return 1
    opened = Opened(shell(), house, _log(os.environ.get(LOG_VARIABLE, "")))
    try:
        run(opened, house.appearance(), title=TITLE, size=last_size(house), icon=icon(), spare=opened.shell.spare)
    finally:
        remember_size(house, opened.size)
        house.sounds.close()
        pygame.display.quit()
    return 0


def icon() -> pygame.Surface:
    """The emblem as the window's icon, on no ground."""
    return emblem(_ICON, 2.0, 50, 50, False, LIGHT, LIGHT.card)


@dataclass
class Opened:
    """The shell as the window sees it: makes the sounds ready after the first frame, and knows the window's size."""

    shell: Shell
    house: House
    log: Callable[[Ui, Shell], None] | None
    size: tuple[int, int] = SMALLEST
    _ui: Ui | None = None
    _frames: int = 0

    def view(self, ui: Ui) -> Widget:
        self._ui = ui
        return self.shell.view(ui)

    def on_message(self, message: object) -> Answer:
        return self.shell.on_message(message)

    def on_tick(self, now_ms: int) -> bool:
        self._frames += 1
        if self._frames == 1:  # nothing before the first frame is on the screen
            return False
        if self._frames == 2:
            self.house.sounds.prepare()
        changed = self.shell.on_tick(now_ms)
        if self._ui is not None:
            wide, tall = self._ui.painter.surface.get_size()
            self.size = (round(wide / self._ui.ratio), round(tall / self._ui.ratio))
            if self.log is not None and not changed:
                self.log(self._ui, self.shell)
        return changed


# ---- the size of the window


def _size_file(house: House) -> Path | None:
    return house.store.path.with_name("window.json") if house.store.path else None


def last_size(house: House) -> tuple[int, int]:
    """The size the window had last, as far as it fits on this screen; else the smallest."""
    file = _size_file(house)
    try:
        wide, tall = json.loads(file.read_text("utf-8")) if file else SMALLEST
        size = int(wide), int(tall)
    except (OSError, ValueError, TypeError):
        return SMALLEST
    if not (SMALLEST[0] <= size[0] <= _LARGEST and SMALLEST[1] <= size[1] <= _LARGEST):
        return SMALLEST
    sizes = pygame.display.get_desktop_sizes()
    fits = any(size[0] <= desktop[0] and size[1] <= desktop[1] for desktop in sizes)
    return size if fits else SMALLEST


def remember_size(house: House, size: tuple[int, int]) -> None:
    """Keep the window's size for the next time; where it cannot be kept, nothing is lost."""
    file = _size_file(house)
    if file is not None:
        with contextlib.suppress(OSError):
            write_file(file, json.dumps(list(size)).encode())


# ---- for tests that drive a real window


def _log(path: str) -> Callable[[Ui, Shell], None] | None:
    return Log(Path(path)) if path else None


@dataclass
class Log:
    """Tells a test what is on the screen and where: one JSON file, written anew whenever that changes."""

    path: Path
    last: str = ""

    def __call__(self, ui: Ui, shell: Shell) -> None:
        share = ui.painter.scale / ui.ratio  # window pixels per unit
        told = {
            "screen": type(shell.inner).__name__,
            "focus": ui.focus,
            "dialog": [overlay.id for _layer, overlay in ui.frame.traps],
            "widgets": [
                {
                    "id": widget.id,
                    "label": widget.label,
                    "value": widget.value,
                    "enabled": widget.enabled,
                    "rect": [round(number * share) for number in ui.frame.find(widget.id).visible],  # type: ignore[union-attr]
                }
                for widget in ui.widgets()
            ],
        }
        text = json.dumps(told)
        if text != self.last:
            self.last = text
            write_file(self.path, text.encode())
