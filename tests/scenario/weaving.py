"""Pieces of a story woven into a whole one, line by line, so that broken pieces can be tried as well."""

from __future__ import annotations

import re
from pathlib import Path

WHOLE = (Path(__file__).parent / "whole.yaml").read_text(encoding="utf-8")
_TOP = re.compile(r"[^\s#-][^:]*")
_INNER = re.compile(r"  ([a-z]\w*):")
_COMMENT = re.compile(r"\s*#")
Blocks = dict[str, list[str]]


def weave(piece: str, whole: str = WHOLE) -> str:
    """The whole story with the top fields of a piece in place of its own.

    Of a field whose contents stand on lines of their own, only the entries of the piece take the place of those with
    the same id; the others stay. A field written on one line, or as a list, takes the place of all.
    """
    mine, theirs = _blocks(whole, _TOP), _blocks(piece, _TOP)
    for name, lines in theirs.items():
        head = next(n for n, line in enumerate(lines, 1) if not _COMMENT.match(line))
        inner = _blocks("\n".join(lines[head:]), _INNER)
        if name in mine and inner and len(mine[name]) > 1 and "" not in inner:
            inside = _blocks("\n".join(mine[name][1:]), _INNER) | inner
            mine[name] = lines[:head] + [line for block in inside.values() for line in block]
        else:
            mine[name] = lines
    return "\n".join(line for block in mine.values() for line in block) + "\n"


def _blocks(text: str, start: re.Pattern[str]) -> Blocks:
    """The lines of a text by the name that begins them, with the comments above; "" for those before the first."""
    found: Blocks = {}
    name = ""
    above: list[str] = []
    for line in text.rstrip("\n").split("\n"):
        match = start.match(line)
        if match is not None:
            name = match.group()
            while name in found:
                name += "'"  # twins stay twins
        if _COMMENT.match(line):
            above.append(line)
        elif line or name:
            found.setdefault(name, []).extend([*above, line])
            above = []
    return found
