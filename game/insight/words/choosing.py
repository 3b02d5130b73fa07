"""Choosing which beats of a week get a line in the recap."""

from __future__ import annotations

from game.engine.model import NONE
from game.insight.words.lived import Beat

GROUPS = {"client": "Client", "team": "Team", "project": "Project", "account": "Account"}
MOST_LINES = 5
PER_GROUP = 2
# two things of one project or account, which need the room of one
TOGETHER = (
    {"forecast", "cost"},
    {"delivered", "cost"},
    {"delivered_late", "cost"},
    {"renewal", "complaint"},
    {"renewal", "settled"},
)
GREAT = 15.0  # weight of news that needs no room left by others of its group
LEAST = 0.15  # weight under which a beat is not worth a line


def choose(found: list[Beat]) -> list[Beat]:
    """The five beats worth a line, most important first in each group; one line a subject, two a group at first.

    Great news makes a third of its group before the small news of another group is told.
    """
    picked: list[Beat] = []
    for limit in (PER_GROUP, PER_GROUP + 1):
        for beat in found:
            if len(picked) >= MOST_LINES or beat.weight < LEAST:
                break
            most = PER_GROUP + 1 if beat.weight >= GREAT else limit
            if beat not in picked and _room(picked, beat, most):
                picked.append(beat)
    order = list(GROUPS)
    picked.sort(key=lambda beat: (order.index(beat.group), -beat.weight))
    return picked


def _room(picked: list[Beat], beat: Beat, limit: int) -> bool:
    """Room in its group, and nothing told of the same person or thing yet."""
    for other in picked:
        written = "tells" in (beat.kind, other.kind)
        if beat.person != NONE and other.person == beat.person and not written:
            return False
        if beat.person == NONE and beat.subject and other.subject == beat.subject and not _together(beat, other):
            return False
        if beat.quantity != NONE and other.quantity == beat.quantity:
            return False
    return _taken(picked, beat) < limit


def _taken(picked: list[Beat], beat: Beat) -> int:
    """How much of its group's room is taken by others, those told together as one."""
    mine = [other for other in picked if other.group == beat.group]
    told = [*mine, beat]
    pairs = 0
    for position, other in enumerate(told):
        pairs += 1 if any(_together(other, earlier) for earlier in told[:position]) else 0
    return len(mine) - pairs


def _together(one: Beat, other: Beat) -> bool:
    return one.subject == other.subject and {one.kind, other.kind} in TOGETHER
