"""What a reply does to a face at once, as the window’s panels know it."""

from __future__ import annotations

from game.insight.words.reactions import Reaction, reaction

__all__ = ["Reaction", "reaction"]
