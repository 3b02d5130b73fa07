"""An event of the inbox: who wants what, the conversation so far, and the reply."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from game.engine.legality import unlocked
from game.engine.luck import Luck
from game.engine.model import NONE, Event, Question
from game.engine.outcomes import replies
from game.engine.view import View
from game.insight.words.fill import substitute
from game.insight.words.moods import mood
from game.insight.words.people import first_name
from game.insight.words.reactions import Reaction, reaction
from game.records.desk import Exchange
from game.window.kit import (
    Button,
    Card,
    CardButton,
    Column,
    Divider,
    Flex,
    Icon,
    Pad,
    Painter,
    Part,
    Popover,
    Rect,
    Row,
    Spacer,
    Text,
    Widget,
    bold,
)
from game.window.kit.boxes import Around
from game.window.kit.widget import Frame, Look
from game.window.panels import gamble
from game.window.panels.faces import Arriving, face
from game.window.panels.messages import Change, Close, Open, ShowEvent
from game.window.panels.pills import Pill, pills

_TITLES = 46  # characters of titles that fit side by side
_LONG = 230  # characters from which an event's text is set a little smaller
_STANDS = "You have seen what came of it, so it stands."


@dataclass(frozen=True)
class Talk:
    """One event as it stands: the question that waits (None: answered) and what was said before."""

    event: Event
    question: Question | None
    said: tuple[Exchange, ...]
    stands: bool

    @property
    def answered(self) -> bool:
        return bool(self.said) and self.question is None


@dataclass(frozen=True)
class Inbox:
    """This week's events for a seat, and the one that is open."""

    talks: tuple[Talk, ...]
    open: int
    left: frozenset[str]  # knowingly unanswered

    def done(self, talk: Talk) -> bool:
        return talk.answered or talk.event.id in self.left


class EventKeys(NamedTuple):
    """The keys that turn to the next event and take an answer back."""

    next: str
    change: str


def event_card(view: View, luck: Luck, inbox: Inbox, keys: EventKeys, shown: float = 1.0) -> Widget:
    """The open event. `shown` is how far a new reply has come, 0 to 1."""
    talk = inbox.talks[inbox.open]
    body = (
        _answered(view, luck, talk, keys.change, shown) if talk.said else _asked(view, talk.event, talk.event.question)
    )
    notes = [_note(substitute(event.note, view.scenario, view.week)) for event in view.notes()]
    foot = Pad(Column([Divider(1), *notes], gap=4), 6, 0) if notes else None
    switch = _switch(view, inbox, keys.next) if len(inbox.talks) > 1 else None
    return Card(Column([switch, Flex(body), foot], gap=3), 10, 10)


def turns(view: View, luck: Luck, inbox: Inbox) -> list[Inbox]:
    """The inbox as it may stand this week: each event before it is answered, and after each of its choices."""
    found: list[Inbox] = []
    for index, talk in enumerate(inbox.talks):
        first = talk.event.question
        ways = [Talk(talk.event, first, (), False)]
        for choice in unlocked(first, view.values):
            said = Exchange(first, choice, replies(choice.outcome, view.values, luck, view.week))
            ways.append(Talk(talk.event, choice.scene, (said,), False))
        found += [Inbox((*inbox.talks[:index], way, *inbox.talks[index + 1 :]), index, inbox.left) for way in ways]
    return found


def event_popover(view: View, event: Event, said: Sequence[Exchange]) -> Popover:
    """What was asked in full, and what was said to it."""
    close = Button("Close", Close(), id="event/close", kind="icon", icon="x", autofocus=True)
    rows: list[Widget] = [Row([Flex(Text(event.title, 18, "b", leading=1.25), least=160), close], gap=10)]
    for each in said:
        who = _who(view, each.question)
        rows += [Text(who, 14, "s")] if who else []
        rows.append(Text(substitute(each.question.text, view.scenario, view.week), 16))
        rows.append(
            Text([Part("You:  ", "s"), substitute(each.choice.text, view.scenario, view.week)], 15, "r", "ink2")
        )
        rows += [Text(_line(view, person, line), 15, "i", "ink2") for person, line in each.lines]
    return Popover(Column(rows, gap=6), Close(), id="event-card", anchor="event", width=480, padding=18)


def _line(view: View, person: int, line: str) -> str:
    words = substitute(line, view.scenario, view.week)
    return words if person == NONE else f"{first_name(view.scenario.people[person])}: {words}"


def quiet_card(view: View, text: str) -> Widget:
    """No event at all."""
    notes = [_note(substitute(event.note, view.scenario, view.week)) for event in view.notes()]
    reader = CardButton(Text(text, 17), id="event", label=text, style="flat", x=0, y=4)
    return Card(Column([reader, Flex(Spacer()), *notes], gap=4), 16, 12)


def _switch(view: View, inbox: Inbox, key: str) -> Widget:
    """The week's events side by side: titles, or who asks where titles are too long."""
    titles = sum(len(talk.event.title) for talk in inbox.talks) <= _TITLES
    found = []
    for index, talk in enumerate(inbox.talks):
        done, here = inbox.done(talk), index == inbox.open
        spoken = f"{index + 1} of {len(inbox.talks)}: {talk.event.title}, {'answered' if done else 'not answered'}"
        who = talk.event.question.who
        text = talk.event.title if titles or here or who == NONE else first_name(view.scenario.people[who])
        icon, ink = ("circle-check", "good") if done else ("circle-dot", "ink2")
        pressed = key if index == (inbox.open + 1) % len(inbox.talks) else ""
        found.append(Pill(f"event/{index}", text, ShowEvent(index), here, icon, ink, spoken, pressed))
    return pills(found)


def _note(text: str) -> Widget:
    return Row([Icon("eye", 15), Flex(Text(text, 13, "r", "ink2"))], gap=8)


def _who(view: View, question: Question) -> str:
    if question.who == NONE:
        return ""
    person = view.scenario.people[question.who]
    return f"{person.name}, {person.title}" if person.title else person.name


def _asked(view: View, event: Event, question: Question) -> Widget:
    """Nothing said yet: who, how, and the text."""
    text = substitute(question.text, view.scenario, view.week)
    who = _who(view, question)
    head: list[Widget | None] = [
        Text(event.title, 22, "b", leading=1.25),
        Text(who, 14, "s") if who else None,
        Text(substitute(event.how, view.scenario, view.week), 14, "r", "ink2") if event.how else None,
    ]
    words = Column(head, gap=1)
    top: Widget = words
    if question.who != NONE:
        person = view.scenario.people[question.who]
        top = Row([face(person, mood(view, question.who).face, 72, 16), Flex(words, least=180)], gap=16)
    body = Column([top, Text(text, 17 if len(text) < _LONG else 16), Flex(Spacer())], gap=8)
    label = ". ".join(part for part in (event.title, who, event.how, text) if part)
    return CardButton(body, id="event", label=label, style="flat", x=6, y=4)


def _answered(view: View, luck: Luck, talk: Talk, change_key: str, shown: float) -> Widget:
    """The conversation so far: what was asked in short, what you said, the reply, and what is asked now."""
    first = talk.said[0].question
    text = substitute(first.text, view.scenario, view.week)
    who = _who(view, first)
    said = talk.said[-1]
    rows: list[Widget | None] = [Text(talk.event.title, 22, "b", leading=1.25)]
    if talk.question is None:
        rows += [
            Text(who, 14, "s") if who else None,
            Row([Flex(Text(text, 14, "r", "ink2", most=1)), Icon("chevron-right", 14)]),
        ]
    else:
        you = [Part("You:  ", "s", "ink2"), Part(substitute(said.choice.text, view.scenario, view.week), "r", "ink2")]
        rows.append(Text(you, 14))
    bubbles = _replies(view, luck, said, 72 if talk.question is None and len(said.lines) < 2 else 48, shown)
    rows += [Spacer(2), gamble.verdict(view, luck, said.choice), *bubbles]
    came = gamble.worked(view, luck, said.choice)
    chance = [] if came is None else [gamble.WORKED if came else gamble.FAILED]
    spoken = [talk.event.title, text, said.choice.text, *chance, *(line for _who_says, line in said.lines)]
    if talk.question is not None:
        rows += [Divider(3), _asked_on(view, talk.question, said)]
        spoken.append(talk.question.text)
    rows.append(Flex(Spacer()))
    label = " ".join(substitute(part, view.scenario, view.week) for part in spoken)
    reader = CardButton(
        Column(rows, gap=4),
        Open("event", name=talk.event.id),
        id="event",
        label=label,
        help=text,
        style="flat",
        x=6,
        y=4,
    )
    return Column([Flex(reader), Pad(_after(view, luck, talk, change_key), 6, 0)], gap=2)


def _asked_on(view: View, question: Question, said: Exchange) -> Widget:
    """A further question, with whose it is: a face, or only the name where the face stands just above."""
    text = substitute(question.text, view.scenario, view.week)
    if question.who == NONE:
        return Text(text, 16)
    person = view.scenario.people[question.who]
    if any(speaker == question.who for speaker, _line in said.lines):
        told = any(mark in text[1:] for mark in '“"')  # told by somebody else, who names the speaker
        return Text(text if told else [bold(f"{first_name(person)}: "), text], 16)
    return Row(
        [face(person, mood(view, question.who).face, 48), Flex(Text(text, 16), least=200)], gap=12, align="start"
    )


def _replies(view: View, luck: Luck, said: Exchange, size: float, shown: float) -> list[Widget]:
    found: list[Widget] = []
    for person, line in said.lines:
        words = substitute(line, view.scenario, view.week)
        if person == NONE:
            found.append(Text(words, 15, "i"))
            continue
        felt = _felt(view, luck, said, person)
        bubble = Bubble(Pad(Text(_quoted(words), 15, "s"), 14, 9))
        portrait = Arriving(face(view.scenario.people[person], felt.face, size), shown)
        found.append(Row([portrait, Flex(bubble, least=180)], gap=20, align="center"))
    return found


def _felt(view: View, luck: Luck, said: Exchange, person: int) -> Reaction:
    return reaction(view, luck, said.choice, view.scenario.people[person], mood(view, person))


def _quoted(words: str) -> str:
    return words if words[:1] in "“\"'‘" else f"“{words}”"


def _after(view: View, luck: Luck, talk: Talk, change_key: str) -> Widget:
    """Under the reply: what it did to the face for the moment (the week decides what stays), and the way back."""
    changes = _changed(view, luck, talk.said[-1])
    back: Widget
    if talk.stands:
        back = Row([Icon("lock", 14), Text(_STANDS, 13, "r", "ink2")], gap=6)
    else:
        back = Button(
            "Change my answer",
            Change(talk.event.id),
            id="change",
            kind="quiet",
            icon="undo-2",
            hotkey=change_key,
            show_key=True,
        )
    return Row([*changes[:1], Flex(Spacer(), least=1), back], gap=6, line_gap=0)


def _changed(view: View, luck: Luck, said: Exchange) -> list[Widget]:
    found: list[Widget] = []
    for person, _line in said.lines:
        felt = None if person == NONE else _felt(view, luck, said, person)
        if felt is None or not felt.word:
            continue
        ink = "ink2" if felt.tone == "plain" else felt.tone
        who = Text(f"{first_name(view.scenario.people[person])} for now:", 13, "r", "ink2")
        found.append(Row([who, Icon(felt.icon, 15, ink), Text(felt.word, 13, "s", ink)], gap=6))
    return found


@dataclass(eq=False)
class Bubble(Around):
    """Speech: a soft ground with a tip towards the face on its left."""

    tone: str = "rel_soft"

    def arrange(self, frame: Frame, rect: Rect) -> None:
        frame.add(self, rect)
        super().arrange(frame, rect)

    def paint(self, p: Painter, rect: Rect, look: Look) -> None:
        p.rounded(rect, 12, self.tone)
        p.polygon(((rect.x + 1, rect.cy - 9), (rect.x - 10, rect.cy + 3), (rect.x + 1, rect.cy + 8)), self.tone)


def first_open(inbox: Sequence[Talk], done: Sequence[bool]) -> int:
    """The first event that still waits, else the last one."""
    return next((i for i, ready in enumerate(done) if not ready), max(0, len(inbox) - 1))
