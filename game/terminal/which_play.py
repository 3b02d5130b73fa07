"""Finding the stored play somebody means."""

from __future__ import annotations

from collections.abc import Sequence

from game.engine.model import Seat
from game.insight.words.people import seat_name
from game.records.codec import load_scores
from game.records.desk import Desk, Refused
from game.records.opening import open_store
from game.records.places import Places
from game.records.reopening import resume
from game.records.rows import ENDED, Play
from game.records.store import Store
from game.records.trouble import StoreTrouble
from game.terminal.paper import tell
from game.terminal.session import MODES, now
from game.terminal.stories import texts
from game.terminal.trouble import CannotRun

SHORTEST = 4  # signs of an id by which a play is found
SHOWN = 10  # plays named where several may be meant
SHORT_ID = 8


def stored_play(places: Places, name: str) -> tuple[Store, Play]:
    """The play with this id, a beginning of it, or the only one of the scenario with this name or title.

    Raises CannotRun with the plays there are, where none is meant or several may be.
    """
    if not places.plays.exists():
        raise CannotRun("No play is stored here yet. `overpromise play first_monday` takes ten minutes.")
    opened = open_store(places.plays, now())
    tell(opened.notes)
    try:
        return opened.store, pick(opened.store.plays(), name)
    except StoreTrouble as trouble:
        raise CannotRun(str(trouble)) from None


def finished(store: Store, places: Places, record: Play) -> Desk:
    """A stored play that has ended, lived again: before that, what one may look back on is not all to be seen yet.

    Raises CannotRun where it goes on, or cannot be lived again.
    """
    try:
        desk = resume(store, record.id, now, texts(places))
    except (StoreTrouble, Refused) as trouble:
        raise CannotRun(str(trouble)) from None
    if desk.outcome is None:
        going = f"“{record.title}” ({record.id[:SHORT_ID]}) has not come to its end."
        raise CannotRun(" ".join(desk.take_notes()) or going)
    return desk


def seat_of(desk: Desk, asked: str) -> Seat:
    """The seat whose side is told: the one asked for, or the first with a person in it. Raises CannotRun."""
    if not asked:
        return desk.humans[0]
    seat = Seat(asked)
    if seat not in desk.humans:
        raise CannotRun(f"This play was played as {' and '.join(seat_name(each) for each in desk.humans)}.")
    return seat


def pick(plays: Sequence[Play], name: str) -> Play:
    """The play that is meant. Raises CannotRun."""
    found = _called(plays, name)
    if len(found) == 1:
        return found[0]
    if found:
        title = found[0].title
        raise CannotRun(f"There are {len(found)} plays of “{title}”. Name one by its id below.\n{listed_plays(found)}")
    if not plays:
        raise CannotRun("No play is stored here yet. `overpromise play first_monday` takes ten minutes.")
    raise CannotRun(f"No play has “{name}” as its id or scenario. Name one by its id below.\n{listed_plays(plays)}")


def pick_finished(plays: Sequence[Play], name: str) -> Play:
    """The finished play that is meant. Raises CannotRun; for a play that goes on, with where it stands."""
    ended = [play for play in plays if play.status == ENDED]
    meant = pick(ended if _called(ended, name) else plays, name)
    if meant.status == ENDED:
        return meant
    raise CannotRun(
        f"“{meant.title}” has not come to its end: it stands in week {meant.weeks + 1}. "
        f"`overpromise play {meant.scenario} --text` goes on there."
    )


def _called(plays: Sequence[Play], name: str) -> list[Play]:
    """The plays whose id begins so; else those of the scenario with this name or title."""
    said = name.strip().casefold()
    by_id = [play for play in plays if len(said) >= SHORTEST and play.id.casefold().startswith(said)]
    return by_id or [play for play in plays if said in (play.scenario.casefold(), play.title.casefold())]


def listed_plays(plays: Sequence[Play]) -> str:
    """Plays to choose from, one a line."""
    rows = [f"  {play.id[:SHORT_ID]}  {play_line(play)}" for play in plays[:SHOWN]]
    more = len(plays) - SHOWN
    return "\n".join([*rows, f"  … and {more} older."] if more > 0 else rows)


def play_line(play: Play) -> str:
    """A play in a line: story, seat, how far, whether a branch, when begun."""
    scores = " and ".join(f"{points:.0f}" for points in load_scores(play.scores).values())
    far = f"ended with {scores}" if play.status == ENDED else f"in week {play.weeks + 1}"
    branch = "" if play.recorded else ", a branch"
    return f"{play.title}, {MODES[play.mode][0].lower()}, {far}{branch}, begun {play.created[:16].replace('T', ' ')}"
