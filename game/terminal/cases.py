"""`test`: plays what an author expects of a scenario, and says what came out otherwise and how to see it again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from game.data import shipped
from game.engine.legality import MOVES_A_WEEK, IllegalDecision, decided, legal, seats_of
from game.engine.model import Scenario
from game.engine.play import Play
from game.engine.scores import kpi
from game.engine.state import SeatDecisions
from game.insight.lookahead import as_decisions, ways_now, with_way
from game.insight.simulate import bots_for, decide
from game.insight.ways import path_of
from game.insight.words.cards import LABELS
from game.scenario.cases import Case, CaseFile, Check, cases_file_of, load_cases
from game.scenario.problems import ERROR, Problem, Spot, did_you_mean
from game.terminal.processes import in_order, pool, progress
from game.terminal.safe import safe
from game.terminal.stories import KNOWN_BOTS
from game.terminal.trouble import CannotRun

CHUNK = 25
HOLD, FAIL = 0, 1
SHARES = ("ending", "endings", "met", "holds")  # kinds of which each play says yes or no


@dataclass(frozen=True)
class Played:
    """One play of a case: a number for each check (None: no data), or why it could not be played."""

    seed: int
    values: tuple[float | None, ...]
    ending: str
    trouble: str = ""


@dataclass(frozen=True)
class Job:
    """A few plays of one case."""

    scenario: Scenario
    case: Case
    first: int
    plays: int


def play_cases(found: CaseFile) -> list[tuple[Case, list[Played]]]:
    """Every play of every case, in order; progress on standard error."""
    if found.scenario is None:
        return []
    scenario = found.scenario
    jobs = [job for case in found.cases for job in _jobs(scenario, case)]
    total = sum(job.plays for job in jobs)
    played: dict[str, list[Played]] = {case.name: [] for case in found.cases}
    with progress() as bar, pool(total) as workers:
        task = bar.add_task("playing", total=total)
        for job, done in zip(jobs, in_order(workers, play_some, jobs), strict=True):
            played[job.case.name] += done
            bar.advance(task, job.plays)
    return [(case, played[case.name]) for case in found.cases]


def _jobs(scenario: Scenario, case: Case) -> Iterator[Job]:
    for first in range(case.seed, case.seed + case.plays, CHUNK):
        yield Job(scenario, case, first, min(CHUNK, case.seed + case.plays - first))


def play_some(job: Job) -> list[Played]:
    """Play them."""
    return [play_case(job.scenario, job.case, job.first + number) for number in range(job.plays)]


def play_case(scenario: Scenario, case: Case, seed: int) -> Played:
    """One play: what the case writes is decided so, everything else by its bot."""
    play = Play(scenario, seed, case.seat, case.difficulty)
    bots = bots_for(scenario, case.seat, case.bot)
    met: list[str] = []
    while play.state.reached is None:
        week = play.week
        met += [event.id for event in legal(scenario, play.state, case.seat).events]
        try:
            by_seat = {seat: decided(decide(play, bots), seat) for seat in seats_of(play.state)}
            by_seat[case.seat] = _as_written(play, case, by_seat[case.seat])
            play.live(as_decisions(by_seat))
        except IllegalDecision as reason:
            return Played(seed, (), "", f"in week {week}: {reason}".replace(" ”", "”"))
    return Played(seed, tuple(_value(play, check, met) for check in case.checks), play.state.reached.ending)


def _as_written(play: Play, case: Case, mine: SeatDecisions) -> SeatDecisions:
    """The bot's week with the written answers and moves in it. Raises IllegalDecision for an answer not open."""
    scenario, state = play.scenario, play.state
    for event in legal(scenario, state, case.seat).events:
        path = case.answers.get(event.id)
        if path is not None:
            ways = ways_now(scenario, state, case.seat, mine, event.id)
            way = next((way for way in ways if tuple(choice.id for choice in way) == path), None)
            if way is None:
                can = ", ".join(path_of(each) for each in ways)
                raise IllegalDecision(f"`{event.id}` cannot be answered with `{'/'.join(path)}`; open are: {can}.")
            mine = with_way(scenario, state, case.seat, mine, event.id, way)
    if play.week in case.moves:
        mine = SeatDecisions(mine.answers, case.moves[play.week])
        if len(case.moves[play.week]) > MOVES_A_WEEK[case.seat]:
            raise IllegalDecision(f"There is room for {MOVES_A_WEEK[case.seat]} moves.")
    return mine


def _value(play: Play, check: Check, met: Sequence[str]) -> float | None:
    """What a finished play says to a check."""
    values, ended = play.state.values, play.outcome
    if ended is None:
        return None
    if check.kind in ("ending", "endings"):
        return 1.0 if ended.ending in check.names else 0.0
    if check.kind == "met":
        return 1.0 if check.names[0] in met else 0.0
    if check.kind == "kpis":
        return kpi(play.scenario, values, check.names[0])
    if check.kind == "quantities":
        return check.expr.value(values)
    if check.kind == "holds":
        return 1.0 if check.expr.value(values) != 0.0 else 0.0
    numbers = {
        "weeks": float(ended.week),
        "score": ended.score,
        "relationship": ended.standing.relationship,
        "delivery": ended.standing.delivery,
    }
    return numbers[check.kind]


# ---- what is said ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Failure:
    """An expectation that did not come true: where it is written, what came instead, how to see it again."""

    spot: Spot
    case: str
    message: str
    again: tuple[str, ...]

    def __str__(self) -> str:
        first = f"{self.spot.file}:{self.spot.line}:{self.spot.column}: {self.case}: {self.message}"
        return "\n".join([first, *(f"    Again: {command}" for command in self.again)])


def failures(found: CaseFile, case: Case, played: Sequence[Played]) -> list[Failure]:
    """What of a case did not come true."""
    stopped = [one for one in played if one.trouble]
    file = str(found.file)
    if stopped:
        seed, why = stopped[0].seed, stopped[0].trouble
        rest = f" (and {len(stopped) - 1} more)" if len(stopped) > 1 else ""
        message = f"With seed {seed}{rest} it could not be played on {why}"
        return [Failure(case.bot_spot, case.name, message, (_only(found, case),))]
    told: list[Failure] = []
    for number, check in enumerate(case.checks):
        values = [one.values[number] for one in played]
        message = _wrong(case, check, [value for value in values if value is not None], played)
        if message:
            spot = Spot(file, check.wanted.line, check.wanted.column)
            told.append(Failure(spot, case.name, message, (_only(found, case), *_elsewhere(found, case))))
    return told


def _wrong(case: Case, check: Check, values: Sequence[float], played: Sequence[Played]) -> str:
    """What is wrong with a check, in a sentence; "" if nothing is."""
    if not values:
        return f"{_subject(check)} has no value, expected {check.wanted.words}."
    mean = sum(values) / len(values)
    if check.wanted.low - 1e-9 <= mean <= check.wanted.high + 1e-9:
        return ""
    if check.kind == "ending":
        other = [one for one in played if one.ending not in check.names]
        many = f"{len(other)} of {_plays(case)} end otherwise (the first is seed {other[0].seed})"
        came = many if case.plays > 1 else f"the ending is `{other[0].ending}`"
        return f"{came}, expected {check.wanted.words}."
    if check.kind in SHARES:
        return f"{_subject(check)} in {100 * mean:.1f} % of {_plays(case)}, expected {check.wanted.words}."
    over = f" (mean of {_plays(case)})" if case.plays > 1 else ""
    shown = f"{100 * mean:.1f} %" if "%" in check.wanted.words else f"{mean:,.2f}"
    return f"{_subject(check)} is {shown}{over}, expected {check.wanted.words}."


def _subject(check: Check) -> str:
    name = check.names[0] if check.names else ""
    subjects = {
        "endings": f"the ending is `{name}`",
        "met": f"`{name}` comes",
        "holds": f"`{name}` holds at the end",
        "kpis": f"{LABELS.get(name, name)} ({name})",
        "quantities": f"`{name}`",
        "weeks": "the last week",
        "ending": "the ending",
    }
    return subjects.get(check.kind, f"the {check.kind} {'meter' if check.kind != 'score' else ''}".rstrip())


def _plays(case: Case) -> str:
    return "one play" if case.plays == 1 else f"{case.plays} plays"


def _only(found: CaseFile, case: Case) -> str:
    return f"overpromise test {found.file} --only {case.name}"


def _elsewhere(found: CaseFile, case: Case) -> tuple[str, ...]:
    """The same play or plays with other commands, where nothing is decided by the case itself."""
    if case.answers or case.moves:
        return ()
    options = f"--seat {case.seat.value} --seed {case.seed} --difficulty {case.difficulty} --bot {case.bot}"
    if case.plays == 1:
        return (f"overpromise play {found.scenario_file} --text {options}",)
    return (f"overpromise simulate {found.scenario_file} {options} --plays {case.plays}",)


# ---- the command -----------------------------------------------------------------------------------------------------


def find_cases(name: str) -> Path:
    """The file of expectations meant: named itself, beside a scenario, or of a shipped one.

    Raises CannotRun where there is none.
    """
    path = Path(name)
    if not path.suffix:
        path = Path(str(shipped("scenarios").joinpath(f"{name}.yaml")))
    if not path.is_file():
        raise CannotRun(f"There is no file {safe(name)}. Give a scenario file, or its `.test.yaml`.")
    found = cases_file_of(path)
    if found is None:
        wanted = path.stem + ".test.yaml"
        raise CannotRun(f"{safe(name)} has no tests: write them into {safe(wanted)} beside it.")
    return found


def run_cases(name: str, only: Sequence[str]) -> int:
    """Play the cases of one file and print what failed; the exit code."""
    found = load_cases(find_cases(name))
    problems = [*found.problems, *_unknown_bots(found)]
    for problem in problems:
        print(safe(str(problem)))
    if found.scenario is None or any(problem.severity == ERROR for problem in problems):
        print("Nothing was played: mend the file first.")
        return FAIL
    chosen = _chosen(found, only)
    told = [(case, played, failures(found, case, played)) for case, played in play_cases(chosen)]
    for case, _played, failed in told:
        for failure in failed:
            print(safe(str(failure)))
        print(safe(f"{'fails' if failed else 'holds'}  {case.name}{': ' + case.says if case.says else ''}"))
    broken = sum(bool(failed) for _case, _played, failed in told)
    plays = sum(len(played) for _case, played, _failed in told)
    print(f"Ran {_tests(len(told))} in {plays:,} plays: {f'{broken} of them failed' if broken else 'all hold'}.")
    return FAIL if broken else HOLD


def _tests(count: int) -> str:
    return "one test" if count == 1 else f"{count} tests"


def _chosen(found: CaseFile, only: Sequence[str]) -> CaseFile:
    """The cases asked for. Raises CannotRun for a name there is not."""
    known = [case.name for case in found.cases]
    for name in only:
        if name not in known:
            raise CannotRun(f"No test is called “{name}”. {did_you_mean(name, known)}")
    cases = tuple(case for case in found.cases if not only or case.name in only)
    return CaseFile(found.file, found.scenario_file, found.scenario, cases, found.problems)


def _unknown_bots(found: CaseFile) -> list[Problem]:
    return [
        Problem(
            case.bot_spot.file,
            case.bot_spot.line,
            case.bot_spot.column,
            "OP124",
            f"No bot is called `{case.bot}`.",
            did_you_mean(case.bot, KNOWN_BOTS),
        )
        for case in found.cases
        if case.bot not in KNOWN_BOTS
    ]
