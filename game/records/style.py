"""How a page looks: the window's colours, light and dark, and a form for A4 paper. No script, nothing from outside."""

from __future__ import annotations

LIGHT = {
    "bg": "#F1F3F7",
    "card": "#FFFFFF",
    "sunk": "#F6F7FA",
    "track": "#E1E6EE",
    "line": "#E0E5ED",
    "ink": "#18212F",
    "ink2": "#525E70",
    "rel": "#2F7FC1",
    "rel-text": "#1D66A3",
    "rel-soft": "#E3EFF9",
    "dlv": "#C76A12",
    "dlv-text": "#934600",
    "dlv-soft": "#FCEAD6",
    "good": "#00696E",
    "good-soft": "#DBF1F0",
    "warn": "#7D5300",
    "warn-soft": "#FBF0CF",
    "bad": "#B4281E",
    "bad-soft": "#FCE7E3",
    "plain-soft": "#EDF0F5",
    "on": "#FFFFFF",  # text on a filled bar
    "quiet": "#5F6C80",  # bars that are no news
}
DARK = {
    "bg": "#0E141E",
    "card": "#18202D",
    "sunk": "#131A26",
    "track": "#2D394B",
    "line": "#2A3547",
    "ink": "#E9EEF6",
    "ink2": "#A8B4C6",
    "rel": "#4C9FDE",
    "rel-text": "#7FBFF0",
    "rel-soft": "#1B3149",
    "dlv": "#E8934A",
    "dlv-text": "#F5AE6A",
    "dlv-soft": "#3F2C1B",
    "good": "#58CDD0",
    "good-soft": "#14393C",
    "warn": "#EBC25E",
    "warn-soft": "#3A301A",
    "bad": "#FF9690",
    "bad-soft": "#452426",
    "plain-soft": "#2D394B",
    "on": "#0E141E",
    "quiet": "#8592A6",
}


def _variables(colours: dict[str, str]) -> str:
    return " ".join(f"--{name}: {colour};" for name, colour in colours.items())


COLOURS = f"""
:root {{ color-scheme: light; {_variables(LIGHT)} }}
@media screen and (prefers-color-scheme: dark) {{ :root {{ color-scheme: dark; {_variables(DARK)} }} }}
"""
TEXT = """
* { box-sizing: border-box; }
body { font: 1rem/1.5 "Source Sans 3", "Source Sans Pro", system-ui, "Segoe UI", "Noto Sans", sans-serif;
  color: var(--ink); background: var(--bg); margin: 0; overflow-wrap: anywhere; -webkit-text-size-adjust: 100%; }
main { max-width: 66rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1 { font-size: 2.1rem; line-height: 1.15; margin: 0 0 .3rem; }
h2 { font-size: 1.35rem; line-height: 1.25; margin: 0 0 .25rem; }
h3 { font-size: 1.05rem; line-height: 1.3; margin: 1.1rem 0 .3rem; }
h4 { font-size: .95rem; line-height: 1.3; margin: 0 0 .25rem; }
p { margin: .35rem 0; }
a { color: inherit; text-decoration-color: var(--ink2); text-underline-offset: .15em; }
a:focus-visible, summary:focus-visible { outline: 2px solid var(--ink); outline-offset: 2px; }
.quiet { color: var(--ink2); }
.small { font-size: .9rem; }
section { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 1.25rem 1.5rem;
  margin: 1rem 0; box-shadow: 0 1px 3px rgb(24 36 60 / 8%); }
figure { margin: .9rem 0; }
summary { cursor: pointer; color: var(--ink2); font-size: .9rem; margin-top: .5rem; }
"""
TABLES = """
table { border-collapse: collapse; width: 100%; font-size: .92rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; color: var(--ink2); padding: .3rem 0; }
th, td { text-align: left; padding: .26rem .6rem .26rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
th { font-weight: 600; overflow-wrap: break-word; }
td:last-child, th:last-child { padding-right: 0; }
td.number, th.number { text-align: right; }
td.number { white-space: nowrap; }
th.number { overflow-wrap: anywhere; min-width: 3.4rem; }
td.name { min-width: 6rem; }
tr.inner td { color: var(--ink2); }
tr.inner td.name { padding-left: 1.4rem; }
.wide { overflow-x: auto; }
"""
CHARTS = """
svg { display: block; }
svg.still { max-width: 100%; height: auto; margin: .5rem 0; }
svg text { font-family: inherit; font-size: 13px; fill: var(--ink2); font-variant-numeric: tabular-nums; }
svg .strong { fill: var(--ink); font-weight: 600; }
svg .on { fill: var(--on); font-weight: 600; }
.f-rel { fill: var(--rel); } .f-dlv { fill: var(--dlv); }
.f-rel-deep { fill: var(--rel-text); } .f-dlv-deep { fill: var(--dlv-text); }
 .f-good { fill: var(--good); } .f-warn { fill: var(--warn); }
.f-bad { fill: var(--bad); } .f-ink { fill: var(--ink); } .f-plain { fill: var(--quiet); }
.f-track { fill: var(--track); } .f-card { fill: var(--card); } .f-soft { fill: var(--plain-soft); }
svg text.f-good { fill: var(--good); } svg text.f-warn { fill: var(--warn); } svg text.f-bad { fill: var(--bad); }
.s-grid { stroke: var(--track); } .s-ink { stroke: var(--ink); } .s-ink2 { stroke: var(--ink2); }
.s-rel { stroke: var(--rel); } .s-card { stroke: var(--card); } .s-quiet { stroke: var(--quiet); }
"""
PRINT = """
@page { size: A4; margin: 14mm 13mm 16mm; @bottom-right { content: counter(page) " / " counter(pages);
  font: 9pt system-ui, sans-serif; color: #525E70; } }
@media print {
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  :root { font-size: 9.8pt; }
  body { background: #fff; }
  main { max-width: none; padding: 0; }
  h1, h2, h3, h4, h2 + .quiet, summary, caption, .eyebrow { break-after: avoid; }
  section { border: 0; border-top: 1px solid var(--line); border-radius: 0; padding: .8rem 0 0; margin: 1.1rem 0 0;
    box-shadow: none; }
  p, li { orphans: 3; widows: 3; }
  tr, figure, blockquote { break-inside: avoid; }
  thead { display: table-header-group; }
  .wide { overflow: visible; }
  a { text-decoration: none; }
}
"""
STYLE = COLOURS + TEXT + TABLES + CHARTS + PRINT
