"""Every number of a play with its ledger, as its author names them: nothing is hidden here."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.model import Quantity, Scenario, Seat
from game.engine.play import Play
from game.engine.view import observe
from game.insight.spelled import figure
from game.insight.words.causes import cause_words
from game.insight.words.quantities import entities

FLAGS, EVENTS, ENDINGS = "Flags and truths", "Events that came, choices that count", "Warnings of endings"


@dataclass(frozen=True)
class Figure:
    """One number: what it stands at in a week, and what the week before changed ("" for nothing)."""

    index: int
    name: str  # "dana.confidence"
    label: str
    now: str
    change: str


@dataclass(frozen=True)
class Group:
    """The numbers of one thing: a person, a task, all flags."""

    key: str
    title: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True)
class Entry:
    """One ledger line: in which week what moved the number by how much, and where that left it."""

    week: int
    cause: str  # as the ledger has it: "choice:wishlist/absorb"
    words: str
    amount: str
    after: str


def groups(play: Play, week: int, search: str = "") -> tuple[Group, ...]:
    """Every number at the opening of `week`, by what it belongs to; with `search`, those whose name or label has it."""
    titles = _titles(play.scenario)
    found: dict[str, list[Figure]] = {}
    for index, rule in enumerate(play.scenario.quantities):
        key = _key(rule, titles)
        if not search or any(search.lower() in text.lower() for text in (rule.name, rule.label, titles[key])):
            found.setdefault(key, []).append(_figure(play, week, index, rule))
    return tuple([Group(key, titles[key], tuple(found[key])) for key in titles if key in found])


def _titles(scenario: Scenario) -> dict[str, str]:
    """What numbers belong to, in the order of reading, with its name."""
    titles = {person.id: person.name for person in scenario.people}
    titles |= dict(entities(scenario))
    titles |= {truth.id: truth.id.replace("_", " ").capitalize() for truth in scenario.truths}
    return titles | {FLAGS: FLAGS, EVENTS: EVENTS, ENDINGS: ENDINGS}


def _key(rule: Quantity, titles: dict[str, str]) -> str:
    owner = rule.name.rpartition(".")[0]
    if owner in titles and rule.kind != "engine":
        return owner
    if rule.kind == "engine":
        return ENDINGS
    return EVENTS if owner else FLAGS


def _figure(play: Play, week: int, index: int, rule: Quantity) -> Figure:
    now = play.states[week - 1].values[index]
    before = play.states[week - 2].values[index] if week > 1 else now
    change = "" if now == before else amount(rule, (now - before) / rule.per_unit)
    return Figure(index, rule.name, rule.label.replace("'", "’"), figure(rule.unit, now / rule.per_unit), change)


def amount(rule: Quantity, change: float) -> str:
    """A change with its sign, as an author would write it as an effect."""
    return f"{'+' if change > 0.0 else ''}{figure('' if rule.unit == 'flag' else rule.unit, change)}"


def ledger_of(play: Play, index: int, week: int) -> tuple[Entry, ...]:
    """Every line of the ledger that moved a number before the opening of `week`, the first one first."""
    rule = play.scenario.quantities[index]
    view = observe(play.scenario, play.states[week - 1], Seat.BOTH)
    grains = play.states[0].values[index]
    found = [Entry(0, "start", "At the start", "", figure(rule.unit, grains / rule.per_unit))]
    for lived in play.weeks[: week - 1]:
        for _week, moved, cause, change in lived.changes:
            if moved == index:
                grains += change
                words = cause_words(view, cause).text
                after = figure(rule.unit, grains / rule.per_unit)
                found.append(Entry(lived.week, cause, words, amount(rule, change / rule.per_unit), after))
    return tuple(found)
