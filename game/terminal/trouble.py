"""Why a command could not do what it was asked."""

from __future__ import annotations


class CannotRun(Exception):
    """A command cannot do what it was asked; the message says why and what can be done."""
