"""What a screen is shown on, and where answers are typed."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Mapping
from typing import Protocol, TextIO

from game.terminal.blocks import Block
from game.terminal.safe import safe

NARROWEST, WIDEST = 40, 100  # columns; lines longer than that are hard to follow


class Gone(Exception):
    """Nothing more can be typed: the input has ended."""


class Paper(Protocol):
    """Shows blocks and reads answers."""

    def show(self, *blocks: Block) -> None:
        """Show these below what is there."""

    def ask(self, prompt: str) -> str:
        """What is typed after the prompt, without the line end. Raises Gone when nothing can be typed any more."""

    def clear(self) -> None:
        """Hide what was shown before, where that can be done."""


def columns() -> int:
    """The width to write in."""
    return min(WIDEST, max(NARROWEST, shutil.get_terminal_size((80, 24)).columns - 1))


def is_plain(asked: bool, out: TextIO, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether to do without boxes and colour: asked for, NO_COLOR, or not a terminal that could show them."""
    return asked or bool(environment.get("NO_COLOR")) or environment.get("TERM") == "dumb" or not out.isatty()


def read_line(out: TextIO, into: TextIO | None) -> str:
    """One line of input. What comes through a pipe is written out, so that what is shown reads as a conversation."""
    line = into.readline() if into is not None else ""
    if not line:
        out.write("\n")
        raise Gone
    line = line.strip()
    if into is not None and not into.isatty():
        out.write("".join(c for c in line if c.isprintable()) + "\n")
    return line


def tell(sentences: Iterable[str]) -> None:
    """Sentences for the person at the terminal that are no part of the game, on standard error."""
    for sentence in sentences:
        print(safe(sentence), file=sys.stderr)
