"""The words of the game: seats, skills, stances, challenges, styles, KPIs, and what a move is."""

from __future__ import annotations

from enum import Enum
from typing import Final, NamedTuple

NONE: Final = -1  # an index that does not apply


class Seat(Enum):
    """Where a player sits. BOTH answers for the two roles at once."""

    AM = "am"
    PM = "pm"
    BOTH = "both"

    __hash__ = object.__hash__  # Enum's own is written in Python, and seats are looked up all the time


SEAT_BIT = {Seat.AM: 1, Seat.PM: 2, Seat.BOTH: 3}

SKILLS = (
    "communication",
    "organisation",
    "sales acumen",
    "technical understanding",
    "leadership",
    "problem solving",
    "relationship building",
)
# Stances are closed, because colleagues choose by them.
STANCES = (
    "accommodate",  # give them what they ask
    "negotiate",  # trade, price, set terms
    "refuse",  # hold the line
    "disclose",  # say it openly, early
    "conceal",  # soften, hide, hope
    "delegate",  # let somebody else answer
    "investigate",  # find out first
    "protect",  # shield the team
    "push",  # press people for more
    "invest",  # spend money or time now for later
)
CHALLENGES = (
    "demanding client",
    "client needs and our limits",
    "upsell opportunity",
    "staying informed",
    "churn",
    "scope creep",
    "resource crunch",
    "burnout",
    "dependencies",
    "technical trouble",
)
STYLES = ("people-pleaser", "by-the-book", "firefighter", "balanced")
KPIS = {
    Seat.AM: ("satisfaction", "retention", "upsell", "revenue", "churn"),
    Seat.PM: ("on_time", "budget", "utilisation", "quality", "risk"),
}


class Move(NamedTuple):
    """What a seat gives its time to: kind, target id ("" if none) and an option ("" if none)."""

    kind: str
    target: str = ""
    option: str = ""
