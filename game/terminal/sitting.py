"""A whole play at the terminal: weeks, hand-overs, recaps, the ending, and the way back."""

from __future__ import annotations

from game.engine.model import Seat
from game.insight.words.ending import ending
from game.insight.words.people import first_name, seat_name
from game.records.desk import Desk, Refused
from game.terminal import telling
from game.terminal.blocks import Option, Para, Title
from game.terminal.closing import ended
from game.terminal.debrief import Debrief
from game.terminal.session import GoBack, Leave, Session
from game.terminal.turn import Turn, briefing

DEBRIEF = ("d", "debrief")


class Sitting:
    """Plays one desk to its end, or until the player leaves."""

    def __init__(self, session: Session, desk: Desk) -> None:
        self.session, self.desk = session, desk

    def run(self) -> None:
        """Play, and after the ending stay as long as there is something to read. Raises Leave."""
        self._begin()
        self._play()

    def go_on(self) -> None:
        """The same for a branch that has just been made. Raises Leave."""
        self._tell_branch()
        self._play()

    def _play(self) -> None:
        while True:
            try:
                while self.desk.outcome is None:
                    self._week()
                self._end()
                return
            except GoBack as back:
                self.desk = back.desk
                self._tell_branch()

    def _tell_branch(self) -> None:
        self.session.say(f"This is a branch that stands at the opening of week {self.desk.week}.", "warn")

    @property
    def two(self) -> bool:
        """Whether two people share the terminal."""
        return len(self.desk.humans) > 1

    def _begin(self) -> None:
        if self.desk.history:
            return
        for seat in self.desk.humans:
            self.session.paper.show(*briefing(self.desk, seat))
        self.session.say(f"Seed {self.desk.record.seed}: the same seed has the same luck.")

    def _week(self) -> None:
        for seat in self.desk.humans:
            if self.two:
                self._hand_over(seat)
            Turn(self.session, self.desk, seat).run()
        if missing := self.desk.missing():  # an answer taken back by the other seat’s turn cannot be; this is a guard
            for sentence in missing:
                self.session.say(sentence, "warn")
            return
        week = self.desk.week
        try:
            self.session.keep(self.desk, self.desk.start_week)
        except Refused as no:
            self.session.say(str(no), "warn")
            return
        self._recap(week)

    def _hand_over(self, seat: Seat) -> None:
        person = self.desk.scenario.people[self.desk.scenario.rules(seat).person]
        self.session.paper.clear()
        self.session.paper.show(Title(f"Over to {person.name}", seat_name(seat)))
        said = self.session.ask(f"Enter when you are there, {first_name(person)}. q leaves.")
        if said.lower() in ("q", "quit"):
            raise Leave

    def _recap(self, week: int) -> None:
        for seat in self.desk.humans:
            whose = f"for the {seat_name(seat)}" if self.two else ""
            self.session.paper.show(*telling.told(self.desk.play, week, seat, self.two, whose))
            turn = Turn(self.session, self.desk, seat)
            while said := turn.listen("Enter goes on. l tells what moved and why. ? helps."):
                self.session.say(f"“{said}” is nothing one can do here. Enter goes on.")

    def _end(self) -> None:
        seats = self.desk.humans
        self.session.paper.show(*ended(self.desk.play, seats, self.desk.is_branch))
        words = ending(self.desk.play, seats[0])
        tipped = words.tipped if words is not None else 0
        hint = (
            f"back {tipped} returns to the week where it tipped. "
            if tipped
            else "back and a number returns to a week. "
        )
        turn = Turn(self.session, self.desk, seats[0])
        prompt = f"d leads through the debrief. {hint}h, l and s still work. Enter closes the play."
        while said := turn.listen(prompt).lower():
            if said in DEBRIEF:
                Debrief(self.session, self.desk, whose_debrief(self.session, self.desk)).run()
            else:
                self.session.paper.show(Para("? lists what you can type."))


def whose_debrief(session: Session, desk: Desk) -> Seat:
    """The seat whose debrief it is: asked where two people played."""
    seats = desk.humans
    if len(seats) == 1:
        return seats[0]
    session.paper.show(Title("Whose debrief?", "each seat has one of its own"))
    for place, seat in enumerate(seats, 1):
        person = desk.scenario.people[desk.scenario.rules(seat).person]
        session.paper.show(Option(str(place), f"{person.name}, {seat_name(seat)}"))
    while True:
        said = session.ask("A number, or am or pm. q leaves.").lower()
        if said in ("q", "quit"):
            raise Leave
        for place, seat in enumerate(seats, 1):
            if said in (str(place), seat.value):
                return seat
        session.say("Type 1 or 2.")
