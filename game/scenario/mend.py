"""Patches small mistakes in a tree, so that the checks behind them can run too and all mistakes are told at once.

What is patched has been reported; the patched tree is only ever checked, never played.
"""

from __future__ import annotations

from typing import Any

from game.scenario.tree import List, Map, Text, text_at

Location = tuple[int | str, ...]
# Needed fields whose value nothing else depends on, with something to stand in their place.
STAND_INS = {
    "text": "…",
    "title": "…",
    "name": "…",
    "tells": "…",
    "client": "…",
    "value": "1",
    "work": "1 day",
    "budget": "1",
    "due": "week 9",
    "floor": "0",
    "target": "1",
}
OF_A_CHOICE = {"skill": "communication", "stance": "negotiate"}
# Fields on which names or other checks depend: without them a second look would complain about what is right.
NEEDED_ELSEWHERE = {"skill", "account", "side", "contacts", "sets", "promises", "after", "choices", "tasks"}
SHALLOWEST = 3  # parts of a location below which a patch is small: events, wishlist, text


def mend(tree: Map, mistakes: list[Any]) -> bool:
    """Whether every mistake could be patched; the tree is changed."""
    return all(_mend(tree, mistake["type"], mistake["loc"]) for mistake in mistakes)


def _mend(tree: Map, kind: str, loc: Location) -> bool:
    if not loc or "[key]" in loc or not isinstance(loc[-1], str):
        return False
    of_a_choice = len(loc) > SHALLOWEST and loc[-3] == "choices"
    if loc[-1] in NEEDED_ELSEWHERE and not (of_a_choice and loc[-1] == "skill"):
        return False
    if len(loc) < SHALLOWEST and loc[0] not in ("account", "project", "briefing", "debrief"):
        return False
    parent = _at(tree, loc[:-1])
    field = text_at(loc[-1], tree)
    if not isinstance(parent, Map) or not isinstance(parent.get(field, field), Text):
        return False
    stand_in = STAND_INS.get(field)
    if kind == "missing" and stand_in is None:
        return False
    parent.pop(field, None)
    for word, usual in OF_A_CHOICE.items() if of_a_choice else ():
        parent.setdefault(text_at(word, parent), text_at(usual, parent))
    if stand_in is not None and kind != "extra_forbidden":
        parent[field] = text_at(stand_in, parent)
    return True


def _at(tree: Map, loc: Location) -> object:
    node: Any = tree
    for part in loc:
        if isinstance(node, Map) and part in node:
            node = node[text_at(str(part), node)]
        elif isinstance(node, List) and isinstance(part, int) and part < len(node):
            node = node[part]
    return node
