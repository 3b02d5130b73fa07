"""The ending as blocks: what happened, why, what became of people, the scorecards, the story of the weeks."""

from __future__ import annotations

from game.engine.model import Seat
from game.engine.play import Play
from game.insight.words.ending import EndingWords, ScoreCard, ending
from game.insight.words.figures import capital, decimal
from game.insight.words.fill import substitute
from game.insight.words.goals import goals
from game.insight.words.people import seat_name
from game.insight.words.story import Mark, story
from game.terminal.blocks import Block, Chart, Fact, Facts, Heading, Para, Point, Table, Title
from game.terminal.safe import sentences

TONES = {"relationship": "rel", "delivery": "dlv"}
LEAST = 0.2  # points of a card from which a decision is said to have moved it


def ended(play: Play, seats: tuple[Seat, ...], branch: bool) -> tuple[Block, ...]:
    """Everything there is to say at the end, for one reader or for two."""
    first = ending(play, seats[0])
    if first is None:
        return ()
    when = f"week {first.week}, early" if first.early else f"after {first.week} weeks"
    found: list[Block] = [Title(first.title, when), Para(first.text)]
    if first.decided:
        found.append(Para(first.decided))
    for seat in seats:
        found += _for_seat(play, seat, len(seats) > 1)
    found += _epilogues(first)
    for card in first.cards:
        found += _card(card)
    found += [_score(play, seat, len(seats) > 1) for seat in seats]
    if branch:
        found.append(Para("This was a branch: the result on record stays that of the first run through.", quiet=True))
    found += _weeks(play, seats[0])
    return (*found, *_truths(play), *_debrief(play))


def _for_seat(play: Play, seat: Seat, named: bool) -> list[Block]:
    words = ending(play, seat)
    if words is None:
        return []
    whose = f" ({seat_name(seat)})" if named else ""
    found: list[Block] = [
        Heading(f"What led there{whose}"),
        *([Para(words.measured, indent=1)] if words.causes else []),
    ]
    rows = [
        Fact(f"Week {cause.week}" if cause.week else "All along", cause.text, "", "plain", cause.sub)
        for cause in words.causes
    ]
    found.append(Facts(tuple(rows)) if rows else Para("Nothing in particular: many small things.", indent=1))
    if words.tipped:
        found.append(Para(words.tipped_text, indent=1))
    asked = tuple(Fact(goal.text, "", goal.word, goal.tone, goal.detail) for goal in goals(play, seat))
    return [*found, Heading(f"What was asked of you{whose}"), Facts(asked)] if asked else found


def _epilogues(words: EndingWords) -> list[Block]:
    if not words.epilogues:
        return []
    return [Heading("What became of them"), *(Para(text, indent=1) for _who, text in words.epilogues)]


def _card(card: ScoreCard) -> list[Block]:
    rows = tuple((row.label, row.value, row.points) for row in card.rows)
    notes = [Para(f"{row.label}: {row.note[:1].lower()}{row.note[1:]}.", indent=1) for row in card.rows if row.note]
    return [
        Heading(f"Scorecard of the {card.label.lower()}", f"{decimal(card.score)} of 100"),
        Table(("", "value", "points"), rows, (1, 2)),
        *notes,
    ]


def _score(play: Play, seat: Seat, named: bool) -> Block:
    words = ending(play, seat)
    if words is None:
        return Para("")
    whose = f"The {seat_name(seat)}’s score" if named else "Your score"
    return Para(f"{whose}: {decimal(words.score)} of 100. {words.formula}")


def _weeks(play: Play, seat: Seat) -> list[Block]:
    told = story(play, seat)
    lines = {"relationship": told.relationship, "delivery": told.delivery}
    shown = tuple(name for name in lines if name in play.scenario.meters)
    points = tuple(
        Point(
            "Opening" if not week else f"Week {week}",
            tuple(lines[name][week] for name in shown),
            sentences(said, capital(told.saw(week))),
        )
        for week, said in enumerate(("", *told.headlines))
    )
    as_it_was = told.as_it_was("Beside them")
    found: list[Block] = [
        Heading("The story of the weeks"),
        *([Para(as_it_was, indent=1)] if as_it_was else []),
        Chart(tuple(name.capitalize() for name in shown), tuple(TONES[name] for name in shown), points),
    ]
    if told.marks:
        rows = [Fact(f"Week {mark.week}", mark.text, "", "plain", _bent(mark)) for mark in told.marks]
        found += [Heading("What bent it"), Facts(tuple(rows))]
    return found


def _bent(mark: Mark) -> str:
    sides = (("Relationship", mark.relationship), ("Delivery", mark.delivery))
    moved = [f"{name} {'up' if points > 0 else 'down'}" for name, points in sides if abs(points) >= LEAST]
    return sentences(mark.sub, " and ".join(moved))


def _truths(play: Play) -> list[Block]:
    """What was true from the start, whether or not anybody found out."""
    scenario, values = play.scenario, play.state.values
    rows = []
    for truth in scenario.truths:
        if values[truth.holds]:
            known = values[truth.known_am] or values[truth.known_pm]
            rows.append(Fact("Found out" if known else "Never found out", substitute(truth.tells, scenario)))
    return [Heading("What was true all along"), Facts(tuple(rows))] if rows else []


def _debrief(play: Play) -> list[Block]:
    found: list[Block] = []
    debrief = play.scenario.debrief
    if debrief.notes:
        found += [
            Heading("To take along"),
            *(Para(substitute(text, play.scenario), indent=1) for text in debrief.notes),
        ]
    if debrief.questions:
        found += [
            Heading("To think about"),
            *(Para(substitute(text, play.scenario), indent=1) for text in debrief.questions),
        ]
    return found
