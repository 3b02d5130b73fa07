"""What opens when a part of the week is pressed: numbers with their meaning and their causes, lists in full."""

from __future__ import annotations

from game.engine.view import View
from game.insight.words.hands import rule
from game.insight.words.plan import PlanRow, plan_of, state_of
from game.records.desk import Desk
from game.window import week_words
from game.window.calendar import ICONS as PILL_ICONS
from game.window.calendar import Pill, calendar_of
from game.window.kit import (
    Button,
    Column,
    Divider,
    Flex,
    Icon,
    IconTile,
    Modal,
    Popover,
    Row,
    Text,
    Widget,
)
from game.window.kit.widget import Overlay
from game.window.ledger_view import ledger_card
from game.window.panels.event import event_popover
from game.window.panels.kpis import kpi_popover
from game.window.panels.messages import Close, Open
from game.window.panels.meters import standing_card
from game.window.panels.people import everybody_card, in_strip, last_change, person_card
from game.window.panels.standing import Said, boss_of, colleague_popover


def overlay(desk: Desk, sight: View, opened: Open) -> Overlay | None:
    """The panel for what was pressed; None for what is not there any more."""
    if opened.kind == "person":
        return person_card(desk.play, sight, opened.index, _person_anchor(sight, opened))
    if opened.kind == "people":
        return everybody_card(desk.play, sight)
    if opened.kind == "ledger":
        told = last_change(desk.play, sight, opened.index)
        anchor = f"number/{opened.index}"
        return ledger_card(sight.scenario, told, anchor) if told else None
    if opened.kind == "kpi":
        return kpi_popover(desk.play, sight, opened.name, anchor=opened.anchor)
    if opened.kind == "event":
        event = sight.scenario.events[sight.scenario.event_index[opened.name]]
        return event_popover(sight, event, desk.exchanges(opened.name))
    if opened.kind == "colleague":
        return colleague_popover(desk.play, sight)
    if opened.kind == "standing":
        return standing_card(desk.play, len(desk.history), sight.seat, "standing", sight.week)
    if opened.kind == "goals":
        boss = boss_of(sight)
        title = f"What {boss} asked of you" if boss else "What is asked of you"
        return _list(title, "goals", [_said(each) for each in week_words.goals_of(desk.play, sight.seat)])
    if opened.kind == "promises":
        found = [_said(each) for each in week_words.promises_of(desk.play, sight.seat)]
        title = week_words.promises_title(desk.play, sight.seat)
        return _list(title, "promises", found or [Text("Nobody has given their word to anybody.", 15)])
    return _chart(desk, sight, opened.kind)


def _person_anchor(sight: View, opened: Open) -> str:
    return f"person/{opened.index}" if opened.index in in_strip(sight)[0] else "person/more"


def _head(title: str, id: str) -> Widget:
    close = Button("Close", Close(), id=f"{id}/close", kind="icon", icon="x")
    return Row([Flex(Text(title, 18, "b"), least=160), close], gap=10)


def _list(title: str, anchor: str, rows: list[Widget]) -> Popover:
    body: list[Widget] = [_head(title, f"{anchor}-list")]
    for row in rows:
        body += [Divider(2), row]
    return Popover(Column(body, gap=6), Close(), id=f"{anchor}-list", anchor=anchor, width=440, padding=18)


def _said(said: Said) -> Widget:
    ink = "ink2" if said.tone == "plain" else said.tone
    words = Column(
        [Text(said.text, 15), Text(said.note, 14, "s", ink), Text(said.more, 14, "r", "ink2") if said.more else None],
        gap=2,
    )
    due = Text(said.due, 15, "s") if said.due else None
    return Row([Icon(said.icon, 18, ink), Flex(words, least=180), due], gap=12, align="start")


# ---- the plan and the calendar in words ------------------------------------------------------------------------------


def _chart(desk: Desk, sight: View, kind: str) -> Modal | None:
    if kind == "plan":
        rows: list[Widget] = [_task(row) for row in plan_of(desk.play, sight.seat).rows]
        how = Text(rule(sight), 14, "r", "ink2")
        return _dialog("The plan, task by task", "plan-list", [how, *rows])
    if kind == "calendar":
        return _dialog("Your accounts, date by date", "calendar-list", _dates(desk, sight))
    return None


def _dialog(title: str, id: str, rows: list[Widget]) -> Modal:
    body: list[Widget] = [_head(title, id)]
    for row in rows:
        body += [Divider(2), row]
    return Modal(Column(body, gap=6), Close(), id=id, width=620)


def _task(row: PlanRow) -> Widget:
    icon, tone, sentence = state_of(row)
    ink = "ink2" if tone == "plain" else tone
    about = ", ".join(
        part
        for part in ("milestone" if row.milestone else "", f"decides when {row.decides} is done" if row.decides else "")
        if part
    )
    name = Row([Text(row.name, 15, "s"), Text(about, 13, "r", "ink2") if about else None], gap=8)
    hands = Text(f"This week: {row.hands}", 14, "r", "ink2") if row.hands else None
    return Row(
        [Icon(icon, 18, ink), Flex(Column([name, Text(sentence, 14, "r", ink), hands], gap=1), least=200)], gap=12
    )


def _dates(desk: Desk, sight: View) -> list[Widget]:
    rows: list[Widget] = []
    dates = calendar_of(sight, desk.moves(sight.seat))
    for account in dates.rows:
        rows.append(Column([Text(account.name, 15, "s"), Text(account.what, 13, "r", "ink2")], gap=0))
        rows += [_date(pill) for pill in account.pills]
    work = [_date(mark) for mark in dates.marks]
    return [*rows, Text("The work", 15, "s"), *work] if work else rows


def _date(pill: Pill) -> Widget:
    return Row([IconTile(PILL_ICONS[pill.kind], 16, "ink", tile=30), Flex(Text(pill.full, 15))], gap=12)
