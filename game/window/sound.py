"""A few soft sounds, made when first needed; no files. Without a sound card the game is silent, never broken."""

from __future__ import annotations

import array
import contextlib
import math
import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import pygame

RATE: Final = 22_050  # the highest overtone is below 2 kHz, and half the samples are made in half the time
PEAK: Final = 32_767


@dataclass(frozen=True, slots=True)
class Note:
    """One struck tone: pitch in hertz, start and length in milliseconds, loudness 0 to 1.

    ``warmth`` is the share of overtones; ``attack`` in milliseconds is how softly it begins.
    """

    pitch: float
    start: int = 0
    length: int = 300
    loudness: float = 0.5
    warmth: float = 0.25
    attack: float = 6.0


# Pitches are of the equal-tempered scale, A4 = 440 Hz. Good rises, bad falls; nothing is sudden.
SOUNDS: Final[Mapping[str, tuple[Note, ...]]] = {
    "focus": (Note(880.00, length=45, loudness=0.10, warmth=0.05, attack=3),),
    "choose": (Note(587.33, length=110, loudness=0.22), Note(880.00, start=35, length=130, loudness=0.16)),
    "confirm": (
        Note(392.00, length=240, loudness=0.22),
        Note(523.25, start=90, length=300, loudness=0.22),
        Note(783.99, start=180, length=380, loudness=0.16, warmth=0.1),
    ),
    "reply_good": (
        Note(659.25, length=260, loudness=0.20),
        Note(830.61, start=85, length=320, loudness=0.20),
    ),
    "reply_bad": (
        Note(329.63, length=300, loudness=0.24, warmth=0.4, attack=10),
        Note(277.18, start=110, length=380, loudness=0.22, warmth=0.4, attack=10),
    ),
    "promise_made": (
        Note(440.00, length=300, loudness=0.18, attack=8),
        Note(659.25, start=10, length=420, loudness=0.16, attack=8),
        Note(987.77, start=140, length=320, loudness=0.08, warmth=0.05),
    ),
    "promise_broken": (
        Note(293.66, length=380, loudness=0.24, warmth=0.5, attack=8),
        Note(207.65, start=130, length=520, loudness=0.26, warmth=0.5, attack=14),
    ),
    "week": (
        Note(261.63, length=520, loudness=0.18, attack=30),
        Note(392.00, start=110, length=560, loudness=0.16, attack=30),
        Note(587.33, start=220, length=600, loudness=0.12, attack=30, warmth=0.1),
    ),
    "ending": (
        Note(196.00, length=1500, loudness=0.20, attack=40),
        Note(293.66, start=120, length=1500, loudness=0.17, attack=40),
        Note(392.00, start=240, length=1500, loudness=0.15, attack=40),
        Note(493.88, start=360, length=1500, loudness=0.13, attack=40, warmth=0.12),
        Note(739.99, start=480, length=1400, loudness=0.07, attack=40, warmth=0.05),
    ),
}

# What a caption says for a sound. The focus tick has none: the focus ring says it better.
CAPTIONS: Final[Mapping[str, str]] = {
    "focus": "",
    "choose": "Chosen",
    "confirm": "The week starts",
    "reply_good": "A pleased reply",
    "reply_bad": "A displeased reply",
    "promise_made": "A promise is made",
    "promise_broken": "A promise is broken",
    "week": "A week goes by",
    "ending": "The play ends",
}


def synthesise(notes: tuple[Note, ...]) -> array.array[int]:
    """Mix notes into signed 16-bit mono samples at RATE a second."""
    total = max(_samples(note.start + note.length) for note in notes)
    mixed = [0.0] * total
    for note in notes:
        _strike(note, mixed)
    return array.array("h", (round(PEAK * max(-1.0, min(1.0, value))) for value in mixed))


def _samples(milliseconds: float) -> int:
    return int(RATE * milliseconds / 1000)


def _strike(note: Note, mixed: list[float]) -> None:
    start, count = _samples(note.start), _samples(note.length)
    rise, release = max(1, _samples(note.attack)), max(1, count // 5)
    # A sine is a turning needle: one rotation a sample is far cheaper than one sine a sample.
    turn = complex(math.cos(math.tau * note.pitch / RATE), math.sin(math.tau * note.pitch / RATE))
    fade = math.exp(-3.6 / count)
    needle, strength = 1 + 0j, note.loudness / (1 + note.warmth)
    for i in range(count):
        ends = min(1.0, i / rise, (count - i) / release)
        # The second part of the square is the tone an octave above.
        mixed[start + i] += strength * ends * (needle.imag + 2 * note.warmth * needle.imag * needle.real)
        needle *= turn
        strength *= fade


@contextlib.contextmanager
def _quiet_standard_error() -> Iterator[None]:
    """Hide file descriptor 2: without a sound card ALSA writes there, past Python."""
    if sys.stderr is not None:
        with contextlib.suppress(OSError, ValueError):
            sys.stderr.flush()
    try:
        kept = os.dup(2)
    except OSError:  # a windowed program may have no standard error at all
        yield
        return
    try:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 2)
        os.close(null)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)


class Sounds:
    """Plays the game's sounds, or keeps silent. No method raises.

    Call ``prepare`` once, after the first frame is on the screen: opening a sound card takes time.
    """

    def __init__(self, volume: float = 0.6) -> None:
        self._volume = _clamped(volume)
        self._ready: dict[str, pygame.mixer.Sound] = {}
        self.available = False
        self.reason = "not prepared"

    @property
    def volume(self) -> float:
        """Loudness, 0 (off) to 1."""
        return self._volume

    @volume.setter
    def volume(self, value: float) -> None:
        self._volume = _clamped(value)

    def prepare(self) -> bool:
        """Open the sound device; True if sounds can be heard. Otherwise ``reason`` says why not."""
        if self.available:
            return True
        try:
            with _quiet_standard_error():
                pygame.mixer.init(RATE, -16, 1, 512, allowedchanges=0)
            self.available, self.reason = True, ""
        except (pygame.error, NotImplementedError, ImportError, OSError) as error:
            self.reason = str(error)
        return self.available

    def play(self, name: str) -> str:
        """Play a sound of ``SOUNDS`` and give back its caption, which is the same whether or not it is heard."""
        if self.available and self._volume > 0 and name in SOUNDS:
            try:
                sound = self._sound(name)
                sound.set_volume(self._volume)
                sound.play()
            except pygame.error as error:  # the device was unplugged
                self.available, self.reason = False, str(error)
        return CAPTIONS.get(name, "")

    def close(self) -> None:
        """Give the sound device back."""
        if self.available:
            self.available, self.reason = False, "closed"
            self._ready.clear()
            pygame.mixer.quit()

    def _sound(self, name: str) -> pygame.mixer.Sound:
        if name not in self._ready:
            self._ready[name] = pygame.mixer.Sound(buffer=synthesise(SOUNDS[name]).tobytes())
        return self._ready[name]


def _clamped(volume: float) -> float:
    return max(0.0, min(1.0, volume)) if volume == volume else 0.0
