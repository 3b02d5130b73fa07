"""The house keeps its shape: imports go one way, and libraries stay where they belong."""

import ast
from pathlib import Path

import pytest

GAME = Path(__file__).resolve().parents[1] / "game"
MAY_IMPORT = {
    "engine": set(),
    "scenario": {"engine"},
    "insight": {"engine"},
    "records": {"engine", "scenario", "insight"},
    "window": {"engine", "scenario", "insight", "records"},
    "terminal": {"engine", "scenario", "insight", "records"},
}
BELONGS_TO = {"pydantic": "scenario", "yaml": "scenario", "pygame": "window", "rich": "terminal"}
STANDARD_ONLY = {"engine", "insight"}


def modules() -> list[Path]:
    return sorted(p for p in GAME.rglob("*.py") if "_data" not in p.parts)


def imports(path: Path) -> list[tuple[str, int, bool]]:
    """(module, line, inside a function or under TYPE_CHECKING) of every import in a file."""
    tree = ast.parse(path.read_text("utf-8"))
    top = {id(node) for node in tree.body}
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [(alias.name, node.lineno, id(node) not in top) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: write imports in full"
            found.append((node.module or "", node.lineno, id(node) not in top))
    return found


def layer(path: Path) -> str:
    inside = path.relative_to(GAME).parts
    return inside[0] if len(inside) > 1 else ""


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(GAME)))
def test_imports_go_one_way(path: Path) -> None:
    mine = layer(path)
    for module, line, _late in imports(path):
        parts = module.split(".")
        if parts[0] == "game" and len(parts) > 1 and parts[1] in MAY_IMPORT and mine in MAY_IMPORT:
            assert parts[1] == mine or parts[1] in MAY_IMPORT[mine], f"{path}:{line} imports {module}"
        if parts[0] in BELONGS_TO and mine:
            assert mine == BELONGS_TO[parts[0]], f"{path}:{line}: {parts[0]} belongs to {BELONGS_TO[parts[0]]}/"


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(GAME)))
def test_only_the_commands_import_late(path: Path) -> None:
    late = [(module, line) for module, line, is_late in imports(path) if is_late]
    assert not late or path.name == "cli.py", f"{path} imports inside a block: {late}"


def test_engine_and_insight_need_the_standard_library_only() -> None:
    import sys

    for path in modules():
        if layer(path) in STANDARD_ONLY:
            for module, line, _late in imports(path):
                root = module.split(".")[0]
                assert root == "game" or root in sys.stdlib_module_names, f"{path}:{line} imports {module}"


def test_nothing_reads_untrusted_bytes_as_code() -> None:
    banned = {"pickle", "shelve", "marshal"}
    for path in modules():
        for module, line, _late in imports(path):
            assert module.split(".")[0] not in banned, f"{path}:{line}"
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id not in {"eval", "exec"}, f"{path}:{node.lineno}"
