"""The calendar: every week keeps its number, with the dates of the work beside it."""

import pygame
import pytest

from game.window.calendar import AccountRow, Calendar, CalendarChart, Pill
from game.window.kit import Ui

DUE, REPORT = Pill("due", 10, "Go-live", "Due"), Pill("report", 10, "Report", "Report")


def drawn(marks: tuple[Pill, ...], width: int) -> tuple[set[str], list[str]]:
    """The words and the icons of a calendar this wide."""
    pygame.display.init()
    rows = (AccountRow("Brightside", "main account", ()),)
    ui = Ui(pygame.Surface((width, 300)))
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
