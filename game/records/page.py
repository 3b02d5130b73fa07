"""One self-contained page for a browser: elements, and the only place where text becomes HTML.

Text enters through `text` alone, which escapes it; a page has no script, loads nothing, and prints well.
"""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
STYLE = """
:root { color-scheme: light; }
body { font: 16px/1.5 "Source Sans 3", "Source Sans Pro", system-ui, sans-serif; color: #1d2430; background: #f5f6f8;
  margin: 0; }
main { max-width: 62rem; margin: 0 auto; padding: 1.5rem; }
h1 { font-size: 1.9rem; margin: 0 0 .2rem; }
h2 { font-size: 1.25rem; margin: 0 0 .3rem; }
section { background: #fff; border: 1px solid #dde1e7; border-radius: 10px; padding: 1rem 1.25rem; margin: 1rem 0; }
p { margin: .3rem 0; }
.quiet { color: #55606f; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; color: #55606f; padding: .3rem 0; }
th, td { text-align: left; padding: .22rem .6rem .22rem 0; border-bottom: 1px solid #edeff3; vertical-align: top; }
th { font-weight: 600; }
td.number, th.number { text-align: right; white-space: nowrap; }
tr.inner td { color: #3d4654; }
tr.inner td.name { padding-left: 1.4rem; }
.wide { overflow-x: auto; }
svg { max-width: 100%; height: auto; display: block; margin: .5rem 0; }
@media print {
  body { background: #fff; font-size: 11pt; }
  main { max-width: none; padding: 0; }
  section { border: 0; padding: 0; break-inside: avoid-page; }
  section.long { break-inside: auto; }
  tr { break-inside: avoid; }
  thead { display: table-header-group; }
}
"""


class Markup(str):
    """Text that is HTML already; everything else is escaped when it enters a page."""

    __slots__ = ()


def text(words: str) -> Markup:
    """Words as HTML. The one place where escaping happens: control characters are shown, not sent."""
    visible = "".join(c if c.isprintable() or c == "\n" else "\ufffd" for c in words)
    return words if isinstance(words, Markup) else Markup(html.escape(visible, quote=True))


def element(name: str, *inside: str, **attributes: str) -> Markup:
    """An element; `class_` and names with underscores for hyphens as in `text_anchor`."""
    written = "".join(f' {_attribute(key)}="{text(value)}"' for key, value in attributes.items())
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
    whole = element(
        "table", element("caption", caption), element("thead", element("tr", *top)), element("tbody", *body)
    )
    return element("div", whole, class_="wide")


def _row(row: Row, right: Sequence[int], name: int) -> Markup:
    kinds = ["number" if i in right else "name" if i == name else "" for i in range(len(row.cells))]
    cells = [element("td", cell, class_=kind) for cell, kind in zip(row.cells, kinds, strict=True)]
    return element("tr", *cells, class_="inner" if row.inner else "")


def section(heading: str, *inside: str, note: str = "", long: bool = False) -> Markup:
    """A part of the page; a `long` one may be broken between printed pages."""
    said = [element("p", note, class_="quiet")] if note else []
    return element("section", element("h2", heading), *said, *inside, class_="long" if long else "")


def page(title: str, sub: str, sections: Sequence[Markup]) -> str:
    """The whole page."""
    head = (
        Markup('<meta charset="utf-8">')
        + Markup(f'<meta http-equiv="Content-Security-Policy" content="{text(POLICY)}">')
        + Markup('<meta name="viewport" content="width=device-width, initial-scale=1">')
        + element("title", title)
        + f"<style>{STYLE}</style>"
    )
    body = element("main", element("h1", title), element("p", sub, class_="quiet"), *sections)
    return f'<!doctype html>\n<html lang="en"><head>{head}</head><body>{body}</body></html>\n'
