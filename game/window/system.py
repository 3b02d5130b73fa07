"""Whether the system around us is set to dark. SDL cannot say, so its own tools are asked."""

from __future__ import annotations

import subprocess
import sys

_PERSONALIZE = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Themes\Personalize"
_ASKED = {
    "win32": (["reg", "query", _PERSONALIZE, "/v", "AppsUseLightTheme"], "0x0"),
    "darwin": (["defaults", "read", "-g", "AppleInterfaceStyle"], "dark"),
    "linux": (["gsettings", "get", "org.gnome.desktop.interface", "color-scheme"], "prefer-dark"),
}
_PATIENCE = 1.0  # seconds


def is_dark(platform: str = sys.platform) -> bool:
    """Whether windows are dark here; False where nobody can tell."""
    if platform not in _ASKED:
        return False
    command, dark = _ASKED[platform]
    try:
        answer = subprocess.run(command, capture_output=True, text=True, timeout=_PATIENCE, check=False)
    except (OSError, subprocess.SubprocessError, UnicodeError):
        return False
    return dark in answer.stdout.lower()
