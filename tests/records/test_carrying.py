"""A play on a text its author changes under it: the same decisions, or a reason; never silently another branch."""

from __future__ import annotations

import functools
from datetime import UTC, datetime

import pytest

from game.engine.legality import unlocked
from game.engine.model import Scenario, Seat
from game.engine.state import Move
from game.insight.carry import BEHIND, DIFFERS, GONE, KEPT, MOVED, Fate
from game.records.carrying import Moved, carry_over
from game.records.desk import Desk, begin
from game.records.opening import memory_store
from game.scenario.load import load_text

STORY = """\
format: 1
title: Just one more thing
challenge: scope creep
weeks: 5
account: {client: Brightside Outdoor, value: 180_000, renewal: week 5}
people:
  dana: {name: Dana Whitfield, side: client, influence: 3, trust: 60, satisfaction: 70}
  aisha: {name: Aisha Okafor, side: team, skill: development, rate: 640}
  mara: {name: Mara Lind, side: house, style: people-pleaser}
  joss: {name: Joss Hale, side: house, style: by-the-book}
seats: {am: mara, pm: joss}
project: {budget: 120_000, due: week 5, tasks: {checkout: {work: 30 days, skill: development}}}
events:
  wishlist:
    asks: pm
    weeks: 1
    priority: 8
    from: dana
    text: Eleven tiny changes. The price is fixed.
    choices:
      absorb: {text: Take them all on., skill: communication, stance: accommodate, effects: {dana.satisfaction: +6}}
      refuse: {text: Not for this money., skill: communication, stance: refuse, effects: {dana.satisfaction: -4}}
      meet:
        text: Talk it over.
        skill: communication
        stance: negotiate
        scene:
          text: Over lunch?
          choices:
            lunch: {text: Over lunch., skill: communication, stance: invest}
            desk: {text: At a desk., skill: communication, stance: protect}
  board:
    asks: pm
    weeks: 2
    priority: 8
    from: dana
    text: The board wants a date.
    choices:
      friday: {text: Friday., skill: communication, stance: accommodate}
      honest: {text: The one in the plan., skill: communication, stance: disclose, needs: dana.trust >= 20}
  server:
    asks: pm
    weeks: 3
    priority: 8
    text: The server is slow.
    choices:
      buy: {text: Buy another., skill: problem solving, stance: invest}
      wait: {text: Wait., skill: problem solving, stance: protect}
"""
WEEKS = (("wishlist", "absorb"), ("board", "honest"), ("server", "buy"))


def clock() -> datetime:
    return datetime(2026, 11, 23, 15, 2, 12, tzinfo=UTC)


@functools.cache
def scenario_of(text: str) -> Scenario:
    loaded = load_text(text, "story.yaml")
    assert loaded.scenario is not None, loaded.problems
    return loaded.scenario


def played(text: str = STORY, weeks: int = 3, mode: str = "pm", moves: tuple[Move, ...] = ()) -> Desk:
    """A play that stands at the opening of week 4, or earlier."""
    desk = begin(memory_store(), scenario_of(text), text, mode, 7, "normal", clock)
    for event, choice in WEEKS[:weeks]:
        desk.answer(event, (choice,))
        answer_the_rest(desk)
        desk.set_moves(desk.humans[0], moves)
        desk.start_week()
    return desk


def answer_the_rest(desk: Desk) -> None:
    """The first choice of every question that still waits."""
    for seat in desk.humans:
        for event in desk.legal(seat).events:
            while (question := desk.question(event.id)) is not None:
                desk.answer(event.id, (*desk.path(event.id), unlocked(question, desk.state.values)[0].id))


def carried(new: str, **how: object) -> Moved:
    assert new != STORY, "the edit changes something"
    return carry_over(played(**how), scenario_of(new), new, clock)  # type: ignore[arg-type]


def edited(old: str, new: str, **how: object) -> Moved:
    assert old in STORY
    return carried(STORY.replace(old, new), **how)


def fate(moved: Moved, what: str) -> Fate:
    return next(each for each in moved.carried.fates if each.what == what)


def the_choices(moved: Moved) -> list[tuple[str, ...]]:
    lived = moved.desk.history
    return [(answer.event, *answer.path) for week in lived for answer in week.decisions.pm.answers]


def test_the_same_text_carries_everything_and_comes_out_the_same() -> None:
    desk = played()
    moved = carry_over(desk, desk.scenario, STORY, clock)
    assert moved.carried.as_before
    assert [week.digest for week in moved.desk.history] == [week.digest for week in desk.history]


def test_other_words_keep_every_decision_and_are_told() -> None:
    moved = edited("Take them all on.", "Yes to all eleven.")
    assert moved.desk.week == 4
    assert fate(moved, "wishlist/absorb").fate == MOVED
    assert "worded differently" in fate(moved, "wishlist/absorb").why
    assert fate(moved, "board/honest").fate == KEPT
    assert moved.carried.as_before


def test_another_order_of_events_and_choices_changes_nothing() -> None:
    first, rest = STORY.index("  wishlist:"), STORY.index("  board:")
    other = STORY[:first] + STORY[rest:] + STORY[first:rest]
    absorb = next(line for line in STORY.splitlines(True) if line.startswith("      absorb:"))
    refuse = next(line for line in STORY.splitlines(True) if line.startswith("      refuse:"))
    other = other.replace(absorb + refuse, refuse + absorb)
    moved = carried(other)
    assert moved.desk.week == 4
    assert the_choices(moved)[0] == ("wishlist", "absorb")
    assert fate(moved, "wishlist/absorb").fate == MOVED
    assert not moved.carried.numbers


def test_an_added_option_and_an_event_still_to_come_change_nothing_so_far() -> None:
    later = STORY + (
        "  invoice:\n    asks: pm\n    weeks: 4\n    text: The invoice.\n    choices:\n"
        "      send: {text: Send it., skill: communication, stance: push}\n"
        "      hold: {text: Hold it., skill: communication, stance: protect}\n"
    )
    more = later.replace(
        "      refuse: {text: Not",
        "      price: {text: Price it., skill: communication, stance: negotiate}\n      refuse: {text: Not",
    )
    moved = carried(more)
    assert moved.carried.as_before
    assert [event.id for event in moved.desk.legal(Seat.PM).events] == ["invoice"]


def test_a_removed_option_that_was_taken_stops_the_play_there_and_says_which() -> None:
    line = next(line for line in STORY.splitlines(True) if line.startswith("      honest:"))
    moved = edited(line, "      later: {text: Later., skill: communication, stance: conceal}\n")
    assert (moved.carried.stopped, moved.desk.week) == (2, 2)
    assert fate(moved, "board/honest").fate == GONE
    assert "`board` has no choice `honest` any more" in moved.carried.why
    assert fate(moved, "server/buy").fate == BEHIND


def test_a_renamed_option_is_not_guessed_but_named() -> None:
    moved = edited("      honest: {", "      as_planned: {")
    assert moved.carried.stopped == 2
    assert "Its wording now stands under `as_planned`" in moved.carried.why


def test_a_removed_option_nobody_took_changes_nothing() -> None:
    line = next(line for line in STORY.splitlines(True) if line.startswith("      refuse:"))
    assert edited(line, "").carried.as_before


def test_swapped_options_are_refused_because_the_id_now_says_something_else() -> None:
    swapped = STORY.replace("absorb: {text: Take them all on.", "absorb: {text: Not for this money.")
    swapped = swapped.replace("refuse: {text: Not for this money.", "refuse: {text: Take them all on.")
    moved = carried(swapped)
    assert (moved.carried.stopped, moved.desk.week) == (1, 1)
    assert "`wishlist/absorb` now says what `refuse` said" in moved.carried.why
    assert moved.desk.path("wishlist") == ()


def test_a_removed_event_that_was_answered_stops_the_play_there() -> None:
    moved = carried(STORY[: STORY.index("  server:")])
    assert (moved.carried.stopped, moved.desk.week) == (3, 3)
    assert "There is no event `server` any more" in moved.carried.why


def test_an_event_added_to_a_lived_week_has_no_answer_to_carry() -> None:
    early = STORY + (
        "  phone:\n    asks: pm\n    weeks: 2\n    priority: 8\n    text: It rings.\n    choices:\n"
        "      up: {text: Pick it up., skill: communication, stance: disclose}\n"
        "      down: {text: Let it ring., skill: communication, stance: conceal}\n"
    )
    moved = carried(early)
    assert moved.carried.stopped == 2
    assert "`phone` now asks in week 2, and there is no answer to carry over" in moved.carried.why


def test_an_event_in_another_week_is_missed_where_it_was_answered_and_the_reason_is_its_own() -> None:
    moved = edited("    weeks: 2\n", "    weeks: 4\n")
    assert moved.carried.stopped == 2
    assert "`board` no longer comes in week 2. It cannot come before week 4." in moved.carried.why


def test_another_effect_keeps_the_decision_and_says_what_it_moves_now() -> None:
    moved = edited("dana.satisfaction: +6", "dana.satisfaction: +2")
    assert moved.desk.week == 4
    told = fate(moved, "wishlist/absorb")
    assert told.fate == DIFFERS
    assert told.why == "It moved dana.experience +6, now +2."
    first = next(number for number in moved.carried.numbers if number.name == "dana.satisfaction")
    assert first.week == 1


def test_a_changed_start_is_told_as_a_number_from_the_beginning() -> None:
    moved = edited("trust: 60", "trust: 50")
    assert moved.desk.week == 4
    assert any((n.week, n.name, n.was, n.now) == (0, "dana.confidence", "60", "50") for n in moved.carried.numbers)
    assert not moved.carried.as_before


def test_a_default_that_was_left_to_the_game_and_then_written_is_told_the_same_way() -> None:
    moved = edited("side: team, skill: development, rate: 640", "side: team, skill: development, rate: 640, morale: 40")
    assert any((n.week, n.name, n.now) == (0, "aisha.morale", "40") for n in moved.carried.numbers)


def test_a_choice_that_is_locked_now_is_refused_with_the_false_part() -> None:
    moved = edited("needs: dana.trust >= 20", "needs: dana.trust >= 90")
    assert moved.carried.stopped == 2
    assert "`board/honest` is locked. `dana.trust >= 90` does not hold: dana.trust is" in moved.carried.why


def test_a_question_that_goes_on_now_is_not_answered_to_its_end() -> None:
    scene = (
        "      absorb:\n        text: Take them all on.\n        skill: communication\n        stance: accommodate\n"
        "        scene:\n          text: By when?\n          choices:\n"
        "            soon: {text: Soon., skill: communication, stance: accommodate}\n"
        "            later: {text: Later., skill: communication, stance: protect}\n"
    )
    line = next(line for line in STORY.splitlines(True) if line.startswith("      absorb:"))
    moved = edited(line, scene)
    assert moved.carried.stopped == 1
    assert "`wishlist/absorb` now leads to a further question" in moved.carried.why


def test_a_person_with_another_name_stays_the_same_person() -> None:
    moved = edited("name: Dana Whitfield", "name: Dana Whitlock")
    assert moved.desk.week == 4
    assert moved.carried.as_before
    assert moved.carried.notes == ("`dana` was called Dana Whitfield and is now called Dana Whitlock.",)


def test_a_person_with_another_id_is_another_person_for_a_move_aimed_at_them() -> None:
    moves = (Move("talk", "aisha"),)
    moved = edited("  aisha: {", "  aysha: {", moves=moves)
    assert moved.carried.stopped == 1
    assert "There is no `aisha` any more" in fate(moved, "talk aisha").why
    assert "`aysha`" in moved.carried.notes[0]


def test_a_move_whose_target_is_gone_stops_the_play() -> None:
    story = STORY.replace("side: team, skill: development, rate: 640}", "side: team, skill: development, rate: 640}\n"
                          "  minh: {name: Minh Tran, side: team, skill: design, rate: 440}")  # fmt: skip
    desk = played(story, moves=(Move("talk", "minh"),))
    moved = carry_over(desk, scenario_of(STORY), STORY, clock)
    assert moved.carried.stopped == 1
    assert fate(moved, "talk minh").fate == GONE


def test_fewer_weeks_end_the_play_before_its_last_decisions() -> None:
    other = STORY.replace("weeks: 5\n", "weeks: 2\n").replace("week 5", "week 2")
    moved = carried(other[: other.index("  server:")])
    assert moved.carried.stopped == 3
    assert moved.carried.why == "The play now ends in week 2."


def test_a_colleague_whose_event_is_gone_decides_anew_and_that_is_told() -> None:
    sale = (
        "  sale:\n    asks: am\n    weeks: 1\n    text: A question for sales.\n    choices:\n"
        "      sell: {text: Sell., skill: sales acumen, stance: push}\n"
        "      hold: {text: Hold., skill: sales acumen, stance: protect}\n"
    )
    desk = played(STORY + sale)
    moved = carry_over(desk, scenario_of(STORY), STORY, clock)
    assert moved.desk.week == 4
    told = next(each for each in moved.carried.fates if each.seat is Seat.AM and each.fate == DIFFERS)
    assert (told.week, told.human) == (1, False)
    assert told.why.startswith("Mara decides anew. There is no event `sale` any more.")


def test_drafts_of_the_open_week_come_along_where_they_fit() -> None:
    desk = played(weeks=1)
    desk.answer("board", ("honest",))
    new = STORY.replace("Friday.", "By Friday.")
    assert carry_over(desk, scenario_of(new), new, clock).desk.path("board") == ("honest",)
    gone = STORY.replace("      honest: {", "      plainly: {")
    moved = carry_over(desk, scenario_of(gone), gone, clock)
    assert moved.desk.path("board") == ()
    assert [(each.what, each.fate) for each in moved.drafts] == [("board/honest", GONE)]


def test_where_a_week_no_longer_fits_its_other_decisions_wait_as_drafts() -> None:
    two = STORY + (
        "  phone:\n    asks: pm\n    weeks: 1\n    priority: 8\n    text: It rings.\n    choices:\n"
        "      up: {text: Pick it up., skill: communication, stance: disclose}\n"
        "      down: {text: Let it ring., skill: communication, stance: conceal}\n"
    )
    desk = begin(memory_store(), scenario_of(two), two, "pm", 7, "normal", clock)
    desk.answer("phone", ("up",))
    desk.answer("wishlist", ("absorb",))
    answer_the_rest(desk)
    desk.start_week()
    new = two.replace("      absorb: {", "      take: {")
    moved = carry_over(desk, scenario_of(new), new, clock)
    assert (moved.desk.week, moved.desk.path("phone"), moved.desk.path("wishlist")) == (1, ("up",), ())


def test_the_carried_play_is_a_branch_with_digests_of_its_own_and_the_old_log_stays() -> None:
    desk = played()
    before = desk.store.log(desk.record)
    new = STORY.replace("dana.satisfaction: +6", "dana.satisfaction: +2")
    moved = carry_over(desk, scenario_of(new), new, clock)
    after = desk.store.log(moved.desk.record)
    assert desk.store.log(desk.record) == before
    assert (moved.desk.record.parent, moved.desk.is_branch) == (desk.record.id, True)
    assert after.decisions == before.decisions
    assert after.digests != before.digests
    assert not after.trouble


@pytest.mark.parametrize("mode", ["am", "both", "two"])
def test_every_seat_is_carried(mode: str) -> None:
    desk = begin(memory_store(), scenario_of(STORY), STORY, mode, 7, "normal", clock)
    for _ in range(3):
        answer_the_rest(desk)
        desk.start_week()
    new = STORY.replace("Take them all on.", "All of it.")
    moved = carry_over(desk, scenario_of(new), new, clock)
    assert moved.desk.week == 4
    assert moved.carried.as_before
