"""Why a move one has made before is not on the list this week."""

from __future__ import annotations

from game.engine.model import Project, Seat
from game.engine.moves import TRADE_AGAIN
from game.engine.state import Move
from game.engine.view import View
from game.insight.words.figures import week_of, weeks

SCOPE = "scope"


def closed(view: View, group: str, moves: tuple[Move, ...]) -> tuple[str, ...]:
    """What cannot be done about the scope just now, and until when; nothing for other responsibilities."""
    going = [project for project in view.scenario.projects if not view.known(project.delivered)]
    if group != SCOPE or view.seat is Seat.AM or not going:
        return ()
    found = [_frozen(view, project) for project in going if view.known(project.frozen) > 0.0]
    if not any(move.kind == "trade" for move in moves):
        found.append(_traded(view))
    return tuple(found)


def _frozen(view: View, project: Project) -> str:
    left = weeks(round(view.known(project.frozen))).replace(" ", " more ", 1)
    return f"The scope of {project.name} is frozen for {left}."


def _traded(view: View) -> str:
    last = view.week - 1 - view.neglected("trade")
    again = last + TRADE_AGAIN
    if last and again > view.week:
        until = f"before {week_of(again)}" if again <= view.scenario.weeks else "before this is over"
        return f"You traded a part away in {week_of(last)}. The client will not sit down for another {until}."
    return "No task is long enough any more for a part of it to be traded away."
