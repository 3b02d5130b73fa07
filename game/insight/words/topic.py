"""What a headline may be about: in a week in which one number moved a meter much, that number or greater news."""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.engine.model import NONE
from game.engine.scores import UTILISATION_BAND
from game.insight.pitches import OPEN
from game.insight.words.causes import CauseWords, cause_words, choices_on, entitled, softened
from game.insight.words.largest import Largest
from game.insight.words.ledger import parts_of
from game.insight.words.lived import Week
from game.insight.words.moved import LIVE, NO_DATA
from game.insight.words.people import first_name

NUMBER_FROM, NUMBER = 3.5, 2.5  # weight of a number as a headline, and of each point of its meter
NEVER_NEWS = 1e9
DELIVERY = 35.0  # weight that a delivery adds to what it did
GOOD_PART = 0.5  # of a change, from which its largest cause is named over the week
MUCH = 2.0  # points of a meter from which a headline is about nothing smaller
# what is news beside any number, from this weight on
MAJOR = {
    "renewed": 45.0,  # the client the story is about
    "lost": 0.0,
    "left": 0.0,
    "resigned": 0.0,
    "delivered": 0.0,
    "delivered_late": 0.0,
    "broken": 0.0,
    "found_out": 0.0,
    "ending": 0.0,
    "slip": 10.0,
    "gain": 10.0,
}
CLIENT_FELL = (
    "client_down",
    "less_content",
    "less_trusting",
    "crash",
    "silence",
    "date_doubt",
    "date_past",
    "defects",
    "expected",
    "complaint",
)
# by KPI, the kinds of headlines that are about it when it got better, and when it got worse
ABOUT = {
    "satisfaction": (("client_up", "settled"), CLIENT_FELL),
    "retention": (
        ("renewed", "renewal_up", "renewal_up_far", "client_up", "settled"),
        ("left", "renewal_down", "renewal_down_far", *CLIENT_FELL),
    ),
    "churn": (("renewed", "client_up"), ("left", *CLIENT_FELL)),
    "quality": (("client_up",), CLIENT_FELL),
    "upsell": (("won", "sold"), ("declined",)),
    "revenue": (("won", "sold"), ("left", "credit")),
    "on_time": (("gain",), ("slip", "milestone_late", "reopened", "yes_cost")),
    "budget": (("gain",), ("cost", "yes_cost", "slip")),
    "risk": ((), ("struck",)),
    "utilisation": ((), ()),
}
FAULTY = "delivered_faulty"
LOAD = ("load_full", "load_idle")


@dataclass(frozen=True)
class Situation:
    """A way to sum a week up: which sentences, about whom, how much it matters."""

    kind: str
    weight: float
    slots: dict[str, str]


def on_topic(lived: Week, most: Largest | None, ways: list[Situation]) -> list[Situation]:
    """The ways that are about what moved a meter most, where it moved it much, or about news beside any number."""
    if most is None or abs(most.moved.change) < MUCH or most.moved.was == NO_DATA:
        return ways  # that a number counts for the first time is no news of a week
    name = most.owner if most.person == NONE else first_name(lived.scenario.people[most.person])
    itself = [way for way in ways if way.kind == _kind_of(lived, most)]
    behind = itself[0].slots.get("event", "") if itself else ""
    about = [way for way in ways if _about(way, most, name, behind)]
    major = [way for way in ways if way.weight >= MAJOR.get(way.kind, NEVER_NEWS) and way not in about]
    named = any("event" in way.slots or way.kind == FAULTY for way in itself)
    if about and not named:  # what happened is better news than a number
        itself = [replace(way, weight=0.0) for way in itself]
    return [*about, *major, *itself]


def _about(way: Situation, most: Largest, name: str, behind: str) -> bool:
    if way.kind == "struck" and way.slots.get("name") == behind:
        return True
    if most.moved.name == "quality" and most.person == NONE:  # what went out broken did it, and no mood
        return way.kind == "defects"
    about = ABOUT[most.moved.name][0 if most.better else 1]
    return way.kind in about and (most.person == NONE or way.slots.get("name") in (name, most.owner))


def _kind_of(lived: Week, most: Largest) -> str:
    name = most.moved.name
    if name == "upsell" and any(most.quantity == account.upsell for account in lived.scenario.accounts):
        return "upsell_sold" if most.better else "upsell_down"
    if name == "quality" and not most.better and _delivered(lived):
        return FAULTY
    if name != "utilisation":
        return f"{name}_{'up' if most.better else 'down'}"
    idle = most.quantity != NONE and lived.value(most.quantity) < UTILISATION_BAND[0]
    return "load_better" if most.better else LOAD[idle]


def _delivered(lived: Week) -> str:
    """What was delivered in this very week; "" for nothing."""
    return next((p.name for p in lived.scenario.projects if lived.became(p.delivered) == lived.week), "")


def reason_of(lived: Week, most: Largest) -> CauseWords | None:
    """What moved it most, in the direction it went, where that is a good part of it."""
    if most.quantity != NONE:
        parts = parts_of(lived.play, lived.week, most.quantity, lived.view)
        whole = 0.0
        for part in parts:
            whole += part.grains
        first = max(parts, key=lambda part: part.grains * whole, default=None)
        return first.words if first is not None and first.grains * whole >= GOOD_PART * whole * whole else None
    struck = [cause for _w, _q, cause, _a in lived.changes if cause.startswith("risk:")]
    return cause_words(lived.view, struck[0]) if struck and most.moved.name == "risk" and not most.better else None


def of_number(lived: Week, most: Largest, slots: dict[str, str]) -> Situation:
    """The number itself as the news of the week, with what is behind it."""
    if most.moved.was != NO_DATA:
        slots["was"] = most.moved.was.removeprefix(LIVE)
    slots["now"] = most.moved.now.removeprefix(LIVE)
    if most.owner:
        slots["name"] = most.owner if most.person == NONE else first_name(lived.scenario.people[most.person])
    reason = reason_of(lived, most)
    if reason is not None and reason.kind in ("choice", "later"):
        event, _way = choices_on(lived.scenario, reason.key.partition(":")[2])
        if event is not None:
            slots["event"] = entitled(event)
    elif reason is not None and reason.kind == "risk":
        slots["event"] = reason.text
    offered = [offer for offer in lived.scenario.offers if lived.became(offer.status) == OPEN]
    for offer in offered:
        if most.quantity == lived.scenario.accounts[offer.account].pipeline:
            slots["offer"] = f"“{softened(offer.name)}”"
    counted = most.moved.was != NO_DATA
    kind, weight = _kind_of(lived, most), NUMBER_FROM + (NUMBER * abs(most.moved.change) if counted else 0.0)
    if kind == FAULTY:
        slots["name"], weight = _delivered(lived), weight + DELIVERY
    return Situation(kind, weight, slots)
