"""The author's bench: the game on a scenario that is being written, reloaded at every save."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from game.engine.model import Scenario
from game.records.carrying import Moved, carry_over
from game.records.desk import Desk
from game.records.places import Places
from game.records.settings import load_settings
from game.records.store import Store
from game.records.watched import Watched
from game.scenario.check import check_text
from game.scenario.load import load_scenario
from game.scenario.problems import ERROR, Problem
from game.window import bench_panels as panels
from game.window.briefing import BriefingScreen
from game.window.history import HistoryScreen
from game.window.house import House
from game.window.inspector import InspectorScreen
from game.window.kit import Back, Column, Flex, Quit, Restyle, Stack, Ui, Widget
from game.window.routes import GoBriefing, GoHelp, GoHistory, GoLibrary, GoSettings, GoWeek, NewPlay, Route
from game.window.shell import Inner, Shell
from game.window.week import WeekScreen

POLL: Final = 50  # milliseconds between two looks at the file, as far as the window's loop comes round
FINDINGS, REPORT, MISFIT = "findings", "report", "misfit"


@dataclass(frozen=True)
class Tried:
    """What the author tries out: the file, what was read from it last that could be played, and what it says now."""

    path: Path
    scenario: Scenario
    text: str
    findings: tuple[Problem, ...] = ()
    written: str = ""  # the text the findings are about


def bench_house(places: Places, store: Store) -> House:
    """The house of an author: their own settings, and plays that are kept nowhere but in `store`."""
    settings, complaints = load_settings(places.settings)
    return House(store, settings, library=(places.scenarios,), settings_file=places.settings, notices=tuple(complaints))


class Bench(Shell):
    """The shell with a bar above it. What is tried here is kept in memory only: it never counts for anybody."""

    def __init__(self, house: House, tried: Tried, route: Route | None = None) -> None:
        self.tried = tried
        self.shown = ""  # the dialog that is open
        self.moved: Moved | None = None  # what the last save did to the play
        self.misfit: Moved | None = None  # a play that no longer fits what was saved, as far as it does
        self.saved_at = ""
        self.inspector: InspectorScreen | None = None
        self._watched = Watched(tried.path)
        self._next_look = 0
        self._looked_through = not tried.written
        super().__init__(house, route or GoBriefing(NewPlay(tried.scenario, tried.text)))
        self._collect_notes()
        if any(problem.severity == ERROR for problem in tried.findings):
            self.shown = FINDINGS

    # ---- what it shows

    def view(self, ui: Ui) -> Widget:
        base = super().view(ui) if self.inspector is None else self.inspector.view(ui)
        return Stack(Column([panels.bar(self._bar()), Flex(base)], gap=0), [self._dialog()])

    def _bar(self) -> panels.Bar:
        mistakes = sum(problem.severity == ERROR for problem in self.tried.findings)
        return panels.Bar(
            self.tried.path.name,
            self.saved_at,
            mistakes,
            len(self.tried.findings) - mistakes,
            self.moved,
            self.misfit,
            self._current() is not None,
            self.inspector is not None,
        )

    def _dialog(self) -> panels.Panel | None:
        if self.shown == FINDINGS:
            return panels.findings(self.tried.path.name, self.tried.findings, self.tried.written)
        if self.shown == MISFIT and self.misfit is not None:
            return panels.misfit(self.misfit)
        if self.shown == REPORT and self.moved is not None:
            return panels.report(self.moved)
        return None

    # ---- what it does

    def on_message(self, message: object) -> Quit | Restyle | None:
        match message:
            case panels.Show(what):
                self.shown = what
            case panels.Close():
                self.shown = ""
            case panels.Adopt():
                self._go_on()
            case panels.Inspect():
                self._inspect()
            case Back() if self.inspector is not None:
                self._inspect()
            case Quit():
                return message
            case _ if self.inspector is not None:
                self.inspector.on_message(message)
            case _:
                return super().on_message(message)
        return None

    def _inspect(self) -> None:
        """Open the inspector on the play that is shown, or close it."""
        desk = self._current()
        self.inspector = InspectorScreen(desk.play) if self.inspector is None and desk is not None else None

    def go(self, route: Route) -> None:
        """To another screen; the library has no place here, so what leads there leads to the briefing."""
        super().go(GoBriefing(NewPlay(self.tried.scenario, self.tried.text)) if isinstance(route, GoLibrary) else route)

    def on_tick(self, now_ms: int) -> bool:
        changed = super().on_tick(now_ms)
        if now_ms < self._next_look:
            return changed
        self._next_look = now_ms + POLL
        return self.look() or changed

    def spare(self) -> bool:
        """Nothing: a play that every save may change is not worth a review."""
        return False

    # ---- a save

    def look(self) -> bool:
        """Read the file if it was saved, or look the story through once what was read is shown; whether it did."""
        if not self._watched.saved():
            return self._look_through()
        loaded = load_scenario(self.tried.path)
        self._looked_through = False
        self.saved_at = self.house.clock().strftime("%H:%M:%S")
        self.tried = replace(self.tried, findings=loaded.problems, written=loaded.text)
        if loaded.scenario is None:
            self.shown = FINDINGS
            return True
        if self.shown == FINDINGS:
            self.shown = ""
        self._take(loaded.scenario, loaded.text)
        return True

    def _look_through(self) -> bool:
        """What `check` finds odd about the story: asked for after a save is shown, for it takes longer than reading."""
        if self._looked_through:
            return False
        self._looked_through = True
        found = tuple(check_text(self.tried.written, str(self.tried.path)))
        changed = found != self.tried.findings
        self.tried = replace(self.tried, findings=found)
        return changed

    def _take(self, scenario: Scenario, text: str) -> None:
        """Carry what is shown over to the new text, or keep the old one where the play does not fit it."""
        self.tried = replace(self.tried, scenario=scenario, text=text)
        desk = self._current()
        self.misfit = None
        if desk is None:
            self.moved = None
            self._turn(_on_new_play(self.route, self.inner, scenario, text))
            return
        moved = carry_over(desk, scenario, text, self.house.clock)
        if moved.carried.stopped:
            self.misfit, self.shown = moved, MISFIT
            return
        if self.shown == MISFIT:
            self.shown = ""
        self._adopt(moved)

    def _go_on(self) -> None:
        """Take the play to the new text as far as it fits now; it may have gone on since the save."""
        desk = self._current()
        if desk is not None:
            self.shown = ""
            self._adopt(carry_over(desk, self.tried.scenario, self.tried.text, self.house.clock))

    def _adopt(self, moved: Moved) -> None:
        """Go on at the new desk, on the screen one is on and where one stands in it."""
        old = self._current()
        if old is None:
            return
        self.moved, self.misfit = moved, None
        before, after = old.record.id, moved.desk.record.id
        self.house.seen |= {after + key[len(before) :] for key in self.house.seen if key.startswith(before)}
        route = _here(self.route, self.inner)
        self._turn(GoWeek(moved.desk) if moved.carried.stopped else with_desk(route, moved.desk))
        if self.inspector is not None:
            self.inspector.play = moved.desk.play

    def _turn(self, route: Route) -> None:
        """Rebuild the screen without forgetting its focus and how far it was scrolled."""
        left = self.inner
        same = type(route) is type(self.route)
        self.go(route)
        self._fresh = not same
        if isinstance(left, WeekScreen) and isinstance(self.inner, WeekScreen):
            _stand(left, self.inner)

    def _current(self) -> Desk | None:
        return desk_in(self.route)


def desk_in(route: object) -> Desk | None:
    """The desk a route is about, or the one it will lead back to."""
    for name in ("desk", "of", "back", "then"):
        found = getattr(route, name, None)
        desk = found if isinstance(found, Desk) else desk_in(found) if isinstance(found, Route) else None
        if desk is not None:
            return desk
    return None


def with_desk(route: Route, desk: Desk) -> Route:
    """The same route at another desk, and so all it leads back to."""
    changed: dict[str, object] = {}
    for name in ("desk", "of", "back", "then"):
        found = getattr(route, name, None)
        if isinstance(found, Desk):
            changed[name] = desk
        elif isinstance(found, Route):
            changed[name] = with_desk(found, desk)
    if isinstance(route, GoHistory):
        changed["week"] = min(route.week, max(1, len(desk.history)))
    return replace(route, **changed)  # type: ignore[arg-type]


def _here(route: Route, inner: Inner) -> Route:
    """The route to what is shown, which may have been turned to without one."""
    if isinstance(route, GoHistory) and isinstance(inner, HistoryScreen):
        return replace(route, week=inner.week)
    return route


def _on_new_play(route: Route, inner: Inner, scenario: Scenario, text: str) -> Route:
    """A play about to begin, on the new text, with what was already chosen for it."""
    if not isinstance(inner, BriefingScreen):
        return _leading_back(route, NewPlay(scenario, text))
    seed = int(inner.seed) if inner.seed.isdecimal() else None
    return GoBriefing(NewPlay(scenario, text, inner.mode, inner.difficulty, seed))


def _leading_back(route: Route, new: NewPlay) -> Route:
    """Settings and help opened over a briefing lead back to the new one."""
    if isinstance(route, GoBriefing):
        return GoBriefing(new)
    if isinstance(route, GoSettings | GoHelp) and isinstance(route.back, Route):
        return replace(route, back=_leading_back(route.back, new))
    return route


def _stand(left: WeekScreen, entered: WeekScreen) -> None:
    """Show the event that was shown, and the panel that was open below."""
    talks = left.week.talks()
    shown = talks[left.week.event].event.id if left.week.event < len(talks) else ""
    ids = [talk.event.id for talk in entered.week.talks()]
    if shown in ids:
        entered.week.event = ids.index(shown)
    entered.week.tab = left.week.tab
