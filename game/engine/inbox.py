"""Which events reach whom at the opening of a week."""

from __future__ import annotations

from game.engine.luck import Luck
from game.engine.model import NONE, Event, Scenario, Seat
from game.engine.state import State

EVENTS_A_SEAT = 2
URGENT = 7  # from this priority on an event may be the second of a week
EVENTS_BOTH = 3
PLAYS_BIT = {Seat.AM: 1, Seat.PM: 2, Seat.BOTH: 4}
PLAYS_PLACE = {Seat.AM: 0, Seat.PM: 1, Seat.BOTH: 2}  # the place of that bit


def open_week(scenario: Scenario, state: State, luck: Luck) -> None:
    """Fill the inbox of the week now open. Changes the state given; `seen` lines are written by the caller's copy."""
    week = state.values[scenario.week]
    waiting = _arrivals(scenario, state, luck, week)
    if len(waiting) > 1:
        waiting.sort(key=lambda w: (-scenario.events[w[0]].priority, w[1], scenario.events[w[0]].id))
    delivered: list[int] = []
    taken = {Seat.AM: 0, Seat.PM: 0}
    for index, _since in waiting:
        seat = scenario.events[index].asks
        second = scenario.events[index].follow_up or scenario.events[index].priority >= URGENT
        room = taken[seat] < (EVENTS_A_SEAT if second else 1)
        room = room and (state.seat is not Seat.BOTH or len(delivered) < EVENTS_BOTH)
        if room:
            taken[seat] += 1
            delivered.append(index)
    if state.seat is Seat.BOTH:
        if not delivered:
            delivered.extend(_quiet_week(scenario, state, luck, week, None))
    else:
        for seat in (Seat.AM, Seat.PM):
            if taken[seat] == 0:
                delivered.extend(_quiet_week(scenario, state, luck, week, seat))
    state.inbox = tuple(delivered)
    state.waiting = tuple([w for w in waiting if w[0] not in delivered])
    # What an earlier choice does this week is lived with the week; calls for events are answered now.
    state.due = tuple([d for d in state.due if d.week > week or (d.week == week and d.later is not None)])


def _arrivals(scenario: Scenario, state: State, luck: Luck, week: int) -> list[tuple[int, int]]:
    """(event, waiting since) of all that wait: earlier ones still true and not expired, called ones, new ones."""
    values = state.values
    found: list[tuple[int, int]] = []
    known: list[int] = []
    for index, since in state.waiting:
        event = scenario.events[index]
        if week - since < event.expires and event.when.value(values) != 0.0 and not asker_gone(scenario, event, values):
            found.append((index, since))
        known.append(index)
    for due in state.due:
        if due.week == week and due.event != NONE and due.event not in known:
            event = scenario.events[due.event]
            fits = event.plays & PLAYS_BIT[state.seat] and event.when.value(values) != 0.0
            if fits and not asker_gone(scenario, event, values):
                found.append((due.event, week))
                known.append(due.event)
    for index in scenario.tables.coming[PLAYS_PLACE[state.seat]][week]:
        event = scenario.events[index]
        if index not in known and _comes(event, values, luck, week) and not asker_gone(scenario, event, values):
            found.append((index, week))
    return found


def asker_gone(scenario: Scenario, event: Event, values: list[int]) -> bool:
    """Whether the one who asks has left, or their company has; a condition that speaks of leaving knows better."""
    if event.question.who == NONE:
        return False
    person = scenario.people[event.question.who]
    if person.gone != NONE:
        return values[person.gone] != 0 and person.gone not in event.when.names()
    if person.side != "client":
        return False
    signed = scenario.accounts[person.account].signed
    return values[signed] == 2 and signed not in event.when.names()


def _comes(event: Event, values: list[int], luck: Luck, week: int) -> bool:
    """Whether an event of this week has not been here lately, its condition holds, and luck brings it."""
    seen = values[event.seen]
    if seen and (event.repeats == 0 or week - seen < event.repeats):
        return False
    if event.when.value(values) == 0.0:
        return False
    return event.chance is None or luck.stream("event", event.id, week) < event.chance.value(values)


def _quiet_week(scenario: Scenario, state: State, luck: Luck, week: int, seat: Seat | None) -> list[int]:
    """One small built-in event for an empty inbox, chosen by its own luck so that weeks differ."""
    best, best_draw = NONE, 2.0
    for index in scenario.tables.quiet:
        event = scenario.events[index]
        fits = event.plays & PLAYS_BIT[state.seat] and (seat is None or event.asks is seat) and not event.follow_up
        fits = fits and not asker_gone(scenario, event, state.values)
        if fits and event.first_week <= week <= event.last_week and _comes(event, state.values, luck, week):
            draw = luck.stream("event", event.id, week)
            if draw < best_draw:
                best, best_draw = index, draw
    return [] if best == NONE else [best]
