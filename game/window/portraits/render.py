"""Portraits as surfaces."""

from __future__ import annotations

import io
from functools import lru_cache

import pygame

from game.window.portraits.draw import portrait_svg
from game.window.portraits.face import Face


@lru_cache(maxsize=96)
def portrait(face: Face, mood: str, size_px: int, radius_px: int = 0) -> pygame.Surface:
    """Draw one person in one mood as a square surface of size_px pixels.

    radius_px above 0 rounds the corners. The surface is shared: blit it, never draw on it. At most 96 are kept.
    """
    size = max(8, size_px)
    picture = pygame.image.load_sized_svg(io.BytesIO(portrait_svg(face, mood, size).encode()), (size, size))
    if radius_px > 0:
        picture.blit(_rounded(size, min(radius_px, size // 2)), (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    return picture


def _rounded(size: int, radius: int) -> pygame.Surface:
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" width="{size}" height="{size}">'
        f'<rect x="0" y="0" width="{size}" height="{size}" rx="{radius}" ry="{radius}" fill="#FFFFFF"/></svg>'
    )
    return pygame.image.load_sized_svg(io.BytesIO(svg.encode()), (size, size))
