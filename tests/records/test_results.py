"""The results table: recorded first runs only, the best of each, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from game.records.results import results, results_csv
from game.records.rows import Play

ONE = Play(
    "a", "more", "Just one more thing", "", "0.1.0", 7, "am", "normal", "2026-11-23T10:00:00+00:00",
    status="ended", ending="delivered", scores='{"am":71.5}', weeks=10,
)  # fmt: skip


def test_the_best_recorded_run_stands_for_a_scenario_and_seat() -> None:
    better = replace(ONE, id="b", scores='{"am":80.0}', created="2026-11-24")
    branch = replace(ONE, id="c", scores='{"am":99.0}', recorded=0)
    unfinished = replace(ONE, id="d", status="open", scores="{}")
    two = replace(ONE, id="e", mode="two", scores='{"am":50.0,"pm":60.0}')
    table = results([branch, better, ONE, unfinished, two])
    assert [(r.seat, r.score, r.play.id) for r in table] == [("am", 80.0, "b"), ("pm", 60.0, "e")]


def test_of_equal_results_the_earlier_stands() -> None:
    later = replace(ONE, id="0", created="2026-12-01")
    assert results([later, ONE])[0].play.id == "a"


@pytest.mark.parametrize("title", ["=1+1", "+1", "-1", "@sum", "\t=1", "\r=1", '=cmd|"/c calc"!A1'])
def test_no_cell_starts_a_formula(title: str) -> None:
    text = results_csv(results([replace(ONE, title=title)]))
    row = next(csv.DictReader(io.StringIO(text, newline="")))
    assert row["title"] == "'" + title
    assert row["score"] == "71.5"


def test_every_cell_is_quoted_and_quotes_are_doubled() -> None:
    line = results_csv(results([replace(ONE, title='A "tiny", thing')])).split("\r\n")[1]
    assert line.startswith('"more","A ""tiny"", thing","am","71.5","delivered"')
