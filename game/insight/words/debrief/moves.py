"""The moves of a review in words: what each responsibility brought, and what was worth more."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.legality import legal
from game.engine.model import Seat
from game.engine.moves import responsibility_of
from game.engine.play import Play
from game.engine.state import Move
from game.engine.view import View, observe
from game.insight.review.choices import NOISE
from game.insight.review.moves import Responsibility
from game.insight.review.whole import Review
from game.insight.simulate import Summary
from game.insight.words.causes import softened
from game.insight.words.debrief.answers import give_or_take
from game.insight.words.debrief.luck import answer_to
from game.insight.words.figures import days, listed, small
from game.insight.words.moves import GROUPS, done_words, move_words

MOVES_TOLD = 4  # of one responsibility
PITCHES = (
    "Here counts what a pitch was expected to add to sensible play, which would go on and could still make it later."
)


@dataclass(frozen=True)
class Line:
    """A name and what there is to say about it."""

    label: str
    text: str


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
