"""What a decision bears on: the numbers its options move, now or later, and those it reads."""

from __future__ import annotations

from game.engine.events import Choice, Event, Outcome, Question
from game.engine.model import Truth


class Bearing:
    """What one event's options can do. Each list holds an index once, in the order it is written.

    `moved` are quantities its effects move; `read` those its conditions, chances and amounts look at; `promised` the
    promises (by index) it may give.
    """

    def __init__(self, event: Event) -> None:
        self.moved: list[int] = []
        self.read: list[int] = []
        self.promised: list[int] = []
        _add(self.read, event.when.names())
        self._question(event.question)

    def hangs_on(self, truth: Truth) -> bool:
        """Whether a truth has a say in it: it is read, or something it changes at the start is."""
        changed = [effect.quantity for effect in truth.outcome.effects]
        return truth.holds in self.read or any(quantity in self.read for quantity in changed)

    def _question(self, question: Question | None) -> None:
        for choice in question.choices if question is not None else ():
            self._choice(choice)

    def _choice(self, choice: Choice) -> None:
        if choice.needs is not None:
            _add(self.read, choice.needs.names())
        self._outcome(choice.outcome)
        self._question(choice.scene)

    def _outcome(self, outcome: Outcome) -> None:
        for effect in outcome.effects:
            _add(self.moved, (effect.quantity,))
            _add(self.read, effect.amount.names())
        _add(self.promised, tuple([made.promise for made in outcome.promises]))
        for later in outcome.later:
            self._outcome(later.outcome)
        if outcome.branch is not None:
            _add(self.read, outcome.branch.test.names())
            self._outcome(outcome.branch.then)
            self._outcome(outcome.branch.other)


def _add(found: list[int], more: tuple[int, ...]) -> None:
    found += [each for each in more if each not in found]
