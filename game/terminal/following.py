"""Following the saves of a scenario in the terminal: what each of them did to a play."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from game.insight.carry import BEHIND, DIFFERS, GONE, KEPT, MOVED, Carried
from game.insight.simulate import DEFAULT_BOT, bots_for, run
from game.records.carrying import carry_over, hand_over
from game.records.desk import SEAT_OF_MODE, Desk
from game.records.opening import memory_store
from game.records.watched import Watched
from game.scenario.load import load_scenario
from game.scenario.problems import ERROR
from game.terminal.session import now
from game.terminal.trying import SEED, Story, Wish, say

POLL = 0.1  # seconds between two looks at the file
_MANY = 12  # numbers told after a save


def follow(story: Story, desk: Desk | None, wish: Wish, *, sleep: Callable[[float], None] = time.sleep) -> None:
    """Read the file again at every save and tell what became of a play, until Ctrl-C.

    Where no desk was asked for, a bot's whole play is what is carried over.
    """
    desk = desk or _by_a_bot(story, wish)
    for sentence in desk.take_notes():
        say(sentence)
    say(f"{story.path.name} is in play: {_state(desk)}. Save it, and what became of this play is told. Ctrl-C ends.")
    watched = Watched(story.path)
    try:
        while True:
            sleep(POLL)
            if watched.saved():
                desk = _reload(story.path, desk)
    except KeyboardInterrupt:
        say("")


def _by_a_bot(story: Story, wish: Wish) -> Desk:
    mode = wish.mode or "pm"
    seat = SEAT_OF_MODE[mode]
    seed = SEED if wish.seed is None else wish.seed
    play = run(story.scenario, seed, seat, bots_for(story.scenario, seat, DEFAULT_BOT), wish.difficulty or "normal")
    return hand_over(memory_store(), play, story.text, mode, now)


def _state(desk: Desk) -> str:
    seat = f"seed {desk.record.seed}, {desk.record.mode}"
    ended = desk.play.state.reached
    return f"{seat}, week {desk.week}" if ended is None else f"{seat}, to its ending `{ended.ending}`"


def _reload(path: Path, desk: Desk) -> Desk:
    """The desk on the text that was saved, or the same one where that has mistakes or the play does not fit it."""
    loaded = load_scenario(path)
    head = f"{now():%H:%M:%S}"
    for problem in loaded.problems:
        say(str(problem))
    if loaded.scenario is None:
        mistakes = sum(problem.severity == ERROR for problem in loaded.problems)
        count = "1 mistake" if mistakes == 1 else f"{mistakes} mistakes"
        say(f"{head}  {count}; the last version without any stays in play.")
        return desk
    moved = carry_over(desk, loaded.scenario, loaded.text, now)
    for line in tell(moved.carried):
        say(f"{head}  {line}")
    if moved.carried.stopped:
        say(f"{head}  The version before stays in play; it fits up to the opening of week {moved.carried.stopped}.")
        return desk
    say(f"{head}  In play: {_state(moved.desk)}.")
    return moved.desk


def tell(carried: Carried) -> list[str]:
    """What became of a play at a save, in lines."""
    counts = [f"{carried.count(fate)} {fate}" for fate in (KEPT, MOVED, DIFFERS, GONE, BEHIND) if carried.count(fate)]
    found = [f"Decisions: {', '.join(counts) or 'none yet'}.", *carried.notes]
    for fate in carried.fates:
        if fate.fate not in (KEPT, BEHIND):
            found.append(f"Week {fate.week}, {fate.who}{fate.what}: {fate.fate}. {fate.why}")
    if carried.stopped and not carried.count(GONE):
        found.append(carried.why)
    for number in carried.numbers[:_MANY]:
        when = f"from week {number.week} on" if number.week else "from the start"
        found.append(f"{number.name} is another {when}: {number.was}, now {number.now}.")
    rest = len(carried.numbers) - _MANY
    return [*found, f"And {rest} more numbers."] if rest > 0 else found
