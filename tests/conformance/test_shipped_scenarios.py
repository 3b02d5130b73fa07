"""Every shipped scenario plays to its end from every seat, by the rules, with books that balance."""

from collections import defaultdict
from pathlib import Path

import pytest

from game.engine.legality import IllegalDecision, legal, questions
from game.engine.model import Scenario, Seat
from game.engine.play import Play, replay
from game.engine.state import Answer, Decisions, Move, SeatDecisions
from game.engine.view import observe
from game.insight.simulate import bots_for, decide, run
from game.scenario.load import load_scenario

FOLDER = Path(__file__).resolve().parents[2] / "scenarios"
SHIPPED = sorted(path.stem for path in FOLDER.glob("*.yaml"))
SEATS = list(Seat)
CACHE: dict[str, Scenario] = {}


def scenario_of(name: str) -> Scenario:
    if name not in CACHE:
        loaded = load_scenario(FOLDER / f"{name}.yaml")
        assert loaded.scenario is not None, "\n".join(str(p) for p in loaded.problems)
        CACHE[name] = loaded.scenario
    return CACHE[name]


def books_balance(play: Play) -> None:
    """Every change of every number is in the ledger, to the grain, and nothing is out of range."""
    quantities = play.scenario.quantities
    for before, after, lived in zip(play.states, play.states[1:], play.weeks, strict=False):
        moved: dict[int, int] = defaultdict(int)
        for _week, quantity, _cause, grains in lived.changes:
            moved[quantity] += grains
        for index, rule in enumerate(quantities):
            assert before.values[index] + moved[index] == after.values[index], rule.name
            assert round(rule.low * rule.per_unit) <= after.values[index] <= round(rule.high * rule.per_unit), rule.name


def random_plays(name: str, seat: Seat, seeds: range) -> None:
    scenario = scenario_of(name)
    for seed in seeds:
        play = run(scenario, seed, seat, bots_for(scenario, seat, "random"))
        assert play.outcome is not None
        books_balance(play)
        log = [(lived.decisions, lived.digest) for lived in play.weeks]
        again = replay(scenario, seed, seat, "normal", log)
        assert again.differs_in == 0, again.why


@pytest.mark.parametrize("seat", SEATS, ids=lambda seat: seat.value)
@pytest.mark.parametrize("name", SHIPPED)
def test_random_plays_end_balance_and_replay(name: str, seat: Seat) -> None:
    random_plays(name, seat, range(1, 9))


@pytest.mark.bulk
@pytest.mark.parametrize("seat", SEATS, ids=lambda seat: seat.value)
@pytest.mark.parametrize("name", SHIPPED)
def test_a_thousand_random_plays_end_balance_and_replay(name: str, seat: Seat) -> None:
    random_plays(name, seat, range(1, 335))


@pytest.mark.parametrize("name", SHIPPED)
def test_what_is_listed_is_accepted_and_what_is_not_is_refused(name: str) -> None:
    scenario = scenario_of(name)
    play = Play(scenario, 3, Seat.PM)
    bots = bots_for(scenario, Seat.PM, "random")
    while play.outcome is None:
        decisions = decide(play, bots)
        bogus = Move("fly_to_the_moon")
        with pytest.raises(IllegalDecision):
            play.live(Decisions(decisions.am, SeatDecisions(decisions.pm.answers, (bogus,))))
        with pytest.raises(IllegalDecision):
            play.live(Decisions(decisions.am, SeatDecisions((), decisions.pm.moves)))
        wrong = tuple(Answer(a.event, ("no_such_choice",)) for a in decisions.pm.answers)
        with pytest.raises(IllegalDecision):
            play.live(Decisions(decisions.am, SeatDecisions(wrong, ())))
        play.live(decisions)


@pytest.mark.parametrize("name", SHIPPED)
def test_a_seat_learns_nothing_it_may_not_know(name: str) -> None:
    scenario = scenario_of(name)
    play = run(scenario, 5, Seat.AM, bots_for(scenario, Seat.AM, "random"))
    for state, lived in zip(play.states, play.weeks, strict=False):
        for seat in (Seat.AM, Seat.PM):
            view = observe(scenario, state, seat)
            for index, rule in enumerate(scenario.quantities):
                if rule.seen_by == 0:
                    assert view.value(index) is None, rule.name
            for _week, quantity, _cause, _grains in view.visible(list(lived.changes)):
                assert scenario.quantities[quantity].seen_by, scenario.quantities[quantity].name
            assert all(event.asks is seat for event in legal(scenario, state, seat).events)


@pytest.mark.parametrize("name", SHIPPED)
def test_deciding_otherwise_moves_no_other_luck(name: str) -> None:
    # V21: the same seed with other decisions meets the same truths and the same luck of the laws.
    scenario = scenario_of(name)
    one = run(scenario, 11, Seat.PM, bots_for(scenario, Seat.PM, "random"))
    two = run(scenario, 11, Seat.PM, bots_for(scenario, Seat.PM, "careless"))
    for truth in scenario.truths:
        assert one.states[0].values[truth.holds] == two.states[0].values[truth.holds]
    for week in range(scenario.weeks):
        assert one.luck.law(week, 0) == two.luck.law(week, 0)
        for event in scenario.events:
            assert one.luck.stream("event", event.id, week) == two.luck.stream("event", event.id, week)


@pytest.mark.parametrize(
    ("name", "place", "event"),
    [("scope_creep", "checkout_grows", "second_look"), ("dependencies", "wrong_glass", "as_ordered")],
)
def test_nobody_asks_the_project_manager_to_look_where_they_have_looked_and_found_nothing(
    name: str, place: str, event: str
) -> None:
    scenario = scenario_of(name)
    asked = scenario.events[scenario.event_index[event]]
    truth = next(t for t in scenario.truths if t.area == next(r.area for r in scenario.risks if r.id == place))
    for seed in range(1, 40):
        play = Play(scenario, seed, Seat.PM)
        if play.state.values[truth.holds] or scenario.event_index[event] in play.state.inbox:
            continue
        bots = decide(play, bots_for(scenario, Seat.PM, "balanced"))
        assert asked.when.value(play.state.values)
        play.live(Decisions(bots.am, SeatDecisions(bots.pm.answers, (Move("look_into", place),))))
        assert not asked.when.value(play.state.values)
        return
    raise AssertionError("no play to look in")


@pytest.mark.parametrize("name", SHIPPED)
def test_nothing_is_said_twice_in_one_play(name: str) -> None:
    scenario = scenario_of(name)
    for seat in SEATS:
        for seed in range(1, 7):
            play = run(scenario, seed, seat, bots_for(scenario, seat, "balanced"))
            asked = [
                e.question.text for state in play.states[: len(play.weeks)] for e in questions(scenario, state, seat)
            ]
            assert len(asked) == len(set(asked)), (seat, seed)
