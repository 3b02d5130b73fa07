"""What can no longer come about, or no longer be undone: deliveries, dates that have passed, words kept or broken."""

from __future__ import annotations

from game.engine.expression import And, Compare, Expr, Not, Or
from game.engine.model import Scenario
from game.insight.words.conditions import binding

OPEN_PROMISE, OPEN_OFFER = 1, 1
BEFORE = ("<=", "<")


def lost(scenario: Scenario, condition: Expr, values: list[int]) -> bool:
    """Whether a condition does not hold and never will again."""
    if isinstance(condition, And):
        return lost(scenario, condition.left, values) or lost(scenario, condition.right, values)
    if isinstance(condition, Or):
        return lost(scenario, condition.left, values) and lost(scenario, condition.right, values)
    if condition.value(values) != 0.0:
        return False
    return _overdue(scenario, condition, values) or settled(scenario, condition, values)


def settled(scenario: Scenario, condition: Expr, values: list[int]) -> bool:
    """Whether a condition is as it will stay, because everything it hangs on is over."""
    if isinstance(condition, (And, Or)):
        return settled(scenario, condition.left, values) and settled(scenario, condition.right, values)
    if isinstance(condition, Not):
        return settled(scenario, condition.part, values)
    if isinstance(condition, Compare):
        names = binding(condition.left, values).names() + binding(condition.right, values).names()
    else:
        names = condition.names()
    over = _over(scenario, values)
    return bool(names) and all(name in over for name in names)


def billed(scenario: Scenario, condition: Expr, values: list[int]) -> bool:
    """Whether a condition hangs only on what is over and on what work handed over has cost: a late bill, or a sale that
    raises its budget, may still move that, and nothing else."""
    handed_over = [project for project in scenario.projects if values[project.delivered]]
    money = [each for p in handed_over for each in (p.spent, p.forecast_cost, p.budget)]
    names, over = condition.names(), _over(scenario, values)
    return any(name in money for name in names) and all(name in money or name in over for name in names)


def _over(scenario: Scenario, values: list[int]) -> list[int]:
    """The quantities that will not move any more."""
    found: list[int] = []
    for project in scenario.projects:
        found += [project.delivered, project.forecast] if values[project.delivered] else []
    for account in scenario.accounts:
        found += [account.signed, account.renewal_chance] if values[account.signed] else []
    found += [promise.status for promise in scenario.promises if values[promise.status] > OPEN_PROMISE]
    found += [offer.status for offer in scenario.offers if values[offer.status] > OPEN_OFFER]
    found += [person.gone for person in scenario.people if person.gone >= 0 and values[person.gone]]
    return found


def _overdue(scenario: Scenario, condition: Expr, values: list[int]) -> bool:
    """Whether a date has passed by which something was to be delivered that is not."""
    if not isinstance(condition, Compare) or condition.op not in BEFORE:
        return False
    waiting = [project.forecast for project in scenario.projects if not values[project.delivered]]
    names = binding(condition.left, values).names()
    return len(names) == 1 and names[0] in waiting and values[scenario.week] > condition.right.value(values)
