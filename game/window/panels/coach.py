"""Words that lie above the week for a moment: guidance, notices, trouble with the disk."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.model import GuideStep
from game.window.kit import Button, Card, Column, Flex, Icon, Modal, Popover, Row, Text, Widget
from game.window.panels.messages import Close, GuideEnd, GuideNext, Unsaved

# what a guide line may point at -> the id of the widget that stands there
ANCHORS = {
    "event": "event",
    "choices": "event",
    "meters": "standing",
    "goals": "goals",
    "moves": "move/0",
    "start": "start",
    "promises": "promises",
    "colleague": "colleague",
    "people": "person/0",
}


@dataclass(frozen=True)
class Dismiss:
    """A notice has been read."""

    index: int


def bubble(step: GuideStep, anchor: str, nth: int, total: int) -> Popover:
    """One line of guidance, beside what it is about."""
    head = Row([Icon("graduation-cap", 18, "ink"), Flex(Text(f"{nth} of {total}", 13, "s", "ink2"))], gap=8)
    last = nth == total
    go = Button(
        "Got it" if last else "Next",
        GuideNext(),
        id="guide/next",
        after="check" if last else "arrow-right",
        autofocus=True,
    )
    skip = Button("No more guidance", GuideEnd(), id="guide/skip", kind="quiet")
    body = Column([head, Text(step.text, 15), Row([go, skip], gap=8)], gap=10)
    return Popover(body, GuideNext(), id=f"guide/{step.id}", anchor=anchor, width=380, padding=18)


def notice(sentence: str, number: int) -> Widget:
    """A sentence at the top of the page until it is put away."""
    close = Button("Put away", Dismiss(number), id=f"notice/{number}", kind="icon", icon="x")
    return Card(Row([Icon("info", 18, "ink"), Flex(Text(sentence, 15)), close], gap=12), 16, 4)


def trouble(sentence: str) -> Modal:
    """The disk will not take any more."""
    buttons = Row(
        [
            Button("Try again later", Close(), id="trouble/close", autofocus=True),
            Button("Go on without keeping it", Unsaved(), id="trouble/unsaved", kind="danger"),
        ],
        gap=12,
    )
    head = Row([Icon("triangle-alert", 22, "bad"), Text("This was not kept", 22, "b")], gap=10)
    return Modal(Column([head, Text(sentence, 15), buttons], gap=14), Close(), id="trouble", width=520)
