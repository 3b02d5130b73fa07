"""What `overpromise check` and `overpromise explain` print: findings with the line they are about, as text or JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path

from game.scenario.check import check, exit_code, scenario_files
from game.scenario.page import page
from game.scenario.problems import CODES, ERROR, Problem, did_you_mean, short
from game.scenario.tree import MAX_BYTES
from game.terminal.safe import safe
from game.terminal.trouble import CannotRun

WIDEST = 100  # characters of a source line that are shown
_WORD = re.compile(r"[\w.]+")
_BREAK = re.compile("\r\n|\r|\n")


def check_files(paths: list[str], as_json: bool = False, strict: bool = False) -> int:
    """Print every finding in these files and folders; the exit code.

    Raises CannotRun where a path is not there or cannot be read, or a folder holds no scenario.
    """
    try:
        for path in map(Path, paths):
            if not path.exists():
                raise CannotRun(f"There is no file or folder {safe(str(path))}.")
            if not scenario_files([path]):
                raise CannotRun(f"There is no scenario (a .yaml file) in {safe(str(path))}.")
            if path.is_file():
                path.open("rb").close()
        problems = check(paths)
    except OSError as error:
        raise CannotRun(f"{safe(str(error.filename))} cannot be read: {error.strerror}.") from None
    lines = source_lines(problems)
    files = len(scenario_files(paths))
    if as_json:
        print(_as_json(problems, lines, files))
    else:
        for problem in problems:
            print(safe(_told(problem, lines.get((problem.file, problem.line), ""))))
        print(_summary(files, problems))
    return exit_code(paths, problems, strict=strict)


def explain(code: str) -> None:
    """Print the page of a code. Raises CannotRun for a code that does not exist."""
    wanted = code.strip().upper()
    if wanted not in CODES:
        remedy = did_you_mean(wanted, CODES, "`overpromise check` shows the code of every finding.")
        raise CannotRun(f"There is no finding {safe(short(code))}. {remedy}")
    found = page(wanted)
    print(f"{wanted}  {CODES[wanted]}\n")
    print(f"{found.words}\n")
    for what, example in (("Not like this:", found.bad), ("But like this:", found.good)):
        print("\n".join([what, "", *(f"    {line}".rstrip() for line in example.rstrip().split("\n")), ""]))


def source_lines(problems: Iterable[Problem]) -> dict[tuple[str, int], str]:
    """The lines that findings are about, by file and number."""
    found: dict[tuple[str, int], str] = {}
    texts: dict[str, list[str]] = {}
    for problem in problems:
        if problem.file not in texts:
            texts[problem.file] = _BREAK.split(_text(problem.file))
        lines = texts[problem.file]
        if problem.line <= len(lines):
            found[(problem.file, problem.line)] = lines[problem.line - 1]
    return found


def _text(file: str) -> str:
    """The text of a file as far as a story may be long; "" where it is not text."""
    try:
        with Path(file).open("rb") as opened:
            return opened.read(MAX_BYTES).decode("utf-8-sig")
    except (OSError, ValueError):
        return ""


def _told(problem: Problem, line: str) -> str:
    place = f"{problem.file}:{problem.line}:{problem.column}"
    parts = [f"{place}: {problem.severity} {problem.code} {problem.message}"]
    if line.strip():
        parts += marked(line, problem.column)
    if problem.remedy:
        parts.append(f"    {problem.remedy}")
    return "\n".join(parts)


def marked(line: str, column: int) -> list[str]:
    """A source line and, below it, a marker under the word at `column` (from 1)."""
    at = min(column - 1, len(line))
    first = 0 if at < WIDEST - 20 else at - WIDEST // 2
    shown = "".join(c if c.isprintable() else " " for c in line[first : first + WIDEST])
    word = _WORD.match(line, at)
    length = min(len(word.group()) if word else 1, max(1, WIDEST - (at - first)))
    indent = len(shown) - len(shown.lstrip()) if first == 0 else 0
    return [f"    | {shown[indent:].rstrip()}", f"    | {' ' * (at - first - indent)}{'^' * length}"]


def _as_json(problems: list[Problem], lines: dict[tuple[str, int], str], files: int) -> str:
    errors = sum(problem.severity == ERROR for problem in problems)
    findings = [
        {
            "file": problem.file,
            "line": problem.line,
            "column": problem.column,
            "severity": problem.severity,
            "code": problem.code,
            "message": problem.message,
            "remedy": problem.remedy,
            "source": lines.get((problem.file, problem.line), ""),
        }
        for problem in problems
    ]
    told = {"files": files, "errors": errors, "warnings": len(problems) - errors, "findings": findings}
    return json.dumps(told, ensure_ascii=True, indent=1)


def _summary(files: int, problems: list[Problem]) -> str:
    where = "one file" if files == 1 else f"{files} files"
    errors = sum(problem.severity == ERROR for problem in problems)
    counts = ((errors, "mistake"), (len(problems) - errors, "warning"))
    found = [f"{n} {word}{'' if n == 1 else 's'}" for n, word in counts if n]
    more = " `overpromise explain` and a code says more." if problems else ""
    return f"Checked {where}: {' and '.join(found) or 'no mistakes'}.{more}"
