"""The words a scenario may use to describe a face, and the moods a face can show.

The window draws these words; the scenario checker refuses any other. Both read this table, so that neither can
drift from the other.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

MOODS: Final[tuple[str, ...]] = ("neutral", "cheerful", "delighted", "worried", "annoyed", "tired", "sad")

PARTS: Final[Mapping[str, tuple[str, ...]]] = {
    "look": ("feminine", "masculine"),
    "age": ("young", "adult", "middle-aged", "older"),
    "skin": ("porcelain", "fair", "light", "olive", "tan", "brown", "dark", "deep"),
    "shape": ("oval", "round", "square", "heart", "long"),
    "hair": (
        "afro",
        "bald",
        "balding",
        "bob",
        "braids",
        "bun",
        "buzz",
        "crop",
        "curly",
        "fringe",
        "hijab",
        "locs",
        "long straight",
        "long wavy",
        "pixie",
        "ponytail",
        "quiff",
        "receding",
        "side part",
        "turban",
    ),
    "hair_colour": (
        "black",
        "dark brown",
        "brown",
        "chestnut",
        "auburn",
        "ginger",
        "dark blond",
        "blond",
        "grey",
        "silver",
        "white",
        "plum",
    ),
    "brows": ("thin", "medium", "thick"),
    "eyes": ("almond", "round", "narrow"),
    "eye_colour": ("dark", "brown", "hazel", "green", "blue", "grey"),
    "nose": ("button", "straight", "wide", "long"),
    "freckles": ("none", "some"),
    "beard": ("none", "stubble", "moustache", "goatee", "short", "full"),
    "glasses": ("none", "round", "square", "oval", "cat-eye"),
    "earrings": ("none", "studs", "hoops", "drops"),
    "clothes": ("suit", "blouse", "hoodie", "roll-neck", "shirt", "hi-vis", "overalls", "cardigan", "jumper"),
    "clothes_colour": ("navy", "blue", "teal", "green", "mustard", "rust", "burgundy", "plum", "rose", "grey", "black"),
    "scarf": ("navy", "blue", "teal", "green", "mustard", "rust", "burgundy", "plum", "rose", "grey", "black"),
    "backdrop": ("sky", "mint", "sand", "peach", "rose", "lilac", "stone"),
}
