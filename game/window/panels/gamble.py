"""What came of a choice that was left to chance."""

from __future__ import annotations

from dataclasses import replace

from game.engine.luck import Luck
from game.engine.model import Choice, Outcome
from game.engine.outcomes import branch_taken
from game.engine.view import View
from game.insight.preview import preview
from game.insight.words.chips import ChipWords, chip_words
from game.window.kit import Icon, Row, Text, Widget

WORKED, FAILED = "It worked.", "It did not work."


def worked(view: View, luck: Luck, choice: Choice) -> bool | None:
    """Whether what was tried came off; None where nothing hung on chance."""
    branch = choice.outcome.branch
    if branch is None or not branch.is_chance:
        return None
    return branch_taken(choice.outcome, view.values, luck, view.week)


def verdict(view: View, luck: Luck, choice: Choice) -> Widget | None:
    """The same in words, to stand with the reply."""
    came = worked(view, luck, choice)
    if came is None:
        return None
    tone = "good" if came else "bad"
    return Row([Icon("dices", 16, tone), Text(WORKED if came else FAILED, 14, "s", tone)], gap=6)


def settled_chips(view: View, luck: Luck, choice: Choice) -> tuple[ChipWords, ...]:
    """The chips a choice was offered with: as it turned out, and grey where that did not come about."""
    turned = {(chip.kind, chip.person): chip for chip in preview(view, _turned_out(view, luck, choice)).chips}
    found: list[ChipWords] = []
    for chip in preview(view, choice).shown:
        now = turned.get((chip.kind, chip.person))
        words = chip_words(view, now or chip)
        if now is None and chip.kind != "chance":
            words = replace(words, tone="plain", icon="x", spoken=f"{words.text}: did not come about")
        found.append(words)
    return tuple(found)


def _turned_out(view: View, luck: Luck, choice: Choice) -> Choice:
    """The choice without chance: only what happened is left of it."""
    outcome = choice.outcome
    while outcome.branch is not None and outcome.branch.is_chance:
        taken = branch_taken(outcome, view.values, luck, view.week)
        outcome = _both(outcome, outcome.branch.then if taken else outcome.branch.other)
    return replace(choice, outcome=outcome)


def _both(first: Outcome, second: Outcome) -> Outcome:
    effects, promises = first.effects + second.effects, first.promises + second.promises
    return replace(first, effects=effects, promises=promises, branch=second.branch)
