"""An event as blocks: the letter, what one can answer, the conversation so far."""

from __future__ import annotations

from game.engine.legality import unlocked
from game.engine.luck import Luck
from game.engine.model import NONE, NOTHING, Choice, Event, Question, Seat
from game.engine.play import Play
from game.engine.view import View
from game.engine.week import IGNORED_EXPERIENCE, IGNORED_MORALE
from game.insight.preview import Chip
from game.insight.words.chips import ChipWords, chip_words, choice_chips
from game.insight.words.fill import substitute
from game.insight.words.locked import why_locked
from game.insight.words.moods import mood
from game.insight.words.people import first_name
from game.insight.words.reactions import reaction
from game.records.desk import Desk, Exchange
from game.terminal.blocks import Block, Heading, Letter, Note, Option, Para, Speech

LETTERS = "abcdef"
NO_MOVE_LEFT = "It takes a move, and your other answers have taken this week’s."
LEAVE_IT = "Leave it unanswered."
STANDS = "You have seen what came of it, so it stands."


def letter(view: View, event: Event, place: str) -> Letter:
    """The event as it arrives; `place` is its number in the inbox, such as "1 of 2"."""
    question = event.question
    how = substitute(event.how, view.scenario, view.week)
    sub = ". ".join(part for part in (_from(view, question), how) if part)
    return Letter(f"{event.title}, {place}" if place else event.title, sub, _said(view, question.text))


def asked_on(view: View, question: Question) -> Block:
    """A further question in the same event."""
    text = _said(view, question.text)
    if question.who == NONE:
        return Para(text)
    return Speech(view.scenario.people[question.who].name, text)


def _from(view: View, question: Question) -> str:
    if question.who == NONE:
        return ""
    person = view.scenario.people[question.who]
    return f"From {person.name}, {person.title}" if person.title else f"From {person.name}"


def _said(view: View, text: str) -> str:
    return substitute(text, view.scenario, view.week)


def quoted(words: str) -> str:
    """In quotation marks, unless it stands in some already."""
    return words if words[:1] in "“\"'‘" else f"“{words}”"


def introduction(play: Play, view: View, event: Event) -> str:
    """Who somebody is, the first time they speak in this play; "" later."""
    who = event.question.who
    if who == NONE:
        return ""
    for state in play.states[:-1]:
        if any(
            play.scenario.events[i].question.who == who for i in state.inbox if _mine(view, play.scenario.events[i])
        ):
            return ""
    for earlier in view.inbox():
        if earlier is event:
            break
        if earlier.question.who == who:
            return ""
    return play.scenario.people[who].intro


def _mine(view: View, event: Event) -> bool:
    return view.seat is Seat.BOTH or event.asks is view.seat


def options(desk: Desk, seat: Seat, event: Event, question: Question) -> tuple[Option, ...]:
    """What one can answer, by letter, with what can be foreseen or why it is locked."""
    view = desk.view(seat)
    open_ones = unlocked(question, view.values)
    found = []
    for key, choice in zip(LETTERS, question.choices, strict=False):
        lock = "" if choice in open_ones else why_locked(view, choice) or "It is not open this week."
        if not lock and choice.takes > desk.slots(seat):
            lock = NO_MOVE_LEFT
        notes = (Note(lock),) if lock else _notes(choice_chips(view, choice))
        found.append(Option(key, _said(view, choice.text), notes, bool(lock)))
    if may_leave(desk, seat, event):
        found.append(Option(LETTERS[len(question.choices)], LEAVE_IT, _notes(_price(view, event))))
    return tuple(found)


def may_leave(desk: Desk, seat: Seat, event: Event) -> bool:
    """Whether this event may go unanswered: in the both seat, before anything was said."""
    return desk.legal(seat).may_skip and not desk.path(event.id)


def _notes(chips: tuple[ChipWords, ...]) -> tuple[Note, ...]:
    return tuple(Note(chip.spoken, chip.tone) for chip in chips)


def _price(view: View, event: Event) -> tuple[ChipWords, ...]:
    """What it costs not to answer."""
    if event.ignored is not NOTHING:
        return choice_chips(view, Choice("", LEAVE_IT, "", "", None, 0, event.ignored, None, NONE))
    if event.question.who == NONE:
        return ()
    person = view.scenario.people[event.question.who]
    if person.experience == NONE and person.morale == NONE:
        return ()
    price = IGNORED_EXPERIENCE if person.experience != NONE else IGNORED_MORALE
    return (chip_words(view, Chip("person", price, event.question.who)),)


def replies(view: View, luck: Luck, said: Exchange) -> tuple[Block, ...]:
    """What people say to a choice, and how they take it."""
    found: list[Block] = []
    for person, line in said.lines:
        words = _said(view, line)
        if person == NONE:
            found.append(Para(words, indent=1))
        else:
            who = view.scenario.people[person]
            how = reaction(view, luck, said.choice, who, mood(view, person)).word
            found.append(Speech(first_name(who), quoted(words), how))
    return tuple(found)


def conversation(desk: Desk, seat: Seat, event: Event) -> tuple[Block, ...]:
    """Everything said in an event so far."""
    view = desk.view(seat)
    found: list[Block] = []
    for number, said in enumerate(desk.exchanges(event.id)):
        found += [asked_on(view, said.question)] if number else []
        found.append(Speech("You", _said(view, said.choice.text)))
        found += replies(view, desk.play.luck, said)
    return tuple(found)


def inbox_list(desk: Desk, seat: Seat, left: frozenset[str]) -> tuple[Block, ...]:
    """This week's events by number, and what became of them so far."""
    view = desk.view(seat)
    found: list[Block] = [Heading("Inbox")]
    for number, event in enumerate(desk.legal(seat).events, 1):
        found.append(Option(str(number), event.title, (Note(_answered(desk, view, event, left)),)))
    if len(found) == 1:
        found.append(Para("Nobody wants anything from you this week.", indent=1))
    return (*found, *notes(view))


def _answered(desk: Desk, view: View, event: Event, left: frozenset[str]) -> str:
    said = desk.exchanges(event.id)
    if said and desk.question(event.id) is not None:
        return "A further question waits."
    if said:
        final = f" {STANDS}" if desk.stands(event.id) else ""
        return f"Answered: {_said(view, said[-1].choice.text)}{final}"
    return "Left unanswered." if event.id in left else "Not answered yet."


def notes(view: View) -> tuple[Block, ...]:
    """What one hears of the other seat's inbox."""
    return tuple(Para(_said(view, event.note), quiet=True) for event in view.notes())
