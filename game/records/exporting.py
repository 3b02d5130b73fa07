"""A stored play as a play file."""

from __future__ import annotations

import re
from collections.abc import Iterable

from game.engine.model import Scenario, Seat
from game.insight.simulate import DEFAULT_BOT
from game.records.desk import HUMANS_OF_MODE
from game.records.playfile import ENDING, PlayFile
from game.records.reopening import scenario_of, text_of
from game.records.rows import Play
from game.records.store import Store
from game.records.trouble import StoreTrouble
from game.scenario.load import story_id


def file_of(store: Store, play: Play, spare: Iterable[str] = ()) -> PlayFile:
    """What the file of a play holds, as far as it was played. `spare` are scenario texts, as for `resume`.

    Raises StoreTrouble or Refused where not all of it can be read.
    """
    play, text = text_of(store, play, spare)
    log = store.log(play)
    if log.trouble:
        raise StoreTrouble(f"{log.trouble} So it was not exported.")
    styles = colleagues(scenario_of(play, text), play.mode)
    return PlayFile(play, styles, log.decisions, log.digests, text.body)


def colleagues(scenario: Scenario, mode: str) -> tuple[tuple[str, str], ...]:
    """The seats nobody sits in, and the style each is played by."""
    humans = HUMANS_OF_MODE[mode]
    if Seat.BOTH in humans:
        return ()
    empty = [seat for seat in (Seat.AM, Seat.PM) if seat not in humans]
    return tuple([(s.value, scenario.people[scenario.rules(s).person].style or DEFAULT_BOT) for s in empty])


def file_name(play: Play) -> str:
    """What the file of a play is called where nobody says: story, seat, day, and the beginning of its id."""
    day = re.sub("[^0-9-]", "", play.created[:10])
    return f"{story_id(play.scenario)[:80]}-{play.mode}-{day}-{story_id(play.id[:8])}{ENDING}"
