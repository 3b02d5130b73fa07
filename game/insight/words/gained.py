"""What the reader's own answers did to what a renewal rests on, a line each: moods have rows, this has none."""

from __future__ import annotations

from game.engine.model import Account, Seat
from game.insight.traced import net
from game.insight.words.causes import cause_words
from game.insight.words.figures import percent
from game.insight.words.lived import Week

LEAST = 0.005  # a share that is told as one per cent


def gained(lived: Week) -> tuple[str, ...]:
    """How much readier a renewal got, and how much was learnt of a business, by each answer of the week."""
    found: list[str] = []
    for account in lived.scenario.accounts:
        for quantity, whole, say in ((account.prepared, 1.0, _readier), (account.understanding, 100.0, _learnt)):
            per_unit = lived.scenario.quantities[quantity].per_unit * whole
            for _week, moved, cause, grains in net(lived.changes):  # nothing is readier than ready
                if moved != quantity or not cause.startswith("choice:") or abs(grains) / per_unit < LEAST:
                    continue
                words, now = cause_words(lived.view, cause), lived.value(quantity) / whole
                if lived.sees(quantity) and lived.viewer in (words.seat, Seat.BOTH):
                    found.append(f"{words.text}: {say(account, grains / per_unit, now)}")
    return tuple(found)


def _readier(account: Account, change: float, now: float) -> str:
    how = "readier" if change > 0.0 else "less ready"
    return f"the renewal of {account.name} is {percent(abs(change))} {how}, {percent(now)} in all."


def _learnt(account: Account, change: float, now: float) -> str:
    how = "more" if change > 0.0 else "less"
    return f"you know {percent(abs(change))} {how} of the business of {account.name}, {percent(now)} in all."
