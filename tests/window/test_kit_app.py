"""A screen from end to end: the example in the documentation, the demo at every size, the loop's decisions."""

import importlib.util
import re
from pathlib import Path
from random import Random

import pygame
import pytest

from game.window import kit
from game.window.kit import (
    HIGH_CONTRAST,
    THEMES,
    Appearance,
    Button,
    Column,
    Glide,
    Keys,
    Quit,
    Restyle,
    Session,
    Text,
    Ui,
    display_problem,
    render_to_surface,
    run,
)


def demo_module():
    path = Path(__file__).with_name("kit_demo.py")
    spec = importlib.util.spec_from_file_location("kit_demo", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


DEMO = demo_module()


def session(screen, size=(1280, 720), appearance=None) -> Session:
    return Session(screen, Ui(pygame.Surface(size)), appearance or Appearance())


def words(playing: Session) -> str:
    return " | ".join(text for text, _ in playing.ui.texts())


def test_the_example_in_the_documentation_works() -> None:
    example = re.search(r"(    from game.*?)\n\n`run", kit.__doc__, re.DOTALL).group(1)
    names: dict = {}
    exec("\n".join(line[4:] for line in example.splitlines()), names)
    playing = session(names["Greeting"]())
    assert playing.ui.focus == "leave"
    playing.press("loud")
    assert "It is a big day." in words(playing)
    assert playing.ui.audit() == []
    playing.handle(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_l, mod=0))
    assert not playing.running


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize(("size", "text_scale"), [((1280, 720), 1.0), ((1280, 720), 2.0), ((1920, 1080), 1.5)])
def test_a_busy_screen_is_sound_at_every_size(theme, size, text_scale) -> None:
    playing = session(DEMO.Demo(), size, Appearance(theme, 1.0, text_scale))
    assert [str(f) for f in playing.ui.audit(7.0 if theme is HIGH_CONTRAST else 4.5)] == []


def test_a_busy_screen_fits_the_smallest_window_without_scrolling() -> None:
    playing = session(DEMO.Demo())
    playing.ui.draw()
    assert playing.ui.memory("page").extent == 0


def test_every_widget_of_a_busy_screen_is_reached_with_tab_and_seen() -> None:
    playing = session(DEMO.Demo(), appearance=Appearance(text_scale=2.0))
    ids = {info.id for info in playing.ui.widgets()}
    reached = set()
    for _ in ids:
        playing.ui.command("next")
        reached.add(playing.ui.focus)
        assert playing.ui.screen.meets(playing.ui.focused().rect)
    assert reached == ids


def random_input(luck: Random) -> pygame.event.Event:
    keys = [*vars(Keys()).values(), (pygame.K_a,), (pygame.K_BACKSPACE,), (pygame.K_v,)]
    point = (luck.randrange(-50, 1330), luck.randrange(-50, 770))
    return luck.choice(
        [
            pygame.event.Event(pygame.KEYDOWN, key=luck.choice(keys)[0], mod=luck.choice((0, 0, pygame.KMOD_CTRL))),
            pygame.event.Event(pygame.TEXTINPUT, text=luck.choice(("a", " ", "é", "\x00", "\ud800"))),
            pygame.event.Event(pygame.MOUSEMOTION, pos=point, buttons=(0, 0, 0), rel=(0, 0)),
            pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=point, button=1),
            pygame.event.Event(pygame.MOUSEBUTTONUP, pos=point, button=1),
            pygame.event.Event(pygame.MOUSEWHEEL, y=luck.choice((-1, 1)), precise_y=luck.choice((-1.0, 1.0))),
        ]
    )


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("above", ["", "dialog", "popover"])
def test_no_input_breaks_a_screen_and_the_focus_is_always_somewhere_reachable(seed, above) -> None:
    luck = Random(f"{seed}/{above}")
    playing = session(DEMO.Gallery(above), appearance=Appearance(text_scale=1.0 + seed % 2))
    for now in range(0, 20_000, 100):
        playing.handle(random_input(luck))
        playing.tick(now)
        if now % 1_000 == 0:
            playing.ui.draw()
        assert playing.ui.focus in {info.id for info in playing.ui.widgets()}


@pytest.mark.parametrize("above", ["", "dialog", "popover"])
@pytest.mark.parametrize("text_scale", [1.0, 1.5, 2.0])
def test_every_control_is_sound_at_every_text_size(above, text_scale) -> None:
    playing = session(DEMO.Gallery(above), appearance=Appearance(text_scale=text_scale))
    assert [str(f) for f in playing.ui.audit()] == []


class Pages:
    def __init__(self, name: str = "first", look: Appearance | None = None) -> None:
        self.name, self.look = name, look

    def view(self, ui):
        return Column([Text(self.name), Button("Next", "next", id="next"), Button("Dark", "look", id="look")])

    def on_message(self, message):
        if message == "next":
            return Pages("second")
        return Restyle(self.look) if message == "look" else Quit()

    def on_tick(self, now_ms):
        return now_ms == 7


def test_a_screen_hands_over_to_the_next_which_starts_afresh() -> None:
    playing = session(Pages())
    playing.ui.set_focus("look")
    playing.press("next")
    assert "second" in words(playing)
    assert playing.ui.focus == "next"


def test_the_look_changes_at_once() -> None:
    playing = session(Pages(look=Appearance(HIGH_CONTRAST, 1.5, 2.0)))
    playing.press("look")
    assert playing.ui.painter.theme is HIGH_CONTRAST
    assert (playing.ui.painter.scale, playing.ui.painter.text_scale) == (1.5, 2.0)


def test_nothing_is_drawn_again_while_nothing_happens() -> None:
    playing = session(Pages())
    assert playing.tick(1)
    playing.ui.draw()
    assert not playing.tick(2)
    assert playing.tick(7)


def test_a_larger_window_shows_the_same_units() -> None:
    assert Appearance().scale((1920, 1080)) == 1.5
    assert Appearance().scale((2560, 1080)) == 1.5
    assert Appearance(ui_scale=1.2).scale((1280, 720)) == 1.2


def test_a_picture_can_be_taken_without_a_window() -> None:
    picture = render_to_surface(Pages(), (640, 360), scale=1.0)
    assert picture.get_size() == (640, 360)
    assert picture.get_at((639, 359)) != (0, 0, 0, 255)


def test_an_invisible_window_is_a_problem_unless_asked_for(monkeypatch) -> None:
    pygame.display.quit()
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    assert display_problem() is None
    monkeypatch.setenv("SDL_VIDEODRIVER", "")
    assert "terminal" in display_problem()
    pygame.display.quit()


def test_the_loop_opens_a_window_plays_and_closes(monkeypatch) -> None:
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    assert display_problem() is None
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0))
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_ESCAPE, mod=0))
    assert run(Pages(), title="A test") == Appearance()
    pygame.display.quit()


def test_other_work_is_done_while_nobody_does_anything(monkeypatch) -> None:
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    assert display_problem() is None
    pieces: list[int] = []

    def piece() -> bool:
        pieces.append(now[0])
        if len(pieces) == 3:
            pygame.event.post(pygame.event.Event(pygame.QUIT))
        return len(pieces) % 3 != 0

    now = [0]

    def clock() -> int:
        now[0] += 10
        return now[0]

    pygame.event.post(pygame.event.Event(pygame.MOUSEMOTION, pos=(5, 5), rel=(1, 1), buttons=(0, 0, 0)))
    run(Pages(), title="A test", spare=piece, clock=clock)
    assert len(pieces) == 3
    assert pieces[0] >= 250  # not at once after the pointer moved
    pygame.display.quit()


def test_movement_arrives_exactly_and_can_be_left_out() -> None:
    glide = Glide(0.0, 10.0, since=100, lasts=200)
    assert glide.at(100) == 0.0
    assert 5.0 < glide.at(200) < 10.0
    assert glide.at(300) == 10.0
    assert glide.done(300)
    assert Glide(0.0, 10.0, since=100, still=True).at(100) == 10.0
    assert glide.to(0.0, 200).at(200) == glide.at(200)
