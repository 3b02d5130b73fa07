"""The window and its loop: shows one screen after another until it is closed."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter
from typing import Protocol

import pygame

from game.window.kit.keys import STANDARD, Keys
from game.window.kit.theme import LIGHT, Theme
from game.window.kit.ui import Ui
from game.window.kit.widget import Interactive, Widget

SMALLEST = (1280, 720)
WINDOW_CLASS = "overpromise"
_AWAKE, _ASLEEP = 60, 15  # polls a second with and without the input focus
_QUIET = 250  # milliseconds without input after which there is time for other work
_SHARE = 0.7  # of the time from one poll to the next that other work may take
_INPUT = (
    pygame.KEYDOWN,
    pygame.KEYUP,
    pygame.TEXTINPUT,
    pygame.MOUSEMOTION,
    pygame.MOUSEBUTTONDOWN,
    pygame.MOUSEBUTTONUP,
    pygame.MOUSEWHEEL,
)
_REPEAT = (400, 40)  # milliseconds before a held key repeats, and between


@dataclass(frozen=True)
class Appearance:
    """What the player sets: theme, sizes (`ui_scale` 0.5 to 2, `text_scale` 1 to 2), motion, keys."""

    theme: Theme = LIGHT
    ui_scale: float = 1.0
    text_scale: float = 1.0
    reduced_motion: bool = False
    keys: Keys = STANDARD

    def scale(self, size: tuple[int, int]) -> float:
        """Pixels per unit on a surface of that size: 1280 x 720 units fill it when `ui_scale` is 1."""
        return max(0.25, min(size[0] / SMALLEST[0], size[1] / SMALLEST[1]) * self.ui_scale)


ORDINARY = Appearance()


@dataclass(frozen=True)
class Quit:
    """An answer to a message: close the window."""


@dataclass(frozen=True)
class Restyle:
    """An answer to a message: from now on look like this."""

    appearance: Appearance


class Screen(Protocol):
    """One screen: a model, and how it looks."""

    def view(self, ui: Ui) -> Widget:
        """The tree of widgets for the model as it stands; called after every message."""

    def on_message(self, message: object) -> Answer:
        """Changes the model.  None stays, a screen follows, `Quit` closes, `Restyle` changes the look."""

    def on_tick(self, now_ms: int) -> bool:
        """Time passes, about 60 times a second.  Whether the view changed."""


Answer = Screen | Quit | Restyle | None


class Session:
    """A screen on a ui, without a window: what the loop, tests and screenshots have in common."""

    def __init__(self, screen: Screen, ui: Ui, appearance: Appearance) -> None:
        self.screen, self.ui, self.appearance = screen, ui, appearance
        self.running = True
        self.fit(ui.painter.surface)

    def fit(self, surface: pygame.Surface) -> None:
        """The surface changed, or how things are to look."""
        look = self.appearance
        self.ui.keys = look.keys
        self.ui.configure(surface, look.scale(surface.get_size()), look.text_scale, look.theme)
        self.ui.show(self.screen.view(self.ui))

    def handle(self, event: pygame.event.Event) -> None:
        """One pygame event, and what the screen makes of it."""
        for message in self.ui.handle(event):
            self.answer(self.screen.on_message(message))

    def press(self, id: str) -> None:
        """Activates a widget by its id, as a click would."""
        for message in self.ui.press(id):
            self.answer(self.screen.on_message(message))

    def answer(self, answer: Answer) -> None:
        if isinstance(answer, Quit):
            self.running = False
        elif isinstance(answer, Restyle):
            self.appearance = answer.appearance
            self.fit(self.ui.painter.surface)
            return
        elif answer is not None:
            self.screen = answer
            self.ui.forget()
        self.ui.show(self.screen.view(self.ui))

    def tick(self, now_ms: int) -> bool:
        """Whether something must be drawn."""
        if self.screen.on_tick(now_ms):
            self.ui.show(self.screen.view(self.ui))
        return self.ui.tick(now_ms)


def prepare_environment() -> None:
    """What SDL must know before the display starts; what the user set stays."""
    guessed = Path(sys.argv[0]).name if sys.argv else ""  # importing pygame names the window class after the script
    if os.environ.get("SDL_VIDEO_X11_WMCLASS", guessed) == guessed:
        os.environ["SDL_VIDEO_X11_WMCLASS"] = WINDOW_CLASS
    os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")
    os.environ.setdefault("SDL_WINDOWS_DPI_SCALING", "1")


def display_problem() -> str | None:
    """Starts the display. A sentence if nobody could see a window there, else None.

    Without a screen SDL does not fail: it draws where nobody looks. Asking for that (SDL_VIDEODRIVER=dummy) is no
    problem.
    """
    if not hasattr(pygame, "Window"):
        return "This needs pygame-ce; the package “pygame” is installed over it. Remove both, then install pygame-ce."
    prepare_environment()
    try:
        pygame.display.init()
    except pygame.error as error:
        return f"No window can be opened here: {error}."
    driver = pygame.display.get_driver()
    asked = os.environ.get("SDL_VIDEODRIVER", "")
    if driver in ("offscreen", "dummy") and driver not in asked:
        return "No screen was found to open a window on. The terminal form needs none."
    if driver == "x11":  # flipping through OpenGL costs 20 times as much without a GPU; under Wayland this would break
        os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
    return None


def clipboard() -> str:
    """The text that would be pasted; empty where there is none to be had."""
    try:
        return pygame.scrap.get_text()
    except pygame.error:
        return ""


def run(
    screen: Screen,
    appearance: Appearance = ORDINARY,
    *,
    title: str,
    size: tuple[int, int] = SMALLEST,
    icon: pygame.Surface | None = None,
    clock: Callable[[], int] = pygame.time.get_ticks,
    spare: Callable[[], bool] = lambda: False,
) -> Appearance:
    """Opens a window and plays screens until it is closed. Returns how it looked last. Ask `display_problem` first.

    `spare` is other work, a few milliseconds of it a call, done while nobody does anything; it returns whether there
    is more.
    """
    window = pygame.Window(title, size, resizable=True, allow_high_dpi=True)
    window.minimum_size = SMALLEST
    if icon:
        window.set_icon(icon)
    ui = Ui(window.get_surface(), clipboard=clipboard)
    session = Session(screen, ui, appearance)
    pace, touched = pygame.time.Clock(), clock()
    while session.running:
        touched = clock() if _pump(session, window) else touched
        polls = _AWAKE if window.focused else _ASLEEP
        if not session.running:
            break
        if session.tick(clock()):
            ui.draw()
            window.flip()
        elif clock() - touched >= _QUIET:
            _work(spare, _SHARE / polls)
        pace.tick(polls)
    window.destroy()
    return session.appearance


def _work(spare: Callable[[], bool], seconds: float) -> None:
    """Other work for so long: one piece in any case, and more as long as another one like the longest would fit."""
    began = now = perf_counter()
    longest = 0.0
    while now - began + longest < seconds and spare():
        before, now = now, perf_counter()
        longest = max(longest, now - before)


def _pump(session: Session, window: pygame.Window) -> bool:
    """Hands over what came in; whether any of it was the player's doing."""
    touched = False
    for event in pygame.event.get():
        if event.type in (pygame.QUIT, pygame.WINDOWCLOSE):
            session.running = False
        elif event.type in (pygame.WINDOWSIZECHANGED, pygame.WINDOWRESIZED, pygame.WINDOWDISPLAYCHANGED):
            session.fit(window.get_surface())
        elif event.type in (pygame.WINDOWEXPOSED, pygame.WINDOWRESTORED, pygame.WINDOWFOCUSGAINED):
            session.ui.dirty = True
        session.ui.ratio = window.get_surface().get_width() / max(1, window.size[0])
        session.handle(event)
        touched = touched or event.type in _INPUT
    if session.ui.dirty:
        _allow_repeat(session.ui)
    return touched


def _allow_repeat(ui: Ui) -> None:
    """Held keys repeat where one types or slides, and nowhere else: Enter must not run on into the next screen."""
    item = ui.frame.find(ui.focus)
    wanted = item is not None and isinstance(item.widget, Interactive) and item.widget.repeats
    if wanted and pygame.key.get_repeat() == (0, 0):
        pygame.key.set_repeat(*_REPEAT)
    elif not wanted and pygame.key.get_repeat() != (0, 0):
        pygame.key.set_repeat(0)


def render_to_surface(
    screen: Screen,
    size: tuple[int, int] = SMALLEST,
    scale: float | None = None,
    text_scale: float = 1.0,
    theme: Theme = LIGHT,
) -> pygame.Surface:
    """A picture of a screen, without a window.  `scale` is pixels per unit; the size decides unless told."""
    look = Appearance(theme, 1.0, text_scale)
    if scale is not None:
        look = replace(look, ui_scale=scale / look.scale(size))
    surface = pygame.Surface(size)
    Session(screen, Ui(surface), look).ui.draw()
    return surface
