"""What fell in a week so far that nobody who lived it would call it a quiet or a good one."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.model import NONE, Person, Seat
from game.insight.words.cards import meters
from game.insight.words.lived import Week, torn
from game.insight.words.people import first_name
from game.insight.words.quantities import trust_of

METER_FELL = 3  # points of a meter, as they are shown
PERSON_FELL = 4.0  # points of trust, satisfaction, morale or rapport
OWN = {Seat.AM: ("relationship",), Seat.PM: ("delivery",), Seat.BOTH: ("relationship", "delivery")}


@dataclass(frozen=True)
class Loss:
    """Something that fell: the kind of headline it makes, whom it is about ("" for a meter), by how many points."""

    kind: str
    name: str
    points: float


def _left(lived: Week, person: Person) -> bool:
    """Whether somebody was no longer there when the week began, so that their mood is nobody's news."""
    before = lived.play.states[lived.week - 1].values
    if person.side == "client":
        return before[lived.scenario.accounts[person.account].signed] == 2
    return person.gone != NONE and before[person.gone] != 0


def losses(lived: Week) -> list[Loss]:
    """The people this seat sees who lost more than four points, and its own meters if they fell by three or more."""
    found: list[Loss] = []
    for index, person in enumerate(lived.scenario.people):
        if person.side == "client":
            kind, numbers = torn(lived, index) or "client_down", [trust_of(index), person.satisfaction]
        elif person.side == "team":
            kind, numbers = "team_down", [person.morale]
        else:
            others = person.seat is not lived.viewer and lived.viewer is not Seat.BOTH
            kind, numbers = "colleague_down", [person.rapport] if others else []
        if _left(lived, person):
            continue
        lost = -min([lived.change(number) for number in numbers if number != NONE], default=0.0)
        if lost > PERSON_FELL:
            found.append(Loss(kind, first_name(person), lost))
    for meter in meters(lived.play, lived.viewer, lived.week):
        if meter.name in OWN[lived.viewer] and meter.live and meter.shown_change <= -METER_FELL:
            found.append(Loss("rough", "", -meter.change))
    return found
