"""What luck was about in a week: what was drawn, how likely it was, and which way it went."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.engine.legality import decided, seats_of
from game.engine.model import Branch, Offer, Outcome, Scenario, Seat
from game.engine.outcomes import branch_taken
from game.engine.play import Play
from game.engine.scores import OWN_SHARE
from game.engine.view import observe
from game.insight.pitches import DECLINED, TAKEN, pitched
from game.insight.words.attribution import Weights
from game.insight.words.causes import choices_on, doer, entitled, quoted, softened
from game.insight.words.figures import capital, listed, percent
from game.insight.words.people import YOU, first_name

LIKELY = 0.1  # chance from which a blow that did not come is worth a word
LEAST = 5  # tenths of a point from which luck without a name is worth a word
MOST, AGAINST = 3, 2  # told of what went the way of the week's luck, and of what went against it
UNSEEN = "what nobody could look into"
BEGUN = "How people stood to each other and felt at the start is drawn."
NAMELESS = "what could have come, and did not"


@dataclass(frozen=True)
class Drawn:
    """One thing that luck decided: what came of it, with its chance, and whether that was good news."""

    text: str
    good: bool


def about_luck(play: Play, seat: Seat, week: int, part: int) -> str:
    """What luck was about in a week (0: the start) in which it gave `part`, in tenths; "" for nothing to explain."""
    if week == 0:
        return begun(play.scenario, play.states[0].values) if part else ""
    found = drawn(play, seat, week)
    forward = [each.text for each in found if each.good == (part > 0)][:MOST]
    back = [each.text for each in found if each.good != (part > 0)][:AGAINST]
    if not part and not (forward and back):
        return ""
    if not found and abs(part) < LEAST:
        return ""
    said = listed(forward) if forward else _nameless(play, week)
    return capital(f"{said}; against that, {listed(back)}." if back else f"{said}.")


def _nameless(play: Play, week: int) -> str:
    """What luck was about where nothing else that it decided has a name: which events came on the next Monday."""
    events = [play.scenario.events[index] for index in play.states[week].inbox]
    came = [entitled(event) for event in events if event.chance is not None and not event.builtin]
    return f"of all that could have come, {listed(came)} did" if came else NAMELESS


def begun(scenario: Scenario, values: list[int]) -> str:
    """What was drawn before the first week: which of what could be true was, and the numbers it began with."""
    by_way: dict[bool, list[str]] = {True: [], False: []}
    for truth in scenario.truths:
        about = f"about {truth.area}" if truth.area else f"of {UNSEEN}"
        by_way[values[truth.holds] != 0].append(f"{about} ({percent(truth.chance)})")
    words = {True: "was true", False: "was not"}
    told = [f"what could be true {listed(which)} {words[held]}" for held, which in by_way.items() if which]
    said = capital("; ".join(told)) + "." if told else ""
    return f"{said} {BEGUN}".strip() if scenario.tables.drawn or not told else said


def drawn(play: Play, seat: Seat, week: int) -> list[Drawn]:
    """Everything with a name that was drawn in a week, contracts and offers first, blows that did not come last."""
    each = _Week(play, seat, week)
    return [*each.contracts(), *each.offers(), *each.gambles(), *each.late(), *each.people(), *each.blows()]


def answer_to(play: Play, offer: Offer, week: int) -> str:
    """What became of an offer by the end of a week, with its chance when it was pitched; "" while it is open."""
    now = play.states[week].values[offer.status]
    when, _cause = pitched(play, offer, week)
    if not when or now not in (TAKEN, DECLINED):
        return ""
    chance = observe(play.scenario, play.states[when - 1], Seat.BOTH).offer_chance(offer) or 0.0
    said = "was taken" if now == TAKEN else "was not taken"
    return f"“{softened(offer.name)}” {said} ({percent(chance)} that it would be)"


class _Week:
    """One lived week, before it and after it."""

    def __init__(self, play: Play, seat: Seat, week: int) -> None:
        self.play, self.seat, self.week = play, seat, week
        self.scenario: Scenario = play.scenario
        self.opening, self.closed = play.states[week - 1], play.states[week]
        self.changes = play.weeks[week - 1].changes
        self.view = observe(play.scenario, self.closed, seat)
        self.weights = Weights(play.scenario)

    def contracts(self) -> Iterator[Drawn]:
        """Who signed again, and who did not or left."""
        for account in self.scenario.accounts:
            was, now = self.opening.values[account.signed], self.closed.values[account.signed]
            if was != now and now in (1, 2) and self.week == account.renewal_week:
                grain = self.scenario.quantities[account.renewal_chance].per_unit
                chance = percent(self.opening.values[account.renewal_chance] / grain)
                said = "signed again" if now == 1 else "did not sign again"
                yield Drawn(f"{account.name} {said} ({chance} that they would)", now == 1)
            elif was != now and now == 2:
                yield Drawn(f"{account.name} left", False)

    def offers(self) -> Iterator[Drawn]:
        """Which offers were taken, and which declined."""
        for offer in self.scenario.offers:
            now = self.closed.values[offer.status]
            said = answer_to(self.play, offer, self.week) if now != self.opening.values[offer.status] else ""
            if said:
                yield Drawn(said, now == TAKEN)

    def gambles(self) -> Iterator[Drawn]:
        """Which answers came off, and which did not."""
        for seat in seats_of(self.opening):
            for answer in decided(self.play.weeks[self.week - 1].decisions, seat).answers:
                event, way = choices_on(self.scenario, "/".join((answer.event, *answer.path)))
                for choice in way:
                    branch = choice.outcome.branch
                    if event is not None and branch is not None and branch.is_chance:
                        came = branch_taken(choice.outcome, self.opening.values, self.play.luck, self.week)
                        who = doer(self.view, event.asks)
                        whose = "your" if who == YOU else f"{who}’s"
                        said = "came off" if came else "did not come off"
                        text = f"{whose} {quoted(self.scenario, choice.text, self.week)} {said}"
                        yield Drawn(f"{text} ({self._chance(branch)} that it would)", came)

    def late(self) -> Iterator[Drawn]:
        """What earlier answers led to where that was left to chance, in the story's own words."""
        for due in self.opening.due:
            if due.week != self.week or due.later is None:
                continue
            branch = due.later.outcome.branch
            if branch is None or not branch.is_chance:
                continue
            came = branch_taken(due.later.outcome, self.opening.values, self.play.luck, self.week)
            happened, other = (branch.then, branch.other) if came else (branch.other, branch.then)
            if happened.tells:
                chance = self._chance(branch, came)
                text = f"{quoted(self.scenario, happened.tells, self.week)} ({chance} that it would be so)"
                yield Drawn(text, self._worth(happened) >= self._worth(other))

    def people(self) -> Iterator[Drawn]:
        """Who left, and whether the client found out."""
        for person in self.scenario.people:
            if any(cause == f"law:resignation/{person.id}" for _w, _q, cause, _a in self.changes):
                yield Drawn(f"{first_name(person)} left", False)
        if any(cause.startswith("law:found_out") for _w, _q, cause, _a in self.changes):
            yield Drawn("the client found out that it was worse than they had been told", False)

    def blows(self) -> Iterator[Drawn]:
        """Which risks struck, and which could have."""
        values, spared = self.closed.values, []
        for risk in self.scenario.risks:
            name, struck = f"“{softened(risk.name)}”", values[risk.struck]
            over = self.opening.values[risk.struck] or not risk.first_week <= self.week <= risk.last_week
            if over or (values[self.scenario.projects[risk.project].delivered] and not struck):
                continue
            covered = values[risk.mitigated] / self.scenario.quantities[risk.mitigated].per_unit
            chance = min(1.0, max(0.0, risk.hazard.value(self.opening.values))) * (1.0 - 0.5 * covered)
            if struck:
                yield Drawn(f"{name} struck ({percent(chance)} that it would)", False)
            elif chance >= LIKELY:
                spared.append(Drawn(f"{name} did not strike ({percent(chance)} that it would)", True))
        yield from spared

    def _chance(self, branch: Branch, came: bool = True) -> str:
        """How likely the way of a branch that is told was, as things really were."""
        chance = min(1.0, max(0.0, branch.test.value(self.opening.values)))
        return percent(chance if came else 1.0 - chance)

    def _worth(self, outcome: Outcome) -> float:
        """Roughly what an outcome does to this seat's score."""
        own = {Seat.AM: OWN_SHARE, Seat.PM: 1.0 - OWN_SHARE, Seat.BOTH: 0.5}[self.seat]
        worth = 0.0
        for effect in outcome.effects:
            of_both = own * self.weights.am[effect.quantity] + (1.0 - own) * self.weights.pm[effect.quantity]
            worth += of_both * effect.amount.value(self.opening.values)
        return worth
