"""One decision looked back on: what was known, what was true, what came of it, and what another answer would have."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.model import Seat
from game.engine.play import Play
from game.insight.review.choices import Decision
from game.insight.words.debrief.aftermath import Aftermath, Came
from game.insight.words.debrief.answers import undone_words
from game.insight.words.debrief.known_then import known_then, true_then
from game.insight.words.figures import listed

NEXT = 4  # weeks there is room for
NUMBERS = 2  # told of a week


@dataclass(frozen=True)
class Happened:
    """What came of a decision in one week, in a sentence or two."""

    week: int
    text: str


@dataclass(frozen=True)
class DecisionWords:
    """What there is to tell of a decision beside its numbers; every text is a sentence or two.

    `known_then` are two to four facts the seat could see that bear on the choice; `true_then` up to three that were so
    and could not be seen, often none. `happened_next` are up to four weeks in which something came of the answer, in
    their order, `brought` what it did to the KPIs over the whole play. `undone` says how this very play would have
    ended with the best of the other options, "" where no other was open.
    """

    known_then: tuple[str, ...]
    true_then: tuple[str, ...]
    happened_next: tuple[Happened, ...]
    brought: str
    undone: str


def decision_words(
    play: Play, seat: Seat, judged: Decision, two_people: bool = False, after: Aftermath | None = None
) -> DecisionWords:
    """Look back on one decision of a finished play.

    Lives the play once more, for what another answer would have done. Whoever looks back on several decisions gives
    the same `after` to all, which saves going through the ledger again.
    """
    after = Aftermath(play, seat) if after is None else after
    return DecisionWords(
        known_then(play, seat, judged),
        true_then(play, seat, judged),
        happened_next(judged, after.of(judged)),
        after.brought(judged),
        undone_words(play, seat, judged, two_people),
    )


def happened_next(judged: Decision, came: tuple[Came, ...]) -> tuple[Happened, ...]:
    """The weeks after an answer in which most came of it, and its own week where there is room."""
    later = [each for each in came if each.week > judged.week]
    later.sort(key=lambda each: (not each.said, each.week))
    kept = later[:NEXT]
    kept += [each for each in came if each.week == judged.week and len(kept) < NEXT]
    kept.sort(key=lambda each: each.week)
    return tuple([Happened(each.week, _told(each)) for each in kept])


def _told(came: Came) -> str:
    numbers = listed([f"{name} {change}" for name, change in came.moved[:NUMBERS]])
    if not came.said:
        return f"{numbers}."
    return f"{' '.join(came.said)} ({numbers})" if numbers else " ".join(came.said)
