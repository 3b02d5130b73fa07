"""A review in words: where the points came from, every answer with its worth, the moves, and the numbers at the end."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.model import Seat
from game.engine.play import Play
from game.engine.scores import standing
from game.insight.review.whole import Review
from game.insight.words.debrief.answers import AnswerWords, answer_words
from game.insight.words.debrief.came_from import (
    SplitRow,
    Yardstick,
    colleague_name,
    split_told,
    summary_words,
    yardsticks,
)
from game.insight.words.debrief.carried import Carried, carried
from game.insight.words.debrief.moves import Line, move_lines
from game.insight.words.figures import plain, signed

MOVES = "What your moves brought"
NUMBERS = "What carried your numbers"
# A pitch may be worth 40 points of Upsell and a trifle of the score, and both are right: these reconcile them.
MOVES_AGAINST = (
    "Points of the final score that would be missing without a move, where sensible play goes on and may make up for "
    f"it. What each did to a number as it happened stands under “{NUMBERS}”."
)
NUMBERS_AS_LIVED = (
    "What moved each number as it happened, in points of it, 0 to 100; the score is made of all of them. A move may do "
    f"much here and little under “{MOVES}”, where what sensible play would have made up for does not count. Of a date "
    "or a bill it names what pushed it the way it went; what pulled against it in that week, its recap tells."
)


@dataclass(frozen=True)
class ReviewWords:
    """A whole review to read. `colleague` is "" for one person in both seats."""

    summary: tuple[str, ...]
    colleague: str
    split: tuple[SplitRow, ...]
    yardsticks: tuple[Yardstick, ...]
    answers: tuple[AnswerWords, ...]
    moves: tuple[Line, ...]
    kpis: tuple[Line, ...]


def review_words(play: Play, found: Review, two_people: bool = False) -> ReviewWords:
    """The review of a finished play in words."""
    return ReviewWords(
        summary=summary_words(play, found),
        colleague=colleague_name(play.scenario, found.seat),
        split=split_told(play, found),
        yardsticks=yardsticks(play, found),
        answers=tuple([answer_words(play, found.seat, each, two_people) for each in found.decisions]),
        moves=move_lines(play, found),
        kpis=tuple([_kpi(each) for each in carried(play, found.seat)]),
    )


def _kpi(carried: Carried) -> Line:
    """What carried a KPI from its first value to its last, in one sentence."""
    begun = f"{carried.begun[:1].lower()}{carried.begun[1:]}"
    span = f"{plain(carried.start)} points {begun}, {plain(carried.end)} in the end"
    told = [f"{signed(each.amount)} {each.text}" + (f" ({each.when})" if each.when else "") for each in carried.causes]
    return Line(carried.label, f"{span}: {'; '.join(told)}." if told else f"{span}.")


def final_score(play: Play, seat: Seat) -> float:
    """The score a seat ended with."""
    return standing(play.scenario, play.state.values).score(seat)
