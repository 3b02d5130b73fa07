"""The open promises: what was said, what it looks like now, and how old that knowledge is."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.expression import Expr, Not
from game.engine.model import Promise, Seat
from game.engine.play import Play
from game.engine.view import View, observe
from game.insight.words.figures import NEVER, ago, day_of, small, week_number, week_of, weekday
from game.insight.words.fill import substitute
from game.insight.words.kept import kept_when
from game.insight.words.people import colleague_of, first_name

OPEN = 1
WEEK_DAYS = 5
SOON = 1  # weeks before the due week from which an open end is worth watching
LEVELS = {
    "good": ("On track", "circle-check", "good"),
    "watch": ("Watch it", "triangle-alert", "warn"),
    "risk": ("At risk", "triangle-alert", "warn"),  # only foreseen; red is for what is over
    "lost": ("Past keeping", "circle-x", "bad"),
}
DONE = {
    2: ("Kept", "circle-check", "good"),
    3: ("Kept early", "circle-check", "good"),
    4: ("Broken", "circle-x", "bad"),
    5: ("Taken back", "circle-minus", "plain"),
}


@dataclass(frozen=True)
class PromiseWords:
    """One promise. `level` is good, watch, risk, lost or over; `estimate` tells the latest one and its age.

    `keeps` says what keeps it, "" once it is over.
    """

    index: int
    text: str
    to: int
    who: str
    due: str
    level: str
    word: str
    icon: str
    tone: str
    estimate: str
    mine: bool
    keeps: str = ""


@dataclass(frozen=True)
class Expected:
    """When a promise will be kept on this pace (0: nobody can say), and since when one knows."""

    week: int
    text: str
    as_of: int
    finish: float  # the same to the day, in weeks


def promises(play: Play, viewer: Seat, settled: bool = False) -> tuple[PromiseWords, ...]:
    """The open promises, one’s own first, then by due week; with `settled`, those that are over as well."""
    return promises_in(observe(play.scenario, play.state, viewer), settled)


def promises_in(view: View, settled: bool = False) -> tuple[PromiseWords, ...]:
    """The same as a view of any week has them."""
    found: list[tuple[bool, int, PromiseWords]] = []
    for index, promise in enumerate(view.scenario.promises):
        status = round(view.known(promise.status))
        if status == OPEN:
            words = _open(view, index, promise)
        elif settled and status in DONE:
            words = _over(view, index, promise, status)
        else:
            continue
        found.append((not words.mine, round(view.known(promise.due_week)), words))
    found.sort(key=lambda item: (item[0], item[1], item[2].index))
    return tuple(words for _theirs, _due, words in found)


def _mine(view: View, promise: Promise) -> bool:
    return view.seat is Seat.BOTH or promise.by is view.seat


def _open(view: View, index: int, promise: Promise) -> PromiseWords:
    due = round(view.known(promise.due_week))
    expected = _expected(view, promise)
    level = _level(view, promise, due, expected)
    word, icon, tone = LEVELS[level]
    estimate = _estimate(view, promise, due, expected)
    person = first_name(view.scenario.people[promise.to])
    text = substitute(promise.text, view.scenario).removesuffix(".")
    mine, to, keeps = _mine(view, promise), f"to {person}", kept_when(view, promise)
    return PromiseWords(index, text, promise.to, to, week_of(due), level, word, icon, tone, estimate, mine, keeps)


def _over(view: View, index: int, promise: Promise, status: int) -> PromiseWords:
    word, icon, tone = DONE[status]
    person = first_name(view.scenario.people[promise.to])
    text = substitute(promise.text, view.scenario).removesuffix(".")
    due = week_of(round(view.known(promise.due_week)))
    return PromiseWords(
        index, text, promise.to, f"to {person}", due, "over", word, icon, tone, "", _mine(view, promise)
    )


def _expected(view: View, promise: Promise) -> Expected | None:
    """The latest forecast of the deliveries and tasks a promise waits for, as far as this seat knows them."""
    scenario = view.scenario
    names = promise.kept_when.names()
    forecasts = [p.forecast for p in scenario.projects if p.delivered in names or p.forecast in names]
    for task in scenario.tasks:
        if task.finished in names or task.done in names:
            forecasts.append(task.forecast)
    latest = 0.0
    for quantity in forecasts:
        latest = max(latest, view.known(quantity))
    if not forecasts:
        return None
    as_of = view.week if view.live(forecasts[0]) else view.as_of
    return Expected(week_number(latest), week_of(latest), as_of, latest)


def _level(view: View, promise: Promise, due: int, expected: Expected | None) -> str:
    if expected is not None:
        return "risk" if expected.week > due else "watch" if _spare(expected, due) < 1 else "good"
    if _holding(view, promise, due):
        return "good"
    if isinstance(_left(view, promise, due), Not):  # what was not to happen has happened
        return "lost"
    left = due - view.week
    return "good" if left > SOON else "watch" if left >= SOON else "risk"


def _holding(view: View, promise: Promise, due: int) -> bool:
    """Whether nothing but the calendar stands between now and a promise kept."""
    return _left(view, promise, due) is None


def _left(view: View, promise: Promise, due: int) -> Expr | None:
    """What would still make a promise fail if nothing changed until its week; None for nothing."""
    values = list(view.values)
    values[view.scenario.week] = max(view.week, due)
    return promise.kept_when.false_part(values)


def _spare(expected: Expected, due: int) -> int:
    """The working days from the one on which it is expected to the Friday of the week it is due."""
    return WEEK_DAYS * (due - week_number(expected.finish)) + WEEK_DAYS - 1 - weekday(expected.finish)


def _fits(expected: Expected, due: int) -> str:
    """Whether what is expected is in time; within the week it is due, by how many days."""
    if expected.week > due:
        return f"{'No date in sight' if expected.finish >= NEVER else f'Now {expected.text}'}, by Friday’s estimate"
    if expected.week < due:
        return f"Fits: {expected.text}"
    spare, day = _spare(expected, due), day_of(expected.finish)
    return f"Fits by {small(spare)} {'day' if spare == 1 else 'days'}: {day}" if spare > 0 else f"Just fits: {day}"


def _estimate(view: View, promise: Promise, due: int, expected: Expected | None) -> str:
    if expected is None:
        if _holding(view, promise, due):
            return "Holding so far"
        if isinstance(_left(view, promise, due), Not):  # what was not to happen has happened
            return "Not any more, as things stand"
        left = due - view.week
        if left > SOON:
            return "Not yet; there is time"
        return "Not yet, and due next week" if left >= SOON else "Not yet, and due this week"
    if expected.as_of == view.week:
        return _fits(expected, due)
    colleague = colleague_of(view.scenario, view.seat)
    who = first_name(colleague) if colleague is not None else "They"
    if not expected.as_of:  # what everybody knew at the start; nobody has said anything since
        return f"By the first plan: {expected.text}"
    return f"{who} said {expected.text}, {ago(view.week - expected.as_of)}"
