"""Where a play turned, as its player sees it: marked on the weeks before the game says anything about them."""

from __future__ import annotations

from game.insight.words.debrief.timeline import WeekLived, timeline
from game.insight.words.figures import listed, small
from game.records.reflections import MOST_TURNING, TurningPoint
from game.terminal.blocks import Block, Fact, Facts, Option, Para
from game.terminal.notebook import Notebook, place_of, quoted
from game.terminal.safe import sentences
from game.terminal.session import number

WHOLE_WEEK = "w"


class Marking:
    """Asks for one to three turning points."""

    def __init__(self, book: Notebook) -> None:
        self.book = book
        self.weeks = timeline(book.desk.play, book.seat)
        self.answers = [(week.week, answer) for week in self.weeks for answer in week.answers]

    def run(self) -> None:
        """Until the player goes on, with or without a mark."""
        self.book.open(2, "Where it turned")
        asked = "Which one to three moments made it go the way it went? The game tells its own reading after yours."
        self.book.show(Para(asked), *self._listed(), *marked(self.weeks, self.book.reflection.turning))
        while True:
            said = self.book.listen(self._prompt()).lower()
            if said == "skip" or (not said and self.book.reflection.turning):
                return
            if said == "-" and self.book.reflection.turning:
                self._keep(self.book.reflection.turning[:-1])
            elif (point := self._meant(said)) is not None:
                self._mark(point)
            elif said:
                self.book.session.say(f"“{said}” is no moment of this play. A number of the list is, or w and a week.")
            else:
                self.book.session.say("Nothing is marked yet. skip goes on without.")

    def _listed(self) -> list[Block]:
        found: list[Block] = []
        place = 0
        for week in self.weeks:
            moved = f" {week.moved}." if week.moved else ""
            found.append(Para(f"Week {week.week}. {week.headline}{moved}", apart=True))
            for answer in week.answers:
                place += 1
                found.append(Option(str(place), sentences(f"{answer.title}: {answer.said or 'left unanswered'}")))
        return found

    def _prompt(self) -> str:
        points = self.book.reflection.turning
        if not points:
            first = "A number marks an answer, " if self.answers else ""
            return f"{first}{WHOLE_WEEK}3 week 3 as a whole. h 3 reads week 3 again. skip marks nothing."
        left = MOST_TURNING - len(points)
        more = f"There is room for {'one' if left == 1 else small(left)} more. " if left else ""
        return f"Marked: {listed([self._key(point) for point in points])}. {more}Enter goes on, - takes the last away."

    def _key(self, point: TurningPoint) -> str:
        """What is typed for a point."""
        for place, (week, answer) in enumerate(self.answers, 1):
            if (week, answer.event) == (point.week, point.event):
                return str(place)
        return f"{WHOLE_WEEK}{point.week}"

    def _meant(self, said: str) -> TurningPoint | None:
        """The moment that is meant, as it was marked if it was."""
        week = number(said.removeprefix("week").removeprefix(WHOLE_WEEK).strip())
        if said.startswith(WHOLE_WEEK):
            found = TurningPoint(week) if 1 <= week <= len(self.weeks) else None
        elif 1 <= number(said) <= len(self.answers):
            lived, answer = self.answers[number(said) - 1]
            found = TurningPoint(lived, answer.event)
        else:
            found = None
        points = self.book.reflection.turning
        return next((each for each in points if found and self._key(each) == self._key(found)), found)

    def _mark(self, point: TurningPoint) -> None:
        """Mark it and ask why; what is marked already may be told anew."""
        others = tuple(each for each in self.book.reflection.turning if each != point)
        if len(others) == MOST_TURNING:
            self.book.session.say("Three are marked. - takes the last away.")
            return
        self._keep((*others, point))
        self.book.write(
            f"{place_of(point, title_of(self.weeks, point))}. Why there, in your words?",
            point.why,
            lambda words: self._keep((*others, TurningPoint(point.week, point.event, words))),
        )

    def _keep(self, points: tuple[TurningPoint, ...]) -> None:
        self.book.keep(turning=points)


def title_of(weeks: tuple[WeekLived, ...], point: TurningPoint) -> str:
    """The title of the event at a turning point; "" for a week as a whole."""
    answers = weeks[point.week - 1].answers
    return next((answer.title for answer in answers if answer.event == point.event), "")


def marked(weeks: tuple[WeekLived, ...], points: tuple[TurningPoint, ...]) -> list[Block]:
    """The turning points marked so far."""
    rows = [Fact(place_of(point, title_of(weeks, point)), "", "", "plain", quoted(point.why)) for point in points]
    return [Para("Marked so far:", apart=True), Facts(tuple(rows))] if rows else []
