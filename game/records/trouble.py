"""What can go wrong with a disk, in words."""

from __future__ import annotations

import errno
import sqlite3

_BY_CODE = {
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_READONLY: "the folder or file can only be read, not written",
    sqlite3.SQLITE_PERM: "this account may not write there",
    sqlite3.SQLITE_AUTH: "this account may not write there",
    sqlite3.SQLITE_CANTOPEN: "the folder cannot be written to",
    sqlite3.SQLITE_BUSY: "another program is holding the file",
    sqlite3.SQLITE_LOCKED: "another program is holding the file",
    sqlite3.SQLITE_IOERR: "the disk reported an error",
    sqlite3.SQLITE_CORRUPT: "the file is damaged",
    sqlite3.SQLITE_NOTADB: "the file is damaged",
    sqlite3.SQLITE_NOMEM: "there is not enough memory",
}
_BY_ERRNO = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk is full",
    errno.EFBIG: "the disk is full",
    errno.EROFS: "the folder or file can only be read, not written",
    errno.EACCES: "this account may not write there",
    errno.EPERM: "this account may not write there",
    errno.ENOTDIR: "a part of the path is a file, not a folder",
    errno.EEXIST: "a part of the path is a file, not a folder",
    errno.EIO: "the disk reported an error",
    errno.EMFILE: "too many files are open",
}
_NOT_THE_FILE = frozenset(_BY_CODE) - {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


class StoreTrouble(Exception):
    """Something could not be kept or read; the message is a sentence for the player. Nothing was half-written."""


# What SQLite's module raises: also for error messages that quote damaged text, and for sizes no file of ours has.
SQLITE_RAISES = (sqlite3.Error, UnicodeError, MemoryError, OverflowError)


def reason(error: BaseException) -> str:
    """Why an error came about, as the part of a sentence after "because"."""
    if isinstance(error, sqlite3.Error):
        return _BY_CODE.get(_code(error), f"SQLite says “{error}”")
    if isinstance(error, OSError):
        return _BY_ERRNO.get(error.errno or 0, error.strerror or "the system refused it")
    if isinstance(error, StoreTrouble):
        return str(error)
    return f"of something unforeseen ({type(error).__name__})"


def is_damage(error: BaseException) -> bool:
    """Whether an error speaks of the file's contents, and not of the disk, the folder or another program."""
    return _code(error) not in _NOT_THE_FILE


def _code(error: BaseException) -> int:
    """The primary result code; -1 where the module itself raised."""
    code: int = getattr(error, "sqlite_errorcode", -1)
    return code & 0xFF
