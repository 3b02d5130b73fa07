"""Plays whose every week is known: the same digests on every Python and machine."""

from __future__ import annotations

import json
from pathlib import Path

from game.engine.model import Seat
from game.insight.simulate import bots_for, run
from game.scenario.load import load_scenario

FILE = Path(__file__).with_name("plays.json")
SCENARIOS = Path(__file__).resolve().parents[2] / "scenarios"
SEEDS = (1, 2)
BOTS = ("random", "balanced")


def golden_plays() -> dict[str, dict[str, str]]:
    """Per play: its ending, score, and the digest of each week."""
    found: dict[str, dict[str, str]] = {}
    for path in sorted(SCENARIOS.glob("*.yaml")):
        scenario = load_scenario(path).scenario
        if scenario is None:
            raise SystemExit(f"{path} cannot be read; see `overpromise check {path}`")
        for seat in Seat:
            for bot in BOTS:
                for seed in SEEDS:
                    play = run(scenario, seed, seat, bots_for(scenario, seat, bot))
                    ended = play.outcome
                    assert ended is not None
                    found[f"{path.stem} {seat.value} {bot} {seed}"] = {
                        "ending": f"{ended.ending} in week {ended.week}, {ended.score:.6f}",
                        "weeks": " ".join(lived.digest for lived in play.weeks),
                    }
    return found


def as_text(plays: dict[str, dict[str, str]]) -> str:
    return json.dumps(plays, indent=1, ensure_ascii=False) + "\n"
