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
LEAST = 0.15  # weight under which a beat is not worth a line


def choose(found: list[Beat]) -> list[Beat]:
    """The five beats worth a line, most important first in each group; one line a subject, two a group at first."""
    picked: list[Beat] = []
    for limit in (PER_GROUP, PER_GROUP + 1):
        for beat in found:
            if len(picked) >= MOST_LINES or beat.weight < LEAST:
                break
            if beat not in picked and _room(picked, beat, limit):
                picked.append(beat)
    order = list(GROUPS)
    picked.sort(key=lambda beat: (order.index(beat.group), -beat.weight))
    return picked


def _room(picked: list[Beat], beat: Beat, limit: int) -> bool:
    """Room in its group, and nothing told of the same person or thing yet."""
    group = 0
    for other in picked:
        written = "tells" in (beat.kind, other.kind)
        if beat.person != NONE and other.person == beat.person and not written:
            return False
        both = {beat.kind, other.kind} in TOGETHER
        if beat.person == NONE and beat.subject and other.subject == beat.subject and not both:
            return False
        if beat.quantity != NONE and other.quantity == beat.quantity:
            return False
        group += 1 if other.group == beat.group and not both else 0
    return group < limit
