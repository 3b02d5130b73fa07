"""Conditions and amounts: value, false part and bounds agree with each other for every tree and every state."""

from hypothesis import given
from hypothesis import strategies as st

from game.engine.expression import And, Arithmetic, Compare, Const, Expr, IfElse, Named, Not, Or, Pick, Read

TRUST = Read(0, 100, 0.0, 100.0)
WEEK = Read(1, 1, 1.0, 12.0)

numbers = st.one_of(
    st.just(TRUST), st.just(WEEK), st.floats(-50, 50, allow_nan=False).map(lambda x: Const(round(x, 2)))
)


def bigger(children: st.SearchStrategy[Expr]) -> st.SearchStrategy[Expr]:
    conditions = st.builds(Compare, st.sampled_from(["<", "<=", ">", ">=", "==", "!="]), children, children)
    logic = st.one_of(
        conditions,
        st.builds(And, conditions, conditions),
        st.builds(Or, conditions, conditions),
        st.builds(Not, conditions),
    )
    return st.one_of(
        st.builds(Arithmetic, st.sampled_from("+-*/"), children, children),
        st.builds(Pick, st.sampled_from(["min", "max"]), st.tuples(children, children)),
        st.builds(IfElse, logic, children, children),
        st.builds(Named, st.just("dana.trust"), st.just("Dana's trust"), st.just("points"), children),
        logic,
    )


trees = st.recursive(numbers, bigger, max_leaves=12)
states = st.tuples(st.integers(0, 10_000), st.integers(1, 12)).map(list)


@given(trees, states)
def test_a_value_never_leaves_its_bounds(tree: Expr, values: list[int]) -> None:
    low, high = tree.bounds()
    slack = 1e-6 * (1 + abs(low) + abs(high))
    assert low - slack <= tree.value(values) <= high + slack


@given(trees, states)
def test_a_false_part_is_false_and_a_true_condition_has_none(tree: Expr, values: list[int]) -> None:
    part = tree.false_part(values)
    if tree.value(values) != 0.0:
        assert part is None
    else:
        assert part is not None
        assert part.value(values) == 0.0


@given(trees)
def test_a_tree_reads_only_the_names_it_tells(tree: Expr) -> None:
    assert set(tree.names()) <= {0, 1}


def test_the_false_part_is_the_smallest_one() -> None:
    enough_trust = Compare(">=", TRUST, Const(45.0))
    late_enough = Compare(">=", WEEK, Const(2.0))
    assert And(late_enough, enough_trust).false_part([3800, 3]) == enough_trust
    assert And(late_enough, enough_trust).false_part([3800, 1]) == late_enough


def test_a_sum_of_grains_meets_its_threshold() -> None:
    # 0.1 + 0.2 misses 0.3 by a hair in floating point; nobody should be locked out by a hair.
    a_tenth, two_tenths = Const(0.1), Const(0.2)
    assert Compare("<=", Arithmetic("+", a_tenth, two_tenths), Const(0.3)).value([]) == 1.0


def test_dividing_by_nothing_gives_nothing() -> None:
    assert Arithmetic("/", Const(3.0), Const(0.0)).value([]) == 0.0
