"""What the colleague did that one would hear of, and what they say about it."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.legality import decided
from game.engine.model import Event, Person, Seat
from game.engine.moves import area_name
from game.engine.state import Answer, Move
from game.insight.words.asides import ANY, CALL, MEETINGS, MET, SAYS, SYNC, VISIT, WORKED
from game.insight.words.causes import choices_on, entitled, quoted
from game.insight.words.figures import listed
from game.insight.words.fill import substitute
from game.insight.words.lived import Week
from game.insight.words.moves import VERBS, done_words, hidden_in, knows_one
from game.insight.words.people import client_label, colleague_of, first_name, other_seat
from game.insight.words.surprises import MUCH
from game.insight.words.variety import last_said, pick, say

NEWS = 0.5  # of what people would call much, from which one hears of the small things of a quiet week
SILENT_MOVES = ("learn", "prepare_renewal", "re_estimate", "hours", "assign", "review")  # done at one's own desk


@dataclass(frozen=True)
class Meanwhile:
    """`person` is the colleague's index; `says` is what they say, "" when a human sits there or nothing was done."""

    person: int
    who: str
    text: str
    says: str


Variants = tuple[str, ...]
ANSWERED: Variants = (
    "[who] answered [from] on [event]: [what].",
    "[from] got an answer on [event] from [who]: [what].",
    "[from] came to [who] with [event]. The answer: [what].",
    "[who]’s answer to [from] on [event]: [what].",
    "[who] chose [what] when [from] came with [event].",
)
NARRATED: Variants = (
    "[who] decided [event]: [what].",
    "[who] had [event] to answer: [what].",
    "When [event] came up, [who] chose: [what].",
    "On [event], [who] went with [what].",
)
# after the note the reader had of it that week, which tells what it was about as no title does
NOTED: Variants = (
    "[note] [who] answered [from]: [what].",
    "[note] [who]’s answer to [from]: [what].",
)
NOTED_ALONE: Variants = (
    "[note] [who] decided: [what].",
    "[note] [who] chose [what].",
)
NOTHING: Variants = (
    "You heard nothing from [who] this week.",
    "[who] was in the building. That is all you know.",
    "[who] nodded to you by the stairs, twice.",
)
HEAR = "The new date comes with your next talk."
# the status report, and what the client hears of it: by its choice, as the form comes with other words each time
REPORT_EVENTS = ("common_status_report", "common_what_they_hear")
REPORTS = {
    "green": "[who] put green in the report.",
    "amber": "[who] put amber in the report.",
    "red": "[who] put red in the report.",
    "as_is": "[who] read the report out as it stood.",
    "softened": "[who] told the client a softer version of the report.",
}


def meanwhile(lived: Week, human_colleague: bool = False) -> Meanwhile | None:
    """What was heard of the colleague this week; None for one person in both seats."""
    colleague = colleague_of(lived.scenario, lived.viewer)
    if colleague is None:
        return None
    text, act = _heard_of(lived, colleague)
    who = first_name(colleague)
    index = lived.scenario.people.index(colleague)
    if not text:
        return Meanwhile(index, who, say(pick(NOTHING, who, lived.week), {"who": who}), "")
    return Meanwhile(index, who, text, "" if human_colleague else _says(lived, colleague, act))


def _heard_of(lived: Week, colleague: Person) -> tuple[str, str]:
    """What one hears that they did, and what sort of thing it was: a stance, or a way to spend a week."""
    seat = other_seat(lived.viewer)
    theirs = decided(lived.play.weeks[lived.week - 1].decisions, seat)
    answers = sorted(theirs.answers, key=lambda each: -felt(lived, each))
    told = [answer for answer in (_answer(lived, colleague, each) for each in answers) if answer is not None]
    moves = _moves(lived, colleague, theirs.moves, bool(told), seat)
    if told:
        return f"{told[0][0]} {moves}".strip(), told[0][1]
    kinds = [move.kind for move in theirs.moves]
    met = [way for kind, way in MEETINGS.items() if kind in kinds]
    return moves, met[0] if met else SYNC if SYNC in kinds else WORKED


def _says(lived: Week, colleague: Person, act: str) -> str:
    """A line that fits and was not said before in this play, as long as there is one."""
    said: list[str] = []
    for week in range(1, lived.week):
        earlier = Week(lived.play, week, lived.viewer)
        text, then = _heard_of(earlier, colleague)
        if text:
            said.append(_fitting(colleague, then, week, said))
    return _fitting(colleague, act, lived.week, said)


def _fitting(colleague: Person, act: str, week: int, said: list[str]) -> str:
    table = SAYS.get(colleague.style, SAYS["balanced"])
    own = table.get(act, ()) + (table[MET] if act in (CALL, VISIT) else ())
    rest = table[ANY]
    for lines in (own, rest):
        fresh = tuple(line for line in lines if line not in said)
        if fresh:
            return pick(fresh, colleague.id + act, week)
    every = own + rest
    return min(every, key=lambda line: last_said(said, line))


def _answer(lived: Week, colleague: Person, answer: Answer) -> tuple[str, str] | None:
    """One answer in a sentence, if one would hear of it, with the stance taken."""
    event, way = choices_on(lived.scenario, "/".join((answer.event, *answer.path)))
    if event is None or not way or not _heard(lived, event, answer):
        return None
    reported = REPORTS.get(way[-1].id) if event.id.startswith(REPORT_EVENTS) else None
    if reported is not None:
        return say(reported, {"who": first_name(colleague)}), way[-1].stance
    asker = event.question.who
    slots = {
        "who": first_name(colleague),
        "event": entitled(event),
        "what": quoted(lived.scenario, way[-1].text, lived.week),
    }
    asked = asker >= 0 and lived.scenario.people[asker].seat is None
    if asked:
        slots["from"] = _introduced(lived, lived.scenario.people[asker])
    if event.note:
        slots["note"] = substitute(event.note, lived.scenario, lived.week)
        variants = NOTED if asked else NOTED_ALONE
    else:
        variants = ANSWERED if asked else NARRATED
    said = say(pick(variants, colleague.id, lived.week), slots)
    return said.replace("?”.", "?”").replace("!”.", "!”"), way[-1].stance


def _introduced(lived: Week, asker: Person) -> str:
    """Who asked, so that somebody who was not there can place them."""
    if asker.side == "team" and lived.viewer is Seat.AM:
        return f"{first_name(asker)} from the team"
    return client_label(lived.scenario, asker).replace(", ", " of ", 1)


def _heard(lived: Week, event: Event, answer: Answer) -> bool:
    """One hears of what came with a note, and of what moved something one sees; of a quiet week, if it was much."""
    if event.note:
        return True
    if event.builtin:
        return felt(lived, answer) >= NEWS
    cause = f"choice:{event.id}/"
    return any(line.startswith(cause) and lived.felt(quantity) for _w, quantity, line, _a in lived.changes)


def felt(lived: Week, answer: Answer) -> float:
    """How much an answer moved of what this seat sees, measured in what people would call much."""
    most = 0.0
    for _week, quantity, cause, grains in lived.changes:
        rule = lived.scenario.quantities[quantity]
        if cause.startswith(f"choice:{answer.event}/") and rule.unit in MUCH and lived.felt(quantity):
            most = max(most, abs(grains) / rule.per_unit / MUCH[rule.unit])
    return most


def _moves(lived: Week, colleague: Person, moves: tuple[Move, ...], later: bool, seat: Seat) -> str:
    honest = [move for move in moves if move.kind == "re_estimate" and _asked_for(lived)]
    heard = [move for move in moves if move.kind not in SILENT_MOVES and _known_of(lived, move)]
    told = [*heard[: 2 - len(honest)], *honest]
    if not told:
        return ""
    phrases = [_done(lived, move, seat) for move in told]
    if len(told) == 2 and told[0].kind == told[1].kind:  # called Dana and called Nils: called Dana and Nils
        verb = VERBS[told[0].kind][1] + " "
        phrases[1] = phrases[1].removeprefix(verb)
    hear = f" {HEAR}" if honest and lived.view.as_of < lived.view.week - 1 else ""
    return f"{first_name(colleague)} {'also ' if later else ''}{listed(phrases)}.{hear}"


def _asked_for(lived: Week) -> bool:
    """Whether the reader asked last week when it will be done, and was promised an honest estimate."""
    return lived.viewer is Seat.AM and lived.play.states[lived.week - 1].asked_pm == "date"


def _known_of(lived: Week, move: Move) -> bool:
    """Whether the reader can place it: an area means nothing to who does not know what lies there."""
    if move.kind != "look_into":
        return True
    hidden = hidden_in(lived.scenario, area_name(lived.scenario, move.target))
    return not hidden or knows_one(lived.view, hidden)


def _done(lived: Week, move: Move, seat: Seat) -> str:
    if move.kind == "re_estimate":
        return f"{done_words(lived.scenario, move.kind, move.target, seat)}, as you asked"
    return "sat down with you" if move.kind == "sync" else done_words(lived.scenario, move.kind, move.target, seat)
