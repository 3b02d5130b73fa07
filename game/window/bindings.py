"""Which key does what, what each action is called, and which keys it may have."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

import pygame

from game.window.kit import Keys

# what the kit calls a command -> what the player calls it; each has a key that may be changed like any other
COMMANDS: Final[Mapping[str, str]] = {
    "activate": "Press what has the focus",
    "next": "On to the next (with Shift: back)",
    "back": "Back, or close",
    "explain": "Explain what has the focus",
    "up": "Up",
    "down": "Down",
    "left": "Left",
    "right": "Right",
    "page_up": "Scroll a page up",
    "page_down": "Scroll a page down",
}
ACTIONS: Final[Mapping[str, str]] = {
    "choice_a": "First choice",
    "choice_b": "Second choice",
    "choice_c": "Third choice",
    "choice_d": "Fourth choice",
    "choice_e": "Fifth choice",
    "moves": "Pick a move",
    "next_event": "Next event of the inbox",
    "change": "Change my answer",
    "ledger": "The full ledger",
    "history": "The weeks so far",
    "tip": "The guide",
    "help": "Help",
}
_FIELDS: Final[Mapping[str, str]] = {"explain": "help"}  # where the kit has another name for it
_NAMED: Final[Mapping[str, int]] = {"enter": pygame.K_RETURN, "escape": pygame.K_ESCAPE}


def code_of(name: str) -> int:
    """The code of a key by pygame's name of it; 0 for a name no keyboard has."""
    if not pygame.display.get_init():
        return 0
    try:
        return pygame.key.key_code(name)
    except (ValueError, pygame.error):
        return _NAMED.get(name, 0)


def standard(command: str) -> int:
    """The code a command has as long as nobody changed it."""
    codes: tuple[int, ...] = getattr(Keys(), _FIELDS.get(command, command))
    return codes[0]


def commands(chosen: Mapping[str, str]) -> Keys:
    """The kit's keys with those the player changed."""
    changed = {_FIELDS.get(name, name): (code_of(chosen[name]),) for name in COMMANDS if chosen.get(name)}
    return replace(Keys(), **{name: codes for name, codes in changed.items() if codes[0]})


def codes(chosen: Mapping[str, str], usual: Mapping[str, str]) -> dict[str, int]:
    """The key of every action and command now. `usual` names the keys of the actions."""
    found = {name: code_of(chosen.get(name, usual[name])) for name in ACTIONS}
    found.update({name: code_of(chosen[name]) if chosen.get(name) else standard(name) for name in COMMANDS})
    return found


def taken_by(code: int, action: str, now: Mapping[str, int]) -> str:
    """What else this key already does, in the player's words; "" if it is free."""
    names = {**COMMANDS, **ACTIONS}
    return next((names[name] for name, used in now.items() if used == code and name != action), "")


def types_a_letter(code: int) -> bool:
    """Whether the key writes something, so that a command on it would be carried out while somebody types."""
    return len(pygame.key.name(code)) == 1 or code == pygame.K_SPACE


def name_of(code: int) -> str:
    """pygame's name of a key."""
    return pygame.key.name(code)
