"""Decisions come back from JSON as they went in, and anything else is named as unreadable."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.engine.state import Answer, Decisions, Move, SeatDecisions
from game.records.codec import (
    Unreadable,
    dump_decisions,
    dump_moves,
    dump_path,
    dump_scores,
    load_decisions,
    load_moves,
    load_path,
    load_scores,
)

WORDS = st.text(max_size=20)
SEATS = st.builds(
    SeatDecisions,
    st.lists(st.builds(Answer, WORDS, st.lists(WORDS).map(tuple)), unique_by=lambda a: a.event).map(tuple),
    st.lists(st.builds(Move, WORDS, WORDS, WORDS)).map(tuple),
)
WEEK = Decisions(
    SeatDecisions((Answer("wishlist", ("absorb", "ask")), Answer("quiet", ())), (Move("talk", "leo"),)),
    SeatDecisions((), (Move("hours", "aisha", "45"),)),
)


@given(st.builds(Decisions, SEATS, SEATS))
def test_any_decisions_come_back_equal(decisions: Decisions) -> None:
    assert load_decisions(dump_decisions(decisions)) == decisions


def test_the_stored_form_is_compact_and_stays_as_it_is() -> None:
    assert dump_decisions(WEEK) == (
        '{"am":[[["wishlist","absorb","ask"],["quiet"]],[["talk","leo",""]]],"pm":[[],[["hours","aisha","45"]]]}'
    )


def test_drafts_and_scores_come_back() -> None:
    assert load_path(dump_path(("absorb", "ask"))) == ("absorb", "ask")
    assert load_moves(dump_moves(WEEK.pm.moves)) == WEEK.pm.moves
    assert load_scores(dump_scores({"am": 71.5, "pm": 60.0})) == {"am": 71.5, "pm": 60.0}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        "{}",
        '{"am":[[],[]]}',
        '{"am":[[],[]],"pm":[[],[]],"x":1}',
        '{"am":[[],[]],"am":[[],[]],"pm":[[],[]]}',
        '{"am":[[]],"pm":[[],[]]}',
        '{"am":[[[]],[]],"pm":[[],[]]}',
        '{"am":[[["a",1]],[]],"pm":[[],[]]}',
        '{"am":[[["a","b"],["a","c"]],[]],"pm":[[],[]]}',
        '{"am":[[],[["talk","leo"]]],"pm":[[],[]]}',
        '{"am":[[],[["talk","leo",""]]],"pm":[[],[]]}...',
        '{"am":[[],NaN],"pm":[[],[]]}',
        "[" * 100_000,
        '{"am":[[["' + "a" * 201 + '"]],[]],"pm":[[],[]]}',
    ],
)
def test_anything_else_is_unreadable_and_never_half_read(text: str) -> None:
    with pytest.raises(Unreadable):
        load_decisions(text)


@pytest.mark.parametrize("text", ['{"am":true}', '{"am":"9"}', "[1]", '{"am":Infinity}'])
def test_scores_are_numbers_or_nothing(text: str) -> None:
    with pytest.raises(Unreadable):
        load_scores(text)
