"""Columns, rows, grids and scrolls share the room there is, and give way to large text."""

import pygame
import pytest

from game.window.kit import (
    Card,
    Column,
    Custom,
    Fixed,
    Flex,
    Grid,
    Pad,
    Rect,
    Roomy,
    Row,
    Scroll,
    Spacer,
    Tallest,
    Text,
    Ui,
)


def block(name: str, tall: float = 20, wide: float = 50) -> Custom:
    custom = Custom(lambda p, rect: None, tall, wide)
    custom.name = name  # type: ignore[attr-defined]
    return custom


def places(tree, size=(400, 300), text_scale=1.0) -> dict[str, Rect]:
    ui = Ui(pygame.Surface(size), 1.0, text_scale)
    ui.show(tree)
    return {item.widget.name: item.rect for item in ui.frame.items if hasattr(item.widget, "name")}


def test_a_column_stacks_and_gives_what_is_left_to_flex() -> None:
    at = places(Column([block("a"), Flex(block("b")), None, block("c")], gap=10))
    assert at == {"a": Rect(0, 0, 400, 20), "b": Rect(0, 30, 400, 240), "c": Rect(0, 280, 400, 20)}


@pytest.mark.parametrize(
    ("justify", "tops"), [("start", (0, 28)), ("center", (126, 154)), ("end", (252, 280)), ("between", (0, 280))]
)
def test_a_column_places_what_does_not_stretch(justify, tops) -> None:
    at = places(Column([block("a"), block("b")], justify=justify))
    assert (at["a"].y, at["b"].y) == tops


def test_a_column_can_leave_its_children_their_width() -> None:
    assert places(Column([block("a")], align="end"))["a"] == Rect(350, 0, 50, 20)


def test_a_row_shares_its_width_by_weight() -> None:
    at = places(Row([Fixed(block("a"), 100), Flex(block("b")), Flex(block("c"), 2)], gap=0, align="stretch"))
    assert [at[name].w for name in "abc"] == [100, 100, 200]
    assert at["a"].h == 300


def test_a_flex_child_does_not_get_less_than_its_least() -> None:
    at = places(Row([Flex(block("a"), 1, 150), Flex(block("b"), 3, 50)], gap=0))
    assert (at["a"].w, at["b"].w) == (150, 250)


def test_a_row_breaks_when_it_does_not_fit_and_panels_then_fill_their_line() -> None:
    row = Row([Fixed(block("left"), 150), Flex(block("right"), least=200)], gap=10)
    assert places(row)["right"] == Rect(160, 140, 240, 20)
    at = places(row, text_scale=2.0)
    assert at["left"] == Rect(0, 0, 400, 20)
    assert at["right"] == Rect(0, 30, 400, 20)


def test_chips_flow_onto_the_next_line_with_their_own_width() -> None:
    at = places(Row([block(str(i), 20, 150) for i in range(4)], gap=10))
    assert [(at[str(i)].x, at[str(i)].w) for i in range(4)] == [(0, 150), (160, 150), (0, 150), (160, 150)]
    assert at["2"].y == 30


@pytest.mark.parametrize(("justify", "left"), [("start", 0), ("center", 145), ("end", 290)])
def test_a_row_places_its_children(justify, left) -> None:
    assert places(Row([block("a"), block("b")], gap=10, justify=justify))["a"].x == left


def test_a_row_that_must_not_break_shrinks_instead() -> None:
    at = places(Row([block("a", 20, 300), block("b", 20, 300)], gap=0, wrap=False))
    assert (at["a"].w, at["b"].w) == (200, 200)


@pytest.mark.parametrize(
    ("below", "tall"),
    [(20, 150), (200, 100), (290, 20)],  # up to what it may; what there is; nothing where the page is full
)
def test_room_is_kept_for_what_may_come_but_never_makes_a_page_scroll(below, tall) -> None:
    kept = Roomy(block("now", 20), Tallest([Spacer(180)]), 150)
    found = places(Column([kept, block("below", below), Flex(block("rest", 0))], gap=0))
    assert found["below"].y == pytest.approx(tall)


def test_a_grid_takes_as_many_columns_as_fit() -> None:
    grid = Grid([block(str(i)) for i in range(5)], 5, least=70, gap=10)
    assert places(grid)["1"].x == 82
    at = places(grid, text_scale=2.0)
    assert (at["1"].x, at["2"].x, at["2"].w) == (205, 0, 195)


def test_cards_in_a_stretched_row_are_equally_tall() -> None:
    at = places(Column([Row([Card(block("a", 20)), Card(block("b", 80))], align="stretch")]))
    assert at["a"].h == at["b"].h == 80


def test_a_tree_taller_than_the_window_scrolls() -> None:
    ui = Ui(pygame.Surface((300, 200)))
    ui.show(Column([Text(f"line {i}") for i in range(40)]))
    ui.draw()
    assert ui.memory("whole-screen").view == Rect(0, 0, 300, 200)
    assert ui.memory("whole-screen").extent > 800 - 200


def test_a_scroll_takes_what_its_column_gives_and_its_child_fills_it() -> None:
    at = places(Column([block("top"), Flex(Scroll(Column([block("a"), Flex(Spacer()), block("b")])))], gap=0))
    assert at["b"].bottom == 300
    at = places(Column([block("top"), Flex(Scroll(block("tall", 900)))], gap=0))
    assert at["tall"].h == 900
    assert at["tall"].w == 400 - 14


def test_padding_keeps_its_distance() -> None:
    assert places(Pad(block("a"), 10, 5))["a"] == Rect(10, 5, 380, 290)


def test_measuring_again_costs_nothing_until_the_scale_changes() -> None:
    calls = []
    counted = Custom(lambda p, rect: None, lambda p, width: calls.append(width) or 10.0)
    ui = Ui(pygame.Surface((300, 200)))
    ui.show(Column([counted]))
    ui.draw()
    ui.show(Column([counted]))
    ui.draw()
    assert len(calls) == 1
    ui.configure(ui.painter.surface, 2.0, 1.0, ui.painter.theme)
    ui.draw()
    assert len(calls) > 1


def test_a_grid_that_gives_way_leaves_nobody_alone_in_the_last_row() -> None:
    def rows(count: int, width: int) -> list[int]:
        at = places(Grid([block(f"{i}") for i in range(count)], 4, 100, 0), (width, 300))
        tops = [at[f"{i}"].y for i in range(count)]
        return [tops.count(top) for top in sorted(set(tops))]

    assert rows(4, 400) == [4]
    assert rows(4, 350) == [2, 2]
    assert rows(5, 350) == [3, 2]
    assert rows(7, 350) == [3, 3, 1]
