"""The cards of the library."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from game.engine.model import Scenario
from game.insight.words.figures import small
from game.records.codec import load_scores
from game.records.results import Result
from game.records.rows import Play
from game.scenario.library import Entry
from game.scenario.problems import ERROR, Problem
from game.window.chrome import SEATS, day_begun, faces, icon_line, length, seat_chip
from game.window.kit import (
    Button,
    Card,
    CardButton,
    Chip,
    Column,
    Custom,
    Divider,
    Flex,
    Grid,
    Icon,
    ProgressDots,
    Row,
    Spacer,
    Text,
    Widget,
    semibold,
)

START_HERE = "Start here"
_MANY = 6  # mistakes shown of one file


def shelf(cards: Sequence[Widget]) -> Widget:
    """Story cards side by side, as many as fit; four stand in one row rather than three and one."""
    return Grid(cards, 4, 286, 16) if len(cards) == 4 else abreast(cards, 330, 16)


def abreast(cards: Sequence[Widget], least: float, gap: float) -> Widget:
    """Three in a row, also where there are fewer: a card must not grow as wide as the page."""
    return Grid([*cards, *(Spacer() for _ in range(3 - len(cards)))], 3, least, gap)


def story(
    entry: Entry, best: Sequence[Result], open_play: Play | None, on: object, here: bool = False, first: bool = False
) -> Widget:
    """One story one can begin; with `here` the focus begins on it, and the `first` one says so."""
    rules = entry.scenario
    assert rules is not None
    marks = [_under_way(open_play, rules)] if open_play else [Chip(START_HERE, "rel", "flag")] if first else []
    body = Column(
        [
            Row([faces(rules, 4), Flex(Spacer()), *marks], gap=8),
            Text(rules.title, 18, "b", leading=1.25),
            Text(rules.summary, 15, "r", "ink2"),
            Flex(Spacer()),
            Row(
                [
                    Chip(_capital(rules.challenge), "plain", "target"),
                    Chip(_capital(rules.setting), "plain", "building-2") if rules.setting else None,
                ],
                line_gap=4,
            ),
            Divider(2),
            Row([Flex(Text(length(rules), 14, "r", "ink2"), least=150), *_scores(best, open_play)], gap=8, line_gap=4),
        ],
        gap=8,
    )
    spoken = [*([START_HERE] if first else []), rules.title, rules.summary, length(rules)]
    spoken += [f"best as {_seat(result)}: {result.score:.0f}" for result in best]
    return CardButton(body, on, id=f"story/{_place(entry)}", label=". ".join(spoken), x=18, y=16, autofocus=here)


def _place(entry: Entry) -> str:
    return f"own/{entry.id}" if entry.own else entry.id


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _seat(result: Result) -> str:
    return SEATS[result.seat].name.lower()


def _under_way(play: Play, rules: Scenario) -> Widget:
    return Chip(f"In week {min(play.weeks + 1, rules.weeks)}", "plain", "hourglass")


def _scores(best: Sequence[Result], open_play: Play | None) -> list[Widget]:
    """Your best, per seat; on its icon and colour, never on colour alone."""
    strut = Custom(lambda _p, _rect: None, lambda p, _width: p.t(22))  # as tall as chips, so that cards line up
    if not best:
        return [strut, Text("Not finished yet" if open_play else "Not played yet", 14, "r", "ink2")]
    shown = [_points(result.seat, result.score) for result in best]
    return [Text("Your best", 14, "r", "ink2"), *shown]


def _points(seat: str, score: float) -> Widget:
    return Chip(f"{score:.0f}", SEATS[seat].tone, SEATS[seat].icon)


def go_on(play: Play, entry: Entry | None, on: object) -> Widget:
    """The play to go on with."""
    rules = entry.scenario if entry else None
    week = f"Week {play.weeks + 1} of {rules.weeks}" if rules else f"Week {play.weeks + 1}"
    dots = ProgressDots(play.weeks, rules.weeks) if rules else None
    words = Column(
        [
            Text(f"Go on where you were, begun {day_begun(play)}", 14, "s", "ink2"),
            Text(play.title, 26, "b", leading=1.2),
            Row([Text(week, 15, "s"), dots, seat_chip(play.mode), *_branch(play)], gap=12, line_gap=4),
        ],
        gap=2,
    )
    go = Button("Continue", on, id="continue", kind="primary", after="arrow-right", autofocus=True)
    people = faces(rules, 4, 56) if rules else None
    return Card(Row([Flex(words, least=280), people, go], gap=24, line_gap=14), 24, 18)


def _branch(play: Play) -> list[Widget]:
    return [] if play.recorded else [Chip("Branch", "plain", "git-branch")]


def go_on_small(play: Play, weeks: int, on: object) -> Widget:
    """Another play under way."""
    week = f"Week {play.weeks + 1} of {weeks}" if weeks else f"Week {play.weeks + 1}"
    return _row(play, [week, f"begun {day_begun(play)}"], on, "play")


def finished(play: Play, entry: Entry | None, on: object) -> Widget:
    """A play that came to its end; pressing it shows the ending again."""
    rules = entry.scenario if entry else None
    title = next((ending.title for ending in rules.endings if ending.id == play.ending), "") if rules else ""
    return _row(play, [title or "Ended", f"begun {day_begun(play)}"], on, "done", load_scores(play.scores))


def _row(play: Play, notes: Sequence[str], on: object, kind: str, scores: dict[str, float] | None = None) -> Widget:
    found = scores or {}
    points: list[Widget] = [_points(seat, score) for seat, score in found.items()]
    words = Column(
        [
            Text([semibold(play.title)], 15, leading=1.25),
            Text(", ".join(notes), 13, "r", "ink2"),
            Row([seat_chip(play.mode), *_branch(play), *points], line_gap=4),
        ],
        gap=3,
    )
    row = Row([Flex(words, least=160), Icon("chevron-right", 16)], gap=8)
    told = [*notes, *(f"score {score:.0f}" for score in found.values())]
    label = f"{play.title}, {SEATS[play.mode].name}, {', '.join(told)}"
    return CardButton(row, on, id=f"{kind}/{play.id}", label=label, x=16, y=10)


def broken(entry: Entry) -> Widget:
    """A file that cannot be played, and why: each mistake with its line and what to do about it."""
    errors = [problem for problem in entry.problems if problem.severity == ERROR]
    shown = [_mistake(problem) for problem in errors[:_MANY]]
    more = len(errors) - len(shown)
    rest = [Text(f"And {small(more)} more; “overpromise check” lists them all.", 14, "r", "ink2")] if more > 0 else []
    count = "one mistake" if len(errors) == 1 else f"{len(errors)} mistakes"
    head = icon_line("file-x", f"{Path(entry.place).name} cannot be played: {count}", "bad", 15, "s")
    return CardButton(
        Column([head, *shown, *rest], gap=8),
        id=f"broken/{_place(entry)}",
        label=f"{entry.place}: {count}. " + " ".join(str(problem) for problem in errors[:_MANY]),
        x=18,
        y=14,
    )


def _mistake(problem: Problem) -> Widget:
    where = Text(f"{Path(problem.file).name}:{problem.line}", 13, "r", "ink2")
    remedy = Text(problem.remedy, 14, "r", "ink2") if problem.remedy else None
    return Column([Text(problem.message, 15), where, remedy], gap=1)
