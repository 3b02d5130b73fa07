"""What a choice foreseeably does, as chips: a few words, a tone, an icon, and a spoken form."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.model import Choice
from game.engine.view import View
from game.insight.preview import Chip, preview
from game.insight.words.figures import days, money, percent, plain, small
from game.insight.words.people import first_name

CLEARLY, STRONGLY = 3.5, 8.0  # points from which a reaction is clear, strong


@dataclass(frozen=True)
class ChipWords:
    """One chip. `icon` says the same as the tone, so that nothing hangs on colour."""

    text: str
    tone: str
    icon: str
    spoken: str


def choice_chips(view: View, choice: Choice) -> tuple[ChipWords, ...]:
    """The chips a screen has room for, in words."""
    return tuple(chip_words(view, chip) for chip in preview(view, choice).shown)


def chip_words(view: View, chip: Chip) -> ChipWords:
    """One chip in words."""
    if chip.kind == "person":
        return _person(view, chip)
    said = chip.named or chip.amount
    if chip.kind == "money":
        return _money(view.scenario.currency, said)
    if chip.kind == "days":
        return _work(chip, said)
    if chip.kind == "chance":
        if not chip.sure:
            return ChipWords("May not work", "plain", "dices", "It may work, or not; nobody can say how likely")
        text = f"{percent(chip.amount)} it works"
        spoken = f"{percent(chip.amount)} that what you try works; where it does not, the other labels promise too much"
        return ChipWords(text, "plain", "dices", spoken)
    if chip.kind == "promise":
        many = round(chip.amount)
        text = "A promise" if many == 1 else f"{small(many).capitalize()} promises"
        return ChipWords(text, "rel", "handshake", f"{text}, to be kept")
    if chip.kind == "report":
        spoken = "The client is told this next week; brighter than the work stands, it costs trust once they find out"
        return ChipWords("The client hears it", "rel", "megaphone", spoken)
    return ChipWords("Takes one move", "plain", "clock", "Takes one of your moves this week")


def _person(view: View, chip: Chip) -> ChipWords:
    name = first_name(view.scenario.people[chip.person])
    if not chip.sure:
        return ChipWords(f"{name}, maybe", "warn", "circle-question-mark", f"{name} may take it either way")
    size = abs(chip.amount)
    how = "strongly" if size >= STRONGLY else "clearly" if size >= CLEARLY else "a little"
    mark = "chevrons" if size >= STRONGLY else "arrow" if size >= CLEARLY else "chevron"
    if chip.mixed:
        more, less = ("better", "worse") if chip.amount > 0.0 else ("worse", "better")
        return ChipWords(f"{name}, {more} and {less}", "warn", "move-right", f"{name}: mostly {more}, in part {less}")
    if chip.amount > 0.0:
        return ChipWords(name, "good", f"{mark}-up", f"Good for {name}, {how}")
    return ChipWords(name, "bad", f"{mark}-down", f"Bad for {name}, {how}")


def _work(chip: Chip, said: float) -> ChipWords:
    """Days of work; on a chance also those there are if it does not work."""
    less = said < 0.0
    text = f"{days(abs(said))} {'less' if less else 'of'} work"
    spoken = f"{days(abs(said))} {'less' if less else 'more'} work"
    if chip.failed:
        how = "less" if chip.failed < 0.0 else "more"
        other = f"{days(abs(chip.failed))} {how} work"
        if chip.named:
            turned = f" {how}" if chip.failed * chip.named < 0.0 else ""
            shown = f"{text}, else {plain(abs(chip.failed))}{turned}"
            return ChipWords(shown, "dlv", "wrench", f"{spoken}, else {other}")
        return ChipWords(f"Else {other}", "dlv", "wrench", f"{other} if it does not work")
    return ChipWords(text, "dlv", "wrench", spoken)


def _money(currency: str, amount: float) -> ChipWords:
    sum_of = money(currency, abs(amount))
    if amount < 0.0:
        return ChipWords(f"{sum_of} cost", "warn", "coins", f"Costs {sum_of}")
    return ChipWords(f"{sum_of} in", "good", "coins", f"Brings in {sum_of}")
