"""A real browser without a screen, driven over a pipe in its own debugging protocol: nothing to install beside it."""

from __future__ import annotations

import base64
import json
import os
import select
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

fcntl = pytest.importorskip("fcntl")  # pipes with numbers of our choice, which Windows has not
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PROGRAM = next((found for name in NAMES if (found := shutil.which(name))), "")
FLAGS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-extensions",
         "--no-first-run", "--disable-background-networking", "--disable-component-update", "--hide-scrollbars",
         "--remote-debugging-pipe")  # fmt: skip
PATIENCE = 60.0  # seconds for an answer; the machine may be busy

needs_browser = pytest.mark.skipif(
    not PROGRAM and not os.environ.get("OVERPROMISE_MUST_RUN"), reason="needs Chromium or Chrome"
)


class Browser:
    """One page of a browser: what it shows, what it asks the network for, and what it complains about."""

    def __init__(self, to: int, back: int) -> None:
        self._to, self._back = to, back
        self._heard = b""
        self._number = 0
        self._answers: dict[int, dict[str, Any]] = {}
        self._session = ""
        self.asked_for: list[str] = []
        self.complaints: list[str] = []
        self._loaded = 0
        target = self.say("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.say("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Log", "Runtime"):
            self.say(f"{domain}.enable")

    def say(self, method: str, **params: Any) -> dict[str, Any]:
        """A command, and its answer."""
        self._number += 1
        number = self._number
        message: dict[str, Any] = {"id": number, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._to, json.dumps(message).encode() + b"\0")
        self._until(lambda: number in self._answers)
        answer = self._answers.pop(number)
        assert "error" not in answer, f"{method}: {answer['error']}"
        result: dict[str, Any] = answer["result"]
        return result

    def open(self, path: Path) -> None:
        """Load a page and wait until it is there."""
        before = self._loaded
        self.say("Page.navigate", url=path.as_uri())
        self._until(lambda: self._loaded > before)

    def find(self, script: str) -> Any:
        """What an expression comes to on the page; it runs beside the page, whose own scripts may be off."""
        answer = self.say("Runtime.evaluate", expression=script, returnByValue=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def look(self, width: int, height: int = 900, dark: bool = False, media: str = "") -> None:
        """Show the page at a size, in a colour scheme, as a screen or as paper."""
        self.say("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        scheme = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
        self.say("Emulation.setEmulatedMedia", media=media, features=scheme)

    def picture(self, path: Path) -> None:
        """The whole page as a PNG."""
        shot = self.say("Page.captureScreenshot", captureBeyondViewport=True)
        path.write_bytes(base64.b64decode(shot["data"]))

    def printed(self) -> bytes:
        """The page as a PDF, on the paper it asks for."""
        shot = self.say("Page.printToPDF", preferCSSPageSize=True, printBackground=True)
        return base64.b64decode(shot["data"])

    def leave(self) -> None:
        """Close the browser."""
        self._session = ""
        with suppress(AssertionError, OSError):
            self.say("Browser.close")

    def _until(self, done: Any) -> None:
        end = time.monotonic() + PATIENCE
        while not done():
            ready, _, _ = select.select([self._back], [], [], max(0.0, end - time.monotonic()))
            assert ready, "the browser does not answer"
            part = os.read(self._back, 1 << 20)
            assert part, "the browser has gone"
            *messages, self._heard = (self._heard + part).split(b"\0")
            for message in messages:
                self._hear(json.loads(message))

    def _hear(self, message: dict[str, Any]) -> None:
        if "id" in message:
            self._answers[message["id"]] = message
            return
        method, params = message["method"], message.get("params", {})
        if method == "Network.requestWillBeSent":
            self.asked_for.append(params["request"]["url"])
        elif method == "Page.loadEventFired":
            self._loaded += 1
        elif method == "Log.entryAdded":
            self.complaints.append(params["entry"]["text"])
        elif method in ("Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Page.javascriptDialogOpening"):
            self.complaints.append(method)


@contextmanager
def browser(folder: Path) -> Iterator[Browser]:
    """A browser with a profile of its own in `folder`."""
    theirs, to = _pipe()
    back, out = _pipe()
    # it listens on 3 and speaks on 4
    running = subprocess.Popen(
        ["bash", "-c", f'exec "$0" "$@" 3<&{theirs} 4>&{out}', PROGRAM, *FLAGS, f"--user-data-dir={folder}"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        pass_fds=(theirs, out),
        env={**os.environ, "TMPDIR": str(folder)},  # it leaves a folder behind
    )
    os.close(theirs)
    os.close(out)
    try:
        found = Browser(to, back)
        yield found
        found.leave()
        with suppress(subprocess.TimeoutExpired):
            running.wait(10)  # it still tidies its profile
    finally:
        running.kill()
        running.wait(PATIENCE)
        os.close(to)
        os.close(back)


def _pipe() -> tuple[int, int]:
    """A pipe with numbers well above those the browser is given its own under."""
    ends = os.pipe()
    high = tuple(fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 10) for end in ends)
    for end in ends:
        os.close(end)
    return high[0], high[1]
