"""Two plays of one story side by side: the score over the weeks, what was decided otherwise, and the numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.engine.model import KPIS, Seat
from game.insight.review.beside import Beside, beside
from game.insight.review.beside import Line as Points
from game.insight.words.debrief.side_by_side import (
    ATTEMPTS,
    BRANCH,
    KpiBeside,
    alike_words,
    beside_words,
    title_words,
)
from game.insight.words.figures import capital, decimal
from game.window.chart import Series, StoryChart, dashes
from game.window.chrome import page, top_bar
from game.window.house import House
from game.window.kit import (
    Alike,
    Back,
    Button,
    Card,
    Column,
    Divider,
    Fixed,
    Flex,
    Grid,
    Pad,
    Painter,
    Rect,
    Row,
    Spacer,
    Text,
    Ui,
    Widget,
)
from game.window.kit.widget import Look
from game.window.routes import GoBeside, GoEnding, GoHelp, GoHistory, Route

Columns = tuple[list[Widget], ...]

_COLOURS = (("action", "ink", False), ("ink2", "ink2", True))  # colour, ink, dashed
_NAMES, _LINES = 220.0, 150.0  # units of a number's name, and of its lines at least


class BesideScreen:
    """The original or the first attempt as a whole line, the other one dashed."""

    def __init__(self, house: House, to: GoBeside) -> None:
        self.house, self._to = house, to
        self.found: Beside = beside(to.one.play, to.other.play, to.seat)
        self.names = BRANCH if to.other.record.parent == to.one.record.id else ATTEMPTS
        self.words = beside_words(self.found, self.names)
        self.short = [capital(name.removeprefix("the ")) for name in self.names]

    # ---- what it shows

    def view(self, ui: Ui) -> Widget:
        help = Button(
            "Help",
            GoHelp(self._to),
            id="help",
            kind="quiet",
            icon="circle-question-mark",
            hotkey=self.house.key("help"),
        )
        back = Button("Back", Back(), id="back", kind="quiet", icon="arrow-left", autofocus=True)
        bar = top_bar("Side by side", self._to.one.scenario.title, [help, back])
        body = [self._head(), self._score(), self._answers(), self._moves(), self._numbers()]
        return page(bar, Column(body, gap=16))

    def _head(self) -> Widget:
        told = Column([Text(line, 16) for line in self.words.headline], gap=2)
        words = Column([Text(title_words(self.found, self.names), 34, "b", leading=1.2), told], gap=4)
        ends = zip(self.names, self.words.scores, self.words.endings, strict=True)
        return Pad(Row([Flex(words, least=420), *[_end(*each) for each in ends]], gap=24, align="start"), 8, 0)

    def _score(self) -> Widget:
        chart = StoryChart(self._series(self.found.meters[0]), [], self._week_says, self._week)
        title = Text("The score, week by week", 16, "s")
        return Card(Column([title, chart], gap=10), 20, 16)

    def _series(self, line: Points) -> list[Series]:
        return [
            Series(name, tuple(value or 0.0 for value in values), colour, ink, dashed)
            for name, values, (colour, ink, dashed) in zip(self.short, (line.one, line.other), _COLOURS, strict=True)
        ]

    def _week_says(self, week: int) -> str:
        score = self.found.meters[0]
        told = [
            f"{name} {values[week] or 0.0:.0f}"
            for name, values in zip(self.names, (score.one, score.other), strict=True)
            if week < len(values)
        ]
        return f"{capital(', '.join(told))}."

    def _week(self, week: int) -> GoHistory:
        desk = self._to.one if week <= len(self._to.one.history) else self._to.other
        return GoHistory(desk, week, self._to)

    # ---- what was decided otherwise

    def _answers(self) -> Widget:
        rows = [row for row in self.words.answers if not row.same]
        lines = [self._pair(f"Week {row.week}", row.title, row.one, row.other) for row in rows]
        return _differing("What was answered otherwise", lines, alike_words(len(self.words.answers) - len(rows)))

    def _moves(self) -> Widget | None:
        rows = [row for row in self.words.moves if not row.same]
        lines = [self._pair(f"Week {row.week}", "", capital(row.one), capital(row.other)) for row in rows]
        return _differing("Moves that differ", lines, "") if rows else None

    def _pair(self, week: str, title: str, one: str, other: str) -> Widget:
        """What asked, and what each play did about it."""
        name = Column([Text(week, 14, "s", "ink2"), Text(title, 15, "s", leading=1.25) if title else None], gap=0)
        cells = [
            Column([Text(play, 13, "s", "ink2"), Text(text, 15, leading=1.3)], gap=0)
            for play, text in zip(self.short, (one, other), strict=True)
        ]
        return Row([Fixed(name, 260), Flex(Grid(cells, 2, 220, 20), least=420)], gap=20, align="start", line_gap=2)

    # ---- the numbers

    def _numbers(self) -> Widget:
        columns: Columns = ([], [], [])
        title = Column(
            [
                Text("The numbers over the weeks", 16, "s"),
                Text("Points, 0 to 100; on the right, what each is worth in points of the score.", 13, "r", "ink2"),
            ],
            gap=0,
        )
        rows: list[Widget] = [_number(title, None, (*self.short, "Worth"), columns, "ink2")]
        for row, line in zip(self.words.kpis, self.found.kpis, strict=True):
            rows += [Divider(), _kpi(row, line, columns)]
        total = (*self.words.scores, f"{'+' if round(self.found.ahead, 1) > 0 else ''}{decimal(self.found.ahead)}")
        rows += [Divider(), _number(Text("The score", 15, "b"), None, total, columns, "ink")]
        return Card(Column(rows, gap=5), 20, 14)

    def on_message(self, message: object) -> Route | None:
        if isinstance(message, Back):
            return self._to.back if isinstance(self._to.back, Route) else GoEnding(self._to.one)
        return None

    def on_tick(self, now_ms: int) -> bool:
        return False


def _end(name: str, score: str, ending: str) -> Widget:
    words = [Text(capital(name), 14, "s", "ink2", "r"), Text(score, 34, "b", "ink", "r", leading=1.1)]
    return Fixed(Column([*words, Text(capital(ending), 14, "r", "ink2", "r")], gap=0), 190)


def _differing(title: str, lines: Sequence[Widget], after: str) -> Widget:
    rows: list[Widget] = [Text(title, 16, "s")]
    for line in lines:
        rows += [Divider(), line]
    rows += [Text(after or "Nothing.", 14, "r", "ink2")] if after or not lines else []
    return Card(Column(rows, gap=8), 20, 14)


def _kpi(row: KpiBeside, line: Points, columns: Columns) -> Widget:
    side = "rel_text" if row.name in KPIS[Seat.AM] else "dlv_text"
    name = Column(
        [Text(row.label, 15, "s", side, leading=1.25), Text(f"{row.one} against {row.other}", 13, "r", "ink2")], gap=0
    )
    return _number(name, TwoLines(line), (row.points_one, row.points_other, row.worth), columns, "ink")


def _number(name: Widget, lines: Widget | None, cells: Sequence[str], columns: Columns, ink: str) -> Widget:
    texts = [Text(text, 15, "s", ink, "r") for text in cells]
    for column, text in zip(columns, texts, strict=True):
        column.append(text)
    right = [Alike(text, column) for text, column in zip(texts, columns, strict=True)]
    return Row([Fixed(name, _NAMES), Flex(lines or Spacer(), least=_LINES), *right], gap=20, line_gap=2)


@dataclass(eq=False)
class TwoLines(Widget):
    """A number over the weeks in both plays, 0 to 100."""

    line: Points

    def measure(self, p: Painter, width: float) -> float:
        return 40.0

    def natural(self, p: Painter) -> float:
        return p.t(_LINES)

    def paint(self, p: Painter, rect: Rect, look: Look) -> None:
        weeks = max(1, len(self.line.one), len(self.line.other)) - 1
        p.hline(rect.x, rect.bottom - 1, rect.w)
        for values, (colour, _ink, dashed) in zip((self.line.other, self.line.one), _COLOURS[::-1], strict=True):
            points = [
                (rect.x + rect.w * week / max(1, weeks), rect.bottom - 3 - (rect.h - 6) * value / 100)
                for week, value in enumerate(values)
                if value is not None
            ]
            if len(points) < 2:
                continue
            for piece in dashes(points) if dashed else [tuple(points)]:
                p.polyline(piece, colour, 2)
