"""Replacing a file so that a power cut leaves the old one or the new one, never half of either."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path


def replace_file(new: Path, path: Path) -> None:
    """Put `new`, already written and synced, in the place of `path`; raises OSError."""
    os.replace(new, path)  # noqa: PTH105  tests watch the order of the system calls
    sync_folder(path.parent)


def write_file(path: Path, content: bytes) -> None:
    """Write a whole file by way of a temporary one beside it; raises OSError and then leaves `path` alone."""
    temporary = path.with_name(path.name + ".tmp")
    try:
        with temporary.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        replace_file(temporary, path)
    except OSError:
        with suppress(OSError):
            temporary.unlink()
        raise


def write_new_file(path: Path, content: bytes) -> None:
    """Write a whole file under a name nothing has yet; raises OSError, FileExistsError where something has, and then
    leaves nothing behind.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    with temporary.open("xb") as file:
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            _name_once(temporary, path)
        finally:
            with suppress(OSError):
                temporary.unlink()
    sync_folder(path.parent)


def _name_once(temporary: Path, path: Path) -> None:
    """Give a finished file its name, if nothing has it."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:  # not every file system has links
        if path.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path)) from None
        os.replace(temporary, path)  # noqa: PTH105  as above


def sync_folder(folder: Path) -> None:
    """Make a rename in `folder` durable, on systems that let a folder be opened."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
