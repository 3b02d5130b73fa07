"""Where the files that come with the game are: beside the code in a checkout, inside the package once installed."""

from __future__ import annotations

from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

KINDS = ("scenarios", "assets")


def shipped(kind: str) -> Traversable:
    """The folder of shipped files of a kind ("scenarios", "assets").

    A wheel holds them in game/_data; a checkout or an editable install beside the package. Raises ValueError for
    another kind, FileNotFoundError when the files are in neither place.
    """
    if kind not in KINDS:
        raise ValueError(f"nothing of the kind {kind!r} is shipped; there are: {', '.join(KINDS)}")
    installed = resources.files("game").joinpath("_data", kind)
    if installed.is_dir():
        return installed
    beside = Path(__file__).resolve().parent.parent / kind
    if beside.is_dir():
        return beside
    raise FileNotFoundError(f"the shipped {kind} are missing; install the game again")
