"""Check scenario files: every problem of every file, in order."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from game.scenario.build import Draft
from game.scenario.checks import LOCAL, WHOLE, Check
from game.scenario.ignores import without_ignored
from game.scenario.load import of_the_author, read_draft, text_of
from game.scenario.problems import ERROR, Problem, Report, Spot, order
from game.scenario.survey import Survey

EXIT_FINE, EXIT_PROBLEMS, EXIT_NOTHING = 0, 1, 2


def check(paths: Iterable[Path | str]) -> list[Problem]:
    """All findings in these files, and in the scenario files of these folders."""
    found: list[Problem] = []
    for path in scenario_files(paths):
        found += check_file(path)
    return sorted(found, key=order)


def check_file(path: Path | str) -> list[Problem]:
    """All findings in one file, in order. Never raises for what is in it."""
    text, problems = text_of(path)
    return list(problems) if text is None else check_text(text, str(path))


def check_text(text: str, name: str) -> list[Problem]:
    """All findings in a scenario's text: what keeps it from being read, then what is odd about the story.

    `name` is what findings call the file. Never raises for what is in the text.
    """
    report = Report()
    draft = read_draft(text, name, report)
    whole = draft is not None and not report.failed
    if draft is not None and not draft.mended:
        _look(draft, LOCAL + WHOLE if whole else LOCAL, name, report)
    remarks = Report()
    kept = without_ignored(list(of_the_author(report)), text, remarks, file=name, whole=whole)
    return sorted([*kept, *remarks.sorted()], key=order)


def _look(draft: Draft, checks: tuple[Check, ...], name: str, report: Report) -> None:
    try:
        survey = Survey(draft)
        for look in checks:
            look(survey, report)
    except Exception as error:
        # A file must never end the program, as in load.py; it can be played all the same.
        message = f"The story cannot be looked through ({type(error).__name__})."
        report.warn(Spot(name), "OP199", message, "Please report this file.")


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


def exit_code(paths: Iterable[Path | str], problems: list[Problem], *, strict: bool = False) -> int:
    """0: playable; 1: at least one error, or, `strict`, any finding; 2: there was nothing to check."""
    if not scenario_files(paths):
        return EXIT_NOTHING
    failed = any(strict or problem.severity == ERROR for problem in problems)
    return EXIT_PROBLEMS if failed else EXIT_FINE
