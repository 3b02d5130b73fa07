"""Short plays, played through the desk as people play them, for tests of what is kept of them."""

from __future__ import annotations

import functools
from dataclasses import replace
from datetime import UTC, datetime

from game.insight.bots import bot_luck, choose
from game.records.desk import Desk, begin
from game.records.exporting import file_of
from game.records.opening import memory_store
from game.records.playfile import written
from game.records.store import Store
from game.scenario.load import load_text
from tests.conftest import SCENARIOS

STORY = "first_monday"
TEXT = (SCENARIOS / f"{STORY}.yaml").read_text("utf-8")
NOW = datetime(2026, 11, 23, 15, 2, 12, tzinfo=UTC)

load = functools.cache(load_text)  # a story is read once, however many files are proved


def clock() -> datetime:
    return NOW


def begun(store: Store, mode: str, seed: int = 7, story: str = STORY) -> Desk:
    text = (SCENARIOS / f"{story}.yaml").read_text("utf-8")
    scenario = load(text, story).scenario
    assert scenario is not None
    return begin(store, scenario, text, mode, seed, "normal", clock)


def play_week(desk: Desk, luck: int = 3) -> None:
    """One week, with the answers and moves of a bot."""
    for seat in desk.humans:
        mine = choose("random", desk.scenario, desk.state, seat, bot_luck(luck, seat, desk.week))
        for answer in mine.answers:
            desk.answer(answer.event, answer.path)
        desk.set_moves(seat, mine.moves)
    desk.start_week()


def played(store: Store, mode: str, weeks: int = 99, seed: int = 7, story: str = STORY) -> Desk:
    """So many weeks, or the whole play."""
    desk = begun(store, mode, seed, story)
    while desk.outcome is None and desk.week <= weeks:
        play_week(desk)
    return desk


def exported(desk: Desk) -> bytes:
    return written(file_of(desk.store, desk.record))


@functools.cache
def play_file(mode: str, weeks: int = 99, seed: int = 7) -> bytes:
    """The file of a play of the first story, byte for byte the same every time."""
    desk = played(memory_store(), mode, weeks, seed)
    file = file_of(desk.store, desk.record)
    return written(replace(file, record=replace(file.record, id="9f05754b-7a25-409b-908a-a6fd73a0b716")))
