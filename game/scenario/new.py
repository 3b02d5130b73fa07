"""The text of a new scenario: a template, or another scenario under a new title, with the comment editors read."""

from __future__ import annotations

import json
import re

from game.data import shipped
from game.scenario.schema import MODELINE

_TITLE = re.compile(r"^title:.*$", re.M)
_MODELINE = re.compile(r"^# yaml-language-server:.*\n", re.M)
_PLAIN = re.compile(r"[^\W_][\w ,.'’–-]*")  # a title that needs no quotes


def template(name: str) -> str:
    """The text of a template."""
    return shipped("assets").joinpath("templates", f"{name}.yaml").read_text("utf-8")


def retitled(text: str, title: str) -> str:
    """A scenario's text under another title, with the comment for editors at its top."""
    written = title if _PLAIN.fullmatch(title) else json.dumps(title, ensure_ascii=False)
    text = _MODELINE.sub("", text.removeprefix("\ufeff"))
    return f"{MODELINE}\n" + _TITLE.sub(lambda _old: f"title: {written}", text, count=1)


def title_of(name: str) -> str:
    """A title for somebody who only gave a name: late_shift becomes Late shift, Late Shift stays."""
    spaced = " ".join(name.replace("_", " ").split())
    return spaced if spaced != spaced.lower() else spaced.capitalize()
