"""Finding the scenario somebody means, and saying what is wrong where it cannot be played."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from game.data import shipped
from game.engine.model import Scenario
from game.insight.bots import BOTS
from game.insight.lookahead import LOOK_AHEAD
from game.records.places import Places
from game.scenario.check import is_scenario, scenario_files
from game.scenario.library import ENDINGS, NotFound, find
from game.scenario.load import story_id
from game.scenario.problems import ERROR
from game.terminal.trouble import CannotRun

KNOWN_BOTS = (*BOTS, LOOK_AHEAD)
MANY = 5  # mistakes shown of a scenario somebody wanted to play


def playable(name: str, places: Places) -> tuple[Scenario, str]:
    """The rules and the text of the scenario with this name or in this file.

    Raises CannotRun with the nearest names, or with the mistakes of a file that cannot be played.
    """
    try:
        loaded = find(name, _own(places))
    except NotFound:
        raise CannotRun(_not_found(name, places)) from None
    except OSError as error:
        raise CannotRun(f"{name} cannot be read: {error.strerror or error}.") from None
    if loaded.scenario is not None:
        return loaded.scenario, loaded.text
    mistakes = [str(problem) for problem in loaded.problems if problem.severity == ERROR]
    more = f"\n… and {len(mistakes) - MANY} more: `overpromise check` lists them all." if len(mistakes) > MANY else ""
    count = "a mistake" if len(mistakes) == 1 else f"{len(mistakes)} mistakes"
    raise CannotRun(f"{name} cannot be played: it has {count}.\n" + "\n".join(mistakes[:MANY]) + more)


def _own(places: Places) -> list[Path]:
    """The player's own folder, if it can be read."""
    try:
        next(iter(places.scenarios.iterdir()), None)
    except OSError:
        return []
    return [places.scenarios]


def own_file(name: str, places: Places) -> str:
    """The file of an author's own story of this name; anything else as it is, for it may be a path."""
    if not Path(name).exists():
        for file in scenario_files(_own(places)):
            if story_id(file.name) == name:
                return str(file)
    return name


def names(places: Places) -> list[str]:
    """The names of all scenarios there are, without reading them."""
    own = [story_id(path.name) for path in scenario_files(_own(places))]
    ours = shipped_names()
    return ours + [name for name in own if name not in ours]


def shipped_names() -> list[str]:
    """The names of the scenarios that come with the game."""
    return sorted(story_id(file.name) for file in shipped("scenarios").iterdir() if is_scenario(file.name))


def _not_found(name: str, places: Places) -> str:
    known = names(places)
    if name.endswith(ENDINGS):
        return f"There is no file {name}. `overpromise list` shows the scenarios there are."
    near = get_close_matches(story_id(name), known, 3, 0.5) or [each for each in known if story_id(name) in each]
    guess = f"Did you mean {' or '.join(near)}?" if near else f"There are: {', '.join(known)}."
    return f"No scenario is called “{name}”, and there is no such file. {guess}"


def texts(places: Places) -> Iterator[str]:
    """The texts of all scenarios, for a play whose own copy was damaged; read only when asked for."""
    for name in names(places):
        yield find(name, _own(places)).text


def known_bot(name: str) -> str:
    """The name of a bot. Raises CannotRun with the list for any other."""
    if name in KNOWN_BOTS:
        return name
    near = get_close_matches(name.lower(), KNOWN_BOTS, 1, 0.6)
    guess = f" Did you mean {near[0]}?" if near else ""
    raise CannotRun(f"No bot is called “{name}”.{guess} There are: {', '.join(KNOWN_BOTS)}.")
