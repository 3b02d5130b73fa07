"""What an outcome does apart from its words, in a form in which two of them can be compared."""

from __future__ import annotations

from collections.abc import Hashable

from game.engine.model import NONE, Choice, Outcome

NO_CONSEQUENCE: Hashable = None


def consequence(outcome: Outcome) -> Hashable:
    """Effects, promises, calls and branches; equal for outcomes that do the same. Wording does not count."""
    branch = outcome.branch
    later = tuple((late.weeks, consequence(late.outcome)) for late in outcome.later)
    later = tuple(late for late in later if late[1] is not NO_CONSEQUENCE)
    ways: tuple[Hashable, ...] = ()
    if branch is not None:
        ways = (branch.test, branch.is_chance, consequence(branch.then), consequence(branch.other))
        if ways[2] is NO_CONSEQUENCE and ways[3] is NO_CONSEQUENCE:
            ways = ()
    parts = (frozenset(outcome.effects), frozenset(outcome.promises), frozenset(outcome.follow), later, ways)
    return parts if any(parts) else NO_CONSEQUENCE


def is_open_ended(choice: Choice) -> bool:
    """Whether what a choice does is not said by its outcome alone: it leads on, or some condition asks for it."""
    return choice.scene is not None or choice.taken != NONE
