"""What if: where another option could have led, beside where the one taken could have."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from time import perf_counter

from game.engine.model import Seat
from game.engine.play import Play
from game.insight.review.choices import REPLAYS, Decision
from game.insight.review.futures import Futures
from game.insight.review.whatif import Trying, WhatIf
from game.insight.words.causes import entitled
from game.insight.words.debrief.answers import undone_with
from game.insight.words.debrief.outlook import BarRow, EndingRow, WhatIfWords, whatif_words
from game.insight.words.figures import decimal
from game.window.kit import (
    Alike,
    Bar,
    Button,
    Column,
    Divider,
    Flex,
    Icon,
    Modal,
    Painter,
    Rect,
    Row,
    Text,
    Widget,
)
from game.window.kit.widget import Look
from game.window.panels.messages import Close

PIECE = 0.006  # seconds of a tick that replays may take
SHOWN = 20  # times the progress is redrawn
_TALL = 72.0  # units of a histogram
_ENDINGS = {"good": ("good", "circle-check"), "bad": ("bad", "circle-x"), "plain": ("ink2", "scale")}


class Tried:
    """One other option being tried; `words` are there once all futures are."""

    def __init__(self, play: Play, seat: Seat, two_people: bool, judged: Decision, path: str, futures: int = REPLAYS):
        self._play, self._seat, self._two, self._judged = play, seat, two_people, judged
        self._option = next(option for option in judged.options if option.path == path)
        self._trying = Trying(Futures(play, seat, two_people), judged.week, judged.event, path, futures)
        self._steps: Generator[None, None, None] = self._trying.judge()
        self.title = entitled(play.scenario.events[play.scenario.event_index[judged.event]])
        self.done = 0
        self.words: WhatIfWords | None = None
        self.here = ""  # what it would have made of this very play

    @property
    def total(self) -> int:
        """How many replays it takes."""
        return self._trying.total

    @property
    def found(self) -> WhatIf | None:
        """What came of it, once all futures are there."""
        return self._trying.found

    def work(self) -> bool:
        """Replay for a few milliseconds. Whether there is something new to show."""
        if self.words is not None:
            return False
        before, until = self._stage(), perf_counter() + PIECE
        for _step in self._steps:
            self.done += 1
            if perf_counter() >= until:
                break
        if self._trying.found is not None:
            self.here = undone_with(self._play, self._seat, self._judged, self._option, self._two)
            self.words = whatif_words(self._play, self._trying.found)
        return self._stage() != before or self.words is not None

    def _stage(self) -> int:
        return self.done * SHOWN // max(1, self.total)


def what_if_dialog(tried: Tried) -> Modal:
    """Both options in the same futures; until they are there, how far it has come."""
    close = Button("Close", Close(), id="what_if/close", kind="icon", icon="x", autofocus=True)
    title = f"What if, at {tried.title}"
    head = Row([Flex(Text(title, 22, "b", leading=1.2), least=200), close], gap=12, align="start")
    body = _found(tried.words, tried.found, tried.here) if tried.words and tried.found else _waiting(tried)
    return Modal(body, Close(), id="what_if", width=760, head=head)


def _waiting(tried: Tried) -> Widget:
    said = f"Playing on from here: {tried.done} of {tried.total} times, half of them with each option."
    return Column([Text(said, 15), Bar(tried.done / max(1, tried.total), "action", 400, 8)], gap=10)


def _found(words: WhatIfWords, found: WhatIf, here: str) -> Widget:
    bars = words.bars
    most = max([1, *(max(bar.taken, bar.other) for bar in bars)])
    rows = [
        ("Your answer", words.taken, words.half[0], found.taken.mean.mean, [bar.taken for bar in bars], True),
        ("Instead", words.other, words.half[1], found.other.mean.mean, [bar.other for bar in bars], False),
    ]
    parts: list[Widget] = [Text(words.headline, 15)]
    for name, option, half, mean, counts, hollow in rows:
        line = [Text(name, 14, "s", "ink2"), Flex(Text(option, 15, "s"), least=200)]
        parts.append(
            Column(
                [
                    Row(line, gap=10, line_gap=0),
                    Histogram(bars, counts, most, mean, hollow),
                    Text(f"On average {decimal(mean)}, {half}.", 14, "r", "ink2"),
                ],
                gap=4,
            )
        )
    luck = Column([Text("Under this play’s own luck", 14, "s"), Text(here, 15)], gap=2)
    parts.append(luck)
    return Column([*parts, _endings(words.endings, found.futures)], gap=14)


def _endings(rows: Sequence[EndingRow], futures: int) -> Widget:
    """How often it came to each ending with each option."""
    columns: tuple[list[Widget], list[Widget]] = ([], [])
    lines: list[Widget] = [
        _line(Text("How it ended", 14, "s"), "your answer", "instead", columns, "s", "ink2"),
    ]
    for row in rows:
        tone, icon = _ENDINGS.get(row.tone, _ENDINGS["plain"])
        name = Row([Icon(icon, 16, tone), Flex(Text(row.title, 15), least=160)], gap=8)
        lines += [Divider(), _line(name, str(row.taken), str(row.other), columns, "s", "ink")]
    lines.append(Text(f"Out of {futures} futures, the same ones for both.", 13, "r", "ink2"))
    return Column(lines, gap=5)


def _line(
    name: Widget, taken: str, other: str, columns: tuple[list[Widget], list[Widget]], weight: str, ink: str
) -> Widget:
    cells: list[Widget] = []
    for column, text in zip(columns, (taken, other), strict=True):
        column.append(Text(text, 14, weight, ink, "r"))
        cells.append(Alike(column[-1], column))
    return Row([Flex(name, least=160), *cells], gap=20)


@dataclass(eq=False)
class Histogram(Widget):
    """How many futures ended in each stretch of five points; a line marks their mean."""

    bars: Sequence[BarRow]
    counts: Sequence[int]
    most: int
    mean: float
    hollow: bool

    def measure(self, p: Painter, width: float) -> float:
        return _TALL + p.t(20)

    def natural(self, p: Painter) -> float:
        return p.t(400)

    def words(self) -> str:
        told = [f"{bar.label}: {count}" for bar, count in zip(self.bars, self.counts, strict=True) if count]
        return ", ".join(told)

    def paint(self, p: Painter, rect: Rect, look: Look) -> None:
        base, wide = rect.bottom - p.t(20), rect.w / max(1, len(self.bars))
        room = _TALL - 8
        for place, count in enumerate(self.counts):
            tall = room * count / self.most
            if count:
                box = Rect(rect.x + wide * place + 2, base - max(3.0, tall), wide - 4, max(3.0, tall))
                if self.hollow:
                    p.rounded(box, 2, "track", "ink2", 1.2)
                else:
                    p.rounded(box, 2, "action")
        p.hline(rect.x, base, rect.w, "ink2")
        edges = [bar.label.partition(" ")[0] for bar in self.bars]
        edges.append(self.bars[-1].label.rpartition(" ")[2])
        every = 1 if wide > p.width("100", 13) + 12 else 2 if 2 * wide > p.width("100", 13) + 12 else 4
        for place, edge in enumerate(edges):
            if place % every == 0:
                align = "l" if place == 0 else "r" if place == len(self.bars) else "c"
                p.mid(rect.x + wide * place, base + p.t(11), edge, 13, "r", "ink2", align)
        first, last = float(edges[0]), float(edges[-1])
        x = rect.x + rect.w * (self.mean - first) / (last - first)
        p.vline(x, base - _TALL, _TALL, "card", 6)
        p.dashed(x, base - _TALL, _TALL, "ink", 2)
