"""`balance`: one report from many plays, the same for the same seed, safe to open and to print."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

from game.engine.model import Seat
from game.insight.balance import FAMILY, Balance
from game.insight.lookahead import LOOK_AHEAD
from game.records.balance_page import balance_page
from game.scenario.lines import lines_of
from game.scenario.load import load_text
from game.terminal.balance import Effort, as_json, effort_for, measure
from game.terminal.balance_text import blocks

Typed = Callable[..., str]
STORY = """\
format: 1
title: The <b>loud</b> bell & "co"
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
    text: The bell rings. <script>alert(1)</script>
    choices:
      mend: {text: Mend it., skill: leadership, stance: invest, effects: {dana.satisfaction: +30, dana.trust: +30}}
      wait: {text: Let it ring., skill: leadership, stance: refuse, effects: {dana.satisfaction: -30, dana.trust: -30}}
      wizard: {text: Ask a wizard., skill: leadership, stance: push, needs: week > 2}
  fire:
    asks: am
    weeks: 2
    when: dana.satisfaction > 100
    text: Fire.
    choices:
      run: {text: Run., skill: leadership, stance: push}
      sit: {text: Sit., skill: leadership, stance: refuse}
"""
SMALL = Effort(each=6, ahead=1, states=8, replays=2, read=2)


@pytest.fixture(scope="module")
def report() -> Balance:
    scenario = load_text(STORY, "bell.yaml").scenario
    assert scenario is not None
    return measure(scenario, STORY, [Seat.AM], SMALL, 1)


def test_what_never_comes_is_listed_with_its_line(report: Balance) -> None:
    assert ("event", "fire", 20) in report.never
    assert ("choice", "bell/wizard", 19) in report.never
    assert not [name for _kind, name, _line in report.never if name.startswith("fire/")]


def test_a_choice_that_always_loses_is_named_with_the_one_that_wins(report: Balance) -> None:
    found = next(verdict for verdict in report.verdicts if verdict.event == "bell")
    assert [(lead.worse, lead.better) for lead in found.dominated] == [("wait", "mend")]
    assert found.winner == "mend"


def test_shares_are_of_the_plays_that_count(report: Balance) -> None:
    bell = next(event for event in report.events if event.id == "bell")
    assert (bell.met.count, bell.met.of) == (report.plays, report.plays)
    assert sum(choice.taken.count for choice in bell.choices) == bell.met.count
    assert sum(ending.reached.count for ending in report.endings) == report.plays
    assert 0 < report.truths[0].held.count < report.plays
    assert {row.bot for row in report.bots} == set(FAMILY)


def test_the_same_seed_gives_the_same_report_in_one_process_or_more(report: Balance) -> None:
    scenario = load_text(STORY, "bell.yaml").scenario
    assert scenario is not None
    assert as_json(measure(scenario, STORY, [Seat.AM], SMALL, 1)) == as_json(report)
    assert as_json(measure(scenario, STORY, [Seat.AM], SMALL, 2)) != as_json(report)
    many = Effort(each=12, ahead=1, states=8, replays=2, read=2)  # enough plays for several processes
    assert as_json(measure(scenario, STORY, [Seat.AM], many, 1)) == as_json(_alone(many))


def _alone(effort: Effort) -> Balance:
    scenario = load_text(STORY, "bell.yaml").scenario
    assert scenario is not None
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("game.terminal.processes.WORTH_IT", 10_000)
        return measure(scenario, STORY, [Seat.AM], effort, 1)


def test_plays_are_shared_among_bots_and_seats_and_those_that_think_long_play_seldom() -> None:
    effort = effort_for(10_000, 3)
    whole = 3 * ((len(FAMILY) - 1) * effort.each + effort.ahead)
    assert 10_000 <= whole <= 10_100
    assert effort.ahead * 40 <= effort.each
    assert LOOK_AHEAD in FAMILY


class Reader(HTMLParser):
    """Collects the elements of a page, and complains of one that is not closed in its turn."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _value in attrs}
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


def test_the_page_is_whole_safe_and_has_a_table_for_every_chart(report: Balance) -> None:
    page = balance_page(report)
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == []
    assert not reader.tags & {"script", "link", "img", "iframe", "b"}
    assert not [name for name in reader.attributes if name.startswith("on") or name in ("href", "src")]
    assert "default-src 'none'" in page.replace("&#x27;", "'")
    assert "@media print" in page
    assert 'The <b>loud</b> bell & "co"' in reader.words.replace("“", '"').replace("”", '"')
    sections = page.split("<section")[1:]
    assert all("<table" in part for part in sections if "<svg" in part)
    assert sum(part.count("<svg") for part in sections) >= 5


def test_the_command_writes_text_page_and_json(typed: Typed, tmp_path: Path) -> None:
    story, page = tmp_path / "bell.yaml", tmp_path / "bell.html"
    story.write_text(STORY, encoding="utf-8")
    asked = ("balance", str(story), "--plays", "18", "--seat", "am", "--seed", "3")
    shown = typed(*asked, "--html", str(page))
    for part in ("from seed 3", "What never came about", "bell/wizard", "line 19", "loses to", "Luck and play"):
        assert part in shown
    assert page.read_text("utf-8").startswith("<!doctype html>")
    told = json.loads(typed(*asked, "--json"))
    assert told["scenario"] == "bell"
    assert told["plays"] == len(told["bots"]) * 2 - 1
    assert re.search(r"mend +\d+ ± \d+ %", shown)


def test_every_block_has_something_to_say(report: Balance) -> None:
    shown = blocks(report)
    assert all(getattr(block, "rows", True) for block in shown)


def test_lines_are_those_of_ids_at_any_depth() -> None:
    text = (
        "events:\n  a:\n    choices:\n      b:\n        scene:\n          choices:\n            c: {}\ntruths: {d: {}}"
    )
    assert lines_of(text) == {"d": 8, "a": 2, "a/b": 4, "a/b/c": 7}
    assert lines_of("- nothing\n") == lines_of("[") == {}
