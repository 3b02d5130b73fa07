"""The weeks of a play as one remembers them: what each was about, and what one answered whom. Nothing is judged."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.legality import decided
from game.engine.model import Scenario, Seat
from game.engine.play import Play
from game.engine.state import Answer
from game.insight.words.cards import meters
from game.insight.words.causes import choices_on, quoted
from game.insight.words.figures import signed
from game.insight.words.headlines import headline


@dataclass(frozen=True)
class Answered:
    """One event a seat answered: its id, its title, and the choices on the way through it as quotations."""

    event: str
    title: str
    said: str


@dataclass(frozen=True)
class WeekLived:
    """One week: its headline, how far the meters moved, and its answers in the order they were given."""

    week: int
    headline: str
    moved: str
    answers: tuple[Answered, ...]


def timeline(play: Play, seat: Seat) -> tuple[WeekLived, ...]:
    """Every week lived so far, as this seat saw it."""
    return tuple([_week(play, seat, lived.week) for lived in play.weeks])


def _week(play: Play, seat: Seat, week: int) -> WeekLived:
    answers = decided(play.weeks[week - 1].decisions, seat).answers
    told = [_answered(play.scenario, answer, week) for answer in answers]
    return WeekLived(week, headline(play, week, seat), _moved(play, seat, week), tuple(told))


def _moved(play: Play, seat: Seat, week: int) -> str:
    """“Relationship +2, Delivery −5”, as far as this seat saw it; "" where neither moved."""
    found = [meter for meter in meters(play, seat, week) if meter.live and meter.shown_change]
    return ", ".join([f"{meter.label} {signed(meter.shown_change, 0)}" for meter in found])


def _answered(scenario: Scenario, answer: Answer, week: int) -> Answered:
    event, way = choices_on(scenario, "/".join((answer.event, *answer.path)))
    title = answer.event if event is None else event.title
    return Answered(answer.event, title, ", then ".join([quoted(scenario, choice.text, week) for choice in way]))
