"""`debrief`: leads through the debrief of a finished play, whose seat, and on into a branch where one is wanted."""

from __future__ import annotations

from collections.abc import Sequence

from game.engine.model import Seat
from game.records.desk import Desk
from game.records.places import Places
from game.records.rows import ENDED, Play
from game.records.trouble import StoreTrouble
from game.terminal.blocks import Option, Title
from game.terminal.debrief import Debrief
from game.terminal.session import GoBack, Leave, Session, number, open_session
from game.terminal.sitting import Sitting, whose_debrief
from game.terminal.trouble import CannotRun
from game.terminal.which_play import SHORT_ID, finished, pick_finished, play_line, seat_of

SHOWN = 20  # finished plays to choose from
NONE = "No play has come to its end yet, so there is nothing to look back on."


def debrief(places: Places, name: str, seat: str, plain: bool) -> None:
    """Lead through the debrief of the play somebody means; without a name, ask which. Raises CannotRun for none."""
    session = open_session(places, plain)
    try:
        desk = finished(session.store, places, _meant(session, name))
        _lead(session, desk, seat_of(desk, seat) if seat else whose_debrief(session, desk))
    except StoreTrouble as trouble:
        raise CannotRun(str(trouble)) from None
    except Leave:
        session.say("Goodbye.")


def _lead(session: Session, desk: Desk, seat: Seat) -> None:
    try:
        Debrief(session, desk, seat).run()
    except GoBack as back:
        Sitting(session, back.desk).go_on()


def _meant(session: Session, name: str) -> Play:
    plays = session.store.plays()
    if name:
        return pick_finished(plays, name)
    ended = [play for play in plays if play.status == ENDED][:SHOWN]
    if not ended:
        raise CannotRun(NONE)
    return ended[0] if len(ended) == 1 else _chosen(session, ended)


def _chosen(session: Session, ended: Sequence[Play]) -> Play:
    session.paper.show(Title("Which play?"))
    for place, play in enumerate(ended, 1):
        session.paper.show(Option(str(place), f"{play_line(play)}, {play.id[:SHORT_ID]}"))
    while True:
        said = session.ask("A number chooses. q leaves.").lower()
        if said in ("q", "quit"):
            raise Leave
        if 1 <= number(said) <= len(ended):
            return ended[number(said) - 1]
        session.say(f"Type a number from 1 to {len(ended)}, or q.")
