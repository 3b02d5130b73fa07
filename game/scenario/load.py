"""The way in: a file or a text becomes a Scenario, or a list of problems. Bad content never raises."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from game.engine.model import Scenario
from game.scenario.build import build
from game.scenario.problems import Problem, Report, Spot, short
from game.scenario.spec import ScenarioSpec
from game.scenario.tree import MAX_BYTES, decode, read_tree
from game.scenario.validate import validate


@dataclass(frozen=True)
class Loaded:
    """What came of reading a scenario. `scenario` is None when a problem is an error; `text` is what was read."""

    scenario: Scenario | None
    problems: tuple[Problem, ...]
    text: str
    name: str


def load_scenario(path: Path | str) -> Loaded:
    """Read a scenario file. Never raises for what is in it, or for a file that cannot be opened."""
    path = Path(path)
    report = Report()
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        report.error(Spot(str(path)), "OP100", f"The file cannot be opened: {short(str(reason), 80)}.")
        return Loaded(None, report.sorted(), "", story_id(path.name))
    text = decode(raw, str(path), report)
    if text is None:
        return Loaded(None, report.sorted(), "", story_id(path.name))
    return load_text(text, str(path))


def load_text(text: str, name: str) -> Loaded:
    """Read a scenario from its text; `name` is what problems call the file. Never raises for what is in the text."""
    report = Report()
    scenario = None
    try:
        tree = read_tree(text, name, report)
        spec = validate(tree, ScenarioSpec, report) if tree is not None else None
        if spec is not None:
            scenario = build(spec, story_id(name), text_hash(text), report)
    except (
        RecursionError,
        MemoryError,
        OverflowError,
        ValueError,
        KeyError,
        IndexError,
        AttributeError,
        TypeError,
    ) as error:
        # A file must never end the program: what we did not foresee is reported like any other problem.
        report.error(
            Spot(name), "OP199", f"The file cannot be read ({type(error).__name__}).", "Please report this file."
        )
    return Loaded(None if report.failed else scenario, report.sorted(), text, story_id(name))


def text_hash(text: str) -> str:
    """The sha256 of a scenario's text, by which saves know it."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def story_id(name: str) -> str:
    """The id of a scenario: its file's name without folder and ending."""
    stem = re.split(r"[/\\]", name)[-1].removesuffix(".yaml").removesuffix(".yml")
    return re.sub(r"[^a-z0-9]+", "_", stem.lower()).strip("_") or "scenario"
