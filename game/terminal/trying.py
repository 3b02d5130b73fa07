"""Trying out a scenario that is being written: reading its file, and finding the place to start."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from game.data import shipped
from game.engine.legality import decided
from game.engine.model import Question, Scenario, Seat
from game.engine.play import Play
from game.insight.search import EVENT, Attempt, Goal, goal_of, hunt, possible
from game.insight.words.fill import substitute
from game.insight.words.people import seat_name
from game.records.carrying import hand_over
from game.records.desk import SEAT_OF_MODE, Desk, begin
from game.records.places import Places
from game.records.store import Store
from game.scenario.check import scenario_files
from game.scenario.load import load_scenario, story_id
from game.scenario.problems import Problem, nearest
from game.terminal.safe import safe
from game.terminal.session import now
from game.terminal.stories import names
from game.terminal.trouble import CannotRun

SECONDS = 6.0  # the search gives up after these
SEED = 1


@dataclass(frozen=True)
class Story:
    """The file that is tried out, as it could be read."""

    path: Path
    scenario: Scenario
    text: str
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Wish:
    """Where to begin: a seat ("": any), a place ("": the beginning), a seed (None: any), a difficulty ("": normal)."""

    mode: str = ""
    at: str = ""
    seed: int | None = None
    difficulty: str = ""


def read(name: str, places: Places) -> Story | None:
    """The scenario in this file or of this name; its mistakes are printed, and None means that it has some.

    Raises CannotRun where there is no such file.
    """
    path = _file(name, places)
    loaded = load_scenario(path)
    if loaded.scenario is None:
        say("\n".join(str(problem) for problem in loaded.problems))
        say("A scenario can be tried once it has no mistakes.")
        return None
    return Story(path, loaded.scenario, loaded.text, loaded.problems)


def _file(name: str, places: Places) -> Path:
    if Path(name).is_file():
        return Path(name)
    own = scenario_files([places.scenarios]) if places.scenarios.is_dir() else []
    ours = [Path(str(file)) for file in shipped("scenarios").iterdir() if file.name.endswith((".yaml", ".yml"))]
    for path in [*own, *ours]:
        if story_id(path.name) == name and path.is_file():
            return path
    near = nearest(story_id(name), names(places))
    raise CannotRun(
        f"There is no file {name}, and no scenario of that name." + (f" Did you mean {near}?" if near else "")
    )


# ---- where to begin --------------------------------------------------------------------------------------------------


def start(story: Story, wish: Wish, store: Store) -> Desk | None:
    """A desk where the wish says, its notes telling how it got there; None for a wish that leaves the seat open.

    Raises CannotRun where no play gets there.
    """
    if wish.at:
        return _found(story, wish, store)
    if not wish.mode:
        return None
    seed = SEED if wish.seed is None else wish.seed
    return begin(store, story.scenario, story.text, wish.mode, seed, wish.difficulty or "normal", now)


def _found(story: Story, wish: Wish, store: Store) -> Desk:
    goal = goal_of(story.scenario, wish.at)
    if goal is None:
        raise CannotRun(_no_such_place(story.scenario, wish.at))
    modes = (wish.mode,) if wish.mode else _modes(story.scenario, goal)
    seats = tuple(SEAT_OF_MODE[mode] for mode in modes if possible(story.scenario, goal, SEAT_OF_MODE[mode]))
    if not seats:
        raise CannotRun(f"No play from this seat can come to `{wish.at}`: it is not part of it.")
    attempt, seconds = seek(story.scenario, seats, goal, SEED if wish.seed is None else wish.seed, wish.difficulty)
    play = attempt.found
    assert play is not None
    desk = hand_over(store, play, story.text, wish.mode or play.seat.value, now)
    for sentence in (_how(attempt, play, seconds, wish.at), *in_words(play)):
        desk.note(sentence)
    return desk


def _modes(scenario: Scenario, goal: Goal) -> tuple[str, ...]:
    """Every seat, the one an event asks first."""
    asks = scenario.events[scenario.event_index[goal.name]].asks if goal.kind == EVENT else Seat.AM
    return ("pm", "am", "both") if asks is Seat.PM else ("am", "pm", "both")


def _no_such_place(scenario: Scenario, at: str) -> str:
    if at.startswith("week:"):
        return f"`{at}` is no week of this play: it has week:1 to week:{scenario.weeks}."
    known = [*scenario.event_index, *(ending.id for ending in scenario.endings)]
    near = nearest(at, known)
    guess = f"Did you mean `{near}`?" if near else "Give an event’s id, an ending’s, or week:4."
    return f"No event or ending is called `{at}`. {guess}"


def seek(
    scenario: Scenario,
    seats: tuple[Seat, ...],
    goal: Goal,
    seed: int,
    difficulty: str,
    *,
    seconds: float = SECONDS,
    clock: Callable[[], float] = time.monotonic,
) -> tuple[Attempt, float]:
    """The attempt that got there and the seconds it took. Raises CannotRun, saying how hard it tried, when time is up.

    What stood in the way is told as it was in most plays.
    """
    began, obstacles = clock(), dict[str, int]()
    for attempt in hunt(scenario, seats, goal, seed, difficulty or "normal"):
        spent = clock() - began
        if attempt.found is not None:
            _progress("")
            return attempt, spent
        why = attempt.obstacle.partition(": ")[0]
        obstacles[why] = obstacles.get(why, 0) + 1
        _progress(f"Looking for {goal.name or f'week {goal.week}'}: {attempt.plays} plays, {spent:.1f} s")
        if spent >= seconds:
            _progress("")
            raise CannotRun(_in_vain(goal, seats, attempt.plays, spent, obstacles))
    raise CannotRun("There is no seat to look from.")


def _in_vain(goal: Goal, seats: tuple[Seat, ...], plays: int, seconds: float, obstacles: dict[str, int]) -> str:
    where = goal.name or f"week:{goal.week}"
    most = max(obstacles, key=lambda why: obstacles[why])
    who = ", ".join(seat_name(seat) for seat in seats)
    said = f" In {obstacles[most]} of them: {most.rstrip('.')}." if most else ""
    return (
        f"No play was found that comes to `{where}`. Tried: {plays} plays in {seconds:.1f} s "
        f"({who}; bots of every kind, half of them bent towards it).{said}"
    )


def _progress(text: str) -> None:
    """One line that replaces itself, for whoever watches; nothing goes into a pipe."""
    if sys.stderr.isatty():
        print(f"\r{text:<78}\r{text}", end="", file=sys.stderr, flush=True)


def _how(attempt: Attempt, play: Play, seconds: float, at: str) -> str:
    plays = "1 play" if attempt.plays == 1 else f"{attempt.plays} plays"
    return (
        f"A play that comes to “{at}”, found after {plays} ({seconds:.1f} s): seed {play.seed}, "
        f"{seat_name(play.seat)}, decided by a bot ({attempt.bot})."
    )


def in_words(play: Play) -> list[str]:
    """What the player's seat decided, one sentence a week: each answer by its event and its words, then the moves."""
    found = []
    for lived in play.weeks:
        mine = decided(lived.decisions, play.seat)
        said = [_answer(play, lived.week, answer.event, answer.path) for answer in mine.answers if answer.path]
        moves = [" ".join(part for part in move if part) for move in mine.moves]
        told = "; ".join([*said, *(["moves: " + ", ".join(moves)] if moves else [])])
        found.append(f"Week {lived.week}: {told or 'nothing was decided'}.")
    return found


def _answer(play: Play, week: int, event_id: str, path: tuple[str, ...]) -> str:
    question: Question | None = play.scenario.events[play.scenario.event_index[event_id]].question
    words = []
    for choice_id in path:
        choice = next((c for c in question.choices if c.id == choice_id), None) if question else None
        if choice is None:
            break
        words.append(f"“{substitute(choice.text, play.scenario, week)}”")
        question = choice.scene
    return f"{'/'.join((event_id, *path))} {', '.join(words)}"


def say(text: str) -> None:
    """One line that cannot command a terminal."""
    print(safe(text), flush=True)
