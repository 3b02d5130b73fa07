"""Choosing the one sentence over a week: what mattered most, never the same words twice in a play."""

from __future__ import annotations

from game.engine.model import NONE, Seat
from game.engine.play import Play
from game.insight.words.beats import PAST_DUE, SETTLED, beats
from game.insight.words.causes import choices_on, doer, entitled
from game.insight.words.choosing import choose
from game.insight.words.figures import NEVER, about, capital, day_of, days, weeks
from game.insight.words.headline_words import HEADLINES
from game.insight.words.largest import Largest, largest
from game.insight.words.lived import Beat, Week, date_felt, torn, undated
from game.insight.words.losses import Loss, losses
from game.insight.words.people import colleague_of, first_name, whose
from game.insight.words.topic import Situation, of_number, on_topic
from game.insight.words.variety import fitting, hashed, say

ENOUGH = 3.5  # weight from which a week has a headline of its own
CRASH = -11.0  # points in one week that nobody calls a mood
STALE = 0.45  # what a situation is worth that was told last week already
BY_KIND = (
    "renewed",
    "lost",
    "left",
    "resigned",
    "delivered",
    "delivered_late",
    "broken",
    "kept",
    "kept_moved",
    "exceeded",
    "made",
    "moved",
    "struck",
    "found_out",
    "truth",
    "risk_found",
    "risk_told",
    "won",
    "declined",
    "complaint",
    "settled",
    "sold",
    "credit",
    "reopened",
    "milestone_late",
)


NAMING = ("[event]", "[offer]")  # slots that say what a sentence is about, which goes before one that leaves it open
FAR = 0.15  # change of a chance to renew from which it is no small one
# kinds that a week in which something fell does not deserve
CHEERFUL = (
    "quiet",
    "quiet_first",
    "quiet_last",
    "rest",
    "both_up",
    "client_up",
    "team_up",
    "colleague_up",
    "renewal_up",
    "renewal_up_far",
    "gain",
    "done",
    "kept",
    "exceeded",
    "settled",
    "won",
    "sold",
)
# kinds about the plan, and the beat that must have a line below them
TOLD_BY = {"slip": "forecast", "gain": "forecast", "yes_cost": "forecast", "cost": "cost"}
# what one learns that makes good news of the plan look foolish
SOBERING = ("truth", "truth_told", "reopened", "risk_found")


def headline(play: Play, week: int, viewer: Seat) -> str:
    """The sentence over a lived week. The same play, week and seat always give the same one."""
    return headlines(play, week, viewer)[-1]


def headlines(play: Play, week: int, viewer: Seat) -> list[str]:
    """Those of all weeks up to a lived one."""
    told: list[str] = []
    used: list[str] = []
    last = ""
    for each in range(1, week + 1):
        lived = Week(play, each, viewer)
        found = beats(play, each, viewer)
        fallen = losses(lived)
        most = largest(lived)
        ways = [way for way in situations(lived, found, fallen, most) if fits(way, found, bool(fallen))]
        ways = on_topic(lived, most, ways)
        ways.sort(key=lambda way: -way.weight * (STALE if way.kind == last else 1.0))
        spare = "rough" if fallen else "quiet"
        said, last = _fresh(ways, spare, told, used, f"{play.scenario.id}/{play.seed}/", each)
        told.append(said)
    return told


def fits(way: Situation, found: list[Beat], fallen: bool) -> bool:
    """Whether a headline agrees with the week: with what fell, with the lines below it, with what was learnt."""
    if fallen and way.kind in CHEERFUL:
        return False
    if way.kind in ("gain", "done"):
        return not any(b.kind in SOBERING or (b.kind == "tells" and "estimat" in b.detail) for b in found) and (
            way.kind == "done" or _has_line(way, found)
        )
    return way.kind not in TOLD_BY or _has_line(way, found)


def _has_line(way: Situation, found: list[Beat]) -> bool:
    """Whether one of the recap's lines tells what a headline about the plan says."""
    for beat in choose(found):
        if beat.kind == TOLD_BY[way.kind]:
            same = beat.subject == way.slots.get("name")
            if same if way.kind != "yes_cost" else beat.change > 0.0:
                return True
    return False


def _fresh(ways: list[Situation], spare: str, told: list[str], used: list[str], key: str, week: int) -> tuple[str, str]:
    """The first variant, from this week's on, that was not used in this play, and its kind: of the weightiest way."""
    common = ways[0].slots
    for way in [*ways, Situation(spare, 0.0, common)]:
        variants = fitting(HEADLINES[way.kind], week)
        start = hashed(key + way.kind) + week
        turned = [variants[(start + step) % len(variants)] for step in range(len(variants))]
        for template in sorted(turned, key=lambda each: (each in used, not any(named in each for named in NAMING))):
            said = capital(say(template, way.slots))
            if said not in told and "[" not in said:
                used.append(template)
                return said, way.kind
    rest = HEADLINES[spare]
    return say(rest[week % len(rest)], common), spare


def situations(lived: Week, found: list[Beat], fallen: list[Loss], most: Largest | None) -> list[Situation]:
    """Every way to sum this week up; `fallen` is what went down enough to forbid a cheerful one."""
    ways: list[Situation] = [] if most is None else [of_number(lived, most, _common(lived))]
    for loss in fallen:
        if loss.kind == "rough" and most is not None:  # which says what fell, and "rough" does not
            continue
        extra = _common(lived) | ({"name": loss.name, "other": loss.name} if loss.name else {})
        ways.append(Situation(loss.kind, ENOUGH + loss.points / 2.0, extra))
    _by_kind(lived, found, ways)
    _people(lived, found, ways)
    _work(lived, found, ways)
    last = lived.week >= lived.scenario.weeks
    for ending in lived.scenario.endings:
        warned = lived.play.states[lived.week].values[ending.warned] == 2 and _warned_now(lived, ending.warned)
        if warned and not last:  # no week is left to warn of
            ways.append(Situation("ending", 29.0, _common(lived)))
    quiet = "quiet_first" if lived.week == 1 else "quiet_last" if last else "quiet"
    ways.append(Situation(quiet, ENOUGH, _common(lived)))
    return ways


def _warned_now(lived: Week, quantity: int) -> bool:
    return any(moved == quantity and amount > 0 for _w, moved, _c, amount in lived.changes)


def _common(lived: Week) -> dict[str, str]:
    colleague = colleague_of(lived.scenario, lived.viewer)
    left = max(0, lived.scenario.weeks - lived.week)
    return {"col": first_name(colleague) if colleague is not None else "you", "left": weeks(left)}


def _slots(lived: Week, beat: Beat, other: str = "") -> dict[str, str]:
    found = _common(lived)
    found["text"] = beat.detail
    if beat.subject:
        found["name"] = beat.subject
    found["amount"] = about(lived.scenario.currency, beat.change)
    found["long"] = weeks(round(beat.value))
    if other:
        found["other"] = other
    if beat.cause is not None:
        found["your"], found["Your"] = whose(doer(lived.view, beat.cause.seat))
        event, _way = choices_on(lived.scenario, beat.cause.key.partition(":")[2])
        if event is not None:
            found["event"] = entitled(event)
    return found


def _by_kind(lived: Week, found: list[Beat], ways: list[Situation]) -> None:
    for beat in found:
        if beat.kind in BY_KIND:
            ways.append(Situation(beat.kind, beat.weight, _slots(lived, beat)))
        if beat.kind == "tells" and beat.cause is not None and beat.cause.origin:
            seat = beat.cause.seat  # none for what nobody decided
            if seat is lived.viewer or (seat is not None and lived.viewer is Seat.BOTH):
                extra = _slots(lived, beat)
                extra["due"] = str(beat.cause.origin)
                ways.append(Situation("late_bill", 9.0, extra))


CLIENT_CAUSES = {
    "law:silence": "silence",
    "law:defects": "defects",
    "law:expectation": "expected",
}


DATES = {"told": "date_doubt", "past": "date_past", "live": "client_down"}


def _client_down(lived: Week, beat: Beat) -> str:
    cause = beat.cause.key if beat.cause is not None else ""
    if beat.quantity == NONE:  # the number is the other seat's: only the answer can be looked up, no loss of trust
        return "client_answered"
    return (
        DATES[date_felt(lived, beat.person)] if cause == "law:timeliness" else CLIENT_CAUSES.get(cause, "client_down")
    )


def _people(lived: Week, found: list[Beat], ways: list[Situation]) -> None:
    promised = [b.person for b in found if b.kind in SETTLED]
    clients = [b for b in found if b.kind == "client" and b.person not in promised]
    team = [b for b in found if b.kind in ("team", "tired")]
    for beat in clients[:2]:
        unseen = 0.5 if beat.quantity == NONE else 1.0  # what cannot be looked up
        down = _client_down(lived, beat)
        crashed = beat.change <= CRASH and beat.quantity != NONE
        kind = "client_up" if beat.change > 0.0 else "crash" if crashed else down
        kind = torn(lived, beat.person) or kind if beat.quantity != NONE else kind
        ways.append(Situation(kind, 1.3 * unseen * beat.weight, _slots(lived, beat)))
    feelings = [b for b in team if b.kind == "team"]
    for beat in feelings[:1]:
        kind = "team_up" if beat.change > 0.0 else "team_down"
        ways.append(Situation(kind, 1.1 * beat.weight, _slots(lived, beat, beat.subject)))
    tired = [b for b in team if b.kind == "tired" and b.change > 0.0]
    rested = [b for b in team if b.kind == "tired" and b.change < 0.0]
    if len(tired) >= 2:
        ways.append(Situation("overtime", 2.0 * len(tired), _slots(lived, tired[0], tired[0].subject)))
    if len(rested) >= 2:
        ways.append(Situation("rest", 1.3 * len(rested), _slots(lived, rested[0], rested[0].subject)))
    if clients and feelings:
        _apart(lived, clients[0], feelings[0], ways)
    for beat in found:
        if beat.kind == "colleague":
            kind = "colleague_up" if beat.change > 0.0 else "colleague_down"
            ways.append(Situation(kind, 1.2 * beat.weight, _slots(lived, beat)))
        elif beat.kind == "renewal" and beat.weight >= 2.0:
            far = "_far" if abs(beat.change) >= FAR else ""
            kind = f"renewal_{'up' if beat.change > 0.0 else 'down'}{far}"
            ways.append(Situation(kind, beat.weight, _slots(lived, beat)))


def _apart(lived: Week, client: Beat, team: Beat, ways: list[Situation]) -> None:
    if min(abs(client.change), abs(team.change)) < 1.5:
        return
    up = {(True, True): "both_up", (True, False): "client_up_team_down", (False, True): "client_down_team_up"}
    kind = up.get((client.change > 0.0, team.change > 0.0), "both_down")
    weight = 1.3 * client.weight + team.weight
    ways.append(Situation(kind, weight, _slots(lived, client, team.subject)))


def _work(lived: Week, found: list[Beat], ways: list[Situation]) -> None:
    for beat in found:
        if beat.kind == "forecast" and lived.week > 1:
            extra = _dated(lived, beat)
            if abs(beat.change) >= 2.0 or (beat.change > 0.0 and beat.weight >= PAST_DUE):
                ways.append(Situation("slip" if beat.change > 0.0 else "gain", beat.weight + 2.0, extra))
        elif beat.kind == "cost" and beat.change > 0.0 and lived.week > 1:
            ways.append(Situation("cost", beat.weight, _slots(lived, beat)))
        elif beat.kind == "task_done":
            ways.append(Situation("done", 4.5 if beat.weight > 3.0 else 2.0, _slots(lived, beat)))
    pleased = [b for b in found if b.kind == "client" and b.change > 0.0 and b.cause is not None]
    for beat in pleased[:1]:
        added = _added(lived, beat.cause.key) if beat.cause is not None else 0.0
        if added >= 3.0:
            extra = _slots(lived, beat) | {"amount": days(added)}
            ways.append(Situation("yes_cost", beat.weight + added, extra))


def _dated(lived: Week, beat: Beat) -> dict[str, str]:
    """The slots of a date that moved."""
    now = lived.value(beat.quantity)
    found = _slots(lived, beat) | {"never" if now >= NEVER else "day": day_of(now)}
    found["amount"] = days(round(abs(beat.change), 1))
    if undated(lived, beat.quantity):
        del found["amount"]
    return found


def _added(lived: Week, answer: str) -> float:
    """Days of work that this very answer added this week, as far as this seat sees them."""
    added = 0.0
    works = [task.work for task in lived.scenario.tasks]
    for _week, quantity, cause, grains in lived.changes:
        if quantity in works and cause == answer and answer.startswith("choice:") and grains > 0:
            added += grains / lived.scenario.quantities[quantity].per_unit if lived.sees(quantity) else 0.0
    return added
