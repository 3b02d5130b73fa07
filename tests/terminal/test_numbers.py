"""Simulations: the same seed gives the same numbers, however many processes work them out."""

from __future__ import annotations

import json
import os
from collections.abc import Callable

import pytest

from game.engine.model import Seat
from game.scenario.library import find
from game.terminal.numbers import CHUNK, chunk, run
from game.terminal.processes import WORTH_IT, in_order, pool
from game.terminal.trouble import CannotRun

Typed = Callable[..., str]
SMALL = ("simulate", "first_monday", "--plays", "6", "--seed", "11")


def test_the_same_seed_gives_the_same_output(typed: Typed) -> None:
    first = typed(*SMALL)
    assert first == typed(*SMALL)
    for part in ("6 plays each, seeds 11 to 16", "relationship", "±", "Endings by share", "Digests", "All plays: "):
        assert part in first
    assert first != typed("simulate", "first_monday", "--plays", "6", "--seed", "12")


def test_json_is_one_object_a_play_and_a_summary(typed: Typed) -> None:
    lines = [json.loads(line) for line in typed(*SMALL, "--json", "--seat", "pm", "--bot", "random").splitlines()]
    assert [line["seed"] for line in lines[:-1]] == [11, 12, 13, 14, 15, 16]
    summary = lines[-1]["summary"][0]
    assert (summary["seat"], summary["bot"], summary["plays"]) == ("pm", "random", 6)
    mean = sum(line["score"] for line in lines[:-1]) / 6
    assert abs(summary["score"]["mean"] - mean) < 0.001
    assert set(lines[0]["kpis"]) == set(summary["kpis"])


def test_processes_give_what_one_process_gives_in_the_order_of_seeds() -> None:
    scenario = find("first_monday").scenario
    assert scenario is not None
    together = run(scenario, [Seat.AM], ["first"], WORTH_IT, 1, "normal")[0]
    alone = [
        result
        for start in range(1, WORTH_IT, CHUNK)
        for result in chunk((scenario, Seat.AM, "first", CHUNK, start, "normal"))
    ]
    assert [result.digest for result in together.results] == [result.digest for result in alone]
    assert [result.seed for result in together.results] == list(range(1, WORTH_IT + 1))


def test_a_process_ended_from_outside_is_said_in_a_sentence() -> None:
    with pool(WORTH_IT) as workers:
        if workers is None:
            pytest.skip("one core: no other process")
        with pytest.raises(CannotRun, match="was ended from outside"):
            list(in_order(workers, os._exit, [3]))
