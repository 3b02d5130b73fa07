"""Guided plays get a hint and fuller previews; stormy ones shorter previews; the rules stay the same."""

import pytest

from game.engine.legality import legal
from game.engine.model import Choice, Scenario, Seat
from game.engine.play import Play
from game.engine.scores import UTILISATION_BAND
from game.engine.view import observe
from game.insight.preview import Chip, Preview, preview
from game.insight.words.chips import chip_words
from game.insight.words.details import FORMULAS
from game.insight.words.hints import guide_steps, hint
from tests.conftest import shipped


@pytest.mark.parametrize(("difficulty", "room"), [("guided", 4), ("normal", 3), ("stormy", 2)])
def test_difficulty_changes_how_much_is_foreseen(scope_creep: Scenario, difficulty: str, room: int) -> None:
    play = Play(scope_creep, 1, Seat.PM, difficulty)
    view = observe(scope_creep, play.state, Seat.PM)
    shown = [preview(view, c).shown for e in scope_creep.events for c in e.question.choices]
    assert max(len([chip for chip in chips if chip.kind not in ("chance", "move")]) for chips in shown) == room
    assert all(any(chip.kind == "move" for chip in preview(view, c).shown) for c in _taking_a_move(scope_creep))


def _taking_a_move(scenario: Scenario) -> list[Choice]:
    return [choice for event in scenario.events for choice in event.question.choices if choice.takes]


def test_only_a_guided_play_gets_a_hint(scope_creep: Scenario) -> None:
    for difficulty in ("guided", "normal", "stormy"):
        state = Play(scope_creep, 1, Seat.PM, difficulty).state
        said = hint(observe(scope_creep, state, Seat.PM), legal(scope_creep, state, Seat.PM).moves, Seat.PM)
        assert said.startswith("A sensible person might ") == (difficulty == "guided")


def test_the_band_is_said_as_it_is_scored() -> None:
    low, high = UTILISATION_BAND
    assert f"{100 * low:.0f} to {100 * high:.0f}\u00a0%" in FORMULAS["utilisation"]


def test_nobody_who_holds_both_seats_is_told_of_a_colleague() -> None:
    first_monday, told = shipped("first_monday"), {}
    for seat in (Seat.AM, Seat.BOTH):
        view = observe(first_monday, Play(first_monday, 1, seat).state, seat)
        view.values[first_monday.week] = 2
        told[seat] = [step.id for step in guide_steps(view)]
    assert "colleague" in told[Seat.AM]
    assert "colleague" not in told[Seat.BOTH]


def test_nobody_who_is_hit_as_hard_as_those_named_is_left_without_a_label(scope_creep: Scenario) -> None:
    """“Ask for Minh for two days” said that Nils is glad, and not that Minh gets as much more tired."""
    work, promise, nils = Chip("days", 2.0), Chip("keeps", 1.0, 2), Chip("person", 4.0, 2)
    minh = Chip("person", -4.0, 6, tired=-4.0)
    assert minh in Preview((work, promise, nils, minh)).shown
    assert Preview((work, promise, nils, minh._replace(amount=-3.0))).shown == (work, promise, nils)
    view = observe(scope_creep, Play(scope_creep, 1, Seat.BOTH).state, Seat.BOTH)
    one, other = Chip("person", -1.9, 0, False), Chip("person", -1.4, 1, False)
    assert chip_words(view, one, other).text == "Dana, Gareth, maybe"
