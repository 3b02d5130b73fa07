"""Print speeds and memory: `python -m tests.benchmarks`. Nothing here passes or fails.

With `--compiled` the plays are measured once more, with engine and insight compiled by mypyc (see compiling.py); with
`--balance` a whole balance report of 10,000 plays, which takes minutes.
"""

from __future__ import annotations

import json
import os
import platform
import statistics
import subprocess
import sys
import time

import pydantic
import yaml

from game.scenario.check import check_text
from game.scenario.load import load_scenario
from tests.benchmarks.compiling import compiled_speeds
from tests.benchmarks.plays import SCENARIOS, row, speeds
from tests.benchmarks.stories import large_file


def check_ratio() -> tuple[float, float]:
    """Seconds to check a 1,000-event file, and seconds PyYAML's C loader alone needs for it; best of three."""
    text = large_file()
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    ours, theirs = [], []
    for _ in range(3):
        began = time.perf_counter()
        check_text(text, "large.yaml")
        ours.append(time.perf_counter() - began)
        began = time.perf_counter()
        yaml.load(text, Loader=loader)
        theirs.append(time.perf_counter() - began)
    return min(ours), min(theirs)


QUIET = {"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy", "PYGAME_HIDE_SUPPORT_PROMPT": "1"}


def window_rows() -> None:
    """The window's start, redraw, answer to a key, and memory, measured in a process of its own."""
    environment = {**os.environ, **QUIET, "OVERPROMISE_BENCH_BEGAN": str(time.time())}
    command = [sys.executable, "-m", "tests.benchmarks.window"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        row("the window", "not measured", done.stderr.strip().rsplit("\n", 1)[-1])
        return
    found = json.loads(done.stdout)
    row("start of the process to the first frame", f"{found['first_frame']:.2f} s", "<= 1 s")
    median, p99 = found["redraw"]
    row("full redraw of a week at 1920x1080, median, p99", f"{median:.1f} ms, {p99:.1f} ms", "p99 <= 8 ms")
    median, p99 = found["press"]
    row("key press to changed pixels (no flip), median, p99", f"{median:.1f} ms, {p99:.1f} ms", "median <= 16 ms")
    median, worst = found["saved"]
    waits = f"<= 200 ms; a look every {found['poll']} ms not counted"
    row("file saved to new frame in `try`, six weeks carried, median, worst", f"{median:.0f} ms, {worst:.0f} ms", waits)
    row("memory while playing", f"{found['memory']:.0f} MB", "<= 150 MB")


def review_rows() -> None:
    """A review in the spare time of a window."""
    command = [sys.executable, "-m", "tests.benchmarks.reviewing"]
    done = subprocess.run(command, env={**os.environ, **QUIET}, stdout=subprocess.PIPE, text=True, check=True)
    found = json.loads(done.stdout)
    pieces, took, processor = found["whole"]
    what = f"review of {found['weeks']} weeks in a window's spare time, {pieces:,} pieces"
    row(what, f"{took:.0f} s, {processor:.0f} s of processors", "-")
    median, p99, worst = found["turn"]
    row(
        "its work in a turn of the loop, median, p99, worst",
        f"{median:.1f} ms, {p99:.1f} ms, {worst:.1f} ms",
        "<= 16 ms",
    )
    row("turns of the loop with at most 16 ms of it", f"{100 * found['in_frame']:.1f} %", "-")


def balance_row() -> None:
    """A balance report of 10,000 plays, in a process of its own."""
    command = [sys.executable, "-m", "tests.benchmarks.balance"]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    found = json.loads(done.stdout)
    what = f"balance, {found['plays']:,} plays of a full scenario, {found['cores']} cores"
    row(what, f"{found['seconds']:.0f} s, {found['processor_seconds']:.0f} s of processors", "-")
    row("its memory, and each helper's", f"{found['memory']:.0f} MB, {found['helper_memory']:.0f} MB", "-")


def main() -> None:
    versions = f"Python {platform.python_version()}, pydantic {pydantic.VERSION}, PyYAML {yaml.__version__}"
    print(f"{platform.platform()}, {os.cpu_count()} cores; {versions}")
    speeds()
    if "--compiled" in sys.argv[1:]:
        compiled_speeds()
    ours, theirs = check_ratio()
    row("check a 1,000-event file", f"{ours:.2f} s, {ours / theirs:.2f} x CSafeLoader", "<= 2.5 x")
    loads = []
    for path in sorted(SCENARIOS.glob("*.yaml")):
        began = time.perf_counter()
        load_scenario(path)
        loads.append(time.perf_counter() - began)
    row("load a shipped scenario (median)", f"{statistics.median(loads) * 1000:.0f} ms", "-")
    window_rows()
    review_rows()
    if "--balance" in sys.argv[1:]:
        balance_row()


if __name__ == "__main__":
    main()
