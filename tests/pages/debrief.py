"""Debriefs of a short play: as it was written, and with everything hostile that can be written in its place."""

from __future__ import annotations

import functools
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

from game.engine.expression import Expr
from game.engine.model import Quantity, Scenario, Seat
from game.engine.play import Play
from game.insight.review.whole import Effort, Review, review
from game.insight.simulate import bots_for, run
from game.insight.words.debrief.judged import review_words
from game.records.page import page
from game.records.reflections import Reflection, TurningPoint
from game.records.review_charts import Column, Mark, luck_strip, weeks_chart
from game.records.review_page import About, review_page
from game.records.review_style import REVIEW_STYLE
from game.scenario.load import load_text
from tests.conftest import shipped

SMALL = Path(__file__).parents[1] / "records" / "small_play.yaml"
LITTLE = Effort(options=4, with_truth=2, moves=2, stations=3)
EVIL = "<script>alert(1)</script><img/src=x/onerror=alert(1)>&quot;\"'</style>\u202e\u2066\x1b[2J" + "W" * 90
SHOWN = (
    "title",
    "name",
    "text",
    "tells",
    "briefing",
    "both_briefing",
    "label",
    "summary",
    "notes",
    "questions",
    "reply",
)
OWN = Reflection(
    (TurningPoint(1, "", "It was only Monday."), TurningPoint(2, "", "Nobody rang.")),
    "Asking who else has heard of it.",
    "Saying yes in the corridor.",
    "No date without the person who has to keep it.",
    "Monday, with Jun",
)


@functools.cache
def played(seat: Seat = Seat.AM, seed: int = 3, story: str = "first_monday") -> tuple[Play, Review]:
    """A play by a bot that answers anything, of the first Monday or of a small story beside it, and its review."""
    scenario = shipped(story) if story == "first_monday" else _small()
    play = run(scenario, seed, seat, bots_for(scenario, seat, "random"))
    work = review(play, seat, effort=LITTLE)
    while True:
        try:
            next(work)
        except StopIteration as ended:
            found: Review = ended.value
            return play, found


def _small() -> Scenario:
    found = load_text(SMALL.read_text("utf-8"), "small_play").scenario
    assert found is not None
    return found


def debrief(
    seat: Seat = Seat.AM, reflection: Reflection | None = OWN, branch: bool = False, story: str = "first_monday"
) -> str:
    """The page of a play as it was written."""
    play, found = played(seat, story=story)
    about = About("2026-11-23T15:02:12+00:00", branch=branch, since=2 if branch else 1)
    return review_page(play, found, review_words(play, found), about, reflection, LITTLE)


@functools.cache
def hostile() -> str:
    """The same page with every name and text replaced by one that is out for trouble."""
    play, found = played()
    spoilt = Play(_spoilt(play.scenario), play.seed, found.seat)
    for lived in play.weeks:
        spoilt.live(lived.decisions)
    own = Reflection((TurningPoint(1, found.decisions[0].event, EVIL),), *[f"{EVIL} {part}" for part in "abcd"])
    return review_page(spoilt, found, review_words(spoilt, found), About(EVIL, branch=True), own, LITTLE)


def _spoilt(scenario: Scenario) -> Scenario:
    found: Scenario = _spoil(scenario, "")
    return found


def _spoil(value: Any, name: str) -> Any:
    """A story with everything that is shown of it made hostile; ids, conditions and numbers stay."""
    if isinstance(value, str):
        return f"{EVIL} {value}" if name in SHOWN and value else value
    if isinstance(value, tuple):
        return tuple(_spoil(each, name) for each in value)
    if isinstance(value, Quantity):
        return replace(value, label=_spoil(value.label, "label"))
    if isinstance(value, Expr) or not is_dataclass(value) or isinstance(value, type):
        return value
    parts = {each.name: getattr(value, each.name) for each in fields(value) if each.init}
    return replace(value, **{key: _spoil(part, key) for key, part in parts.items()})


def crowded(weeks: int) -> str:
    """Charts of as many weeks, each with three answers that cost much."""
    marks = tuple(Mark("very costly", "A question", "A question", "", 12.3) for _ in range(3))
    columns = [Column("Start", 60.0, 60.0, -12.3)]
    columns += [Column(str(n), 60.0 - 5 * (n % 5), 60.0 - n % 5, 10.4 * (-1) ** n, marks) for n in range(1, weeks + 1)]
    charts = [weeks_chart("Weeks", 60.0, columns), luck_strip("Luck", columns)]
    return page("Crowded", charts, [], REVIEW_STYLE)
