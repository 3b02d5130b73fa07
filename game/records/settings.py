"""The player's settings in one TOML file. A bad file never stops the game: what cannot be used is named, not used."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path

import tomli_w

from game.records.files import replace_file, write_file
from game.records.trouble import reason

_LARGEST = 64 * 1024  # bytes; a settings file has a few hundred
_SCALES = {"ui_scale": (0.75, 3.0), "text_scale": (0.75, 3.0), "sound": (0.0, 1.0)}
_WORDS = {
    "theme": ("light", "dark", "high contrast", "system"),
    "difficulty": ("guided", "normal", "stormy"),
}
_LONGEST_NAME = 60


@dataclass(frozen=True)
class Settings:
    """What the player chose. `unknown` holds keys of the file this version does not know; they are written back."""

    ui_scale: float = 1.0  # everything, 0.75 to 3
    text_scale: float = 1.0  # text on top of that, 0.75 to 3
    theme: str = "light"  # light, dark, high contrast or system
    reduced_motion: bool = False
    sound: float = 0.7  # volume, 0 to 1
    captions: bool = False  # say in words what a sound says
    keys: Mapping[str, str] = field(default_factory=dict)  # action -> key name, where the player changed it
    difficulty: str = "normal"  # guided, normal or stormy
    plain_text: bool = False  # terminal without colour and frames
    player_name: str = ""
    unknown: Mapping[str, object] = field(default_factory=dict)


def load_settings(path: Path) -> tuple[Settings, list[str]]:
    """The settings in the file at `path` and a sentence for everything in it that could not be used; never raises."""
    try:
        table = _read(path)
    except FileNotFoundError:
        return Settings(), []
    except OSError as error:
        return Settings(), [f"{path} could not be read, because {reason(error)}: the usual settings are used."]
    except (ValueError, RecursionError) as error:
        return Settings(), [f"{path} is not a settings file ({_short(error)}): the usual settings are used."]
    known = {item.name for item in fields(Settings)} - {"unknown"}
    values: dict[str, object] = {}
    notes = []
    for key, value in table.items():
        if key in known:
            used, complaint = _checked(key, value)
            if complaint:
                notes.append(f"{path}, {key}: {complaint}.")
            if used is not None:
                values[key] = used
    unknown = {key: value for key, value in table.items() if key not in known}
    notes += [f"{path}, {_printable(key)}: this version does not know the setting; it is kept." for key in unknown]
    return Settings(**values, unknown=unknown), notes  # type: ignore[arg-type]


def save_settings(path: Path, settings: Settings) -> str:
    """Write the settings; "" when they are kept, else a sentence saying why not. Never raises."""
    table: dict[str, object] = {
        item.name: getattr(settings, item.name) for item in fields(Settings) if item.name != "unknown"
    }
    try:
        content = tomli_w.dumps({**settings.unknown, **table, "keys": dict(settings.keys)}).encode()
        path.parent.mkdir(parents=True, exist_ok=True)
        _keep_unreadable(path)
        write_file(path, content)
    except (OSError, ValueError, TypeError, RecursionError) as error:
        return f"The settings were not saved, because {reason(error)} ({path})."
    return ""


def _read(path: Path) -> dict[str, object]:
    with path.open("rb") as file:
        content = file.read(_LARGEST + 1)
    if len(content) > _LARGEST:
        raise ValueError("it is far too large")
    return tomllib.loads(content.decode("utf-8-sig"))


def _keep_unreadable(path: Path) -> None:
    """A file somebody edited by hand and broke is set aside, not overwritten."""
    try:
        _read(path)
    except (ValueError, RecursionError):
        replace_file(path, path.with_name(f"{path.stem}.damaged{path.suffix}"))
    except FileNotFoundError:
        return


def _checked(key: str, value: object) -> tuple[object | None, str]:
    """The value to use (None: the usual one) and what is wrong with it ("": nothing)."""
    if key in _SCALES:
        return _scale(value, *_SCALES[key])
    if key in _WORDS:
        return (value, "") if value in _WORDS[key] else (None, f"must be one of {', '.join(_WORDS[key])}")
    if key == "keys":
        return _keys(value)
    if key == "player_name":
        good = isinstance(value, str) and len(value) <= _LONGEST_NAME and value.isprintable()
        return (value, "") if good else (None, f"must be a text of at most {_LONGEST_NAME} characters on one line")
    return (value, "") if isinstance(value, bool) else (None, "must be true or false")


def _scale(value: object, low: float, high: float) -> tuple[object | None, str]:
    if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
        return None, f"must be a number from {low:g} to {high:g}"
    return float(value), ""


def _keys(value: object) -> tuple[object | None, str]:
    """Usable lines of the key table; the rest is named."""
    if not isinstance(value, dict):
        return None, 'must be a table of actions and keys, such as next = "space"'
    good = {action: key for action, key in value.items() if isinstance(key, str) and key.isprintable() and key}
    bad = [_printable(action) for action in value if action not in good]
    return good, f"no key is given for {', '.join(bad)}" if bad else ""


def _printable(word: str) -> str:
    return word[:_LONGEST_NAME] if word.isprintable() else ascii(word[:_LONGEST_NAME])


def _short(error: BaseException) -> str:
    return _printable(str(error).split("\n")[0][:120]) or type(error).__name__
