"""Records made of frozen dataclasses and named tuples, as JSON and back.

What does not fit their types in any place is unreadable as a whole.
"""

from __future__ import annotations

import json
from dataclasses import asdict, fields, is_dataclass
from types import NoneType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from game.records.codec import Unreadable, load

Record = TypeVar("Record")


def dump_record(record: Any) -> str:
    """One line of JSON, the same for equal records."""
    return json.dumps(asdict(record), ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def load_record(kind: type[Record], text: str) -> Record:
    """The record `dump_record` wrote. Raises Unreadable for anything else, also where a single part is missing."""
    record: Record = _read(kind, load(text))
    return record


def _read(kind: Any, data: object) -> Any:
    """`data` as a dataclass, a tuple of one kind of thing, something that may be None, or a plain value."""
    options = get_args(kind)
    if is_dataclass(kind):
        return _fields(kind, data)
    if hasattr(kind, "_fields"):
        return _named(kind, data)
    if get_origin(kind) is tuple:
        if not isinstance(data, list):
            raise Unreadable("a list is missing")
        return tuple([_read(options[0], item) for item in data])
    if NoneType in options:
        return None if data is None else _read(options[0], data)
    if kind is float and type(data) is int:
        return float(data)
    if type(data) is not kind:
        raise Unreadable(f"a value is no {kind.__name__}")
    return data


def _fields(kind: Any, data: object) -> Any:
    names = [field.name for field in fields(kind)]
    if not isinstance(data, dict) or set(data) != set(names):
        raise Unreadable(f"it has not the parts of a {kind.__name__}")
    types = get_type_hints(kind)
    return kind(**{name: _read(types[name], data[name]) for name in names})


def _named(kind: Any, data: object) -> Any:
    types = get_type_hints(kind)
    if not isinstance(data, list) or len(data) != len(types):
        raise Unreadable(f"it has not the parts of a {kind.__name__}")
    return kind(*[_read(each, item) for each, item in zip(types.values(), data, strict=True)])
