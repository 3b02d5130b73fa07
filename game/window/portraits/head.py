"""Head, neck, ears, nose, mouth, beard, and the marks of age."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from game.window.portraits.face import Face
from game.window.portraits.moods import Mood
from game.window.portraits.palette import HAIR, SKINS, Skin, mix, natural
from game.window.portraits.shapes import fill, group, mirrored, oval, stroke

_JAWS: Final[Mapping[str, str]] = {
    "oval": "C145 120 127 148 100 148 C73 148 55 120 55 92",
    "round": "C149 126 127 145.5 100 145.5 C73 145.5 51 126 55 92",
    "square": "C145.6 110 146 124 139 133 C131 143 117 148 100 148 C83 148 69 143 61 133 C54 124 54.4 110 55 92",
    "heart": "C144.6 112 130 131 115.6 143.4 C107 150 93 150 84.4 143.4 C70 131 55.4 112 55 92",
    "long": "C145 114 139 130 130 140 C121 150 110 153 100 153 C90 153 79 150 70 140 C61 130 55 114 55 92",
}
_CHINS: Final[Mapping[str, float]] = {"oval": 148, "round": 145, "square": 148, "heart": 148, "long": 153}
_CROWN: Final = "M55 92 C55 60 72 41 100 41 C128 41 145 60 145 92 "


def neck(face: Face) -> str:
    """The neck with the chin's shadow on it."""
    skin = SKINS[face.skin]
    wide = 1.5 if face.look == "masculine" else -1.5
    left, right = 83 - wide, 117 + wide
    column = (
        f"M{left} 126 L{left} 158 C{left} 166 {left - 8} 168 {left - 14} 170 L100 192 "
        f"L{right + 14} 170 C{right + 8} 168 {right} 166 {right} 158 L{right} 126Z"
    )
    shadow = f"M{left} 130 L{right} 130 L{right} 150 Q100 {_CHINS[face.shape] + 19} {left} 150Z"
    return fill(column, mix(skin.base, skin.shade, 0.18)) + fill(shadow, skin.shade, 0.75)


def ears(face: Face) -> str:
    """Both ears."""
    skin = SKINS[face.skin]
    shell = "M58 88 C50 83 44 90 47 100 C48.5 108 53 114 59 111Z"
    fold = "M54 94 C50.5 92.5 49.5 97 51.5 100 C53 102 52.5 104 54 106"
    return "".join(
        fill(d, skin.base) + stroke(f, skin.deep, 1.7, 0.5)
        for d, f in ((shell, fold), (mirrored(shell), mirrored(fold)))
    )


def skull(face: Face) -> str:
    """The face itself."""
    return fill(f"{_CROWN}{_JAWS[face.shape]}Z", "url(#skin)")


def cheeks(mood: Mood) -> str:
    """A blush, soft at the edge."""
    opacity = mood.cheeks
    return oval(74, 114, 13, 11, "url(#left-cheek)", opacity * 1.6) + oval(
        126, 114, 13, 11, "url(#right-cheek)", opacity * 1.6
    )


_NOSES: Final[Mapping[str, tuple[str, str]]] = {
    # the line, and the soft shade beside the bridge
    "button": ("M94.5 113.5 Q100 118.6 105.5 113.5", ""),
    "straight": ("M95 114.5 Q101.5 118.4 105.5 113.4 Q106 110.6 104.4 108.4", "M102 92 Q102.5 102 104.6 108.6"),
    "wide": (
        "M90.5 113 Q91 109.4 93.6 108.8 M91 113.6 Q95 117.8 100 116.6 Q105 117.8 109 113.6 M109.5 113 "
        "Q109 109.4 106.4 108.8",
        "",
    ),
    "long": ("M94.4 117.4 Q101.5 120.8 107 115.4 Q107.6 112 105.4 109.6", "M102 89 Q102 98 105.6 109.8"),
}


def nose(face: Face) -> str:
    """The nose: a line under the tip and a light on it."""
    skin = SKINS[face.skin]
    tip, bridge = _NOSES[face.nose]
    side = stroke(bridge, skin.shade, 2.4, 0.6) if bridge else ""
    return side + oval(99.4, 108.5, 3.6, 3.2, skin.light, 0.65) + stroke(tip, skin.deep, 2.7, 0.85)


def mouth(face: Face, mood: Mood) -> str:
    """The mouth in its mood; moved down a little under a moustache."""
    skin = SKINS[face.skin]
    lip = mix(skin.lip, "#C03A55", 0.3) if face.look == "feminine" else skin.lip
    down = 2.0 if face.beard in ("moustache", "goatee", "full", "short") else 0.0
    return group(_MOUTHS[mood.mouth](skin, lip, face.beard in ("full", "short")), f"translate(0 {down})")


def _closed(line: str, lips: str, skin: Skin, lip: str, bearded: bool) -> str:
    # On a dark beard a dark line would vanish, and the mood with it.
    return fill(lips, lip, 1.0 if bearded else 0.7) + stroke(
        line, mix(skin.mouth, lip, 0.5) if bearded else skin.mouth, 3.5
    )


def _rest(skin: Skin, lip: str, bearded: bool) -> str:
    return _closed(
        "M87 127.5 Q94 128.6 100 128.6 Q107 128.6 113.5 126.2",
        "M89 128 Q94 124 100 125.6 Q106 124 112 127 Q108 134 100 134 Q92 134 89 128Z",
        skin,
        lip,
        bearded,
    )


def _press(skin: Skin, lip: str, bearded: bool) -> str:
    return _closed(
        "M86 132.5 Q92 127.6 100 127.4 Q109 127.2 115 130",
        "M90 130 Q100 124.6 111 128.4 Q106 132.4 100 132.4 Q94 133 90 130Z",
        skin,
        lip,
        bearded,
    )


def _slack(skin: Skin, lip: str, bearded: bool) -> str:
    line, lips = (
        "M88.6 131 Q94 129.6 100 129.8 Q106 130 111.4 131.8",
        "M91 130.6 Q100 126 109 130.6 Q106 135.6 100 135.6 Q94 135.6 91 130.6Z",
    )
    return _closed(line, lips, skin, lip, bearded)


def _wobble(skin: Skin, lip: str, bearded: bool) -> str:
    return _closed(
        "M86.5 131 Q91 125.6 96 128.6 Q101 132 105.5 128.4 Q109.5 125.4 114 129.4",
        "M90 130 Q95 124.8 100 128 Q106 126 111 128.6 Q107 134.6 100 134.6 Q93 134.6 90 130Z",
        skin,
        lip,
        bearded,
    )


def _droop(skin: Skin, lip: str, bearded: bool) -> str:
    return _closed(
        "M86 134 Q90 127 100 126.6 Q110 127 114 134",
        "M91 130 Q100 123 109 130 Q107 135.2 100 135.2 Q93 135.2 91 130Z",
        skin,
        lip,
        bearded,
    )


def _smile(skin: Skin, lip: str, bearded: bool) -> str:
    return (
        fill(
            "M83.4 123.4 Q92 125.8 100 125.8 Q108 125.8 116.6 123.4 Q114 139.4 100 139.4 Q86 139.4 83.4 123.4Z",
            lip,
            1.0 if bearded else 0.8,
        )
        + fill(
            "M85.4 124.8 Q93 127.4 100 127.4 Q107 127.4 114.6 124.8 Q111 136.4 100 136.4 Q89 136.4 85.4 124.8Z",
            "#5C1A28",
        )
        + fill(
            "M86.4 125.8 Q93 127.8 100 127.8 Q107 127.8 113.6 125.8 Q111 132.6 100 132.6 Q89 132.6 86.4 125.8Z",
            "#FFFFFF",
        )
        + stroke("M81.8 124.6 Q82.6 122.6 84.4 122 M118.2 124.6 Q117.4 122.6 115.6 122", skin.mouth, 2.4, 0.8)
    )


def _laugh(skin: Skin, lip: str, bearded: bool) -> str:
    return (
        fill(
            "M79.6 120.6 Q90 123.6 100 123.6 Q110 123.6 120.4 120.6 Q118.6 143 100 143 Q81.4 143 79.6 120.6Z",
            lip,
            1.0 if bearded else 0.8,
        )
        + fill("M82 122.4 Q91 125 100 125 Q109 125 118 122.4 Q115.6 140.4 100 140.4 Q84.4 140.4 82 122.4Z", "#5C1A28")
        + fill(
            "M89.6 137 Q93 131.6 100 131.6 Q107 131.6 110.4 137 Q106.4 140.4 100 140.4 Q93.6 140.4 89.6 137Z", "#DE6B78"
        )
        + fill(
            "M82.8 123.2 Q91 125.6 100 125.6 Q109 125.6 117.2 123.2 Q114.6 130.4 100 130.4 Q85.4 130.4 82.8 123.2Z",
            "#FFFFFF",
        )
        + stroke("M78.2 121.6 Q79 119.4 81 118.8 M121.8 121.6 Q121 119.4 119 118.8", skin.mouth, 2.4, 0.8)
    )


_MOUTHS: Final = {
    "rest": _rest,
    "press": _press,
    "slack": _slack,
    "wobble": _wobble,
    "droop": _droop,
    "smile": _smile,
    "laugh": _laugh,
}

_MOUSTACHE: Final = (
    "M100 119.6 C95 116.6 86 119 80.6 127.6 C87 129.6 95.6 128.6 100 125.4 C104.4 128.6 "
    "113 129.6 119.4 127.6 C114 119 105 116.6 100 119.6Z"
)


def beard(face: Face) -> str:
    """Facial hair that follows this face's jaw. Worn under the mouth."""
    skin, colour = SKINS[face.skin], mix(HAIR[natural(face.hair_colour)], "#1E1614", 0.12)
    cheek_line = "C58 106 63 114 72 117 C80 119 86 113 100 113 C114 113 120 119 128 117 C137 114 142 106 145 92Z"
    jaw = f"M145 92 {_JAWS[face.shape]} {cheek_line}"
    if face.beard == "stubble":
        return fill(jaw, mix(colour, skin.shade, 0.35), 0.24)
    if face.beard == "moustache":
        return fill(_MOUSTACHE, colour)
    if face.beard == "goatee":
        chin = _CHINS[face.shape]
        tuft = (
            f"M81.5 124 C79 134 82 {chin - 3} 91 {chin + 2} Q100 {chin + 5} 109 {chin + 2} "
            f"C118 {chin - 3} 121 134 118.5 124 "
            "C115 126 115 134 110 138.6 Q100 141.4 90 138.6 C85 134 85 126 81.5 124Z"
        )
        return fill(tuft, colour) + fill(_MOUSTACHE, colour)
    if face.beard == "short":
        return fill(jaw, colour) + stroke(jaw, colour, 1.6)
    if face.beard == "full":
        return _full_beard(jaw, colour)
    return ""


def _full_beard(jaw: str, colour: str) -> str:
    bush = (
        "M146.5 92 C149 112 147 134 138 147 C129 160 115 166 100 166 C85 166 71 160 62 147 C53 134 51 112 53.5 92 "
        "C57 106 63 114 72 117 C80 119 86 113 100 113 C114 113 120 119 128 117 C137 114 143 106 146.5 92Z"
    )
    curls = (
        "M86 146 Q90 155 98 158",
        "M114 146 Q110 155 103 158",
        "M70 132 Q73 144 82 151",
        "M130 132 Q127 144 118 151",
    )
    light = mix(colour, "#FFFFFF", 0.2)
    return fill(jaw, colour) + fill(bush, colour) + "".join(stroke(d, light, 2.0, 0.4) for d in curls)


def lines(face: Face, mood: Mood) -> str:
    """What years and worry leave on a face."""
    skin = SKINS[face.skin]
    strength = {"young": 0.0, "adult": 0.0, "middle-aged": 0.26, "older": 0.5}[face.age]
    marks = ""
    if strength:
        folds = "M85.5 112.5 Q79.5 117.5 77.5 124"
        marks += stroke(folds, skin.deep, 2.0, strength) + stroke(mirrored(folds), skin.deep, 2.0, strength)
    if face.age == "older":
        feet = "M64 101.4 Q61.8 101.8 60 103.4 M65 104.6 Q63 105.6 61.8 107.6"
        marks += stroke(feet, skin.deep, 1.5, 0.5) + stroke(mirrored(feet), skin.deep, 1.5, 0.5)
        marks += stroke("M84 66.5 Q100 63.5 116 66.5", skin.deep, 1.7, 0.42) + stroke(
            "M87 60 Q100 57.4 113 60", skin.deep, 1.5, 0.32
        )
    if mood.furrow:
        marks += stroke("M97 84.5 Q96 80.5 97.2 77 M103 84.5 Q104 80.5 102.8 77", skin.deep, 1.8, 0.6 * mood.furrow)
    return marks


def freckles(face: Face) -> str:
    """A handful over nose and cheeks."""
    if face.freckles == "none":
        return ""
    spots = ((68, 109), (73, 112.5), (78, 109.5), (70.5, 116), (76.5, 116), (82.5, 113), (93, 104.5))
    colour = SKINS[face.skin].deep
    return "".join(oval(x, y, 1.25, 1.15, colour, 0.5) + oval(200 - x, y, 1.25, 1.15, colour, 0.5) for x, y in spots)
