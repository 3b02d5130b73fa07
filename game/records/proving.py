"""Whether a play file is what it claims to be: its play is lived again, week by week.

The rules are those in the file. Every decision must have been open, every week must come out as its digest says, an
empty seat must have been played by its style, and the ending and the scores must be those the weeks lead to.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import game
from game.engine.legality import IllegalDecision, check, decided
from game.engine.model import Seat
from game.engine.play import Play, replay
from game.engine.state import NO_DECISIONS
from game.engine.week import DIFFICULTIES
from game.insight.bots import bot_luck, choose
from game.records.desk import HUMANS_OF_MODE, SEAT_OF_MODE, scores_of
from game.records.exporting import colleagues
from game.records.playfile import DAMAGED, DIFFERS, EDITED, Fault, PlayFile, read
from game.scenario.load import Loaded, load_text

Loader = Callable[[str, str], Loaded]


@dataclass(frozen=True)
class Proof:
    """What came of it. `faults` is empty for a file that is what it claims to be; `play` is the play lived again."""

    faults: tuple[Fault, ...]
    file: PlayFile | None = None
    play: Play | None = None

    @property
    def other_engine(self) -> str:
        """The version the play was begun with, where it is not this one; else ""."""
        return self.file.record.engine if self.file and self.file.record.engine != game.__version__ else ""


def prove(raw: bytes, load: Loader = load_text) -> Proof:
    """Read a play file and live its play again. Never raises for what is in it."""
    found = read(raw)
    faults: tuple[Fault, ...] = (found.fault,) if found.fault else ()
    if found.file is None or (found.fault and found.fault.kind == DAMAGED):
        return Proof(faults, found.file)
    try:
        fault, play = _lived(found.file, load)
    except Exception as error:  # rules and decisions by anybody: nothing in a file may end the program
        fault, play = f"It cannot be lived again ({type(error).__name__}).", None
    if fault:
        kind = EDITED if found.file.record.engine == game.__version__ else DIFFERS
        faults += (Fault(kind, fault),)
    return Proof(faults, found.file, play)


def _lived(file: PlayFile, load: Loader) -> tuple[str, Play | None]:
    """The first thing that does not come out as the file says, in a sentence ("" for none), and the play."""
    record = file.record
    loaded = load(file.text, record.scenario)
    scenario = loaded.scenario
    if scenario is None:
        return "Its scenario cannot be played with this version of the game.", None
    told = (record.scenario, record.title, file.colleagues)
    if (scenario.id, scenario.title, colleagues(scenario, record.mode)) != told:
        return "Its scenario has another name, another title or another colleague than the file says.", None
    if record.difficulty not in DIFFICULTIES:
        return "It names a difficulty there is not.", None
    log = list(zip(file.decisions, file.digests, strict=True))
    again = replay(scenario, record.seed, SEAT_OF_MODE[record.mode], record.difficulty, log)
    stopped = _not_so if again.differs_in else _result
    return _otherwise(file, again.play) or stopped(file, again.play), again.play


def _not_so(file: PlayFile, play: Play) -> str:
    """Why the open week cannot be lived as the file says."""
    week = play.week
    try:
        check(play.scenario, play.state, file.decisions[week - 1])
    except IllegalDecision as no:
        return f"A decision of week {week} was not possible there: {no}"
    return f"Week {week} is the first that comes out otherwise than the file says."


def _otherwise(file: PlayFile, play: Play) -> str:
    """Whether a seat nobody sat in was played otherwise than by its style.

    Weeks taken over from another play count as they are: that one may have been lived on other rules.
    """
    for lived in play.weeks:
        if file.record.mode == "both" and lived.decisions.pm != NO_DECISIONS:
            return f"Week {lived.week} holds decisions of a seat that decides nothing."
        for name, style in file.colleagues if lived.week > file.record.parent_week else ():
            seat = Seat(name)
            luck = bot_luck(play.seed, seat, lived.week)
            if decided(lived.decisions, seat) != choose(style, play.scenario, play.states[lived.week - 1], seat, luck):
                return f"In week {lived.week} the colleague decides otherwise than the file says."
    return ""


def _result(file: PlayFile, play: Play) -> str:
    """Whether ending and scores are those the weeks lead to."""
    ended = play.outcome
    if (ended.ending if ended else "") != file.record.ending:
        return "The weeks lead to another ending than the file says."
    scores = scores_of(ended, HUMANS_OF_MODE[file.record.mode]) if ended else "{}"
    if scores != file.record.scores:
        return "The weeks lead to other scores than the file says."
    return ""
