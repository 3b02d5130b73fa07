"""One beat as one line: what to say, why, and the label that opens the numbers behind it."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.model import NONE
from game.insight.words import tellings as t
from game.insight.words.beats import Beat, Week
from game.insight.words.causes import choices_on, quoted
from game.insight.words.figures import capital, day_of, days, money, percent, plain, signed, weeks
from game.insight.words.ledger import explain
from game.insight.words.people import colleague_of, first_name, they
from game.insight.words.quantities import delta_text, short, tone_of
from game.insight.words.variety import pick, say

GROUPS = {"client": "Client", "team": "Team", "project": "Project", "account": "Account"}


@dataclass(frozen=True)
class Line:
    """One line of a recap. `lead` is the bold beginning of the sentence ("" for none), `rest` goes on after it.

    `label` and `delta` make the button that opens `explain(quantity)`; both are "" and `quantity` NONE where there is
    nothing to open. `icon` stands in for a face where `person` is NONE. `origin` is the week a late consequence comes
    from, 0 for none; `why` already says it in words.
    """

    group: str
    person: int
    icon: str
    lead: str
    rest: str
    why: str
    origin: int
    label: str
    delta: str
    tone: str
    quantity: int

    @property
    def sentence(self) -> str:
        """The whole sentence."""
        return f"{self.lead} {self.rest}".strip()


ICONS = {
    "renewed": "badge-check",
    "lost": "door-open",
    "left": "door-open",
    "renewal": "file-check",
    "sold": "coins",
    "credit": "hand-coins",
    "complaint": "circle-alert",
    "settled": "circle-check",
    "won": "trophy",
    "declined": "circle-x",
    "delivered": "rocket",
    "delivered_late": "rocket",
    "found_out": "eye",
    "forecast": "calendar-days",
    "cost": "coins",
    "task_done": "circle-check",
    "reopened": "undo-2",
    "struck": "zap",
    "risk_found": "search-check",
    "truth": "lightbulb",
    "tells": "history",
}


def line(lived: Week, beat: Beat) -> Line:
    """A beat in words."""
    lead, rest = _said(lived, beat)
    why, origin = _why(lived, beat, rest)
    label = delta = ""
    tone = _tone(lived, beat)
    if beat.quantity != NONE:
        label = short(lived.scenario, beat.quantity)
        moved = lived.change(beat.quantity)
        delta = delta_text(lived.scenario, beat.quantity, moved)
        if tone == "":
            tone = tone_of(lived.scenario, beat.quantity, moved)
    if beat.kind == "won":
        label, delta = "Sold on top", "+" + money(lived.scenario.currency, beat.value)
    icon = ICONS.get(beat.kind, "circle-dot") if beat.person == NONE else ""
    return Line(beat.group, beat.person, icon, lead, rest, why, origin, label, delta, tone or "plain", beat.quantity)


def _tone(lived: Week, beat: Beat) -> str:
    if beat.kind in ("renewed", "won", "settled", "task_done", "delivered", "kept", "exceeded"):
        return "good"
    if beat.kind in ("lost", "left", "complaint", "resigned", "broken", "found_out", "reopened"):
        return "bad"
    if beat.kind in ("struck", "delivered_late", "risk_found"):
        return "warn" if beat.kind != "struck" else "bad"
    return "plain" if beat.quantity == NONE else ""


def _said(lived: Week, beat: Beat) -> tuple[str, str]:
    """The bold beginning and the rest of the sentence."""
    if beat.kind in ("client", "team", "colleague", "tired"):
        return beat.subject, say(_of_person(lived, beat), slots(lived, beat))
    if beat.kind in ("tells", "truth", "struck"):
        text = beat.detail if beat.detail else f"{beat.subject}: it happened."
        return _lead_of(lived, beat, text)
    return beat.subject, say(_of_thing(lived, beat), slots(lived, beat))


def _lead_of(lived: Week, beat: Beat, text: str) -> tuple[str, str]:
    """A line the author wrote: bold up to the name it begins with, if it begins with one."""
    if beat.kind == "truth":
        return "You know now:", text
    if beat.kind == "struck" and not text.startswith(beat.subject):
        return f"{beat.subject}.", text
    for person in lived.scenario.people:
        name = first_name(person)
        if text.startswith(f"{name} "):
            return name, text[len(name) + 1 :]
    return "", text


def _class(lived: Week, beat: Beat) -> str:
    """The class of a cause, as the tables of sentences know it."""
    words = beat.cause
    if words is None:
        return ""
    kind, name = words.kind, words.key.partition(":")[2].partition("/")[0]
    if kind == "choice":
        own = words.seat is lived.viewer or lived.viewer.value == "both"
        return "own" if own else "theirs"
    if kind in ("later", "ignored", "risk", "promise"):
        return kind
    if kind == "move":
        groups = {"freeze": "scope", "trade": "scope", "table_free_work": "free", "sync": "talk"}
        return groups.get(name, name)
    if name == "workload" and beat.value < 40.0 and beat.change < 0.0:
        return "idle"
    if kind == "law":
        return name
    return ""


def _of_person(lived: Week, beat: Beat) -> str:
    if beat.kind == "tired":
        return pick(t.TIRED if beat.change > 0.0 else t.RESTED, beat.subject, lived.week)
    tables = {
        "client": (t.CLIENT_UP, t.CLIENT_DOWN),
        "team": (t.TEAM_UP, t.TEAM_DOWN),
        "colleague": (t.COLLEAGUE_UP, t.COLLEAGUE_DOWN),
    }
    table = tables[beat.kind][0 if beat.change > 0.0 else 1]
    return pick(table.get(_class(lived, beat), table[""]), beat.subject, lived.week)


def _of_thing(lived: Week, beat: Beat) -> str:
    key, week = beat.subject + beat.kind, lived.week
    moving = {
        "forecast": (t.FORECAST_LATER, t.FORECAST_SOONER, t.FORECAST_SAME, 1.0),
        "cost": (t.COST_UP, t.COST_DOWN, t.COST_UP, 0.0),
        "renewal": (t.RENEWAL_UP, t.RENEWAL_DOWN, t.RENEWAL_SAME, 0.5),
    }
    if beat.kind in moving:
        more, less, same, least = moving[beat.kind]
        return pick(same if abs(beat.change) < least else more if beat.change > 0.0 else less, key, week)
    if beat.kind == "task_done":
        return pick(t.TASK_LATE if beat.change > 1.0 else t.TASK_DONE, key, week)
    if beat.kind == "reopened":
        return pick(t.REOPENED, key, week)
    return pick(t.THINGS[beat.kind], key, week)


def slots(lived: Week, beat: Beat) -> dict[str, str]:
    """What the slots of a sentence say."""
    scenario = lived.scenario
    colleague = colleague_of(scenario, lived.viewer)
    found = {"col": first_name(colleague) if colleague is not None else "you", "text": beat.detail, "who": beat.subject}
    person = scenario.people[beat.person] if beat.person != NONE else None
    found["they"], found["them"], found["their"] = they(person) if person is not None else ("it", "it", "its")
    if beat.cause is not None:
        _name, path = beat.cause.key.partition(":")[0], beat.cause.key.partition(":")[2]
        event, way = choices_on(scenario, path)
        found["event"] = f"“{event.title}”" if event is not None else beat.cause.text
        found["what"] = quoted(scenario, way[-1].text, lived.week) if way else beat.cause.text
        if beat.cause.key.startswith("law:resignation"):
            found["text"] = beat.cause.text.removesuffix(" left")
    silent = round(beat.value)
    found["long"], found["Long"] = weeks(silent), capital(weeks(silent))
    found["hours"] = plain(beat.value)
    found["due"] = f"week {round(beat.value)}"
    if beat.kind == "forecast":
        found["day"] = day_of(lived.value(beat.quantity))
        found["amount"] = days(round(abs(beat.change), 1))
        found["why"] = beat.detail or ("the pace says so" if beat.change > 0.0 else "a good week’s work")
        found["Why"] = capital(found["why"])
    elif beat.kind == "renewal":
        found["value"] = found["Value"] = percent(beat.value)
    else:
        found["amount"] = money(scenario.currency, abs(beat.change))
    return found


def _why(lived: Week, beat: Beat, said: str) -> tuple[str, int]:
    """What stands behind the sentence: the largest causes with their amounts, and the week a late one comes from."""
    if beat.kind in ("tells", "truth", "risk_found") and beat.cause is not None:
        text = beat.cause.text if beat.cause.origin else f"{beat.cause.text}, {beat.cause.sub}".removesuffix(", ")
        return (text + ".", beat.cause.origin)
    if beat.kind in t.WHY:
        return say(t.WHY[beat.kind], slots(lived, beat)), 0
    if beat.quantity == NONE:
        return "", 0
    found = explain(lived.play, lived.week, beat.quantity, lived.viewer)
    if found is None or not found.rows:
        return "", 0
    rows = [row for row in found.rows if row.text_amount[:1] in "+−" and row.key != "rest"][:2]
    if beat.kind == "forecast":
        return "", 0
    if len(rows) == 1 and rows[0].sub and not rows[0].origin:
        alone = rows[0].text in said
        return (capital(rows[0].sub) + "." if alone else f"{rows[0].text}: {rows[0].sub}."), 0
    text = " · ".join(f"{row.text} {row.text_amount}" for row in rows)
    return text, max([row.origin for row in rows], default=0)


__all__ = ["GROUPS", "Line", "line", "signed", "slots"]
