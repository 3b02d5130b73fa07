"""What can be typed, the glossary, and a scenario's lines of guidance."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from game.engine.model import Seat
from game.engine.view import View
from game.insight.words.fill import substitute
from game.insight.words.glossary import TERMS, meaning
from game.insight.words.hints import guide_steps
from game.terminal.blocks import Block, Fact, Facts, Option, Para, Title

# what the window shows by pointing, the terminal shows by a letter
HERE = {
    "event": "You type the letter of a choice and press Enter.",
    "moves": "In the terminal, m opens them.",
    "start": "In the terminal, Enter starts the week once all is answered.",
    "colleague": "In the terminal, k shows it.",
    "kpis": "In the terminal, l lists what moved; l and a name tells why.",
}
COMMANDS = (
    ("a, b, c …", "choose an answer, when you are asked for one"),
    ("Enter", "keep what stands, and go on"),
    ("1, 2 …", "go to an event of the inbox; read it again or change your answer"),
    ("i", "the inbox: what is answered and what waits"),
    ("m", "your moves"),
    ("s", "how you stand: meters, goals, promises, scorecard, people"),
    ("p", "{dates}"),
    ("k", "your colleague’s side, as of your last talk"),
    ("l", "the ledger: what moved last week; l 3, l budget or l and a name tells why"),
    ("h", "the weeks so far; h 2 reads week 2 again"),
    ("back 2", "return to the opening of week 2, in a branch of this play"),
    ("r", "the briefing again"),
    ("? word", "what a word means, such as ? churn; ? words lists them all"),
    ("skip", "no more lines of guidance"),
    ("q", "leave; everything you answered is stored"),
)
DATES = {Seat.AM: "the calendar of your accounts", Seat.PM: "the plan", Seat.BOTH: "the plan and the calendar"}


def commands(seat: Seat) -> tuple[Block, ...]:
    """Everything that can be typed in a week."""
    found: list[Block] = [Title("What you can type")]
    for key, what in COMMANDS:
        if key != "k" or seat is not Seat.BOTH:
            found.append(Option(key, DATES[seat] if key == "p" else what))
    return tuple(found)


def glossary(wanted: str) -> tuple[Block, ...]:
    """What a term means; all of them for "words"."""
    if wanted in ("words", "glossary"):
        return (Title("Words"), Facts(tuple(Fact(term, words) for term, words in TERMS.items())))
    words = meaning(wanted)
    if words:
        return (Para(f"{wanted.capitalize()}: {words}"),)
    near = [term for term in TERMS if wanted.lower() in term.lower()]
    near = near or get_close_matches(wanted.lower(), list(TERMS), 3, 0.6)
    if len(near) == 1:
        return (Para(f"{near[0].capitalize()}: {TERMS[near[0]]}"),)
    hint = f" Near it: {', '.join(near)}." if near else ""
    return (Para(f"“{wanted}” is not in the glossary.{hint} ? words lists what is."),)


def guide(view: View, parts: Sequence[str]) -> tuple[Block, ...]:
    """The scenario's lines of guidance that hold this week and point at these parts of the screen."""
    steps = [step for step in guide_steps(view) if step.points_at in parts]
    return tuple(
        Para(
            f"Guide: {substitute(step.text, view.scenario, view.week)} {HERE.get(step.points_at, '')}".strip(),
            "rel",
            apart=True,
        )
        for step in steps
    )
