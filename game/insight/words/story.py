"""A whole play as two lines on a chart, with the decisions that bent them and the weeks that moved them most."""

from __future__ import annotations

from dataclasses import dataclass, field

from game.engine.model import Seat
from game.engine.play import Play
from game.engine.scores import standing
from game.engine.view import observe
from game.insight.words.attribution import Weights, sways
from game.insight.words.cards import meters
from game.insight.words.figures import listed, whole
from game.insight.words.headlines import headlines
from game.insight.words.moved import meter_moved

MARKS = 6  # of decisions and weeks together: what a chart has room for
LURCHES = 4  # weeks among them
LURCH = 5  # points a meter moves in a week that is told whatever was decided in it
LEAST = 0.4  # points of the two cards together from which a decision is worth a mark


@dataclass(frozen=True)
class Mark:
    """A decision on the chart: its week, its words, whose it was, what it roughly did to the two cards in points.

    Or a week in which a meter moved far: why it did, and what became of both meters.
    """

    week: int
    text: str
    sub: str
    relationship: float
    delivery: float
    seat: Seat | None


@dataclass(frozen=True)
class Story:
    """Both meters from the opening of week 1 to the end (index 0 is the opening), marks, and a headline a week.

    `seen` is the meter of the other side as it was shown in those weeks, by its name; empty where it never differed.
    """

    relationship: tuple[float, ...]
    delivery: tuple[float, ...]
    marks: tuple[Mark, ...]
    headlines: tuple[str, ...]
    seen: dict[str, tuple[float, ...]] = field(default_factory=dict)

    def as_it_was(self, where: str) -> str:
        """Why a meter of the other side may differ here from the one in the weeks; `where` says where that one is."""
        names = [name.capitalize() for name in self.seen]
        if not names:
            return ""
        seen = f"{where} {listed(names)} as you saw it then, at the start or as of your last Sync"
        return f"Both sides as they really were. {seen}."

    def saw(self, week: int) -> str:
        """What was shown of the other side after a week, where it was not so: "you saw 61"; else ""."""
        for name, values in self.seen.items():
            really = self.relationship if name == "relationship" else self.delivery
            if round(values[week]) != round(really[week]):
                return f"you saw {whole(values[week])}"
        return ""


def story(play: Play, viewer: Seat) -> Story:
    """The play so far. Before its end a single seat's story is only told of its own decisions."""
    scenario = play.scenario
    standings = [standing(scenario, state.values) for state in play.states]
    weights = Weights(scenario)
    found: list[tuple[float, Mark]] = []
    for lived in play.weeks:
        view = observe(scenario, play.states[lived.week], viewer)
        for sway in sways(play, lived.week, view, weights):
            size = abs(sway.am) + abs(sway.pm)
            if sway.words.kind in ("choice", "move") and size >= LEAST:
                mark = Mark(lived.week, sway.words.text, sway.words.sub, sway.am, sway.pm, sway.words.seat)
                found.append((-size, mark))
    found.sort(key=lambda pair: (pair[0], pair[1].week))
    far = lurches(play, viewer if play.outcome is None else Seat.BOTH)
    marks = sorted([*far, *(mark for _size, mark in found[: MARKS - len(far)])], key=lambda mark: mark.week)
    return Story(
        tuple(each.relationship for each in standings),
        tuple(each.delivery for each in standings),
        tuple(marks),
        tuple(headlines(play, len(play.weeks), viewer)),
        _seen(play, viewer),
    )


def _seen(play: Play, viewer: Seat) -> dict[str, tuple[float, ...]]:
    """The other side's meter as it stood on the screen after each week, if it was ever another than the true one."""
    really = [meters(play, Seat.BOTH, week) for week in range(len(play.states))]
    shown = [meters(play, viewer, week) for week in range(len(play.states))]
    found: dict[str, tuple[float, ...]] = {}
    for place, meter in enumerate(shown[0]):
        values = tuple([each[place].value for each in shown])
        if any(round(was) != round(each[place].value) for was, each in zip(values, really, strict=True)):
            found[meter.name] = values
    return found


def lurches(play: Play, viewer: Seat) -> list[Mark]:
    """The weeks in which a meter this seat sees moved far, the farthest first; each with what moved it."""
    found: list[tuple[int, Mark]] = []
    for lived in play.weeks:
        live = [meter for meter in meters(play, viewer, lived.week) if meter.live]
        moved = {meter.name: meter.shown_change for meter in live}
        most = max(live, key=lambda meter: abs(meter.shown_change), default=None)
        if most is not None and abs(most.shown_change) >= LURCH:
            why = meter_moved(play, lived.week, viewer, most.name)
            both = float(moved.get("relationship", 0)), float(moved.get("delivery", 0))
            found.append((-abs(most.shown_change), Mark(lived.week, why, "", *both, None)))
    found.sort(key=lambda pair: (pair[0], pair[1].week))
    return [mark for _size, mark in found[:LURCHES] if mark.text]
