"""What came of an answer: what people said to it at once, and what it moved week by week, however late."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.legality import decided
from game.engine.model import KPIS, NONE, Outcome, Scenario, Seat
from game.engine.outcomes import branch_taken, replies
from game.engine.play import Play
from game.engine.view import observe
from game.insight.review.choices import Decision, path_taken
from game.insight.words.amounts import per_unit_of
from game.insight.words.causes import choices_on
from game.insight.words.debrief.carried import AT_THE_END, Carried, carried_kpi
from game.insight.words.debrief.followed import Followed
from game.insight.words.facts import is_fact
from game.insight.words.figures import MINUS, listed, signed
from game.insight.words.fill import substitute
from game.insight.words.ledger import parts_of, quantities_in
from game.insight.words.people import first_name
from game.insight.words.quantities import delta_text, title
from game.insight.words.surprises import MUCH

MOVED = 3  # numbers told of a week
TOLD = 6  # weeks told of an answer
LEAST = 0.2  # of what people would call much


@dataclass(frozen=True)
class Came:
    """What came of an answer in one week: sentences, and numbers as (name, change)."""

    week: int
    said: tuple[str, ...]
    moved: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Reply:
    """What somebody said to an answer; nobody for what is narrated."""

    who: str
    text: str


class Aftermath:
    """Everything that came of the answers of a finished play, gathered in one pass over its ledger."""

    def __init__(self, play: Play, seat: Seat) -> None:
        self._play, self._seat = play, seat
        self._kpis: list[Carried] | None = None
        self._moved: dict[tuple[str, int], dict[int, list[tuple[int, float]]]] = {}
        inner = _inner(play.scenario, seat)
        for lived in play.weeks:
            view = observe(play.scenario, play.states[lived.week], Seat.BOTH)
            for quantity in quantities_in(play.scenario, list(lived.changes)):
                if is_fact(play.scenario, quantity) or quantity in inner:
                    continue
                for part in parts_of(play, lived.week, quantity, view):
                    kind, _colon, path = part.words.key.partition(":")
                    if kind in ("choice", "ignored"):
                        moment = (path.partition("/")[0], part.words.origin or lived.week)
                        weeks = self._moved.setdefault(moment, {})
                        weeks.setdefault(lived.week, []).append((quantity, part.grains))

    def of(self, judged: Decision) -> tuple[Came, ...]:
        """What came of an answer, in order of weeks."""
        found: list[Came] = []
        moved = self._moved.get((judged.event, judged.week), {})
        trail = Followed(self._play, self._seat, judged)
        for lived in self._play.weeks[judged.week - 1 :]:
            said = self._said(judged, trail, lived.week)
            numbers = self._numbers(moved.get(lived.week, []))
            if (said or numbers) and len(found) < TOLD:
                found.append(Came(lived.week, tuple(said), tuple(numbers)))
        return tuple(found)

    def brought(self, judged: Decision) -> str:
        """What an answer did to the KPIs over the whole play, as the ending tells it; "" where it names it nowhere.

        What was answered so several times is told of all the times together there, and of none of them here.
        """
        lived = [decided(each.decisions, self._seat) for each in self._play.weeks]
        if len([each for each in lived if path_taken(each, judged.event) == judged.taken]) != 1:
            return ""
        whole = f"{judged.event}/{judged.taken}/"
        told: list[str] = []
        for kpi in self._carried():
            parts = [each.amount for each in kpi.causes if each.answer and whole.startswith(f"{each.answer}/")]
            told += [f"{kpi.label} {listed([signed(amount) for amount in parts])}"] if parts else []
        return f"Over the whole play, in points of each number: {listed(told)}." if told else ""

    def _carried(self) -> list[Carried]:
        """Every KPI of either card, gone through once."""
        if self._kpis is None:
            found = [carried_kpi(self._play, self._seat, name, AT_THE_END) for card in KPIS.values() for name in card]
            self._kpis = [each for each in found if each is not None]
        return self._kpis

    def replies(self, judged: Decision) -> tuple[Reply, ...]:
        """What people said to it at once."""
        play, scenario = self._play, self._play.scenario
        found: list[Reply] = []
        for choice in choices_on(scenario, f"{judged.event}/{judged.taken}")[1]:
            for who, text in replies(choice.outcome, play.states[judged.week - 1].values, play.luck, judged.week):
                name = first_name(scenario.people[who]) if who != NONE else ""
                found.append(Reply(name, substitute(text, scenario, judged.week)))
        return tuple(found)

    def _numbers(self, moved: list[tuple[int, float]]) -> list[tuple[str, str]]:
        scenario = self._play.scenario
        sums: dict[int, float] = {}
        for quantity, grains in moved:
            sums[quantity] = sums.get(quantity, 0.0) + grains / per_unit_of(scenario, quantity)
        told: list[tuple[float, int]] = []
        for quantity, amount in sums.items():
            much = 4.0 if quantity < 0 else MUCH.get(scenario.quantities[quantity].unit, 0.0)
            shown = delta_text(scenario, quantity, amount)[:1] in ("+", MINUS)
            if much and shown and abs(amount) / much >= LEAST:
                told.append((-abs(amount) / much, quantity))
        told.sort()
        return [(title(scenario, q), delta_text(scenario, q, sums[q])) for _size, q in told[:MOVED]]

    def _said(self, judged: Decision, trail: Followed, week: int) -> list[str]:
        """What the author tells of it in a week, the events it led to, and the promises it gave."""
        found: list[str] = []
        if week == judged.week:
            found += trail.chance()
            for choice in trail.way:
                found += self._tells(choice.outcome, week)
        for due in trail.due:
            if due.week == week and due.later is not None:
                found += self._tells(due.later.outcome, week)
        return [*found, *trail.arrivals().get(week, []), *trail.promises().get(week, [])]

    def _tells(self, outcome: Outcome, week: int) -> list[str]:
        play = self._play
        found: list[str] = []
        told: Outcome | None = outcome
        while told is not None:
            if told.tells:
                found.append(substitute(told.tells, play.scenario, week))
            taken = branch_taken(told, play.states[week - 1].values, play.luck, week)
            told = None if told.branch is None else told.branch.then if taken else told.branch.other
        return found


def _inner(scenario: Scenario, seat: Seat) -> list[int]:
    """Numbers that are told as part of another, and what one thinks of one’s own colleague, which one knows best."""
    found: list[int] = []
    for person in scenario.people:
        found += [person.confidence, person.relationship, person.experience]
        if person.seat is not None and seat in (person.seat, Seat.BOTH):
            found.append(person.rapport)
    return found
