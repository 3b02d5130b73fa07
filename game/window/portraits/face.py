"""What a face is made of, and how a name becomes one."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from game.engine.faces import PARTS

NO_EARS: Final = ("hijab", "bob", "fringe", "long straight", "long wavy")
COVERED: Final = ("hijab", "turban")
FADED: Final = ("grey", "silver", "white")

Weights = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Face:
    """One person's features, each a word of ``PARTS``."""

    look: str = "feminine"
    age: str = "adult"
    skin: str = "light"
    shape: str = "oval"
    hair: str = "bob"
    hair_colour: str = "brown"
    brows: str = "medium"
    eyes: str = "almond"
    eye_colour: str = "brown"
    nose: str = "straight"
    freckles: str = "none"
    beard: str = "none"
    glasses: str = "none"
    earrings: str = "none"
    clothes: str = "shirt"
    clothes_colour: str = "teal"
    scarf: str = "plum"
    backdrop: str = "sky"


# A name is a weak hint, but a beard on a Helena makes people look up from the story. A scenario can say better.
FEMININE_ENDINGS: Final = ("a", "ah", "elle", "ette", "eth", "ie", "ine", "yn")
FEMININE_NAMES: Final = frozenset(
    (
    "agnes", "alison", "anne", "astrid", "beatriz", "bridget", "carmen", "carol", "catherine", "chantal", "chloe",
    "claire", "clare", "dagmar", "dawn", "dolores", "doris", "edith", "ellen", "erin", "esther", "fatou", "frances",
    "freya", "gail", "geraldine", "gertrud", "grace", "greet", "gwen", "hazel", "heather", "heidi", "helen",
    "hilary", "imogen", "ines", "ingrid", "irene", "iris", "isabel", "isobel", "jane", "janet", "jean", "jennifer",
    "jill", "joan", "joy", "joyce", "judith", "judy", "june", "karen", "kate", "katherine", "kathleen", "kirsten",
    "lauren", "leslie", "lily", "linh", "liv", "louise", "lucy", "lynn", "mabel", "margaret", "margot", "marion",
    "marit", "may", "megan", "mei", "mercy", "meryl", "miriam", "molly", "naomi", "nell", "niamh", "nour", "pam",
    "patience", "pearl", "penny", "phoebe", "priscilla", "rachel", "rose", "rosemary", "ruth", "sally", "sarah",
    "shannon", "sharon", "shirley", "sigrid", "siobhan", "solveig", "sue", "susan", "tess", "tracy", "violet",
    "vivian", "wendy", "winifred", "yasmin", "yen", "zainab", "zoe",
    )
)  # fmt: skip
MASCULINE_NAMES: Final = frozenset(
    (
    "alfie", "andrea", "archie", "attila", "bernie", "charlie", "costa", "eddie", "elijah", "ernie", "ezra",
    "freddie", "garcia", "jamie", "jeremiah", "jonah", "joshua", "juha", "kenneth", "kola", "louie", "luca", "luka",
    "micah", "mika", "miska", "mustafa", "nikita", "nikola", "noah", "ollie", "pekka", "robbie", "seth", "toma",
    "ugo", "vanya", "willie",
    )
)  # fmt: skip
EITHER: Final = frozenset(
    (
    "alex", "ari", "jan", "jo", "jordan", "jules", "kai", "kim", "lee", "lin", "max", "noor", "pat", "quinn",
    "robin", "sam", "sasha", "taylor",
    )
)  # fmt: skip


def face_from_name(name: str) -> Face:
    """Make up a plausible face for a name; the same name always gets the same face."""
    return face_from_parts({}, name)


def face_from_parts(parts: Mapping[str, str], name: str) -> Face:
    """Make a face from the words a scenario chose, and make up the rest from the name.

    Words that are not in ``PARTS`` are ignored. What is made up never contradicts what was chosen.
    """
    words = {part: word for part, word in parts.items() if word in PARTS.get(part, ())}
    for part, weigh in _RULES:
        if part not in words:
            words[part] = _pick(name, part, weigh(words, name))
    return Face(**words)


def _pick(name: str, part: str, weights: Weights) -> str:
    digest = hashlib.sha256(f"face/{part}/{name}".encode("utf-8", "replace")).digest()
    ticket = int.from_bytes(digest[:8], "big") % sum(weights.values())
    for word in PARTS[part]:
        ticket -= weights.get(word, 0)
        if ticket < 0:
            return word
    raise AssertionError("the ticket is below the sum of the weights")


def _even(part: str, **more: int) -> Weights:
    return {word: more.get(word, 1) for word in PARTS[part]}


def _look(words: Mapping[str, str], name: str) -> Weights:
    if words.get("beard", "none") != "none" or words.get("hair") in ("balding", "turban", "receding"):
        return {"masculine": 1}
    if words.get("hair") in (
        "bob",
        "braids",
        "bun",
        "fringe",
        "hijab",
        "long straight",
        "long wavy",
        "pixie",
        "ponytail",
    ):
        return {"feminine": 1}
    given = name.casefold().split()[0] if name.split() else ""
    if given in MASCULINE_NAMES:
        return {"masculine": 1}
    if given in EITHER:
        return {"feminine": 1, "masculine": 1}
    return {"feminine": 1} if given in FEMININE_NAMES or given.endswith(FEMININE_ENDINGS) else {"masculine": 1}


def _age(words: Mapping[str, str], name: str) -> Weights:
    if words.get("hair_colour") in FADED:
        return {"middle-aged": 1, "older": 2}
    if words.get("hair") in ("balding", "receding"):
        return {"adult": 1, "middle-aged": 3, "older": 2}
    return {"young": 2, "adult": 4, "middle-aged": 3, "older": 2}


def _skin(words: Mapping[str, str], name: str) -> Weights:
    if words.get("hair") in ("afro", "locs"):
        return {"tan": 1, "brown": 2, "dark": 3, "deep": 2}
    if words.get("hair_colour") in ("ginger", "blond", "auburn"):
        return {"porcelain": 2, "fair": 3, "light": 2}
    return {"porcelain": 2, "fair": 3, "light": 3, "olive": 2, "tan": 2, "brown": 3, "dark": 2, "deep": 2}


_HAIR: Final[Mapping[str, Mapping[str, Weights]]] = {
    "feminine": {
        "straight": {
            "bob": 3, "bun": 2, "curly": 1, "fringe": 2, "long straight": 3, "long wavy": 3, "pixie": 2, "ponytail": 2,
            "braids": 1,
        },
        "coiled": {"afro": 3, "braids": 3, "bun": 2, "curly": 3, "locs": 2, "bob": 1, "buzz": 1},
    },
    "masculine": {
        "straight": {"side part": 4, "crop": 4, "quiff": 3, "curly": 2, "buzz": 1},
        "coiled": {"crop": 3, "buzz": 4, "afro": 2, "locs": 2, "curly": 1},
    },
}  # fmt: skip


def _hair(words: Mapping[str, str], name: str) -> Weights:
    # Never a hijab or a turban: what somebody believes is for the author to say, not for a hash.
    texture = "coiled" if words["skin"] in ("brown", "dark", "deep") else "straight"
    weights = dict(_HAIR[words["look"]][texture])
    if words["skin"] in ("olive", "tan", "brown"):
        weights.update({"long straight": 2, "bun": 2} if words["look"] == "feminine" else {"side part": 3})
    if words["look"] == "masculine" and words["age"] != "young":
        weights.update({"bald": 1} if words["age"] == "adult" else {"bald": 2, "balding": 2, "receding": 3})
    if words["age"] == "older":
        weights = {word: weight for word, weight in weights.items() if word not in ("braids", "locs", "quiff")}
    return weights


def _hair_colour(words: Mapping[str, str], name: str) -> Weights:
    dark = words["skin"] in ("tan", "brown", "dark", "deep")
    own: Weights = (
        {"black": 6, "dark brown": 3}
        if dark
        else {"black": 2, "dark brown": 3, "brown": 3, "chestnut": 3}
        if words["skin"] == "olive"
        else {"dark brown": 3, "brown": 3, "chestnut": 3, "auburn": 2, "ginger": 2, "dark blond": 2, "blond": 3}
    )
    if words["age"] == "older":
        return {"grey": 3, "silver": 3, "white": 2}
    if words["age"] == "middle-aged":
        return {**own, "grey": sum(own.values()) // 3}
    return {**own, "plum": 1} if words["age"] == "young" and words["look"] == "feminine" else own


def _beard(words: Mapping[str, str], name: str) -> Weights:
    if words["look"] == "feminine" or words["hair"] == "hijab":
        return {"none": 1}
    if words["hair"] == "turban":
        return {"full": 3, "short": 1}
    if words["age"] == "young":
        return {"none": 4, "stubble": 2}
    return {"none": 5, "stubble": 2, "moustache": 1, "goatee": 2, "short": 2, "full": 2}


def _glasses(words: Mapping[str, str], name: str) -> Weights:
    frames = {"round": 2, "square": 2, "oval": 2} | ({"cat-eye": 2} if words["look"] == "feminine" else {})
    return {**frames, "none": {"young": 18, "adult": 14, "middle-aged": 9, "older": 5}[words["age"]]}


def _earrings(words: Mapping[str, str], name: str) -> Weights:
    if words["look"] == "masculine" or words["hair"] in NO_EARS:
        return {"none": 1}
    return {"none": 2, "studs": 2, "hoops": 2, "drops": 2}


def _clothes(words: Mapping[str, str], name: str) -> Weights:
    if words["look"] == "feminine":
        return {"suit": 1, "blouse": 4, "roll-neck": 2, "shirt": 2, "cardigan": 3, "jumper": 2, "hoodie": 1}
    return {"suit": 4, "shirt": 3, "hoodie": 2, "roll-neck": 2, "cardigan": 1, "jumper": 2}


def _brows(words: Mapping[str, str], name: str) -> Weights:
    return {"thin": 2, "medium": 3} if words["look"] == "feminine" else {"medium": 3, "thick": 3}


def _freckles(words: Mapping[str, str], name: str) -> Weights:
    pale = words["skin"] in ("porcelain", "fair", "light")
    return {"some": 2 if words["hair_colour"] in ("ginger", "auburn") else 1, "none": 3 if pale else 40}


def _eye_colour(words: Mapping[str, str], name: str) -> Weights:
    if words["skin"] in ("porcelain", "fair", "light") and words["hair_colour"] != "black":
        return {"brown": 3, "hazel": 2, "green": 2, "blue": 3, "grey": 2}
    return {"dark": 3, "brown": 2}


def _shape(words: Mapping[str, str], name: str) -> Weights:
    strong = words["look"] == "masculine"
    return {"oval": 3, "round": 2, "square": 3, "long": 2} if strong else {"oval": 3, "round": 2, "heart": 3, "long": 1}


def _scarf(words: Mapping[str, str], name: str) -> Weights:
    return {word: 1 for word in PARTS["scarf"] if word not in (words["clothes_colour"], "black", "grey")}


# In this order: each rule may lean on the words before it.
_RULES: Final = (
    ("look", _look),
    ("age", _age),
    ("skin", _skin),
    ("shape", _shape),
    ("hair", _hair),
    ("hair_colour", _hair_colour),
    ("beard", _beard),
    ("brows", _brows),
    ("eyes", lambda words, name: _even("eyes", almond=3)),
    ("eye_colour", _eye_colour),
    ("nose", lambda words, name: _even("nose")),
    ("freckles", _freckles),
    ("glasses", _glasses),
    ("earrings", _earrings),
    ("clothes", _clothes),
    ("clothes_colour", lambda words, name: _even("clothes_colour", black=0)),
    ("scarf", _scarf),
    ("backdrop", lambda words, name: _even("backdrop")),
)
