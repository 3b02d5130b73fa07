"""A play: a scenario, a seed and a list of decisions. Everything else is computed from them."""

from __future__ import annotations

from dataclasses import dataclass, field

from game.engine.legality import IllegalDecision
from game.engine.luck import Luck
from game.engine.model import Scenario, Seat
from game.engine.scores import Outcome, outcome
from game.engine.state import Change, Decisions, State
from game.engine.week import advance, luck_for, start


@dataclass(frozen=True)
class LivedWeek:
    """One week as it was: what was decided, what changed, and the state it led to."""

    week: int
    decisions: Decisions
    changes: tuple[Change, ...]
    after: State = field(repr=False, compare=False)

    @property
    def digest(self) -> str:
        """The digest of the state the week led to; worked out when asked, since most plays are never saved."""
        return self.after.digest()


class Play:
    """The running state of one play and its history. `states[w]` is the state at the opening of week w + 1."""

    def __init__(self, scenario: Scenario, seed: int, seat: Seat, difficulty: str = "normal") -> None:
        self.scenario = scenario
        self.seed = seed
        self.seat = seat
        self.difficulty = difficulty
        self.luck: Luck = luck_for(scenario, seed)
        self.states: list[State] = [start(scenario, self.luck, seat, difficulty)]
        self.weeks: list[LivedWeek] = []

    @property
    def state(self) -> State:
        """The state now open."""
        return self.states[-1]

    @property
    def week(self) -> int:
        """The week now open; one past the last when the play has ended."""
        return len(self.weeks) + 1

    @property
    def outcome(self) -> Outcome | None:
        """None while the play goes on."""
        return outcome(self.scenario, self.state)

    def live(self, decisions: Decisions) -> LivedWeek:
        """Live the open week. Raises IllegalDecision and stays where it is if something is not on the list."""
        state, changes = advance(self.scenario, self.state, decisions, self.luck)
        lived = LivedWeek(self.week, decisions, tuple(changes), state)
        self.states.append(state)
        self.weeks.append(lived)
        return lived

    def back_to(self, week: int) -> Play:
        """A new play with the same seed that stands at the opening of `week`."""
        twin = Play(self.scenario, self.seed, self.seat, self.difficulty)
        for lived in self.weeks[: week - 1]:
            twin.live(lived.decisions)
        return twin


@dataclass(frozen=True)
class Replayed:
    """A replay and, if it went wrong, the first week that differs and why."""

    play: Play
    differs_in: int  # 0: none does
    why: str


def replay(scenario: Scenario, seed: int, seat: Seat, difficulty: str, log: list[tuple[Decisions, str]]) -> Replayed:
    """Live a log of (decisions, digest) again; stops at the first week that cannot be lived or differs."""
    play = Play(scenario, seed, seat, difficulty)
    for position, (decisions, digest) in enumerate(log):
        week = position + 1
        try:
            twin, changes = advance(scenario, play.state, decisions, play.luck)
        except (IllegalDecision, LookupError, ValueError, StopIteration) as trouble:  # a damaged log may hold anything
            return Replayed(play, week, str(trouble))
        if digest and twin.digest() != digest:
            return Replayed(play, week, "the week comes out differently with these rules")
        play.states.append(twin)
        play.weeks.append(LivedWeek(week, decisions, tuple(changes), twin))
    return Replayed(play, 0, "")
