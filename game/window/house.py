"""What every screen shares: the store, the settings, the sounds and the stories; and which keys do what."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from random import SystemRandom
from typing import Any, Final

from game.engine.model import Scenario
from game.records.desk import Desk
from game.records.opening import open_store
from game.records.places import Places
from game.records.settings import Settings, load_settings, save_settings
from game.records.store import Store
from game.scenario.library import Entry, find, library
from game.scenario.load import load_scenario
from game.window.bindings import commands
from game.window.kit import DARK, HIGH_CONTRAST, LIGHT, Appearance
from game.window.reviews import Reviews
from game.window.sound import Sounds
from game.window.system import is_dark

# action -> pygame's name of its key; a player may change each of them (`Settings.keys`)
KEYS: Final[Mapping[str, str]] = {
    "choice_a": "a",
    "choice_b": "b",
    "choice_c": "c",
    "choice_d": "d",
    "choice_e": "e",
    "moves": "m",
    "next_event": "n",
    "change": "u",
    "ledger": "l",
    "history": "h",
    "tip": "t",
    "help": "f2",
}
SEEDS = 1_000_000  # numbers short enough to read out to somebody


class Heard(Sounds):
    """Sounds that remember their last caption, for those who do not hear them."""

    caption = ""

    def play(self, name: str) -> str:
        self.caption = super().play(name) or self.caption
        return self.caption


def now() -> datetime:
    """The local time with its offset."""
    return datetime.now().astimezone()


def some_seed() -> int:
    """The seed of a play for which the player named none."""
    return SystemRandom().randrange(1, SEEDS)


@dataclass
class House:
    """One window's belongings. `library` holds the player's own folders of stories; `notices` are sentences to show.

    Without a `settings_file` the settings live as long as the window.
    """

    store: Store
    settings: Settings = field(default_factory=Settings)
    sounds: Sounds = field(default_factory=Heard)
    library: tuple[Path, ...] = ()
    settings_file: Path | None = None
    notices: tuple[str, ...] = ()
    clock: Callable[[], datetime] = now
    seed: Callable[[], int] = some_seed
    entries: tuple[Entry, ...] = ()
    reviews: Reviews = field(default_factory=Reviews)
    seen: set[str] = field(
        default_factory=set
    )  # what was shown once and need not be shown again while the window is open

    def __post_init__(self) -> None:
        self.sounds.volume = self.settings.sound

    def key(self, action: str) -> str:
        """The key an action of `KEYS` has now."""
        return self.settings.keys.get(action, KEYS[action])

    def read_library(self) -> None:
        """Read all stories, or read them again."""
        self.entries = tuple(library(self.library))

    def read(self, entry: Entry) -> tuple[Scenario, str] | None:
        """The rules and the text of a story as its file stands now; None if it can no longer be played."""
        loaded = load_scenario(entry.place) if entry.own else find(entry.id)
        return (loaded.scenario, loaded.text) if loaded.scenario is not None else None

    def step_back(self, desk: Desk, week: int) -> Desk:
        """A branch at the opening of a week already lived; who goes back needs no guidance there."""
        branch = desk.step_back(week)
        self.seen.add(f"{branch.record.id}/unguided")
        return branch

    def change(self, **changes: Any) -> str:
        """Change settings and keep them at once; "" or the sentence why they could not be kept."""
        self.settings = replace(self.settings, **changes)
        self.sounds.volume = self.settings.sound
        return save_settings(self.settings_file, self.settings) if self.settings_file else ""

    def appearance(self) -> Appearance:
        """How the settings want the window to look and listen."""
        chosen = self.settings
        dark = chosen.theme == "dark" or (chosen.theme == "system" and is_dark())
        return Appearance(
            theme=HIGH_CONTRAST if chosen.theme == "high contrast" else DARK if dark else LIGHT,
            ui_scale=min(2.0, max(0.5, chosen.ui_scale)),
            text_scale=min(2.0, max(1.0, chosen.text_scale)),
            reduced_motion=chosen.reduced_motion,
            keys=commands(chosen.keys),
        )


def open_house(places: Places) -> House:
    """The house of the player whose folders these are; what was wrong with the files stands in its notices."""
    opened = open_store(places.plays, now())
    with suppress(OSError):  # the library names this folder to put files into
        places.scenarios.mkdir(parents=True, exist_ok=True)
    settings, complaints = load_settings(places.settings)
    return House(
        opened.store,
        settings,
        library=(places.scenarios,),
        settings_file=places.settings,
        notices=(*opened.notes, *complaints),
    )
