"""Decisions to compact JSON and back. Reading is strict: a row is read whole or named as unreadable.

`{"am":[[["wishlist","absorb"]],[["talk","leo",""]]],"pm":[[],[]]}`: per seat the answers (event id, then the path
through it) and the moves (kind, target, option).
"""

from __future__ import annotations

import json
from math import isfinite

from game.engine.state import Answer, Decisions, Move, SeatDecisions

_LONGEST_WORD = 200  # ids and options are short; anything longer is not ours
_LONGEST_TEXT = 100_000
_LONGEST_NUMBER = 20  # signs: no number of ours needs more, and a million digits would take a while


class Unreadable(ValueError):
    """Stored text is not what this game writes; the message says what is wrong with it."""


def dump_decisions(decisions: Decisions) -> str:
    """One line of JSON, the same for equal decisions."""
    return _dump(decisions_out(decisions))


def load_decisions(text: str) -> Decisions:
    """The decisions `dump_decisions` wrote; raises Unreadable for anything else."""
    return decisions_in(load(text))


def decisions_out(decisions: Decisions) -> dict[str, object]:
    """The decisions as plain lists and texts by seat."""
    return {"am": _seat_out(decisions.am), "pm": _seat_out(decisions.pm)}


def decisions_in(data: object) -> Decisions:
    """The decisions `decisions_out` took apart; raises Unreadable for anything else."""
    if not isinstance(data, dict) or set(data) != {"am", "pm"}:
        raise Unreadable("a week needs exactly the two seats am and pm")
    return Decisions(_seat_in(data["am"]), _seat_in(data["pm"]))


def dump_path(path: tuple[str, ...]) -> str:
    """A draft answer: the choice ids, outermost first."""
    return _dump(list(path))


def load_path(text: str) -> tuple[str, ...]:
    """The path `dump_path` wrote; raises Unreadable for anything else."""
    return _words(load(text), 1)


def dump_moves(moves: tuple[Move, ...]) -> str:
    """A draft's moves."""
    return _dump(_moves_out(moves))


def load_moves(text: str) -> tuple[Move, ...]:
    """The moves `dump_moves` wrote; raises Unreadable for anything else."""
    return _moves_in(load(text))


def dump_scores(scores: dict[str, float]) -> str:
    """Scores per seat, points 0 to 100."""
    return json.dumps(scores, sort_keys=True, separators=(",", ":"), allow_nan=False)


def load_scores(text: str) -> dict[str, float]:
    """The scores `dump_scores` wrote; raises Unreadable for anything else."""
    data = load(text)
    if not isinstance(data, dict):
        raise Unreadable("scores are not a table")
    return {seat: _number(points) for seat, points in data.items()}


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise Unreadable("a score is not a number")
    return float(value)


def _dump(value: object) -> str:
    return json.dumps(value, separators=(",", ":"))


def load(text: str) -> object:
    """JSON of a bounded length; raises Unreadable for anything else."""
    if not isinstance(text, str) or len(text) > _LONGEST_TEXT:
        raise Unreadable("not a text of the expected length")
    try:
        return parse(text)
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"not JSON of ours ({type(error).__name__})") from None


def parse(text: str) -> object:
    """JSON in which no key stands twice and every number is one. Raises ValueError or RecursionError for the rest."""
    value: object = json.loads(
        text, object_pairs_hook=_no_twins, parse_constant=_no_constant, parse_int=_whole, parse_float=_decimal
    )
    return value


def _no_twins(pairs: list[tuple[str, object]]) -> dict[str, object]:
    table = dict(pairs)
    if len(table) != len(pairs):
        raise Unreadable("a key stands twice")
    return table


def _no_constant(name: str) -> object:
    raise Unreadable(f"{name} is not a number")


def _whole(digits: str) -> int:
    if len(digits) > _LONGEST_NUMBER:
        raise Unreadable("a number is too long")
    return int(digits)


def _decimal(digits: str) -> float:
    value = float(digits) if len(digits) <= 2 * _LONGEST_NUMBER else float("inf")
    if not isfinite(value):
        raise Unreadable("a number is too long or too large")
    return value


def _seat_out(seat: SeatDecisions) -> list[list[list[str]]]:
    return [[[answer.event, *answer.path] for answer in seat.answers], _moves_out(seat.moves)]


def _seat_in(data: object) -> SeatDecisions:
    if not isinstance(data, list) or len(data) != 2 or not isinstance(data[0], list):
        raise Unreadable("a seat needs a list of answers and a list of moves")
    answers = [_words(item, 1) for item in data[0]]
    if len({answer[0] for answer in answers}) != len(answers):
        raise Unreadable("an event is answered twice")
    return SeatDecisions(tuple(Answer(words[0], words[1:]) for words in answers), _moves_in(data[1]))


def _moves_out(moves: tuple[Move, ...]) -> list[list[str]]:
    return [[move.kind, move.target, move.option] for move in moves]


def _moves_in(data: object) -> tuple[Move, ...]:
    if not isinstance(data, list):
        raise Unreadable("moves are not a list")
    rows = [_words(item, 3) for item in data]
    if any(len(row) != 3 for row in rows):
        raise Unreadable("a move needs a kind, a target and an option")
    return tuple(Move(kind, target, option) for kind, target, option in rows)


def _words(data: object, at_least: int) -> tuple[str, ...]:
    if not isinstance(data, list) or len(data) < at_least:
        raise Unreadable("a list of words is missing or too short")
    for word in data:
        if not isinstance(word, str) or len(word) > _LONGEST_WORD:
            raise Unreadable("a word is not a short text")
    return tuple(data)
