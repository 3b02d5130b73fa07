"""What is called impossible never happens: in no combination of numbers, and in no play of a shipped scenario."""

from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.engine.expression import And, Arithmetic, Compare, Const, Expr, IfElse, Named, Not, Or, Pick, Read
from game.engine.model import Scenario, Seat
from game.insight.simulate import bots_for, run
from game.scenario.load import load_scenario
from game.scenario.reach import Reach
from game.scenario.reasoning import Ranges, alternatives, both, possible

SHIPPED = sorted((Path(__file__).parents[2] / "scenarios").glob("*.yaml"))
# Three small numbers: a flag, a count of halves, and one that reaches below 0.
READS = (Read(0, 1, 0.0, 1.0), Read(1, 2, 0.0, 2.0), Read(2, 1, -2.0, 2.0))
STATES = [[a, b, c] for a, b, c in product(range(2), range(5), range(-2, 3))]

numbers = st.recursive(
    st.sampled_from(
        [*READS, Const(0.0), Const(0.5), Const(1.0), Const(2.0), Const(-1.0), Named("n", "", "", READS[1])]
    ),
    lambda inner: st.one_of(
        st.builds(Arithmetic, st.sampled_from("+-*/"), inner, inner),
        st.builds(lambda op, a, b: Pick(op, (a, b)), st.sampled_from(["min", "max"]), inner, inner),
    ),
    max_leaves=3,
)
comparisons = st.builds(Compare, st.sampled_from(["<", "<=", ">", ">=", "==", "!="]), numbers, numbers)
conditions = st.recursive(
    st.one_of(comparisons, st.just(READS[0]), comparisons.map(lambda c: Named(repr(c), "", "flag", c))),
    lambda inner: st.one_of(
        st.builds(And, inner, inner),
        st.builds(Or, inner, inner),
        st.builds(Not, inner),
        st.builds(IfElse, inner, inner, inner),
    ),
    max_leaves=6,
)


@settings(max_examples=150, deadline=None)
@given(conditions, conditions, st.booleans(), st.sampled_from([{}, {0: (0.0, 0.0)}, {1: (0.5, 1.5), 2: (-1.0, 1.0)}]))
def test_what_is_called_impossible_holds_in_no_state(one: Expr, other: Expr, wanted: bool, ranges: Ranges) -> None:
    ways = both(alternatives(one), alternatives(other, wanted))
    if possible(ways, ranges):
        return
    for values in STATES:
        within = all(low <= READS[i].value(values) <= high for i, (low, high) in ranges.items())
        assert not within or one.value(values) == 0.0 or (other.value(values) != 0.0) is not wanted


def test_what_should_be_seen_through_is() -> None:
    flag, halves, below = READS

    def at_least(number: float) -> Expr:
        return Compare(">=", halves, Const(number))

    for condition in (
        And(flag, Not(flag)),
        And(at_least(1.5), Not(at_least(1.0))),
        And(Compare(">", halves, Const(0.5)), Compare("<", halves, Const(1.0))),  # nothing lies between
        And(Compare("==", below, Const(1.0)), Compare("!=", below, Const(1.0))),
        Compare(">", Arithmetic("+", halves, below), Const(4.0)),
        And(Or(flag, at_least(2.0)), And(Not(flag), Not(at_least(2.0)))),
        And(
            Compare(">", Named("n", "", "", halves), Const(1.0)), Compare("<=", Named("n", "", "", halves), Const(1.0))
        ),
        And(Compare(">=", below, halves), Compare("<", below, Const(0.0))),
    ):
        assert not possible(alternatives(condition), {}), condition


@pytest.mark.parametrize("seat", list(Seat), ids=lambda seat: seat.value)
@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_plays_stay_within_what_can_be_reached(path: Path, seat: Seat) -> None:
    scenario = load_scenario(path).scenario
    assert scenario is not None
    reach = Reach(scenario)
    for seed in range(1, 4):
        _stays_within(scenario, reach, run(scenario, seed, seat, bots_for(scenario, seat, "random")).states)


def _stays_within(scenario: Scenario, reach: Reach, states: list) -> None:  # type: ignore[type-arg]
    for state in states:
        for quantity, (low, high) in reach.ranges.items():
            rule = scenario.quantities[quantity]
            value = state.values[quantity] / rule.per_unit
            assert low - 1e-9 <= value <= high + 1e-9, (rule.name, low, value, high)
        week = state.values[scenario.week]
        for index in state.inbox:
            first, last = reach.windows[index]
            assert first <= week <= last, scenario.events[index].id
            at = reach.at(index)
            for quantity, (low, high) in at.items():
                value = state.values[quantity] / scenario.quantities[quantity].per_unit
                assert low <= value <= high, (scenario.events[index].id, scenario.quantities[quantity].name)
