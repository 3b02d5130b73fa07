"""The page of every finding: what it is about, and two pieces of a story, one that has it and one that has not.

A page is a file in `pages/`: a few sentences, then the piece that is wrong and the piece that is right, each below a
line of its own that says so. A test weaves both into a whole story and checks what is found.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import resources

BAD, GOOD = "\n--- bad\n", "\n--- good\n"


@dataclass(frozen=True)
class Page:
    """What `overpromise explain` tells about a code."""

    words: str
    bad: str
    good: str


def page(code: str) -> Page:
    """The page of a code of problems.CODES."""
    text = resources.files("game.scenario").joinpath("pages", f"{code}.txt").read_text(encoding="utf-8")
    words, _bad, examples = text.partition(BAD)
    bad, _good, good = examples.partition(GOOD)
    return Page(words.strip(), bad, good)
