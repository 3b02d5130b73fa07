"""One self-contained page for a browser: elements, and the only place where text becomes HTML.

Text enters through `text` alone, which escapes it; a page has no script, loads nothing, and prints well.
"""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass

from game.records.style import STYLE

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
KEPT = "\n\u00a0\u202f\u200c\u200d"  # no break, and what joins letters and signs in some scripts


class Markup(str):
    """Text that is HTML already; everything else is escaped when it enters a page."""

    __slots__ = ()


def text(words: str) -> Markup:
    """Words as HTML. The one place where escaping happens: control and direction marks are shown, not sent."""
    if isinstance(words, Markup):
        return words
    return Markup(html.escape("".join(c if c.isprintable() or c in KEPT else "\ufffd" for c in words), quote=True))


def element(name: str, *inside: str, **attributes: str) -> Markup:
    """An element; `class_`, and underscores for hyphens as in `text_anchor`. An empty attribute is left out."""
    written = "".join(f' {_attribute(key)}="{text(value)}"' for key, value in attributes.items() if value)
    return Markup(f"<{name}{written}>{''.join(text(part) for part in inside)}</{name}>")


def _attribute(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


@dataclass(frozen=True)
class Row:
    """One row of a table; `inner` ones are shown as parts of the row above."""

    cells: tuple[str, ...]
    inner: bool = False


def table(caption: str, head: Sequence[str], rows: Sequence[Row], right: Sequence[int] = (), name: int = 0) -> Markup:
    """A table; the columns of `right` hold numbers, `name` is the column that inner rows indent."""
    top = [element("th", each, scope="col", class_="number" if i in right else "") for i, each in enumerate(head)]
    body = [_row(row, right, name) for row in rows]
    said = [element("caption", caption)] if caption else []
    whole = element("table", *said, element("thead", element("tr", *top)), element("tbody", *body))
    return element("div", whole, class_="wide")


def _row(row: Row, right: Sequence[int], name: int) -> Markup:
    kinds = ["number" if i in right else "name" if i == name else "" for i in range(len(row.cells))]
    cells = [element("td", cell, class_=kind) for cell, kind in zip(row.cells, kinds, strict=True)]
    return element("tr", *cells, class_="inner" if row.inner else "")


def section(heading: str, *inside: str, note: str = "") -> Markup:
    """A part of the page."""
    said = [element("p", note, class_="quiet")] if note else []
    return element("section", element("h2", heading), *said, *inside)


def page(title: str, top: Sequence[str], sections: Sequence[Markup], style: str = "") -> str:
    """The whole page: what stands above its sections, and a style of its own if it needs more than what all share."""
    head = (
        Markup('<meta charset="utf-8">')
        + Markup(f'<meta http-equiv="Content-Security-Policy" content="{text(POLICY)}">')
        + Markup('<meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark">')
        + Markup('<meta name="viewport" content="width=device-width, initial-scale=1">')
        + element("title", title)
        + f"<style>{STYLE}{style}</style>"
    )
    body = element("main", *top, *sections)
    return f'<!doctype html>\n<html lang="en"><head>{head}</head><body>{body}</body></html>\n'
