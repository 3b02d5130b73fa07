"""What another option could have led to, in plain frequencies."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.model import Scenario
from game.engine.play import Play
from game.insight.review.choices import NOISE, SPREAD, apart
from game.insight.review.whatif import BIN, Outlook, WhatIf
from game.insight.simulate import summary
from game.insight.words.cards import LABELS
from game.insight.words.causes import choices_on, entitled, quoted
from game.insight.words.debrief.answers import give_or_take
from game.insight.words.debrief.side_by_side import ending_title
from game.insight.words.figures import decimal, listed, whole

DIFFERS = 0.05  # share of the futures by which an ending has to come more or less often to be told
ENDINGS = 2  # told in a sentence
KPI_DIFFERS = 3.0  # points of a KPI by which its mean has to differ to be told
KPIS = 2
HALF = (SPREAD.index(0.25), SPREAD.index(0.75))


@dataclass(frozen=True)
class EndingRow:
    """One ending and in how many futures it came with each option."""

    ending: str
    title: str
    tone: str  # good, plain, bad
    taken: int
    other: int


@dataclass(frozen=True)
class BarRow:
    """One bar of both histograms: "60 to 65", and how many futures ended there."""

    label: str
    taken: int
    other: int


@dataclass(frozen=True)
class KpiRow:
    """A KPI's mean points at the end with each option, "—" where it never had data."""

    name: str
    label: str
    taken: str
    other: str


@dataclass(frozen=True)
class WhatIfWords:
    """What if, to read. `headline` is a sentence or two; `half` says between which scores half the futures ended."""

    title: str
    taken: str
    other: str
    headline: str
    half: tuple[str, str]
    endings: tuple[EndingRow, ...]
    bars: tuple[BarRow, ...]
    kpis: tuple[KpiRow, ...]


def whatif_words(play: Play, found: WhatIf) -> WhatIfWords:
    """Another option in words."""
    scenario = play.scenario
    taken, other = _option(scenario, found, found.taken), _option(scenario, found, found.other)
    return WhatIfWords(
        title=entitled(scenario.events[scenario.event_index[found.event]]),
        taken=taken,
        other=other,
        headline=" ".join([each for each in (_score(found, other), _rest(scenario, found)) if each]),
        half=(_half(found.taken), _half(found.other)),
        endings=_endings(scenario, found),
        bars=_bars(found),
        kpis=tuple([_kpi(found, place) for place in range(len(found.taken.kpis))]),
    )


def _option(scenario: Scenario, found: WhatIf, outlook: Outlook) -> str:
    _event, way = choices_on(scenario, f"{found.event}/{outlook.path}")
    if not outlook.path or not way:
        return "no answer at all"
    return ", then ".join([quoted(scenario, choice.text, found.week) for choice in way])


def _score(found: WhatIf, other: str) -> str:
    level = found.futures - found.better - found.worse
    counts = [(found.better, f"higher{_by(found, 1)}"), (found.worse, f"lower{_by(found, -1)}"), (level, "the same")]
    (first, how), *rest = [each for each in counts if each[0]]
    futures = f"{first} of {found.futures} futures" if rest else f"all {found.futures} futures"
    told = listed([f"{futures} end {how}", *[f"{count} {which}" for count, which in rest]])
    return f"With {other}, {told}. {_on_average(found)}"


def _by(found: WhatIf, way: int) -> str:
    """By how much the futures that end higher (1) or lower (-1) do; told where the fewer outweigh the more."""
    if (found.better - found.worse) * found.gain.mean >= 0.0:
        return ""
    gains = [apart(other, taken) for taken, other in zip(found.taken.scores, found.other.scores, strict=True)]
    return f" (by {decimal(abs(summary([gain for gain in gains if gain * way > 0.0]).mean))})"


def _on_average(found: WhatIf) -> str:
    taken, other = found.taken.mean.mean, found.other.mean.mean
    ahead, ends = apart(other, taken), f"at {decimal(other)} instead of {decimal(taken)}"
    if not ahead:
        return f"On average both end at {decimal(taken)}."
    if abs(found.gain.mean) <= NOISE * found.gain.error:
        return f"On average it ends {ends}, which may be chance."
    far = give_or_take(abs(ahead), found.gain.error)
    return f"On average it ends {far} {'higher' if ahead > 0.0 else 'lower'}, {ends}."


def _rest(scenario: Scenario, found: WhatIf) -> str:
    """The endings that come more or less often, and the numbers that carry the difference."""
    least = max(1, round(DIFFERS * found.futures))
    moved = [row for row in _endings(scenario, found) if abs(row.other - row.taken) >= least]
    moved.sort(key=lambda row: -abs(row.other - row.taken))
    told = [
        f"{row.title} {'in' if place else 'comes in'} {row.other} futures instead of {row.taken}"
        for place, row in enumerate(moved[:ENDINGS])
    ]
    kpis = [
        (theirs.points - mine.points, mine.name, mine.points, theirs.points)
        for mine, theirs in zip(found.taken.kpis, found.other.kpis, strict=True)
        if mine.futures and theirs.futures and abs(theirs.points - mine.points) >= KPI_DIFFERS
    ]
    kpis.sort(key=lambda each: -abs(each[0]))
    carried = [
        f"{LABELS[name].lower()} {whole(theirs)} instead of {whole(mine)}" for _d, name, mine, theirs in kpis[:KPIS]
    ]
    sentences = [f"The ending {listed(told)}."] if told else []
    sentences += [f"Points on average: {listed(carried)}."] if carried else []
    return " ".join(sentences)


def _half(outlook: Outlook) -> str:
    low, high = (outlook.spread[place] for place in HALF)
    return f"half of them between {whole(low)} and {whole(high)}"


def _endings(scenario: Scenario, found: WhatIf) -> tuple[EndingRow, ...]:
    rows: list[EndingRow] = []
    for rule in scenario.endings:
        taken, other = found.taken.ended(rule.id), found.other.ended(rule.id)
        if taken or other:
            tone = "plain" if rule.tone == "mixed" else rule.tone
            rows.append(EndingRow(rule.id, f"“{ending_title(scenario, rule.id, scenario.weeks)}”", tone, taken, other))
    return tuple(sorted(rows, key=lambda row: -max(row.taken, row.other)))


def _bars(found: WhatIf) -> tuple[BarRow, ...]:
    """The bars from the first that holds a future to the last."""
    pairs = list(zip(found.taken.histogram, found.other.histogram, strict=True))
    filled = [place for place, (taken, other) in enumerate(pairs) if taken or other]
    return tuple(
        [
            BarRow(f"{place * BIN} to {(place + 1) * BIN}", pairs[place][0], pairs[place][1])
            for place in range(filled[0], filled[-1] + 1)
        ]
    )


def _kpi(found: WhatIf, place: int) -> KpiRow:
    mine, theirs = found.taken.kpis[place], found.other.kpis[place]
    shown = ["—" if not each.futures else whole(each.points) for each in (mine, theirs)]
    return KpiRow(mine.name, LABELS[mine.name], shown[0], shown[1])
