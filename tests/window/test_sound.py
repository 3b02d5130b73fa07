"""Sounds are few, soft, and never in the way."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pygame
import pytest

os.environ["SDL_AUDIODRIVER"] = "dummy"

from game.window import sound
from game.window.sound import CAPTIONS, SOUNDS, Sounds, synthesise


@pytest.fixture
def sounds() -> Iterator[Sounds]:
    made = Sounds()
    assert made.prepare()
    yield made
    made.close()


def test_every_sound_has_a_caption_entry() -> None:
    assert list(CAPTIONS) == list(SOUNDS)
    assert [name for name, caption in CAPTIONS.items() if not caption] == ["focus"]


@pytest.mark.parametrize("name", SOUNDS)
def test_a_sound_begins_and_ends_in_silence_and_never_clips(name: str) -> None:
    samples = synthesise(SOUNDS[name])
    assert abs(samples[0]) < 200
    assert abs(samples[-1]) < 200
    assert 1_000 < max(samples) < 0.8 * sound.PEAK
    assert len(samples) <= 2.2 * sound.RATE


def test_playing_gives_the_caption(sounds: Sounds) -> None:
    for name, caption in CAPTIONS.items():
        assert sounds.play(name) == caption
    assert sounds.available


def test_before_it_is_prepared_it_is_silent_but_still_captions() -> None:
    unprepared = Sounds()
    assert unprepared.play("week") == CAPTIONS["week"]
    assert not unprepared.available


def test_an_unknown_sound_is_silence(sounds: Sounds) -> None:
    assert sounds.play("trombone") == ""


@pytest.mark.parametrize(("asked", "got"), [(-1, 0.0), (0.4, 0.4), (7, 1.0), (float("nan"), 0.0)])
def test_volume_stays_between_silence_and_full(asked: float, got: float) -> None:
    quiet = Sounds()
    quiet.volume = asked
    assert quiet.volume == got


def test_without_a_device_the_game_is_silent_and_says_why_and_the_console_stays_clean(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "no_such_driver")
    mute = Sounds()
    assert not mute.prepare()
    assert mute.reason
    assert mute.play("ending") == CAPTIONS["ending"]
    assert capfd.readouterr().err == ""


def test_a_device_that_goes_away_leaves_silence(sounds: Sounds) -> None:
    pygame.mixer.quit()
    assert sounds.play("confirm") == CAPTIONS["confirm"]
    assert not sounds.available
    assert sounds.reason


def test_closing_twice_is_harmless(sounds: Sounds) -> None:
    sounds.close()
    sounds.close()
