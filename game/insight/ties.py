"""What keeps a client, taken apart: the chance of a renewal and the risk of loss, worked out anew after each tie.

The ledger has one line for either, since a law works them out from everything at once.
"""

from __future__ import annotations

from game.engine.laws import contract
from game.engine.model import NONE, Account, Scenario
from game.engine.play import Play
from game.engine.state import State
from game.insight.pace import Steps, parts_along, tick_of

SIGNED, LEFT = 1, 2


def tied(scenario: Scenario, quantity: int) -> int:
    """The account whose chance of a renewal or whose risk of loss this is, or NONE."""
    for index, account in enumerate(scenario.accounts):
        if quantity in (account.renewal_chance, account.churn_risk):
            return index
    return NONE


def tie_parts(play: Play, week: int, quantity: int) -> list[tuple[str, int]]:
    """What moved a chance of a renewal or a risk of loss in a lived week, in grains: the parts sum to it exactly.

    How people feel comes first, and what was done for it on top: what that did is what would not be so without it.
    """
    account = play.scenario.accounts[tied(play.scenario, quantity)]
    opened, closed = play.states[week - 1].values, play.states[week].values
    ties = _renews if quantity == account.renewal_chance else _stays
    values = opened
    steps: Steps = []
    for cause, numbers in ties(play.scenario, account):
        values = values.copy()
        for number in numbers:
            values[number] = closed[number]
        steps.append((cause, _worked_out(play, week, account, values)))
    steps.append((signature(account, closed[account.signed]), closed))
    return parts_along(steps, quantity, opened[quantity])


def signature(account: Account, signed: int) -> str:
    """What people call it that an account signed or did not; the law's own name while neither was."""
    name = {SIGNED: "signed", LEFT: "unsigned"}.get(signed, "")
    return f"law:{name}/{account.id}" if name else "law:renewal"


Ties = list[tuple[str, tuple[int, ...]]]  # what a law reads, by what people call it


def _renews(scenario: Scenario, account: Account) -> Ties:
    people = [scenario.people[index] for index in account.contacts]
    return [
        ("law:price", (account.value,)),
        *((f"law:satisfaction/{person.id}", (person.satisfaction,)) for person in people),
        *((f"law:trust/{person.id}", (person.confidence, person.relationship)) for person in people),
        ("law:issue", (account.issue,)),
        ("law:prepared", (account.prepared,)),
    ]


def _stays(scenario: Scenario, account: Account) -> Ties:
    people = [scenario.people[index] for index in account.contacts]
    return [
        *((f"law:satisfaction/{person.id}", (person.satisfaction,)) for person in people),
        *((f"law:relationship/{person.id}", (person.relationship,)) for person in people),
        *((f"law:uncalled/{person.id}", (person.silence,)) for person in people),
        ("law:understanding", (account.understanding,)),
    ]


def _worked_out(play: Play, week: int, account: Account, values: list[int]) -> list[int]:
    """The table with both numbers worked out anew, by the laws; before a signature there is no luck in them."""
    tick = tick_of(play, State(play.seat, play.difficulty, values.copy()), week)
    for law in (contract.renewal, contract.churn) if values[account.signed] else (contract.opening,):
        law(tick)
        tick.ledger.settle()
    return tick.values
