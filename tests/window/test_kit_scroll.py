"""Where a page that is taller than the window begins, and how it says that it goes on."""

import pygame
import pytest

from game.window.kit import Button, Card, CardButton, Column, Flex, Scroll, Spacer, Text, Ui
from game.window.kit.scroll import ScrollBar


def page(question: str, above: float = 600, below: float = 600) -> Ui:
    """A question with its answer in the middle of a long page."""
    read = Card(CardButton(Text(question), id="question", label=question))
    answer = Button("Yes", "yes", id="yes", autofocus=True, follows="question")
    ui = Ui(pygame.Surface((600, 400)))
    ui.show(Column([Flex(Scroll(Column([Spacer(above), read, answer, Spacer(below), Button("End", id="end")])))]))
    return ui


def top(ui: Ui, id: str) -> float:
    found = ui.frame.find(id)
    assert found is not None
    return found.rect.y


def bar(ui: Ui):
    return next(item for item in ui.frame.items if isinstance(item.widget, ScrollBar))


def shown_arrow(ui: Ui) -> bool:
    ui.draw()
    return any(icon.name == "chevron-down" for icon in ui.painter.pictured)


def test_a_page_begins_with_the_question_before_the_answer():
    ui = page("Will you?")
    assert ui.focus == "yes"
    assert 0 <= top(ui, "question") < 60
    assert top(ui, "yes") < 400


def test_a_question_too_long_to_be_seen_with_its_answer_is_read_first():
    ui = page("And what is more, nobody has told them. " * 60)
    assert ui.focus == "question"
    assert 0 <= top(ui, "question") < 60


def test_what_is_seen_anyway_stays_where_it_is():
    ui = page("Will you?", above=100)
    assert ui.focus == "yes"
    assert ui.memory("page").offset == 0


def test_stepping_on_does_not_jump_back_to_the_question():
    ui = page("Will you?")
    ui.set_focus("end")
    far = ui.memory("page").offset
    ui.set_focus("yes")
    assert 0 < ui.memory("page").offset < far
    assert 0 <= top(ui, "yes") < 60


def test_an_arrow_under_the_bar_shows_while_there_is_more_below_and_turns_the_page():
    ui = page("Will you?")
    assert shown_arrow(ui)
    place, before = bar(ui).rect, ui.memory("page").offset
    pos = (place.cx, place.bottom - 4)
    ui.handle(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=pos, button=1))
    ui.handle(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=pos, button=1))
    assert ui.memory("page").offset == pytest.approx(before + 0.85 * ui.memory("page").view.h)
    ui.set_focus("end")
    ui.command("end")
    assert not shown_arrow(ui)


def turned(ui: Ui, pos: tuple[int, int]) -> None:
    """A notch of the wheel with the pointer there."""
    ui.handle(pygame.event.Event(pygame.MOUSEMOTION, pos=pos, rel=(0, 0), buttons=(0, 0, 0)))
    ui.handle(pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=-1))


def test_the_wheel_scrolls_the_one_page_from_over_the_bar_below_it():
    """Whoever has just pressed a button there still has the pointer on it when the next screen comes."""
    ui = Ui(pygame.Surface((600, 400)))
    ui.show(Column([Flex(Scroll(Spacer(900))), Button("On", id="on")]))
    turned(ui, (20, 390))
    assert ui.memory("page").offset > 0


def test_over_nothing_that_scrolls_the_wheel_chooses_none_of_two_pages():
    ui = Ui(pygame.Surface((600, 400)))
    ui.show(Column([Flex(Scroll(Spacer(900), id="one")), Flex(Scroll(Spacer(900), id="other")), Button("On", id="on")]))
    turned(ui, (20, 390))
    assert ui.memory("one").offset == ui.memory("other").offset == 0
    turned(ui, (20, 20))
    assert ui.memory("one").offset > 0
    assert ui.memory("other").offset == 0
