"""Where an offer comes from: the move or the answer that pitched it, whenever it is decided."""

from __future__ import annotations

from game.engine.model import Offer, Scenario
from game.engine.play import Play

ANSWER = "law:offer/"
OPEN, TAKEN, DECLINED = 1, 2, 3  # what has become of an offer that was made


def offer_of(scenario: Scenario, cause: str) -> Offer | None:
    """The offer whose answer a cause of the ledger is; None for all other causes."""
    if not cause.startswith(ANSWER):
        return None
    return next((offer for offer in scenario.offers if ANSWER + offer.id == cause), None)


def back(play: Play, week: int, cause: str) -> str:
    """What an answer to an offer goes back to, with the week of it: "move:pitch/counter@2"; all else as it is."""
    offer = offer_of(play.scenario, cause)
    when, by = (0, "") if offer is None else pitched(play, offer, week)
    if not when:
        return cause
    return by if "@" in by else f"{by}@{when}"


def pitched(play: Play, offer: Offer, by: int) -> tuple[int, str]:
    """The week up to `by` in which an offer was made, and what made it: (2, "move:pitch/counter"); (0, "") for none."""
    for lived in reversed(play.weeks[:by]):
        for _week, quantity, cause, grains in lived.changes:
            if quantity == offer.status and grains > 0 and not cause.startswith("law:"):
                return lived.week, cause
    return 0, ""
