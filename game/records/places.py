"""Where the player's files live."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from platformdirs import PlatformDirs

HOME_VARIABLE = "OVERPROMISE_HOME"


@dataclass(frozen=True)
class Places:
    """The folders of one player. Nothing here is created by naming it."""

    data: Path
    config: Path

    @property
    def plays(self) -> Path:
        """The file with every play, draft and result."""
        return self.data / "plays.db"

    @property
    def settings(self) -> Path:
        """The settings file."""
        return self.config / "config.toml"

    @property
    def scenarios(self) -> Path:
        """The player's own scenarios, shown in the library beside the shipped ones."""
        return self.data / "scenarios"


def find_places(data_dir: str | None, environment: Mapping[str, str]) -> Places:
    """The folders to use: `--data-dir` first, then OVERPROMISE_HOME, then what the system prescribes.

    The first two move everything, settings included, so that a stick or a classroom image carries one folder.
    """
    chosen = data_dir or environment.get(HOME_VARIABLE)
    if chosen:
        home = _expanded(chosen, environment)
        return Places(home, home)
    usual = PlatformDirs("overpromise", appauthor=False)
    data = environment.get("XDG_DATA_HOME")
    config = environment.get("XDG_CONFIG_HOME")
    return Places(
        Path(data) / "overpromise" if data and Path(data).is_absolute() else usual.user_data_path,
        Path(config) / "overpromise" if config and Path(config).is_absolute() else usual.user_config_path,
    )


def _expanded(folder: str, environment: Mapping[str, str]) -> Path:
    """`~/x` reaches us unexpanded in `--data-dir=~/x`."""
    home = environment.get("HOME") or environment.get("USERPROFILE")
    if home and (folder == "~" or folder.startswith(("~/", "~\\"))):
        return Path(home) / folder[2:]
    return Path(folder)
