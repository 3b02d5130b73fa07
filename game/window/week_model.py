"""The open week of one seat: what is shown of it, and what answering, picking and starting change."""

from __future__ import annotations

from game.engine.model import NONE, Choice, GuideStep, Seat
from game.engine.outcomes import replies
from game.engine.state import Move
from game.engine.view import View
from game.insight.words.hints import guide_steps
from game.insight.words.ledger import lines
from game.insight.words.moods import mood
from game.insight.words.plan import Plan, plan_of
from game.insight.words.reactions import reaction
from game.records.desk import Desk
from game.window import week_words
from game.window.house import House
from game.window.kit import Glide, Tallest
from game.window.ledger_view import Book
from game.window.panels.event import Inbox, Talk, first_open
from game.window.panels.messages import Open
from game.window.panels.moves import first_group

_GLIDE_MS, _REPLY_MS = 600, 220
_FELT = 0.5  # points from which a reply sounds pleased or not


class Week:
    """Everything answered or picked is kept by the desk at once; the rest lives as long as the screen does.

    What was shown once (guidance, meters, an event knowingly left) is remembered by the house, so that a look at the
    menu forgets nothing.
    """

    def __init__(self, house: House, desk: Desk, seat: Seat) -> None:
        self.house, self.desk, self.seat = house, desk, seat
        self.opened: list[Open] = []  # what is open above the screen, the last one on top
        self.book: Book | None = None
        self.picking: tuple[int, str] | None = None  # slot and responsibility
        self._laid: list[Move | None] = []  # the slots as moves were put into them
        self.tab = "plan"
        self.turns: Tallest | None = None  # the event and its choices as they may stand this week
        self.wanted = ""  # where the focus goes with the next frame
        self.now = 0
        self._plan: Plan | None = None
        self._reply: Glide | None = None
        self._meters: Glide | None = None
        self._moving = not house.settings.reduced_motion and bool(desk.history) and self._first("meters")
        talks = self.talks()
        self.event = first_open(talks, [self.done(talk) for talk in talks])

    def _key(self, *parts: object) -> str:
        return "/".join(str(part) for part in (self.desk.record.id, self.desk.week, self.seat.value, *parts))

    def _first(self, what: str) -> bool:
        """Whether this is the first time this week."""
        new = self._key(what) not in self.house.seen
        self.house.seen.add(self._key(what))
        return new

    # ---- what there is

    @property
    def sight(self) -> View:
        """What this seat may know."""
        return self.desk.view(self.seat)

    @property
    def plan(self) -> Plan:
        """The plan; nothing of it moves before the week is started, so that it is worked out once."""
        if self._plan is None:
            self._plan = plan_of(self.desk.play, self.seat)
        return self._plan

    def talks(self) -> tuple[Talk, ...]:
        """The week's events, with what was said so far."""
        return tuple(
            Talk(event, self.desk.question(event.id), self.desk.exchanges(event.id), self.desk.stands(event.id))
            for event in self.desk.legal(self.seat).events
        )

    def inbox(self) -> Inbox:
        """The same, with the one that is open; its index is held to what there is."""
        talks = self.talks()
        self.event = max(0, min(self.event, len(talks) - 1))
        return Inbox(talks, self.event, self.left())

    def left(self) -> frozenset[str]:
        """Events knowingly left unanswered this week."""
        mine = self._key("left", "")
        return frozenset(key[len(mine) :] for key in self.house.seen if key.startswith(mine))

    def done(self, talk: Talk) -> bool:
        """Whether nothing more is to be said."""
        return talk.answered or talk.event.id in self.left()

    def waiting(self) -> int:
        """The first event that still waits, or NONE."""
        return next((i for i, talk in enumerate(self.talks()) if not self.done(talk)), NONE)

    def next_human(self) -> Seat | None:
        """Who decides after this seat, at this screen."""
        humans = self.desk.humans
        here = humans.index(self.seat)
        return humans[here + 1] if here + 1 < len(humans) else None

    def primary(self) -> tuple[str, bool]:
        """The words on the primary button, and whether the week can go on."""
        position = self.waiting()
        if position != NONE:
            talk = self.talks()[position]
            return week_words.waits(self.sight, talk.event, bool(talk.said)), False
        slots = self.desk.slots(self.seat)
        made = len(self.desk.moves(self.seat))
        other = self.next_human()
        if other:
            return f"Over to {week_words.seat_person(self.desk, other)}", True
        return week_words.start(slots - made), True

    # ---- answering

    def choose(self, event: str, choice_id: str) -> None:
        """Take a choice of the question that waits."""
        self._answer(event, (*self.desk.path(event), choice_id))

    def instead(self, event: str, choice_id: str) -> None:
        """Take a choice in place of the one taken last; raises Refused where what came of that has been seen."""
        self._answer(event, (*self.desk.path(event)[:-1], choice_id))

    def _answer(self, event: str, path: tuple[str, ...]) -> None:
        self.desk.answer(event, path)
        self.house.seen.discard(self._key("left", event))
        self._reply = Glide(0.0, 1.0, self.now, _REPLY_MS, self.house.settings.reduced_motion)
        self._sound(self.desk.exchanges(event)[-1].choice)
        self._go_on()

    def change(self, event: str) -> None:
        """Take an answer back; the moves it took the place of are back with that."""
        self.desk.withdraw(event)
        self.wanted = self._first_choice()

    def leave(self, event: str) -> None:
        """Leave an event unanswered, knowingly."""
        self.house.seen.add(self._key("left", event))
        self._go_on()

    def _go_on(self) -> None:
        """The reply stays to be read; the focus goes to where one would go on."""
        talk = self.talks()[self.event]
        self.wanted = self._first_choice() if talk.said and talk.question is not None else self._next_stop()

    def _next_stop(self) -> str:
        """Where one goes on: what still waits is behind the primary button, an empty slot is before it."""
        slots = self.in_slots()
        empty = self.waiting() == NONE and None in slots and bool(self.desk.legal(self.seat).moves)
        return f"move/{slots.index(None)}" if empty else "start"

    def _first_choice(self) -> str:
        question = self.desk.question(self.talks()[self.event].event.id)
        return f"choice/{question.choices[0].id}" if question else "start"

    def _sound(self, choice: Choice) -> None:
        if choice.outcome.promises:
            self.house.sounds.play("promise_made")
            return
        sight, luck = self.sight, self.desk.play.luck
        points = 0.0
        for person, _line in replies(choice.outcome, sight.values, luck, sight.week):
            if person != NONE:
                points += reaction(sight, luck, choice, sight.scenario.people[person], mood(sight, person)).points
        self.house.sounds.play("reply_good" if points > _FELT else "reply_bad" if points < -_FELT else "choose")

    def show_waiting(self) -> bool:
        """Turn to the event that still waits; whether there is one."""
        position = self.waiting()
        if position == NONE:
            return False
        self.event = position
        self.wanted = self._first_choice()
        return True

    # ---- moves

    def in_slots(self) -> list[Move | None]:
        """The week's moves, each in the slot it was put into; others fill what is empty from the left."""
        moves, slots = self.desk.moves(self.seat), self.desk.slots(self.seat)
        found = [move if move in moves else None for move in self._laid[:slots]]
        found += [None] * (slots - len(found))
        for move in moves:
            if move not in found:
                found[found.index(None)] = move
        return found

    def open_picker(self, slot: int) -> None:
        """Choose what goes into a slot."""
        self.picking = (slot, first_group(self.sight, self.desk.legal(self.seat).moves, self.in_slots(), slot))

    def pick(self, move: Move | None) -> None:
        """A move for the slot that is open; None empties it."""
        if self.picking is None:
            return
        laid = self.in_slots()
        laid[self.picking[0]] = move
        self.desk.set_moves(self.seat, tuple(each for each in laid if each is not None))
        self._laid = laid
        self.picking = None
        if move is not None and self.waiting() == NONE:
            self.wanted = self._next_stop()
        self.house.sounds.play("choose")

    # ---- what lies above

    def close(self) -> None:
        """Close what lies on top."""
        if self.picking or self.book:
            self.picking = self.book = None
        elif self.opened:
            self.opened = self.opened[:-1]

    def open_book(self) -> None:
        """The full ledger of the week before this one."""
        week = len(self.desk.history)
        self.opened, self.book = [], Book(week, lines(self.desk.play, week, self.seat) if week else ())

    def steps(self) -> list[GuideStep]:
        """The lines of guidance that hold this week."""
        if f"{self.desk.record.id}/unguided" in self.house.seen:
            return []
        return guide_steps(self.sight)

    def step(self) -> GuideStep | None:
        """The line of guidance to show now."""
        return next((step for step in self.steps() if self._key("guide", step.id) not in self.house.seen), None)

    def guide_on(self) -> None:
        """The line of guidance that shows has been read."""
        step = self.step()
        if step:
            self.house.seen.add(self._key("guide", step.id))
        if self.step() is None:
            self.wanted = "event"  # something to read: one Enter too many must answer nothing

    def guide_end(self) -> None:
        """No more guidance in this play."""
        self.house.seen.add(f"{self.desk.record.id}/unguided")
        self.wanted = "event"

    def guide_again(self) -> None:
        """All guidance of this week once more."""
        again = self._key("guide", "")
        self.house.seen -= {key for key in self.house.seen if key.startswith(again)}
        self.house.seen.discard(f"{self.desk.record.id}/unguided")

    # ---- time

    def reply_share(self) -> float:
        """How far a new reply has come in, 0 to 1."""
        return 1.0 if self._reply is None else self._reply.at(self.now)

    def meter_share(self) -> float:
        """How far the meters have come from last week's values, 0 to 1."""
        if self._meters is not None:
            return self._meters.at(self.now)
        return 0.0 if self._moving else 1.0

    def tick(self, now_ms: int) -> bool:
        """Time passes; whether something moved."""
        before = (self.reply_share(), self.meter_share())
        self.now = now_ms
        if self._moving and self._meters is None:
            self._meters = Glide(0.0, 1.0, now_ms, _GLIDE_MS)
        return (self.reply_share(), self.meter_share()) != before
