"""A review in words: where the points came from, every answer with its worth, the moves, and the numbers at the end."""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.engine.legality import legal
from game.engine.model import SEAT_BIT, Scenario, Seat
from game.engine.moves import responsibility_of
from game.engine.play import Play
from game.engine.scores import standing
from game.engine.state import Move
from game.engine.view import View, observe
from game.insight.pitches import TAKEN
from game.insight.review.choices import GRADES, NOISE, Decision, Option, Value, apart, below_by_policy
from game.insight.review.moves import Responsibility
from game.insight.review.split import GRAIN
from game.insight.review.whole import Review
from game.insight.review.why import GRAIN as THOUSANDTHS
from game.insight.review.why import Undone, undone
from game.insight.simulate import Summary
from game.insight.words.cards import LABELS
from game.insight.words.causes import choices_on, entitled, quoted, softened
from game.insight.words.debrief.carried import Carried, carried
from game.insight.words.debrief.luck import about_luck, answer_to
from game.insight.words.figures import capital, days, decimal, listed, plain, signed, small, whole
from game.insight.words.fill import substitute
from game.insight.words.moves import GROUPS, done_words, move_words
from game.insight.words.people import colleague_of, first_name

# what sensible play is, in a few words: the rule by which everybody plays on where something is tried
SENSIBLE = "a plain rule: the answer whose labels weigh best, time for what needs it most"
TONES = {"best": "good", "good": "good", "imprecise": "plain", "costly": "warn", "very costly": "bad"}
COSTLY = ("costly", "very costly")
CLEARLY = 1.0  # points of the final score from which decisions or luck are said to have pulled a way
LUCKY = 3.0  # points by which this play's luck has to contradict a verdict to be worth a sentence
SPLIT = "Points of the final score. Every row adds up to the result to expect after it; the last one is the result."
SPLIT_AGAINST = (
    "Against sensible play, by what was true, known or not: where that would have done as well, a week that moved the "
    "meters far shows nothing."
)
YARDSTICKS = (
    "A verdict compares an answer with the best there was, by what could be known; one as good as the best is none "
    "below it. What a move was worth compares it with making none, and the points compare you with sensible play."
)
YARDSTICK_HEADS = ("", "yours", "sensible play", "between them")
MOVES = "What your moves brought"
NUMBERS = "What carried your numbers"
# A pitch may be worth 40 points of Upsell and a trifle of the score, and both are right: these reconcile them.
MOVES_AGAINST = (
    "Points of the final score that would be missing without a move, where sensible play goes on and may make up for "
    f"it. What each did to a number as it happened stands under “{NUMBERS}”."
)
NUMBERS_AS_LIVED = (
    "What moved each number as it happened, in points of it, 0 to 100; the score is made of all of them. A move may do "
    f"much here and little under “{MOVES}”, where what sensible play would have made up for does not count. Of a date "
    "or a bill it names what pushed it the way it went; what pulled against it in that week, its recap tells."
)
SAME = 0.05  # points of the final score that do not show
AS_GOOD = 2  # options told to be as good as the one taken
WITHIN = "within chance or half a point"  # what is as good as the best lies so near it
MOVES_TOLD = 4  # of one responsibility
KPIS_TOLD = 2  # of what another answer would have changed
PITCHES = (
    "Here counts what a pitch was expected to add to sensible play, which would go on and could still make it later."
)


@dataclass(frozen=True)
class SplitRow:
    """One line of the split: points as shown, which add up to `then`, the result to expect after it.

    `answers` and `moves` are the player's; `about` says what luck was about.
    """

    label: str
    answers: str
    moves: str
    colleague: str
    luck: str
    then: str
    about: str = ""


@dataclass(frozen=True)
class Yardstick:
    """One line of how verdicts and worths go together with the points: yours, those of sensible play, between them."""

    label: str
    yours: str
    usual: str
    between: str
    whole: bool = False


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


@dataclass(frozen=True)
class Line:
    """A name and what there is to say about it."""

    label: str
    text: str


@dataclass(frozen=True)
class ReviewWords:
    """A whole review to read. `colleague` is "" for one person in both seats."""

    summary: tuple[str, ...]
    colleague: str
    split: tuple[SplitRow, ...]
    yardsticks: tuple[Yardstick, ...]
    answers: tuple[AnswerWords, ...]
    moves: tuple[Line, ...]
    kpis: tuple[Line, ...]


def review_words(play: Play, found: Review, two_people: bool = False) -> ReviewWords:
    """The review of a finished play in words."""
    return ReviewWords(
        summary=summary_words(play, found),
        colleague=colleague_name(play.scenario, found.seat),
        split=split_told(play, found),
        yardsticks=yardsticks(play, found),
        answers=tuple([answer_words(play, found.seat, each, two_people) for each in found.decisions]),
        moves=move_lines(play, found),
        kpis=tuple([_kpi(each) for each in carried(play, found.seat)]),
    )


# ---- where the points came from --------------------------------------------------------------------------------------


def summary_words(play: Play, found: Review) -> tuple[str, ...]:
    """Where the points came from, and how good the answers were."""
    return _where_from(found, colleague_name(play.scenario, found.seat)), _how_good(play.scenario, found)


def yardsticks(play: Play, found: Review) -> tuple[Yardstick, ...]:
    """Why verdicts and worths do not sum to what answers and moves moved: they are held against something else."""
    if not found.decisions:
        return ()
    answers, moved = found.split.answers / GRAIN, found.split.moves / GRAIN
    below = round(sum([round(each.chosen.known.lost, 1) for each in found.decisions]), 1)
    usual = round(below_by_policy(play, found.seat, found.decisions), 1)
    brought = round(sum([round(each.worth, 1) for each in found.responsibilities if each.made]), 1)
    theirs = round(brought - moved, 1)
    return (
        Yardstick("Verdicts: below the best, added up", signed(-below), signed(-usual), signed(usual - below)),
        Yardstick("What nobody could know then, and chance", "", "", signed(round(answers - usual + below, 1))),
        Yardstick("Your answers", "", "", signed(answers), True),
        Yardstick("Moves: above making none", signed(brought), signed(theirs), signed(moved), True),
    )


def colleague_name(scenario: Scenario, seat: Seat) -> str:
    """The first name of who sits in the other seat; "" for one person in both."""
    colleague = colleague_of(scenario, seat)
    return "" if colleague is None else first_name(colleague)


def _where_from(found: Review, colleague: str) -> str:
    split = found.split
    mine, luck = split.player / GRAIN, split.luck / GRAIN
    parts = [f"your answers moved it by {part_words(split.answers)}", f"your moves by {part_words(split.moves)}"]
    parts += [f"{colleague}’s by {part_words(split.colleague)}"] if split.colleague else []
    parts += [f"luck by {part_words(split.luck)}"]
    said = (
        f"Played sensibly on both sides ({SENSIBLE}), this story ends at {score_words(split.average)} on average. "
        f"From there {listed(parts)}."
    )
    without = f"they would have ended at {score_words(split.result - split.luck)}"
    if mine <= -CLEARLY and luck >= CLEARLY:
        return f"{said} Luck was kinder than the decisions: with an average share of it {without}."
    if mine >= CLEARLY and luck <= -CLEARLY:
        return f"{said} The decisions were better than what came of them: with average luck {without}."
    if luck <= -CLEARLY and mine > -CLEARLY:
        return f"{said} It was not the decisions that cost most: with average luck {without}."
    return said


def _how_good(scenario: Scenario, found: Review) -> str:
    count = len(found.decisions)
    kinds = []
    for grade in GRADES:
        of = [each for each in found.decisions if each.grade == grade]
        if of:
            which = "best or as good" if grade == GRADES[0] else grade
            kinds.append(f"{small(len(of))} {'was' if len(of) == 1 else 'were'} {which}")
    if not kinds:
        return "Nothing was asked that left a choice."
    said = f"Of {small(count)} answers with a choice, {listed(kinds)}."
    bad = [each for each in found.decisions if each.grade in COSTLY]
    if not bad:
        return said
    worst = max(bad, key=lambda each: each.chosen.known.gap)
    lost = decimal(worst.chosen.known.gap)
    title = entitled(scenario.events[scenario.event_index[worst.event]])
    return f"{said} The dearest was the one to {title} in week {worst.week}: {lost} points."


def split_told(play: Play, found: Review) -> tuple[SplitRow, ...]:
    """The split as a table, with what luck was about in each of its rows."""
    average, *rows = split_rows(found)
    parts = [found.split.start, *[week.luck for week in found.split.weeks]]
    told = [about_luck(play, found.seat, week, part) for week, part in enumerate(parts)]
    return (average, *[replace(row, about=about) for row, about in zip(rows, told, strict=True)])


def split_rows(found: Review) -> tuple[SplitRow, ...]:
    """The split as a table whose rows add up."""
    split = found.split
    rows = [SplitRow("The average play", "", "", "", "", score_words(split.average))]
    rows.append(SplitRow("This play’s start", "", "", "", part_words(split.start), score_words(split.expected[0])))
    for week, then in zip(split.weeks, split.expected[1:], strict=True):
        theirs = "" if found.seat is Seat.BOTH else part_words(week.colleague)
        parts = (part_words(week.answers), part_words(week.moves), theirs, part_words(week.luck))
        rows.append(SplitRow(f"Week {week.week}", *parts, score_words(then)))
    return tuple(rows)


def score_words(station: int) -> str:
    """A station of the split: 76.3."""
    return decimal(station / GRAIN)


def part_words(part: int) -> str:
    """What lies between two stations: +4.8."""
    return signed(part / GRAIN)


# ---- the answers -----------------------------------------------------------------------------------------------------


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


# ---- the moves -------------------------------------------------------------------------------------------------------


def move_lines(play: Play, found: Review) -> tuple[Line, ...]:
    """What the moves of each responsibility brought over the whole play."""
    view = observe(play.scenario, play.state, found.seat)
    return tuple([_responsibility(play, view, each) for each in found.responsibilities])


def _offered(play: Play, seat: Seat, responsibility: str) -> bool:
    """Whether any week had a move of it."""
    openings = play.states[: len(play.weeks)]
    moves = [move for state in openings for move in legal(play.scenario, state, seat).moves]
    return any(responsibility_of(move.kind, seat) == responsibility for move in moves)


def _responsibility(play: Play, view: View, line: Responsibility) -> Line:
    weeks: dict[str, list[int]] = {}
    for made in line.made:
        weeks.setdefault(done_words(play.scenario, made.move.kind, made.move.target, view.seat), []).append(made.week)
    if not weeks:
        offered = _offered(play, view.seat, line.name)
        text = f"No move in {small(len(play.weeks))} weeks." if offered else _none_to_make(play, line.name)
    else:
        told = [f"{what} ({_in_weeks(when)})" for what, when in sorted(weeks.items(), key=lambda each: -len(each[1]))]
        more = [f"{small(len(told) - MOVES_TOLD)} more"] if len(told) > MOVES_TOLD else []
        text = f"You {listed([*told[:MOVES_TOLD], *more])}. {_worth(Summary(line.worth, line.error, len(line.made)))}"
        text += _answered(play, line)
    if line.missed is not None:
        swap = line.missed
        gain = give_or_take(swap.gain.mean, swap.gain.error)
        instead = f"“{softened(move_words(view, swap.instead).label)}”"
        if swap.made is None:
            text += f" There was time left in week {swap.week}: {instead} was worth {gain} points."
        else:
            weakest = softened(move_words(view, swap.made).label)
            text += f" In week {swap.week}, {instead} in place of “{weakest}” was worth {gain} points more."
        text += _lay_there(play, swap.instead, swap.week)
    return Line(GROUPS[line.name], text)


def _lay_there(play: Play, move: Move, week: int) -> str:
    """What a look into a task would have found in it, which nobody could know; "" for other moves."""
    task = next((each for each in play.scenario.tasks if each.id == move.target), None)
    if move.kind != "look_into" or task is None:
        return ""
    hidden = play.states[week - 1].values[task.hidden] / play.scenario.quantities[task.hidden].per_unit
    return f" {days(hidden)} of mistakes lay in it, and nobody knew." if hidden >= 1.0 else ""


def _none_to_make(play: Play, responsibility: str) -> str:
    """Why no week had a move of a responsibility: of trouble, although a complaint may have been open."""
    said = "There was no move to make here"
    if responsibility != "issues":
        return f"{said}."
    accounts = play.scenario.accounts
    open_in = [w for w, state in enumerate(play.states[:-1], 1) if any(state.values[each.issue] for each in accounts)]
    complaint = f" The complaint open in {_in_weeks(open_in)} was about something else." if open_in else ""
    return f"{said}: nobody had been let down.{complaint}"


def _answered(play: Play, line: Responsibility) -> str:
    """Why a pitch that was answered is worth another amount here than in the numbers."""
    pitched = [made.move.target for made in line.made if made.move.kind == "pitch"]
    answers = [answer_to(play, offer, len(play.weeks)) for offer in play.scenario.offers if offer.id in pitched]
    told = [answer for answer in answers if answer]
    if not told:
        return ""
    return f" {listed(told)}: that is luck’s. {PITCHES}"


def _in_weeks(when: list[int]) -> str:
    return f"week{'s' if len(when) > 1 else ''} {listed([str(week) for week in when])}"


def _worth(worth: Summary) -> str:
    if abs(worth.mean) <= NOISE * worth.error:
        return f"Without {'them' if worth.plays > 1 else 'it'}, sensible play ends about the same, give or take chance."
    they = "Together they were" if worth.plays > 1 else "It was"
    sign = "+" if worth.mean > 0.0 else ""
    return f"{they} worth {sign}{give_or_take(worth.mean, worth.error)} points."


# ---- the numbers -----------------------------------------------------------------------------------------------------


def _kpi(carried: Carried) -> Line:
    """What carried a KPI from its first value to its last, in one sentence."""
    begun = f"{carried.begun[:1].lower()}{carried.begun[1:]}"
    span = f"{plain(carried.start)} points {begun}, {plain(carried.end)} in the end"
    told = [f"{signed(each.amount)} {each.text}" + (f" ({each.when})" if each.when else "") for each in carried.causes]
    return Line(carried.label, f"{span}: {'; '.join(told)}." if told else f"{span}.")


def final_score(play: Play, seat: Seat) -> float:
    """The score a seat ended with."""
    return standing(play.scenario, play.state.values).score(seat)
