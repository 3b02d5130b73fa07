"""Two plays side by side, in words: where they parted, what each decided, and what the difference is made of."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.model import Scenario, Seat
from game.engine.play import Play
from game.engine.state import Move
from game.insight.review.beside import Beside, Met, Moved, Part
from game.insight.review.choices import apart
from game.insight.words.cards import LABELS, kpi_row
from game.insight.words.causes import choices_on, entitled, quoted, softened
from game.insight.words.figures import apportion, capital, decimal, listed, signed, small, whole
from game.insight.words.fill import substitute
from game.insight.words.moves import done_words

NAMES = ("this play", "the other")
BRANCH = ("the original", "the branch")
ATTEMPTS = ("the first", "the second")
LEAST = 0.5  # points of the score from which a KPI's share of a difference is named, and from which there is one
NAMED = 2  # KPIs named that pull the way of the difference
NEVER, NOT_YET, OVER, SILENT = "never came", "not yet", "over by then", "no answer"


@dataclass(frozen=True)
class AnswerRow:
    """One event: the week it came ("4", "4 and 6" where it came to each in its own), and what each play answered."""

    week: str
    event: str
    title: str
    one: str
    other: str
    same: bool


@dataclass(frozen=True)
class MovesRow:
    """The moves of one week in each play, as what was done: "called Dana, looked into the checkout"."""

    week: int
    one: str
    other: str
    same: bool


@dataclass(frozen=True)
class KpiBeside:
    """One KPI at the end of each play: value as people say it, points 0 to 100 ("—" without data).

    `worth` is by how many points of the score the other play is ahead through it, with its sign.
    """

    name: str
    label: str
    one: str
    other: str
    points_one: str
    points_other: str
    worth: str


@dataclass(frozen=True)
class BesideWords:
    """Two plays to read. `names` are what they are called; `endings` how each ended."""

    names: tuple[str, str]
    headline: tuple[str, ...]
    scores: tuple[str, str]
    endings: tuple[str, str]
    answers: tuple[AnswerRow, ...]
    moves: tuple[MovesRow, ...]
    kpis: tuple[KpiBeside, ...]


def beside_words(found: Beside, names: tuple[str, str] = NAMES) -> BesideWords:
    """Two plays in words; `names` as they stand inside a sentence."""
    one, other = found.scores
    return BesideWords(
        names,
        tuple([each for each in (_parted(found, names), _result(found, names), _endings(found, names)) if each]),
        (decimal(one), decimal(other)),
        (_ended(found.one), _ended(found.other)),
        tuple([_answer(found, met) for met in found.answers]),
        tuple([_moves(found, moved) for moved in found.moves]),
        tuple([_kpi(found, part, tenths) for part, tenths in zip(found.parts, _tenths(found), strict=True)]),
    )


def title_words(found: Beside, names: tuple[str, str] = NAMES) -> str:
    """Which of the two came further, in a headline."""
    one, other = found.scores
    ahead = apart(other, one)
    over = found.one.outcome is not None and found.other.outcome is not None
    did = "ended" if over else "stands"
    if abs(ahead) < LEAST:
        at = decimal(other) if not ahead else f"about {whole(other)}"
        return f"Both {'ended' if over else 'stand'} at {at}."
    return f"{capital(names[1])} {did} {decimal(abs(ahead))} {'higher' if ahead > 0.0 else 'lower'}."


def alike_words(count: int) -> str:
    """How many answers were the same in both; "" for none."""
    if not count:
        return ""
    return f"{capital(small(count))} more {'was' if count == 1 else 'were'} answered alike."


# ---- where they parted -----------------------------------------------------------------------------------------------


def _parted(found: Beside, names: tuple[str, str]) -> str:
    week = found.parted
    began = _began(found, names)
    if not week:
        return f"{began} In neither did you decide otherwise." if began else _unparted(found, names)
    how = _where(found, week, names)
    if began:
        return f"{began} They first decided differently in week {week}: {how}."
    if week == 1:
        return f"They parted in week 1: {how}."
    return f"They were one play until week {week}. Then {how}."


def _unparted(found: Beside, names: tuple[str, str]) -> str:
    """Two plays that this seat decided alike, as far as both have gone."""
    one, other = found.one, found.other
    both = min(len(one.weeks), len(other.weeks))
    if one.states[both].digest() != other.states[both].digest():
        return "You decided alike in both; what differs was decided in the other seat."
    if len(one.weeks) == len(other.weeks):
        return "They are one and the same play."
    behind, at = (names[0], one.week) if len(one.weeks) < len(other.weeks) else (names[1], other.week)
    return f"They are one play so far; {behind} stands at week {at}."


def _began(found: Beside, names: tuple[str, str]) -> str:
    """What was different before anybody decided anything; "" for nothing."""
    one, other = found.one, found.other
    if one.scenario.text_hash != other.scenario.text_hash:
        return "The scenario was changed between the two, so rules differ and not only decisions."
    if one.difficulty != other.difficulty:
        return f"{capital(names[0])} was {one.difficulty}, {names[1]} {other.difficulty}."
    return "" if one.seed == other.seed else "Each had luck of its own from the start."


def _where(found: Beside, week: int, names: tuple[str, str]) -> str:
    for met in found.answers:
        if met.shared and not met.same and week in (met.week_one, met.week_other):
            event = _title(found, met)
            if met.week_one == met.week_other:
                one, other = _said(found.one, met.one, met), _said(found.other, met.other, met)
                return f"{event} got {one} in {names[0]} and {other} in {names[1]}"
    for moved in found.moves:
        if moved.week == week and moved.one is not None and moved.other is not None and moved.one != moved.other:
            left = [move for move in moved.one if move not in moved.other]
            right = [move for move in moved.other if move not in moved.one]
            return _moved_apart(found, left, right, names)
    alone = [met for met in found.answers if met.week == week and not met.shared]
    if alone:
        met = alone[0]
        return f"only {names[0] if met.week_one else names[1]} met {_title(found, met)}"
    return "what was decided differed"


def _moved_apart(found: Beside, left: list[Move], right: list[Move], names: tuple[str, str]) -> str:
    if left and right:
        return f"in {names[0]} you {_did(found, left)}, in {names[1]} you {_did(found, right)}"
    who, idle, moves = (names[0], names[1], left) if left else (names[1], names[0], right)
    return f"in {who} you {_did(found, moves)}; in {idle} you did not"


def _did(found: Beside, moves: list[Move]) -> str:
    return listed([done_words(found.one.scenario, move.kind, move.target, found.seat) for move in moves])


# ---- what it made of the result --------------------------------------------------------------------------------------


def _result(found: Beside, names: tuple[str, str]) -> str:
    one, other = found.scores
    ended = "ended" if found.one.outcome is not None and found.other.outcome is not None else "stands"
    said = f"{capital(names[0])} {ended} at {decimal(one)}, {names[1]} at {decimal(other)}"
    ahead = apart(other, one)
    if abs(ahead) < LEAST:
        return f"{said}."
    shares = [(tenths / 10, part.name) for part, tenths in zip(found.parts, _tenths(found), strict=True)]
    pulls = sorted([share for share in shares if share[0] * ahead > 0.0], key=lambda share: -abs(share[0]))
    named = [share for share in pulls[:NAMED] if abs(share[0]) >= LEAST]
    against = [share for share in shares if share[0] * ahead < 0.0 and abs(share[0]) >= LEAST]
    said += f", {decimal(abs(ahead))} {'more' if ahead > 0.0 else 'less'}"
    if named:
        lead = "Most of it lies in" if _sum(named) * 2.0 > abs(ahead) else "The largest parts are"
        said += f". {lead} {listed([_share(*share) for share in named])}"
    if against:
        said += f"; {_share(*max(against, key=lambda share: abs(share[0])))} went the other way"
    return f"{said}."


def _share(worth: float, name: str) -> str:
    return f"{LABELS[name].lower()} ({signed(worth)})"


def _sum(shares: list[tuple[float, str]]) -> float:
    total = 0.0
    for worth, _name in shares:
        total += abs(worth)
    return total


def _endings(found: Beside, names: tuple[str, str]) -> str:
    one, other = found.one.outcome, found.other.outcome
    if one is None or other is None:
        return ""
    if one.ending == other.ending:
        when = f"in week {one.week}" if one.week == other.week else f"in weeks {one.week} and {other.week}"
        return f"Both came to “{_ending_title(found.one)}”, {when}."
    first, second = f"“{_ending_title(found.one)}”", f"“{_ending_title(found.other)}”"
    if one.week == other.week:
        return f"{capital(names[0])} came to {first}, {names[1]} to {second}, both in week {one.week}."
    return f"{capital(names[0])} came to {first} in week {one.week}, {names[1]} to {second} in week {other.week}."


def _ended(play: Play) -> str:
    ended = play.outcome
    return f"still open, in week {play.week}" if ended is None else f"“{_ending_title(play)}”, week {ended.week}"


def _ending_title(play: Play) -> str:
    ended = play.outcome
    return "" if ended is None else ending_title(play.scenario, ended.ending, ended.week)


def ending_title(scenario: Scenario, ending: str, week: int) -> str:
    """The title of an ending, fit to be quoted."""
    rule = next((each for each in scenario.endings if each.id == ending), None)
    return "It is over" if rule is None else softened(substitute(rule.title, scenario, week))


# ---- rows ------------------------------------------------------------------------------------------------------------


def _title(found: Beside, met: Met) -> str:
    scenario = found.one.scenario if met.week_one else found.other.scenario
    return entitled(scenario.events[scenario.event_index[met.event]])


def _answer(found: Beside, met: Met) -> AnswerRow:
    scenario = found.one.scenario if met.week_one else found.other.scenario
    title = softened(scenario.events[scenario.event_index[met.event]].title)
    weeks = f"{met.week_one} and {met.week_other}" if met.shared and met.week_one != met.week_other else str(met.week)
    one = _said(found.one, met.one, met) if met.week_one else _not_met(found.one, met)
    other = _said(found.other, met.other, met) if met.week_other else _not_met(found.other, met)
    return AnswerRow(weeks, met.event, title, one, other, met.same)


def _not_met(play: Play, met: Met) -> str:
    if met.week <= len(play.weeks):
        return NEVER
    return NOT_YET if play.outcome is None else OVER


def _said(play: Play, path: str, met: Met) -> str:
    _event, way = choices_on(play.scenario, f"{met.event}/{path}")
    if not path or not way:
        return SILENT
    return ", then ".join([quoted(play.scenario, choice.text, met.week) for choice in way])


def _moves(found: Beside, moved: Moved) -> MovesRow:
    same = moved.one is not None and moved.other is not None and sorted(moved.one) == sorted(moved.other)
    return MovesRow(
        moved.week, _made(found.one, found.seat, moved.one), _made(found.other, found.seat, moved.other), same
    )


def _made(play: Play, seat: Seat, moves: tuple[Move, ...] | None) -> str:
    if moves is None:
        return NOT_YET if play.outcome is None else OVER
    told = [done_words(play.scenario, move.kind, move.target, seat) for move in moves]
    return ", ".join(told) if told else "no move"


def _tenths(found: Beside) -> list[int]:
    """The parts in tenths of a point, which add up to the difference of the two scores as they are shown."""
    one, other = found.scores
    ahead = round(10.0 * round(other, 1)) - round(10.0 * round(one, 1))
    return apportion([10.0 * part.worth for part in found.parts], ahead)


def _kpi(found: Beside, part: Part, tenths: int) -> KpiBeside:
    one = kpi_row(found.one.scenario, part.name, found.one.state.values, None)
    other = kpi_row(found.other.scenario, part.name, found.other.state.values, None)
    shown = ["—" if points is None else whole(points) for points in (part.one, part.other)]
    if tenths and part.one is not None and part.other is not None and shown[0] == shown[1]:
        shown = [decimal(part.one), decimal(part.other)]  # what is worth something is not shown as no difference
    return KpiBeside(part.name, one.label, one.value, other.value, shown[0], shown[1], signed(tenths / 10))
