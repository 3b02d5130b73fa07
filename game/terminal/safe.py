"""Text that cannot command a terminal: every line the game prints passes `safe`."""

from __future__ import annotations

import codecs
import sys
from typing import Final, TextIO

NBSP: Final = "\u00a0"
_KEPT: Final = "\n" + NBSP
_SPACES: Final = "\t\u2007\u202f"
# what a terminal without Unicode shows instead
_SIMPLER: Final = {
    "−": "-",
    "–": "-",
    "—": "-",
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
    "…": "...",
    "·": "-",
    "×": "x",
    "÷": "/",
    "½": "1/2",
    "€": "EUR ",
    "£": "GBP ",
    "→": "->",
    "▲": "^",
    "▼": "v",
    NBSP: " ",
}
_HANDLER: Final = "overpromise"


def safe(text: str) -> str:
    """The text with control characters, direction marks and lone surrogates as `\\x1b`; line ends stay."""
    return "".join(_one(c) for c in text)


def _one(character: str) -> str:
    if character.isprintable() or character in _KEPT:
        return character
    if character in _SPACES:
        return " "
    code = ord(character)
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"


def sentences(*parts: str) -> str:
    """Parts as sentences in one line; empty ones are left out, capitals and full stops added where they are missing."""
    said = [part.strip() for part in parts if part.strip()]
    return " ".join(_stopped(part if number == 0 else part[:1].upper() + part[1:]) for number, part in enumerate(said))


def _stopped(part: str) -> str:
    return part if part.rstrip('”’")')[-1:] in (".", "?", "!", ":", "…") else f"{part}."


def prepare(*streams: TextIO | None) -> None:
    """Let these streams take any text: what their encoding does not have is shown in simpler signs."""
    codecs.register_error(_HANDLER, _simpler)
    for stream in streams:
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace" if stream is sys.stdin else _HANDLER)


def _simpler(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    bad = error.object[error.start : error.end]
    return "".join(_SIMPLER.get(c, "?") for c in bad), error.end
