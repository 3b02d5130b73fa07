"""Where a page that is taller than the window begins, and how it says that it goes on."""

import pygame

from game.window.kit import Button, Card, CardButton, Column, Flex, Scroll, Spacer, Text, Ui
from game.window.kit.scroll import MoreBelow


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


def sign(ui: Ui):
    return next((item for item in ui.frame.items if isinstance(item.widget, MoreBelow)), None)


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


def test_a_sign_shows_while_there_is_more_below_and_turns_the_page():
    ui = page("Will you?")
    ui.draw()
    found = sign(ui)
    assert found is not None
    before = ui.memory("page").offset
    ui.handle(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=(found.rect.cx, found.rect.cy), button=1))
    ui.handle(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=(found.rect.cx, found.rect.cy), button=1))
    assert ui.memory("page").offset > before
    ui.set_focus("end")
    ui.command("end")
    assert sign(ui) is None


def test_the_fade_leaves_the_top_alone_and_covers_the_last_line():
    ui = page("Will you?")
    ui.painter.surface.fill("#FF0000")
    ui.painter.fade(ui.screen, "#0000FF")
    surface = ui.painter.surface
    assert surface.get_at((5, 0))[:3] == (255, 0, 0)
    assert surface.get_at((5, 399))[:3] == (0, 0, 255)
