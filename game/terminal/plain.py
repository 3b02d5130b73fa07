"""Plain paper: no boxes, no colour, no cursor; short labelled lines in reading order, as a screen reader likes them."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from typing import TextIO

from game.terminal.blocks import Bars, Block, Chart, Facts, Heading, Letter, Option, Para, Speech, Table, Title
from game.terminal.paper import columns, read_line
from game.terminal.safe import NBSP, safe, sentences


class PlainPaper:
    """Lines, one after the other. `labelled`: tables as labels and values, and not in columns."""

    def __init__(self, out: TextIO, into: TextIO | None, labelled: bool) -> None:
        self.out, self.into, self.labelled = out, into, labelled

    def show(self, *blocks: Block) -> None:
        for block in blocks:
            self._write(_columns(block) if isinstance(block, Table) and not self.labelled else lines_of(block))
        self.out.flush()

    def ask(self, prompt: str) -> str:
        self._write(["", *wrapped(prompt)])
        self.out.write("> ")
        self.out.flush()
        return read_line(self.out, self.into)

    def clear(self) -> None:
        """Nothing: a screen reader would read the emptiness."""

    def _write(self, lines: list[str]) -> None:
        for line in lines:
            self.out.write(line + "\n")


def wrapped(text: str, indent: int = 0, after: int | None = None) -> list[str]:
    """The text in lines that fit; `after` is the indent of all but the first (the same, unless told)."""
    found: list[str] = []
    for part in safe(text).split("\n"):
        first, rest = " " * indent, " " * (indent if after is None else after)
        found += textwrap.wrap(part, columns(), initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)
    return [line.replace(NBSP, " ") for line in found]


def lines_of(block: Block) -> list[str]:
    """A block as lines."""
    writer: Callable[[Block], list[str]] = _WRITERS[type(block)]
    return writer(block)


def _title(block: Title) -> list[str]:
    return ["", *wrapped(block.text), *wrapped(block.sub)]


def _heading(block: Heading) -> list[str]:
    return ["", *wrapped(f"{block.text}, {block.sub}:" if block.sub else f"{block.text}:")]


def _para(block: Para) -> list[str]:
    return [*([""] if block.apart else []), *wrapped(block.text, 2 * block.indent)]


def _speech(block: Speech) -> list[str]:
    who = f"{block.who} ({block.how})" if block.how else block.who
    return wrapped(f"{who}: {block.text}")


def _letter(block: Letter) -> list[str]:
    return ["", *wrapped(block.title), *wrapped(block.sub), *wrapped(block.text)]


def _option(block: Option) -> list[str]:
    notes = sentences(*(note.text for note in block.notes))
    head = f"{block.key}. {block.text}" + (" Not possible." if block.off else "")
    return [*wrapped(head, 0, 3), *(wrapped(notes, 3) if notes else [])]


def _facts(block: Facts) -> list[str]:
    found: list[str] = []
    for row in block.rows:
        value = ", ".join(part for part in (row.value, row.word) if part)
        found += wrapped(sentences(f"{row.label}: {value}" if value else row.label, row.line))
    return found


def _bars(block: Bars) -> list[str]:
    return [line for row in block.rows for line in wrapped(sentences(f"{row.label}: {row.text}"))]


def _table(block: Table) -> list[str]:
    found: list[str] = []
    for row in block.rows:
        cells = [f"{head}: {cell}" if head else cell for head, cell in zip(block.head, row, strict=True) if cell]
        found += wrapped("; ".join(cells) + ".", 0, 2)
    return found


def _chart(block: Chart) -> list[str]:
    found: list[str] = []
    for point in block.points:
        values = (f"{name} {value:.0f}" for name, value in zip(block.names, point.values, strict=True))
        found += wrapped(sentences(f"{point.label}: {', '.join(values)}", point.text))
    return found


def _columns(block: Table) -> list[str]:
    rows = [tuple(safe(cell).replace(NBSP, " ") for cell in row) for row in (block.head, *block.rows)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(block.head))]
    return [
        "  ".join(
            cell.rjust(width) if column in block.right else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]


_WRITERS: dict[type, Callable[..., list[str]]] = {
    Title: _title,
    Heading: _heading,
    Para: _para,
    Speech: _speech,
    Letter: _letter,
    Option: _option,
    Facts: _facts,
    Bars: _bars,
    Table: _table,
    Chart: _chart,
}
