"""What an author meant when YAML broke: every well-known trap of wording in YAML has a remedy of its own.

The YAML parser only says that it found something unexpected; the line itself usually shows what happened.
"""

from __future__ import annotations

import re

from game.scenario.problems import Problem, plain, short

_FIELD = re.compile(r"^(\s*(?:- +)?)([^\s\"'{\[#][^:#]*?|\"[^\"]*\"|'[^']*')\s*:(?:\s+|$)(.*)$")
_TIGHT = re.compile(r"^\s*[a-z][a-z0-9_]*:[^\s:]")
_AFTER_QUOTE = re.compile(r"""^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*[^\s,}\]#]""")
_AFTER_BRACE = re.compile(r"^(\{[^{}]*\}|\[[^\[\]]*\])\s*[^\s,}\]#]")
QUOTE_IT = "Put the whole wording in quotes, or write `>-` after the field and the wording on the next line."


PATCHABLE = ("OP102", "OP103", "OP104", "OP106")


def explain(file: str, lines: list[str], at: tuple[int, int], start: tuple[int, int], words: str) -> Problem:
    """The problem behind a YAML error at `at`, while reading something that began at `start` (both from 0)."""
    line, column, code, message, remedy = _diagnose(lines, at, start, words)
    return Problem(file, line + 1, column + 1, code, plain(message), remedy)


def patched(line: str) -> str | None:
    """The line with something harmless for its value, to read on behind a broken one; None where that is no help."""
    field = _FIELD.match(line)
    if field is None or field.group(3)[:1] in ("|", ">", ""):
        return None
    return f'{line[: field.start(3)]}"…"'


Finding = tuple[int, int, str, str, str]


def _diagnose(lines: list[str], at: tuple[int, int], start: tuple[int, int], words: str) -> Finding:
    text = _line(lines, at[0])
    sign = text[at[1] : at[1] + 1]
    indent = text[: len(text) - len(text.lstrip())]
    if "\t" in indent or sign == "\t":
        column = text.index("\t")
        return (at[0], column, "OP105", "There is a tab here; YAML wants spaces.", "Replace it by two spaces a level.")
    if "escape" in words:
        message = "A backslash inside double quotes has a special meaning."
        return (*at, "OP103", message, "Write it twice (\\\\), or use single quotes.")
    if "unexpected end of stream" in words or "document indicator" in words:
        message = "The quotation mark that opens here is never closed."
        return (*start, "OP103", message, "Close it, or put the wording that starts with a quote inside other quotes.")
    if "cannot start any token" in words or "directive" in words:
        return _odd_start(text, at, sign)
    if _line(lines, start[0])[start[1] : start[1] + 1] in ("*", "&") and "alphabetic" in words:
        return _odd_start(text, start, _line(lines, start[0])[start[1]])
    return _structure(lines, at, start, words)


def _odd_start(text: str, at: tuple[int, int], sign: str) -> Finding:
    message = f"A value cannot start with `{short(sign or text.strip()[:1])}` unless it is in quotes."
    return (*at, "OP104", message, QUOTE_IT)


def _structure(lines: list[str], at: tuple[int, int], start: tuple[int, int], words: str) -> Finding:
    text = _line(lines, at[0])
    if "comment or" in words or "chomping" in words or "a line break" in words:
        message = "After `>` or `|` the wording starts on the next line, further right."
        return (*at, "OP104", message, "Move the wording down and indent it, or put it in quotes.")
    if "sequence entries" in words or "block sequence" in words:
        message = "The items of a list start on a line of their own."
        return (*at, "OP101", message, "Put each `- item` on its own line, or write [first, second].")
    if "',' or" in words:
        return _braces(lines, at, start)
    if "expected ':'" in words:
        return _layout(lines, start)
    found = _wording(text, at[0])
    if found is not None:
        return found
    if "mapping values" in words or "expected ':'" in words or "expected key" in words or "block end" in words:
        return _layout(lines, at)
    return (*at, "OP101", f"The layout is broken here ({words}).", "Compare with the lines above and below.")


def _wording(text: str, line: int) -> Finding | None:
    """A trap inside the wording of one `field: wording` line."""
    field = _FIELD.match(text)
    if field is None:
        return None
    value, column = field.group(3), field.start(3)
    if value[:1] in ('"', "'"):
        after = _AFTER_QUOTE.match(value)
        if after is not None:
            message = "The wording goes on after its closing quotation mark."
            remedy = """Put all of it in the other kind of quotes: '"Well," she said.'"""
            return (line, column + after.end() - 1, "OP103", message, remedy)
        return None
    if value[:1] in ("*", "&", "!"):
        return _odd_start(text, (line, column), value[0])
    if value[:1] in ("{", "["):
        after = _AFTER_BRACE.match(value)
        if after is not None:
            message = f"Wording that starts with `{value[0]}` is read as a group, and then goes on after it."
            return (line, column, "OP106", message, QUOTE_IT)
        return None
    inside = re.search(r":(?=\s|$)", value)
    if inside is not None:
        message = f"The wording contains a colon and a space: `{short(value[: inside.end()])}`."
        return (line, column + inside.start(), "OP102", message, QUOTE_IT)
    return None


def _braces(lines: list[str], at: tuple[int, int], start: tuple[int, int]) -> Finding:
    text = _line(lines, at[0])
    if text[: at[1]].rstrip()[-1:] in ('"', "'") and text[at[1] : at[1] + 1] not in ("", ":"):
        message = "The wording goes on after its closing quotation mark."
        return (*at, "OP103", message, """Put all of it in the other kind of quotes: '"Well," she said.'""")
    if at[0] == start[0] and text[at[1] : at[1] + 1] == ":":
        message = "Inside braces, wording with a colon and a space needs quotes."
        return (*at, "OP102", message, QUOTE_IT)
    if at[0] == start[0] and text[at[1] : at[1] + 1] in ("{", "["):
        message = "Inside braces, wording with a brace or bracket needs quotes."
        return (*at, "OP106", message, QUOTE_IT)
    sign = _line(lines, start[0])[start[1] : start[1] + 1] or "{"
    message = f"The `{sign}` that opens here is never closed, or something before line {at[0] + 1} is missing a comma."
    return (*start, "OP101", message, "Close it, or write the fields on lines of their own, indented, without braces.")


def _layout(lines: list[str], at: tuple[int, int]) -> Finding:
    text = _line(lines, at[0])
    above = next(
        (n for n in range(at[0] - 1, -1, -1) if lines[n].strip() and not lines[n].lstrip().startswith("#")), -1
    )
    for number in (at[0], above):
        tight = _TIGHT.match(_line(lines, number))
        if tight is not None:
            message = "After the colon there must be a space."
            return (number, tight.end() - 2, "OP115", message, "Write `name: value`.")
    if text.strip() and ":" not in text and not text.lstrip().startswith("- "):
        message = f"`{short(text)}` is not a field: there is no colon."
        remedy = (
            "Write `name: value`; wording that goes on from the line above must be indented further than its field."
        )
        return (at[0], len(text) - len(text.lstrip()), "OP115", message, remedy)
    column = len(text) - len(text.lstrip())
    message = "This line does not line up with the ones above it."
    return (at[0], column, "OP109", message, "Give the fields of one group the same number of spaces at the left.")


def _line(lines: list[str], number: int) -> str:
    return lines[number] if 0 <= number < len(lines) else ""
