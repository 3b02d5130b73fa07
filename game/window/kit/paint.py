"""The painter: everything that reaches the screen, in logical units and named colours, anti-aliased and cached."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import pygame

from game.window.kit import sprites
from game.window.kit.cache import Cache
from game.window.kit.emblem import Halves, emblem
from game.window.kit.geometry import Rect
from game.window.kit.theme import LIGHT, Theme, Tone, channels, contrast
from game.window.kit.typeset import Content, Line, Typesetter, Weight

MIN_TEXT = 13  # units: nothing smaller is written
LEADING = 1.36
_CAPS = 0.33  # of the size: half the height of a capital
_EYE = 1.25  # how wide an icon in a head of the emblem is, of its eye’s radius
_SMALLEST_ICON = 9  # units
_PREMULTIPLIED = pygame.BLEND_PREMULTIPLIED


class Drawn(NamedTuple):
    """One line of text as it reached the screen: its capitals' box in units, and who drew it."""

    text: str
    area: Rect
    size: float
    owner: int
    contrast: float  # 0 when it was not looked at
    shortened: bool


class Pictured(NamedTuple):
    """An icon as it reached the screen, in units, and who drew it."""

    name: str
    area: Rect
    owner: int


def _pixels(surface: pygame.Surface) -> int:
    return surface.get_width() * surface.get_height()


class Painter:
    """A surface, a scale (pixels per unit), a text scale (1 to 2) and a theme, with the caches that belong to them.

    Colours are names of the theme ("ink", "good") or `#RRGGBB`. Text sizes are units at 100 % text and grow with the
    text scale, as do icons, chips and key caps; everything else is plain units.
    """

    def __init__(
        self, surface: pygame.Surface, scale: float = 1.0, text_scale: float = 1.0, theme: Theme = LIGHT
    ) -> None:
        self.surface, self.scale, self.text_scale, self.theme = surface, scale, text_scale, theme
        self.probing = False  # look at the pixels under each text: for the audit
        self.owner = -1
        self.drawn: list[Drawn] = []
        self.pictured: list[Pictured] = []
        self.missing_icons: list[str] = []
        self._icon_files = sprites.Icons()
        self._start_afresh()

    def _start_afresh(self) -> None:
        self.epoch = object()  # what was measured under another epoch must be measured again
        self._type = Typesetter(self.scale, self.text_scale)
        self._tiles: Cache[sprites.Corners] = Cache(400)
        self._shadows: Cache[tuple[sprites.Strip, ...]] = Cache(
            3_000_000, lambda strips: sum(_pixels(surface) for surface, _x, _y in strips)
        )
        self._sprites: Cache[pygame.Surface] = Cache(4_000_000, _pixels)
        self._pictures: Cache[pygame.Surface] = Cache(4_000_000, _pixels)

    def configure(self, surface: pygame.Surface, scale: float, text_scale: float, theme: Theme) -> bool:
        """Changes what it paints on; the caches go when scale or theme changed.  Returns whether they went."""
        changed = (scale, text_scale, theme) != (self.scale, self.text_scale, self.theme)
        self.surface, self.scale, self.text_scale, self.theme = surface, scale, text_scale, theme
        if changed:
            self._start_afresh()
        return changed

    # ---- units and colours

    def px(self, units: float) -> int:
        return round(units * self.scale)

    def t(self, units: float) -> float:
        """A length that grows with the text."""
        return units * self.text_scale

    def box(self, rect: Rect) -> pygame.Rect:
        """The pixels of a rectangle. Edges are rounded, not sizes, so that neighbours stay neighbours at any scale."""
        left, top = round(rect.x * self.scale), round(rect.y * self.scale)
        return pygame.Rect(
            left, top, round((rect.x + rect.w) * self.scale) - left, round((rect.y + rect.h) * self.scale) - top
        )

    def colour(self, name: str) -> str:
        return name if name.startswith("#") or not name else str(getattr(self.theme, name))

    def clip(self, rect: Rect | None) -> None:
        self.surface.set_clip(None if rect is None else self.box(rect))

    # ---- text

    def width(self, text: str, size: float = 15, weight: Weight = "r") -> float:
        return self._type.width(text, size, weight)

    def lines(
        self, content: Content, width: float, size: float = 15, weight: Weight = "r", colour: str = "ink"
    ) -> tuple[Line, ...]:
        """The text broken to `width` units."""
        return self._type.wrap(content, width, size, weight, colour)

    def line_height(self, size: float, leading: float = LEADING) -> float:
        """From one baseline to the next, in units."""
        return round(size * leading) * self.text_scale

    def text(
        self,
        x: float,
        base: float,
        text: str,
        size: float = 15,
        weight: Weight = "r",
        colour: str = "ink",
        align: str = "l",
        room: float | None = None,
    ) -> float:
        """One line on the baseline `base`, starting, centred or ending at `x` (align l, c, r).  Returns its width.

        With `room` it is shortened with an ellipsis to that width; nothing else ever shortens a text.
        """
        full, width = text, self.width(text, size, weight)
        if room is not None and width > room + 0.5:
            text = self._ellipsed(text, room, size, weight)
            width = self.width(text, size, weight)
        left = x - (width if align == "r" else width / 2 if align == "c" else 0)
        picture = self._type.picture(text, size, weight, self.colour(colour))
        place = (self.px(left), self.px(base) - picture.ascent)
        if text and (self.probing or self.surface.get_clip().colliderect((place, picture.surface.get_size()))):
            tall = self.t(size)
            self._note(text, Rect(left, base - tall * 0.68, width, tall * 0.74), size, colour, text != full)
            self.surface.blit(picture.surface, place)
        return width

    def _ellipsed(self, text: str, room: float, size: float, weight: Weight) -> str:
        while text and self.width(text.rstrip() + "…", size, weight) > room:
            text = text[:-1]
        return text.rstrip() + "…"

    def _note(self, text: str, area: Rect, size: float, colour: str, shortened: bool) -> None:
        ratio = self._contrast_under(area, self.colour(colour)) if self.probing else 0.0
        self.drawn.append(Drawn(text, area, size, self.owner, ratio, shortened))

    def _contrast_under(self, area: Rect, colour: str) -> float:
        whole = self.box(area)
        box = whole.clip(self.surface.get_clip())
        box = box if box == whole else box.inflate(0, -2)  # what scrolls ends at somebody else's line
        if box.w < 1 or box.h < 1:
            return 0.0
        columns = {box.x + box.w * i // 8 for i in range(1, 8)}  # not the edges: a neighbour's letters may touch them
        under = (self.surface.get_at((x, y)) for x in columns for y in (box.top, box.bottom - 1))
        return min(contrast(colour, f"#{p.r:02X}{p.g:02X}{p.b:02X}") for p in under)

    def mid(
        self,
        x: float,
        cy: float,
        text: str,
        size: float = 15,
        weight: Weight = "r",
        colour: str = "ink",
        align: str = "l",
        room: float | None = None,
    ) -> float:
        """Like `text`, with capitals centred on `cy`."""
        return self.text(x, cy + self.t(size) * _CAPS, text, size, weight, colour, align, room)

    def written(
        self, x: float, top: float, width: float, lines: Sequence[Line], height: float, align: str = "l"
    ) -> None:
        """Broken lines one below the other, each `height` tall, aligned within `width`."""
        for line in lines:
            left = x + (0 if align == "l" else (width - line.width) / (2 if align == "c" else 1))
            tallest = max((segment.size for segment in line.segments), default=0)
            base = top + height / 2 + self.t(tallest) * _CAPS
            for segment in line.segments:
                self.text(left + segment.x, base, segment.text, segment.size, segment.weight, segment.colour)
            top += height

    # ---- boxes

    def fill(self, rect: Rect, colour: str) -> None:
        self.surface.fill(self.colour(colour), self.box(rect))

    def rounded(self, rect: Rect, radius: float = 8, fill: str = "card", border: str = "", line: float = 1) -> None:
        """A rounded box; an empty `fill` or `border` is left out."""
        box = self.box(rect)
        if box.w > 0 and box.h > 0 and box.colliderect(self.surface.get_clip()):
            width = max(1, self.px(line)) if border else 0
            self._rounded(box, self.px(radius), self.colour(fill), self.colour(border), width)

    def _rounded(self, box: pygame.Rect, radius: int, fill: str, border: str, line: int) -> None:
        radius = min(radius, box.w // 2, box.h // 2)
        side = max(radius, line)
        if box.w < 2 * side or box.h < 2 * side:
            return
        dst = self.surface
        if fill:
            dst.fill(fill, (box.x + side, box.y, box.w - 2 * side, box.h))
            dst.fill(fill, (box.x, box.y + side, side, box.h - 2 * side))
            dst.fill(fill, (box.right - side, box.y + side, side, box.h - 2 * side))
        if border:
            dst.fill(border, (box.x + side, box.y, box.w - 2 * side, line))
            dst.fill(border, (box.x + side, box.bottom - line, box.w - 2 * side, line))
            dst.fill(border, (box.x, box.y + side, line, box.h - 2 * side))
            dst.fill(border, (box.right - line, box.y + side, line, box.h - 2 * side))
        if side:
            make = lambda: sprites.corners(sprites.rounded((2 * side, 2 * side), radius, fill, border, line), side)  # noqa: E731
            pieces = self._tiles.get((side, radius, fill, border, line), make)
            right, low = box.right - side, box.bottom - side
            places = ((box.x, box.y), (right, box.y), (box.x, low), (right, low))
            for piece, place in zip(pieces, places, strict=True):
                dst.blit(piece, place, special_flags=_PREMULTIPLIED)

    def shadow(self, rect: Rect, radius: float = 12, lift: float = 0.0) -> None:
        """A soft shadow around where a card will lie; `lift` 0 rests, 1 floats. It leaves out what the card covers."""
        if not self.theme.shadow_alpha:
            return
        box = self.box(rect)
        blur, drop = max(1, self.px(5 + 7 * lift)), self.px(1 + 4 * lift)
        colour = (*channels(self.theme.shadow), min(255, round(self.theme.shadow_alpha * (1 + 1.2 * lift))))
        corner = self.px(radius)
        key = (box.size, blur, corner, drop, colour)
        strips = self._shadows.get(key, lambda: sprites.shadow(box.size, blur, corner, drop, colour))
        self.surface.blits([(surface, (box.x + x, box.y + y)) for surface, x, y in strips])

    def ring(self, rect: Rect, radius: float = 8) -> None:
        """The focus ring: 2 wide, 2 away, hollow, so that it shows on every ground without relying on its colour."""
        self.rounded(rect.grow(4), radius + 4, "", "action", 2)

    def bar(self, x: float, cy: float, width: float, share: float, colour: str, height: float = 6) -> None:
        """A bar from zero; `share` is 0 to 1."""
        share = min(1.0, max(0.0, share))
        track = Rect(x, cy - height / 2, width, height)
        self.rounded(track, height / 2, "track", "" if self.theme.track_line == self.theme.track else "track_line")
        if share > 0:
            self.rounded(Rect(x, cy - height / 2, max(height, width * share), height), height / 2, colour)

    def chip_width(self, label: str, icon: str = "") -> float:
        return self.width(label, 13, "s") + self.t(20 + (17 if icon else 0))

    def chip(self, x: float, y: float, label: str, tone: Tone = "plain", icon: str = "") -> float:
        """Icon and word on a soft ground, 22 units tall at 100 % text.  Returns its width."""
        ink, soft = self.theme.tone(tone)
        width, height = self.chip_width(label, icon), self.t(22)
        self.rounded(Rect(x, y, width, height), height / 2, soft)
        left = x + self.t(10)
        if icon:
            self.icon(left - self.t(2), y + height / 2, icon, 14, ink)
            left += self.t(17)
        self.mid(left, y + height / 2, label, 13, "s", ink)
        return width

    def keycap(self, x: float, y: float, label: str, ground: str = "sunk") -> float:
        """A key as on a keyboard, 24 units tall at 100 % text.  Returns its width."""
        height = self.t(24)
        width = max(height, self.width(label, 13, "s") + self.t(12))
        self.rounded(Rect(x, y, width, height), self.t(6), ground, "line")
        self.mid(x + width / 2, y + height / 2, label, 13, "s", "ink2", "c")
        return width

    def keycap_width(self, label: str) -> float:
        return max(self.t(24), self.width(label, 13, "s") + self.t(12))

    # ---- lines and shapes

    def hline(self, x: float, y: float, width: float, colour: str = "line", thick: float = 1) -> None:
        self.surface.fill(
            self.colour(colour), (self.px(x), self.px(y), self.px(x + width) - self.px(x), max(1, self.px(thick)))
        )

    def vline(self, x: float, y: float, height: float, colour: str = "line", thick: float = 1) -> None:
        self.surface.fill(
            self.colour(colour),
            (self.px(x - thick / 2), self.px(y), max(1, self.px(thick)), self.px(y + height) - self.px(y)),
        )

    def dashed(self, x: float, y: float, height: float, colour: str = "ink2", thick: float = 1.5) -> None:
        """An upright dashed line: 4 units drawn, 3 left out."""
        bottom = y + height
        while y < bottom:
            self.vline(x, y, min(4, bottom - y), colour, thick)
            y += 7

    def polyline(self, points: Sequence[tuple[float, float]], colour: str, thick: float = 2) -> None:
        """An anti-aliased line through points in units."""
        ink, width = self.colour(colour), max(1, self.px(thick))
        ends = [(x * self.scale, y * self.scale) for x, y in points]
        for start, end in pairwise(ends):
            pygame.draw.aaline(self.surface, ink, start, end, width)
        if width > 2:
            for end in ends[1:-1]:
                pygame.draw.aacircle(self.surface, ink, end, width / 2)

    def polygon(self, points: Sequence[tuple[float, float]], colour: str) -> None:
        """An anti-aliased filled shape."""
        left, top = min(x for x, _ in points), min(y for _, y in points)
        box = self.box(Rect(left, top, max(x for x, _ in points) - left, max(y for _, y in points) - top)).inflate(2, 2)
        ink = self.colour(colour)
        at = tuple((round(x * self.scale - box.x, 2), round(y * self.scale - box.y, 2)) for x, y in points)
        image = self._sprites.get(("polygon", at, ink), lambda: sprites.polygon(box.size, at, ink))
        self.surface.blit(image, box, special_flags=_PREMULTIPLIED)

    def diamond(
        self, cx: float, cy: float, reach: float = 8, colour: str = "ink", hollow: bool = False, ground: str = "card"
    ) -> None:
        """A milestone; hollow or solid, with a thin rim in the colour of the ground."""
        rim, ink = self.colour(ground), self.colour(colour)
        side, line = max(3, self.px(2 * reach)), max(1, self.px(1))
        key = ("diamond", side, rim, ink, hollow)
        image = self._sprites.get(key, lambda: sprites.diamond(side, line, rim, ink, rim if hollow else ""))
        self.surface.blit(image, (self.px(cx) - side // 2, self.px(cy) - side // 2), special_flags=_PREMULTIPLIED)

    def brink(self, rect: Rect) -> None:
        """The lower edge of something that goes on below: it grows darker towards a line."""
        box = self.box(rect)
        if self.theme.shadow_alpha:
            colour, most = channels(self.theme.shadow), self.theme.shadow_alpha
            image = self._sprites.get(("brink", box.size), lambda: sprites.brink(box.size, colour, most))
            self.surface.blit(image, box)
        self.hline(rect.x, rect.bottom - 1, rect.w, "edge" if self.theme.shadow_alpha == 0 else "line")

    def dim(self, rect: Rect) -> None:
        """Darkens what lies behind a dialog."""
        self.surface.fill(self.theme.dim, self.box(rect), pygame.BLEND_RGB_MULT)

    # ---- pictures

    def icon(self, x: float, cy: float, name: str, size: float = 16, colour: str = "ink2") -> None:
        """A Lucide icon with its left edge at `x`, centred on `cy`; it grows with the text."""
        side = self.t(size)
        pixels, ink = max(1, self.px(side)), self.colour(colour)
        self.pictured.append(Pictured(name, Rect(x, cy - side / 2, side, side), self.owner))
        image = self._sprites.get(("icon", name, pixels, ink), lambda: self._loaded(name, pixels, ink))
        self.surface.blit(image, (self.px(x), self.px(cy) - pixels // 2))

    def _loaded(self, name: str, pixels: int, ink: str) -> pygame.Surface:
        image, known = self._icon_files.image(name, pixels, ink)
        if not known:
            self.missing_icons.append(name)
        return image

    def picture(self, rect: Rect, svg: str, radius: float | None = None) -> None:
        """An SVG text, with rounded corners (a quarter of its width unless told)."""
        box = self.box(rect)
        corner = self.px(rect.w / 4 if radius is None else radius)
        key = (svg, box.size, corner)
        image = self._pictures.get(key, lambda: sprites.framed(svg, box.w, box.h, min(corner, box.w // 2, box.h // 2)))
        self.surface.blit(image, box)

    def emblem(
        self,
        cx: float,
        cy: float,
        radius: float,
        first: float,
        second: float,
        ring: bool = True,
        icons: tuple[str, str] = ("", ""),
        ground: str = "card",
    ) -> None:
        """Two interlocked halves whose areas stand as first : second (0..100 each); see `emblem.Halves`."""
        pixels = max(4, self.px(2 * radius))
        first, second = round(first), round(second)
        key = ("emblem", pixels, first, second, ring, self.colour(ground))
        image = self._sprites.get(
            key, lambda: emblem(pixels, self.scale, first, second, ring, self.theme, self.colour(ground))
        )
        self.surface.blit(image, (self.px(cx) - pixels // 2, self.px(cy) - pixels // 2), special_flags=_PREMULTIPLIED)
        halves = Halves.of(radius - (11 if ring else 1), first, second)
        roomy = min(eye for _x, _y, eye in halves.eyes) * _EYE >= _SMALLEST_ICON  # both heads have one, or none has
        for (x, y, eye), name, ink in zip(halves.eyes, icons, ("rel_text", "dlv_text"), strict=True):
            size = eye * _EYE
            if name and roomy:
                self.icon(cx + x - size / 2, cy + y, name, size / self.text_scale, ink)
