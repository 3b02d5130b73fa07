"""Playing at the desk: every answer is stored at once, seen results stand, and a play is taken up where it was left."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

import game
from game.engine.legality import compatible, unlocked
from game.engine.model import Choice, Question, Scenario, Seat
from game.engine.state import Move
from game.records.desk import LASTING, Desk, Refused, begin
from game.records.opening import backup_of, memory_store, open_store
from game.records.reopening import resume
from game.records.results import results
from game.records.store import Store
from game.records.trouble import StoreTrouble
from game.scenario.load import load_text

SMALL = (Path(__file__).parent / "small_play.yaml").read_text(encoding="utf-8")
SHIPPED = Path(game.__file__).parent.parent / "scenarios"
SEED = 7


def clock() -> datetime:
    return datetime(2026, 11, 23, 15, 2, 12, tzinfo=UTC)


def scenario_of(text: str, name: str = "small") -> Scenario:
    loaded = load_text(text, name)
    assert loaded.scenario is not None, loaded.problems
    return loaded.scenario


def new_desk(store: Store, mode: str = "pm", text: str = SMALL, name: str = "small") -> Desk:
    return begin(store, scenario_of(text, name), text, mode, SEED, "normal", clock)


def opened(folder: Path) -> Store:
    return open_store(folder / "plays.db", clock()).store


def cheapest(question: Question, desk: Desk) -> Choice:
    return min(unlocked(question, desk.state.values), key=lambda choice: choice.takes)


def answer_everything(desk: Desk) -> None:
    for seat in desk.humans:
        for event in desk.legal(seat).events:
            while (question := desk.question(event.id)) is not None:
                desk.answer(event.id, (*desk.path(event.id), cheapest(question, desk).id))


def play_on(desk: Desk, weeks: int) -> None:
    for _ in range(weeks):
        if desk.outcome is None:
            answer_everything(desk)
            for seat in desk.humans:
                desk.set_moves(seat, compatible(desk.legal(seat).moves, desk.slots(seat)))
            desk.start_week()


def test_an_answer_gets_its_reply_and_the_next_question() -> None:
    desk = new_desk(memory_store())
    assert desk.path("lucky") == ()
    (person, said), *_ = desk.answer("lucky", ("bet",))
    assert (desk.scenario.people[person].id, said in ("Yes.", "No.")) == ("dana", True)
    question = desk.question("lucky")
    assert question is not None
    assert question.text == "And the price?"
    assert any(sentence.endswith("has a further question.") for sentence in desk.missing())
    desk.answer("lucky", ("bet", "keep"))
    assert [exchange.choice.id for exchange in desk.exchanges("lucky")] == ["bet", "keep"]
    assert desk.question("lucky") is None


def test_a_result_that_was_seen_stands() -> None:
    desk = new_desk(memory_store())
    desk.answer("lucky", ("bet", "keep"))
    desk.answer("lucky", ("bet", "drop"))  # only the bet showed a result
    desk.withdraw("lucky")
    assert desk.path("lucky") == ("bet",)
    assert desk.stands("lucky")
    with pytest.raises(Refused, match="it stands"):
        desk.withdraw("lucky")
    for other in (("pass_on",), ()):
        with pytest.raises(Refused, match="it stands"):
            desk.answer("lucky", other)
    assert desk.path("lucky") == ("bet",)


def test_other_answers_may_change_and_be_taken_back() -> None:
    desk = new_desk(memory_store())
    desk.answer("plain", ("yes_do",))
    desk.answer("plain", ("talk_first",))
    desk.withdraw("plain")
    desk.withdraw("plain")
    assert desk.path("plain") == ()
    assert not desk.stands("plain")


def test_what_is_not_open_is_refused_with_a_sentence() -> None:
    desk = new_desk(memory_store())
    for event, path in (("plain", ("nothing",)), ("sale", ("sell",)), ("plain", ("yes_do", "yes_do"))):
        with pytest.raises(Refused):
            desk.answer(event, path)
    with pytest.raises(Refused, match="still waits for an answer"):
        desk.start_week()
    with pytest.raises(Refused, match="not possible"):
        desk.set_moves(Seat.PM, (Move("fly", "moon"),))
    with pytest.raises(Refused, match="colleague"):
        desk.set_moves(Seat.AM, ())
    first = desk.legal(Seat.PM).moves[0]
    with pytest.raises(Refused, match="same thing"):
        desk.set_moves(Seat.PM, (first, first))
    with pytest.raises(Refused, match="room for 2 moves"):
        desk.set_moves(Seat.PM, compatible(desk.legal(Seat.PM).moves, 3))
    assert desk.store.drafts(desk.record) == ([], [])


def test_an_answer_that_takes_a_move_puts_one_off_until_there_is_room() -> None:
    desk = new_desk(memory_store())
    first, second, third = compatible(desk.legal(Seat.PM).moves, 3)
    desk.set_moves(Seat.PM, (first, second))
    desk.answer("lucky", ("pass_on",))
    desk.answer("plain", ("talk_first",))
    assert (desk.moves(Seat.PM), desk.put_off(Seat.PM)) == ((first,), (second,))
    desk.set_moves(Seat.PM, (third,))
    assert (desk.moves(Seat.PM), desk.put_off(Seat.PM)) == ((third,), (second,))
    desk.withdraw("plain")
    assert (desk.moves(Seat.PM), desk.put_off(Seat.PM)) == ((third, second), ())
    desk.answer("plain", ("talk_first",))
    desk.set_moves(Seat.PM, ())
    assert not desk.moves(Seat.PM) + desk.put_off(Seat.PM)  # nothing falls into a slot one has emptied


def test_a_move_put_off_by_an_answer_is_picked_in_the_next_week() -> None:
    desk = new_desk(memory_store())
    moves = desk.legal(Seat.PM).moves
    once, other = next(m for m in moves if m.kind not in LASTING), next(m for m in moves if m.kind in LASTING)
    desk.set_moves(Seat.PM, (other, once))
    desk.answer("plain", ("talk_first",))
    desk.answer("lucky", ("pass_on",))
    desk.start_week()
    assert once in desk.moves(Seat.PM)


def test_a_week_is_lived_with_the_colleague_and_moves_are_preselected_next_week() -> None:
    desk = new_desk(memory_store())
    answer_everything(desk)
    chosen = compatible(desk.legal(Seat.PM).moves, 2)
    desk.set_moves(Seat.PM, chosen)
    lived = desk.start_week()
    assert [answer.event for answer in lived.decisions.am.answers] == ["sale"]
    assert lived.decisions.pm.moves == chosen
    assert desk.week == 2
    assert desk.history == (lived,)
    assert set(desk.moves(Seat.PM)) <= set(chosen)


@pytest.mark.parametrize(("asked", "stays"), [("", True), ("room", False)])
def test_a_talk_stays_picked_for_the_next_week_and_a_question_asked_in_it_does_not(asked: str, stays: bool) -> None:
    desk = new_desk(memory_store())
    answer_everything(desk)
    talk = Move("sync", "", asked)
    desk.set_moves(Seat.PM, (talk,))
    desk.start_week()
    assert (talk in desk.moves(Seat.PM)) is stays


@pytest.mark.parametrize(("mode", "seats"), [("am", {"am"}), ("pm", {"pm"}), ("both", {"both"}), ("two", {"am", "pm"})])
def test_every_mode_plays_to_its_end_and_is_counted(tmp_path: Path, mode: str, seats: set[str]) -> None:
    store = opened(tmp_path)
    desk = new_desk(store, mode)
    play_on(desk, 10)
    assert desk.outcome is not None
    table = results(store.plays())
    assert {result.seat for result in table} == seats
    assert all(0 <= result.score <= 100 for result in table)
    with pytest.raises(Refused, match="ended"):
        desk.start_week()
    again = resume(store, desk.record.id, clock)
    assert again.outcome == desk.outcome
    assert again.take_notes() == ()


def test_a_play_is_taken_up_with_every_draft(tmp_path: Path) -> None:
    desk = new_desk(opened(tmp_path))
    play_on(desk, 1)
    answer_everything(desk)
    events = [event.id for event in desk.legal(Seat.PM).events]
    moves = desk.legal(Seat.PM).moves[:1]
    desk.set_moves(Seat.PM, moves)
    again = resume(opened(tmp_path), desk.record.id, clock)
    assert again.take_notes() == ()
    assert [again.path(event) for event in events] == [desk.path(event) for event in events]
    assert again.moves(Seat.PM) == moves
    assert again.state.digest() == desk.state.digest()
    assert again.start_week().digest == desk.start_week().digest


def test_a_play_goes_on_with_the_text_it_began_with(tmp_path: Path) -> None:
    desk = new_desk(opened(tmp_path))
    again = resume(opened(tmp_path), desk.record.id, clock)
    assert again.scenario.text_hash == desk.scenario.text_hash == desk.record.text_hash
    assert again.scenario.id == "small"


def test_stepping_back_makes_a_marked_branch_and_the_first_run_stays(tmp_path: Path) -> None:
    desk = new_desk(opened(tmp_path))
    play_on(desk, 10)
    before = desk.store.play(desk.record.id)
    branch = desk.step_back(2)
    assert (branch.week, branch.is_branch, branch.record.parent) == (2, True, desk.record.id)
    assert branch.state.digest() == desk.history[0].digest
    play_on(branch, 10)
    assert branch.outcome is not None
    assert desk.store.play(desk.record.id) == before
    assert [result.play.id for result in results(desk.store.plays())] == [desk.record.id]
    with pytest.raises(Refused, match="not been played"):
        desk.step_back(99)


def test_two_windows_on_one_play_both_keep_everything(tmp_path: Path) -> None:
    first = new_desk(opened(tmp_path))
    second = resume(opened(tmp_path), first.record.id, clock)
    second.answer("plain", ("yes_do",))
    play_on(first, 1)
    second.answer("lucky", ("pass_on",))
    assert "another window" in second.take_notes()[0]
    assert second.is_branch
    assert second.record.id != first.record.id
    again = resume(opened(tmp_path), second.record.id, clock)
    assert (again.path("plain"), again.path("lucky")) == (("yes_do",), ("pass_on",))
    second.start_week()
    first.store.close()
    assert {play.weeks for play in opened(tmp_path).plays()} == {1}


def test_a_week_that_comes_out_differently_is_named_and_the_weeks_before_it_offered(tmp_path: Path) -> None:
    desk = new_desk(opened(tmp_path))
    play_on(desk, 1)
    other = '{"am":[[["sale","sell"]],[]],"pm":[[["plain","yes_do"],["lucky","pass_on"]],[]]}'
    record = desk.store.append(desk.record, other, "0" * 16, "2026")
    again = resume(desk.store, record.id, clock)
    notes = again.take_notes()
    assert notes[0].startswith("Week 2 of “Small” does not come out as it was stored")
    assert "opening of week 2" in notes[1]
    assert (again.week, again.is_branch) == (2, True)
    assert again.state.digest() == desk.history[0].digest
    assert resume(desk.store, record.id, clock).record.id == again.record.id  # not a new branch each time


def test_a_damaged_week_is_named_and_the_weeks_before_it_offered(tmp_path: Path) -> None:
    desk = new_desk(opened(tmp_path))
    play_on(desk, 3)
    desk.store.close()
    with sqlite3.connect(tmp_path / "plays.db") as raw:
        raw.execute("UPDATE week SET digest = 'x' WHERE n = 3")
    raw.close()
    backup_of(tmp_path / "plays.db").unlink(missing_ok=True)
    again = resume(opened(tmp_path), desk.record.id, clock)
    assert again.take_notes()[0].startswith("Week 3 of “Small”")
    assert again.week == 3
    play_on(again, 10)
    assert again.outcome is not None


def test_lost_rules_come_back_from_the_library(tmp_path: Path) -> None:
    desk = new_desk(opened(tmp_path))
    play_on(desk, 2)
    desk.store.close()
    with sqlite3.connect(tmp_path / "plays.db") as raw:
        raw.execute("UPDATE text SET body = replace(body, 'small', 'smell')")
    raw.close()
    store = opened(tmp_path)
    with pytest.raises(StoreTrouble, match="rules of “Small” are damaged"):
        resume(store, desk.record.id, clock, ["another text"])
    again = resume(store, desk.record.id, clock, iter(["another text", SMALL]))
    assert (again.week, again.take_notes(), again.is_branch) == (3, (), False)
    store.close()
    assert open_store(tmp_path / "plays.db", clock()).notes == ()


def test_a_disk_that_fills_up_leaves_the_desk_as_it_was_and_the_play_can_go_on_in_memory(tmp_path: Path) -> None:
    desk = new_desk(opened(tmp_path))
    play_on(desk, 1)
    answer_everything(desk)
    digest, week, path = desk.state.digest(), desk.week, desk.path(desk.legal(Seat.PM).events[0].id)
    desk.store._connection.execute("PRAGMA query_only = ON")
    with pytest.raises(StoreTrouble):
        desk.start_week()
    with pytest.raises(StoreTrouble):
        desk.set_moves(Seat.PM, desk.legal(Seat.PM).moves[:1])
    assert (desk.state.digest(), desk.week) == (digest, week)
    assert desk.path(desk.legal(Seat.PM).events[0].id) == path
    desk.go_on_unsaved()
    assert "only while the window is open" in desk.take_notes()[0]
    desk.start_week()
    assert resume(desk.store, desk.record.id, clock).state.digest() == desk.state.digest()


@pytest.mark.parametrize("name", ["first_monday", "scope_creep"])
def test_shipped_scenarios_play_store_and_come_back(tmp_path: Path, name: str) -> None:
    text = (SHIPPED / f"{name}.yaml").read_text(encoding="utf-8")
    desk = new_desk(opened(tmp_path), "pm", text, name)
    play_on(desk, 20)
    assert desk.outcome is not None
    again = resume(opened(tmp_path), desk.record.id, clock)
    assert again.take_notes() == ()
    assert [week.digest for week in again.history] == [week.digest for week in desk.history]
    assert again.history == desk.history
