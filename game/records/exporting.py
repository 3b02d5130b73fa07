"""A stored play as a play file."""

from __future__ import annotations

import re
from collections.abc import Iterable

from game.engine.model import Scenario, Seat
from game.insight.simulate import DEFAULT_BOT
from game.insight.words.causes import entitled
from game.insight.words.figures import capital
from game.insight.words.people import seat_name
from game.records.desk import HUMANS_OF_MODE
from game.records.playfile import ENDING, PlayFile
from game.records.reflections import MOST_TURNING, Reflection, reflection_of, tidy
from game.records.reopening import scenario_of, text_of
from game.records.rows import Play
from game.records.store import Store
from game.records.trouble import StoreTrouble
from game.scenario.load import story_id


def file_of(store: Store, play: Play, spare: Iterable[str] = (), with_reflections: bool = False) -> PlayFile:
    """What the file of a play holds, as far as it was played. `spare` are scenario texts, as for `resume`.

    What the people who played it wrote looking back is in it only where that is asked for.

    Raises StoreTrouble or Refused where not all of it can be read.
    """
    play, text = text_of(store, play, spare)
    log = store.log(play)
    if log.trouble:
        raise StoreTrouble(f"{log.trouble} So it was not exported.")
    scenario = scenario_of(play, text)
    told = reflections(store, play, scenario) if with_reflections else ()
    return PlayFile(play, colleagues(scenario, play.mode), log.decisions, log.digests, text.body, told)


def reflections(store: Store, play: Play, scenario: Scenario) -> tuple[tuple[int, str], ...]:
    """What was written looking back on a play: a week and words each, 0 for the whole play."""
    seats, found = HUMANS_OF_MODE[play.mode], list[tuple[int, str]]()
    for seat in seats:
        whose = f"{capital(seat_name(seat))}. " if len(seats) > 1 else ""
        written = _written(reflection_of(store, play, seat), scenario, play.weeks)
        found += [(week, whose + words) for week, words in written]
    return tuple(found)


def _written(found: Reflection, scenario: Scenario, weeks: int) -> list[tuple[int, str]]:
    told = []
    for point in found.turning[:MOST_TURNING]:
        if 1 <= point.week <= weeks:
            event = scenario.event_index.get(point.event)
            where = "" if event is None else f", {entitled(scenario.events[event])}"
            told.append((point.week, f"Turning point{where}: {tidy(point.why)}".removesuffix(": ")))
    whole = {"Keep": found.keep, "Change": found.change, "To take to work": found.rule, "First used": found.first_use}
    return told + [(0, f"{name}: {tidy(words)}") for name, words in whole.items() if words]


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
