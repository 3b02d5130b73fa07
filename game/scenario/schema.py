"""The JSON Schema of a scenario file, generated from the models, for editors that complete and check while one types.

It knows what stands in one group of fields: names, kinds, words, ids. What needs the whole story (does this person
exist, can this condition hold) is left to `check`.
"""

from __future__ import annotations

import json
import re
import types
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, BeforeValidator, WithJsonSchema
from pydantic.fields import FieldInfo

from game.scenario.fields import EachWrapped, LaterSpec, OutcomeSpec
from game.scenario.problems import Report
from game.scenario.scalars import many, narration, some
from game.scenario.shapes import REFERENCE, TEXT, Shape
from game.scenario.spec import (
    ChoiceSpec,
    EndingSpec,
    EventSpec,
    GoalSpec,
    PersonSpec,
    RiskSpec,
    ScenarioSpec,
    SceneSpec,
)
from game.scenario.tree import List, Map, Tree, read_tree

FILE = "scenario.schema.json"
MODELINE = f"# yaml-language-server: $schema={FILE}"  # read by VS Code, Neovim and PyCharm; the path is the file's own
DRAFT = "http://json-schema.org/draft-07/schema#"  # the newest that all of them read
ABOUT = "Generated from the models of the scenario format; `python -m game.scenario schema` writes it anew."

Kind = Any  # a type as it is written in a model
Definitions = dict[str, Shape]


def schema_text() -> str:
    """The schema as the text of its file."""
    return json.dumps(scenario_schema(), indent=1, ensure_ascii=False) + "\n"


def scenario_schema() -> Shape:
    """The schema of a whole scenario file."""
    definitions: Definitions = {}
    top = _group(ScenarioSpec, definitions)
    return {"$schema": DRAFT, "$comment": ABOUT} | top | {"definitions": dict(sorted(definitions.items()))}


def spoken(model: type[BaseModel]) -> str:
    """What a group of fields is called: PromiseGivenSpec is a "promise given"."""
    return re.sub(r"(?<!^)(?=[A-Z])", " ", model.__name__.removesuffix("Spec")).lower()


def named_fields(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """The fields of a group under the names authors write."""
    return {info.alias or name: info for name, info in model.model_fields.items()}


def _group(model: type[BaseModel], definitions: Definitions) -> Shape:
    fields = named_fields(model)
    shape: Shape = {
        "title": spoken(model),
        "description": first_line(model),
        "type": "object",
        "properties": {name: _field(name, info, definitions) for name, info in fields.items()},
        "required": [name for name, info in fields.items() if info.is_required()],
        "additionalProperties": False,
    }
    return {key: value for key, value in shape.items() if value != []} | RULES.get(model, {})


def first_line(model: type[BaseModel]) -> str:
    """What a group of fields is, in a sentence."""
    return (model.__doc__ or "").split("\n", 1)[0]


def _field(name: str, info: FieldInfo, definitions: Definitions) -> Shape:
    about: Shape = {"title": name, "description": info.description}
    if info.examples:
        about["examples"] = [example_value(example) for example in info.examples]
    default = plain_default(info)
    if default is not None:
        about["default"] = default
    return about | shape_of(info.annotation, info.metadata, definitions)


def example_value(example: str) -> Any:
    """What an example says, as an editor reads it."""
    return _plain(read_tree(example, "an example", Report()))


def _plain(node: Tree | None) -> Any:
    if isinstance(node, Map):
        return {str(key): _plain(value) for key, value in node.items()}
    if isinstance(node, List):
        return [_plain(value) for value in node]
    text = str(node)
    return int(text) if re.fullmatch(r"-?[1-9]\d*|0", text) else text


def plain_default(info: FieldInfo) -> Any:
    """What a field has when it is left out, as an author would write it; None where nothing stands for it."""
    value = None if info.is_required() else info.get_default()
    if isinstance(value, tuple) and len(value) == 2 and value[0] == value[1]:
        value = value[0]
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value if isinstance(value, str | int | float) else None


def shape_of(kind: Kind, notes: list[Any] | tuple[Any, ...], definitions: Definitions) -> Shape:
    """The schema of what stands in one place, from its type and the notes on it."""
    kind, notes = _bare(kind, list(notes))
    written = next((note for note in notes if isinstance(note, WithJsonSchema)), None)
    if written is not None:
        return dict(written.json_schema or {})
    readers = [note.func for note in notes if isinstance(note, BeforeValidator)]
    origin: Any = get_origin(kind)
    if origin is list:
        return _list(shape_of(get_args(kind)[0], (), definitions), readers)
    if origin is dict:
        key, value = get_args(kind)
        return _dict(shape_of(key, (), definitions), shape_of(value, (), definitions), readers)
    name = spoken(kind).replace(" ", "_")
    if name not in definitions:
        definitions[name] = {}  # groups may hold themselves
        definitions[name] = _group(kind, definitions)
    return {"$ref": f"#/definitions/{name}"}


def _bare(kind: Kind, notes: list[Any]) -> tuple[Kind, list[Any]]:
    """A type without `Annotated[...]` and `| None`, and all notes on it."""
    while True:
        origin: Any = get_origin(kind)
        if origin is Annotated:
            kind, *more = get_args(kind)
            notes += more
        elif origin in (Union, types.UnionType):
            kind = next(part for part in get_args(kind) if part is not type(None))
        else:
            return kind, notes


def _list(item: Shape, readers: list[Any]) -> Shape:
    if any(isinstance(reader, EachWrapped) for reader in readers):
        return {"anyOf": [REFERENCE, item, {"type": "array", "items": {"anyOf": [REFERENCE, item]}}]}
    listed: Shape = {"type": "array", "items": item}
    return _either(item, listed) if many in readers else listed


def _dict(key: Shape, value: Shape, readers: list[Any]) -> Shape:
    group: Shape = {"type": ["object", "null"] if some in readers else "object"}
    if "enum" in key:
        group |= {"properties": dict.fromkeys(key["enum"], value), "additionalProperties": False}
    else:
        group |= {"propertyNames": key, "additionalProperties": value}
    return _either(TEXT, group) if narration in readers else group


def _either(scalar: Shape, group: Shape) -> Shape:
    """A scalar, or a list or group: in one schema where that says the same, because editors explain that better."""
    if "type" not in scalar or "enum" in scalar:
        return {"anyOf": [scalar, group]}
    kinds = scalar["type"] if isinstance(scalar["type"], list) else [scalar["type"]]
    return scalar | group | {"type": [*kinds, group["type"]]}


# Which fields of one group exclude or need each other. The reader says the same in its own words (OP121, OP126).


def _some_of(*names: str) -> Shape:
    return {"anyOf": [{"required": [name]} for name in names]}


def _not_both(one: str, other: str) -> Shape:
    return {"not": {"required": [one, other]}}


def _where(field: str, value: Any, then: Shape) -> Shape:
    return {"if": {"properties": {field: {"enum": value}}, "required": [field]}, "then": then}


def _without(*names: str) -> Shape:
    return {"properties": dict.fromkeys(names, False)}


_BRANCH: Shape = {
    "dependencies": {
        "chance": _some_of("then", "else") | _not_both("chance", "if"),
        "if": _some_of("then", "else"),
        "then": _some_of("chance", "if"),
        "else": _some_of("chance", "if"),
    }
}
_OF_CLIENTS = ("account", "influence", "trust", "satisfaction", "expectation")
_OF_TEAM = ("skill", "rate", "morale", "fatigue", "hours", "ramp", "project")
_TWO_CHOICES: Shape = {"choices": {"minProperties": 2}}
_NAMED_CHOICES: Shape = {"choices": {"minProperties": 2, "additionalProperties": {"required": ["skill", "stance"]}}}
_FORMAT: Shape = {"format": {"enum": [1, "1"]}}

RULES: dict[type[BaseModel], Shape] = {
    OutcomeSpec: _BRANCH,
    LaterSpec: _BRANCH,
    ChoiceSpec: _BRANCH,
    RiskSpec: {"dependencies": {"if": _some_of("then", "else"), "then": ["if"], "else": ["if"]}},
    EventSpec: {"allOf": [{"properties": _NAMED_CHOICES}]},
    SceneSpec: {"allOf": [{"properties": _TWO_CHOICES}]},
    GoalSpec: {"allOf": [{"properties": {"says": {"type": "array", "minItems": 3, "maxItems": 3}}}]},
    EndingSpec: {
        "allOf": [
            _where(
                "early",
                ["yes", True],
                {
                    "properties": {"warnings": {"type": "array", "minItems": 2, "maxItems": 2}},
                    "required": ["when", "warnings"],
                },
            )
        ]
    },
    PersonSpec: {
        "allOf": [
            _where("side", ["client"], _without(*_OF_TEAM)),
            _where("side", ["team"], _without(*_OF_CLIENTS)),
            _where("side", ["house"], _without(*_OF_CLIENTS, *_OF_TEAM)),
        ]
    },
    ScenarioSpec: {
        "allOf": [
            {"properties": _FORMAT},
            _some_of("account", "accounts"),
            _not_both("account", "accounts"),
            _not_both("project", "projects"),
        ]
    },
}
