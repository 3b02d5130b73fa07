"""The week: who wants what, what you answer, what you give your time to, and how everything stands."""

from __future__ import annotations

from dataclasses import replace

from game.engine.model import Seat
from game.records.desk import Desk
from game.window.house import House
from game.window.kit import Back, Ui, Widget
from game.window.panels.messages import (
    Change,
    Choose,
    Close,
    Find,
    GuideAgain,
    GuideEnd,
    GuideNext,
    Help,
    History,
    Instead,
    Leave,
    Menu,
    Open,
    OpenPicker,
    Pick,
    ShowEvent,
    ShowTab,
    Start,
    Unfold,
)
from game.window.routes import GoEnding, GoHandover, GoHelp, GoHistory, GoPause, GoRecap, GoWeek, Route
from game.window.week_model import Week
from game.window.week_view import week_view

_BROKEN = 4  # the status of a promise


class WeekScreen:
    """The open week of one seat. What the rules or the disk refuse is raised on to the shell, and nothing is lost."""

    def __init__(self, house: House, desk: Desk, seat: Seat | None = None) -> None:
        self.desk = desk
        self.week = Week(house, desk, seat or desk.humans[0])
        self._ui: Ui | None = None

    def view(self, ui: Ui) -> Widget:
        self._ui = ui
        return week_view(self.week)

    def on_tick(self, now_ms: int) -> bool:
        if self.week.wanted and self._ui is not None:
            self._ui.begin_at(self.week.wanted)
            self.week.wanted = ""
        return self.week.tick(now_ms)

    # ---- what it is told

    def on_message(self, message: object) -> Route | None:
        match message:
            case Choose(event, choice):
                self.week.choose(event, choice)
            case Instead(event, choice):
                self.week.instead(event, choice)
            case Change(event):
                self.week.change(event)
            case Leave(event):
                self.week.leave(event)
            case ShowEvent(index):
                self.week.event = index
            case OpenPicker(slot):
                self.week.open_picker(slot)
            case Unfold(group) if self.week.picking:
                self.week.picking = (self.week.picking[0], group)
            case Pick(move):
                self.week.pick(move)
            case Start():
                return self._start()
            case _:
                return self._read(message)
        return None

    def _read(self, message: object) -> Route | None:
        """What is opened, turned to and closed; nothing of it counts."""
        week = self.week
        match message:
            case Open(kind="book"):
                week.open_book()
            case Open():
                week.opened = [*week.opened, message]
            case Close():
                week.close()
            case Find(text) if week.book:
                week.book = replace(week.book, search=text)
            case ShowTab(name) if week.book:
                week.book = replace(week.book, by=name)
            case ShowTab(name):
                week.tab = name
            case GuideNext():
                week.guide_on()
            case GuideEnd():
                week.guide_end()
            case GuideAgain():
                week.guide_again()
            case _:
                return self._away(message)
        return None

    def _away(self, message: object) -> Route | None:
        here = GoWeek(self.desk, self.week.seat)
        match message:
            case Menu() | Back():
                return GoPause(self.desk, here)
            case History():
                return GoHistory(self.desk, max(1, self.desk.week - 1), here)
            case Help(term):
                return GoHelp(here, term)
        return None

    def _start(self) -> Route | None:
        """The primary button: on to what is missing, to the other person at this screen, or through the week."""
        week, desk = self.week, self.desk
        if desk.outcome is not None:
            return GoEnding(desk)
        if week.show_waiting():
            return None
        if not week.primary()[1]:
            week.open_picker(0)
            return None
        other = week.next_human()
        if other is not None:
            return GoHandover(desk, other, GoWeek(desk, other))
        lived = desk.start_week()
        week.house.sounds.play("promise_broken" if _broke_a_promise(desk) else "week")
        return GoRecap(desk, lived.week, week.seat)


def _broke_a_promise(desk: Desk) -> bool:
    """Whether a promise was broken in the week just lived."""
    before, after = desk.play.states[-2].values, desk.play.states[-1].values
    return any(after[p.status] == _BROKEN != before[p.status] for p in desk.scenario.promises)
