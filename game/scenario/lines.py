"""Where in a file things are written: the line of every event, choice, truth and ending, by id."""

from __future__ import annotations

from game.scenario.problems import Report
from game.scenario.tree import Map, read_tree


def lines_of(text: str, name: str = "scenario.yaml") -> dict[str, int]:
    """Lines by id: "wishlist", "wishlist/absorb", and "wishlist/steering/insist" for a choice of a scene."""
    tree = read_tree(text, name, Report())
    found: dict[str, int] = {}
    if not isinstance(tree, Map):
        return found
    for kind in ("truths", "endings", "events"):
        group = _under(tree, kind)
        for key, value in group.items():
            found[str(key)] = key.line
            if kind == "events":
                _choices(value, str(key), found)
    return found


def _choices(owner: object, before: str, found: dict[str, int]) -> None:
    for key, choice in _under(owner, "choices").items():
        path = f"{before}/{key}"
        found[path] = key.line
        _choices(_under(choice, "scene"), path, found)


def _under(owner: object, field: str) -> Map:
    """The group in a field, empty where there is none."""
    inside = next((value for key, value in owner.items() if key == field), None) if isinstance(owner, Map) else None
    return inside if isinstance(inside, Map) else Map()
