"""The review as it is read in a debrief: the whole first, then the player's own turning points, then any decision."""

from __future__ import annotations

from game.engine.view import observe
from game.insight.review.choices import Decision
from game.insight.review.split import GRAIN
from game.insight.review.whole import Review
from game.insight.words.debrief.aftermath import Aftermath
from game.insight.words.debrief.answers import TONES
from game.insight.words.debrief.judged import ReviewWords, review_words
from game.insight.words.debrief.lookback import found_there, largest_turn, moved_by
from game.insight.words.debrief.reviewed import OptionWords, grade_words, option_words, truth_words
from game.insight.words.debrief.timeline import timeline
from game.records.reviewing import Reviewing
from game.terminal import inbox, reviewing
from game.terminal.blocks import Block, Chart, Fact, Facts, Heading, Para, Point
from game.terminal.notebook import Notebook, place_of, quoted
from game.terminal.plain import PlainPaper
from game.terminal.safe import sentences
from game.terminal.session import number
from game.terminal.turning import title_of

WORKING = "Now the game plays it again to find what each answer was worth. Ctrl-C stops; what is found by then is kept."
COURSE = (
    "Expected: the result to expect at the end of each week. Without luck: what decisions alone made of it. Decisions "
    "are answers and moves together."
)


class Reading:
    """Shows one seat's review step by step."""

    def __init__(self, book: Notebook) -> None:
        self.book, self.desk, self.play = book, book.desk, book.desk.play

    def run(self) -> None:
        """Work it out, show it, and open decisions until the player goes on."""
        found = self._work()
        after = Aftermath(self.play, self.book.seat)
        words = review_words(self.play, found, self.desk.record.mode == "two")
        self.book.open(3, "The review")
        self.book.show(*[Para(each) for each in words.summary], reviewing.how(reviewing.EFFORT))
        self.book.show(*course(found, words), *self._yours(found, words))
        more = {"points": reviewing.points, "moves": reviewing.moves, "numbers": reviewing.numbers}
        opens = "A number opens an answer. " if words.answers else ""
        prompt = f"{opens}points, moves, numbers or skills tell more. h 3 reads week 3 again. Enter goes on."
        while said := self.book.listen(prompt).lower():
            if said in more:
                self.book.show(*more[said](words))
            elif said == "skills":
                self.book.show(*reviewing.skill_rows(self.play, found, self.desk.record.mode == "two"))
            elif 1 <= number(said) <= len(words.answers):
                self.book.show(*self._decision(found.decisions[number(said) - 1], after))
            else:
                self.book.session.say(f"“{said}” is nothing one can open here. ? lists what you can type.")

    def _work(self) -> Review:
        session = self.book.session
        there = Reviewing(self.desk, self.book.seat, reviewing.EFFORT).review
        if there is not None:
            return there
        session.say(WORKING)
        say = session.say if isinstance(session.paper, PlainPaper) else None
        return reviewing.work(self.desk, self.book.seat, reviewing.EFFORT, say)

    def _yours(self, found: Review, words: ReviewWords) -> list[Block]:
        """The player's turning points beside what the review found there, and the one it would have marked."""
        weeks, rows = timeline(self.play, self.book.seat), []
        points = self.book.reflection.turning
        for point in points:
            there = found_there(words, point.week, point.event)
            mine = f"You wrote: {quoted(point.why)}" if point.why else ""
            rows.append(
                Fact(place_of(point, title_of(weeks, point)), "", there.called, there.tone, sentences(mine, there.text))
            )
        week, said = largest_turn(found, words)
        if week and points:
            said += (
                " You marked that week." if week in [point.week for point in points] else " You did not mark that week."
            )
        head: list[Block] = [Heading("Where it turned", "your marks, and what the review found there")]
        shown: list[Block] = [Facts(tuple(rows))] if rows else [Para("You marked nothing.", indent=1)]
        return [*head, *shown, Para(said, apart=True)]

    def _decision(self, judged: Decision, after: Aftermath) -> list[Block]:
        """One answer opened: what asked, every option with its worth, what was known and true, what came of it."""
        scenario, seat = self.play.scenario, self.book.seat
        view = observe(scenario, self.play.states[judged.week - 1], seat)
        event = scenario.events[scenario.event_index[judged.event]]
        options = [_option(each) for each in option_words(self.play, seat, judged)]
        verdict = ". ".join(part for part in (grade_words(judged), truth_words(judged)) if part)
        return [
            inbox.letter(view, event, f"week {judged.week}"),
            Heading("What could be answered"),
            Facts(tuple(options)),
            Heading("Your answer", verdict[:1].lower() + verdict[1:]),
            reviewing.looked_at(self.play, seat, judged, self.desk.record.mode == "two", after),
        ]


def _option(words: OptionWords) -> Fact:
    text = f"“{words.text}”" if words.path else words.text
    if words.locked:
        return Fact(text, "", "not open", "plain", words.locked)
    return Fact(text, "", "your answer" if words.taken else "", TONES[words.grade], words.says)


def course(found: Review, words: ReviewWords) -> list[Block]:
    """The result to expect by week, with luck and without it, and the answers of each week with their verdicts."""
    split = found.split
    without = split.average
    points = [Point("Opening", (split.expected[0] / GRAIN, without / GRAIN), f"luck {words.split[1].luck}.")]
    for week, row, expected in zip(split.weeks, words.split[2:], split.expected[1:], strict=True):
        without += week.player + week.colleague
        given = [
            f"{place}, {answer.title}: {answer.called}"
            for place, answer in enumerate(words.answers, 1)
            if answer.week == week.week
        ]
        said = sentences(moved_by(words.colleague, row), "; ".join(given))
        points.append(Point(f"Week {week.week}", (expected / GRAIN, without / GRAIN), said))
    return [
        Heading("The course of it", "the result to expect"),
        Chart(("Expected", "Without luck"), ("rel", "dlv"), tuple(points)),
        Para(COURSE, quiet=True),
    ]
