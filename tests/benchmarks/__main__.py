"""Print speeds and memory: `python -m tests.benchmarks`. Nothing here passes or fails.

With `--compiled` the plays are measured once more, with engine and insight compiled by mypyc (see compiling.py).
"""

from __future__ import annotations

import os
import platform
import resource
import statistics
import subprocess
import sys
import time

import pydantic
import yaml

from game.scenario.load import load_scenario, load_text
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
        load_text(text, "large.yaml")
        ours.append(time.perf_counter() - began)
        began = time.perf_counter()
        yaml.load(text, Loader=loader)
        theirs.append(time.perf_counter() - began)
    return min(ours), min(theirs)


def in_a_window(script: str) -> str:
    """What a small program prints that opens the game's window on the dummy driver."""
    environment = {**os.environ, "SDL_VIDEODRIVER": "dummy", "PYGAME_HIDE_SUPPORT_PROMPT": "1"}
    done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=False)
    return done.stdout.strip() or "not measured: " + done.stderr.strip().rsplit("\n", 1)[-1]


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
    row("memory of this process at most", f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB", "-")


if __name__ == "__main__":
    main()
