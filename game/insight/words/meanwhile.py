"""What the colleague did that one would hear of, and what they say about it."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.legality import decided
from game.engine.model import Choice, Event, Person, Seat
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
from game.insight.words.variety import hashed, last_said, pick, say

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
MANNERS = 3  # ways to begin, so that people of one style in two stories share few lines
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
    "green": "put green in the report",
    "amber": "put amber in the report",
    "red": "put red in the report",
    "as_is": "read the report out as it stood",
    "softened": "told the client a softer version of the report",
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
    told = [found for found in (_answered(lived, each) for each in answers) if found is not None]
    told.sort(key=lambda each: bool(_reported(*each)))  # a report is told whole in the few words for another answer
    sentences = [_at_length(lived, colleague, *each) for each in told[:1]]
    rest = [*(_briefly(lived, *each) for each in told[1:]), *_moves(lived, theirs.moves, seat)]
    if rest:
        also = "also " if told else ""
        sentences.append(f"{first_name(colleague)} {also}{listed(rest)}.{_when_heard(lived, theirs.moves)}")
    text = " ".join(sentences).replace("?”.", "?”").replace("!”.", "!”")
    return text, told[0][1].stance if told else _way(theirs.moves)


def _way(moves: tuple[Move, ...]) -> str:
    """What sort of week it was where nothing is heard but moves."""
    kinds = [move.kind for move in moves]
    met = [way for kind, way in MEETINGS.items() if kind in kinds]
    return met[0] if met else SYNC if SYNC in kinds else WORKED


def _says(lived: Week, colleague: Person, act: str) -> str:
    """A line that fits and was not said before in this play, as long as there is one."""
    said: list[str] = []
    for week in range(1, lived.week):
        earlier = Week(lived.play, week, lived.viewer)
        text, then = _heard_of(earlier, colleague)
        if text:
            said.append(_fitting(earlier, colleague, then, said))
    return _fitting(lived, colleague, act, said)


def _fitting(lived: Week, colleague: Person, act: str, said: list[str]) -> str:
    """A third of what fits is somebody’s own manner, which they say before the rest."""
    manner = hashed(f"{lived.scenario.id}/{colleague.id}") % MANNERS
    table = SAYS.get(colleague.style, SAYS["balanced"])
    own = table.get(act, ()) + (table[MET] if act in (CALL, VISIT) else ())
    rest = table[ANY]
    for lines in (own, rest):
        fresh = tuple(line for line in lines if line not in said)
        favourite = tuple(line for line in lines[manner::MANNERS] if line in fresh)
        if fresh:
            return pick(favourite or fresh, colleague.id + act, lived.week)
    every = own + rest
    return min(every, key=lambda line: last_said(said, line))


def _answered(lived: Week, answer: Answer) -> tuple[Event, Choice] | None:
    """What was asked and what was chosen in the end, if one would hear of it."""
    event, way = choices_on(lived.scenario, "/".join((answer.event, *answer.path)))
    return (event, way[-1]) if event is not None and way and _heard(lived, event, answer) else None


def _at_length(lived: Week, colleague: Person, event: Event, choice: Choice) -> str:
    """One answer in a sentence or two, with what it was about."""
    reported = _reported(event, choice)
    if reported:
        return f"{first_name(colleague)} {reported}."
    slots = {
        "who": first_name(colleague),
        "event": entitled(event),
        "what": quoted(lived.scenario, choice.text, lived.week),
        "from": _asker(lived, event),
        "note": substitute(event.note, lived.scenario, lived.week),
    }
    asked, alone = (NOTED, NOTED_ALONE) if event.note else (ANSWERED, NARRATED)
    return say(pick(asked if slots["from"] else alone, colleague.id, lived.week), slots)


def _briefly(lived: Week, event: Event, choice: Choice) -> str:
    """One more answer, as a part of a sentence."""
    asker, what = _asker(lived, event), quoted(lived.scenario, choice.text, lived.week)
    return _reported(event, choice) or (f"answered {asker}: {what}" if asker else f"chose {what}")


def _reported(event: Event, choice: Choice) -> str:
    """What was done about the status report; "" for an answer to anything else."""
    return REPORTS.get(choice.id, "") if event.id.startswith(REPORT_EVENTS) else ""


def _asker(lived: Week, event: Event) -> str:
    """Who asked, so that somebody who was not there can place them; "" for nobody but the two seats."""
    if event.question.who < 0:
        return ""
    asker = lived.scenario.people[event.question.who]
    if asker.seat is not None:
        return ""
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


def _moves(lived: Week, moves: tuple[Move, ...], seat: Seat) -> list[str]:
    """The moves one hears of, two at most, each as a part of a sentence."""
    honest = [move for move in moves if move.kind == "re_estimate" and _asked_for(lived)]
    heard = [move for move in moves if move.kind not in SILENT_MOVES and _known_of(lived, move)]
    told = [*heard[: 2 - len(honest)], *honest]
    phrases = [_done(lived, move, seat) for move in told]
    if len(told) == 2 and told[0].kind == told[1].kind:  # called Dana and called Nils: called Dana and Nils
        return [listed([phrases[0], phrases[1].removeprefix(VERBS[told[0].kind][1] + " ")])]
    return phrases


def _when_heard(lived: Week, moves: tuple[Move, ...]) -> str:
    """When one hears the date one asked for; "" where one did not ask, or has heard it."""
    honest = _asked_for(lived) and any(move.kind == "re_estimate" for move in moves)
    return f" {HEAR}" if honest and lived.view.as_of < lived.view.week - 1 else ""


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
