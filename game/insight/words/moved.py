"""Why a meter moved in a week: what each of its KPIs did to it, and the one that did most."""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.engine.model import Seat
from game.engine.play import Play
from game.engine.scores import UTILISATION_BAND, number
from game.insight.pitches import TAKEN
from game.insight.words.cards import Card, Meter, card, known_values, meters, signed_on_top
from game.insight.words.causes import softened
from game.insight.words.feeds import whole_week
from game.insight.words.figures import apportion, capital, decimal, listed, money, percent, signed, whole
from game.insight.words.lived import Week, milestone_met
from game.insight.words.worth import counts

PULLED = 1.0  # points of a meter that one KPI adds and another takes, from which both are named
SEATS = {"relationship": Seat.AM, "delivery": Seat.PM}
SECOND = 0.4  # of the largest part, from which the second is named too
NO_DATA = "—"
LIVE = "Live, "  # how a delivered project’s week begins on the card
MEANING = "The mean of its numbers, each worth 0 to 100 points of score, all 100 once it is as good as is wanted."
WEIGHED = " Some count more than once."
# of utilisation, where more is not better
BAND = f"{whole(100 * UTILISATION_BAND[0])} to {percent(UTILISATION_BAND[1])} is wanted"


@dataclass(frozen=True)
class KpiMoved:
    """A KPI of a meter before and after a week. `points` before and after are its own, `change` is the meter’s."""

    name: str
    label: str
    was: str
    now: str
    was_points: float
    now_points: float
    change: float
    counts: str = ""  # "counts twice", "" for once

    @property
    def told(self) -> str:
        """From and to: the values, or the points where the values read the same."""
        band = f", and {BAND}" if self.name == "utilisation" else ""
        if self.was == NO_DATA:
            return f"{self.now}, which counts from now on{band}"
        now = self.now.removeprefix(LIVE)
        if self.was.removeprefix(LIVE) != now:
            return f"{self.was}, {'live in' if now != self.now else 'now'} {now}{band}"
        offered = ", because what is on offer counts too" if self.name == "upsell" else ""
        was, last = whole(self.was_points), whole(self.now_points)
        if was == last:
            was, last = decimal(self.was_points), decimal(self.now_points)
        return f"{was} points of score, now {last}{offered}"

    @property
    def amount(self) -> str:
        """What it did to the meter: +3.0; "" where that is too little to tell."""
        return signed(self.change) if round(self.change, 1) else ""

    @property
    def visible(self) -> bool:
        """Whether one sees that it moved: its value reads otherwise, or it moved the meter."""
        return self.was != self.now or bool(self.amount)

    @property
    def why(self) -> str:
        """How often it counts, where not once, from what to what it went, and what that did; "" where one sees none."""
        counts = f"{capital(self.counts)}. " if self.counts else ""
        told = f"{capital(self.told)}. " if self.visible else ""
        moved = f"Moved the meter by {self.amount}." if self.amount else ""
        return (counts + told + moved).strip()


@dataclass(frozen=True)
class MeterMoved:
    """A meter opened: what it is, and its KPIs with what each did to it; `live` says whether that is this week’s.

    Of the other side’s, a talk of this week shows what it did since the last one; `then` says when that was.
    """

    meter: Meter
    meaning: str
    live: bool
    rows: tuple[KpiMoved, ...]
    then: str = "before"  # "" where nothing new is known

    @property
    def moves(self) -> bool:
        """Whether its rows say what each did to it."""
        return bool(self.then)

    @property
    def exact(self) -> str:
        """From what to what it went, at the precision of its parts; "" where it did not move or is not live."""
        was, now = decimal(self.meter.before), self.meter.shown
        return f"{was} {self.then}, {now} now." if self.moves and was != now else ""


def meter_explained(play: Play, week: int, viewer: Seat, name: str) -> MeterMoved | None:
    """A meter opened after `week` lived weeks (0: the opening); None for one the scenario does not show."""
    meter = next((each for each in meters(play, viewer, week) if each.name == name), None)
    if meter is None:
        return None
    earlier = next((each for each in meters(play, viewer, week - 1) if each.name == name), meter) if week else meter
    then = "before" if week and meter.live else ""
    if not meter.live and earlier.as_of != meter.as_of:  # a talk has told what is new
        then = _when_known(earlier)
        meter = replace(meter, change=meter.value - earlier.value)
    after = card(play, SEATS[name], viewer, week)
    before = card(play, SEATS[name], viewer, week - 1) if then else after
    rows = _rows(play, before, after, meter.before)
    meaning = MEANING + (WEIGHED if any(row.counts for row in rows) else "")
    return MeterMoved(meter, meaning, bool(week) and meter.live, _as_shown(meter, rows), then)


def _when_known(meter: Meter) -> str:
    return "when you last talked" if meter.as_of else "at the start"


def _as_shown(meter: Meter, rows: tuple[KpiMoved, ...]) -> tuple[KpiMoved, ...]:
    """The rows with what they did rounded so that it adds up to the change of the meter as it is told."""
    was, now = (round(10.0 * round(value, 1)) for value in (meter.before, meter.value))
    shown = apportion([10.0 * row.change for row in rows], now - was) if rows else []
    return tuple([replace(row, change=n / 10.0) for row, n in zip(rows, shown, strict=True)])


def _rows(play: Play, before: Card, after: Card, mean: float) -> tuple[KpiMoved, ...]:
    """The KPIs that count; one that counts for the first time moves the meter from the `mean` of the others."""
    weight = 0.0
    for row in after.rows:
        weight += play.scenario.targets[row.name].weight if row.points is not None else 0.0
    found: list[KpiMoved] = []
    for was, now in zip(before.rows, after.rows, strict=True):
        if now.points is not None:
            then = mean if was.points is None else was.points
            own = play.scenario.targets[now.name].weight
            change = own / max(1e-9, weight) * (now.points - then)
            found.append(KpiMoved(now.name, now.label, was.value, now.value, then, now.points, change, counts(own)))
    return tuple(found)


def _made_up_for(opened: MeterMoved) -> str:
    """Of a meter that stayed about where it was: what pulled it both ways, where that was more than a little."""
    up = max(opened.rows, key=lambda row: row.change, default=None)
    down = min(opened.rows, key=lambda row: row.change, default=None)
    if up is None or down is None or min(up.change, -down.change) < PULLED:
        return ""
    return f"{opened.meter.label} about as before: {up.label} {up.told}; {down.label} {down.told}."


def _open_offers(play: Play, week: int) -> str:
    """What the offers that wait for an answer add to what is signed, where some do."""
    values, probable = play.states[week].values, 0.0
    for account in play.scenario.accounts:
        probable += number(play.scenario, values, account.pipeline)
    return f", and {money(play.scenario.currency, probable)} to expect from open offers" if probable >= 1.0 else ""


def _sold(play: Play, week: int, viewer: Seat, meter: Meter) -> str:
    """What was sold on top since one last heard of it, in brackets: the offers by name, and the rest of it."""
    scenario = play.scenario
    was, now = (known_values(play, viewer, SEATS[meter.name], lived)[1] for lived in (week - 1, week))
    taken = [offer for offer in scenario.offers if was[offer.status] != TAKEN == now[offer.status]]
    rest = signed_on_top(scenario, now) - signed_on_top(scenario, was)
    for offer in taken:
        rest -= offer.value
    if len(taken) == 1 and rest < 1.0:
        return f" (“{softened(taken[0].name)}”)"
    names = [f"“{softened(offer.name)}” {money(scenario.currency, offer.value)}" for offer in taken]
    names += [f"{money(scenario.currency, rest)} of other sales"] if rest >= 1.0 else []
    return f" ({listed(names)})" if taken else ""


def _milestones(play: Play, week: int, viewer: Seat) -> str:
    """The milestones that being on time lost or won back this week, which its date alone does not tell."""
    lived = Week(play, week, viewer)
    changed: dict[bool, list[str]] = {True: [], False: []}
    for task in play.scenario.tasks:
        before, met = (milestone_met(lived, task, state) for state in (week - 1, week))
        if task.milestone and before is not met:
            changed[met].append(task.name)
    told = [f", and {listed(changed[False])} no longer in the week planned"] if changed[False] else []
    told += [f", and {listed(changed[True])} back in the week planned"] if changed[True] else []
    return "".join(told)


def _caught_up(play: Play, week: int, viewer: Seat, meter: Meter) -> str:
    """What a talk this week showed of the other side's meter, against what one knew of it before."""
    before = next(each for each in meters(play, viewer, week - 1) if each.name == meter.name)
    if before.as_of == meter.as_of or not meter.shown_change:
        return ""
    was, now = (card(play, SEATS[meter.name], viewer, lived) for lived in (week - 1, week))
    rows, change = _rows(play, was, now, before.value), meter.change
    most = max(rows, key=lambda row: row.change * change)
    told = f"{meter.label} was {decimal(meter.before)} {_when_known(before)}, and is {meter.shown}"
    sold = f"{_sold(play, week, viewer, meter)}{_open_offers(play, week)}" if most.name == "upsell" else ""
    against = _against(rows, most, change)
    others = f"; against {against.label}: {against.told}" if against is not None else ""
    return f"{told}, mostly by {most.label}: {most.told}{sold}{others}."


def _against(rows: tuple[KpiMoved, ...], most: KpiMoved, change: float) -> KpiMoved | None:
    """What pulled a meter the other way by more than `most` pulled it along, or by much where a number is new."""
    against = max(rows, key=lambda row: -row.change * change)
    least = PULLED if NO_DATA in (most.was, against.was) else max(abs(most.change), PULLED)
    if abs(against.change) <= least or against.change * change >= 0.0:
        return None
    return against


def _named_too(row: KpiMoved, most: KpiMoved) -> bool:
    """Whether a number is named after the largest: where it did a good part, or where one of the two is new."""
    return abs(row.change) >= (PULLED if NO_DATA in (most.was, row.was) else max(SECOND * abs(most.change), PULLED))


def meter_moved(play: Play, week: int, viewer: Seat, name: str) -> str:
    """Why a meter moved in a lived week: "Delivery down 25.3, mostly by Quality: 90, now 59."; "" where it did not."""
    if week < 1:
        return ""
    opened = meter_explained(play, week, viewer, name)
    if opened is None:
        return ""
    if not opened.live:
        return _caught_up(play, week, viewer, opened.meter)
    meter = opened.meter
    if not meter.shown_change:
        return _made_up_for(opened)
    along = sorted([row for row in opened.rows if row.change * meter.change > 0.0], key=lambda row: -abs(row.change))
    if not along:
        return ""
    most = along[0]
    second = next((row for row in along[1:] if _named_too(row, most)), None)
    others = f"; then {told_of(play, week, viewer, second)}" if second is not None else ""
    against = _against(opened.rows, most, meter.change)
    others += f"; against {told_of(play, week, viewer, against)}" if against is not None else ""
    mostly = "mostly " if others or most.was != NO_DATA else ""
    return f"{meter.label} {meter.way}, {mostly}{_led_by(play, week, viewer, most)}{others}."


def _led_by(play: Play, week: int, viewer: Seat, most: KpiMoved) -> str:
    """The number that did most, and what else there is to say of it."""
    if most.was == NO_DATA:  # nothing got worse or better: there is a number where there was none
        band = f", and {BAND}" if most.name == "utilisation" else ""
        return f"because {most.label} counts from now on: {most.now}{band}"
    return f"by {told_of(play, week, viewer, most)}"


def told_of(play: Play, week: int, viewer: Seat, row: KpiMoved) -> str:
    """A number from what to what it went, and what else it was that this does not show."""
    told = f"{row.label}: {row.told}"
    if row.name == "on_time":
        told += _milestones(play, week, viewer)
        counted = [whole_week(play, week, project.forecast) for project in play.scenario.projects]
        told += "".join([f", and {each}" for each in counted if each])
    elif row.name == "upsell" and "on offer" not in told:
        told += _open_offers(play, week)
    return told
