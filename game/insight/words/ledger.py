"""What moved a number in a week: one row per cause, rows that sum exactly, at the precision they are shown in too."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.model import NONE, Account, Scenario, Seat
from game.engine.play import Play
from game.engine.state import Change
from game.engine.view import View, observe
from game.insight.felt import EXPERIENCE, felt_parts
from game.insight.pace import DONE, forecast_parts, forecasts_of
from game.insight.ties import tie_parts, tied
from game.insight.words.amounts import grains, per_unit_of, shown_grains, step_of, value_of
from game.insight.words.causes import NAMELESS, CauseWords, cause_words
from game.insight.words.facts import Fact, fact_of, is_fact
from game.insight.words.feeds import fed_by
from game.insight.words.figures import MINUS, NBSP, apportion, money, week_number
from game.insight.words.people import by_id
from game.insight.words.quantities import (
    CONFIDENCE_PART,
    DATE_AGAIN,
    DATE_LOST,
    RELATIONSHIP_PART,
    delta_text,
    exact_text,
    short,
    suffix,
    title,
    tone_of,
    trust_of,
    trusting,
)

LIMIT = "law:limit"
SILENT_KINDS = ("story", "engine")  # flags and counters: part of the file, not of the story a person reads
# second lines that go by the direction: (more, less)
EITHER_WAY = {
    "law:expectation": ("an ordinary week is more than that", ""),
    DONE: (
        "less of it got done than the forecast counted on",
        "more of it got done than the forecast counted on",
    ),
    "law:upkeep": ("nobody saw to the plan, and people wait for each other", "somebody saw to the plan again"),
    "law:queue": ("the fuller the week, the longer", "the week was less full, and they wait less"),
}
# how the numbers of one person hang together, said where each of them is told
HANGS = {
    "confidence": f"{10 * CONFIDENCE_PART}{NBSP}% of trust",
    "relationship": f"{10 * RELATIONSHIP_PART}{NBSP}% of trust",
    "expectation": "what a week is measured against",
}
FEW = 7  # rows a card has room for


@dataclass(frozen=True)
class Row:
    """One cause of a change. `amount` is exact, in the quantity's unit; `shown` and its text are rounded to add up."""

    text: str
    sub: str
    amount: float
    text_amount: str
    origin: int  # the week it goes back to, 0 for this one
    tone: str
    key: str
    shown: float = 0.0


@dataclass(frozen=True)
class Explanation:
    """Why a number changed in a week. Amounts of `rows` sum to `change`, and their texts to `text_change`.

    What is no amount (a signature, a colour) has a `fact`, and empty texts for all amounts.
    """

    quantity: int
    title: str
    short: str
    kind: str  # client, team, house, account, project, task, risk, promise, truth
    was: str
    now: str
    change: float
    text_change: str
    tone: str
    rows: tuple[Row, ...]
    fact: str = ""

    @property
    def read(self) -> tuple[Row, ...]:
        """The rows one reads: without those that come to nothing at the digits shown."""
        return tuple(row for row in self.rows if self.fact or _tells(row.text_amount))

    @property
    def line(self) -> str:
        """From and to: 38.4 before, 32.4 now; or the fact."""
        if self.fact:
            return self.fact
        if self.was == self.now:
            return f"{self.now}, as before" if self.change == 0.0 else self.now
        if "week" not in self.was:
            return f"{self.was} before, {self.now} now"
        day, _of, week = self.was.partition(" of ")  # said once where it is the same
        return f"from {day if week and self.now.endswith(week) else self.was} to {self.now}"


def _tells(change: str) -> bool:
    """Whether a change comes to something at the digits shown; to lose a date, or to have one again, is one as well."""
    return change[:1] in ("+", MINUS) or change in (DATE_LOST, DATE_AGAIN)


@dataclass(frozen=True)
class Part:
    """A share of a change that goes to one cause, in grains (not always whole)."""

    words: CauseWords
    grains: float


def explain(play: Play, week: int, quantity: int, viewer: Seat) -> Explanation | None:
    """Why `quantity` changed in a lived week; None where this seat does not see it live.

    `quantity` is an index into the table, or trust_of(person). `week` is from 1 to the last lived one.
    """
    view = observe(play.scenario, play.states[week], viewer)
    person = trusting(quantity)
    stock = play.scenario.people[person].confidence if person != NONE else quantity
    if stock == NONE or not view.live(stock):
        return None
    parts = _grouped(_parts(play, week, quantity, view))
    before, after = grains(play, week - 1, quantity), grains(play, week, quantity)
    explained = _explained(play, week, view, quantity, parts, before, after)
    if _is_first_load(play, week, quantity):  # what stood there before was not measured
        return _as_fact(explained, Fact(explained.title, f"{explained.now}, which counts from now on", "plain"))
    if not is_fact(play.scenario, quantity):
        return explained
    return _as_fact(explained, fact_of(play, week, quantity, viewer))


def _is_first_load(play: Play, week: int, quantity: int) -> bool:
    """Whether this is the load of a project on which nobody had worked before this week."""
    before = play.states[week - 1].values
    return any(quantity == project.utilisation and not before[project.spent] for project in play.scenario.projects)


def lines(play: Play, week: int, viewer: Seat) -> tuple[Explanation, ...]:
    """The full ledger of a week for one seat: every number it sees that moved, in the order of the table."""
    scenario = play.scenario
    view = observe(scenario, play.states[week], viewer)
    seen = view.visible(list(play.weeks[week - 1].changes))
    own = [p.rapport for p in scenario.people if p.seat is not None and viewer in (p.seat, Seat.BOTH)]
    found: list[Explanation] = []
    for quantity in quantities_in(scenario, seen):
        if quantity in own:  # what you think of your colleague, you know best
            continue
        explained = explain(play, week, quantity, viewer)
        if explained is not None and worth_a_line(play, week, explained):
            found.append(explained)
    return tuple(found)


def worth_a_line(play: Play, week: int, explained: Explanation) -> bool:
    """Whether a change says something: no mere bookkeeping, no change that rounds to nothing."""
    if explained.fact or is_fact(play.scenario, explained.quantity):
        return explained.fact != ""
    values = play.states[week - 1].values
    if any(p.estimated == explained.quantity and values[p.delivered] for p in play.scenario.projects):
        return False
    if any(t.forecast == explained.quantity and values[t.finished] for t in play.scenario.tasks):
        return False
    if done_as_expected(play, week, explained.quantity):
        return False
    return explained.change != 0.0 and _tells(explained.text_change)


def done_as_expected(play: Play, week: int, quantity: int) -> bool:
    """Whether this is the date of something done this week, and in the week it was expected in.

    What is done counts as done at the end of its week: that its date moves there is nobody's doing.
    """
    scenario = play.scenario
    dates = [(task.forecast, task.finished) for task in scenario.tasks]
    dates += [(project.forecast, project.delivered) for project in scenario.projects]
    done = next((done for date, done in dates if date == quantity), NONE)
    if done == NONE or play.states[week].values[done] != week:
        return False
    return week_number(value_of(play, week - 1, quantity)) == week_number(value_of(play, week, quantity))


def quantities_in(scenario: Scenario, changes: list[Change]) -> list[int]:
    """The numbers that ledger lines move, once each, in table order; trust before its two stocks."""
    moved = [False] * len(scenario.quantities)
    for change in changes:
        moved[change[1]] = True
    found: list[int] = []
    stocks = {p.confidence: i for i, p in enumerate(scenario.people) if p.confidence != NONE}
    for quantity, is_moved in enumerate(moved):
        relationship = quantity + 1 < len(moved) and quantity in stocks and moved[quantity + 1]
        if quantity in stocks and (is_moved or relationship):
            found.append(trust_of(stocks[quantity]))
        if is_moved and scenario.quantities[quantity].kind not in SILENT_KINDS:
            found.append(quantity)
    return found


def parts_of(play: Play, week: int, quantity: int, view: View) -> list[Part]:
    """The causes of a change with their share in grains, largest first; for choosing what to tell."""
    return _grouped(_parts(play, week, quantity, view))


def _parts(play: Play, week: int, quantity: int, view: View) -> list[Part]:
    scenario = play.scenario
    person = trusting(quantity)
    if person != NONE:
        who = scenario.people[person]
        found = [Part(p.words, 0.6 * p.grains) for p in _parts(play, week, who.confidence, view)]
        return found + [Part(p.words, 0.4 * p.grains) for p in _parts(play, week, who.relationship, view)]
    if quantity in forecasts_of(scenario):
        return [Part(cause_words(view, cause), float(amount)) for cause, amount in forecast_parts(play, week, quantity)]
    if tied(scenario, quantity) != NONE:
        return [Part(cause_words(view, cause), float(amount)) for cause, amount in tie_parts(play, week, quantity)]
    felt = felt_parts(play, week, quantity)
    parts: list[Part] = []
    passed_on = 0
    for _week, moved, cause, amount in play.weeks[week - 1].changes:
        if moved == quantity and cause == EXPERIENCE and felt:
            passed_on += amount
        elif moved == quantity:
            parts.append(Part(cause_words(view, cause), float(amount)))
    return parts + _lived(view, felt, passed_on)


def _lived(view: View, felt: list[tuple[str, int]], passed_on: int) -> list[Part]:
    """What people lived through, split among what it was: the experience empties into satisfaction each week.

    What made up for each other passed on nothing together, and is told all the same: each was foretold by itself.
    """
    whole = 0
    for _cause, part in felt:
        whole += part
    return [Part(cause_words(view, cause), passed_on * part / whole if whole else part) for cause, part in felt]


def _grouped(parts: list[Part]) -> list[Part]:
    """One part per cause, the largest first, what fell away at a limit last."""
    totals: dict[str, float] = {}
    words: dict[str, CauseWords] = {}
    for part in parts:
        key = f"{part.words.key}@{part.words.origin}"
        totals[key] = totals.get(key, 0.0) + part.grains
        words.setdefault(key, part.words)
    order = sorted(totals, key=lambda key: (words[key].key == LIMIT, -abs(totals[key])))
    return [Part(words[key], totals[key]) for key in order]


def _explained(
    play: Play, week: int, view: View, quantity: int, parts: list[Part], before: int, after: int
) -> Explanation:
    scenario = play.scenario
    per_unit, step = per_unit_of(scenario, quantity), step_of(scenario, quantity)
    bills = [project.forecast_cost for project in scenario.projects]
    exact = apportion([part.grains for part in parts], after - before) if parts else []
    shown_before, shown_after = shown_grains(before, step), shown_grains(after, step)
    shown = apportion([part.grains / step for part in parts], shown_after - shown_before) if parts else []
    rows: list[Row] = []
    for part, amount, shown_amount in zip(parts, exact, shown, strict=True):
        change, key = shown_amount * step / per_unit, part.words.key
        fed = fed_by(play, week, view, quantity, key, change > 0.0) or _tie(play, week, view, quantity, key)
        sub = fed or part.words.sub
        bill = _bill(play, week, view, quantity, part.words, change)
        sub = f"{sub}: {bill}" if sub and bill else sub + bill
        split = _sale(play, week, view, quantity, part.words)
        sub = f"{sub}; {split}" if sub and split else sub + split
        if not fed and change:
            sub = either_way(key, change > 0.0, quantity in bills) or sub
        rows.append(
            Row(
                part.words.text,
                sub,
                amount / per_unit,
                delta_text(scenario, quantity, change),
                part.words.origin,
                tone_of(scenario, quantity, change),
                key,
                change,
            )
        )
    shown_change = (shown_after - shown_before) * step / per_unit
    return Explanation(
        quantity,
        _titled(scenario, quantity),
        short(scenario, quantity),
        "client" if trusting(quantity) != NONE else scenario.quantities[quantity].kind,
        exact_text(scenario, quantity, shown_before * step / per_unit),
        exact_text(scenario, quantity, shown_after * step / per_unit),
        (after - before) / per_unit,
        delta_text(scenario, quantity, shown_change),
        tone_of(scenario, quantity, shown_change),
        tuple(_few(scenario, quantity, rows, shown, step)),
    )


def _titled(scenario: Scenario, quantity: int) -> str:
    """A number's whole name, with what it is to others of the same person: Dana’s confidence, 60 % of trust."""
    hangs = "" if trusting(quantity) != NONE else HANGS.get(suffix(scenario, quantity), "")
    return f"{title(scenario, quantity)}, {hangs}" if hangs else title(scenario, quantity)


def either_way(cause: str, more: bool, bill: bool = False) -> str:
    """The second line of a cause that is told by what it did: made more of a number, or less; "" for others.

    A `bill` may get cheaper though less of the work got done.
    """
    if bill and cause == DONE:
        return f"work and pay came {'dearer' if more else 'cheaper'} than the forecast counted on"
    return EITHER_WAY[cause][not more] if cause in EITHER_WAY else ""


def _bill(play: Play, week: int, view: View, quantity: int, words: CauseWords, change: float) -> str:
    """How a decision or a blow came to cost what it did: what was spent on it, and the days the team is paid for."""
    project = next((each for each in play.scenario.projects if each.forecast_cost == quantity), None)
    if project is None or words.kind == "law":
        return ""
    spent, later = _moved_by(play, week, view, project.spent, words), 0.0
    for part in parts_of(play, week, project.forecast, view):
        if (part.words.key, part.words.origin) == (words.key, words.origin):
            later += part.grains / play.scenario.quantities[project.forecast].per_unit
    told = [f"{money(play.scenario.currency, spent)} spent"] if spent else []
    if later:
        pay = (
            "and the team’s pay with it"
            if later * change > 0.0
            else f"at {'more' if change > 0.0 else 'less'} pay a week"
        )
        told.append(f"{delta_text(play.scenario, project.forecast, later)}, {pay}")
    return ", ".join(told)


def _sale(play: Play, week: int, view: View, quantity: int, words: CauseWords) -> str:
    """How a sale is split, where part of it raises the budget of the work it brings: what is left over is margin."""
    scenario = play.scenario
    for project in scenario.projects:
        upsell = scenario.accounts[project.account].upsell
        if quantity not in (upsell, project.budget):
            continue
        sold = _moved_by(play, week, view, upsell, words)
        share = _moved_by(play, week, view, project.budget, words)
        if not 0.0 < share < sold:
            continue
        if quantity == project.budget:
            whole = money(scenario.currency, sold) if view.live(upsell) else "what was sold"
            return f"the part of {whole} that is for the work, the rest is margin"
        if view.live(project.budget):
            return f"{money(scenario.currency, share)} of it is for the work, the rest is margin"
    return ""


def _moved_by(play: Play, week: int, view: View, quantity: int, words: CauseWords) -> float:
    """How far one cause moved a number in a week, in the number's unit."""
    moved = 0.0
    for _week, each, cause, grain in play.weeks[week - 1].changes:
        if each == quantity and cause_words(view, cause).key == words.key:
            moved += grain / play.scenario.quantities[each].per_unit
    return moved


def _tie(play: Play, week: int, view: View, quantity: int, key: str) -> str:
    """What moved one tie of a client, which has a ledger of its own: from where to where, and what did most of it.

    Never by how much: the one amount of a row is that of the number the row belongs to.
    """
    account = tied(play.scenario, quantity)
    behind = NONE if account == NONE else _tie_of(play.scenario, play.scenario.accounts[account], key)
    told = None if behind == NONE else explain(play, week, behind, view.seat)
    if told is None:
        return ""
    along = [row for row in told.rows if told.fact or row.amount * told.change > 0.0]
    if not along or along[0].key in NAMELESS or key == "law:prepared":  # which its name says already
        return told.line
    most = along[0].text
    if along[0].key.startswith("law:") or most.startswith("You "):
        most = most[:1].lower() + most[1:]
    return f"{told.line}{':' if told.fact else ';'} {most}"


def _tie_of(scenario: Scenario, account: Account, key: str) -> int:
    """The number that a tie is, or NONE."""
    name, _slash, target = key.removeprefix("law:").partition("/")
    found = {
        "price": account.value,
        "understanding": account.understanding,
        "issue": account.issue,
        "prepared": account.prepared,
    }
    person = by_id(scenario, target)
    if person != NONE:
        who = scenario.people[person]
        found |= {"satisfaction": who.satisfaction, "relationship": who.relationship}
        found |= {"trust": trust_of(person), "uncalled": who.silence}
    return found.get(name, NONE)


def _as_fact(told: Explanation, fact: Fact | None) -> Explanation:
    """The same without amounts, which mean nothing here."""
    tone = "plain" if fact is None else fact.tone
    telling = [row for row in told.rows if row.key != "law:time"]
    rows = tuple(Row(row.text, row.sub, row.amount, "", row.origin, tone, row.key) for row in telling)
    head = told.title if fact is None else fact.title
    said = "" if fact is None else fact.text
    return Explanation(
        told.quantity, head, told.short, told.kind, told.was, told.now, told.change, "", tone, rows, said
    )


def _few(scenario: Scenario, quantity: int, rows: list[Row], shown: list[int], step: int) -> list[Row]:
    """The rows a card has room for; the smallest become one."""
    if len(rows) <= FEW:
        return rows
    per_unit = per_unit_of(scenario, quantity)
    rest = 0.0
    rest_shown = 0
    for row, grain in zip(rows[FEW - 1 :], shown[FEW - 1 :], strict=True):
        rest += row.amount
        rest_shown += grain
    change = rest_shown * step / per_unit
    words = f"{len(rows) - FEW + 1} smaller things"
    tone = tone_of(scenario, quantity, change)
    last = Row(words, "", round(rest, 6), delta_text(scenario, quantity, change), 0, tone, "rest", change)
    return [*rows[: FEW - 1], last]
