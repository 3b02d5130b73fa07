"""What the colleague did that one would hear of, and what they say about it."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.legality import decided
from game.engine.model import Choice, Event, Person, Seat
from game.engine.state import Answer, Move
from game.insight.words.causes import choices_on, entitled, quoted
from game.insight.words.figures import listed
from game.insight.words.lived import Week
from game.insight.words.moves import VERBS, done_words
from game.insight.words.people import colleague_of, first_name, other_seat
from game.insight.words.variety import pick, say

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
    "[who] took [event] and settled it: [what].",
    "On [event], [who] went with [what].",
)
NARRATED: Variants = (
    "[who] decided [event]: [what].",
    "[who] dealt with [event]: [what].",
    "When [event] came up, [who] chose: [what].",
)
NOTHING: Variants = (
    "You heard nothing from [who] this week.",
    "[who] was in the building. That is all you know.",
    "[who] nodded to you by the stairs, twice.",
)
# the status report, and what the client hears of it
REPORTS = {
    "common_status_report/green": "[who] put green in the report.",
    "common_status_report/amber": "[who] put amber in the report.",
    "common_status_report/red": "[who] put red in the report.",
    "common_what_they_hear/as_is": "[who] read the report out as it stood.",
    "common_what_they_hear/softened": "[who] told the client a softer version of the report.",
}
# style -> stance -> what they say about having done it; "" is for everything else
SAYS: dict[str, dict[str, Variants]] = {
    "people-pleaser": {
        "accommodate": (
            "I wanted them to hear a yes.",
            "They asked so nicely. And it is only a little thing, is it?",
            "You should have seen their face. I would do it again.",
            "I said of course. It slipped out.",
        ),
        "conceal": ("I did not want to spoil their Friday.", "They will hear it when there is something to say."),
        "delegate": ("I thought you would put it better than I.", "It is really more your side of things."),
        "negotiate": (
            "I asked for something back. I blushed, but I asked.",
            "We met in the middle. It felt like a dance.",
        ),
        "refuse": ("I said no. I have not slept.", "I had to, and I have sent flowers."),
        "disclose": ("I told them. They were nicer about it than I was.",),
        "": (
            "I only wanted everybody to be happy.",
            "They looked as if they needed somebody to say something kind.",
            "I know, I know. But you were not in the room.",
            "It felt right on Tuesday.",
            "It was the friendliest thing I could think of.",
            "Nobody shouted. I call that a week.",
        ),
    },
    "by-the-book": {
        "negotiate": (
            "It is what the contract says.",
            "There is a clause, and now there is an e-mail about the clause.",
            "Scope in, price in. It is not personal.",
        ),
        "refuse": (
            "It was not in the agreement.",
            "I sent them page four.",
            "A no in week one is cheaper than a maybe.",
        ),
        "disclose": ("I wrote it down and sent it. That is what reports are for.", "They have the figures. So do you."),
        "investigate": ("I looked before I answered.", "Facts first. It took an afternoon."),
        "accommodate": ("I said yes, in writing, with a date and a limit.",),
        "": (
            "I followed the procedure.",
            "One thing after the other, in the order in which they were agreed.",
            "You will find it under correspondence.",
            "I did what I said I would do, on the day I said.",
            "It is in the file, with today’s date.",
            "We agreed how this goes. So it went like that.",
        ),
    },
    "firefighter": {
        "push": ("They can sleep when it is live.", "I asked for one last effort. The last one was the last but one."),
        "invest": ("I threw money at it. It went quiet.",),
        "accommodate": ("It was burning, so I said yes.", "Quicker to do it than to discuss it."),
        "negotiate": ("We settled it on the phone, standing.",),
        "": (
            "That one was burning, so I took it.",
            "First the loud one, then the other loud one.",
            "I have not sat down since Monday, and it shows in the numbers.",
            "There was smoke. I do not wait for the flame.",
            "It is out. Something else is smoking, I think.",
            "No time to ask. I hope you agree.",
        ),
    },
    "balanced": {
        "negotiate": ("It seemed the fairest price for it.", "They gave a little and I gave a little."),
        "disclose": ("Better from us than from the calendar.", "I told them now, while it is still small."),
        "investigate": ("I wanted to know before I said anything.",),
        "accommodate": ("It cost us little and them it would have cost a lot.", "I thought this one was worth it."),
        "refuse": ("I said no, and why.", "Somebody had to draw it somewhere."),
        "protect": ("They had enough on their desks.",),
        "": (
            "It seemed the fairest price for it.",
            "Nobody will thank us, and nobody will sue.",
            "I did what I would have wanted you to do.",
            "There was a louder way. This one lasts longer.",
            "I weighed it twice and it came out the same.",
            "I would have asked you, had you been in.",
        ),
    },
}


def meanwhile(lived: Week, human_colleague: bool = False) -> Meanwhile | None:
    """What was heard of the colleague this week; None for one person in both seats."""
    colleague = colleague_of(lived.scenario, lived.viewer)
    if colleague is None:
        return None
    seat = other_seat(lived.viewer)
    theirs = decided(lived.play.weeks[lived.week - 1].decisions, seat)
    parts: list[str] = []
    stance = ""
    for answer in theirs.answers:
        found = _answer(lived, colleague, answer)
        if found is not None and len(parts) < 1:
            parts.append(found[0])
            stance = found[1]
    moves = _moves(lived, colleague, theirs.moves, bool(parts), seat)
    if moves:
        parts.append(moves)
    who = first_name(colleague)
    if not parts:
        text = say(pick(NOTHING, who, lived.week), {"who": who})
        return Meanwhile(lived.scenario.people.index(colleague), who, text, "")
    says = "" if human_colleague else _says(colleague, stance, lived.week)
    return Meanwhile(lived.scenario.people.index(colleague), who, " ".join(parts), says)


def _says(colleague: Person, stance: str, week: int) -> str:
    table = SAYS.get(colleague.style, SAYS["balanced"])
    lines = table.get(stance, table[""])
    return pick(lines + (table[""] if len(lines) < 3 else ()), colleague.id + stance, week)


def _answer(lived: Week, colleague: Person, answer: Answer) -> tuple[str, str] | None:
    """One answer in a sentence, if one would hear of it, with the stance taken."""
    event, way = choices_on(lived.scenario, "/".join((answer.event, *answer.path)))
    if event is None or not way or event.builtin:
        return None
    if not _heard(lived, event, way):
        return None
    reported = REPORTS.get(f"{event.id}/{way[-1].id}")
    if reported is not None:
        return say(reported, {"who": first_name(colleague)}), way[-1].stance
    asker = event.question.who
    slots = {
        "who": first_name(colleague),
        "event": entitled(event),
        "what": quoted(lived.scenario, way[-1].text, lived.week),
    }
    if asker >= 0 and lived.scenario.people[asker].seat is None:
        slots["from"] = first_name(lived.scenario.people[asker])
        said = say(pick(ANSWERED, colleague.id + event.id, lived.week), slots)
    else:
        said = say(pick(NARRATED, colleague.id + event.id, lived.week), slots)
    return said.replace("?”.", "?”").replace("!”.", "!”"), way[-1].stance


def _heard(lived: Week, event: Event, way: tuple[Choice, ...]) -> bool:
    """One hears of what came with a note, and of what moved something one sees."""
    if event.note:
        return True
    cause = f"choice:{event.id}/"
    return any(line.startswith(cause) and lived.sees(quantity) for _w, quantity, line, _a in lived.changes)


def _moves(lived: Week, colleague: Person, moves: tuple[Move, ...], later: bool, seat: Seat) -> str:
    told = [move for move in moves if move.kind not in SILENT_MOVES][:2]
    if not told:
        return ""
    phrases = [_done(lived, move, seat) for move in told]
    if len(told) == 2 and told[0].kind == told[1].kind:  # called Dana and called Nils: called Dana and Nils
        verb = VERBS[told[0].kind][1] + " "
        phrases[1] = phrases[1].removeprefix(verb)
    return f"{first_name(colleague)} {'also ' if later else ''}{listed(phrases)}."


def _done(lived: Week, move: Move, seat: Seat) -> str:
    return "sat down with you" if move.kind == "sync" else done_words(lived.scenario, move.kind, move.target, seat)
