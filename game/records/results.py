"""The results table: the best recorded first run through per scenario and seat, on screen and as CSV."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from game.records.codec import load_scores
from game.records.rows import ENDED, Play

_HEADINGS = ("scenario", "title", "seat", "score", "ending", "difficulty", "weeks", "seed", "begun", "play")
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Result:
    """One line of the table. `score` in points, 0 to 100; `seat` am, pm or both."""

    seat: str
    score: float
    play: Play


def results(plays: Iterable[Play]) -> list[Result]:
    """The best result per scenario and seat among recorded plays that came to an end, by title, then seat.

    Of two equal scores the earlier play stands.
    """
    best: dict[tuple[str, str], Result] = {}
    for play in sorted(plays, key=lambda play: (play.created, play.id)):
        if play.status == ENDED and play.recorded:
            for seat, score in load_scores(play.scores).items():
                place = (play.scenario, seat)
                if place not in best or score > best[place].score:
                    best[place] = Result(seat, score, play)
    return sorted(best.values(), key=lambda result: (result.play.title, result.play.scenario, result.seat))


def results_csv(table: Iterable[Result]) -> str:
    """The table for a spreadsheet, CRLF lines; no cell can start a formula."""
    lines = [",".join(f'"{heading}"' for heading in _HEADINGS)]
    for result in table:
        play = result.play
        what: tuple[str | float, ...] = (play.scenario, play.title, result.seat, result.score, play.ending)
        which: tuple[str | float, ...] = (play.difficulty, play.weeks, play.seed, play.created, play.id)
        lines.append(",".join(_cell(cell) for cell in what + which))
    return "\r\n".join([*lines, ""])


def _cell(value: str | float) -> str:
    """A quoted cell; text that a spreadsheet would calculate is marked as text."""
    if not isinstance(value, str):
        return f'"{value:g}"'
    if value.startswith(_FORMULA_STARTS):
        value = "'" + value
    return '"' + value.replace("\0", "").replace('"', '""') + '"'
