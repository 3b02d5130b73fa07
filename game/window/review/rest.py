"""The rest of a review: moves by responsibility, what carried the numbers, skills, and where the points came from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from game.engine.model import KPIS, Seat
from game.engine.play import Play
from game.insight.review.choices import NOISE
from game.insight.review.moves import Responsibility
from game.insight.review.split import GRAIN, Split
from game.insight.review.whole import Review
from game.insight.skills import Lived, skills
from game.insight.words.debrief.came_from import (
    SPLIT,
    SPLIT_AGAINST,
    YARDSTICK_HEADS,
    YARDSTICKS,
    Yardstick,
    colleague_name,
    split_told,
    summary_words,
    yardsticks,
)
from game.insight.words.debrief.carried import Carried, carried
from game.insight.words.debrief.judged import MOVES, MOVES_AGAINST, NUMBERS, NUMBERS_AS_LIVED
from game.insight.words.debrief.moves import Line, move_lines
from game.insight.words.debrief.reviewed import play_words
from game.insight.words.debrief.skills import SkillWords, skills_words
from game.insight.words.figures import capital, listed, plain, signed
from game.records.codec import load_scores
from game.records.rows import Play as Record
from game.window.chrome import day_begun, heading
from game.window.kit import (
    Alike,
    Card,
    CardButton,
    Chip,
    Column,
    Divider,
    Fixed,
    Flex,
    Grid,
    Icon,
    Painter,
    Rect,
    Row,
    Spacer,
    Text,
    Widget,
    bold,
)
from game.window.kit.widget import Look

_WEIGHTS = ("s", "s", "r", "r", "b")
_STAIR = 6.0  # units: how tall a part of a row of the split is
_SEEN = ("not seen", "seen once", "seen twice", "seen three times", "seen four times")
_ASKS = {"core": "the role needs it most", "important": "important in the role", "useful": "useful in the role"}


# ---- moves -----------------------------------------------------------------------------------------------------------


def moves_part(play: Play, found: Review) -> Widget:
    """What the moves of each responsibility were worth, with how far luck may have moved that."""
    reach = max([1.0, *(abs(each.worth) + NOISE * each.error for each in found.responsibilities)])
    lines = move_lines(play, found)
    cards = [_moves(line, each, reach) for line, each in zip(lines, found.responsibilities, strict=True)]
    note = f"{MOVES_AGAINST} Whiskers: how far chance may reach."
    return Column([heading(MOVES), Text(note, 14, "r", "ink2"), Grid(cards, 2, 440, 16)], gap=12)


def _moves(line: Line, of: Responsibility, reach: float) -> Widget:
    sure = abs(of.worth) > NOISE * of.error
    tone = "ink2" if not sure else "good" if of.worth > 0 else "bad"
    amount = signed(of.worth) if of.made else "none"
    head = Row([Flex(Text(line.label, 16, "s"), least=140), Text(amount, 18, "b", tone, "r")], gap=12)
    bar = WorthBar(of.worth, NOISE * of.error, reach, tone) if of.made else None
    return Card(Column([head, bar, Text(line.text, 15, leading=1.3)], gap=6), 18, 14)


@dataclass(eq=False)
class WorthBar(Widget):
    """An amount to the left or right of zero, and how far chance may have moved it."""

    amount: float
    error: float
    reach: float
    tone: str

    def measure(self, p: Painter, width: float) -> float:
        return 24.0

    def natural(self, p: Painter) -> float:
        return p.t(200)

    def paint(self, p: Painter, rect: Rect, look: Look) -> None:
        zero, unit = rect.cx, (rect.w / 2 - 4) / self.reach
        p.rounded(Rect(rect.x, rect.cy - 7, rect.w, 14), 4, "sunk", "line")
        long = self.amount * unit
        if abs(long) >= 1:
            p.rounded(Rect(zero + min(0.0, long), rect.cy - 7, abs(long), 14), 3, self.tone)
        left, right = zero + long - self.error * unit, zero + long + self.error * unit
        for thick, colour in ((4.0, "card"), (1.6, "ink")):
            p.hline(left, rect.cy - thick / 2, right - left, colour, thick)
            for end in (left, right):
                p.vline(end, rect.cy - 2 - thick / 2, 4 + thick, colour, thick)  # it leaves the bar whole
        p.vline(zero, rect.cy - 11, 22, "ink2", 1)


# ---- numbers ---------------------------------------------------------------------------------------------------------


def numbers_part(play: Play, seat: Seat) -> Widget:
    """Every KPI from its first value to its last, cause by cause."""
    cards = [_waterfall(each) for each in carried(play, seat)]
    note = Text(f"{NUMBERS_AS_LIVED} The steps add up.", 14, "r", "ink2")
    return Column([heading(NUMBERS), note, Grid(cards, 2, 440, 16)], gap=12)


def _waterfall(told: Carried) -> Widget:
    colour = "rel" if told.name in KPIS[Seat.AM] else "dlv"
    levels = list(accumulate((cause.amount for cause in told.causes), initial=told.start))
    low, high = min(0.0, *levels, told.end), max(100.0, *levels, told.end)
    amounts: list[Widget] = []

    def row(words: Sequence[Widget | None], bar: Widget, amount: str, tone: str) -> Widget:
        amounts.append(Text(amount, 15, "s", tone, "r"))
        return Row([Flex(Column(words, gap=0), least=150), Fixed(bar, 130), Alike(amounts[-1], amounts)], gap=12)

    rows: list[Widget] = [
        Text(told.label, 16, "s"),
        row([Text(told.begun, 14, "r", "ink2")], Step(0.0, told.start, low, high, colour), plain(told.start), "ink"),
    ]
    for cause, before, after in zip(told.causes, levels, levels[1:], strict=False):
        tone = "good" if cause.amount > 0 else "bad"
        when = Text(cause.when, 13, "r", "ink2", leading=1.25) if cause.when else None
        words = [Text(capital(cause.text), 14, leading=1.25), when]
        rows += [Divider(), row(words, Step(before, after, low, high, tone), signed(cause.amount), tone)]
    end = Step(0.0, told.end, low, high, colour)
    rows += [Divider(), row([Text("In the end", 14, "s")], end, plain(told.end), "ink")]
    return Card(Column(rows, gap=5), 18, 14)


@dataclass(eq=False)
class Step(Widget):
    """A bar from one value to another on a common scale."""

    start: float
    end: float
    low: float
    high: float
    colour: str

    def measure(self, p: Painter, width: float) -> float:
        return 14.0

    def natural(self, p: Painter) -> float:
        return p.t(130)

    def paint(self, p: Painter, rect: Rect, look: Look) -> None:
        def x(value: float) -> float:
            return rect.x + rect.w * (value - self.low) / (self.high - self.low)

        p.hline(rect.x, rect.cy, rect.w)
        left, right = min(x(self.start), x(self.end)), max(x(self.start), x(self.end))
        p.rounded(Rect(left, rect.cy - 6, max(3.0, right - left), 12), 2, self.colour)


# ---- skills ----------------------------------------------------------------------------------------------------------


def skills_part(play: Play, found: Review, two_people: bool) -> Widget:
    """Which skills the answers drew on and how good those were, beside what the role asks for."""
    seven = skills(found.seat, (Lived(play.scenario, found.decisions),))
    words = skills_words(found.seat, seven, play, two_people)
    cards = [_skill(each) for each in words.rows]
    return Column([heading("What your answers drew on"), Text(words.summary, 15), Grid(cards, 2, 440, 16)], gap=12)


def _skill(skill: SkillWords) -> Widget:
    count = f"{skill.fine} of {skill.count} best or good" if skill.known else _SEEN[skill.count]
    head = Row(
        [
            Flex(Row([Text(skill.label, 16, "s"), Chip(_ASKS[skill.asks], "plain")], gap=10, line_gap=2), least=180),
            Text(count, 14, "s", "ink2"),
        ],
        gap=12,
        line_gap=2,
    )
    dots = Dots(skill.fine, skill.count, skill.known) if skill.count else None
    return Card(Column([head, dots, Text(skill.text, 15, leading=1.3)], gap=6), 18, 14)


@dataclass(eq=False)
class Dots(Widget):
    """One dot for each answer: full for a best or good one, hollow for another; all grey where they are too few."""

    fine: int
    count: int
    known: bool

    def measure(self, p: Painter, width: float) -> float:
        return p.t(12)

    def natural(self, p: Painter) -> float:
        return p.t(16) * self.count

    def paint(self, p: Painter, rect: Rect, look: Look) -> None:
        size, apart = p.t(10), min(p.t(16), rect.w / max(1, self.count))
        for place in range(self.count):
            full = place < self.fine
            colour = ("good" if full else "bad") if self.known else "ink2"
            dot = Rect(rect.x + apart * place, rect.cy - size / 2, size, size)
            p.rounded(dot, size / 2, colour if full and self.known else "", colour, 1.6)


# ---- points ----------------------------------------------------------------------------------------------------------


def points_part(play: Play, found: Review) -> Widget:
    """The split as a table: week by week your answers, your moves, your colleague, luck, and what is then to expect."""
    summary = [Text(each, 15) for each in summary_words(play, found)]
    colleague = colleague_name(play.scenario, found.seat)
    table = Card(_table(play, found, colleague), 20, 14)
    whose = f"{colleague}’s part" if colleague else ""
    bars = f"Bars, from top to bottom: {listed(['your answers and moves together', *[whose] * bool(whose), 'luck'])}."
    notes = [Text(f"{SPLIT} {bars}", 14, "r", "ink2"), Text(SPLIT_AGAINST, 14, "r", "ink2")]
    parts = [heading("Where the points came from"), *summary, table, Column(notes, gap=2)]
    rows = yardsticks(play, found)
    return Column([*parts, *([Spacer(8), *_yardsticks(rows)] if rows else [])], gap=12)


def _yardsticks(rows: Sequence[Yardstick]) -> list[Widget]:
    """How verdicts and the worths of moves go together with the table above."""
    columns: list[list[Widget]] = [[] for _ in range(3)]
    lines: list[Widget] = [_row(columns, Spacer(), [Text(name, 14, "s", "ink2", "r") for name in YARDSTICK_HEADS[1:]])]
    for row in rows:
        weight = "s" if row.whole else "r"
        cells = [Text(text, 15, weight, "ink", "r") for text in (row.yours, row.usual, row.between)]
        lines += [Divider(), _row(columns, Text(row.label, 15, weight), cells)]
    return [heading("And the verdicts", YARDSTICKS), Card(Column(lines, gap=4), 20, 14)]


def _row(columns: list[list[Widget]], name: Widget, cells: Sequence[Widget]) -> Widget:
    for column, cell in zip(columns, cells, strict=True):
        column.append(cell)
    return Row([Flex(name, least=200), *(Alike(column[-1], column) for column in columns)], gap=24, wrap=False)


def _table(play: Play, found: Review, colleague: str) -> Widget:
    columns: list[list[Widget]] = [[] for _ in range(5)]
    names = ("Answers", "Moves", colleague, "Luck", "To expect")
    bars = _bars(found.split)
    lines: list[Widget] = [_cells(columns, Spacer(), Spacer(), [Text(name, 14, "s", "ink2", "r") for name in names])]
    for row, bar in zip(split_told(play, found), bars, strict=True):
        texts = (row.answers, row.moves, row.colleague, row.luck, row.then)
        cells = [Text(text, 15, _WEIGHTS[place], "ink", "r") for place, text in enumerate(texts)]
        about = [Text([bold("Luck  "), row.about], 14, "r", "ink2", leading=1.3)] if row.about else []
        lines += [Divider(), _cells(columns, Text(row.label, 15), bar, cells), *about]
    return Column(lines, gap=4)


def _cells(columns: list[list[Widget]], name: Widget, bar: Widget, cells: Sequence[Widget]) -> Widget:
    for column, cell in zip(columns, cells, strict=True):
        column.append(cell)
    return Row(
        [Fixed(name, 128), Flex(bar, least=80), *(Alike(column[-1], column) for column in columns)], gap=20, wrap=False
    )


def _bars(split: Split) -> list[Widget]:
    """For each row of the table, the way from the result to expect before it to the one after it."""
    rows = [(0, 0, split.average), (0, 0, split.start)]
    rows += [(week.player, week.colleague, week.luck) for week in split.weeks]
    now, ways = 0, []
    for row in rows:
        ways.append([edge / GRAIN for edge in accumulate(row, initial=now)])
        now += row[0] + row[1] + row[2]
    edges = [edge for way in ways[1:] for edge in way]
    low, high = min(edges), max([*edges, min(edges) + 1.0])
    return [Way(tuple(way) if place else (way[-1],) * len(way), low, high) for place, way in enumerate(ways)]


@dataclass(eq=False)
class Way(Widget):
    """From one result to expect to the next, down the stairs: you in full, your colleague in grey, luck outlined."""

    edges: tuple[float, ...]
    low: float
    high: float

    def measure(self, p: Painter, width: float) -> float:
        return 3 * _STAIR + 2

    def natural(self, p: Painter) -> float:
        return p.t(80)

    def paint(self, p: Painter, rect: Rect, look: Look) -> None:
        places = [rect.x + 2 + (rect.w - 4) * (edge - self.low) / (self.high - self.low) for edge in self.edges]
        mine = "good" if places[1] > places[0] else "bad"
        top = rect.cy - 1.5 * _STAIR
        for (start, end), (fill, line) in zip(
            pairwise(places), ((mine, ""), ("ink2", ""), ("track", "ink2")), strict=True
        ):
            if abs(end - start) >= 1:
                p.rounded(Rect(min(start, end), top, abs(end - start), _STAIR), 0, fill, line)
            top += _STAIR
        p.vline(places[-1], rect.cy - 1.5 * _STAIR - 1, 3 * _STAIR + 2, "ink", 2)


# ---- other plays -----------------------------------------------------------------------------------------------------


def beside_part(plays: Sequence[Record], on: Callable[[str], object]) -> Widget:
    """The other plays of this story, each of which can be laid beside this one."""
    head = heading("Beside another play", "Branches of this play and other attempts at the story, in the same seat.")
    if not plays:
        none = (
            "There is no other finished one yet. Play on from a decision, or play the story again to its end, and "
            "lay the two side by side."
        )
        return Column([head, Text(none, 15, "r", "ink2")], gap=12)
    return Column([head, Grid([_other(each, on) for each in plays], 3, 300, 12)], gap=12)


def _other(play: Record, on: Callable[[str], object]) -> Widget:
    parted_after = play.parent_week if play.parent else -1
    scores = tuple(load_scores(play.scores).values())
    title, stands = play_words(parted_after, play.weeks, scores)
    begun = f"Begun {day_begun(play)} at {play.created[11:16]}, play number {play.seed}"
    words = Column(
        [Text(title, 16, "s"), Text(stands, 15, leading=1.3), Text(begun, 13, "r", "ink2", leading=1.3)], gap=1
    )
    body = Row([Icon("git-compare-arrows", 20), Flex(words, least=180), Icon("chevron-right", 16)], gap=12)
    return CardButton(body, on(play.id), id=f"beside/{play.id}", label=f"{title}. {stands} {begun}.")
