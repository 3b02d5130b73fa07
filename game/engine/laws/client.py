"""The client: promises, honesty, satisfaction, expectation, trust in two stocks (MODELS section 9)."""

from __future__ import annotations

from game.engine.constants import KAPPA, LOSS_OVER_GAIN, PROMISE_POINTS
from game.engine.formulas.client import (
    disconfirmation,
    expectation_after,
    failure_weight,
    promise_raises,
    promise_trust,
    relationship_drift,
    satisfaction_gain,
    silence_cost,
    warning_factor,
)
from game.engine.formulas.client import (
    integrity as integrity_cost,
)
from game.engine.formulas.numeric import clamp, total
from game.engine.laws.tick import Perception, Tick
from game.engine.model import NONE, Client, Project, Promise

OPEN, KEPT, EXCEEDED, BROKEN = 1, 2, 3, 4
NEUTRAL = 72.0  # points: service one would not mention
STRAIGHT_TALK = 0.6  # points of confidence a week, while it is bad and they know it from us
ON_TRACK = 1.0  # points while the client hears green and no date has passed
LATE_TOLD = 1.0  # points of perception per level (amber, red) the client has been told
LATE_PER_WEEK = 4.0  # and per week the date has passed undelivered
SURPRISED = 1.4  # an overdue date weighs this much more when the client heard nothing but green
LATE_MOST = 25.0
DELIVERED_ON_TIME = 5.0
PER_DEFECT = 1.2  # points per day of rework that escaped to the client
DEFECTS_MOST = 18.0
SILENT_FROM = 2  # weeks without contact that nobody minds
PER_SILENT_WEEK = 2.0
SILENT_MOST = 12.0
PER_WAITING_DAY = 0.7  # points per day things wait, beyond the first
WAITING_MOST = 4.0
ISSUE = 8.0  # points while a severe issue is open
PROMISED = 74.0  # points: what a promise makes people expect
FOUND_BASE, FOUND_PER_WEEK = 0.25, 0.2  # chance a week that a client finds out, and per week it has lasted
FOUND_OUT_FELT = -3.0  # points of experience per level: they felt foolish in front of their own people
RAPPORT_MISREPORTED = -4.0
REPORT_DUE = 3  # weeks after which not having said it is a decision


def promises(tick: Tick) -> None:
    """A promise is kept when its condition holds by the due week, exceeded a week or more before, else broken."""
    for promise in tick.scenario.promises:
        if tick.values[promise.status] != OPEN:
            continue
        if tick.values[promise.made] == tick.week:
            _raise_expectation(tick, promise)
        due = tick.values[promise.due_week]
        if promise.kept_when.value(tick.values) != 0.0:
            _settle(tick, promise, EXCEEDED if tick.week < due else KEPT)
        elif tick.week >= due:
            _settle(tick, promise, BROKEN)


def _raise_expectation(tick: Tick, promise: Promise) -> None:
    person = tick.scenario.people[promise.to]
    if person.expectation != NONE:
        before = tick.read(person.expectation)
        after = promise_raises(before, PROMISED)
        tick.ledger.move(person.expectation, "promise:" + promise.id, after - before)


def _settle(tick: Tick, promise: Promise, result: int) -> None:
    cause = "promise:" + promise.id
    person = tick.scenario.people[promise.to]
    tick.ledger.put(promise.status, cause, float(result))
    word = ("", "", "kept", "exceeded", "broken")[result]
    weight = promise.weight * PROMISE_POINTS
    if person.confidence == NONE:
        tick.ledger.move(person.morale if person.morale != NONE else person.rapport, cause, promise_trust(word, weight))
        return
    hidden = 0
    at = tick.project_of(person.account)
    if at != NONE:
        hidden = tick.values[tick.scenario.projects[at].gap_weeks]
    points = promise_trust(word, weight, float(hidden), float(tick.values[person.warned]))
    if result == BROKEN:
        points *= failure_weight(tick.values[person.failures] + 1, True)
        tick.ledger.move(person.failures, cause, 1.0)
        tick.ledger.move(person.experience, cause, points / 2.0)
    tick.ledger.move(person.confidence, cause, points)


def integrity(tick: Tick) -> None:
    """While the client hears better than it is, every week may be the one in which they find out.

    Found out at the latest when the due week has passed and nothing is delivered. Until the first report is due
    nobody has been told anything.
    """
    if tick.week <= tick.scenario.status_every:
        return
    for position, project in enumerate(tick.scenario.projects):
        gap = tick.values[project.status] - tick.values[project.told]
        if tick.values[project.delivered] or gap <= 0 or not project.reports:
            if tick.values[project.gap_weeks]:
                tick.ledger.put(project.gap_weeks, "law:honest_again", 0.0)
            continue
        weeks = tick.values[project.gap_weeks]
        tick.ledger.move(project.gap_weeks, "law:told_better", 1.0)
        found = tick.luck_of_project(position, 1) < FOUND_BASE + FOUND_PER_WEEK * weeks * gap
        if found or tick.week >= project.due:
            _found_out(tick, project, gap, weeks)


def _found_out(tick: Tick, project: Project, gap: int, weeks: int) -> None:
    cause = "law:found_out/" + project.id
    knew = tick.values[project.reported] > tick.values[project.told]  # said worse inside than outside
    unsaid = tick.values[project.status] > tick.values[project.reported] and weeks >= REPORT_DUE
    lied = unsaid or tick.values[project.glossed] > 0
    blame = 1.0 if knew or lied else 0.25  # an honest mistake is forgiven more
    for contact in tick.scenario.accounts[project.account].contacts:
        person = tick.scenario.people[contact]
        tick.ledger.move(person.confidence, cause, blame * integrity_cost(float(gap), float(weeks)))
        tick.ledger.move(person.experience, cause, blame * FOUND_OUT_FELT * gap)
        tick.ledger.move(person.failures, cause, 1.0)
    tick.ledger.put(project.told, cause, float(tick.values[project.status]))
    if lied:
        for colleague in tick.scenario.people:
            if colleague.rapport != NONE:
                tick.ledger.move(colleague.rapport, cause, RAPPORT_MISREPORTED)


def perceptions(tick: Tick) -> list[Perception]:
    """What each client sees this week. Nothing it is made of moves while satisfaction and expectations do."""
    if not tick.perceptions:
        tick.perceptions = [_perception(tick, client) for client in tick.clients]
    return tick.perceptions


def _perception(tick: Tick, client: Client) -> Perception:
    terms = _seen(tick, client)
    return Perception(terms, NEUTRAL + total([points for _cause, points in terms]))


def _seen(tick: Tick, client: Client) -> list[tuple[str, float]]:
    terms: list[tuple[str, float]] = []
    silent = tick.values[client.person.silence] - SILENT_FROM
    if silent > 0:
        terms.append(("law:silence", -clamp(PER_SILENT_WEEK * silent, 0.0, SILENT_MOST)))
    if tick.values[client.account.issue]:
        terms.append(("law:open_issue", -ISSUE))
    project = client.project
    if project is not None:
        terms.append(("law:timeliness", _timeliness(tick, client, project)))
        terms.append(("law:defects", -clamp(PER_DEFECT * tick.read(project.defects), 0.0, DEFECTS_MOST)))
        if tick.values[project.delivered] == 0:
            slow = clamp(PER_WAITING_DAY * (tick.read(project.waiting) - 1.0), 0.0, WAITING_MOST)
            terms.append(("law:slow_answers", -slow))
    return terms


def _timeliness(tick: Tick, client: Client, project: Project) -> float:
    """On track, told late, or overdue; who was warned early minds less."""
    delivered = tick.values[project.delivered]
    if delivered:
        late = float(delivered - project.due)
        return DELIVERED_ON_TIME if late <= 0.0 else -min(LATE_MOST, LATE_PER_WEEK * late) / 2.0
    overdue = max(0.0, float(tick.week - project.due))
    told = float(tick.values[project.told])
    if told <= 0.0 and overdue <= 0.0:
        return ON_TRACK
    warned = tick.values[client.person.warned]
    felt = warning_factor(float(warned)) if warned else SURPRISED if told <= 0.0 else 1.0
    return -min(LATE_MOST, LATE_TOLD * told + LATE_PER_WEEK * overdue * felt)


def satisfaction(tick: Tick) -> None:
    """Satisfaction moves by a share of (perceived - expected); a shortfall counts double. One line per term."""
    ledger, seen = tick.ledger, perceptions(tick)
    for position, client in enumerate(tick.clients):
        moved, felt = client.person.satisfaction, seen[position].felt
        gap = disconfirmation(felt, tick.read(client.person.expectation))
        factor = KAPPA * (LOSS_OVER_GAIN if gap < 0.0 else 1.0)
        for cause, points in seen[position].terms:
            ledger.move(moved, cause, factor * points)
        ledger.move(moved, "law:expectation", satisfaction_gain(gap) - factor * (felt - NEUTRAL))


def expectations(tick: Tick) -> None:
    """The experience of this week reaches satisfaction, bad ones doubly; what was good becomes the norm."""
    ledger, seen = tick.ledger, perceptions(tick)
    for position, client in enumerate(tick.clients):
        person = client.person
        expected = tick.read(person.expectation)
        lived = tick.read(person.experience)
        gain = lived if lived >= 0.0 else LOSS_OVER_GAIN * lived
        if gain:
            ledger.move(person.satisfaction, "law:experience", gain)
            ledger.put(person.experience, "law:experience", 0.0)
        after = expectation_after(expected, clamp(seen[position].felt + lived, 0.0, 100.0))
        rate = "law:new_normal" if after > expected else "law:lowered_hopes"
        ledger.move(person.expectation, rate, after - expected)


def _straight_talk(tick: Tick, client: Client) -> None:
    """Whoever hears the bad news from us while it is news trusts the next good news more."""
    project = client.project
    if project is None:
        return
    honest = tick.values[project.told] >= tick.values[project.status] > 0
    if honest and tick.values[project.delivered] == 0:
        tick.ledger.move(client.person.confidence, "law:straight_talk", STRAIGHT_TALK)


def relationships(tick: Tick) -> None:
    """The slow half of trust follows confidence and pays for silence; weeks since contact and warning count up."""
    ledger = tick.ledger
    for client in tick.clients:
        person = client.person
        drift = relationship_drift(tick.read(person.relationship), tick.read(person.confidence))
        ledger.move(person.relationship, "law:follows", drift)
        _straight_talk(tick, client)
        silent = tick.values[person.silence]
        if silent >= SILENT_FROM:
            cost = silence_cost(float(silent)) / 2.0
            ledger.move(person.relationship, "law:silence", -cost)
            ledger.move(person.confidence, "law:silence", -cost)
        ledger.move(person.silence, "law:time", 1.0)
        if tick.values[person.warned]:
            ledger.move(person.warned, "law:time", 1.0)
