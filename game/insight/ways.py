"""The ways through an event: every path of choices from its question to the end of its scenes."""

from __future__ import annotations

from game.engine.legality import moves_taken, unlocked
from game.engine.model import Choice, Event, Question

Way = tuple[Choice, ...]


def open_ways(event: Event, values: list[int], slots: int) -> list[Way]:
    """The ways open in a state that take no more moves than there are; all open ones if none is so cheap."""
    found = _open(event.question, values)
    cheap = [way for way in found if moves_taken(way) <= slots]
    return cheap if cheap else found


def _open(question: Question | None, values: list[int]) -> list[Way]:
    if question is None:
        return [()]
    return [(choice, *rest) for choice in unlocked(question, values) for rest in _open(choice.scene, values)]


def written_choices(event: Event) -> list[tuple[str, Choice]]:
    """Every choice of an event and its scenes with its path ("steering/insist"), in the order they are written."""
    return _written(event.question, "")


def _written(question: Question | None, before: str) -> list[tuple[str, Choice]]:
    found: list[tuple[str, Choice]] = []
    if question is not None:
        for choice in question.choices:
            path = before + choice.id
            found.append((path, choice))
            found += _written(choice.scene, path + "/")
    return found


def path_of(way: Way) -> str:
    """A way as it is written in answers and reports: "steering/insist"."""
    return "/".join([choice.id for choice in way])
