"""Whether a decision of one play still means the same in another text of its scenario; by ids, never by positions."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.legality import unlocked
from game.engine.model import Choice, Event, Question, Scenario, Seat
from game.engine.options import is_legal
from game.engine.play import Play
from game.engine.state import Answer, Move
from game.insight.arrivals import why_absent
from game.insight.spelled import failing
from game.insight.words.quantities import entities


@dataclass(frozen=True)
class Fit:
    """What became of one decision: `lost` says why it cannot be carried over ("": it can), `moved` what is new."""

    lost: str = ""
    moved: tuple[str, ...] = ()


def fit_answer(old: Play, new: Play, week: int, answer: Answer, *, whole: bool = True) -> Fit:
    """Whether an answer given in `week` of the old play can be given in the open week of the new one.

    `whole` false: a draft, which may stop at a further question.
    """
    before = old.scenario.events[old.scenario.event_index[answer.event]]
    index = new.scenario.event_index.get(answer.event)
    if index is None:
        return Fit(_no_event(before, new.scenario))
    event = new.scenario.events[index]
    if index not in new.state.inbox:
        return Fit(f"`{event.id}` no longer comes in week {week}. {why_absent(new, new.week, index)}".strip())
    if event.asks is not before.asks and new.seat is not Seat.BOTH:
        return Fit(f"`{event.id}` now asks the other seat.")
    moved = [] if event.question.text == before.question.text else ["its question is worded differently"]
    lost = _walk(new, before, event, answer, moved, whole)
    return Fit(lost) if lost else Fit("", tuple(moved))


def _no_event(event: Event, scenario: Scenario) -> str:
    same = next((e.id for e in scenario.events if e.question.text == event.question.text), "")
    renamed = f" Its wording now stands under `{same}`; give it its id back, or answer it anew." if same else ""
    return f"There is no event `{event.id}` any more.{renamed}"


def _walk(new: Play, before: Event, event: Event, answer: Answer, moved: list[str], whole: bool) -> str:
    """Along the path in both texts at once; says why it ends early, or ""."""
    asked: Question | None = before.question
    asks: Question | None = event.question
    path = event.id
    for choice_id in answer.path:
        if asked is None or asks is None:
            return f"`{path}` leads to no further question any more."
        was = next(c for c in asked.choices if c.id == choice_id)
        lost = _choice_lost(new, path, asked, asks, was)
        if lost:
            return lost
        now = next(c for c in asks.choices if c.id == choice_id)
        path += "/" + choice_id
        moved += _moved(path, asked, asks, was, now)
        asked, asks = was.scene, now.scene
    return f"`{path}` now leads to a further question." if whole and answer.path and asks is not None else ""


def _choice_lost(new: Play, path: str, asked: Question, asks: Question, was: Choice) -> str:
    now = next((c for c in asks.choices if c.id == was.id), None)
    if now is None:
        same = next((c.id for c in asks.choices if c.text == was.text), "")
        renamed = f" Its wording now stands under `{same}`." if same else ""
        return f"`{path}` has no choice `{was.id}` any more.{renamed}"
    other = next((c.id for c in asked.choices if c.id != was.id and c.text == now.text), "")
    if other and now.text != was.text:
        return f"`{path}/{was.id}` now says what `{other}` said, so it would be another answer."
    if now not in unlocked(asks, new.state.values):
        why = "" if now.needs is None else failing(new.scenario, now.needs, new.state.values)
        return f"`{path}/{was.id}` is locked. {why}".strip()
    return ""


def _moved(path: str, asked: Question, asks: Question, was: Choice, now: Choice) -> list[str]:
    found = [] if was.text == now.text else [f"`{path}` is worded differently"]
    kept = [c.id for c in asks.choices if any(c.id == other.id for other in asked.choices)]
    order = [c.id for c in asked.choices if c.id in kept]
    if order.index(was.id) != kept.index(now.id):
        found.append(f"`{path}` stands at another place among its choices")
    if was.takes != now.takes:
        found.append(f"`{path}` now takes {'a move' if now.takes else 'no move'}")
    return found


def fit_move(old: Scenario, new: Play, seat: Seat, move: Move) -> Fit:
    """Whether a move can be made in the open week of the new play."""
    for id in (move.target, move.option):
        before = named(old, id)
        if before and not named(new.scenario, id):
            same = next((other for other, name in _everything(new.scenario) if name == before), "")
            renamed = f" “{before}” is now called `{same}`." if same else ""
            return Fit(f"There is no `{id}` any more.{renamed}")
    if not is_legal(new.scenario, new.state, seat, move):
        return Fit(f"The move “{spelled_move(move)}” is not possible in week {new.week} any more.")
    before, now = named(old, move.target), named(new.scenario, move.target)
    return Fit("", (f"`{move.target}` is now called “{now}”",) if before != now else ())


def spelled_move(move: Move) -> str:
    """A move by its ids: "call dana", "hours leo 45"."""
    return " ".join([part for part in move if part])


def named(scenario: Scenario, id: str) -> str:
    """The name of what has this id, "" where nothing has."""
    return next((name for known, name in _everything(scenario) if known == id), "")


def _everything(scenario: Scenario) -> list[tuple[str, str]]:
    """Id and name of whatever a move may be aimed at."""
    found = [(p.id, p.name) for p in scenario.people] + entities(scenario)
    return found + [(t.id, t.area or t.tells) for t in scenario.truths]
