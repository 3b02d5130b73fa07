"""Mermaid itself can read the picture of every story, whatever its wording."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from game.insight.graph import mermaid
from tests.conftest import SHIPPED, shipped
from tests.editors.tools import NODE_MODULES, PATIENCE, needs_node
from tests.insight.test_graph import HOSTILE, story, titled

pytestmark = needs_node


def said_by_mermaid(charts: dict[str, str]) -> dict[str, str]:
    done = subprocess.run(
        ["node", str(Path(__file__).with_name("mermaid.mjs")), str(NODE_MODULES / "package.json")],
        input=json.dumps(charts),
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    answers: dict[str, str] = json.loads(done.stdout)
    return answers


def test_mermaid_reads_every_chart_and_would_say_if_it_could_not() -> None:
    charts = {name: mermaid(shipped(name)) for name in SHIPPED}
    charts |= {f"hostile {number}": mermaid(titled(wording)) for number, wording in enumerate(HOSTILE)}
    charts["a small one"] = mermaid(story())
    said = said_by_mermaid(charts | {"spoiled": charts["a small one"].replace('"]', "", 1)})
    assert said.pop("spoiled")
    assert said == dict.fromkeys(charts, "")
