"""The charts of a review as inline SVG. Places run in shares of the width, so that type stays as large as it is.

A chart of weeks is a grid of three: an axis, the field, and the words under it; a bar is as wide as its cell.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.insight.review.choices import GRADES
from game.insight.words.figures import signed
from game.records.page import Markup, element

FIELD = 250  # height of the field in pixels
LINE = 15  # height of a line of small words
MANY = 16  # columns from which there is no room for words and amounts at each
STRIP = 42  # the largest bar of luck
STEP = 5  # points between two lines of the grid
LEAST_SPAN = 20  # points the field shows at least
TONES = {"best": "good", "good": "good", "imprecise": "warn", "costly": "bad", "very costly": "bad"}


@dataclass(frozen=True)
class Mark:
    """An answer on the chart: how good, its name, what is said of it, where on the page it stands, points lost."""

    grade: str
    name: str
    says: str
    anchor: str
    lost: float


@dataclass(frozen=True)
class Column:
    """One week, or the start: the level its decisions lead to, after yours and after your colleague's, and its luck."""

    label: str
    mine: float
    theirs: float
    luck: float
    marks: tuple[Mark, ...] = ()


# ---- verdicts --------------------------------------------------------------------------------------------------------

_STAR = "0,-8.6 2.1,-2.9 8.2,-2.7 3.4,1.1 5.1,7 0,3.5 -5.1,7 -3.4,1.1 -8.2,-2.7 -2.1,-2.9"
_SHAPES = {
    "best": element("polygon", points=_STAR),
    "good": element("circle", r="6.2"),
    "imprecise": element("polygon", points="0,-8 8,0 0,8 -8,0"),
    "costly": element("polygon", points="0,-8 8,6.4 -8,6.4"),
    "very costly": element("rect", x="-7", y="-7", width="14", height="14", rx="2"),
}
_CROSS = element("path", d="M-3 -3 L3 3 M3 -3 L-3 3", class_="s-card cross", fill="none", stroke_width="2")

_HALO = element("circle", r="11", class_="f-card")


def shape(grade: str) -> Markup:
    """The sign of a verdict, around (0, 0): never colour alone."""
    sign = Markup(_SHAPES[grade] + (_CROSS if grade == GRADES[-1] else ""))
    return element("g", sign, class_=f"f-{TONES[grade]}")


def sign(grade: str) -> Markup:
    """The sign of a verdict in a line of text, beside its word."""
    return element("svg", shape(grade), class_="sign", viewBox="-10 -10 20 20", aria_hidden="true")


def legend() -> Markup:
    """What the signs mean."""
    parts = [element("span", sign(grade), grade, class_=f"key t-{TONES[grade]}") for grade in GRADES]
    return element("p", *parts, class_="legend small")


# ---- the weeks -------------------------------------------------------------------------------------------------------


def weeks_chart(what: str, average: float, columns: Sequence[Column]) -> Markup:
    """The score that decisions were heading for, luck apart: a step for yours, a dashed one for your colleague's."""
    levels = [average, *[level for each in columns for level in (each.mine, each.theirs)]]
    low, high = _range(levels)
    scale = _Scale(low, high, len(columns))
    field = [_grid(level, scale) for level in range(low, high + 1, STEP)]
    before = average
    for number, each in enumerate(columns):
        field += _steps(scale, number, before, each)
        before = each.theirs
    for number, each in enumerate(columns):
        field += _marks(scale, number, each)
    axis = [_label(str(level), "100%", scale.y(level) + 4.5, "end") for level in range(low, high + 1, STEP)]
    parts = [
        _svg(axis, FIELD, "axis", aria_hidden="true"),
        _svg(field, FIELD, "field"),
        _svg([_label("Week", "100%", 16, "end")], 22, "axis", aria_hidden="true"),
        _svg(_week_labels(columns), 22, "field"),
        *_words(columns),
    ]
    return element("div", *parts, class_="weeks", role="group", aria_label=what, style=f"--columns: {len(columns)}")


@dataclass(frozen=True)
class _Scale:
    low: int
    high: int
    columns: int

    def y(self, level: float) -> float:
        """Pixels from the top."""
        return 22 + (FIELD - 44) * (self.high - level) / (self.high - self.low)

    def x(self, column: float) -> str:
        """The middle of a column, or half-way after it, in per cent of the width."""
        return f"{100 * (column + 0.5) / self.columns:.2f}%"


def _range(levels: Sequence[float]) -> tuple[int, int]:
    low = int(min(levels) // STEP) * STEP
    high = -int(-max(levels) // STEP) * STEP
    while high - low < LEAST_SPAN:
        low, high = (low - STEP, high) if low > 0 and (high >= 100 or (high - low) // STEP % 2) else (low, high + STEP)
    return low, high


def _grid(level: int, scale: _Scale) -> Markup:
    return _line("0%", "100%", scale.y(level), scale.y(level), "s-grid")


def _steps(scale: _Scale, number: int, before: float, column: Column) -> list[Markup]:
    here, after = scale.x(number), scale.x(number + 0.5)
    start = scale.x(number - 0.5)
    parts = [
        _line(start, here, scale.y(before), scale.y(before), "s-ink2 path"),
        _line(here, here, scale.y(before), scale.y(column.mine), "s-ink2 path"),
        _line(here, after, scale.y(column.mine), scale.y(column.mine), "s-ink2 path"),
    ]
    if column.theirs != column.mine:
        parts.append(_line(after, after, scale.y(column.mine), scale.y(column.theirs), "s-ink2 theirs"))
    return parts


def _marks(scale: _Scale, number: int, column: Column) -> list[Markup]:
    count, at = len(column.marks), {"x": scale.x(number), "y": _n(scale.y(column.mine)), "class_": "at"}
    # first what keeps the line clear of all of them, between two as well
    found = [element("svg", *[_aside(_HALO, half / 2) for half in range(1 - count, count)], **at)] if count else []
    lines = len([mark for mark in column.marks if TONES[mark.grade] == "bad"])
    # costs of one week stand below each other, there is no room side by side; above the mark where none is left below
    below = scale.y(column.mine) + 25 + (lines - 1) * (LINE - 1) <= FIELD - 4
    under = 25.0 if below else -16.0 - (lines - 1) * (LINE - 1)
    for place, mark in enumerate(column.marks):
        aside = place - (count - 1) / 2
        name = element("title", mark.says)
        link = element("a", name, shape(mark.grade), href=f"#{mark.anchor}", aria_label=mark.says)
        bad = TONES[mark.grade] == "bad"
        lost = _label(signed(-mark.lost), "0", under, "middle", "f-bad lost") if bad else ""
        under += LINE - 1 if bad else 0
        found.append(element("svg", _aside(link, aside), lost, **at))
    return found


def _aside(part: Markup, aside: float) -> Markup:
    """Moved by so many times the room of a mark, which small screens have less of."""
    return element("g", part, class_="mark", style=f"--aside: {aside}")


def _week_labels(columns: Sequence[Column]) -> list[Markup]:
    """The numbers of the weeks, of every so many where there are many."""
    scale, step = _Scale(0, 1, len(columns)), -(-len(columns) // MANY)
    return [
        _label(each.label, scale.x(number), 16, "middle", "strong" if each.label.isdigit() else "strong start")
        for number, each in enumerate(columns)
        if number % step == 0 and (number > 0 or step == 1)
    ]


def _words(columns: Sequence[Column]) -> list[Markup]:
    """The verdicts in words under their weeks, where there is room; the signs and the table say it as well."""
    if len(columns) > MANY:
        return []
    scale = _Scale(0, 1, len(columns))
    found: list[Markup] = []
    most = 1
    for number, each in enumerate(columns):
        line = 0
        for mark in each.marks:
            for word in mark.grade.split():
                line += 1
                found.append(_label(word, scale.x(number), LINE * line - 3, "middle", f"f-{TONES[mark.grade]} word"))
        most = max(most, line)
    empty = element("span", class_="axis words", aria_hidden="true")
    return [empty, _svg(found, LINE * most + 2, "field words", aria_hidden="true")]


def luck_strip(what: str, columns: Sequence[Column]) -> Markup:
    """What luck added or took each week, in a strip of its own, outlined and grey."""
    scale = _Scale(0, 1, len(columns))
    most = max([1.0, *[abs(each.luck) for each in columns]])
    up = STRIP * max([0.0, *[each.luck for each in columns]]) / most + LINE + 4
    down = STRIP * max([0.0, *[-each.luck for each in columns]]) / most + LINE + 4
    parts = [_line("0%", "100%", up, up, "s-ink2")]
    for number, each in enumerate(columns):
        size = STRIP * abs(each.luck) / most
        top = -size if each.luck > 0 else 0.0
        bar = element("rect", x="-9", y=_n(top), width="18", height=_n(size), class_="luck") if size >= 0.5 else ""
        beyond = -size - 6 if each.luck >= 0 else size + 15
        amount = _label(signed(each.luck), "0", beyond, "middle", "amount") if len(columns) <= MANY else ""
        parts.append(element("svg", bar, amount, x=scale.x(number), y=_n(up), class_="at"))
    axis = _svg([_label("Luck", "100%", up + 4.5, "end")], up + down, "axis", aria_hidden="true")
    field, count = _svg(parts, up + down, "field"), f"--columns: {len(columns)}"
    return element("div", axis, field, class_="weeks", role="group", aria_label=what, style=count)


# ---- bars ------------------------------------------------------------------------------------------------------------


def option_bar(what: str, value: float, low: float, high: float, tone: str) -> Markup:
    """An expected score from 0 to 100, with a whisker over half of all futures."""
    ends = (low, high)
    whisker = [_line(_share(a), _share(b), 11, 11, kind) for kind in ("s-card halo", "s-ink") for a, b in (ends,)]
    caps = [_line(_share(end), _share(end), 8, 14, kind) for kind in ("s-card halo", "s-ink") for end in ends]
    track = element("rect", y="4", width="100%", height="14", rx="4", class_="f-track")
    bar = element("rect", y="4", width=_share(value), height="14", rx="4", class_=f"f-{tone}")
    return _bar(what, [track, bar, whisker[0], *caps[:2], whisker[1], *caps[2:]])


def step_bar(what: str, begin: float, end: float, tone: str, low: float = 0.0, high: float = 100.0) -> Markup:
    """A part of a waterfall, from `begin` to `end` on a scale from `low` to `high`."""
    left, right = sorted((begin, end))
    at, wide = 100 * (left - low) / (high - low), 100 * (right - left) / (high - low)
    track = element("rect", y="5", width="100%", height="12", rx="3", class_="f-track")
    part = element(
        "rect", x=f"{at:.2f}%", y="5", width=f"{max(0.6, wide):.2f}%", height="12", rx="2", class_=f"f-{tone}"
    )
    return _bar(what, [track, part])


def _bar(what: str, parts: Sequence[Markup]) -> Markup:
    return element("svg", element("title", what), *parts, width="100%", height="22", class_="bar", role="img")


def _share(value: float) -> str:
    return f"{min(100.0, max(0.0, value)):.2f}%"


# ---- pieces ----------------------------------------------------------------------------------------------------------


def _svg(parts: Sequence[Markup], height: float, kind: str, **more: str) -> Markup:
    return element("svg", *parts, width="100%", height=_n(height), class_=kind, **more)


def _line(x1: str, x2: str, y1: float, y2: float, kind: str) -> Markup:
    return element("line", x1=x1, x2=x2, y1=_n(y1), y2=_n(y2), class_=kind)


def _label(words: str, x: str, y: float, anchor: str, kind: str = "") -> Markup:
    return element("text", words, x=x, y=_n(y), text_anchor=anchor, class_=kind)


def _n(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".")
