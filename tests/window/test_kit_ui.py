"""Focus, keys, pointer: what the player does becomes messages, and nothing else."""

import pygame
import pytest

from game.window.kit import (
    Back,
    Button,
    CardButton,
    Column,
    Flex,
    Grid,
    Keys,
    Modal,
    Pad,
    Popover,
    Row,
    Scroll,
    Select,
    Spacer,
    Stack,
    Text,
    TextEntry,
    Ui,
    tabs,
)
from game.window.kit.controls import Track
from game.window.kit.ui import TIP_DELAY


def press(ui: Ui, key: int, mod: int = 0) -> list[object]:
    return ui.handle(pygame.event.Event(pygame.KEYDOWN, key=key, mod=mod, unicode=""))


def mouse(ui: Ui, kind: int, point: tuple[float, float]) -> list[object]:
    data = {"buttons": (1, 0, 0), "rel": (0, 0)} if kind == pygame.MOUSEMOTION else {"button": 1}
    return ui.handle(pygame.event.Event(kind, pos=point, **data))


def middle(ui: Ui, id: str) -> tuple[float, float]:
    found = ui.frame.find(id)
    assert found is not None
    return found.rect.cx, found.rect.cy


def click(ui: Ui, point: tuple[float, float]) -> list[object]:
    return mouse(ui, pygame.MOUSEBUTTONDOWN, point) + mouse(ui, pygame.MOUSEBUTTONUP, point)


def shown(tree, size=(600, 400), **more) -> Ui:
    ui = Ui(pygame.Surface(size), **more)
    ui.show(tree)
    return ui


def button(id: str, **more) -> Button:
    return Button(id.title(), f"pressed {id}", id=id, **more)


def three() -> Column:
    return Column([button("one"), button("two"), button("three")])


def test_tab_goes_round_in_reading_order_and_shift_tab_back() -> None:
    ui = shown(three())
    seen = [ui.focus]
    for _ in range(3):
        press(ui, pygame.K_TAB)
        seen.append(ui.focus)
    assert seen == ["one", "two", "three", "one"]
    press(ui, pygame.K_TAB, pygame.KMOD_SHIFT)
    assert ui.focus == "three"


@pytest.mark.parametrize("key", [pygame.K_RETURN, pygame.K_SPACE, pygame.K_KP_ENTER])
def test_enter_and_space_press_what_has_the_focus(key) -> None:
    assert press(shown(three()), key) == ["pressed one"]


def test_the_arrows_go_to_the_neighbour() -> None:
    ui = shown(Grid([button(name) for name in "abcdef"], 3))
    path = []
    for key in (pygame.K_RIGHT, pygame.K_DOWN, pygame.K_LEFT, pygame.K_UP):
        press(ui, key)
        path.append(ui.focus)
    assert path == ["b", "e", "d", "a"]


def test_the_arrows_go_round_in_a_list() -> None:
    ui = shown(three())
    press(ui, pygame.K_UP)
    assert ui.focus == "three"
    press(ui, pygame.K_DOWN)
    assert ui.focus == "one"


def test_a_click_counts_where_it_began_and_ended() -> None:
    ui = shown(three())
    assert click(ui, middle(ui, "two")) == ["pressed two"]
    assert ui.focus == "two"


def test_dragging_off_before_letting_go_cancels() -> None:
    ui = shown(three())
    assert mouse(ui, pygame.MOUSEBUTTONDOWN, middle(ui, "two")) == []
    assert mouse(ui, pygame.MOUSEBUTTONUP, middle(ui, "three")) == []
    assert mouse(ui, pygame.MOUSEBUTTONUP, middle(ui, "two")) == []


def test_the_pointer_is_scaled_from_window_units_to_units() -> None:
    ui = shown(three(), (1200, 800), scale=2.0)
    ui.ratio = 2.0
    assert click(ui, middle(ui, "three")) == ["pressed three"]


def test_what_is_disabled_can_be_read_but_not_pressed() -> None:
    ui = shown(Column([button("one", enabled=False), button("two")]))
    assert ui.focus == "one"
    assert press(ui, pygame.K_RETURN) == []
    assert click(ui, middle(ui, "one")) == []
    assert ui.focused().enabled is False


def test_the_focus_stays_on_its_id_when_the_tree_is_rebuilt() -> None:
    ui = shown(three())
    ui.set_focus("three")
    ui.show(Column([Text("New"), button("three"), button("one")]))
    assert ui.focus == "three"


def test_the_focus_goes_to_the_nearest_when_its_widget_has_gone() -> None:
    ui = shown(three())
    ui.set_focus("three")
    ui.show(Column([button("one"), button("two")]))
    assert ui.focus == "two"
    ui.show(Spacer())
    assert ui.focus == ""
    assert press(ui, pygame.K_RETURN) == []


def test_a_screen_can_say_where_the_focus_starts() -> None:
    assert shown(Column([button("one"), button("two", autofocus=True)])).focus == "two"


def test_a_hotkey_presses_from_anywhere_but_not_while_typing() -> None:
    entry = TextEntry("Name", id="name")
    ui = shown(Column([button("one"), button("two", hotkey="b"), button("three", hotkey="f2"), entry]))
    assert press(ui, pygame.K_b) == ["pressed two"]
    assert press(ui, pygame.K_b, pygame.KMOD_CTRL) == []
    ui.set_focus("name")
    assert press(ui, pygame.K_b) == []
    assert press(ui, pygame.K_F2) == ["pressed three"]


def test_escape_sends_back_when_nothing_is_open() -> None:
    assert press(shown(three()), pygame.K_ESCAPE) == [Back()]


def test_keys_can_be_remapped() -> None:
    ui = shown(three(), keys=Keys(activate=(pygame.K_x,), next=(pygame.K_n,)))
    press(ui, pygame.K_n)
    assert press(ui, pygame.K_x) == ["pressed two"]
    assert press(ui, pygame.K_RETURN) == []


def test_a_dialog_keeps_the_focus_and_gives_it_back() -> None:
    dialog = Modal(Column([Text("Sure?"), button("yes"), button("no")]), "closed", id="dialog")
    ui = shown(three())
    ui.set_focus("two")
    ui.show(Stack(three(), [dialog]))
    assert ui.focus == "yes"
    assert [info.id for info in ui.widgets()] == ["yes", "no"]
    assert click(ui, middle(ui, "one")) == ["closed"]
    assert press(ui, pygame.K_ESCAPE) == ["closed"]
    ui.show(three())
    assert ui.focus == "two"


def test_a_click_on_the_dialog_itself_does_not_close_it() -> None:
    dialog = Modal(Column([Text("Sure?"), button("yes")]), "closed", id="dialog")
    ui = shown(Stack(three(), [dialog]))
    where = ui.frame.find("yes").card
    assert click(ui, (where.x + 4, where.y + 4)) == []


def test_a_popover_lies_beside_its_anchor_and_on_the_screen() -> None:
    row = Row([button("left"), Flex(Spacer()), button("right")])
    for anchor in ("left", "right"):
        ui = shown(Stack(row, [Popover(button("inside"), "closed", id="pop", anchor=anchor, width=200)]))
        inside, beside = ui.frame.find("inside"), ui.frame.find(anchor)
        assert ui.screen.holds(inside.card)
        assert not inside.card.meets(beside.rect)
        assert ui.focus == "inside"


def test_a_dialog_taller_than_the_screen_scrolls() -> None:
    ui = shown(Stack(three(), [Modal(Column([button(f"b{i}") for i in range(30)]), id="dialog")]))
    ui.draw()
    assert ui.memory("dialog/scroll").extent > 0
    press(ui, pygame.K_UP)
    assert ui.focus == "b29"
    assert ui.screen.holds(ui.frame.find("b29").rect)


def long_page() -> Column:
    cells = [Row([button(f"b{i}"), Text("words")]) for i in range(40)]
    return Column([button("top"), Flex(Scroll(Column(cells)))])


def test_the_focus_is_brought_into_view() -> None:
    ui = shown(long_page())
    for _ in range(41):
        item = ui.frame.find(ui.focus)
        assert item.clip.holds(item.rect)
        press(ui, pygame.K_TAB)
    assert ui.focus == "top"


def test_the_wheel_scrolls_what_is_under_the_pointer() -> None:
    ui = shown(long_page())
    mouse(ui, pygame.MOUSEMOTION, (100, 300))
    ui.handle(pygame.event.Event(pygame.MOUSEWHEEL, y=-1, precise_y=-1.0))
    assert ui.memory("page").offset == 64
    mouse(ui, pygame.MOUSEMOTION, (100, 10))  # over a bar beside the only page there is
    ui.handle(pygame.event.Event(pygame.MOUSEWHEEL, y=-1, precise_y=-1.0))
    assert ui.memory("page").offset == 128


def test_page_and_end_keys_scroll_and_stop_at_the_ends() -> None:
    ui = shown(long_page())
    press(ui, pygame.K_PAGEDOWN)
    page = ui.memory("page")
    assert 0 < page.offset < page.extent
    press(ui, pygame.K_END)
    assert page.offset == page.extent
    press(ui, pygame.K_HOME)
    assert page.offset == 0


def test_the_scroll_bar_can_be_dragged() -> None:
    ui = shown(long_page())
    mouse(ui, pygame.MOUSEBUTTONDOWN, (594, 60))
    mouse(ui, pygame.MOUSEMOTION, (594, 5_000))
    assert ui.memory("page").offset == ui.memory("page").extent
    mouse(ui, pygame.MOUSEBUTTONUP, (594, 5_000))
    mouse(ui, pygame.MOUSEMOTION, (594, 60))
    assert ui.memory("page").offset == ui.memory("page").extent


def test_scroll_offsets_survive_a_rebuild() -> None:
    ui = shown(long_page())
    press(ui, pygame.K_PAGEDOWN)
    before = ui.memory("page").offset
    ui.show(long_page())
    ui.draw()
    assert ui.memory("page").offset == before


def test_a_page_of_words_can_be_read_with_the_keyboard() -> None:
    ui = shown(Column([Flex(Scroll(Column([Text(f"line {i}") for i in range(60)])))]))
    assert ui.focused().role == "text"
    press(ui, pygame.K_DOWN)
    assert ui.memory("page").offset > 0


def test_the_down_arrow_shows_the_words_between_two_buttons() -> None:
    words = Column([Text(f"line {i}") for i in range(60)])
    ui = shown(Column([Flex(Scroll(Column([button("above"), words, button("below")])))]))
    read = set()
    for _ in range(20):
        read |= {text for text, _ in ui.texts()}
        if ui.focus == "below":
            break
        press(ui, pygame.K_DOWN)
    assert ui.focus == "below"
    assert {f"line {i}" for i in range(60)} <= read


def test_help_shows_after_a_rest_on_focus_and_on_hover() -> None:
    ui = shown(Column([button("one", help="First."), button("two", help="Second.")]))
    ui.tick(10_000)
    assert not [text for text, _ in ui.texts() if text == "First."]
    press(ui, pygame.K_TAB)
    ui.tick(10_000 + TIP_DELAY - 1)
    assert "Second." not in [text for text, _ in ui.texts()]
    ui.tick(10_000 + TIP_DELAY)
    assert "Second." in [text for text, _ in ui.texts()]
    mouse(ui, pygame.MOUSEMOTION, middle(ui, "one"))
    assert "Second." not in [text for text, _ in ui.texts()]
    ui.tick(10_000 + 2 * TIP_DELAY)
    assert "First." in [text for text, _ in ui.texts()]


def test_help_shows_at_once_when_asked_and_escape_hides_it() -> None:
    ui = shown(Column([button("one", help="First.")]))
    press(ui, pygame.K_F1)
    assert "First." in [text for text, _ in ui.texts()]
    assert press(ui, pygame.K_ESCAPE) == []
    assert "First." not in [text for text, _ in ui.texts()]
    assert press(ui, pygame.K_ESCAPE) == [Back()]


def test_where_nothing_has_help_of_its_own_that_of_the_whole_screen_opens() -> None:
    ui = shown(Column([button("one"), button("help")]))
    assert press(ui, pygame.K_F1) == ["pressed help"]
    assert ui.focus == "one"


def test_help_that_showed_by_itself_does_not_stand_in_the_way_of_help_that_is_asked_for() -> None:
    ui = shown(Column([button("one", help="First."), button("two", help="Second."), button("help")]))
    mouse(ui, pygame.MOUSEMOTION, middle(ui, "two"))
    ui.tick(0)
    ui.tick(2 * TIP_DELAY)
    assert "Second." in [text for text, _ in ui.texts()]
    assert press(ui, pygame.K_F1) == []
    assert "First." in [text for text, _ in ui.texts()]
    press(ui, pygame.K_F1)
    mouse(ui, pygame.MOUSEMOTION, middle(ui, "one"))
    ui.tick(4 * TIP_DELAY)
    assert "First." in [text for text, _ in ui.texts()]
    assert press(ui, pygame.K_F1) == ["pressed help"]


def test_a_list_opens_chooses_and_closes() -> None:
    options = (("am", "Account manager"), ("pm", "Project manager"))
    ui = shown(Column([Select("Seat", options, "pm", lambda key: ("seat", key), id="seat"), button("other")]))
    assert press(ui, pygame.K_RETURN) == []
    assert ui.focus == "seat/pm"
    press(ui, pygame.K_UP)
    assert press(ui, pygame.K_RETURN) == [("seat", "am")]
    assert ui.focus == "seat"
    press(ui, pygame.K_RETURN)
    assert press(ui, pygame.K_ESCAPE) == []
    assert ui.focus == "seat"
    press(ui, pygame.K_RETURN)
    assert click(ui, (590, 390)) == []
    assert ui.focus == "seat"


def test_widgets_tell_what_narration_needs() -> None:
    card = CardButton(Text("Take it all on"), id="a", label="A. Take it all on", state="taken", help="Generous.")
    info = shown(Column([card, button("go", hotkey="g")])).focused()
    assert (info.id, info.label, info.value, info.help) == ("a", "A. Take it all on", "chosen", "Generous.")
    assert (info.nth, info.total) == (1, 2)


def test_texts_are_what_can_be_seen() -> None:
    ui = shown(Column([Text("seen"), Flex(Scroll(Column([Text(f"line {i}") for i in range(60)])))]))
    words = [text for text, _ in ui.texts()]
    assert "seen" in words
    assert "line 3" in words
    assert "line 50" not in words


def test_the_focus_can_be_seen() -> None:
    ui = shown(three())
    ui.draw()
    before = ui.painter.surface.copy()
    press(ui, pygame.K_TAB)
    assert ui.dirty
    ui.draw()
    changed = pygame.mask.from_threshold(ui.painter.surface, (0, 0, 0), (1, 1, 1), before).count()
    assert ui.painter.surface.get_width() * ui.painter.surface.get_height() - changed > 300
    assert not ui.dirty


def test_the_ring_of_a_widget_at_the_edge_of_the_window_is_drawn_inside_it() -> None:
    surface = pygame.Surface((200, 100))
    ui = Ui(surface)
    ui.show(Button("At the top", 1, id="top", autofocus=True))
    ui.draw()
    ground = surface.get_at((100, 99))
    ink = pygame.Color(ui.painter.theme.action)
    assert ui.focus == "top"
    assert surface.get_at((100, 0)) != ink
    assert surface.get_at((100, 2)) == ink
    assert ground != ink


def test_the_ring_of_an_entry_leaves_its_label_alone() -> None:
    surface = pygame.Surface((200, 120))
    ui = Ui(surface)
    ui.show(Pad(TextEntry("One thing to keep", id="keep", autofocus=True), 10))
    ui.draw()
    rect = next(item.rect for item in ui.frame.items if isinstance(item.widget, TextEntry))
    beside = [surface.get_at((round(rect.x) - 4, y)) for y in range(round(rect.y), round(rect.bottom))]
    ink = pygame.Color(ui.painter.theme.action)
    assert ink not in beside[:12]
    assert ink in beside[-20:]


def test_tabs_lie_in_a_track_no_wider_than_they_are() -> None:
    ui = Ui(pygame.Surface((600, 200)))
    ui.show(Column([tabs("side", (("plan", "Plan"), ("people", "People")), "people", str)]))
    track = next(item.rect for item in ui.frame.items if isinstance(item.widget, Track))
    assert track.w < 300
    assert all(track.holds(each.rect) for each in ui.widgets())
