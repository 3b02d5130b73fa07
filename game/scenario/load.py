"""The way in: a file or a text becomes a Scenario, or a list of problems. Bad content never raises."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from game.engine.model import Scenario
from game.scenario.build import Draft, build
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
    text, problems = text_of(path)
    if text is None:
        return Loaded(None, problems, "", story_id(Path(path).name))
    return load_text(text, str(path))


def text_of(path: Path | str) -> tuple[str | None, tuple[Problem, ...]]:
    """The text of a file, or None and why there is none."""
    report = Report()
    try:
        with Path(path).open("rb") as file:
            return decode(file.read(MAX_BYTES + 1), str(path), report), report.sorted()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        report.error(Spot(str(path)), "OP100", f"The file cannot be opened: {short(str(reason), 80)}.")
        return None, report.sorted()


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
    draft = read_draft(text, name, report)
    scenario = None if draft is None or report.failed else draft.scenario
    return Loaded(scenario, of_the_author(report), text, story_id(name))


def read_draft(text: str, name: str, report: Report) -> Draft | None:
    """What a text describes, with its mistakes in the report; None when too little of it can be read."""
    try:
        tree = read_tree(text, name, report)
        readable = tree is not None and _right_format(tree, report)
        spec = validate(tree, ScenarioSpec, report) if tree is not None and readable else None
        return None if spec is None else build(spec, story_id(name), text_hash(text), report)
    except Exception as error:
        # A file must never end the program: what nobody foresaw is reported like any other problem.
        message = f"The file cannot be read ({type(error).__name__})."
        report.error(Spot(name), "OP199", message, "Please report this file.")
        return None


def of_the_author(report: Report) -> tuple[Problem, ...]:
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
