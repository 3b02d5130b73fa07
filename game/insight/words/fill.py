"""The five placeholders a scenario's text may hold; anything else in braces stays as it was written."""

from __future__ import annotations

from game.engine.model import Scenario
from game.insight.words.people import first_name, main_contact


def substitute(text: str, scenario: Scenario, week: int = 0) -> str:
    """Replace {dana.name}, {dana.first}, {account.client}, {project.name} and {week} (only where a week is given)."""
    if "{" not in text:
        return text
    parts = text.split("{")
    said = parts[0]
    for part in parts[1:]:
        hole, brace, rest = part.partition("}")
        words = _words(hole.strip(), scenario, week) if brace else None
        said += "{" + part if words is None else words + rest
    return said


def _words(hole: str, scenario: Scenario, week: int) -> str | None:
    owner, _dot, field = hole.partition(".")
    if hole == "week":
        return str(week) if week else None
    if field in ("name", "first"):
        for person in scenario.people:
            if person.id == owner:
                return person.name if field == "name" else first_name(person)
        contact = main_contact(scenario)
        if owner == "client" and contact is not None:
            return contact.name if field == "name" else first_name(contact)
    if field == "client":
        return _named(owner, "account", [(a.id, a.name) for a in scenario.accounts])
    if field == "name":
        return _named(owner, "project", [(p.id, p.name) for p in scenario.projects])
    return None


def _named(owner: str, singular: str, entities: list[tuple[str, str]]) -> str | None:
    for name, words in entities:
        if owner in (name, singular):
            return words
    return None
