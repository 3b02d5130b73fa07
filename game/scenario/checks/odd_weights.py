"""OP605: weights of a scorecard that are all 0, or that look like parts of a whole and do not add up to it."""

from __future__ import annotations

import math

from game.engine.model import KPIS, Seat
from game.scenario.defaults import TARGETS
from game.scenario.problems import Report
from game.scenario.survey import Survey

NEAR = 0.25  # how far from 1 or 100 a sum still looks as if it was meant to be that


def check(survey: Survey, report: Report) -> None:
    """Report the weights of each seat's card; those not written are 1."""
    written = survey.spec.weights
    for seat, words in ((Seat.AM, "account manager"), (Seat.PM, "project manager")):
        mine = [written.get(kpi, TARGETS[kpi].weight) for kpi in KPIS[seat]]
        total = round(math.fsum(mine), 6)
        if total == 0.0:
            message = f"All weights of the {words}'s card are 0, so there is nothing to score."
            report.warn(survey.spec.title, "OP605", message, "Give at least one of its KPIs a weight.")
        for whole in (1.0, 100.0):
            parts = all(kpi in written for kpi in KPIS[seat]) and max(mine) < whole
            if parts and total != whole and abs(total - whole) <= NEAR * whole:
                message = f"The weights of the {words}'s card add up to {total:g}, not {whole:g}."
                remedy = f"Weights are relative, but these look like parts of {whole:g}: let them add up."
                report.warn(survey.spec.title, "OP605", message, remedy)
