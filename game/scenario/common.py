"""The events every scenario has: read from common.yaml, with its stand-in words replaced by the people of the story."""

from __future__ import annotations

import re
from functools import partial
from importlib import resources

from game.scenario.problems import Report
from game.scenario.spec import CommonSpec, EventSpec
from game.scenario.tree import List, Map, Text, Tree, read_tree
from game.scenario.validate import validate

COMMON = "common.yaml"
_WORD = re.compile(
    r"\b(?:(?:am|pm|boss|team)_person|main_(?:client|project|account|team)|report_(?:weeks|project|account|client))\b"
)


def common_events(words: dict[str, str], report: Report) -> dict[Text, EventSpec]:
    """The built-in events that make sense with these stand-ins; `words` lacks the ones the scenario has nobody for."""
    text = resources.files("game.scenario").joinpath(COMMON).read_text(encoding="utf-8")
    tree = read_tree(text, COMMON, report)
    events = next(iter(tree.values()), None) if isinstance(tree, Map) else None
    if not isinstance(tree, Map) or not isinstance(events, Map):
        return {}
    missing = {name for name, event in events.items() if _lacks(event, words)}
    while True:
        more = {name for name, event in events.items() if name not in missing and _calls(event, missing)}
        if not more:
            break
        missing |= more
    for name in missing:
        del events[name]
    _fill(events, words)
    spec = validate(tree, CommonSpec, report)
    return {} if spec is None else dict(zip(events, spec.events.values(), strict=True))


def _texts(node: Tree) -> list[str]:
    if isinstance(node, Map):
        return [text for key, value in node.items() for text in (key, *_texts(value))]
    if isinstance(node, List):
        return [text for item in node for text in _texts(item)]
    return [node]


def _lacks(event: Tree, words: dict[str, str]) -> bool:
    return any(found not in words for text in _texts(event) for found in _WORD.findall(text))


def _calls(event: Tree, missing: set[Text]) -> bool:
    return any(text in missing for text in _texts(event))


def _fill(node: Map, words: dict[str, str]) -> None:
    """Replace the stand-ins in place, keeping every mark."""
    replace = partial(_WORD.sub, lambda match: words[match.group()])
    for key in list(node):
        value = node.pop(key)
        if isinstance(value, Map):
            _fill(value, words)
        elif isinstance(value, List):
            value[:] = [_with(item, replace(item)) for item in value]
        else:
            value = _with(value, replace(value))
        node[_with(key, replace(key))] = value


def _with(old: Text, words: str) -> Text:
    made = Text(words)
    made.file, made.line, made.column = old.file, old.line, old.column
    made.style, made.flat, made.cut = old.style, False, old.cut
    return made
