"""What opens over a lived week: a meter, a number of it, and what moved one line of its ledger."""

from __future__ import annotations

from game.engine.model import Seat
from game.engine.play import Play
from game.engine.view import observe
from game.insight.words.figures import week_of
from game.insight.words.ledger import explain
from game.window.kit import Popover
from game.window.ledger_view import ledger_card
from game.window.panels.kpis import kpi_popover
from game.window.panels.messages import Open
from game.window.panels.meters import BOTH, meter_card, standing_card


def over_week(play: Play, week: int, seat: Seat, opened: Open) -> Popover | None:
    """The panel for what was pressed, as a seat may read that week; None for what it does not see."""
    if opened.kind == "meter" and opened.name == BOTH:
        return standing_card(play, week, seat, f"meter/{BOTH}", week, side="below")
    if opened.kind == "meter":
        return meter_card(play, week, seat, opened.name)
    if opened.kind == "kpi":
        view = observe(play.scenario, play.states[week], seat)
        return kpi_popover(play, view, opened.name, anchor=opened.anchor, when=f"in {week_of(week)}")
    told = explain(play, week, opened.index, seat)
    return ledger_card(play.scenario, told, opened.name or f"number/{opened.index}") if told else None
