"""`python -m game.scenario check FILE...`: the checker without the rest of the program."""

from __future__ import annotations

import sys

from game.scenario.check import EXIT_NOTHING, check, exit_code


def main(arguments: list[str]) -> int:
    """Print every problem; the exit code of `check`."""
    if len(arguments) < 2 or arguments[0] != "check":
        print("usage: python -m game.scenario check FILE...")
        return EXIT_NOTHING
    problems = check(arguments[1:])
    for problem in problems:
        print(problem)
    code = exit_code(arguments[1:], problems)
    print(f"{len(problems)} findings." if problems else "Nothing to complain about.")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
