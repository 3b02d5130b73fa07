"""What every group of fields in a scenario file shares: the outcome keys, and how a field is described."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from game.scenario.scalars import (
    Flag,
    Formula,
    Path,
    Ref,
    Speaker,
    WeekCount,
    Words,
    many,
    narration,
    some,
    wrapped,
)
from game.scenario.tree import List, list_at


class Spec(BaseModel):
    """A group of fields. Fields nobody knows are refused."""

    model_config = ConfigDict(extra="forbid", arbitrary_types_allowed=True)


def needed(description: str, example: str, **more: Any) -> Any:
    """A field every author writes."""
    return Field(description=description, examples=[example], **more)


def optional(default: Any, description: str, example: str, **more: Any) -> Any:
    """A field that may be left out."""
    if isinstance(default, dict | list):
        return Field(default_factory=type(default), description=description, examples=[example], **more)
    return Field(default=default, description=description, examples=[example], **more)


class EachWrapped:
    """Reads a list of groups, of which each may be written as its one field `name`; or one without a list."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __call__(self, value: Any) -> Any:
        listed, wrap = many(value), wrapped(self.name)
        return list_at([wrap(item) for item in listed], listed) if isinstance(listed, List) else listed


Refs = Annotated[list[Ref], BeforeValidator(many)]
Flags = Annotated[list[Flag], BeforeValidator(many)]
Lines = Annotated[list[Words], BeforeValidator(many)]


class PromiseGivenSpec(Spec):
    """A promise that an outcome makes."""

    promise: Ref = needed("The id of the promise.", "go_live")
    due: Formula | None = optional(None, "The week it falls due, when not the promise's own.", "week + 3")


class FollowSpec(Spec):
    """An event that an outcome calls."""

    event: Ref = needed("The id of the event that comes.", "even_more")
    weeks: WeekCount = optional(1, "How many weeks from now; at least 1.", "3 weeks", alias="in")


class OutcomeSpec(Spec):
    """What a choice, a strike of a risk or a late consequence does."""

    reply: Annotated[dict[Speaker, Words], BeforeValidator(narration)] = optional(
        {},
        "What people say to it, at once: the person's id and their words; plain text is narration.",
        '{dana: "Fair."}',
    )
    effects: Annotated[dict[Path, Formula], BeforeValidator(some)] = optional(
        {}, "What it moves, and by how much.", "{dana.satisfaction: +6, checkout.work: +8 days}"
    )
    sets: Flags = optional([], "Flags that become true; naming one here makes it exist.", "told_dana")
    clears: Flags = optional([], "Flags that become false.", "told_dana")
    promises: Annotated[list[PromiseGivenSpec], BeforeValidator(EachWrapped("promise"))] = optional(
        [], "Promises it makes.", "{promise: go_live, due: week 7}"
    )
    releases: Refs = optional([], "Open promises taken back without penalty.", "go_live")
    reveals: Refs = optional(
        [], "Truths or risks the asking seat learns by it; of a truth, only where it holds.", "board_date"
    )
    follow: Annotated[list[FollowSpec], BeforeValidator(EachWrapped("event"))] = optional(
        [], "Events that come because of it, next week or later.", "{event: even_more, in: 3 weeks}"
    )
    later: Annotated[list[LaterSpec], BeforeValidator(many)] = optional(
        [], "What happens some weeks on.", "{in: 2 weeks, effects: {dana.trust: -4}, tells: The board noticed.}"
    )
    tells: Words | None = optional(None, "One line for the recap when this comes about.", "The board noticed.")
    chance: Formula | None = optional(
        None, "The probability of `then`; otherwise `else` happens.", "60% + (dana.trust - 50) * 0.5%"
    )
    test: Formula | None = optional(
        None,
        "Instead of a chance: a test on the world; `then` where it holds, `else` where not.",
        "board_date",
        alias="if",
    )
    then: OutcomeSpec | None = optional(
        None, "What also happens when the chance or test comes out true.", "{effects: {dana.trust: +2}}"
    )
    otherwise: OutcomeSpec | None = optional(
        None, "What also happens when it does not.", "{effects: {dana.trust: -4}}", alias="else"
    )


class LaterSpec(OutcomeSpec):
    """A late consequence: an outcome that waits."""

    weeks: WeekCount = needed("How many weeks from now.", "2 weeks", alias="in")


OutcomeSpec.model_rebuild()
