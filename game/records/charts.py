"""Small charts as inline SVG, each beside a table with the same numbers: nothing is told by a picture alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.records.page import Markup, element

WIDTH = 720
ROW = 22


@dataclass(frozen=True)
class Dot:
    """A value from 0 to 100 with half of its interval."""

    label: str
    value: float
    half: float


def dots(what: str, rows: Sequence[Dot]) -> Markup:
    """Values with their intervals on one scale from 0 to 100."""
    left, right = 190, WIDTH - 60
    height = ROW * len(rows) + 30
    parts = [_axis(x, left, right, height - 22) for x in range(0, 101, 20)]
    for number, row in enumerate(rows):
        y = 12 + ROW * number
        at, low, high = (left + (right - left) * min(100.0, max(0.0, v)) / 100.0 for v in _ends(row))
        parts.append(_text(row.label, left - 10, y + 5, "end", "strong"))
        parts.append(_line(low, high, y, 3))
        parts.append(element("circle", cx=_n(at), cy=_n(y), r="4", class_="f-rel"))
        parts.append(_text(f"{row.value:.0f}", high + 9, y + 5, "start"))
    return _svg(what, height, parts)


def _ends(row: Dot) -> tuple[float, float, float]:
    return row.value, row.value - row.half, row.value + row.half


def stacked(what: str, rows: Sequence[tuple[str, Sequence[float]]], names: Sequence[str]) -> Markup:
    """Shares that add up to 1 as one bar a row; each part has a pattern of its own beside its colour."""
    left, right = 150, WIDTH - 20
    height = 30 * len(rows) + 28
    parts: list[Markup] = [_hatching()]
    fills = ("f-rel-deep", "f-dlv-deep", "")
    for number, (label, shares) in enumerate(rows):
        y, x = 4 + 30 * number, float(left)
        parts.append(_text(label, left - 10, y + 16, "end", "strong"))
        for share, fill in zip(shares, fills, strict=False):
            width = (right - left) * share
            parts.append(element("rect", x=_n(x), y=_n(y), width=_n(width), height="22", **_filled(fill)))
            if width > 44:
                ink = "on" if fill else "strong"
                parts.append(_text(f"{100 * share:.0f} %", x + width / 2, y + 16, "middle", ink))
            x += width
    parts += _legend(names, fills, left, height - 10)
    return _svg(what, height, parts)


def _hatching() -> Markup:
    stripe = element("path", d="M0 6 L6 0", class_="s-quiet", stroke_width="1.5")
    ground = element("rect", width="6", height="6", class_="f-soft")
    pattern = element("pattern", ground, stripe, id="hatch", width="6", height="6", patternUnits="userSpaceOnUse")
    return element("defs", pattern)


def _filled(fill: str) -> dict[str, str]:
    return {"class_": fill} if fill else {"fill": "url(#hatch)"}


def _legend(names: Sequence[str], fills: Sequence[str], left: int, y: float) -> list[Markup]:
    found, x = [], float(left)
    for name, fill in zip(names, fills, strict=False):
        found.append(element("rect", x=_n(x), y=_n(y - 10), width="12", height="12", **_filled(fill)))
        found.append(_text(name, x + 18, y, "start"))
        x += 40 + 7.2 * len(name)
    return found


def histogram(what: str, bars: Sequence[int]) -> Markup:
    """How many plays fell into each tenth of the scale."""
    width, height, most = 300, 84, max([1, *bars])
    step = width / len(bars)
    parts = [
        element(
            "rect",
            x=_n(i * step + 1),
            y=_n(64 - 60 * n / most),
            width=_n(step - 2),
            height=_n(60 * n / most),
            class_="f-rel",
        )
        for i, n in enumerate(bars)
    ]
    parts.append(element("line", x1="0", x2=str(width), y1="64.5", y2="64.5", class_="s-grid"))
    parts += [_text("0", 0, 80, "start"), _text("100", width, 80, "end")]
    return _svg(what, height, parts, width)


def _svg(what: str, height: int, parts: Sequence[Markup], width: int = WIDTH) -> Markup:
    box = f"0 0 {width} {height}"
    size = {"viewBox": box, "width": str(width), "height": str(height)}
    return element("svg", element("title", what), *parts, class_="still", role="img", **size)


def _axis(value: int, left: int, right: int, bottom: int) -> Markup:
    x = left + (right - left) * value / 100.0
    rule = element("line", x1=_n(x), x2=_n(x), y1="0", y2=_n(bottom), class_="s-grid")
    return Markup(rule + _text(str(value), x, bottom + 16, "middle"))


def _line(low: float, high: float, y: float, width: int) -> Markup:
    return element("line", x1=_n(low), x2=_n(high), y1=_n(y), y2=_n(y), class_="s-rel", stroke_width=str(width))


def _text(words: str, x: float, y: float, anchor: str, kind: str = "") -> Markup:
    return element("text", words, x=_n(x), y=_n(y), text_anchor=anchor, class_=kind)


def _n(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".")
