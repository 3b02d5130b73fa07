"""The review of a play: the chart of its decisions beside the one that is open, and what else there is to see."""

from __future__ import annotations

from dataclasses import replace

from game.insight.review.choices import GRADES, REPLAYS, Decision
from game.insight.review.split import GRAIN
from game.insight.words.debrief.aftermath import Aftermath
from game.insight.words.debrief.answers import answer_words
from game.insight.words.debrief.came_from import colleague_name, part_words, score_words, split_told
from game.insight.words.debrief.hindsight import moment
from game.insight.words.debrief.lookback import week_in_all
from game.insight.words.debrief.reviewed import (
    HeadWords,
    cost_words,
    decision_says,
    decision_title,
    grade_words,
    head_words,
    option_words,
    truth_words,
)
from game.insight.words.figures import signed
from game.insight.words.people import seat_name
from game.records.desk import Desk
from game.records.reopening import resume
from game.records.rows import ENDED
from game.records.rows import Play as Record
from game.window.chrome import page, top_bar
from game.window.house import House
from game.window.kit import (
    Back,
    Button,
    Card,
    Column,
    Custom,
    Divider,
    Flex,
    Pad,
    Painter,
    Part,
    Rect,
    Row,
    Scroll,
    Spacer,
    Stack,
    Text,
    Ui,
    Widget,
    tabs,
)
from game.window.panels.messages import Close
from game.window.review import panel, rest
from game.window.review.chart import DecisionChart
from game.window.review.luck import luck_strip, luck_tall
from game.window.review.messages import BesideIt, Onward, PlayOn, ShowDecision, ShowPart, TryOption
from game.window.review.panel import DecisionWords
from game.window.review.places import Mark, Step
from game.window.review.trying import Tried, what_if_dialog
from game.window.routes import GoBeside, GoEnding, GoHelp, GoReview, GoWeek, Route

PARTS = (
    ("decisions", "Decisions"),
    ("moves", "Moves"),
    ("numbers", "Numbers"),
    ("skills", "Skills"),
    ("points", "Points"),
    ("beside", "Beside"),
)
DEAR = 2  # decisions whose cost stands beside their mark
_SIDE_BY_SIDE = 1160  # units at 100 % text: narrower, the open decision goes below the chart


class ReviewScreen:
    """A finished review, one decision of it open. `futures` are tried for another option."""

    futures = REPLAYS

    def __init__(self, house: House, to: GoReview) -> None:
        self.house, self.desk, self.seat, self.review = house, to.desk, to.seat, to.review
        self._to = to
        self.opened = to.opened if to.opened >= 0 else dearest(to.review.decisions)
        self.part = to.part
        self.head: HeadWords = head_words(to.desk.play, to.review)
        self._weeks = split_told(to.desk.play, to.review)
        self._aftermath = Aftermath(to.desk.play, to.seat)
        self._told: dict[int, DecisionWords] = {}
        self._parts: dict[str, Widget] = {}
        self._tried: Tried | None = None
        self._turn, self._follow = True, False

    # ---- what it shows

    def view(self, ui: Ui) -> Widget:
        wide = ui.screen.w >= _SIDE_BY_SIDE * ui.painter.text_scale
        if self._turn:
            ui.memory("decision").offset = 0  # another decision is read from its top
            self._turn = False
        if self._follow:
            ui.set_focus(f"decision/{self.opened}")
            self._follow = False
        parts = tabs("part", PARTS, self.part, ShowPart)
        bar = self._bar(parts if wide else None)
        if self.part != PARTS[0][0]:
            base = page(bar, Column([None if wide else parts, self._rest()], gap=16))
        else:
            base = self._side_by_side(bar) if wide else page(bar, self._one_below_the_other(parts))
        return Stack(base, [what_if_dialog(self._tried) if self._tried else None])

    def _rest(self) -> Widget:
        """The part turned to; words and numbers of it are found once."""
        if self.part == "beside":
            return rest.beside_part(others(self.desk), BesideIt)
        if self.part not in self._parts:
            play = self.desk.play
            self._parts[self.part] = {
                "moves": lambda: rest.moves_part(play, self.review),
                "numbers": lambda: rest.numbers_part(play, self.seat),
                "skills": lambda: rest.skills_part(play, self.review, len(self.desk.humans) > 1),
                "points": lambda: rest.points_part(play, self.review),
            }[self.part]()
        return self._parts[self.part]

    def _one_below_the_other(self, parts: Widget) -> Widget:
        open_one = self._decision()
        body = [
            parts,
            self._head(),
            self._chart(begins=False),
            self._luck(),
            Card(open_one, 20, 16) if open_one else None,
        ]
        return Column(body, gap=16)

    def _side_by_side(self, bar: Widget) -> Widget:
        left = Column([self._head(), Flex(self._chart(begins=True)), self._luck()], gap=16)
        sides: list[Widget] = [Flex(Scroll(Pad(left, 16), id="chart"), 808, 480)]
        if self.review.decisions:
            told = self._told_of(self.opened)
            read = Scroll(Pad(self._reading(told), 0, 2), id="decision", label="The rest of the decision")
            foot = Column([Divider(), panel.way_back(told)], gap=12)
            body = Column([panel.decision_head(told), Flex(read), foot], gap=10)
            sides.append(Flex(Pad(Card(body, 24, 16, lift=0.3), 0, 16), 456, 380))
            sides.append(Spacer(16))
        return Column([bar, Flex(Row(sides, gap=0, align="stretch"))], gap=0)

    def _bar(self, middle: Widget | None) -> Widget:
        help = Button(
            "Help",
            GoHelp(self.here()),
            id="help",
            kind="quiet",
            icon="circle-question-mark",
            hotkey=self.house.key("help"),
        )
        ways: list[Widget] = [help, Button("Back", Back(), id="back", kind="quiet", icon="arrow-left")]
        if self._to.onward_label:
            ways.append(Button(self._to.onward_label, Onward(), id="onward", after="arrow-right", compact=True))
        whose = f", {seat_name(self.seat)}" if len(self.desk.humans) > 1 else ""
        return top_bar("The review", f"{self.desk.scenario.title}{whose}", ways, middle)

    def here(self) -> GoReview:
        """The way back to this screen as it stands."""
        return replace(self._to, opened=self.opened, part=self.part)

    def _head(self) -> Widget:
        above = Row(
            [Text(self.head.above, 14, "s", "ink2"), Flex(Text(self.head.score, 14, "r", "ink2", "r"), least=240)],
            gap=16,
            line_gap=0,
        )
        title = Text(self.head.title, 34, "b", leading=1.2)
        return Pad(Column([above, title, Text(self.head.meant, 14, "r", "ink2")], gap=0), 8, 0)

    def _chart(self, begins: bool) -> Widget:
        split, decisions = self.review.split, self.review.decisions
        scenario = self.desk.scenario
        dear = sorted((i for i, each in enumerate(decisions) if each.grade in GRADES[3:]), key=self._gap)[-DEAR:]
        marks = [
            Mark(
                each.week,
                each.grade,
                decision_says(scenario, each),
                cost_words(scenario, each) if index in dear else "",
                signed(-each.chosen.known.gap) if index in dear else "",
            )
            for index, each in enumerate(decisions)
        ]
        steps = [Step(week.answers / GRAIN, week.moves / GRAIN, week.colleague / GRAIN) for week in split.weeks]
        chart = DecisionChart(
            split.average / GRAIN,
            steps,
            marks,
            self.opened,
            ShowDecision,
            lambda index: ShowDecision(index, True),
            self._to.turned,
            begins,
        )
        title = Text("The score your decisions were heading for", 16, "s")
        note = Text(self._note(), 13, "r", "ink2")
        return Card(Column([Column([title, note], gap=0), Flex(chart)], gap=6), 16, 14)

    def _gap(self, index: int) -> float:
        return self.review.decisions[index].chosen.known.gap

    def _note(self) -> str:
        split = self.review.split
        said = f"What a week added to sensible play ({score_words(split.average)} on average): answers at the marks,"
        said += " moves at the small squares."
        colleague = colleague_name(self.desk.scenario, self.seat)
        if colleague:
            said += f" Dashed: {colleague}’s, {part_words(split.colleague)} in all."
        return f"{said} Flags: your turning points." if self._to.turned else said

    def _luck(self) -> Widget:
        split = self.review.split
        says: list[str | Part] = [
            "What the dice added or took, whatever you had chosen. Together ",
            Part(part_words(split.luck), "s", "ink"),
        ]
        head = Row(
            [Text("Luck, kept apart", 16, "s"), Flex(Text(says, 14, "r", "ink2"), least=200)], gap=12, line_gap=0
        )

        def strip(p: Painter, rect: Rect) -> None:
            luck_strip(p, rect, split.start / GRAIN, [week.luck / GRAIN for week in split.weeks])

        return Card(Column([head, Custom(strip, luck_tall, 400)], gap=4), 16, 12)

    # ---- the decision that is open

    def _decision(self) -> Widget | None:
        """All of it in one piece."""
        if not self.review.decisions:
            return None
        told = self._told_of(self.opened)
        return Column([panel.decision_head(told), self._reading(told), panel.way_back(told)], gap=12)

    def _reading(self, told: DecisionWords) -> Widget:
        parts = [
            panel.options(told),
            panel.verdict(told),
            panel.asked(told),
            panel.moment_of(told),
            panel.what_came(told),
        ]
        return Column(parts, gap=14)

    def _told_of(self, index: int) -> DecisionWords:
        """The words for a decision, found when it is first opened."""
        if index not in self._told:
            play, judged = self.desk.play, self.review.decisions[index]
            two = len(self.desk.humans) > 1
            self._told[index] = DecisionWords(
                index,
                len(self.review.decisions),
                judged.week,
                decision_title(play.scenario, judged),
                judged.grade,
                grade_words(judged),
                truth_words(judged),
                answer_words(play, self.seat, judged, two).text,
                week_in_all(colleague_name(play.scenario, self.seat), self._weeks[judged.week + 1], judged.grade),
                moment(play, self.seat, judged),
                self._aftermath.replies(judged),
                self._aftermath.of(judged),
                self._aftermath.brought(judged),
                option_words(play, self.seat, judged),
                score_words(self.review.split.result),
            )
        return self._told[index]

    # ---- what it does

    def on_message(self, message: object) -> Route | None:
        match message:
            case ShowDecision(index, follow):
                self.opened, self._turn, self._follow = index, True, follow
            case ShowPart(part):
                self.part = part
            case BesideIt(id):
                return self._beside(id)
            case TryOption(path):
                self._try(path)
            case Close():
                self._tried = None
            case PlayOn():
                return GoWeek(self.house.step_back(self.desk, self.review.decisions[self.opened].week))
            case Onward() if isinstance(self._to.onward, Route):
                return self._to.onward
            case Back():
                return self._to.back if isinstance(self._to.back, Route) else GoEnding(self.desk)
        return None

    def _beside(self, id: str) -> GoBeside:
        """This play and another one, an original before its branch."""
        other = resume(self.desk.store, id, self.house.clock)
        one, other = (other, self.desk) if self.desk.record.parent == id else (self.desk, other)
        return GoBeside(one, other, self.seat, self.here())

    def _try(self, path: str) -> None:
        two = len(self.desk.humans) > 1
        self._tried = Tried(self.desk.play, self.seat, two, self.review.decisions[self.opened], path, self.futures)

    def on_tick(self, now_ms: int) -> bool:
        return self._tried is not None and self._tried.work()


def others(desk: Desk) -> list[Record]:
    """The other plays of this story in the same seat, the latest first.

    Only finished ones: of a play that goes on, nobody may see the other seat's numbers as they are.
    """
    mine = (desk.record.scenario, desk.record.mode, ENDED)
    found = [each for each in desk.store.plays() if (each.scenario, each.mode, each.status) == mine]
    return [each for each in found if each.id != desk.record.id]


def dearest(decisions: tuple[Decision, ...]) -> int:
    """The decision to begin with: the one that cost most."""
    return max(range(len(decisions)), key=lambda index: decisions[index].chosen.known.lost, default=0)
