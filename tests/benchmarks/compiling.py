"""The same plays with engine and insight compiled by mypyc, in a temporary copy: the repository stays as it is.

Needs mypy, setuptools and a C compiler, and about a minute. Nothing that is shipped or installed is ever compiled.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SETUP = """\
from setuptools import setup
from mypyc.build import mypycify

setup(name="compiled", packages=[], ext_modules=mypycify(["--strict", *{modules!r}], opt_level="2"))
"""


def modules_to_compile(root: Path) -> list[str]:
    """The engine's and insight's modules; a package's `__init__` only where it holds code."""
    found = [*root.glob("game/engine/**/*.py"), *root.glob("game/insight/*.py"), *root.glob("game/insight/review/*.py")]
    coded = [path for path in found if path.name != "__init__.py" or path.parent.name == "laws"]
    return sorted(path.relative_to(root).as_posix() for path in coded)


def compiled_speeds() -> None:
    """Compile a copy, run the plays in it and print their rows; say why where that is not possible."""
    if importlib.util.find_spec("mypyc") is None or importlib.util.find_spec("setuptools") is None:
        print("compiled: not measured, mypy and setuptools are needed")
        return
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for name in ("game", "tests", "scenarios"):
            shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        (copy / "setup.py").write_text(SETUP.format(modules=modules_to_compile(copy)))
        build = [sys.executable, "setup.py", "build_ext", "--inplace"]
        built = subprocess.run(build, cwd=copy, capture_output=True, text=True, check=False)
        if built.returncode != 0:
            print("compiled: not measured, the build failed\n" + built.stdout[-2000:] + built.stderr[-2000:])
            return
        environment = {**os.environ, "PYTHONPATH": folder}
        subprocess.run([sys.executable, "-m", "tests.benchmarks.plays"], cwd=copy, env=environment, check=False)
