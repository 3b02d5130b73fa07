"""What the page of a review looks like beyond what all pages share."""

from __future__ import annotations

TOP = """
.brand { display: flex; align-items: center; gap: .5rem; color: var(--ink2); font-size: .95rem; margin: 0 0 .8rem; }
.brand svg { flex: none; }
.eyebrow { color: var(--ink2); font-size: .9rem; font-weight: 600; margin: 0; }
.facts { display: flex; flex-wrap: wrap; gap: .6rem 2rem; margin: 1rem 0 0; }
.facts div { min-width: 0; }
.facts dt { color: var(--ink2); font-size: .85rem; }
.facts dd { margin: 0; font-weight: 600; }
.result { display: flex; flex-wrap: wrap; gap: .5rem 2rem; align-items: baseline; justify-content: space-between; }
.big { font-size: 2.6rem; font-weight: 700; line-height: 1; white-space: nowrap; }
.big small { font-size: 1rem; font-weight: 400; color: var(--ink2); }
.chip { display: inline-flex; align-items: center; gap: .3rem; padding: .05rem .6rem; border-radius: 1rem;
  font-size: .9rem; font-weight: 600; background: var(--plain-soft); color: var(--ink2); }
.chip.t-good { background: var(--good-soft); } .chip.t-warn { background: var(--warn-soft); }
.chip.t-bad { background: var(--bad-soft); } .chip.t-rel { background: var(--rel-soft); }
.chip.t-dlv { background: var(--dlv-soft); }
.t-good { color: var(--good); } .t-warn { color: var(--warn); } .t-bad { color: var(--bad); }
.t-rel { color: var(--rel-text); } .t-dlv { color: var(--dlv-text); }
.t-good b, .t-warn b, .t-bad b { font-weight: 700; }
ul.plain, ol.plain { list-style: none; margin: .3rem 0; padding: 0; }
ul.plain > li, ol.plain > li { margin: .45rem 0; }
.goals li { display: flex; flex-wrap: wrap; gap: .2rem .6rem; align-items: baseline; }
.goals li p { flex-basis: 100%; margin: 0; }
blockquote { margin: .5rem 0; padding: .1rem 0 .1rem .9rem; border-left: 3px solid var(--line); }
.rule { font-size: 1.2rem; border-left-color: var(--rel); }
.two { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(19rem, 100%), 1fr)); gap: 0 2rem; }
.two.broad { grid-template-columns: repeat(auto-fit, minmax(min(24rem, 100%), 1fr)); }
.two > * { min-width: 0; }
"""
WEEKS = """
.weeks { container-type: inline-size; display: grid; grid-template-columns: 2.9rem minmax(0, 1fr); column-gap: .4rem;
  padding-right: .4rem; }
.weeks svg { overflow: visible; }
.at { overflow: visible; }
.path { stroke-width: 1.8; stroke-linecap: square; }
.theirs { stroke-width: 1.8; stroke-dasharray: 2 3; }
svg text.lost { font-size: min(12.5px, 19cqi / var(--columns)); font-weight: 600; paint-order: stroke;
  stroke: var(--card); stroke-width: 4px; stroke-linejoin: round; }
svg text.word { font-size: min(12.5px, 15.4cqi / var(--columns)); font-weight: 600; }
svg text.amount { font-size: min(13px, 22cqi / var(--columns)); }
.mark { transform: translateX(calc(var(--aside) * min(21px, 50cqi / var(--columns)))); }
.luck { fill: var(--plain-soft); stroke: var(--ink2); stroke-width: 1; }
.sign { width: 1.05em; height: 1.05em; display: inline-block; vertical-align: -.16em; flex: none; }
.legend { display: flex; flex-wrap: wrap; gap: .2rem 1rem; margin: .6rem 0 0; }
.key { display: inline-flex; align-items: center; gap: .3rem; }
td .sign { margin-right: .3rem; }
.note { display: block; color: var(--ink2); font-size: .85rem; }
.nowrap { white-space: nowrap; }
@media screen and (max-width: 640px) {
  .words, svg .start, svg .amount, svg .lost { display: none; }
  .weeks { grid-template-columns: 2.4rem minmax(0, 1fr); }
  .mark { transform: translateX(calc(var(--aside) * min(21px, 50cqi / var(--columns)))) scale(.72); }
  table { font-size: .86rem; }
}
"""
DECISIONS = """
.decision { border-top: 1px solid var(--line); padding-top: 1.1rem; margin-top: 1.4rem; scroll-margin-top: 1rem; }
.decision:target { outline: 2px solid var(--rel); outline-offset: .6rem; border-radius: 6px; }
.decision header { display: flex; flex-wrap: wrap; gap: .3rem 1rem; justify-content: space-between;
  align-items: flex-start; }
.decision header h3 { margin: 0; font-size: 1.3rem; }
.verdict { display: flex; flex-wrap: wrap; gap: .3rem .5rem; }
.decision header > div { min-width: 0; }
.options td { border: 0; padding-top: .18rem; padding-bottom: .18rem; vertical-align: middle; }
.options td.name { width: 44%; }
.options th.number { white-space: nowrap; }
.options td:nth-child(2) { min-width: 6rem; }
.options tr.inner td { color: inherit; }
.options .taken { font-weight: 600; }
.halo { stroke-width: 4; }
.s-ink { stroke-width: 1.6; }
.wells { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(17rem, 100%), 1fr)); gap: .8rem;
  margin: .8rem 0; }
.well { background: var(--sunk); border: 1px solid var(--line); border-radius: 10px; padding: .6rem .9rem;
  min-width: 0; }
.well p { margin: .2rem 0; }
.after { list-style: none; padding: 0; margin: .2rem 0 0; }
.after li { display: grid; grid-template-columns: 1.9rem minmax(0, 1fr); gap: .6rem; margin: .35rem 0; }
.after .week { width: 1.75rem; height: 1.75rem; border: 1.5px solid var(--ink2); border-radius: 50%; font-size: .85rem;
  font-weight: 600; display: grid; place-items: center; margin-top: -.1rem; }
.after p { margin: 0 0 .15rem; }
.moved { color: var(--ink2); font-size: .92rem; }
.moved b { font-weight: 600; color: var(--ink); white-space: nowrap; }
.steps td { border: 0; padding-top: .12rem; padding-bottom: .12rem; vertical-align: middle; }
.steps table { table-layout: fixed; }
.steps th:nth-child(2) { width: 36%; }
.steps th:nth-child(3) { width: 3.6rem; }
.steps tr:first-child td, .steps tr:last-child td { font-weight: 600; }
.steps .when { display: block; color: var(--ink2); font-size: .85rem; font-weight: 400; }
@media screen and (max-width: 600px) {
  section { padding: 1rem; }
  .options thead { position: absolute; clip-path: inset(50%); }
  .options tr { display: grid; grid-template-columns: minmax(0, 1fr) auto auto; gap: 0 .7rem; margin-bottom: .4rem; }
  .options td.name { grid-column: 1 / -1; width: auto; }
}
@media print {
  .decision { break-inside: auto; padding-top: .8rem; margin-top: .9rem; }
  .decision header, .wells, .well, .after li, .options, .kpi, .goals li, .move { break-inside: avoid; }
  .decision header, .asked { break-after: avoid; }
  .weeks, .legend, details, .whole { break-inside: avoid; }
  .decision:target { outline: 0; }
}
"""
REVIEW_STYLE = TOP + WEEKS + DECISIONS
