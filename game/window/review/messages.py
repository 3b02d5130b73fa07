"""What the parts of a review say to its screen when they are pressed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ShowDecision:
    """Open this decision; `follow` moves the focus to its mark as well."""

    index: int
    follow: bool = False


@dataclass(frozen=True)
class ShowPart:
    """Turn to another part of the review."""

    part: str


@dataclass(frozen=True)
class PlayOn:
    """Go back to the week of the decision that is open, as a branch."""


@dataclass(frozen=True)
class Onward:
    """On to what comes after the review."""


@dataclass(frozen=True)
class TryOption:
    """What if: see where this option could have led."""

    path: str


@dataclass(frozen=True)
class BesideIt:
    """Lay this play beside another one."""

    play: str
