"""How many whole plays a second: `python -m tests.benchmarks.plays`, interpreted or, in a compiled copy, compiled."""

from __future__ import annotations

import hashlib
import sys
import time
from collections.abc import Callable
from pathlib import Path

from game.engine.legality import legal, unlocked
from game.engine.model import Scenario, Seat
from game.engine.play import Play
from game.engine.state import Answer, Decisions, SeatDecisions
from game.engine.view import observe
from game.engine.week import advance, luck_for, start
from game.insight.review.futures import Futures
from game.insight.review.whole import Part, parts
from game.insight.simulate import bots_for, run
from game.scenario.load import load_scenario, load_text
from tests.benchmarks.stories import decision_story

SCENARIOS = Path(__file__).resolve().parents[2] / "scenarios"


def per_second(work: Callable[[int], object], seconds: float = 3.0) -> float:
    """How many times `work(number)` runs in a second of processor time, warmed up; other programs take none of it."""
    work(0)
    count, began = 0, time.process_time()
    while time.process_time() - began < seconds:
        count += 1
        work(count)
    return count / (time.process_time() - began)


def must(text_or_path: str | Path) -> Scenario:
    """The scenario, which has to be free of errors."""
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
    """A whole play with random decisions; the colleague decides in their own style."""
    return run(scenario, seed, Seat.PM, bots_for(scenario, Seat.PM, "random"))


def fingerprint(scenario: Scenario) -> str:
    """What twenty plays come to, every digest and ledger line; compiled and interpreted must agree."""
    found = hashlib.sha256()
    for seed in range(20):
        for lived in full_play(scenario, seed).weeks:
            found.update(f"{lived.digest} {lived.changes}".encode())
    return found.hexdigest()[:16]


def row(what: str, value: str, hold: str) -> None:
    """One line of the report."""
    print(f"{what:<58}{value:>26}   hold {hold}", flush=True)


def review_row(how: str, hold: str) -> None:
    """The answers of one seat of a play of twelve weeks, every option in 200 futures, and then the whole review."""
    scenario = must(SCENARIOS / "demanding_client.yaml")
    play = run(scenario, 1, Seat.AM, bots_for(scenario, Seat.AM, "balanced"))
    futures = Futures(play, Seat.AM)
    seconds: dict[str, float] = {}
    replays = 0
    for kind, week in parts(play):
        began = time.process_time()
        part = Part(futures, kind, week)
        replays += part.total
        for _ in part.judge():
            pass
        seconds[kind] = seconds.get(kind, 0.0) + time.process_time() - began
    whole = seconds["answers"] + seconds["moves"] + seconds["split"]
    row(f"review of a play, its answers, {how}", f"{seconds['answers']:.1f} s", hold)
    row(f"review of a play, moves and split as well, {how}", f"{whole:.1f} s, {replays:,} replays", "-")


def speeds() -> None:
    """Print the rows of the engine this process has imported."""
    compiled = not str(sys.modules["game.engine.week"].__file__).endswith(".py")
    how, story_hold, full_hold = ("compiled", "30,000", "20,000") if compiled else ("interpreted", "8,000", "2,000")
    story, full = must(decision_story()), must(SCENARIOS / "scope_creep.yaml")
    row(f"12-decision story, plays a second, {how}", f"{per_second(lambda n: story_play(story, n)):,.0f}", story_hold)
    row(f"full scenario, plays a second, {how}", f"{per_second(lambda n: full_play(full, n)):,.0f}", full_hold)
    review_row(how, "<= 0.3 s" if compiled else "<= 2 s")
    row(f"digests of 20 full plays, {how}", fingerprint(full), "the same everywhere")


if __name__ == "__main__":
    speeds()
