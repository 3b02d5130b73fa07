"""How somebody looks: the face, a word for it, and the one bar worth showing."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.model import NONE, Person, Seat
from game.engine.play import Play
from game.engine.view import View, observe
from game.insight.words.figures import listed

TIRED, WORN = 0.06, 0.12  # shares of fatigue one begins to see, and cannot overlook
MARKED = 3.0  # points of a mood that somebody notices from one week to the next
SILENT = 4  # weeks without a word that begin to show


@dataclass(frozen=True)
class Mood:
    """`face` is one of engine.faces.MOODS; `bar` runs 0 to 1; `bar_name` is "" for people without one."""

    face: str
    word: str
    icon: str
    tone: str
    bar_name: str
    bar: float
    bar_text: str
    level: float = -1.0  # the points its word stands for; below 0 for those without


@dataclass(frozen=True)
class Drift:
    """Which way somebody's mood went since last week."""

    word: str
    icon: str
    tone: str


# (points from which, face, word, icon, tone), highest first
CLIENT = (
    (85.0, "delighted", "Delighted", "laugh", "good"),
    (70.0, "cheerful", "Cheerful", "smile", "good"),
    (58.0, "neutral", "Content", "smile", "plain"),
    (45.0, "worried", "Wary", "meh", "warn"),
    (30.0, "annoyed", "Annoyed", "annoyed", "bad"),
    (0.0, "annoyed", "Furious", "angry", "bad"),
)
TEAM = (
    (82.0, "delighted", "In good spirits", "laugh", "good"),
    (70.0, "cheerful", "Pleased", "smile", "good"),
    (58.0, "neutral", "Fine", "smile", "plain"),
    (45.0, "neutral", "Quiet", "meh", "warn"),
    (30.0, "sad", "Low", "frown", "bad"),
    (0.0, "sad", "Nearly gone", "door-open", "bad"),
)
HOUSE = (
    (80.0, "cheerful", "On your side", "laugh", "good"),
    (62.0, "cheerful", "Easy", "smile", "good"),
    (50.0, "neutral", "Businesslike", "meh", "plain"),
    (38.0, "worried", "Guarded", "meh", "warn"),
    (0.0, "annoyed", "Short with you", "annoyed", "bad"),
)


def mood(view: View, person: int) -> Mood:
    """What this seat sees on a person's face: clients by trust and satisfaction, the team by morale and fatigue."""
    who = view.scenario.people[person]
    if who.side == "client":
        return _client(view, who)
    if who.side == "team":
        return _team(view, who)
    if who.rapport == NONE or view.seat in (who.seat, Seat.BOTH):
        return Mood("neutral", "", "", "plain", "", 0.0, "")
    level = view.known(who.rapport)
    return _mood(HOUSE, level, "Rapport", level)


def complaint(view: View, person: int) -> str:
    """What a client's people hold against us that is not settled yet; "" for nothing."""
    account = view.scenario.people[person].account
    if view.scenario.people[person].side != "client" or not view.known(view.scenario.accounts[account].issue):
        return ""
    return "A complaint is open. Until it is settled, it costs satisfaction every week."


def drift(play: Play, view: View, person: int) -> Drift | None:
    """Whether what this seat sees of somebody rose or fell markedly in the last week; None where it hardly did."""
    if len(play.states) < 2:
        return None
    who, earlier = play.scenario.people[person], observe(play.scenario, play.states[-2], view.seat)
    before, now = mood(earlier, person).level, mood(view, person).level
    if before < 0.0 or now < 0.0 or abs(now - before) < MARKED:
        return None
    words = ("in better spirits", "in lower spirits") if who.side == "team" else _WARMTH
    went = f"{words[now < before]} than last week{_by_what(earlier, view, who, now > before)}"
    return Drift(went, "trending-up", "good") if now > before else Drift(went, "trending-down", "bad")


_WARMTH = ("warmer", "cooler")


def _by_what(before: View, now: View, who: Person, up: bool) -> str:
    """Which of what a client's face stands for went the way it went: the bar below it shows trust alone."""
    if who.side != "client":
        return ""
    moved = {"trust": trust_level(now, who) - trust_level(before, who)}
    if who.satisfaction != NONE and now.live(who.satisfaction):
        moved["satisfaction"] = now.known(who.satisfaction) - before.known(who.satisfaction)
    along = [name for name, points in moved.items() if (points if up else -points) >= MARKED / 2]
    return f": {listed(along)} {'rose' if up else 'fell'}"


def _client(view: View, who: Person) -> Mood:
    trust = trust_level(view, who)
    felt = trust
    if who.satisfaction != NONE and view.live(who.satisfaction):
        felt = 0.5 * trust + 0.5 * view.known(who.satisfaction)
    account = view.scenario.accounts[who.account]
    if round(view.known(account.signed)) == 2:
        return Mood("sad", "Gone", "door-open", "bad", "Trust", trust / 100.0, f"Trust {round(trust)}")
    if view.known(who.silence) >= SILENT and 45.0 <= felt < 70.0:
        shown = f"Trust {round(trust)}"
        return Mood("worried", "Wants a call", "hourglass", "warn", "Trust", trust / 100.0, shown, felt)
    return _mood(CLIENT, felt, "Trust", trust)


def _team(view: View, who: Person) -> Mood:
    morale, fatigue = view.known(who.morale), view.known(who.fatigue)
    bar = morale / 100.0
    text = f"Morale {round(morale)}"
    if view.known(who.gone):
        return Mood("sad", "Has left", "door-open", "bad", "", 0.0, "")
    if fatigue >= WORN:
        return Mood("tired", "Worn out", "battery-low", "bad", "Morale", bar, text, morale)
    if fatigue >= TIRED and morale >= 45.0:
        return Mood("tired", "Stretched", "battery-medium", "warn", "Morale", bar, text, morale)
    return _mood(TEAM, morale, "Morale", morale)


def trust_level(view: View, who: Person) -> float:
    """What is read as trust: 0.6 of the fragile stock, 0.4 of the slow one."""
    return 0.6 * view.known(who.confidence) + 0.4 * view.known(who.relationship)


def _mood(table: tuple[tuple[float, str, str, str, str], ...], level: float, bar: str, shown: float) -> Mood:
    _least, face, word, icon, tone = next((row for row in table if level >= row[0]), table[-1])
    return Mood(face, word, icon, tone, bar, min(1.0, max(0.0, shown / 100.0)), f"{bar} {round(shown)}", level)
