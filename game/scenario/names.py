"""The table of quantities, and what every name in a condition or effect stands for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from game.engine.expression import And, Arithmetic, Compare, Const, Expr, Named, Or, Read
from game.engine.model import NONE, Quantity
from game.scenario.meaning import Meaning, UnknownName
from game.scenario.problems import Guesses, did_you_mean

AM, PM, BOTH, NOBODY = 1, 2, 3, 0
MONEY = 1e9


@dataclass(frozen=True)
class Row:
    """One stored number that every entity of a kind has. `moves`: an effect may change it."""

    suffix: str
    words: str
    unit: str
    low: float
    high: float
    per_unit: int
    seen_by: int
    moves: bool = True


def _points(suffix: str, words: str, seen_by: int, low: float = 0.0) -> Row:
    return Row(suffix, words, "points", low, 100.0, 100, seen_by)


def _share(suffix: str, words: str, seen_by: int, high: float = 1.0, moves: bool = True) -> Row:
    return Row(suffix, words, "share", 0.0, high, 10_000, seen_by, moves)


def _money(suffix: str, words: str, seen_by: int, low: float = 0.0, moves: bool = True) -> Row:
    return Row(suffix, words, "money", low, MONEY, 100, seen_by, moves)


def _days(suffix: str, words: str, seen_by: int, moves: bool = True) -> Row:
    return Row(suffix, words, "days", 0.0, 100_000.0, 100, seen_by, moves)


def _week(suffix: str, words: str, seen_by: int, per_unit: int = 1, moves: bool = False) -> Row:
    return Row(suffix, words, "weeks", 0.0, 999.0, per_unit, seen_by, moves)


def _count(suffix: str, words: str, seen_by: int, high: float, per_unit: int = 1, moves: bool = True) -> Row:
    return Row(suffix, words, "count", 0.0, high, per_unit, seen_by, moves)


def _flag(suffix: str, words: str, seen_by: int, moves: bool = True) -> Row:
    return Row(suffix, words, "flag", 0.0, 1.0, 1, seen_by, moves)


CLIENT = (
    _points("satisfaction", "satisfaction", AM),
    _points("expectation", "expectation", AM),
    _points("experience", "experience this week", NOBODY, -100.0),
    _points("confidence", "confidence in us", BOTH),
    _points("relationship", "relationship with us", BOTH),
    _week("silence", "weeks since anybody spoke with them", BOTH, moves=True),
    _week("warned", "weeks since the warning", BOTH, moves=True),
    _count("failures", "disappointments so far", BOTH, 99),
)
TEAM = (
    _points("morale", "morale", PM),
    _share("fatigue", "fatigue", PM),
    Row("hours", "hours a week", "hours", 0.0, 80.0, 10, PM),
    _share("ramp", "knowledge of the work", PM),
    _flag("gone", "departure", PM),
    Row("project", "project", "project", -1.0, 99.0, 1, PM),
)
COLLEAGUE = (_points("rapport", "rapport", BOTH),)
ACCOUNT = (
    _money("value", "yearly value", AM),
    _money("upsell", "sold on top", AM),
    _money("pipeline", "pipeline", AM, moves=False),
    _money("credits", "credits given", AM),
    _points("understanding", "what we know of their business", AM),
    _days("given", "days worked for free", AM),
    _count("asks", "recent pitches", AM, 99, 100),
    _flag("issue", "open issue", AM),
    _share("prepared", "renewal preparation", AM),
    _share("renewal_chance", "chance of renewal", AM, moves=False),
    _share("churn_risk", "churn risk", AM, moves=False),
    _count("signed", "renewal", BOTH, 2),  # that a client stays or goes is news in the whole house
)
OFFER = (_count("status", "status", AM, 3),)
PROJECT = (
    _money("budget", "budget", PM),
    _money("spent", "spent", PM),
    _count("reviews", "reviews", PM, 2),
    _week("frozen", "weeks of frozen scope", PM, moves=True),
    _count("defects", "escaped defects", PM, 10_000, 100),
    _days("waiting", "waiting for a hand-over", PM),
    _share("utilisation", "utilisation", PM, 1.5, False),
    _week("forecast", "forecast finish", PM, 10),
    _money("forecast_cost", "forecast cost", PM, moves=False),
    _week("estimated", "weeks since the last honest estimate", PM, moves=True),
    _count("status", "true status", PM, 2, moves=False),
    _count("reported", "reported status", BOTH, 2),
    _count("told", "status the client was told", BOTH, 2),
    _week("gap_weeks", "weeks told better than it is", NOBODY),
    _count("glossed", "levels the last report was too bright", NOBODY, 2),
    _week("delivered", "delivery", BOTH),
)
TASK = (
    _days("work", "work", PM),
    _days("days_done", "days really done", NOBODY, moves=False),
    _days("hidden", "undiscovered rework", NOBODY),
    _week("finished", "finish", PM),
    _week("forecast", "forecast finish", PM, 10),
)
RISK = (
    _flag("known_am", "known to the account manager", AM, False),
    _flag("known_pm", "known to the project manager", PM, False),
    _share("mitigated", "mitigation", PM),
    _share("worst", "greatest chance a week so far", NOBODY, moves=False),
    _week("struck", "strike", PM),
)
TRUTH = (
    _flag("known_am", "known to the account manager", AM, False),
    _flag("known_pm", "known to the project manager", PM, False),
)
PROMISE = (
    _count("status", "status", BOTH, 5, moves=False),
    _week("due_week", "due week", BOTH),
    _week("made", "week it was made", BOTH),
    _count("moved", "times renegotiated", BOTH, 99, moves=False),
)
ENDING = (_count("warned", "warnings given", NOBODY, 9, moves=False),)

WHY_NOT = {
    "known": "Use `reveals: {id}` instead.",
    "open": "Use `promises: {id}` or `releases: {id}` instead.",
    "kept": "A promise is kept by what its `kept_when` says.",
    "broken": "Use `releases: {id}` to take it back without penalty.",
    "progress": "Move `{id}.work`, the days of work there are.",
    "done": "Move `{id}.work`, the days of work there are.",
    "due": "Move the work, or renegotiate a promise.",
    "delivered": "The game works it out from the work done.",
    "pipeline": "The game works it out from the offers that are open.",
    "seen": "The game sets it when the event comes.",
}


class Names:
    """Collects quantities while a scenario is built, then answers what names mean."""

    def __init__(self) -> None:
        self.guesses = Guesses()
        self.quantities: list[Quantity] = []
        self.index: dict[str, int] = {}
        self.flags: list[int] = []
        self._meanings: dict[str, Meaning] = {}
        self._targets: dict[str, tuple[int, ...]] = {}
        self._known: dict[str, tuple[int, int]] = {}  # truths and risks: known_am, known_pm
        self._choices: dict[str, tuple[str, ...]] = {}  # choice ids of each event, scenes included
        self._fields: dict[str, list[str]] = {}  # what can follow the dot of each id
        self._aliases: dict[str, str] = {}
        self._read_choices: dict[str, bool] = {}  # events some of whose choices are read

    # the table

    def store(
        self,
        name: str,
        label: str,
        row: Row,
        kind: str,
        start: tuple[float, float] = (0.0, 0.0),
        seen_by: int | None = None,
    ) -> int:
        """Add one quantity, a name that reads it, and a target for effects where the row allows it."""
        seen = row.seen_by if seen_by is None else seen_by
        quantity = Quantity(
            name, label, row.unit, row.low, row.high, row.per_unit, seen, kind, float(start[0]), float(start[1])
        )
        index = len(self.quantities)
        self.quantities.append(quantity)
        self.index[name] = index
        read = self.read(index)
        condition = (
            read if row.unit == "flag" or row.suffix in ("seen", "struck", "finished", "delivered", "warned") else None
        )
        self.mean(name, read, row.unit, seen, condition)
        if row.moves:
            self.target(name, (index,))
        return index

    def read(self, index: int) -> Read:
        """The expression that reads a quantity."""
        quantity = self.quantities[index]
        return Read(index, quantity.per_unit, quantity.low, quantity.high)

    def mean(self, name: str, expr: Expr, unit: str, seen_by: int, condition: Expr | None = None) -> None:
        """Let `name` stand for an expression."""
        self._meanings[name] = Meaning(name, expr, unit, seen_by, condition)
        owner, _dot, suffix = name.partition(".")
        fields = self._fields.setdefault(owner, [])
        if suffix:
            fields.append(suffix)

    def derive(self, name: str, label: str, unit: str, formula: Expr, seen_by: int, yes_no: bool = False) -> None:
        """Let `name` stand for a formula that explains itself by its label."""
        named = Named(name, label, unit, formula)
        self.mean(name, named, unit, seen_by, named if yes_no else None)

    def target(self, name: str, indices: tuple[int, ...]) -> None:
        """Let effects on `name` move these quantities."""
        self._targets[name] = indices

    def knowable(self, name: str, known_am: int, known_pm: int) -> None:
        """A truth or risk that seats may come to know."""
        self._known[name] = (known_am, known_pm)
        self._fields.setdefault(name, []).append("known")

    def choices(self, event: str, ids: Iterable[str]) -> None:
        """The choices of an event, readable as `event.choice`."""
        self._choices[event] = tuple(ids)
        self._fields.setdefault(event, []).extend(self._choices[event])

    def alias(self, word: str, name: str) -> None:
        """Let `word.x` be read as `name.x`."""
        self._aliases[word] = name

    def canonical(self, name: str) -> str:
        """The name without aliases."""
        owner, dot, suffix = name.partition(".")
        return f"{self._aliases.get(owner, owner)}{dot}{suffix}"

    # answers

    def meaning(self, name: str, seat: int = BOTH) -> Meaning:
        """What a name stands for when this seat (bits; BOTH for nobody in particular) reads it. Raises UnknownName."""
        found = self._meanings.get(name)
        if found is not None:
            return found
        real = self.canonical(name)
        owner, dot, suffix = real.partition(".")
        if suffix == "known" and owner in self._known:
            return self._known_by(real, owner, seat)
        if dot and suffix in self._choices.get(owner, ()):
            return self._chosen(real, owner, suffix)
        if real in self._meanings:
            return self._meanings[real]
        raise self._unknown(name, owner, dot, suffix)

    def targets(self, name: str) -> tuple[int, ...]:
        """The quantities an effect on `name` moves. Raises UnknownName."""
        real = self.canonical(name)
        found = self._targets.get(real)
        if found is not None:
            return found
        self.meaning(real)
        owner, _dot, suffix = real.partition(".")
        remedy = WHY_NOT.get(suffix, "The game works it out every week.").format(id=owner)
        if owner in self._choices and suffix != "seen":
            remedy = "It is true once that choice was taken."
        elif not suffix:
            remedy = "Use `sets:` or `clears:` for flags; truths and weeks cannot be changed."
        raise UnknownName(f"An effect cannot change `{name}`.", remedy)

    def read_choices(self, event: str) -> bool:
        """Whether any condition reads a choice of this event."""
        return event in self._read_choices

    def taken(self, event: str, choice: str) -> int:
        """The quantity that says a choice was taken, or NONE when no expression reads it."""
        return self.index.get(f"{event}.{choice}", NONE)

    def _known_by(self, name: str, owner: str, seat: int) -> Meaning:
        am, pm = (self.read(index) for index in self._known[owner])
        both = self.read(self.index["both"])
        if seat == AM:
            formula: Expr = Or(am, And(both, pm))
        elif seat == PM:
            formula = Or(pm, And(both, am))
        else:
            formula = Or(am, pm)
        named = Named(name, f"{owner} is known", "flag", formula)
        return Meaning(name, named, "flag", BOTH, named)

    def _chosen(self, name: str, owner: str, choice: str) -> Meaning:
        row = _flag(choice, "taken", BOTH, False)
        self.store(name, f"{owner}: {choice}", row, "story")
        self._read_choices[owner] = True
        return self._meanings[name]

    def _unknown(self, name: str, owner: str, dot: str, suffix: str) -> UnknownName:
        if owner in self._fields and dot:
            fields = sorted(set(self._fields[owner]))
            return UnknownName(f"`{owner}` has no `{suffix}`.", did_you_mean(suffix, fields))
        if owner in self._fields:
            fields = sorted(set(self._fields[owner]))
            example = f"{owner}.{fields[0]}" if fields else ""
            return UnknownName(f"`{name}` is not a number or a yes or no.", f"Say what of it, such as `{example}`.")
        known = [*self._fields, *self._aliases]
        if owner == "colleague":
            return UnknownName("`colleague` is not a name here.", "Use the id of the person in the other seat.")
        otherwise = "Check the ids in this file." if dot else f"If it is a flag, let something set it: `sets: {owner}`."
        return UnknownName(f"Nothing is called `{owner}`.", self.guesses.remedy(owner, known, otherwise))


def plus(parts: list[Expr]) -> Expr:
    """The sum of several expressions; 0 for none."""
    total: Expr = Const(0.0) if not parts else parts[0]
    for part in parts[1:]:
        total = Arithmetic("+", total, part)
    return total


def equals(read: Expr, *values: float) -> Expr:
    """Whether an expression has one of these values."""
    tests: list[Expr] = [Compare("==", read, Const(value)) for value in values]
    found = tests[0]
    for test in tests[1:]:
        found = Or(found, test)
    return found
