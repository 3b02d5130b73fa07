"""The way in: a file or a text becomes a Scenario, or a list of problems. Bad content never raises."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from game.engine.model import Scenario
from game.scenario.build import build
from game.scenario.common import COMMON
from game.scenario.problems import ERROR, Problem, Report, Spot, short
from game.scenario.spec import ScenarioSpec
from game.scenario.tree import MAX_BYTES, Map, Text, Tree, decode, read_tree, text_at
from game.scenario.validate import validate


@dataclass(frozen=True)
class Loaded:
    """What came of reading a scenario. `scenario` is None when a problem is an error; `text` is what was read."""

    scenario: Scenario | None
    problems: tuple[Problem, ...]
    text: str
    name: str  # the scenario's id


def load_scenario(path: Path | str) -> Loaded:
    """Read a scenario file. Never raises for what is in it, or for a file that cannot be opened."""
    path = Path(path)
    try:
        with path.open("rb") as file:
            return load_raw(file.read(MAX_BYTES + 1), str(path))
    except (OSError, ValueError) as error:
        report = Report()
        reason = getattr(error, "strerror", None) or str(error)
        report.error(Spot(str(path)), "OP100", f"The file cannot be opened: {short(str(reason), 80)}.")
        return Loaded(None, report.sorted(), "", story_id(path.name))


def load_raw(raw: bytes, name: str) -> Loaded:
    """Read a scenario from the bytes of its file; `name` is what problems call the file."""
    report = Report()
    text = decode(raw, name, report)
    if text is None:
        return Loaded(None, report.sorted(), "", story_id(name))
    return load_text(text, name)


def load_text(text: str, name: str) -> Loaded:
    """Read a scenario from its text; `name` is what problems call the file. Never raises for what is in the text."""
    report = Report()
    scenario = None
    try:
        tree = read_tree(text, name, report)
        readable = tree is not None and _right_format(tree, report)
        spec = validate(tree, ScenarioSpec, report) if tree is not None and readable else None
        if spec is not None:
            scenario = build(spec, story_id(name), text_hash(text), report)
    except Exception as error:
        # A file must never end the program: what nobody foresaw is reported like any other problem.
        message = f"The file cannot be read ({type(error).__name__})."
        report.error(Spot(name), "OP199", message, "Please report this file.")
    return Loaded(None if report.failed else scenario, _of_the_author(report), text, story_id(name))


def _of_the_author(report: Report) -> tuple[Problem, ...]:
    """The problems without those of the built-in events, which only follow from what is wrong in the author's file."""
    found = report.sorted()
    written = tuple(problem for problem in found if problem.file != COMMON)
    if any(problem.severity == ERROR for problem in written) or not report.failed:
        return written
    return found


def _right_format(tree: Tree, report: Report) -> bool:
    """Whether this game reads the format the file names; a file that names none is told so with the rest."""
    found = tree.get(text_at("format", tree)) if isinstance(tree, Map) else None
    if not isinstance(found, Text) or found.strip() == "1":
        return True
    if found.strip().replace("_", "").isdecimal():
        message = f"This game reads format 1; the file says {short(found)}."
        report.error(found, "OP127", message, "Write `format: 1`, or install a newer version of the game.")
        return False
    return True


def text_hash(text: str) -> str:
    """The sha256 of a scenario's text, by which saves know it."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def story_id(name: str) -> str:
    """The id of a scenario: its file's name without folder and ending."""
    stem = re.split(r"[/\\]", name)[-1].removesuffix(".yaml").removesuffix(".yml")
    return re.sub(r"[^a-z0-9]+", "_", stem.lower()).strip("_") or "scenario"
