"""`python -m game.scenario check FILE...`: the checker without the rest of the program.

`schema [FILE]` and `reference [FILE]` write the editor's schema and the guide's list of fields anew.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from game.data import shipped
from game.scenario.check import EXIT_FINE, EXIT_NOTHING, check, exit_code
from game.scenario.reference import with_reference
from game.scenario.schema import FILE, schema_text

USAGE = "usage: python -m game.scenario check FILE... | schema [FILE] | reference [FILE]"


def main(arguments: list[str]) -> int:
    """Do one of the three; the exit code of `check`."""
    if arguments[:1] == ["check"] and len(arguments) > 1:
        return _check(arguments[1:])
    if arguments[:1] == ["schema"]:
        return _write(arguments[1:] or [str(shipped("assets") / FILE)], lambda _old: schema_text())
    if arguments[:1] == ["reference"]:
        return _write(arguments[1:] or [str(shipped("scenarios") / "README.md")], with_reference)
    print(USAGE)
    return EXIT_NOTHING


def _check(paths: list[str]) -> int:
    problems = check(paths)
    for problem in problems:
        print(problem)
    print(f"{len(problems)} findings." if problems else "Nothing to complain about.")
    return exit_code(paths, problems)


def _write(paths: list[str], new: Callable[[str], str]) -> int:
    for path in map(Path, paths):
        path.write_text(new(path.read_text("utf-8") if path.exists() else ""), "utf-8")
        print(f"Written: {path}")
    return EXIT_FINE


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
