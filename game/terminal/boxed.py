"""Paper with a few boxes and colours, for a terminal that shows them. Colours repeat what the words say."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, TextIO

from rich import box
from rich.console import Console, ConsoleRenderable, Group
from rich.padding import Padding
from rich.panel import Panel
from rich.rule import Rule
from rich.table import Table as Grid
from rich.text import Text

from game.terminal.blocks import Bars, Block, Chart, Facts, Heading, Letter, Note, Option, Para, Speech, Table, Title
from game.terminal.paper import columns, read_line
from game.terminal.safe import NBSP, safe

# colours of the 256 that can be read on black and on white
INKS: Final = {
    "good": "color(28)",
    "bad": "color(160)",
    "warn": "color(136)",
    "rel": "color(33)",
    "dlv": "color(166)",
    "plain": "",
    "quiet": "dim",
}
_HARD = "\ue000"  # stands for a hard space while rich wraps, which takes that for a soft one
_BAR = 24  # columns
_AXIS = 7  # columns left of a chart
_STEP = 10  # points between two rows of a chart
_NARROW = 60  # columns from which a bar has room beside its words


class BoxedPaper:
    """Screens with rules, panels and colour."""

    def __init__(self, out: TextIO, into: TextIO | None) -> None:
        self.out, self.into = out, into

    def show(self, *blocks: Block) -> None:
        self._print(*(drawn(block, columns()) for block in blocks))

    def ask(self, prompt: str) -> str:
        self._print(Text(), _text(prompt, "quiet"))
        self.out.write("› ")
        self.out.flush()
        return read_line(self.out, self.into)

    def clear(self) -> None:
        self._console().clear()

    def _print(self, *drawings: ConsoleRenderable) -> None:
        console = self._console()
        with console.capture() as written:
            for drawing in drawings:
                console.print(drawing)
        self.out.write(re.sub(r" +\n", "\n", written.get()).replace(_HARD, " "))
        self.out.flush()

    def _console(self) -> Console:
        """Made anew each time: the window may have another width by now."""
        return Console(file=self.out, width=columns(), markup=False, highlight=False, emoji=False)


def drawn(block: Block, width: int) -> ConsoleRenderable:
    """A block as rich draws it."""
    drawer: Callable[[Block, int], ConsoleRenderable] = _DRAWERS[type(block)]
    return drawer(block, width)


def _text(text: str, tone: str = "plain", bold: bool = False) -> Text:
    style = " ".join(part for part in ("bold" if bold else "", INKS.get(tone, "")) if part)
    return Text(safe(text).replace(NBSP, _HARD), style=style)


def _title(block: Title, width: int) -> ConsoleRenderable:
    head = Text.assemble(_text(block.text, bold=True), _text(f"  {block.sub}" if block.sub else "", "quiet"))
    return Group(Text(), head, Rule(style="dim"))


def _heading(block: Heading, width: int) -> ConsoleRenderable:
    sub = _text(f"  {block.sub}" if block.sub else "", "quiet")
    return Group(Text(), Text.assemble(_text(block.text, bold=True), sub))


def _para(block: Para, width: int) -> ConsoleRenderable:
    text = _text(block.text, "quiet" if block.quiet else block.tone)
    return Padding(text, (1 if block.apart else 0, 0, 0, 2 * block.indent))


def _speech(block: Speech, width: int) -> ConsoleRenderable:
    how = _text(f" ({block.how})" if block.how else "", "quiet")
    return Padding(Text.assemble(_text(block.who, bold=True), how, ": ", _text(block.text)), (0, 0, 0, 2))


def _letter(block: Letter, width: int) -> ConsoleRenderable:
    words = Group(*([_text(block.sub, "quiet")] if block.sub else []), Text(), _text(block.text))
    title = _text(f" {block.title} ", bold=True)
    return Padding(Panel(words, title=title, title_align="left", box=box.ROUNDED, border_style="dim"), (1, 0, 0, 0))


def _option(block: Option, width: int) -> ConsoleRenderable:
    grid = Grid.grid(padding=(0, 1))
    grid.add_column(width=max(2, len(block.key)), justify="right")
    grid.add_column()
    text = _text(block.text, "quiet" if block.off else "plain")
    grid.add_row(_text(block.key, "quiet" if block.off else "plain", bold=not block.off), text)
    if block.notes:
        grid.add_row("", _notes(block.notes))
    return grid


def _notes(notes: tuple[Note, ...]) -> Text:
    said = Text()
    for number, note in enumerate(notes):
        said.append_text(_text(" · " if number else "", "quiet"))
        said.append_text(_text(note.text, "quiet" if note.tone == "plain" else note.tone))
    return said


def _facts(block: Facts, width: int) -> ConsoleRenderable:
    grid = Grid.grid(padding=(0, 2))
    grid.add_column(max_width=width // 2)
    grid.add_column()
    for row in block.rows:
        word = f", {row.word}" if row.value and row.word else row.word
        value = Text.assemble(_text(row.value, bold=True), _text(word, row.tone))
        if row.line:
            value.append_text(_text(("  " if value.plain else "") + row.line, "quiet"))
        grid.add_row(_text(row.label), value)
    return Padding(grid, (0, 0, 0, 2))


def _bars(block: Bars, width: int) -> ConsoleRenderable:
    grid = Grid.grid(padding=(0, 2))
    for _ in range(3 if width >= _NARROW else 2):
        grid.add_column()
    for row in block.rows:
        full = round(max(0.0, min(100.0, row.value)) / 100.0 * _BAR)
        bar = Text.assemble(_text("█" * full, row.tone), _text("░" * (_BAR - full), "quiet"))
        cells = [_text(row.label), *([bar] if width >= _NARROW else []), _text(row.text)]
        grid.add_row(*cells)
    return Padding(grid, (0, 0, 0, 2))


def _table(block: Table, width: int) -> ConsoleRenderable:
    table = Grid(box=box.SIMPLE_HEAD, pad_edge=False, header_style="dim", border_style="dim")
    for number, head in enumerate(block.head):
        table.add_column(_text(head), justify="right" if number in block.right else "left")
    for row in block.rows:
        table.add_row(*(_text(cell) for cell in row))
    return table


def _chart(block: Chart, width: int) -> ConsoleRenderable:
    """A grid of weeks with one letter a line, where it fits, and below it what there is to say of each week."""
    step = len(block.names) + 2
    fits = _AXIS + step * len(block.points) <= width
    rows = [*_plot(block, step), Text()] if fits else [_text(f"  {', '.join(block.names)}:", "quiet")]
    told = Grid.grid(padding=(0, 2))
    for point in block.points:
        values = (_text(f"{value:.0f}", tone) for value, tone in zip(point.values, block.tones, strict=True))
        told.add_row(_text(point.label), *values, _text(point.text))
    return Group(*rows, Padding(told, (0, 0, 0, 2)))


def _plot(block: Chart, step: int) -> list[ConsoleRenderable]:
    """The grid with its foot and its key."""
    rows: list[ConsoleRenderable] = []
    for level in range(100, -1, -_STEP):
        row = _text(f"{level:>5} ┤", "quiet")
        for point in block.points:
            for name, tone, value in zip(block.names, block.tones, point.values, strict=True):
                here = round(value / _STEP) * _STEP == level
                row.append_text(_text(name[0] if here else " ", tone, bold=here))
            row.append("  ")
        rows.append(row)
    foot = "".join(f"{number:<{step}}" for number in range(len(block.points)))
    key = ", ".join(f"{name[0]} is {name}" for name in block.names)
    return [*rows, _text(f"{'week':>5}  {foot}", "quiet"), _text(f"{'':>{_AXIS}}{key}", "quiet")]


_DRAWERS: dict[type, Callable[..., ConsoleRenderable]] = {
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
