"""What an author asks for at the prompt: a new scenario, the schema for an editor, the story as a picture."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from game.data import shipped
from game.insight.graph import mermaid
from game.records.places import Places
from game.scenario.library import ENDINGS
from game.scenario.load import load_text, story_id
from game.scenario.new import retitled, template, title_of
from game.scenario.schema import ABOUT, FILE, MODELINE
from game.scenario.typography import typographic
from game.terminal.safe import safe
from game.terminal.stories import playable, shipped_names
from game.terminal.trouble import CannotRun


def write_new(places: Places, name: str, kind: str, source: str) -> None:
    """Write a new scenario, from a template or from the scenario `source`, and say what to do with it.

    Raises CannotRun where there is a file already, no folder to put it in, or nothing to begin with.
    """
    path = _place(places, name)
    title = title_of(path.stem if _is_path(name) else name)
    text = retitled(playable(source, places)[1] if source else template(kind), title)
    _playable_as(path, text, title)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise CannotRun(_taken(path)) from None
    kept = put_schema(path.parent)
    print(safe(f"Written: {path}"))
    if kept:
        print(
            safe(f"{path.parent / FILE} is not the game's and was left as it is; an editor will not complete fields.")
        )
    quoted = f'"{path}"' if " " in str(path) else str(path)
    print(safe(f"`overpromise play {quoted}` plays it; `overpromise check {quoted}` says what is wrong with it."))


def write_schema(folder: str) -> None:
    """Print the editor's schema, or put it into a folder and say how an editor is told."""
    if not folder:
        sys.stdout.write(_schema())
        return
    if not Path(folder).is_dir():
        raise CannotRun(f"There is no folder {folder}.")
    if put_schema(Path(folder)):
        raise CannotRun(f"{Path(folder) / FILE} is there already and is not the game's; nothing was written.")
    print(safe(f"Written: {Path(folder) / FILE}"))
    print(f"An editor is told by this line at the top of a scenario in that folder:\n{MODELINE}")


def draw(places: Places, name: str) -> None:
    """Print a scenario's story as a Mermaid flowchart."""
    sys.stdout.write(mermaid(playable(name, places)[0]))


def put_schema(folder: Path) -> bool:
    """Put the schema beside scenarios, over an older one of ours; True where another file has its name and stays."""
    there = folder / FILE
    if there.exists() and ABOUT not in there.read_text("utf-8", errors="replace"):
        return True
    there.write_text(_schema(), "utf-8", newline="\n")
    return False


def _schema() -> str:
    return shipped("assets").joinpath(FILE).read_text("utf-8")


def _is_path(name: str) -> bool:
    return name.endswith(ENDINGS) or "/" in name or "\\" in name


def _place(places: Places, name: str) -> Path:
    """Where a new scenario goes: the path somebody gave, or the player's own folder, which is made if need be."""
    if not re.search(r"[a-z0-9]", Path(name).stem.lower()):
        raise CannotRun(f"“{name}” cannot be a scenario's name; take one with a letter or a digit, such as late_shift.")
    if _is_path(name):
        path = Path(name) if name.endswith(ENDINGS) else Path(f"{name}.yaml")
        if not path.parent.is_dir():
            raise CannotRun(f"There is no folder {path.parent}. Make it first, or give another path.")
    else:
        path = places.scenarios / f"{story_id(name)}.yaml"
        if path.stem in shipped_names():
            raise CannotRun(f"A shipped scenario is called {path.stem}, and yours would hide it. Take another name.")
        places.scenarios.mkdir(parents=True, exist_ok=True)
    if path.exists():
        raise CannotRun(_taken(path))
    return path


def _taken(path: Path) -> str:
    return f"There is a file {path} already; nothing was written. Take another name, or move that one away."


def _playable_as(path: Path, text: str, title: str) -> None:
    """Raises CannotRun where the new text does not play under its new title."""
    loaded = load_text(text, str(path))
    if loaded.scenario is None:
        reason = next((str(problem) for problem in loaded.problems), "")
        raise CannotRun(f"“{title}” cannot be a title; nothing was written.\n{reason}")
    if loaded.scenario.title != typographic(title):
        raise CannotRun("Its title does not stand on one line of its own, as `title: ...`; nothing was written.")
