"""Playing in this process: what is typed goes in, everything shown comes out."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from game.cli import main

Typed = Callable[..., str]


@pytest.fixture
def typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Typed:
    """Runs a command with lines typed into it; returns what it showed. The plays of one test stay together."""

    def run(*arguments: str, lines: str = "", code: int = 0) -> str:
        out = io.StringIO()
        monkeypatch.setattr(sys, "stdin", io.StringIO(lines))
        monkeypatch.setattr(sys, "stdout", out)
        home = () if "--data-dir" in arguments else ("--data-dir", str(tmp_path / "home"))
        assert main([*arguments, *home]) == code
        return out.getvalue()

    return run
