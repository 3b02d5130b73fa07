"""The debrief of a finished play at the terminal: what was wanted, where it turned, the review, and what to take along.

The order matters: the player's own reading comes before the game's. Everything written is stored at once.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from game.engine.model import Seat
from game.insight.words.debrief.answers import TONES
from game.insight.words.debrief.lookback import dearest
from game.insight.words.debrief.timeline import timeline
from game.insight.words.ending import ending
from game.insight.words.figures import decimal
from game.insight.words.fill import substitute
from game.insight.words.goals import goals
from game.insight.words.people import seat_name
from game.records.desk import Desk
from game.records.reflections import Reflection, TurningPoint
from game.records.reviewing import Reviewing
from game.terminal import reviewing
from game.terminal.blocks import Block, Fact, Facts, Heading, Option, Para, Title
from game.terminal.notebook import Notebook, place_of, quoted
from game.terminal.reading import Reading
from game.terminal.session import GoBack, Leave, Session, number
from game.terminal.turning import Marking, marked, title_of
from game.terminal.which_play import SHORT_ID

NAMES: Final = (
    "What was supposed to happen",
    "Where it turned",
    "The review",
    "Keep one thing, change one thing",
    "One sentence to take to work",
    "Back to a decision",
)
KEEP = "One thing you would do the same way again."
CHANGE = "One thing you would do otherwise, and what instead."
SENTENCE = "One sentence for your own work."
MOST_OFFERED = 3  # answers to go back to
FIRST_USE = "When will you use it first? A day, a meeting, a person."


class Debrief:
    """Leads one seat through the debrief of a finished play."""

    def __init__(self, session: Session, desk: Desk, seat: Seat) -> None:
        self.session, self.desk, self.seat = session, desk, seat
        self.book = Notebook(session, desk, seat)
        self.parts: tuple[Callable[[], None], ...] = (
            self._wanted,
            Marking(self.book).run,
            Reading(self.book).run,
            self._keep_and_change,
            self._to_work,
            self._back,
        )

    def run(self) -> None:
        """From the beginning, or from where it was left, to the end. Raises Leave and GoBack."""
        try:
            for part in self.parts[self._begin() :]:
                part()
            self.session.say(self._left())
        except (Leave, KeyboardInterrupt):
            self.session.say(self._left())
            raise

    def _left(self) -> str:
        if not self.desk.store.keeps:
            return "Nothing of this could be kept."
        name = self.desk.record.id[:SHORT_ID]
        kept = "" if self.book.reflection == Reflection() else "What you wrote is kept with the play. "
        return f"{kept}`overpromise debrief {name}` returns to it."

    def _begin(self) -> int:
        """The part to begin with, from 0."""
        first = left_at(self.book.reflection)
        if not first:
            return 0
        self.book.show(
            Title("The debrief, begun before", self.desk.scenario.title), *self._written(), Heading("Its parts")
        )
        self.book.show(*[Option(str(place), name) for place, name in enumerate(NAMES[: first + 1], 1)])
        while True:
            said = self.book.listen(f"Enter goes on with {first + 1}. A number begins at that part.")
            if not said or 1 <= number(said) <= first + 1:
                return number(said) - 1 if said else first
            self.session.say(f"Type a number from 1 to {first + 1}.")

    def _written(self) -> list[Block]:
        """Everything written so far."""
        written = self.book.reflection
        rows = (
            ("Keep", written.keep),
            ("Change", written.change),
            ("To take to work", written.rule),
            ("First used", written.first_use),
        )
        facts = tuple(Fact(name, "", "", "plain", quoted(words)) for name, words in rows if words)
        found = marked(timeline(self.desk.play, self.seat), written.turning)
        return [*found, Facts(facts)] if facts else found

    # ---- the parts ---------------------------------------------------------------------------------------------------

    def _wanted(self) -> None:
        play, scenario = self.desk.play, self.desk.scenario
        self.book.open(1, NAMES[0])
        self.book.show(Para(f"{scenario.title}, {seat_name(self.seat)}. {substitute(scenario.summary, scenario)}"))
        asked = tuple(Fact(goal.text, "", goal.word, goal.tone, goal.detail) for goal in goals(play, self.seat))
        if asked:
            self.book.show(Heading("What was asked of you", "and what became of it"), Facts(asked))
        if (words := ending(play, self.seat)) is not None:
            self.book.show(Heading("How it ended"), Para(f"{words.title}. {words.text}", indent=1))
        while said := self.book.listen("Enter goes on. r reads the briefing again, ? helps."):
            self.session.say(f"“{said}” is nothing one can do here. ? lists what you can type.")

    def _keep_and_change(self) -> None:
        scenario = self.desk.scenario
        self.book.open(4, NAMES[3])
        if scenario.debrief.questions:
            asked = [Para(substitute(text, scenario), indent=1) for text in scenario.debrief.questions]
            self.book.show(Heading("To think about"), *asked)
        self.book.write(KEEP, self.book.reflection.keep, lambda words: self.book.keep(keep=words))
        self.book.write(CHANGE, self.book.reflection.change, lambda words: self.book.keep(change=words))

    def _to_work(self) -> None:
        self.book.open(5, NAMES[4])
        self.book.write(SENTENCE, self.book.reflection.rule, lambda words: self.book.keep(rule=words))
        if self.book.reflection.rule:
            self.book.write(FIRST_USE, self.book.reflection.first_use, lambda words: self.book.keep(first_use=words))

    def _back(self) -> None:
        self.book.open(6, NAMES[5])
        places = self._places()
        if places:
            self.book.show(Para("Weeks worth playing otherwise:"), Facts(tuple(places)))
        prompt = (
            "A week’s number plays on from its opening, in a branch: this play and its result stay as they are. "
            "Enter ends the debrief."
        )
        while said := self.book.listen(prompt):
            self._step_back(number(said.lower().removeprefix("week").strip()))

    def _step_back(self, week: int) -> None:
        lived = len(self.desk.history)
        if 1 <= week <= lived:
            raise GoBack(self.session.keep(self.desk, lambda: self.desk.step_back(week)))
        self.session.say(f"Type a week from 1 to {lived}, or Enter.")

    def _places(self) -> list[Fact]:
        """The player’s turning points and the dearest answers, by week."""
        weeks = timeline(self.desk.play, self.seat)
        points = self.book.reflection.turning
        found = [(point.week, Fact(place_of(point, title_of(weeks, point)), "", "your mark")) for point in points]
        review = Reviewing(self.desk, self.seat, reviewing.EFFORT).review
        judged = () if review is None else dearest(review.decisions, MOST_OFFERED)
        for each in judged:
            place = TurningPoint(each.week, each.event)
            cost = f"{decimal(each.chosen.known.gap)} points below the best"
            label = place_of(place, title_of(weeks, place))
            found.append((each.week, Fact(label, "", each.grade, TONES[each.grade], cost)))
        return [fact for _week, fact in sorted(found, key=lambda each: each[0])]


def left_at(written: Reflection) -> int:
    """The part a debrief goes on with, from 0: the one after the last in which something was written."""
    if written.rule or written.first_use:
        return 5
    if written.keep or written.change:
        return 4
    return 2 if written.turning else 0
