"""Why a line of a recap is so: the largest causes with their amounts, or the fact that stands behind it."""

from __future__ import annotations

from game.engine.model import NONE
from game.engine.scores import milestone_week
from game.insight.pace import DONE, SET_FREE
from game.insight.words.amounts import value_of
from game.insight.words.cards import LABELS
from game.insight.words.causes import CauseWords, choices_on, doer
from game.insight.words.covered import covered_parts, sum_of
from game.insight.words.figures import MINUS, POINTS, capital, percent, signed, week_of
from game.insight.words.happenings import WHY
from game.insight.words.leaving import why_left
from game.insight.words.ledger import Explanation, Row, explain
from game.insight.words.lived import Beat, Week, undated
from game.insight.words.people import YOU, colleague_of, first_name
from game.insight.words.points import UNSEEN, points_moved
from game.insight.words.quantities import DATE_AGAIN, DATE_LOST, delta_text
from game.insight.words.slots import slots
from game.insight.words.variety import say

DECIDED = 0.3  # share of a change under which what people can name did not bring it about
BESIDE = 0.12  # share of the largest cause under which another is not mentioned
MOST = 3  # causes of one change that are named
ALSO = 0.5  # share of an answer's part from which another's is named beside it
SOFTENED = 0.1  # share taken off a blow from which that is said
DULL = ("rest", "law:expectation", "law:follows", "law:time", "law:settling", "law:limit")
PERSONS = ("client", "team", "colleague")  # kinds of beats about somebody's mood
DRAWN = ("renewed", "lost", "left")  # whether a client stays, which luck decides
ALMOST = 0.995  # a chance that would be told as certain
ON_THE_DAY, ANY_WEEK = "Luck decided it, once, on the day.", "Luck decided that it was this week."


def why(lived: Week, beat: Beat, said: str) -> tuple[str, int]:
    """What stands behind the sentence: the largest causes with their amounts, and the week a late one comes from."""
    words = beat.cause
    if beat.kind in ("tells", "truth", "truth_told", "risk_found", "risk_harmless", "risk_told") and words is not None:
        alone = words.origin > 0 or words.kind == "move" or not words.sub
        shared = _shared(lived, beat, words.key) if beat.kind == "tells" else ""
        how = words.text if alone else f"{words.text}, {words.sub}"
        if beat.kind in ("risk_found", "risk_told") and beat.detail:
            how = beat.detail if beat.kind == "risk_told" else f"{how}. {beat.detail}"  # a talk is told before
        return shared or f"{how}.", words.origin
    if beat.kind == "struck" and (said_of_it := _softened(beat) or _unseen(lived, beat)):
        return said_of_it, 0
    if beat.kind == "task_done" and (missed := _milestone_lost(lived, beat)):
        return missed, 0
    if beat.kind == "resigned":
        if words is not None and words.kind != "law":
            return f"{words.text}.", 0
        return why_left(lived.play, lived.week, lived.view, lived.scenario.people[beat.person]), 0
    if beat.kind == "forecast" and not lived.change(beat.quantity):
        return "", 0
    if beat.kind in DRAWN:
        return _drawn(lived, beat), 0
    if beat.kind in WHY and not (beat.kind.startswith("milestone") and _decided(lived, beat)):
        return say(WHY[beat.kind], slots(lived, beat)), 0
    if beat.kind == "number" and beat.quantity == NONE:
        return _worked_out(lived, beat), 0
    found = None if beat.quantity == NONE else explain(lived.play, lived.week, beat.quantity, lived.viewer)
    if found is None:
        return (_felt_elsewhere(lived, beat, words) if beat.kind in PERSONS and words is not None else ""), 0
    if beat.kind == "forecast" and undated(lived, beat.quantity):
        lost = next((row for row in found.rows if row.text_amount in (DATE_LOST, DATE_AGAIN)), None)
        return ("", 0) if lost is None else (f"{lost.text}.", lost.origin)
    if found.fact and found.rows:
        return _alone(found.rows[0], said), 0
    rows = _telling_rows(found)[: 1 if beat.kind.startswith("milestone") else None]  # the date says the others
    if len(found.read) == 1 and len(rows) == 1 and not rows[0].origin:
        return _alone(rows[0], said), 0
    return _parts(lived, beat.quantity, found, rows), max([row.origin for row in rows], default=0)


def _decided(lived: Week, beat: Beat) -> bool:
    """Whether the date of something done was moved by more than the week's work."""
    found = explain(lived.play, lived.week, beat.quantity, lived.viewer)
    return found is not None and any(row.key != DONE for row in _telling_rows(found)[:1])


def mostly(lived: Week, quantity: int) -> str:
    """What moved a number most, with its amount, and what all the others come to."""
    found = explain(lived.play, lived.week, quantity, lived.viewer)
    rows = [] if found is None else _telling_rows(found)[:1]
    return _parts(lived, quantity, found, rows) if found is not None and rows else ""


def _telling_rows(found: Explanation) -> list[Row]:
    """The two rows worth a mention: the largest that pulled the way it went, and one that is not small beside it."""
    amounts = [row for row in found.rows if row.text_amount[:1] in ("+", MINUS)]
    rows = [row for row in amounts if row.key not in DULL]
    if max([row.amount * found.change for row in rows], default=0.0) < DECIDED * found.change * found.change:
        rows = amounts  # it was the dull thing that did it
    rows.sort(key=lambda row: (row.amount * found.change < 0.0, -abs(row.amount)))
    if not rows:
        return []
    others = [row for row in rows[1:] if abs(row.amount) >= BESIDE * abs(rows[0].amount)]
    others.sort(key=lambda row: -abs(row.amount))
    return _enough(found, [rows[0], *others[:1]])


def _enough(found: Explanation, rows: list[Row]) -> list[Row]:
    """The rows with the largest others, up to three, until what is left over is not the largest of all."""
    left = sorted([row for row in found.read if row not in rows], key=lambda row: -abs(row.shown))
    while left and len(rows) < MOST and abs(_sum_of(left)) > max(abs(row.shown) for row in rows):
        rows = [*rows, left.pop(0)]
    return rows


def _sum_of(rows: list[Row]) -> float:
    shown = 0.0
    for row in rows:
        shown += row.shown
    return shown


def _alone(row: Row, said: str) -> str:
    """The only cause, in words, without what the sentence says already."""
    title = row.sub[row.sub.find("“") :] if "“" in row.sub else ""
    parts = [row.text] if row.text not in said else []
    parts += [row.sub] if row.sub and not (title and title in said and parts) else []
    return capital(": ".join(parts)) + "." if parts else ""


def _softened(beat: Beat) -> str:
    """What was done against a blow beforehand."""
    return f"What was done against it beforehand took {percent(beat.value)} off." if beat.value >= SOFTENED else ""


def _milestone_lost(lived: Week, beat: Beat) -> str:
    """That a milestone stays missed, for one that is done after its week; "" for others."""
    task = next((each for each in lived.scenario.tasks if each.milestone and each.name == beat.subject), None)
    if task is None or lived.week <= milestone_week(task):
        return ""
    return f"It was a milestone, planned for {week_of(milestone_week(task))}: that stays missed, in half of On time."


def _drawn(lived: Week, beat: Beat) -> str:
    """That luck decided whether a client stays, and how likely it had been, as far as one could know or has heard."""
    account = next(each for each in lived.scenario.accounts if each.renewal_chance == beat.quantity)
    colleague, due = colleague_of(lived.scenario, lived.viewer), lived.week == account.renewal_week
    if colleague is not None and not lived.sees(beat.quantity) and lived.view.as_of < lived.week:
        return f"{first_name(colleague)} knows how likely it was. {ON_THE_DAY if due else ANY_WEEK}"
    if due:
        return f"On Monday it was {_on_monday(lived, account.renewal_chance)} likely that they would sign. {ON_THE_DAY}"
    return f"On Monday that was {_on_monday(lived, account.churn_risk)} likely within a year. {ANY_WEEK}"


def _on_monday(lived: Week, chance: int) -> str:
    """How likely something was; luck has a part also where that rounds to all or nothing."""
    share = value_of(lived.play, lived.week - 1, chance)
    if share > ALMOST:
        return f"over {percent(0.99)}"
    return f"under {percent(0.01)}" if share < 1.0 - ALMOST else percent(share)


def _unseen(lived: Week, beat: Beat) -> str:
    """Where a blow fell that moved nothing this seat sees; "" where it saw that, or has talked about it since."""
    colleague = colleague_of(lived.scenario, lived.viewer)
    if colleague is None or beat.quantity != NONE or lived.view.as_of >= lived.week:
        return ""
    return f"What it comes to you hear in your next talk with {first_name(colleague)}."


def _worked_out(lived: Week, beat: Beat) -> str:
    """What moved a number that has no entry of its own in the table, or none that this seat may open."""
    if beat.subject == LABELS["risk"]:
        return _covered(lived)
    return _judged(lived) if beat.subject == LABELS["quality"] else ""


def _judged(lived: Week) -> str:
    """Whose answers, or whose moods, moved what the client makes of the work; no amounts, which are points there."""
    found = points_moved(lived.play, lived.week, "quality", lived.viewer)
    rows = [] if found is None else [row for row in found.rows if row.amount * found.change > 0.0]
    rows.sort(key=lambda row: -abs(row.amount))
    if not rows or rows[0].key == UNSEEN:
        colleague = colleague_of(lived.scenario, lived.viewer)
        seen = f", which {first_name(colleague)} sees" if colleague is not None else ""
        return f"It is the client’s people who changed their minds{seen}."
    also = [row.text for row in rows[1:2] if abs(row.amount) >= ALSO * abs(rows[0].amount) and row.key != UNSEEN]
    return " · ".join([_alone(rows[0], "").removesuffix("."), *also]) + "."


def _covered(lived: Week) -> str:
    """What moved the share of what could go wrong that is covered: no entry of the table, but worked out from many."""
    parts = covered_parts(lived)
    forward = 1.0 if sum_of(parts) > 0.0 else -1.0
    parts.sort(key=lambda part: -part[1] * forward)
    told = parts[:1] + [part for part in parts[1:2] if abs(part[1]) >= BESIDE * abs(parts[0][1])]
    said = [f"{text} {signed(points)}{POINTS}" for text, points in told]
    rest = sum_of(parts) - sum_of(told)
    return _joined([*said, f"the rest {signed(rest)}{POINTS}"] if abs(rest) >= 0.05 else said)


def _felt_elsewhere(lived: Week, beat: Beat, words: CauseWords) -> str:
    """The answer somebody took well or badly, and whose card has their mood, where this seat may not open it."""
    colleague, person = colleague_of(lived.scenario, lived.viewer), lived.scenario.people[beat.person]
    mood = f"{first_name(person)}’s {'satisfaction' if person.side == 'client' else 'morale'}"
    if colleague is None:
        return f"{words.text}."
    who = first_name(colleague)
    shown = f"only {who} sees it" + (" until you Sync" if lived.week < lived.scenario.weeks else "")
    if lived.view.as_of >= lived.week:
        shown = f"your talk with {who} showed it"
    return f"{words.text}. It moved {mood}: {shown}."


def _parts(lived: Week, quantity: int, found: Explanation, rows: list[Row]) -> str:
    """Some causes with their amounts, and what the others come to."""
    parts = [f"{_whole(lived, row)} {row.text_amount}" for row in rows]
    amount = delta_text(lived.scenario, quantity, _sum_of([row for row in found.read if row not in rows]))
    parts += [f"the rest {amount}"] if amount[:1] in ("+", MINUS) else []
    return _joined(parts)


def _joined(parts: list[str]) -> str:
    """Causes with their amounts, the long unit once."""
    return " · ".join([*(part.removesuffix(POINTS) for part in parts[:-1]), *parts[-1:]])


def _shared(lived: Week, beat: Beat, key: str) -> str:
    """What a line the author wrote did to its number, where others moved that number too; "" where it was alone."""
    found = None if beat.quantity == NONE else explain(lived.play, lived.week, beat.quantity, lived.viewer)
    if found is None or len(found.read) < 2:
        return ""
    own = [row for row in found.read if row.key == key]
    if not own:
        return ""
    others = [row for row in found.read if row.key != key and abs(row.amount) >= ALSO * abs(own[0].amount)]
    others.sort(key=lambda row: -abs(row.amount))
    return _parts(lived, beat.quantity, found, _enough(found, [*own, *others[:1]]))


def _whole(lived: Week, row: Row) -> str:
    """A cause among others: with who answered, where it was not the reader, who came over, what became of a promise."""
    if row.key == SET_FREE and row.sub:
        return f"{row.sub} came over"
    event, way = choices_on(lived.scenario, row.key.partition(":")[2])
    if event is not None and way and not row.origin:
        who = doer(lived.view, event.asks)
        return row.text if who == YOU else f"{who}: {row.text}"
    return f"{capital(row.sub)}, {row.text}" if row.key.startswith("promise:") else row.text
