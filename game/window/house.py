"""What every screen of the window shares: the store, the settings, the sounds and the stories; and which keys do what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from game.records.settings import Settings
from game.records.store import Store
from game.window.sound import Sounds

# action -> pygame's name of its key; a player may change each of them (`Settings.keys`)
KEYS: Final[Mapping[str, str]] = {
    "choice_a": "a",
    "choice_b": "b",
    "choice_c": "c",
    "choice_d": "d",
    "moves": "m",
    "next_event": "n",
    "change": "u",
    "ledger": "l",
    "history": "h",
    "tip": "t",
    "help": "f2",
}


@dataclass
class House:
    """One window's belongings. `library` holds the player's own folders of stories."""

    store: Store
    settings: Settings = field(default_factory=Settings)
    sounds: Sounds = field(default_factory=Sounds)
    library: tuple[Path, ...] = ()

    def key(self, action: str) -> str:
        """The key an action of `KEYS` has now."""
        return self.settings.keys.get(action, KEYS[action])
