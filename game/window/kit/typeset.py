"""Text: fonts, widths, lines broken by measure, and pictures of words.  Sizes are units at 100 % text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import NamedTuple

import pygame

from game.window.kit.cache import Cache

Weight = str  # "r" regular, "s" semibold, "b" bold, "i" italic
_FACES = {"r": "Regular", "s": "Semibold", "b": "Bold", "i": "It"}
_SEAM = 0.06  # of the size: a space between two weights looks narrower than it is
_LONGEST_RUN = 1_000  # characters in one picture: an endless line would be an endless surface
_SMALL = 26  # pixels: below this, whole-pixel advances space letters unevenly, so draw at double size and shrink
SLACK = 0.01  # units: a text measured as 80.0 wide fits into 80.0


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of text in a style of its own; what is empty or 0 is taken from the text around it."""

    text: str
    weight: Weight = ""
    colour: str = ""
    size: float = 0


Content = str | Part | Sequence[str | Part]


class Segment(NamedTuple):
    """Neighbouring words of one style on one line, `x` units from its left."""

    x: float
    text: str
    weight: Weight
    colour: str
    size: float


class Line(NamedTuple):
    width: float
    segments: tuple[Segment, ...]


class Picture(NamedTuple):
    """Rendered text and how far its baseline lies below its top, in pixels."""

    surface: pygame.Surface
    ascent: int


_Style = tuple[Weight, str, float]
_Word = list[tuple[str, _Style]]


def bold(text: str, colour: str = "") -> Part:
    return Part(text, "b", colour)


def semibold(text: str, colour: str = "") -> Part:
    return Part(text, "s", colour)


def clean(text: str) -> str:
    """What can be drawn: no NUL, no lone surrogate, no control character; tabs and odd spaces become spaces, line
    ends `\\n`."""
    if text.isascii() and text.isprintable():
        return text
    text = text.replace("\r\n", "\n").replace("\t", "    ").replace("\u202f", "\u00a0").replace("\u2028", "\n")
    return "".join(_drawable(character) for character in text)


def _drawable(character: str) -> str:
    if character == "\n" or character.isprintable() or character == "\u00a0":
        return character
    return " " if character.isspace() else "\ufffd" if "\ud800" <= character <= "\udfff" else ""


def plain(content: Content) -> str:
    """The words of a text without its styles."""
    if isinstance(content, str):
        return content
    if isinstance(content, Part):
        return content.text
    return "".join(part if isinstance(part, str) else part.text for part in content)


def tokens(text: str) -> Iterator[str]:
    """Newlines, runs of spaces, and the pieces between which a line may break."""
    start = 0
    for match in re.finditer(r"\n| +|(?<=\w\w[-–—/])(?=\w)", text):
        if match.start() > start:
            yield text[start : match.start()]
        if match.group():
            yield match.group()
        start = match.end()
    if start < len(text):
        yield text[start:]


class Typesetter:
    """Measures and renders at one scale; `scale` is pixels per unit, `text_scale` (1 to 2) enlarges text alone."""

    def __init__(self, scale: float, text_scale: float) -> None:
        pygame.font.init()
        files = resources.files("font_source_sans_pro") / "files"
        self._files = {weight: str(files / f"SourceSansPro-{name}.ttf") for weight, name in _FACES.items()}
        self._scale, self._text_scale = scale, text_scale
        self._fonts: dict[tuple[Weight, int], pygame.font.Font] = {}
        self._widths: Cache[float] = Cache(20_000)
        self._wrapped: Cache[tuple[Line, ...]] = Cache(3_000)
        self._pictures: Cache[Picture] = Cache(6_000_000, lambda p: p.surface.get_width() * p.surface.get_height())

    def _font(self, weight: Weight, size: float) -> tuple[pygame.font.Font, int]:
        pixels = size * self._text_scale * self._scale
        oversample = 2 if pixels < _SMALL else 1
        key = (weight, max(1, round(pixels * oversample)))
        if key not in self._fonts:
            self._fonts[key] = pygame.font.Font(self._files[weight], key[1])
        return self._fonts[key], oversample

    def width(self, text: str, size: float, weight: Weight = "r") -> float:
        """Width of one line in units."""
        return self._widths.get((text, size, weight), lambda: self._measured(text, size, weight))

    def _measured(self, text: str, size: float, weight: Weight) -> float:
        font, oversample = self._font(weight, size)
        return font.size(clean(text)[:_LONGEST_RUN])[0] / oversample / self._scale

    def picture(self, text: str, size: float, weight: Weight, colour: str) -> Picture:
        """One line of text, anti-aliased, in `#RRGGBB`."""
        return self._pictures.get((text, size, weight, colour), lambda: self._rendered(text, size, weight, colour))

    def _rendered(self, text: str, size: float, weight: Weight, colour: str) -> Picture:
        font, oversample = self._font(weight, size)
        said = clean(text)[:_LONGEST_RUN].replace("\n", " ")
        drawn = said if font.size(said)[0] else " "  # SDL_ttf draws nothing, or crashes, where nothing has a width
        surface = font.render(drawn, True, colour)
        if oversample > 1:
            width, height = surface.get_size()
            surface = pygame.transform.smoothscale(surface, (-(-width // oversample) or 1, -(-height // oversample)))
        return Picture(surface, round(font.get_ascent() / oversample))

    def wrap(self, content: Content, width: float, size: float, weight: Weight, colour: str) -> tuple[Line, ...]:
        """The text as lines no wider than `width`; words longer than a line are cut, newlines kept."""
        parts = (content,) if isinstance(content, (str, Part)) else tuple(content)
        key = (parts, round(width, 2), size, weight, colour)
        return self._wrapped.get(key, lambda: self._broken(parts, width, (weight, colour, size)))

    def _broken(self, parts: tuple[str | Part, ...], width: float, style: _Style) -> tuple[Line, ...]:
        breaker = _Breaker(self, width + SLACK)
        for part in parts:
            text = part if isinstance(part, str) else part.text
            own = (
                style
                if isinstance(part, str)
                else (part.weight or style[0], part.colour or style[1], part.size or style[2])
            )
            for token in tokens(clean(text)):
                breaker.feed(token, own)
        return breaker.finish()


class _Breaker:
    """Fills lines greedily.  Tokens without a break between them, even of different styles, travel as one word; a last
    word does not stand alone under a line that can spare one."""

    def __init__(self, typesetter: Typesetter, width: float) -> None:
        self._width_of, self._width = typesetter.width, width
        self._lines: list[_Word] = [[]]
        self._x = 0.0
        self._word: _Word = []
        self._space: _Word = []
        self._parted: _Word = []  # the space at which the last line broke off
        self._first = 0  # line of the paragraph
        self._may_break = False

    def feed(self, token: str, style: _Style) -> None:
        if token == "\n":
            self._end_paragraph()
            self._new_line()
            self._first = len(self._lines) - 1
        elif token[0] == " ":
            self._flush()
            self._space = [(token, style)] if self._lines[-1] else []
        else:
            if self._word and self._may_break:
                self._flush()
            self._word.append((token, style))
            self._may_break = len(token) > 2 and token[-1] in "-–—/"  # never after a single letter

    def finish(self) -> tuple[Line, ...]:
        self._end_paragraph()
        return tuple(self._line(words) for words in self._lines)

    def _end_paragraph(self) -> None:
        """Moves the word above down to a last one that stands alone; where only one would be left, both stay."""
        self._flush()
        if len(self._lines) - self._first < 2:
            return
        above, last = self._lines[-2:]
        spaces = [i for i, (text, _style) in enumerate(above) if text.startswith(" ")]
        if len(spaces) < 2 or any(text.startswith(" ") for text, _style in last):
            return
        together = above[spaces[-1] + 1 :] + self._parted + last
        if self._line(together).width <= self._width:
            self._lines[-2:] = above[: spaces[-1]], together

    def _new_line(self) -> None:
        self._lines.append([])
        self._x, self._space = 0.0, []

    def _total(self, word: _Word) -> float:
        return sum(self._width_of(text, size, weight) for text, (weight, _colour, size) in word)

    def _flush(self) -> None:
        word, self._word, self._may_break = self._word, [], False
        if not word:
            return
        if self._lines[-1] and not self._fits(word):
            self._parted = self._space
            self._new_line()
        if not self._lines[-1] and self._total(word) > self._width:
            word = self._cut(word)
        self._x += self._total(self._space) + self._total(word)
        self._lines[-1] += self._space + word
        self._space = []

    def _fits(self, word: _Word) -> bool:
        """Whether the word goes on the line.  Near the edge the line is measured whole: kerning and rounding make it
        a little narrower than its words."""
        roughly = self._x + self._total(self._space) + self._total(word)
        near = abs(roughly - self._width) < 0.04 * self._width + 2
        return (self._line(self._lines[-1] + self._space + word).width if near else roughly) <= self._width

    def _cut(self, word: _Word) -> _Word:
        """Fills whole lines with the beginning of a word too long for one; returns what is left over."""
        rest: _Word = []
        x = 0.0
        for text, style in word:
            piece = ""
            for character in text:
                wider = self._width_of(piece + character, style[2], style[0])
                if x + wider > self._width and (piece or rest):
                    self._lines[-1] += [*rest, (piece, style)] if piece else rest
                    self._new_line()
                    rest, x, piece = [], 0.0, ""
                piece += character
            rest.append((piece, style))
            x += self._width_of(piece, style[2], style[0])
        return rest

    def _line(self, words: _Word) -> Line:
        merged: list[tuple[str, _Style]] = []
        for text, style in words:
            if merged and merged[-1][1] == style:
                merged[-1] = (merged[-1][0] + text, style)
            else:
                merged.append((text, style))
        segments: list[Segment] = []
        x = 0.0
        for text, (weight, colour, size) in merged:
            seam = segments and (segments[-1].text.endswith(" ") or text.startswith(" "))
            x += _SEAM * size if seam else 0.0
            segments.append(Segment(x, text, weight, colour, size))
            x += self._width_of(text, size, weight)
        return Line(x, tuple(segments))
