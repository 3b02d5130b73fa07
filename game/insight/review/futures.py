"""The futures a decision is judged in: the same ones for every option, so that what differs is the decision.

A future is the luck of a seed of its own, taken from the play's seed but sharing no number with the play's luck, and
a guess at what the seat could not know: each truth it had not learned is drawn anew from its declared chance. Risks
strike by the luck of the future, so whether one would have is not known to it either.
"""

from __future__ import annotations

from random import Random

from game.engine.legality import IllegalDecision, check
from game.engine.luck import Luck
from game.engine.model import SEAT_BIT, Scenario, Seat, Truth
from game.engine.play import Play
from game.engine.scores import standing
from game.engine.state import Decisions, State
from game.engine.week import advance, luck_for
from game.insight.lookahead import POLICY, go_on
from game.insight.simulate import bots_for

LARGEST_SEED = 2**31


class Futures:
    """Review luck for one play and one seat. `sample` other than 0 takes other seeds, to see how stable a review is."""

    def __init__(self, play: Play, seat: Seat, two_people: bool = False, sample: int = 0) -> None:
        self.play = play
        self.scenario: Scenario = play.scenario
        self.seat = seat
        # a colleague who is not a person goes on in their own style; everybody else as the policy would
        self.styles = {} if two_people else bots_for(play.scenario, seat, POLICY)
        self._name = f"{play.seed}/review/{sample}"
        self._lucks: list[Luck] = []

    def luck(self, number: int) -> Luck:
        """The luck of one future, made when first asked for."""
        while len(self._lucks) <= number:
            seed = int(Random(f"{self._name}/{len(self._lucks)}").random() * LARGEST_SEED)
            self._lucks.append(luck_for(self.scenario, seed))
        return self._lucks[number]

    def score(self, state: State, decided: Decisions, number: int) -> float:
        """The final score of the seat in one future."""
        return standing(self.scenario, self.end(state, decided, number).values).score(self.seat)

    def end(self, state: State, decided: Decisions, number: int) -> State:
        """How one future ends: this week decided so, the rest of the play by everybody's style."""
        luck = self.luck(number)
        after, _changes = advance(self.scenario, state, decided, luck)
        return go_on(self.scenario, after, luck, self.styles, self.scenario.weeks)


class Guesses:
    """What a seat may take for true in one week: the state as it is but for truths it had not learned."""

    def __init__(self, futures: Futures, state: State, tried: list[Decisions]) -> None:
        """`tried` has to be possible in a guess: what could not be decided there could not be judged there."""
        self._futures = futures
        self._state = state
        self._tried = tried
        bit = SEAT_BIT[futures.seat]
        self.open = [t for t in futures.scenario.truths if not _learned(t, state.values, bit)]
        self._known: dict[int, State] = {}

    def state(self, number: int) -> State:
        """The guess of one future; the state itself where its truths are drawn as they are."""
        luck = self._futures.luck(number)
        holds = [luck.stream("truth", truth.id, 0) < truth.chance for truth in self.open]
        key = 0
        for held in holds:
            key = 2 * key + (1 if held else 0)
        if key not in self._known:
            self._known[key] = self._guess(holds)
        return self._known[key]

    def _guess(self, holds: list[bool]) -> State:
        values = self._state.values
        if holds == [values[truth.holds] != 0 for truth in self.open]:
            return self._state
        twin = self._state.copy()
        twin.values = values.copy()
        for truth, held in zip(self.open, holds, strict=True):
            if held != (values[truth.holds] != 0):
                turn(self._futures.scenario, twin.values, truth, held)
        try:
            for decided in self._tried:
                check(self._futures.scenario, twin, decided)
        except IllegalDecision:
            return self._state
        return twin


def _learned(truth: Truth, values: list[int], bit: int) -> bool:
    return (bit & 1 != 0 and values[truth.known_am] != 0) or (bit & 2 != 0 and values[truth.known_pm] != 0)


def turn(scenario: Scenario, values: list[int], truth: Truth, holds: bool) -> None:
    """Make a truth hold, or not, together with what it changed at the start; whoever knew of one never heard of it."""
    values[truth.holds] = 1 if holds else 0
    if not holds:
        values[truth.known_am] = values[truth.known_pm] = 0
    tables = scenario.tables
    for effect in truth.outcome.effects:
        amount = round(effect.amount.value(tables.start) * tables.per_unit[effect.quantity])
        if effect.sets:
            now = amount if holds else tables.start[effect.quantity]
        else:
            now = values[effect.quantity] + (amount if holds else -amount)
        values[effect.quantity] = min(max(now, tables.low[effect.quantity]), tables.high[effect.quantity])
