"""The calendar: accounts over the weeks, with renewals, offers, promises and meetings as pills."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from game.engine.model import NONE, Account, Seat
from game.engine.state import Move
from game.engine.view import View
from game.insight.words.figures import listed, small, week_of
from game.insight.words.fill import substitute
from game.insight.words.moves import move_words
from game.insight.words.people import by_id, first_name, status_report
from game.window.kit import Interactive, Messages, Painter, Rect
from game.window.kit.widget import Look, Memory

_HEAD, _LANE, _PILL = 28, 27, 24  # units: line of weeks, one lane of pills, a pill
_ROW, _TIGHT = 38, 29  # units: the least of a row with a second line under its name, and without
_ENLARGED = 1.15  # text from which the screen scrolls
_FEW = 1  # accounts it asks for where the screen does not scroll anyway
_AHEAD = 4  # weeks shown after the last one
_LABEL, _WHOLE = 24, 48  # characters of a pill where dates stand close, and of one with room
KEY = (
    "The flag is the date of the work, the clipboard the project manager’s status report. Press for all dates in words."
)
MAIN = "main account"
ICONS = {
    "meeting": "users",
    "offer": "file-text",
    "promise": "hourglass",
    "renewal": "refresh-cw",
    "due": "flag",
    "report": "clipboard-list",
}


@dataclass(frozen=True)
class Pill:
    """One date. `kind` is a key of `ICONS`; `week` counts from 1; `full` is the same in a sentence, `whole` a label
    for where there is room."""

    kind: str
    week: int
    label: str
    full: str
    whole: str = ""


@dataclass(frozen=True)
class AccountRow:
    name: str
    what: str
    pills: tuple[Pill, ...]


@dataclass(frozen=True)
class Calendar:
    """The weeks from the one now open; those after `last` still count."""

    rows: tuple[AccountRow, ...]
    marks: tuple[Pill, ...]  # dates of the work, which stand beside the number of their week
    now: int
    last: int
    end: int  # the last week shown


def calendar_of(view: View, moves: Sequence[Move]) -> Calendar:
    """The dates this seat knows of, with the meetings it is about to have."""
    scenario = view.scenario
    rows = tuple(_row(view, account, moves) for account in scenario.accounts)
    marks = tuple(mark for account in scenario.accounts for mark in _work(view, account))
    far = max((pill.week for row in rows for pill in row.pills), default=0)
    end = max(scenario.weeks + 1, min(far, scenario.weeks + _AHEAD), view.week + 5)
    return Calendar(rows, marks, view.week, scenario.weeks, end)


def _row(view: View, account: Account, moves: Sequence[Move]) -> AccountRow:
    pills = [
        *_meetings(view, account, moves),
        *_offers(view, account),
        *_promises(view, account),
        *_renewal(view, account),
    ]
    pills.sort(key=lambda pill: pill.week)
    contact = first_name(view.scenario.people[account.contacts[0]]) if account.contacts else ""
    return AccountRow(account.name, MAIN if account.main else contact, tuple(pills))


def _meetings(view: View, account: Account, moves: Sequence[Move]) -> list[Pill]:
    found = []
    for move in moves:
        person = by_id(view.scenario, move.target)
        if person != NONE and view.scenario.people[person].account == view.scenario.accounts.index(account):
            words = move_words(view, move)
            name = first_name(view.scenario.people[person])
            found.append(Pill("meeting", view.week, name, f"{words.verb} {name}, this week"))
    return found


def _offers(view: View, account: Account) -> list[Pill]:
    mine = [o for o in view.scenario.offers if view.scenario.accounts[o.account] is account]
    return [
        Pill("offer", view.week, *_labelled(offer.name, f"{offer.name}: each week is an even chance that they answer"))
        for offer in mine
        if round(view.known(offer.status)) == 1
    ]


def _promises(view: View, account: Account) -> list[Pill]:
    found = []
    for promise in view.scenario.promises:
        to = view.scenario.people[promise.to].account if promise.to != NONE else NONE
        mine = promise.by is not Seat.PM or view.seat is Seat.BOTH
        if mine and to != NONE and view.scenario.accounts[to] is account and round(view.known(promise.status)) == 1:
            week = round(view.known(promise.due_week))
            text = substitute(promise.text, view.scenario).removesuffix(".")
            due = "" if f"week {week}" in text else f", {week_of(week)}"  # most promises name their week
            found.append(Pill("promise", max(week, view.week), *_labelled(text, f"Promised: {text}{due}")))
    return found


def _labelled(text: str, full: str) -> tuple[str, str, str]:
    return brief(text), full, brief(text, _WHOLE)


def _work(view: View, account: Account) -> list[Pill]:
    found: list[Pill] = []
    scenario = view.scenario
    for project in scenario.projects:
        if scenario.accounts[project.account] is not account or view.known(project.delivered):
            continue
        if project.due >= view.week:
            found.append(Pill("due", project.due, "Go-live", f"{project.name} is due in {week_of(project.due)}"))
        if project.reports and scenario.status_every:
            step = scenario.status_every
            coming = next(week for week in range(view.week, view.week + step) if week % step == 0)
            if coming <= scenario.weeks:
                whose = status_report(scenario, view.seat)
                found.append(Pill("report", coming, "Report", f"{whose} in {week_of(coming)}"))
    return found


def _renewal(view: View, account: Account) -> list[Pill]:
    if round(view.known(account.signed)) != 0:
        return []
    when = week_of(account.renewal_week)
    if account.renewal_week > view.scenario.weeks + _AHEAD:
        return [Pill("renewal", account.renewal_week, f"Renewal, {when}", f"Renewal in {when}")]
    return [Pill("renewal", max(account.renewal_week, view.week), "Renewal", f"Renewal in {when}")]


def brief(text: str, most: int = _LABEL) -> str:
    """A promise in at most so many characters, without its date, which stands beside it."""
    text = re.sub(r",? (by|in) (the end of )?week \d+$", "", text)
    if len(text) <= most:
        return text
    text = text.split(",")[0].split(";")[0]
    words = text.split()
    while len(words) > 1 and len(" ".join(words)) > most - 1:
        words.pop()
    short = " ".join(words)
    return short if short == text else short + "…"


def spoken(calendar: Calendar) -> str:
    """The calendar in a few sentences, for those who cannot see it."""
    told = [f"{row.name}: {listed([pill.full for pill in row.pills])}." for row in calendar.rows if row.pills]
    work = [f"{listed([mark.full for mark in calendar.marks])}."] if calendar.marks else []
    return " ".join(["Your accounts.", *told, *work])


Lanes = list[tuple[Pill, Rect, int]]


@dataclass(eq=False)
class CalendarChart(Interactive):
    """Pills are as wide as their words; the left edge is the week. What would overlap goes into another lane."""

    calendar: Calendar
    on: object = None
    title: str = "Your accounts"
    _lanes: tuple[object, float, list[Lanes]] | None = field(default=None, init=False, repr=False)

    def activate(self, memory: Memory) -> Messages:
        return [self.on] if self.on is not None else []

    def natural(self, p: Painter) -> float:
        return self._names(p) + p.t(60) * (self.calendar.end - self.calendar.now + 1)

    def measure(self, p: Painter, width: float) -> float:
        if p.text_scale > _ENLARGED:
            return self._full(p, width, self._placed(p, width), False)
        few = self._placed(p, width)[:_FEW]
        more = p.line_height(13) if len(self.calendar.rows) > len(few) else 0.0
        return self._full(p, width, few, True) + more

    def _full(self, p: Painter, width: float, placed: Sequence[Lanes], tight: bool) -> float:
        return p.t(_HEAD) + sum(self._tall(p, lanes, tight) for lanes in placed) + 4

    def _names(self, p: Painter) -> float:
        """The width of the names, with room for whom one calls there beside them."""
        widest = max((p.width(row.name, 14, "s") + self._beside(p, row) for row in self.calendar.rows), default=0.0)
        return max(widest, p.width(self.title, 16, "s"), p.width(MAIN, 13)) + p.t(20)

    def _beside(self, p: Painter, row: AccountRow) -> float:
        """What the second line of a small account takes beside its name, where rows are too tight for two."""
        return p.width(row.what, 13) + p.t(8) if row.what and row.what != MAIN else 0.0

    def _tall(self, p: Painter, placed: Lanes, tight: bool) -> float:
        lanes = 1 + max((lane for _pill, _rect, lane in placed), default=0)
        return p.t(max(_TIGHT if tight else _ROW, lanes * _LANE + 4))

    def _x(self, week: float, left: float, right: float) -> float:
        shown = self.calendar.end - self.calendar.now + 1
        return left + (right - left) * min(max(0.0, week - self.calendar.now), shown) / shown

    def _placed(self, p: Painter, width: float) -> list[Lanes]:
        """For each account its pills with their x and width, and the lane each lies in; `y` and `h` are not set."""
        if self._lanes is None or self._lanes[0] is not p.epoch or self._lanes[1] != width:
            self._lanes = (p.epoch, width, [self._row(p, row, width) for row in self.calendar.rows])
        return self._lanes[2]

    def _row(self, p: Painter, row: AccountRow, width: float) -> Lanes:
        ends: list[float] = []
        placed = []
        starts = [self._x(pill.week, self._names(p), width) + 3 for pill in row.pills]
        for pill, start, until in zip(row.pills, starts, [*starts, width][1:], strict=True):
            if pill.whole and start + p.width(pill.whole, 13, "s") + p.t(42) + 4 <= until:
                pill = replace(pill, label=pill.whole)
            wide = p.width(pill.label, 13, "s") + p.t(42)
            x = min(start, width - wide)
            lane = next((i for i, end in enumerate(ends) if end + 4 <= x), len(ends))
            ends[lane : lane + 1] = [x + wide]
            placed.append((pill, Rect(x, 0, wide, p.t(_PILL)), lane))
        return placed

    def paint(self, p: Painter, rect: Rect, look: Look) -> None:
        if look.hovered:
            p.rounded(rect.grow(6, 3), 8, "sunk")
        left, right = rect.x + self._names(p), rect.right
        placed = self._placed(p, rect.w)
        tight = rect.h < self._full(p, rect.w, placed, False) - 0.5
        shown = self._fitting(p, rect, placed) if tight else len(placed)
        talls = [self._tall(p, row, tight) for row in placed[:shown]]
        below = 0.0 if shown == len(placed) else p.line_height(13)
        spare = max(0.0, rect.h - p.t(_HEAD) - 4 - sum(talls) - below) / max(1, len(talls))
        talls = [min(tall + spare, tall + p.t(14)) for tall in talls]
        top = rect.y + p.t(_HEAD)
        self._grid(p, rect, left, right, top + sum(talls))
        for row, pills, tall in zip(self.calendar.rows, placed, talls, strict=False):
            self._account(p, rect, row, pills, top, tall, tight)
            top += tall
        if below:
            p.mid(rect.x, top + below / 2 + 1, self._left_out(p, shown, rect.w), 13, "r", "ink2")

    def _left_out(self, p: Painter, shown: int, width: float) -> str:
        """The dates of the accounts there is no row for, where they fit; else how many accounts these are."""
        rows = self.calendar.rows[shown:]
        told = "; ".join(f"{row.name}: {listed([pill.full for pill in row.pills])}" for row in rows if row.pills)
        return told if told and p.width(told, 13) <= width else f"and {small(len(rows))} more: press for all dates"

    def _fitting(self, p: Painter, rect: Rect, placed: Sequence[Lanes]) -> int:
        """How many accounts there is room for when every row is tight."""
        if rect.h >= self._full(p, rect.w, placed, True) - 0.5:
            return len(placed)
        room = rect.h - p.t(_HEAD) - 4 - p.line_height(13)
        shown = 0
        for row in placed:
            room -= self._tall(p, row, True)
            if room < -0.5:
                break
            shown += 1
        return max(1, shown)

    def _grid(self, p: Painter, rect: Rect, left: float, right: float, bottom: float) -> None:
        calendar, top, cy = self.calendar, rect.y + p.t(_HEAD), rect.y + p.t(_HEAD) / 2
        p.mid(rect.x, cy, self.title, 16, "s")
        after = self._x(calendar.last + 1, left, right)
        if after < right - 1:
            p.fill(Rect(after, top, right - after, bottom - top), "sunk")
        for week in range(calendar.now, calendar.end + 2):
            p.vline(self._x(week, left, right), top, bottom - top, "grid")
        words = "after you are measured"
        told = p.width(words, 13, "i") <= right - after - 8
        for week in range(calendar.now, calendar.end + 1):
            if week <= calendar.last or not told:
                self._week(p, week, self._x(week, left, right), self._x(week + 1, left, right), cy)
        if told:
            p.mid((after + right) / 2, cy, words, 13, "i", "ink2", "c")

    def _week(self, p: Painter, week: int, left: float, right: float, cy: float) -> None:
        """The number of a week, or Now, with as many marks of the dates of the work as have room beside it."""
        now = week == self.calendar.now
        label, marks = ("Now" if now else str(week)), [mark for mark in self.calendar.marks if mark.week == week]
        width = p.width(label, 13, "s") + (p.t(16) if now else 0)
        while marks and width + p.t(2 + 17 * len(marks)) > right - left:
            marks.pop()
        beside = p.t(2 + 17 * len(marks)) if marks else 0.0
        cx = min((left + right) / 2, right - beside - width / 2)
        if now:
            p.rounded(Rect(cx - width / 2, cy - p.t(10.5), width, p.t(21)), p.t(10), "action")
        p.mid(cx, cy, label, 13, "s" if now else "r", "on_action" if now else "ink2", "c")
        for place, mark in enumerate(marks):
            x = cx + width / 2 + p.t(5 + 17 * place)
            p.icon(x, cy, ICONS[mark.kind], 14, "dlv_text" if mark.kind == "due" else "ink2")

    def _account(
        self,
        p: Painter,
        rect: Rect,
        row: AccountRow,
        pills: Lanes,
        top: float,
        tall: float,
        tight: bool,
    ) -> None:
        cy = top + tall / 2
        p.hline(rect.x, top, rect.w)
        p.mid(rect.x, cy if tight else cy - p.t(8.5), row.name, 14, "s")
        if not tight:
            p.mid(rect.x, cy + p.t(8.5), row.what, 13, "r", "ink2")
        elif self._beside(p, row):
            p.mid(rect.x + p.width(row.name, 14, "s") + p.t(8), cy, row.what, 13, "r", "ink2")
        lanes = 1 + max((lane for _pill, _rect, lane in pills), default=0)
        for pill, place, lane in pills:
            y = cy + (lane - lanes / 2 + 0.5) * p.t(_LANE) - place.h / 2
            self._paint_pill(p, pill, Rect(rect.x + place.x, y, place.w, place.h))

    def _paint_pill(self, p: Painter, pill: Pill, box: Rect) -> None:
        ink, soft, edge = _colours(p, pill.kind)
        p.rounded(Rect(box.x, box.y, 16, box.h), 6, edge)
        p.rounded(Rect(box.x + 3, box.y, box.w - 3, box.h), 6, soft)
        p.fill(Rect(box.x + 3, box.y, 6, box.h), soft)
        p.icon(box.x + p.t(10), box.cy, ICONS[pill.kind], 14, ink)
        p.mid(box.x + p.t(30), box.cy, pill.label, 13, "s", ink)


def _colours(p: Painter, kind: str) -> tuple[str, str, str]:
    """Ink, ground and left edge of a pill."""
    if kind == "renewal":  # solid: the only thing in the row that ends something
        return p.theme.bg if p.theme.name != "light" else p.theme.on_action, p.theme.rel_text, "action"
    ink, soft = p.theme.tone({"promise": "warn", "offer": "rel", "due": "dlv"}.get(kind, "plain"))
    return ink, soft, ink
