"""Which keys do what.  One key each, no chords, no holding."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

Codes = tuple[int, ...]


@dataclass(frozen=True)
class Keys:
    """Key codes per command; Shift with `next` goes back."""

    next: Codes = (pygame.K_TAB,)
    activate: Codes = (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE)
    back: Codes = (pygame.K_ESCAPE,)
    help: Codes = (pygame.K_F1,)
    up: Codes = (pygame.K_UP,)
    down: Codes = (pygame.K_DOWN,)
    left: Codes = (pygame.K_LEFT,)
    right: Codes = (pygame.K_RIGHT,)
    page_up: Codes = (pygame.K_PAGEUP,)
    page_down: Codes = (pygame.K_PAGEDOWN,)
    home: Codes = (pygame.K_HOME,)
    end: Codes = (pygame.K_END,)

    def command(self, key: int, mods: int) -> str:
        """What a key means: the name of a field, "previous", or nothing."""
        for name, codes in vars(self).items():
            if key in codes:
                return "previous" if name == "next" and mods & pygame.KMOD_SHIFT else name
        return ""


STANDARD = Keys()


def key_label(name: str) -> str:
    """What is printed on a key, from pygame's name of it: "A", "F1", "Page up"."""
    return name.upper() if len(name) == 1 or name[1:].isdigit() else name.capitalize()


def key_name(code: int) -> str:
    """What is printed on a key, from its code."""
    return key_label(pygame.key.name(code))
