"""The picture of a story: who calls whom, what is remembered, and what an ending asks for."""

from __future__ import annotations

import dataclasses
import re

import pytest

from game.engine.model import Scenario
from game.insight.graph import mermaid, shown
from game.scenario.load import load_text
from tests.conftest import SHIPPED, shipped
from tests.scenario.conftest import STORY

EVENTS = """\
  even_more:
    asks: am
    weeks: 3
    title: And four more
    when: took_the_list or wishlist.refuse
    from: dana
    text: And these four.
    choices:
      gladly: {text: Of course., skill: communication, stance: accommodate, follow: {event: thanks, in: 2 weeks}}
      enough: {text: No., skill: communication, stance: refuse, clears: took_the_list, reveals: board}
  thanks:
    asks: pm
    title: A card
    text: Thank you.
    choices:
      yes_thanks: {text: Pin it up., skill: communication, stance: accommodate}
      no_thanks: {text: Bin it., skill: communication, stance: refuse}
truths:
  board: {chance: 50%, tells: The board sees the shop., area: the board}
endings:
  listed: {title: A long list, when: took_the_list, tone: bad, text: It was long.}
epilogues:
  - {who: dana, when: board, text: Dana told the board.}
"""
HOSTILE = (
    'He said "no" and left',
    "50% #1; <b>bold</b> & `code` end",
    "%%{init: {'theme': 'dark'}}%% then --> this",
    "subgraph [x] (y) {z} |w| \\n",
)


def story() -> Scenario:
    taken = "stance: accommodate, sets: took_the_list, later: {in: 2 weeks, follow: thanks}}"
    return built(STORY.replace("stance: accommodate}", taken, 1) + EVENTS)


def titled(title: str) -> Scenario:
    """The small story with a title that no author would think harmless."""
    small = story()
    first, *others = small.events
    return dataclasses.replace(small, events=(dataclasses.replace(first, title=title), *others))


def built(text: str) -> Scenario:
    loaded = load_text(text, "story.yaml")
    assert loaded.scenario is not None, "\n".join(map(str, loaded.problems))
    return loaded.scenario


def test_the_picture_of_a_story() -> None:
    assert mermaid(story()).splitlines() == [
        "flowchart LR",
        '  subgraph am["Account manager"]',
        '    event_even_more["And four more<br/>Dana Whitfield, week 3"]',
        "  end",
        '  subgraph pm["Project manager"]',
        '    event_wishlist["Wishlist<br/>Dana Whitfield, any week"]',
        '    event_thanks["A card<br/>when called"]',
        "  end",
        '  subgraph endings["Endings"]',
        '    ending_listed(("A long list<br/>bad"))',
        '    ending_common_over(("The last week is over<br/>mixed"))',
        "  end",
        '  epilogue_dana>"What becomes of Dana Whitfield"]',
        '  truth_board{{"board"}}',
        '  flag_took_the_list(["took_the_list"])',
        '  event_wishlist -->|"absorb"| flag_took_the_list',
        '  event_wishlist -->|"absorb in 3 weeks"| event_thanks',
        "  flag_took_the_list -.-> event_even_more",
        "  event_wishlist -.-> event_even_more",
        '  event_even_more -->|"gladly in 2 weeks"| event_thanks',
        '  event_even_more -->|"enough clears"| flag_took_the_list',
        '  event_even_more -->|"enough"| truth_board',
        "  flag_took_the_list -.-> ending_listed",
        "  truth_board -.-> epilogue_dana",
    ]


@pytest.mark.parametrize("wording", HOSTILE)
def test_wording_cannot_break_out_of_its_label(wording: str) -> None:
    assert not re.search(r'["<>`%\\]|#(?!\w+;)', shown(wording))
    assert shown(wording) in mermaid(titled(wording))


@pytest.mark.parametrize("name", SHIPPED)
def test_every_event_and_ending_of_a_shipped_scenario_is_in_its_picture_once(name: str) -> None:
    scenario, lines = shipped(name), mermaid(shipped(name)).splitlines()
    drawn = [line.strip().split("[")[0].split("(")[0] for line in lines]
    for event in scenario.events:
        assert drawn.count(f"event_{event.id}") == (not event.id.startswith("common_"))
    for ending in scenario.endings:
        assert drawn.count(f"ending_{ending.id}") == 1
    nodes = set(re.findall(r"^ +(\w+)(?=[\[({>])", "\n".join(lines), re.M))
    arrows = re.findall(r'^  (\w+) (?:-->|-\.->)(?:\|"[^"]*"\|)? (\w+)$', "\n".join(lines), re.M)
    assert {end for arrow in arrows for end in arrow} <= nodes
