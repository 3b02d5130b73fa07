"""What the week screen says in places where the parts of a sentence come from several tables."""

from __future__ import annotations

from collections.abc import Sequence

from game.engine.model import NONE, Event, Seat
from game.engine.play import Play
from game.engine.view import View
from game.insight.words.causes import entitled
from game.insight.words.figures import small
from game.insight.words.goals import goals
from game.insight.words.people import colleague_of, first_name
from game.insight.words.promises import PromiseWords, promises
from game.records.desk import Desk
from game.window.calendar import brief
from game.window.panels.standing import Said

_BUTTON = 21  # characters the primary button has room for on one line


def waits(view: View, event: Event, begun: bool) -> str:
    """The primary button while an event waits."""
    who = event.question.who
    name = first_name(view.scenario.people[who]) if who != NONE else ""
    verb = "Finish with" if begun else "Answer"
    ways = [f"{verb} {name} first", f"{verb} {name}"] if name else [f"{verb} {entitled(event)}"]
    spare = "Finish your answer" if begun else "Answer the message" if name else "Choose an answer"  # a thing says none
    return next((text for text in ways if len(text) <= _BUTTON), spare)


def start(free: int) -> str:
    """The primary button when the week can go on; it says so when time is given to nothing."""
    if free <= 0:
        return "Start the week"
    said = f"Start, {small(free)} {'move' if free == 1 else 'moves'} unused"
    return said if len(said) <= _BUTTON + 1 else f"Start, {small(free)} unused"  # a second line would move the plan


def seat_person(desk: Desk, seat: Seat) -> str:
    """The first name of whoever sits there."""
    return first_name(desk.scenario.people[desk.scenario.rules(seat).person])


def goals_of(play: Play, seat: Seat) -> Sequence[Said]:
    """The three goals of a seat; the numbers behind a word show when it is pressed."""
    return [Said(goal.text, goal.tone, goal.icon, goal.word, more=goal.detail) for goal in goals(play, seat)]


def promises_title(play: Play, seat: Seat) -> str:
    """What stands over the open promises: whose they are."""
    found, colleague = promises(play, seat), colleague_of(play.scenario, seat)
    if not found:
        return "No open promise"
    if colleague is None or all(promise.mine for promise in found):
        return "Your open promises"
    name = first_name(colleague)
    return f"Open promises, yours and {name}’s" if any(p.mine for p in found) else f"{name}’s open promises"


def promises_of(play: Play, seat: Seat) -> Sequence[Said]:
    """The open promises of a seat, then those of the other one it knows of."""
    found = promises(play, seat)
    both = any(promise.mine for promise in found) and not all(promise.mine for promise in found)
    return [_said(play, promise, seat, both) for promise in found]


def _said(play: Play, promise: PromiseWords, seat: Seat, both: bool) -> Said:
    """A promise; where there are some of `both` seats, each says whose it is."""
    colleague = colleague_of(play.scenario, seat)
    name = "You" if promise.mine or colleague is None else first_name(colleague)
    giver = "Your word" if name == "You" else f"{name}’s word"
    whose = f"{name}: " if both else ""
    text = f"{whose}{brief(promise.text, 60)}, {promise.who}"
    more = f"{giver} {promise.who}: {promise.text}. {promise.keeps}".strip()
    return Said(text, promise.tone, promise.icon, promise.estimate, promise.due, more)
