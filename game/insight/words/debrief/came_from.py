"""Where the points of a play came from: its split into you, your colleague and luck, and how verdicts go with it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.engine.model import Scenario, Seat
from game.engine.play import Play
from game.insight.review.choices import GRADES, below_by_policy
from game.insight.review.split import GRAIN
from game.insight.review.whole import Review
from game.insight.words.causes import entitled
from game.insight.words.debrief.luck import about_luck
from game.insight.words.figures import decimal, listed, signed, small
from game.insight.words.people import colleague_of, first_name

# what sensible play is, in a few words: the rule by which everybody plays on where something is tried
SENSIBLE = "a plain rule: the answer whose labels weigh best, time for what needs it most"
COSTLY = ("costly", "very costly")
CLEARLY = 1.0  # points of the final score from which decisions or luck are said to have pulled a way
SPLIT = "Points of the final score. Every row adds up to the result to expect after it; the last one is the result."
SPLIT_AGAINST = (
    "Against sensible play, by what was true, known or not: where that would have done as well, a week that moved the "
    "meters far shows nothing."
)
YARDSTICKS = (
    "A verdict compares an answer with the best there was, by what could be known; one as good as the best is none "
    "below it. What a move was worth compares it with making none, and the points compare you with sensible play."
)
YARDSTICK_HEADS = ("", "yours", "sensible play", "between them")


@dataclass(frozen=True)
class SplitRow:
    """One line of the split: points as shown, which add up to `then`, the result to expect after it.

    `answers` and `moves` are the player's; `about` says what luck was about.
    """

    label: str
    answers: str
    moves: str
    colleague: str
    luck: str
    then: str
    about: str = ""


@dataclass(frozen=True)
class Yardstick:
    """One line of how verdicts and worths go together with the points: yours, those of sensible play, between them."""

    label: str
    yours: str
    usual: str
    between: str
    whole: bool = False


def summary_words(play: Play, found: Review) -> tuple[str, ...]:
    """Where the points came from, and how good the answers were."""
    return _where_from(found, colleague_name(play.scenario, found.seat)), _how_good(play.scenario, found)


def yardsticks(play: Play, found: Review) -> tuple[Yardstick, ...]:
    """Why verdicts and worths do not sum to what answers and moves moved: they are held against something else."""
    if not found.decisions:
        return ()
    answers, moved = found.split.answers / GRAIN, found.split.moves / GRAIN
    below = round(sum([round(each.chosen.known.lost, 1) for each in found.decisions]), 1)
    usual = round(below_by_policy(play, found.seat, found.decisions), 1)
    brought = round(sum([round(each.worth, 1) for each in found.responsibilities if each.made]), 1)
    theirs = round(brought - moved, 1)
    return (
        Yardstick("Verdicts: below the best, added up", signed(-below), signed(-usual), signed(usual - below)),
        Yardstick("What nobody could know then, and chance", "", "", signed(round(answers - usual + below, 1))),
        Yardstick("Your answers", "", "", signed(answers), True),
        Yardstick("Moves: above making none", signed(brought), signed(theirs), signed(moved), True),
    )


def colleague_name(scenario: Scenario, seat: Seat) -> str:
    """The first name of who sits in the other seat; "" for one person in both."""
    colleague = colleague_of(scenario, seat)
    return "" if colleague is None else first_name(colleague)


def _where_from(found: Review, colleague: str) -> str:
    split = found.split
    mine, luck = split.player / GRAIN, split.luck / GRAIN
    parts = [f"your answers moved it by {part_words(split.answers)}", f"your moves by {part_words(split.moves)}"]
    parts += [f"{colleague}’s by {part_words(split.colleague)}"] if split.colleague else []
    parts += [f"luck by {part_words(split.luck)}"]
    said = (
        f"Played sensibly on both sides ({SENSIBLE}), this story ends at {score_words(split.average)} on average. "
        f"From there {listed(parts)}."
    )
    without = f"they would have ended at {score_words(split.result - split.luck)}"
    if mine <= -CLEARLY and luck >= CLEARLY:
        return f"{said} Luck was kinder than the decisions: with an average share of it {without}."
    if mine >= CLEARLY and luck <= -CLEARLY:
        return f"{said} The decisions were better than what came of them: with average luck {without}."
    if luck <= -CLEARLY and mine > -CLEARLY:
        return f"{said} It was not the decisions that cost most: with average luck {without}."
    return said


def _how_good(scenario: Scenario, found: Review) -> str:
    count = len(found.decisions)
    kinds = []
    for grade in GRADES:
        of = [each for each in found.decisions if each.grade == grade]
        if of:
            which = "best or as good" if grade == GRADES[0] else grade
            kinds.append(f"{small(len(of))} {'was' if len(of) == 1 else 'were'} {which}")
    if not kinds:
        return "Nothing was asked that left a choice."
    said = f"Of {small(count)} answers with a choice, {listed(kinds)}."
    bad = [each for each in found.decisions if each.grade in COSTLY]
    if not bad:
        return said
    worst = max(bad, key=lambda each: each.chosen.known.gap)
    lost = decimal(worst.chosen.known.gap)
    title = entitled(scenario.events[scenario.event_index[worst.event]])
    return f"{said} The dearest was the one to {title} in week {worst.week}: {lost} points."


def split_told(play: Play, found: Review) -> tuple[SplitRow, ...]:
    """The split as a table, with what luck was about in each of its rows."""
    average, *rows = split_rows(found)
    parts = [found.split.start, *[week.luck for week in found.split.weeks]]
    told = [about_luck(play, found.seat, week, part) for week, part in enumerate(parts)]
    return (average, *[replace(row, about=about) for row, about in zip(rows, told, strict=True)])


def split_rows(found: Review) -> tuple[SplitRow, ...]:
    """The split as a table whose rows add up."""
    split = found.split
    rows = [SplitRow("The average play", "", "", "", "", score_words(split.average))]
    rows.append(SplitRow("This play’s start", "", "", "", part_words(split.start), score_words(split.expected[0])))
    for week, then in zip(split.weeks, split.expected[1:], strict=True):
        theirs = "" if found.seat is Seat.BOTH else part_words(week.colleague)
        parts = (part_words(week.answers), part_words(week.moves), theirs, part_words(week.luck))
        rows.append(SplitRow(f"Week {week.week}", *parts, score_words(then)))
    return tuple(rows)


def score_words(station: int) -> str:
    """A station of the split: 76.3."""
    return decimal(station / GRAIN)


def part_words(part: int) -> str:
    """What lies between two stations: +4.8."""
    return signed(part / GRAIN)
