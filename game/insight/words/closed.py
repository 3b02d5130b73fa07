"""Why a move one has made before is not on the list this week."""

from __future__ import annotations

from game.engine.model import Project, Risk, Seat
from game.engine.moves import TRADE_AGAIN
from game.engine.options import may_strike
from game.engine.scores import number
from game.engine.state import Move
from game.engine.view import View
from game.insight.words.figures import percent, week_of, weeks

SCOPE, RISKS = "scope", "risks"


def closed(view: View, group: str, moves: tuple[Move, ...]) -> tuple[str, ...]:
    """What cannot be done just now about the scope, and until when, or about the risks; nothing for other groups."""
    going = [project for project in view.scenario.projects if not view.known(project.delivered)]
    if view.seat is Seat.AM or not going:
        return ()
    if group == RISKS:
        return _covered(view, moves)
    return _scope(view, going, moves) if group == SCOPE else ()


def _covered(view: View, moves: tuple[Move, ...]) -> tuple[str, ...]:
    """Which risks one knows of and cannot work against any more, though they may still strike."""
    scenario = view.scenario
    named = [move.target for move in moves if move.kind == "mitigate"]
    left = [risk for risk in scenario.risks if _known(view, risk) and may_strike(scenario, view.values, risk)]
    told = [
        f"“{risk.name}”: {_averted(view, risk)} of its damage averted. No more can be."
        for risk in left
        if risk.id not in named
    ]
    if not left and any(_known(view, risk) for risk in scenario.risks):
        told.append("Nothing you know of can strike as things stand, so there is nothing to work against.")
    return tuple(told)


def _averted(view: View, risk: Risk) -> str:
    return percent(number(view.scenario, view.values, risk.mitigated))


def _known(view: View, risk: Risk) -> bool:
    return any(view.live(known) and view.known(known) for known in (risk.known_am, risk.known_pm))


def _scope(view: View, going: list[Project], moves: tuple[Move, ...]) -> tuple[str, ...]:
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
