"""The choices of a question: letters, chips, locked reasons, and in the both seat the choice to leave it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.engine.legality import unlocked
from game.engine.luck import Luck
from game.engine.model import NONE, NOTHING, Choice, Event, Question
from game.engine.view import View
from game.engine.week import IGNORED_EXPERIENCE, IGNORED_MORALE
from game.insight.preview import Chip as Foreseen
from game.insight.words.chips import ChipWords, chip_words, choice_chips
from game.insight.words.fill import substitute
from game.insight.words.locked import why_locked
from game.window.kit import (
    CardButton,
    Chip,
    Column,
    Custom,
    Fixed,
    Flex,
    Icon,
    Keycap,
    Painter,
    Rect,
    Row,
    Text,
    Widget,
    key_label,
)
from game.window.kit.widget import Frame
from game.window.panels.event import Talk
from game.window.panels.gamble import settled_chips, worked
from game.window.panels.messages import Choose, Instead, Leave

LETTERS = "ABCDEFGH"
_NO_MOVE_LEFT = "It takes a move, and your other answers have taken this week’s."
LEAVE_IT = "Leave it unanswered."
SIGNS = (
    "A person with a sign: up is good for them, down is bad. A small tip means a little, an arrow clearly, a double "
    "tip strongly; a question mark, that it may go either way."
)
_NOTHING = "No label: nobody could foresee much of it."
_TIPS = ("left", "below", "above", "right")  # help covers no other choice where it has room beside them
_TALL = 100  # units a card grows to; a taller one only for what is written on it


def choice_cards(
    view: View, luck: Luck, talk: Talk, keys: Sequence[str], room: int, may_leave: bool, left: bool
) -> list[Widget]:
    """One card a choice. `keys` are the hotkeys in order, `room` the moves not yet taken by other answers."""
    question = talk.question or talk.said[-1].question
    taken = talk.said[-1].choice.id if talk.said and talk.question is None else ""
    open_ones = unlocked(question, view.values)
    dense = len(question.choices) + (may_leave and not talk.said) > 4
    cards = []
    for index, choice in enumerate(question.choices):
        lock = "" if choice in open_ones else why_locked(view, choice)
        if not lock and choice.takes > room and not taken:
            lock = _NO_MOVE_LEFT
        if lock:
            state = "locked"
        elif taken:
            state = "taken" if choice.id == taken else "left"
        else:
            state = "open"
        key = keys[index] if index < len(keys) and not taken else ""
        settled = state == "taken" and worked(view, luck, choice) is not None
        chips = settled_chips(view, luck, choice) if settled else choice_chips(view, choice)
        cards.append(_card(view, talk.event, question, choice, chips, index, state, lock, key, dense))
    if may_leave and not talk.said:
        cards.append(_leave(view, talk.event, len(question.choices), left, keys))
    return cards


def _card(
    view: View,
    event: Event,
    question: Question,
    choice: Choice,
    chips: Sequence[ChipWords],
    index: int,
    state: str,
    lock: str,
    key: str,
    dense: bool,
) -> Widget:
    text = substitute(choice.text, view.scenario, view.week)
    spoken = ". ".join(chip.spoken for chip in chips)
    label = f"{LETTERS[index]}. {text}" + (f" {lock}" if lock else f" {spoken}" if spoken else "")
    below: Widget | None = _lock(lock) if lock else _chips(chips, state == "left")
    first_open_one = state == "open" and choice is next(iter(unlocked(question, view.values)), None)
    return CardButton(
        _face_of(_mark(LETTERS[index], key, state), text, below, state),
        {"open": Choose, "left": Instead}[state](event.id, choice.id) if state in ("open", "left") else None,
        id=f"choice/{choice.id}",
        label=label,
        hotkey=key if state == "open" else "",
        state=state,
        autofocus=first_open_one,
        follows="event",
        help=_in_words(chips) if not lock else "",
        more=_explained(chips, lock),
        tip_sides=_TIPS,
        y=6 if dense else 8,
    )


def _mark(letter: str, key: str, state: str) -> Widget:
    if state == "taken":
        return Fixed(Custom(_tick, lambda p, width: p.t(24)), 24)
    return Keycap(key_label(key) if key else letter)


def _face_of(mark: Widget, text: str, below: Widget | None, state: str) -> Widget:
    ink = "ink2" if state in ("locked", "left") else "ink"
    words = Column([Text(text, 16, "s", ink, leading=1.25), below], gap=4)
    return _in_the_middle(Row([mark, Flex(words, least=200)], gap=14, align="start"))


def _in_the_middle(row: Row) -> Widget:
    return Column([row], justify="center")


def _tick(p: Painter, rect: Rect) -> None:
    p.rounded(Rect(rect.x, rect.cy - p.t(12), p.t(24), p.t(24)), p.t(12), "action")
    p.icon(rect.x + p.t(4), rect.cy, "check", 16, "on_action")


def _chips(chips: Sequence[ChipWords], grey: bool) -> Widget | None:
    if not chips:
        return None
    return Row([Chip(chip.text, "plain" if grey else chip.tone, chip.icon) for chip in chips], line_gap=4)


def _explained(chips: Sequence[ChipWords], lock: str) -> str:
    """What each chip of a card says, and what the signs mean: told on request."""
    if lock:
        return lock
    if not chips:
        return _NOTHING
    about_people = any(chip.icon.startswith(("chevron", "arrow", "circle-question")) for chip in chips)
    return f"{_in_words(chips)} {SIGNS}" if about_people else _in_words(chips)


def _in_words(chips: Sequence[ChipWords]) -> str:
    """What each chip of a card says."""
    return " ".join(f"{chip.spoken}." for chip in chips)


def _lock(reason: str) -> Widget:
    return Row([Icon("lock", 14), Flex(Text(reason, 14, "r", "ink2"))], gap=6)


def _leave(view: View, event: Event, index: int, left: bool, keys: Sequence[str]) -> Widget:
    chips = _price(view, event)
    key = keys[index] if index < len(keys) and not left else ""
    spoken = ". ".join(chip.spoken for chip in chips)
    state = "taken" if left else "open"
    return CardButton(
        _in_the_middle(Row([_mark(LETTERS[index], key, state), Text(LEAVE_IT, 16, "s"), _chips(chips, False)], gap=14)),
        None if left else Leave(event.id),
        id="choice/leave",
        label=f"{LETTERS[index]}. {LEAVE_IT} {spoken}",
        hotkey=key,
        state=state,
        help=_in_words(chips),
        more=_explained(chips, ""),
        tip_sides=_TIPS,
        y=8,
    )


def _price(view: View, event: Event) -> tuple[ChipWords, ...]:
    """What it costs not to answer."""
    if event.ignored is not NOTHING:
        silence = Choice("", LEAVE_IT, "", "", None, 0, event.ignored, None, NONE)
        return choice_chips(view, silence)
    if event.question.who == NONE:
        return ()
    person = view.scenario.people[event.question.who]
    if person.experience != NONE:
        return (chip_words(view, Foreseen("person", IGNORED_EXPERIENCE, event.question.who)),)
    if person.morale != NONE:
        return (chip_words(view, Foreseen("person", IGNORED_MORALE, event.question.who)),)
    return ()


@dataclass(eq=False)
class Levelled(Widget):
    """Cards one below the other. With room to spare the shortest grow first, until all are equally tall."""

    children: Sequence[Widget]
    gap: float = 8

    def _heights(self, p: Painter, width: float) -> list[float]:
        return [child.height(p, width) for child in self.children]

    def measure(self, p: Painter, width: float) -> float:
        return sum(self._heights(p, width)) + self.gap * (len(self.children) - 1)

    def arrange(self, frame: Frame, rect: Rect) -> None:
        room, y = rect.h - self.gap * (len(self.children) - 1), rect.y
        talls = levelled(self._heights(frame.p, rect.w), room, frame.p.t(_TALL))
        for child, tall in zip(self.children, talls, strict=True):
            child.arrange(frame, Rect(rect.x, y, rect.w, tall))
            y += tall + self.gap


def levelled(heights: Sequence[float], room: float, most: float) -> list[float]:
    """The heights with the shortest raised to one level, as high as the room allows, but no higher than `most` or the
    tallest of them."""
    ordered = sorted(heights)
    for count in range(1, len(ordered) + 1):
        level = (room - sum(ordered[count:])) / count
        if count == len(ordered) or level <= ordered[count]:
            break
    level = min(level, max(most, *ordered))
    return [max(height, level) for height in heights]
