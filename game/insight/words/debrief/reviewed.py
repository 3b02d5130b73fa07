"""The review as a screen shows it: a headline, a decision's options in the order written."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.legality import unlocked
from game.engine.model import Choice, Event, Question, Scenario, Seat
from game.engine.play import Play
from game.engine.scores import OWN_SHARE
from game.engine.view import View, observe
from game.insight.review.choices import GRADES, NOISE, Decision, Option
from game.insight.review.whole import Review
from game.insight.ways import Way
from game.insight.words.causes import choices_on, entitled, quoted
from game.insight.words.debrief.answers import called
from game.insight.words.debrief.came_from import colleague_name, score_words
from game.insight.words.figures import capital, decimal, listed, percent, plain, signed, small, weeks
from game.insight.words.locked import why_locked
from game.insight.words.people import other_seat

LESS = "It takes a move, and the other answers had taken the week’s."
MIDDLE = "the middle half of all futures; a few far off may move the average out of it"
HALF = (1, 3)  # of an option's spread: a quarter of its futures ended lower, a quarter higher


@dataclass(frozen=True)
class HeadWords:
    """What a review opens with: how long the play was, what it came to and what that means, how its score is made."""

    above: str
    title: str
    meant: str
    score: str


def head_words(play: Play, found: Review) -> HeadWords:
    """The headline: what the decisions were worth, and what luck made of it."""
    lived, asked = len(play.weeks), len(found.decisions)
    split, colleague = found.split, colleague_name(play.scenario, found.seat)
    worth = score_words(split.result - split.luck)
    whose = f"your decisions and {colleague}’s" if colleague and split.colleague else "your decisions"
    made = f"Luck made it {score_words(split.result)}." if split.luck else "Luck left it there."
    title = f"Decisions worth {worth}. {made}"
    above = f"{capital(weeks(lived))}, {small(asked)} {'decision' if asked == 1 else 'decisions'}"
    luck = (
        f"luck {'added' if split.luck > 0 else 'took'} {score_words(abs(split.luck))}"
        if split.luck
        else "luck changed nothing"
    )
    meant = f"With average luck {whose} end at {worth}; this play’s {luck}."
    return HeadWords(above, title, meant, _score(play, found.seat, colleague))


def _score(play: Play, seat: Seat, colleague: str) -> str:
    """How the score is made, in one line."""
    ended = play.outcome
    if ended is None:
        return ""
    cards = {Seat.AM: ended.standing.relationship, Seat.PM: ended.standing.delivery}
    if seat is Seat.BOTH:
        return f"The score: half Relationship, {decimal(cards[Seat.AM])}, half Delivery, {decimal(cards[Seat.PM])}."
    own, other = percent(OWN_SHARE), percent(1.0 - OWN_SHARE)
    mine, theirs = decimal(cards[seat]), decimal(cards[other_seat(seat)])
    return f"The score: {own} your card, {mine}, and {other} {colleague}’s card, {theirs}."


# ---- one decision ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class OptionWords:
    """One way through an event as it is listed: what it was expected to end with, and between what half of its futures
    ended. `locked` says why it was not open; such an option has no value. Where a further question follows, `first` is
    the choice that leads to it and `rest` what is chosen there."""

    path: str
    text: str
    first: str = ""
    rest: str = ""
    grade: str = ""
    score: float = 0.0
    half: tuple[float, float] | None = None
    taken: bool = False
    locked: str = ""
    says: str = ""


def grade_words(judged: Decision) -> str:
    """The verdict in short: Costly, 5.6 below the best."""
    known = judged.chosen.known
    said = capital(called(known))
    return said if judged.grade == GRADES[0] else f"{said}, {plain(known.gap)} below the best"


def truth_words(judged: Decision) -> str:
    """What the truth makes of the verdict where it turns it: As things were: costly."""
    return f"As things were: {called(judged.chosen.true)}" if judged.turned else ""


def decision_title(scenario: Scenario, judged: Decision) -> str:
    """The title of what asked."""
    return scenario.events[scenario.event_index[judged.event]].title


def decision_says(scenario: Scenario, judged: Decision) -> str:
    """A decision in a sentence, for its mark on the chart."""
    title, gap = entitled(scenario.events[scenario.event_index[judged.event]]), judged.chosen.known.gap
    if judged.grade == GRADES[0]:
        return f"{title}: {called(judged.chosen.known)}."
    return f"{title}: {judged.grade}, {_points(gap)} below the best."


def _points(gap: float) -> str:
    said = plain(gap)
    return f"{said} point" if said == "1" else f"{said} points"


def cost_words(scenario: Scenario, judged: Decision) -> str:
    """What a dear decision cost, to stand beside its mark."""
    title = entitled(scenario.events[scenario.event_index[judged.event]])
    return f"{title}: {signed(-judged.chosen.known.gap)}"


def option_words(play: Play, seat: Seat, judged: Decision) -> tuple[OptionWords, ...]:
    """Every option that was open in the order it was written, then what was locked."""
    scenario, state = play.scenario, play.states[judged.week - 1]
    found = [_open(scenario, judged, each) for each in judged.options]
    event = scenario.events[scenario.event_index[judged.event]]
    view = observe(scenario, state, seat)
    judged_ways = [each.path for each in judged.options]
    for way in _closed(event.question, state.values, ()):
        path = "/".join([choice.id for choice in way])
        why = why_locked(view, way[-1])
        found.append(OptionWords(path, *_texts(scenario, judged.week, way), locked=why or LESS))
    found += _too_dear(scenario, event, view, judged, judged_ways)
    return tuple(found)


def _open(scenario: Scenario, judged: Decision, option: Option) -> OptionWords:
    _event, way = choices_on(scenario, f"{judged.event}/{option.path}")
    value = option.known
    half = (value.spread[HALF[0]], value.spread[HALF[1]]) if value.spread else None
    says = f"{capital(called(value))}: it led to {decimal(value.score)} on average"
    if value.grade != GRADES[0]:
        says += f", {plain(value.gap)} below the best, give or take {plain(NOISE * value.error)}"
    if half is not None:
        says += f". Half of all futures ended between {decimal(half[0])} and {decimal(half[1])}"
    taken = option.path == judged.taken
    texts = _texts(scenario, judged.week, way)
    return OptionWords(option.path, *texts, value.grade, value.score, half, taken, "", f"{says}.")


def _texts(scenario: Scenario, week: int, way: Way) -> tuple[str, str, str]:
    """All of a way, the choice that leads to a further question, and the rest."""
    if len(way) < 2:
        return way_text(scenario, week, way), "", ""
    return way_text(scenario, week, way), way_text(scenario, week, way[:1]), way_text(scenario, week, way[1:])


def way_text(scenario: Scenario, week: int, way: Way) -> str:
    """The choices of a way without quotation marks: Push back → In writing."""
    if not way:
        return "No answer at all"
    return " → ".join([quoted(scenario, choice.text, week)[1:-1] for choice in way])


def _closed(question: Question | None, values: list[int], before: Way) -> list[Way]:
    """The ways that end at a locked choice."""
    if question is None:
        return []
    found: list[Way] = []
    open_ones = unlocked(question, values)
    for choice in question.choices:
        way: tuple[Choice, ...] = (*before, choice)
        found += _closed(choice.scene, values, way) if choice in open_ones else [way]
    return found


def _too_dear(scenario: Scenario, event: Event, view: View, judged: Decision, known: list[str]) -> list[OptionWords]:
    """What was open but for the move it takes."""
    found: list[OptionWords] = []
    for choice in unlocked(event.question, view.values):
        if choice.takes and not [path for path in known if path.split("/")[0] == choice.id]:
            found.append(OptionWords(choice.id, *_texts(scenario, judged.week, (choice,)), locked=LESS))
    return found


# ---- another play ----------------------------------------------------------------------------------------------------


def play_words(parted_after: int, lived: int, scores: tuple[float, ...]) -> tuple[str, str]:
    """What another finished play is, and how it ended. `parted_after` is how many weeks a branch took over, below 0
    for an attempt of its own."""
    title = f"A branch from week {parted_after + 1}" if parted_after >= 0 else "Another attempt"
    return title, f"It ended at {listed([decimal(score) for score in scores])}, after {weeks(lived)}."
