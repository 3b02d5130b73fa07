"""The numbers on the page of a review: moves, what carried each KPI, the score, and how all of it was worked out."""

from __future__ import annotations

from itertools import accumulate

from game.engine.model import Seat
from game.engine.play import Play
from game.insight.review.choices import NOISE
from game.insight.review.moves import Responsibility
from game.insight.review.whole import Effort, Review
from game.insight.skills import Lived, skills
from game.insight.words.debrief.carried import Carried, carried
from game.insight.words.debrief.judged import MOVES, MOVES_AGAINST, NUMBERS, NUMBERS_AS_LIVED, ReviewWords
from game.insight.words.debrief.moves import Line
from game.insight.words.debrief.skills import SkillWords, skills_words
from game.insight.words.ending import EndingWords, ScoreCard, ScoreRow
from game.insight.words.figures import capital, decimal, signed
from game.records.page import Markup, Row, element, section, table
from game.records.review_charts import step_bar


def moves(found: Review, words: ReviewWords) -> Markup:
    """Each responsibility over the whole play."""
    rows = [_responsibility(*pair) for pair in zip(found.responsibilities, words.moves, strict=True)]
    return section(MOVES, *rows, note=MOVES_AGAINST)


def _responsibility(line: Responsibility, words: Line) -> Markup:
    sure = abs(line.worth) > NOISE * line.error
    tone = "" if not line.made or not sure else "t-good" if line.worth > 0 else "t-bad"
    worth = f"{signed(line.worth)} ± {decimal(NOISE * line.error)}" if line.made else "no move"
    head = element("h3", f"{words.label} ", element("span", worth, class_=f"chip {tone}".strip()))
    return element("div", head, element("p", words.text), class_="move")


# ---- KPIs ------------------------------------------------------------------------------------------------------------


def kpis(play: Play, seat: Seat) -> Markup:
    """Each KPI from its first value to its last, cause by cause."""
    told = [_kpi(each) for each in carried(play, seat)]
    return section(NUMBERS, element("div", *told, class_="two broad"), note=NUMBERS_AS_LIVED)


def _kpi(found: Carried) -> Markup:
    levels = list(accumulate([each.amount for each in found.causes], initial=found.start))
    low, high = min(0.0, *levels), max(100.0, *levels)
    rows = [_end(found.begun, found.start, low, high)]
    for each, before in zip(found.causes, levels, strict=False):
        under = element("span", each.when, class_="when") if each.when else Markup("")
        amount, tone = signed(each.amount), "good" if each.amount > 0 else "bad"
        bar = step_bar(f"{each.text}: {amount}", before, before + each.amount, tone, low, high)
        rows.append(Row((Markup(element("span", capital(each.text)) + under), bar, amount)))
    rows.append(_end("In the end", found.end, low, high))
    whole = element("div", table("", ("cause", "from 0 to 100", "points"), rows, (2,)), class_="steps")
    return element("div", element("h3", found.label), whole, class_="kpi")


def _end(label: str, value: float, low: float, high: float) -> Row:
    return Row((label, step_bar(f"{label}: {decimal(value)}", 0.0, value, "plain", low, high), decimal(value)))


# ---- skills ----------------------------------------------------------------------------------------------------------


def skill_lines(play: Play, found: Review, since: int) -> Markup:
    """What the answers from week `since` on drew on, and how good they were: what the role asks for most first."""
    mine = tuple([each for each in found.decisions if each.week >= since])
    told = skills_words(found.seat, skills(found.seat, (Lived(play.scenario, mine),)))
    rows = [Row((row.label, row.asks, *_counted(row))) for row in told.rows]
    whole = table("", ("skill", "the role asks", "answers", "best or good", "points lost"), rows, (2, 3, 4))
    said = [element("p", element("b", f"{row.label}. "), row.text) for row in told.rows if row.known]
    note = "of answers, not of people; how good they were is told from five answers on"
    return section("What your answers drew on", element("p", told.summary), whole, *said, note=note)


def _counted(row: SkillWords) -> tuple[str, str, str]:
    return str(row.count), str(row.fine) if row.known else "—", row.lost if row.known else "—"


# ---- the score -------------------------------------------------------------------------------------------------------


def scores(told: EndingWords) -> Markup:
    """Both scorecards, and the sum behind the score."""
    cards = element("div", *[_card(each) for each in told.cards], class_="two")
    return section("The score", element("p", told.formula), cards)


def _card(card: ScoreCard) -> Markup:
    rows = [Row((_named(row), row.value, row.points)) for row in card.rows]
    head = element("h3", f"{card.label}: {decimal(card.score)}")
    return element("div", head, table("", ("number", "value", "points"), rows, (1, 2)))


def _named(row: ScoreRow) -> Markup:
    """A number’s name, with what cost or brought its points where the value does not say it."""
    note = [element("span", row.note, class_="note")] if row.note else []
    return element("span", row.label, *note)


# ---- how it was worked out -------------------------------------------------------------------------------------------


def how_made(effort: Effort, seat: Seat, two_people: bool) -> Markup:
    """In plain words."""
    style = "" if seat is Seat.BOTH or two_people else ", your colleague’s in their own style"
    parts = "your part and luck" if seat is Seat.BOTH else "your part, your colleague’s and luck"
    said = (
        f"For every option of every answer, the rest of the play was played {effort.options} times from that moment, "
        f"in the same {effort.options} futures for each option. From the next week on both seats were played "
        f"sensibly{style}. The mean of the final scores is what an option was worth.",
        "What you could not know was guessed anew each time from its chance, so an answer is judged by what could be "
        "known when it was given. Where the truth would have changed the verdict, the page says so.",
        "Two options whose difference may be chance count as equally good. After ± stands how far a number may be "
        "off. One point given away is imprecise, two are costly, five very costly, each beyond what may be chance.",
        f"Moves were tried one at a time, {effort.moves} times each. The result was followed through the weeks in "
        f"{effort.stations} futures at each step, so that {parts} add up to it.",
        "The same play always gives the same numbers. They come from the rules of this story, and are about decisions "
        "in it, not about people.",
    )
    return section("How the numbers were made", *[element("p", each) for each in said])
