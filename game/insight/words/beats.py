"""What happened in a week that one would mention, as facts: whom it concerns, how much, why. Sentences come later."""

from __future__ import annotations

from game.engine.model import NONE, Account, Person, Project, Promise, Seat, Task
from game.engine.moves import MOVE_DATE_WEEKS
from game.engine.play import Play
from game.engine.scores import milestone_week
from game.insight.words.causes import cause_words, softened
from game.insight.words.figures import days, percent, week_number, week_of
from game.insight.words.fill import substitute
from game.insight.words.largest import CLIENT_SIDE, Largest, largest
from game.insight.words.lived import Beat, Week, milestone_met
from game.insight.words.moved import NO_DATA
from game.insight.words.people import first_name
from game.insight.words.quantities import trust_of
from game.insight.words.surprises import surprises, tells
from game.insight.words.taken import taken

ECHO = 0.1  # what a mood is worth beside the promise that made it
GLAD = ("kept", "kept_moved", "exceeded")  # promises that came good
SETTLED = ("broken", *GLAD)  # promises that are over
ELSEWHERE = 5.0  # what the signature of a small client is worth to who looks after the work of another
GONE_ELSEWHERE = 22.0  # and that such a one went, which everybody hears
LOST = 90.0  # that the client goes whom the story is about
FELT_SHARE = 0.035  # of a budget from which a change of the bill is news as a date in another week is
ANOTHER_WEEK = 17.0  # least weight of a date that the screens now show in another week
PAST_DUE = 12.0  # what it adds that a date is no longer to be kept
MORE_WORK = 2.0  # days that a task must gain or lose to be news, ...
OF_WORK = 1.2  # ... and what each of them is worth
ON_TOP = 0.5  # days on top of a task from which it is not called done
ASIDE = 0.8  # points of trust that move in any week, whatever was promised
DEAR = 300.0  # what it is worth that a whole budget more, or less, will be spent: 5 % of it is news among five lines
CALIBRATION = 0.3  # what a chance of renewal is worth that is worked out for the first time
OPEN, KEPT, EXCEEDED, BROKEN, RELEASED = 1, 2, 3, 4, 5


def beats(play: Play, week: int, viewer: Seat) -> list[Beat]:
    """Everything worth a mention in a lived week, most important first."""
    lived = Week(play, week, viewer)
    found: list[Beat] = []
    _people(lived, found)
    _accounts(lived, found)
    _offers(lived, found)
    _promises(lived, found)
    _projects(lived, found)
    surprises(lived, found)
    tells(lived, found)
    promised = [beat.person for beat in found if beat.kind in SETTLED]
    found.sort(key=lambda beat: -beat.weight * (ECHO if beat.kind == "client" and beat.person in promised else 1.0))
    return _asked_first(lived, found)


def _asked_first(lived: Week, found: list[Beat]) -> list[Beat]:
    """With what moved a meter of the reader's own most in front, so that it has its line whatever else happened."""
    most = largest(lived)
    if most is None:
        return found
    told = next((beat for beat in found if _tells_of(beat, most)), None)
    if told is None:
        told = _of_largest(lived, most)
        found = [beat for beat in found if beat.kind != "client" or beat.person != told.person or told.person == NONE]
    return [told, *(beat for beat in found if beat is not told)]


# kinds of beats that tell why a KPI moved, though they open another number of it, or none
TELLING = {
    "upsell": ("won", "sold", "declined"),
    "revenue": ("lost", "left", "credit", "sold"),
    "retention": ("renewed", "lost", "left"),
    "churn": ("renewed", "lost", "left"),
    "quality": ("delivered", "delivered_late"),
    "on_time": ("delivered_late", "delivered"),
}


def _tells_of(beat: Beat, most: Largest) -> bool:
    owners = ("", most.owner, beat.subject if beat.kind == "won" else "")  # which is named after what was sold
    if beat.kind in TELLING.get(most.moved.name, ()) and (not most.owner or beat.subject in owners):
        return True
    if beat.kind in ("tells", "made", "moved", "broken"):  # these go by what was said, and not by their number
        return False
    return beat.quantity != NONE and beat.quantity == most.quantity


def _of_largest(lived: Week, most: Largest) -> Beat:
    """A line about the number itself, where nothing else there is to tell is about it."""
    name, change = most.moved.name, 0.0 if most.quantity == NONE else lived.change(most.quantity)
    weight = 3.0 * abs(most.moved.change)
    group = "account" if name in CLIENT_SIDE else "project"
    if most.person != NONE:
        cause = lived.cause(most.quantity, change)
        person = lived.scenario.people[most.person]
        of, silent = lived.scenario.accounts[person.account].name, lived.value(person.silence)
        name = first_name(person)
        return Beat("client", "client", weight, name, most.person, most.quantity, change, cause, of, silent)
    if name == "retention" and most.quantity != NONE:
        value = lived.value(most.quantity)
        return Beat("renewal", group, weight, most.owner, NONE, most.quantity, 100.0 * change, None, "", value)
    if name == "budget" and most.quantity != NONE:
        return Beat("cost", group, weight, most.owner, NONE, most.quantity, change)
    if name == "churn" and most.quantity != NONE:  # the card’s number counts all clients, the entry behind it this one
        how = "more" if change > 0.0 else "less"
        told = f"is {percent(lived.value(most.quantity))} likely to go within a year, {how} than on Monday"
        return Beat("number", group, weight, most.owner, NONE, most.quantity, change, None, told, most.moved.change)
    told = f"{'is' if most.moved.was == NO_DATA else 'was'} {most.moved.told}"
    news = most.moved.change
    return Beat("number", group, weight, most.moved.label, NONE, most.quantity, change, None, told, news)


def _people(lived: Week, found: list[Beat]) -> None:
    for index, person in enumerate(lived.scenario.people):
        if person.side == "client":
            _client(lived, index, person, found)
        elif person.side == "team":
            _team(lived, index, person, found)
        elif person.rapport != NONE and person.seat is not lived.viewer and lived.viewer is not Seat.BOTH:
            change = lived.change(person.rapport)
            if abs(change) >= 1.5:
                cause = lived.cause(person.rapport, change)
                name = first_name(person)
                found.append(Beat("colleague", "team", abs(change), name, index, person.rapport, change, cause))


def _client(lived: Week, index: int, person: Person, found: list[Beat]) -> None:
    account = lived.scenario.accounts[person.account]
    if round(lived.value(account.signed)) == 2:
        return
    trust = trust_of(index)
    quantity, change = trust, lived.change(trust)
    felt = lived.change(person.satisfaction)
    if abs(felt) > abs(change):
        quantity, change = person.satisfaction, felt
    cause = lived.cause(quantity, change)
    answered = taken(lived, person)
    if answered is not None and abs(answered.points) > abs(change):
        quantity, change, cause = NONE, answered.points, answered.cause
    if abs(change) >= 0.7:
        weight = abs(change) * (0.6 + 0.2 * person.influence) * (1.0 if account.main else 0.7)
        if cause is not None and cause.key == "law:expectation":
            weight *= 0.5
        silent = lived.value(person.silence)
        name = first_name(person)
        found.append(Beat("client", "client", weight, name, index, quantity, change, cause, account.name, silent))


def _team(lived: Week, index: int, person: Person, found: list[Beat]) -> None:
    name = first_name(person)
    if lived.became(person.gone) == 1:
        found.append(Beat("resigned", "team", 45.0, name, index, NONE, -1.0, lived.cause(person.gone, 1.0)))
        return
    if lived.value(person.gone):
        return
    answered = taken(lived, person)
    if answered is not None and abs(answered.points) >= 1.0:
        points = answered.points
        found.append(Beat("team", "team", abs(points), name, index, NONE, points, answered.cause))
    if not lived.sees(person.morale):
        return
    change, tired = lived.change(person.morale), 100.0 * lived.change(person.fatigue)
    if abs(change) >= 1.0 and abs(change) >= abs(tired):
        cause = lived.cause(person.morale, change)
        hours = lived.value(person.hours)
        routine = cause is not None and cause.kind == "law" and not cause.key.startswith("law:resignation")
        weight = 0.6 * abs(change) if routine else abs(change)
        found.append(Beat("team", "team", weight, name, index, person.morale, change, cause, "", hours))
    elif abs(tired) >= 1.2:
        cause = lived.cause(person.fatigue, tired)
        weight = abs(tired) if tired > 0.0 else 0.5 * abs(tired)
        hours = lived.value(person.hours)
        found.append(Beat("tired", "team", weight, name, index, person.fatigue, tired, cause, "", hours))


def _accounts(lived: Week, found: list[Beat]) -> None:
    for account in lived.scenario.accounts:
        signed = lived.became(account.signed)
        lost_kind = "lost" if account.main else "left"
        if signed in (1, 2):
            kind = "renewed" if signed == 1 else lost_kind
            weight = _signature(lived, account, signed)
            found.append(Beat(kind, "account", weight, account.name, NONE, account.renewal_chance, float(signed)))
            continue
        due = account.main and lived.week == account.renewal_week - 1 and round(lived.value(account.signed)) == 0
        if due and not lived.sees(account.renewal_chance):  # who knows the chance needs no reminder of the date
            found.append(Beat("renewal_due", "account", 6.0, account.name))
        change = 100.0 * lived.change(account.renewal_chance)
        if abs(change) >= 1.5 and round(lived.value(account.signed)) == 0:
            weight = 0.6 * abs(change) * (1.0 if account.main else 0.5)
            weight *= 1.0 if lived.week > 1 else CALIBRATION
            value = lived.value(account.renewal_chance)
            found.append(
                Beat("renewal", "account", weight, account.name, NONE, account.renewal_chance, change, None, "", value)
            )
        sold = lived.change(account.upsell)
        if sold and not _offer_won(lived, account.upsell):
            cause = lived.cause(account.upsell, sold)
            found.append(Beat("sold", "account", 12.0, account.name, NONE, account.upsell, sold, cause))
        given = lived.change(account.credits)
        cause = lived.cause(account.credits, given)
        if given >= 0.005 * account.base_value and cause is not None and cause.kind != "move":
            found.append(Beat("credit", "account", 9.0, account.name, NONE, account.credits, given, cause))
        issue = lived.change(account.issue)
        if issue:
            kind = "complaint" if issue > 0.0 else "settled"
            cause = lived.cause(account.issue, issue)
            found.append(Beat(kind, "account", 16.0, account.name, NONE, account.issue, issue, cause))


def _signature(lived: Week, account: Account, signed: int) -> float:
    """How much it matters that a client signed, or went; to lose the one the story is about is the news of any week."""
    if account.main:
        return 50.0 if signed == 1 else LOST
    if lived.sees(account.renewal_chance):
        return 34.0
    return ELSEWHERE if signed == 1 else GONE_ELSEWHERE


def _offer_won(lived: Week, upsell: int) -> bool:
    return any(q == upsell and cause.startswith("law:offer/") for _w, q, cause, _a in lived.changes)


def _offers(lived: Week, found: list[Beat]) -> None:
    for offer in lived.scenario.offers:
        status = lived.became(offer.status)
        account = lived.scenario.accounts[offer.account]
        name = f"“{softened(offer.name)}”"
        if status == 2:
            won = Beat("won", "account", 26.0, name, NONE, account.upsell, offer.value, None, "", offer.value)
            found.append(won)
        elif status == 3:
            less = lived.change(account.pipeline)
            lost = account.pipeline if less < 0.0 else NONE
            found.append(Beat("declined", "account", 13.0, name, NONE, lost, min(0.0, less), None, account.name))


def _promises(lived: Week, found: list[Beat]) -> None:
    kinds = {OPEN: ("made", 7.0), KEPT: ("kept", 22.0), EXCEEDED: ("exceeded", 23.0), BROKEN: ("broken", 32.0)}
    for promise in lived.scenario.promises:
        person = lived.scenario.people[promise.to]
        name, text = first_name(person), substitute(promise.text, lived.scenario).removesuffix(".")
        quantity = trust_of(promise.to) if person.side == "client" else person.morale
        status = lived.became(promise.status)
        change = lived.change(quantity) if quantity != NONE else 0.0
        due = lived.value(promise.due_week)
        group = "client" if person.side == "client" else "team"
        if status in kinds:
            kind, weight = kinds[status]
            if status in (KEPT, EXCEEDED):
                first = due - MOVE_DATE_WEEKS * lived.value(promise.moved)  # the date that was given, whatever came
                kind = "kept_moved" if lived.week > first else "kept" if lived.week == first else "exceeded"
            weight += 0.5 * abs(change) if status == BROKEN else 0.0
        elif status == RELEASED:
            kind, weight = "released", 7.0
        elif lived.change(promise.moved) > 0.0:
            kind, weight = "moved", 9.0
        else:
            continue
        aside = kind in ("made", "moved", "released") and not (
            abs(change) >= ASIDE and _of_promise(lived, promise, quantity, change)
        )
        if aside or (change < 0.0 if kind in GLAD else change > 0.0 and kind == "broken"):  # moved by something else
            quantity, change = NONE, 0.0
        felt = lived.change(person.satisfaction) if kind in GLAD and group == "client" else 0.0
        if felt < -max(ASIDE, abs(change)):  # it came good, and something else mattered more
            quantity, change = person.satisfaction, felt
        words = cause_words(lived.view, "promise:" + promise.id)
        found.append(Beat(kind, group, weight, name, promise.to, quantity, change, words, text, due))


def _of_promise(lived: Week, promise: Promise, quantity: int, change: float) -> bool:
    """Whether it was the promise, or the answer that gave it, which moved a number most."""
    most = lived.cause(quantity, change)
    gave = [cause for _w, moved, cause, _a in lived.changes if moved in (promise.status, promise.moved)]
    keys = [cause_words(lived.view, cause).key for cause in gave]
    return most is not None and most.key in ["promise:" + promise.id, *keys]


def _projects(lived: Week, found: list[Beat]) -> None:
    for project in lived.scenario.projects:
        delivered = lived.became(project.delivered)
        if delivered > 0:
            late = float(delivered - project.due)
            kind = "delivered_late" if late > 0.0 else "delivered"
            quantity = project.forecast if lived.sees(project.forecast) else NONE
            broken = _went_out(lived, project)
            found.append(
                Beat(kind, "project", 42.0, project.name, NONE, quantity, late, None, broken, float(delivered))
            )
        told = lived.change(project.told)
        if told and any(cause.startswith("law:found_out") for _w, q, cause, _a in lived.changes if q == project.told):
            level = ("green", "amber", "red")[min(2, max(0, round(lived.value(project.told))))]
            found.append(Beat("found_out", "client", 34.0, project.name, NONE, NONE, told, None, level))
        handed_over = round(lived.value(project.delivered))
        if lived.sees(project.forecast) and not handed_over:
            _forecast(lived, project.forecast, project.name, float(project.due), found)
        if lived.sees(project.forecast_cost) and handed_over in (0, lived.week):
            over = lived.value(project.forecast_cost) - lived.value(project.budget)
            change = lived.change(project.forecast_cost)
            if abs(change) >= 0.025 * project.start_budget and lived.week > 1:
                share = abs(change) / project.start_budget
                weight = max(DEAR * share, ANOTHER_WEEK if share >= FELT_SHARE else 0.0)
                quantity = project.forecast_cost
                found.append(Beat("cost", "project", weight, project.name, NONE, quantity, change, None, "", over))
    for task in lived.scenario.tasks:
        finished = lived.became(task.finished)
        delivered = round(lived.value(lived.scenario.projects[task.project].delivered)) == lived.week
        if task.milestone and lived.sees(task.forecast):
            _milestone(lived, task, found)
        grown = lived.change(task.work)
        if abs(grown) >= MORE_WORK and lived.sees(task.work) and not delivered:
            kind = "grew" if grown > 0.0 else "shrank"
            found.append(Beat(kind, "project", OF_WORK * abs(grown), task.name, NONE, task.work, grown))
        if finished > 0 and not delivered and _left(lived, task) <= ON_TOP:
            weight = 6.0 if task.milestone else 3.0
            late = finished - task.planned_end
            found.append(Beat("task_done", "project", weight, task.name, NONE, NONE, late))
        elif finished == 0:
            found.append(Beat("reopened", "project", 8.0, task.name, NONE, task.forecast, -1.0))


def _left(lived: Week, task: Task) -> float:
    """Days of a task that are still to do; a blow in the week it was done adds some."""
    return lived.value(task.work) - lived.value(task.done) - lived.value(task.hidden)


def _milestone(lived: Week, task: Task, found: list[Beat]) -> None:
    """A milestone that will now miss its week, or now meet it again: that is half of being on time."""
    before, met = (milestone_met(lived, task, state) for state in (lived.week - 1, lived.week))
    if before is not met:
        kind, moved = "milestone_met" if met else "milestone_late", 5.0 * lived.change(task.forecast)
        kind = f"{kind}_done" if lived.value(task.finished) else kind
        planned, now = week_of(milestone_week(task)), lived.value(task.forecast)
        found.append(Beat(kind, "project", 9.0, task.name, NONE, task.forecast, moved, None, planned, now))


def _went_out(lived: Week, project: Project) -> str:
    """What went out of the house broken, in days, where it is worth a day and this seat can see it."""
    broken = lived.change(project.defects)
    return days(round(broken, 1)) if broken >= 1.0 and lived.sees(project.defects) else ""


def _forecast(lived: Week, quantity: int, name: str, due: float, found: list[Beat]) -> None:
    late = 5.0 * lived.change(quantity)
    finish = lived.value(quantity)
    weight = 1.1 * abs(late) if lived.week > 1 else 0.4 * abs(late)  # the first week's estimate is only calibration
    weight = min(20.0, weight) if abs(late) >= 1.0 else 0.2
    before, after = week_number(finish - late / 5.0), week_number(finish)
    if before != after and lived.week > 1:
        weight = max(weight, ANOTHER_WEEK)
    if before <= due < after and lived.week > 1:
        weight += PAST_DUE
    found.append(Beat("forecast", "project", weight, name, NONE, quantity, late, None, "", finish - due))
