"""Changes that are no amounts: a signature, a colour, a delivery, a thing found out. The ledger tells them in words."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.model import NONE, Scenario, Seat
from game.engine.play import Play
from game.insight.words.causes import softened
from game.insight.words.figures import capital, week_of
from game.insight.words.fill import substitute
from game.insight.words.people import by_id, first_name
from game.insight.words.quantities import STATUS, entities, owner_id, project_text, suffix, trusting

WORDS = (
    "status", "reported", "told", "signed", "reviews", "delivered", "finished", "due_week", "made", "struck", "project",
    "moved", "issue", "gone", "known_am", "known_pm", "warned", "asks",
)  # fmt: skip
PROMISE = ("", "Promised", "Kept", "Kept early", "Broken", "Taken back")
OFFER = ("", "Offered, not decided", "Taken", "Declined")
REVIEWS = ("Without reviews now", "With reviews now", "With reviews and tests now")
COLOUR = {
    "status": "Really {now}, {was} before",
    "reported": "Reported {now}, {was} before",
    "told": "They have heard {now}, {was} before",
}
GOOD, BAD = ("delivered", "finished", "known_am", "known_pm"), ("gone", "struck")


@dataclass(frozen=True)
class Fact:
    """Something that is so from this week on: whose it is, in what words, and whether it is good news."""

    title: str
    text: str
    tone: str


def is_fact(scenario: Scenario, quantity: int) -> bool:
    """Whether a number of the table is told as a fact: the amount of its change means nothing to a person."""
    return trusting(quantity) == NONE and suffix(scenario, quantity) in WORDS


def fact_of(play: Play, week: int, quantity: int, viewer: Seat) -> Fact | None:
    """What a change of `quantity` in a lived week says; None where it is bookkeeping behind another line."""
    scenario = play.scenario
    was, now = play.states[week - 1].values[quantity], play.states[week].values[quantity]
    word = suffix(scenario, quantity)
    text = "" if was == now else _text(play, week, quantity, word, was, now, viewer)
    return Fact(_title(scenario, quantity, word), text, _tone(word, scenario, quantity, was, now)) if text else None


def _text(play: Play, week: int, quantity: int, word: str, was: int, now: int, viewer: Seat) -> str:
    scenario = play.scenario
    if word in COLOUR:
        return _status(play, week, quantity, word, was, now)
    if word in ("delivered", "finished"):
        return f"{'Handed over' if word == 'delivered' else 'Finished'} in {week_of(now)}" if now else "Open again"
    if word == "due_week":
        return f"Due {week_of(now)}, {week_of(was)} before" if was else ""
    if word == "project":
        return _place(scenario, now)
    if word in ("known_am", "known_pm"):
        both = word == "known_pm" and viewer is Seat.BOTH
        return "" if both or not now else _found_out(play, week, quantity)
    return {
        "struck": f"Struck in {week_of(now)}" if now else "",
        "signed": "Signed again" if now == 1 else "Does not renew",
        "reviews": REVIEWS[min(2, max(0, now))],
        "issue": "A complaint is open" if now else "The complaint is settled",
        "gone": "Has left" if now else "Is back",
        "warned": "" if was else "Heard early that the date is in doubt",
        "asks": "Was asked to buy something" if now > was else "",
    }.get(word, "")


def _status(play: Play, week: int, quantity: int, word: str, was: int, now: int) -> str:
    scenario = play.scenario
    kind = scenario.quantities[quantity].kind
    if kind == "promise":
        promise = next(p for p in scenario.promises if p.status == quantity)
        due = f", due {week_of(play.states[week].values[promise.due_week])}" if now == 1 else ""
        return PROMISE[min(5, max(0, now))] + due
    if kind == "account":
        return OFFER[min(3, max(0, now))]
    colours = {"now": STATUS[min(2, max(0, now))], "was": STATUS[min(2, max(0, was))]}
    return COLOUR[word].replace("{now}", colours["now"]).replace("{was}", colours["was"])


def _place(scenario: Scenario, now: int) -> str:
    where = project_text(scenario, float(now))
    if where == "split":
        return "Now split between the projects"
    return "Now on no project" if where == "no project" else f"Now on {where}"


def _found_out(play: Play, week: int, quantity: int) -> str:
    for truth in play.scenario.truths:
        if quantity in (truth.known_am, truth.known_pm):
            return f"You know now: {substitute(truth.tells, play.scenario).removesuffix('.')}"
    values = play.states[week].values
    struck = any(values[r.struck] for r in play.scenario.risks if quantity in (r.known_am, r.known_pm))
    return "" if struck else "You know that this could happen"


def _title(scenario: Scenario, quantity: int, word: str) -> str:
    """Whose fact it is."""
    for truth in scenario.truths:
        if quantity in (truth.known_am, truth.known_pm):
            return capital(softened(truth.area)) if truth.area else "Something found out"
    owner = owner_id(scenario, quantity)
    person = by_id(scenario, owner)
    if person != NONE:
        return first_name(scenario.people[person])
    return next((words for name, words in entities(scenario) if name == owner), owner)


def _tone(word: str, scenario: Scenario, quantity: int, was: int, now: int) -> str:
    """good, bad or plain."""
    if word in GOOD:
        return "good" if now else "bad"
    if word in BAD or word == "issue":
        return "bad" if now else "good"
    if word == "signed":
        return "good" if now == 1 else "bad"
    if word in COLOUR:
        kind = scenario.quantities[quantity].kind
        if kind == "promise":
            return "good" if now in (2, 3) else "bad" if now == 4 else "plain"
        if kind == "account":
            return "good" if now == 2 else "plain"
        return "bad" if now > was else "good"
    return "plain"
