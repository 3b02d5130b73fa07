"""What is hidden from players, for authors: locked choices, open results, truths, and the luck of a week."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.legality import unlocked
from game.engine.luck import Luck
from game.engine.model import Choice, Question
from game.engine.outcomes import branch_taken
from game.engine.play import Play
from game.insight.spelled import drawn, failing, figure, spelled
from game.insight.words.people import first_name


@dataclass(frozen=True)
class Option:
    """One choice of a question in a week: whether it is open and why not, and what is decided about its result."""

    path: str  # "wishlist/absorb"
    text: str
    open: bool
    why: str  # the false part of its condition, or the condition that holds; "" where it has none
    result: str  # what an open result will be; "" where nothing is open


def options(play: Play, week: int) -> tuple[Option, ...]:
    """Every choice of the events that ask in `week`, further questions included; none once the play has ended."""
    found: list[Option] = []
    for index in play.states[week - 1].inbox:
        event = play.scenario.events[index]
        _options(play, week, event.id, event.question, found)
    return tuple(found)


def _options(play: Play, week: int, path: str, question: Question, found: list[Option]) -> None:
    values = play.states[week - 1].values
    ways = unlocked(question, values)
    for choice in question.choices:
        place = f"{path}/{choice.id}"
        found.append(
            Option(
                place, choice.text, choice in ways, _why(play, week, choice, choice in ways), result(play, week, choice)
            )
        )
        if choice.scene is not None:
            _options(play, week, place, choice.scene, found)


def _why(play: Play, week: int, choice: Choice, is_open: bool) -> str:
    if choice.needs is None:
        return ""
    why = failing(play.scenario, choice.needs, play.states[week - 1].values)
    if why and is_open:
        return f"{why} It is open all the same, because no other choice is."
    return why or f"`{spelled(play.scenario, choice.needs)}` holds."


def result(play: Play, week: int, choice: Choice) -> str:
    """What will come of a choice whose result is open: the chance, the luck, and the way it goes."""
    branch = choice.outcome.branch
    if branch is None:
        return ""
    values = play.states[week - 1].values
    way = "`then`" if branch_taken(choice.outcome, values, play.luck, week) else "`else`"
    if not branch.is_chance:
        return (
            f"{way}, because `{spelled(play.scenario, branch.test)}` {'holds' if way == '`then`' else 'does not hold'}."
        )
    number = play.luck.stream("branch", branch.key, week)
    return f"{way}: the luck of this week is {drawn(number)}, the chance {drawn(branch.test.value(values))}."


@dataclass(frozen=True)
class Draw:
    """One thing luck decides: what it is, what it came to, and the numbers behind it."""

    what: str
    came: str
    detail: str
    holds: bool = False


def truths(play: Play, week: int) -> tuple[Draw, ...]:
    """The truths of this play: which hold, how they were drawn, and who knows."""
    values = play.states[week - 1].values
    found = []
    for truth in play.scenario.truths:
        holds = values[truth.holds] != 0
        knows = [name for name, bit in (("AM", truth.known_am), ("PM", truth.known_pm)) if values[bit]]
        known = f"Known to {' and '.join(knows)}." if knows else "Nobody knows yet."
        number = drawn(play.luck.stream("truth", truth.id, 0))
        detail = f"“{truth.tells}” Drawn {number} against {drawn(truth.chance)}. {known}"
        found.append(Draw(truth.id, "holds" if holds else "does not hold", detail, holds))
    return tuple(found)


def starts(play: Play) -> tuple[Draw, ...]:
    """The numbers whose start was drawn from the seed."""
    found = []
    for index in play.scenario.tables.drawn:
        rule = play.scenario.quantities[index]
        low, high = figure(rule.unit, rule.start_low), figure(rule.unit, rule.start_high)
        number = play.luck.stream("start", rule.name, 0)
        value = figure(rule.unit, play.states[0].values[index] / rule.per_unit)
        found.append(Draw(rule.name, value, f"Between {low} and {high}; drawn {drawn(number)}."))
    return tuple(found)


def risks(play: Play, week: int) -> tuple[Draw, ...]:
    """Each risk in a week: whether it has struck or will, its hazard, and the luck it is held against."""
    scenario, values = play.scenario, play.states[week - 1].values
    found = []
    for position, risk in enumerate(scenario.risks):
        struck = values[risk.struck]
        mitigated = values[risk.mitigated] / scenario.quantities[risk.mitigated].per_unit
        hazard = risk.hazard.value(values) * (1.0 - 0.5 * mitigated)  # mitigation halves the chance at most
        number = play.luck.law(week, scenario.tables.slots[0] + 2 * position)
        detail = (
            f"Weeks {risk.first_week} to {risk.last_week}. Hazard {drawn(hazard)} this week, "
            f"{drawn(mitigated)} mitigated; the luck of this week is {drawn(number)}."
        )
        found.append(Draw(risk.id, f"struck in week {struck}" if struck else "has not struck", detail, struck > 0))
    return tuple(found)


def laws(play: Play, week: int) -> tuple[Draw, ...]:
    """The numbers the laws read in a week, each with what it decides."""
    scenario, luck = play.scenario, play.luck
    _risks, accounts, offers, projects, _end = scenario.tables.slots
    found: list[Draw] = []
    for position, person in enumerate(scenario.people):
        if person.side == "team":
            says = f"{first_name(person)} gives notice if this is below the chance that fatigue and morale give."
            found.append(Draw(f"{person.id} leaves", _law(luck, week, position), says))
    for position, account in enumerate(scenario.accounts):
        if week == account.renewal_week:
            says = "Renewed if this is below the chance of renewal."
            found.append(Draw(f"{account.id} renews", _law(luck, week, accounts + 2 * position), says))
        if not account.main:
            says = "A small account walks if this is below its risk of the week."
            found.append(Draw(f"{account.id} walks", _law(luck, week, accounts + 2 * position + 1), says))
    for position, offer in enumerate(scenario.offers):
        if play.states[week - 1].values[offer.status] == 1:
            when, won = _law(luck, week, offers + 2 * position), _law(luck, week, offers + 2 * position + 1)
            says = f"The first says whether it is decided this week, the second, {won}, how."
            found.append(Draw(f"{offer.id} is decided", when, says))
    for position, project in enumerate(scenario.projects):
        growth, gap = _law(luck, week, projects + 2 * position), _law(luck, week, projects + 2 * position + 1)
        says = "How much the scope grows by itself: nothing at 0, the mean at 50, twice the mean at 100."
        found.append(Draw(f"{project.id} grows", growth, says))
        says = "The client finds a report that was too bright if this is below the chance of it."
        found.append(Draw(f"{project.id} is found out", gap, says))
    return tuple(found)


def _law(luck: Luck, week: int, slot: int) -> str:
    return drawn(luck.law(week, slot))
