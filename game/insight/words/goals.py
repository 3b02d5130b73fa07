"""The goals a manager set: on track, worth watching, at risk; and met or missed once it is over."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.model import NONE, Goal, Scenario, Seat
from game.engine.play import Play
from game.insight.words.conditions import Fact, comparisons, fact
from game.insight.words.figures import capital, weeks
from game.insight.words.fill import substitute
from game.insight.words.people import by_id
from game.insight.words.quantities import owner_id, suffix

LEVELS = {
    "good": ("On track", "circle-check", "good"),
    "watch": ("Watch it", "triangle-alert", "warn"),
    "risk": ("At risk", "circle-x", "bad"),
}
OVER = {"good": "Met", "watch": "Missed by a little", "risk": "Missed"}


@dataclass(frozen=True)
class GoalWords:
    """One goal. `level` is good, watch or risk; `line` fits under the goal; `detail` is a whole sentence."""

    text: str
    level: str
    word: str
    icon: str
    tone: str
    line: str
    detail: str


def goals_of(scenario: Scenario, viewer: Seat) -> tuple[Goal, ...]:
    """The goals of a seat."""
    return scenario.both_goals if viewer is Seat.BOTH else scenario.rules(viewer).goals


def goals(play: Play, viewer: Seat) -> tuple[GoalWords, ...]:
    """Each goal as it stands now."""
    return tuple(_goal(play, goal) for goal in goals_of(play.scenario, viewer))


def level_of(goal: Goal, values: list[int]) -> str:
    """good, watch or risk."""
    if goal.good.value(values) != 0.0:
        return "good"
    return "watch" if goal.watch.value(values) != 0.0 else "risk"


def _goal(play: Play, goal: Goal) -> GoalWords:
    scenario, values = play.scenario, play.state.values
    level = level_of(goal, values)
    word, icon, tone = LEVELS[level]
    said = goal.says[("good", "watch", "risk").index(level)] or word
    word = OVER[level] if play.outcome is not None else said
    found = _telling(scenario, goal, values)
    if found is None:
        return GoalWords(substitute(goal.text, scenario), level, word, icon, tone, word, f"{word}.")
    age = _age(scenario, found, values)
    person = found.quantity != NONE and by_id(scenario, owner_id(scenario, found.quantity)) != NONE
    line = f"{word}: {found.label} {found.now}" if person else f"{word}: {found.now}"
    detail = f"{capital(found.label)}: {found.now}, wanted: {_wanted(found)}.{age}"
    return GoalWords(substitute(goal.text, scenario), level, word, icon, tone, line, detail)


def _wanted(found: Fact) -> str:
    if found.op == ">=":
        return f"at least {found.wanted}"
    late = found.wanted.removeprefix("at most ")
    return f"by {late}" if late.startswith("week") else found.wanted


def _telling(scenario: Scenario, goal: Goal, values: list[int]) -> Fact | None:
    """The comparison that decides it: the first that fails, or the first of all."""
    found = [fact(scenario, test, values) for test in comparisons(goal.good, values)]
    failing = [each for each in found if not each.holds]
    return failing[0] if failing else found[0] if found else None


def _age(scenario: Scenario, found: Fact, values: list[int]) -> str:
    """How old the estimate behind a forecast is."""
    if found.quantity == NONE or suffix(scenario, found.quantity) not in ("forecast", "forecast_cost"):
        return ""
    for project in scenario.projects:
        if found.quantity in (project.forecast, project.forecast_cost):
            old = values[project.estimated] - 1
            if values[scenario.week] == 1:
                return " As planned."
            return f" The estimate is {weeks(old)} old." if old >= 1 else " Estimated on Friday."
    return ""
