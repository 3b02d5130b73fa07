"""A real window, real keys and a real pointer, under Xvfb: a whole play from the library to its ending and back.

Skipped where Xvfb or xdotool is missing, unless OVERPROMISE_MUST_RUN is set. The window tells what is on it, and where,
in a JSON file (OVERPROMISE_TEST_LOG); the test waits for that, never for a time.
"""

from __future__ import annotations

import json
import os
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TOOLS = ("Xvfb", "xdotool")
PATIENCE = 30.0  # seconds for anything to happen; the machine may be busy
POLL = 0.02
APP = """
import sys
from game.records.places import find_places
from game.window.house import open_house
from game.window.start import open_window
sys.exit(open_window(open_house(find_places(sys.argv[1], {}))))
"""

needs_a_screen = pytest.mark.skipif(
    not all(shutil.which(tool) for tool in TOOLS) and not os.environ.get("OVERPROMISE_MUST_RUN"),
    reason="needs Xvfb and xdotool",
)
pytestmark = pytest.mark.real_window


def environment(**more: str) -> dict[str, str]:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER", "SDL_VIDEO_X11_WMCLASS")
    kept = {name: value for name, value in os.environ.items() if name not in hidden}
    return {**kept, "SDL_AUDIODRIVER": "dummy", "PYTHONPATH": str(ROOT), **more}


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """The name of a screen nobody looks at."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=(writing,), stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        ready, _, _ = select.select([reading], [], [], PATIENCE)
        number = os.read(reading, 16).decode().strip() if ready else ""
        assert number, "Xvfb did not start"
        yield f":{number}"
    finally:
        os.close(reading)
        server.terminate()
        server.wait(PATIENCE)


class Player:
    """Somebody in front of the window."""

    def __init__(self, display: str, home: Path) -> None:
        self.display, self.home = display, home
        self.log = home / "window-log.json"
        self.start()

    def start(self) -> None:
        self.log.unlink(missing_ok=True)
        env = environment(DISPLAY=self.display, OVERPROMISE_TEST_LOG=str(self.log))
        self.app = subprocess.Popen(self.command(), env=env)
        found = self.tool("search", "--sync", "--onlyvisible", "--class", "overpromise").split()
        self.window = found[-1]
        self.tool("windowfocus", "--sync", self.window)
        self.until(lambda: bool(self.seen()["widgets"]), "the first screen")

    def command(self) -> list[str]:
        return [sys.executable, "-c", APP, str(self.home)]

    def end(self) -> None:
        if self.app.poll() is None:
            self.app.kill()
        self.app.wait(PATIENCE)

    def tool(self, *words: str) -> str:
        env = environment(DISPLAY=self.display)
        done = subprocess.run(
            ["xdotool", *words], env=env, capture_output=True, text=True, timeout=PATIENCE, check=True
        )
        return done.stdout

    # ---- seeing

    def seen(self) -> dict:
        try:
            return json.loads(self.log.read_text("utf-8"))
        except (OSError, ValueError):
            return {"screen": "", "focus": "", "dialog": [], "widgets": []}

    def ids(self) -> list[str]:
        return [widget["id"] for widget in self.seen()["widgets"]]

    def widget(self, id: str) -> dict:
        return next(widget for widget in self.seen()["widgets"] if widget["id"] == id)

    def until(self, check: Callable[[], bool], what: str) -> None:
        end = time.monotonic() + PATIENCE
        while not check():
            assert self.app.poll() is None, f"the window closed before {what}"
            assert time.monotonic() < end, f"waited in vain for {what}: {self.seen()}"
            time.sleep(POLL)

    def screen(self, name: str) -> None:
        self.until(lambda: self.seen()["screen"] == name, name)

    # ---- doing

    def act(self, *words: str) -> None:
        """One thing done, and its result on the screen."""
        before = self.log.read_text("utf-8")
        self.tool(*words)
        self.until(lambda: self.log.read_text("utf-8") != before, f"anything after {' '.join(words)}")

    def key(self, name: str) -> None:
        self.act("key", "--clearmodifiers", name)

    def go_to(self, id: str) -> None:
        """Tab until it has the focus."""
        for _ in range(len(self.ids()) + 1):
            if self.seen()["focus"] == id:
                return
            self.key("Tab")
        raise AssertionError(f"Tab never reaches {id}: {self.ids()}")

    def press(self, id: str) -> None:
        self.go_to(id)
        self.key("Return")

    def click(self, id: str) -> None:
        x, y, wide, tall = self.widget(id)["rect"]
        assert wide > 0, f"{id} is out of view"
        assert tall > 0, f"{id} is out of view"
        self.tool("mousemove", "--window", self.window, str(x + wide // 2), str(y + tall // 2))
        self.act("click", "1")


@pytest.fixture
def player(display: str, tmp_path: Path) -> Iterator[Player]:
    playing = Player(display, tmp_path)
    yield playing
    playing.end()


def play_to_the_end(player: Player, do: Callable[[str], None]) -> None:
    """From the first week to the ending, by whatever way `do` presses things."""
    for _ in range(60):
        screen, ids = player.seen()["screen"], player.ids()
        if screen == "EndingScreen":
            return
        if screen == "RecapScreen":
            do("onward")
        elif "guide/next" in ids:
            do("guide/next")
        elif "guide/close" in ids:
            do("guide/close")
        elif player.widget("start")["label"].startswith("Start"):
            do("start")
        else:
            do(open_choice(player) or "start")
    raise AssertionError(f"no ending after all this: {player.seen()['screen']}")


def open_choice(player: Player) -> str:
    """The first choice that can be taken; none when the event that is shown is answered."""
    choices = [widget for widget in player.seen()["widgets"] if widget["id"].startswith("choice/")]
    if any(widget["value"] == "chosen" for widget in choices):
        return ""
    return next((widget["id"] for widget in choices if widget["enabled"] and widget["value"] != "locked"), "")


def look_back(player: Player, do: Callable[[str], None]) -> None:
    """From the ending to the last step of the look back: a turning point named, a decision opened and another
    option tried, all steps taken."""
    do("look_back")
    player.screen("DebriefScreen")
    do("onward")
    do("mark/1/")
    do("onward")
    player.until(lambda: "decision/0" in player.ids(), "the review")
    weeks = [each for each in player.seen()["widgets"] if each["label"].startswith("Week ")]
    do(next(each["id"] for each in weeks if each["value"] != "open"))
    options = [each for each in player.seen()["widgets"] if each["id"].startswith("option/")]
    do(next(each["id"] for each in options if "your choice" not in each["label"]))
    player.until(lambda: "what_if/close" in player.ids(), "another option")
    do("what_if/close")
    do("onward")
    player.until(lambda: "keep" in player.ids(), "room for what to keep")


@needs_a_screen
def test_a_whole_play_with_the_keyboard_alone(player: Player) -> None:
    assert player.seen()["focus"] == "story/first_monday"
    player.key("Return")
    player.screen("BriefingScreen")
    player.key("Return")
    player.screen("WeekScreen")
    play_to_the_end(player, player.press)
    look_back(player, player.press)
    player.go_to("keep")
    player.tool("type", "Calling first")
    player.until(lambda: player.widget("keep")["value"] == "Calling first", "what was written")
    player.press("onward")
    player.press("onward")
    player.screen("EndingScreen")
    player.key("Escape")
    player.screen("PauseScreen")
    player.press("library")
    player.screen("LibraryScreen")
    player.go_to("quit")
    player.tool("key", "Return")
    assert player.app.wait(PATIENCE) == 0


@needs_a_screen
def test_a_whole_play_with_the_mouse_alone(player: Player) -> None:
    player.click("story/first_monday")
    player.screen("BriefingScreen")
    player.click("start")
    player.screen("WeekScreen")
    play_to_the_end(player, player.click)
    look_back(player, player.click)
    player.click("onward")
    player.click(next(id for id in player.ids() if id.startswith("play_on/")))
    player.screen("WeekScreen")
    player.until(lambda: "menu" in player.ids(), "the menu")
    player.click("menu")
    player.click("library")
    player.screen("LibraryScreen")
    x, y, wide, tall = player.widget("quit")["rect"]
    player.tool("mousemove", "--window", player.window, str(x + wide // 2), str(y + tall // 2), "click", "1")
    assert player.app.wait(PATIENCE) == 0


@needs_a_screen
def test_a_killed_window_loses_no_answer(player: Player) -> None:
    player.key("Return")
    player.key("Return")
    player.screen("WeekScreen")
    while "guide/next" in player.ids():
        player.press("guide/next")
    choice = open_choice(player)
    player.press(choice)
    player.until(lambda: player.widget(choice)["value"] == "chosen", "the answer")
    player.app.kill()
    player.app.wait(PATIENCE)
    player.start()
    player.until(lambda: player.seen()["focus"] == "continue", "the play to go on with")
    player.key("Return")
    player.screen("WeekScreen")
    while "guide/next" in player.ids():
        player.press("guide/next")
    assert player.widget(choice)["value"] == "chosen"


@needs_a_screen
def test_the_window_comes_back_in_its_size(player: Player) -> None:
    before = player.log.read_text("utf-8")
    player.tool("windowsize", "--sync", player.window, "1500", "900")
    player.until(lambda: player.log.read_text("utf-8") != before, "the larger window")
    player.go_to("quit")
    player.tool("key", "Return")
    assert player.app.wait(PATIENCE) == 0
    player.start()
    told = player.tool("getwindowgeometry", "--shell", player.window)
    assert "WIDTH=1500" in told
    assert "HEIGHT=900" in told


def test_without_a_screen_it_says_so_and_opens_nothing(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", APP, str(tmp_path)], env=environment(), capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 1
    assert "screen" in done.stderr or "window" in done.stderr
    assert "Traceback" not in done.stderr
