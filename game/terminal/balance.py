"""`balance`: plays a scenario by a family of bots, in all processors, and puts what came of it together."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from game.engine.model import Scenario, Seat
from game.insight.balance import FAMILY, Balance, balance, story_events
from game.insight.bots import LEAST_USED
from game.insight.duels import REPLAYS, STATES, Spot, Verdict, spots_of, trials_of, verdict
from game.insight.gates import Plays
from game.insight.lookahead import LOOK_AHEAD
from game.insight.reading import Length, length
from game.insight.simulate import Result, bots_for, run, simulate
from game.records.balance_page import balance_page
from game.records.files import write_file
from game.scenario.lines import lines_of
from game.terminal.balance_text import blocks
from game.terminal.processes import in_order, pool, progress
from game.terminal.session import make_paper

RARER = 50  # the look-ahead bot plays once where each other bot plays so often: it thinks about fifty times as long
CHUNKS = {LEAST_USED: 100, LOOK_AHEAD: 1}  # plays a process takes at a time; the first remembers within a chunk
CHUNK = 25
READ = 12  # plays of each seat whose words are counted


@dataclass(frozen=True)
class Effort:
    """How much is played: plays of each bot in each seat, and how thoroughly choices are tried."""

    each: int
    ahead: int
    states: int = STATES
    replays: int = REPLAYS
    read: int = READ


def effort_for(plays: int, seats: int) -> Effort:
    """Share at least so many plays among seats and bots."""
    others = len(FAMILY) - 1
    each = max(2, -(-plays * RARER // (seats * (others * RARER + 1))))
    return Effort(each, max(1, each // RARER))


def measure(
    scenario: Scenario, text: str, seats: Sequence[Seat], effort: Effort, seed: int, difficulty: str = "normal"
) -> Balance:
    """Play, try the choices, count the words; progress on standard error. The same seed gives the same report."""
    pairs = [(seat, bot) for seat in seats for bot in FAMILY]
    jobs = [job for seat, bot in pairs for job in _play_jobs(scenario, seat, bot, effort, seed, difficulty)]
    plays = sum(job.plays for job in jobs)
    with progress() as bar, pool(plays) as workers:
        task = bar.add_task("playing", total=plays)
        played = Plays(scenario, effort.each)
        for job, results in zip(jobs, in_order(workers, play_some, jobs), strict=True):
            played.results.setdefault((job.seat, job.bot), []).extend(results)
            bar.advance(task, job.plays)
        duels = _duel_jobs(played, seats, effort, difficulty)
        task = bar.add_task("trying choices", total=len(duels))
        verdicts = []
        for found in in_order(workers, try_some, duels):
            verdicts.append(found)
            bar.advance(task)
        reads = [ReadJob(scenario, seat, seed, effort.read, difficulty) for seat in seats]
        task = bar.add_task("counting words", total=len(reads))
        lengths = {}
        for read, read_lengths in zip(reads, in_order(workers, read_some, reads), strict=True):
            lengths[read.seat] = read_lengths
            bar.advance(task)
    return balance(played, seed, difficulty, lengths, verdicts, lines_of(text))


@dataclass(frozen=True)
class PlayJob:
    """A few plays in a row."""

    scenario: Scenario
    seat: Seat
    bot: str
    plays: int
    first: int
    difficulty: str


def _play_jobs(
    scenario: Scenario, seat: Seat, bot: str, effort: Effort, seed: int, difficulty: str
) -> Iterator[PlayJob]:
    plays = effort.ahead if bot == LOOK_AHEAD else effort.each
    step = CHUNKS.get(bot, CHUNK)
    for first in range(seed, seed + plays, step):
        yield PlayJob(scenario, seat, bot, min(step, seed + plays - first), first, difficulty)


def play_some(job: PlayJob) -> list[Result]:
    """Play them."""
    return list(simulate(job.scenario, job.seat, job.bot, job.plays, job.first, job.difficulty))


@dataclass(frozen=True)
class DuelJob:
    """One event in the states in which plays met it."""

    scenario: Scenario
    event: str
    spots: list[Spot]
    replays: int
    difficulty: str


def _duel_jobs(played: Plays, seats: Sequence[Seat], effort: Effort, difficulty: str) -> list[DuelJob]:
    spots = spots_of(played.results, effort.states)
    events = [event.id for event in story_events(played.scenario, list(seats))]
    return [DuelJob(played.scenario, each, spots.get(each, []), effort.replays, difficulty) for each in events]


def try_some(job: DuelJob) -> Verdict:
    """What its choices are worth against each other."""
    return verdict(job.event, trials_of(job.scenario, job.event, job.spots, job.difficulty, job.replays))


@dataclass(frozen=True)
class ReadJob:
    """A few plays whose words are counted."""

    scenario: Scenario
    seat: Seat
    first: int
    plays: int
    difficulty: str


def read_some(job: ReadJob) -> list[Length]:
    """Their lengths, by the balanced bot."""
    bots = bots_for(job.scenario, job.seat, "balanced")
    seeds = range(job.first, job.first + job.plays)
    return [length(run(job.scenario, seed, job.seat, bots, job.difficulty)) for seed in seeds]


def as_json(report: Balance) -> str:
    """The report as one JSON object, numbers to six places."""
    return json.dumps(_rounded(asdict(report)), ensure_ascii=False, indent=1)


def _rounded(value: object) -> object:
    if isinstance(value, float):
        return round(value, 6)
    if isinstance(value, dict):
        return {key: _rounded(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_rounded(each) for each in value]
    return value


def write(report: Balance, html: str, json_wanted: bool, plain: bool) -> None:
    """The report where it was asked for: on standard output, and in a page of its own."""
    if html:
        write_file(Path(html), balance_page(report).encode("utf-8"))
    if json_wanted:
        print(as_json(report), flush=True)
    else:
        make_paper(plain).show(*blocks(report))
