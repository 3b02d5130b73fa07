"""For one person in both seats: where the two roles pulled apart this week, in one line."""

from __future__ import annotations

from game.engine.model import Seat
from game.engine.play import Play
from game.engine.view import observe
from game.insight.words.attribution import Sway, Weights, sways
from game.insight.words.cards import meters
from game.insight.words.causes import choices_on
from game.insight.words.variety import pick, say

APART = 0.25  # points of both cards from which one cause pulls
METERS_APART = 1  # points of the two meters, as they are shown, in opposite directions
LOST = 4  # points a meter falls in a bad week
Variants = tuple[str, ...]

FOR_CLIENT: Variants = (
    "[what]: good for the account manager, and the project manager pays for it.",
    "[what]: right for the account, wrong for the plan.",
    "[what]: taken in one of your two jobs, and carried in the other.",
    "[what]: the client side of you gains, the plan has written it down.",
    "[what]: ask both of you about it, and get two answers.",
)
FOR_PLAN: Variants = (
    "[what]: good for the plan, and the client pays for it.",
    "[what]: good project management. The account manager has to live with it.",
    "[what]: right for the plan, wrong for the account.",
    "[what]: the plan thanks you. Nobody else did.",
    "[what]: you stood in front of the work, and the client behind you.",
)
METERS_CLIENT: Variants = (
    "Relationship up, Delivery down: this week the account manager had the last word.",
    "The client’s side went up, the plan went down. It was one person’s week.",
    "The client gained this week, and the plan lost.",
)
METERS_PLAN: Variants = (
    "Delivery up, Relationship down: this week the project manager won the argument.",
    "The plan gained this week, and the client lost.",
    "You were a better project manager than account manager this week.",
)
GONE: Variants = (
    "The client you both looked after has gone. There is nothing left to disagree about.",
    "Your two jobs had one client between them. This week they lost it together.",
)
BOTH_DOWN: Variants = (
    "Your two jobs lost the week together, and cannot blame each other.",
    "Neither of your two jobs has anything to thank the other for.",
    "Relationship and Delivery went down hand in hand. Both hands were yours.",
)
CLIENT_LOST: Variants = (
    "The account manager had the bad week. The project manager has no use for it.",
    "It went down on the client’s side, and bought nothing on the other.",
    "The plan held. The client did not.",
)
PLAN_LOST: Variants = (
    "The project manager had the bad week. The account manager got nothing for it.",
    "It went down in the plan, and nobody outside is the happier for it.",
    "A good deal moved in the plan, downwards, and nothing was bought with it.",
)
TOGETHER: Variants = (
    "Your two jobs agreed this week. Make a note of it.",
    "Nothing pulled: what was good for one was good for the other, or for neither.",
    "The account manager in you and the project manager in you could share a taxi.",
    "No conflict of interest this week, unless you count sleep.",
)


def pull(play: Play, week: int) -> str:
    """Where the two roles pulled apart in a lived week of a both-seat play."""
    view = observe(play.scenario, play.states[week], Seat.BOTH)
    key = f"{play.scenario.id}/{play.seed}"
    if _gone(play, week):
        return pick(GONE, key, week)
    best: Sway | None = None
    size = APART
    for sway in sways(play, week, view, Weights(play.scenario)):
        apart = min(abs(sway.am), abs(sway.pm))
        if sway.am * sway.pm < 0.0 and apart > size and sway.words.kind in ("choice", "later", "move"):
            best, size = sway, apart
    if best is not None:
        event, _way = choices_on(play.scenario, best.words.key.partition(":")[2])
        what = best.words.text
        if len(what) > 60 and event is not None:
            what = f"“{event.title}”"
        return say(pick(FOR_CLIENT if best.am > 0.0 else FOR_PLAN, key, week), {"what": what})
    moved = {meter.name: meter.shown_change for meter in meters(play, Seat.BOTH, week)}
    relationship, delivery = moved.get("relationship", 0), moved.get("delivery", 0)
    if relationship * delivery < 0 and min(abs(relationship), abs(delivery)) >= METERS_APART:
        return pick(METERS_CLIENT if relationship > 0.0 else METERS_PLAN, key, week)
    return pick(_alike(relationship, delivery), key, week)


def _gone(play: Play, week: int) -> bool:
    """Whether the main client decided to leave in this week; what the meters do then says little."""
    was, now = play.states[week - 1].values, play.states[week].values
    return any(account.main and now[account.signed] == 2 != was[account.signed] for account in play.scenario.accounts)


def _alike(relationship: int, delivery: int) -> Variants:
    """What to say where nothing pulled: it may still have gone down, on one side or on both."""
    if relationship <= -LOST and delivery <= -LOST:
        return BOTH_DOWN
    if relationship <= -LOST:
        return CLIENT_LOST
    return PLAN_LOST if delivery <= -LOST else TOGETHER
