"""`test`: an author's expectations, what is said when they do not come true, and mistakes in the file itself."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from game.scenario.cases import load_cases, read_range
from game.scenario.check import check, scenario_files
from game.scenario.library import library
from game.scenario.problems import CODES, Spot
from game.scenario.tree import text_at
from game.terminal.cases import find_cases
from game.terminal.trouble import CannotRun

Typed = Callable[..., str]
STORY = """\
format: 1
title: The bell
challenge: scope creep
weeks: 3
account: {client: Brightside, value: 90_000, renewal: week 3}
people:
  dana: {name: Dana Whitfield, side: client, trust: 60, satisfaction: 70}
truths:
  deaf: {chance: 50%, area: her ears, tells: She does not hear it.}
events:
  bell:
    asks: am
    weeks: 1
    from: dana
    text: The bell rings.
    choices:
      mend: {text: Mend it., skill: leadership, stance: invest, effects: {dana.satisfaction: +30}}
      wait:
        text: Let it ring.
        skill: leadership
        stance: refuse
        effects: {dana.satisfaction: -30}
        scene:
          text: Really?
          choices:
            yes_really: {text: Really.}
            no_sorry: {text: No.}
      wizard: {text: Ask a wizard., skill: leadership, stance: push, needs: week > 2}
endings:
  loud: {title: Loud, text: It rings on., when: bell.wait}
  quiet: {title: Quiet, text: It is quiet.}
"""
CASES = """\
format: 1
tests:
  mended:
    says: A mended bell is forgiven.
    seat: am
    seed: 4
    answers: {bell: mend}
    moves: {week 2: [call dana, sync]}
    expect:
      ending: quiet
      weeks: 3
      quantities: {dana.satisfaction: at least 70}
  ringing:
    seat: am
    answers: {bell: wait/yes_really}
    expect:
      ending: [loud, quiet]
      endings: {loud: 100%}
      kpis: {satisfaction: at most 60}
  chance:
    seat: both
    bot: random
    plays: 40
    expect:
      endings: {loud: 33% ± 25%}
      holds:
        deaf: 50% ± 25%
        dana.trust >= 50 and not deaf: at most 90%
      met: {bell: 100%}
"""


@pytest.fixture
def cases(tmp_path: Path) -> Callable[[str], Path]:
    """Writes the story with these expectations beside it."""

    def write(text: str = CASES) -> Path:
        (tmp_path / "bell.yaml").write_text(STORY, encoding="utf-8")
        (tmp_path / "bell.test.yaml").write_text(text, encoding="utf-8")
        return tmp_path / "bell.yaml"

    return write


def test_expectations_that_hold_are_said_to_hold(typed: Typed, cases: Callable[..., Path]) -> None:
    shown = typed("test", str(cases()))
    assert "holds  mended: A mended bell is forgiven.\nholds  ringing\nholds  chance\n" in shown
    assert "Ran 3 tests in 42 plays: all hold." in shown


def test_an_expectation_may_ask_for_a_choice_no_condition_of_the_story_asks_for(
    typed: Typed, cases: Callable[..., Path]
) -> None:
    asked = CASES.replace("holds:\n", "holds:\n        bell.mend or bell.wait: at least 90%\n")
    assert "bell.mend" not in STORY
    assert "all hold" in typed("test", str(cases(asked)))


def test_a_failure_names_its_line_what_came_and_the_command_to_see_it(typed: Typed, cases: Callable[..., Path]) -> None:
    broken = CASES.replace("at least 70", "at most 20").replace("ending: quiet", "ending: loud")
    story = cases(broken.replace("33% ± 25%", "at least 90%"))
    file = story.with_name("bell.test.yaml")
    shown = typed("test", str(story), code=1)
    assert f"{file}:10:15: mended: the ending is `quiet`, expected loud." in shown
    found = re.search(
        rf"{re.escape(str(file))}:12:39: mended: `dana.satisfaction` is ([\d.]+), expected at most 20.", shown
    )
    assert found
    assert float(found[1]) > 20
    assert f"    Again: overpromise test {file} --only mended" in shown
    assert re.search(r":25:23: chance: the ending is `loud` in \d+\.\d % of 40 plays, expected at least 90%.", shown)
    again = f"overpromise simulate {story} --seat both --seed 1 --difficulty normal --bot random --plays 40"
    assert f"    Again: {again}" in shown
    assert "Ran 3 tests in 42 plays: 2 of them failed." in shown
    assert "fails  mended" in typed("test", str(file), "--only", "mended", code=1)
    assert '"both"' in typed(*again.split()[1:], "--json")  # the command it gives is one that runs


def test_many_plays_name_the_first_seed_that_ends_otherwise(typed: Typed, cases: Callable[..., Path]) -> None:
    text = "format: 1\ntests:\n  a: {seat: am, bot: random, plays: 30, expect: {ending: quiet}}\n"
    shown = typed("test", str(cases(text)), code=1)
    found = re.search(r"a: (\d+) of 30 plays end otherwise \(the first is seed (\d+)\), expected quiet\.", shown)
    assert found
    seed = found[2]
    one = text.replace("plays: 30", f"seed: {seed}")
    assert "the ending is `loud`" in typed("test", str(cases(one)), code=1)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("mend}", "wizard}"), "in week 1: `bell` cannot be answered with `wizard`; open are: mend, wait/yes_really"),
        (("dana, sync", "dana, learn moon"), "in week 2: The move “learn moon” is not possible this week."),
    ],
)
def test_a_decision_the_rules_refuse_is_a_failure(
    typed: Typed, cases: Callable[..., Path], change: tuple[str, str], said: str
) -> None:
    shown = typed("test", str(cases(CASES.replace(*change))), code=1)
    assert f"mended: With seed 4 it could not be played on {said}" in shown


@pytest.mark.parametrize(
    ("change", "place", "code", "said"),
    [
        (("bell: mend", "bel: mend"), "7:15", "OP202", "No event is called `bel`.\n    Did you mean `bell`?"),
        (("bell: mend", "bell: mendd"), "7:21", "OP202", "has no choice `mendd`.\n    Did you mean `mend`?"),
        (("wait/yes_really", "wait"), "15:21", "OP202", "After `wait` a further question waits."),
        (("week 2:", "week 9:"), "8:13", "OP205", "`week 9` is not a week of this story."),
        (("call dana", "phone dana"), "8:22", "OP124", "`phone` is not a move."),
        (("ending: quiet", "ending: quite"), "10:15", "OP202", "Did you mean `quiet`?"),
        (("weeks: 3", "week: 3"), "11:7", "OP120", "has no field `week`.\n    Did you mean `weeks`?"),
        (("at least 70", "at least seventy"), "12:39", "OP123", "`seventy` is not a number."),
        (("at least 70", "80 to 70"), "12:39", "OP123", "runs backwards.\n    Write `70 to 80`."),
        (
            ("dana.satisfaction: at", "dana.satisfacton: at"),
            "12:20",
            "OP302",
            "`dana` has no `satisfacton`.\n    Did you",
        ),
        (("deaf: 50%", "deaf >: 50%"), "27:15", "OP301", ""),
        (("bot: random", "bot: rndom"), "22:10", "OP124", "No bot is called `rndom`.\n    Did you mean `random`?"),
        (("seat: both", "seat: two"), "21:11", "OP124", "`two` is not a seat."),
        (("expect:\n      endings", "expects:\n      endings"), "24:5", "OP120", "Did you mean `expect`?"),
        (("format: 1", "format: 1\nformat: 1"), "2:1", "OP110", ""),
    ],
    ids=lambda value: value if isinstance(value, str) and value.startswith("OP") else "",
)
def test_mistakes_in_the_file_have_a_place_and_a_remedy(
    typed: Typed, cases: Callable[..., Path], change: tuple[str, str], place: str, code: str, said: str
) -> None:
    assert change[0] in CASES
    shown = typed("test", str(cases(CASES.replace(*change, 1))), code=1)
    assert f"bell.test.yaml:{place}: {code} " in shown
    assert said in shown
    assert "Nothing was played: mend the file first." in shown
    assert code in CODES


def test_a_scenario_with_mistakes_is_not_tested(typed: Typed, cases: Callable[..., Path]) -> None:
    story = cases()
    story.write_text(STORY.replace("asks: am", "asks: nobody"), encoding="utf-8")
    assert "bell.yaml:12:11: OP124" in typed("test", str(story), code=1)


def test_expectations_are_found_beside_the_scenario_or_in_a_folder_of_their_own(
    tmp_path: Path, cases: Callable[..., Path]
) -> None:
    story = cases()
    assert find_cases(str(story)) == story.with_name("bell.test.yaml")
    folder = tmp_path / "tests"
    folder.mkdir()
    moved = story.with_name("bell.test.yaml").rename(folder / "bell.test.yaml")
    assert find_cases(str(story)) == moved
    assert load_cases(moved).scenario_file == story
    moved.unlink()
    with pytest.raises(CannotRun, match=r"has no tests: write them into .*bell\.test\.yaml beside it"):
        find_cases(str(story))
    with pytest.raises(CannotRun, match="There is no file nowhere"):
        find_cases("nowhere.yaml")


def test_expectations_are_not_taken_for_a_scenario(tmp_path: Path, cases: Callable[..., Path]) -> None:
    story = cases()
    assert scenario_files([tmp_path]) == [story]
    assert {problem.file for problem in check([tmp_path])} <= {str(story)}
    assert [entry.id for entry in library([tmp_path]) if entry.own] == ["bell"]


def test_ranges_are_read_as_people_write_them() -> None:
    def limits(words: str) -> tuple[float, float]:
        found = read_range(text_at(words, Spot("x")))
        return round(found.low, 6), round(found.high, 6)

    assert limits("55 to 80") == (55, 80)
    assert limits("-0.5 to 1_000") == (-0.5, 1000)
    assert limits("at least 40%") == (0.4, float("inf"))
    assert limits("at most 3") == (float("-inf"), 3)
    assert limits("50% ± 5%") == limits("50% +- 5%") == (0.45, 0.55)
    assert limits("7") == (7, 7)
