"""Which stories there are: the shipped ones, and those in a player's own folder."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path

from game.data import shipped
from game.engine.model import Scenario
from game.scenario.check import is_scenario, scenario_files
from game.scenario.load import Loaded, load_raw, load_scenario, story_id
from game.scenario.problems import Problem

ENDINGS = (".yaml", ".yml")


@dataclass(frozen=True)
class Entry:
    """One story of the library. A broken one has no scenario, but the problems that say why."""

    id: str
    title: str
    place: str  # a path, or "shipped/<file>" for those that come with the game
    own: bool  # from the player's folder
    scenario: Scenario | None
    problems: tuple[Problem, ...]

    @property
    def broken(self) -> bool:
        """Whether it cannot be played."""
        return self.scenario is None


class NotFound(Exception):
    """No story has this name. The message says which there are."""


def library(folders: Iterable[Path | str] = ()) -> list[Entry]:
    """All stories: shipped ones first, guided ones before the others, then those in these folders, by file name."""
    entries = [_entry(load_raw(file.read_bytes(), str(file)), f"shipped/{file.name}", own=False) for file in _shipped()]
    entries.sort(key=lambda entry: entry.scenario is None or not entry.scenario.guide)
    for path in scenario_files(folder for folder in folders if Path(folder).is_dir()):
        entries.append(_entry(load_scenario(path), str(path), own=True))
    return entries


def find(name_or_path: str, folders: Sequence[Path | str] = ()) -> Loaded:
    """The story with this id, or in this file. A player's own story hides a shipped one of the same id.

    Raises NotFound when there is neither.
    """
    path = Path(name_or_path)
    if path.suffix in ENDINGS and path.is_file():
        return load_scenario(path)
    for file in scenario_files(folder for folder in folders if Path(folder).is_dir()):
        if story_id(file.name) == name_or_path:
            return load_scenario(file)
    known = {story_id(shipped_file.name): shipped_file for shipped_file in _shipped()}
    if name_or_path in known:
        return load_raw(known[name_or_path].read_bytes(), str(known[name_or_path]))
    message = f"No story is called `{name_or_path}`, and there is no such file."
    raise NotFound(f"{message} Shipped: {', '.join(known)}.")


def _shipped() -> list[Traversable]:
    files = [file for file in shipped("scenarios").iterdir() if is_scenario(file.name)]
    return sorted(files, key=lambda file: file.name)


def _entry(loaded: Loaded, place: str, *, own: bool) -> Entry:
    title = loaded.scenario.title if loaded.scenario is not None else loaded.name
    return Entry(loaded.name, title, place, own, loaded.scenario, loaded.problems)
