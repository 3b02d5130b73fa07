"""One beat as one line: what to say, why, and the label that opens the numbers behind it."""

from __future__ import annotations

from dataclasses import dataclass, field

from game.engine.model import NONE, Seat
from game.engine.scores import milestone_week
from game.insight.words import tellings as t
from game.insight.words.cards import LABELS
from game.insight.words.causes import CauseWords, choices_on, doer, entitled
from game.insight.words.covered import covered_parts, sum_of
from game.insight.words.figures import (
    MINUS,
    POINTS,
    about,
    capital,
    day_of,
    days,
    money,
    percent,
    plain,
    signed,
    week_of,
    weeks,
)
from game.insight.words.happenings import THINGS, WHY
from game.insight.words.leaving import why_left
from game.insight.words.ledger import Explanation, Row, done_as_expected, explain
from game.insight.words.lived import Beat, Week, date_felt
from game.insight.words.people import YOU, by_id, colleague_of, first_name, they, whose
from game.insight.words.points import UNSEEN, points_moved
from game.insight.words.quantities import delta_text, owner_id, short, title, tone_of, trust_of
from game.insight.words.taken import taken
from game.insight.words.variety import fitting, freshest, say, unlike

DECIDED = 0.3  # share of a change under which what people can name did not bring it about
BESIDE = 0.12  # share of the largest cause under which another is not mentioned
ALSO = 0.5  # share of an answer's part from which another's is named beside it
SAID = 0.5  # points of satisfaction from which it is said that it went the other way
LONG = 44  # characters from which a quotation is too long for a sentence
NORMAL_HOURS = 40.0
SOFTENED = 0.1  # share taken off a blow from which that is said
STRONG = 8.0  # points from which a change is more than a nuance
# no words for trust
MOODS = (
    "mood",
    "better week",
    "worse week",
    "happier",
    "delighted",
    "angry",
    "pleased",
    "liked",
    "did not like",
    "glad",
)
DULL = ("rest", "law:expectation", "law:follows", "law:time", "law:settling", "law:limit")
MOVE_CLASSES = {"table_free_work": "free", "sync": "talk"}


@dataclass
class Spoken:
    """What was said already: templates in this play, oldest first; in this recap quotations, headline and rows."""

    templates: list[str]
    quotations: list[str]
    beside: list[str] = field(default_factory=list)


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
    "renewal_due": "file-check",
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
    "milestone_late": "flag",
    "milestone_met": "flag",
    "milestone_met_done": "flag",
    "milestone_late_done": "flag",
    "grew": "list-plus",
    "shrank": "list-minus",
    "reopened": "undo-2",
    "struck": "zap",
    "risk_found": "search-check",
    "risk_harmless": "search-check",
    "risk_told": "refresh-cw",
    "truth": "lightbulb",
    "tells": "history",
}


def line(lived: Week, beat: Beat, spoken: Spoken) -> Line:
    """A beat in words; what it says is added to `spoken`."""
    lead, rest, person = phrase(lived, beat, spoken)
    why, origin = _why(lived, beat, f"{lead} {rest}")
    other = _other_way(lived, beat)
    why = f"{why.removesuffix('.')}; {other}" if why and other else why
    label = delta = ""
    tone = _tone(beat)
    still = beat.quantity == NONE or _same_day(lived, beat) or done_as_expected(lived.play, lived.week, beat.quantity)
    moved = 0.0 if still else lived.change(beat.quantity)
    explained = explain(lived.play, lived.week, beat.quantity, lived.viewer) if moved else None
    told = explained.text_change if explained is not None else ""  # rounded as the ledger behind it rounds
    if told[:1] in ("+", MINUS):
        label, delta = _label(lived, beat.quantity, person), told
        shown = tone_of(lived.scenario, beat.quantity, moved)
        tone = shown if beat.kind == "delivered" else tone or shown  # delivered, and still some days later
    if beat.kind == "won":
        label, delta = "Sold on top", "+" + money(lived.scenario.currency, beat.value)
    icon = ICONS.get(beat.kind, "circle-dot") if person == NONE else ""
    group = beat.group
    if person != NONE:
        group = "client" if lived.scenario.people[person].side == "client" else "team"
    quantity = beat.quantity if label else NONE
    return Line(group, person, icon, lead, rest, why, origin, label, delta, tone or "plain", quantity)


def _label(lived: Week, quantity: int, person: int) -> str:
    """The name of the number; with its owner where it is somebody whose face the line does not show."""
    scenario = lived.scenario
    owner = by_id(scenario, owner_id(scenario, quantity))
    if owner not in (NONE, person):
        return title(scenario, quantity)
    return short(scenario, quantity)


def _tone(beat: Beat) -> str:
    if beat.kind in (
        "renewed",
        "won",
        "settled",
        "task_done",
        "delivered",
        "kept",
        "kept_moved",
        "exceeded",
        "milestone_met",
        "milestone_met_done",
    ):
        return "good"
    if beat.kind in ("lost", "left", "complaint", "resigned", "broken", "found_out", "reopened"):
        return "bad"
    if beat.kind in ("struck", "delivered_late", "risk_found", "risk_told", "milestone_late", "milestone_late_done"):
        return "warn" if beat.kind != "struck" else "bad"
    if beat.quantity == NONE and beat.kind in PEOPLE:
        return "good" if beat.change > 0.0 else "bad"
    if beat.kind == "number":  # more of it need not be better
        return "good" if beat.value > 0.0 else "bad"
    return "plain" if beat.quantity == NONE else ""


def phrase(lived: Week, beat: Beat, spoken: Spoken) -> tuple[str, str, int]:
    """The bold beginning, the rest of the sentence, and whose face goes with it."""
    if beat.kind in ("tells", "truth", "struck"):
        return _as_written(lived, beat)
    if beat.kind in PEOPLE or beat.kind == "tired":
        return beat.subject, _chosen(lived, beat, _of_person(lived, beat), spoken), beat.person
    return beat.subject, _chosen(lived, beat, _of_thing(lived, beat), spoken), beat.person


def _chosen(lived: Week, beat: Beat, variants: tuple[str, ...], spoken: Spoken) -> str:
    """The variant not said for longest; one without the quotation where it is long or stood in this recap before."""
    filled = slots(lived, beat)
    usable = tuple([each for each in variants if _fits(each, filled, spoken.quotations)])
    if not usable and beat.kind in PEOPLE:
        usable = PEOPLE[beat.kind][beat.change <= 0.0][""]
    if _felt_otherwise(lived, beat):
        usable = tuple([each for each in usable if not any(word in each for word in MOODS)]) or usable
    sayable = fitting(usable if usable else variants, lived.week)
    sayable = unlike(sayable, spoken.beside)
    template = freshest(sayable, spoken.templates, f"{lived.play.seed}/{variants[0]}")
    spoken.templates.append(template)
    for slot in ("what", "event"):
        if f"[{slot}]" in template:
            spoken.quotations.append(filled[slot])
    spoken.beside.append(say(template, filled))
    return spoken.beside[-1]


def _felt_otherwise(lived: Week, beat: Beat) -> bool:
    """Whether a client trusts us more and is less content for it, or the other way round: then no word of moods."""
    if beat.kind != "client" or beat.quantity != trust_of(beat.person):
        return False
    person = lived.scenario.people[beat.person]
    answered = taken(lived, person)
    felt = lived.change(person.satisfaction) if answered is None else answered.points
    return felt * beat.change < 0.0


def _other_way(lived: Week, beat: Beat) -> str:
    """How content somebody is whose trust went the other way, where this seat sees it: “satisfaction −1.6”."""
    felt = lived.scenario.people[beat.person].satisfaction if _felt_otherwise(lived, beat) else NONE
    if felt == NONE or not lived.sees(felt) or abs(lived.change(felt)) < SAID:
        return ""
    return f"satisfaction {delta_text(lived.scenario, felt, lived.change(felt))}"


def _fits(template: str, filled: dict[str, str], quotations: list[str]) -> bool:
    """Whether there is something to quote where the template quotes, not too long and not quoted before."""
    for slot in ("what", "event"):
        text = filled.get(slot, "")
        if f"[{slot}]" in template and (not text or len(text) > LONG or text in quotations):
            return False
    return True


def _as_written(lived: Week, beat: Beat) -> tuple[str, str, int]:
    """A line the author wrote: bold up to the name it begins with, if it begins with one."""
    text = beat.detail
    if beat.kind == "truth":
        return "You know now:", text, NONE
    if beat.kind == "struck":
        return f"{beat.subject}.", text if text else "It had a chance, and took it.", NONE
    for index, person in enumerate(lived.scenario.people):
        name = first_name(person)
        if text.startswith(f"{name} "):
            return name, text[len(name) + 1 :], index
        if text.startswith((f"{name}'s ", f"{name}’s ")):
            return "", text, index
    return "", text, NONE


def _class(lived: Week, beat: Beat) -> str:
    """The class of a cause, as the tables of sentences know it."""
    words = beat.cause
    if words is None:
        return ""
    kind, name = words.kind, words.key.partition(":")[2].partition("/")[0]
    if kind == "choice":
        return _answered(lived, beat, name)
    if kind in ("later", "ignored", "risk", "promise"):
        return kind
    if kind == "move":
        if name in ("call", "visit") and not _mine(lived, words.seat):
            return name + "_theirs"
        return MOVE_CLASSES.get(name, name)
    if name == "workload" and beat.value <= NORMAL_HOURS:  # without overtime it is having nothing to do that weighs
        return "idle"
    if name == "timeliness":
        return "date_" + date_felt(lived, beat.person)
    return name if kind == "law" else ""


def _answered(lived: Week, beat: Beat, event: str) -> str:
    """An answer to this very person, or one that they only live with; none where it was the colleague’s own."""
    mine = beat.cause is not None and _mine(lived, beat.cause.seat)
    if beat.kind == "colleague":
        return "answer" if mine else ""
    if lived.scenario.events[lived.scenario.event_index[event]].question.who != beat.person:
        return "aside"
    return "answer_strong" if abs(beat.change) >= STRONG else "answer"


def _mine(lived: Week, seat: Seat | None) -> bool:
    return seat is lived.viewer or lived.viewer is Seat.BOTH


PEOPLE = {
    "client": (t.CLIENT_UP, t.CLIENT_DOWN),
    "team": (t.TEAM_UP, t.TEAM_DOWN),
    "colleague": (t.COLLEAGUE_UP, t.COLLEAGUE_DOWN),
}


def _of_person(lived: Week, beat: Beat) -> tuple[str, ...]:
    if beat.kind == "tired":
        return t.RESTED if beat.change < 0.0 else t.TIRED if _class(lived, beat) == "overtime" else t.WORN
    table = PEOPLE[beat.kind][beat.change <= 0.0]
    return table.get(_class(lived, beat), table[""])


def _same_day(lived: Week, beat: Beat) -> bool:
    """Whether a date reads the same as a week ago."""
    if beat.kind != "forecast":
        return False
    now = lived.value(beat.quantity)
    return day_of(now) == day_of(now - lived.change(beat.quantity))


def _of_thing(lived: Week, beat: Beat) -> tuple[str, ...]:
    if beat.kind == "forecast":
        later = t.FORECAST_LATER if beat.change > 0.0 else t.FORECAST_SOONER
        return t.FORECAST_SAME if _same_day(lived, beat) else later
    moving = {
        "cost": (t.COST_UP, t.COST_DOWN, t.COST_UP, 0.0),
        "renewal": (t.RENEWAL_UP, t.RENEWAL_DOWN, t.RENEWAL_SAME, 0.5),
    }
    handed_over = [p.forecast_cost for p in lived.scenario.projects if lived.value(p.delivered)]
    if beat.kind == "cost" and beat.quantity in handed_over:
        return t.COST_MORE if beat.change > 0.0 else t.COST_LESS
    if beat.kind in moving:
        more, less, same, least = moving[beat.kind]
        return same if abs(beat.change) < least else more if beat.change > 0.0 else less
    if beat.kind == "task_done":
        return t.TASK_LATE if beat.change > 1.0 else t.TASK_DONE
    return t.REOPENED if beat.kind == "reopened" else THINGS[beat.kind]


def slots(lived: Week, beat: Beat) -> dict[str, str]:
    """What the slots of a sentence say."""
    scenario = lived.scenario
    colleague = colleague_of(scenario, lived.viewer)
    found = {"col": first_name(colleague) if colleague is not None else "you", "text": beat.detail, "who": beat.subject}
    person = scenario.people[beat.person] if beat.person != NONE else None
    found["they"], found["them"], found["their"] = they(person) if person is not None else ("it", "it", "its")
    if beat.cause is not None:
        who = doer(lived.view, beat.cause.seat)
        found["your"], found["Your"] = whose(who)
        found["sayer"] = who
        event, _way = choices_on(scenario, beat.cause.key.partition(":")[2])
        found["event"] = entitled(event) if event is not None else ""
        found["what"] = beat.cause.text if beat.cause.kind == "risk" else ""
        if beat.cause.key.startswith("law:resignation"):
            found["text"] = beat.cause.text.removesuffix(" left")
    went = f"{beat.detail} of mistakes nobody had found went out with it" if beat.detail else ""
    found["broken"] = went or "whatever is still wrong in it now belongs to the client"
    silent = round(beat.value)
    found["long"], found["Long"] = weeks(silent), capital(weeks(silent))
    found["hours"] = plain(beat.value)
    found["due"] = week_of(beat.value)
    if beat.kind == "forecast":
        found["day"] = day_of(lived.value(beat.quantity))
        found["amount"] = days(round(abs(beat.change), 1))
    elif beat.kind in ("grew", "shrank"):
        found["amount"] = days(round(abs(beat.change), 1))
    elif beat.kind == "renewal":
        found["value"] = found["Value"] = percent(beat.value)
    else:
        found["amount"] = about(scenario.currency, beat.change)
    return found


def _telling_rows(found: Explanation) -> list[Row]:
    """The two rows worth a mention: the largest that pulled the way it went, and one that is not small beside it."""
    amounts = [row for row in found.rows if row.text_amount[:1] in ("+", MINUS)]
    rows = [row for row in amounts if row.key not in DULL]
    if max([row.amount * found.change for row in rows], default=0.0) < DECIDED * found.change * found.change:
        rows = amounts  # it was the dull thing that did it
    rows.sort(key=lambda row: (row.amount * found.change < 0.0, -abs(row.amount)))
    if not rows:
        return []
    others = [row for row in rows[1:] if abs(row.amount) >= BESIDE * abs(rows[0].amount)]
    others.sort(key=lambda row: -abs(row.amount))
    return [rows[0], *others[:1]]


def _alone(row: Row, said: str) -> str:
    """The only cause, in words, without what the sentence says already."""
    title = row.sub[row.sub.find("“") :] if "“" in row.sub else ""
    parts = [row.text] if row.text not in said else []
    parts += [row.sub] if row.sub and not (title and title in said and parts) else []
    return capital(": ".join(parts)) + "." if parts else ""


def _why(lived: Week, beat: Beat, said: str) -> tuple[str, int]:
    """What stands behind the sentence: the largest causes with their amounts, and the week a late one comes from."""
    words = beat.cause
    if beat.kind in ("tells", "truth", "risk_found", "risk_harmless", "risk_told") and words is not None:
        alone = words.origin > 0 or words.kind == "move" or not words.sub
        shared = _shared(lived, beat, words.key) if beat.kind == "tells" else ""
        how = words.text if alone else f"{words.text}, {words.sub}"
        if beat.kind in ("risk_found", "risk_told") and beat.detail:
            how = beat.detail if beat.kind == "risk_told" else f"{how}. {beat.detail}"  # a talk is told before
        return shared or f"{how}.", words.origin
    if beat.kind == "struck" and (said_of_it := _softened(beat) or _unseen(lived, beat)):
        return said_of_it, 0
    if beat.kind == "task_done" and (lost := _milestone_lost(lived, beat)):
        return lost, 0
    if beat.kind == "resigned":
        if words is not None and words.kind != "law":
            return f"{words.text}.", 0
        return why_left(lived.play, lived.week, lived.view, lived.scenario.people[beat.person]), 0
    if beat.kind == "forecast" and not lived.change(beat.quantity):
        return "", 0
    if beat.kind in ("lost", "left") and beat.quantity != NONE and lived.sees(beat.quantity):
        return _went(lived, beat), 0
    if beat.kind in WHY:
        return say(WHY[beat.kind], slots(lived, beat)), 0
    if beat.kind == "number" and beat.quantity == NONE:
        return _worked_out(lived, beat), 0
    found = None if beat.quantity == NONE else explain(lived.play, lived.week, beat.quantity, lived.viewer)
    if found is None:
        return (_felt_elsewhere(lived, beat, words) if beat.kind in PEOPLE and words is not None else ""), 0
    if found.fact and found.rows:
        return _alone(found.rows[0], said), 0
    rows = _telling_rows(found)[: 1 if beat.kind.startswith("milestone") else None]  # the date says the others
    if len(found.read) == 1 and len(rows) == 1 and not rows[0].origin:
        return _alone(rows[0], said), 0
    return _parts(lived, beat.quantity, found, rows), max([row.origin for row in rows], default=0)


def _softened(beat: Beat) -> str:
    """What was done against a blow beforehand."""
    return f"What was done against it beforehand took {percent(beat.value)} off." if beat.value >= SOFTENED else ""


def _milestone_lost(lived: Week, beat: Beat) -> str:
    """That a milestone stays missed, for one that is done after its week; "" for others."""
    task = next((each for each in lived.scenario.tasks if each.milestone and each.name == beat.subject), None)
    if task is None or lived.week <= milestone_week(task):
        return ""
    return f"It was a milestone, planned for {week_of(milestone_week(task))}: that stays missed, in half of On time."


def _went(lived: Week, beat: Beat) -> str:
    """How likely it had been that a client stays, for one that went: what luck decided, as far as one could know."""
    stays = lived.value(beat.quantity) - lived.change(beat.quantity)
    if beat.kind == "lost":
        return f"On Monday it was {percent(stays)} likely that they would sign. It is drawn once, on the day."
    account = next(each for each in lived.scenario.accounts if each.renewal_chance == beat.quantity)
    risk = lived.value(account.churn_risk) - lived.change(account.churn_risk)
    return f"On Monday that was {percent(risk)} likely within a year; any week can be the one."


def _unseen(lived: Week, beat: Beat) -> str:
    """Where a blow fell that moved nothing this seat sees; "" where it saw that, or has talked about it since."""
    colleague = colleague_of(lived.scenario, lived.viewer)
    if colleague is None or beat.quantity != NONE or lived.view.as_of >= lived.week:
        return ""
    return f"What it comes to you hear in your next talk with {first_name(colleague)}."


def _worked_out(lived: Week, beat: Beat) -> str:
    """What moved a number that has no entry of its own in the table, or none that this seat may open."""
    if beat.subject == LABELS["risk"]:
        return _covered(lived)
    return _judged(lived) if beat.subject == LABELS["quality"] else ""


def _judged(lived: Week) -> str:
    """Whose answers, or whose moods, moved what the client makes of the work; no amounts, which are points there."""
    found = points_moved(lived.play, lived.week, "quality", lived.viewer)
    rows = [] if found is None else [row for row in found.rows if row.amount * found.change > 0.0]
    rows.sort(key=lambda row: -abs(row.amount))
    if not rows or rows[0].key == UNSEEN:
        colleague = colleague_of(lived.scenario, lived.viewer)
        seen = f", which {first_name(colleague)} sees" if colleague is not None else ""
        return f"It is the client’s people who changed their minds{seen}."
    also = [row.text for row in rows[1:2] if abs(row.amount) >= ALSO * abs(rows[0].amount) and row.key != UNSEEN]
    return " · ".join([_alone(rows[0], "").removesuffix("."), *also]) + "."


def _covered(lived: Week) -> str:
    """What moved the share of what could go wrong that is covered: no entry of the table, but worked out from many."""
    parts = covered_parts(lived)
    forward = 1.0 if sum_of(parts) > 0.0 else -1.0
    parts.sort(key=lambda part: -part[1] * forward)
    told = parts[:1] + [part for part in parts[1:2] if abs(part[1]) >= BESIDE * abs(parts[0][1])]
    said = [f"{text} {signed(points)}{POINTS}" for text, points in told]
    rest = sum_of(parts) - sum_of(told)
    return _joined([*said, f"the rest {signed(rest)}{POINTS}"] if abs(rest) >= 0.05 else said)


def _felt_elsewhere(lived: Week, beat: Beat, words: CauseWords) -> str:
    """The answer somebody took well or badly, and whose card has their mood, where this seat may not open it."""
    colleague, person = colleague_of(lived.scenario, lived.viewer), lived.scenario.people[beat.person]
    mood = f"{first_name(person)}’s {'satisfaction' if person.side == 'client' else 'morale'}"
    seen = f" {first_name(colleague)} sees {mood}." if colleague is not None else ""
    return f"{words.text}.{seen}"


def _parts(lived: Week, quantity: int, found: Explanation, rows: list[Row]) -> str:
    """Some causes with their amounts, and what the others come to."""
    parts = [f"{_whole(lived, row)} {row.text_amount}" for row in rows]
    rest = 0.0
    for row in found.read:
        rest += row.shown if row not in rows else 0.0
    amount = delta_text(lived.scenario, quantity, rest)
    parts += [f"the rest {amount}"] if amount[:1] in ("+", MINUS) else []
    return _joined(parts)


def _joined(parts: list[str]) -> str:
    """Causes with their amounts, the long unit once."""
    return " · ".join([*(part.removesuffix(POINTS) for part in parts[:-1]), *parts[-1:]])


def _shared(lived: Week, beat: Beat, key: str) -> str:
    """What a line the author wrote did to its number, where others moved that number too; "" where it was alone."""
    found = None if beat.quantity == NONE else explain(lived.play, lived.week, beat.quantity, lived.viewer)
    if found is None or len(found.read) < 2:
        return ""
    own = [row for row in found.read if row.key == key]
    if not own:
        return ""
    others = [row for row in found.read if row.key != key and abs(row.amount) >= ALSO * abs(own[0].amount)]
    others.sort(key=lambda row: -abs(row.amount))
    return _parts(lived, beat.quantity, found, [*own, *others[:1]])


def _whole(lived: Week, row: Row) -> str:
    """A cause among others: with who answered, where it was not the reader, and with what became of a promise."""
    event, way = choices_on(lived.scenario, row.key.partition(":")[2])
    if event is not None and way and not row.origin:
        who = doer(lived.view, event.asks)
        return row.text if who == YOU else f"{who}: {row.text}"
    return f"{capital(row.sub)}, {row.text}" if row.key.startswith("promise:") else row.text
