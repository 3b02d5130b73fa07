"""What lies above the game on the author's bench: the bar, the findings, and what became of the play at a save."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from game.insight.carry import BEHIND, DIFFERS, GONE, KEPT, MOVED, Carried, Fate
from game.insight.compare import Number
from game.insight.words.figures import small
from game.records.carrying import Moved
from game.scenario.problems import ERROR, Problem
from game.window.kit import (
    Button,
    Card,
    Chip,
    Column,
    Divider,
    Fixed,
    Flex,
    Icon,
    Modal,
    Quit,
    Row,
    Text,
    Widget,
    key_label,
)
from game.window.kit.overlays import Panel
from game.window.kit.typeset import Content, Part, semibold

__all__ = ["Adopt", "Bar", "Close", "Inspect", "Panel", "Show", "bar", "findings", "marked", "misfit", "report"]

KEY: Final = "f9"
_MANY = 60  # findings, or numbers, a dialog lists
_WIDE = 820
_TONES: Final = {KEPT: "good", MOVED: "plain", DIFFERS: "warn", GONE: "bad", BEHIND: "plain"}
_ICONS: Final = {KEPT: "check", MOVED: "pencil", DIFFERS: "shuffle", GONE: "x", BEHIND: "clock"}


@dataclass(frozen=True)
class Show:
    """Open one of the bench's dialogs."""

    what: str


@dataclass(frozen=True)
class Close:
    """Close it."""


@dataclass(frozen=True)
class Adopt:
    """Go on with the play as far as it fits the text that was saved."""


@dataclass(frozen=True)
class Inspect:
    """Open the inspector, or close it."""


@dataclass(frozen=True)
class Bar:
    """What the bar tells."""

    file: str
    saved_at: str  # "14:03:12", "" while nothing was saved yet
    mistakes: int
    warnings: int
    moved: Moved | None
    misfit: Moved | None
    playing: bool
    inspecting: bool


def bar(told: Bar) -> Widget:
    """One line over the game: what is in play, what is wrong, and the ways in."""
    icon, tone, words = _status(told)
    ways: list[Widget | None] = [
        Button(_count(told), Show("findings"), id="bench/findings", kind="quiet", icon="list-checks")
        if told.mistakes + told.warnings
        else None,
        Button("Where it no longer fits", Show("misfit"), id="bench/misfit", kind="quiet", icon="git-compare")
        if told.misfit
        else None,
        Button("What was carried over", Show("report"), id="bench/report", kind="quiet", icon="git-compare")
        if told.moved and not told.misfit
        else None,
        _inspect(told),
        Button("Leave", Quit(), id="bench/leave", kind="quiet", icon="log-out"),
    ]
    name = Row([Icon("file-pen", 16, "ink"), Text(told.file, 15, "b")], gap=8)
    says = Row([Icon(icon, 16, tone), Flex(Text(words, 14, "s", tone), least=180)], gap=6)
    row = Row([name, Flex(says, least=220), Row(ways, gap=2, line_gap=0)], gap=16, line_gap=0)
    return Column([Card(row, 16, 2, radius=0, border="", fill="plain_soft", lift=-1), Divider()], gap=0)


def _inspect(told: Bar) -> Widget:
    words = "Back to the game" if told.inspecting else "Inspector"
    return Button(
        words,
        Inspect(),
        id="bench/inspect",
        kind="quiet",
        icon="microscope",
        hotkey=KEY,
        show_key=True,
        enabled=told.playing,
        help=f"{key_label(KEY)}: every number, event, choice and draw of luck of this play, hidden ones included.",
    )


def _count(told: Bar) -> str:
    parts = [_number(told.mistakes, "mistake")] if told.mistakes else []
    parts += [_number(told.warnings, "warning")] if told.warnings else []
    return ", ".join(parts)


def _number(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"


def _status(told: Bar) -> tuple[str, str, str]:
    """Icon, colour and words."""
    if told.mistakes:
        return "triangle-alert", "bad", "In play is the last version without mistakes."
    if told.misfit:
        week = told.misfit.carried.stopped
        return "triangle-alert", "warn", f"In play is the version before: week {week} does not fit what was saved."
    if not told.saved_at:
        return "eye", "ink2", "Every save shows here at once. Nothing of this play is kept."
    if told.moved is None:
        return "check", "good", f"Saved {told.saved_at}, and in play."
    differs = told.moved.carried.count(DIFFERS)
    changed = f", {differs} of them turned out differently" if differs else ""
    if not differs and told.moved.carried.numbers:
        changed = "; some numbers are others now"
    decisions = _number(
        len([f for f in told.moved.carried.fates if f.human and f.fate not in (GONE, BEHIND)]), "decision"
    )
    return "check", "warn" if changed else "good", f"Saved {told.saved_at}: {decisions} carried over{changed}."


# ---- the dialogs


def findings(file: str, found: Sequence[Problem], text: str) -> Panel:
    """Every finding with its place, its line and its remedy."""
    mistakes = sum(problem.severity == ERROR for problem in found)
    head = f"{_number(mistakes, 'mistake')} in {file}" if mistakes else f"{_number(len(found), 'warning')} in {file}"
    under = (
        "The last version without mistakes stays in play. This closes by itself when the file is saved without any."
        if mistakes
        else "The file is in play."
    )
    lines = text.splitlines()
    rows: list[Widget] = []
    for problem in found[:_MANY]:
        rows += [Divider(), _finding(problem, lines)]
    if len(found) > _MANY:
        rows += [
            Divider(),
            Text(f"And {small(len(found) - _MANY)} more; “overpromise check” lists them all.", 14, "r", "ink2"),
        ]
    return _dialog("findings", head, under, rows, [])


def _finding(problem: Problem, lines: Sequence[str]) -> Widget:
    where = f"Line {problem.line}, column {problem.column}"
    tone = "bad" if problem.severity == ERROR else "warn"
    head = Row(
        [Chip(problem.code, tone, "circle-x" if tone == "bad" else "triangle-alert"), Text(where, 14, "s", "ink2")],
        gap=10,
    )
    said: list[Widget | None] = [head, Text(marked(problem.message), 16)]
    if 0 < problem.line <= len(lines) and lines[problem.line - 1].strip():
        said.append(Card(Text(lines[problem.line - 1].strip()[:200], 14), 10, 5, radius=6, fill="sunk", lift=-1))
    said.append(Text(marked(problem.remedy), 15, "r", "ink2") if problem.remedy else None)
    return Column(said, gap=4)


def misfit(moved: Moved) -> Panel:
    """The play does not fit the new text: which decision, why, and how far it does."""
    carried = moved.carried
    week = carried.stopped if moved.desk.outcome is None else len(moved.desk.history)
    go = f"Go on from week {week}" if moved.desk.outcome is None else "Go to its ending"
    buttons: list[Widget] = [
        Button(go, Adopt(), id="misfit/adopt", kind="primary", icon="git-branch"),
        Button("Stay on the version before", Close(), id="misfit/stay", autofocus=True),
    ]
    far = "Nothing of the play fits any more." if carried.stopped == 1 else "Everything before it does."
    under = f"{far} You stay where you are, on the version before; the next save tries again."
    rows = [Text(marked(carried.why), 16), *_told(moved)]
    return _dialog("misfit", f"Week {carried.stopped} no longer fits", under, rows, buttons)


def report(moved: Moved) -> Panel:
    """What became of every decision, and which numbers came out differently."""
    carried = moved.carried
    words = [f"{carried.count(fate)} {fate}" for fate in (KEPT, MOVED, DIFFERS, GONE, BEHIND) if carried.count(fate)]
    under = f"Your decisions: {', '.join(words)}." if words else "Nothing had been decided yet."
    same = "Nothing else changed: every number of every week is what it was."
    return _dialog("report", "What was carried over", under, _told(moved) or [Text(same, 16)], [])


def _told(moved: Moved) -> list[Widget]:
    carried = moved.carried
    rows: list[Widget] = [Text(marked(note), 15) for note in carried.notes]
    drafts = () if carried.stopped else moved.drafts
    worth = [fate for fate in (*carried.fates, *drafts) if fate.fate != KEPT]
    for week, fates in groupby(worth, key=lambda fate: fate.week):
        told = week == carried.stopped  # its reasons stand above
        rows += [Divider(2), Text(f"Week {week}", 15, "b"), *(_fate(fate, told) for fate in fates)]
    return rows + _numbers(carried)


def _fate(fate: Fate, told: bool) -> Widget:
    tone = _TONES[fate.fate]
    head = Row(
        [Chip(fate.fate, tone, _ICONS[fate.fate]), Flex(Text(f"{fate.who}{fate.what}", 15, "s"), least=160)], gap=10
    )
    says = fate.why and not (fate.fate == BEHIND or (told and fate.fate == GONE))
    return Column([head, Text(marked(fate.why), 15, "r", "ink2") if says else None], gap=2)


def _numbers(carried: Carried) -> list[Widget]:
    """Where numbers part from what they were, by week."""
    if not carried.numbers:
        return []
    rows: list[Widget] = [Divider(2), Text("Numbers that are others from here on", 15, "b")]
    for number in carried.numbers[:_MANY]:
        rows.append(_apart(number))
    if len(carried.numbers) > _MANY:
        rows.append(Text(f"And {small(len(carried.numbers) - _MANY)} more.", 14, "r", "ink2"))
    return rows


def _apart(number: Number) -> Widget:
    when = f"Week {number.week}" if number.week else "Start"
    words = Text(f"{number.name}: {number.was}, now {number.now}", 15)
    return Row([Fixed(Text(when, 14, "s", "ink2"), 64), Flex(words, least=200)], gap=10)


def _dialog(name: str, title: str, under: str, rows: Sequence[Widget], buttons: Sequence[Widget]) -> Panel:
    close = Button("Close", Close(), id=f"{name}/close", kind="icon", icon="x", autofocus=not buttons)
    head = Row([Flex(Text(title, 22, "b", leading=1.2), least=200), close], gap=12)
    top = Column([head, Text(under, 15, "r", "ink2"), Row(buttons, gap=12) if buttons else None], gap=10)
    return Modal(Column(rows, gap=8), Close(), id=name, width=_WIDE, head=top)


def marked(text: str) -> Content:
    """Words with what stands between back-ticks in a stronger weight."""
    pieces = text.split("`")
    return [semibold(piece) if place % 2 else Part(piece) for place, piece in enumerate(pieces) if piece]
