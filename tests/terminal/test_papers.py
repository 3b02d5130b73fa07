"""What is shown, on plain paper and on the other; and that no text commands the terminal."""

from __future__ import annotations

import io
import re

import pytest

from game.terminal.blocks import (
    Bar,
    Bars,
    Block,
    Chart,
    Fact,
    Facts,
    Heading,
    Letter,
    Note,
    Option,
    Para,
    Point,
    Speech,
    Table,
    Title,
)
from game.terminal.boxed import BoxedPaper
from game.terminal.paper import Gone, Paper, is_plain
from game.terminal.plain import PlainPaper
from game.terminal.safe import prepare, safe, sentences

HOSTILE = "\x1b]0;gone\a\u202eevil\ud800\r\x9b31m"
EVERYTHING: tuple[Block, ...] = (
    Title("Title", "sub"),
    Heading("Heading", "sub"),
    Para("Para", "bad", 1),
    Speech("Agnes", "“Good.”", "pleased"),
    Letter("Queue", "From Agnes", "“So it is three weeks?”"),
    Option("a", "Say yes.", (Note("Good for Agnes", "good"),)),
    Option("b", "Say no.", (Note("Locked", "bad"),), off=True),
    Facts((Fact("Live", "week 3", "On track", "good", "as planned"),)),
    Bars((Bar("Delivery", 60.0, "60, up 3", "dlv"),)),
    Table(("seat", "score"), (("am", "78"), ("both", "9")), (1,)),
    Chart(("Relationship", "Delivery"), ("rel", "dlv"), (Point("Week 1", (60.0, 70.0), "Quiet."),)),
)


class Screen(io.StringIO):
    """A terminal, as far as anybody asks."""

    def isatty(self) -> bool:
        return True


def written(paper_of: type[PlainPaper] | type[BoxedPaper], *blocks: Block, labelled: bool = True) -> str:
    out = io.StringIO()
    paper: Paper = PlainPaper(out, None, labelled) if paper_of is PlainPaper else BoxedPaper(out, None)
    paper.show(*blocks)
    return out.getvalue()


def test_plain_paper_has_no_box_no_colour_and_no_cursor() -> None:
    shown = written(PlainPaper, *EVERYTHING)
    assert "\x1b" not in shown
    assert not re.search(r"[\u2500-\u259f]", shown)
    for line in (
        "Heading, sub:",
        "Agnes (pleased): “Good.”",
        "b. Say no. Not possible.",
        "Live: week 3, On track. As planned.",
        "Delivery: 60, up 3.",
        "seat: am; score: 78.",
        "Week 1: Relationship 60, Delivery 70. Quiet.",
    ):
        assert line in shown.split("\n")


def test_without_labels_a_table_stands_in_columns() -> None:
    assert written(PlainPaper, EVERYTHING[-2], labelled=False) == "seat  score\nam       78\nboth      9\n"


def test_both_papers_say_the_same_words() -> None:
    plain, boxed = (set(re.findall(r"\w+", written(paper, *EVERYTHING))) for paper in (PlainPaper, BoxedPaper))
    assert plain - boxed <= {"Not", "possible", "As", "sub"} | plain & {"as"}


@pytest.mark.parametrize("columns", [40, 60, 120])
def test_no_line_is_wider_than_the_terminal(columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    long = Para("Please confirm that the portal’s delivery date of 15 October stands. " * 3)
    letter = Letter("Eleven tiny things", "By e-mail, Friday, 17:40. Subject: tiny", long.text)
    for paper in (PlainPaper, BoxedPaper):
        shown = written(paper, long, letter, *EVERYTHING[:9])
        assert max(len(line) for line in shown.split("\n")) <= max(40, columns)


def test_a_number_stays_with_its_unit() -> None:
    text = Para("x" * 70 + " it is 60\u00a0% of it")
    for paper in (PlainPaper, BoxedPaper):
        assert re.search(r"60 %", written(paper, text))


def test_control_characters_are_shown_and_not_obeyed() -> None:
    assert safe(HOSTILE) == "\\x1b]0;gone\\x07\\u202eevil\\ud800\\x0d\\x9b31m"
    blocks: tuple[Block, ...] = (
        Title(HOSTILE, HOSTILE),
        Para(HOSTILE),
        Speech(HOSTILE, HOSTILE),
        Letter(HOSTILE, HOSTILE, HOSTILE),
        Option(HOSTILE, HOSTILE, (Note(HOSTILE),)),
        Facts((Fact(HOSTILE, HOSTILE, HOSTILE, "plain", HOSTILE),)),
        Bars((Bar(HOSTILE, 1.0, HOSTILE),)),
        Table((HOSTILE,), ((HOSTILE,),)),
        Chart((HOSTILE,), ("rel",), (Point(HOSTILE, (1.0,), HOSTILE),)),
    )
    for paper in (PlainPaper, BoxedPaper):
        shown = written(paper, *blocks)
        assert all(c.isprintable() or c == "\n" for c in shown)


def test_markup_in_a_story_is_only_text() -> None:
    assert "[red]Agnes[/red] :smile:" in written(BoxedPaper, Para("[red]Agnes[/red] :smile:"))


def test_a_terminal_without_unicode_gets_simpler_signs() -> None:
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding="ascii")
    prepare(out)
    PlainPaper(out, None, True).show(Para("Dana’s trust −3 · €5 – “tiny” ☃"))
    assert raw.getvalue().decode("ascii").strip() == 'Dana\'s trust -3 - EUR 5 - "tiny" ?'


def test_sentences_get_their_capitals_and_stops() -> None:
    assert sentences("Met", "as planned", "“Good.”", "", "why?") == "Met. As planned. “Good.” Why?"


def test_plain_is_chosen_where_boxes_would_not_show() -> None:
    assert not is_plain(False, Screen(), {"TERM": "xterm"})
    assert is_plain(True, Screen(), {"TERM": "xterm"})
    assert is_plain(False, io.StringIO(), {"TERM": "xterm"})
    assert is_plain(False, Screen(), {"NO_COLOR": "1"})
    assert is_plain(False, Screen(), {"TERM": "dumb"})


def test_the_end_of_the_input_is_told_apart_from_enter() -> None:
    paper = PlainPaper(io.StringIO(), io.StringIO("\n"), True)
    assert paper.ask("Well?") == ""
    with pytest.raises(Gone):
        paper.ask("Well?")
