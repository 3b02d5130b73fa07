"""The debrief as a page: all of it is there, nothing in it is code, every chart has its numbers beside it."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from game.engine.model import Seat
from game.records import style
from game.records.page import text
from game.window.kit import theme
from tests.pages.debrief import EVIL, OWN, debrief, hostile, played

VOID = ("meta",)


class Reader(HTMLParser):
    """A page as elements; complains of one that is not closed in its turn."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.within: dict[int, tuple[str, ...]] = {}  # what each element stands in
        self.words = ""
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.within[len(self.tags)] = tuple(self.open)
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += "" if "style" in self.open else f"{data} "


@pytest.mark.parametrize("page", [debrief(), debrief(Seat.BOTH), hostile()])
def test_nothing_on_the_page_runs_or_comes_from_outside(page: str) -> None:
    reader = Reader(page)
    kinds = {tag for tag, _attributes in reader.tags}
    assert not kinds & {
        "script",
        "link",
        "img",
        "iframe",
        "object",
        "embed",
        "form",
        "base",
        "image",
        "use",
        "foreignobject",
    }
    ids = [attributes["id"] for _tag, attributes in reader.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    for _tag, attributes in reader.tags:
        assert not [name for name in attributes if name.startswith("on") or name in ("src", "srcset", "xlink:href")]
        assert attributes.get("href", "#")[1:] in ["", *ids]
    assert not re.search(r"(https?:)?//|@import|url\(", page)
    policies = [a["content"] for tag, a in reader.tags if tag == "meta" and "http-equiv" in a]
    assert len(policies) == 1
    assert policies[0].startswith("default-src 'none';")


def test_hostile_names_and_sentences_stay_text() -> None:
    page = hostile()
    words = Reader(page).words
    assert words.count("<script>alert(1)</script><img/src=x/onerror=alert(1)>&quot;\"'</style>") > 50
    assert not set(page) & set("\u202e\u2066\x1b\u200f")
    assert text(EVIL).endswith("W" * 90)
    assert text("60\u00a0% \u0646\u200c\u0645 \ud800") == "60\u00a0% \u0646\u200c\u0645 \ufffd"


def test_every_chart_has_its_numbers_in_a_table() -> None:
    """A bar stands in its row; a chart of weeks shares a section with a table."""
    page = debrief()
    reader = Reader(page)
    bars = [place for place, (_tag, attributes) in enumerate(reader.tags) if attributes.get("class") == "bar"]
    assert len(bars) > 15
    assert all("td" in reader.within[place] for place in bars)
    charted = [part for part in page.split("<section")[1:] if 'class="weeks"' in part]
    assert len(charted) == 1
    assert '<details open="open"' in charted[0]
    assert len(re.findall("<tr", charted[0])) == 2 + len(played()[0].weeks)  # a head, the start, each week


def test_the_debrief_is_told_in_its_order() -> None:
    words = re.sub(r"\s+", " ", Reader(debrief()).words)
    _play, found = played()
    order = [
        "Your first Monday", "Account manager", "Play number", "Begun 23 November 2026", "of 100", "What was meant",
        "Your goals", "What you made of it", OWN.keep, OWN.rule, OWN.first_use, "Decisions worth", "Luck, kept apart",
        "Your answers, one by one", "where each option leads", "What you knew", "What came of it",
        "Where the points came from", "The average play", "What your moves brought", "What carried your numbers",
        "In the end", "What your answers drew on", "The score", "How the numbers were made",
    ]  # fmt: skip
    at = 0
    for each in order:
        assert each in words[at:], each
        at = words.index(each, at)
    assert words.count("your choice") == len(found.decisions)


def test_what_nobody_wrote_is_left_out_and_a_branch_is_called_one() -> None:
    assert "What you made of it" not in debrief(reflection=None)
    assert "played anew from week 2" in debrief(branch=True)
    assert "A branch" not in debrief()


def test_the_page_has_the_colours_of_the_window() -> None:
    for page, window in ((style.LIGHT, theme.LIGHT), (style.DARK, theme.DARK)):
        named = {name: getattr(window, name.replace("-", "_"), colour) for name, colour in page.items()}
        assert page == named


def test_a_page_needs_no_other_file(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(debrief(), encoding="utf-8")
    assert page.stat().st_size < 200_000


def test_the_answers_to_a_further_question_stand_under_the_choice_that_leads_to_it() -> None:
    lines = [line.strip() for line in re.sub(r"<[^>]+>", "\n", debrief(Seat.PM, story="small")).splitlines()]
    said = [line for line in lines if line in ("Ask for more time", "The same", "Less", "Leave it")]
    assert said[:4] == ["Ask for more time", "The same", "Less", "Leave it"]
