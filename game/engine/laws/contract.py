"""The contract: offers, understanding, renewal, churn (MODELS section 10)."""

from __future__ import annotations

from game.engine.formulas.client import trust
from game.engine.formulas.contract import (
    adjustments,
    asks_after,
    csat,
    renewal_chance,
    upsell_chance,
    weekly_churn,
    yearly_churn,
)
from game.engine.formulas.numeric import clamp
from game.engine.laws.tick import Tick
from game.engine.model import NONE, Offer, Ties

DECIDES = 0.5  # chance a week that an open offer is decided
PREPARED = 1.2  # logits of a renewal fully prepared
TRUST_LOGIT = 0.05  # logits per point of the decision maker's trust above or below 60
TRUST_AT_REST = 60.0  # neither counts for a renewal nor against it
LIVING_TRUST = 45.0  # a contact counts as living from this trust on
ASKED_AMID_TROUBLE = -4.0  # confidence, when something is pitched while an issue is open
DECLINED = -1.0  # confidence
FORGETS = 1.0  # points of understanding that go out of date each week
RAPPORT_SETTLES = 0.02  # share of the way to 55 that rapport drifts each week
RAPPORT_AT_REST = 55.0
BOND_SHARE = 0.95  # of the relationship in what keeps a client for a year, the rest is satisfaction
PER_SILENT_WEEK = 0.2  # points of CSAT per week without contact, after two
SILENCE_MOST = 0.4
PER_UNDERSTANDING = 0.02  # points of CSAT per point of understanding above or below 40
BOUND = 0.9  # of the risk of loss is left once they have signed: a contract runs on, and some are ended early
GIVEN_FORGOTTEN = 0.05  # share of free work forgotten each week


def contact_satisfaction(tick: Tick, ties: Ties) -> float:
    """The influence-weighted satisfaction of an account's people, 0 to 100."""
    values, per_unit = tick.values, tick.per_unit
    points = 0.0
    for person in ties.contacts:
        points += person.influence * (values[person.satisfaction] / per_unit[person.satisfaction])
    return points / ties.influence if ties.influence > 0.0 else 70.0


def bond(tick: Tick, ties: Ties) -> float:
    """The influence-weighted relationship with an account's people, 0 to 100: the slow half of trust."""
    values, per_unit = tick.values, tick.per_unit
    points = 0.0
    for person in ties.contacts:
        points += person.influence * (values[person.relationship] / per_unit[person.relationship])
    return points / ties.influence if ties.influence > 0.0 else 60.0


def chance_of_offer(tick: Tick, offer: Offer, own: float = 1.0) -> float:
    """The chance that an offer is taken if decided now: fit counts half until the client's business is understood.

    `own` is what the offer itself adds to the asks they remember: nothing before it is pitched.
    """
    ties = tick.ties[offer.account]
    fit = offer.fit * (0.5 + 0.5 * tick.read(ties.account.understanding) / 100.0)
    asks = max(0.0, tick.read(ties.account.asks) - own)
    return upsell_chance(csat(contact_satisfaction(tick, ties)), fit, asks, tick.values[ties.account.issue] > 0)


def offers(tick: Tick) -> None:
    """Half of all weeks decide an open offer; asking amid trouble costs confidence; asks are forgotten slowly."""
    for account in tick.scenario.accounts:
        asks = tick.read(account.asks)
        if asks:
            tick.ledger.move(account.asks, "law:time", asks_after(asks) - asks)
    for position, offer in enumerate(tick.scenario.offers):
        if tick.values[offer.status] == 1:
            _decide(tick, position, offer)
    for ties in tick.ties:
        expected = 0.0
        for offer in ties.offers:
            if tick.values[offer.status] == 1:
                expected += offer.value * chance_of_offer(tick, offer)
        tick.ledger.put(ties.account.pipeline, "law:pipeline", expected)


def _decide(tick: Tick, position: int, offer: Offer) -> None:
    cause = "law:offer/" + offer.id
    account = tick.scenario.accounts[offer.account]
    if tick.values[account.issue] and account.contacts:
        tick.ledger.move(tick.scenario.people[account.contacts[0]].confidence, cause, ASKED_AMID_TROUBLE)
    if tick.luck_of_offer(position, 0) >= DECIDES:
        return
    if tick.luck_of_offer(position, 1) < chance_of_offer(tick, offer):
        tick.ledger.put(offer.status, cause, 2.0)
        tick.ledger.move(account.upsell, cause, offer.value)
    else:
        tick.ledger.put(offer.status, cause, 3.0)
        if account.contacts:
            tick.ledger.move(tick.scenario.people[account.contacts[0]].confidence, cause, DECLINED)


def understanding(tick: Tick) -> None:
    """What you know of a client's business goes out of date; free work is slowly forgotten; rapport settles."""
    for account in tick.scenario.accounts:
        if tick.read(account.understanding) > 0.0:
            tick.ledger.move(account.understanding, "law:time", -FORGETS)
        if tick.values[account.given]:
            tick.ledger.move(account.given, "law:time", -GIVEN_FORGOTTEN * tick.read(account.given))
    for rapport in tick.tables.rapports:
        gap = RAPPORT_AT_REST - tick.read(rapport)
        tick.ledger.move(rapport, "law:time", RAPPORT_SETTLES * gap)


def renewal(tick: Tick) -> None:
    """The chance to renew at the due date, and on the date itself, the signature or not."""
    for ties in tick.ties:
        account = ties.account
        signed = tick.values[account.signed]
        chance = 1.0 if signed == 1 else 0.0 if signed == 2 else _renewal_chance(tick, ties)
        if signed == 0 and tick.week == account.renewal_week:
            result = 1.0 if tick.luck_of_account(ties.index, 0) < chance else 2.0
            tick.ledger.put(account.signed, "law:renewal", result)
            chance = 1.0 if result == 1.0 else 0.0
            if result == 2.0:
                _nobody_decides(tick, ties)
        tick.ledger.put(account.renewal_chance, "law:renewal", chance)


def _nobody_decides(tick: Tick, ties: Ties) -> None:
    """What is still on offer to an account that has gone is on offer to nobody."""
    for offer in ties.offers:
        if tick.values[offer.status] == 1:
            tick.ledger.put(offer.status, "law:left", 3.0)
    tick.ledger.put(ties.account.pipeline, "law:left", 0.0)


def _renewal_chance(tick: Tick, ties: Ties) -> float:
    """What they think of us, how much they trust us, and above all the one who signs."""
    account = ties.account
    living, deciding = 0, TRUST_AT_REST
    for position, person in enumerate(ties.contacts):
        trusts = trust(tick.read(person.confidence), tick.read(person.relationship))
        living += 1 if trusts >= LIVING_TRUST else 0
        deciding = trusts if position == ties.decides else deciding
    rise = max(0.0, tick.read(account.value) / account.base_value - 1.0) if account.base_value > 0.0 else 0.0
    issue = tick.values[account.issue] > 0
    logits = adjustments(account.switching_cost, living == 0 and bool(ties.contacts), rise, living, issue)
    logits += PREPARED * tick.read(account.prepared)
    logits += TRUST_LOGIT * (deciding - TRUST_AT_REST)
    return renewal_chance(csat(contact_satisfaction(tick, ties)), logits)


def leaving(tick: Tick, ties: Ties) -> float:
    """The chance that an account leaves this week: what lasts between you, silence, and how well you know them."""
    silent = 0
    for person in ties.contacts:
        weeks = tick.values[person.silence]
        silent = weeks if weeks > silent else silent
    lasting = BOND_SHARE * bond(tick, ties) + (1.0 - BOND_SHARE) * contact_satisfaction(tick, ties)
    mood = csat(lasting) - clamp(PER_SILENT_WEEK * (silent - 2), 0.0, SILENCE_MOST)
    mood += PER_UNDERSTANDING * (tick.read(ties.account.understanding) - 40.0)
    return weekly_churn(mood)


def _in_progress(tick: Tick, account: int) -> bool:
    """Whether a project of theirs is under way: nobody walks out of a half-built house without saying so."""
    position = tick.project_of(account)
    return position != NONE and tick.values[tick.scenario.projects[position].delivered] == 0


def opening(tick: Tick) -> None:
    """What renewal and loss look like on the first Monday, so that week 1 does not begin with a jump."""
    for ties in tick.ties:
        tick.ledger.put(ties.account.renewal_chance, "law:start", _renewal_chance(tick, ties))
        tick.ledger.put(ties.account.churn_risk, "law:start", yearly_churn(leaving(tick, ties)))


def churn(tick: Tick) -> None:
    """The share of an account's revenue expected to be lost within a year; a small account may leave any week.

    In the long run the relationship carries more than this month's mood, and silence counts: a client nobody has
    called for a month goes a little sooner; one whose business is understood stays. A signature binds for a while.
    """
    for ties in tick.ties:
        account = ties.account
        signed = tick.values[account.signed]
        if signed == 2:
            continue  # lost at the renewal: retention says so; lost before it: the line below said so that week
        weekly = leaving(tick, ties)
        tick.ledger.put(account.churn_risk, "law:churn", yearly_churn(weekly) * (BOUND if signed == 1 else 1.0))
        may_leave = not account.main and signed == 0 and not _in_progress(tick, ties.index)
        if may_leave and tick.luck_of_account(ties.index, 1) < weekly:
            tick.ledger.put(account.signed, "law:left", 2.0)
            tick.ledger.put(account.churn_risk, "law:left", 1.0)
            tick.ledger.put(account.renewal_chance, "law:left", 0.0)
            _nobody_decides(tick, ties)
