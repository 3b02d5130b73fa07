"""Text is measured, broken and cleaned; nothing a scenario can contain breaks it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.window.kit.typeset import Part, Typesetter, bold, clean, plain, tokens

TYPE = Typesetter(1.0, 1.0)


def broken(content, width, size=15):
    return ["".join(s.text for s in line.segments) for line in TYPE.wrap(content, width, size, "r", "ink")]


def test_a_line_breaks_where_the_next_word_no_longer_fits() -> None:
    width = TYPE.width("one two", 15)
    assert broken("one two three", width) == ["one two", "three"]
    assert broken("one two three", width - 1) == ["one", "two", "three"]


@pytest.mark.parametrize("text", ["Week 4 of 10", "Mara’s side, as of week 2", "To AV. Wa, Te."])
def test_a_text_fits_into_the_width_it_wished_for(text) -> None:
    wished = TYPE.wrap(text, 1e6, 15, "s", "ink")[0].width
    assert len(TYPE.wrap(text, wished, 15, "s", "ink")) == 1


def test_a_word_too_long_for_a_line_is_cut_and_nothing_is_lost() -> None:
    lines = broken("Donaudampfschifffahrtsgesellschaft", 60)
    assert "".join(lines) == "Donaudampfschifffahrtsgesellschaft"
    assert all(TYPE.width(line, 15) <= 60.01 for line in lines)


def test_parts_without_a_space_between_them_travel_together() -> None:
    lines = TYPE.wrap([bold("Dana"), "’s date moved"], TYPE.width("Dana’s", 15, "b") + 3, 15, "r", "ink")
    assert [s.text for s in lines[0].segments] == ["Dana", "’s"]
    assert lines[0].segments[0].weight == "b"


@pytest.mark.parametrize("parts", [[bold("delivered > 0 "), "does"], [bold("delivered > 0"), " does"]])
def test_the_space_between_two_weights_is_wider_than_within_one(parts) -> None:
    (line,) = TYPE.wrap(parts, 500, 15, "r", "ink")
    assert line.width > sum(TYPE.width(each.text, each.size, each.weight) for each in line.segments) + 0.5


def test_a_last_word_does_not_stand_alone_under_a_line_that_can_spare_one() -> None:
    goal = "All four still here, and glad to be"
    assert broken(goal, TYPE.width("All four still here, and glad to", 15)) == [
        "All four still here, and glad",
        "to be",
    ]
    assert broken(f"{goal}\n{goal}", TYPE.width("All four still here, and glad to", 15))[1::2] == ["to be", "to be"]
    assert broken("by now it is re-estimate", TYPE.width("by now it is re-", 15)) == ["by now it is", "re-estimate"]
    assert broken("to come to Donaudampfschiff", TYPE.width("Donaudampfschiff", 15)) == [
        "to come to",
        "Donaudampfschiff",
    ]


def test_a_line_may_break_after_a_hyphen_and_at_newlines() -> None:
    assert broken("re-estimate", TYPE.width("estimate", 15) + 1) == ["re-", "estimate"]
    assert broken("one\n\ntwo", 500) == ["one", "", "two"]
    assert broken("Up −6.0 or 4 - 5", 500) == ["Up −6.0 or 4 - 5"]


def test_a_hard_space_does_not_break() -> None:
    assert broken("sixty 60\u00a0%", TYPE.width("sixty 60", 15) + 1) == ["sixty", "60\u00a0%"]


@pytest.mark.parametrize(
    ("dirty", "tidy"),
    [
        ("a\x00b", "ab"),
        ("lone \ud800 half", "lone \ufffd half"),
        ("a\r\nb\tc", "a\nb    c"),
        ("narrow\u202f%", "narrow\u00a0%"),
        ("plain", "plain"),
    ],
)
def test_what_cannot_be_drawn_is_taken_out(dirty, tidy) -> None:
    assert clean(dirty) == tidy


def test_a_larger_text_scale_makes_wider_text() -> None:
    assert Typesetter(1.0, 2.0).width("Promise", 15) == pytest.approx(2 * TYPE.width("Promise", 15), rel=0.02)
    assert Typesetter(1.5, 1.0).width("Promise", 15) == pytest.approx(TYPE.width("Promise", 15), rel=0.04)


def test_plain_leaves_only_words() -> None:
    assert plain(["Dear ", bold("Dana"), Part("!", colour="bad")]) == "Dear Dana!"


@given(st.text(max_size=200))
def test_tokens_lose_nothing(text) -> None:
    assert "".join(tokens(text)) == text


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec=None), max_size=120), st.floats(1, 400))
def test_any_text_can_be_broken_and_rendered(text, width) -> None:
    for line in TYPE.wrap(text, width, 15, "r", "#000000"):
        for segment in line.segments:
            TYPE.picture(segment.text, 15, "r", "#000000")
    kept = "".join(broken(text, width))
    assert kept.replace(" ", "") == clean(text).replace(" ", "").replace("\n", "")


@pytest.mark.parametrize("nothing", ["", "\U000e0100", "\u200d"])
def test_a_text_without_a_width_is_drawn_as_a_space(nothing) -> None:
    assert TYPE.picture(nothing, 15, "r", "#000000").surface.get_width() > 0


def test_an_endless_line_does_not_make_an_endless_picture() -> None:
    assert TYPE.picture("x" * 50_000, 15, "r", "#000000").surface.get_width() < 12_000


def test_a_line_never_ends_after_a_single_letter_and_its_hyphen() -> None:
    assert broken("written by e-mail", TYPE.width("written by e-", 15)) == ["written by", "e-mail"]
    assert broken("truly well-known", TYPE.width("truly well-", 15)) == ["truly well-", "known"]
