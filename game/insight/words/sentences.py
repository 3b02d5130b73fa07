"""One beat as one line: what to say, why, and the label that opens the numbers behind it."""

from __future__ import annotations

from dataclasses import dataclass, field

from game.engine.constants import NORMAL_HOURS
from game.engine.model import NONE, Seat
from game.insight.words import tellings as t
from game.insight.words.beats import GLAD
from game.insight.words.figures import MINUS, NEVER, day_of, money
from game.insight.words.happenings import THINGS
from game.insight.words.ledger import done_as_expected, explain
from game.insight.words.lived import NOTICED, Beat, Week, date_felt, undated
from game.insight.words.people import by_id, first_name
from game.insight.words.quantities import delta_text, owner_id, short, title, tone_of, trust_of
from game.insight.words.slots import slots
from game.insight.words.taken import taken
from game.insight.words.variety import fitting, freshest, say, unlike
from game.insight.words.whys import mostly, why

LONG = 44  # characters from which a quotation is too long for a sentence
FELL = "Satisfaction fell all the same."
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
    from, 0 for none; `why` already says it in words. `aside` is a sentence about another number, on a line of its own.
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
    aside: str = ""

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
    "truth_told": "lightbulb",
    "tells": "history",
}


def line(lived: Week, beat: Beat, spoken: Spoken) -> Line:
    """A beat in words; what it says is added to `spoken`."""
    lead, rest, person = phrase(lived, beat, spoken)
    reason, origin = why(lived, beat, f"{lead} {rest}")
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
    aside = _other_way(lived, beat)
    return Line(group, person, icon, lead, rest, reason, origin, label, delta, tone or "plain", quantity, aside)


def _label(lived: Week, quantity: int, person: int) -> str:
    """The name of the number; with its owner where it is somebody whose face the line does not show."""
    scenario = lived.scenario
    owner = by_id(scenario, owner_id(scenario, quantity))
    if owner not in (NONE, person):
        return title(scenario, quantity)
    return short(scenario, quantity)


def _tone(beat: Beat) -> str:
    if _fell_beside(beat):
        return "bad"
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
    if beat.kind in ("tells", "truth", "truth_told", "struck"):
        return _as_written(lived, beat)
    if beat.kind in PEOPLE or beat.kind == "tired":
        return beat.subject, _chosen(lived, beat, _of_person(lived, beat), spoken), beat.person
    said = _chosen(lived, beat, _of_thing(lived, beat), spoken)
    return beat.subject, f"{said} {FELL}" if _fell_beside(beat) else said, beat.person


def _fell_beside(beat: Beat) -> bool:
    """Whether a promise came good for somebody who is less content all the same."""
    return beat.kind in GLAD and beat.change < 0.0


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
    """How content somebody is whose trust went the other way, where this seat sees it."""
    felt = lived.scenario.people[beat.person].satisfaction if _felt_otherwise(lived, beat) else NONE
    if felt == NONE or not lived.sees(felt):
        return ""
    moved, because = lived.change(felt), mostly(lived, felt)
    if abs(moved) < NOTICED or moved * beat.change > 0.0:
        return ""
    said = f"Satisfaction went the other way: {delta_text(lived.scenario, felt, moved)}."
    return f"{said} {because}." if because else said


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
    if beat.kind == "truth_told":
        return "It is so:", text, NONE
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
    if name == "workload" and (beat.value <= NORMAL_HOURS or _without_work(lived, beat.person)):
        return "idle"  # without overtime, or without a project, it is having nothing to do that weighs
    if name == "timeliness":
        return "date_" + date_felt(lived, beat.person)
    return name if kind == "law" else ""


def _without_work(lived: Week, person: int) -> bool:
    """Whether somebody began the week on no project."""
    project = lived.scenario.people[person].project
    return lived.value(project) - lived.change(project) < 0.0


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


def _of_date(lived: Week, beat: Beat) -> tuple[str, ...]:
    now = lived.value(beat.quantity)
    if _same_day(lived, beat):
        return t.FORECAST_NONE if now >= NEVER else t.FORECAST_SAME
    if undated(lived, beat.quantity):
        return t.FORECAST_LOST if now >= NEVER else t.FORECAST_AGAIN
    return t.FORECAST_LATER if beat.change > 0.0 else t.FORECAST_SOONER


def _of_thing(lived: Week, beat: Beat) -> tuple[str, ...]:
    if beat.kind == "forecast":
        return _of_date(lived, beat)
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
