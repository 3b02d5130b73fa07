"""Which characters the typeface has, read from the cmap tables of its files.

`python -m tests.scenario.make_typeface` writes game/scenario/typeface.py anew; a test compares. Only the formats 4 and
12 of the OpenType specification are read, which is what the files use.
"""

from __future__ import annotations

import struct
from importlib import resources
from pathlib import Path

FACES = ("Regular", "Semibold", "Bold", "It")
TARGET = Path(__file__).parents[2] / "game" / "scenario" / "typeface.py"
HEAD = '''"""The characters of the game's typeface, Source Sans Pro: checking needs neither window nor font.

Written by `python -m tests.scenario.make_typeface`; do not edit. Each run: its first and last code point. A character
counts when all faces in use have it.
"""

from __future__ import annotations

from bisect import bisect_right

RUNS = (
'''
TAIL = """)
_FIRSTS = [first for first, _last in RUNS]


def has(sign: str) -> bool:
    \"\"\"Whether the typeface can show a character; white space needs no picture.\"\"\"
    code = ord(sign)
    place = bisect_right(_FIRSTS, code) - 1
    return (place >= 0 and code <= RUNS[place][1]) or sign.isspace()
"""


def code_points(font: bytes) -> set[int]:
    """Everything a font file has a glyph for."""
    tables = struct.unpack_from(">H", font, 4)[0]
    start = next(
        struct.unpack_from(">I", font, 12 + 16 * n + 8)[0] for n in range(tables) if font[12 + 16 * n :][:4] == b"cmap"
    )
    found: set[int] = set()
    for n in range(struct.unpack_from(">H", font, start + 2)[0]):
        at = start + struct.unpack_from(">I", font, start + 4 + 8 * n + 4)[0]
        kind = struct.unpack_from(">H", font, at)[0]
        if kind == 4:
            found |= _format_4(font, at)
        elif kind == 12:
            found |= _format_12(font, at)
    return found


def _format_4(font: bytes, at: int) -> set[int]:
    count = struct.unpack_from(">H", font, at + 6)[0] // 2
    ends = struct.unpack_from(f">{count}H", font, at + 14)
    starts = struct.unpack_from(f">{count}H", font, at + 16 + 2 * count)
    deltas = struct.unpack_from(f">{count}H", font, at + 16 + 4 * count)
    offsets_at = at + 16 + 6 * count
    offsets = struct.unpack_from(f">{count}H", font, offsets_at)
    found = set()
    for n in range(count):
        for code in range(starts[n], ends[n] + 1):
            glyph = code
            if offsets[n]:
                glyph = struct.unpack_from(">H", font, offsets_at + 2 * n + offsets[n] + 2 * (code - starts[n]))[0]
            if (offsets[n] == 0 or glyph) and (glyph + deltas[n]) % 65536 and code != 0xFFFF:
                found.add(code)
    return found


def _format_12(font: bytes, at: int) -> set[int]:
    found = set()
    for n in range(struct.unpack_from(">I", font, at + 12)[0]):
        first, last, glyph = struct.unpack_from(">III", font, at + 16 + 12 * n)
        found |= {code for code in range(first, last + 1) if glyph + code - first}
    return found


def runs(codes: set[int]) -> list[tuple[int, int]]:
    """Code points as first and last of every unbroken run."""
    found: list[tuple[int, int]] = []
    for code in sorted(codes):
        if found and found[-1][1] == code - 1:
            found[-1] = (found[-1][0], code)
        else:
            found.append((code, code))
    return found


def source() -> str:
    """The text of typeface.py."""
    folder = resources.files("font_source_sans_pro") / "files"
    codes: set[int] | None = None
    for face in FACES:
        mine = code_points((folder / f"SourceSansPro-{face}.ttf").read_bytes())
        codes = mine if codes is None else codes & mine
    lines = [f"    (0x{first:04X}, 0x{last:04X}),\n" for first, last in runs(codes or set())]
    return HEAD + "".join(lines) + TAIL


if __name__ == "__main__":
    TARGET.write_text(source(), encoding="utf-8")
