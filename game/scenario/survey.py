"""A story laid out for the checks: every question and outcome with what was written beside what it means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from game.engine.expression import Expr
from game.engine.model import NONE, Choice, Outcome, Question
from game.scenario.build import Draft
from game.scenario.context import place_of
from game.scenario.fields import OutcomeSpec
from game.scenario.meaning import Parsed
from game.scenario.reach import Reach
from game.scenario.reasoning import Ranges, alternatives, possible
from game.scenario.spec import ChoiceSpec, EventSpec, SceneSpec
from game.scenario.tree import Text


@dataclass(frozen=True)
class Option:
    """A choice as written and as it is played."""

    event: int
    name: Text
    spec: ChoiceSpec
    choice: Choice


@dataclass(frozen=True)
class Asked:
    """An event's question, or a further one in a scene."""

    event: int
    place: Text  # the id of the event, or of the choice that leads to the scene
    text: Text
    who: Text | None
    options: tuple[Option, ...]


@dataclass(frozen=True)
class Done:
    """An outcome as written and as it is played. `place`: the id of the choice, risk or event it belongs to."""

    place: Text
    event: int  # NONE for risks
    spec: OutcomeSpec
    outcome: Outcome
    delay: int = 0  # weeks between the choice and this


class Survey:
    """What the checks look at: the author's part of a draft. Built-in events are not in it."""

    def __init__(self, draft: Draft) -> None:
        self.spec = draft.spec
        self.scenario = draft.scenario
        self.context = draft.context
        self.questions = [asked for index, name in enumerate(self.spec.events) for asked in self._asked(index, name)]
        self.outcomes = list(self._outcomes())

    @cached_property
    def reach(self) -> Reach:
        """What can happen."""
        return Reach(self.scenario)

    @cached_property
    def read(self) -> frozenset[int]:
        """The quantities that some condition or amount of the author's reads."""
        file = self.spec.title.file
        found: set[int] = set()
        for (where, _line, _column), parsed in self.context.read.items():
            if where == file:
                found.update(parsed.expr.names())
        return frozenset(found)

    @property
    def options(self) -> Iterator[Option]:
        """Every choice, those of scenes included."""
        for asked in self.questions:
            yield from asked.options

    def parsed(self, text: Text) -> Parsed | None:
        """What was read from a condition or amount; None where it could not be read."""
        return self.context.read.get(place_of(text))

    def may_hold(self, text: Text, ranges: Ranges) -> bool:
        """Whether the condition in `text` may be true within these ranges."""
        parsed = self.parsed(text)
        return parsed is None or possible(alternatives(parsed.expr), ranges)

    def may_fail(self, text: Text, ranges: Ranges) -> bool:
        """Whether the condition in `text` may be untrue within these ranges."""
        parsed = self.parsed(text)
        return parsed is None or possible(alternatives(parsed.expr, wanted=False), ranges)

    def told_never(self, text: Text) -> bool:
        """Whether one of its comparisons was reported already while it was read."""
        parsed = self.parsed(text)
        return parsed is not None and any(remark.code == "OP305" for remark in parsed.remarks)

    def quote(self, text: Text, part: Expr) -> tuple[str, int]:
        """A part of a condition as the author wrote it, and how far into the text it stands."""
        parsed = self.parsed(text)
        for expr, start, end in parsed.parts if parsed else ():
            if expr is part:
                return " ".join(text[start:end].split()), start
        return " ".join(text.split()), 0

    def _asked(self, index: int, name: Text) -> Iterator[Asked]:
        spec = self.spec.events[name]
        yield from _questions(index, name, spec, self.scenario.events[index].question)

    def _outcomes(self) -> Iterator[Done]:
        for option in self.options:
            yield from _parts(Done(option.name, option.event, option.spec, option.choice.outcome))
        for index, (name, event) in enumerate(self.spec.events.items()):
            if event.ignored is not None:
                yield from _parts(Done(name, index, event.ignored, self.scenario.events[index].ignored))
        for (name, risk), built in zip(self.spec.risks.items(), self.scenario.risks, strict=True):
            yield from _parts(Done(name, NONE, risk, built.outcome))


def _questions(index: int, place: Text, spec: EventSpec | SceneSpec, question: Question) -> Iterator[Asked]:
    options = tuple(
        Option(index, name, written, choice)
        for (name, written), choice in zip(spec.choices.items(), question.choices, strict=True)
    )
    yield Asked(index, place, spec.text, spec.who, options)
    for option in options:
        if option.spec.scene is not None and option.choice.scene is not None:
            yield from _questions(index, option.name, option.spec.scene, option.choice.scene)


def _parts(done: Done) -> Iterator[Done]:
    """An outcome and those inside it."""
    yield done
    for late, built in zip(done.spec.later, done.outcome.later, strict=False):
        yield from _parts(Done(done.place, done.event, late, built.outcome, done.delay + late.weeks))
    branch = done.outcome.branch
    if branch is not None and done.spec.then is not None:
        yield from _parts(Done(done.place, done.event, done.spec.then, branch.then, done.delay))
    if branch is not None and done.spec.otherwise is not None:
        yield from _parts(Done(done.place, done.event, done.spec.otherwise, branch.other, done.delay))
