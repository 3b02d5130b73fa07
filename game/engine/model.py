"""The rules of one story, ready to play: what `scenario/` builds and the engine reads.

Its parts stand in vocabulary.py, events.py and entities.py, and are imported from here; what a week looks up in them
stands in tables.py.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from game.engine.entities import (
    Account,
    Debrief,
    Ending,
    Epilogue,
    Goal,
    GuideStep,
    Offer,
    Person,
    Project,
    Promise,
    Quantity,
    Risk,
    Rules,
    SeatRules,
    Target,
    Task,
    Truth,
)
from game.engine.events import (
    NOTHING,
    Branch,
    Choice,
    Effect,
    Event,
    Later,
    Outcome,
    PromiseMade,
    Question,
)
from game.engine.tables import Client, Member, Plan, Tables, Ties
from game.engine.vocabulary import (
    CHALLENGES,
    KPIS,
    NONE,
    SEAT_BIT,
    SKILLS,
    STANCES,
    STYLES,
    Seat,
)

__all__ = [
    "CHALLENGES",
    "KPIS",
    "NONE",
    "NOTHING",
    "SEAT_BIT",
    "SKILLS",
    "STANCES",
    "STYLES",
    "Account",
    "Branch",
    "Choice",
    "Client",
    "Debrief",
    "Effect",
    "Ending",
    "Epilogue",
    "Event",
    "Goal",
    "GuideStep",
    "Later",
    "Member",
    "Offer",
    "Outcome",
    "Person",
    "Plan",
    "Project",
    "Promise",
    "PromiseMade",
    "Quantity",
    "Question",
    "Risk",
    "Rules",
    "Scenario",
    "Seat",
    "SeatRules",
    "Tables",
    "Target",
    "Task",
    "Ties",
    "Truth",
]


@dataclass(frozen=True)
class Scenario(Rules):
    """The rules of a story and what every week looks up in them."""

    tables: Tables = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "tables", Tables(self))
