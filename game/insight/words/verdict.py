"""The line under the emblem: what the two meters mean, in a few dry words."""

from __future__ import annotations

from game.engine.model import Person, Seat
from game.engine.play import Play
from game.engine.view import View, observe
from game.insight.words.cards import meters
from game.insight.words.figures import capital
from game.insight.words.moods import trust_level
from game.insight.words.people import first_name, main_contact, they
from game.insight.words.variety import pick, say

HIGH, LOW = 66.0, 45.0
Variants = tuple[str, ...]
# (relationship, delivery): high, middle or low; [She] is the main contact
VERDICTS: dict[tuple[str, str], Variants] = {
    ("high", "high"): (
        "[name] is content, and the plan holds.",
        "Both halves turn. Do not look too closely.",
        "It is going well, which nobody will mention.",
        "Warm on one side, in order on the other.",
    ),
    ("high", "middle"): (
        "[name] likes you. The plan has questions.",
        "Good company, average weather.",
        "They would forgive a week. Perhaps two.",
        "The mood is ahead of the work.",
    ),
    ("high", "low"): (
        "[name] likes you. The plan is in trouble.",
        "Charming, with little to show.",
        "They like you more than what you make.",
        "A friendship with a deadline.",
    ),
    ("middle", "high"): (
        "The work is good. The warmth is office temperature.",
        "The plan holds. [name] is undecided.",
        "Good work so far, received politely.",
        "In order, and mildly liked.",
    ),
    ("middle", "middle"): (
        "It could go either way, and it might.",
        "Neither half is winning.",
        "Nobody is unhappy, and nobody is pleased yet.",
        "Fair, with cloud on both sides.",
        "Nothing is lost yet, and nothing is booked.",
    ),
    ("middle", "low"): (
        "[name] is patient. The plan is not.",
        "The mood is fair. The work is not.",
        "The work is in trouble, and the goodwill not far from it.",
        "A polite client and an impolite calendar.",
    ),
    ("low", "high"): (
        "The plan holds. [name] is losing patience.",
        "The work is in order, and nobody is pleased.",
        "Good work, badly loved.",
        "Everything is in order but the client.",
    ),
    ("low", "middle"): (
        "[name] is not fond of you at present.",
        "The work holds. The rest is wearing thin.",
        "The work holds up better than the mood.",
        "You have the plan. Somebody else may get the client.",
    ),
    ("low", "low"): (
        "Neither [name] nor the plan is on your side.",
        "In trouble, and not forgiven.",
        "Both halves are stuck. One will do for a start.",
        "It cannot rain on two sides for ever.",
    ),
}
ONE_SIDED: dict[str, Variants] = {
    "high": ("So far, so good.", "It turns.", "Little to complain of, from here."),
    "middle": ("It could go either way.", "Fair, with some cloud.", "Nothing is settled."),
    "low": ("This needs you.", "Not well, and everybody knows.", "It is heavier than it looks."),
}
OPENING: Variants = (  # in week 1 nobody has delivered or liked anything
    "The numbers are inherited. The next ones are yours.",
    "Nothing is won yet, and nothing is lost.",
    "Everybody is still polite.",
)
OVER: Variants = ("It is over. This is how it stands.", "No more weeks. The rest is telling it.")
GONE: Variants = ("[name] has signed with somebody else.", "The client has gone. The plan did not mind.")
LIVE_HIGH: Variants = (
    "It is live, and [name] still likes to hear from you.",
    "Delivered, and on speaking terms.",
    "Out of the house, and welcome back in.",
)
LIVE_LOW: Variants = (
    "It is live. [name] is not grateful.",
    "Delivered, and not forgiven.",
    "The work is out. The feelings are still in.",
)


def verdict(play: Play, viewer: Seat) -> str:
    """One short line for the two meters as this seat knows them; another one every week."""
    view = observe(play.scenario, play.state, viewer)
    week, key = view.week, f"{play.scenario.id}/{play.seed}/{viewer.value}"
    contact = main_contact(play.scenario)
    if play.outcome is not None:
        return pick(OVER, key, week)
    shown = meters(play, viewer)
    if week == 1:
        return pick(OPENING, key, week)
    if len(shown) < 2:
        return pick(ONE_SIDED[_level(shown[0].value)], key, week) if shown else ""
    if _lost(view):
        return _said(pick(GONE, key, week), contact)
    relationship, delivery = shown[0].value, shown[1].value
    if _live(view):
        content = contact is None or trust_level(view, contact) >= 55.0
        return _said(pick(LIVE_HIGH if content else LIVE_LOW, key, week), contact)
    return _said(pick(VERDICTS[_level(relationship), _level(delivery)], key, week), contact)


def _said(template: str, contact: Person | None) -> str:
    """With the main contact's name, or she or he at the start of the line."""
    if contact is None:
        return say(template, {"name": "everybody"})
    she = they(contact)[0]
    if template.startswith("[name]") and she != "they":
        return say(template, {"name": capital(she)})
    return say(template, {"name": first_name(contact)})


def _level(value: float) -> str:
    return "high" if value >= HIGH else "low" if value < LOW else "middle"


def _live(view: View) -> bool:
    return bool(view.scenario.projects) and all(view.known(p.delivered) > 0.0 for p in view.scenario.projects)


def _lost(view: View) -> bool:
    return any(account.main and round(view.known(account.signed)) == 2 for account in view.scenario.accounts)
