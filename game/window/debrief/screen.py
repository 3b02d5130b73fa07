"""Leads through the steps of a debrief; what is written is kept as it is written."""

from __future__ import annotations

import webbrowser
from dataclasses import replace
from pathlib import Path
from typing import Final

from game.engine.model import Seat
from game.insight.review.whole import Review
from game.insight.words.debrief.judged import ReviewWords, review_words
from game.insight.words.debrief.timeline import timeline
from game.insight.words.ending import ending
from game.insight.words.story import story
from game.records.desk import Desk
from game.records.reflections import MOST_TURNING, Reflection, TurningPoint, keep_reflection, reflection_of
from game.records.trouble import StoreTrouble
from game.window.chrome import footer, icon_line, page, top_bar
from game.window.debrief.happened import happened
from game.window.debrief.kept import kept, taken
from game.window.debrief.meant import meant
from game.window.debrief.onward import onward, to_keep
from game.window.debrief.saving import save_page, save_play
from game.window.debrief.steps import (
    HAPPENED,
    KEPT,
    MEANT,
    NAMES,
    TAKEN,
    WORTH,
    Go,
    Leave,
    Mark,
    PlayOn,
    Save,
    Show,
    WithWords,
    Wrote,
)
from game.window.house import House
from game.window.kit import (
    Back,
    Bar,
    Button,
    Card,
    Column,
    Fixed,
    Flex,
    Pad,
    ProgressDots,
    Row,
    Scroll,
    Text,
    Ui,
    Widget,
)
from game.window.review import ReviewScreen
from game.window.routes import GoDebrief, GoEnding, GoHelp, GoReview, GoSettings, GoWeek, Route

REST: Final = 400  # milliseconds without typing after which what was written is stored
_SIDE_BY_SIDE = 900  # units at 100 % text: narrower, the weeks stand under the curves


class DebriefScreen:
    """One seat's look back on a finished play."""

    def __init__(self, house: House, desk: Desk, seat: Seat, step: int = MEANT) -> None:
        told = ending(desk.play, seat)
        assert told is not None, "the play goes on"
        self.house, self.desk, self.seat, self.told = house, desk, seat, told
        self.reflection = reflection_of(desk.store, desk.record, seat)
        self.step = step if self.reflection.turning else min(step, HAPPENED)
        self.weeks, self.story = timeline(desk.play, seat), story(desk.play, seat)
        self.trouble = ""
        self.saved: Path | None = None
        self.own_words = False
        self._unsaved, self._changed, self._now = False, 0, 0
        self._shown_progress = -1
        self._at = (self.step, False)
        self._words: ReviewWords | None = None
        self._review: ReviewScreen | None = None

    # ---- what it shows

    def view(self, ui: Ui) -> Widget:
        shown = (self.step, self.step == WORTH and self._found is not None)
        if shown != self._at:
            ui.forget()  # another step begins with its own focus
            self._at = shown
        if self.step == WORTH and self._found is not None:
            return self._worth().view(ui)
        bar = self._bar()
        if self.step == HAPPENED:
            return self._happened(ui, bar)
        return page(bar, self._body(), self._foot())

    def _bar(self) -> Widget:
        here = GoDebrief(self.desk, self.seat, self.step)
        at = Text([f"{self.step + 1} of {len(NAMES)}: {NAMES[self.step]}"], 15, "s")
        middle = Row([at, ProgressDots(self.step, len(NAMES))], gap=12)
        help = Button(
            "Help",
            Leave(GoHelp(here)),
            id="help",
            kind="quiet",
            icon="circle-question-mark",
            hotkey=self.house.key("help"),
        )
        settings = Button("Settings", Leave(GoSettings(here)), id="settings", kind="quiet", icon="settings")
        return top_bar(self.desk.scenario.title, "", [help, settings], middle)

    def _body(self) -> Widget:
        if self.step == MEANT:
            return meant(self.desk, self.seat, self.told)
        if self.step == WORTH:
            return self._waiting()
        if self.step == KEPT:
            return kept(self.desk, self.reflection, self.weeks, self._found, self._told())
        ways = onward(self.reflection, self.weeks, self._found, self.told.score)
        keeps = to_keep(self.own_words, self._found is not None, self.saved)
        return taken(self.reflection, Column([ways, keeps], gap=16))

    def _happened(self, ui: Ui, bar: Widget) -> Widget:
        wide = ui.screen.w >= _SIDE_BY_SIDE * ui.painter.text_scale
        own, weeks = happened(self.weeks, self.story, self.reflection, wide)
        if not wide:
            return page(bar, Column([own, weeks], gap=16), self._foot())
        left = Flex(Scroll(Pad(own, 16), id="own"), 720, 400)
        right = Flex(Scroll(Pad(weeks, 16), id="weeks"), 560, 320)
        return Column([bar, Flex(Row([left, right], gap=0, align="stretch")), self._foot()], gap=0)

    def _waiting(self) -> Widget:
        share = self.house.reviews.of(self.desk, self.seat).progress
        words = [
            Text("The weeks are being played again", 22, "b", leading=1.25),
            Text(
                "Every answer you could have given is tried in 200 futures, the same ones for each, and each future is "
                "played on sensibly to its end. So luck drops out, and what is left is the worth of the answer.",
                16,
            ),
            Row([Flex(Bar(share, "action", tall=8)), Text(f"{share * 100:.0f} %", 15, "s")], gap=12),
            Text("It goes on wherever you are in this play, and is kept with it.", 14, "r", "ink2"),
        ]
        return Row([Fixed(Card(Column(words, gap=12), 24, 20), 800)], justify="center")

    def _foot(self) -> Widget:
        last = self.step == TAKEN
        back = Button("Back" if self.step else "To the ending", Back(), id="back", icon="arrow-left")
        label = "Done" if last else f"On to: {NAMES[self.step + 1].lower()}"
        missing = self.step == HAPPENED and not self.reflection.turning
        onward = Button(
            label,
            Leave(GoEnding(self.desk)) if last else Go(self.step + 1),
            id="onward",
            kind="primary",
            after="check" if last else "arrow-right",
            enabled=not missing,
            help="Choose at least one moment first." if missing else "",
            autofocus=self.step in (MEANT, WORTH),
        )
        note = icon_line("triangle-alert", self.trouble, "bad") if self.trouble else None
        return footer([back, onward, note])

    # ---- the review

    @property
    def _found(self) -> Review | None:
        """The review, once it is complete."""
        return self.house.reviews.of(self.desk, self.seat).review

    def _told(self) -> ReviewWords | None:
        if self._words is None and self._found is not None:
            self._words = review_words(self.desk.play, self._found, self.desk.record.mode == "two")
        return self._words

    def _worth(self) -> ReviewScreen:
        found = self._found
        assert found is not None
        if self._review is None:
            here = GoReview(
                self.desk,
                self.seat,
                found,
                turned=tuple([point.week for point in self.reflection.turning]),
                back=GoDebrief(self.desk, self.seat, HAPPENED),
                onward_label=NAMES[KEPT],
                onward=GoDebrief(self.desk, self.seat, KEPT),
            )
            self._review = ReviewScreen(self.house, here)
        return self._review

    # ---- what it does

    def on_message(self, message: object) -> Route | None:
        match message:
            case Go(step):
                self._save()
                self.step = step
            case Back():
                self._save()
                if self.step == WORTH and self._review is not None:
                    return self._review.on_message(message)
                if self.step == MEANT:
                    return GoEnding(self.desk)
                self.step -= 1
            case Leave(route):
                self._save()
                return route
            case Mark(week, event):
                self._mark(week, event)
            case Wrote(reflection):
                self._write(reflection)
            case WithWords(wanted):
                self.own_words = wanted
            case Save(what):
                self._save()
                self.saved = self._file(what)
            case Show() if self.saved is not None:
                webbrowser.open(self.saved.resolve().as_uri())
            case PlayOn(week):
                self._save()
                return GoWeek(self.house.step_back(self.desk, week))
            case _ if self.step == WORTH and self._review is not None:
                return self._review.on_message(message)
        return None

    def _file(self, what: str) -> Path:
        found, words = self._found, self._told()
        if what == "page" and found is not None and words is not None:
            return save_page(self.desk, found, words, self.own_words)
        return save_play(self.desk, self.own_words)

    def _mark(self, week: int, event: str) -> None:
        """Call this a turning point, in the order of the weeks; or no longer."""
        turning = self.reflection.turning
        left = tuple(point for point in turning if (point.week, point.event) != (week, event))
        if len(left) == len(turning):
            if len(turning) >= MOST_TURNING:
                return
            left = tuple(sorted((*turning, TurningPoint(week, event)), key=lambda point: point.week))
        self._write(replace(self.reflection, turning=left))
        self._save()

    def _write(self, reflection: Reflection) -> None:
        self.reflection, self._unsaved, self._changed = reflection, True, self._now

    def _save(self) -> None:
        if self._unsaved:
            keep_reflection(self.desk.store, self.desk.record, self.seat, self.reflection)
            self._unsaved, self.trouble = False, ""

    def on_tick(self, now_ms: int) -> bool:
        self._now = now_ms
        if self._unsaved and now_ms - self._changed >= REST:
            return self._save_quietly()
        if self.step == WORTH and self._review is not None:
            return self._review.on_tick(now_ms)
        return self.step == WORTH and self._progressed()

    def _save_quietly(self) -> bool:
        """Store what was written while nobody waits for it; whether there is something new to say."""
        before = self.trouble
        try:
            self._save()
        except StoreTrouble as trouble:
            self.trouble, self._changed = str(trouble), self._now  # and try again after a rest
        return self.trouble != before

    def _progressed(self) -> bool:
        percent = round(self.house.reviews.of(self.desk, self.seat).progress * 100)
        if percent == self._shown_progress and self._found is None:
            return False
        self._shown_progress = percent
        return True
