"""`export` and `verify`: a stored play as a file of its own, and whether such a file is what it claims to be."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import game
from game.engine.model import Scenario, Seat
from game.engine.play import Play as Lived
from game.insight.words.figures import decimal
from game.insight.words.people import seat_name
from game.records.codec import Unreadable, load_scores
from game.records.desk import HUMANS_OF_MODE, Refused
from game.records.exporting import file_name, file_of
from game.records.files import write_new_file
from game.records.places import Places
from game.records.playfile import DAMAGED, DIFFERS, EDITED, MAX_BYTES, NEWER, NOT_OURS, PlayFile, written
from game.records.proving import Proof, prove
from game.records.settings import load_settings
from game.records.trouble import StoreTrouble, reason
from game.scenario.library import NotFound, find
from game.terminal.blocks import Block, Fact, Facts, Heading, Para
from game.terminal.paper import tell
from game.terminal.safe import safe
from game.terminal.session import make_paper
from game.terminal.stories import texts
from game.terminal.trouble import CannotRun
from game.terminal.which_play import stored_play

FINE, WRONG, UNREAD = 0, 1, 2
VERDICTS = {
    NOT_OURS: "not a play file",
    NEWER: "from a newer version",
    DAMAGED: "damaged or edited",
    EDITED: "edited",
    DIFFERS: "comes out otherwise",
}
LIMIT = "A file shows what was decided and what came of it. It cannot show who decided, or how often they had tried."


# ---- export ----------------------------------------------------------------------------------------------------------


def export(places: Places, name: str, target: str, with_reflections: bool) -> None:
    """Write a stored play into a file, and say where. What its player wrote goes into it only where that is asked for.

    Raises CannotRun, and then no file has been written."""
    store, play = stored_play(places, name)
    try:
        file = file_of(store, play, texts(places), with_reflections)
        raw = written(file)
    except (StoreTrouble, Refused) as no:
        raise CannotRun(str(no)) from None
    except Unreadable as no:
        raise CannotRun(f"“{play.title}” cannot be exported: {no}.") from None
    path = Path(target) if target else Path(file_name(play))
    path = path / file_name(play) if path.is_dir() else path
    try:
        write_new_file(path, raw)
    except FileExistsError:
        raise CannotRun(f"There is a file {path} already; nothing was written. Give another name after it.") from None
    except (OSError, ValueError) as error:
        raise CannotRun(f"{path} was not written, because {_why(error)}.") from None
    print(safe(f"Written: {path}"))
    if with_reflections:
        print(_with_words(len(file.reflections)))
    tell(f"`overpromise verify` will say: {fault.sentence}" for fault in prove(raw).faults)


def _with_words(count: int) -> str:
    if not count:
        return "Nothing was written in a debrief of this play, so nothing of that kind is in it."
    return f"With what was written in the debrief: {'one entry' if count == 1 else f'{count} entries'}."


# ---- verify ----------------------------------------------------------------------------------------------------------


def verify(places: Places, files: Sequence[str], plain: bool) -> int:
    """Say of each file whether it is what it claims to be; the worst of it as an exit code."""
    paper = make_paper(plain or load_settings(places.settings)[0].plain_text)
    worst, verified = FINE, 0
    for name in files:
        try:
            with Path(name).open("rb") as file:
                raw = file.read(MAX_BYTES + 1)
        except (OSError, ValueError) as error:
            tell([f"{name} could not be read, because {_why(error)}."])
            worst = UNREAD
            continue
        proof = prove(raw)
        paper.show(*told(name, proof))
        verified += not proof.faults
        worst = max(worst, WRONG if proof.faults else FINE)
    if verified:
        paper.show(Para(LIMIT, quiet=True, apart=True))
    return worst


def _why(error: OSError | ValueError) -> str:
    if isinstance(error, ValueError):
        return "this cannot be a file’s name"
    if isinstance(error, FileNotFoundError):
        return "there is no such file or folder"
    return "it is a folder" if isinstance(error, IsADirectoryError) else reason(error)


def told(name: str, proof: Proof) -> tuple[Block, ...]:
    """The verdict on a file, and what its play was."""
    if not proof.faults and proof.file and proof.play:
        return (Heading(name, "verified"), _play(proof.file, proof.play, proof.other_engine))
    found: list[Block] = [Heading(name, VERDICTS[proof.faults[0].kind])]
    found += [Para(fault.sentence, "bad", 1) for fault in proof.faults]
    if proof.other_engine:
        said = f"It was played with version {proof.other_engine} of the game, and this is {game.__version__}."
        last = " That alone may be why; the other version can tell." if proof.faults[-1].kind == DIFFERS else ""
        found.append(Para(said + last, indent=1))
    return tuple(found)


def _play(file: PlayFile, lived: Lived, other_engine: str) -> Facts:
    """Who played what, and what came of it."""
    rows = [Fact("Scenario", f"“{file.record.title}”, {_rules(file)}"), *_seats(file, lived.scenario)]
    rows.append(Fact("Luck", f"seed {file.record.seed}, {file.record.difficulty}"))
    rows += [Fact("Begun", file.record.created[:10]), *_result(file, lived), *_branch(file)]
    rows += [Fact(f"Written of week {week}" if week else "Written", words) for week, words in file.reflections]
    if other_engine:
        rows.append(Fact("Version", f"played with {other_engine}, and the same with {game.__version__}"))
    return Facts(tuple(rows))


def _rules(file: PlayFile) -> str:
    """Whether the rules are the game's own."""
    try:
        same = find(file.record.scenario).text == file.text
    except NotFound:
        return "which does not come with the game"
    return "word for word as it comes with the game" if same else "not as it comes with this version of the game"


def _seats(file: PlayFile, scenario: Scenario) -> list[Fact]:
    """Whose seats people sat in, and by which style the others were played."""
    taken = [Fact("Seat", _seat(scenario, seat)) for seat in HUMANS_OF_MODE[file.record.mode]]
    return taken + [Fact("Colleague", f"{_seat(scenario, Seat(seat))}, {style}") for seat, style in file.colleagues]


def _seat(scenario: Scenario, seat: Seat) -> str:
    if seat is Seat.BOTH:
        return seat_name(seat)
    return f"{scenario.people[scenario.rules(seat).person].name}, {seat_name(seat)}"


def _result(file: PlayFile, lived: Lived) -> list[Fact]:
    weeks, ended = len(file.decisions), lived.outcome
    if ended is None:
        return [Fact("So far", f"{weeks} of {lived.scenario.weeks} weeks, and no ending yet")]
    title = next((each.title for each in lived.scenario.endings if each.id == ended.ending), ended.ending)
    scores = [f"{seat_name(Seat(seat))} {decimal(score)}" for seat, score in load_scores(file.record.scores).items()]
    when = f"in week {ended.week}, early" if ended.early else f"after {ended.week} weeks"
    return [Fact("Ending", f"“{title}”, {when}"), Fact("Score of 100", ", ".join(scores))]


def _branch(file: PlayFile) -> list[Fact]:
    """Whether the play stepped back, and what that means for its result."""
    record = file.record
    if record.recorded:
        return []
    back = f"it stepped back to the opening of week {record.parent_week + 1} of another play; " if record.parent else ""
    return [Fact("A branch", f"{back}the result on record stays that of the first run through")]
