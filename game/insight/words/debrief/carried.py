"""What carried a KPI from its first value to its last: its largest causes over a whole play, and all the rest."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.model import KPIS, Seat
from game.engine.play import Play
from game.engine.view import View, observe
from game.insight.review.why import GRAIN, Step, root, waterfall
from game.insight.words.cards import LABELS
from game.insight.words.causes import doer
from game.insight.words.figures import signed
from game.insight.words.people import YOU
from game.insight.words.points import COUNTED, step_fed, step_words, sum_of

CAUSES = 3  # named of a number
WEEKS = 2  # told of each
LEAST = 0.5  # points of a KPI from which a cause is named
AT_FIRST = "At first"
ANSWERS = ("choice", "later", "ignored")
# What laws are called by the week, as they are called over a whole play.
OVER_A_PLAY = {
    "law:overtime": "Overtime",
    "law:rest": "Weeks of normal hours",
    "law:learning": "Time on the job",
    "law:work": "The work that was done",
    "law:week_work": "The work that was done",
    "law:load": "How full the weeks were",
    "law:estimate_ages": "An estimate that grew old",
    "law:week": "Time passing",
}


@dataclass(frozen=True)
class Cause:
    """A cause with the points it brought, and when it brought most of them; "" for all the rest."""

    text: str
    when: str
    amount: float


@dataclass(frozen=True)
class Carried:
    """A KPI from `start` to `end` in points, 0 to 100: the causes sum to the difference, trifles aside.

    `begun` says when it first had a value: at first, or after a week that first gave it one.
    """

    name: str
    label: str
    start: float
    end: float
    causes: tuple[Cause, ...]
    begun: str = AT_FIRST


def carried(play: Play, seat: Seat) -> tuple[Carried, ...]:
    """Every KPI of a seat that ever had a value."""
    view = observe(play.scenario, play.state, seat)
    seats = KPIS if seat is Seat.BOTH else (seat,)
    found = [_carried(play, view, name) for each in seats for name in KPIS[each]]
    return tuple([each for each in found if each is not None])


def _carried(play: Play, view: View, name: str) -> Carried | None:
    found = waterfall(play, name)
    if found is None:
        return None
    causes: dict[str, list[Step]] = {}
    texts: dict[str, str] = {}
    for step in found.steps:
        key, text = _named(view, name, step)
        causes.setdefault(key, []).append(step)
        texts.setdefault(key, text)
    order = sorted(causes, key=lambda key: -abs(sum_of(causes[key])))
    named = [key for key in order[:CAUSES] if abs(sum_of(causes[key])) >= LEAST * GRAIN]
    told = [Cause(texts[key], _when(play, view.seat, name, causes[key]), sum_of(causes[key]) / GRAIN) for key in named]
    rest = found.end - found.start
    for key in named:
        rest -= sum_of(causes[key])
    if abs(rest) >= LEAST * GRAIN:
        told.append(Cause("all the rest" if told else "many small things", "", rest / GRAIN))
    begun = f"After week {found.since}" if found.since else AT_FIRST
    return Carried(name, LABELS[name], found.start / GRAIN, found.end / GRAIN, tuple(told), begun)


def _named(view: View, kpi: str, step: Step) -> tuple[str, str]:
    """What a step belongs to, and what to call that."""
    words = step_words(view, kpi, step)
    if (kpi, words.key) in COUNTED:
        return words.key, words.text
    text = words.text.partition(": ")[2] if words.text.startswith("From week") else words.text
    who = doer(view, words.seat)
    text = f"{who}’s {text}" if words.kind in ANSWERS and who != YOU else text
    return words.key if words.key else root(step.cause), OVER_A_PLAY.get(step.cause, text)


def _when(play: Play, seat: Seat, name: str, steps: list[Step]) -> str:
    """The weeks in which a cause did most of what it did, and what was behind it there, once where it was the same."""
    most = sorted(sorted(steps, key=lambda step: -abs(step.amount))[:WEEKS], key=lambda step: step.week)
    fed = [step_fed(play, observe(play.scenario, play.states[step.week], seat), name, step) for step in most]
    if len(steps) == 1:
        return _behind(f"week {steps[0].week}", fed[0])
    weeks = [f"{signed(step.amount / GRAIN)} in week {step.week}" for step in most]
    if len(set(fed)) == 1:
        told = [_behind(" and ".join(weeks), fed[0])] if fed[0] else weeks
    else:
        told = [_behind(week, reason) for week, reason in zip(weeks, fed, strict=True)]
    rest = (sum_of(steps) - sum_of(most)) / GRAIN
    told += [f"{signed(rest)} in other weeks"] if abs(rest) >= LEAST else []
    return "; ".join(told)


def _behind(when: str, reason: str) -> str:
    return f"{when}: {reason}" if reason else when
