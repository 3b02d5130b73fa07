"""A decision looked back on: what was known, what was true, what came of it, what another answer would have done."""

from __future__ import annotations

import functools

from game.engine.model import Seat
from game.engine.play import Play
from game.engine.state import Answer, SeatDecisions
from game.insight.bearing import Bearing
from game.insight.review.choices import Decision, Option, Value, with_seat
from game.insight.review.futures import turn
from game.insight.simulate import bots_for, decide
from game.insight.words.debrief.carried import AT_THE_END, carried_kpi
from game.insight.words.debrief.decision import DecisionWords, decision_words
from game.insight.words.debrief.known_then import true_then
from game.insight.words.figures import signed
from tests.conftest import shipped

LEVEL = Value(60.0, 0.0, 0.0, "best")


def played(
    name: str, seat: Seat, answers: dict[str, str], seed: int = 1, truths: tuple[str, ...] = (), weeks: int = 99
) -> Play:
    """A play by sensible people who answer these events so; these truths hold in it."""
    play = Play(shipped(name), seed, seat)
    for truth in play.scenario.truths:
        turn(play.scenario, play.state.values, truth, truth.id in truths)
    bots = bots_for(play.scenario, seat, "balanced")
    while play.state.reached is None and play.week <= weeks:
        lived = decide(play, bots)
        mine = lived.pm if seat is Seat.PM else lived.am
        given = tuple(Answer(a.event, tuple(answers.get(a.event, "/".join(a.path)).split("/"))) for a in mine.answers)
        play.live(with_seat(lived, seat, SeatDecisions(given, mine.moves)))
    return play


def decision(week: int, event: str, taken: str, other: str) -> Decision:
    return Decision(week, event, taken, (Option(taken, LEVEL, LEVEL), Option(other, LEVEL, LEVEL)))


def looked_back(play: Play, seat: Seat, event: str, taken: str, other: str) -> DecisionWords:
    index = play.scenario.event_index[event]
    week = next(n for n, state in enumerate(play.states, 1) if index in state.inbox)
    return decision_words(play, seat, decision(week, event, taken, other))


@functools.cache
def creep() -> Play:
    return played("scope_creep", Seat.PM, {"wishlist": "absorb"})


def answered() -> list[Decision]:
    """Every answer of that play, as if nothing else had been open."""
    weeks = creep().weeks
    told = [(lived.week, a.event, "/".join(a.path)) for lived in weeks for a in lived.decisions.pm.answers]
    return [decision(week, event, path, path) for week, event, path in told]


def test_what_was_known_is_who_asked_and_what_the_options_move() -> None:
    play = played("first_monday", Seat.PM, {})
    words = looked_back(play, Seat.PM, "forgets_basket", "patch", "properly")
    assert words.known_then[0].startswith("Sunita was ")
    assert words.known_then[1].startswith("Pre-order page was heading for ")
    assert 2 <= len(words.known_then) <= 4


def test_who_does_not_see_the_plan_knows_what_was_last_said_of_it() -> None:
    play = played("first_monday", Seat.AM, {"the_queue": "promise"})
    words = looked_back(play, Seat.AM, "gift_boxes", "gladly", "quote")
    assert any("by the first plan" in said for said in words.known_then)
    assert any(said.startswith("You had promised Agnes “Open for orders") for said in words.known_then)


def test_a_truth_is_told_where_it_has_a_say_and_nobody_had_told_it() -> None:
    truth = shipped("first_monday").truths[0]
    event = next(e for e in shipped("first_monday").events if Bearing(e).hangs_on(truth))
    for truths in ((truth.id,), ()):
        play = played("first_monday", event.asks, {}, truths=truths)
        index = play.scenario.event_index[event.id]
        week = next((n for n, state in enumerate(play.states, 1) if index in state.inbox), 0)
        first, second = (choice.id for choice in event.question.choices[:2])
        told = true_then(play, event.asks, decision(week, event.id, first, second))
        assert (truth.tells in told) == bool(truths)


def test_a_promise_is_followed_to_its_end() -> None:
    play = played("first_monday", Seat.AM, {"the_queue": "promise"})
    words = looked_back(play, Seat.AM, "the_queue", "promise", "range")
    given, *later = [each for each in words.happened_next if "promise" in each.text]
    assert (given.week, given.text.startswith("It gave Agnes a promise: “Open for orders")) == (1, True)
    status = next(p.status for p in play.scenario.promises if "Open for orders" in p.text)
    ended = play.state.values[status]
    assert [each.text.rpartition(" was ")[2] for each in later] == [
        {2: "kept.", 3: "kept before its date.", 4: "broken."}[ended]
    ]


def test_what_came_later_is_told_in_its_week_with_what_it_moved() -> None:
    play = played("first_monday", Seat.AM, {"gift_boxes": "gladly"})
    words = looked_back(play, Seat.AM, "gift_boxes", "gladly", "quote")
    assert [each.week for each in words.happened_next] == sorted(each.week for each in words.happened_next)
    late = words.happened_next[-1]
    assert late.text == "Bo found out about the ribbon from the shop window. (Bo’s morale −4.0)"
    assert words.undone.startswith("With “Price the boxes at nine hundred pounds, after the launch” this very play")


def test_what_it_did_to_the_kpis_is_told_as_the_ending_tells_it() -> None:
    play = played("first_monday", Seat.AM, {"gift_boxes": "gladly"})
    words = looked_back(play, Seat.AM, "gift_boxes", "gladly", "quote")
    budget = carried_kpi(play, Seat.AM, "budget", AT_THE_END)
    assert budget is not None
    told = next(each.amount for each in budget.causes if each.answer == "gift_boxes/gladly")
    assert words.brought.startswith("Over the whole play, in points of each number: Satisfaction +")
    assert f"Budget {signed(told)}" in words.brought


def test_an_event_that_came_of_it_is_named_with_its_answer() -> None:
    came = [each.text for judged in answered() for each in decision_words(creep(), Seat.PM, judged).happened_next]
    led = [text for text in came if "It led to “" in text]
    assert led
    assert all("; you answered “" in text or "”; Mara answered “" in text for text in led)


def test_every_decision_of_a_play_can_be_looked_back_on_and_reads_as_its_own() -> None:
    seen: list[DecisionWords] = []
    for judged in answered():
        words = decision_words(creep(), Seat.PM, judged)
        assert 2 <= len(words.known_then) <= 4
        assert len(words.true_then) <= 3
        assert len(words.happened_next) <= 4
        for text in (*words.known_then, *words.true_then, *(each.text for each in words.happened_next)):
            assert text[-1] in ".)?!”’"
            assert text.count("“") == text.count("”")
        seen.append(words)
    assert len({(words.known_then, words.happened_next) for words in seen}) == len(seen)
