"""An author's expectations of a scenario, in a file of their own: `story.test.yaml` beside `story.yaml`.

A case names a seat, a seed and perhaps decisions, or a bot and a number of plays; and what must come of it. It is read
with the same marked tree as a scenario, so a mistake in it has a line, a column and a remedy too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainValidator

from game.engine.expression import TRUE, Expr
from game.engine.model import Question, Scenario, Seat
from game.engine.moves import RENEGOTIATE
from game.engine.options import AM_LISTERS, PM_LISTERS
from game.engine.state import Move
from game.scenario.build import build
from game.scenario.closed import SEAT_WORDS, Kpi
from game.scenario.context import SEATS, Context
from game.scenario.events import with_taken
from game.scenario.fields import Lines, Refs, Spec, needed, optional
from game.scenario.load import load_scenario, story_id, text_hash
from game.scenario.problems import Problem, Report, Spot, did_you_mean, one_of, short
from game.scenario.scalars import AnyNumber, Id, Ref, Words, as_text, some, whole, word_of, wrong
from game.scenario.scalars import Path as Written
from game.scenario.spec import ScenarioSpec
from game.scenario.tree import MAX_BYTES, Text, decode, read_tree
from game.scenario.validate import validate

ENDING = ".test.yaml"
FOLDER = "tests"  # where a folder of scenarios may keep its tests, if not beside them
DIFFICULTIES = ("guided", "normal", "stormy")
MOST_PLAYS = 10_000
_RANGE = re.compile(r"(?:(at least|at most)\s+)?(.+?)(?:\s+(to|±|\+-)\s+(.+))?")


@dataclass(frozen=True)
class Range:
    """What a number must lie in, both ends included; how the author wrote it, and where."""

    low: float
    high: float
    words: str
    line: int
    column: int


def number_in(text: str) -> float:
    """A number as authors write it: 9_000, -0.5, 60%."""
    cleaned = text.strip().replace("_", "")
    match = re.fullmatch(r"([+-]?\d+(?:\.\d+)?)\s?(%?)", cleaned, re.ASCII)
    if match is None or len(cleaned) > 20:
        raise wrong("OP123", f"`{short(text)}` is not a number.", "Write it like 55, 9_000 or 60%.")
    return float(match.group(1)) / (100.0 if match.group(2) else 1.0)


def read_range(value: Any) -> Range:
    """`55 to 80`, `at least 50`, `at most 10%`, `40% ± 5%`, or one number that is meant exactly."""
    written = as_text(value, "a range")
    low, high = _limits(written.strip())
    return Range(low, high, written.strip(), written.line, written.column)


def _limits(text: str) -> tuple[float, float]:
    match = _RANGE.fullmatch(text)
    bound, first, between, second = match.groups() if match else (None, text, None, None)
    if bound and between:
        raise wrong("OP123", f"`{short(text)}` has two kinds of limits.", "Write `at least 50` or `50 to 80`.")
    start = number_in(first)
    if bound:
        return (start, float("inf")) if bound == "at least" else (float("-inf"), start)
    end = number_in(second) if second else start
    low, high = (start - end, start + end) if between in ("±", "+-") else (start, end)
    if low > high:
        raise wrong("OP123", f"`{short(text)}` runs backwards.", f"Write `{second} to {first}`.")
    return low, high


RangeText = Annotated[Range, PlainValidator(read_range)]
Shares = Annotated[dict[Ref, RangeText], BeforeValidator(some)]
Measured = Annotated[dict[Written, RangeText], BeforeValidator(some)]


class ExpectSpec(Spec):
    """What must come of the plays of a case. Numbers are means over its plays, shares are of its plays."""

    ending: Refs = optional([], "Every play ends in one of these.", "[live, half_live]")
    endings: Shares = optional({}, "How often plays end so.", "{live: 40% to 70%, walked: at most 5%}")
    weeks: RangeText | None = optional(None, "The week in which it ends.", "8 to 10")
    score: RangeText | None = optional(None, "The seat's score, 0 to 100.", "55 to 80")
    relationship: RangeText | None = optional(None, "The relationship meter, 0 to 100.", "at least 60")
    delivery: RangeText | None = optional(None, "The delivery meter, 0 to 100.", "at least 50")
    kpis: Annotated[dict[Kpi, RangeText], BeforeValidator(some)] = optional(
        {}, "KPIs at the end, in their own units.", "{on_time: at least 60%, satisfaction: 55 to 80}"
    )
    quantities: Measured = optional({}, "Numbers at the end, as conditions name them.", "{dana.trust: at least 50}")
    holds: Measured = optional(
        {}, "Conditions at the end, and how often they hold.", "{dana.trust >= 50: at least 80%}"
    )
    met: Shares = optional({}, "Events, and the share of plays that meet them.", "{wishlist: at least 50%}")


class CaseSpec(Spec):
    """One expectation: how it is played, and what must come of it."""

    says: Words | None = optional(None, "What is expected, in a sentence.", "Saying yes to everything ends late.")
    seat: Annotated[str, PlainValidator(word_of(SEAT_WORDS, "a seat"))] = needed("Who plays: am, pm or both.", "pm")
    bot: Words | None = optional(None, "Who decides what is not written here; balanced without it.", "careless")
    plays: Annotated[int, PlainValidator(whole(1, MOST_PLAYS, "a number of plays", units=("plays",)))] = optional(
        1, "How many plays, with the seeds from `seed` on.", "100"
    )
    seed: Annotated[int, PlainValidator(whole(0, 2**31 - 1, "a seed"))] = optional(1, "The luck of the first.", "7")
    difficulty: Annotated[str, PlainValidator(word_of(DIFFICULTIES, "a difficulty"))] = optional(
        "normal", "guided, normal or stormy.", "stormy"
    )
    answers: Annotated[dict[Ref, Written], BeforeValidator(some)] = optional(
        {}, "What is answered whenever an event comes; through scenes with /.", "{wishlist: absorb}"
    )
    moves: Annotated[dict[Written, Lines], BeforeValidator(some)] = optional(
        {}, "The moves of a week, instead of the bot's.", "{week 1: [call dana, talk leo]}"
    )
    expect: ExpectSpec = needed("What must come of it.", "{score: 55 to 80}")


class CasesSpec(Spec):
    """A file of expectations."""

    format: Annotated[AnyNumber, "1"] = needed("The version of this format: 1.", "1")
    tests: dict[Id, CaseSpec] = needed("The expectations, each with an id.", "{sensible_play: {seat: pm, expect: ...}}")


@dataclass(frozen=True)
class Check:
    """One number of each play, whose mean must lie in a range. `kind` says which: see `ExpectSpec`."""

    kind: str
    names: tuple[str, ...]
    wanted: Range
    expr: Expr = TRUE


@dataclass(frozen=True)
class Case:
    """One expectation, ready to be played."""

    name: str
    says: str
    seat: Seat
    bot: str
    bot_spot: Spot
    plays: int
    seed: int
    difficulty: str
    answers: dict[str, tuple[str, ...]]
    moves: dict[int, tuple[Move, ...]]
    checks: tuple[Check, ...]


@dataclass(frozen=True)
class CaseFile:
    """What came of reading a file of expectations and its scenario. `scenario` is None when a problem is an error."""

    file: Path
    scenario_file: Path
    scenario: Scenario | None
    cases: tuple[Case, ...] = ()
    problems: tuple[Problem, ...] = field(default=())


def cases_file_of(path: Path) -> Path | None:
    """The file of expectations meant by a path: itself, or the one beside a scenario; None where there is none."""
    if path.name.endswith(ENDING):
        return path if path.is_file() else None
    name = path.stem + ENDING
    return next((found for found in (path.with_name(name), path.parent / FOLDER / name) if found.is_file()), None)


def scenario_file_of(path: Path) -> Path:
    """The scenario a file of expectations is about: beside it, or one folder up from `tests`."""
    name = path.name.removesuffix(ENDING) + ".yaml"
    above = path.absolute().parent.parent / name
    beside = path.with_name(name)
    return above if not beside.is_file() and path.absolute().parent.name == FOLDER else beside


def load_cases(path: Path) -> CaseFile:
    """Read expectations and their scenario. Raises OSError for a file that cannot be opened, for nothing in it."""
    scenario_file = scenario_file_of(path)
    loaded = load_scenario(scenario_file)
    if loaded.scenario is None:
        return CaseFile(path, scenario_file, None, (), loaded.problems)
    report = Report()
    with path.open("rb") as file:
        text = decode(file.read(MAX_BYTES + 1), str(path), report)
    tree = read_tree(text, str(path), report) if text is not None else None
    spec = validate(tree, CasesSpec, report) if tree is not None else None
    played = loaded.scenario
    cases: tuple[Case, ...] = ()
    if spec is not None:
        scenario, context = _named(loaded.text, str(scenario_file))
        context.report = report
        cases = tuple(_Reader(scenario, context, report).case(name, each) for name, each in spec.tests.items())
        played = _with_asked(scenario, context)
    return CaseFile(path, scenario_file, None if report.failed else played, cases, report.sorted())


def _named(text: str, name: str) -> tuple[Scenario, Context]:
    """A scenario known to be sound, with what its names mean."""
    report = Report()
    tree = read_tree(text, name, report)
    spec = validate(tree, ScenarioSpec, report) if tree is not None else None
    if spec is not None:
        draft = build(spec, story_id(name), text_hash(text), report)
        if not report.failed:
            return draft.scenario, draft.context
    raise ValueError(f"{name} was sound a moment ago")


def _with_asked(scenario: Scenario, context: Context) -> Scenario:
    """The scenario that also keeps what only its expectations ask: whether a choice was taken."""
    names = context.names
    events = tuple(with_taken(context, event) for event in scenario.events)
    return replace(scenario, events=events, quantities=tuple(names.quantities), quantity_index=names.index)


class _Reader:
    """Turns written cases into cases, every name checked."""

    def __init__(self, scenario: Scenario, context: Context, report: Report) -> None:
        self.scenario, self.context, self.report = scenario, context, report

    def case(self, name: Text, spec: CaseSpec) -> Case:
        bot = spec.bot
        spot = Spot(name.file, bot.line, bot.column) if bot is not None else Spot(name.file, name.line, name.column)
        return Case(
            str(name),
            "" if spec.says is None else " ".join(spec.says.split()),
            SEATS[spec.seat],
            "balanced" if bot is None else str(bot).strip(),
            spot,
            spec.plays,
            spec.seed,
            spec.difficulty,
            {str(event): self._answer(event, way) for event, way in spec.answers.items()},
            {self._week(week): tuple(self._move(move) for move in moves) for week, moves in spec.moves.items()},
            tuple(self._checks(name, spec.expect)),
        )

    # what is decided

    def _answer(self, event: Text, way: Text) -> tuple[str, ...]:
        self.context.find(event, "event")
        found = self.scenario.event_index.get(event.strip())
        path = tuple(part.strip() for part in way.split("/"))
        if found is None:
            return path
        question: Question | None = self.scenario.events[found].question
        for part in path:
            names = [choice.id for choice in question.choices] if question is not None else []
            if part not in names:
                said = f"`{short(event)}` has no choice `{short(part)}`" + (" there." if len(path) > 1 else ".")
                self.report.error(way, "OP202", said, did_you_mean(part, names))
                return path
            if question is not None:
                question = next(choice for choice in question.choices if choice.id == part).scene
        if question is not None:
            names = [choice.id for choice in question.choices]
            self.report.error(way, "OP202", f"After `{way}` a further question waits.", one_of(names))
        return path

    def _week(self, week: Text) -> int:
        match = re.fullmatch(r"(?:week\s+)?(\d{1,3})", week.strip(), re.ASCII)
        number = int(match.group(1)) if match else 0
        if not 1 <= number <= self.scenario.weeks:
            self.report.error(week, "OP205", f"`{short(week)}` is not a week of this story.", "Write it like `week 2`.")
        return number

    def _move(self, move: Text) -> Move:
        kind, *rest = move.split()
        kinds = sorted({*AM_LISTERS, *PM_LISTERS, RENEGOTIATE})
        if kind not in kinds:
            self.report.error(
                move, "OP124", f"`{short(kind)}` is not a move.", did_you_mean(kind, kinds, one_of(kinds))
            )
        if kind == "sync":
            return Move(kind, "", "".join(rest[:1]))
        return Move(kind, "".join(rest[:1]), "".join(rest[1:2]))

    # what is expected

    def _checks(self, name: Text, spec: ExpectSpec) -> list[Check]:
        found: list[Check] = []
        if spec.ending:
            self._ending_names(spec.ending)
            names, place = tuple(map(str, spec.ending)), spec.ending[0]
            always = Range(1.0, 1.0, " or ".join(names), place.line, place.column)
            found.append(Check("ending", names, always))
        for kind in ("weeks", "score", "relationship", "delivery"):
            wanted: Range | None = getattr(spec, kind)
            if wanted is not None:
                found.append(Check(kind, (), wanted))
        self._ending_names(list(spec.endings))
        found += [Check("endings", (str(key),), wanted) for key, wanted in spec.endings.items()]
        for key in spec.met:
            self.context.find(key, "event")
        found += [Check("met", (str(key),), wanted) for key, wanted in spec.met.items()]
        found += [Check("kpis", (kpi,), wanted) for kpi, wanted in spec.kpis.items()]
        for key, wanted in spec.quantities.items():
            found.append(Check("quantities", (str(key),), wanted, self.context.number(key).expr))
        for key, wanted in spec.holds.items():
            found.append(Check("holds", (str(key),), wanted, self.context.condition(key)))
        if not found:
            self.report.error(name, "OP121", f"`{name}` expects nothing.", "Add, for example, `score: 55 to 80`.")
        return found

    def _ending_names(self, names: list[Text]) -> None:
        known = [ending.id for ending in self.scenario.endings]
        for name in names:
            if name not in known:
                remedy = did_you_mean(name, known)
                self.report.error(name, "OP202", f"No ending is called `{short(name)}`.", remedy)
