"""The guide of a tutorial: one line at a time, beside what it is about."""

from __future__ import annotations

from game.engine.model import GuideStep
from game.window.kit import Button, Column, Flex, Icon, Popover, Row, Text
from game.window.panels.messages import GuideEnd, GuideNext

# what a guide line may point at -> the id of the widget that stands there
ANCHORS = {
    "event": "event",
    "inbox": "event",
    "choices": "event",
    "meters": "standing",
    "goals": "goals",
    "moves": "move/0",
    "start": "start",
    "promises": "promises",
    "colleague": "colleague",
    "people": "person/0",
}
_COLUMN = ("standing", "goals", "promises", "colleague")  # beside the rest; what is beside them may be covered


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
    sides = ("right", "below", "above") if anchor in _COLUMN else ("below", "above", "left", "right")
    body = Column([head, Text(step.text, 15), Row([go, skip], gap=8)], gap=10)
    return Popover(
        body,
        GuideEnd(),
        id=f"guide/{step.id}",
        anchor=anchor,
        width=380,
        padding=18,
        sides=sides,
        aside=True,
        on_anchor=GuideNext(),
    )
