"""The score the decisions were heading for, as a line that steps where they were taken, with a mark for each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pygame

from game.window.kit import Custom, Painter, Rect, Widget
from game.window.kit.widget import Frame, Interactive, Look, Memory, Messages
from game.window.review.marks import RADIUS, TONES, draw_mark, draw_moves
from game.window.review.places import ABOVE, CLOSE, LINE, PLOT, WEEKS, Foot, Mark, Places, Step


@dataclass(eq=False)
class DecisionPoint(Interactive):
    """One decision of the chart. Left and right go on to the next one."""

    on: object = field(default=None, kw_only=True)
    before: object = field(default=None, kw_only=True)
    after: object = field(default=None, kw_only=True)
    opened: bool = field(default=False, kw_only=True)

    def measure(self, p: Painter, width: float) -> float:
        return 0.0

    def value(self, memory: Memory) -> str:
        return "open" if self.opened else ""

    def paint(self, p: Painter, rect: Rect, look: Look) -> None:
        if look.hovered or look.pressed:
            p.rounded(rect.grow(-2), 8, "plain_soft")

    def activate(self, memory: Memory) -> Messages:
        return [self.on]

    def key(self, memory: Memory, key: int, mods: int) -> Messages | None:
        to = {pygame.K_LEFT: self.before, pygame.K_RIGHT: self.after}.get(key)
        return None if to is None else [to]


@dataclass(eq=False)
class DecisionChart(Widget):
    """`steps` are the weeks', from `start`; `marks` in the order they were taken. `on(index)` is the message of a
    press, `to(index)` that of going on to a neighbour. `turned` are weeks the player calls turning points."""

    start: float
    steps: Sequence[Step]
    marks: Sequence[Mark]
    opened: int
    on: Callable[[int], object]
    to: Callable[[int], object]
    turned: Sequence[int] = ()
    begins: bool = True  # the focus begins at the decision that is open
    _laid: tuple[object, Places] | None = field(default=None, init=False, repr=False)

    def measure(self, p: Painter, width: float) -> float:
        return p.t(ABOVE) + p.t(PLOT) + Foot(p, width, len(self.steps), self.marks).tall

    def natural(self, p: Painter) -> float:
        return p.t(520)

    def places(self, p: Painter, rect: Rect) -> Places:
        """Where everything lies, found once for a place."""
        if self._laid is None or self._laid[0] is not p.epoch or self._laid[1].rect != rect:
            self._laid = (p.epoch, Places(p, rect, self.start, self.steps, self.marks, self.opened))
        return self._laid[1]

    def arrange(self, frame: Frame, rect: Rect) -> None:
        frame.add(Custom(self._ground, 0), rect)
        last = len(self.marks) - 1
        for index, (mark, target) in enumerate(zip(self.marks, self.places(frame.p, rect).targets, strict=True)):
            own = " A turning point of yours." if mark.week in self.turned else ""
            point = DecisionPoint(
                id=f"decision/{index}",
                label=f"Week {mark.week}. {mark.says}{own}",
                help=mark.says + own,
                on=self.on(index),
                before=self.to(index - 1) if index else None,
                after=self.to(index + 1) if index < last else None,
                opened=index == self.opened,
                autofocus=self.begins and index == self.opened,
            )
            frame.add(point, target)
        frame.add(self, rect)

    # ---- drawing

    def _ground(self, p: Painter, rect: Rect) -> None:
        """The week that is open."""
        if self.marks:
            laid = self.places(p, rect)
            x = laid.x(self.marks[self.opened].week) - laid.column / 2
            bottom = rect.bottom if laid.foot.worded else laid.plot.bottom + p.t(WEEKS)
            p.rounded(Rect(x + 1, rect.y, laid.column - 2, bottom - rect.y), 8, "sunk", "line")

    def paint(self, p: Painter, rect: Rect, look: Look) -> None:
        laid = self.places(p, rect)
        self._grid(p, laid)
        _line(p, laid)
        for x, y in laid.moves:
            draw_moves(p, x, y)
        for index, (mark, (x, y)) in enumerate(zip(self.marks, laid.at, strict=True)):
            if index == self.opened:
                reach = p.t(RADIUS) + 7
                p.rounded(Rect(x - reach, y - reach, 2 * reach, 2 * reach), reach, "card", "action", 2)
            draw_mark(p, x, y, mark.grade)
        for index, (box, text) in laid.costs.items():
            inside = abs(box.cx - laid.x(self.marks[self.opened].week)) < laid.column / 2
            p.rounded(box, 4, "sunk" if inside else "card")  # the grid does not strike it through
            p.mid(box.x, box.cy, text, 13, "s", TONES[self.marks[index].grade])
        self._weeks(p, laid)
        self._verdicts(p, laid)

    def _grid(self, p: Painter, laid: Places) -> None:
        for level in laid.scale.lines():
            y = laid.y(level)
            p.hline(laid.plot.x, y, laid.plot.w)
            p.mid(laid.plot.x - 9, y, f"{level:.0f}", 13, "r", "ink2", "r")

    def _weeks(self, p: Painter, laid: Places) -> None:
        """The numbers of the weeks, with flags on turning points."""
        y = laid.plot.bottom + p.t(14)
        every = 1 if laid.column >= p.width("88", 15, "s") + 6 else 2
        p.mid(laid.plot.x - 9, y, "Week", 13, "r", "ink2", "r")
        for week in range(1, len(self.steps) + 1):
            x = laid.x(week)
            if week % every == 0:
                p.mid(x, y, str(week), 15, "s", "ink", "c")
            if week in self.turned:
                p.icon(x + p.width(str(week), 15, "s") / 2 + p.t(3), y, "flag", 13, "action")

    def _verdicts(self, p: Painter, laid: Places) -> None:
        """The verdicts under their weeks, or what the shapes mean."""
        top = laid.plot.bottom + p.t(WEEKS)
        for week, indices in laid.weeks.items() if laid.foot.worded else ():
            cy = top + p.t(LINE) / 2
            for grade in (self.marks[index].grade for index in indices):
                for row, word in enumerate(laid.foot.words[grade]):
                    p.mid(laid.x(week), cy + row * CLOSE * p.t(LINE), word, 13, "s", TONES[grade], "c")
                cy += laid.foot.lines(grade) * p.t(LINE)
        for row, items in enumerate(laid.foot.legend):
            for x, grade in items:
                left, cy = laid.plot.x + x, top + p.t(LINE) * (row + 0.5)
                draw_mark(p, left + p.t(8), cy, grade, 6)
                p.mid(left + p.t(20), cy, grade, 13, "s", TONES[grade])


def _line(p: Painter, laid: Places) -> None:
    for (x, y), (to_x, to_y), theirs in laid.pieces:
        if y == to_y:
            p.hline(min(x, to_x) - 1, y - 1, abs(to_x - x) + 2, "ink2", 2)
        elif theirs:
            p.dashed(x, min(y, to_y), abs(to_y - y), "ink2", 2)
        else:
            p.vline(x, min(y, to_y) - 1, abs(to_y - y) + 2, "ink2", 2)
