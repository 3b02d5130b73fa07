"""The two scorecards as rows, and the two meters: live for one's own side, as of the last talk for the other's."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.model import KPIS, Project, Scenario, Seat
from game.engine.play import Play
from game.engine.scores import kpi, points, standing
from game.engine.scores import number as number_of
from game.insight.words.figures import NBSP, NEVER, decimal, money, percent, signed, week_number, whole
from game.insight.words.worth import counts, mark

LABELS = {
    "satisfaction": "Satisfaction",
    "retention": "Renewal",
    "upsell": "Upsell",
    "revenue": "Revenue per account",
    "churn": "Churn risk",
    "on_time": "On time",
    "budget": "Budget",
    "utilisation": "Utilisation",
    "quality": "Quality",
    "risk": "Risk covered",
}
MEANINGS = {
    "satisfaction": "How content the client’s people are, weighted by how much they matter.",
    "retention": "The chance that they sign again when the contract is due.",
    "upsell": "Extra business signed. Open offers count in the score, at what they are probably worth.",
    "revenue": "What the accounts will pay in a year, against what they paid at the start.",
    "churn": "The share of revenue you should expect to lose within a year, renewals aside: clients who just go.",
    "on_time": "Half by milestones, met or expected in time, half by the forecast against the week it is due.",
    "budget": "What it will cost on this pace, against what there is. All are paid until it is done, idle or not.",
    "utilisation": "How much of everybody’s week is billed. Best in the band; above it, things queue.",
    "quality": "How little that is broken reached the client, and how content they are with it.",
    "risk": "How much of what could go wrong is known and worked against.",
}
GOOD, FAIR = 75.0, 40.0  # points from which a KPI is fine, and under which it is in trouble
NOT_SOLD, LITTLE_SOLD = "Nothing sold yet", "Less than is wanted"
MOVED = 0.5  # points of a KPI’s score that count as a trend
FLAT = 0.5


@dataclass(frozen=True)
class KpiRow:
    """One KPI in a row. `trend` is up, down, flat or none (of the value, not of the news); `trend_tone` is the news."""

    name: str
    label: str
    value: str
    points: float | None
    trend: str
    trend_icon: str
    trend_tone: str
    status: str
    tone: str
    meaning: str
    weight: float = 1.0  # how often it counts in its meter

    @property
    def counts(self) -> str:
        """How often it counts, where not once: "counts three times"."""
        return counts(self.weight)

    @property
    def mark(self) -> str:
        """The same beside its name: "×3"."""
        return mark(self.weight)


@dataclass(frozen=True)
class Card:
    """A scorecard: whose it is, as of which week, whether that is now, and its rows."""

    seat: Seat
    as_of: int
    live: bool
    rows: tuple[KpiRow, ...]


@dataclass(frozen=True)
class Meter:
    """One of the two meters, 0 to 100, with its change since the week before; `as_of` is the week it was last seen."""

    name: str
    label: str
    value: float
    change: float
    live: bool
    as_of: int
    trend: str
    trend_icon: str
    tone: str  # rel or dlv: the side’s colour
    why: str = ""  # in a recap: what moved it most

    @property
    def before(self) -> float:
        """Its value before the change."""
        return self.value - self.change

    @property
    def shown(self) -> str:
        """Its value where it stands beside its change, to the tenth, as all that moved it is told."""
        return decimal(self.value)

    @property
    def moved(self) -> str:
        """The difference of the two values as they are told, so that what is read adds up: +0.3."""
        return signed(self._difference)

    @property
    def way(self) -> str:
        """The same in words: up 0.3; "" where it did not move."""
        if not self._difference:
            return ""
        return f"{'up' if self._difference > 0.0 else 'down'} {decimal(abs(self._difference))}"

    @property
    def _difference(self) -> float:
        return round(round(self.value, 1) - round(self.before, 1), 1)

    @property
    def shown_change(self) -> int:
        """The change in whole points, for where there is no room for more: 0 for what nobody would mention."""
        return round(self.change)


TREND_ICONS = {"up": "trending-up", "down": "trending-down", "flat": "move-right", "none": ""}


def known_values(play: Play, viewer: Seat, seat: Seat, week: int | None = None) -> tuple[int, list[int]]:
    """The week and table of values from which `viewer` knows the card of `seat`: now, or when they last talked.

    `week` counts lived weeks: 0 is the opening of week 1; None is now.
    """
    state = play.state if week is None else play.states[week]
    if viewer in (Seat.BOTH, seat):
        return state.values[play.scenario.week], state.values
    return state.known_am if viewer is Seat.AM else state.known_pm


def card(play: Play, seat: Seat, viewer: Seat, week: int | None = None) -> Card:
    """The card of a single seat as `viewer` knows it."""
    as_of, values = known_values(play, viewer, seat, week)
    lived = len(play.states) - 1 if week is None else week
    before = known_values(play, viewer, seat, lived - 1)[1] if lived > 0 else None
    live = viewer in (Seat.BOTH, seat)
    rows = tuple(kpi_row(play.scenario, name, values, before if live else None) for name in KPIS[seat])
    return Card(seat, as_of, live, rows)


def kpi_row(scenario: Scenario, name: str, values: list[int], before: list[int] | None) -> KpiRow:
    """One row; without `before` there is no trend."""
    value = kpi(scenario, values, name)
    often = scenario.targets[name].weight
    if value is None:
        return KpiRow(name, LABELS[name], "—", None, "none", "", "plain", "No data yet", "plain", MEANINGS[name], often)
    score = points(scenario, name, value)
    trend, news = _trend(scenario, name, value, values, before)
    status, tone = status_of(score)
    if name == "upsell" and tone == "bad":  # nobody is in trouble for what was not sold on the first Monday
        status, tone = NOT_SOLD if signed_on_top(scenario, values) <= 0.0 else LITTLE_SOLD, "warn"
    shown = kpi_text(scenario, name, values, value)
    icon, meaning = TREND_ICONS[trend], MEANINGS[name]
    return KpiRow(name, LABELS[name], shown, score, trend, icon, news, status, tone, meaning, often)


def heard_date(play: Play, viewer: Seat) -> str:
    """When it would be live, as the account manager last heard: "Go-live: week 3"; "" for who sees it live."""
    if viewer is not Seat.AM or not play.scenario.projects:
        return ""
    _week, values = known_values(play, viewer, Seat.PM)
    said = _finish(play.scenario, values)
    return said if said.startswith("Live") else f"Go-live: {said[:1].lower()}{said[1:]}"


def status_of(score: float) -> tuple[str, str]:
    """A word and a tone for a KPI’s points."""
    if score >= GOOD:
        return "Good", "good"
    return ("Watch it", "warn") if score >= FAIR else ("In trouble", "bad")


def _trend(scenario: Scenario, name: str, value: float, values: list[int], before: list[int] | None) -> tuple[str, str]:
    """Which way the shown value went, and whether that is good news: none where the points did not follow."""
    last = None if before is None else kpi(scenario, before, name)
    if before is None or last is None:
        return "none", "plain"
    was, now = _shown(scenario, name, before, last), _shown(scenario, name, values, value)
    if name == "budget":  # shown as what is left under it, or what it is over: on the other side it was none of that
        was, now = abs(was) if was * now >= 0 else 0, abs(now)
    gained = points(scenario, name, value) - points(scenario, name, last)
    if name == "upsell":  # shown without what is only offered
        gained = float(now - was)
    news = "plain" if abs(gained) < MOVED else "good" if gained > 0.0 else "bad"
    if was == now:
        return "flat", news if name == "on_time" else "plain"  # a milestone counts that the week does not show
    return ("up" if now > was else "down"), news


def _shown(scenario: Scenario, name: str, values: list[int], value: float) -> int:
    """The number a KPI is shown as: points, per cents, whole money or a week."""
    if name == "on_time":
        return week_number(_finish_week(scenario, values))
    if name == "upsell":
        return round(signed_on_top(scenario, values))
    if name == "budget":
        return round(over_budget(scenario, values))
    if name == "utilisation":
        return round(100.0 * _load(scenario, values))
    return round(value) if name == "satisfaction" else round(100.0 * value)


def kpi_text(scenario: Scenario, name: str, values: list[int], value: float) -> str:
    """A KPI’s value as people say it."""
    if name == "satisfaction":
        return whole(value)
    if name == "quality":
        return whole(100.0 * value)
    if name == "upsell":
        return f"{money(scenario.currency, signed_on_top(scenario, values))} signed"
    if name == "on_time":
        return _finish(scenario, values)
    if name == "budget":
        return _over(scenario, values)
    if name == "utilisation":
        return percent(_load(scenario, values))
    return percent(value)


def signed_on_top(scenario: Scenario, values: list[int]) -> float:
    """Extra business signed, in money; what is only offered is not sold."""
    amount = 0.0
    for account in scenario.accounts:
        amount += number_of(scenario, values, account.upsell)
    return amount


def _latest(scenario: Scenario, values: list[int]) -> Project:
    """The project furthest behind its date."""
    worst: Project = scenario.projects[0]
    gap = -1000.0
    for project in scenario.projects:
        late = finish_of(scenario, values, project) - project.due
        if late > gap:
            worst, gap = project, late
    return worst


def _finish_week(scenario: Scenario, values: list[int]) -> float:
    """The week in which the project furthest behind its date is or will be done."""
    return finish_of(scenario, values, _latest(scenario, values))


def _finish(scenario: Scenario, values: list[int]) -> str:
    worst = _latest(scenario, values)
    finish = finish_of(scenario, values, worst)
    if values[worst.delivered]:
        return f"Live, week{NBSP}{values[worst.delivered]}"
    return "No date" if finish >= NEVER else f"Week{NBSP}{max(1, week_number(finish))}"


def finish_of(scenario: Scenario, values: list[int], project: Project) -> float:
    """The week a project is or will be delivered in."""
    delivered = values[project.delivered]
    return float(delivered) if delivered else number_of(scenario, values, project.forecast)


def over_budget(scenario: Scenario, values: list[int]) -> float:
    """Forecast cost above the budget, in money, all projects together."""
    over = 0.0
    for project in scenario.projects:
        over += number_of(scenario, values, project.forecast_cost) - number_of(scenario, values, project.budget)
    return over


def _over(scenario: Scenario, values: list[int]) -> str:
    over = over_budget(scenario, values)
    if abs(over) < FLAT:
        return "On budget"
    return f"{money(scenario.currency, abs(over))} {'over' if over > 0.0 else 'under'}"


def _load(scenario: Scenario, values: list[int]) -> float:
    load = 0.0
    count = 0
    for project in scenario.projects:
        if values[project.spent]:
            load += number_of(scenario, values, project.utilisation)
            count += 1
    return load / count if count else 0.0


def meters(play: Play, viewer: Seat, week: int | None = None) -> tuple[Meter, ...]:
    """Relationship and Delivery as `viewer` knows them; those the scenario shows."""
    lived = len(play.states) - 1 if week is None else week
    found: list[Meter] = []
    for name, seat, tone in (("relationship", Seat.AM, "rel"), ("delivery", Seat.PM, "dlv")):
        if name not in play.scenario.meters:
            continue
        as_of, values = known_values(play, viewer, seat, lived)
        value = _meter(play.scenario, values, seat)
        before = _meter(play.scenario, known_values(play, viewer, seat, lived - 1)[1], seat) if lived else value
        change = value - before
        shown = round(value) - round(before)
        trend = "flat" if not shown else "up" if shown > 0 else "down"
        live = viewer in (Seat.BOTH, seat)
        found.append(Meter(name, name.capitalize(), value, change, live, as_of, trend, TREND_ICONS[trend], tone))
    return tuple(found)


def _meter(scenario: Scenario, values: list[int], seat: Seat) -> float:
    both = standing(scenario, values)
    return both.relationship if seat is Seat.AM else both.delivery
