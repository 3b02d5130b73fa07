"""Print speeds and memory: `python -m tests.benchmarks`. Nothing here passes or fails."""

from __future__ import annotations

import os
import platform
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pydantic
import yaml

from game.engine.legality import legal, unlocked
from game.engine.model import Scenario, Seat
from game.engine.play import Play
from game.engine.state import Answer, Decisions, SeatDecisions
from game.engine.view import observe
from game.engine.week import advance, luck_for, start
from game.insight.simulate import bots_for, run
from game.scenario.load import load_scenario, load_text
from tests.benchmarks.stories import decision_story, large_file

SCENARIOS = Path(__file__).resolve().parents[2] / "scenarios"


def per_second(work: Callable[[int], object], seconds: float = 3.0) -> float:
    """How many times a second `work(number)` runs, warmed up."""
    work(0)
    count, began = 0, time.perf_counter()
    while time.perf_counter() - began < seconds:
        count += 1
        work(count)
    return count / (time.perf_counter() - began)


def must(text_or_path: str | Path) -> Scenario:
    loaded = load_text(text_or_path, "story.yaml") if isinstance(text_or_path, str) else load_scenario(text_or_path)
    if loaded.scenario is None:
        raise SystemExit("\n".join(str(problem) for problem in loaded.problems))
    return loaded.scenario


def story_play(scenario: Scenario, seed: int) -> None:
    """Twelve decisions through legal, observe and advance, ledger on; the colleague has nothing to answer."""
    luck = luck_for(scenario, seed)
    state = start(scenario, luck, Seat.AM)
    while state.reached is None:
        mine = []
        for event in legal(scenario, state, Seat.AM).events:
            view = observe(scenario, state, Seat.AM)
            choices = unlocked(event.question, view.values)
            mine.append(Answer(event.id, (choices[(seed + len(choices)) % len(choices)].id,)))
        other = tuple(Answer(e.id, (e.question.choices[0].id,)) for e in legal(scenario, state, Seat.PM).events)
        state, _changes = advance(scenario, state, Decisions(SeatDecisions(tuple(mine)), SeatDecisions(other)), luck)


def full_play(scenario: Scenario, seed: int) -> Play:
    return run(scenario, seed, Seat.PM, bots_for(scenario, Seat.PM, "random"))


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


def compiled() -> bool:
    return not str(sys.modules["game.engine.week"].__file__).endswith(".py")


def row(what: str, value: str, hold: str) -> None:
    print(f"{what:<58}{value:>26}   hold {hold}")


def main() -> None:
    versions = f"Python {platform.python_version()}, pydantic {pydantic.VERSION}, PyYAML {yaml.__version__}"
    print(f"{platform.platform()}, {os.cpu_count()} cores; {versions}; engine {'compiled' if compiled() else 'interpreted'}")
    story, scope = must(decision_story()), must(SCENARIOS / "scope_creep.yaml")
    row("12-decision story, plays a second", f"{per_second(lambda n: story_play(story, n)):,.0f}", ">= 8,000 (30,000)")
    row("full scenario, random bots, plays a second", f"{per_second(lambda n: full_play(scope, n)):,.0f}", ">= 2,000 (20,000)")
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
