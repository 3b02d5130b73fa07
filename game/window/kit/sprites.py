"""Small anti-aliased pictures, drawn at four times their size and shrunk.

They are drawn on full transparency: averaging then gives exactly premultiplied pixels, which lie without fringes on
any ground when blitted with `BLEND_PREMULTIPLIED`. (Four times, or two; at three times smoothscale turns 255 into
253.)
"""

from __future__ import annotations

import io
import math
import zipfile
from collections.abc import Callable
from importlib import resources

import pygame

FINE = 4
Corners = tuple[pygame.Surface, pygame.Surface, pygame.Surface, pygame.Surface]
Strip = tuple[pygame.Surface, int, int]


def fine(size: tuple[int, int], draw: Callable[[pygame.Surface], None]) -> pygame.Surface:
    """What `draw` puts on a surface four times `size`, shrunk to `size`; premultiplied."""
    large = pygame.Surface((size[0] * FINE, size[1] * FINE), pygame.SRCALPHA)
    draw(large)
    return pygame.transform.smoothscale(large, size)


def rounded(size: tuple[int, int], radius: int, fill: str, border: str, line: int) -> pygame.Surface:
    """A rounded rectangle; an empty `fill` leaves only the border."""

    def draw(large: pygame.Surface) -> None:
        whole = large.get_rect()
        if border:
            pygame.draw.rect(large, border, whole, border_radius=radius * FINE)
            whole = whole.inflate(-2 * line * FINE, -2 * line * FINE)
        inner = max(0, radius - (line if border else 0)) * FINE
        pygame.draw.rect(large, fill or (0, 0, 0, 0), whole, border_radius=inner)

    return fine(size, draw)


def brink(size: tuple[int, int], colour: tuple[int, int, int], most: int) -> pygame.Surface:
    """A colour that comes in from top to bottom, slowly at first."""
    picture = pygame.Surface(size, pygame.SRCALPHA)
    for y in range(size[1]):
        picture.fill((*colour, round(most * ((y + 1) / size[1]) ** 2)), (0, y, size[0], 1))
    return picture


def corners(tile: pygame.Surface, side: int) -> Corners:
    """The four corners of a tile: top left, top right, bottom left, bottom right."""
    width, height = tile.get_size()
    places = ((0, 0), (width - side, 0), (0, height - side), (width - side, height - side))
    first, second, third, fourth = (tile.subsurface((x, y, side, side)).copy() for x, y in places)
    return first, second, third, fourth


def shadow(
    size: tuple[int, int], blur: int, radius: int, drop: int, colour: tuple[int, int, int, int]
) -> tuple[Strip, ...]:
    """A soft shadow for a card of `size` as pieces with their offset from the card: only what the card does not
    cover."""
    pad, (width, height) = blur * 2, size
    corner = 2 * pad + radius
    full = (width + 2 * pad, height + 2 * pad)
    if full[0] <= 2 * corner + 2 or full[1] <= 2 * corner + 2:
        return ((_blurred(full, pad, blur, radius, colour), -pad, drop - pad),)
    tile = _blurred((2 * corner + 2, 2 * corner + 2), pad, blur, radius, colour)
    side, thick = tile.get_width(), min(corner, pad + drop + 1)
    first, second, third, fourth = corners(tile, corner)
    right, bottom, x, y = full[0] - corner, full[1] - corner, -pad, drop - pad
    across = (full[0] - 2 * corner, thick)
    down = (thick, full[1] - 2 * corner)

    def stretched(area: tuple[int, int, int, int], to: tuple[int, int]) -> pygame.Surface:
        return pygame.transform.scale(tile.subsurface(area), to)

    return (
        (first, x, y),
        (second, x + right, y),
        (third, x, y + bottom),
        (fourth, x + right, y + bottom),
        (stretched((corner, 0, 2, thick), across), x + corner, y),
        (stretched((corner, side - thick, 2, thick), across), x + corner, y + full[1] - thick),
        (stretched((0, corner, thick, 2), down), x, y + corner),
        (stretched((side - thick, corner, thick, 2), down), x + full[0] - thick, y + corner),
    )


def _blurred(
    size: tuple[int, int], pad: int, blur: int, radius: int, colour: tuple[int, int, int, int]
) -> pygame.Surface:
    tile = pygame.Surface(size, pygame.SRCALPHA)
    tile.fill((*colour[:3], 0))
    pygame.draw.rect(tile, colour, tile.get_rect().inflate(-2 * pad, -2 * pad), border_radius=radius)
    for _ in range(2):  # two box blurs are close to a gaussian and far cheaper
        tile = pygame.transform.box_blur(tile, max(1, blur * 2 // 3))
    return tile


def diamond(side: int, line: int, rim: str, ink: str, hole: str) -> pygame.Surface:
    """A diamond with a rim in the colour of the ground; a `hole` colour makes it hollow."""

    def draw(large: pygame.Surface) -> None:
        middle = large.get_width() / 2
        steps = [(middle, rim), (middle - line * FINE, ink)]
        steps += [(middle - 3 * line * FINE, hole)] if hole else []
        for reach, colour in steps:
            if colour:
                cross = ((0, -reach), (reach, 0), (0, reach), (-reach, 0))
                pygame.draw.polygon(large, colour, [(middle + x, middle + y) for x, y in cross])

    return fine((side, side), draw)


def polygon(size: tuple[int, int], points: tuple[tuple[float, float], ...], colour: str) -> pygame.Surface:
    """A filled shape; points in pixels of the small picture."""
    return fine(size, lambda large: _polygon(large, points, colour))


def _polygon(large: pygame.Surface, points: tuple[tuple[float, float], ...], colour: str) -> None:
    pygame.draw.polygon(large, colour, [(x * FINE, y * FINE) for x, y in points])


class Icons:
    """The Lucide icons, read from their zip when the first one is asked for."""

    def __init__(self) -> None:
        self._zip: zipfile.ZipFile | None = None

    def image(self, name: str, pixels: int, colour: str) -> tuple[pygame.Surface, bool]:
        """The icon in `#RRGGBB`, and whether it exists; a missing one is a dotted square rather than a crash."""
        if self._zip is None:
            self._zip = zipfile.ZipFile(io.BytesIO((resources.files("lucide") / "lucide.zip").read_bytes()))
        known = f"{name}.svg" in self._zip.NameToInfo
        source = self._zip.read(f"{name}.svg" if known else "square-dashed.svg").decode()
        return svg(source.replace("currentColor", colour), pixels, pixels), known


def svg(source: str, width: int, height: int) -> pygame.Surface:
    """An SVG text as a surface of that size in pixels (straight alpha)."""
    return pygame.image.load_sized_svg(io.BytesIO(source.encode()), (max(1, width), max(1, height)))


def framed(source: str, width: int, height: int, radius: int) -> pygame.Surface:
    """An SVG picture with rounded corners: multiplied by a mask, since nanosvg cannot clip."""
    loaded = svg(source, width, height)
    image = pygame.Surface((width, height), pygame.SRCALPHA)
    image.blit(loaded, loaded.get_rect(center=(width // 2, height // 2)))
    mask = rounded((width, height), radius, "#FFFFFF", "", 0)
    white = pygame.Surface((width, height), pygame.SRCALPHA)
    white.fill((255, 255, 255, 0))
    white.blit(mask, (0, 0), special_flags=pygame.BLEND_RGBA_MAX)
    image.blit(white, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    return image


def arc_points(radius: float, start: float, end: float, steps: int) -> list[tuple[float, float]]:
    """Points on a circle around the origin, from angle `start` to `end` in radians."""
    return [
        (radius * math.cos(start + (end - start) * i / steps), radius * math.sin(start + (end - start) * i / steps))
        for i in range(steps + 1)
    ]
