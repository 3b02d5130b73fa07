"""What the painter draws: smooth edges, caches that stay small, an emblem that is honest about areas."""

import pygame
import pytest

from game.window.kit.cache import Cache
from game.window.kit.emblem import Halves
from game.window.kit.geometry import Rect
from game.window.kit.paint import Painter
from game.window.kit.theme import DARK, LIGHT, THEMES, channels


def painter(size=(200, 120), scale=1.0, text_scale=1.0, theme=LIGHT) -> Painter:
    p = Painter(pygame.Surface(size), scale, text_scale, theme)
    p.surface.fill(theme.bg)
    return p


def colours(p: Painter, rect: pygame.Rect) -> set[tuple[int, int, int]]:
    return {
        tuple(p.surface.get_at((x, y)))[:3] for x in range(rect.left, rect.right) for y in range(rect.top, rect.bottom)
    }


def test_a_rounded_box_is_smooth_at_the_corner_and_exact_inside() -> None:
    p = painter()
    p.rounded(Rect(10, 10, 100, 60), 12, "#000000")
    assert len(colours(p, pygame.Rect(10, 10, 12, 12))) > 4
    assert colours(p, pygame.Rect(30, 20, 60, 40)) == {(0, 0, 0)}
    assert tuple(p.surface.get_at((10, 10)))[:3] == channels(LIGHT.bg)


@pytest.mark.parametrize("rect", [Rect(0, 0, 0, 10), Rect(0, 0, 1, 1), Rect(0, 0, 3, 50), Rect(-50, -50, 20, 20)])
def test_boxes_of_any_size_are_drawn_without_complaint(rect) -> None:
    p = painter()
    p.rounded(rect, 12, "card", "line")
    p.shadow(rect, 12, 1)
    p.ring(rect, 8)
    p.bar(rect.x, rect.y, rect.w, 0.5, "rel")


def test_a_ring_is_hollow() -> None:
    p = painter()
    p.ring(Rect(20, 20, 60, 40))
    assert colours(p, pygame.Rect(24, 24, 50, 30)) == {channels(LIGHT.bg)}
    assert channels(LIGHT.action) in colours(p, pygame.Rect(14, 14, 72, 52))


def test_neighbours_stay_neighbours_at_an_odd_scale() -> None:
    p = painter(scale=1.37)
    left, right = p.box(Rect(10, 10, 33, 10)), p.box(Rect(43, 10, 21, 10))
    assert left.right == right.left


def test_the_caches_forget_and_are_emptied_when_the_scale_changes() -> None:
    p = painter()
    for number in range(3_000):
        p.text(0, 20, f"a different line {number}", 15)
    assert p._type._pictures.weight <= 6_000_000
    epoch = p.epoch
    assert not p.configure(p.surface, 1.0, 1.0, LIGHT)
    assert p.epoch is epoch
    assert p.configure(p.surface, 1.5, 1.0, DARK)
    assert p.epoch is not epoch
    assert len(p._type._pictures) == 0


def test_a_cache_keeps_its_weight_below_the_limit() -> None:
    cache: Cache[str] = Cache(100, len)
    for number in range(50):
        cache.get(number, lambda: "x" * 30)
    assert cache.weight <= 100
    assert cache.get("huge", lambda: "x" * 1_000) == "x" * 1_000
    assert cache.weight <= 100


def test_a_missing_icon_is_noted_and_drawn_as_something() -> None:
    p = painter()
    p.icon(10, 20, "no-such-icon")
    assert p.missing_icons == ["no-such-icon"]


def test_only_an_asked_for_ellipsis_shortens() -> None:
    p = painter()
    p.text(0, 20, "A rather long remark about scope", 15, room=60)
    p.text(0, 50, "A rather long remark about scope", 15)
    shortened, full = p.drawn
    assert shortened.text.endswith("…")
    assert shortened.shortened
    assert full.text == "A rather long remark about scope"


@pytest.mark.parametrize(("first", "second"), [(64, 47), (30, 70), (50, 50), (0, 0), (100, 0), (0, 100)])
def test_the_heads_and_the_areas_of_the_emblem_follow_the_values(first, second) -> None:
    halves = Halves.of(100, first, second)
    (_, one), (_, two) = halves.heads
    assert one + two == pytest.approx(100)
    if min(first, second) > 10:
        assert one / two == pytest.approx(first / second)


def test_the_painted_areas_stand_in_the_ratio_of_the_values() -> None:
    p = painter((400, 400))
    p.fill(Rect(0, 0, 400, 400), "card")
    p.emblem(200, 200, 190, 70, 30, ring=False)
    pixels = [tuple(p.surface.get_at((x, y)))[:3] for x in range(400) for y in range(0, 400, 2)]
    blue, orange = pixels.count(channels(LIGHT.rel)), pixels.count(channels(LIGHT.dlv))
    assert blue / (blue + orange) == pytest.approx(0.7, abs=0.05)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_everything_can_be_drawn_in_every_theme(theme) -> None:
    p = painter(scale=1.5, text_scale=1.5, theme=theme)
    p.chip(5, 5, "8 days", "dlv", "wrench")
    p.keycap(5, 40, "Esc")
    p.diamond(60, 20, hollow=True)
    p.polyline([(0, 0), (20, 30), (40, 10)], "rel", 3)
    p.polygon([(0, 0), (20, 30), (40, 10)], "good")
    p.dashed(20, 0, 50)
    p.picture(
        Rect(50, 50, 30, 30),
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>',
    )
    p.dim(Rect(0, 0, 50, 50))
    assert len(colours(p, p.surface.get_rect())) > 20


def test_a_picture_has_rounded_corners() -> None:
    p = painter()
    p.picture(
        Rect(0, 0, 40, 40),
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9" fill="#FF0000"/></svg>',
    )
    assert tuple(p.surface.get_at((0, 0)))[:3] == channels(LIGHT.bg)
    assert tuple(p.surface.get_at((20, 20)))[:3] == (255, 0, 0)
