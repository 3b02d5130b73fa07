"""A whole play as two lines on a chart, with the decisions that bent them."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.model import Seat
from game.engine.play import Play
from game.engine.scores import standing
from game.engine.view import observe
from game.insight.words.attribution import Weights, sways
from game.insight.words.headlines import headline

MARKS = 6  # decisions a chart has room for
LEAST = 0.4  # points of the two cards together from which a decision is worth a mark


@dataclass(frozen=True)
class Mark:
    """A decision on the chart: its week, its words, whose it was, what it roughly did to the two cards in points."""

    week: int
    text: str
    sub: str
    relationship: float
    delivery: float
    seat: Seat | None


@dataclass(frozen=True)
class Story:
    """Both meters from the opening of week 1 to the end (index 0 is the opening), marks, and a headline a week."""

    relationship: tuple[float, ...]
    delivery: tuple[float, ...]
    marks: tuple[Mark, ...]
    headlines: tuple[str, ...]


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
    marks = sorted([mark for _size, mark in found[:MARKS]], key=lambda mark: mark.week)
    return Story(
        tuple(each.relationship for each in standings),
        tuple(each.delivery for each in standings),
        tuple(marks),
        tuple(headline(play, lived.week, viewer) for lived in play.weeks),
    )
