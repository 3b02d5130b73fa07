"""What a screen is made of. Screens say what there is to read; a paper decides how it looks.

Tones are those of `insight.words`: good, bad, warn, plain, rel and dlv. A tone never says anything the words do not.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Title:
    """The top of a screen."""

    text: str
    sub: str = ""


@dataclass(frozen=True)
class Heading:
    """The top of a part of a screen."""

    text: str
    sub: str = ""


@dataclass(frozen=True)
class Para:
    """A paragraph."""

    text: str
    tone: str = "plain"
    indent: int = 0
    quiet: bool = False  # said in passing
    apart: bool = False  # with a line of space before it


@dataclass(frozen=True)
class Speech:
    """Somebody says something. `how` is how it looks or comes about, "" for nothing."""

    who: str
    text: str
    how: str = ""


@dataclass(frozen=True)
class Letter:
    """An event: its title, who it comes from, and the text."""

    title: str
    sub: str
    text: str


@dataclass(frozen=True)
class Note:
    """A few words with a tone, under an option."""

    text: str
    tone: str = "plain"


@dataclass(frozen=True)
class Option:
    """Something one can type, and what it stands for."""

    key: str
    text: str
    notes: tuple[Note, ...] = ()
    off: bool = False  # cannot be chosen now; a note says why


@dataclass(frozen=True)
class Fact:
    """A label, its value, a word about it and a line below."""

    label: str
    value: str
    word: str = ""
    tone: str = "plain"
    line: str = ""


@dataclass(frozen=True)
class Facts:
    """Labels and values in rows."""

    rows: tuple[Fact, ...]


@dataclass(frozen=True)
class Bar:
    """A value from 0 to 100 as a bar, with the same in words."""

    label: str
    value: float
    text: str
    tone: str = "plain"


@dataclass(frozen=True)
class Bars:
    """Bars from a common zero."""

    rows: tuple[Bar, ...]


@dataclass(frozen=True)
class Table:
    """Columns with a head. The columns of `right` hold numbers."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    right: tuple[int, ...] = ()


@dataclass(frozen=True)
class Point:
    """One place on a chart: its label, a value from 0 to 100 for each line, and what there is to say."""

    label: str
    values: tuple[float, ...]
    text: str = ""


@dataclass(frozen=True)
class Chart:
    """Lines over time, known by the first letters of their names."""

    names: tuple[str, ...]
    tones: tuple[str, ...]
    points: tuple[Point, ...]


Block = Title | Heading | Para | Speech | Letter | Option | Facts | Bars | Table | Chart
