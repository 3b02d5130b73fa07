"""The meters in the terminal: what they say of a week adds up."""

from __future__ import annotations

import re
from pathlib import Path

from game.engine.model import Seat
from game.insight.simulate import bots_for, run
from game.insight.words.cards import meters
from game.insight.words.points import points_moved
from game.scenario.load import load_scenario
from game.terminal.blocks import Bars
from game.terminal.plain import lines_of
from game.terminal.standing import meter_bars
from game.terminal.telling import matching

SCENARIO = Path(__file__).parents[2] / "scenarios" / "first_monday.yaml"


def test_a_meter_went_as_far_as_from_the_number_shown_last_week_to_the_one_shown_now() -> None:
    scenario = load_scenario(SCENARIO).scenario
    assert scenario is not None
    moved = 0
    for seed in range(6):
        play = run(scenario, seed, Seat.AM, bots_for(scenario, Seat.AM, "balanced"))
        for week in range(1, len(play.weeks) + 1):
            was, now = (next(m for m in meters(play, Seat.AM, w) if m.name == "relationship") for w in (week - 1, week))
            bars = [bar for block in meter_bars(play, Seat.AM, week) if isinstance(block, Bars) for bar in block.rows]
            said = next(bar for bar in bars if bar.label == now.label)
            told = re.fullmatch(r"([\d.]+)(?:, (up|down) ([\d.]+))?", said.text)
            assert told is not None, said
            change = float(told[3] or 0) * (-1 if told[2] == "down" else 1)
            assert abs(float(told[1]) - change - was.value) < 0.06
            moved += change != 0
    assert moved


def test_a_number_of_a_meter_says_by_which_causes_its_points_moved() -> None:
    scenario = load_scenario(SCENARIO).scenario
    assert scenario is not None
    play = run(scenario, 3, Seat.PM, bots_for(scenario, Seat.PM, "random"))
    said = [line for block in matching(play, 2, Seat.PM, "quality") for line in lines_of(block)]
    told = points_moved(play, 2, "quality", Seat.PM)
    assert told is not None
    assert told.read
    assert any(told.line in line for line in said)
    for row in told.read:
        assert any(row.text_amount in line and row.text in line for line in said), row
