"""What one seat writes when it looks back on a play: asked for line by line, and stored as soon as it is typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from game.engine.model import Seat
from game.records.desk import Desk
from game.records.reflections import LONGEST, Reflection, TurningPoint, keep_reflection, reflection_of, tidy
from game.records.trouble import StoreTrouble
from game.terminal.blocks import Block, Option, Title
from game.terminal.guidance import glossary
from game.terminal.session import Leave, Session
from game.terminal.turn import Turn

PARTS = 6
KEPT_COMMANDS = ("s", "k", "l", "h", "back", "r", "q")  # those of a week that make sense once it is over
COMMANDS = (
    ("Enter", "goes on, and keeps what you wrote before"),
    ("1, 2 …", "marks a moment or opens a decision, where there is a list of them"),
    ("h", "the weeks; h 2 reads week 2 again, with what you decided in it"),
    ("s", "how it stood in the end: meters, goals, scorecard, people"),
    ("l", "the ledger: what moved in the last week; l budget or another name tells why"),
    ("r", "the briefing"),
    ("-", "takes away what you wrote or marked"),
    ("back 2", "plays on from the opening of week 2, in a branch; this play stays as it is"),
    ("? word", "what a word means, such as ? churn"),
    ("q", "leaves; what you wrote is kept with the play"),
)
TAIL = 30  # signs repeated of what was too long


class Notebook:
    """The reflection of one seat, and how it is asked for."""

    def __init__(self, session: Session, desk: Desk, seat: Seat) -> None:
        self.session, self.desk, self.seat = session, desk, seat
        self.reflection = self._read()
        self._turn = Turn(session, desk, seat)
        kept = {name: self._turn.handlers[name] for name in KEPT_COMMANDS}
        self._turn.handlers = {**kept, "?": self.help}

    def show(self, *blocks: Block) -> None:
        """Show blocks."""
        self.session.paper.show(*blocks)

    def open(self, part: int, title: str) -> None:
        """The top of a part of the debrief."""
        self.show(Title(title, f"part {part} of {PARTS}"))

    def help(self, rest: str = "") -> None:
        """What can be typed, or what a word means."""
        self.show(*(glossary(rest) if rest else [Title("What you can type"), *(Option(*each) for each in COMMANDS)]))

    def listen(self, prompt: str) -> str:
        """What is typed that is no command. Raises Leave and GoBack."""
        return self._turn.listen(prompt).strip()

    def write(self, prompt: str, old: str, keep: Callable[[str], None]) -> None:
        """Ask for words and keep them; Enter leaves what there is."""
        while True:
            how = f"You wrote: “{old}” Enter keeps it, - takes it away." if old else "Enter leaves it open."
            said = self.session.ask(f"{prompt} {how}")
            if said.lower() in ("q", "quit"):
                raise Leave
            if said == "?":
                self.help()
                continue
            whole = "" if said == "-" else tidy(said, len(said))
            words = tidy(whole)
            if words or said == "-":
                keep(words)
            if words == whole:
                return
            old = words
            self.session.say(f"At most {LONGEST} signs are kept of it. It ends now with: …{words[-TAIL:]}", "warn")

    def keep(self, **written: Any) -> None:
        """Take up what was written and store it."""
        self.reflection = replace(self.reflection, **written)
        self.session.keep(
            self.desk, lambda: keep_reflection(self.desk.store, self.desk.record, self.seat, self.reflection)
        )

    def _read(self) -> Reflection:
        """What was written before, as far as it is about this play."""
        try:
            found = reflection_of(self.desk.store, self.desk.record, self.seat)
        except StoreTrouble as trouble:
            self.session.say(str(trouble), "warn")
            return Reflection()
        lived = range(1, len(self.desk.history) + 1)
        return replace(found, turning=tuple(point for point in found.turning if point.week in lived))


def quoted(words: str) -> str:
    """What somebody wrote, in quotation marks; "" for nothing."""
    return f"“{words}”" if words else ""


def place_of(point: TurningPoint, title: str) -> str:
    """Where a turning point is, to be read in a list."""
    return f"Week {point.week}, “{title}”" if title else f"Week {point.week} as a whole"
