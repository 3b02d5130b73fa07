"""An answer's moment looked back on: what asked, what one knew when answering, and what was true all the same."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.model import NONE, SEAT_BIT, Seat, Truth
from game.engine.play import Play
from game.insight.review.choices import Decision
from game.insight.words.debrief.known_then import known_then, true_then
from game.insight.words.fill import substitute


@dataclass(frozen=True)
class Moment:
    """What asked and in which words, what this seat knew, and what was true and not known; each a whole sentence."""

    who: str
    asked: str
    known: tuple[str, ...]
    true: tuple[str, ...]


@dataclass(frozen=True)
class TruthWords:
    """A truth that held in this play, and how this seat came to know it."""

    text: str
    found: str


def moment(play: Play, seat: Seat, judged: Decision) -> Moment:
    """The moment of one answer of a finished play."""
    scenario = play.scenario
    question = scenario.events[scenario.event_index[judged.event]].question
    who = scenario.people[question.who] if question.who != NONE else None
    return Moment(
        "" if who is None else f"{who.name}, {who.title}",
        substitute(question.text, scenario, judged.week),
        known_then(play, seat, judged),
        true_then(play, seat, judged),
    )


def truths(play: Play, seat: Seat) -> tuple[TruthWords, ...]:
    """Everything hidden that held from the start of this play."""
    found: list[TruthWords] = []
    for truth in play.scenario.truths:
        if play.state.values[truth.holds]:
            week = next((n for n, s in enumerate(play.states) if _knows(s.values, truth, seat)), 0)
            how = f"You learned it in week {week}." if week else "You never learned it."
            found.append(TruthWords(substitute(truth.tells, play.scenario), how))
    return tuple(found)


def _knows(values: list[int], truth: Truth, seat: Seat) -> bool:
    bit = SEAT_BIT[seat]
    return bool((bit & 1 and values[truth.known_am]) or (bit & 2 and values[truth.known_pm]))
