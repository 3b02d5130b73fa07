"""Check scenario files: every problem of every file, in order."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from game.scenario.load import load_scenario
from game.scenario.problems import ERROR, Problem, order

EXIT_FINE, EXIT_PROBLEMS, EXIT_NOTHING = 0, 1, 2


def check(paths: Iterable[Path | str]) -> list[Problem]:
    """All problems of these files, and of the scenario files in these folders."""
    found: list[Problem] = []
    for path in scenario_files(paths):
        found += load_scenario(path).problems
    return sorted(found, key=order)


def scenario_files(paths: Iterable[Path | str]) -> list[Path]:
    """The files meant by these paths: files as given, folders for the .yaml files in them."""
    files: list[Path] = []
    for path in map(Path, paths):
        if path.is_dir():
            files += sorted(file for file in path.iterdir() if is_scenario(file.name))
        else:
            files.append(path)
    return files


def is_scenario(name: str) -> bool:
    """Whether a file of a folder is a scenario, by its name; `story.test.yaml` holds expectations of one."""
    return name.endswith((".yaml", ".yml")) and not name.endswith((".test.yaml", ".test.yml"))


def exit_code(paths: Iterable[Path | str], problems: list[Problem]) -> int:
    """0: playable (warnings allowed); 1: at least one error; 2: there was nothing to check."""
    if not scenario_files(paths):
        return EXIT_NOTHING
    return EXIT_PROBLEMS if any(problem.severity == ERROR for problem in problems) else EXIT_FINE
