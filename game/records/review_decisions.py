"""Every answer of a play on its page: what was open and what it was worth, what one knew, and what came of it."""

from __future__ import annotations

from game.engine.model import Seat
from game.engine.play import Play
from game.insight.review.choices import Decision, Option
from game.insight.review.whole import Review
from game.insight.words.debrief.aftermath import Aftermath, Came, Reply
from game.insight.words.debrief.answers import AnswerWords
from game.insight.words.debrief.hindsight import Moment, moment
from game.insight.words.debrief.judged import ReviewWords
from game.insight.words.debrief.reviewed import MIDDLE, OptionWords, grade_words, option_words, truth_words
from game.insight.words.figures import decimal, whole
from game.insight.words.people import seat_name
from game.records.page import Markup, Row, element, section, table
from game.records.review_charts import TONES, option_bar, sign

SIDES = {Seat.AM: "rel", Seat.PM: "dlv"}


def anchor(judged: Decision) -> str:
    """Where on the page an answer stands."""
    return f"week{judged.week}-{judged.event}"


def decisions(play: Play, found: Review, words: ReviewWords) -> Markup:
    """All of them, in order."""
    if not found.decisions:
        return Markup("")
    aftermath = Aftermath(play, found.seat)
    note = f"Bars: the final score to expect, 0 to 100. Whiskers: {MIDDLE}."
    told = [
        _decision(play, found.seat, judged, words_of, aftermath)
        for judged, words_of in zip(found.decisions, words.answers, strict=True)
    ]
    return section("Your answers, one by one", *told, note=note)


def _decision(play: Play, seat: Seat, judged: Decision, words: AnswerWords, aftermath: Aftermath) -> Markup:
    event = play.scenario.events[play.scenario.event_index[judged.event]]
    then = moment(play, seat, judged)
    side = seat_name(event.asks) if seat is Seat.BOTH else ""
    eyebrow = [
        f"Week {judged.week}",
        *([", as ", element("span", side, class_=f"t-{SIDES[event.asks]}")] if side else []),
    ]
    head = element("div", element("p", *eyebrow, class_="eyebrow"), element("h3", event.title))
    asked = [element("p", then.who, class_="quiet small")] if then.who else []
    quote = element("blockquote", element("p", then.asked), *asked, class_="asked")
    came = _after(judged, aftermath.replies(judged), aftermath.of(judged), aftermath.brought(judged))
    parts = [quote, _options(play, seat, judged), element("p", words.text), _wells(then), came]
    return element("article", element("header", head, _verdict(judged)), *parts, class_="decision", id=anchor(judged))


def _verdict(judged: Decision) -> Markup:
    """How good it was, and what the truth makes of that where it says something else."""
    chips = [element("span", sign(judged.grade), grade_words(judged), class_=f"chip t-{TONES[judged.grade]}")]
    if judged.turned:
        true = judged.chosen.true.grade
        chips.append(element("span", sign(true), truth_words(judged), class_=f"chip t-{TONES[true]}"))
    return element("div", *chips, class_="verdict")


def _options(play: Play, seat: Seat, judged: Decision) -> Markup:
    """What was open, each with its bar: a chart that is its own table."""
    shown = [each for each in option_words(play, seat, judged) if not each.locked]
    truth = ("as things were",) if judged.turned else ()
    head = ("where each option leads", "from 0 to 100", "on average", "half of futures", *truth)
    rows: list[Row] = []
    under = ""  # the choice whose further question the options answer
    for told, option in zip(shown, judged.options, strict=True):
        if told.first != under and told.first:
            rows.append(Row((told.first, *[""] * (len(head) - 1))))
        under = told.first
        rows.append(Row(_option(judged, told, option), inner=bool(under)))
    return element("div", table("", head, rows, tuple(range(2, len(head)))), class_="options")


def _option(judged: Decision, told: OptionWords, option: Option) -> tuple[str, ...]:
    low, high = told.half if told.half is not None else (told.score, told.score)
    tone = TONES[told.grade] if told.taken else "good" if option is judged.best else "plain"
    ends = f"{whole(low)} to {whole(high)}"
    said = f"{told.text}: {decimal(told.score)} on average, half of all futures {ends}"
    chip = Markup(" " + element("span", "your choice", class_=f"chip t-{TONES[judged.grade]}")) if told.taken else ""
    label = element("span", told.rest or told.text, class_="taken" if told.taken else "")
    true = (decimal(option.true.score),) if judged.turned else ()
    return Markup(label + chip), option_bar(said, told.score, low, high, tone), decimal(told.score), ends, *true


def _wells(then: Moment) -> Markup:
    wells = [("What you knew", then.known), ("What was true", then.true)]
    shown = [
        element("div", element("h4", heading), *[element("p", each) for each in said], class_="well")
        for heading, said in wells
        if said
    ]
    return element("div", *shown, class_="wells") if shown else Markup("")


def _after(judged: Decision, said: tuple[Reply, ...], came: tuple[Came, ...], brought: str) -> Markup:
    """At once and week by week."""
    replies = [element("p", _reply(each)) for each in said]
    rows: list[Markup] = []
    for each in came:
        lines = [element("p", text) for text in each.said]
        if each.moved:
            lines.append(_moved(each))
        at_once = replies if each.week == judged.week else []
        rows.append(_in_week(each.week, [*at_once, *lines]))
    if replies and not any(each.week == judged.week for each in came):
        rows.insert(0, _in_week(judged.week, replies))
    over_all = [element("p", brought, class_="quiet small")] if brought else []
    if not rows and not over_all:
        return element("p", "Nothing that can be followed came of it.", class_="quiet")
    return element("div", element("h4", "What came of it"), element("ol", *rows, class_="after"), *over_all)


def _in_week(week: int, lines: list[Markup]) -> Markup:
    number = element("span", str(week), class_="week", title=f"Week {week}")
    return element("li", number, element("div", *lines))


def _reply(reply: Reply) -> str:
    if not reply.who:
        return reply.text
    quoted = reply.text if reply.text[:1] in ("“", '"') else f"“{reply.text}”"
    return f"{reply.who}: {quoted}"


def _moved(came: Came) -> Markup:
    parts: list[str] = []
    for name, change in came.moved:
        parts += [", "] if parts else []
        parts += [f"{name} ", element("b", change)]
    return element("p", *parts, class_="moved")
