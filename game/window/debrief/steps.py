"""The five steps of a debrief, and what a player may do in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from game.records.reflections import Reflection
from game.window.routes import Route

MEANT, HAPPENED, WORTH, KEPT, TAKEN = range(5)
NAMES: Final = ("What was meant", "What happened", "What it was worth", "Keep and change", "Take it to work")


@dataclass(frozen=True)
class Go:
    """To another step."""

    step: int


@dataclass(frozen=True)
class Leave:
    """Store what was written, and go there."""

    route: Route


@dataclass(frozen=True)
class Mark:
    """This is where it turned, or no longer: an event answered in a week, or ("") the week as a whole."""

    week: int
    event: str = ""


@dataclass(frozen=True)
class Wrote:
    """The reflection with what the player has just written in it."""

    reflection: Reflection


@dataclass(frozen=True)
class PlayOn:
    """Go back to the opening of a week and play on from there, in a branch."""

    week: int


@dataclass(frozen=True)
class Save:
    """Write a file: the page of the look back, or the play."""

    what: str  # page, play


@dataclass(frozen=True)
class Show:
    """Open the page that was saved in the system's browser."""


@dataclass(frozen=True)
class WithWords:
    """Whether what the player wrote goes into the files."""

    wanted: bool
