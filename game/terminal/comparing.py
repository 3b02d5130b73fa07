"""`compare`: two plays of one story side by side."""

from __future__ import annotations

import json
from dataclasses import asdict

from game.insight.review.beside import Beside, Line, beside
from game.insight.words.debrief.side_by_side import ATTEMPTS, BRANCH, BesideWords, alike_words, beside_words
from game.insight.words.figures import capital, decimal
from game.insight.words.people import seat_name
from game.records.desk import Desk
from game.records.places import Places
from game.records.rows import ENDED
from game.records.rows import Play as Record
from game.records.settings import load_settings
from game.records.trouble import StoreTrouble
from game.terminal.blocks import Block, Chart, Fact, Facts, Heading, Para, Point, Table, Title
from game.terminal.session import make_paper
from game.terminal.trouble import CannotRun
from game.terminal.which_play import SHORT_ID, finished, listed_plays, pick, seat_of, stored_play


def show_comparison(places: Places, name: str, other: str, seat: str, as_json: bool, plain: bool) -> None:
    """Lay a play beside another one, or beside the one it branched from. Raises CannotRun."""
    store, record = stored_play(places, name)
    paper = make_paper(plain or load_settings(places.settings)[0].plain_text)
    try:
        pair = _pair(store.plays(), record, other)
    except StoreTrouble as trouble:
        raise CannotRun(str(trouble)) from None
    desks = [finished(store, places, each) for each in pair]
    names = BRANCH if pair[1].parent == pair[0].id else ATTEMPTS
    found = beside(desks[0].play, desks[1].play, seat_of(desks[0], seat))
    if as_json:
        print(json.dumps(_as_json(pair, found), ensure_ascii=False))
        return
    paper.show(*blocks(desks, found, names))


def _pair(plays: list[Record], record: Record, other: str) -> tuple[Record, Record]:
    """The two plays, an original before its branch. Raises CannotRun."""
    if other:
        second = pick(plays, other)
        if second.id == record.id:
            raise CannotRun("That is the same play twice. Name another one to lay beside it.")
        if (second.scenario, second.mode) != (record.scenario, record.mode):
            raise CannotRun("Only plays of the same scenario and the same seat can be laid side by side.")
        return (second, record) if record.parent == second.id else (record, second)
    parents = [play for play in plays if play.id == record.parent]
    if parents:
        return parents[0], record
    others = [play for play in plays if play.id != record.id and _alike(play, record) and play.status == ENDED]
    if not others:
        raise CannotRun(
            f"“{record.title}” has been played once in this seat, so there is nothing to lay beside it yet."
        )
    raise CannotRun(
        f"This play is no branch. Name the one to lay beside it: `overpromise compare {record.id[:SHORT_ID]} "
        f"{others[0].id[:SHORT_ID]}`.\n{listed_plays(others)}"
    )


def _alike(one: Record, other: Record) -> bool:
    return (one.scenario, one.mode) == (other.scenario, other.mode)


# ---- as text ---------------------------------------------------------------------------------------------------------


def blocks(desks: list[Desk], found: Beside, names: tuple[str, str]) -> list[Block]:
    """Everything there is to say."""
    words = beside_words(found, names)
    plays = [
        f"{name}: {desk.record.id[:SHORT_ID]}, begun {_begun(desk)}" for name, desk in zip(names, desks, strict=True)
    ]
    return [
        Title(f"{found.one.scenario.title}: two plays", seat_name(found.seat)),
        *[Para(each) for each in words.headline],
        Para(capital("; ".join(plays)) + ".", quiet=True),
        *_answers(words),
        *_moves(words),
        Heading("The numbers at the end", "and by how many points of the score the second is ahead through them"),
        _kpis(found, words),
        Heading("The score, week by week"),
        _chart(found, words),
    ]


def _begun(desk: Desk) -> str:
    return desk.record.created[:16].replace("T", " ")


def _answers(words: BesideWords) -> list[Block]:
    one, other = words.names
    rows = [
        Fact(f"Week {row.week}", row.title, "", "plain", f"{capital(one)}: {row.one}; {other}: {row.other}.")
        for row in words.answers
        if not row.same
    ]
    same = alike_words(len(words.answers) - len(rows))
    alike = [Para(same, quiet=True)] if same else []
    shown: list[Block] = [Heading("Answers that differ"), Facts(tuple(rows))]
    return [*(shown if rows else []), *alike]


def _moves(words: BesideWords) -> list[Block]:
    one, other = words.names
    rows = [
        Fact(f"Week {row.week}", "", "", "plain", f"{capital(one)}: {row.one}. {capital(other)}: {row.other}.")
        for row in words.moves
        if not row.same
    ]
    return [Heading("Moves that differ"), Facts(tuple(rows))] if rows else []


def _kpis(found: Beside, words: BesideWords) -> Table:
    one, other = (capital(name.removeprefix("the ")) for name in words.names)
    head = ("", one, "points", other, "points", "score")
    rows = [(row.label, row.one, row.points_one, row.other, row.points_other, row.worth) for row in words.kpis]
    rows.append(("Final score", "", words.scores[0], "", words.scores[1], _ahead(found)))
    return Table(head, tuple(rows), (2, 4, 5))


def _ahead(found: Beside) -> str:
    return f"{'+' if round(found.ahead, 1) > 0.0 else ''}{decimal(found.ahead)}"


def _chart(found: Beside, words: BesideWords) -> Chart:
    """Where a play is over its last score stands on."""
    score = found.meters[0]
    names = tuple(capital(name.removeprefix("the ")) for name in words.names)
    points = [
        Point("Start" if week == 0 else f"Week {week}", (_at(score, 0, week), _at(score, 1, week)))
        for week in range(max(len(score.one), len(score.other)))
    ]
    return Chart(names, ("rel", "dlv"), tuple(points))


def _at(line: Line, which: int, week: int) -> float:
    values = (line.one, line.other)[which]
    return values[min(week, len(values) - 1)] or 0.0


# ---- as JSON ---------------------------------------------------------------------------------------------------------


def _as_json(pair: tuple[Record, Record], found: Beside) -> dict[str, object]:
    return {
        "plays": [record.id for record in pair],
        "scenario": found.one.scenario.id,
        "seat": found.seat.value,
        "same_luck": found.same_luck,
        "parted": found.parted,
        "scores": [round(score, 4) for score in found.scores],
        "endings": [None if play.outcome is None else play.outcome.ending for play in (found.one, found.other)],
        "answers": [asdict(each) for each in found.answers],
        "moves": [asdict(each) for each in found.moves],
        "meters": [asdict(each) for each in found.meters],
        "kpis": [asdict(each) for each in found.kpis],
        "parts": [asdict(each) for each in found.parts],
    }
