"""What happens to people and asks for an answer: events, their choices, and what each choice does."""

from __future__ import annotations

from dataclasses import dataclass, field

from game.engine.expression import Expr
from game.engine.vocabulary import Seat


@dataclass(frozen=True)
class Effect:
    """Moves one quantity by an amount (or sets it), judged on the state at the week's opening."""

    quantity: int
    amount: Expr
    sets: bool = False


@dataclass(frozen=True)
class PromiseMade:
    """A choice gives its word: promise `promise`, due in week `due` (None: the promise's own due week)."""

    promise: int
    due: Expr | None


@dataclass(frozen=True)
class Later:
    """What a choice does some weeks on. `key` names it in the ledger and its luck stream: "wishlist/absorb"."""

    key: str
    weeks: int
    outcome: Outcome


@dataclass(frozen=True)
class Branch:
    """Either a known test on the state (`is_chance` false) or a probability; then one outcome or the other."""

    key: str
    test: Expr
    is_chance: bool
    then: Outcome
    other: Outcome


@dataclass(frozen=True)
class Outcome:
    """Everything one choice, strike of a risk or late consequence does."""

    effects: tuple[Effect, ...] = ()
    reply: tuple[tuple[int, str], ...] = ()  # (person index, or NONE for narration; text), at once
    promises: tuple[PromiseMade, ...] = ()
    follow: tuple[tuple[int, int], ...] = ()  # (weeks from now, at least 1; event index)
    later: tuple[Later, ...] = ()
    tells: str = ""  # one line for the recap when this comes about
    branch: Branch | None = None


NOTHING = Outcome()


@dataclass(frozen=True)
class Choice:
    id: str
    text: str
    skill: str
    stance: str
    needs: Expr | None
    takes: int  # moves it costs: 0 or 1
    outcome: Outcome
    scene: Question | None  # a further question in the same event
    taken: int  # quantity set to 1 when chosen; NONE when nobody reads it


@dataclass(frozen=True)
class Question:
    who: int  # person index or NONE
    text: str
    choices: tuple[Choice, ...]
    locks: bool = field(init=False, repr=False, compare=False)  # whether a choice may be closed

    def __post_init__(self) -> None:
        object.__setattr__(self, "locks", any(choice.needs is not None for choice in self.choices))


@dataclass(frozen=True)
class Event:
    id: str
    title: str
    asks: Seat  # AM or PM
    plays: int  # bits of the plays it belongs to: 1 am, 2 pm, 4 both
    when: Expr
    first_week: int
    last_week: int
    chance: Expr | None  # per week, once the rest holds
    priority: int  # 0-9, higher first
    expires: int  # weeks it may wait
    repeats: int  # weeks until it may come again; 0 = once
    follow_up: bool  # comes only when another outcome calls it
    builtin: bool
    how: str  # "By e-mail, Friday, as people were leaving"
    note: str  # what the other seat reads
    question: Question
    ignored: Outcome  # both seat only: left unanswered
    seen: int  # quantity: the week it was last delivered; 0 = never
