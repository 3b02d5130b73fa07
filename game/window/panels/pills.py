"""Small tabs: a word each on a soft pill, the current one filled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.window.kit import CardButton, Icon, Row, Text, Widget


@dataclass(frozen=True)
class Pill:
    """One of a row of small tabs; `icon` may be empty, `spoken` says more than `text` for those who cannot see."""

    id: str
    text: str
    on: object
    here: bool
    icon: str = ""
    ink: str = "ink2"
    spoken: str = ""
    key: str = ""


def pills(found: Sequence[Pill]) -> Widget:
    """A row of them."""
    return Row([_pill(pill) for pill in found], gap=4, line_gap=2)


def _pill(pill: Pill) -> Widget:
    words = Text(pill.text, 13, "s", "ink" if pill.here else "ink2", leading=1.3)
    child = Row([Icon(pill.icon, 14, pill.ink), words], gap=6) if pill.icon else words
    label = (pill.spoken or pill.text) + (", shown" if pill.here else "")
    style = "soft" if pill.here else "flat"
    return CardButton(child, pill.on, id=pill.id, label=label, hotkey=pill.key, style=style, x=9, y=4, corner=13)
