"""What the parts of a week say to their screen when they are pressed."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.state import Move


@dataclass(frozen=True)
class Choose:
    """Take this choice of the question that waits in an event."""

    event: str
    choice: str


@dataclass(frozen=True)
class Instead:
    """Take this choice in place of the one taken."""

    event: str
    choice: str


@dataclass(frozen=True)
class Leave:
    """Leave an event unanswered, knowingly."""

    event: str


@dataclass(frozen=True)
class Change:
    """Take an answer back."""

    event: str


@dataclass(frozen=True)
class ShowEvent:
    """Turn to one of the week's events."""

    index: int


@dataclass(frozen=True)
class OpenPicker:
    """Choose a move for this slot."""

    slot: int


@dataclass(frozen=True)
class Unfold:
    """Show the moves of one responsibility in the picker."""

    group: str


@dataclass(frozen=True)
class Pick:
    """This move goes into the slot that is open; None empties it."""

    move: Move | None


@dataclass(frozen=True)
class Start:
    """The primary button: start the week, or go to what is missing."""


@dataclass(frozen=True)
class ShowTab:
    """Which of the lower panels the both seat sees."""

    tab: str


@dataclass(frozen=True)
class Open:
    """Open the details of a part; `kind` names it, `index` and `name` say which one, `anchor` beside what."""

    kind: str
    index: int = -1
    name: str = ""
    anchor: str = ""


@dataclass(frozen=True)
class Close:
    """Close what is open above the screen."""


@dataclass(frozen=True)
class GuideNext:
    """On to the next line of the guide."""


@dataclass(frozen=True)
class GuideEnd:
    """No more guidance in this play."""


@dataclass(frozen=True)
class GuideAgain:
    """Show this week's guidance once more."""


@dataclass(frozen=True)
class Menu:
    """To the menu."""


@dataclass(frozen=True)
class History:
    """To the weeks lived so far."""


@dataclass(frozen=True)
class Help:
    """To the glossary and the keys."""

    term: str = ""


@dataclass(frozen=True)
class Find:
    """What is being looked for in the full ledger."""

    text: str
