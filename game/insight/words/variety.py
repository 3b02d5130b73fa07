"""Choosing among sentences that say the same: different from week to week, the same whenever it is asked again."""

from __future__ import annotations

TURN = 3  # words in a row by which one hears a sentence again


def hashed(text: str) -> int:
    """A number that belongs to a text on every machine (FNV-1a, 32 bits)."""
    number = 2166136261
    for byte in text.encode():
        number = ((number ^ byte) * 16777619) & 0xFFFFFFFF
    return number


def pick(variants: tuple[str, ...], key: str, week: int) -> str:
    """One of the variants; the same key gets another one every week."""
    return variants[(hashed(key) + week) % len(variants)]


def fitting(variants: tuple[str, ...], week: int) -> tuple[str, ...]:
    """Those that can be said in a week: in the first one there was no last week to compare it with."""
    if week > 1:
        return variants
    return tuple(each for each in variants if "last week" not in each and "a week ago" not in each) or variants


def unlike(variants: tuple[str, ...], beside: list[str]) -> tuple[str, ...]:
    """Those that repeat no turn of a sentence beside them, which is so many words in a row; all where all do."""
    turns = [turn for each in beside for turn in _turns(each)]
    return tuple([each for each in variants if not any(turn in turns for turn in _turns(each))]) or variants


def _turns(text: str) -> list[list[str]]:
    words = [word.strip(".,:;?“”").lower() for word in text.split()]
    return [words[at : at + TURN] for at in range(len(words) - TURN + 1)]


def freshest(variants: tuple[str, ...], said: list[str], key: str) -> str:
    """The variant that was not said for longest, `said` being everything so far; the key decides where to begin."""
    start = hashed(key)
    turned = [variants[(start + step) % len(variants)] for step in range(len(variants))]
    return min(turned, key=lambda each: last_said(said, each))


def last_said(said: list[str], text: str) -> int:
    """When a text was last said, -1 for never."""
    return max([place for place, each in enumerate(said) if each == text], default=-1)


def say(template: str, slots: dict[str, str]) -> str:
    """The template with each [slot] replaced; a slot nobody knows stays as it is. Text is never read as a format."""
    parts = template.split("[")
    said = parts[0]
    for part in parts[1:]:
        name, bracket, rest = part.partition("]")
        said += slots[name] + rest if bracket and name in slots else "[" + part
    return said
