"""One decision opened: what there was to choose from and where it led on average, the verdict, and the way back."""

from __future__ import annotations

from dataclasses import dataclass

from game.insight.words.figures import decimal, whole
from game.insight.words.reviewed import OptionWords
from game.window.kit import (
    Button,
    CardButton,
    Chip,
    Column,
    Flex,
    Painter,
    Rect,
    Row,
    Text,
    Widget,
)
from game.window.kit.widget import Look
from game.window.review.marks import TONES, VerdictChip, VerdictMark
from game.window.review.messages import PlayOn, ShowDecision

_HOW = "Bars: expected final score. Whiskers: half of all futures."


@dataclass(frozen=True)
class DecisionWords:
    """What the panel tells of a decision."""

    index: int
    of: int
    week: int
    title: str
    grade: str
    verdict: str
    text: str
    options: tuple[OptionWords, ...]
    score: int  # of the play, which stays whatever is tried


def decision_head(told: DecisionWords) -> Widget:
    """Which decision it is, the way to its neighbours, and the verdict."""
    count = f"Week {told.week}, decision {told.index + 1} of {told.of}"
    steps = Row(
        [
            _step("previous", "arrow-left", "The decision before", told.index - 1, told.index > 0),
            _step("next", "arrow-right", "The next decision", told.index + 1, told.index + 1 < told.of),
        ],
        gap=0,
    )
    above = Row([Flex(Text(count, 14, "s", "ink2"), least=120), steps], gap=8)
    title = Flex(Text(told.title, 22, "b", leading=1.2), least=170)
    return Column([above, Row([title, VerdictChip(told.grade, told.verdict)], gap=12, line_gap=6)], gap=0)


def _step(id: str, icon: str, label: str, index: int, there: bool) -> Widget:
    on = ShowDecision(index) if there else None
    return Button(label, on, id=f"decision/{id}", kind="icon", icon=icon, enabled=there)


def options(told: DecisionWords) -> Widget:
    """A bar for each option, the one taken marked; below them what was locked."""
    rows: list[Widget] = [Text("Where each option leads, on average", 14, "s")]
    rows += [_option(each, number) for number, each in enumerate(told.options)]
    rows.append(Text(_HOW, 13, "r", "ink2"))
    return Column(rows, gap=4)


def _option(option: OptionWords, number: int) -> Widget:
    id = f"option/{number}"
    if option.locked:
        return _locked(option, id)
    name = Text(option.text, 15, "s" if option.taken else "r", leading=1.25)
    chip = Chip("your choice", TONES[option.grade], "user") if option.taken else None
    head = Row([VerdictMark(option.grade), Flex(name, least=120), chip], gap=6, line_gap=2)
    mine = ", your choice" if option.taken else ""
    return CardButton(
        Column([head, OptionBar(option)], gap=4),
        id=id,
        label=f"{option.text}{mine}. {option.says}",
        help=option.says,
        style="flat",
        x=6,
        y=4,
        corner=8,
    )


def _locked(option: OptionWords, id: str) -> Widget:
    name = Flex(Text(option.text, 15, "r", "ink2", leading=1.25), least=120)
    body = Column(
        [Row([name, Chip("was locked", "plain", "lock")], gap=6, line_gap=2), Text(option.locked, 13, "r", "ink2")],
        gap=1,
    )
    label = f"{option.text}. It was locked: {option.locked}"
    return CardButton(body, id=id, label=label, style="flat", x=6, y=4, corner=8)


@dataclass(eq=False)
class OptionBar(Widget):
    """The score to expect of an option as a bar from zero, half of its futures as whiskers, and the number."""

    option: OptionWords

    def measure(self, p: Painter, width: float) -> float:
        return max(18.0, p.line_height(17, 1.1))

    def natural(self, p: Painter) -> float:
        return p.t(260)

    def paint(self, p: Painter, rect: Rect, look: Look) -> None:
        option = self.option
        track = Rect(rect.x, rect.cy - 7, rect.w - p.width("100", 17, "b") - 20, 14)
        p.rounded(track, 4, "sunk", "line")
        long = track.w * min(1.0, max(0.0, option.score / 100))
        p.rounded(Rect(track.x, track.y, max(8.0, long), 14), 4, TONES[option.grade])
        if option.half is not None:
            _whiskers(p, track, option.half)
        p.mid(rect.right, rect.cy, whole(option.score), 17, "b", "ink", "r")

    def words(self) -> str:
        return decimal(self.option.score)


def _whiskers(p: Painter, track: Rect, half: tuple[float, float]) -> None:
    left, right = (track.x + track.w * each / 100 for each in half)
    for thick, colour in ((5.0, "card"), (2.0, "ink")):
        p.hline(left - thick / 2, track.cy - thick / 2, right - left + thick, colour, thick)
        for end in (left, right):
            p.vline(end, track.cy - 5 - thick / 4, 10 + thick / 2, colour, thick)


def verdict(text: str) -> Widget:
    """Why the decision was as good as it was."""
    return Column([Text("What it was worth", 14, "s"), Text(text, 15)], gap=2)


def way_back(told: DecisionWords) -> Widget:
    """The button that makes a branch, and what it does not change."""
    go = Button(
        f"Play on from week {told.week}", PlayOn(), id="play_on", kind="primary", after="git-branch", compact=True
    )
    note = Text(f"Makes a branch. The {told.score} stays.", 13, "r", "ink2")
    return Row([go, Flex(note, least=150)], gap=16, line_gap=6)
