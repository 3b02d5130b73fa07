"""YAML text to a tree of marked text: bounded, every scalar as it was written, every value knowing its line and column.

Built straight from the parser's events, so nothing recursive sees the file before depth and size are known. Tags,
anchors, aliases, merge keys, duplicate keys and further documents are refused; they end as problems, never as errors.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from game.scenario.problems import Problem, Report, Spot, short
from game.scenario.traps import PATCHABLE, explain, patched

MAX_BYTES = 4 * 1024 * 1024
MAX_DEPTH = 40
MAX_NODES = 400_000
MAX_TEXT = 20_000
MAX_PROBLEMS = 200
MAX_PATCHES = 12  # broken lines read over in one go
TOO_DEEP = f"More than {MAX_DEPTH} levels inside each other."
TOO_DEEP_REMEDY = "Take some levels out."

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
_BREAK = re.compile("\r\n|\r|\n")
_COMMENT = re.compile(r"\s+(#.*)")


class Text(str):
    """A scalar exactly as written. `style` is its quoting ("" plain, ', ", | or >); `flat` whether it fills one line;
    `cut` a comment right behind it on its line."""

    __slots__ = ("column", "cut", "file", "flat", "line", "style")
    file: str
    line: int
    column: int
    style: str
    flat: bool
    cut: str

    def offset(self, position: int) -> int:
        """How many columns to the right of this scalar's start the character at `position` stands."""
        if not self.flat:
            return 0
        return position + 1 if self.style in ('"', "'") else position


class Map(dict["Text", Any]):
    """A group of fields; keys are `Text`. `braces`: written as {...}."""

    __slots__ = ("braces", "column", "file", "line")
    file: str
    line: int
    column: int
    braces: bool

    def key(self, name: str) -> Text | None:
        """The key as written, with its place."""
        return next((key for key in self if key == name), None)


class List(list[Any]):
    """A list of values."""

    __slots__ = ("column", "file", "line")
    file: str
    line: int
    column: int


Tree = Map | List | Text


def text_at(words: str, like: Tree | Spot) -> Text:
    """A Text that was not written by the author, placed where `like` stands."""
    made = Text(words)
    made.file, made.line, made.column = like.file, like.line, like.column
    made.style, made.flat, made.cut = "", False, ""
    return made


def map_at(fields: dict[Text, Any], like: Tree) -> Map:
    """A Map that was not written by the author, placed where `like` stands."""
    made = Map(fields)
    made.file, made.line, made.column, made.braces = like.file, like.line, like.column, False
    return made


def list_at(items: list[Any], like: Tree) -> List:
    """A List that was not written by the author, placed where `like` stands."""
    made = List(items)
    made.file, made.line, made.column = like.file, like.line, like.column
    return made


def decode(raw: bytes, file: str, report: Report) -> str | None:
    """The text of a file, or None when it is too large or not UTF-8."""
    spot = Spot(file)
    if len(raw) > MAX_BYTES:
        report.error(spot, "OP100", f"The file has {len(raw):,} bytes; the most is {MAX_BYTES:,}.", "Split the story.")
        return None
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        report.error(spot, "OP100", "The file is saved as UTF-16.", "Save it as UTF-8 in your editor.")
        return None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - raw.rfind(b"\n", 0, error.start)
        message = f"The byte {raw[error.start]:#04x} is not UTF-8 text."
        report.error(Spot(file, line, column), "OP100", message, "Save the file as UTF-8 in your editor.")
        return None


def read_tree(text: str, file: str, report: Report) -> Tree | None:
    """The marked tree of one YAML document, or None when the layout cannot be read."""
    if not _only_seen(text, file, report):
        return None
    if len(text) > MAX_BYTES:
        report.error(Spot(file), "OP100", f"The file is longer than {MAX_BYTES:,} characters.", "Split the story.")
        return None
    lines = _BREAK.split(text)
    for _attempt in range(MAX_PATCHES):
        builder = _Builder(file, lines, report)
        broken = _read(builder, text, lines, report)
        if broken is None:
            break
        patch = patched(lines[broken.line - 1]) if broken.code in PATCHABLE else None
        if patch is None or broken.line in report.enough_said:
            return None
        report.enough_said.append(broken.line)
        lines[broken.line - 1] = patch
        text = "\n".join(lines)
    else:
        return None
    if builder.root is None and not builder.stopped:
        report.error(Spot(file), "OP114", "The file is empty.", "Start with `format: 1` and `title: ...`.")
    return None if builder.stopped else builder.root


def _read(builder: _Builder, text: str, lines: list[str], report: Report) -> Problem | None:
    """Feed the events of a text to the builder; the layout problem that stopped it, which is also reported."""
    kept = len(report.found)
    try:
        loader = _LOADER(text)
        try:
            _feed(builder, loader.get_event)
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        at = (mark.line, mark.column) if mark else (0, 0)
        start = (error.context_mark.line, error.context_mark.column) if error.context_mark else at
        del report.found[kept:]  # the next attempt finds them again
        if "nesting depth" in str(error.problem):  # newer parsers count for themselves, ahead of what they hand over
            report.error(Spot(builder.file, at[0] + 1, at[1] + 1), "OP113", TOO_DEEP, TOO_DEEP_REMEDY)
            return report.found[-1]
        report.found.append(explain(builder.file, lines, at, start, str(error.problem or error.context or "")))
        return report.found[-1]
    except (yaml.YAMLError, ValueError, RecursionError, MemoryError) as error:
        report.error(Spot(builder.file), "OP101", f"The file cannot be read: {short(str(error), 80)}")
        return report.found[-1]
    return None


def _only_seen(text: str, file: str, report: Report) -> bool:
    """Whether the text is free of characters nobody can see; reports the first twenty."""
    found = 0
    for match in _UNSEEN.finditer(text):
        start = match.start()
        line = len(_BREAK.findall(text, 0, start)) + 1
        column = start - max(text.rfind("\n", 0, start), text.rfind("\r", 0, start))
        message = f"The character U+{ord(match.group()):04X} cannot be seen or turns text round."
        report.error(Spot(file, line, column), "OP112", message, "Delete it and type the place again.")
        found += 1
        if found == 20:
            break
    return found == 0


def _feed(builder: _Builder, get_event: Any) -> None:
    scalar, map_start, list_start = yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent
    ends = (yaml.MappingEndEvent, yaml.SequenceEndEvent)
    while not builder.stopped:
        event = get_event()
        kind = type(event)
        if kind is scalar:
            builder.scalar(event)
        elif kind is map_start or kind is list_start:
            builder.open(event, kind is map_start)
        elif kind in ends:
            builder.close()
        elif kind is yaml.AliasEvent:
            builder.alias(event)
        elif kind is yaml.DocumentStartEvent:
            builder.document(event)
        elif kind is yaml.StreamEndEvent or event is None:
            return


class _Builder:
    """Turns parser events into the tree, counting as it goes."""

    def __init__(self, file: str, lines: list[str], report: Report) -> None:
        self.root: Tree | None = None
        self.stopped = False
        self.file = file
        self._lines = lines
        self._report = report
        self._hashes = {number for number, line in enumerate(lines) if "#" in line}
        self._stack: list[Map | List] = []
        self._waiting: Text | None = None  # the key that waits for its value
        self._nodes = 0
        self._documents = 0

    def document(self, event: yaml.Event) -> None:
        self._documents += 1
        if self._documents > 1:
            message = "A line of three dashes starts a second document; a scenario is one."
            self._refuse(event, "OP114", message, "Delete the line `---` and what does not belong here.")
            self.stopped = True

    def scalar(self, event: Any) -> None:
        text = Text(event.value)
        start, end = event.start_mark, event.end_mark
        line = start.line
        text.file, text.line, text.column = self.file, line + 1, start.column + 1
        style = event.style or ""
        text.style, text.cut = style, ""
        text.flat = line == end.line
        if not style and end.line in self._hashes:
            comment = _COMMENT.match(self._lines[end.line], end.column)
            text.cut = comment.group(1) if comment else ""
        if event.anchor is not None or event.tag is not None:
            self._refuse_mark(event)
        if style == '"' and _UNSEEN.search(text):
            self._refuse(event, "OP112", "The text contains a character that cannot be seen.", "Delete the backslash.")
        if len(text) > MAX_TEXT:
            self._refuse(event, "OP113", f"The text is longer than {MAX_TEXT:,} characters.", "Split or shorten it.")
        self._put(text)

    def open(self, event: Any, is_map: bool) -> None:
        if event.anchor is not None or event.tag is not None:
            self._refuse_mark(event)
        made: Map | List = Map() if is_map else List()
        mark = event.start_mark
        made.file, made.line, made.column = self.file, mark.line + 1, mark.column + 1
        if isinstance(made, Map):
            made.braces = bool(event.flow_style)
        inside = self._stack[-1] if self._stack else None
        if isinstance(inside, Map) and self._waiting is None:
            message = "A field's name must be plain text, not a group or a list."
            self._refuse(event, "OP106", message, "If this is wording that starts with a brace, put it in quotes.")
            self.stopped = True
            return
        self._put(made)
        self._stack.append(made)
        if len(self._stack) > MAX_DEPTH:
            self._refuse(event, "OP113", TOO_DEEP, TOO_DEEP_REMEDY)
            self.stopped = True

    def close(self) -> None:
        self._stack.pop()

    def alias(self, event: Any) -> None:
        name = f"*{event.anchor}"
        message = f"`{short(name)}` is read as a reference to another place, which the format does not use."
        self._refuse(event, "OP104", message, 'Wording that starts with * needs quotes: "*really* good".')
        made = text_at(name, Spot(self.file, event.start_mark.line + 1, event.start_mark.column + 1))
        self._put(made)

    def _put(self, node: Tree) -> None:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            self._report.error(node, "OP113", f"More than {MAX_NODES:,} values in one file.", "Split the story.")
            self.stopped = True
            return
        if not self._stack:
            self.root = node
            return
        inside = self._stack[-1]
        if isinstance(inside, List):
            inside.append(node)
        elif self._waiting is None:
            self._waiting = self._as_key(node)
        else:
            self._add(inside, self._waiting, node)
            self._waiting = None

    def _as_key(self, node: Tree) -> Text:
        if not isinstance(node, Text):
            return text_at("", node)
        if node == "<<":
            self._report.error(node, "OP111", "Merge keys (<<) are not part of the format.", "Write the fields out.")
        return node

    def _add(self, inside: Map, key: Text, node: Tree) -> None:
        if key in inside:
            first = inside.key(key)
            line = first.line if first is not None else 0
            message = f"`{short(key)}` is written twice here: in line {line} and in line {key.line}."
            self._report.error(key, "OP110", message, "Keep one of the two, or give one another id.")
            self._count_problems()
            return
        inside[key] = node

    def _refuse_mark(self, event: Any) -> None:
        sign, word = ("&", event.anchor) if event.anchor is not None else ("!", "")
        message = f"A value that starts with `{sign}{short(word or '')}` has a meaning the format does not use."
        self._refuse(event, "OP111", message, f"Delete the {sign}, or put the wording in quotes.")

    def _refuse(self, event: Any, code: str, message: str, remedy: str) -> None:
        mark = event.start_mark
        self._report.error(Spot(self.file, mark.line + 1, mark.column + 1), code, message, remedy)
        self._count_problems()

    def _count_problems(self) -> None:
        if len(self._report.found) >= MAX_PROBLEMS:
            self.stopped = True
