"""One decision opened: what there was to choose from and where it led on average, the verdict, and the way back."""

from __future__ import annotations

from dataclasses import dataclass

from game.insight.words.debrief.aftermath import Came, Reply
from game.insight.words.debrief.answers import WITHIN
from game.insight.words.debrief.hindsight import Moment
from game.insight.words.debrief.reviewed import MIDDLE, OptionWords
from game.insight.words.figures import decimal
from game.window.kit import (
    Button,
    Card,
    CardButton,
    Chip,
    Column,
    Custom,
    Fixed,
    Flex,
    Icon,
    Pad,
    Painter,
    Rect,
    Row,
    Text,
    Widget,
    bold,
)
from game.window.kit.widget import Look
from game.window.review.marks import TONES, VerdictChip, VerdictMark
from game.window.review.messages import PlayOn, ShowDecision, TryOption

_HOW = (
    f"Star: the best, or as good, {WITHIN}. "
    "Bars: expected final score, from the week as it stood, with the luck there had been; the chart leaves luck out. "
    f"Whiskers: {MIDDLE}."
)


@dataclass(frozen=True)
class DecisionWords:
    """What the panel tells of a decision."""

    index: int
    of: int
    week: int
    title: str
    grade: str
    verdict: str
    turned: str  # what the truth makes of it, "" for the same
    text: str
    week_in_all: str  # what the week came to with its moves, "" for nothing
    moment: Moment
    replies: tuple[Reply, ...]
    came: tuple[Came, ...]
    brought: str  # what it did to the KPIs over the whole play, "" for nothing to name
    options: tuple[OptionWords, ...]
    score: str  # of the play, which stays whatever is tried


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
    turned = Row([Chip(told.turned, "plain", "eye-off")]) if told.turned else None
    return Column([above, Row([title, VerdictChip(told.grade, told.verdict)], gap=12, line_gap=6), turned], gap=2)


def _step(id: str, icon: str, label: str, index: int, there: bool) -> Widget:
    on = ShowDecision(index) if there else None
    return Button(label, on, id=f"decision/{id}", kind="icon", icon=icon, enabled=there)


def options(told: DecisionWords) -> Widget:
    """A bar for each option, the one taken marked; below them what was locked."""
    rows: list[Widget] = [Text("Where each option leads, on average", 14, "s")]
    before = ""
    for number, option in enumerate(told.options):
        if option.first and option.first != before:
            rows.append(Pad(Text(option.first, 15, leading=1.25), 6, 2))
        row = _option(option, number)
        rows.append(Pad(row, 10, 0) if option.first else row)
        before = option.first
    rows.append(Text(_HOW, 13, "r", "ink2"))
    return Column(rows, gap=4)


def _option(option: OptionWords, number: int) -> Widget:
    id = f"option/{number}"
    if option.locked:
        return _locked(option, id)
    name = Text(_name(option), 15, "s" if option.taken else "r", leading=1.25)
    right: Widget = Row([Text("What if", 13, "s", "ink2"), Icon("chevron-right", 14)], gap=2)
    if option.taken:
        right = Chip("your choice", TONES[option.grade], "user")
    head = Row([VerdictMark(option.grade), Flex(name, least=120), right], gap=6, line_gap=2)
    mine = ", your choice" if option.taken else ""
    return CardButton(
        Column([head, OptionBar(option)], gap=4),
        None if option.taken else TryOption(option.path),
        id=id,
        label=f"{option.text}{mine}. {option.says}",
        help=option.says,
        style="flat",
        x=6,
        y=4,
        corner=8,
    )


def _name(option: OptionWords) -> str:
    """What stands beside its bar; the choice before a further question stands above."""
    return f"→ {option.rest}" if option.first else option.text


def _locked(option: OptionWords, id: str) -> Widget:
    name = Flex(Text(_name(option), 15, "r", "ink2", leading=1.25), least=120)
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
        track = Rect(rect.x, rect.cy - 7, rect.w - p.width("100.0", 17, "b") - 20, 14)
        p.rounded(track, 4, "sunk", "line")
        long = track.w * min(1.0, max(0.0, option.score / 100))
        p.rounded(Rect(track.x, track.y, max(8.0, long), 14), 4, TONES[option.grade])
        if option.half is not None:
            _whiskers(p, track, option.half)
        p.mid(rect.right, rect.cy, decimal(option.score), 17, "b", "ink", "r")

    def words(self) -> str:
        return decimal(self.option.score)


def _whiskers(p: Painter, track: Rect, half: tuple[float, float]) -> None:
    """No taller than leaves the bar whole above and below, or it would seem to end where they begin."""
    left, right = (track.x + track.w * each / 100 for each in half)
    for thick, colour in ((4.0, "card"), (2.0, "ink")):
        p.hline(left - thick / 2, track.cy - thick / 2, right - left + thick, colour, thick)
        for end in (left, right):
            p.vline(end, track.cy - 2 - thick / 2, 4 + thick, colour, thick)


def asked(told: DecisionWords) -> Widget:
    """Who asked, and in which words."""
    who = Text(told.moment.who, 13, "s", "ink2") if told.moment.who else None
    return Column([who, Text(told.moment.asked, 15, "i", "ink2")], gap=1)


def moment_of(told: DecisionWords) -> Widget | None:
    """What one knew, and what was true all the same."""
    found = [("eye", "What you knew", told.moment.known), ("eye-off", "What was true", told.moment.true)]
    parts: list[Widget] = [Flex(_box(*each), least=180) for each in found if each[2]]
    return Row(parts, gap=12, align="stretch") if parts else None


def _box(icon: str, title: str, lines: tuple[str, ...]) -> Widget:
    head = Row([Icon(icon, 16), Text(title, 14, "s")], gap=8)
    return Card(Column([head, *[Text(line, 15, leading=1.3) for line in lines]], gap=5), 12, 10, 10, fill="sunk")


def verdict(told: DecisionWords) -> Widget:
    """Why the decision was as good as it was, and what its week came to with all else that was decided."""
    week = Text(told.week_in_all, 14, "r", "ink2", leading=1.3) if told.week_in_all else None
    return Column([Text("What it was worth", 14, "s"), Text(told.text, 15), week], gap=2)


def what_came(told: DecisionWords) -> Widget | None:
    """What people said to it, and what came of it week by week."""
    if not told.replies and not told.came and not told.brought:
        return None
    rows: list[Widget] = [Text("What happened next", 14, "s")]
    rows += [_reply(each) for each in told.replies]
    rows += [_week(came) for came in told.came]
    rows += [Text(told.brought, 14, "r", "ink2", leading=1.3)] if told.brought else []
    return Column(rows, gap=8)


def _reply(reply: Reply) -> Widget:
    who = [bold(f"{reply.who}  ", "ink")] if reply.who else []
    quote = Text([*who, reply.text], 15, "i", "ink2")
    return Row([Fixed(Icon("message-circle", 18), 26), Flex(quote, least=160)], gap=12, align="start")


def _week(came: Came) -> Widget:
    moved = ", ".join(f"{name} {change}" for name, change in came.moved)
    words = [Text(line, 15, leading=1.3) for line in came.said]
    words += [Text(moved, 14, "r", "ink2", leading=1.3)] if moved else []

    def disc(p: Painter, rect: Rect) -> None:
        side = p.t(26)
        p.rounded(Rect(rect.x, rect.y, side, side), side / 2, "card", "ink2")
        p.mid(rect.x + side / 2, rect.y + side / 2, str(came.week), 13, "s", "ink", "c")

    mark = Fixed(Custom(disc, lambda p, _width: p.t(26)), 26)
    return Row([mark, Flex(Pad(Column(words, gap=1), 0, 3), least=160)], gap=12, align="start")


def way_back(told: DecisionWords) -> Widget:
    """The button that makes a branch, and what it does not change."""
    go = Button(
        f"Play on from week {told.week}", PlayOn(), id="play_on", kind="primary", after="git-branch", compact=True
    )
    note = Text(f"Makes a branch. The {told.score} stays.", 13, "r", "ink2")
    return Row([go, Flex(note, least=150)], gap=16, line_gap=6)
