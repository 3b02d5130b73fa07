"""The debrief of a finished play as one page for a browser: to keep, to print, and to show to somebody.

It begins with what was meant and with the player's own reading; what the game makes of it comes after.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.model import Seat
from game.engine.play import Play
from game.insight.review.whole import FULL, Effort, Review
from game.insight.words.debrief.hindsight import truths
from game.insight.words.debrief.judged import ReviewWords
from game.insight.words.ending import EndingWords, ending
from game.insight.words.figures import capital, decimal
from game.insight.words.fill import substitute
from game.insight.words.goals import goals
from game.insight.words.people import colleague_of, seat_name
from game.records.desk import Desk
from game.records.page import Markup, element, page, section
from game.records.reflections import Reflection, reflection_of
from game.records.review_decisions import decisions
from game.records.review_numbers import how_made, kpis, moves, scores, skill_lines
from game.records.review_style import REVIEW_STYLE
from game.records.review_weeks import split_section, weeks_section

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")  # fmt: skip


@dataclass(frozen=True)
class About:
    """What the page says of the play besides what was played: when, by how many people, and whether it is a branch."""

    begun: str = ""  # as stored: ISO 8601
    two_people: bool = False
    branch: bool = False
    since: int = 1  # the first week decided in this play: a branch took over those before


def debrief_page(desk: Desk, found: Review, words: ReviewWords, effort: Effort = FULL, own_words: bool = True) -> str:
    """The page of a stored play, and what its player wrote where that is wanted. Raises ValueError for an open one."""
    record = desk.record
    about = About(record.created, record.mode == "two", desk.is_branch, record.parent_week + 1)
    wrote = reflection_of(desk.store, record, found.seat) if own_words else None
    return review_page(desk.play, found, words, about, wrote, effort)


def review_page(
    play: Play,
    found: Review,
    words: ReviewWords,
    about: About | None = None,
    reflection: Reflection | None = None,
    effort: Effort = FULL,
) -> str:
    """The whole page. Raises ValueError for a play that goes on."""
    told = ending(play, found.seat)
    if told is None:
        raise ValueError("only a finished play has a debrief")
    about = about if about is not None else About()
    parts = [
        _result(told),
        _meant(play, found.seat),
        _own_words(play, reflection if reflection is not None else Reflection()),
        weeks_section(play, found, words),
        decisions(play, found, words),
        split_section(words),
        moves(found, words),
        kpis(play, found.seat),
        skill_lines(play, found, about.since),
        _truths(play, found.seat),
        scores(told),
        _to_think_about(play),
        how_made(effort, found.seat, about.two_people),
    ]
    title = f"{play.scenario.title}: the debrief"
    return page(title, _top(play, found, told, about), [each for each in parts if each], REVIEW_STYLE)


# ---- what was played -------------------------------------------------------------------------------------------------


def _top(play: Play, found: Review, told: EndingWords, about: About) -> list[Markup]:
    scenario = play.scenario
    clients = [account.name for account in scenario.accounts if account.main]
    facts = [("Seat", capital(seat_name(found.seat)))]
    colleague = colleague_of(scenario, found.seat)
    if colleague is not None:
        other = "A second person" if about.two_people else colleague.name
        facts.append(("In the other seat", other))
    facts += [("Play number", str(play.seed)), ("Difficulty", capital(play.state.difficulty))]
    facts += [("Begun", _date(about.begun))] if about.begun else []
    facts += [("Ended", f"week {told.week} of {scenario.weeks}{', early' if told.early else ''}")]
    listed = [element("div", element("dt", name), element("dd", value)) for name, value in facts]
    branch = []
    if about.branch:
        since = f", played anew from week {about.since}" if about.since > 1 else ""
        said = f"A branch{since}. The result on record stays that of the first run through."
        branch = [element("p", element("span", "Branch", class_="chip"), f" {said}", class_="small")]
    return [
        element("p", emblem(), "Overpromise, the debrief of a play", class_="brand"),
        element("h1", scenario.title),
        *[element("p", name, class_="quiet") for name in clients],
        element("dl", *listed, class_="facts"),
        *branch,
    ]


def emblem() -> Markup:
    """Two interlocked halves: what is promised and what is delivered."""
    half = element("path", d="M0-10A10 10 0 0 0 0 10A5 5 0 0 0 0 0A5 5 0 0 1 0-10Z", class_="f-rel")
    eyes = [element("circle", cy=str(y), r="1.9", class_="f-card") for y in (-5, 5)]
    whole = element("circle", r="10", class_="f-dlv")
    return element("svg", whole, half, *eyes, viewBox="-10 -10 20 20", width="26", height="26", aria_hidden="true")


def _date(iso: str) -> str:
    """26 November 2026, from the beginning of an ISO date; anything else as it is."""
    year, _dash, rest = iso[:10].partition("-")
    month, _dash, day = rest.partition("-")
    if year.isdigit() and month.isdigit() and day.isdigit() and 1 <= int(month) <= len(MONTHS):
        return f"{int(day)} {MONTHS[int(month) - 1]} {year}"
    return iso[:10]


def _result(told: EndingWords) -> Markup:
    score = element("p", decimal(told.score), element("small", " of 100"), class_="big")
    top = element("div", element("h2", told.title), score, class_="result")
    people = [element("p", text) for _who, text in told.epilogues]
    became = [element("h3", "What became of them"), *people] if people else []
    decided = [element("p", told.decided, class_="quiet")] if told.decided else []
    return element("section", top, element("p", told.text), *decided, *became)


def _meant(play: Play, seat: Seat) -> Markup:
    scenario = play.scenario
    briefing = scenario.both_briefing if seat is Seat.BOTH else scenario.rules(seat).briefing
    rows = [
        element(
            "li",
            element("span", goal.word, class_=f"chip t-{goal.tone}"),
            element("b", goal.text),
            element("p", goal.detail, class_="quiet small"),
        )
        for goal in goals(play, seat)
    ]
    asked = [element("h3", "Your goals"), element("ul", *rows, class_="plain goals")] if rows else []
    return section("What was meant", element("p", substitute(briefing, scenario)), *asked)


def _own_words(play: Play, reflection: Reflection) -> Markup:
    """What the player wrote looking back; nothing where nothing was written."""
    parts: list[str] = []
    points = []
    for each in reflection.turning:
        index = play.scenario.event_index.get(each.event)
        name = "" if index is None else f", {play.scenario.events[index].title}"
        points.append(element("li", element("b", f"Week {each.week}{name}"), element("p", each.why)))
    if points:
        parts += [element("h3", "Your turning points"), element("ul", *points, class_="plain")]
    pair = [
        element("div", element("h3", heading), element("p", said))
        for heading, said in (("One thing to keep", reflection.keep), ("One thing to change", reflection.change))
        if said
    ]
    parts += [element("div", *pair, class_="two")] if pair else []
    if reflection.rule:
        first = [element("p", f"For the first time: {reflection.first_use}", class_="quiet")] * bool(
            reflection.first_use
        )
        parts += [
            element("h3", "To take to work"),
            element("blockquote", element("p", reflection.rule), class_="rule"),
            *first,
        ]
    return section("What you made of it", *parts) if parts else Markup("")


# ---- what was true, and what to think about --------------------------------------------------------------------------


def _truths(play: Play, seat: Seat) -> Markup:
    rows = [element("li", each.text, " ", element("span", each.found, class_="quiet")) for each in truths(play, seat)]
    return section("What was true all along", element("ul", *rows, class_="plain")) if rows else Markup("")


def _to_think_about(play: Play) -> Markup:
    debrief, parts = play.scenario.debrief, []
    for texts in (debrief.notes, debrief.questions):
        parts.append([element("p", substitute(text, play.scenario)) for text in texts])
    whole = [element("div", *each) for each in parts if each]
    return section("To think about", element("div", *whole, class_="two")) if whole else Markup("")
