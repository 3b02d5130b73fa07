"""Switches, sliders, lines to type in, keys to choose."""

import pygame
import pytest

from game.window.kit import (
    Back,
    Button,
    CardButton,
    Column,
    Flex,
    Icon,
    KeyCapture,
    NumberButton,
    Row,
    Slider,
    Text,
    TextArea,
    TextEntry,
    Toggle,
    Ui,
    key_name,
    tabs,
)
from game.window.kit.entry import word_left, word_right, wrapped


def press(ui: Ui, key: int, mod: int = 0) -> list[object]:
    return ui.handle(pygame.event.Event(pygame.KEYDOWN, key=key, mod=mod, unicode=""))


def write(ui: Ui, text: str) -> list[object]:
    return ui.handle(pygame.event.Event(pygame.TEXTINPUT, text=text))


def shown(*widgets, **more) -> Ui:
    ui = Ui(pygame.Surface((600, 400)), **more)
    ui.show(Column(widgets))
    return ui


def value(ui: Ui) -> str:
    return ui.focused().value


def test_a_switch_asks_for_its_other_state() -> None:
    ui = shown(Toggle("Reduce motion", False, lambda state: ("motion", state), id="motion"))
    assert (ui.focused().role, value(ui)) == ("switch", "off")
    assert press(ui, pygame.K_SPACE) == [("motion", True)]


def slider(at: float = 50, **more) -> Slider:
    return Slider("Volume", at, lambda to: ("volume", to), id="volume", show=lambda v: f"{v:.0f} %", **more)


@pytest.mark.parametrize(
    ("key", "to"), [(pygame.K_LEFT, 45), (pygame.K_RIGHT, 55), (pygame.K_HOME, 0), (pygame.K_END, 100)]
)
def test_a_slider_moves_in_steps(key, to) -> None:
    ui = shown(slider())
    assert value(ui) == "50 %"
    assert press(ui, key) == [("volume", to)]


def test_a_slider_stops_at_its_ends_and_when_disabled() -> None:
    assert press(shown(slider(100)), pygame.K_RIGHT) == []
    assert press(shown(slider(enabled=False)), pygame.K_RIGHT) == []


def test_a_slider_follows_the_pointer_also_beyond_its_end() -> None:
    ui = shown(slider())
    at = ui.frame.find("volume").rect
    down = pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=(at.x + 10 + (at.w - 20) * 0.25, at.bottom - 10), button=1)
    assert ui.handle(down) == [("volume", 25)]
    move = pygame.event.Event(pygame.MOUSEMOTION, pos=(5_000, 5_000), buttons=(1, 0, 0), rel=(0, 0))
    assert ui.handle(move) == [("volume", 100)]
    assert ui.handle(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=(5_000, 5_000), button=1)) == []


def test_typing_makes_a_message_for_every_change() -> None:
    entry = TextEntry("Name", "", id="name", on_change=lambda text: text, on_submit=lambda text: ("done", text))
    ui = shown(entry)
    assert write(ui, "Dä") == ["Dä"]
    assert write(ui, "na \x00\n") == ["Däna  "]
    assert press(ui, pygame.K_BACKSPACE) == ["Däna "]
    assert press(ui, pygame.K_SPACE) == []
    assert press(ui, pygame.K_RETURN) == [("done", "Däna ")]


def test_the_caret_walks_and_words_can_be_deleted() -> None:
    ui = shown(TextEntry("Note", "one two three", id="note"))
    press(ui, pygame.K_LEFT, pygame.KMOD_CTRL)
    write(ui, "and ")
    assert value(ui) == "one two and three"
    press(ui, pygame.K_HOME)
    press(ui, pygame.K_DELETE, pygame.KMOD_CTRL)
    press(ui, pygame.K_DELETE)
    press(ui, pygame.K_END)
    press(ui, pygame.K_BACKSPACE, pygame.KMOD_CTRL)
    assert value(ui) == "wo and "
    ui.draw()


def test_what_is_written_in_an_area_is_seen_whole_and_walked_line_by_line() -> None:
    long = "She asked for one thing and I heard eleven, which is how a fixed price comes undone. " * 3
    ui = shown(Column([TextArea("Why", long, id="why", longest=400, on_change=lambda text: text)]))
    ui.draw()
    before = ui.memory("why").caret
    assert press(ui, pygame.K_UP) == []
    assert ui.memory("why").caret < before
    write(ui, "then ")
    assert "then " in value(ui)
    lines = ui.memory("why").lines
    assert len(lines) > 1
    assert [start for start, _end in lines[1:]] == [end for _start, end in lines[:-1]]


@pytest.mark.parametrize("text", ["", "one", "one two three four", "unbreakablelongword", "a  b", "x" * 40])
def test_wrapped_lines_hold_the_whole_text_and_none_is_wider_than_its_room(text: str) -> None:
    lines = wrapped(text, 8, len)
    assert "".join(text[start:end] for start, end in lines) == text
    assert all(len(text[start:end].rstrip()) <= 8 for start, end in lines)


def test_what_is_typed_survives_a_rebuild_but_yields_to_a_new_value() -> None:
    ui = shown(TextEntry("Note", "old", id="note"))
    write(ui, "er")
    ui.show(Column([TextEntry("Note", "old", id="note")]))
    assert value(ui) == "older"
    ui.show(Column([TextEntry("Note", "new", id="note")]))
    assert value(ui) == "new"


def test_a_screen_can_refuse_letters() -> None:
    def only_digits(text: str) -> TextEntry:
        return TextEntry("Hours", text, id="hours", on_change=lambda new: new)

    ui = shown(only_digits("40"))
    assert write(ui, "x") == ["40x"]
    ui.show(Column([only_digits("40")]))
    assert value(ui) == "40"


def test_a_text_can_be_pasted_and_is_cut_to_its_length() -> None:
    ui = shown(TextEntry("Note", "", id="note", longest=10), clipboard=lambda: "pasted\r\nlines and more")
    press(ui, pygame.K_v, pygame.KMOD_CTRL)
    assert value(ui) == "pasted lin"


def test_what_is_typed_takes_the_place_of_all_that_is_marked() -> None:
    ui = shown(TextEntry("Find", "budget", id="find", clears=True))
    press(ui, pygame.K_a, pygame.KMOD_CTRL)
    ui.draw()
    write(ui, "cost")
    write(ui, "s")
    assert value(ui) == "costs"
    press(ui, pygame.K_a, pygame.KMOD_CTRL)
    press(ui, pygame.K_END)
    write(ui, "!")
    assert value(ui) == "costs!"
    press(ui, pygame.K_a, pygame.KMOD_CTRL)
    press(ui, pygame.K_BACKSPACE)
    assert value(ui) == ""


def test_escape_empties_what_is_looked_for_before_it_closes_and_leaves_alone_what_is_written() -> None:
    ui = shown(TextEntry("Find", "budget", id="find", clears=True))
    assert press(ui, pygame.K_ESCAPE) == []
    assert value(ui) == ""
    assert press(ui, pygame.K_ESCAPE) == [Back()]
    letter = shown(TextEntry("Note", "to keep", id="note"))
    assert press(letter, pygame.K_ESCAPE) == [Back()]
    assert value(letter) == "to keep"


def test_a_disabled_entry_takes_nothing() -> None:
    ui = shown(TextEntry("Note", "fixed", id="note", enabled=False))
    assert write(ui, "x") == []
    assert value(ui) == "fixed"


def test_words_are_found_to_both_sides() -> None:
    assert word_left("one two ", 8) == 4
    assert word_left("one", 0) == 0
    assert word_right("one two", 0) == 4
    assert word_right("one two", 5) == 7


def test_a_key_is_captured_after_asking() -> None:
    ui = shown(KeyCapture("Next week", pygame.K_n, lambda code: ("key", code), id="next"), Button("Else", id="else"))
    assert value(ui) == "N"
    press(ui, pygame.K_RETURN)
    assert value(ui) == "Press a key"
    assert press(ui, pygame.K_TAB) == [("key", pygame.K_TAB)]
    assert ui.focus == "next"
    press(ui, pygame.K_RETURN)
    assert press(ui, pygame.K_ESCAPE) == []
    assert value(ui) == "N"


def test_keys_have_names_a_person_knows() -> None:
    assert [key_name(k) for k in (pygame.K_a, pygame.K_F1, pygame.K_PAGEUP)] == ["A", "F1", "Page up"]


def test_tabs_say_which_one_is_open() -> None:
    ui = shown(tabs("side", (("plan", "Plan"), ("people", "People")), "people", lambda key: ("tab", key)))
    assert [(info.role, info.label, info.value) for info in ui.widgets()] == [
        ("tab", "Plan", ""),
        ("tab", "People", "chosen"),
    ]
    assert press(ui, pygame.K_RETURN) == [("tab", "plan")]


def test_a_locked_card_is_read_but_not_pressed() -> None:
    ui = shown(CardButton(Text("Not yet"), "go", id="card", label="Not yet", state="locked"))
    assert value(ui) == "locked"
    assert press(ui, pygame.K_RETURN) == []


def test_a_number_opens_what_moved_it() -> None:
    ui = shown(NumberButton("Trust", "−6.0", ("ledger", "trust"), id="trust", tone="bad", icon="arrow-down"))
    assert (ui.focused().label, value(ui)) == ("Trust", "−6.0")
    assert press(ui, pygame.K_RETURN) == [("ledger", "trust")]
    ui.draw()


@pytest.mark.parametrize("kind", ["primary", "secondary", "quiet", "danger", "icon", "tab"])
@pytest.mark.parametrize("enabled", [True, False])
def test_every_kind_of_button_is_large_enough_and_can_be_drawn(kind, enabled) -> None:
    ui = shown(Button("Start the week", id="go", kind=kind, icon="menu", enabled=enabled))
    ui.handle(pygame.event.Event(pygame.MOUSEMOTION, pos=(20, 20), buttons=(0, 0, 0), rel=(0, 0)))
    assert ui.audit() == []


@pytest.mark.parametrize("text", [1.0, 2.0])
def test_an_icon_beside_a_text_of_several_lines_stands_in_the_middle_of_the_first(text: float) -> None:
    words = Flex(Text("Nothing you do leaves this machine. " * 6, 14))
    ui = shown(Row([Icon("lock", 16, beside=14), words], align="start"), text_scale=text)
    ui.draw()
    icon, line = ui.painter.pictured[0].area, ui.painter.drawn[0].area
    assert ui.painter.drawn[1].area.cy > line.bottom
    assert icon.cy == pytest.approx(line.cy, abs=text)
