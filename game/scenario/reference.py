"""The list of every field in the author's guide, generated from the models."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from game.scenario.fields import OutcomeSpec
from game.scenario.schema import first_line, named_fields, plain_default, shape_of, spoken
from game.scenario.shapes import Shape
from game.scenario.spec import ScenarioSpec

BEGIN = "<!-- From here to the end mark: `python -m game.scenario reference` writes this from the models. -->"
END = "<!-- The end mark. -->"
HEAD = "| field | what it is | how it is written | if left out | example |\n|---|---|---|---|---|\n"


def with_reference(guide: str) -> str:
    """The guide with the list of fields renewed between its marks, or put at its end where it has none."""
    before, _, rest = guide.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before.rstrip()}\n\n{BEGIN}\n\n{reference()}\n{END}\n{after.lstrip()}"


def reference() -> str:
    """Every group of fields in Markdown, the scenario first, then in the order they are met."""
    return "\n".join(_section(model) for model in groups())


def groups(model: type[BaseModel] = ScenarioSpec) -> list[type[BaseModel]]:
    """A group of fields and all groups inside it, each where it is first met."""
    found: dict[type[BaseModel], None] = {}
    _collect(model, found)
    return list(found)


def _collect(model: type[BaseModel], found: dict[type[BaseModel], None]) -> None:
    if model in found:
        return
    found[model] = None
    for info in named_fields(model).values():
        for inner in _models_in(info.annotation):
            _collect(inner, found)


def _models_in(kind: Any) -> Iterator[type[BaseModel]]:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        yield kind
    for part in getattr(kind, "__args__", ()):
        yield from _models_in(part)


def _own_fields(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """The fields of a group, without those every outcome has."""
    shared = {} if model is OutcomeSpec or not issubclass(model, OutcomeSpec) else named_fields(OutcomeSpec)
    return {
        name: info
        for name, info in named_fields(model).items()
        if name not in shared or info.description != shared[name].description
    }


def _section(model: type[BaseModel]) -> str:
    rows = "".join(_row(name, info) for name, info in _own_fields(model).items())
    shared = issubclass(model, OutcomeSpec) and model is not OutcomeSpec
    also = " It has every field of an *outcome*, and these:" if shared else ""
    return f"### {spoken(model).capitalize()}\n\n{first_line(model)}{also}\n\n{HEAD}{rows}"


def _row(name: str, info: FieldInfo) -> str:
    example = f"`{info.examples[0]}`" if info.examples else ""
    cells = (f"`{name}`", info.description or "", written(shape_of(info.annotation, info.metadata, {})))
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in (*cells, _without(info), example)) + " |\n"


def _without(info: FieldInfo) -> str:
    if info.is_required():
        return "**needed**"
    default = plain_default(info)
    if default is None:
        return ""
    shape = shape_of(info.annotation, info.metadata, {})
    return f"{default:.0%}" if str(shape.get("$comment")).startswith("a percentage") else str(default)


def written(shape: Shape) -> str:
    """How a value of this shape is written, in words."""
    if "$ref" in shape:
        return f"*{shape['$ref'].rsplit('/', 1)[1].replace('_', ' ')}*"
    if "anyOf" in shape:
        *single, _listed = map(written, shape["anyOf"])
        return f"{' or '.join(single)}; or a list"
    if "propertyNames" in shape and "additionalProperties" in shape:
        plain = "wording, or " if "string" in shape["type"] else ""
        return f"{plain}{written(shape['propertyNames'])} and {written(shape['additionalProperties'])}, for each"
    if "properties" in shape:
        value = next(iter(shape["properties"].values()))
        return f"{_one_of(list(shape['properties']))} and {written(value)}, for each"
    if "items" in shape:
        one = written(shape["items"])
        return f"a list: {one}" if shape["type"] == "array" else f"{one}; or a list"
    return _one_of(shape["enum"]) if shape.get("type") == "string" and "enum" in shape else str(shape["$comment"])


def _one_of(words: list[str]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}"
