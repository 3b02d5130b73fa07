"""Settings survive hand editing, broken files and full disks, and say so."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from game.records.settings import Settings, load_settings, save_settings

CHOSEN = Settings(
    ui_scale=1.5, theme="dark", reduced_motion=True, sound=0.0, keys={"accept": "space"}, player_name="Kim"
)


def test_settings_come_back_and_a_missing_file_is_nothing_special(tmp_path: Path) -> None:
    path = tmp_path / "new" / "config.toml"
    assert load_settings(path) == (Settings(), [])
    assert save_settings(path, CHOSEN) == ""
    assert load_settings(path) == (CHOSEN, [])


def test_unknown_keys_are_reported_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('theme = "dark"\nvoice = "loud"\n[later]\nx = [1, 2]\n')
    settings, notes = load_settings(path)
    assert settings.theme == "dark"
    assert len(notes) == 2
    assert "voice" in notes[0]
    save_settings(path, settings)
    assert load_settings(path)[0].unknown == {"voice": "loud", "later": {"x": [1, 2]}}


@pytest.mark.parametrize(
    "line",
    [
        "ui_scale = 9",
        "ui_scale = true",
        "text_scale = nan",
        'sound = "loud"',
        "sound = inf",
        f"sound = 0x{'f' * 5000}",
        'theme = "mauve"',
        "theme = 1",
        "theme = [1]",
        "reduced_motion = 1",
        "plain_text = 1979-05-27",
        'player_name = "a\\nb"',
        f'player_name = "{"x" * 61}"',
        "keys = 3",
        "keys = {accept = 3}",
        'difficulty = "impossible"',
    ],
)
def test_a_bad_value_is_replaced_and_named_with_file_and_key(tmp_path: Path, line: str) -> None:
    path = tmp_path / "config.toml"
    path.write_text(line)
    settings, notes = load_settings(path)
    assert settings == Settings()
    assert len(notes) == 1
    assert f"{path}, {line.split(' ')[0]}: " in notes[0]


def test_a_good_key_beside_a_bad_one_is_used(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('[keys]\naccept = "space"\nback = 3\n')
    settings, notes = load_settings(path)
    assert settings.keys == {"accept": "space"}
    assert "back" in notes[0]


def test_an_unreadable_file_is_set_aside_when_settings_are_saved(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text("theme = dark")
    settings, notes = load_settings(path)
    assert settings == Settings()
    assert str(path) in notes[0]
    assert save_settings(path, CHOSEN) == ""
    assert (tmp_path / "config.damaged.toml").read_text() == "theme = dark"
    assert load_settings(path)[0] == CHOSEN


@pytest.mark.parametrize(
    "content", [b"\xff\xfe\x00", b"a = " + b"[" * 5000, b"a" * 70_000, b"a = 0x" + b"f" * 60_000, b"a = 1\na = 2"]
)
def test_no_file_stops_the_game(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(content)
    settings, notes = load_settings(path)
    assert settings == Settings(unknown=settings.unknown)
    assert len(notes) == 1
    save_settings(path, settings)


def test_flipped_bits_never_raise(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    save_settings(path, CHOSEN)
    whole = path.read_bytes()
    chance = random.Random(1)
    for _ in range(300):
        damaged = bytearray(whole)
        damaged[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        path.write_bytes(damaged)
        settings, _ = load_settings(path)
        assert 0.75 <= settings.ui_scale <= 3


def test_a_folder_in_place_of_the_file_is_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.mkdir()
    assert str(path) in load_settings(path)[1][0]
    assert str(path) in save_settings(path, CHOSEN)


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_failing_disk_leaves_the_old_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    path = tmp_path / "config.toml"
    save_settings(path, CHOSEN)

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, call, fail)
        assert "the disk is full" in save_settings(path, Settings())
    assert load_settings(path) == (CHOSEN, [])
    assert [item.name for item in tmp_path.iterdir()] == ["config.toml"]


def test_a_save_is_synced_before_and_after_the_rename(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []
    for name in ("fsync", "replace"):
        real = getattr(os, name)
        monkeypatch.setattr(os, name, lambda *a, name=name, real=real: (calls.append(name), real(*a)))
    save_settings(tmp_path / "config.toml", CHOSEN)
    assert calls == ["fsync", "replace", "fsync"]
