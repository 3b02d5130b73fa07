"""The debrief in a real browser: it shows, asks for nothing, is clipped nowhere, on a screen, a telephone and on A4."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from game.engine.model import Seat
from game.records import style
from tests.pages.browser import Browser, browser, needs_browser
from tests.pages.debrief import crowded, debrief, hostile, played

pytestmark = needs_browser

PAPER = 695  # CSS pixels between the margins of an A4 sheet
SIZES = [(1280, ""), (400, ""), (PAPER, "print")]

# Elements that hold more than they show, and texts that leave the page or their section. What scrolls on purpose on a
# small screen may hold more; paper does not scroll.
CLIPPED = """
(() => {
  const found = [], wide = innerWidth + 0.5;
  const name = e => `${e.tagName}.${e.className.baseVal ?? e.className}: ${e.textContent.slice(0, 40)}`;
  for (const e of document.body.querySelectorAll('*')) {
    const scrolls = matchMedia('screen').matches && e.closest('.wide');
    if (e instanceof HTMLElement && e.clientWidth && !scrolls && e.scrollWidth > e.clientWidth + 1) found.push(name(e));
  }
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = texts.nextNode());) {
    const e = node.parentElement, range = document.createRange();
    if (e.closest('title') || (matchMedia('screen').matches && e.closest('.wide'))) continue;
    range.selectNodeContents(node);
    const box = (e.closest('td, th, section') ?? document.body).getBoundingClientRect();
    for (const r of range.getClientRects()) {
      if (r.width && (r.left < -0.5 || r.right > wide || r.left < box.left - 2 || r.right > box.right + 2))
        found.push(`${name(e)} at ${Math.round(r.left)} to ${Math.round(r.right)}`);
    }
  }
  if (document.documentElement.scrollWidth > wide) found.push('the page');
  return found;
})()
"""
# Words of a chart that lie on each other.
COLLIDING = """
[...document.querySelectorAll('.weeks')].flatMap(chart => {
  const words = [...chart.querySelectorAll('text')].map(e => [e.textContent, e.getBoundingClientRect()]);
  const seen = words.filter(([, r]) => r.width);
  return seen.flatMap(([a, r], i) => seen.slice(i + 1)
    .filter(([, s]) => r.left < s.right - 1 && s.left < r.right - 1 && r.top < s.bottom - 5 && s.top < r.bottom - 5)
    .map(([b]) => `${a} on ${b}`));
})
"""
# Texts whose contrast with what lies under them is too small (WCAG 1.4.3).
FAINT = """
(() => {
  const part = c => { c /= 255; return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; };
  const light = c => { const [r, g, b] = c.match(/[\\d.]+/g).map(Number).map(part);
    return .2126 * r + .7152 * g + .0722 * b; };
  const ground = e => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor;
    if (!/, 0\\)$/.test(c)) return c; } return 'rgb(255, 255, 255)'; };
  const found = [];
  for (const e of document.body.querySelectorAll('*')) {
    if (![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) || e.tagName === 'title') continue;
    const css = getComputedStyle(e), [a, b] = [light(e instanceof SVGElement ? css.fill : css.color), light(ground(e))];
    const contrast = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    if (contrast < 4.5) found.push(`${e.textContent.slice(0, 30)}: ${contrast.toFixed(2)}`);
  }
  return found;
})()
"""


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with browser(tmp_path_factory.mktemp("profile")) as found:
        yield found


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    written = {"plain": debrief(), "both": debrief(Seat.BOTH), "hostile": hostile()}
    written |= {"twelve": crowded(12), "year": crowded(52)}
    for name, page in written.items():
        (folder / f"{name}.html").write_text(page, encoding="utf-8")
    return {name: folder / f"{name}.html" for name in written}


def boxes(shown: Browser, selector: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = shown.find(
        f"[...document.querySelectorAll({selector!r})].map(e => e.getBoundingClientRect().toJSON())"
    )
    return found


@pytest.mark.parametrize("name", ["plain", "hostile"])
def test_it_shows_without_scripts_and_asks_for_nothing(shown: Browser, pages: dict[str, Path], name: str) -> None:
    shown.look(1280)
    for disabled in (False, True):
        shown.say("Emulation.setScriptExecutionDisabled", value=disabled)
        shown.asked_for.clear()
        shown.complaints.clear()
        shown.open(pages[name])
        assert shown.asked_for == [pages[name].as_uri()]
        assert shown.complaints == []
        assert shown.find("document.querySelectorAll('script, img').length") == 0
        field = boxes(shown, ".weeks svg.field")[0]
        assert field["width"] > 600
        assert field["height"] > 200
        marks = boxes(shown, ".mark a")
        assert len(marks) == len(played()[1].decisions)
        assert all(field["left"] <= mark["left"] and mark["right"] <= field["right"] + 1 for mark in marks)
        assert len(boxes(shown, ".options svg.bar")) >= 2 * len(marks)
    shown.say("Emulation.setScriptExecutionDisabled", value=False)


@pytest.mark.parametrize("name", ["plain", "both", "hostile", "twelve", "year"])
@pytest.mark.parametrize(("width", "media"), SIZES)
def test_nothing_is_clipped(shown: Browser, pages: dict[str, Path], name: str, width: int, media: str) -> None:
    shown.look(width, media=media)
    shown.open(pages[name])
    assert shown.find(CLIPPED) == []
    assert shown.find(COLLIDING) == []


@pytest.mark.parametrize("dark", [False, True])
def test_it_is_light_or_dark_as_the_reader_likes_and_stands_out_in_both(
    shown: Browser, pages: dict[str, Path], dark: bool
) -> None:
    shown.look(1280, dark=dark)
    shown.open(pages["plain"])
    ground = (style.DARK if dark else style.LIGHT)["bg"]
    rgb = ", ".join(str(int(ground[i : i + 2], 16)) for i in (1, 3, 5))
    assert shown.find("getComputedStyle(document.body).backgroundColor") == f"rgb({rgb})"
    assert shown.find(FAINT) == []


def test_it_prints_on_a4_and_always_in_dark_ink(shown: Browser, pages: dict[str, Path]) -> None:
    shown.look(1280, dark=True)
    shown.open(pages["plain"])
    sheets = re.findall(rb"/MediaBox ?\[ ?0 0 ([\d.]+) ([\d.]+) ?\]", shown.printed())
    assert 3 <= len(sheets) <= 12
    assert {(round(float(width)), round(float(height))) for width, height in sheets} == {(595, 842)}
    shown.look(PAPER, dark=True, media="print")
    assert shown.find("getComputedStyle(document.querySelector('h1')).color") == "rgb(24, 33, 47)"
    assert shown.find(FAINT) == []
