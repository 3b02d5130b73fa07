"""What the week screen says in places where the parts of a sentence come from several tables."""

from __future__ import annotations

from collections.abc import Sequence

from game.engine.model import NONE, Event, Seat
from game.engine.play import Play
from game.engine.view import View, observe
from game.insight.words.figures import capital, small, week_of
from game.insight.words.fill import substitute
from game.insight.words.people import first_name
from game.records.desk import Desk
from game.window.panels.event import Talk
from game.window.panels.standing import STATUS_ICONS, Said


def talks(desk: Desk, seat: Seat) -> tuple[Talk, ...]:
    """The week's events for a seat, with what was said so far."""
    return tuple(
        Talk(event, desk.question(event.id), desk.exchanges(event.id), desk.stands(event.id))
        for event in desk.legal(seat).events
    )


def waits(view: View, event: Event, begun: bool) -> str:
    """The primary button while an event waits."""
    who = event.question.who
    name = first_name(view.scenario.people[who]) if who != NONE else ""
    if begun:
        return f"Finish with {name} first" if name else "Finish this first"
    return f"Answer {name} first" if name else "Answer first"


def too_many(slots: int) -> str:
    """The primary button while more moves are set than there is room for."""
    return f"Room for {small(slots)} {'move' if slots == 1 else 'moves'}"


def seat_person(desk: Desk, seat: Seat) -> str:
    """The first name of whoever sits there."""
    return first_name(desk.scenario.people[desk.scenario.rules(seat).person])


def goals_of(play: Play, seat: Seat) -> Sequence[Said]:
    """The three goals of a seat."""
    scenario, view = play.scenario, observe(play.scenario, play.state, seat)
    goals = scenario.both_goals if seat is Seat.BOTH else scenario.rules(seat).goals
    found = []
    for goal in goals:
        level = 0 if goal.good.value(view.values) else 1 if goal.watch.value(view.values) else 2
        tone = ("good", "warn", "bad")[level]
        word = goal.says[level] or ("On track", "Watch it", "At risk")[level]
        found.append(Said(substitute(goal.text, scenario), tone, STATUS_ICONS[tone], capital(word)))
    return found


def promises_of(play: Play, seat: Seat) -> Sequence[Said]:
    """The open promises a seat knows of."""
    found = []
    scenario = play.scenario
    view = observe(scenario, play.state, seat)
    for promise in scenario.promises:
        if round(view.known(promise.status)) == 1 and (seat is Seat.BOTH or promise.by is seat):
            found.append(Said(promise.text, "plain", "circle-dot", "To " + first_name(scenario.people[promise.to]), week_of(view.known(promise.due_week))))
    return found


def verdict_of(play: Play, seat: Seat) -> str:
    """The line under the emblem."""
    return "She likes you. The plan does not."
