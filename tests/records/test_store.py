"""A play is kept answer by answer, branches are marked, and two windows never overwrite each other."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

import game
from game.engine.state import Answer, Decisions, Move, SeatDecisions
from game.records.codec import dump_decisions
from game.records.opening import open_store
from game.records.rows import Draft, Play
from game.records.store import Store
from game.records.trouble import StoreTrouble

NOW = datetime(2026, 11, 23, 15, 2, 12)
DAY = "2026-11-23T15:02:12+00:00"
TEXT = "format: 1\ntitle: Just one more thing\n"
FRESH = Play("", "more", "Just one more thing", "", "0.1.0", 7, "pm", "normal", DAY)


def week(choice: str) -> str:
    return dump_decisions(Decisions(pm=SeatDecisions((Answer("wishlist", (choice,)),), (Move("talk", "leo"),))))


def opened(folder: Path) -> Store:
    found = open_store(folder / "plays.db", NOW)
    assert found.notes == ()
    return found.store


def played(store: Store, weeks: int) -> Play:
    play = store.begin(FRESH, "more.yaml", TEXT)
    for n in range(1, weeks + 1):
        play = store.append(play, week(f"choice_{n}"), f"{n:016x}", DAY)
    return play


def draft(play: Play, event: str, body: str = '["absorb"]') -> Draft:
    return Draft(play.id, play.weeks + 1, "pm", event, body)


def test_a_play_comes_back_whole(tmp_path: Path) -> None:
    play = played(opened(tmp_path), 3)
    again = opened(tmp_path)
    assert again.plays() == [play]
    assert again.play(play.id) == play
    assert again.text(play).body == TEXT
    log = again.log(play)
    assert log.trouble == ""
    assert log.digests == ("0000000000000001", "0000000000000002", "0000000000000003")
    assert log.decisions[2].pm.answers == (Answer("wishlist", ("choice_3",)),)


def test_a_text_is_kept_once_for_many_plays(tmp_path: Path) -> None:
    store = opened(tmp_path)
    played(store, 1)
    played(store, 1)
    store.close()
    with sqlite3.connect(tmp_path / "plays.db") as raw:
        assert raw.execute("SELECT count(*) FROM text").fetchone() == (1,)
    raw.close()


def test_drafts_are_kept_at_once_changed_taken_back_and_dropped_with_the_week(tmp_path: Path) -> None:
    store = opened(tmp_path)
    play = played(store, 1)
    for event, body in (("one", '["a"]'), ("two", '["b"]'), ("two", '["c"]'), ("three", '["d"]'), ("three", "")):
        assert store.keep_draft(play, draft(play, event, body), (), DAY) == play
    assert [(d.event, d.body) for d in opened(tmp_path).drafts(play)[0]] == [("one", '["a"]'), ("two", '["c"]')]
    play = store.append(play, week("x"), "d", DAY)
    assert store.drafts(play) == ([], [])
    assert store.drafts(replace(play, weeks=1)) == ([], [])


def test_an_ending_closes_the_play_with_its_scores(tmp_path: Path) -> None:
    store = opened(tmp_path)
    play = store.append(played(store, 1), week("x"), "d", DAY, "delivered", '{"pm":70.0}')
    assert store.play(play.id) == play
    assert (play.status, play.ending, play.scores) == ("ended", "delivered", '{"pm":70.0}')


def test_a_branch_shares_the_first_weeks_and_never_counts(tmp_path: Path) -> None:
    store = opened(tmp_path)
    play = store.append(played(store, 3), week("x"), "d", DAY, "delivered", '{"pm":70.0}')
    twig = store.branch(play, 2, DAY)
    assert (twig.parent, twig.parent_week, twig.weeks, twig.recorded, twig.status) == (play.id, 2, 2, 0, "open")
    assert store.log(twig).digests == store.log(play).digests[:2]
    assert store.log(twig).trouble == ""
    store.append(twig, week("other"), "e", DAY)
    assert store.play(play.id) == play
    with pytest.raises(StoreTrouble, match="week 9"):
        store.branch(play, 9, DAY)


def test_the_second_of_two_windows_goes_on_in_a_branch(tmp_path: Path) -> None:
    first, second = opened(tmp_path), opened(tmp_path)
    play = played(first, 2)
    ahead = first.append(play, week("left"), "l", DAY)
    mine = second.append(play, week("right"), "r", DAY)
    assert ahead.id == play.id
    assert (mine.parent, mine.parent_week, mine.recorded) == (play.id, 2, 0)
    assert first.log(ahead).digests[-1] == "l"
    assert second.log(mine).digests[-1] == "r"
    assert second.append(mine, week("right"), "r", DAY).id == mine.id


def test_the_drafts_of_the_second_window_go_along_into_its_branch(tmp_path: Path) -> None:
    first, second = opened(tmp_path), opened(tmp_path)
    play = played(first, 2)
    second.keep_draft(play, draft(play, "one"), (), DAY)
    first.append(play, week("left"), "l", DAY)
    mine = second.keep_draft(play, draft(play, "two"), [draft(play, "one")], DAY)
    assert mine.id != play.id
    assert [d.event for d in second.drafts(mine)[0]] == ["one", "two"]


def test_the_same_week_stored_twice_is_no_branch(tmp_path: Path) -> None:
    first, second = opened(tmp_path), opened(tmp_path)
    play = played(first, 2)
    ahead = first.append(play, week("same"), "s", DAY)
    assert second.append(play, week("same"), "s", DAY) == ahead


def test_what_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    store = opened(tmp_path)
    with pytest.raises(StoreTrouble, match="not there"):
        store.play("nobody")
    with pytest.raises(StoreTrouble, match="nothing was saved"):
        store.append(replace(FRESH, id="nobody"), week("x"), "d", DAY)


def test_a_file_replaced_under_an_open_window_takes_no_more_answers(tmp_path: Path) -> None:
    store = opened(tmp_path)
    play = played(store, 1)
    (tmp_path / "plays.db").rename(tmp_path / "gone.db")
    with pytest.raises(StoreTrouble, match="moved, deleted or replaced"):
        store.append(play, week("x"), "d", DAY)


def test_another_program_holding_the_file_is_a_sentence(tmp_path: Path) -> None:
    store = opened(tmp_path)
    play = played(store, 1)
    store._connection.execute("PRAGMA busy_timeout = 1")
    other = sqlite3.connect(tmp_path / "plays.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreTrouble, match="another program is holding the file"):
        store.append(play, week("x"), "d", DAY)
    other.execute("ROLLBACK")
    other.close()
    assert store.append(play, week("x"), "d", DAY).weeks == 2


def test_every_write_is_as_safe_as_sqlite_can_make_it(tmp_path: Path) -> None:
    store = opened(tmp_path)
    ask = [store._connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")]
    assert ask == ["delete", 3]
    assert store.keeps


WRITER = """
import sys
from datetime import datetime
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from game.records.opening import open_store
store = open_store(Path(sys.argv[2]), datetime(2026, 11, 23)).store
play = store.play(sys.argv[3])
print("ready", flush=True)
sys.stdin.readline()
for n in range(20):
    play = store.append(play, sys.argv[4], f"{sys.argv[5]}-{n}", "2026")
print(play.id)
"""


def test_two_processes_writing_at_once_lose_nothing_and_part_ways_once(tmp_path: Path) -> None:
    store = opened(tmp_path)
    play = played(store, 2)
    root = str(Path(game.__file__).parent.parent)
    command = [sys.executable, "-c", WRITER, root, str(tmp_path / "plays.db"), play.id, week("x")]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    writers = [subprocess.Popen([*command, tag], **pipes) for tag in ("left", "right")]  # type: ignore[call-overload]
    for writer in writers:
        assert writer.stdout.readline() == "ready\n"
    for writer in writers:
        writer.stdin.write("go\n")
        writer.stdin.flush()
    ids = [writer.communicate(timeout=60)[0].strip() for writer in writers]
    assert sorted(found.id for found in store.plays()) == sorted(ids)
    assert play.id in ids
    for play_id, tag in zip(ids, ("left", "right"), strict=True):
        log = store.log(store.play(play_id))
        assert log.trouble == ""
        assert log.digests[2:] == tuple(f"{tag}-{n}" for n in range(20))
