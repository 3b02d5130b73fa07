"""How an open week looks."""

from __future__ import annotations

from game.engine.legality import MOVES_A_WEEK
from game.engine.model import GuideStep, Seat
from game.engine.view import View
from game.insight.words.cards import meters
from game.insight.words.moved import MEANING, meter_moved
from game.insight.words.plan import spoken as plan_in_words
from game.insight.words.verdict import verdict
from game.window import week_words
from game.window.calendar import KEY as CALENDAR_KEY
from game.window.calendar import CalendarChart, calendar_of
from game.window.calendar import spoken as calendar_in_words
from game.window.kit import (
    Button,
    Card,
    Column,
    Divider,
    Fixed,
    Flex,
    Pad,
    Roomy,
    Row,
    Scroll,
    Stack,
    Tallest,
    Widget,
)
from game.window.kit.widget import Overlay
from game.window.ledger_view import book_dialog
from game.window.panels import coach, details
from game.window.panels.bar import top_bar
from game.window.panels.choices import Levelled, choice_cards
from game.window.panels.event import EventKeys, Inbox, event_card, quiet_card, turns
from game.window.panels.kpis import kpi_cards, kpi_row
from game.window.panels.messages import Open, ShowTab, Start
from game.window.panels.moves import moves_panel, picker
from game.window.panels.people import cast, people_strip
from game.window.panels.pills import Pill, pills
from game.window.panels.standing import boss_of, colleague_card, goals_card, promises_card, standing_card
from game.window.plan import IN_WORDS as PLAN_KEY
from game.window.plan import PlanChart
from game.window.week_model import Week

_CHOICE_KEYS = ("choice_a", "choice_b", "choice_c", "choice_d", "choice_e")
_QUIET = "Nobody wants anything from you this week."
_MIDDLE = 340  # units kept free for the longest reply, so that an answer moves nothing below it
_GAP = 12  # units between cards, one below the other


def week_view(week: Week) -> Widget:
    """The whole screen."""
    sight, desk = week.sight, week.desk
    bar = top_bar(week.house, desk.scenario, week.seat, desk.week, guide=bool(desk.scenario.guide))
    title = week_words.promises_title(desk.play, week.seat)
    promises = promises_card(title, week_words.promises_of(desk.play, week.seat))
    left = Column([*_standing(week, sight), Flex(promises), colleague_card(desk.play, sight)], gap=_GAP)
    parts = [people_strip(week.desk.play, sight), _middle(week, sight), _moves(week, sight), Flex(_lower(week, sight))]
    body = Row([Fixed(left, 256), Flex(Column(parts, gap=_GAP), least=640)], gap=16, align="stretch")
    return Stack(Column([bar, Flex(Scroll(Pad(body, 16, _GAP)))], gap=0), _above(week, sight))


def _standing(week: Week, sight: View) -> list[Widget]:
    shown = meters(week.desk.play, week.seat)
    changes = {meter.name: meter.change for meter in shown}
    to_come = 1.0 - week.meter_share()
    moved = [meter_moved(week.desk.play, len(week.desk.history), week.seat, meter.name) for meter in shown]
    help = " ".join(why for why in moved if why) or MEANING
    return [
        standing_card(
            shown, lambda name, value: value - changes[name] * to_come, verdict(week.desk.play, week.seat), help
        ),
        goals_card(boss_of(sight), week_words.goals_of(week.desk.play, week.seat)),
    ]


def _middle(week: Week, sight: View) -> Widget:
    inbox = week.inbox()
    if not inbox.talks:
        return quiet_card(sight, _QUIET)
    if week.turns is None:
        week.turns = Tallest([_talk(week, sight, each) for each in turns(sight, week.desk.play.luck, inbox)])
    return Roomy(_talk(week, sight, inbox), week.turns, _MIDDLE)


def _talk(week: Week, sight: View, inbox: Inbox) -> Widget:
    """The open event and its choices, side by side."""
    event, choices = _event(week, sight, inbox), _choices(week, sight, inbox)
    return Row([Flex(event, 456, 400), Flex(choices, 504, 400)], gap=16, align="stretch")


def _event(week: Week, sight: View, inbox: Inbox) -> Widget:
    keys = EventKeys(week.house.key("next_event"), week.house.key("change"))
    return event_card(sight, week.desk.play.luck, inbox, keys, week.reply_share())


def _choices(week: Week, sight: View, inbox: Inbox) -> Widget:
    talk = inbox.talks[inbox.open]
    keys = [week.house.key(action) for action in _CHOICE_KEYS]
    may_leave = week.desk.legal(week.seat).may_skip
    luck, room, left = week.desk.play.luck, week.desk.slots(week.seat), talk.event.id in inbox.left
    return Levelled(choice_cards(sight, luck, talk, keys, room, may_leave, left))


def _moves(week: Week, sight: View) -> Widget:
    label, ready = week.primary()
    after, kind = ("arrow-right", "primary") if ready else ("", "secondary")
    primary = Button(label, Start(), id="start", kind=kind, after=after, autofocus=ready, follows="event")
    off, all_slots = week.desk.put_off(week.seat), MOVES_A_WEEK[week.seat]
    return moves_panel(sight, week.in_slots(), off, all_slots, week.house.key("moves"), primary, ready)


def _lower(week: Week, sight: View) -> Widget:
    rows = kpi_cards(week.desk.play, sight)
    if week.seat is not Seat.BOTH:
        chart = _plan(week) if week.seat is Seat.PM else _calendar(week, sight)
        return Card(Column([kpi_row(rows), Divider(), Flex(chart)], gap=0), 0, 0)
    chart, mine = (_plan(week), rows[5:]) if week.tab == "plan" else (_calendar(week, sight), rows[:5])
    sides = Column([_side("plan", "The work", week.tab), _side("calendar", "The accounts", week.tab)], gap=0)
    head = Row([Pad(sides, 7, 3), Flex(kpi_row(mine), least=600)], gap=0)
    return Card(Column([head, Divider(), Flex(chart)], gap=0), 0, 0)


def _side(name: str, text: str, chosen: str) -> Widget:
    icon, ink = ("wrench", "dlv_text") if name == "plan" else ("handshake", "rel_text")
    return pills([Pill(f"lower/{name}", text, ShowTab(name), name == chosen, icon, ink)])


def _plan(week: Week) -> Widget:
    plan = week.plan
    return Pad(PlanChart(plan, Open("plan"), id="plan", label=plan_in_words(plan), help=PLAN_KEY), 16, 4)


def _calendar(week: Week, sight: View) -> Widget:
    dates = calendar_of(sight, week.desk.moves(week.seat))
    chart = CalendarChart(dates, Open("calendar"), id="calendar", label=calendar_in_words(dates), help=CALENDAR_KEY)
    return Pad(chart, 16, 4)


# ---- what lies above -------------------------------------------------------------------------------------------------


def _above(week: Week, sight: View) -> list[Overlay | None]:
    if week.picking is not None:
        slot, group = week.picking
        return [picker(sight, week.desk.legal(week.seat).moves, week.in_slots(), slot, group)]
    if week.book is not None:
        return [book_dialog(week.desk.scenario, week.book)]
    if week.opened:
        return [details.overlay(week.desk, sight, each) for each in week.opened]
    step = week.step()
    return [_guide(week, sight, step)] if step else []


def _guide(week: Week, sight: View, step: GuideStep) -> Overlay:
    steps = week.steps()
    anchor = coach.ANCHORS.get(step.points_at, step.points_at)
    if step.points_at == "kpis":
        anchor = f"kpi/{kpi_cards(week.desk.play, sight)[0].name}"
    elif step.points_at == "people":
        anchor = f"person/{cast(sight.scenario, week.seat)[0]}"
    return coach.bubble(step, anchor, steps.index(step) + 1, len(steps))
