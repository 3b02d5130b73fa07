"""The two scorecards of an ending: five numbers each, what was wanted, and the points they made."""

from __future__ import annotations

from game.engine.model import Scenario, Seat
from game.engine.play import Play
from game.engine.scores import UTILISATION_BAND
from game.insight.words.details import kpi_detail
from game.insight.words.ending import EndingWords, ScoreCard, ScoreRow
from game.insight.words.figures import money, percent, signed, week_of, whole
from game.window.chrome import SEATS
from game.window.kit import Bar, Card, CardButton, Column, Divider, Fixed, Flex, Grid, Icon, Row, Text, Widget
from game.window.panels.messages import Open

_SIDES = {Seat.AM: ("Relationship", "rel", "rel_text"), Seat.PM: ("Delivery", "dlv", "dlv_text")}


def scorecards(play: Play, told: EndingWords) -> Widget:
    """Both cards side by side."""
    return Grid([_card(play, card) for card in told.cards], 2, 330, 16)


def _card(play: Play, card: ScoreCard) -> Widget:
    name, _colour, ink = _SIDES[card.seat]
    words = SEATS[card.seat.value]
    title = Column([Text(name, 16, "s", ink), Text(words.name, 13, "r", "ink2")], gap=0)
    head = Row(
        [Icon(words.icon, 20, ink), Flex(title, least=100), Text(f"{card.score:.0f}", 26, "b", leading=1.2)], gap=10
    )
    rows: list[Widget] = [head, Divider(3)]
    rows += [_row(play, card.seat, row) for row in card.rows]
    return Card(Column(rows, gap=1), 16, 12)


def _row(play: Play, seat: Seat, row: ScoreRow) -> Widget:
    """A number, what was wanted, and its points as a bar, with how both were at the start; opened, its detail."""
    detail, start = kpi_detail(play, row.name, Seat.BOTH), kpi_detail(play, row.name, Seat.BOTH, 0)
    colour = _SIDES[seat][1]
    share = (detail.row.points or 0.0) / 100
    names = Column(
        [Text(row.label, 14, "s", leading=1.25), Text(f"wanted: {wanted(play.scenario, row.name)}", 13, "r", "ink2")],
        gap=0,
    )
    gained = _gained(start.row.points, detail.row.points)
    before = f"{start.row.value} at the start" if start.row.points is not None and start.row.value != row.value else ""
    value = Column(
        [Text(row.value, 15, "r", "ink", "r", leading=1.25), Text(before, 13, "r", "ink2", "r") if before else None],
        gap=0,
        align="end",
    )
    bar = Fixed(Bar(share, colour, 56), 56)
    tone = "good" if gained > 0 else "bad"
    points = Column(
        [
            Text(row.points, 15, "b", "ink", "r", leading=1.25),
            Text(signed(gained, 0), 13, "s", tone, "r") if gained else None,
        ],
        gap=0,
        align="end",
    )
    line = Row([Flex(names, least=96), value, bar, Fixed(points, 34)], gap=8)
    since = f", {before}" if before else ""
    return CardButton(
        line,
        Open("kpi", name=row.name),
        id=f"kpi/{row.name}",
        label=f"{row.label}: {row.value}{since}, wanted {wanted(play.scenario, row.name)}, {row.points} points",
        help=f"{detail.row.meaning} {detail.points}",
        style="flat",
        x=6,
        y=3,
        corner=8,
    )


def _gained(start: float | None, end: float | None) -> int:
    """Points won or lost since the start, as the two are shown; 0 where one of them does not count."""
    return 0 if start is None or end is None else int(whole(end)) - int(whole(start))


def wanted(scenario: Scenario, name: str) -> str:
    """What makes a hundred points, in the words the value itself is told in."""
    goal = scenario.targets[name].target
    if name == "upsell":
        whole_target = sum(account.upsell_target for account in scenario.accounts)
        return money(scenario.currency, goal * whole_target)
    if name == "on_time":
        dues = {project.due for project in scenario.projects}
        return week_of(max(dues)) if len(dues) == 1 else "every date"
    if name == "budget":
        return f"at most {percent(goal)} over" if goal > 0 else f"{percent(-goal)} under" if goal < 0 else "the budget"
    if name == "utilisation":
        low, high = UTILISATION_BAND
        return f"{whole(100 * low)} to {percent(high)}"
    return whole(goal) if name == "satisfaction" else whole(100 * goal) if name == "quality" else percent(goal)
