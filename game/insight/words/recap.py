"""The recap of a week: one headline, at most five lines, what the colleague did meanwhile, warnings."""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.engine.model import Scenario, Seat
from game.engine.play import Play
from game.insight.words.beats import beats
from game.insight.words.cards import Meter, meters
from game.insight.words.choosing import GROUPS, choose
from game.insight.words.figures import day_of, days
from game.insight.words.fill import substitute
from game.insight.words.gained import gained
from game.insight.words.headlines import headlines
from game.insight.words.lived import Week, undated
from game.insight.words.meanwhile import Meanwhile, meanwhile
from game.insight.words.moved import meter_moved
from game.insight.words.pulls import pull
from game.insight.words.sentences import Line, Spoken, line, phrase
from game.insight.words.traces import traces

A_DAY = 1.0  # by which a date has to move to be told with the bill


@dataclass(frozen=True)
class Recap:
    """A week as it turned out, for one seat. `lines` come grouped: client, team, project, account.

    `moves` says what came of each move the viewer made, in their order; `answers` what answers did that has no line.
    """

    week: int
    headline: str
    lines: tuple[Line, ...]
    meanwhile: Meanwhile | None
    pull: str  # both seat: where the two roles pulled apart; "" for a single seat
    warnings: tuple[str, ...]
    meters: tuple[Meter, ...]
    moves: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()

    def groups(self) -> tuple[tuple[str, tuple[Line, ...]], ...]:
        """The lines under their headings."""
        found: list[tuple[str, tuple[Line, ...]]] = []
        for name, title in GROUPS.items():
            mine = tuple(each for each in self.lines if each.group == name)
            if mine:
                found.append((title, mine))
        return tuple(found)


def recap(play: Play, week: int, viewer: Seat, human_colleague: bool = False) -> Recap:
    """What week `week` (1 to the last lived one) brought, as `viewer` may read it."""
    lived = Week(play, week, viewer)
    heads = headlines(play, week, viewer)
    spoken = Spoken(_said_before(play, viewer, heads[:-1]), [], heads[-1:])
    chosen = choose(beats(play, week, viewer))
    dated = [beat.subject for beat in chosen if beat.kind in ("forecast", "delivered", "delivered_late")]
    lines = [_dated(lived, line(lived, beat, spoken), "" if beat.subject in dated else beat.kind) for beat in chosen]
    order = list(GROUPS)
    lines.sort(key=lambda each: order.index(each.group))
    told = meters(play, viewer, week)
    return Recap(
        week=week,
        headline=heads[-1],
        lines=tuple(lines),
        meanwhile=meanwhile(lived, human_colleague),
        pull=pull(play, week) if viewer is Seat.BOTH else "",
        warnings=warnings(play.scenario, lived),
        meters=tuple(replace(each, why=meter_moved(play, week, viewer, each.name)) for each in told),
        moves=traces(lived),
        answers=gained(lived),
    )


def _dated(lived: Week, row: Line, kind: str) -> Line:
    """The row of a bill with the date that moved with it, where the date has no row of its own."""
    project = next((each for each in lived.scenario.projects if each.forecast_cost == row.quantity), None)
    moved = 0.0 if project is None else round(5.0 * lived.change(project.forecast), 1)
    if kind != "cost" or project is None or abs(moved) < A_DAY:
        return row
    by = "" if undated(lived, project.forecast) else f" {days(abs(moved))} {'later' if moved > 0.0 else 'sooner'}"
    because = f"{row.why.removesuffix('.')}. " if row.why else ""
    return replace(row, why=f"{because}Go-live{by}: {day_of(lived.value(project.forecast))}")


def _said_before(play: Play, viewer: Seat, heads: list[str]) -> list[str]:
    """The templates of the recaps before this one, under their `heads`, so that it begins with those not read for
    longest."""
    said: list[str] = []
    for earlier, head in enumerate(heads, 1):
        lived, spoken = Week(play, earlier, viewer), Spoken(said, [], [head])
        for beat in choose(beats(play, earlier, viewer)):
            phrase(lived, beat, spoken)
    return said


def warnings(scenario: Scenario, lived: Week) -> tuple[str, ...]:
    """The warnings of early endings that this week brought."""
    values = lived.play.states[lived.week].values
    found: list[str] = []
    for ending in scenario.endings:
        grew = any(q == ending.warned and amount > 0 for _w, q, _c, amount in lived.changes)
        count = values[ending.warned]
        if ending.early and grew and 1 <= count <= len(ending.warnings):
            text = substitute(ending.warnings[count - 1], scenario, lived.week)
            if text:
                found.append(text)
    return tuple(found)
