"""What `balance` costs: `python -m tests.benchmarks.balance [PLAYS]` prints one JSON object.

A process of its own, so that its memory is the command's; the largest of its helpers' is told apart.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time

from game.engine.model import Seat
from game.scenario.load import load_scenario
from game.terminal.balance import effort_for, measure
from tests.benchmarks.plays import SCENARIOS

PLAYS = 10_000


def main() -> None:
    """Measure one report of a full scenario."""
    plays = int(sys.argv[1]) if len(sys.argv) > 1 else PLAYS
    loaded = load_scenario(SCENARIOS / "scope_creep.yaml")
    assert loaded.scenario is not None
    began = time.perf_counter()
    report = measure(loaded.scenario, loaded.text, list(Seat), effort_for(plays, 3), 1)
    took = time.perf_counter() - began
    mine, helpers = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    found = {
        "plays": report.plays,
        "seconds": took,
        "processor_seconds": mine.ru_utime + helpers.ru_utime,
        "memory": mine.ru_maxrss / 1024,
        "helper_memory": helpers.ru_maxrss / 1024,
        "cores": os.cpu_count(),
    }
    print(json.dumps(found))


if __name__ == "__main__":
    main()
