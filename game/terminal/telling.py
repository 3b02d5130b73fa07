"""A lived week as blocks: the recap, what was decided, the ledger of a number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from game.engine.legality import decided
from game.engine.model import KPIS, Seat
from game.engine.play import Play
from game.engine.view import observe
from game.insight.words.cards import LABELS
from game.insight.words.causes import choices_on
from game.insight.words.details import kpi_detail
from game.insight.words.figures import week_of
from game.insight.words.fill import substitute
from game.insight.words.ledger import Explanation, lines
from game.insight.words.moves import move_words
from game.insight.words.people import as_known, first_name
from game.insight.words.points import points_moved
from game.insight.words.pulls import pull
from game.insight.words.recap import recap
from game.insight.words.sentences import Line
from game.insight.words.story import story
from game.terminal.blocks import Block, Fact, Facts, Heading, Note, Option, Para, Speech, Title
from game.terminal.inbox import quoted
from game.terminal.safe import sentences
from game.terminal.session import number
from game.terminal.standing import meter_bars, meter_opened, moved_by

NOBODY = "Nothing was asked, nothing was answered."


def told(play: Play, week: int, seat: Seat, human_colleague: bool, whose: str = "") -> tuple[Block, ...]:
    """How a week turned out; `whose` names the reader where two people share the terminal."""
    words = recap(play, week, seat, human_colleague)
    found: list[Block] = [Title(f"Week {week}, as it turned out", whose), Para(words.headline)]
    for title, mine in words.groups():
        found.append(Heading(title))
        found += [Para(_line(each), indent=1) for each in mine]
    if words.moves:
        found += [Heading("Your moves"), *(Para(text, indent=1) for text in words.moves)]
    if words.answers:
        found += [Heading("Your answers"), *(Para(text, indent=1) for text in words.answers)]
    if seat is Seat.BOTH:
        found += [Heading("Your two roles"), Para(pull(play, week), indent=1)]
    if words.meanwhile is not None:
        name = first_name(play.scenario.people[words.meanwhile.person])
        found += [Heading("Meanwhile"), Para(words.meanwhile.text, indent=1)]
        found += [Speech(name, quoted(words.meanwhile.says))] if words.meanwhile.says else []
    if words.warnings:
        found += [Heading("A warning"), *(Para(text, "bad", 1) for text in words.warnings)]
    return (*found, Heading("Where that leaves you"), *meter_bars(play, seat, week), *moved_by(words.meters))


def _line(line: Line) -> str:
    number = f"{line.label} {line.delta}".strip()
    return sentences(line.sentence, line.why, number, line.aside)


# ---- what was decided ------------------------------------------------------------------------------------------------


def decisions(play: Play, week: int, seat: Seat) -> tuple[Block, ...]:
    """A seat's answers and moves in a lived week."""
    mine = decided(play.weeks[week - 1].decisions, seat)
    view = observe(play.scenario, play.states[week - 1], seat)
    found: list[Block] = [Heading(f"What you decided in week {week}")]
    rows = []
    for answer in mine.answers:
        event, way = choices_on(play.scenario, "/".join((answer.event, *answer.path)))
        title = event.title if event is not None else answer.event
        said = " Then: ".join(substitute(choice.text, play.scenario, week) for choice in way)
        rows.append(Fact(title, said or "left unanswered"))
    rows += [Fact("Move", move_words(view, move).label) for move in mine.moves]
    return (*found, Facts(tuple(rows)) if rows else Para(NOBODY, indent=1))


def weeks(play: Play, seat: Seat) -> tuple[Block, ...]:
    """Every lived week in a line."""
    found: list[Block] = [Title("The weeks so far")]
    if not play.weeks:
        return (*found, Para("No week has been lived yet."))
    for week, headline in enumerate(story(play, seat).headlines, 1):
        found.append(Option(str(week), headline))
    hint = "h and a number reads a week again. back and a number returns to its opening, as a branch of this play."
    return (*found, Para(hint, quiet=True))


# ---- the ledger ------------------------------------------------------------------------------------------------------


def moved(play: Play, week: int, seat: Seat) -> tuple[Block, ...]:
    """Every number this seat sees that moved in a week."""
    found: list[Block] = [Title(f"What moved in week {week}")]
    for place, each in enumerate(lines(play, week, seat), 1):
        head = f"{each.title}: {each.text_change}" if each.text_change else each.title
        found.append(Option(str(place), head, (Note(each.line, each.tone),)))
    if len(found) == 1:
        found.append(Para("Nothing that you can see."))
    return tuple(found)


def matching(play: Play, week: int, seat: Seat, wanted: str) -> tuple[Block, ...]:
    """Why the numbers called like `wanted` moved: a place in the list of `moved`, or a part of a name."""
    every = lines(play, week, seat) if week else ()
    if place := number(wanted):
        return explained(every[place - 1]) if 1 <= place <= len(every) else ()
    found: list[Block] = list(meter_opened(play, seat, week, wanted))
    for name, words in LABELS.items():
        if wanted.lower() in words.lower():
            found += kpi(play, name, seat, week)
    for each in every:
        if wanted.lower() in each.title.lower():
            found += explained(each)
    return tuple(found)


def explained(told_of: Explanation) -> tuple[Block, ...]:
    """One number: from, to, and its causes, which add up; or a fact, and what brought it about."""
    if told_of.fact:
        facts = tuple(Fact(row.text, "", "", row.tone, row.sub) for row in told_of.rows)
        return (Heading(told_of.title, told_of.line[:1].lower() + told_of.line[1:]), Facts(facts))
    rows = [Fact(row.text_amount, row.text, "", row.tone, row.sub) for row in told_of.read]
    rows.append(Fact(told_of.text_change, "together", "", told_of.tone))
    return (Heading(told_of.title, told_of.line), Facts(tuple(rows)))


def kpi(play: Play, name: str, seat: Seat, week: int) -> tuple[Block, ...]:
    """A KPI opened, in the trade's own terms, and what moved its points in a lived week."""
    detail = kpi_detail(play, name, seat)
    as_of = "" if detail.live else f", {as_known(detail.as_of)}"
    rows = tuple(Fact(what, value) for what, value in detail.parts)
    return (
        Heading(detail.row.label, f"{detail.row.value}, {detail.row.status.lower()}{as_of}"),
        Para(detail.row.meaning, indent=1),
        Para(f"Formula: {detail.formula}.", indent=1),
        Para(detail.points, indent=1),
        *([Facts(rows)] if rows else []),
        *([Para(detail.note, indent=1)] if detail.note else []),
        *_points(play, name, seat, week),
    )


def _points(play: Play, name: str, seat: Seat, week: int) -> tuple[Block, ...]:
    told = points_moved(play, week, name, seat) if week else None
    return () if told is None else explained(replace(told, title=f"{told.title}, points of score in {week_of(week)}"))


def numbers(seat: Seat) -> Sequence[str]:
    """The names of the KPIs that can be asked for."""
    seats = (seat,) if seat is not Seat.BOTH else (Seat.AM, Seat.PM)
    return ["Relationship", "Delivery", *(LABELS[name] for each in seats for name in KPIS[each])]
