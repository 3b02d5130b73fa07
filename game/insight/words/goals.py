"""The goals a manager set: on track, worth watching, at risk; and met or missed once it is over."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.expression import Arithmetic, Compare, Const, Expr, Pick, Read
from game.engine.model import KPIS, NONE, Account, Goal, Project, Scenario, Seat
from game.engine.play import Play
from game.engine.scores import number
from game.insight.words.cards import LABELS
from game.insight.words.conditions import Fact, binding, comparisons, fact
from game.insight.words.figures import capital, day_of, listed, money, small, week_of, weeks
from game.insight.words.fill import substitute
from game.insight.words.people import by_id, first_name
from game.insight.words.prospects import billed, lost, settled
from game.insight.words.quantities import owner_id, suffix
from game.insight.words.worth import mark, wanted

LEVELS = {
    "good": ("On track", "circle-check", "good"),
    "watch": ("Watch it", "triangle-alert", "warn"),
    "risk": ("At risk", "triangle-alert", "warn"),  # only foreseen; red is for what is over
}
LOST = ("circle-x", "bad")
OVER = {"good": "Met", "watch": "Partly met", "risk": "Missed"}
SO_FAR = " so far"  # of what a late bill may still change
ONLY_PARTLY = "Only partly now"  # what was asked is past having, part of it is not
WORD_GIVEN = ("has not been promised", "is promised", "was kept", "was kept early", "was broken", "was taken back")
NOT_GIVEN, LAST = 0, len(WORD_GIVEN) - 1
ORDER = (4, 1, 2, 3, 5, NOT_GIVEN)  # of what is told: a broken promise first, one nobody gave last


@dataclass(frozen=True)
class GoalWords:
    """One goal. `level` is good, watch or risk; `line` fits under the goal; `detail` is a whole sentence, or ""."""

    text: str
    level: str
    word: str
    icon: str
    tone: str
    line: str
    detail: str


@dataclass(frozen=True)
class Said:
    """How a goal stands: in a few words, and in a sentence."""

    short: str
    sentence: str
    limit: str = ""  # of a cost: the most that is allowed


def goals_of(scenario: Scenario, viewer: Seat) -> tuple[Goal, ...]:
    """The goals of a seat."""
    return scenario.both_goals if viewer is Seat.BOTH else scenario.rules(viewer).goals


def goals(play: Play, viewer: Seat) -> tuple[GoalWords, ...]:
    """Each goal as it stands now."""
    return tuple(_goal(play, goal) for goal in goals_of(play.scenario, viewer))


def measured(scenario: Scenario, viewer: Seat) -> str:
    """What else counts: the numbers of a seat's card, with those that count more than once, and what is to be sold."""
    begins = "Measured all along, besides the goals and on scales of their own"  # a goal may be less than full points
    if viewer is not Seat.BOTH:
        return f"{begins}: {listed([_weighed(scenario, name) for name in KPIS[viewer]])}."
    several = [name for seat in (Seat.AM, Seat.PM) for name in KPIS[seat] if scenario.targets[name].weight != 1.0]
    told = f", with {listed([_weighed(scenario, name) for name in several])}" if several else ""
    return f"{begins}: the five numbers of each chair{told}."


def _weighed(scenario: Scenario, name: str) -> str:
    """A number of the card: "Upsell ×3 (full points from £1,500)"."""
    asked = f"(full points from {wanted(scenario, name)})" if name == "upsell" else ""
    return " ".join(part for part in (LABELS[name], mark(scenario.targets[name].weight), asked) if part)


def level_of(goal: Goal, values: list[int]) -> str:
    """good, watch or risk."""
    if goal.good.value(values) != 0.0:
        return "good"
    return "watch" if goal.watch.value(values) != 0.0 else "risk"


def as_handed_over(scenario: Scenario, values: list[int]) -> list[int]:
    """The values with the week of a delivery as its forecast: the last forecast stands when the work is handed over."""
    found = list(values)
    for project in scenario.projects:
        if values[project.delivered]:
            found[project.forecast] = values[project.delivered] * scenario.quantities[project.forecast].per_unit
    return found


def _goal(play: Play, goal: Goal) -> GoalWords:
    values = as_handed_over(play.scenario, play.state.values)
    level = level_of(goal, values)
    word = _word(play, goal, level, values)
    icon, tone = LOST if word == OVER["risk"] else LEVELS[level][1:]
    test = _telling(play.scenario, goal.good, values)
    how = _promised(play, goal.good) if test is None else _stands(play, test, values)
    line = f"{word}: {how.short}" if how.short else word
    partly = word == ONLY_PARTLY or word.startswith(OVER["watch"])
    detail = f"{how.sentence} {_partly(play, goal, values, word == ONLY_PARTLY)}".strip() if partly else how.sentence
    return GoalWords(substitute(goal.text, play.scenario), level, word, icon, tone, line, detail)


def _word(play: Play, goal: Goal, level: str, values: list[int]) -> str:
    """How a goal stands: as a result where nothing can change it any more."""
    scenario = play.scenario
    passed = lost(scenario, goal.good, values)
    final = {
        "good": settled(scenario, goal.good, values),
        "watch": passed and settled(scenario, goal.watch, values),
        "risk": lost(scenario, goal.watch, values) and passed,
    }
    if play.outcome is not None or final[level]:
        return OVER[level]
    if passed and not lost(scenario, goal.watch, values):
        return ONLY_PARTLY
    if billed(scenario, goal.good, values):
        return OVER[level] + SO_FAR
    return goal.says[("good", "watch", "risk").index(level)] or LEVELS[level][0]


def _partly(play: Play, goal: Goal, values: list[int], ahead: bool) -> str:
    """What of a goal that is missed counts in part, by the second condition of its author; `ahead`: if it still gets
    there."""
    bound = _bound(play, goal, values)
    if bound:
        return f"{capital(bound)} counts in part."
    return "It can still be met in part." if ahead else "It counts in part."


def _bound(play: Play, goal: Goal, values: list[int]) -> str:
    """How far a goal is partly met: "up to week 10", "up to £107,625"; "" where that is of something else."""
    scenario = play.scenario
    asked = _telling(scenario, goal.good, values)
    names = () if asked is None else asked.left.names()
    for test in comparisons(goal.watch, values):
        if _yes_or_no(scenario, test) or not any(name in names for name in test.left.names()):
            continue
        left, right = binding(test.left, values), test.right
        if any(left.names() in ((p.forecast,), (p.delivered,)) for p in scenario.projects):
            return f"up to {_until(right.value(values))}"
        cost = _cost(play, left, right)
        return f"up to {cost.limit}" if cost is not None else _wanted(fact(scenario, test, values))
    return ""


def _telling(scenario: Scenario, condition: Expr, values: list[int]) -> Compare | None:
    """The comparison that decides it: the first that fails; where all hold, the first about an amount."""
    found = comparisons(condition, values)
    failing = [test for test in found if test.value(values) == 0.0]
    amounts = [test for test in found if not _yes_or_no(scenario, test)]
    return failing[0] if failing else amounts[0] if amounts else found[0] if found else None


def _yes_or_no(scenario: Scenario, test: Compare) -> bool:
    return any(isinstance(side, Read) and scenario.quantities[side.index].unit == "flag" for side in _sides(test))


def _sides(test: Compare) -> tuple[Expr, Expr]:
    return (test.left, test.right)


def _stands(play: Play, test: Compare, values: list[int]) -> Said:
    """How a comparison stands, in the words of what it is about."""
    scenario = play.scenario
    left, right = test.left, test.right
    if isinstance(left, Const):
        left, right = right, left
    among, left = _among(scenario, left), binding(left, values)
    cost = _cost(play, left, right, among)
    if cost is not None:
        return cost
    if isinstance(left, Read):
        word = suffix(scenario, left.index)
        for project in scenario.projects:
            if left.index in (project.forecast, project.delivered):
                return _date(play, project, right.value(values))
        for account in scenario.accounts:
            if left.index == account.renewal_chance and values[account.signed]:
                return _signed(account, values)
        if word == "gone":
            return _still_here(scenario, left.index, values)
    found = fact(scenario, test, values)
    person = found.quantity != NONE and by_id(scenario, owner_id(scenario, found.quantity)) != NONE
    short = f"{found.label} {found.now}{among}" if person or among else found.now
    return Said(short, f"{capital(found.label)}{among}: {found.now}, wanted {_wanted(found)}.")


def _among(scenario: Scenario, expr: Expr) -> str:
    """Of which others the one that decides a goal is the lowest: ", the lowest of the team"; "" for one alone."""
    if not isinstance(expr, Pick) or len(expr.parts) < 2:
        return ""
    read = [part.index for part in expr.parts if isinstance(part, Read)]
    if not read:  # a difference, such as that of a cost and its budget
        return f", the {'worse' if len(expr.parts) == 2 else 'worst'} of {small(len(expr.parts))}"
    team = [person for person in scenario.people if person.side == "team"]
    of_team = {owner_id(scenario, index) for index in read} == {person.id for person in team}
    least, most = ("lower", "higher") if len(expr.parts) == 2 else ("lowest", "highest")
    whom = "the team" if of_team and len(team) > 2 else small(len(expr.parts))
    return f", the {least if expr.op == 'min' else most} of {whom}"


def _wanted(found: Fact) -> str:
    return f"at least {found.wanted}" if found.op == ">=" else found.wanted


def _until(latest: float) -> str:
    return week_of(latest) if latest == int(latest) else day_of(latest)


def _date(play: Play, project: Project, latest: float) -> Said:
    """A delivery and the date it is wanted by (9.0 is the end of week 9)."""
    values = play.state.values
    wanted = _until(latest)
    delivered = values[project.delivered]
    if delivered:
        return Said(week_of(delivered), f"{project.name}: delivered in {week_of(delivered)}, wanted by {wanted}.")
    when = day_of(number(play.scenario, values, project.forecast))
    if play.outcome is not None:
        last = "with no date in sight" if "no date" in when else f"the last forecast was {when}"
        return Said("not delivered", f"{project.name}: not delivered, {last}.")
    return Said(when, f"{project.name}: {when} on this pace, wanted by {wanted}.{_age(play, project)}")


def _cost(play: Play, left: Expr, right: Expr, among: str = "") -> Said | None:
    """A cost forecast against what is allowed; None for anything else. `among`: of which others it is the worst."""
    scenario, values = play.scenario, play.state.values
    names = left.names()
    for project in scenario.projects:
        if project.forecast_cost not in names:
            continue
        against = isinstance(left, Arithmetic) and left.op == "-" and project.budget in names and len(names) == 2
        if not (against or isinstance(left, Read)):
            return None
        budget = number(scenario, values, project.budget)
        cost = number(scenario, values, project.forecast_cost)
        limit = right.value(values) + (budget if against else 0.0)
        named = budget if project.budget in names + right.names() else 0.0
        return _spent(play, project, cost, limit, named, among)
    return None


def _spent(play: Play, project: Project, cost: float, limit: float, budget: float, among: str) -> Said:
    """`budget` is 0 where the goal does not measure by it."""
    sign = play.scenario.currency
    done = play.state.values[project.delivered] > 0
    short = money(sign, cost)
    if budget > 0.0:
        over = cost - budget
        gap = f"{money(sign, abs(over))} {'over' if over > 0.0 else 'under'}"
        short = gap if round(over) else "on budget"
    short = f"{project.name} {short}{among}" if among else short
    tense = "cost" if done else "would have cost" if play.outcome is not None else ""
    allowed = f"at most {money(sign, limit)} was wanted"
    if tense:
        named = f"{project.name}{among}," if among else project.name
        return Said(short, f"{named} {tense} {money(sign, cost)}; {allowed}.", money(sign, limit))
    told = f"{project.name}{among}: {money(sign, cost)} on this pace, {money(sign, limit)} allowed."
    return Said(short, told + _age(play, project), money(sign, limit))


def _signed(account: Account, values: list[int]) -> Said:
    if values[account.signed] == 1:
        return Said("signed", f"{account.name} has signed again.")
    return Said("lost", f"{account.name} has not renewed.")


def _still_here(scenario: Scenario, gone: int, values: list[int]) -> Said:
    name = next((first_name(p) for p in scenario.people if p.gone == gone), "Somebody")
    return Said(f"{name} has left", f"{name} has left.") if values[gone] else Said("", f"{name} is still here.")


def _promised(play: Play, test: Expr) -> Said:
    """A goal without an amount: how the promises it reads stand, a broken one first, then any that was given."""
    names = test.names()
    found = [promise for promise in play.scenario.promises if promise.status in names]
    found.sort(key=lambda promise: ORDER.index(min(LAST, play.state.values[promise.status])))
    for promise in found:
        status = min(LAST, play.state.values[promise.status])
        text = f"“{substitute(promise.text, play.scenario).removesuffix('.')}”"
        if status == NOT_GIVEN:
            none = "None was given" if play.outcome is not None else "None is given so far"
            return Said("", f"{none}: {text} {WORD_GIVEN[status]}.")
        return Said("", f"{text} {WORD_GIVEN[status]}.")
    return Said("", "")


def _age(play: Play, project: Project) -> str:
    """How old the estimate behind a forecast is; nothing once it is over."""
    values = play.state.values
    if play.outcome is not None or values[project.delivered]:
        return ""
    if values[play.scenario.week] == 1:
        return " As planned."
    return f" The estimate is {weeks(values[project.estimated])} old."
