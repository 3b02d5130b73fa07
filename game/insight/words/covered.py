"""What moved the share of what could go wrong that is covered: no number of the table, but worked out from many."""

from __future__ import annotations

from game.engine.scores import kpi
from game.insight.words.causes import cause_words, softened
from game.insight.words.lived import Week

# what the calendar and the laws do to it
BY_ITSELF = {
    "law:week": "A week in which something could have come went by",
    "law:hazard": "Something became likelier than it had been",
}
STRUCK = ("struck", "has come, and is feared no longer")  # for less than was feared, where cover rises
OTHERS = "Other things made something likelier or less likely"


def covered_parts(lived: Week) -> list[tuple[str, float]]:
    """The causes of a week with the per cent points each did to it, in the order of the ledger."""
    scenario, values = lived.scenario, lived.play.states[lived.week - 1].values.copy()
    found: dict[str, float] = {}
    now = kpi(scenario, values, "risk") or 0.0
    for _week, quantity, cause, grains in lived.changes:
        values[quantity] += grains
        before, now = now, kpi(scenario, values, "risk") or 0.0
        if now != before:
            text = _named(lived, cause, now > before)
            found[text] = found.get(text, 0.0) + 100.0 * (now - before)
    return [(text, points) for text, points in found.items() if abs(points) >= 0.05]


def _named(lived: Week, cause: str, better: bool) -> str:
    kind, _colon, name = cause.partition(":")
    if kind == "risk":
        title = next((risk.name for risk in lived.scenario.risks if risk.id == name), name)
        return f"“{softened(title)}” {STRUCK[better]}"
    if kind == "law":
        return BY_ITSELF.get(cause, OTHERS)
    return cause_words(lived.view, cause).text


def sum_of(parts: list[tuple[str, float]]) -> float:
    """What parts come to together."""
    total = 0.0
    for _text, points in parts:
        total += points
    return total
