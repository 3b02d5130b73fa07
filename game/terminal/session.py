"""What a sitting at the terminal shares, and the ways out of it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from random import SystemRandom
from typing import TypeVar

from game.records.desk import Desk
from game.records.opening import open_store
from game.records.places import Places
from game.records.settings import Settings, load_settings
from game.records.store import Store
from game.records.trouble import StoreTrouble
from game.terminal.blocks import Para
from game.terminal.boxed import BoxedPaper
from game.terminal.paper import Gone, Paper, is_plain
from game.terminal.plain import PlainPaper

_DIGITS = 4
SEEDS = 1_000_000  # numbers short enough to read out to somebody
MODES = {
    "am": ("Account manager", "You promise. The client calls you."),
    "pm": ("Project manager", "You deliver. The team looks at you."),
    "both": ("Both seats", "You promise, and you deliver it."),
    "two": ("Two people", "One seat each, at this terminal."),
}
Kept = TypeVar("Kept")


class Leave(Exception):
    """The player wants to stop; everything answered is stored."""


class GoBack(Exception):
    """The player goes on in another desk: a branch of this play."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk


@dataclass
class Session:
    """One sitting: the paper, the store, the settings, and what was shown and need not be shown again."""

    paper: Paper
    store: Store
    places: Places
    settings: Settings = field(default_factory=Settings)
    guided: bool = True  # lines of guidance where a scenario has some

    def say(self, text: str, tone: str = "plain") -> None:
        """One paragraph."""
        self.paper.show(Para(text, tone))

    def ask(self, prompt: str) -> str:
        """What is typed, without spaces around it. Raises Leave at the end of the input."""
        try:
            return self.paper.ask(prompt).strip()
        except Gone:
            raise Leave from None

    def keep(self, desk: Desk, action: Callable[[], Kept]) -> Kept:
        """Do something that stores; where the disk does not take it, ask what to do."""
        while True:
            try:
                return action()
            except StoreTrouble as trouble:
                self.say(str(trouble), "bad")
            answer = self.ask("Enter tries again. u goes on without saving. q leaves.").lower()
            if answer in ("q", "quit"):
                raise Leave
            if answer == "u":
                desk.go_on_unsaved()
                for note in desk.take_notes():
                    self.say(note, "warn")


def number(said: str) -> int:
    """The number that was typed; 0 for anything else."""
    return int(said) if said.isdecimal() and len(said) <= _DIGITS else 0


def now() -> datetime:
    """The local time with its offset."""
    return datetime.now().astimezone()


def some_seed() -> int:
    """The seed of a play for which nobody named one."""
    return SystemRandom().randrange(1, SEEDS)


def make_paper(plain: bool) -> Paper:
    """The paper this terminal can show, plain where asked for."""
    if is_plain(plain, sys.stdout, os.environ):
        return PlainPaper(sys.stdout, sys.stdin, labelled=plain)
    return BoxedPaper(sys.stdout, sys.stdin)


def open_session(places: Places, plain: bool) -> Session:
    """A sitting with the player's files; what was wrong with them is said first."""
    settings, complaints = load_settings(places.settings)
    opened = open_store(places.plays, now())
    session = Session(make_paper(plain or settings.plain_text), opened.store, places, settings)
    for note in (*opened.notes, *complaints):
        session.say(note.replace("while the window is open", "until you leave the game"), "warn")
    return session
