"""Damaged files: never a traceback, never a wrong week, and every loss named in a sentence."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from game.engine.state import Answer, Decisions, SeatDecisions
from game.records.codec import dump_decisions
from game.records.opening import Opened, backup_of, open_store
from game.records.rows import Draft, Judged, Log, Note, Play
from game.records.trouble import StoreTrouble

NOW = datetime(2026, 11, 23, 15, 2, 12)
DAY = "2026-11-23T15:02:12+00:00"
TEXT = "format: 1\ntitle: Just one more thing\n" + "# the rules\n" * 200
FRESH = Play("", "more", "Just one more thing", "", "0.1.0", 7, "pm", "normal", DAY)
Content = dict[str, tuple[tuple[str, ...], tuple[Decisions, ...]]]


def week(n: int) -> str:
    return dump_decisions(Decisions(pm=SeatDecisions((Answer(f"event_{n}", ("a_rather_long_choice", "b")),))))


def fill(path: Path, plays: int, weeks: int) -> list[Play]:
    store = open_store(path, NOW).store
    found = []
    for number in range(plays):
        play = store.begin(replace(FRESH, seed=number), "more.yaml", TEXT)
        for n in range(1, weeks + 1):
            play = store.append(play, week(n), f"{n:016x}", DAY)
        store.keep_draft(play, Draft(play.id, weeks + 1, "pm", "one", '["a"]'), (), DAY)
        store.keep_note(Note(play.id, "pm", '{"keep":"the list"}'))
        store.keep_judged(Judged(play.id, "pm", "answers", 1, "0.1.0", "{}"))
        found.append(play)
    store.close()
    return found


def read_all(opened: Opened) -> dict[str, Log]:
    """Everything a player could open."""
    logs = {}
    for play in opened.store.plays():
        try:
            opened.store.text(play)
            opened.store.drafts(play)
            opened.store.judged(play, "pm")
            note = opened.store.note(play, "pm")
            assert note is None or note.body == '{"keep":"the list"}'
            logs[play.id] = opened.store.log(play)
        except StoreTrouble:  # its rules are gone, which a note has said
            assert play.lost == 1
    opened.store.close()
    return logs


def damage(path: Path, statement: str, *values: object) -> None:
    with sqlite3.connect(path) as raw:
        raw.execute(statement, values)
    raw.close()


def test_a_damaged_week_is_filled_from_the_backup(tmp_path: Path) -> None:
    path = tmp_path / "plays.db"
    play = fill(path, 1, 5)[0]
    open_store(path, NOW).store.close()
    damage(path, "UPDATE week SET digest = 'x' WHERE n = 3")
    opened = open_store(path, NOW)
    assert any("put aside as plays.damaged-20261123-150212.db" in note for note in opened.notes)
    assert opened.notes[-1] == "Nothing else was found missing."
    log = opened.store.log(opened.store.play(play.id))
    assert (len(log.decisions), log.trouble) == (5, "")
    assert open_store(path, NOW).notes == ()


def test_without_a_backup_the_week_is_named_and_the_weeks_before_it_kept(tmp_path: Path) -> None:
    path = tmp_path / "plays.db"
    play, other = fill(path, 2, 5)
    damage(path, "UPDATE week SET decisions = replace(decisions, 'long', 'lang') WHERE n = 3 AND play = ?", play.id)
    opened = open_store(path, NOW)
    assert "Kept: 2 plays with 9 weeks." in opened.notes
    assert any(note.startswith("Week 3 of “Just one more thing” (begun 2026-11-23)") for note in opened.notes)
    log = opened.store.log(opened.store.play(play.id))
    assert len(log.decisions) == 2
    assert "end of week 2" in log.trouble
    assert len(opened.store.log(opened.store.play(other.id)).decisions) == 5
    assert open_store(path, NOW).notes == ()  # named once


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("DELETE FROM week WHERE n = 5", "Week 5 of"),
        ("UPDATE week SET prev = 'x', crc = 1 WHERE n = 1", "Week 1 of"),
        ("UPDATE play SET seed = seed + 1", "1 play with 5 weeks could not be kept"),
        ("DELETE FROM play", "1 play with 5 weeks could not be kept"),
        ("UPDATE text SET body = 'x'", "only its result is kept"),
        ("DELETE FROM text", "only its result is kept"),
        ("UPDATE draft SET body = '[\"b\"]'", "1 drafted answer could not be read"),
        ("UPDATE note SET body = 'x'", "What you wrote looking back on 1 play could not be read"),
        ("UPDATE judged SET body = 'x'", "1 part of a review will be worked out again"),
        ("DROP TABLE draft", "Nothing else was found missing"),
        ("CREATE TRIGGER t AFTER INSERT ON week BEGIN DELETE FROM play; END", "Nothing else was found missing"),
        ("PRAGMA application_id = 5", "Nothing else was found missing"),
    ],
)
def test_every_kind_of_loss_has_its_sentence(tmp_path: Path, statement: str, sentence: str) -> None:
    path = tmp_path / "plays.db"
    fill(path, 1, 5)
    damage(path, statement)
    opened = open_store(path, NOW)
    assert any(sentence in note for note in opened.notes)
    read_all(opened)
    assert open_store(path, NOW).notes == ()


def test_a_week_exchanged_for_one_with_a_right_check_sum_still_breaks_the_chain(tmp_path: Path) -> None:
    path = tmp_path / "plays.db"
    play, other = fill(path, 2, 3)
    store = open_store(path, NOW).store
    changed = store.append(store.branch(play, 1, DAY), week(9), "other", DAY)
    store.close()
    backup_of(path).unlink()
    with sqlite3.connect(path) as raw:
        row = raw.execute("SELECT * FROM week WHERE play = ? AND n = 2", (changed.id,)).fetchone()
        raw.execute("UPDATE week SET decisions = ?, digest = ? WHERE play = ? AND n = 2", (*row[2:4], play.id))
    raw.close()
    logs = read_all(open_store(path, NOW))
    assert len(logs[play.id].decisions) == 1
    assert len(logs[other.id].decisions) == 3


def test_a_missing_or_empty_file_comes_back_from_the_backup(tmp_path: Path) -> None:
    path = tmp_path / "plays.db"
    fill(path, 1, 5)
    open_store(path, NOW).store.close()
    for spoil in (path.unlink, lambda: path.write_bytes(b"")):
        spoil()
        opened = open_store(path, NOW)
        assert "The backup made at the last start was used as well." in opened.notes
        assert [len(log.decisions) for log in read_all(opened).values()] == [5]


def test_an_empty_file_without_a_backup_is_named(tmp_path: Path) -> None:
    path = tmp_path / "plays.db"
    path.write_bytes(b"")
    assert "was empty" in open_store(path, NOW).notes[0]


def test_a_file_of_something_else_is_put_aside_and_not_lost(tmp_path: Path) -> None:
    path = tmp_path / "plays.db"
    path.write_bytes(b"Dear diary, " * 1000)
    opened = open_store(path, NOW)
    assert (tmp_path / "plays.damaged-20261123-150212.db").read_bytes() == b"Dear diary, " * 1000
    assert "Kept: 0 plays with 0 weeks." in opened.notes
    path.write_bytes(b"Dear diary, " * 10)
    open_store(path, NOW)
    assert (tmp_path / "plays.damaged-20261123-150212-2.db").exists()


def test_a_newer_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "plays.db"
    fill(path, 1, 1)
    damage(path, "PRAGMA user_version = 99")
    before = path.read_bytes()
    opened = open_store(path, NOW)
    assert "newer version of the game" in opened.notes[0]
    assert not opened.store.keeps
    assert path.read_bytes() == before


def test_a_table_whose_columns_are_called_otherwise_is_damage(tmp_path: Path) -> None:
    path = tmp_path / "plays.db"
    fill(path, 1, 3)
    content = path.read_bytes()
    at = content.index(b"CREATE TABLE judged")
    crc = content.index(b"crc INTEGER", at)
    path.write_bytes(content[:crc] + b"brc" + content[crc + 3 :])
    opened = open_store(path, NOW)
    assert "Kept: 1 play with 3 weeks." in opened.notes
    assert len(read_all(opened)) == 1
    assert open_store(path, NOW).notes == ()


def test_a_file_of_an_older_version_is_taken_along(tmp_path: Path) -> None:
    path = tmp_path / "plays.db"
    (play,) = fill(path, 1, 3)
    for statement in ("DROP TABLE judged", "DROP TABLE note", "PRAGMA user_version = 1"):
        damage(path, statement)
    opened = open_store(path, NOW)
    assert opened.notes == ()
    assert opened.store.note(play, "pm") is None
    opened.store.keep_note(Note(play.id, "pm", '{"keep":"the list"}'))
    opened.store.close()
    assert len(read_all(open_store(path, NOW))) == 1


def test_a_foreign_journal_is_not_played_into_the_mended_file(tmp_path: Path) -> None:
    path = tmp_path / "plays.db"
    fill(path, 1, 2)
    open_store(path, NOW).store.close()
    path.write_bytes(b"not a database, but long enough to be read as one" * 100)
    (tmp_path / "plays.db-journal").write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"\1" * 2000)
    assert [len(log.decisions) for log in read_all(open_store(path, NOW)).values()] == [2]
    assert open_store(path, NOW).notes == ()


def flip(content: bytearray, chance: random.Random) -> None:
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)


def cut(content: bytearray, chance: random.Random) -> None:
    del content[chance.randrange(len(content)) :]


def blot(content: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(content))
    content[at : at + 512] = chance.randbytes(len(content[at : at + 512]))


SPOILERS = (flip, cut, blot)


def spoil_and_open(
    folder: Path, whole: bytes, truth: Content, spoil: Callable[[bytearray, random.Random], None], seed: int
) -> int:
    """Open one spoiled copy: what comes back is true, the rest is named. Counts the weeks."""
    path = folder / "plays.db"
    content = bytearray(whole)
    spoil(content, random.Random(seed))
    path.write_bytes(content)
    opened = open_store(path, NOW)
    plays = {play.id: play for play in opened.store.plays()}
    logs = read_all(opened)
    weeks = 0
    for play_id, log in logs.items():
        digests, decisions = truth[play_id]
        assert log.digests == digests[: len(log.digests)]
        assert log.decisions == decisions[: len(log.decisions)]
        weeks += len(log.decisions)
        if len(log.decisions) < len(decisions):
            assert log.trouble
            assert any(plays[play_id].title in note for note in opened.notes)
    if len(logs) < len(truth):
        assert any("damaged" in note or "empty" in note for note in opened.notes)
    assert open_store(path, NOW).notes == ()
    for item in folder.iterdir():
        item.unlink()
    return weeks


def prepared(folder: Path) -> tuple[bytes, Content]:
    path = folder / "plays.db"
    fill(path, 6, 8)
    store = open_store(path, NOW).store
    truth = {play.id: (store.log(play).digests, store.log(play).decisions) for play in store.plays()}
    store.close()
    whole = path.read_bytes()
    for item in folder.iterdir():
        item.unlink()
    return whole, truth


@pytest.mark.parametrize("spoil", SPOILERS)
def test_whatever_happens_to_the_file_the_damage_is_named(
    tmp_path: Path, spoil: Callable[[bytearray, random.Random], None]
) -> None:
    whole, truth = prepared(tmp_path)
    for seed in range(12):
        spoil_and_open(tmp_path, whole, truth, spoil, seed)


@pytest.mark.bulk
@pytest.mark.parametrize("spoil", SPOILERS)
def test_thousands_of_damaged_files(tmp_path: Path, spoil: Callable[[bytearray, random.Random], None]) -> None:
    whole, truth = prepared(tmp_path)
    kept = [spoil_and_open(tmp_path, whole, truth, spoil, seed) for seed in range(1500)]
    print(f"\n{spoil.__name__}: {len(kept)} damaged files, {sum(kept) / len(kept) / 48:.1%} of the weeks saved")
