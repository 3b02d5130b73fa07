"""The ending: how it came out, the two scorecards, why, what became of people, and the story of the weeks."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.model import Seat, Truth
from game.insight.review.whole import Review
from game.insight.words.debrief.lookback import dearest_beside, judged_there
from game.insight.words.ending import Cause, EndingWords, ending
from game.insight.words.figures import decimal, signed, weeks
from game.insight.words.fill import substitute
from game.insight.words.story import Mark, Story, story
from game.records.desk import Desk
from game.records.reflections import reflection_of
from game.records.reopening import resume
from game.records.rows import ENDED
from game.records.trouble import StoreTrouble
from game.window.chart import StoryChart, disc, meter_lines
from game.window.chrome import SEATS, footer, page, top_bar
from game.window.house import House
from game.window.kit import (
    Back,
    Button,
    Card,
    CardButton,
    Chip,
    Column,
    Divider,
    Emblem,
    Flex,
    Grid,
    Icon,
    IconTile,
    Pad,
    Row,
    Spacer,
    Stack,
    Text,
    Ui,
    Widget,
    bold,
    tabs,
)
from game.window.kit.widget import Overlay
from game.window.panels.asked import asked
from game.window.panels.faces import face
from game.window.panels.kpis import kpi_at_the_end
from game.window.panels.messages import Close, Menu, Open
from game.window.routes import (
    GoBeside,
    GoBriefing,
    GoDebrief,
    GoEnding,
    GoHelp,
    GoHistory,
    GoLibrary,
    GoPause,
    NewPlay,
    Route,
)
from game.window.scorecards import scorecards

_TONES = {
    "good": ("A good ending", "good", "circle-check"),
    "mixed": ("A mixed ending", "warn", "scale"),
    "bad": ("A bad ending", "bad", "circle-x"),
}
_OTHER = {"am": "pm", "pm": "am", "both": "pm", "two": "two"}


@dataclass(frozen=True)
class ShowWhy:
    """Show the game's own reading, without a look back first."""


@dataclass(frozen=True)
class ShowSeat:
    """Whose ending is told, where two people played."""

    seat: str


@dataclass(frozen=True)
class BesideOriginal:
    """Lay a branch beside the play it parted from."""


class EndingScreen:
    """Everything is open now: both sides' numbers, and what nobody told you."""

    def __init__(self, house: House, desk: Desk) -> None:
        self.house, self.desk = house, desk
        self.seat = desk.humans[0]
        self.told: EndingWords
        self.story: Story
        self.opened = ""  # the KPI that is read
        self._tell(self.seat)
        self._rung = False
        self._comparable = parted_from_finished(desk)

    def _tell(self, seat: Seat) -> None:
        told = ending(self.desk.play, seat)
        assert told is not None, "the play goes on"
        self.seat, self.told, self.story = seat, told, story(self.desk.play, seat)
        self._looked_back = looked_back(self.desk, seat)

    @property
    def _may_say(self) -> bool:
        """Whether the game may say where it turned: the player has said so first, or asked for it."""
        return self._looked_back or self._asked_why in self.house.seen

    @property
    def _asked_why(self) -> str:
        return f"{self.desk.record.id}/{self.seat.value}/why"

    def _week(self, week: int) -> GoHistory:
        return GoHistory(self.desk, max(1, week), GoEnding(self.desk))

    # ---- what it shows

    def view(self, ui: Ui) -> Widget:
        here = GoEnding(self.desk)
        story_of = self.desk.scenario
        bar = top_bar(
            story_of.title,
            story_of.accounts[0].name if story_of.accounts else "",
            [
                Button(
                    "Help",
                    GoHelp(here),
                    id="help",
                    kind="quiet",
                    icon="circle-question-mark",
                    hotkey=self.house.key("help"),
                ),
                Button("Menu", Menu(), id="menu", kind="quiet", icon="menu", hotkey="escape", show_key=True),
            ],
        )
        top = Row(
            [Flex(scorecards(self.desk.play, self.told), 808, 420), Flex(self._why(), 424, 320)],
            gap=16,
            align="stretch",
        )
        after = Row([Flex(self._people(), 616, 360), Flex(self._truths(), 616, 360)], gap=16, align="start")
        parts = [self._head(), asked(self.desk, self.seat), top, self._chart(), after, self._debrief()]
        above: list[Overlay] = [kpi_at_the_end(self.desk.play, self.seat, self.opened)] if self.opened else []
        return Stack(page(bar, Column(parts, gap=16), self._foot()), above)

    def _head(self) -> Widget:
        told = self.told
        word, tone, icon = _TONES.get(told.tone, _TONES["mixed"])
        when = f"After {weeks(told.week)}" + (", before its time" if told.early else "")
        words = Column(
            [
                Row([Text(when, 14, "s", "ink2"), Chip(word, tone, icon), *self._branch()], gap=12, line_gap=4),
                Text(told.title, 34, "b", leading=1.15),
                Row([Flex(Text(told.text, 17), 4, 300), Flex(Spacer())], wrap=False),
                Text(told.decided, 14, "r", "ink2") if told.decided else None,
                self._seats(),
            ],
            gap=4,
        )
        relationship, delivery = told.cards[0].score, told.cards[1].score
        score = Column(
            [
                Text("Your score", 14, "s", "ink2", "r"),
                Text(decimal(told.score), 34, "b", "ink", "r", leading=1.1),
            ],
            gap=0,
            align="end",
        )
        emblem = Emblem(relationship, delivery, 60, icons=("handshake", "wrench"), ground="bg")
        return Row([Flex(words, least=420), Row([score, emblem], gap=20)], gap=24)

    def _branch(self) -> list[Widget]:
        return [Chip("Branch: does not count", "plain", "git-branch")] if self.desk.is_branch else []

    def _seats(self) -> Widget | None:
        if len(self.desk.humans) < 2:
            return None
        names = [(seat.value, SEATS[seat.value].name) for seat in self.desk.humans]
        return Pad(tabs("whose", names, self.seat.value, ShowSeat), 0, 8)

    def _why(self) -> Widget:
        parts: list[Widget] = [Text("Why it came out like this", 16, "s")]
        parts += self._causes() if self._may_say else self._first_you()
        parts += [
            Flex(Spacer()),
            Divider(2),
            Text("How the score is made", 14, "s"),
            Text(self.told.formula, 14, "r", "ink2"),
        ]
        return Card(Column(parts, gap=8), 16, 14)

    def _first_you(self) -> list[Widget]:
        """What one sees for oneself is worth more than what one is told."""
        says = "You were there. Before the game says where it turned: where would you say?"
        return [
            Text(says, 15),
            Row(
                [
                    Button("Look back first", GoDebrief(self.desk, self.seat), id="why/look", icon="eye", compact=True),
                    Button("Just tell me", ShowWhy(), id="why/tell", kind="quiet"),
                ],
                gap=8,
                line_gap=4,
            ),
        ]

    def _causes(self) -> list[Widget]:
        if not self.told.causes:
            return [Text("Nothing stands out: many small things, none of them large.", 15, "r", "ink2")]
        found = self.house.reviews.of(self.desk, self.seat).review
        parts: list[Widget] = [Text(self.told.measured, 13, "r", "ink2", leading=1.25)]
        parts += [self._cause(number, cause, found) for number, cause in enumerate(self.told.causes)]
        named = [(cause.week, cause.event) for cause in self.told.causes]
        dear = "" if found is None else dearest_beside(self.desk.scenario, found, named)
        parts += [Text(dear, 14, "r", "ink2")] if dear else []
        if self.told.early and self.told.tipped:
            parts.append(self._tipped())
        return parts

    def _cause(self, number: int, cause: Cause, found: Review | None) -> Widget:
        ink, icon = ("good", "trending-up") if cause.good else ("bad", "trending-down")
        judged = judged_there(found, cause.week, cause.event, cause.good) if found is not None and cause.event else ""
        where = f"Week {cause.week}" + (f": {cause.sub}" if cause.sub else "") + (f"; {judged}" if judged else "")
        words = Column([Text(cause.text, 15, "s", leading=1.25), Text(where, 13, "r", "ink2", leading=1.3)], gap=1)
        row = Row([Icon(icon, 18, ink), Flex(words, least=160), Icon("chevron-right", 16)], gap=10)
        way = "helped" if cause.good else "hurt"
        return CardButton(
            row,
            self._week(cause.week),
            id=f"cause/{number}",
            label=f"{cause.text}. {where}. It {way}.",
            help="Go to that week",
            style="flat",
            x=6,
            y=4,
            corner=8,
        )

    def _tipped(self) -> Widget:
        told = self.told
        words = Column([Text(f"It tipped in week {told.tipped}", 15, "s", "warn"), Text(told.tipped_text, 14)], gap=2)
        go = Button(
            f"Look at week {told.tipped}",
            self._week(told.tipped),
            id="tipped",
            icon="history",
            compact=True,
        )
        body = Column(
            [Row([Icon("scale", 18, "warn"), Flex(words, least=160)], gap=10, align="start"), Row([go])], gap=8
        )
        return Card(body, 14, 12, fill="warn_soft", border="", lift=-1)

    # ---- the story of the weeks

    def _chart(self) -> Widget:
        told = self.story
        shown = told.marks if self._may_say else ()
        chart = StoryChart(meter_lines(told), [mark.week for mark in shown], self._week_says, self._week)
        numbered = (
            "The decisions and the weeks that moved it most are numbered." if shown else "Press a week to see it."
        )
        numbered += f" {told.as_it_was('Hollow:')}"
        head = Row([Text("The story of the weeks", 16, "s"), Text(numbered, 14, "r", "ink2")], gap=12, line_gap=2)
        marks = Grid([self._mark(number + 1, mark) for number, mark in enumerate(shown)], 3, 300, 8)
        return Card(Column([head, chart, marks if shown else None], gap=10), 20, 16)

    def _week_says(self, week: int) -> str:
        told = self.story
        at = f"Relationship {told.relationship[week]:.0f}, Delivery {told.delivery[week]:.0f}"
        saw = told.saw(week)
        return f"{told.headlines[week - 1]} {at}{f' ({saw})' if saw else ''}."

    def _mark(self, number: int, mark: Mark) -> Widget:
        whose = "" if mark.seat is None else ", its share"  # of a decision, beside others of the same week
        both = f"Relationship {signed(mark.relationship, 0)}, Delivery {signed(mark.delivery, 0)}"
        moved = f"Week {mark.week}{whose}: {both}"
        words = Column([Text(mark.text, 14, "s", leading=1.25), Text(moved, 13, "r", "ink2", leading=1.3)], gap=1)
        row = Row([disc(number), Flex(words, least=150)], gap=12, align="start")
        return CardButton(
            row,
            self._week(mark.week),
            id=f"mark/{number}",
            label=f"{number}. {mark.text.removesuffix('.')}. {moved}",
            style="flat",
            x=6,
            y=5,
            corner=8,
        )

    # ---- what became of it

    def _people(self) -> Widget:
        people = self.desk.scenario.people
        face_of = {"good": "cheerful", "bad": "worried"}.get(self.told.tone, "neutral")
        rows: list[Widget] = [Text("What became of them", 16, "s")]
        for index, text in self.told.epilogues:
            who = people[index]
            line = Text([bold(f"{who.name}  "), text] if not text.startswith(who.name.split()[0]) else text, 15)
            rows.append(Row([face(who, face_of, 44), Flex(line, least=200)], gap=14))
        if not self.told.epilogues:
            rows.append(Text("They went on. People do.", 15, "r", "ink2"))
        return Card(Column(rows, gap=10), 20, 16)

    def _truths(self) -> Widget:
        rows: list[Widget] = [Text("What was true all along, and what was not", 16, "s")]
        rows += [self._truth(truth) for truth in self.desk.scenario.truths]
        if len(rows) == 1:
            rows.append(Text("Nothing was hidden in this story.", 15, "r", "ink2"))
        return Card(Column(rows, gap=10), 20, 16)

    def _truth(self, truth: Truth) -> Widget:
        values, play = self.desk.state.values, self.desk.play
        held = bool(values[truth.holds])
        known = {Seat.AM: values[truth.known_am], Seat.PM: values[truth.known_pm]}
        knew = any(known.values()) if self.seat is Seat.BOTH else bool(known[self.seat])
        text = substitute(truth.tells, play.scenario, len(play.weeks))
        if held:
            says, icon = ("True, and you found out.", "eye") if knew else ("True, and nobody told you.", "eye-off")
        else:
            says, icon = "Not so in this play. In another one it may be.", "circle-dashed"
        lines = [Text(text, 15, "r", "ink" if held else "ink2"), Text(says, 13, "s", "ink2", leading=1.3)]
        words = Column(lines if held else lines[::-1], gap=1)  # what was not so is not read as if it had been
        return Row([IconTile(icon, 18, "ink", tile=44, fill="sunk"), Flex(words, least=200)], gap=14)

    def _debrief(self) -> Widget | None:
        told = self.desk.scenario.debrief
        if not told.notes and not told.questions:
            return None
        notes = [Text(substitute(note, self.desk.scenario, self.told.week), 15) for note in told.notes]
        questions = [
            Row(
                [Icon("message-circle-question-mark", 18, "action"), Flex(Text(question, 15), least=200)],
                gap=10,
                align="start",
            )
            for question in told.questions
        ]
        columns: list[Widget] = []
        if notes:
            columns.append(Flex(Column([Text("What this story is about", 16, "s"), *notes], gap=8), least=320))
        if questions:
            columns.append(Flex(Column([Text("Before you go on", 16, "s"), *questions], gap=8), least=320))
        return Card(Row(columns, gap=32, align="start"), 20, 16)

    # ---- where to go

    def _foot(self) -> Widget:
        mode = self.desk.record.mode
        return footer(
            [
                Button(
                    "Look back on it",
                    GoDebrief(self.desk, self.seat),
                    id="look_back",
                    kind="primary",
                    icon="eye",
                    autofocus=True,
                ),
                Button("Play it again", self._anew(mode), id="again", icon="rotate-ccw"),
                self._another(mode),
                Button("The weeks, one by one", self._week(len(self.desk.history)), id="weeks", icon="history"),
                Button("Library", GoLibrary(), id="library", icon="library-big"),
            ]
        )

    def _another(self, mode: str) -> Widget | None:
        """What a branch changed, or how it looks from the other seat."""
        if self._comparable:
            return Button("Beside the original", BesideOriginal(), id="beside", icon="git-compare-arrows")
        if mode == "two":
            return None
        other = SEATS[_OTHER[mode]].name.lower()
        return Button(f"Play it as {other}", self._anew(_OTHER[mode]), id="other", icon="repeat")

    def _anew(self, mode: str) -> GoBriefing:
        return GoBriefing(NewPlay(self.desk.scenario, self.desk.text.body, mode, self.desk.record.difficulty))

    def on_message(self, message: object) -> Route | None:
        match message:
            case Menu() | Back():
                return GoPause(self.desk, GoEnding(self.desk))
            case BesideOriginal():
                original = resume(self.desk.store, self.desk.record.parent, self.house.clock)
                return GoBeside(original, self.desk, self.seat, GoEnding(self.desk))
            case ShowWhy():
                self.house.seen.add(self._asked_why)
            case ShowSeat(seat):
                self._tell(Seat(seat))
            case Open():
                self.opened = message.name
            case Close():
                self.opened = ""
        return None

    def on_tick(self, now_ms: int) -> bool:
        if not self._rung:
            self._rung = True
            self.house.sounds.play("ending")
        return False


def looked_back(desk: Desk, seat: Seat) -> bool:
    """Whether the player has said where it turned; where that cannot be read nothing is held back for it."""
    try:
        return bool(reflection_of(desk.store, desk.record, seat).turning)
    except StoreTrouble:
        return True


def parted_from_finished(desk: Desk) -> bool:
    """Whether this is a branch of a play that has ended as well, so that the two can be compared."""
    try:
        return bool(desk.record.parent) and desk.store.play(desk.record.parent).status == ENDED
    except StoreTrouble:
        return False
