"""What came out differently when a play was lived again on another text: by the names of numbers, never by indices."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.model import NONE, Choice, Question, Scenario
from game.engine.outcomes import branch_taken
from game.engine.play import Play
from game.insight.spelled import figure

# numbers that only count the weeks, or stand for something told elsewhere
_KINDS = ("engine",)
_ENOUGH = 3  # amounts named in a sentence


@dataclass(frozen=True)
class Number:
    """A number that from the end of `week` on (0: from the start) is another one than it was."""

    week: int
    name: str  # as in a scenario file: "dana.confidence"
    was: str
    now: str


def newly_apart(old: Play, new: Play, week: int) -> list[Number]:
    """The numbers that differ at the end of a week, and did not at its opening."""
    found = []
    for before, after in _pairs(old.scenario, new.scenario):
        if _value(old, before, week) == _value(new, after, week):
            continue
        if week and _value(old, before, week - 1) != _value(new, after, week - 1):
            continue
        rule = new.scenario.quantities[after]
        was, now = _value(old, before, week), _value(new, after, week)
        found.append(Number(week, rule.name, figure(rule.unit, was), figure(rule.unit, now)))
    return found


def _pairs(old: Scenario, new: Scenario) -> list[tuple[int, int]]:
    """The indices of every number both texts have; whether an event came is told with the decisions."""
    found = []
    for index, rule in enumerate(new.quantities):
        before = old.quantity_index.get(rule.name, NONE)
        if before != NONE and rule.kind not in _KINDS and not rule.name.endswith(".seen"):
            found.append((before, index))
    return found


def _value(play: Play, index: int, week: int) -> float:
    return play.states[week].values[index] / play.scenario.quantities[index].per_unit


def decision_differs(old: Play, new: Play, week: int, what: str) -> str:
    """How a decision of a lived week did something else in the new play, in sentences; "" where it did the same."""
    said = []
    path = tuple(what.split("/"))
    if len(path) > 1:
        before, after = _branches(old, week, path), _branches(new, week, path)
        if before != after and before and after:
            said.append("What was open about it went the other way.")
    causes = _causes(what)
    was, now = _amounts(old, week, causes), _amounts(new, week, causes)
    changed = [name for name in [*was, *(n for n in now if n not in was)] if was.get(name, 0.0) != now.get(name, 0.0)]
    if changed:
        told = [f"{name} {_amount(new, old, name, was)}, now {_amount(new, old, name, now)}" for name in changed]
        rest = f" and {len(changed) - _ENOUGH} more" if len(changed) > _ENOUGH else ""
        said.append(f"It moved {'; '.join(told[:_ENOUGH])}{rest}.")
    return " ".join(said)


def _causes(what: str) -> list[str]:
    """The causes a decision writes into the ledger in its own week."""
    if "/" in what:
        parts = what.split("/")
        return ["choice:" + "/".join(parts[: n + 1]) for n in range(1, len(parts))]
    kind, _gap, rest = what.partition(" ")
    target = rest.partition(" ")[0]
    return [f"move:{kind}/{target}" if target else f"move:{kind}"]


def _amounts(play: Play, week: int, causes: list[str]) -> dict[str, float]:
    """What these causes moved in a week, by the names of the numbers."""
    found: dict[str, float] = {}
    for _week, index, cause, grains in play.weeks[week - 1].changes:
        if cause in causes:
            rule = play.scenario.quantities[index]
            found[rule.name] = found.get(rule.name, 0.0) + grains / rule.per_unit
    return found


def _amount(new: Play, old: Play, name: str, amounts: dict[str, float]) -> str:
    if name not in amounts:
        return "nothing"
    scenario = new.scenario if name in new.scenario.quantity_index else old.scenario
    unit = scenario.quantities[scenario.quantity_index[name]].unit
    return f"{'+' if amounts[name] > 0.0 else ''}{figure('' if unit == 'flag' else unit, amounts[name])}"


def _branches(play: Play, week: int, path: tuple[str, ...]) -> list[bool]:
    """Which way each open result along an answer went."""
    found = []
    state = play.states[week - 1]
    question: Question | None = play.scenario.events[play.scenario.event_index[path[0]]].question
    for choice_id in path[1:]:
        choice: Choice | None = next((c for c in question.choices if c.id == choice_id), None) if question else None
        if choice is None:
            break
        if choice.outcome.branch is not None:
            found.append(branch_taken(choice.outcome, state.values, play.luck, week))
        question = choice.scene
    return found


def names_changed(old: Scenario, new: Scenario) -> tuple[str, ...]:
    """People called otherwise, or under another id, in sentences."""
    before = {p.id: p.name for p in old.people}
    after = {p.id: p.name for p in new.people}
    found = []
    for id, name in before.items():
        if id in after and after[id] != name:
            found.append(f"`{id}` was called {name} and is now called {after[id]}.")
        elif id not in after:
            same = next((other for other, known in after.items() if known == name and other not in before), "")
            now = f"; {name} is now `{same}`, a person with numbers of their own" if same else ""
            found.append(f"There is no `{id}` any more{now}.")
    return tuple(found)
