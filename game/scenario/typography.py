"""Straight quotation marks become typographic ones, so that authors may type either."""

from __future__ import annotations

_BEFORE_OPENING = " \t\n([{—–-/“‘"


def typographic(text: str) -> str:
    """The text with “double” and, inside those, ‘single’ quotation marks, and ’ for apostrophes.

    Worked: `"She said "no", didn't she"` gives `“She said ‘no’, didn’t she”`.
    """
    if '"' not in text and "'" not in text:
        return text
    depth = 0
    result: list[str] = []
    for position, mark in enumerate(text):
        before = text[position - 1] if position else " "
        opens = before in _BEFORE_OPENING or (before in "\"'" and position == 1)
        if mark == "“":
            depth += 1
        elif mark == "”":
            depth = max(0, depth - 1)
        elif mark == '"' and opens:
            mark = "‘" if depth else "“"
            depth += 1
        elif mark == '"':
            depth = max(0, depth - 1)
            mark = "’" if depth else "”"
        elif mark == "'":
            mark = "‘" if opens else "’"
        result.append(mark)
    return "".join(result)
