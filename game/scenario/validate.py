"""A marked tree to a spec: pydantic's complaints become problems with line, column, plain words and a remedy."""

from __future__ import annotations

import types
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from game.scenario.mend import mend
from game.scenario.problems import Report, did_you_mean, nearest, short
from game.scenario.tree import List, Map, Text, Tree

Model = TypeVar("Model", bound=BaseModel)
Location = tuple[int | str, ...]
MAX_TOLD = 200


def validate(tree: Tree, model: type[Model], report: Report) -> Model | None:
    """The spec a tree describes. After reporting mistakes: one with them patched, to be checked only, or None."""
    if not isinstance(tree, Map):
        what = "a list" if isinstance(tree, List) else "one piece of text"
        report.error(tree, "OP122", f"The file is {what}; a scenario is a group of fields.", "Start with `format: 1`.")
        return None
    try:
        return model.model_validate(tree)
    except ValidationError as error:
        mistakes: list[Any] = error.errors(include_url=False)
        if len(mistakes) > MAX_TOLD:
            message = f"{len(mistakes) - MAX_TOLD:,} more mistakes are not listed."
            report.error(tree, "OP113", message, "Mend these first, then check again.")
        for mistake in _without_echoes(mistakes[:MAX_TOLD], tree, model):
            _tell(mistake, tree, model, report)
        return _second_look(tree, mistakes, model)


def _second_look(tree: Map, mistakes: list[Any], model: type[Model]) -> Model | None:
    if not mend(tree, mistakes):
        return None
    try:
        return model.model_validate(tree)
    except ValidationError:
        return None


def _without_echoes(mistakes: list[Any], tree: Map, model: type[BaseModel]) -> list[Any]:
    """Leaves out fields that are only missing because they are misspelt."""
    meant = set()
    for mistake in mistakes:
        if mistake["type"] == "extra_forbidden":
            loc: Location = mistake["loc"]
            meant.add((loc[:-1], nearest(str(loc[-1]), _field_names(_model_at(model, loc[:-1])))))
    cut = {loc for loc in (m["loc"] for m in mistakes) if loc and loc[-1] == "[key]"}
    return [
        m
        for m in mistakes
        if not (m["type"] == "missing" and (m["loc"][:-1], m["loc"][-1]) in meant) and (*m["loc"], "[key]") not in cut
    ]


def _tell(mistake: Any, tree: Map, model: type[BaseModel], report: Report) -> None:
    kind: str = mistake["type"]
    loc: Location = mistake["loc"]
    node, key, trail = _walk(tree, loc)
    field = str(loc[-1]) if loc else ""
    if kind == "extra_forbidden":
        _tell_unknown(key, node, field, _model_at(model, loc[:-1]), trail, report)
    elif kind == "missing":
        inside = _owner(trail)
        remedy = f"Add `{field}: {_example(_model_at(model, loc[:-1]), field)}`."
        report.error(key or node, "OP121", f"{inside} has no `{field}`.", remedy)
    elif loc and loc[-1] == "[key]" and key is not None and _is_cut(key, _parent(tree, loc[:-2])):
        _tell_comma(key, report)
    elif kind.startswith("OP"):
        context = mistake["ctx"]
        report.error(node, kind, context["message"], context["remedy"])
    elif kind in ("dict_type", "model_type", "model_attributes_type"):
        found = "a list" if isinstance(node, List) else "text" if isinstance(node, Text) and node else "nothing"
        remedy = "Write its fields below it, each on a line of its own, indented two spaces more."
        report.error(node, "OP122", f"`{_named(trail)}` is a group of fields, and {found} stands here.", remedy)
    elif kind == "list_type":
        report.error(node, "OP122", f"`{_named(trail)}` is a list.", "Write each item on a line that starts with `- `.")
    else:
        report.error(node, "OP123", f"`{_named(trail)}` cannot be read ({short(str(mistake['msg']), 80)}).")


def _tell_unknown(
    key: Text | None, node: Tree, field: str, model: type[BaseModel] | None, trail: list[str], report: Report
) -> None:
    names = _field_names(model)
    if key is not None and isinstance(node, Text) and not node:
        without_colon = (node.line, node.column) == (key.line, key.column + len(key))
        if not _looks_like_a_field(key) or (without_colon and not nearest(field, names)):
            _tell_comma(key, report)
            return
    inside = _owner(trail[:-1])
    report.error(key or node, "OP120", f"{inside} has no field `{short(field)}`.", did_you_mean(field, names))


def _looks_like_a_field(key: Text) -> bool:
    return key.replace("_", "").isalpha() and key.islower()


def _is_cut(key: Text, group: Tree) -> bool:
    """Whether a key is the rest of some wording, cut off by a comma inside braces."""
    return isinstance(group, Map) and group.braces and isinstance(group.get(key), Text) and not group[key]


def _parent(tree: Map, loc: Location) -> Tree:
    return _walk(tree, loc)[0]


def _tell_comma(key: Text, report: Report) -> None:
    message = f"A comma inside braces starts a new field, so `{short(key)}` stands alone."
    remedy = "Put the whole wording in quotes, or write the number with _ instead of commas."
    report.error(key, "OP107", message, remedy)


def _walk(tree: Map, loc: Location) -> tuple[Tree, Text | None, list[str]]:
    """The node a location names, the last key on the way, and the way; parts that pydantic added are skipped."""
    node: Tree = tree
    key: Text | None = None
    trail: list[str] = []
    for part in loc:
        if isinstance(node, Map) and part in node:
            name = Text(part)
            key = node.key(name)
            node = node[name]
            trail.append(str(part))
        elif isinstance(node, List) and isinstance(part, int) and part < len(node):
            node = node[part]
            trail.append(str(part + 1))
        elif part == "[key]" and key is not None:
            return key, key, trail
    return node, key, trail


def _named(trail: list[str]) -> str:
    return short(".".join(trail[-2:]), 60) if trail else "the file"


def _owner(trail: list[str]) -> str:
    """What a field belongs to, in words: `wishlist` in events."""
    if not trail:
        return "The scenario"
    if len(trail) == 1 or trail[-1].isdigit():
        return f"`{short('.'.join(trail[-2:]))}`"
    return f"`{short(trail[-1])}` in {short(trail[-2])}"


def _field_names(model: type[BaseModel] | None) -> list[str]:
    if model is None:
        return []
    return [field.alias or name for name, field in model.model_fields.items()]


def _example(model: type[BaseModel] | None, field: str) -> str:
    for name, info in model.model_fields.items() if model else ():
        if (info.alias or name) == field and info.examples:
            return str(info.examples[0])
    return "..."


def _model_at(model: type[BaseModel], loc: Location) -> type[BaseModel] | None:
    """The spec that describes the group at a location."""
    kind: Any = model
    for part in loc:
        inner = _unwrapped(kind)
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            kind = next((f.annotation for n, f in inner.model_fields.items() if (f.alias or n) == part), inner)
        elif get_origin(inner) is dict and part != "[key]":
            kind = get_args(inner)[1]
        elif get_origin(inner) is list and isinstance(part, int):
            kind = get_args(inner)[0]
    found = _unwrapped(kind)
    if get_origin(found) is list:
        found = _unwrapped(get_args(found)[0])
    return found if isinstance(found, type) and issubclass(found, BaseModel) else None


def _unwrapped(kind: Any) -> Any:
    """The type inside `Annotated[...]` and `... | None`."""
    while True:
        origin = get_origin(kind)
        if origin is Annotated:
            kind = get_args(kind)[0]
        elif origin in (Union, types.UnionType):
            kind = next(arg for arg in get_args(kind) if arg is not type(None))
        else:
            return kind
