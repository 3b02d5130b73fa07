"""A file somebody else is writing: whether it was saved since one last looked."""

from __future__ import annotations

from pathlib import Path

Mark = tuple[int, int, int, int]


class Watched:
    """Asks the file system, a few times a second; editors that put a new file in the place of the old one count too."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._seen = _mark(path)
        self._empty: Mark | None = None

    def saved(self) -> bool:
        """Whether there is something new to read. A file that is away, or empty for a moment, is still being saved."""
        mark = _mark(self.path)
        if mark is None or mark == self._seen:
            return False
        if mark[1] == 0 and mark != self._empty:
            self._empty = mark
            return False
        self._seen = mark
        return True


def _mark(path: Path) -> Mark | None:
    """What changes when a file is saved: its time, its size, and which file it is."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino, found.st_dev
