"""A line of words low on the screen that goes away by itself: the caption of a sound."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from game.window.kit import Card, Painter, Rect, Row, Text
from game.window.kit.leaves import Icon
from game.window.kit.widget import Frame, Overlay

_UP = 28  # units between it and the edge


@dataclass(eq=False)
class Toast(Overlay):
    """Shown above everything; takes neither focus nor clicks."""

    text: str
    traps: ClassVar[bool] = False

    def _body(self) -> Row:
        return Row([Icon("audio-lines", 16), Text(self.text, 14, "s")], gap=8, wrap=False)

    def measure(self, p: Painter, width: float) -> float:
        return self._body().height(p, width) + 16

    def arrange(self, frame: Frame, rect: Rect) -> None:
        body = self._body()
        width = min(body.wish(frame.p) + 28.5, rect.w - 32)
        height = body.height(frame.p, width - 28) + 16
        place = Rect(rect.cx - width / 2, rect.bottom - _UP - height, width, height)
        Card(body, 14, 8, radius=height / 2, lift=0.7).arrange(frame, place)
