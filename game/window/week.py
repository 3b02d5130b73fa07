"""The week: who wants what, what you answer, what you give your time to, and how everything stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from game.engine.legality import MOVES_A_WEEK
from game.engine.model import NONE, Choice, GuideStep, Outcome, Seat
from game.engine.outcomes import branch_taken
from game.engine.state import Move
from game.engine.view import View
from game.insight.words.cards import meters
from game.insight.words.ledger import lines
from game.insight.words.moods import mood
from game.insight.words.verdict import verdict
from game.records.desk import Desk, Refused
from game.records.trouble import StoreTrouble
from game.window import week_words
from game.window.calendar import CalendarChart, calendar_of
from game.window.calendar import spoken as calendar_in_words
from game.window.house import House
from game.window.kit import (
    Back,
    Button,
    Card,
    Column,
    Divider,
    Fixed,
    Flex,
    Glide,
    Pad,
    Row,
    Scroll,
    Stack,
    Ui,
    Widget,
)
from game.window.kit.widget import Overlay
from game.window.ledger_view import Book, book_dialog
from game.window.panels import coach, details
from game.window.panels.bar import top_bar
from game.window.panels.choices import choice_cards
from game.window.panels.event import Inbox, Talk, event_card, first_open, quiet_card
from game.window.panels.kpis import kpi_cards, kpi_row
from game.window.panels.messages import (
    Change,
    Choose,
    Close,
    Find,
    GuideEnd,
    GuideNext,
    Help,
    History,
    Leave,
    Menu,
    Open,
    OpenPicker,
    Pick,
    ShowEvent,
    ShowTab,
    Start,
    Unfold,
    Unsaved,
)
from game.window.panels.moves import first_group, moves_panel, picker
from game.window.panels.people import cast, people_strip
from game.window.panels.pills import Pill, pills
from game.window.panels.reaction import reaction
from game.window.panels.standing import boss_of, colleague_card, goals_card, promises_card, standing_card
from game.window.plan import PlanChart, plan_of
from game.window.plan import spoken as plan_in_words
from game.window.routes import GoEnding, GoHandover, GoHelp, GoHistory, GoPause, GoRecap, GoWeek, Route

_GLIDE_MS = 600
_CHOICE_KEYS = ("choice_a", "choice_b", "choice_c", "choice_d")
_QUIET = "Nobody wants anything from you this week."


class WeekScreen:
    """The open week of one seat. Everything answered or picked is kept by the desk at once."""

    def __init__(self, house: House, desk: Desk, seat: Seat | None = None) -> None:
        self.house, self.desk = house, desk
        self.seat = seat or desk.humans[0]
        self.opened: list[Open] = []  # what is open above the screen, the last one on top
        self.book: Book | None = None
        self.picking: tuple[int, str] | None = None  # slot and responsibility
        self.tab = "plan"
        self.notices: list[str] = list(desk.take_notes())
        self.trouble = ""
        self.shelved: tuple[Move, ...] = ()  # moves an answer took the place of
        self._focus = ""  # where the focus goes with the next frame
        self._ui: Ui | None = None
        self._now = 0
        self._glide: Glide | None = None
        talks = self.talks()
        self.event = first_open(talks, [self._done(talk) for talk in talks])

    # ---- what there is

    @property
    def sight(self) -> View:
        """What this seat may know."""
        return self.desk.view(self.seat)

    def talks(self) -> tuple[Talk, ...]:
        return week_words.talks(self.desk, self.seat)

    def _memory(self, *parts: object) -> str:
        return "/".join(str(part) for part in (self.desk.record.id, self.desk.week, *parts))

    def left(self) -> frozenset[str]:
        """Events knowingly left unanswered this week."""
        mine = self._memory("left", "")
        return frozenset(key[len(mine) :] for key in self.house.seen if key.startswith(mine))

    def _done(self, talk: Talk) -> bool:
        return talk.answered or talk.event.id in self.left()

    def waiting(self) -> int:
        """The first event that still waits, or NONE."""
        return next((i for i, talk in enumerate(self.talks()) if not self._done(talk)), NONE)

    # ---- the screen

    def view(self, ui: Ui) -> Widget:
        self._ui = ui
        sight, talks = self.sight, self.talks()
        left = Column(
            [*self._standing(sight), Flex(self._promises(sight)), colleague_card(self.desk.play, sight)], gap=16
        )
        main = Column(
            [people_strip(sight), self._middle(sight, talks), self._moves(sight, talks), Flex(self._lower(sight))],
            gap=12,
        )
        body = Row([Fixed(left, 256), Flex(main, least=640)], gap=16, align="stretch")
        bar = top_bar(self.house, self.desk.scenario, self.seat, self.desk.week)
        page = Column([*self._banner(), Flex(body)], gap=12)
        base = Column([bar, Flex(Scroll(Pad(page, 16, 12)))], gap=0)
        return Stack(base, self._overlays(sight))

    def _banner(self) -> list[Widget]:
        return [coach.notice(sentence, number) for number, sentence in enumerate(self.notices)]

    def _standing(self, sight: View) -> list[Widget]:
        shown = meters(self.desk.play, self.seat)
        changes = {meter.name: meter.change for meter in shown}
        share = 1.0 if self._glide is None else self._glide.at(self._now)

        def on_the_way(name: str, value: float) -> float:
            return value - changes[name] * (1.0 - share)

        return [
            standing_card(shown, on_the_way, verdict(self.desk.play, self.seat)),
            goals_card(boss_of(sight), week_words.goals_of(self.desk.play, self.seat)),
        ]

    def _promises(self, sight: View) -> Widget:
        return promises_card(week_words.promises_of(self.desk.play, self.seat))

    def _middle(self, sight: View, talks: Sequence[Talk]) -> Widget:
        if not talks:
            return quiet_card(sight, _QUIET)
        self.event = min(self.event, len(talks) - 1)
        inbox = Inbox(tuple(talks), self.event, self.left())
        keys = [self.house.key(action) for action in _CHOICE_KEYS]
        options = self.desk.legal(self.seat)
        talk = talks[self.event]
        cards = choice_cards(
            sight, talk, keys, self.desk.slots(self.seat), options.may_skip, talk.event.id in inbox.left
        )
        event = event_card(sight, self.desk.play.luck, inbox, self.house.key("change"))
        choices = Column([Flex(card) for card in cards], gap=8)
        return Row([Flex(event, 456, 400), Flex(choices, 504, 400)], gap=16, align="stretch")

    def _moves(self, sight: View, talks: Sequence[Talk]) -> Widget:
        moves = self.desk.moves(self.seat)
        slots = self.desk.slots(self.seat)
        return moves_panel(
            sight, moves, slots, MOVES_A_WEEK[self.seat], self.house.key("moves"), self._primary(sight, talks)
        )

    def _primary(self, sight: View, talks: Sequence[Talk]) -> Button:
        label, ready = self.primary(sight, talks)
        if ready:
            return Button(
                label, Start(), id="start", kind="primary", after="arrow-right", autofocus=self.waiting() == NONE
            )
        return Button(label, Start(), id="start")

    def primary(self, sight: View, talks: Sequence[Talk]) -> tuple[str, bool]:
        """The words on the primary button, and whether the week can go on."""
        position = self.waiting()
        if position != NONE:
            talk = talks[position]
            return week_words.waits(sight, talk.event, bool(talk.said)), False
        slots = self.desk.slots(self.seat)
        if len(self.desk.moves(self.seat)) > slots:
            return week_words.too_many(slots), False
        other = self._next_human()
        if other is not None:
            return f"Over to {week_words.seat_person(self.desk, other)}", True
        return "Start the week", True

    def _next_human(self) -> Seat | None:
        humans = self.desk.humans
        here = humans.index(self.seat)
        return humans[here + 1] if here + 1 < len(humans) else None

    def _lower(self, sight: View) -> Widget:
        rows = kpi_cards(self.desk.play, sight)
        if self.seat is not Seat.BOTH:
            chart = self._plan() if self.seat is Seat.PM else self._calendar(sight)
            return Card(Column([kpi_row(rows), Divider(), Flex(_charted(chart))], gap=0), 0, 0)
        chart, mine = (self._plan(), rows[5:]) if self.tab == "plan" else (self._calendar(sight), rows[:5])
        head = Pad(pills([_side("plan", "The work", self.tab), _side("calendar", "The accounts", self.tab)]), 7, 4)
        return Card(Column([head, kpi_row(mine), Divider(), Flex(_charted(chart))], gap=0), 0, 0)

    def _plan(self) -> Widget:
        plan = plan_of(self.desk.play, self.seat)
        return PlanChart(plan, Open("plan"), id="plan", label=plan_in_words(plan))

    def _calendar(self, sight: View) -> Widget:
        dates = calendar_of(sight, self.desk.moves(self.seat))
        return CalendarChart(dates, Open("calendar"), id="calendar", label=calendar_in_words(dates))

    # ---- what lies above it

    def _overlays(self, sight: View) -> list[Overlay | None]:
        if self.trouble:
            return [coach.trouble(self.trouble)]
        if self.picking is not None:
            slot, group = self.picking
            return [picker(sight, self.desk.legal(self.seat).moves, self.desk.moves(self.seat), slot, group)]
        if self.book is not None:
            return [book_dialog(self.desk.scenario, self.book)]
        if self.opened:
            return [details.overlay(self.desk, sight, each) for each in self.opened]
        step = self.step()
        return [coach.bubble(step, self._anchor(step, sight), *self._progress(step))] if step else []

    def steps(self) -> list[GuideStep]:
        """The lines of guidance that hold this week."""
        if f"{self.desk.record.id}/unguided" in self.house.seen:
            return []
        return [step for step in self.desk.scenario.guide if step.when.value(self.sight.values) != 0.0]

    def step(self) -> GuideStep | None:
        """The line of guidance to show now."""
        unread = [step for step in self.steps() if self._memory("guide", step.id) not in self.house.seen]
        return unread[0] if unread else None

    def _anchor(self, step: GuideStep, sight: View) -> str:
        if step.points_at == "kpis":
            return f"kpi/{kpi_cards(self.desk.play, sight)[0].name}"
        if step.points_at == "people":
            return f"person/{cast(sight.scenario, self.seat)[0]}"
        return coach.ANCHORS.get(step.points_at, step.points_at)

    def _progress(self, step: GuideStep) -> tuple[int, int]:
        steps = self.steps()
        return steps.index(step) + 1, len(steps)

    # ---- what it is told

    def on_message(self, message: object) -> Route | None:
        try:
            return self._heard(message)
        except Refused as no:
            self.notices.append(str(no))
        except StoreTrouble as trouble:
            self.trouble = str(trouble)
        return None

    def _heard(self, message: object) -> Route | None:
        match message:
            case Choose(event, choice):
                self._choose(event, choice)
            case Change(event):
                self._change(event)
            case Leave(event):
                self.house.seen.add(self._memory("left", event))
                self._go_on()
            case ShowEvent(index):
                self.event = index
            case OpenPicker(slot):
                self._open_picker(slot)
            case Unfold(group) if self.picking:
                self.picking = (self.picking[0], group)
            case Pick(move) if self.picking:
                self._pick(self.picking[0], move)
            case Start():
                return self._start()
            case _:
                return self._opened(message)
        return None

    def _opened(self, message: object) -> Route | None:
        match message:
            case Open(kind="book"):
                self._open_book()
            case Open():
                self.opened = [*self.opened, message]
            case Close():
                self._close()
            case Find(text) if self.book:
                self.book = replace(self.book, search=text)
            case ShowTab(name) if self.book:
                self.book = replace(self.book, by=name)
            case ShowTab(name):
                self.tab = name
            case GuideNext():
                self._guide_on()
            case GuideEnd():
                self.house.seen.add(f"{self.desk.record.id}/unguided")
            case Unsaved():
                self.trouble = ""
                self.desk.go_on_unsaved()
                self.notices += self.desk.take_notes()
            case coach.Dismiss(index):
                del self.notices[index]
            case _:
                return self._away(message)
        return None

    def _away(self, message: object) -> Route | None:
        here = GoWeek(self.desk, self.seat)
        match message:
            case Menu() | Back():
                return GoPause(self.desk)
            case History():
                return GoHistory(self.desk, max(1, self.desk.week - 1))
            case Help(term):
                return GoHelp(here, term)
        return None

    def _close(self) -> None:
        self.trouble = ""
        if self.picking or self.book:
            self.picking = self.book = None
        elif self.opened:
            self.opened = self.opened[:-1]

    def _open_book(self) -> None:
        week = len(self.desk.history)
        found = lines(self.desk.play, week, self.seat) if week else ()
        self.opened, self.book = [], Book(week, found)

    def _guide_on(self) -> None:
        step = self.step()
        if step:
            self.house.seen.add(self._memory("guide", step.id))

    # ---- answering

    def _choose(self, event: str, choice_id: str) -> None:
        question = self.desk.question(event)
        choice = next((c for c in question.choices if c.id == choice_id), None) if question else None
        drafted = self.desk.moves(self.seat)
        self.desk.answer(event, (*self.desk.path(event), choice_id))
        self._make_room(drafted)
        if choice is not None:
            self._play_reply(choice)
        self._go_on()

    def _make_room(self, drafted: tuple[Move, ...]) -> None:
        """An answer that takes a move takes the place of the last one drafted."""
        slots = self.desk.slots(self.seat)
        if len(drafted) > slots:
            self.shelved = drafted
            self.desk.set_moves(self.seat, drafted[:slots])

    def _change(self, event: str) -> None:
        self.desk.withdraw(event)
        slots = self.desk.slots(self.seat)
        if self.shelved and len(self.desk.moves(self.seat)) < slots:
            possible = self.desk.legal(self.seat).moves
            self.desk.set_moves(self.seat, tuple(m for m in self.shelved if m in possible)[:slots])
            self.shelved = ()
        self._focus = self._first_choice()

    def _go_on(self) -> None:
        """After an answer: the reply stays to be read; the focus goes where one would go on."""
        self.notices += self.desk.take_notes()
        talk = self.talks()[self.event]
        if talk.said and talk.question is not None:
            self._focus = self._first_choice()
        else:
            self._focus = "start"

    def _first_choice(self) -> str:
        question = self.desk.question(self.talks()[self.event].event.id)
        return f"choice/{question.choices[0].id}" if question else "start"

    def _play_reply(self, choice: Choice) -> None:
        sight = self.sight
        outcome: Outcome = choice.outcome
        if outcome.promises:
            self.house.sounds.play("promise_made")
            return
        lines = list(outcome.reply)
        if outcome.branch is not None:
            taken = branch_taken(outcome, sight.values, self.desk.play.luck, sight.week)
            lines += (outcome.branch.then if taken else outcome.branch.other).reply
        points = 0.0
        for person, _line in lines:
            if person != NONE:
                points += reaction(
                    sight, self.desk.play.luck, choice, sight.scenario.people[person], mood(sight, person)
                ).points
        self.house.sounds.play("reply_good" if points > 0.5 else "reply_bad" if points < -0.5 else "choose")

    # ---- moves

    def _open_picker(self, slot: int) -> None:
        moves = self.desk.moves(self.seat)
        current = moves[slot] if slot < len(moves) else None
        self.picking = (slot, first_group(self.sight, self.desk.legal(self.seat).moves, current))

    def _pick(self, slot: int, move: Move | None) -> None:
        moves = list(self.desk.moves(self.seat))
        if move is None:
            del moves[slot : slot + 1]
        elif slot < len(moves):
            moves[slot] = move
        else:
            moves.append(move)
        self.desk.set_moves(self.seat, tuple(moves))
        self.picking = None
        self.house.sounds.play("choose")

    # ---- the week

    def _start(self) -> Route | None:
        if self.desk.outcome is not None:
            return GoEnding(self.desk)
        position = self.waiting()
        if position != NONE:
            self.event = position
            self._focus = self._first_choice()
            return None
        if not self.primary(self.sight, self.talks())[1]:
            self._open_picker(0)
            return None
        other = self._next_human()
        if other is not None:
            return GoHandover(self.desk, other, GoWeek(self.desk, other))
        week = self.desk.week
        self.desk.start_week()
        self.house.sounds.play("week")
        return GoRecap(self.desk, week, self.seat)

    # ---- time

    def on_tick(self, now_ms: int) -> bool:
        self._now = now_ms
        if self._focus and self._ui is not None:
            self._ui.set_focus(self._focus)
            self._focus = ""
        return self._move_meters(now_ms)

    def _move_meters(self, now_ms: int) -> bool:
        """The meters glide from last week's values, once a week."""
        if self._glide is None:
            seen = self._memory("meters")
            if seen in self.house.seen or not self.desk.history:
                return False
            self.house.seen.add(seen)
            self._glide = Glide(0.0, 1.0, now_ms, _GLIDE_MS, self.house.settings.reduced_motion)
            return not self._glide.done(now_ms)
        moving = not self._glide.done(now_ms)
        if not moving:
            self._glide = None
            return True
        return moving


def _side(name: str, text: str, chosen: str) -> Pill:
    icon, ink = ("wrench", "dlv_text") if name == "plan" else ("handshake", "rel_text")
    return Pill(f"lower/{name}", text, ShowTab(name), name == chosen, icon, ink)


def _charted(chart: Widget) -> Widget:
    return Pad(chart, 16, 4)
