"""The scenarios are balanced: a small sample here, all eight gates over hundreds of plays under `-m bulk`."""

import functools

import pytest

from game.engine.model import Seat
from game.insight.gates import (
    SINGLE,
    Plays,
    best_styles,
    correlations,
    endings,
    habit_costs,
    lying_gains,
    reacting_beats_habit,
    reacting_beats_luck,
    variety,
)
from game.insight.simulate import summary
from tests.gates import FULL, MIX, measure

FEW, MANY = 24, 500
SEATS = list(Seat)
each_scenario = pytest.mark.parametrize("name", FULL)
each_seat = pytest.mark.parametrize("seat", SEATS, ids=lambda seat: seat.value)
each_single = pytest.mark.parametrize("seat", SINGLE, ids=lambda seat: seat.value)


@functools.cache
def few(name: str) -> Plays:
    return measure((name,), FEW, bots=("random", "balanced", "careless", "misreporting"), pairs=False)[0]


@functools.cache
def many(name: str) -> Plays:
    return measure((name,), MANY)[0]


@each_seat
@each_scenario
def test_sense_beats_luck_and_carelessness(name: str, seat: Seat) -> None:
    played = few(name)
    sensible = summary(played.scores(seat, "balanced")).mean
    assert reacting_beats_luck(played, seat).mean >= 5
    assert 50 <= sensible <= 85
    assert sensible - summary(played.scores(seat, "careless")).mean >= 10


@each_seat
@each_scenario
def test_lying_gains_nothing_to_speak_of(name: str, seat: Seat) -> None:
    assert lying_gains(few(name), seat).mean <= 2


@each_single
@each_scenario
def test_a_play_has_its_eight_to_eleven_events(name: str, seat: Seat) -> None:
    seen = variety(few(name), seat)
    assert 7.5 <= seen.events <= 11.5
    assert seen.shared <= 0.75
    assert seen.texts <= 1 / 3


@pytest.mark.bulk
@each_seat
@each_scenario
def test_gates_of_every_seat(name: str, seat: Seat) -> None:
    played = many(name)
    relationship, delivery = best_styles(played, seat)
    sensible = summary(played.scores(seat, "balanced")).mean
    lies = lying_gains(played, seat)
    assert reacting_beats_luck(played, seat).mean >= 10
    assert relationship != delivery
    assert lies.mean - lies.half <= 0
    assert abs(correlations(played, seat, MIX)[0][2]) <= 0.8
    assert 55 <= sensible <= 80
    assert sensible - summary(played.scores(seat, "careless")).mean >= 15


@pytest.mark.bulk
@each_single
@each_scenario
def test_gates_of_a_single_seat(name: str, seat: Seat) -> None:
    played = many(name)
    seen = variety(played, seat)
    assert reacting_beats_habit(played, seat) >= 5
    assert 8 <= seen.events <= 11
    assert seen.shared <= 0.7
    assert seen.below >= 0.9
    assert seen.texts <= 1 / 3


@pytest.mark.bulk
@pytest.mark.parametrize("bot", ["accommodating", "refusing"])
@pytest.mark.parametrize("seat", [Seat.PM, Seat.BOTH], ids=lambda seat: seat.value)
@each_scenario
def test_always_saying_the_same_costs(name: str, seat: Seat, bot: str) -> None:
    assert habit_costs(many(name), seat, bot).mean < 0


@pytest.mark.bulk
@each_scenario
def test_every_ending_is_reached(name: str) -> None:
    assert [ending for ending, count in endings(many(name)).items() if not count] == []
