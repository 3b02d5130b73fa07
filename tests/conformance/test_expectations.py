"""What the authors of the shipped scenarios expect of them holds; each has its expectations written down."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.scenario.cases import Case, CaseFile, load_cases
from game.scenario.check import is_scenario, scenario_files
from game.terminal.cases import failures, play_case

FOLDER = Path(__file__).resolve().parents[2] / "scenarios"
FILES = {path.name.removesuffix(".test.yaml"): load_cases(path) for path in sorted((FOLDER / "tests").glob("*.yaml"))}
CASES = [(found, case) for found in FILES.values() for case in found.cases]


def test_every_shipped_scenario_has_expectations_and_none_is_taken_for_a_scenario() -> None:
    assert sorted(FILES) == [path.stem for path in scenario_files([FOLDER])]
    assert all(not is_scenario(found.file.name) for found in FILES.values())
    assert [str(problem) for found in FILES.values() for problem in found.problems] == []


@pytest.mark.parametrize(("found", "case"), CASES, ids=lambda value: getattr(value, "name", ""))
def test_what_the_author_expects_holds(found: CaseFile, case: Case) -> None:
    assert found.scenario is not None
    played = [play_case(found.scenario, case, case.seed + number) for number in range(case.plays)]
    assert [str(failure) for failure in failures(found, case, played)] == []
