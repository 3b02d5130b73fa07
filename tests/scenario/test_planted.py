"""Every kind of mistake is found, on its line, in one run, and nothing else is.

The files in planted/ are pieces of a story (see weaving.py). `# expect: OP501` says what is to be found in its line,
`# expect below: OP501` what in the next.
"""

import re
from collections import Counter
from pathlib import Path

import pytest

from game.scenario.check import check, check_text
from game.scenario.problems import CODES, ERROR
from tests.scenario.weaving import WHOLE, weave

HERE = Path(__file__).parent
PLANTED = sorted((HERE / "planted").glob("*.yaml"))
SHIPPED = sorted((HERE.parents[1] / "scenarios").glob("*.yaml"))
_EXPECT = re.compile(r"# expect( below)?: ([OP\d ]+?)\s*(?:$|#)")
Found = Counter[tuple[str, int, str]]


def expected(name: str, text: str) -> Found:
    found: Found = Counter()
    for number, line in enumerate(text.split("\n"), 1):
        match = _EXPECT.search(line)
        for code in match.group(2).split() if match else ():
            found[(name, number + bool(match and match.group(1)), code)] += 1
    return found


def test_all_that_was_planted_is_found_in_one_run_and_nothing_else(tmp_path: Path) -> None:
    wanted: Found = Counter()
    for path in PLANTED:
        text = weave(path.read_text(encoding="utf-8"))
        (tmp_path / path.name).write_text(text, encoding="utf-8")
        wanted += expected(path.name, text)
    found = Counter((Path(problem.file).name, problem.line, problem.code) for problem in check([tmp_path]))
    assert sorted((wanted - found).elements()) == []
    assert sorted((found - wanted).elements()) == []


def test_three_of_every_kind_are_planted() -> None:
    planted: Counter[str] = Counter()
    for path in PLANTED:
        for (_name, _line, code), count in expected("", path.read_text(encoding="utf-8")).items():
            planted[code] += count
    assert {code: planted[code] for code in CODES if code >= "OP5" and planted[code] < 3} == {}


def test_a_story_without_mistakes_is_left_alone() -> None:
    assert check_text(WHOLE, "whole.yaml") == []


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_nothing_is_found_in_a_shipped_scenario(path: Path) -> None:
    assert check([path]) == []


def test_only_what_keeps_a_file_from_being_played_is_an_error() -> None:
    for path in PLANTED:
        for problem in check_text(weave(path.read_text(encoding="utf-8")), "story.yaml"):
            assert (problem.severity == ERROR) == (problem.code < "OP5" and problem.code not in ("OP305", "OP402"))


def test_a_long_chain_of_events_that_call_two_others_each_is_looked_through_at_once() -> None:
    choice = "text: a, skill: communication, stance: push, reply: b, takes: 1 move"
    events = "".join(
        f"  e{n}: {{title: T{n}, asks: pm, text: c, choices: {{a: {{{choice}, follow: [e{n + 1}, e{n + 2}]}},"
        f" b: {{{choice}, follow: e{n + 1}}}}}}}\n"
        for n in range(60)
    )
    last = "".join(
        f"  e{n}: {{title: T{n}, asks: pm, text: c, choices: {{a: {{{choice}}}, b: {{{choice}}}}}}}\n" for n in (60, 61)
    )
    text = weave(f"weeks: 52\nevents:\n{events}{last}").replace("  e0: {", "  e0: {weeks: 1-9, ")
    never = {p.message.split("`")[1] for p in check_text(text, "chain.yaml") if p.code == "OP501"}
    assert never == set()


def test_a_finding_beside_a_mistake_elsewhere_is_told_too_but_not_what_follows_from_it() -> None:
    text = WHOLE.replace("from: dana", "from: dona", 1).replace("  questions: ", "  # questions: ")
    found = check_text(text, "story.yaml")
    assert [problem.code for problem in found] == ["OP603", "OP202"]
