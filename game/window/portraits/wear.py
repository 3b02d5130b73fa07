"""What people put on: clothes, glasses, earrings, headscarf and turban."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from game.window.portraits.face import Face
from game.window.portraits.palette import CLOTH, SKINS, mix
from game.window.portraits.shapes import fill, group, mirrored, oval, ring, stroke

_BODY: Final = (
    "M16 206 C18 181 32 173 60 167 C70 164.6 77 162 80 158 Q100 176 120 158 C123 162 130 164.6 140 167 "
    "C168 173 182 181 184 206Z"
)
_NECKHOLE: Final = "M80 158 Q100 178 120 158"


def clothes(face: Face) -> str:
    """Shoulders and what covers them."""
    drawn = _CLOTHES[face.clothes](CLOTH[face.clothes_colour])
    return group(drawn, "translate(7 0) scale(.93 1)") if face.look == "feminine" else drawn


def _tones(colour: str) -> tuple[str, str]:
    return mix(colour, "#14101E", 0.24), mix(colour, "#FFFFFF", 0.2)


def _arms(colour: str) -> str:
    shade, _ = _tones(colour)
    seam = "M44 206 C45 196 46 190 49 184"
    return stroke(seam, shade, 2.2, 0.8) + stroke(mirrored(seam), shade, 2.2, 0.8)


def _both(d: str, colour: str) -> str:
    return fill(d, colour) + fill(mirrored(d), colour)


def _suit(colour: str) -> str:
    shade, light = _tones(colour)
    tie = (
        mix(light, "#B0323F", 0.78)
        if colour not in (CLOTH["rust"], CLOTH["burgundy"], CLOTH["rose"])
        else CLOTH["navy"]
    )
    return (
        fill(_BODY, colour)
        + _arms(colour)
        + fill("M80 157 L70 168 L100 206 L130 168 L120 157 Q100 180 80 157Z", "#F7F8FB")
        + fill("M95.4 172 L104.6 172 L106.4 178.6 L103.2 182 L108 206 L92 206 L96.8 182 L93.6 178.6Z", tie)
        + fill("M93.6 178.6 L106.4 178.6 L103.2 182 L96.8 182Z", "#14101E", 0.22)
        + _both("M79.6 154.6 L73 162.6 L87.4 180 L98 171.6Z", "#FFFFFF")
        + stroke("M87.4 180 L98 171.6 L102 171.6 L112.6 180", "#C9CFDB", 1.2)
        + _both("M73 160.6 L58 168.4 L61 182 L67 183 L64 189 L97 206 L100 206Z", shade)
        + stroke("M73 160.6 L100 206 L127 160.6", light, 1.2, 0.5)
    )


def _blouse(colour: str) -> str:
    shade, light = _tones(colour)
    return (
        fill(_BODY, colour)
        + _arms(colour)
        + fill("M82 158 L100 190 L118 158 Q100 178 82 158Z", "url(#chest)")
        + _both("M80.4 155.6 C74 159 70 163 69.6 167 L82 181.6 L100 191.4Z", light)
        + stroke("M100 191.4 L100 206", shade, 1.8)
        + oval(100, 198.4, 1.7, 1.7, light)
    )


def _hoodie(colour: str) -> str:
    shade, light = _tones(colour)
    return (
        fill("M52 172 C54 150 70 146 84 146 L116 146 C130 146 146 150 148 172 Q100 196 52 172Z", shade)
        + fill(_BODY, colour)
        + _arms(colour)
        + fill(
            "M76 153 C64 156 60 166 62 171 C72 178 88 184 100 190 C112 184 128 178 138 171 C140 166 136 "
            "156 124 153 Q100 186 76 153Z",
            light,
        )
        + fill("M80 156 Q100 184 120 156 L118 166 Q100 188 82 166Z", shade)
        + stroke("M88 182 L87 201", "#F4F2EE", 2.6)
        + stroke("M112 182 L113 199", "#F4F2EE", 2.6)
    )


def _roll_neck(colour: str) -> str:
    shade, light = _tones(colour)
    return (
        fill(_BODY, colour)
        + _arms(colour)
        + fill("M77.6 150 Q100 165 122.4 150 C124 158 124 166 125 171 Q100 187 75 171 C76 166 76 158 77.6 150Z", light)
        + fill("M75 171 Q100 187 125 171 Q124 180 100 184 Q76 180 75 171Z", shade, 0.55)
        + stroke("M88 159.6 L87 175 M100 161.6 L100 178 M112 159.6 L113 175", shade, 1.6, 0.5)
    )


def _shirt(colour: str) -> str:
    pale = mix(colour, "#FFFFFF", 0.62)
    shade, light = mix(colour, "#FFFFFF", 0.3), mix(colour, "#FFFFFF", 0.8)
    return (
        fill(_BODY, pale)
        + _arms(mix(pale, colour, 0.3))
        + fill("M84 158 L100 184 L116 158 Q100 176 84 158Z", "url(#chest)")
        + _both("M80.4 154.4 L71 164.6 L86 184.4 L100 183Z", light)
        + stroke("M86 184.4 L100 183 L114 184.4", shade, 1.2, 0.8)
        + stroke("M100 184 L100 206", shade, 1.8)
        + oval(103.6, 194, 1.6, 1.6, shade)
    )


def _hi_vis(colour: str) -> str:
    vest = "M52 169.4 L76 161 L100 194 L124 161 L148 169.4 L152 206 L48 206Z"
    band = "M59 167 L70 163 L74.6 206 L63 206Z"
    return (
        fill(_BODY, colour)
        + _arms(colour)
        + stroke(_NECKHOLE, _tones(colour)[1], 4.6)
        + fill(vest, "#F2C81E")
        + fill("M76 161 L100 194 L100 206 L96 206 L68 164Z", "#D9A90F")
        + fill("M124 161 L100 194 L100 206 L104 206 L132 164Z", "#D9A90F")
        + _both(band, "#E9EDF0")
        + stroke("M61.2 166.2 L65.6 206", "#C4CBD2", 1.2)
        + stroke("M138.8 166.2 L134.4 206", "#C4CBD2", 1.2)
    )


def _overalls(colour: str) -> str:
    shade, light = _tones(colour)
    tee = "#EDE6DA"
    return (
        fill(_BODY, tee)
        + _arms(mix(tee, "#8A7B66", 0.5))
        + stroke(_NECKHOLE, "#D6CBB8", 4.4)
        + _both("M58 167.6 L70 164.4 L79 190 L69 190Z", colour)
        + fill("M64 188 Q100 181 136 188 L141 206 L59 206Z", colour)
        + stroke("M65 189.4 Q100 182.6 135 189.4", shade, 2.0)
        + oval(73.6, 191.4, 3.4, 3.4, "#E3B94A")
        + oval(126.4, 191.4, 3.4, 3.4, "#E3B94A")
        + stroke("M86 196 L114 196", light, 1.8, 0.8)
    )


def _cardigan(colour: str) -> str:
    shade, light = _tones(colour)
    return (
        fill(_BODY, "#F3EEE6")
        + stroke(_NECKHOLE, "#DDD4C6", 4.4)
        + _both("M79 157 C70 165 52 167 40 173 C24 179 17 190 16 206 L95 206 C92 190 84 172 79 157Z", colour)
        + _arms(colour)
        + stroke("M79.4 159 C85 174 92 190 95 206", light, 4.2)
        + stroke(mirrored("M79.4 159 C85 174 92 190 95 206"), light, 4.2)
        + oval(91, 195.6, 2.1, 2.1, shade)
    )


def _jumper(colour: str) -> str:
    shade, light = _tones(colour)
    return (
        fill(_BODY, colour)
        + _arms(colour)
        + stroke("M79.6 160 Q100 181 120.4 160", light, 6.4)
        + stroke("M77.4 163.4 Q100 186 122.6 163.4", shade, 1.6, 0.7)
        + stroke(
            "M58 186 L66 180 L74 188 L82 182 L91 190 L100 183 L109 190 L118 182 L126 188 L134 180 L142 186",
            light,
            2.6,
            0.55,
        )
    )


_CLOTHES: Final[Mapping[str, Callable[[str], str]]] = {
    "suit": _suit,
    "blouse": _blouse,
    "hoodie": _hoodie,
    "roll-neck": _roll_neck,
    "shirt": _shirt,
    "hi-vis": _hi_vis,
    "overalls": _overalls,
    "cardigan": _cardigan,
    "jumper": _jumper,
}

# Lens, frame colour, frame width. The lens is the left one.
_FRAMES: Final[Mapping[str, tuple[str, str, float]]] = {
    "round": (ring(79.5, 98, 15, 14.6), "#8A5A2B", 2.6),
    "square": (
        "M66 88 Q65 86.6 67 86.6 L91 86.6 Q94.4 86.6 94.2 90 L93.4 104 Q92.6 111 86 111 L73 111 Q66.6 111 65.8 104Z",
        "#26242C",
        3.4,
    ),
    "oval": (ring(79.5, 99.4, 15.4, 11.4), "#5D6C7C", 2.6),
    "cat-eye": (
        "M61 85.6 Q72 87.6 86 87.4 Q94.6 87.6 94 96 Q93 111 80 111 Q67 111 65.4 98 Q65 91 61 85.6Z",
        "#7D2740",
        3.2,
    ),
}


def glasses(face: Face) -> str:
    """Frames, bridge and a faint lens."""
    if face.glasses == "none":
        return ""
    lens, colour, width = _FRAMES[face.glasses]
    other = (
        ring(120.5, 98, 15, 14.6)
        if face.glasses == "round"
        else ring(120.5, 99.4, 15.4, 11.4)
        if face.glasses == "oval"
        else mirrored(lens)
    )
    arms = stroke("M65 94 L55 92", colour, width * 0.9) + stroke("M135 94 L145 92", colour, width * 0.9)
    bridge = stroke("M93.6 96 Q100 91.4 106.4 96", colour, width)
    glass = "".join(fill(d, "#FFFFFF", 0.09) + stroke(d, colour, width) for d in (lens, other))
    return (
        arms
        + glass
        + bridge
        + stroke("M71 103 L79 92", "#FFFFFF", 1.8, 0.35)
        + stroke("M112 103 L120 92", "#FFFFFF", 1.8, 0.35)
    )


def earrings(face: Face) -> str:
    """A pair, below the lobes."""
    gold, pearl = "#E2B33E", "#F7F1E6"
    if face.earrings == "studs":
        return oval(52.4, 111, 2.8, 2.8, gold) + oval(147.6, 111, 2.8, 2.8, gold)
    if face.earrings == "hoops":
        return "".join(stroke(ring(x, 118, 6.2, 7), gold, 2.3) for x in (51.6, 148.4))
    if face.earrings == "drops":
        return "".join(
            oval(x, 111, 2.1, 2.1, gold) + stroke(f"M{x} 112 L{x} 117", gold, 1.6) + oval(x, 121, 3.6, 4.4, pearl)
            for x in (52, 148)
        )
    return ""


_HIJAB_EDGE: Final = "M100 52 C76 52 60 70 60 98 C60 124 78 146 100 147 C122 146 140 124 140 98 C140 70 124 52 100 52Z"


def hijab(face: Face) -> str:
    """A headscarf around the face; everything outside its opening is cloth."""
    colour = CLOTH[face.scarf]
    shade, light = _tones(colour)
    outer = (
        "M100 27 C66 27 46 52 47 92 C47 116 50 138 58 152 C72 172 128 172 142 152 C150 138 153 116 "
        "153 92 C154 52 134 27 100 27Z"
    )
    return (
        f'<path d="{outer} {_HIJAB_EDGE}" fill="{colour}" fill-rule="evenodd"/>'
        + stroke(_HIJAB_EDGE, SKINS[face.skin].deep, 3.0, 0.25)
        + stroke("M64 66 C72 50 86 45 101 45 C126 46 144 66 144 96 C144 122 130 142 112 151", light, 2.2, 0.55)
        + stroke("M58 70 C66 46 86 37 106 38", light, 2.4, 0.4)
        + stroke("M62 132 C72 150 86 158 102 159", shade, 2.2, 0.7)
    )


def hijab_drape(face: Face) -> str:
    """The scarf's end over neck and shoulders, worn over the clothes."""
    colour = CLOTH[face.scarf]
    shade, light = _tones(colour)
    return (
        fill(
            "M54 140 C48 160 36 170 32 178 C52 204 148 204 168 178 C164 170 152 160 146 140Z", mix(colour, shade, 0.45)
        )
        + stroke("M60 160 C76 182 110 190 146 178", light, 2.2, 0.35)
        + stroke("M52 170 C72 194 108 198 132 192", light, 2.0, 0.3)
    )


def turban(face: Face) -> str:
    """Cloth wound to a point over the forehead."""
    colour = CLOTH[face.scarf]
    shade, light = _tones(colour)
    dome = (
        "M51 88 C38 62 48 22 100 20 C152 22 162 62 149 88 C146 92 143 88 142 84 C134 74 118 66 100 58 "
        "C82 66 66 74 58 84 C57 88 54 92 51 88Z"
    )
    wraps = ("M55 82 C66 64 90 50 118 26", "M51 70 C62 52 82 38 104 23", "M48 56 C56 44 68 34 82 25")
    other = ("M145 82 C140 68 124 56 106 48", "M150 68 C144 56 130 46 116 40", "M152 54 C146 44 138 38 128 33")
    return (
        stroke("M60 86 C68 76 84 68 100 62 C116 68 132 76 140 86", SKINS[face.skin].deep, 7, 0.3)
        + fill(dome, colour)
        + fill(
            "M58 84 C66 74 82 66 100 58 C118 66 134 74 142 84 C130 66 116 56 100 49 C84 56 70 66 58 84Z", shade, 0.55
        )
        + "".join(stroke(d, shade, 2.4, 0.75) for d in wraps + other)
        + "".join(stroke(d, light, 1.6, 0.5) for d in ("M57 76 C68 60 90 46 114 26", "M51 63 C62 47 80 34 98 23"))
    )
