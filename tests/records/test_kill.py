"""A killed process loses no answer it had acknowledged, and leaves a file that opens without a word."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

import game
from game.records.codec import load_path
from game.records.opening import open_store
from game.records.store import Store

NOW = datetime(2026, 11, 23, 15, 2, 12)
ROOT = Path(game.__file__).parent.parent
DRIVER = Path(__file__).parent / "kill_driver.py"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")


def run_and_kill(path: Path, after: float) -> list[list[str]]:
    """Let the driver play for `after` seconds from its first acknowledged write; what it acknowledged."""
    command = [sys.executable, str(DRIVER), str(ROOT), str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as driver:
        assert driver.stdout is not None
        first = driver.stdout.readline()
        try:
            driver.wait(after)
        except subprocess.TimeoutExpired:
            driver.kill()
        rest = driver.stdout.read()
        assert driver.wait() == -signal.SIGKILL
    lines = (first + rest).split("\n")[:-1]  # what follows the last line end was never acknowledged whole
    return [line.split() for line in lines]


def missing(store: Store, acknowledged: list[list[str]]) -> list[list[str]]:
    """What was acknowledged and is not there. A draft may be one write newer: stored, but killed before saying so."""
    plays = {play.id: play for play in store.plays()}
    kept = {(d.play, d.week, d.event): int(load_path(d.body)[1]) for p in plays.values() for d in store.drafts(p)[0]}
    lost = []
    for line in acknowledged:
        what, play_id, week, event, mark = line[0], line[1], int(line[2]), line[3], line[4]
        play = plays.get(play_id)
        if play is None:
            there = False
        elif what == "week":
            there = play.weeks >= week and store.log(play).digests[week - 1] == mark
        else:
            there = play.weeks >= week or kept.get((play_id, week, event), -1) >= int(mark)
        if not there:
            lost.append(line)
    return lost


def kill_often(path: Path, kills: int) -> None:
    chance = random.Random(kills)
    writes = lost = troubled = 0
    for _ in range(kills):
        acknowledged = run_and_kill(path, chance.uniform(0.0, 0.06))
        opened = open_store(path, NOW)
        writes += len(acknowledged)
        lost += len(missing(opened.store, acknowledged))
        troubled += bool(opened.notes) + any(opened.store.log(play).trouble for play in opened.store.plays())
        opened.store.close()
    print(f"\n{kills} kills, {writes} acknowledged writes: {lost} lost, {troubled} openings with trouble")
    assert (lost, troubled) == (0, 0)
    assert writes >= kills


def test_ten_kills_lose_nothing(tmp_path: Path) -> None:
    kill_often(tmp_path / "plays.db", 10)


@pytest.mark.bulk
def test_hundreds_of_kills_lose_nothing(tmp_path: Path) -> None:
    kill_often(tmp_path / "plays.db", 250)
