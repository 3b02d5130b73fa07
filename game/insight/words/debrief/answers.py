"""Every answer of a review in words: how good it was, against which other, and what that would have changed."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.model import SEAT_BIT, Scenario, Seat
from game.engine.play import Play
from game.insight.pitches import TAKEN
from game.insight.review.choices import GRADES, NOISE, Decision, Option, Value, apart
from game.insight.review.why import GRAIN as THOUSANDTHS
from game.insight.review.why import Undone, undone
from game.insight.words.cards import LABELS
from game.insight.words.causes import choices_on, entitled, quoted, softened
from game.insight.words.debrief.came_from import CLEARLY, COSTLY
from game.insight.words.figures import capital, decimal, listed, small, whole
from game.insight.words.fill import substitute

TONES = {"best": "good", "good": "good", "imprecise": "plain", "costly": "warn", "very costly": "bad"}
LUCKY = 3.0  # points by which this play's luck has to contradict a verdict to be worth a sentence
SAME = 0.05  # points of the final score that do not show
AS_GOOD = 2  # options told to be as good as the one taken
WITHIN = "within chance or half a point"  # what is as good as the best lies so near it
KPIS_TOLD = 2  # of what another answer would have changed


@dataclass(frozen=True)
class AnswerWords:
    """One answer: what asked, how good the answer was, and why."""

    week: int
    event: str
    title: str
    grade: str
    tone: str
    text: str
    called: str  # the verdict said: “as good as the best”


def answer_words(play: Play, seat: Seat, judged: Decision, two_people: bool = False) -> AnswerWords:
    """One answer, how good it was, and why."""
    scenario = play.scenario
    event = scenario.events[scenario.event_index[judged.event]]
    text = _verdict(scenario, judged)
    if judged.turned:
        text += " " + _turned(play, seat, judged)
    instead = _rival(judged)
    if instead is not None:
        did = undone(play, seat, judged.week, judged.event, instead.path, two_people)
        text += _came_of_it(scenario, judged, instead, did)
    return AnswerWords(
        judged.week, judged.event, entitled(event), judged.grade, TONES[judged.grade], text, called(judged.chosen.known)
    )


def called(value: Value) -> str:
    """The word for how good an option was, where it stands alone: only what leads to the most is called best."""
    return "as good as the best" if value.grade == GRADES[0] and value.gap else value.grade


def way_words(scenario: Scenario, judged: Decision, option: Option) -> str:
    """An option as a quotation, with the answers to further questions after it."""
    _event, way = choices_on(scenario, f"{judged.event}/{option.path}")
    if not way:
        return "no answer at all"
    return ", then ".join([quoted(scenario, choice.text, judged.week) for choice in way])


def _verdict(scenario: Scenario, judged: Decision) -> str:
    taken, best = judged.chosen, judged.best
    mine = capital(way_words(scenario, judged, taken))
    if judged.grade == GRADES[0]:
        rest = [each for each in judged.options if each is not taken]
        as_good = sorted([each for each in rest if each.known.grade == GRADES[0]], key=lambda each: -each.known.score)
        said = f"{mine} led to {decimal(taken.known.score)} on average."
        if len(as_good) == len(rest):
            return f"{said} All else that was open was as good, {WITHIN}."
        if as_good:
            told = [f"{way_words(scenario, judged, each)} ({decimal(each.known.score)})" for each in as_good[:AS_GOOD]]
            told += [f"{small(len(as_good) - AS_GOOD)} more"] if len(as_good) > AS_GOOD else []
            return f"{said} As good, {WITHIN}: {listed(told)}."
        after = max(rest, key=lambda each: each.known.score)
        ahead = decimal(apart(taken.known.score, after.known.score))
        return f"{said} Next came {way_words(scenario, judged, after)}, {ahead} behind."
    led = f"{mine} led to {decimal(taken.known.score)} on average"
    gap = give_or_take(taken.known.gap, taken.known.error)
    rival = way_words(scenario, judged, best)
    return f"{led}. The best there was, {rival}, led to {decimal(best.known.score)}: {gap} points more."


def _turned(play: Play, seat: Seat, judged: Decision) -> str:
    """Where the truth, which could not be known, says something else."""
    chosen, best = judged.chosen.true, judged.best_in_truth
    hidden = _hidden(play, seat, judged.week)
    because = f"Nobody had told you: {' '.join(hidden)} So" if hidden else "As things really were,"
    if chosen.grade == GRADES[0]:
        return f"{because} it was as good an answer as any."
    gap = give_or_take(chosen.gap, chosen.error)
    rival = way_words(play.scenario, judged, best)
    return f"{because} {rival} was worth {gap} points more, and the answer {chosen.grade}."


def _hidden(play: Play, seat: Seat, week: int) -> list[str]:
    """The truths that held and that the seat had not learned when it answered."""
    values, bit = play.states[week - 1].values, SEAT_BIT[seat]
    found: list[str] = []
    for truth in play.scenario.truths:
        known = (bit & 1 and values[truth.known_am]) or (bit & 2 and values[truth.known_pm])
        if values[truth.holds] and not known:
            found.append(substitute(truth.tells, play.scenario))
    return found


def _rival(judged: Decision) -> Option | None:
    """The option to hold against the one taken: the best, or the next best where that was taken."""
    rest = [each for each in judged.options if each.path != judged.taken]
    return max(rest, key=lambda each: each.known.score) if rest else None


def _came_of_it(scenario: Scenario, judged: Decision, instead: Option, did: Undone) -> str:
    """What the decision did under this play's own luck, where it cost much or luck contradicts the verdict."""
    rival = way_words(scenario, judged, instead)
    ended = f"with {rival} this very play would have ended at {decimal(did.other_score)}"
    if judged.grade in COSTLY and did.score >= LUCKY:
        return f" It came out well all the same: {ended}, {decimal(did.score)} lower."
    if judged.grade in COSTLY and did.score < -CLEARLY:
        return f" {capital(ended)}, {decimal(-did.score)} higher{_changed(did)}."
    if judged.grade == GRADES[0] and did.score <= -LUCKY:
        return f" A good answer that came out badly: {ended}, {decimal(-did.score)} higher."
    return ""


def undone_words(play: Play, seat: Seat, judged: Decision, two_people: bool = False) -> str:
    """How this very play would have ended with the best of the other options; "" where no other was open."""
    instead = _rival(judged)
    return "" if instead is None else undone_with(play, seat, judged, instead, two_people)


def undone_with(play: Play, seat: Seat, judged: Decision, instead: Option, two_people: bool = False) -> str:
    """How this very play would have ended with another option, under the same luck."""
    did = undone(play, seat, judged.week, judged.event, instead.path, two_people)
    rival = way_words(play.scenario, judged, instead)
    ended = f"With {rival} this very play would have ended at {decimal(did.other_score)}"
    if abs(did.score) < SAME:
        return f"{ended}, which is the same."
    return f"{ended}, {decimal(abs(did.score))} {'lower' if did.score > 0.0 else 'higher'}{_changed(did)}."


def _changed(did: Undone) -> str:
    """The numbers another answer would have changed most."""
    moved = sorted(did.kpis, key=lambda each: -abs(each[2] - each[1]))[:KPIS_TOLD]
    told = [
        f"{LABELS[name]} at {whole(other / THOUSANDTHS)} points instead of {whole(one / THOUSANDTHS)}"
        + (_sold(did) if name == "upsell" else "")
        for name, one, other in moved
        if abs(other - one) >= 5 * THOUSANDTHS
    ]
    return f", {listed(told)}" if told else ""


def _sold(did: Undone) -> str:
    """Which offers another answer, on whatever matter, would have sold or lost; "" for none."""
    told = []
    for offer in did.play.scenario.offers:
        was, would = did.play.state.values[offer.status] == TAKEN, did.other.state.values[offer.status] == TAKEN
        told += [f"“{softened(offer.name)}” {'taken' if would else 'not taken'}"] if was != would else []
    return f" ({listed(told)})" if told else ""


def give_or_take(amount: float, error: float) -> str:
    """A number with how far luck may have moved it: 2.0 ± 1.2."""
    half = decimal(NOISE * error)
    return decimal(amount) if half == "0.0" else f"{decimal(amount)} ± {half}"
