"""The calendar: every week keeps its number, with the dates of the work beside it."""

import pygame
import pytest

from game.engine.model import Seat
from game.engine.play import Play
from game.engine.view import observe
from game.scenario.load import load_scenario
from game.window.calendar import AccountRow, Calendar, CalendarChart, Pill, calendar_of, spoken
from game.window.kit import Ui
from tests.conftest import SCENARIOS

DUE, REPORT = Pill("due", 10, "Go-live", "Due"), Pill("report", 10, "Report", "Report")


BRIGHTSIDE = AccountRow("Brightside", "main account", ())


def drawn(
    marks: tuple[Pill, ...], width: int, rows: tuple[AccountRow, ...] = (BRIGHTSIDE,), height: int = 300
) -> tuple[set[str], list[str]]:
    """The words and the icons of a calendar this large."""
    pygame.display.init()
    ui = Ui(pygame.Surface((width, height)))
    ui.show(CalendarChart(Calendar(rows, marks, 4, 10, 14), id="calendar", label="Accounts"))
    ui.draw()
    return {text.text for text in ui.painter.drawn}, [icon.name for icon in ui.painter.pictured]


@pytest.mark.parametrize("width", [1200, 900, 700, 500])
def test_a_week_is_never_named_by_a_mark_alone(width: int) -> None:
    words, _icons = drawn((DUE, REPORT), width)
    assert "10" in words


def test_both_dates_of_a_week_show_where_there_is_room() -> None:
    assert drawn((DUE, REPORT), 1000)[1] == ["flag", "clipboard-list"]
    assert drawn((DUE, REPORT), 640)[1] == ["flag"]


def test_now_has_its_dates_too() -> None:
    words, icons = drawn((Pill("due", 4, "Go-live", "Due"),), 1100)
    assert "Now" in words
    assert icons == ["flag"]


def test_a_status_report_says_whose_it_is_as_one_of_two_seats_never_gets_it() -> None:
    scenario = load_scenario(SCENARIOS / "scope_creep.yaml").scenario
    assert scenario is not None
    told = {seat: spoken(calendar_of(observe(scenario, Play(scenario, 1, seat).state, seat), ())) for seat in Seat}
    assert "Joss’s status report in week\u00a03" in told[Seat.AM]
    assert "Your status report in week\u00a03" in told[Seat.BOTH]


def _renewal(week: int) -> Pill:
    return Pill("renewal", week, "Renewal", f"Renewal in week {week}")


def test_dates_without_a_row_are_told_in_words_and_nobody_loses_their_contact_to_a_tight_one() -> None:
    fjell, quint = AccountRow("Fjell", "Nils", (_renewal(7),)), AccountRow("Quint", "Rosa", (_renewal(14),))
    rows = (BRIGHTSIDE, fjell, quint)
    assert "Fjell: Renewal in week 7; Quint: Renewal in week 14" in drawn((), 1000, rows, 80)[0]
    busy = AccountRow("Quint", "Rosa", tuple(_renewal(week) for week in range(8, 15)))
    assert "and two more: press for all dates" in drawn((), 640, (BRIGHTSIDE, fjell, busy), 80)[0]
    for height in (300, 140):
        assert {"Fjell", "Nils", "Quint", "Rosa"} <= drawn((), 1000, rows, height)[0]


@pytest.mark.parametrize(("renewal", "shown"), [(10, "Photographs of the autumn range"), (5, "Photographs of the…")])
def test_a_date_is_shortened_only_where_the_next_one_stands_close(renewal: int, shown: str) -> None:
    offer = Pill("offer", 4, "Photographs of the…", "On offer", "Photographs of the autumn range")
    words, _icons = drawn((), 1000, (AccountRow("Brightside", "main account", (offer, _renewal(renewal))),))
    assert shown in words
