"""Carrying a play over to another text of its scenario: by ids, and with a report of every decision.

A decision is made again only where it is the same decision. At the first that is not, the play stops at the opening of
its week and the report says which one and why: another branch or another value is never taken silently.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.legality import decided, seats_of
from game.engine.model import Scenario, Seat
from game.engine.play import Play
from game.engine.state import Decisions, SeatDecisions
from game.insight.bots import bot_luck, choose
from game.insight.compare import Number, decision_differs, names_changed, newly_apart
from game.insight.fit import Fit, fit_answer, fit_move, spelled_move
from game.insight.simulate import DEFAULT_BOT
from game.insight.words.people import first_name

KEPT, MOVED, DIFFERS, GONE, BEHIND = "kept", "moved", "turned out differently", "gone", "not reached"


@dataclass(frozen=True)
class Fate:
    """What became of one decision: one of the words above, and why, in sentences ("" for what was simply kept)."""

    week: int
    seat: Seat
    what: str  # ids: "wishlist/absorb", "call dana"
    fate: str
    why: str = ""
    human: bool = True  # a person's decision, not a colleague's

    @property
    def who(self) -> str:
        """The colleague's seat before what they decided, "" before one's own."""
        return "" if self.human else f"the {self.seat.value.upper()}’s "


@dataclass(frozen=True)
class Carried:
    """The play on the new text, what became of each decision, and which numbers came out differently.

    `stopped` is the week whose decisions no longer fit, 0 where all do; `why` says it in sentences. `notes` tell what
    changed for the whole play, such as names.
    """

    play: Play
    fates: tuple[Fate, ...]
    numbers: tuple[Number, ...]
    notes: tuple[str, ...]
    stopped: int
    why: str

    def count(self, fate: str) -> int:
        """How many of the player's decisions met this fate."""
        return len([each for each in self.fates if each.fate == fate and each.human])

    @property
    def as_before(self) -> bool:
        """Whether nothing of the play came out in any other way."""
        same = all(each.fate in (KEPT, MOVED) for each in self.fates)
        return same and not self.numbers and not self.stopped


def carry(old: Play, scenario: Scenario, humans: tuple[Seat, ...]) -> Carried:
    """The old play's decisions lived again on `scenario`, as far as they are the same decisions there.

    `humans` are the seats people sit in; a colleague whose decisions no longer fit decides anew, and that is reported.
    """
    new = Play(scenario, old.seed, old.seat, old.difficulty)
    fates: list[Fate] = []
    numbers = list(newly_apart(old, new, 0))
    stopped, why = 0, ""
    for lived in old.weeks:
        if new.state.reached is not None:
            stopped, why = lived.week, f"The play now ends in week {new.week - 1}."
            break
        found = _week(old, new, lived.week, humans)
        lost = [fate for fate in found.fates if fate.fate == GONE and fate.human]
        if lost or found.unanswered:
            fates += found.fates
            stopped, why = lived.week, " ".join([fate.why for fate in lost] + found.unanswered)
            break
        new.live(found.decisions)
        fates += [_lived(old, new, fate) for fate in found.fates]
        numbers += newly_apart(old, new, lived.week)
    fates += _left_behind(old, fates, humans, stopped, why)
    return Carried(new, tuple(fates), tuple(numbers), names_changed(old.scenario, scenario), stopped, why)


@dataclass(frozen=True)
class _Found:
    decisions: Decisions
    fates: list[Fate]
    unanswered: list[str]  # people's events of the week to which there is no answer


def _week(old: Play, new: Play, week: int, humans: tuple[Seat, ...]) -> _Found:
    """The decisions of one week, in the open week of the new play."""
    fates: list[Fate] = []
    unanswered: list[str] = []
    mine: dict[Seat, SeatDecisions] = {}
    for seat in seats_of(old.state):
        was = decided(old.weeks[week - 1].decisions, seat)
        human = seat in humans
        found = seat_fates(old, new, week, seat, was, human=human)
        missing = _unanswered(new, seat, was)
        mine[seat] = was
        if not human and (missing or any(fate.fate == GONE for fate in found)):
            mine[seat] = _anew(new, seat)
            found = [_decides_anew(new, seat, week, found, missing)]
        elif human:
            unanswered += missing + _unasked(old, new, week, seat, was)
        fates += found
    if Seat.BOTH in mine:
        return _Found(Decisions(am=mine[Seat.BOTH]), fates, unanswered)
    return _Found(Decisions(mine[Seat.AM], mine[Seat.PM]), fates, unanswered)


def seat_fates(
    old: Play, new: Play, week: int, seat: Seat, was: SeatDecisions, *, human: bool = True, whole: bool = True
) -> list[Fate]:
    """What becomes of one seat's decisions in the open week of the new play. `whole` false: they are drafts."""
    fates = []
    for answer in was.answers:
        if answer.path:
            fit = fit_answer(old, new, week, answer, whole=whole)
            fates.append(_fate(week, seat, "/".join((answer.event, *answer.path)), fit, human))
    for move in was.moves:
        fates.append(_fate(week, seat, spelled_move(move), fit_move(old.scenario, new, seat, move), human))
    return fates


def _fate(week: int, seat: Seat, what: str, fit: Fit, human: bool) -> Fate:
    if fit.lost:
        return Fate(week, seat, what, GONE, fit.lost, human)
    if fit.moved:
        why = "; ".join(fit.moved)
        return Fate(week, seat, what, MOVED, f"{why[:1].upper()}{why[1:]}.", human)
    return Fate(week, seat, what, KEPT, "", human)


def _unanswered(new: Play, seat: Seat, was: SeatDecisions) -> list[str]:
    """Events that ask a single seat this week and to which the old play has no answer."""
    answered = [answer.event for answer in was.answers if answer.path]
    events = [new.scenario.events[i] for i in new.state.inbox]
    return [
        f"`{event.id}` now asks in week {new.week}, and there is no answer to carry over."
        for event in events
        if seat is not Seat.BOTH and event.asks is seat and event.id not in answered
    ]


def _unasked(old: Play, new: Play, week: int, seat: Seat, was: SeatDecisions) -> list[str]:
    """Events of the both seat that are new this week: to leave one unanswered is a decision nobody took."""
    if seat is not Seat.BOTH:
        return []
    before = [old.scenario.events[i].id for i in old.states[week - 1].inbox]
    events = [new.scenario.events[i].id for i in new.state.inbox]
    return [
        f"`{event}` now asks in week {new.week}; whether it was to be answered, nobody decided."
        for event in events
        if event not in before
    ]


def _anew(new: Play, seat: Seat) -> SeatDecisions:
    person = new.scenario.people[new.scenario.rules(seat).person]
    luck = bot_luck(new.seed, seat, new.week)
    return choose(person.style or DEFAULT_BOT, new.scenario, new.state, seat, luck)


def _decides_anew(new: Play, seat: Seat, week: int, found: list[Fate], missing: list[str]) -> Fate:
    name = first_name(new.scenario.people[new.scenario.rules(seat).person])
    why = " ".join([fate.why for fate in found if fate.fate == GONE] + missing)
    return Fate(week, seat, "week", DIFFERS, f"{name} decides anew. {why}", False)


def _lived(old: Play, new: Play, fate: Fate) -> Fate:
    """The same once the week was lived: what it did may be something else now."""
    if fate.fate not in (KEPT, MOVED):
        return fate
    differs = decision_differs(old, new, fate.week, fate.what)
    if not differs:
        return fate
    return Fate(fate.week, fate.seat, fate.what, DIFFERS, " ".join([w for w in (fate.why, differs) if w]), fate.human)


def _left_behind(old: Play, fates: list[Fate], humans: tuple[Seat, ...], stopped: int, why: str) -> list[Fate]:
    """People's decisions of the weeks that were not reached."""
    told = max((fate.week for fate in fates), default=0)
    found: list[Fate] = []
    if not stopped:
        return found
    for lived in old.weeks:
        if lived.week > told:
            reason = why if lived.week == stopped else f"Week {stopped} has to be decided first."
            for seat in humans:
                was = decided(lived.decisions, seat)
                whats = ["/".join((a.event, *a.path)) for a in was.answers if a.path] + [
                    spelled_move(move) for move in was.moves
                ]
                found += [Fate(lived.week, seat, what, BEHIND, reason) for what in whats]
    return found
