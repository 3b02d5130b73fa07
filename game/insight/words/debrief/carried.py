"""What carried a KPI from its first value to its last: its largest causes over a whole play, and all the rest.

It is told when the play is over, so that nothing either seat saw is kept back; the words are still the reader's own.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from game.engine.model import KPIS, Seat
from game.engine.play import Play
from game.engine.view import View, observe
from game.insight.review.why import GRAIN, Step, root, waterfall
from game.insight.words.cards import LABELS
from game.insight.words.causes import doer
from game.insight.words.figures import apportion, capital, decimal, listed, signed, small
from game.insight.words.ledger import Row
from game.insight.words.people import YOU
from game.insight.words.points import COUNTED, TENTH, step_fed, step_words, sum_of

CAUSES = 3  # named of a number
AT_THE_END = 5  # named where an ending opens one
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
    answer: str = ""  # the event and path of the answer it is


@dataclass(frozen=True)
class Carried:
    """A KPI from `start` to `end` in points, 0 to 100, to a tenth: the causes sum to the difference as they are shown.

    `begun` says when it first had a value: at first, or after a week that first gave it one.
    """

    name: str
    label: str
    start: float
    end: float
    causes: tuple[Cause, ...]
    begun: str = AT_FIRST

    @property
    def line(self) -> str:
        """From and to: 95.1 at first, 36.6 in the end."""
        return f"{decimal(self.start)} {self.begun[:1].lower()}{self.begun[1:]}, {decimal(self.end)} in the end"

    @property
    def change(self) -> float:
        """The difference between the two, as they are shown."""
        return (round(10 * self.end) - round(10 * self.start)) / 10

    @property
    def rows(self) -> tuple[Row, ...]:
        """The causes as rows of a ledger, whose texts add up to the change."""
        return tuple([_row(each) for each in self.causes])


def _row(cause: Cause) -> Row:
    tone = "good" if cause.amount > 0.0 else "bad" if cause.amount < 0.0 else "plain"
    return Row(capital(cause.text), capital(cause.when), cause.amount, signed(cause.amount), 0, tone, "", cause.amount)


def carried(play: Play, seat: Seat) -> tuple[Carried, ...]:
    """Every KPI of a seat that ever had a value."""
    seats = KPIS if seat is Seat.BOTH else (seat,)
    found = [carried_kpi(play, seat, name) for each in seats for name in KPIS[each]]
    return tuple([each for each in found if each is not None])


def carried_kpi(play: Play, reader: Seat, name: str, most: int = CAUSES) -> Carried | None:
    """One KPI of either card, told to `reader` by its `most` largest causes; None where it never had a value."""
    view = observe(play.scenario, play.state, reader, over=True)
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
    named = [key for key in order[:most] if abs(sum_of(causes[key])) >= LEAST * GRAIN]
    start, end = (round(each / TENTH) for each in (found.start, found.end))
    rest = found.end - found.start
    for key in named:
        rest -= sum_of(causes[key])
    shown = apportion([*[sum_of(causes[key]) / TENTH for key in named], rest / TENTH], end - start)
    told = [
        Cause(texts[key], _when(play, view.seat, name, causes[key], tenths), tenths / 10.0, _answer(key))
        for key, tenths in zip(named, shown, strict=False)
    ]
    if shown[-1]:
        told.append(Cause(_others(order[len(named) :], causes), "", shown[-1] / 10.0))
    begun = f"After week {found.since}" if found.since else AT_FIRST
    return Carried(name, LABELS[name], start / 10.0, end / 10.0, tuple(told), begun)


def _answer(key: str) -> str:
    kind, _colon, path = key.partition(":")
    return path if kind in ANSWERS else ""


def _others(keys: list[str], causes: dict[str, list[Step]]) -> str:
    """What is not named: how many things, and how much the largest of them did."""
    most = max([abs(sum_of(causes[key])) for key in keys], default=0) / GRAIN
    if len(keys) < 2:
        return "all the rest" if keys else "what rounding leaves"
    return f"{small(len(keys))} other things, none of more than {decimal(most)}"


def _named(view: View, kpi: str, step: Step) -> tuple[str, str]:
    """What a step belongs to, and what to call that."""
    words = step_words(view, kpi, step)
    if (kpi, words.key) in COUNTED:
        return words.key, words.text
    text = words.text.partition(": ")[2] if words.text.startswith("From week") else words.text
    who = doer(view, words.seat)
    text = f"{who}’s {text}" if words.kind in ANSWERS and who != YOU else text
    return words.key if words.key else root(step.cause), OVER_A_PLAY.get(step.cause, text)


def _when(play: Play, seat: Seat, name: str, steps: list[Step], whole: int) -> str:
    """The weeks in which a cause did most of the `whole`, in tenths of a point that add up to it, and what was behind
    it there, once where it was the same. A single other week is no “other weeks”: it is named too."""
    weeks: dict[int, list[Step]] = {}
    for step in steps:
        weeks.setdefault(step.week, []).append(step)
    by_size = sorted(weeks, key=lambda week: -abs(sum_of(weeks[week])))
    most = sorted(by_size if len(weeks) <= WEEKS + 1 else by_size[:WEEKS])
    rest = [step for week in weeks if week not in most for step in weeks[week]]
    shown = apportion([sum_of(each) / TENTH for each in [*[weeks[week] for week in most], rest]], whole)
    told: list[tuple[str, str]] = []
    for week, tenths in zip(most, shown, strict=False):
        if tenths:
            largest = max(weeks[week], key=lambda step: abs(step.amount))
            fed = step_fed(play, observe(play.scenario, play.states[week], seat, over=True), name, largest)
            told.append((f"{signed(tenths / 10.0)} in week {week}" if len(weeks) > 1 else f"week {week}", fed))
    said = []
    for reason, alike in groupby(told, key=lambda each: each[1]):
        when = [each[0] for each in alike]
        said += [f"{listed(when)}: {reason}"] if reason else when
    said += [f"{signed(shown[-1] / 10.0)} in other weeks"] if shown[-1] else []
    return "; ".join(said)
