"""What a law only passes on, traced back to what is behind it: an experience to its answer, an offer to its pitch.

The ledger says that satisfaction moved by what people lived through, and that a chance of renewal moved through
somebody's trust. Over a whole play one asks what did that.
"""

from __future__ import annotations

from game.engine.model import NONE, Account, Scenario
from game.engine.play import Play
from game.engine.state import Change
from game.insight.felt import EXPERIENCE, felt_parts
from game.insight.pitches import ANSWER, OPEN, back
from game.insight.ties import signature, tied

LIMIT = "law:limit"
TRUSTED = (6, 4)  # parts of confidence and of relationship in what is read as trust

Feed = tuple[str, int, int]  # a cause, the number it moved, and by how much


def traced(play: Play, week: int, cause: str, quantity: int, amount: int) -> list[Feed]:
    """An amount that a cause moved through a number in a week, shared among what is behind it; the shares sum to it."""
    feeds = _behind(play, week, cause, quantity)
    shares = shared_out(amount, [part for _cause, _quantity, part in feeds])
    if not shares:
        return [(cause, quantity, amount)]
    found: list[Feed] = []
    for (behind, number, _part), share in zip(feeds, shares, strict=True):
        if share:
            found += traced(play, week, behind, number, share)
    return found


def shared_out(amount: int, parts: list[int]) -> list[int]:
    """An amount in whole shares as these parts go, which sum to it; none where the parts come to nothing together."""
    whole = 0
    for part in parts:
        whole += part
    shares: list[int] = []
    seen = told = 0
    for part in parts if whole else ():
        seen += part
        shares.append(round(amount * seen / whole) - told)
        told += shares[-1]
    return shares


def _behind(play: Play, week: int, cause: str, quantity: int) -> list[Feed]:
    """What moved the number that a law passes on; nothing where a cause is not such a law."""
    kind, _colon, path = cause.partition(":")
    if kind != "law":
        return []
    if back(play, week, cause) != cause:
        return [(back(play, week, cause), quantity, 1)]
    name, _slash, target = path.partition("/")
    if path in ("renewal", "left"):
        return _signatures(play, week, path, quantity)
    if name == "pipeline":
        return _pitches(play, week, quantity)
    if cause == EXPERIENCE:
        return [(felt, quantity, part) for felt, part in felt_parts(play, week, quantity)]
    if name == "trust":
        return _trust(play, week, target)
    number = _passed_on(play.scenario, name, target, tied(play.scenario, quantity))
    return [] if number == NONE else _lines(play, week, number)


def _signatures(play: Play, week: int, law: str, quantity: int) -> list[Feed]:
    """Which account it was that signed, did not, or left."""
    for account in play.scenario.accounts:
        if quantity == account.signed or (law == "left" and quantity in (account.renewal_chance, account.churn_risk)):
            signed = play.states[week].values[account.signed]
            return [(f"law:left/{account.id}" if law == "left" else signature(account, signed), quantity, 1)]
    return []


def _passed_on(scenario: Scenario, name: str, target: str, account: int) -> int:
    """The number that a tie of a client passes on, or NONE."""
    for person in scenario.people:
        if person.id == target and name in ("satisfaction", "relationship", "uncalled"):
            return {"satisfaction": person.satisfaction, "relationship": person.relationship}.get(name, person.silence)
    if account == NONE:
        return NONE
    of: Account = scenario.accounts[account]
    return {"price": of.value, "issue": of.issue, "prepared": of.prepared, "understanding": of.understanding}.get(
        name, NONE
    )


def _trust(play: Play, week: int, target: str) -> list[Feed]:
    found: list[Feed] = []
    for person in play.scenario.people:
        if person.id == target:
            for stock, part in zip((person.confidence, person.relationship), TRUSTED, strict=True):
                found += [(cause, number, part * grains) for cause, number, grains in _lines(play, week, stock)]
    return found


def _pitches(play: Play, week: int, pipeline: int) -> list[Feed]:
    """What made the offers that were opened or closed in a week, by value: one opened adds, one closed takes."""
    before, after = play.states[week - 1].values, play.states[week].values
    found: list[Feed] = []
    for offer in play.scenario.offers:
        was, now = before[offer.status] == OPEN, after[offer.status] == OPEN
        if was != now and play.scenario.accounts[offer.account].pipeline == pipeline:
            found.append((back(play, week, ANSWER + offer.id), pipeline, round(offer.value) * (1 if now else -1)))
    return found


def _lines(play: Play, week: int, number: int) -> list[Feed]:
    return [(cause, moved, grains) for _w, moved, cause, grains in net(play.weeks[week - 1].changes) if moved == number]


def net(changes: tuple[Change, ...]) -> list[Change]:
    """Ledger lines without what fell away at a limit: the last lines that pushed beyond it are the ones cut."""
    found = list(changes)
    for _week, quantity, cause, grains in changes:
        left = grains if cause == LIMIT else 0
        position = len(found)
        while left != 0 and position > 0:
            position -= 1
            week, moved, why, amount = found[position]
            if moved == quantity and why != LIMIT and amount * left < 0:
                cut = left if abs(left) < abs(amount) else -amount
                found[position] = (week, moved, why, amount + cut)
                left -= cut
    return [change for change in found if change[2] != LIMIT and change[3] != 0]
