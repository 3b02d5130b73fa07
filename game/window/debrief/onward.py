"""Where one goes from a look back: to a decision again, as a branch; and what one may take along as a file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from game.insight.review.whole import Review
from game.insight.words.debrief.lookback import dearest
from game.insight.words.debrief.timeline import WeekLived
from game.insight.words.figures import capital, decimal
from game.records.reflections import Reflection, TurningPoint
from game.window.chrome import icon_line
from game.window.debrief.happened import about
from game.window.debrief.saving import PAGE
from game.window.debrief.steps import PlayOn, Save, Show, WithWords
from game.window.kit import Button, Card, Column, Flex, Row, Text, Toggle, Widget

MOST = 4  # weeks one is offered to go back to
DEAR = 2  # answers that cost most, offered before the turning points
OWN = "your turning point"


def onward(reflection: Reflection, weeks: Sequence[WeekLived], review: Review | None, score: float) -> Widget:
    """The player's own turning points and the dearest answers, each with the week to play on from."""
    rows = [_way(*each) for each in _moments(reflection, weeks, review)]
    note = Text(f"It makes a branch. This play and its {decimal(score)} stay as they are.", 14, "r", "ink2")
    return Card(Column([Text("Try it another way", 18, "b", leading=1.25), note, *rows], gap=10), 20, 16)


def to_keep(own_words: bool, ready: bool, saved: Path | None) -> Widget:
    """The page and the play as files; `saved` is where the last one went."""
    what = Toggle("With what I wrote", own_words, WithWords, id="own_words", names=("Without", "With"))
    waits = "" if ready else "It can be saved once the review is there."
    page = Button(
        "Save the debrief as a page",
        Save("page"),
        id="save/page",
        icon="file-text",
        compact=True,
        enabled=ready,
        help=waits,
    )
    play = Button("Save the play as a file", Save("play"), id="save/play", icon="download", compact=True)
    note = Text("Both stay on this machine until you hand them on.", 14, "r", "ink2")
    where: list[Widget] = []
    if saved is not None:
        where = [icon_line("circle-check", f"Saved: {saved}", "good", 15)]
        if saved.suffix == PAGE:
            where.append(Row([Button("Open it", Show(), id="save/show", icon="external-link", compact=True)]))
    rows: list[Widget] = [
        Text("To keep and to show", 18, "b", leading=1.25),
        note,
        what,
        Row([page, play], gap=8),
        *where,
    ]
    return Card(Column(rows, gap=10), 20, 16)


def _moments(reflection: Reflection, weeks: Sequence[WeekLived], review: Review | None) -> list[tuple[int, str, str]]:
    """Weeks, what they were about and why they are offered, each week once, in their order; the dearest answers before
    anything else."""
    found: dict[int, tuple[TurningPoint, list[str]]] = {}
    for answer in [] if review is None else dearest(review.decisions, DEAR):
        place = TurningPoint(answer.week, answer.event)
        found.setdefault(answer.week, (place, [f"{answer.grade}, by the review"]))
    for point in reflection.turning:
        place, why = found.setdefault(point.week, (point, []))
        why += [OWN] if place.event == point.event else []
    told = [(week, about(place, weeks), capital("; ".join(why))) for week, (place, why) in found.items()]
    return sorted(told[:MOST])


def _way(week: int, what: str, why: str) -> Widget:
    go = Button(f"Play on from week {week}", PlayOn(week), id=f"play_on/{week}", icon="git-branch", compact=True)
    words = Column([Text(what, 15, leading=1.25), Text(why, 13, "s", "ink2", leading=1.3)], gap=0)
    return Row([go, Flex(words, least=200)], gap=12, line_gap=2)
