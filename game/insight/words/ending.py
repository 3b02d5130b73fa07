"""How a play ended: what led there, what became of people, the score with its formula, the week where it tipped."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.model import KPIS, NONE, Ending, Scenario, Seat
from game.engine.play import Play
from game.engine.scores import OWN_SHARE
from game.engine.view import View, observe
from game.insight.review.why import on_card
from game.insight.traced import traced
from game.insight.words.amounts import grains, per_unit_of
from game.insight.words.cards import LABELS, kpi_row
from game.insight.words.causes import CauseWords, cause_words
from game.insight.words.decided import decided_by
from game.insight.words.details import FORMULAS
from game.insight.words.figures import capital, decimal, percent, whole
from game.insight.words.fill import substitute
from game.insight.words.ledger import parts_of
from game.insight.words.people import seat_name
from game.insight.words.quantities import delta_text, good_up, title, trust_of
from game.insight.words.score_notes import score_note

CAUSES = 3
# what the arrows beside the causes measure, which is not what a review measures
MEASURED = (
    "The decisions and events that moved {what} most, the largest first. What an answer was worth against the others "
    "that were open, the look back says."
)
LEAST = 0.05  # points of a card under which a cause is not one
TOLD = ("choice", "later", "move", "ignored", "risk", "promise")
# laws one can point at; the others are housekeeping
EVENTFUL = (
    "law:scope_growth",
    "law:silence",
    "law:overtime",
    "law:resignation",
    "law:found_out",
    "law:told_better",
    "law:open_issue",
    "law:slow_answers",
    "law:escaped",
    "law:defects",
    "law:unfinished",
    "law:signed",
    "law:unsigned",
    "law:left",
)


@dataclass(frozen=True)
class Cause:
    """One of the largest causes of an ending. `good` says which way it pulled; `week` is where it goes back to.

    `event` is what was answered, where the cause is an answer of this seat’s.
    """

    text: str
    sub: str
    week: int
    good: bool
    event: str = ""


@dataclass(frozen=True)
class ScoreRow:
    """One KPI at the end: value, points, and how often it counts; `points` is "—" where it is left out.

    `note` says what cost or brought points that value and target alone do not explain, "" for nothing.
    """

    name: str
    label: str
    value: str
    points: str
    weight: float
    formula: str
    tone: str
    note: str = ""


@dataclass(frozen=True)
class ScoreCard:
    """One scorecard at the end, with the sum behind its number."""

    seat: Seat
    label: str
    score: float
    rows: tuple[ScoreRow, ...]


@dataclass(frozen=True)
class EndingWords:
    """Everything an ending tells. `tipped` is the week where it turned (0: none to name), `tipped_text` says how.

    `measured` says what the causes are the largest of, `decided` is one sentence on what made the tone, "" where
    nothing can be named.
    """

    id: str
    title: str
    text: str
    tone: str
    week: int
    early: bool
    causes: tuple[Cause, ...]
    epilogues: tuple[tuple[int, str], ...]
    cards: tuple[ScoreCard, ...]
    score: float
    formula: str
    tipped: int
    tipped_text: str
    decided: str = ""
    measured: str = ""


def ending(play: Play, viewer: Seat) -> EndingWords | None:
    """How the play ended, for one seat; None while it goes on."""
    reached = play.outcome
    if reached is None:
        return None
    scenario = play.scenario
    rule = next((e for e in scenario.endings if e.id == reached.ending), None)
    tone = rule.tone if rule is not None else "mixed"
    tipped, tipped_text = _tipped(play, rule, viewer) if reached.early and rule is not None else (0, "")
    cards = (_card(play, Seat.AM, reached.standing.relationship), _card(play, Seat.PM, reached.standing.delivery))
    return EndingWords(
        id=reached.ending,
        title=substitute(rule.title, scenario, reached.week) if rule is not None else "It is over",
        text=substitute(rule.text, scenario, reached.week) if rule is not None else "",
        tone=tone,
        week=reached.week,
        early=reached.early,
        causes=_causes(play, rule if reached.early else None, viewer),
        epilogues=epilogues(play),
        cards=cards,
        score=reached.standing.score(viewer),
        formula=score_formula(viewer, cards, reached.standing.score(viewer)),
        tipped=tipped,
        tipped_text=tipped_text,
        decided=decided_by(play, rule, reached.early) if rule is not None else "",
        measured=MEASURED.replace("{what}", "what this ending hangs on" if reached.early else "your numbers"),
    )


def epilogues(play: Play) -> tuple[tuple[int, str], ...]:
    """For each person the first line of the story that holds, in the order of the story."""
    values = play.state.values
    told: list[int] = []
    found: list[tuple[int, str]] = []
    for line in play.scenario.epilogues:
        if line.who not in told and line.when.value(values) != 0.0:
            told.append(line.who)
            found.append((line.who, substitute(line.text, play.scenario, len(play.weeks))))
    return tuple(found)


def _card(play: Play, seat: Seat, score: float) -> ScoreCard:
    scenario, values = play.scenario, play.state.values
    rows: list[ScoreRow] = []
    for name in KPIS[seat]:
        row = kpi_row(scenario, name, values, None)
        shown = "—" if row.points is None else whole(row.points)
        weight = scenario.targets[name].weight
        note = score_note(scenario, values, name) if row.points is not None else ""
        rows.append(ScoreRow(name, LABELS[name], row.value, shown, weight, FORMULAS[name], row.tone, capital(note)))
    return ScoreCard(seat, capital(seat_name(seat)), score, tuple(rows))


def score_formula(viewer: Seat, cards: tuple[ScoreCard, ...], score: float) -> str:
    """The sum behind the score, with its numbers."""
    am, pm = decimal(cards[0].score), decimal(cards[1].score)
    if viewer is Seat.BOTH:
        return f"Half of each card as it stood at the end: (relationship {am} + delivery {pm}) ÷ 2 = {decimal(score)}."
    own, other = (am, pm) if viewer is Seat.AM else (pm, am)
    own_name, other_name = ("relationship", "delivery") if viewer is Seat.AM else ("delivery", "relationship")
    shares = f"{percent(OWN_SHARE)} of your card and {percent(1.0 - OWN_SHARE)} of the other, as they stood at the end"
    sum_of = f"0.7 × {own_name} {own} + 0.3 × {other_name} {other} = {decimal(score)}"
    return f"{capital(shares)}: {sum_of}."


def _causes(play: Play, rule: Ending | None, viewer: Seat) -> tuple[Cause, ...]:
    """The three largest that one can point at, whichever way they pulled: of what an early ending reads, else of the
    seat’s own card."""
    pulls = _pulls(play, rule, viewer) if rule is not None else []
    pulls = pulls if pulls else _on_card(play, viewer)
    return tuple([cause for _size, cause in _heaviest(pulls)[:CAUSES]])


def _heaviest(pulls: list[tuple[float, Cause]]) -> list[tuple[float, Cause]]:
    """Those worth a mention, the heaviest first, each text once."""
    found: list[tuple[float, Cause]] = []
    for size, cause in sorted(pulls, key=lambda pull: -abs(pull[0])):
        if abs(size) >= LEAST and all(cause.text != other.text for _size, other in found):
            found.append((size, cause))
    return found


def pointed_at(words: CauseWords) -> bool:
    """Whether a cause is a decision or an event, and not a law that only keeps house."""
    return words.kind in TOLD or words.key.startswith(EVENTFUL)


def _on_card(play: Play, viewer: Seat) -> list[tuple[float, Cause]]:
    """What moved the seat's own numbers over the whole play, as the review counts it, in points of its card."""
    view = observe(play.scenario, play.state, viewer)
    sizes: dict[str, float] = {}
    told: dict[str, tuple[float, CauseWords, int]] = {}  # a cause of several weeks is told in its heaviest
    for step, size in on_card(play, viewer):
        words = cause_words(view, step.cause)
        if pointed_at(words):
            sizes[words.key] = sizes.get(words.key, 0.0) + size
            if words.key not in told or abs(size) > told[words.key][0]:
                told[words.key] = (abs(size), words, words.origin or step.week)
    return [(size, _cause(told[key][1], told[key][2], size)) for key, size in sizes.items()]


def _cause(words: CauseWords, week: int, size: float) -> Cause:
    late = words.text.startswith("From week")
    text = words.text.partition(": ")[2] if late else words.text
    kind, _colon, path = words.key.partition(":")
    event = path.partition("/")[0] if kind in ("choice", "ignored") else ""
    return Cause(text, words.sub, week, size > 0.0, event)


def numbers_of(scenario: Scenario, rule: Ending) -> list[int]:
    """What an ending's condition reads, trust in place of its two stocks."""
    found: list[int] = []
    stocks = {p.confidence: i for i, p in enumerate(scenario.people) if p.confidence != NONE}
    stocks |= {p.relationship: i for i, p in enumerate(scenario.people) if p.relationship != NONE}
    for name in rule.when.names():
        quantity = trust_of(stocks[name]) if name in stocks else name
        if quantity not in found and name not in (scenario.week, scenario.both):
            found.append(quantity)
    return found


def _span(scenario: Scenario, quantity: int) -> float:
    """A unit of comparison for numbers of different kinds: a tenth of their usual range."""
    if quantity < 0:
        return 10.0
    return {"points": 10.0, "money": 10_000.0, "days": 5.0, "share": 0.1, "weeks": 1.0}.get(
        scenario.quantities[quantity].unit, 1.0
    )


def _pulls(play: Play, rule: Ending, viewer: Seat) -> list[tuple[float, Cause]]:
    """What moved the numbers an ending reads, over the whole play; signed by whether that is good news."""
    view = observe(play.scenario, play.state, viewer)
    sizes: dict[str, float] = {}
    found: dict[str, tuple[CauseWords, int]] = {}
    most: dict[str, float] = {}  # a cause of several weeks is told in its heaviest
    for quantity in numbers_of(play.scenario, rule):
        scale = per_unit_of(play.scenario, quantity) * _span(play.scenario, quantity)
        scale *= -1.0 if good_up(play.scenario, quantity) < 0 else 1.0
        for lived in play.weeks:
            for words, amount in _traced(play, lived.week, quantity, view):
                if not pointed_at(words):
                    continue
                key, size = words.key, amount / scale
                sizes[key] = sizes.get(key, 0.0) + size
                if key not in most or abs(size) > most[key]:
                    most[key] = abs(size)
                    found[key] = (words, words.origin or lived.week)
    return [(size, _cause(found[key][0], found[key][1], size)) for key, size in sizes.items()]


def _traced(play: Play, week: int, quantity: int, view: View) -> list[tuple[CauseWords, float]]:
    """What moved a number in a week, in grains; what a law only passes on goes back to what is behind it."""
    found: list[tuple[CauseWords, float]] = []
    for part in parts_of(play, week, quantity, view):
        for cause, _number, amount in traced(play, week, part.words.key, quantity, round(part.grains)):
            found.append((part.words if cause == part.words.key else cause_words(view, cause), amount))
    return found


def _tipped(play: Play, rule: Ending, viewer: Seat) -> tuple[int, str]:
    """The week in which the numbers an ending reads moved most in the direction they went in the end."""
    best, week, number = 0.0, 0, NONE
    for quantity in numbers_of(play.scenario, rule):
        scale = per_unit_of(play.scenario, quantity) * _span(play.scenario, quantity)
        whole_way = grains(play, len(play.weeks), quantity) - grains(play, 0, quantity)
        for lived in play.weeks:
            step = grains(play, lived.week, quantity) - grains(play, lived.week - 1, quantity)
            size = step / scale if whole_way > 0 else -step / scale
            if size > best:
                best, week, number = size, lived.week, quantity
    if week == 0:
        return 0, ""
    change = (grains(play, week, number) - grains(play, week - 1, number)) / per_unit_of(play.scenario, number)
    view = observe(play.scenario, play.states[week], viewer)
    parts = [p for p in parts_of(play, week, number, view) if pointed_at(p.words) and p.grains * change > 0.0]
    why = f" Mostly: {parts[0].words.text}." if parts else ""
    delta = delta_text(play.scenario, number, change)
    text = f"{title(play.scenario, number)}{f': {delta}' if delta else ''} in week {week}.{why}"
    return week, text
