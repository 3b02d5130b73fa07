"""A face and a mood, drawn as SVG text."""

from __future__ import annotations

from dataclasses import replace

from game.window.portraits import eyes, head, wear
from game.window.portraits.face import COVERED, NO_EARS, Face
from game.window.portraits.hair import STYLES
from game.window.portraits.moods import MOOD, Mood
from game.window.portraits.palette import BACKDROPS, HAIR, SKINS, mix
from game.window.portraits.shapes import fill, group, stroke

# The drawing is 200 wide; the picture shows this much of it, so that a face fills a small square.
VIEW = "11 12 178 178"


def portrait_svg(face: Face, mood: str = "neutral", size_px: int = 178) -> str:
    """Draw one person in one mood.

    An unknown mood is drawn as neutral. The text holds only what nanosvg draws faithfully. size_px is the size it says
    it has: loaded at any other size, SDL may round a square up by one pixel.
    """
    feeling = MOOD.get(mood, MOOD["neutral"])
    if face.hair == "hijab":
        face = replace(face, beard="none")
    layers = (
        '<rect x="0" y="0" width="200" height="200" fill="url(#backdrop)"/>',
        _turned(_behind(face), feeling),
        head.neck(face),
        wear.clothes(face),
        wear.hijab_drape(face) if face.hair == "hijab" else "",
        _turned(_head(face, feeling) + _before(face), feeling),
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{VIEW}" width="{size_px}" height="{size_px}">'
        f"<defs>{_gradients(face)}</defs>{''.join(layers)}</svg>"
    )


def _turned(content: str, mood: Mood) -> str:
    return group(content, f"translate(0 {mood.drop}) rotate({mood.tilt} 100 152)")


def _head(face: Face, mood: Mood) -> str:
    pieces = (
        "" if face.hair in NO_EARS else head.ears(face),
        head.skull(face),
        _hair_shadow(face),
        head.cheeks(mood),
        head.freckles(face),
        head.lines(face, mood),
        head.beard(face),
        head.mouth(face, mood),
        head.nose(face),
        eyes.eyes(face, mood),
        eyes.brows(face, mood),
        wear.glasses(face),
        "" if face.hair in NO_EARS else wear.earrings(face),
        _front(face),
    )
    return "".join(pieces)


def _behind(face: Face) -> str:
    if face.hair in COVERED:
        return ""
    style = STYLES[face.hair]
    colour = "url(#hair)" if style.even else mix(HAIR[face.hair_colour], "#120C10", 0.26)
    return "".join(fill(d, colour) for d in style.back)


def _hair_shadow(face: Face) -> str:
    if face.hair in COVERED or not STYLES[face.hair].hairline:
        return ""
    skin = SKINS[face.skin]
    line = STYLES[face.hair].hairline
    return f'<path d="{line}" fill="none" stroke="{skin.shade}" stroke-width="8" opacity=".5" stroke-linejoin="round"/>'


def _front(face: Face) -> str:
    if face.hair == "hijab":
        return wear.hijab(face)
    if face.hair == "turban":
        return wear.turban(face)
    style, colour = STYLES[face.hair], HAIR[face.hair_colour]
    cap = "".join(fill(d, "url(#hair)", style.opacity) for d in style.front)
    if face.hair == "bald":
        return "".join(stroke(d, SKINS[face.skin].light, 4, 0.7) for d in style.shine)
    light = mix(colour, "#FFE9CF", 0.34)
    return cap + "".join(stroke(d, light, 2.6, 0.34) for d in style.shine)


def _before(face: Face) -> str:
    if face.hair in COVERED:
        return ""
    style, colour = STYLES[face.hair], HAIR[face.hair_colour]
    falling = "".join(fill(d, "url(#locks)") for d in style.over)
    dark = mix(colour, "#120C10", 0.36)
    if style.ropes:
        falling = "".join(fill(d, "url(#locks)") + stroke(d, dark, 1.3, 0.6) for d in style.over)
    return falling + "".join(stroke(d, dark, 2.2, 0.5) for d in style.strands)


def _linear(name: str, ends: tuple[float, float, float, float], *stops: tuple[float, str]) -> str:
    x1, y1, x2, y2 = ends
    colours = "".join(f'<stop offset="{at}" stop-color="{colour}"/>' for at, colour in stops)
    place = f'gradientUnits="userSpaceOnUse" x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}"'
    return f'<linearGradient id="{name}" {place}>{colours}</linearGradient>'


def _glow(name: str, x: float, y: float, radius: float, colour: str) -> str:
    return (
        f'<radialGradient id="{name}" gradientUnits="userSpaceOnUse" cx="{x}" cy="{y}" r="{radius}">'
        f'<stop offset="0" stop-color="{colour}"/>'
        f'<stop offset="1" stop-color="{colour}" stop-opacity="0"/></radialGradient>'
    )


def _gradients(face: Face) -> str:
    skin, hair, (above, below) = SKINS[face.skin], HAIR[face.hair_colour], BACKDROPS[face.backdrop]
    return "".join(
        (
            _linear("backdrop", (0, 10, 0, 190), (0, above), (1, below)),
            _linear(
                "skin", (62, 60, 146, 128), (0, skin.light), (0.45, skin.base), (1, mix(skin.base, skin.shade, 0.62))
            ),
            _linear("chest", (0, 150, 0, 192), (0, mix(skin.base, skin.shade, 0.7)), (0.5, skin.base)),
            _linear(
                "hair", (76, 26, 134, 110), (0, mix(hair, "#FFE9CF", 0.14)), (0.5, hair), (1, mix(hair, "#120C10", 0.2))
            ),
            _linear("locks", (0, 100, 0, 190), (0, hair), (1, mix(hair, "#120C10", 0.16))),
            _glow("left-cheek", 74, 114, 13, skin.blush),
            _glow("right-cheek", 126, 114, 13, skin.blush),
        )
    )
