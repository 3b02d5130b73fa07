"""The closed lists of words that fields choose from, and whole numbers within bounds."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, PlainValidator, WithJsonSchema

from game.engine.model import CHALLENGES, KPIS, SKILLS, STANCES, STYLES, Seat
from game.scenario import shapes
from game.scenario.scalars import Trade, many, whole, word_of

SIDES = ("client", "team", "house")
SEAT_WORDS = ("am", "pm", "both")
NOVELTY = ("routine", "normal", "novel")
TONES = ("good", "mixed", "bad")
METERS = ("relationship", "delivery")
KPI_NAMES = KPIS[Seat.AM] + KPIS[Seat.PM]


def word(choices: tuple[str, ...], what: str) -> tuple[PlainValidator, WithJsonSchema]:
    """One word of a closed list."""
    return PlainValidator(word_of(choices, what)), WithJsonSchema(shapes.words(choices))


def count(low: int, high: int, what: str, *units: str) -> tuple[PlainValidator, WithJsonSchema]:
    """A whole number within bounds."""
    return PlainValidator(whole(low, high, what, units=units)), WithJsonSchema(shapes.whole(low, high, units))


Side = Annotated[str, *word(SIDES, "a side")]
Asked = Annotated[str, *word(("am", "pm"), "a seat")]
Play = Annotated[str, *word(SEAT_WORDS, "a seat")]
Plays = Annotated[list[Play], BeforeValidator(many)]
Skill = Annotated[str, *word(SKILLS, "one of the seven skills")]
Stance = Annotated[str, *word(STANCES, "a stance")]
Style = Annotated[str, *word(STYLES, "a style")]
Challenge = Annotated[str, *word(CHALLENGES, "a challenge")]
Kpi = Annotated[str, *word(KPI_NAMES, "one of the ten KPIs")]
Trades = Annotated[list[Trade], BeforeValidator(many)]
