"""Nothing in the game turns stored or shared data into code."""

from __future__ import annotations

import ast
from pathlib import Path

import game

SOURCES = sorted(Path(game.__file__).parent.rglob("*.py"))
BANNED_MODULES = {"pickle", "cPickle", "shelve", "marshal", "dill", "cloudpickle"}
BANNED_CALLS = {"eval", "exec", "compile", "__import__"}


def dangers(source: str) -> list[str]:
    """Names of everything in a source that could run data as code."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names if alias.name.split(".")[0] in BANNED_MODULES]
        elif isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in BANNED_MODULES:
            found.append(node.module or "")
        elif isinstance(node, ast.Name) and node.id in BANNED_CALLS:
            found.append(node.id)
    return found


def test_no_source_unpickles_or_evaluates() -> None:
    assert len(SOURCES) > 10
    assert {str(path): found for path in SOURCES if (found := dangers(path.read_text(encoding="utf-8")))} == {}


def test_the_search_finds_what_it_looks_for() -> None:
    code = "import pickle\nfrom shelve import open\neval('1')\nrun = exec\nimport marshal as m\n"
    assert sorted(dangers(code)) == ["eval", "exec", "marshal", "pickle", "shelve"]
    assert dangers("import re\nre.compile('x')\nconnection.execute('x')\n") == []
