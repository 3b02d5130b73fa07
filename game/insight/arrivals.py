"""Why each event is in a week's inbox, or is not: for authors, so nothing is hidden here."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.inbox import PLAYS_BIT, asker_gone
from game.engine.legality import chosen, decided
from game.engine.model import NONE, Event, Outcome, Seat
from game.engine.outcomes import branch_taken
from game.engine.play import Play
from game.engine.state import State
from game.insight.spelled import drawn, failing
from game.insight.words.people import first_name, seat_name

HERE, WAITING, CALLED = "asks now", "waits", "called for later"
CONDITION, LUCK, EARLY = "condition", "luck", "not yet"
CAME, LATE, DROPPED = "came before", "too late", "dropped"
UNCALLED, QUIET, ELSEWHERE, GONE = "only when called", "only when it is quiet", "another seat", "asker gone"


@dataclass(frozen=True)
class Arrival:
    """One event in one week: how it stands (one of the words above) and why, in sentences."""

    event: int
    stands: str
    why: str


def arrivals(play: Play, week: int) -> tuple[Arrival, ...]:
    """Every event of the scenario as the opening of `week` found it, in file order; none once the play has ended."""
    state = play.states[week - 1]
    if state.reached is not None:
        return ()
    look = _Look(play, week)
    return tuple([Arrival(index, *look.at(index)) for index in range(len(play.scenario.events))])


def why_absent(play: Play, week: int, event: int) -> str:
    """Why an event does not ask in `week`, in sentences; "" where it does."""
    if play.states[week - 1].reached is not None:
        return "The play has ended."
    stands, why = _Look(play, week).at(event)
    return "" if stands == HERE else why


class _Look:
    """What the opening of one week had before it."""

    def __init__(self, play: Play, week: int) -> None:
        self.play, self.week, self.scenario = play, week, play.scenario
        self.state: State = play.states[week - 1]
        self.values = _before_delivery(play, week)
        before = play.states[week - 2].waiting if week > 1 else ()
        self.waited = dict(before)
        self.waiting = dict(self.state.waiting)
        self.calls = calls(play, week)

    def at(self, index: int) -> tuple[str, str]:
        event = self.scenario.events[index]
        if index in self.state.inbox:
            return HERE, self._came(index, event)
        if index in self.waiting:
            since = self.waiting[index]
            last = since + event.expires - 1
            until = f"it is dropped after week {last}" if last > self.week else "this is the last week it waits"
            return WAITING, f"It could come since week {since}; others go first, and {until}."
        if not event.plays & PLAYS_BIT[self.state.seat]:
            return ELSEWHERE, f"It is not part of a play from this seat ({seat_name(self.state.seat)})."
        if index in self.waited:
            return self._dropped(index, event)
        if index in self.calls:
            return self._called_in_vain(index, event)
        return self._by_itself(index, event)

    def _came(self, index: int, event: Event) -> str:
        if index in self.waited:
            return f"It waited since week {self.waited[index]}, and now had its turn."
        if index in self.calls:
            return f"Called by `{self.calls[index]}`."
        if event.builtin:
            return "A small built-in event, because the inbox was empty."
        if event.chance is None:
            return "Its weeks and its condition hold."
        return f"Its condition holds, and {self._against(event)}."

    def _against(self, event: Event) -> str:
        number = self.play.luck.stream("event", event.id, self.week)
        chance = 1.0 if event.chance is None else event.chance.value(self.values)
        side = "below" if number < chance else "not below"
        return f"this week’s luck of {drawn(number)} is {side} its chance of {drawn(chance)}"

    def _dropped(self, index: int, event: Event) -> tuple[str, str]:
        since = self.waited[index]
        if self.week - since >= event.expires:
            return DROPPED, f"It waited since week {since} and was dropped: `expires` is {event.expires}."
        why = failing(self.scenario, event.when, self.values) or self._gone(event)
        return DROPPED, f"It waited since week {since}, and may no longer come. {why}"

    def _called_in_vain(self, index: int, event: Event) -> tuple[str, str]:
        why = failing(self.scenario, event.when, self.values)
        called = f"Called for this week by `{self.calls[index]}`."
        return (CONDITION, f"{called} {why}") if why else (GONE, f"{called} {self._gone(event)}")

    def _gone(self, event: Event) -> str:
        if event.question.who == NONE:
            return "Nobody is there to ask."
        person = self.scenario.people[event.question.who]
        left = "has left" if person.gone != NONE else "is no client any more"
        return f"{first_name(person)}, who asks, {left}."

    def _by_itself(self, index: int, event: Event) -> tuple[str, str]:
        seen = self.values[event.seen]
        for due in self.state.due:
            if due.event == index:
                return CALLED, f"Called by `{due.cause.partition(':')[2]}` for week {due.week}."
        if event.follow_up:
            return (CAME, f"It came in week {seen}.") if seen else (UNCALLED, "No choice taken so far has called it.")
        if not event.builtin and self.week < event.first_week:
            return EARLY, f"It cannot come before week {event.first_week}."
        if not event.builtin and self.week > event.last_week:
            return (CAME if seen else LATE), (
                f"It came in week {seen}." if seen else f"It could come until week {event.last_week}."
            )
        if seen and event.repeats == 0:
            return CAME, f"It came in week {seen}, and comes once."
        if seen and self.week - seen < event.repeats:
            return CAME, f"It came in week {seen}, and may come again from week {seen + event.repeats} on."
        return self._unmet(event)

    def _unmet(self, event: Event) -> tuple[str, str]:
        why = failing(self.scenario, event.when, self.values)
        if why:
            return CONDITION, why
        if event.chance is not None:
            number = self.play.luck.stream("event", event.id, self.week)
            if number >= event.chance.value(self.values):
                against = self._against(event)
                return LUCK, f"Its condition holds, but {against}."
        if asker_gone(self.scenario, event, self.values):
            return GONE, self._gone(event)
        return QUIET, "A small built-in event, which comes only into an empty inbox; others came."


def _before_delivery(play: Play, week: int) -> list[int]:
    """The values the inbox was filled from: those of the state, before the events of the week were noted as seen."""
    state = play.states[week - 1]
    values = state.values.copy()
    for index in state.inbox:
        seen = play.scenario.events[index].seen
        values[seen] = play.states[week - 2].values[seen] if week > 1 else 0
    return values


def calls(play: Play, week: int) -> dict[int, str]:
    """The events called for the opening of `week`, with what called them: `wishlist/absorb`."""
    found: dict[int, str] = {}
    if week < 2:
        return found
    before, lived = play.states[week - 2], play.weeks[week - 2]
    for due in before.due:
        if due.week == week and due.event != NONE:
            found.setdefault(due.event, due.cause.partition(":")[2])
        if due.week == week - 1 and due.later is not None:
            _follows(play, before, due.later.outcome, due.later.key, found)
    for seat in (Seat.AM, Seat.PM):
        for answer in decided(lived.decisions, seat).answers:
            event = play.scenario.events[play.scenario.event_index[answer.event]]
            path = event.id
            for choice in chosen(event, answer, before.values):
                path += "/" + choice.id
                _follows(play, before, choice.outcome, path, found)
    _struck_and_ignored(play, week, found)
    return found


def _struck_and_ignored(play: Play, week: int, found: dict[int, str]) -> None:
    before, lived = play.states[week - 2], play.weeks[week - 2]
    causes = {change[2]: None for change in lived.changes}
    for risk in play.scenario.risks:
        if "risk:" + risk.id in causes:
            _follows(play, before, risk.outcome, risk.id, found)
    answers = [answer for seat in (Seat.AM, Seat.PM) for answer in decided(lived.decisions, seat).answers]
    answered = [answer.event for answer in answers if answer.path]
    for index in before.inbox:
        event = play.scenario.events[index]
        if event.id not in answered:
            _follows(play, before, event.ignored, event.id + "/ignored", found)


def _follows(play: Play, state: State, outcome: Outcome, path: str, found: dict[int, str]) -> None:
    """The events an outcome called for the week after."""
    for weeks, event in outcome.follow:
        if weeks == 1:
            found.setdefault(event, path)
    if outcome.branch is not None:
        taken = branch_taken(outcome, state.values, play.luck, state.values[play.scenario.week])
        _follows(play, state, outcome.branch.then if taken else outcome.branch.other, path, found)
