"""Every broken or hostile file gets a clear answer, with a place, and never ends the program.

The files in broken/ say in their first line what is expected; each is twenty lines with one mistake in them.
"""

import ast
import random
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from game.scenario.check import check, check_text
from game.scenario.load import Loaded, load_raw, load_scenario, load_text
from game.scenario.problems import CODES

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
BROKEN = sorted((HERE / "broken").glob("*.yaml"))

HOSTILE: dict[str, bytes] = {
    "brackets": b"[" * 100_000,
    "braces": b"{a: " * 100_000,
    "dashes": b"- " * 100_000,
    "deep_map": "".join(" " * n + "a:\n" for n in range(2000)).encode(),
    "bomb": b"a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: [*c,*c]\n",
    "cycle": b"&a [*a]\n",
    "merge_bomb": b"a: &a {x: 1}\nb: {<<: [*a,*a,*a]}\n",
    "nothing": b"",
    "zeros": b"\0" * 5000,
    "random": random.Random(7).randbytes(20_000),
    "utf16": "title: x\n".encode("utf-16"),
    "latin": "title: caf\xe9\n".encode("latin-1"),
    "surrogate": b"title: \xed\xa0\x80\n",
    "too_large": b"a" * (4 * 1024 * 1024 + 1),
    "many_values": b"a: [" + b"1," * 400_001 + b"]\n",
    "long_line": b"a: " + b"x" * 1_000_000 + b"\n",
    "long_key": b"x" * 100_000 + b": 1\n",
    "many_twins": b"a: 1\n" * 100_000,
    "many_documents": b"--- a\n" * 50_000,
    "many_tags": b"- !!int x\n" * 50_000,
    "many_quotes": b'a: "' * 20_000,
    "many_comments": b"# x\n" * 100_000,
    "percents": b"%YAML 9.9\n---\na\n",
    "escape_key": b'"\\x1b]0;pwn\\x07": 1\n',
    "python_tags": b"!!python/object/apply:os.system ['echo pwned']\n",
    "question": b"? " * 50_000,
    "format_only": b"format: 1\n",
    "many_unknown": b"".join(b"k%d: 1\n" % n for n in range(20_000)),
}


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_a_broken_file_gets_a_clear_answer(path: Path) -> None:
    code, place = path.read_text(encoding="utf-8").split("\n", 1)[0].removeprefix("# ").split(" ")
    found = [problem for problem in load_scenario(path).problems if problem.code == code]
    assert found, f"expected {code}"
    first = found[0]
    assert f"{first.line}:{first.column}" == place
    assert first.remedy
    lines = str(first).split("\n")
    assert lines[0].startswith(f"{path}:{place}: ")
    assert len(lines) == 2


def test_there_are_sixty_of_them_and_more() -> None:
    assert len(BROKEN) + len(HOSTILE) >= 100


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused(name: str) -> None:
    loaded = load_raw(HOSTILE[name], f"{name}.yaml")
    assert loaded.scenario is None
    assert loaded.problems
    assert all(problem.code != "OP199" for problem in loaded.problems)
    for problem in loaded.problems:
        assert str(problem).isprintable() or "\n" in str(problem)
        assert "\x1b" not in str(problem)


def test_a_process_survives_all_of_them(tmp_path: Path) -> None:
    for name, raw in HOSTILE.items():
        (tmp_path / f"{name}.yaml").write_bytes(raw)
    (tmp_path / "title.yaml").write_bytes((HERE / "broken" / "misspelt_field.yaml").read_bytes())
    done = subprocess.run(
        [sys.executable, "-m", "game.scenario", "check", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 1, done.stderr
    assert not done.stderr
    for name in HOSTILE:
        assert f"{name}.yaml:" in done.stdout
    assert "pwned" not in done.stdout.replace("echo pwned", "")


def test_a_file_that_is_not_there_is_a_problem_too(tmp_path: Path) -> None:
    found = check([tmp_path / "none.yaml"])
    assert [problem.code for problem in found] == ["OP100"]
    assert load_scenario(tmp_path).problems[0].code == "OP100"


TOKENS = (
    *[
        ": ",
        " #",
        '"',
        "'",
        "{",
        "}",
        "[",
        "]",
        "*",
        "&x ",
        "!!x ",
        "\t",
        "\n",
        "- ",
        "? ",
        "> ",
        "<<: ",
        "%",
        "\x00",
        "\u202e",
        "---\n",
        "week",
        "dana.trust",
        "((((",
        "not ",
        "~",
        "= ",
        "{x}",
        "é",
    ],
    *["�", "  ", "-1", "1e999", ".inf", "then", "a: {b: {c: ", "+", " to ", "yes", "project", "no"],
    "9" * 400,
    "| ",
)


def mutated(text: str, luck: random.Random) -> str:
    """The text with one to six random accidents."""
    for _ in range(luck.choice([1, 1, 1, 2, 3, 6])):
        kind, at = luck.random(), luck.randrange(len(text) + 1)
        if kind < 0.45:
            text = text[:at] + luck.choice(TOKENS) + text[at:]
        elif kind < 0.65:
            text = text[:at] + text[at + luck.choice([1, 1, 2, 5, 20, 100]) :]
        else:
            splitter = "\n" if kind < 0.85 else " "
            parts = text.split(splitter)
            a, b = luck.randrange(len(parts)), luck.randrange(len(parts))
            parts[a], parts[b] = parts[b], parts[a]
            text = splitter.join(parts)
    return text


def survive(text: str) -> Loaded:
    loaded = load_text(text, "m.yaml")
    assert (loaded.scenario is None) == any(problem.severity == "error" for problem in loaded.problems)
    for problem in check_text(text, "m.yaml"):
        assert problem.code in CODES
        assert problem.code != "OP199", (problem, text)
        assert problem.line >= 1
        assert problem.column >= 1
        str(problem).encode("utf-8")
    return loaded


@pytest.mark.parametrize("seed", range(3))
def test_accidents_are_survived(story: str, seed: int) -> None:
    luck = random.Random(seed)
    for _ in range(100):
        survive(mutated(story, luck))


@pytest.mark.bulk
@pytest.mark.parametrize("seed", range(10))
def test_ten_thousand_accidents_are_survived(story: str, seed: int) -> None:
    luck = random.Random(1000 + seed)
    for _ in range(1000):
        survive(mutated(story, luck))


def test_every_code_is_explained() -> None:
    used = set()
    for path in (ROOT / "game" / "scenario").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and re.fullmatch(r"OP\d{3}", node.value):
                used.add(node.value)
    assert used == set(CODES)


def test_nothing_else_reads_yaml_and_nothing_evaluates() -> None:
    """Only the bounded event reader of tree.py touches YAML; pickle, eval and exec have no place in the game."""
    for path in (ROOT / "game").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id not in ("eval", "exec", "compile", "__import__"), f"{path}:{node.lineno}"
            if isinstance(node, ast.Import | ast.ImportFrom):
                names = [alias.name for alias in node.names] + [getattr(node, "module", "") or ""]
                roots = {name.split(".")[0] for name in names}
                assert not roots & {"pickle", "marshal", "shelve", "dill"}, f"{path}:{node.lineno}"
                assert "yaml" not in roots or path.name == "tree.py", f"{path}:{node.lineno}"
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "yaml":
                assert "load" not in node.attr.lower() or node.attr == "SafeLoader", f"{path}:{node.lineno}"


def test_reading_the_same_mistake_twice_says_the_same(story: str, codes: Callable[[str], list[str]]) -> None:
    text = story.replace("skill: communication", "skill: comunication").replace("from: dana", "from: dona")
    assert codes(text) == codes(text) == ["OP202", "OP124", "OP124"]
