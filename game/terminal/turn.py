"""One seat's week at the terminal: reading, answering, choosing moves. Everything answered is stored at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from game.engine.legality import moves_taken
from game.engine.model import Event, Question, Seat
from game.insight.words.figures import small
from game.insight.words.fill import substitute
from game.insight.words.moves import PUT_OFF, move_words
from game.insight.words.people import seat_name
from game.records.desk import Desk, Refused
from game.terminal import inbox, standing, telling
from game.terminal.blocks import Block, Heading, Para, Speech, Title
from game.terminal.choosing import Choosing, moves_line
from game.terminal.dates import dates
from game.terminal.guidance import commands, glossary, guide
from game.terminal.session import GoBack, Leave, Session, number

WORDS: Final = {  # long forms of the commands
    "help": "?",
    "standing": "s",
    "plan": "p",
    "calendar": "p",
    "colleague": "k",
    "ledger": "l",
    "history": "h",
    "moves": "m",
    "inbox": "i",
    "briefing": "r",
    "quit": "q",
    "exit": "q",
    "save": "q",
}
GUIDED_AT_OPENING = ("meters", "promises", "colleague", "kpis", "people")


class Turn:
    """The open week of one seat."""

    def __init__(self, session: Session, desk: Desk, seat: Seat) -> None:
        self.session, self.desk, self.seat = session, desk, seat
        self.left: frozenset[str] = frozenset()  # events knowingly left unanswered
        self.wanted = 0  # the number of an event to turn to, 0 for the next that waits
        self.chosen = False  # the moves were gone through
        self.handlers: dict[str, Callable[[str], None]] = {
            "?": self._help,
            "s": lambda _rest: self.show(*standing.full(desk.play, seat)),
            "p": lambda _rest: self.show(*dates(desk.play, seat)),
            "k": lambda _rest: self.show(*standing.colleague(desk.play, seat)),
            "l": self._ledger,
            "h": self._history,
            "back": self._back,
            "i": lambda _rest: self.show(*inbox.inbox_list(desk, seat, self.left)),
            "r": lambda _rest: self.show(*briefing(desk, seat)),
            "skip": self._skip,
            "q": self._quit,
        }

    def show(self, *blocks: Block) -> None:
        """Show blocks."""
        self.session.paper.show(*blocks)

    def run(self) -> None:
        """The week, until it is ready to start."""
        self.open()
        while True:
            events = self.desk.legal(self.seat).events
            event = events[self.wanted - 1] if self.wanted else self._waiting()
            turned_to, self.wanted = self.wanted > 0, 0
            if event is not None:
                self._converse(event, turned_to)
            elif not self.chosen and len(self.desk.moves(self.seat)) < self.desk.slots(self.seat):
                self._moves()
            elif self._ready():
                return

    def open(self) -> None:
        """What the week opens with."""
        scenario, view = self.desk.scenario, self.desk.view(self.seat)
        of = f"of {scenario.weeks}, {seat_name(self.seat)}"
        self.show(Title(f"Week {self.desk.week} {of}", scenario.title))
        for note in self.desk.take_notes():
            self.session.say(note, "warn")
        self.show(*standing.short(self.desk.play, self.seat))
        self._guide(*GUIDED_AT_OPENING)
        events = self.desk.legal(self.seat).events
        self._guide("event")
        if not events:
            self.show(Heading("Inbox"), Para("Nobody wants anything from you this week.", indent=1))
        elif any(self.desk.path(event.id) for event in events):
            self.show(*inbox.inbox_list(self.desk, self.seat, self.left))
            return
        elif len(events) > 1:
            self.show(Heading("Inbox", f"{small(len(events))} to answer"))
        if notes := inbox.notes(view):
            self.show(Heading("Across the desk"), *notes)

    def _guide(self, *parts: str) -> None:
        if self.session.guided:
            self.show(*guide(self.desk.view(self.seat), parts))

    # ---- listening ---------------------------------------------------------------------------------------------------

    def listen(self, prompt: str) -> str:
        """What is typed that is no command of `handlers`."""
        while True:
            said = self.session.ask(prompt)
            head, _space, rest = said.partition(" ")
            if head.startswith("?") and len(head) > 1:
                head, rest = "?", f"{head[1:]} {rest}".strip()
            word = WORDS.get(head.lower(), head.lower())
            handler = self.handlers.get(word)
            if handler is None:
                return said
            handler(rest.strip())

    def _help(self, rest: str) -> None:
        self.show(*(glossary(rest) if rest else commands(self.seat)))

    def _ledger(self, rest: str) -> None:
        name, _space, last = rest.rpartition(" ")
        lived = len(self.desk.history)
        week = lived
        if name and 1 <= number(last) <= lived:
            rest, week = name, number(last)
        if not rest and not lived:
            self.session.say("Nothing has moved yet: no week has been lived.")
        elif not rest:
            self.show(*telling.moved(self.desk.play, week, self.seat))
            self.session.say("l and a number or a name tells why.")
        else:
            found = telling.matching(self.desk.play, week, self.seat, rest)
            names = ", ".join(telling.numbers(self.seat))
            sorry = f"No number called “{rest}” moved last week. You may always ask for: {names}."
            self.show(*(found or [Para(sorry)]))

    def _history(self, rest: str) -> None:
        play, lived = self.desk.play, len(self.desk.history)
        if not rest:
            self.show(*telling.weeks(play, self.seat))
        elif 1 <= number(rest) <= lived:
            week = number(rest)
            self.show(*telling.told(play, week, self.seat, len(self.desk.humans) > 1))
            self.show(*telling.decisions(play, week, self.seat))
        else:
            self.session.say(f"Weeks 1 to {lived} can be read again." if lived else "No week has been lived yet.")

    def _back(self, rest: str) -> None:
        if not number(rest):
            self.session.say("Which week? Type back and its number, such as back 2.")
            return
        week = number(rest)
        question = f"Return to the opening of week {week}, in a branch? This play stays as it is. y or n."
        try:
            if 1 <= week <= len(self.desk.history) and self.session.ask(question).lower() not in ("y", "yes"):
                self.session.say("Nothing was changed.")
                return
            raise GoBack(self.session.keep(self.desk, lambda: self.desk.step_back(week)))
        except Refused as no:
            self.session.say(str(no), "warn")

    def _skip(self, rest: str) -> None:
        self.session.guided = False
        self.session.say("No more guidance. It is there again when you next start the game.")

    def _quit(self, rest: str) -> None:
        raise Leave

    # ---- answering ---------------------------------------------------------------------------------------------------

    def _waiting(self) -> Event | None:
        for event in self.desk.legal(self.seat).events:
            if self.desk.question(event.id) is not None and event.id not in self.left:
                return event
        return None

    def _converse(self, event: Event, turned_to: bool) -> None:
        """One event, until it is answered, left, or the player turns to something else."""
        self._read(event)
        if turned_to and self.desk.question(event.id) is None and not self._reopen(event):
            return
        shown: Question | None = None
        while (question := self.desk.question(event.id)) is not None:
            options = inbox.options(self.desk, self.seat, event, question)
            if question is not shown:
                self.show(*options)
                shown = question
            said = self.listen(_prompt([option.key for option in options if not option.off])).lower()
            if said == "m":
                self._moves()
            elif number(said) and self._turn_to(number(said)):
                return
            elif said == options[-1].key and options[-1].text == inbox.LEAVE_IT:
                self.left |= {event.id}
                self.session.say("Left unanswered. Its number takes you back to it until the week starts.")
                return
            else:
                self._take(event, question, said)

    def _read(self, event: Event) -> None:
        view = self.desk.view(self.seat)
        events = self.desk.legal(self.seat).events
        place = f"{events.index(event) + 1} of {len(events)}" if len(events) > 1 else ""
        intro = inbox.introduction(self.desk.play, view, event)
        self.show(inbox.letter(view, event, place), *([Para(intro, quiet=True)] if intro else []))
        said = inbox.conversation(self.desk, self.seat, event)
        question = self.desk.question(event.id)
        self.show(*said, *([inbox.asked_on(view, question)] if said and question is not None else []))

    def _reopen(self, event: Event) -> bool:
        """Offer to change an answer; whether it was taken back."""
        if self.desk.stands(event.id):
            self.session.say(inbox.STANDS)
            return False
        if self.listen("Type c to change this answer. Enter keeps it.").lower() not in ("c", "change"):
            return False
        self.session.keep(self.desk, lambda: self.desk.withdraw(event.id))
        return True

    def _turn_to(self, place: int) -> bool:
        events = self.desk.legal(self.seat).events
        if 1 <= place <= len(events):
            self.wanted = place
            self.left -= {events[place - 1].id}
            return True
        self.session.say(f"There is no event {place} in this week’s inbox.")
        return False

    def _take(self, event: Event, question: Question, said: str) -> None:
        place = inbox.LETTERS.find(said) if len(said) == 1 else -1
        if not 0 <= place < len(question.choices):
            if said:
                self.session.say(f"“{said}” is nothing one can answer here. ? lists what you can type.")
            return
        option = inbox.options(self.desk, self.seat, event, question)[place]
        if option.off:
            self.session.say(f"That is not open to you: {option.notes[0].text}", "warn")
            return
        path = (*self.desk.path(event.id), question.choices[place].id)
        try:
            self.session.keep(self.desk, lambda: self.desk.answer(event.id, path))
        except Refused as no:
            self.session.say(str(no), "warn")
            return
        self._answered(event)

    def _answered(self, event: Event) -> None:
        view = self.desk.view(self.seat)
        said = self.desk.exchanges(event.id)[-1]
        answer = Speech("You", substitute(said.choice.text, view.scenario, view.week))
        self.show(answer, *inbox.replies(view, self.desk.play.luck, said))
        if (question := self.desk.question(event.id)) is not None:
            self.show(inbox.asked_on(view, question))
        off = self.desk.put_off(self.seat)
        if off and moves_taken((said.choice,)):
            labels = "; ".join(move_words(view, move).label for move in off)
            self.session.say(f"{PUT_OFF} {labels}.", "warn")

    # ---- moves, and the start ----------------------------------------------------------------------------------------

    def _moves(self) -> None:
        self._guide("moves")
        self.chosen = True
        Choosing(self.session, self.desk, self.seat, self.listen).run()

    def _ready(self) -> bool:
        """Ask whether the week can start."""
        self.show(Heading("Ready"), Para(moves_line(self.desk, self.seat), indent=1))
        self._guide("start")
        last = self.seat is self.desk.humans[-1]
        starts = f"Enter starts week {self.desk.week}" if last else "Enter hands over"
        said = self.listen(f"{starts}. m changes your moves, a number an answer. ? helps.").lower()
        if said == "m":
            self._moves()
        elif number(said):
            self._turn_to(number(said))
        elif said:
            self.session.say(f"“{said}” is nothing one can do here. ? lists what you can type.")
        else:
            return True
        return False


def _prompt(keys: list[str]) -> str:
    told = f"{', '.join(keys[:-1])} or {keys[-1]}" if len(keys) > 1 else keys[0]
    return f"Your answer: {told}. ? helps."


def briefing(desk: Desk, seat: Seat) -> tuple[Block, ...]:
    """What a play begins with."""
    scenario = desk.scenario
    text = scenario.both_briefing if seat is Seat.BOTH else scenario.rules(seat).briefing
    return (Title(scenario.title, f"{seat_name(seat)}, {scenario.weeks} weeks"), Para(substitute(text, scenario)))
