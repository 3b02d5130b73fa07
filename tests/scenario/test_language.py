"""Conditions and amounts: what can be written, what it means, and where exactly it is wrong."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from game.engine.expression import And, Arithmetic, Compare, Const, Expr, IfElse, Named, Not, Or, Pick, Read
from game.scenario.expression import parse_condition, parse_number
from game.scenario.meaning import ExpressionError, Meaning, UnknownName

TABLE = {
    "dana.trust": (0, "points", 0.0, 100.0),
    "aisha.fatigue": (1, "share", 0.0, 1.0),
    "week": (2, "weeks", 0.0, 999.0),
    "checkout.work": (3, "days", 0.0, 1e5),
    "account.value": (4, "money", 0.0, 1e9),
    "told": (5, "flag", 0.0, 1.0),
}


def lookup(name: str) -> Meaning:
    if name not in TABLE:
        raise UnknownName(f"Nothing is called `{name}`.", "")
    index, unit, low, high = TABLE[name]
    read = Read(index, 1, low, high)
    return Meaning(name, read, unit, 3, read if unit == "flag" else None)


VALUES = [60, 0, 4, 30, 180_000, 1]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("9_000", 9000.0),
        ("8 days", 8.0),
        ("2 weeks", 2.0),
        ("week 6", 6.0),
        ("60%", 0.6),
        ("-3 days", -3.0),
        ("+6", 6.0),
        ("60% + (dana.trust - 50) * 0.5%", 0.65),
        ("2 + 3 * 4", 14.0),
        ("(2 + 3) * 4", 20.0),
        ("10 - 4 - 3", 3.0),
        ("min(week, 3) + max(1, 2, 5)", 8.0),
        ("if(told, 1, 2)", 1.0),
        ("week / 8", 0.5),
        ("week + 1", 5.0),
    ],
)
def test_numbers(text: str, value: float) -> None:
    assert parse_number(text, lookup).expr.value(VALUES) == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("week >= 2 and dana.trust > 20", True),
        ("told", True),
        ("not told", False),
        ("told == yes", True),
        ("told != no", True),
        ("week == week 4", True),
        ("no or yes and no", False),
        ("not week > 5 and told", True),
        ("dana.trust < 60 or checkout.work <= 30 days", True),
    ],
)
def test_conditions(text: str, value: bool) -> None:
    assert (parse_condition(text, lookup).expr.value(VALUES) != 0.0) is value


@pytest.mark.parametrize(
    ("text", "position", "code"),
    [
        ("", 0, "OP301"),
        ("dana.trust >", 12, "OP301"),
        ("week = 3", 5, "OP301"),
        ("1 < week < 3", 9, "OP301"),
        ("week >= 3 told", 10, "OP301"),
        ("(week > 3", 9, "OP301"),
        ("min(week) > 1", 0, "OP301"),
        ("dona.trust > 3", 0, "OP302"),
        ("week > 3 and dona.trust > 3", 13, "OP302"),
        ("week", 0, "OP303"),
        ("(week > 3) + 1 > 2", 1, "OP303"),
        ("dana.trust > 60%", 13, "OP304"),
        ("aisha.fatigue > 30", 16, "OP304"),
        ("week > 2_000_000_000", 7, "OP308"),
        ("(" * 25 + "week" + ")" * 25 + " > 1", 20, "OP308"),
        ("not " * 30 + "told", 80, "OP308"),
        ("week > 1 or " * 40 + "told", 0, "OP308"),
        ("week > 3 # now", 9, "OP301"),
        ("__import__('os')", 11, "OP301"),
        ("told; told", 4, "OP301"),
        ("ｗeek > 3", 0, "OP301"),
        ("week ** 2 > 3", 6, "OP301"),
        ("0x10 > 3", 1, "OP301"),
        ("week > ٣", 7, "OP301"),
        ("week / 0 > 1", 7, "OP301"),
    ],
)
def test_a_mistake_is_told_at_its_character(text: str, position: int, code: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        parse_condition(text, lookup)
    assert (caught.value.position, caught.value.code) == (position, code)


def test_mixed_units_and_empty_comparisons_are_remarked_on() -> None:
    assert [r.code for r in parse_condition("checkout.work + account.value > 3", lookup).remarks] == ["OP304"]
    assert [r.message for r in parse_condition("dana.trust > 120", lookup).remarks] == [
        "This comparison is never true."
    ]
    assert not parse_condition("dana.trust > 20", lookup).remarks


def test_the_false_part_of_a_condition_can_be_named() -> None:
    tree = parse_condition("week >= 2 and dana.trust >= 70", lookup).expr
    assert tree.false_part(VALUES) == Compare(">=", Read(0, 1, 0.0, 100.0), Const(70.0))


NAMES = ("dana.trust", "aisha.fatigue", "week", "checkout.work", "account.value")
numbers: st.SearchStrategy[str] = st.one_of(
    st.integers(1, 9999).map(str), st.integers(1, 99).map(lambda n: f"{n}%"), st.sampled_from(NAMES)
)
sums = st.recursive(
    numbers,
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from("+-*/"), inner).map(lambda t: f"({t[0]} {t[1]} {t[2]})"),
        st.tuples(inner, inner).map(lambda t: f"min({t[0]}, {t[1]})"),
        inner.map(lambda t: f"-{t}"),
    ),
    max_leaves=6,
)


def written(tree: Expr) -> str:
    """A tree as text that reads back to it."""
    names = {index: name for name, (index, *_rest) in TABLE.items()}
    match tree:
        case Read():
            return names[tree.index]
        case Const(unit="share"):
            return f"{tree.number * 100:.0f}%" if tree.number >= 0 else f"-{-tree.number * 100:.0f}%"
        case Const():
            return f"{tree.number:.0f}"
        case Arithmetic() | Compare():
            return f"({written(tree.left)} {tree.op} {written(tree.right)})"
        case Pick():
            return f"{tree.op}({', '.join(map(written, tree.parts))})"
        case And():
            return f"({written(tree.left)} and {written(tree.right)})"
        case Or():
            return f"({written(tree.left)} or {written(tree.right)})"
        case Not():
            return f"(not {written(tree.part)})"
        case IfElse():
            return f"if({written(tree.test)}, {written(tree.then)}, {written(tree.other)})"
        case Named():
            return tree.name
    raise AssertionError(tree)


@given(sums)
def test_what_is_read_can_be_written_and_read_again(text: str) -> None:
    try:
        tree = parse_number(text, lookup).expr
    except ExpressionError:  # a sum may come to 0 and stand below a line
        assume("/" not in text)
        raise
    again = parse_number(written(tree), lookup).expr
    assert written(again) == written(tree)
    assert again.value(VALUES) == pytest.approx(tree.value(VALUES))


def refusal(text: str) -> ExpressionError | None:
    try:
        parse_condition(text, lookup)
    except ExpressionError as error:
        return error
    return None


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    error = refusal(text)
    assert error is None or (0 <= error.position <= len(text) and error.message)


@given(
    st.lists(
        st.sampled_from([*NAMES, "told", "and", "or", "not", "(", ")", "+", "-", "<", "==", "3", "60%", "min", ","])
    )
)
def test_any_row_of_words_is_read_or_refused(words: list[str]) -> None:
    text = " ".join(words)
    try:
        tree = parse_condition(text, lookup).expr
    except ExpressionError:
        return
    low, high = tree.bounds()
    assert low <= tree.value(VALUES) <= high
