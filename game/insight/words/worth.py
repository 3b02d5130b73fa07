"""How a number becomes points: what it is worth of a hundred, and what would be worth all of them."""

from __future__ import annotations

from game.engine.model import Scenario
from game.engine.scores import UTILISATION_BAND, kpi, points
from game.insight.words.figures import POINTS, capital, money, percent, plain, times, week_of, whole

BAND = f"{whole(100 * UTILISATION_BAND[0])} to {percent(UTILISATION_BAND[1])}"


def worth(scenario: Scenario, name: str, values: list[int], shown: str) -> str:
    """The value as it is `shown`, and its points: “68 is worth 75 of 100 points, because 75 is wanted; …”."""
    value = kpi(scenario, values, name)
    often = counts(scenario.targets[name].weight)
    told = f" It {often}." if often else ""
    if value is None:
        return f"There is no data yet, so it is left out of the score.{told}"
    goal = scenario.targets[name]
    score = points(scenario, name, value)
    judged = f"{capital(_made(scenario, name, value, shown))} worth"
    wanted_of_it, none = _measured(name, goal.target), _measured(name, goal.floor)
    if score >= 100.0:
        return f"{judged} all 100 points: {wanted_of_it} is wanted.{told}"
    because = "" if name == "utilisation" else f", because {wanted_of_it} is wanted"  # which is said of it already
    least = f"; {none} is worth none" if goal.floor else ""
    return f"{judged} {whole(score)} of 100 points{because}{least}.{told}"


def counts(weight: float) -> str:
    """How often a number counts in its meter, where not once: "counts three times"."""
    return "" if weight == 1.0 else f"counts {times(weight)}"


def mark(weight: float) -> str:
    """The same beside its name: "×3"."""
    return "" if weight == 1.0 else f"×{plain(weight)}"


def wanted(scenario: Scenario, name: str) -> str:
    """What makes a hundred points, in the words the value itself is told in."""
    goal = scenario.targets[name].target
    if name == "upsell":
        whole_target = sum(account.upsell_target for account in scenario.accounts)
        return money(scenario.currency, goal * whole_target)
    if name == "on_time":
        dues = {project.due for project in scenario.projects}
        return week_of(max(dues)) if len(dues) == 1 else "every date"
    if name == "budget":
        return f"at most {percent(goal)} over" if goal > 0 else f"{percent(-goal)} under" if goal < 0 else "the budget"
    if name == "utilisation":
        return BAND
    return whole(goal) if name == "satisfaction" else whole(100 * goal) if name == "quality" else percent(goal)


def limit(name: str, share: float) -> str:
    """A floor or a target that stands alone: 20 %, 5 % over budget, 100 % of the target."""
    if name == "budget":
        return "on budget" if percent(share) == percent(0.0) else f"{_measured(name, share)} budget"
    if name == "utilisation" and share > 0.0:
        return f"{whole(100.0 * share)}{POINTS} off {BAND}"
    return f"{percent(share)} of the target" if name == "upsell" else _measured(name, share)


def _made(scenario: Scenario, name: str, value: float, shown: str) -> str:
    """What is judged, up to its verb: the value itself where that is what one sees."""
    if name == "on_time":
        return f"dates and milestones make {percent(value)}, which is"
    if name == "budget":
        over = percent(abs(value))
        return f"{over} {'over' if value > 0.0 else 'under'} the budget is" if over != percent(0.0) else "on budget is"
    if name == "upsell":
        target = money(scenario.currency, sum(account.upsell_target for account in scenario.accounts))
        return f"{shown} and what is on offer make {percent(value)} of a target of {target}, which is"
    if name == "utilisation":
        off = whole(100.0 * value)
        points = POINTS.removesuffix("s") if off == "1" else POINTS
        return f"{shown} is {off}{points} off the {BAND} wanted, which is" if off != "0" else f"{shown} is"
    return f"{shown} is"


def _measured(name: str, share: float) -> str:
    """A floor or a target in the measure `_made` speaks of."""
    if name == "budget":
        return f"{percent(share)} over" if share > 0.0 else f"{percent(-share)} under" if share < 0.0 else "the budget"
    if name == "utilisation":
        return f"{whole(100.0 * share)} off" if share > 0.0 else BAND
    if name == "satisfaction":
        return whole(share)
    return whole(100.0 * share) if name == "quality" else percent(share)
